use super::super::Kind;
use super::{Got, all};
use std::io::Write;

/// A capture under construction: Ethernet and IPv4 unless told otherwise.
struct Capture {
    bytes: Vec<u8>,
    seconds: u32,
    link: u32,
}

const SYN: u8 = 2;
const ACK: u8 = 16;
const FIN: u8 = 17;
const CLIENT: u16 = 40_000;

impl Capture {
    fn new() -> Self {
        Self::of(1)
    }

    fn of(link: u32) -> Self {
        let mut bytes = Vec::new();
        for word in [0xa1b2_c3d4, 0x0004_0002, 0, 0, 65_535, link] {
            bytes.extend_from_slice(&u32::to_le_bytes(word));
        }
        Self { bytes, seconds: 1_600_000_000, link }
    }

    fn packet(&mut self, packet: &[u8]) {
        self.seconds += 1;
        let length = packet.len() as u32;
        for word in [self.seconds, 500_000, length, length] {
            self.bytes.extend_from_slice(&word.to_le_bytes());
        }
        self.bytes.extend_from_slice(packet);
    }

    fn tcp(&mut self, from: u16, sequence: u32, flags: u8, data: &[u8]) {
        self.tcp_to(80, from, sequence, flags, data);
    }

    fn tcp_to(&mut self, to: u16, from: u16, sequence: u32, flags: u8, data: &[u8]) {
        let packet = frame(self.link, &ipv4(6, &tcp(from, to, sequence, flags, data)));
        self.packet(&packet);
    }

    /// Segments of one stream from sequence number `start`, after its SYN.
    fn stream(&mut self, start: u32, data: &[u8], size: usize) {
        self.tcp(CLIENT, start.wrapping_sub(1), SYN, b"");
        let mut at = start;
        for part in data.chunks(size) {
            self.tcp(CLIENT, at, ACK, part);
            at = at.wrapping_add(part.len() as u32);
        }
        self.tcp(CLIENT, at, FIN, b"");
    }

    fn read(&self) -> Got {
        let got = all("c.pcap", &self.bytes);
        assert_eq!(got.kind, Some(Kind::Pcap));
        got
    }
}

fn tcp(from: u16, to: u16, sequence: u32, flags: u8, data: &[u8]) -> Vec<u8> {
    let mut out = [from.to_be_bytes(), to.to_be_bytes()].concat();
    out.extend_from_slice(&sequence.to_be_bytes());
    out.extend_from_slice(&[0, 0, 0, 0, 0x50, flags, 0xff, 0xff, 0, 0, 0, 0]);
    out.extend_from_slice(data);
    out
}

fn ipv4(protocol: u8, payload: &[u8]) -> Vec<u8> {
    let mut out = vec![0x45, 0];
    out.extend_from_slice(&(20 + payload.len() as u16).to_be_bytes());
    out.extend_from_slice(&[0, 0, 0x40, 0, 64, protocol, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2]);
    out.extend_from_slice(payload);
    out
}

fn frame(link: u32, packet: &[u8]) -> Vec<u8> {
    let kind: [u8; 2] = if packet[0] >> 4 == 4 { [8, 0] } else { [0x86, 0xdd] };
    let before = match link {
        // a VLAN tag in front
        1 => [&[0; 12][..], &[0x81, 0, 0, 7], &kind].concat(),
        113 => [&[0; 14][..], &kind].concat(),
        276 => [&kind[..], &[0; 18]].concat(),
        0 => vec![2, 0, 0, 0],
        _ => vec![],
    };
    [&before[..], packet].concat()
}

const POST: &[u8] = b"POST /c?x=1 HTTP/1.1\r\nHost: t.example\r\nReferer: https://p.example/\r\nContent-Length: 11\r\n\r\nem=a%40b.seGET /d HTTP/1.1\r\nhost: t.example\r\n\r\n";

fn check_both(got: &Got) {
    assert_eq!(got.ids(), ["1", "2"], "{}", got.whys());
    let post = &got.exchanges[0];
    assert_eq!((post.method.as_str(), post.url.as_str()), ("POST", "http://t.example/c?x=1"));
    assert_eq!((post.header("referer"), post.body.as_deref()), (Some("https://p.example/"), Some(&b"em=a%40b.se"[..])));
    assert_eq!(got.exchanges[1].url, "http://t.example/d");
    assert!(got.unreadable.is_empty() && got.gaps.is_empty(), "{}", got.whys());
}

