//! Decompression with a ceiling: what would grow beyond it is refused, not begun.

use std::io::Read;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Opened {
    /// Everything, or what could be read of a stream that is cut.
    Content(Vec<u8>),
    /// More than the ceiling.
    TooLarge,
    /// Not of this format.
    Not,
}

pub(crate) fn gzip(data: &[u8], ceiling: usize) -> Opened {
    read(flate2::read::MultiGzDecoder::new(data), ceiling)
}

pub(crate) fn zlib(data: &[u8], ceiling: usize) -> Opened {
    read(flate2::read::ZlibDecoder::new(data), ceiling)
}

pub(crate) fn deflate(data: &[u8], ceiling: usize) -> Opened {
    read(flate2::read::DeflateDecoder::new(data), ceiling)
}

pub(crate) fn brotli(data: &[u8], ceiling: usize) -> Opened {
    read(brotli_decompressor::Decompressor::new(data, 4096), ceiling)
}

pub(crate) fn zstd(data: &[u8], ceiling: usize) -> Opened {
    match ruzstd::decoding::StreamingDecoder::new(data) {
        Ok(decoder) => read(decoder, ceiling),
        Err(_) => Opened::Not,
    }
}

fn read(mut from: impl Read, ceiling: usize) -> Opened {
    let mut out = Vec::new();
    let mut buffer = [0; 8192];
    loop {
        match from.read(&mut buffer) {
            Ok(0) | Err(_) if out.is_empty() => return Opened::Not,
            Ok(0) | Err(_) => return Opened::Content(out),
            Ok(n) if out.len() + n > ceiling => return Opened::TooLarge,
            Ok(n) => out.extend_from_slice(&buffer[..n]),
        }
    }
}

/// Two bytes of a zlib header: method, window and check (RFC 1950 section 2.2), without a preset dictionary.
pub(crate) fn is_zlib(data: &[u8]) -> bool {
    let [a, b, _, _, ..] = data else { return false };
    a & 0x8f == 8 && (u16::from(*a) << 8 | u16::from(*b)).is_multiple_of(31) && b & 0x20 == 0
}

pub(crate) const GZIP: &[u8] = b"\x1f\x8b\x08";
pub(crate) const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bomb_is_refused() {
        use std::io::Write;
        let mut z = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        z.write_all(&vec![b'a'; 1 << 20]).unwrap();
        let bomb = z.finish().unwrap();
        assert_eq!(gzip(&bomb, 1 << 16), Opened::TooLarge);
        assert_eq!(gzip(b"no gzip", 100), Opened::Not);
    }
}
