//! Policy, recording and sightings → report.

use crate::baseline::{Look, compare};
use crate::check::by_id;
use crate::evidence::{Evidence, concerns, is_name, is_web, path_of};
use crate::who::Who;
use crate::{Recipient, Vendors, lost, own, rules, settings};
use declare::Policy;
use facts::{Canary, Earlier, Exchange, Gap, LoadedScript, RecipientRow, Recording, Report, Run, Sighting, Via};
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
    let who = &Who::new(policy, recording, vendors);
    let in_format = own::in_format(who, recording, &sightings, vendors);
    let passed_on = own::passed_on(who, recording, &sightings, vendors, &in_format);
    let sightings = place(policy, recording, sightings, who);
    let settings = settings::rows(policy, who, recording, &sightings, vendors);
    let mut evidence = Evidence::new(policy, who, recording, vendors, &sightings, &settings, baseline);
    evidence.in_format = in_format;
    let service = service(named(&policy.service.name).as_deref(), &recording.start);
    let found = rules::all(&evidence, &service);
    let look = baseline.map(|b| Look::new(who, recording, vendors, b));
    let findings = compare(found, look.as_ref(), &service);
    let (unseen, unseen_status) = unseen(recording).map_or((None, None), |u| (Some(u.why), u.status));
    let mut report = Report {
        schema: Report::SCHEMA.to_owned(),
        start: if recording.start.is_empty() { policy.service.start.clone() } else { recording.start.clone() },
        service: named(&policy.service.name),
        controller: named(&policy.service.controller),
        started: recording.started,
        ended: recording.ended,
        browser: recording.browser.clone(),
        mode: recording.mode,
        runs: recording.runs.clone(),
        exchanges: recording.exchanges.len(),
        gaps: recording
            .gaps
            .iter()
            .cloned()
            .chain(lost::gaps(who, recording, baseline))
            .chain(settings::unread(who, recording, vendors))
            .chain(settings::unshown(&settings, vendors))
            .chain(passed_on)
            .chain(empty_zones(policy))
            .collect(),
        unseen,
        unseen_status,
        recipients: recipients(who, recording, &sightings),
        sightings,
        settings,
        findings,
        canaries: recording.canaries.clone(),
        behaviours: recording.behaviours.clone(),
        scripts: scripts(who, recording),
        configurations: settings::configurations(who, recording, vendors),
        earlier: Earlier::default(),
        made_with: None,
    };
    report.earlier = look.map_or_else(Earlier::default, |look| look.earlier(&report));
    report
}

/// Why nothing of the service was looked at: its start page answered with an error wherever it was asked for, or no run
/// came to anything.
pub(crate) fn unseen(recording: &Recording) -> Option<Unseen> {
    let page = |url: &str| url.split('#').next().unwrap_or_default().trim_end_matches('/').to_owned();
    let start = page(&recording.start);
    let first = |run: &Run| {
        let of_run =
            |e: &&Exchange| e.run.as_ref().is_some_and(|r| r.journey == run.journey && r.consent == run.consent);
        let mut last = recording.exchanges.iter().filter(of_run).find(|e| page(&e.url) == start)?;
        while let Some(next) = recording.exchanges.iter().find(|e| e.redirected_from.as_ref() == Some(&last.id)) {
            last = next;
        }
        last.response.as_ref().map(|r| r.status)
    };
    let answers: Vec<u16> = recording.runs.iter().filter_map(first).collect();
    if !answers.is_empty() && answers.iter().all(|status| *status >= 400) {
        return Some(Unseen { why: format!("it answered {}", answers[0]), status: Some(answers[0]) });
    }
    let mut steps = recording.runs.iter().flat_map(|r| &r.steps);
    let nothing = steps.clone().all(|s| !s.ok) && !recording.gaps.is_empty();
    let mut why =
        || steps.find_map(|s| s.why.clone()).unwrap_or_else(|| "nothing of the service was looked at".to_owned());
    nothing.then(|| Unseen { why: why(), status: None })
}

/// Why nothing of the service was looked at.
pub(crate) struct Unseen {
    pub why: String,
    /// What the start page answered, where that is why.
    pub status: Option<u16>,
}

/// Zones that were declared for nothing: the first one that has a page decides.
fn empty_zones(policy: &Policy) -> impl Iterator<Item = Gap> {
    let gap = |(zone, before): (&str, Vec<&str>)| {
        Gap::new(
            format!("zone `{zone}`"),
            format!("no page lies in it: `{}` before it takes them all", before.join(", ")),
        )
    };
    policy.shadowed().into_iter().map(gap)
}

/// What findings are told apart by: the service's declared name, else its host.
pub(crate) fn service(name: Option<&str>, start: &str) -> String {
    let host = || url::Url::parse(start).ok().and_then(|u| u.host_str().map(str::to_owned));
    name.map(str::to_owned).or_else(host).unwrap_or_default()
}

fn named(name: &str) -> Option<String> {
    (!name.is_empty()).then(|| name.to_owned())
}

