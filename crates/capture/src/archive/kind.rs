use super::{access, avro, csv, har, mitm, ndjson, nested, others, pgdump, sealed, sqlite, tar, warc, weblog};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::path::Path;

/// What a file was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Har,
    Ndjson,
    /// Apache and nginx, common and combined.
    AccessLog,
    /// pcap and pcapng.
    Pcap,
    Parquet,
    /// PostgreSQL's `pg_dump --format=custom`.
    PgDump,
    /// What mitmproxy kept.
    Mitmproxy,
    Warc,
    Sqlite,
    /// A list of exchanges: one JSON document.
    Json,
    /// A table as text whose first row names its columns.
    Csv,
    /// What an entry of HAR names: read with it, or its answer.
    Attached,
    Zip,
    Tar,
    /// By something that is not opened here.
    Packed(&'static str),
    /// By whom it was encrypted.
    Sealed(&'static str),
    /// Any other text: an exchange is a line.
    Text,
    /// What is left of an archive that cannot be read: looked through as it stands, and no exchange.
    Rest,
    /// Anything else: an exchange is a piece; its id says at which byte it begins.
    Bytes,
}

/// Columns of traffic NDJSON (CONTRACTS): a line that begins with one of them is an exchange.
pub(super) const COLUMNS: [&str; 10] =
    ["id", "at", "page", "initiator", "method", "url", "headers", "body", "body_base64", "frames"];

/// The column that goes by this name: databases write names in capitals.
pub(super) fn column(name: &str) -> Option<&'static str> {
    COLUMNS.into_iter().find(|column| column.eq_ignore_ascii_case(name))
}

impl Kind {
    /// By the first bytes; by the name where they leave it open.
    pub(super) fn of(head: &[u8], path: &Path) -> Self {
        Self::by_magic(head).or_else(|| Self::by_text(head)).or_else(|| Self::by_name(path)).unwrap_or_else(|| {
            let control = |b: &u8| *b == 0 || *b == 0x7f;
            match head.is_empty() || head.iter().any(control) {
                true => Self::Bytes,
                false if csv::is(head, path) => Self::Csv,
                false => Self::Text,
            }
        })
    }

    /// The word used in a summary.
    pub fn word(self) -> &'static str {
        match self {
            Self::Har => "har",
            Self::Ndjson => "ndjson",
            Self::AccessLog => "access-log",
            Self::Pcap => "pcap",
            Self::Parquet => "parquet",
            Self::PgDump => "pg-dump",
            Self::Mitmproxy => "mitmproxy",
            Self::Warc => "warc",
            Self::Sqlite => "sqlite",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Attached => "attached",
            Self::Zip => "zip",
            Self::Tar => "tar",
            Self::Packed(_) => "packed",
            Self::Sealed(_) => "encrypted",
            Self::Text => "text",
            Self::Rest | Self::Bytes => "bytes",
        }
    }

    /// pcap in both byte orders and resolutions, pcapng, Parquet; zip, and what cannot be opened.
    fn by_magic(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"BZh") && head.get(4..10) == Some(b"1AY&SY") {
            return Some(Self::Packed("bzip2"));
        }
        if let Some((_, what)) = PACKED.iter().find(|(magic, _)| head.starts_with(magic)) {
            return Some(Self::Packed(what));
        }
        if let Some(by) = sealed::by(head) {
            return Some(Self::Sealed(by));
        }
        if avro::is_avro(head) {
            return Some(Self::Bytes);
        }
        if head.starts_with(sqlite::MAGIC) {
            return Some(Self::Sqlite);
        }
        if head.starts_with(warc::MAGIC) {
            return Some(Self::Warc);
        }
        if mitm::is_flows(head) {
            return Some(Self::Mitmproxy);
        }
        if tar::is_tar(head) {
            return Some(Self::Tar);
        }
        match head.get(..4)? {
            b"PK\x03\x04" | b"PK\x05\x06" => Some(Self::Zip),
            [0xa1, 0xb2, 0xc3, 0xd4 | 0x4d] | [0xd4, 0xc3, 0xb2, 0xa1] | [0xa1, 0xb2, 0x3c, 0x4d] => Some(Self::Pcap),
            [0x4d, 0x3c, 0xb2, 0xa1] | [0x0a, 0x0d, 0x0d, 0x0a] => Some(Self::Pcap),
            b"PAR1" => Some(Self::Parquet),
            b"PGDM" if head.starts_with(pgdump::MAGIC) => Some(Self::PgDump),
            _ => None,
        }
    }

    fn by_text(head: &[u8]) -> Option<Self> {
        let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        let mut lines = head.split(|b| *b == b'\n').take(8).filter(|l| !l.trim_ascii().is_empty());
        if let Some(inside) = head.strip_prefix(b"{") {
            let key = first_key(inside);
            if matches!(key, Some("log" | "entries")) && may_be_har(head) {
                return Some(Self::Har);
            }
            if har::lists(head) {
                return Some(Self::Json);
            }
            let is_line = key.is_some_and(|k| column(k).is_some()) || lines.clone().any(names_url);
            return is_line.then_some(Self::Ndjson);
        }
        if let Some(inside) = head.strip_prefix(b"[") {
            let is_list = inside.trim_ascii_start().starts_with(b"{") && (names_url(head) || names_request(head));
            if is_list {
                return Some(Self::Json);
            }
        }
        if lines.clone().any(|line| access::exchange(line, 1).is_some()) {
            return Some(Self::AccessLog);
        }
        // the last one may be cut
        let whole = head.len() - head.rsplit(|b| *b == b'\n').next().map_or(0, <[u8]>::len);
        let whole = if whole == 0 { head } else { &head[..whole] };
        if weblog::are(whole.split(|b| *b == b'\n').map(<[u8]>::trim_ascii).filter(|l| !l.is_empty()).take(8)) {
            return Some(Self::AccessLog);
        }
        lines.any(|line| line.trim_ascii().starts_with(b"{") && names_url(line)).then_some(Self::Ndjson)
    }

    /// By the extension, below a compressed one's.
    fn by_name(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        match name.rsplit_once('.')?.1 {
            "har" => Some(Self::Har),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            _ => None,
        }
    }
}

