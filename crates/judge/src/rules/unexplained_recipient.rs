//! ## What it does
//! Reports a recipient that the declaration allows without saying what it is to the data (`role`), what for (`purpose`),
//! or, for those that follow people (advertising, analytics, session replay, marketing), where it was assessed
//! (`assessment`), and that did get requests. A missing assessment alone is told only where the declaration lets
//! identifiers of anybody go there, or personal data of anybody was seen going there.
//!
//! ## Why it matters
//! A purpose has to be explicit before collection starts (GDPR art. 5(1)(b)); the role decides which contract is needed
//! (art. 26, 28) and what the record of processing says (art. 30). In IMY-2022-3822 a pixel was added without a new
//! assessment of what it would do on those pages (art. 24, 35).
//!
//! ## Example
//! `[[zone.recipient]]` with `vendor = "hotjar"` and nothing else.
//!
//! ## Known misses
//! Whether the stated purpose is true, and the assessment any good, is for people to judge.

use crate::evidence::Evidence;
use crate::finding::Draft;
use declare::{Allowed, DATA_WORDS};
use facts::{Exchange, Severity};
use std::collections::BTreeMap;

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let mut met: BTreeMap<String, bool> = BTreeMap::new();
    for (exchange, recipient) in evidence.third_party() {
        let follows = recipient.tracks() || evidence.films(exchange);
        *met.entry(recipient.id).or_default() |= follows;
    }
    let zones = evidence.policy.zones.iter().flat_map(|z| z.recipients.iter().map(move |a| (z.name.as_str(), a)));
    let open = zones.filter_map(|(zone, allowed)| {
        let lacks = lacks(allowed, *met.get(&allowed.vendor)?);
        let told = lacks != ["assessment"] || gets_people(evidence, allowed);
        (told && !lacks.is_empty()).then(|| draft(evidence, zone, allowed, &lacks))
    });
    open.collect()
}

fn lacks(allowed: &Allowed, tracks: bool) -> Vec<&'static str> {
    let wanted = [
        ("role", allowed.role.is_none()),
        ("purpose", allowed.purpose.is_none()),
        ("assessment", tracks && allowed.assessment.is_none()),
    ];
    wanted.into_iter().filter(|(_, missing)| *missing).map(|(what, _)| what).collect()
}

/// Whether identifiers of anybody may go there, or personal data of anybody did.
fn gets_people(evidence: &Evidence<'_>, allowed: &Allowed) -> bool {
    let identifies = |word: &String| !DATA_WORDS.contains(&word.as_str());
    allowed.data.iter().any(identifies)
        || evidence.personal().any(|(_, s)| s.recipient.as_ref() == Some(&allowed.vendor))
}

fn draft(evidence: &Evidence<'_>, zone: &str, allowed: &Allowed, lacks: &[&str]) -> Draft {
    let here = |e: &Exchange| e.page.as_deref().and_then(|p| evidence.policy.zone(p)).is_some_and(|z| z.name == zone);
    let seen: Vec<&Exchange> = evidence.third_party().filter(|(_, r)| r.id == allowed.vendor).map(|(e, _)| e).collect();
    let elsewhere = !seen.iter().any(|e| here(e));
    let runs = seen.iter().filter(|e| elsewhere || here(e)).filter_map(|e| e.run.as_ref());
    Draft::about(evidence, Severity::Low, &allowed.vendor)
        .seen_in(runs)
        .in_zone(Some(zone))
        .because(Severity::Low, &[])
        .with("lacks", lacks.join(", "))
}
