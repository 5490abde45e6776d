//! Texts in bytes of an unknown form: a length before one says where it ends, whatever the bytes beside it read as.

use super::*;

const CSV: &str = "id,email,national_id,phone,iban,family_name\n\
    p1,anna.berg@example.com,19640823-3234,+46701740605,DE89370400440532013000,Lindqvistsson\n\
    p2,,241261-311X,,,\n";

fn people() -> Needles {
    Needles::compile(&crate::people("p.csv", CSV).unwrap(), &Options::default())
}

/// Of a byte each but for what is longer than 127.
fn varint(n: usize) -> Vec<u8> {
    if n < 0x80 { vec![n as u8] } else { vec![n as u8 | 0x80, (n >> 7) as u8] }
}

fn der(text: &[u8]) -> Vec<u8> {
    if text.len() < 0x80 { vec![text.len() as u8] } else { vec![0x81, text.len() as u8] }
}

/// How a format writes a text before which others stand.
type Write = fn(&[u8]) -> Vec<u8>;

/// Each with what of the next text reads as more of this one.
const FORMATS: [(&str, Write); 16] = [
    ("der", |t| [b"\x30\x7f\x06\x03\x55\x04\x05\x0c", &*der(t), t, b"1\x0b0\x09"].concat()),
    ("protobuf behind something", |t| {
        [b"\0\0\0\0\x2a\0\x0a\x05track\x2a", &*varint(t.len()), t, b"2\x0abasic plan"].concat()
    }),
    ("avro", |t| [b"\0\0\0\x06\x06abc", &*varint(t.len() * 2), t, b"0basic"].concat()),
    ("amf", |t| [b"\x0a\x0b\x01\x0bemail\x06", &*varint(t.len() * 2 + 1), t, b"abc\x01"].concat()),
    ("thrift", |t| [b"\x80\x01\0\x01\x0b\0\x01\0\0", &(t.len() as u16).to_be_bytes()[..], t, b"0\0\x02"].concat()),
    ("pickle", |t| {
        [b"\x80\x02}q\0X\x05\0\0\0emailq\x01X", &(t.len() as u32).to_le_bytes()[..], t, b"q\x02s."].concat()
    }),
    ("little", |t| [b"\x02\x01u\x03", &(t.len() as u16).to_le_bytes()[..], t, b"abc\0"].concat()),
    ("cbor", |t| {
        let head = match t.len() {
            n @ ..24 => vec![0x60 | n as u8],
            n => vec![0x78, n as u8],
        };
        [b"\x04\xa3bid", &*head, t, b"dplanebasic\x18"].concat()
    }),
    ("cbor behind a number", |t| {
        let head = if t.len() < 24 { vec![0x60 | t.len() as u8] } else { vec![0x78, t.len() as u8] };
        [b"\x04\x181", &*head, t, b"an\x01"].concat()
    }),
    ("msgpack", |t| {
        let head = if t.len() < 32 { vec![0xa0 | t.len() as u8] } else { vec![0xd9, t.len() as u8] };
        [b"\xc1\xa2id", &*head, t, b"1\xa1x"].concat()
    }),
    ("smile", |t| {
        let head = if t.len() <= 32 { 0x40 + t.len() as u8 - 1 } else { 0x60 + t.len() as u8 - 33 };
        [b":)\n\x01\xfa\x83emai", &[head][..], t, b"\xfb"].concat()
    }),
    ("plist", |t| {
        let head = if t.len() < 15 { vec![0x50 | t.len() as u8] } else { vec![0x5f, 0x10, t.len() as u8] };
        [b"bplist00\xd1\x01\x02Uemail", &*head, t, b"Xabc\x08"].concat()
    }),
    ("java", |t| [b"\xac\xed\0\x05t", &(t.len() as u16).to_be_bytes()[..], t, b"t\0\x03abc"].concat()),
    ("serialised by V8", |t| [b"\xff\x0fo\"\x05email\"", &*varint(t.len()), t, b"\"\x01nI\x02{\x02"].concat()),
    ("ubjson", |t| [b"{i\x05emailSi", &[t.len() as u8][..], t, b"i\x01aU\x05}"].concat()),
    ("ion", |t| [b"\xe0\x01\0\xea\xde\x9e\x84\x8e", &[0x80 | t.len() as u8][..], t, b"abc"].concat()),
];

