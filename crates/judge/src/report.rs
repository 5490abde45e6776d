//! Policy, recording and sightings → report.

use crate::check::by_id;
use crate::evidence::{Evidence, is_web};
use crate::{Vendors, baseline, rules, settings};
use declare::Policy;
use facts::{Canary, Exchange, RecipientRow, Recording, Report, Sighting, Via};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Judges a recording. Sightings at the service's own hosts are no transfer to anyone and are left out.
///
/// Findings carry `facts` and an empty `why`; whoever shows them makes the sentence.
pub fn judge(
    policy: &Policy,
    recording: &Recording,
    sightings: Vec<Sighting>,
    vendors: &Vendors,
    baseline: Option<&Report>,
) -> Report {
    let policy = &by_id(policy, vendors);
    let sightings = place(policy, recording, sightings, vendors);
    let settings = settings::rows(policy, recording, &sightings, vendors);
    let evidence = Evidence::new(policy, recording, vendors, &sightings, &settings, baseline);
    let found = rules::all(&evidence);
    let findings = baseline::compare(found, baseline, recording);
    Report {
        schema: Report::SCHEMA.to_owned(),
        start: if recording.start.is_empty() { policy.service.start.clone() } else { recording.start.clone() },
        service: named(&policy.service.name),
        controller: named(&policy.service.controller),
        started: recording.started,
        ended: recording.ended,
        browser: recording.browser.clone(),
        runs: recording.runs.clone(),
        exchanges: recording.exchanges.len(),
        gaps: recording.gaps.iter().cloned().chain(settings::unread(policy, recording, vendors)).collect(),
        recipients: recipients(policy, recording, vendors),
        sightings,
        settings,
        findings,
        canaries: recording.canaries.clone(),
        behaviours: recording.behaviours.clone(),
    }
}

fn named(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| name.to_owned())
}

/// Fills in what detection cannot know: recipient, zone, and the run and field of the canary.
fn place(policy: &Policy, recording: &Recording, sightings: Vec<Sighting>, vendors: &Vendors) -> Vec<Sighting> {
    let exchanges: HashMap<&str, &Exchange> = recording.exchanges.iter().map(|e| (e.id.as_str(), e)).collect();
    let canaries: HashMap<&str, &Canary> = recording.canaries.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut placed = Vec::with_capacity(sightings.len());
    for mut sighting in sightings {
        let exchange = exchanges.get(sighting.exchange.as_str()).copied();
        let host = sighting.host.clone().or_else(|| exchange.and_then(Exchange::host)).unwrap_or_default();
        if policy.is_first_party(&host) {
            continue;
        }
        if !host.is_empty() {
            sighting.recipient = Some(vendors.recipient(&host).id);
            sighting.host = Some(host);
        }
        from_exchange(&mut sighting, exchange);
        let canary = canaries.get(sighting.person.as_str()).copied();
        from_canary(&mut sighting, canary);
        sighting.zone = sighting.page.as_deref().and_then(|p| policy.zone(p)).map(|z| z.name.clone());
        placed.push(sighting);
    }
    placed
}

fn from_exchange(sighting: &mut Sighting, exchange: Option<&Exchange>) {
    let Some(exchange) = exchange else { return };
    if sighting.page.is_none() {
        sighting.page = exchange.page.clone();
    }
    if let Some(run) = &exchange.run {
        sighting.journey = Some(run.journey.clone());
        sighting.consent = Some(run.consent);
        sighting.step = run.step.clone();
    }
}

fn from_canary(sighting: &mut Sighting, canary: Option<&Canary>) {
    let Some(canary) = canary else { return };
    sighting.field = Some(canary.field.clone());
    sighting.journey.get_or_insert_with(|| canary.journey.clone());
    sighting.consent.get_or_insert(canary.consent);
    if sighting.page.is_none() {
        sighting.page = Some(canary.page.clone());
    }
    if sighting.step.is_none() {
        sighting.step = canary.step.clone();
    }
}

/// Everybody who got requests, the service itself included, third parties first and the busiest before the others.
fn recipients(policy: &Policy, recording: &Recording, vendors: &Vendors) -> Vec<RecipientRow> {
    let mut rows: BTreeMap<(bool, String), (RecipientRow, BTreeSet<String>)> = BTreeMap::new();
    for exchange in recording.exchanges.iter().filter(|e| is_web(&e.url)) {
        let Some(host) = exchange.host() else { continue };
        let first_party = policy.is_first_party(&host);
        let row = rows.entry((first_party, recipient_id(vendors, &host, first_party)));
        let (row, hosts) =
            row.or_insert_with_key(|(_, id)| (empty_row(vendors, id, &host, first_party), BTreeSet::new()));
        row.requests += 1;
        hosts.insert(host);
    }
    let mut rows: Vec<RecipientRow> =
        rows.into_values().map(|(row, hosts)| RecipientRow { hosts: hosts.into_iter().collect(), ..row }).collect();
    rows.sort_by(|a, b| b.third_party.cmp(&a.third_party).then(b.requests.cmp(&a.requests)).then(a.id.cmp(&b.id)));
    rows
}

/// A vendor's script served under the service's own name is the service's request.
fn recipient_id(vendors: &Vendors, host: &str, first_party: bool) -> String {
    if first_party { crate::registrable(host) } else { vendors.recipient(host).id }
}

fn empty_row(vendors: &Vendors, id: &str, host: &str, first_party: bool) -> RecipientRow {
    let known = vendors.recipient(host);
    let (name, country) = if first_party { (id.to_owned(), None) } else { (known.name, known.country) };
    RecipientRow {
        id: id.to_owned(),
        name,
        hosts: Vec::new(),
        requests: 0,
        third_party: !first_party,
        via: Via::Direct,
        country,
    }
}
