//! What traffic holds beside the usual: tokens, images, digests, numbers; nothing of it is anybody's.

use super::corpus::Random;
use base64::Engine;
use std::fmt::Write;

pub fn line(r: &mut Random, out: &mut String) {
    let url = base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let bytes = |r: &mut Random, n: usize| -> Vec<u8> { (0..n).map(|_| r.next() as u8).collect() };
    let _ = match r.below(6) {
        0 => {
            let body = format!("{{\"sub\":\"{}\",\"iat\":{}}}", r.hex(24), r.next() % 2_000_000_000);
            let head = url.encode(br#"{"alg":"HS256","typ":"JWT"}"#);
            let signature = url.encode(bytes(r, 32));
            writeln!(out, "authorization: Bearer {head}.{}.{signature}", url.encode(body))
        }
        1 => {
            let image = [&b"\x89PNG\r\n\x1a\n"[..], &bytes(r, 600)].concat();
            writeln!(out, "data:image/png;base64,{}", base64::engine::general_purpose::STANDARD.encode(image))
        }
        2 => writeln!(out, "x-trace: {}-{}-{}-01", r.hex(2), r.hex(32), r.hex(16)),
        3 => writeln!(out, "sha512={} etag=\"{}\"", r.hex(128), r.hex(40)),
        4 => {
            let (a, b, c) = (r.below(90) + 10, r.below(90) + 10, r.below(9000) + 1000);
            writeln!(
                out,
                "order {} total {a}.{b} ref {c}-{a}{b} lat 59.{} lon 18.{}",
                r.next() % 10_000_000,
                r.next() % 1_000_000,
                r.next() % 1_000_000
            )
        }
        _ => writeln!(
            out,
            "id={}&cid={}.{}&h={}",
            r.base64(43),
            r.next() % 2_000_000_000,
            r.next() % 2_000_000_000,
            r.base64(27)
        ),
    };
}
