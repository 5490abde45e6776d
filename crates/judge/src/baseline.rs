//! This run against an earlier one.

use crate::Vendors;
use crate::finding::of_service;
use crate::lost::Lost;
use crate::report::unseen;
use crate::who::Who;
use facts::{
    Configuration, Consent, Cut, Earlier, Finding, FindingState, RecipientRow, Recording, Report, Run, SettingRow,
    Sighting,
};
use std::collections::BTreeSet;

/// These tell that something happened between two runs: told once, they are neither known nor gone in the next.
const EVENTS: [&str; 4] = ["configuration-changed", "new-host", "new-recipient", "new-script"];

/// The fact that keeps where a finding stood, while it is carried over.
const PAGES: &str = "pages";

/// This run beside an earlier one.
pub struct Look<'a> {
    baseline: &'a Report,
    recording: &'a Recording,
    lost: Lost<'a>,
}

/// Marks what is new, known or changed, and carries over what the earlier run had and this one has not.
///
/// `gone` is said only where this run looked wherever the evidence stood; else the finding stays `known` and is marked as
/// not looked at: it counts nowhere. Indices of carried findings would point into another report and are
/// dropped.
///
/// A baseline of a version whose ids did not hold the service's name is read as if they did.
pub fn compare(mut found: Vec<Finding>, look: Option<&Look<'_>>, service: &str) -> Vec<Finding> {
    let Some(look) = look else { return sorted(found) };
    let Look { baseline, recording, .. } = look;
    let is = |b: &Finding, id: &str| b.id == id || of_service(service, &b.id) == id;
    for finding in &mut found {
        let before = baseline.findings.iter().find(|b| is(b, &finding.id) && b.state != FindingState::Gone);
        let Some(before) = before else {
            finding.state = FindingState::New;
            continue;
        };
        let looked = look.looked(before);
        if !looked && finding.severity < before.severity {
            keep_severity(finding, before, baseline);
        }
        let same = same(before, finding, looked, baseline, recording);
        finding.state = if same { FindingState::Known } else { FindingState::Changed };
    }
    let stays = |b: &&Finding| b.state != FindingState::Gone && !EVENTS.contains(&b.rule.as_str());
    let missing = baseline.findings.iter().filter(stays).filter(|b| !found.iter().any(|f| is(b, &f.id)));
    let carried: Vec<Finding> = missing.map(|b| carry(b, look)).collect();
    found.extend(carried);
    sorted(found)
}

impl<'a> Look<'a> {
    pub fn new(who: &Who<'_>, recording: &'a Recording, vendors: &Vendors, baseline: &'a Report) -> Self {
        Self { baseline, recording, lost: Lost::new(who, recording, vendors, baseline) }
    }

    /// Whether this run looked wherever the evidence stood: every journey under every answer, run to its end; as far with
    /// the forms; on the same pages; with all that it rested on.
    fn looked(&self, before: &Finding) -> bool {
        let seen: Vec<&Sighting> = before.sightings.iter().filter_map(|i| self.baseline.sightings.get(*i)).collect();
        let on_its_own = !before.sightings.is_empty() && !before.facts.contains_key(PAGES);
        let pages = stood_on(before, self.baseline);
        self.pages_seen(&pages, on_its_own)
            && self.looked_at(before.recipient.as_deref(), &stood(before, &seen, self.baseline), &pages)
    }

    fn looked_at(&self, recipient: Option<&str>, runs: &BTreeSet<(&str, Consent)>, pages: &BTreeSet<String>) -> bool {
        let recording = self.recording;
        let again = |(journey, consent): &(&str, Consent)| {
            whole(&recording.runs).any(|r| r.journey == *journey && r.consent == *consent)
        };
        let as_far = recording.mode.zip(self.baseline.mode).is_none_or(|(now, then)| now >= then);
        let on = |page: &str| pages.contains(&place(page));
        whole(&recording.runs).next().is_some()
            && unseen(recording).is_none()
            && as_far
            && runs.iter().all(again)
            && !recording.gaps.iter().any(|gap| matches!(gap.cut, Some(Cut::Stopped | Cut::Browser)))
            && !recipient.is_some_and(|r| self.lost.touches(r, runs, on))
    }

