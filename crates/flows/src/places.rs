//! Where each exchange lies in an audit's recording, kept beside it: a finding is shown without reading the rest.

use crate::folder;
use facts::Exchange;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

const RECORDING: &str = "capture.har";
const PLACES: &str = "capture.places.json";

/// Holds for a recording of exactly this length; what it leads to is checked against the id all the same.
#[derive(Serialize, Deserialize)]
struct Places {
    length: u64,
    /// First byte, and the one after the last.
    of: BTreeMap<String, (u64, u64)>,
}

/// Writes them. Without them everything works, only slower: a folder that cannot be written into is no error.
pub fn keep(audit: &Path) {
    let Ok(bytes) = std::fs::read(audit.join(RECORDING)) else { return };
    let Ok(places) = capture::har::places(RECORDING, &bytes) else { return };
    let of = places.into_iter().map(|(id, place)| (id, (place.start as u64, place.end as u64))).collect();
    let places = serde_json::to_vec(&Places { length: bytes.len() as u64, of }).expect("plain data");
    let _ = folder::write(&audit.join(PLACES), &places);
}

/// The exchange, if its place is known and holds it.
pub fn find(audit: &Path, id: &str) -> Option<Exchange> {
    let places: Places = serde_json::from_slice(&std::fs::read(audit.join(PLACES)).ok()?).ok()?;
    let mut recording = File::open(audit.join(RECORDING)).ok()?;
    let length = recording.metadata().ok()?.len();
    let (start, end) = *places.of.get(id).filter(|(start, end)| start < end && *end <= length)?;
    if places.length != length {
        return None;
    }
    recording.seek(SeekFrom::Start(start)).ok()?;
    let mut bytes = vec![0; usize::try_from(end - start).ok()?];
    recording.read_exact(&mut bytes).ok()?;
    capture::har::one(&bytes).filter(|exchange| exchange.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Recording;

    #[test]
    fn an_exchange_is_found_by_its_place_and_not_in_another_recording() {
        let folder = tempfile::tempdir().unwrap();
        let exchange = |n: usize| Exchange {
            id: format!("x{n}"),
            url: format!("https://a.example/?n={n}"),
            body: Some(vec![b'a'; n]),
            ..Exchange::default()
        };
        let recording = Recording { exchanges: (0..50).map(exchange).collect(), ..Recording::default() };
        let mut bytes = Vec::new();
        capture::har::write(&recording, &mut bytes).unwrap();
        std::fs::write(folder.path().join(RECORDING), &bytes).unwrap();
        assert!(find(folder.path(), "x17").is_none(), "no places yet");
        keep(folder.path());
        let whole = capture::har::read(RECORDING, &bytes).unwrap().0.exchanges;
        assert_eq!(find(folder.path(), "x17").as_ref(), whole.iter().find(|e| e.id == "x17"));
        assert!(find(folder.path(), "x99").is_none());
        // Only the entry is read: the rest of the file may be anything.
        let at = bytes.windows(5).position(|w| w == b"n=17\"").unwrap();
        let spoilt: Vec<u8> =
            bytes.iter().enumerate().map(|(i, b)| if i.abs_diff(at) > 2000 { b'#' } else { *b }).collect();
        std::fs::write(folder.path().join(RECORDING), &spoilt).unwrap();
        assert!(find(folder.path(), "x17").is_some());
        std::fs::write(folder.path().join(RECORDING), &bytes[1..]).unwrap();
        assert!(find(folder.path(), "x17").is_none(), "another recording");
    }
}
