//! WARC (ISO 28500, <https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/>): the requests; what was
//! answered, and what the crawler noted, is passed over.

use super::block::Work;
use super::http::{self, Requests};
use super::pieces::{self, Pieces};
use super::times::time;
use super::{BLOCK, Content, Halt, Kind, LONGEST, Out, broken};
use facts::Exchange;
use std::io::{self, BufRead, Read};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

pub(super) const MAGIC: &[u8] = b"WARC/";
/// Of a record's own head.
const LONGEST_HEAD: u64 = 1 << 20;

pub(super) fn read(mut content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut ready = Ready::default();
    let (mut number, mut answers) = (0, 0);
    let ended = loop {
        number += 1;
        match record(&mut content, number, &mut ready, out) {
            Ok(Some(is_answer)) => answers += u64::from(is_answer),
            Ok(None) => break Ok(()),
            Err(ended) => break Err(ended),
        }
        if ready.bytes >= BLOCK {
            ready.flush(out)?;
        }
    };
    ready.flush(out)?;
    match ended {
        Ok(()) if ready.number == 0 && answers > 0 => {
            out.unreadable(None, format!("it holds {answers} answers and no request, so what was sent is not in it"))
        }
        Err(Halt::Io(error)) => {
            out.unreadable(None, broken(&error))?;
            let mut rest = out.inner(Arc::clone(&out.source), Kind::Bytes);
            pieces::rest(&mut content, Pieces::new(format!("{number}/")), &mut rest)
        }
        ended => ended,
    }
}

#[derive(Default)]
struct Ready {
    exchanges: Vec<(Exchange, Option<u64>)>,
    bytes: usize,
    /// Requests so far.
    number: u64,
}

impl Ready {
    fn add(&mut self, exchange: Exchange) {
        self.number += 1;
        self.bytes += exchange.url.len() + exchange.body.as_ref().map_or(0, Vec::len);
        self.exchanges.push((Exchange { id: self.number.to_string(), ..exchange }, None));
    }

    fn flush(&mut self, out: &mut Out<'_>) -> Result<(), Halt> {
        self.bytes = 0;
        out.put(Work::Ready(std::mem::take(&mut self.exchanges)))
    }
}

/// Reads one record; whether it is an answer. None at the end of the file.
fn record(content: &mut Content, number: u64, ready: &mut Ready, out: &mut Out<'_>) -> Result<Option<bool>, Halt> {
    let Some(head) = head(content)? else { return Ok(None) };
    let length = head.get("content-length").and_then(|length| length.parse::<u64>().ok()).ok_or_else(damaged)?;
    let kind = head.get("warc-type").unwrap_or_default();
    if !kind.eq_ignore_ascii_case("request") {
        pieces::passed(content, length, &mut |_| Ok(()))?;
        return Ok(Some(kind.eq_ignore_ascii_case("response") || kind.eq_ignore_ascii_case("revisit")));
    }
    if length > LONGEST as u64 {
        ready.number += 1;
        let mut rest = out.inner(Arc::clone(&out.source), Kind::Bytes);
        let mut pieces = Pieces::new(format!("{number}/"));
        pieces::passed(content, length, &mut |bytes| pieces.feed(bytes, &mut rest))?;
        pieces.end(&mut rest)?;
        out.unreadable(None, format!("record {number} is larger than 32 MiB; it was read as bytes"))?;
        return Ok(Some(false));
    }
    let mut bytes = Vec::new();
    // what was written last may be cut: what there is of it is read
    let ended = match content.by_ref().take(length).read_to_end(&mut bytes) {
        Ok(read) if read as u64 == length => Ok(Some(false)),
        Ok(_) => Err(io::Error::from(io::ErrorKind::UnexpectedEof).into()),
        Err(error) => Err(error.into()),
    };
    let url = head.get("warc-target-uri").unwrap_or_default().trim_matches(['<', '>']).to_owned();
    let date = head.get("warc-date");
    let at = date.and_then(time);
    if date.is_some() && at.is_none() {
        out.unreadable(
            None,
            format!("record {number}: its date is not a time like `2021-03-01T12:00:00Z`; the rest was read"),
        )?;
    }
    let ip = head.get("warc-ip-address").and_then(|ip| ip.parse().ok()).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    let mut requests = Requests::new(SocketAddr::new(ip, 0));
    // where a request came by HTTP/2 no header may say how long its body is: it ends with the record
    let head_alone = http::head_end(&bytes).filter(|end| !says_length(&bytes[..*end])).unwrap_or(bytes.len());
    requests.feed(&bytes[..head_alone], at);
    requests.end();
    let mut told = requests.told();
    if let ([one], false) = (&mut told.exchanges[..], head_alone == bytes.len()) {
        one.body = Some(bytes[head_alone..].to_vec());
    }
    if told.exchanges.is_empty() {
        ready.add(Exchange { at, url: url.clone(), body: Some(bytes), ..Exchange::default() });
    }
    told.exchanges.into_iter().for_each(|exchange| ready.add(Exchange { url: url.clone(), ..exchange }));
    told.whys.into_iter().try_for_each(|why| out.unreadable(None, why))?;
    ended
}