    /// Whether this run was on every page the evidence stood on. Where nobody knows which it was, or a run before this one
    /// could not say it already, it is enough to have visited all there is: a page that is no more shows nothing.
    fn pages_seen(&self, wanted: &BTreeSet<String>, on_its_own: bool) -> bool {
        let all_there_is = !self.recording.gaps.iter().any(|gap| gap.cut == Some(Cut::Pages));
        wanted.is_subset(&self.seen()) || (all_there_is && !on_its_own)
    }

    fn seen(&self) -> BTreeSet<String> {
        let exchanges = self.recording.exchanges.iter().filter_map(|e| e.page.as_deref());
        exchanges.chain(visited(&self.recording.runs)).map(place).collect()
    }

    /// What the baseline knew of third parties and the report of this run does not, where it did not look as far. As many
    /// pages are as far: where a service has more than are visited, it is not the same ones each time.
    pub fn earlier(&self, now: &Report) -> Earlier {
        let baseline = self.baseline;
        let runs = baseline.runs.iter().map(|r| (r.journey.as_str(), r.consent)).collect();
        let pages: BTreeSet<String> = visited(&baseline.runs).map(place).collect();
        let enough = self.pages_seen(&pages, false) || self.seen().len() >= pages.len();
        let looked = |recipient: &str| enough && self.looked_at(Some(recipient), &runs, &pages);
        let hosts = |row: &RecipientRow| {
            let met = |host: &String| now.recipients.iter().any(|r| r.id == row.id && r.hosts.contains(host));
            RecipientRow { hosts: row.hosts.iter().filter(|h| !met(h)).cloned().collect(), ..row.clone() }
        };
        let served = |b: &&SettingRow| {
            let again = |n: &SettingRow| {
                n.served.is_some() && (&n.vendor, &n.account, &n.setting) == (&b.vendor, &b.account, &b.setting)
            };
            b.served.is_some() && !now.settings.iter().any(again)
        };
        let configured =
            |b: &&Configuration| !now.configurations.iter().any(|n| (&n.vendor, &n.account) == (&b.vendor, &b.account));
        let recipients = baseline.known_recipients().filter(|r| r.third_party && !looked(&r.id)).map(hosts);
        let scripts = baseline.known_scripts().filter(|s| !now.scripts.contains(s) && !looked(&s.recipient));
        let settings = baseline.known_settings().filter(served).filter(|s| !looked(&s.vendor));
        let configurations = baseline.known_configurations().filter(configured).filter(|c| !looked(&c.vendor));
        Earlier {
            recipients: recipients.filter(|r| !r.hosts.is_empty()).collect(),
            scripts: scripts.cloned().collect(),
            settings: settings.cloned().collect(),
            configurations: configurations.cloned().collect(),
        }
    }
}

/// Less was seen because less was looked at: what made it graver may be there still.
fn keep_severity(finding: &mut Finding, before: &Finding, baseline: &Report) {
    finding.severity = before.severity;
    finding.facts.insert("severity_kept".into(), "yes".into());
    finding.facts.insert(PAGES.into(), joined(&stood_on(before, baseline)));
}

/// What a finding says in substance. Recipient, kind, owner and zone are in its id; who started the request and how the
/// value got there is often unknown when the same script sends while the page closes. Where less was looked at, fewer
/// identifiers are no change.
fn same(before: &Finding, now: &Finding, looked: bool, baseline: &Report, recording: &Recording) -> bool {
    let fact = |f: &Finding, name: &str| f.facts.get(name).cloned();
    let facts = ["disguise", "reason"];
    let identifiers = |f: &Finding| words(f, "identifiers").map(str::to_owned).collect::<BTreeSet<_>>();
    let same_identifiers = match looked {
        true => identifiers(before) == identifiers(now),
        false => identifiers(now).is_subset(&identifiers(before)),
    };
    let known = |f: &Finding, name: &str| fact(f, name).filter(|v| !v.is_empty() && v != "unknown");
    let differs = |name: &&str| known(before, name).zip(known(now, name)).is_some_and(|(b, n)| b != n);
    before.severity == now.severity
        && same_identifiers
        && facts.iter().all(|name| fact(before, name) == fact(now, name))
        && !["how", "declared", "served", "observed"].iter().any(differs)
        && same_consents(before, now, baseline, recording)
}

