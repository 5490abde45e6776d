//! A row of a table with named columns: an exchange to the address it holds, else to nobody.

use super::kind::column;
use super::ndjson;
use super::others::{ADDRESSES, Others, TIMES, WRAPPERS};
use facts::Exchange;
use serde::Serializer as _;
use serde_json::Value;

/// `number` counts rows, or lines.
pub(super) fn exchange(id: String, number: u64, row: &[(&str, Value)]) -> Exchange {
    let mut json = Vec::new();
    serde_json::Serializer::new(&mut json)
        .collect_map(row.iter().map(|(name, value)| (name, value)))
        .expect("names and plain values");
    let may_be_sent = row.iter().any(|(name, _)| may_hold_an_address(name));
    if let Some((exchange, _)) = may_be_sent.then(|| ndjson::exchange(&json, number).ok()).flatten() {
        return Exchange { id, ..exchange };
    }
    let when = |name: &str| TIMES.iter().any(|time| time.eq_ignore_ascii_case(name));
    let own = row.iter().filter(|(name, _)| when(name));
    let at = Others(own.map(|(name, value)| ((*name).to_owned(), value.clone())).collect()).time();
    Exchange { id, at, body: Some(json), ..Exchange::default() }
}

/// Columns that are bytes and no text: of a row that is sent somewhere the body, or beside what else the row holds.
pub(super) fn with_bytes(mut exchange: Exchange, all: Vec<(String, Vec<u8>)>) -> Exchange {
    for (name, bytes) in all {
        match column(&name) {
            Some("body") if !exchange.url.is_empty() => {
                let columns = exchange.body.replace(bytes);
                let text = |body: Vec<u8>| String::from_utf8_lossy(&body).into_owned();
                exchange.headers.extend(columns.map(|body| ("columns".to_owned(), text(body))));
            }
            _ => exchange.headers.push(Exchange::bytes_of(&name, &bytes)),
        }
    }
    exchange
}

/// The number that these bytes are (two's complement, the highest first), with so many digits behind its point.
pub(super) fn decimal(bytes: &[u8], scale: i32) -> String {
    let is_negative = bytes.first().is_some_and(|b| b & 0x80 != 0);
    let unscaled = bytes.iter().fold(if is_negative { -1 } else { 0 }, |n: i128, b| n << 8 | i128::from(*b));
    let places = usize::try_from(scale).unwrap_or(0);
    let digits = format!("{:0>width$}", unscaled.unsigned_abs(), width = places + 1);
    let (whole, rest) = digits.split_at(digits.len() - places);
    let sign = if unscaled < 0 { "-" } else { "" };
    // `12.00` is twelve
    let rest = rest.trim_end_matches('0');
    format!("{sign}{whole}{}{rest}", if rest.is_empty() { "" } else { "." })
}

fn may_hold_an_address(name: &str) -> bool {
    name.eq_ignore_ascii_case("url") || name == "uri" || ADDRESSES.contains(&name) || WRAPPERS.contains(&name)
}
