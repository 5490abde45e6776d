//! Files and packets from elsewhere.

use super::{Input, text};
use capture::archive::{self, Archive, Item, Kind};
use std::io::{Cursor, Write};
use std::path::Path;

fn opened(name: &str, data: Vec<u8>) -> Option<Archive> {
    archive::from_reader(Path::new(name), Box::new(Cursor::new(data)), &Default::default()).ok()
}

fn read(archive: Archive, on: &mut dyn FnMut(Item<'_>)) {
    archive.read(&mut |block| {
        block.read(&mut |item| on(item));
        true
    });
}

/// Any bytes as a file: recognised, unpacked, cut and read.
pub fn archive(data: &[u8]) {
    if let Some(archive) = opened("fuzz", data.to_vec()).filter(|a| a.kind() != Kind::Parquet) {
        read(archive, &mut |_| ());
    }
}

/// Any text as entries of a HAR file; what both readers take for an exchange is the same.
pub fn har(data: &[u8]) {
    let file = format!("{{\"log\":{{\"entries\":[{}]}}}}", text(data));
    let mut streamed = Vec::new();
    let archive = opened("x.har", file.clone().into_bytes()).expect("text");
    read(archive, &mut |item| {
        if let Item::Exchange(exchange, _) = item {
            streamed.push(exchange.clone());
        }
    });
    // what is wrong in an answer is nothing to the stream, which leaves answers out
    if let Ok((mut recording, unreadable)) = capture::har::read("x.har", file.as_bytes())
        && unreadable.is_empty()
    {
        recording.exchanges.iter_mut().for_each(|e| e.response = None);
        assert_eq!(recording.exchanges, streamed);
    }
}

const NDJSON: &str = "{\"id\":\"good\",\"url\":\"https://a.example/\"}";
const LOG: &str = "192.0.2.1 - good [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 5";

/// Lines of NDJSON and of an access log, good ones among any others: every good one is read.
pub fn lines(data: &[u8]) {
    for (good, kind) in [(NDJSON, Kind::Ndjson), (LOG, Kind::AccessLog)] {
        let archive = opened("x", [good.as_bytes(), b"\n", data, b"\n", good.as_bytes()].concat()).expect("lines");
        assert_eq!(archive.kind(), kind);
        let mut good = 0;
        read(archive, &mut |item| {
            if let Item::Exchange(e, _) = item {
                good += usize::from(e.id == "good" || e.header("remote-user") == Some("good"));
            }
        });
        assert!(good >= 2);
    }
}

/// Segments in any order, of any content.
pub fn packets(data: &[u8]) {
    let mut input = Input(data);
    let mut file = [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 65_535, 101].map(u32::to_le_bytes).concat();
    while !input.0.is_empty() {
        let (port, protocol, sequence, flags) = (input.byte(), input.byte(), input.word(), input.byte());
        let length = usize::from(input.byte());
        let mut tcp = [0, port & 3, 0, 80].to_vec();
        tcp.extend_from_slice(&(u32::MAX - 100).wrapping_add(sequence.into()).to_be_bytes());
        tcp.extend_from_slice(&[0, 0, 0, 0, 0x50, flags, 0, 0, 0, 0, 0, 0]);
        tcp.extend_from_slice(input.take(length));
        let protocol = if protocol < 250 { 6 } else { protocol };
        let mut packet = vec![0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, protocol, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2];
        packet.extend_from_slice(&tcp);
        for word in [1, 0, packet.len() as u32, packet.len() as u32] {
            file.extend_from_slice(&word.to_le_bytes());
        }
        file.extend_from_slice(&packet);
    }
    read(opened("x.pcap", file).expect("a capture"), &mut |_| ());
}

/// Any bytes as a Parquet file.
pub fn parquet(data: &[u8]) {
    // the library's panics are caught by the reader; they shall not end the run
    std::panic::set_hook(Box::new(|_| ()));
    let mut file = tempfile::NamedTempFile::new().expect("a folder for temporary files");
    file.write_all(b"PAR1").and_then(|()| file.write_all(data)).expect("room");
    if let Ok(archive) = archive::open(file.path(), &Default::default(), &Default::default()) {
        read(archive, &mut |_| ());
    }
}

/// Any bytes as the answer of a name server.
pub fn dns(data: &[u8]) {
    let _ = capture::names::parse(data);
}

/// Chromium's network log, whole and cut: no more is told than there are lines.
pub fn netlog(data: &[u8]) {
    for log in [data, &data[..data.len() / 2]] {
        if let Some(told) = capture::netlog::read(log) {
            let lines = log.split(|b| *b == b'\n').count();
            assert!(told.sent.len() + told.opened.len() + told.names.len() < lines);
        }
    }
}