#[test]
fn requests_are_put_together_from_segments_on_every_link() {
    for (link, size) in [(1, 1000), (1, 1), (1, 7), (0, 50), (101, 50), (113, 50), (276, 50)] {
        let mut capture = Capture::of(link);
        // the numbers wrap around within the stream
        capture.stream(u32::MAX - 20, POST, size);
        let got = capture.read();
        check_both(&got);
        assert_eq!(got.exchanges[0].at.map(|t| t.as_millisecond()), Some(1_600_000_002_500), "link {link} size {size}");
    }
}

#[test]
fn what_a_proxy_puts_before_a_request_is_no_part_of_it() {
    let binary = [&b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c"[..], &[9; 12]].concat();
    let text = b"PROXY TCP4 192.0.2.7 192.0.2.2 40000 80\r\n".to_vec();
    for (before, size) in [(&text, 1000), (&text, 7), (&text, 1), (&b"PROXY UNKNOWN\r\n".to_vec(), 5), (&binary, 1000)]
    {
        let mut capture = Capture::new();
        capture.stream(7, &[before, POST].concat(), size);
        check_both(&capture.read());
    }
    let mut capture = Capture::new();
    capture.stream(7, b"OPTIONS * HTTP/1.1\r\nHost: t.example\r\n\r\n", 1000);
    assert_eq!(capture.read().exchanges[0].url, "http://t.example/*");
}

/// As mirror ports, access lines and data centres wrap them.
#[test]
fn packets_in_packets_are_read() {
    let ethernet = |kind: [u8; 2], rest: &[u8]| [&[2; 12][..], &kind, rest].concat();
    let ip = |protocol: u8, before: &[u8], inner: &[u8]| ethernet([8, 0], &ipv4(protocol, &[before, inner].concat()));
    let vxlan = [0x30, 0x39, 0x12, 0xb5, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 7, 0];
    type Wrap<'a> = &'a dyn Fn(&[u8]) -> Vec<u8>;
    let wraps: [(&str, Wrap); 15] = [
        ("IP in IP", &|inner| ip(4, b"", inner)),
        ("GRE", &|inner| ip(47, &[0, 0, 8, 0], inner)),
        ("GRE with sum, key and number", &|inner| ip(47, &[&[0xb0, 0, 8, 0][..], &[9; 12]].concat(), inner)),
        ("GRE of Ethernet", &|inner| ip(47, &[0, 0, 0x65, 0x58], &ethernet([8, 0], inner))),
        ("ERSPAN I", &|inner| ip(47, &[0, 0, 0x88, 0xbe], &ethernet([8, 0], inner))),
        ("ERSPAN II", &|inner| ip(47, &[&[0x10, 0, 0x88, 0xbe][..], &[0; 12]].concat(), &ethernet([8, 0], inner))),
        ("ERSPAN III", &|inner| ip(47, &[&[0x10, 0, 0x22, 0xeb][..], &[0; 16]].concat(), &ethernet([8, 0], inner))),
        ("VXLAN", &|inner| ip(17, &vxlan, &ethernet([8, 0], inner))),
        ("AH", &|inner| ip(51, &[&[4, 4, 0, 0][..], &[0; 20]].concat(), inner)),
        ("MPLS", &|inner| ethernet([0x88, 0x47], &[&[0, 1, 0, 64, 0, 2, 1, 64][..], inner].concat())),
        ("Ethernet in MPLS", &|inner| {
            ethernet([0x88, 0x47], &[&[0, 1, 1, 64, 0, 0, 0, 0][..], &*ethernet([8, 0], inner)].concat())
        }),
        ("PPPoE", &|inner| ethernet([0x88, 0x64], &[&[0x11, 0, 0, 1, 0, 42, 0, 0x21][..], inner].concat())),
        ("SNAP", &|inner| ethernet([0, 48], &[&[0xaa, 0xaa, 3, 0, 0, 0, 8, 0][..], inner].concat())),
        ("VLAN in VLAN", &|inner| ethernet([0x88, 0xa8], &[&[0, 7, 0x81, 0, 0, 8, 8, 0][..], inner].concat())),
        ("GRE in GRE", &|inner| ip(47, &[0, 0, 8, 0], &ipv4(47, &[&[0, 0, 8, 0][..], inner].concat()))),
    ];
    for (name, wrap) in wraps {
        let mut capture = Capture::new();
        let parts = POST.chunks(40).enumerate().map(|(i, part)| (100 + 40 * i as u32, ACK, part));
        for (at, flags, data) in [(99, SYN, &b""[..])].into_iter().chain(parts) {
            capture.packet(&wrap(&ipv4(6, &tcp(CLIENT, 80, at, flags, data))));
        }
        println!("{name}");
        check_both(&capture.read());
    }
}

#[test]
fn packets_that_cannot_be_read_are_told_and_what_keeps_a_network_going_is_not() {
    let ethernet = |kind: [u8; 2], rest: &[u8]| [&[2; 12][..], &kind, rest].concat();
    let whole = ethernet([8, 0], &ipv4(6, &tcp(CLIENT, 80, 1, ACK, POST)));
    let deep = (0..40).fold(ipv4(6, &tcp(CLIENT, 80, 1, ACK, POST)), |inner, _| ipv4(4, &inner));
    for (frame, told) in [
        (ethernet([8, 0], &ipv4(50, &[7; 60])), "1 IPsec and MACsec packets"),
        (ethernet([0x88, 0xe5], &[7; 60]), "1 IPsec and MACsec packets"),
        (ethernet([8, 0], &ipv4(132, &[7; 60])), "1 packets of other protocols"),
        (ethernet([0x89, 0x15], &[7; 60]), "1 packets of other protocols"),
        (ethernet([8, 0], &deep), "1 packets of other protocols"),
        (whole[..40].to_vec(), "1 packets cut short"),
        (ethernet([8, 0], &ipv4(1, &[8; 30])), ""),
        (ethernet([8, 6], &[0; 28]), ""),
        (ethernet([0, 38], &[0x42; 60]), ""),
        (ethernet([0x88, 0x63], &[0x11; 40]), ""),
    ] {
        let mut capture = Capture::new();
        capture.packet(&frame);
        let got = capture.read();
        let gaps: Vec<_> = got.gaps.iter().map(|g| g.what.split(" in ").next().unwrap()).collect();
        assert_eq!((gaps.join(", "), got.exchanges.len()), (told.to_owned(), 0), "{frame:?}");
    }
}

#[test]
fn order_and_repetition_do_not_matter() {
    let mut capture = Capture::new();
    capture.tcp(CLIENT, 99, SYN, b"");
    let parts: Vec<_> = POST.chunks(10).enumerate().map(|(i, part)| (100 + 10 * i as u32, part)).collect();
    capture.tcp(CLIENT, parts[0].0, ACK, parts[0].1);
    for (at, part) in parts.iter().skip(1).rev() {
        capture.tcp(CLIENT, *at, ACK, part);
    }
    capture.tcp(CLIENT, 100 + POST.len() as u32, FIN, b"");
    // all of it once more, and an overlapping piece
    capture.tcp(CLIENT, 100, ACK, POST);
    capture.tcp(CLIENT, 105, ACK, &POST[5..40]);
    check_both(&capture.read());
}

#[test]
fn a_lost_segment_is_named_and_what_is_there_is_read() {
    let body = "0123456789".repeat(20);
    let request = format!("POST /c HTTP/1.1\r\nHost: t.example\r\nContent-Length: 200\r\n\r\n{body}");
    let head = request.len() - 200;
    let mut capture = Capture::new();
    capture.tcp(CLIENT, 99, SYN, b"");
    capture.tcp(CLIENT, 100, ACK, &request.as_bytes()[..head + 50]);
    capture.tcp(CLIENT, 100 + head as u32 + 80, ACK, &request.as_bytes()[head + 80..]);
    capture.tcp(CLIENT, 100 + request.len() as u32, ACK, b"GET /next HTTP/1.1\r\nHost: t.example\r\n\r\n");
    let got = capture.read();
    assert_eq!(got.ids(), ["1", "2"]);
    // with a line break for the hole
    assert_eq!(got.exchanges[0].body.as_ref().map(Vec::len), Some(171));
    assert!(got.whys().contains("30 bytes were lost"), "{}", got.whys());
    assert_eq!(got.exchanges[1].url, "http://t.example/next");
}

#[test]
fn a_capture_that_begins_and_ends_in_the_middle_gives_what_it_has() {
    let mut capture = Capture::new();
    capture.tcp(CLIENT, 5, ACK, b"...the end of a body");
    capture.tcp(CLIENT, 25, ACK, b"PUT /x HTTP/1.1\r\nHost: t.example\r\nContent-Length: 9\r\n\r\nhalf");
    let mut got = capture.read();
    let bodies: Vec<_> = got.exchanges.iter().map(|e| e.body.as_deref().unwrap()).collect();
    assert_eq!(bodies, [&b"...the end of a body"[..], b"half"]);
    assert!(got.exchanges[0].url == "http://192.0.2.2:80/" && got.exchanges[0].at.is_some());
    assert!(got.whys().contains("end was not recorded") && got.whys().contains("belong to no request"));
    capture.bytes.truncate(capture.bytes.len() - 3);
    got = all("c.pcap", &capture.bytes);
    assert!(got.whys().contains("middle of a packet"), "{}", got.whys());
}

#[test]
fn a_request_without_its_beginning_or_the_middle_of_its_head_is_read_as_a_body() {
    let mut capture = Capture::new();
    capture.tcp(CLIENT, 5, ACK, b"t: */*\r\n\r\nem=a@b.example");
    let head = b"POST /a HTTP/1.1\r\nHost: t.example\r\nUser-Ag";
    capture.tcp(CLIENT + 1, 0, SYN, b"");
    capture.tcp(CLIENT + 1, 1, ACK, head);
    capture.tcp(CLIENT + 1, 1 + head.len() as u32 + 15, ACK, b"a/5.0\r\n\r\nem=c@d.example");
    // neither the answers nor what is encrypted
    capture.tcp_to(CLIENT, 80, 9, ACK, b"...the end of an answer");
    capture.tcp_to(443, CLIENT + 2, 9, ACK, b"\x17\x03\x03\0\x05.....");
    let got = capture.read();
    let bodies: Vec<_> =
        got.exchanges.iter().map(|e| (e.url.as_str(), e.body.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        bodies,
        [
            ("http://192.0.2.2:80/", &b"t: */*\r\n\r\nem=a@b.example"[..]),
            ("http://t.example/a", b""),
            ("http://192.0.2.2:80/", b"a/5.0\r\n\r\nem=c@d.example"),
        ]
    );
    assert_eq!(got.whys().matches("belong to no request").count(), 2, "{}", got.whys());
    assert_eq!(got.gaps.len(), 1);
}

#[test]
fn what_follows_a_hole_is_read_and_what_is_no_request_is_a_gap() {
    let mut capture = Capture::new();
    let head = b"POST /a HTTP/1.1\r\nHost: t.example\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nfirst";
    capture.tcp(CLIENT, 0, SYN, b"");
    capture.tcp(CLIENT, 1, ACK, head);
    capture.tcp(CLIENT, 1 + head.len() as u32 + 100, ACK, b"behind the hole");
    // a mail, and the answer to a request
    capture.tcp_to(25, CLIENT + 1, 1, ACK, b"EHLO me\r\nMAIL FROM:<a@example.com>\r\n");
    capture.tcp(CLIENT + 2, 1, ACK, b"HTTP/1.1 200 OK\r\n\r\nb@example.com");
    capture.packet(&frame(1, &ipv4(17, &[0; 20])));
    let got = capture.read();
    let bodies: Vec<_> = got.exchanges.iter().map(|e| e.body.as_deref().unwrap()).collect();
    assert_eq!(bodies, [&b"first"[..], b"behind the hole"], "{}", got.whys());
    let gaps: Vec<_> = got.gaps.iter().map(|g| g.what.split(" in ").next().unwrap()).collect();
    assert_eq!(gaps, ["1 TCP streams without an HTTP request", "1 UDP packets"]);
}

#[test]
fn chunks_are_joined_and_six_is_as_good_as_four() {
    let chunked = b"POST /k HTTP/1.1\r\nHost: t.example\r\nTransfer-Encoding: chunked\r\n\r\n4;x=1\r\nem=a\r\n6\r\n%40b.s\r\n1\r\ne\r\n0\r\nT: 1\r\n\r\nGET / HTTP/1.1\r\n\r\n";
    for size in [1, 5, 500] {
        let mut capture = Capture::new();
        for (i, part) in chunked.chunks(size).enumerate() {
            let segment = tcp(CLIENT, 8080, 1 + (i * size) as u32, ACK, part);
            let mut packet = vec![0x60, 0, 0, 0];
            packet.extend_from_slice(&(8 + segment.len() as u16).to_be_bytes());
            packet.extend_from_slice(&[0, 64]);
            packet.extend_from_slice(&[0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
            packet.extend_from_slice(&[0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
            // a hop-by-hop header in between
            packet.extend_from_slice(&[6, 0, 0, 0, 0, 0, 0, 0]);
            packet.extend_from_slice(&segment);
            capture.packet(&frame(1, &packet));
        }
        let got = capture.read();
        assert_eq!(got.exchanges[0].body.as_deref(), Some(&b"em=a%40b.se"[..]), "{}", got.whys());
        assert_eq!(got.exchanges[1].url, "http://[2001:db8::2]:8080/");
    }
}

pub(super) fn masked(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [1, 2, 3, 4];
    let mut out = vec![first];
    match payload.len() {
        n @ 0..=125 => out.push(0x80 | n as u8),
        n => {
            out.push(0x80 | 126);
            out.extend_from_slice(&(n as u16).to_be_bytes());
        }
    }
    out.extend_from_slice(&mask);
    out.extend(payload.iter().zip(mask.iter().cycle()).map(|(b, m)| b ^ m));
    out
}

/// As a browser deflates a message: the last four bytes taken off.
pub(super) fn deflated(message: &[u8]) -> Vec<u8> {
    let mut compress = flate2::Compress::new(flate2::Compression::fast(), false);
    let mut out = Vec::with_capacity(1000);
    compress.compress_vec(message, &mut out, flate2::FlushCompress::Sync).unwrap();
    out.truncate(out.len() - 4);
    out
}

#[test]
fn frames_sent_over_a_web_socket_are_read() {
    let long = "l".repeat(300);
    let mut stream =
        b"GET /s HTTP/1.1\r\nHost: t.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n".to_vec();
    stream.extend(masked(0x81, b"{\"em\":\"a\"}"));
    stream.extend(masked(0x89, b"ping"));
    stream.extend(masked(0x01, b"in "));
    stream.extend(masked(0x80, b"parts"));
    stream.extend(masked(0x82, long.as_bytes()));
    stream.extend(masked(0xc1, &deflated(b"deflated deflated deflated")));
    for size in [1, 64, 5000] {
        let mut capture = Capture::new();
        capture.stream(1, &stream, size);
        let got = capture.read();
        assert_eq!((got.exchanges.len(), got.exchanges[0].url.as_str()), (1, "ws://t.example/s"), "{}", got.whys());
        let frames: Vec<_> = got.exchanges[0].frames.iter().map(|f| String::from_utf8_lossy(f)).collect();
        assert_eq!(frames, ["{\"em\":\"a\"}", "in parts", &long, "deflated deflated deflated"]);
    }
}

#[test]
fn what_cannot_be_read_is_a_gap() {
    let mut capture = Capture::new();
    capture.tcp(1, 1, ACK, &[0x16, 3, 1, 2, 0, 1]);
    capture.tcp(2, 1, ACK, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    capture.tcp(3, 1, ACK, b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody");
    capture.packet(&frame(1, &ipv4(17, &[0x9c, 0x40, 1, 0xbb, 0, 8, 0, 0])));
    let got = capture.read();
    let whats: Vec<_> = got.gaps.iter().map(|g| g.what.split(" in ").next().unwrap()).collect();
    assert_eq!(whats, ["1 TLS streams", "1 HTTP/2 streams", "1 QUIC packets"]);
    assert!(got.exchanges.is_empty() && got.unreadable.is_empty());
    let mut other = Capture::of(999);
    other.packet(b"?");
    assert!(other.read().whys().contains("link type 999"));
}

fn block(kind: u32, body: &[u8]) -> Vec<u8> {
    let padded = body.len().next_multiple_of(4);
    let length = (padded as u32 + 12).to_be_bytes();
    let mut out = [&kind.to_be_bytes()[..], &length, body].concat();
    out.resize(8 + padded, 0);
    out.write_all(&length).unwrap();
    out
}

#[test]
fn pcapng_is_read_with_the_clock_of_its_interface() {
    let mut bytes = block(0x0a0d_0d0a, &[0x1a, 0x2b, 0x3c, 0x4d, 0, 1, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]);
    // nanoseconds: option 9, one byte, 9
    bytes.extend(block(1, &[0, 101, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 9, 0, 0, 0, 0, 0, 0, 0]));
    bytes.extend(block(0x0bad, b"unknown"));
    let packet = ipv4(6, &tcp(CLIENT, 80, 1, ACK, POST));
    let nanoseconds = 1_600_000_000_250_000_000u64;
    let mut body = [0; 4].to_vec();
    body.extend_from_slice(&nanoseconds.to_be_bytes());
    body.extend_from_slice(&(packet.len() as u32).to_be_bytes());
    body.extend_from_slice(&(packet.len() as u32).to_be_bytes());
    body.extend_from_slice(&packet);
    bytes.extend(block(6, &body));
    let got = all("c", &bytes);
    check_both(&got);
    assert_eq!(got.exchanges[0].at.map(|t| t.as_millisecond()), Some(1_600_000_000_250));
}

/// What was lost whole is told by what the server acknowledges, between requests, behind the last one, and where nothing else is left.
#[test]
fn requests_that_were_lost_whole_are_told() {
    const GET: &[u8] = b"GET /a HTTP/1.1\r\nHost: t.example\r\n\r\n";
    let answer = |capture: &mut Capture, client: u16, sequence: u32, ack: u32| {
        let mut packet = tcp(80, client, sequence, ACK, b"HTTP/1.1 200 OK\r\n\r\n");
        packet[8..12].copy_from_slice(&ack.to_be_bytes());
        capture.packet(&frame(1, &ipv4_back(&packet)));
    };
    let length = GET.len() as u32;
    let mut capture = Capture::new();
    capture.tcp(CLIENT, 99, SYN, b"");
    capture.tcp(CLIENT, 100, ACK, GET);
    answer(&mut capture, CLIENT, 500, 100 + length);
    // between two
    capture.tcp(CLIENT, 100 + 2 * length, ACK, GET);
    // behind the last
    answer(&mut capture, CLIENT, 519, 100 + 5 * length);
    // nothing but its beginning
    capture.tcp(CLIENT + 1, 99, SYN, b"");
    answer(&mut capture, CLIENT + 1, 500, 100 + length);
    // nothing was lost
    capture.tcp(CLIENT + 2, 99, SYN, b"");
    capture.tcp(CLIENT + 2, 100, ACK, GET);
    capture.tcp(CLIENT + 2, 100 + length, FIN, b"");
    answer(&mut capture, CLIENT + 2, 500, 101 + length);
    let got = capture.read();
    assert_eq!(got.exchanges.len(), 3, "{}", got.whys());
    let told: Vec<_> = got.gaps.iter().map(|gap| gap.what.split(" to ").next().unwrap().to_owned()).collect();
    let hole = |bytes: u32, port: u16| format!("{bytes} bytes from port {port}");
    let expected = [hole(length, CLIENT), hole(2 * length, CLIENT), hole(length, CLIENT + 1)];
    assert!(told.len() == 3 && expected.iter().all(|hole| told.contains(hole)), "{told:?}");
}

#[test]
fn a_part_of_a_segment_that_comes_again_does_not_take_its_place() {
    let (first, second) = POST.split_at(60);
    let next = 1 + first.len() as u32;
    let mut capture = Capture::new();
    capture.tcp(CLIENT, 0, SYN, b"");
    capture.tcp(CLIENT, next, ACK, second);
    capture.tcp(CLIENT, next, ACK, &second[..1]);
    capture.tcp(CLIENT, 1, ACK, first);
    check_both(&capture.read());
}

fn ipv4_back(payload: &[u8]) -> Vec<u8> {
    let mut packet = ipv4(6, payload);
    packet[12..20].rotate_left(4);
    packet
}

#[test]
fn a_capture_without_a_packet_is_named() {
    let got = Capture::new().read();
    assert!(got.exchanges.is_empty() && got.whys().contains("no packet"), "{}", got.whys());
}

/// A recording that begins within an answer, to a port that servers have too.
#[test]
fn what_the_asked_side_sends_is_no_request() {
    let back = |capture: &mut Capture, flags: u8, data: &[u8]| {
        let packet = tcp(80, 8080, 1, flags, data);
        capture.packet(&frame(1, &ipv4_back(&packet)));
    };
    let answer = b"{\"email\":\"a@b.example\"}";
    let mut asked = Capture::new();
    back(&mut asked, ACK, answer);
    asked.tcp(8080, 1, ACK, b"GET /a HTTP/1.1\r\nHost: t.example\r\n\r\n");
    let mut called = Capture::new();
    back(&mut called, SYN | ACK, answer);
    for (capture, requests) in [(asked, 1), (called, 0)] {
        let got = capture.read();
        assert_eq!((got.exchanges.len(), &*got.whys(), got.gaps.len()), (requests, "", 0), "{:?}", got.gaps);
    }
}
