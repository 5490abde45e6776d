//! Requests of which the end, a piece or the beginning was never recorded: what there is of them is read, and said to be a part.

use super::super::http::{Requests, Told};
use facts::Exchange;

const MIB: usize = 1 << 20;

fn told(port: u16, feed: impl FnOnce(&mut Requests)) -> Told {
    let mut requests = Requests::new(([192, 0, 2, 2], port).into());
    feed(&mut requests);
    requests.end();
    requests.told()
}

fn holds(all: &[Exchange], text: &str) -> bool {
    let within = |bytes: &[u8]| memchr::memmem::find(bytes, text.as_bytes()).is_some();
    all.iter().any(|e| e.body.iter().chain(&e.frames).any(|bytes| within(bytes)) || e.url.contains(text))
}

#[test]
fn a_request_line_without_its_end_is_read_whatever_comes_behind_it() {
    let line = b"GET /?e=a%40example.com&x=yyy";
    for lost in [false, true] {
        let told = told(80, |requests| {
            requests.feed(line, None);
            if lost {
                requests.lost(1000);
                requests.feed(b"GET /b HTTP/1.1\r\nHost: t.example\r\n\r\n", None);
            }
        });
        assert!(holds(&told.exchanges, "a%40example.com") && told.whys.len() == 1, "{lost}: {:?}", told.whys);
        assert_eq!(told.exchanges.len(), 1 + usize::from(lost));
        assert_eq!(told.holes.len(), usize::from(lost));
    }
}

#[test]
fn a_body_of_any_size_is_handed_on() {
    let part = vec![b'x'; MIB];
    for chunked in [false, true] {
        let told = told(443, |requests| {
            let length = if chunked { "Transfer-Encoding: chunked" } else { "Content-Length: 34603024" };
            let head = format!("POST /a HTTP/1.1\r\nHost: t.example\r\n{length}\r\n\r\n");
            requests.feed(head.as_bytes(), None);
            for n in 0..34 {
                let part = if n < 33 { &part[..] } else { b"&e=a@example.com" };
                if chunked {
                    requests.feed(format!("{:x}\r\n", part.len()).as_bytes(), None);
                }
                requests.feed(part, None);
                if chunked {
                    requests.feed(b"\r\n", None);
                }
            }
        });
        assert!(holds(&told.exchanges, "&e=a@example.com"));
        let all: Vec<_> = told.exchanges.iter().map(|e| (&*e.url, e.body.as_ref().map(Vec::len))).collect();
        assert_eq!(all, [("http://t.example/a", Some(32 * MIB)), ("http://t.example/a", Some(MIB + 16))]);
    }
}

#[test]
fn an_upload_whose_beginning_is_missing_is_read_to_its_end() {
    let feed = |requests: &mut Requests| {
        (0..3).for_each(|_| requests.feed(&vec![b'x'; MIB], None));
        requests.feed(b"&e=a@example.com", None);
    };
    let to_http = told(80, feed);
    assert!(holds(&to_http.exchanges, "&e=a@example.com") && to_http.whys.len() == 1);
    // elsewhere it is told that it was not kept, where it turns out to have been sent to HTTP
    let told = told(4711, |requests| {
        feed(requests);
        requests.feed(b"GET /b HTTP/1.1\r\nHost: t.example\r\n\r\n", None);
    });
    assert!(told.whys.iter().any(|why| why.contains("only the first 1048576 were kept")), "{:?}", told.whys);
}

#[test]
fn what_stands_behind_a_chunk_without_a_size_is_read() {
    let told = told(80, |requests| {
        let head = b"POST /a HTTP/1.1\r\nHost: t.example\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nzz\r\n";
        requests.feed(&[&head[..], b"e=a@example.com"].concat(), None);
    });
    assert!(holds(&told.exchanges, "e=a@example.com") && told.whys[0].contains("chunks"), "{:?}", told.whys);
}

const UPGRADE: &[u8] = b"GET /s HTTP/1.1\r\nHost: t.example\r\nUpgrade: websocket\r\n\r\n";

#[test]
fn a_message_without_its_end_is_read_and_told() {
    use super::packets::{deflated, masked};
    let text = b"{\"mail\":\"a@example.com\",\"x\":\"yyyyyyyyyyyyyyyyyyyyyyyy\"}";
    let cut = |frame: Vec<u8>| frame[..frame.len() - 8].to_vec();
    let first = masked(0x01, &text[..30]);
    let packed = deflated(&text.repeat(2));
    for (frames, count) in [
        (cut(masked(0x81, text)), 1),
        (first.clone(), 1),
        ([first.clone(), cut(masked(0x80, &text[30..]))].concat(), 1),
        ([first, cut(masked(0x81, text))].concat(), 2),
        (cut(masked(0xc1, &packed)), 1),
        (masked(0x41, &packed[..packed.len() - 8]), 1),
    ] {
        for lost in [false, true] {
            let told = told(80, |requests| {
                requests.feed(UPGRADE, None);
                requests.feed(&frames, None);
                if lost {
                    requests.lost(20);
                }
            });
            let sent: Vec<_> =
                told.exchanges.iter().flat_map(|e| &e.frames).map(|f| String::from_utf8_lossy(f)).collect();
            assert!(sent.len() == count && holds(&told.exchanges, "a@example.com"), "{sent:?}");
            assert_eq!(told.whys.len(), 1, "{:?}", told.whys);
        }
    }
    // a length that no message has
    let endless = [&[0x80, 0xff][..], &[0xff; 8], &[1; 4]].concat();
    let told = told(80, |requests| requests.feed(&[UPGRADE, &masked(0x01, text), &endless].concat(), None));
    assert!(holds(&told.exchanges, "a@example.com") && told.whys[0].contains("larger than 32 MiB"), "{:?}", told.whys);
}