/// What a line of JSON that is an exchange has, in our columns or those of a web server's log.
fn names_url(line: &[u8]) -> bool {
    let has = |name: &[u8]| memchr::memmem::find(line, name).is_some();
    [&b"\"url\""[..], b"\"URL\"", b"\"Url\""].into_iter().any(has)
        // within a string: the line may be wrapped
        || (has(b"\\\"url\\\"") || has(b"\"payload\"")) && ndjson::exchange(line, 1).is_ok()
        // a container's
        || (has(b"\"log\"") || has(b" HTTP/")) && nested::logged(line, 1).is_some()
        || has(b"\"uri\"")
        || others::ADDRESSES.iter().any(|name| has(format!("\"{name}\"").as_bytes()))
        || names_request(line) && has(b" HTTP/")
}

fn names_request(text: &[u8]) -> bool {
    memchr::memmem::find(text, b"\"request\"").is_some()
}

/// Whether the document that begins here has a list of entries where a HAR file has it, as far as can be seen.
fn may_be_har(head: &[u8]) -> bool {
    #[derive(Deserialize)]
    #[serde(untagged)]
    #[allow(dead_code, reason = "what is in it does not matter")]
    enum Log {
        Log { entries: Vec<IgnoredAny> },
        Other(IgnoredAny),
    }
    #[derive(Deserialize)]
    struct Document {
        log: Option<Log>,
        entries: Option<Vec<IgnoredAny>>,
    }
    let mut documents = serde_json::Deserializer::from_slice(head).into_iter::<Document>();
    match documents.next() {
        Some(Ok(document)) => document.entries.is_some() || matches!(document.log, Some(Log::Log { .. })),
        // longer than what can be seen, or damaged, or `entries` is no list
        Some(Err(_)) | None => true,
    }
}

/// Magic numbers, and what to call them.
const PACKED: [(&[u8], &str); 6] = [
    (b"\xfd7zXZ\0", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"LZIP\x01", "lzip"),
    (b"\x04\x22\x4d\x18", "LZ4"),
    (b"\x1f\x9d", "compress"),
];

fn first_key(inside: &[u8]) -> Option<&str> {
    let quoted = inside.trim_ascii_start().strip_prefix(b"\"")?;
    std::str::from_utf8(&quoted[..memchr::memchr(b'"', quoted)?]).ok()
}
