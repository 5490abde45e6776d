//! A row of a table with named columns: an exchange to the address it holds, else to nobody.

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
    let when = |name: &str| TIMES.contains(&name) || name == "at";
    let at = row
        .iter()
        .filter(|(name, _)| when(name))
        .find_map(|(_, value)| Others(vec![("time".to_owned(), value.clone())]).time());
    Exchange { id, at, body: Some(json), ..Exchange::default() }
}

fn may_hold_an_address(name: &str) -> bool {
    matches!(name, "url" | "uri") || ADDRESSES.contains(&name) || WRAPPERS.contains(&name)
}