fn says_length(head: &[u8]) -> bool {
    let names = head.split(|b| *b == b'\n').filter_map(|line| line.split(|b| *b == b':').next());
    let says = [&b"content-length"[..], b"transfer-encoding"];
    names.map(<[u8]>::trim_ascii).any(|name| says.iter().any(|says| name.eq_ignore_ascii_case(says)))
}

fn damaged() -> io::Error {
    io::Error::other("this is no record of a WARC file")
}

struct Head(Vec<(String, String)>);

impl Head {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| &**value)
    }
}

/// The empty lines behind a record: two, but some writers know no end of them.
fn blanks(content: &mut Content) -> io::Result<()> {
    loop {
        let seen = content.fill_buf()?;
        let blanks = seen.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let is_all = blanks > 0 && blanks == seen.len();
        content.consume(blanks);
        if !is_all {
            return Ok(());
        }
    }
}

/// A record's version and named fields; none at the end of the file.
fn head(content: &mut Content) -> io::Result<Option<Head>> {
    blanks(content)?;
    let mut lines = content.take(LONGEST_HEAD);
    let mut fields = None;
    loop {
        let mut line = Vec::new();
        let read = lines.read_until(b'\n', &mut line)?;
        let line = String::from_utf8_lossy(line.trim_ascii()).into_owned();
        match &mut fields {
            None if read == 0 => return Ok(None),
            None if line.as_bytes().starts_with(MAGIC) => fields = Some(Vec::new()),
            Some(fields) if line.is_empty() && read > 0 => return Ok(Some(Head(std::mem::take(fields)))),
            Some(fields) if read > 0 => {
                let (name, value) = line.split_once(':').unwrap_or(("", &line));
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
            _ => return Err(damaged()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::archive::Kind;
    use crate::archive::tests::all;
    use std::io::Write as _;

    fn record(kind: &str, block: &str) -> String {
        let date = "WARC-Date: 2021-03-01T12:00:00Z\r\n";
        let head = format!("WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <https://t.example/a>\r\n{date}");
        format!("{head}Content-Length: {}\r\n\r\n{block}\r\n\r\n", block.len())
    }

    #[test]
    fn a_body_without_a_length_ends_with_its_record() {
        let sent = "POST /a HTTP/1.1\r\nHost: t.example\r\n\r\n{\"e\":\"a@example.org\"}";
        let file = record("request", sent).replace("2021-03-01T12:00:00Z", "20210301120000");
        let got = all("x", file.as_bytes());
        assert_eq!((got.exchanges.len(), &*got.whys()), (1, ""));
        assert_eq!(got.exchanges[0].body.as_deref(), Some(&b"{\"e\":\"a@example.org\"}"[..]));
        assert_eq!(got.exchanges[0].at.unwrap().to_string(), "2021-03-01T12:00:00Z");
        let odd = all("x", file.replace("20210301120000", "yesterday").as_bytes());
        assert!(odd.exchanges.len() == 1 && odd.whys().contains("its date is not a time"), "{}", odd.whys());
    }

    #[test]
    fn requests_are_read_and_the_rest_is_passed_over() {
        let sent = "POST /a HTTP/1.1\r\nHost: t.example\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n";
        let answer = record("response", "HTTP/1.1 200 OK\r\n\r\ncame back");
        let file =
            [record("warcinfo", "x: y"), record("request", sent), answer.clone(), record("request", "GET /a HTTP/2")]
                .concat();
        // each record is packed by itself
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(file.as_bytes()).unwrap();
        for bytes in [file.clone().into_bytes(), packed.finish().unwrap()] {
            let got = all("x", &bytes);
            assert_eq!((got.kind, got.ids()), (Some(Kind::Warc), vec!["1", "2"]), "{}", got.whys());
            let first = &got.exchanges[0];
            assert_eq!(
                (&*first.url, &*first.method, first.body.as_deref()),
                ("https://t.example/a", "POST", Some(&b"a=1"[..]))
            );
            assert_eq!(first.at.unwrap().to_string(), "2021-03-01T12:00:00Z");
            assert!(got.pieces.is_empty(), "{:?}", got.pieces);
        }
        assert!(all("x", answer.as_bytes()).whys().contains("1 answers and no request"));
        let got = all("x", &file.as_bytes()[..file.len() - 20]);
        assert!(got.exchanges.len() == 1 && got.whys().contains("from here on"), "{}", got.whys());
    }

    #[test]
    fn a_request_that_is_cut_is_read_and_empty_lines_end_nothing() {
        let head = "POST /a HTTP/1.1\r\nHost: t.example\r\nContent-Length: 60\r\n\r\n";
        let sent = format!("{head}e=a@example.com&x={}", "y".repeat(42));
        let record = record("request", &sent);
        let got = all("x", &record.as_bytes()[..record.len() - 30]);
        assert!(got.whys().contains("from here on") && got.exchanges.len() == 1, "{}", got.whys());
        assert!(got.exchanges[0].body.as_deref().unwrap().starts_with(b"e=a@example.com"));
        let apart = [&*record, &"\r\n".repeat(700_000), &record].concat();
        let got = all("x", apart.as_bytes());
        assert_eq!((got.ids(), &*got.whys()), (vec!["1", "2"], ""));
    }
}