/// Whether it holds under the same answers, of those that both runs gave. When something typed leaves is a matter of
/// timers: there, the answer under which it was early enough is no substance.
fn same_consents(before: &Finding, now: &Finding, baseline: &Report, recording: &Recording) -> bool {
    if now.role.is_none() || now.rule == "before-submission" {
        return true;
    }
    let both =
        |word: &&str| [&baseline.runs, &recording.runs].iter().all(|r| whole(r).any(|r| r.consent.word() == *word));
    let of = |f: &Finding| words(f, "consents").filter(both).map(str::to_owned).collect::<BTreeSet<_>>();
    of(before) == of(now)
}

fn carry(before: &Finding, look: &Look<'_>) -> Finding {
    let looked = look.looked(before);
    let mut finding = before.clone();
    finding.sightings.clear();
    finding.why.clear();
    finding.accepted = None;
    finding.not_looked_at = !looked;
    finding.state = if looked { FindingState::Gone } else { FindingState::Known };
    finding.facts.insert("looked".into(), if looked { "yes" } else { "no" }.into());
    if !looked {
        finding.facts.insert(PAGES.into(), joined(&stood_on(before, look.baseline)));
    }
    finding
}

/// The runs the evidence stood in: its sightings', else those its facts name. Where an older report names none, any run
/// may have been the one.
fn stood<'b>(before: &'b Finding, seen: &[&'b Sighting], baseline: &'b Report) -> BTreeSet<(&'b str, Consent)> {
    let exact: Option<BTreeSet<_>> = seen.iter().map(|s| Some((s.journey.as_deref()?, s.consent?))).collect();
    if let Some(exact) = exact.filter(|e| !e.is_empty()) {
        return exact;
    }
    let named =
        |name: &str, value: &str| words(before, name).next().is_none() || words(before, name).any(|w| w == value);
    let runs = baseline.runs.iter().filter(|r| named("journeys", &r.journey) && named("consents", r.consent.word()));
    let mut stood: BTreeSet<_> = runs.map(|r| (r.journey.as_str(), r.consent)).collect();
    if stood.is_empty() {
        // A finding that was itself carried over: its runs are not the baseline's.
        let pairs = words(before, "journeys").flat_map(|j| Consent::ALL.map(|c| (j, c)));
        stood.extend(pairs.filter(|(_, c)| named("consents", c.word())));
    }
    stood
}

/// The pages of its sightings; else any page that was visited then. A finding carried over brings them along.
fn stood_on(before: &Finding, baseline: &Report) -> BTreeSet<String> {
    let carried = before.facts.get(PAGES).map_or("", String::as_str).split(' ').filter(|page| !page.is_empty());
    let sightings = before.sightings.iter().filter_map(|i| baseline.sightings.get(*i)?.page.as_deref());
    let seen: BTreeSet<String> = carried.map(str::to_owned).chain(sightings.map(place)).collect();
    if seen.is_empty() { visited(&baseline.runs).map(place).collect() } else { seen }
}

fn visited(runs: &[Run]) -> impl Iterator<Item = &str> {
    runs.iter().flat_map(|r| &r.steps).filter_map(|s| s.page.as_deref())
}

/// Pages as one fact; spaces are written otherwise in addresses.
fn joined(pages: &BTreeSet<String>) -> String {
    pages.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A page without what differs from visit to visit: query, fragment, and parts of the path with digits (`/order/4711`).
fn place(page: &str) -> String {
    let path = page.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    let part = |p: &str| if p.bytes().any(|b| b.is_ascii_digit()) { "*".to_owned() } else { p.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn whole(runs: &[Run]) -> impl Iterator<Item = &Run> {
    runs.iter().filter(|r| r.steps.iter().all(|s| s.ok))
}

fn words<'f>(finding: &'f Finding, fact: &str) -> impl Iterator<Item = &'f str> {
    finding.facts.get(fact).map_or("", String::as_str).split(", ").filter(|w| !w.is_empty())
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    let gone = |f: &Finding| f.state == FindingState::Gone;
    let key = |f: &Finding| (gone(f), std::cmp::Reverse(f.severity), f.rule.clone(), f.id.clone());
    findings.sort_by_key(key);
    findings
}
