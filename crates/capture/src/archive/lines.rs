use super::block::{Owned, PieceId, Work};
use super::pieces::Pieces;
use super::{BLOCK, Content, Halt, Kind, LONGEST, Out, broken, nested, weblog};
use memchr::{memchr, memchr_iter, memrchr};
use std::io::{BufRead, Read};
use std::sync::Arc;

/// Cuts text into blocks of whole lines.
pub(super) fn read(mut content: Content, first: u64, out: &mut Out<'_>) -> Result<(), Halt> {
    let (mut line, mut names) = (first, Arc::from(""));
    let mut buffer = Vec::new();
    loop {
        let known = buffer.len();
        let read = content.by_ref().take(BLOCK as u64).read_to_end(&mut buffer);
        if let Some(end) = memrchr(b'\n', &buffer[known..]) {
            let rest = buffer.split_off(known + end + 1);
            let bytes = std::mem::replace(&mut buffer, rest);
            if line == first && out.kind == Kind::Text && is_object(&bytes) {
                out.unreadable(Some(line), "lines of JSON without `url`; they were read as text")?;
            }
            let lines = memchr_iter(b'\n', &bytes).count() as u64;
            let next = if out.kind == Kind::AccessLog { last_names(&bytes) } else { None };
            out.put(Work::Lines { first: line, bytes, names: Arc::clone(&names) })?;
            names = next.unwrap_or(names);
            line += lines;
        }
        match read {
            Err(error) => return cut(line, buffer, &broken(&error), out),
            Ok(0) if buffer.is_empty() => return Ok(()),
            Ok(0) => return out.put(Work::Lines { first: line, bytes: buffer, names }),
            Ok(_) if buffer.len() < LONGEST => {}
            Ok(_) => {
                long(&mut content, line, std::mem::take(&mut buffer), out)?;
                out.unreadable(Some(line), "the line is longer than 32 MiB; it was read as bytes, in pieces")?;
                line += 1;
            }
        }
    }
}

/// The last `#Fields:` of these lines.
fn last_names(bytes: &[u8]) -> Option<Arc<str>> {
    let at = memchr::memmem::rfind(bytes, b"#Fields:")?;
    let is_line = at == 0 || bytes[at - 1] == b'\n';
    let line = bytes[at..].split(|b| *b == b'\n').next().filter(|_| is_line)?;
    weblog::names(line).map(Arc::from)
}

/// Whether the first line is JSON that might have said when and to whom, and is no event of a log service.
fn is_object(bytes: &[u8]) -> bool {
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default().trim_ascii();
    line.starts_with(b"{") && !nested::is_event(line) && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}

/// What is left of a line when the file breaks off.
fn cut(line: u64, bytes: Vec<u8>, why: &str, out: &mut Out<'_>) -> Result<(), Halt> {
    let own = 0..bytes.len();
    out.put(Work::Bytes(Owned { bytes, id: PieceId::One(line.to_string()), own }))?;
    out.unreadable(Some(line), why)
}

/// The rest of a line that is not held whole.
fn long(content: &mut Content, line: u64, begun: Vec<u8>, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut pieces = Pieces::new(format!("{line}/"));
    pieces.feed(&begun, out)?;
    drop(begun);
    loop {
        let bytes = content.fill_buf()?;
        let end = memchr(b'\n', bytes);
        let used = end.map_or(bytes.len(), |i| i + 1);
        pieces.feed(&bytes[..end.unwrap_or(used)], out)?;
        content.consume(used);
        if end.is_some() || used == 0 {
            return pieces.end(out);
        }
    }
}