/// An address of any length, so that its length reads as any sign.
fn address(length: usize) -> String {
    let domain = "@example.com";
    format!("{}{domain}", format!("x{length}y").repeat(20).get(..length - domain.len()).unwrap())
}

#[test]
fn addresses_of_every_length_are_found_in_every_format() {
    let lengths = 15..65;
    let rows: String = lengths.clone().map(|n| format!("p{n},{}\n", address(n))).collect();
    let needles = Needles::compile(&crate::people("p.csv", &format!("id,email\n{rows}")).unwrap(), &Options::default());
    let mut missed = Vec::new();
    for (name, write) in FORMATS {
        for n in lengths.clone() {
            let data = write(address(n).as_bytes());
            let all = hits(&needles, &data);
            if all.len() != 1 || all[0].identifier != IdentifierKind::Email {
                missed.push((name, n, all.len()));
            }
        }
    }
    assert_eq!(missed, []);
}

#[test]
fn numbers_and_names_end_where_their_length_says() {
    let needles = people();
    let mut missed = Vec::new();
    for (name, write) in FORMATS {
        for (text, kind, before) in [
            ("anna.berg@example.com", IdentifierKind::Email, ""),
            ("mailto:anna.berg@example.com", IdentifierKind::Email, "mailto:"),
            ("196408233234", IdentifierKind::NationalId, ""),
            ("PNOEE-196408233234", IdentifierKind::NationalId, "PNOEE-"),
            ("241261-311X", IdentifierKind::NationalId, ""),
            ("+46701740605", IdentifierKind::Phone, ""),
            ("DE89370400440532013000", IdentifierKind::Iban, ""),
            ("Lindqvistsson", IdentifierKind::FamilyName, ""),
        ] {
            let data = write(text.as_bytes());
            let at = data.windows(text.len()).position(|w| w == text.as_bytes()).unwrap() + before.len();
            let told: Vec<_> = hits(&needles, &data).iter().map(|h| (h.identifier, h.offset)).collect();
            if told != [(kind, at as u64)] {
                missed.push((name, text, told));
            }
        }
    }
    assert_eq!(missed, []);
}

#[test]
fn what_no_length_ends_is_part_of_something_else() {
    let needles = people();
    for text in ["anna.berg@example.com", "196408233234", "241261-311X", "46701740605", "Lindqvistsson"] {
        for (before, after) in [("", "0x"), ("x", ""), ("7", "b")] {
            let whole = format!("{before}{text}{after}");
            // the length of all of it, and one that ends within
            for length in [whole.len() as u8, whole.len() as u8 - 1] {
                let data = [&[0, 1, 0xff, length], whole.as_bytes(), b"\x01\x02"].concat();
                let all = hits(&needles, &data);
                assert!(all.is_empty(), "{length} {whole} {all:?}");
            }
        }
        // in text nothing is a length
        let text = format!("{}\n{text}0 and more, so that it is text on both sides\n", "a line of text ".repeat(100));
        let data = [&b"\0\x01\x02 "[..], text.repeat(3).as_bytes()].concat();
        assert_eq!(hits(&needles, &data), [], "{text}");
    }
}

/// A text at every place would be as many as the square of them.
#[test]
fn bytes_full_of_lengths_are_read_in_a_line() {
    let needles = people();
    for piece in [&b"\n@a"[..], b"\x01aaaa@a.aa", b"\naaaaaaa", b"\x7f@", b"\xc3", b"aaaa\x80", b"`a", b"\n1234567890"]
    {
        let data = [&piece.repeat((256 << 10) / piece.len())[..], b"\0"].concat();
        let started = std::time::Instant::now();
        hits(&needles, &data);
        assert!(started.elapsed().as_secs() < 20, "{piece:?} {:?}", started.elapsed());
    }
}
