//! ## What it does
//! Reports an identifier that stood in an address sent to a third party readable or merely packed (Base64, LZ-string and
//! the like, which anybody can undo): in path, query or fragment of the request, or in its Referer. A fragment is not sent over the network, but the other party's
//! script in the frame reads it.
//!
//! ## Why it matters
//! Addresses are written into logs, histories and statistics all along the way, by people who never meant to collect
//! anything. It is the commonest leak and needs no tracker's ill will (GDPR art. 5(1)(c) and (f), 25, 32).
//!
//! ## Example
//! `GET https://stats.example/collect?dl=https%3A%2F%2Fservice.example%2Finvite%3Fphone%3D0701740612`
//!
//! Cure: send forms with POST, keep identifiers out of addresses of pages, set `Referrer-Policy: strict-origin`.
//!
//! ## Known misses
//! Internal ids that only the service can resolve.

use crate::evidence::{Evidence, disguise, encodings, in_address};
use crate::finding::{By, Draft, grouped, list, weigh};
use facts::{Part, Severity, Sighting};

/// Layers that leave a value readable as it stands.
const READABLE: [&str; 6] = ["percent", "json", "query", "form", "multipart", "html-entities"];

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let readable = grouped(evidence, By::Identifier, |s| in_address(s.part) && disguise(s) != "hashed");
    readable.into_iter().map(|draft| weighed(evidence, draft)).collect()
}

fn weighed(evidence: &Evidence<'_>, draft: Draft) -> Draft {
    let parts = draft.sightings.iter().map(|i| match evidence.sightings[*i].part {
        Part::Referer => "referer",
        Part::UrlFragment => "fragment",
        _ => "address",
    });
    let parts = list(parts);
    let (severity, reasons) = weigh(evidence, &draft);
    let all: Vec<Vec<&str>> = draft.sightings.iter().map(|i| packed(&evidence.sightings[*i])).collect();
    // One that stood there readable is what the reader has to know.
    let packed = if all.iter().any(Vec::is_empty) { String::new() } else { list(all.concat().into_iter()) };
    draft
        .because(severity.max(Severity::Medium), &reasons)
        .with("where", parts)
        .with("readable", if packed.is_empty() { "yes" } else { "no" })
        .with("packed", packed)
}

/// What has to be undone before the value can be read.
fn packed(sighting: &Sighting) -> Vec<&str> {
    let layers = sighting.layers.iter().map(String::as_str).filter(|l| !READABLE.contains(l));
    let encoded = encodings(sighting).into_iter().filter(|step| sighting.form.iter().any(|own| own == step));
    layers.chain(encoded).collect()
}