/// Fills in what detection cannot know: recipient, zone, and the run and field of the canary.
fn place(policy: &Policy, recording: &Recording, sightings: Vec<Sighting>, who: &Who<'_>) -> Vec<Sighting> {
    let exchanges: HashMap<&str, &Exchange> = recording.exchanges.iter().map(|e| (e.id.as_str(), e)).collect();
    let canaries: HashMap<&str, &Canary> = recording.canaries.iter().map(|c| (c.id.as_str(), c)).collect();
    let mut placed = Vec::with_capacity(sightings.len());
    for mut sighting in sightings {
        let exchange = exchanges.get(sighting.exchange.as_str()).copied();
        let host = sighting.host.clone().or_else(|| exchange.and_then(Exchange::host)).unwrap_or_default();
        let path = exchange.filter(|e| e.host().as_ref() == Some(&host)).map_or("", |e| path_of(&e.url));
        let Some(recipient) = who.third_party(&host, path) else { continue };
        if !host.is_empty() {
            sighting.recipient = Some(recipient.id);
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
        if sighting.step.is_none() {
            sighting.step = run.step.clone();
        }
    }
}

fn from_canary(sighting: &mut Sighting, canary: Option<&Canary>) {
    let Some(canary) = canary else { return };
    sighting.field = Some(canary.field.clone());
    sighting.further_fields.clone_from(&canary.further_fields);
    sighting.typed.clone_from(&canary.typed);
    sighting.journey.get_or_insert_with(|| canary.journey.clone());
    sighting.consent.get_or_insert(canary.consent);
    if sighting.page.is_none() {
        sighting.page = Some(canary.page.clone());
    }
    if sighting.step.is_none() {
        sighting.step = canary.step.clone();
    }
}

/// What makes a row of its own: id, whether it is a third party, the name behind an alias.
type Row = (String, bool, Option<String>);

/// Everybody who got requests, the service itself included, third parties first and the busiest before the others. What
/// came under one of the service's own names has a row of its own.
fn recipients(who: &Who<'_>, recording: &Recording, sightings: &[Sighting]) -> Vec<RecipientRow> {
    let mut rows: BTreeMap<_, (RecipientRow, BTreeSet<String>)> = BTreeMap::new();
    for exchange in recording.exchanges.iter().filter(|e| is_web(&e.url) && concerns(e, sightings)) {
        let Some(host) = exchange.host() else { continue };
        let recipient = who.recipient_of(exchange);
        let id = recipient.as_ref().map_or_else(|| crate::registrable(&host), |r| r.id.clone());
        let cname = recipient.as_ref().and_then(|r| r.cname.clone());
        let key = (id, recipient.is_some(), cname);
        let others = recipient.as_ref().map_or_else(Vec::new, |r| who.behind(exchange, &r.id));
        let (row, hosts) =
            rows.entry(key).or_insert_with_key(|(id, ..): &Row| (empty_row(id, recipient), BTreeSet::new()));
        row.requests += 1;
        hosts.insert(host);
        row.brought_by.extend(others);
        row.brought_by.sort();
        row.brought_by.dedup();
    }
    let named = names_only(who, recording, &rows.keys().map(|(id, ..)| id.clone()).collect());
    let rows = rows.into_values().chain(named.into_values());
    let mut rows: Vec<RecipientRow> =
        rows.map(|(row, hosts)| RecipientRow { hosts: hosts.into_iter().collect(), ..row }).collect();
    rows.sort_by(|a, b| b.third_party.cmp(&a.third_party).then(b.requests.cmp(&a.requests)).then(a.id.cmp(&b.id)));
    rows
}

/// Third parties of whose hosts nothing but the names were looked up: rows without a request.
fn names_only(
    who: &Who<'_>,
    recording: &Recording,
    known: &BTreeSet<String>,
) -> BTreeMap<String, (RecipientRow, BTreeSet<String>)> {
    let mut rows = BTreeMap::new();
    for exchange in recording.exchanges.iter().filter(|e| is_name(&e.url)) {
        let (Some(host), Some(recipient)) = (exchange.host(), who.recipient_of(exchange)) else { continue };
        if !known.contains(&recipient.id) {
            let id = recipient.id.clone();
            let new = |id: &String| (empty_row(id, Some(recipient)), BTreeSet::new());
            rows.entry(id).or_insert_with_key(new).1.insert(host);
        }
    }
    rows
}

fn empty_row(id: &str, recipient: Option<Recipient>) -> RecipientRow {
    let third_party = recipient.is_some();
    let listed = recipient.as_ref().and_then(|r| r.listed.clone());
    let (name, country, cname) =
        recipient.map_or_else(|| (id.to_owned(), None, None), |r| (r.name, r.country, r.cname));
    RecipientRow {
        id: id.to_owned(),
        name,
        hosts: Vec::new(),
        requests: 0,
        third_party,
        via: if cname.is_some() { Via::Cname } else { Via::Direct },
        cname,
        country,
        listed,
        brought_by: Vec::new(),
    }
}

/// Scripts that third parties served, each once.
pub fn scripts(who: &Who<'_>, recording: &Recording) -> Vec<LoadedScript> {
    let served = |e: &Exchange| e.response.as_ref().is_some_and(|r| r.status < 400 && r.mime.contains("script"));
    let script = |e: &Exchange| {
        let url = e.url.split(['?', '#']).next().unwrap_or_default().to_owned();
        Some(LoadedScript { recipient: who.recipient_of(e)?.id, url })
    };
    let all: BTreeSet<LoadedScript> = recording.exchanges.iter().filter(|e| served(e)).filter_map(script).collect();
    all.into_iter().collect()
}
