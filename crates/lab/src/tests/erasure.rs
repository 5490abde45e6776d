//! Contact details of invited persons are nowhere in the bytes of the database, in no spelling.

use super::{CARER, lab, registered};
use crate::Lab;
use sha2::{Digest, Sha256};

/// The file and everything SQLite puts beside it.
fn bytes_on_disk(lab: &Lab) -> Vec<(String, Vec<u8>)> {
    let folder = lab.database().parent().expect("a folder");
    let files = std::fs::read_dir(folder).expect("the folder can be read");
    let paths = files.map(|file| file.expect("an entry").path());
    paths.map(|path| (path.display().to_string(), std::fs::read(path).expect("the file can be read"))).collect()
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    lower.windows(needle.len()).any(|window| window == needle)
}

/// Spellings under which a contact could have been kept.
fn spellings(contact: &str) -> Vec<Vec<u8>> {
    let lower = contact.to_lowercase();
    let digits: String = contact.chars().filter(char::is_ascii_digit).collect();
    let national = digits.trim_start_matches('0').to_owned();
    let mut plain = vec![lower.clone()];
    if national.len() >= 7 {
        plain.extend([digits.clone(), national.clone(), format!("46{national}")]);
    }
    if let Some((user, _)) = lower.split_once('@') {
        plain.push(user.to_owned());
    }
    let hashed = plain.iter().flat_map(|text| {
        let digest = Sha256::digest(text.as_bytes());
        [
            digest.to_vec().to_ascii_lowercase(),
            digest.iter().map(|b| format!("{b:02x}")).collect::<String>().into_bytes(),
        ]
    });
    let hashed: Vec<Vec<u8>> = hashed.collect();
    let utf16 = plain.iter().map(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    let utf16: Vec<Vec<u8>> = utf16.collect();
    plain.into_iter().map(String::into_bytes).chain(hashed).chain(utf16).collect()
}

#[tokio::test]
async fn nothing_of_an_invited_person_is_left_on_disk() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    let mail = "pia.mottagare.7531@example.org";
    let phone = "070-174 06 77";
    assert_eq!(carer.post("/invite", &[("by", "mail"), ("recipient-email", mail)]).await.status, 303);
    assert_eq!(carer.post("/invite", &[("by", "sms"), ("recipient-phone", phone)]).await.status, 303);
    assert_eq!(carer.post("/invite", &[("by", "mail"), ("recipient-email", "broken@")]).await.status, 422);
    assert_eq!((lab.mails().len(), lab.sms().len()), (1, 1), "both were really sent");

    let files = bytes_on_disk(&lab);
    assert!(files.iter().any(|(name, bytes)| name.ends_with("-wal") && !bytes.is_empty()), "the WAL is among them");
    for (name, bytes) in &files {
        for needle in spellings(mail).iter().chain(&spellings(phone)).chain([&b"broken@".to_vec()]) {
            assert!(!holds(bytes, needle), "{name} holds {:?}", String::from_utf8_lossy(needle));
        }
    }
    // The same search finds what the service does keep, the carer's own address: it can find.
    let own = CARER[3].1.to_lowercase().into_bytes();
    assert!(files.iter().any(|(_, bytes)| holds(bytes, &own)));
    assert!(files.iter().any(|(_, bytes)| holds(bytes, b"sms")), "and that something was sent");
}

#[tokio::test]
async fn an_invitation_that_cannot_be_sent_leaves_nothing_either() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    let to = "pia.onadd.8642@example.org";
    lab.refuse_mail(true);
    let answer = carer.post("/invite", &[("by", "mail"), ("recipient-email", to)]).await;
    assert_eq!(answer.status, 502, "{}", answer.text);
    assert!(answer.text.contains("role=\"alert\""));
    for (name, bytes) in bytes_on_disk(&lab) {
        assert!(!holds(&bytes, to.as_bytes()), "{name}");
    }
    let page = carer.get("/invite?lang=en").await.text;
    assert!(page.contains("None yet."), "an invitation that was not sent is not listed");
}
