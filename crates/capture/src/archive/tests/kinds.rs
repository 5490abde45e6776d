use super::super::pieces::OVERLAP;
use super::super::{Kind, LONGEST, PieceId, check, open};
use super::{Got, all, file};
use std::io::Write;
use std::sync::Arc;

const LINES: &[u8] = br#"{"id":"17","at":"2021-03-01T12:00:00Z","page":"https://p.example/","method":"POST","url":"https://t.example/c","headers":[["referer","x"]],"body":"text"}

{"url":"https://t.example/d","body_base64":"AP8=","frames":["f"]}
{"url":[7]}
{"at":"yesterday","url":"https://t.example/e"}
{"id":5,"url":"https://t.example/f"}"#;

fn check_lines(got: &Got) {
    assert_eq!(got.kind, Some(Kind::Ndjson));
    assert_eq!(got.ids(), ["17", "3", "5", "5"]);
    assert_eq!(got.exchanges[1].body, Some(vec![0, 255]));
    let bad: Vec<_> = got.unreadable.iter().map(|u| u.line.unwrap()).collect();
    assert_eq!(bad, [4, 5], "{}", got.whys());
    assert!(got.unreadable[1].why.contains("`at`"));
    // what is no exchange is handed on as it stands
    assert_eq!(got.pieces, [(PieceId::One("4".into()), b"{\"url\":[7]}".to_vec(), 0..11)]);
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

#[test]
fn lines_are_read_plain_and_compressed_whatever_the_name() {
    let zst = |bytes| zstd::encode_all(bytes, 1).unwrap();
    check_lines(&all("t.ndjson", LINES));
    check_lines(&all("t.ndjson.gz", &gz(LINES)));
    check_lines(&all("t.jsonl.zst", &zst(LINES)));
    check_lines(&all("download", LINES));
    check_lines(&all("a.har", LINES));
    check_lines(&all("download.bin", &gz(LINES)));
    check_lines(&all("twice.gz", &gz(&zst(LINES))));
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_no_part_of_a_line() {
    let text = String::from_utf8(LINES.to_vec()).unwrap().replace('\n', "\r\n");
    let got = all("t", format!("\u{feff}{text}\r\n").as_bytes());
    assert_eq!(got.ids(), ["17", "3", "5", "5"]);
    assert_eq!(got.exchanges[0].body.as_deref(), Some(&b"text"[..]));
}

#[test]
fn several_gzip_members_are_one_file() {
    let (first, second) = LINES.split_at(LINES.iter().position(|b| *b == b'\n').unwrap() + 1);
    check_lines(&all("t.ndjson.gz", &[gz(first), gz(second)].concat()));
}

#[test]
fn a_bad_first_line_does_not_hide_what_the_rest_is() {
    let text = b"not json\n{\"url\":\"https://a.example/\"}\n";
    for name in ["t.ndjson", "t"] {
        let got = all(name, text);
        assert_eq!((got.kind, got.ids(), got.unreadable[0].line), (Some(Kind::Ndjson), vec!["2"], Some(1)), "{name}");
    }
}

#[test]
fn a_cut_compressed_file_gives_what_it_has_and_says_so() {
    let mut noise = 1u64;
    let mut text = Vec::new();
    for i in 0..20_000 {
        noise = noise.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        writeln!(text, "{{\"url\":\"https://t.example/{i}?{noise}\"}}").unwrap();
    }
    for mut bytes in [gz(&text), zstd::encode_all(&text[..], 1).unwrap()] {
        bytes.truncate(bytes.len() * 2 / 3);
        let (_dir, path) = file("t.ndjson.gz", &bytes);
        let got = read_anything(&path);
        assert!(got.exchanges.len() > 100, "{}", got.exchanges.len());
        let last = got.unreadable.last().unwrap();
        assert!(last.why.contains("from here on") && last.line.unwrap() > 100, "{last:?}");
    }
    let got = read_anything(&file("x.gz", &gz(LINES)[..12]).1);
    assert!(got.exchanges.is_empty());
}

/// As `all`, for files whose end is not reached.
fn read_anything(path: &std::path::Path) -> Got {
    let mut got = Got::default();
    if let Ok(archive) = open(path, &Arc::default(), &Arc::default()) {
        archive.read(&mut |block| {
            block.read(&mut |item| match item {
                super::Item::Exchange(e, _) => got.exchanges.push(e.clone()),
                super::Item::Unreadable(u) => got.unreadable.push(u),
                _ => {}
            });
            true
        });
    }
    got
}

#[test]
fn an_access_log_is_one_by_content_and_its_bad_lines_are_named() {
    let log = "192.0.2.7 - - [10/Oct/2000:13:55:36 -0700] \"GET /a?x=1 HTTP/1.0\" 200 2326 \"https://p.example/\" \"UA\"\nwhat is this\n\n192.0.2.8 - - [10/Oct/2000:13:55:37 -0700] \"GET /b HTTP/1.1\" 200 -\n";
    let got = all("access.log.1", log.as_bytes());
    assert_eq!((got.kind, got.ids()), (Some(Kind::AccessLog), vec!["1", "4"]));
    assert_eq!(got.unreadable[0].line, Some(2));
    assert_eq!(got.pieces[0].1, b"what is this");
}

#[test]
fn any_other_text_is_lines_and_any_other_file_overlapping_pieces() {
    let got = all("notes.txt", b"one\ntwo\n");
    assert_eq!(got.pieces, [(PieceId::Lines(1), b"one\ntwo\n".to_vec(), 0..8)]);
    let bytes: Vec<u8> = (0..9_000_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let got = all("dump.bin", &bytes);
    assert_eq!(got.kind, Some(Kind::Bytes));
    let mut end = 0;
    for (id, piece, own) in got.pieces {
        let PieceId::One(id) = id else { panic!("lines") };
        let at: usize = id.strip_prefix("byte-").unwrap().parse().unwrap();
        assert_eq!(piece, bytes[at..at + piece.len()]);
        assert_eq!(at + own.start, end, "every byte is one piece's own");
        assert!(at == 0 || own.start == OVERLAP / 2);
        end = at + own.end;
    }
    assert_eq!(end, bytes.len());
}

#[test]
fn a_line_too_long_to_hold_is_read_in_pieces_and_named() {
    let mut text = b"{\"url\":\"https://a.example/\"}\n{\"url\":\"/\",\"body\":\"".to_vec();
    text.resize(text.len() + LONGEST + (9 << 20), b'x');
    text.extend_from_slice(b"\"}\n{\"url\":\"https://b.example/\"}\n");
    let got = all("t.ndjson", &text);
    assert_eq!(got.ids(), ["1", "3"]);
    assert_eq!(got.unreadable[0].line, Some(2));
    assert!(got.pieces.len() > 8);
    assert_eq!(got.pieces[0].0, PieceId::One("2/byte-0".into()));
    let own: usize = got.pieces.iter().map(|p| p.2.len()).sum();
    assert_eq!(own, LONGEST + (9 << 20) + b"{\"url\":\"/\",\"body\":\"\"}".len());
}

#[test]
fn an_empty_file_is_nothing() {
    let got = all("empty", b"");
    assert_eq!((got.kind, got.exchanges.len(), got.pieces.len(), got.unreadable.len()), (Some(Kind::Bytes), 0, 0, 0));
}

#[test]
fn what_cannot_be_opened_is_said_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let missing = check(&dir.path().join("no.har")).err().unwrap();
    assert_eq!(missing.code, "archive-missing");
    assert!(missing.message.contains("no such file"), "{missing}");
    assert_eq!(open(dir.path(), &Arc::default(), &Arc::default()).err().unwrap().code, "archive-folder");
}

#[test]
fn a_list_of_exchanges_is_read_entry_by_entry() {
    let got = all("x.json", b"[\n{\"id\":7,\"url\":\"https://a.example/\"},5,\n{\"request\":{\"url\":\"https://b.example/\"},\"response\":{}}]");
    assert_eq!((got.kind, got.ids()), (Some(Kind::Json), vec!["7", "3"]), "{}", got.whys());
    assert!(got.whys().contains("entry 2 of the list"), "{}", got.whys());
}

#[test]
fn other_columns_are_read_with_their_row_and_a_servers_log_is_one() {
    let row = r#"{"url":"https://a.example/","postData":"p","cookies":"c=1","response_body":"r","serverResponse":{"m":1},"Set-Cookie":"s=1","n":null}"#;
    let got = all("x.ndjson", row.as_bytes());
    let first = &got.exchanges[0];
    assert_eq!((first.header("cookie"), first.body.as_deref()), (Some("c=1"), Some(&b"{\"postData\":\"p\"}"[..])));
    let got = all("x.ndjson", br#"{"url":"https://a.example/","body":"b","request_body":{"m":1}}"#);
    assert_eq!(got.exchanges[0].header("request_body"), Some("{\"m\":1}"));
    let log = r#"{"time_iso8601":"2025-10-10T13:55:36+02:00","request_uri":"/tr?em=x","host":"www.example.com","http_referer":"-"}
{"time_local":"10/Oct/2025:13:55:36 +0200","request":"POST /a HTTP/1.1","host":"b.example","scheme":"https"}"#;
    let got = all("access.json", log.as_bytes());
    assert_eq!(got.kind, Some(Kind::Ndjson), "{}", got.whys());
    let urls: Vec<_> = got.exchanges.iter().map(|e| e.url.as_str()).collect();
    assert_eq!(urls, ["http://www.example.com/tr?em=x", "https://b.example/a"]);
    assert!(got.exchanges.iter().all(|e| e.at == "2025-10-10T11:55:36Z".parse().ok()));
}

pub(in crate::archive) fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    use flate2::write::DeflateEncoder;
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let mut deflated = DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        deflated.write_all(bytes).unwrap();
        let (packed, at) = (deflated.finish().unwrap(), out.len() as u32);
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let mut fields = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        for word in [crc.sum(), packed.len() as u32, bytes.len() as u32] {
            fields.extend_from_slice(&word.to_le_bytes());
        }
        fields.extend_from_slice(&(name.len() as u16).to_le_bytes());
        fields.extend_from_slice(&[0, 0]);
        out.extend([b"PK\x03\x04", &fields[..], name.as_bytes(), &packed].concat());
        let place = [&[0; 10][..], &at.to_le_bytes()].concat();
        directory.extend([b"PK\x01\x02\x14\0", &fields[..], &place, name.as_bytes()].concat());
    }
    let (count, at) = ((files.len() as u16).to_le_bytes(), (out.len() as u32).to_le_bytes());
    let size = (directory.len() as u32).to_le_bytes();
    out.extend([&directory[..], b"PK\x05\x06\0\0\0\0", &count, &count, &size, &at, &[0, 0]].concat());
    out
}

#[test]
fn a_zip_archive_is_read_file_by_file() {
    let files: [(&str, &[u8]); 3] = [("a/t.ndjson", LINES), ("b.gz", &gz(LINES)), ("c.xz", b"\xfd7zXZ\0")];
    let got = all("t.zip", &zipped(&files));
    assert_eq!(got.kind, Some(Kind::Zip));
    assert_eq!(got.ids(), ["17", "3", "5", "5", "17", "3", "5", "5"], "{}", got.whys());
    let last = got.unreadable.last().unwrap();
    assert!(last.source.ends_with("t.zip/c.xz") && last.why.contains("packed by xz"), "{last:?}");
    let whole = zipped(&files);
    for cut in [8, whole.len() / 2, whole.len() - 1] {
        assert!(all("t.zip", &whole[..cut]).whys().contains("zip archive cannot be read"));
    }
}

#[test]
fn what_cannot_be_opened_is_named_with_its_cure() {
    for (head, what) in [
        (&b"\xfd7zXZ\0\0"[..], "xz"),
        (b"BZh91AY&SY", "bzip2"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07\x01", "rar"),
    ] {
        let got = all("x", &[head, b"anything"].concat());
        assert_eq!(got.kind.map(Kind::word), Some("packed"));
        assert!(
            got.whys().contains(&format!("packed by {what} ")) && got.whys().contains("unpack it"),
            "{}",
            got.whys()
        );
    }
}

fn tarred(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, bytes) in files {
        let mut header = [0; 512];
        header[..name.len()].copy_from_slice(name.as_bytes());
        header[124..135].copy_from_slice(format!("{:011o}", bytes.len()).as_bytes());
        header[156] = if name.ends_with('/') { b'5' } else { b'0' };
        header[257..262].copy_from_slice(b"ustar");
        header[148..156].fill(b' ');
        let sum: u32 = header.iter().map(|b| u32::from(*b)).sum();
        header[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
        out.extend([&header[..], bytes].concat());
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.resize(out.len() + 1024, 0);
    out
}

#[test]
fn a_log_with_the_letters_of_a_tar_archive_is_a_log() {
    let mut log = b"192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.1\" 200 5\n".repeat(20);
    log[257..262].copy_from_slice(b"ustar");
    assert_eq!(all("x.log", &log).kind, Some(Kind::AccessLog));
}

#[test]
fn a_tar_archive_is_read_file_by_file_where_it_stands() {
    // the second file is damaged at once: the third is read all the same
    let files: [(&str, &[u8]); 5] =
        [("a/", b""), ("a/t.ndjson", LINES), ("b.gz", &gz(LINES)[..9]), ("c.parquet", b"PAR1xx"), ("d.gz", &gz(LINES))];
    let tar = tarred(&files);
    for (name, bytes) in [("t.tar", tar.clone()), ("t.tgz", gz(&tar))] {
        let got = all(name, &bytes);
        assert_eq!(got.kind, Some(Kind::Tar));
        assert_eq!(got.ids(), ["17", "3", "5", "5", "17", "3", "5", "5"], "{}", got.whys());
        let sources: Vec<_> = got.unreadable.iter().map(|u| u.source.rsplit('/').next().unwrap()).collect();
        assert!(sources.contains(&"b.gz") && sources.contains(&"c.parquet"), "{sources:?}");
    }
    for cut in [700, 1024 + LINES.len() - 20] {
        let got = all("cut.tar", &tar[..cut]);
        assert_eq!(got.ids().contains(&"17"), cut > 1000);
        assert!(got.whys().contains("tar archive is damaged or cut"), "{}", got.whys());
    }
    let nested = all("n.tar", &tarred(&[("t.tar", &tar)]));
    assert!(nested.ids().is_empty() && nested.whys().contains("inside another"), "{}", nested.whys());
}

#[test]
fn lines_of_json_that_are_no_exchanges_are_named_once() {
    let got = all("x.log", &b"{\"m\":\"a@example.com\"}\n".repeat(3));
    assert_eq!((got.kind, got.unreadable.len(), got.pieces.len()), (Some(Kind::Text), 1, 1), "{}", got.whys());
}

#[test]
fn utf_16_with_its_mark_is_read_as_text() {
    let text = format!("\u{feff}{}", String::from_utf8(LINES.to_vec()).unwrap().replace("text", "å €😀"));
    let har = "\u{feff}{\"log\":{\"entries\":[{\"request\":{\"method\":\"GET\",\"url\":\"https://t.example/å\"}}]}}";
    for order in [u16::to_le_bytes, u16::to_be_bytes] {
        let utf16 = |text: &str| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        for bytes in [utf16(&text), gz(&utf16(&text))] {
            let got = all("t.ndjson", &bytes);
            assert_eq!(got.ids(), ["17", "3", "5", "5"]);
            assert_eq!(got.exchanges[0].body.as_deref(), Some("å €😀".as_bytes()));
        }
        let got = all("x.har", &utf16(har));
        assert_eq!((got.kind, got.exchanges[0].url.as_str()), (Some(Kind::Har), "https://t.example/å"));
        // longer than any buffer, and half a unit at its end
        let long = "\u{feff}a😀".to_owned() + &"😀å".repeat(300_000);
        let got = all("t", &[utf16(&long), vec![b'x']].concat());
        let read: Vec<u8> = got.pieces.iter().flat_map(|(_, bytes, _)| bytes.clone()).collect();
        assert_eq!(String::from_utf8(read).unwrap(), long + "\u{fffd}");
    }
    let got = all("x", b"\xff\xfe\0\0\x01\0");
    assert_eq!(got.kind, Some(Kind::Bytes));
}

#[test]
fn other_servers_logs_are_by_all_of_their_lines() {
    let iis =
        "#Software: x\n#Fields: date time\n2021-03-01 12:00:00 192.0.2.1 GET /a em=b 80 - 192.0.2.2 M - 200 0 0 5\n";
    let got = all("u_ex210301.log", iis.as_bytes());
    assert_eq!((got.kind, got.exchanges[0].url.as_str()), (Some(Kind::AccessLog), "/a?em=b"));
    assert!(got.unreadable.is_empty() && got.pieces.len() == 2, "{}", got.whys());
    // its fields are named once, far above
    let line =
        "2021-03-01\t12:00:00\tGET\td1.example\t/p.gif\t200\thttps://s.example/?t=1\tMozilla/5.0\t-\tu=c00d;%20v=2\n";
    let names = "#Fields: date time cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie)\n";
    let got = all("E1.log", format!("#Version: 1.0\n{names}{}", line.repeat(20_000)).as_bytes());
    for exchange in [&got.exchanges[0], &got.exchanges[19_999]] {
        assert_eq!(
            (exchange.header("referer"), exchange.header("cookie")),
            (Some("https://s.example/?t=1"), Some("u=c00d; v=2"))
        );
        assert!(
            exchange.header("log-fields").is_some_and(|rest| !rest.contains("c00d") && !rest.contains("s.example"))
        );
    }
    let log = "2021-03-01T12:00:00Z GET /users/5 took 3 ms\nstarted\n";
    assert_eq!(all("app.log", log.as_bytes()).kind, Some(Kind::Text));
}

#[test]
fn what_breaks_off_is_looked_through_as_bytes() {
    let held =
        |got: &Got, text: &[u8]| got.pieces.iter().any(|(_, bytes, _)| memchr::memmem::find(bytes, text).is_some());
    let zip = zipped(&[("a.txt", b"e=a@example.com")]);
    let got = all("t.zip", &zip[..zip.len() - 30]);
    assert!(held(&got, b"PK\x03\x04") && got.unreadable.len() == 1, "{}", got.whys());
    // archives one behind the other, as `cat` makes them
    let tar = |text: &[u8]| tarred(&[("t.txt", text)]);
    let got = all("t.tar", &[tar(b"e=a@example.com"), tar(b"e=b@example.com")].concat());
    assert!(held(&got, b"a@example.com") && held(&got, b"b@example.com") && got.whys().is_empty(), "{}", got.whys());
    let got = all("t.tar", &[tar(b"x"), b"e=b@example.com".to_vec()].concat());
    assert!(held(&got, b"b@example.com") && got.whys().contains("read as bytes"), "{}", got.whys());
}

#[test]
fn a_row_of_signs_alone_costs_no_more_than_its_length() {
    let text = format!("id,email\n1,a@example.com\n{}\n2,b@example.com\n", ",".repeat(300_000));
    let got = all("t.csv", text.as_bytes());
    assert!(
        got.whys().contains("262144 columns") && got.exchanges.len() == 1,
        "{:?} {} {}",
        got.kind,
        got.exchanges.len(),
        got.whys()
    );
    // as it stands
    let piece = got.pieces.iter().find(|(_, bytes, _)| bytes.starts_with(b",,")).unwrap();
    assert!(piece.1.ends_with(b",\n2,b@example.com\n"));
}
