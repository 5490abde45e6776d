//! From sightings to findings: grouped by what stays the same from run to run.

use crate::entities;
use crate::evidence::{Evidence, Sender, disguise, is_connection};
use crate::stance::Stance;
use crate::vendors::How;
use facts::{Exchange, Finding, FindingState, IdentifierKind, RunRef, Severity, Sighting, TypedAs};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// What a rule found, before it gets its id.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub severity: Severity,
    pub recipient: Option<String>,
    pub identifier: Option<IdentifierKind>,
    pub role: Option<String>,
    pub zone: Option<String>,
    /// Tells apart findings that all the above would make one: an account and its setting, a host.
    pub what: String,
    pub facts: BTreeMap<String, String>,
    pub sightings: Vec<usize>,
}

impl Draft {
    /// About a recipient as such, not about one identifier.
    pub fn about(evidence: &Evidence<'_>, severity: Severity, recipient: &str) -> Self {
        let mut draft = Self {
            severity,
            recipient: Some(recipient.to_owned()),
            identifier: None,
            role: None,
            zone: None,
            what: String::new(),
            facts: BTreeMap::new(),
            sightings: Vec::new(),
        };
        draft.name_recipient(evidence, recipient);
        draft
    }

    fn name_recipient(&mut self, evidence: &Evidence<'_>, id: &str) {
        let vendor = evidence.vendors.vendor(id);
        let owner = entities::owner(id);
        let name = vendor.map(|v| v.name.as_str()).or(owner.map(|o| o.name));
        let listed = evidence.vendors.recipient(id).listed.map(|_| "tracker");
        let category = vendor.map(|v| v.category.as_str()).or(listed).or(owner.map(|o| o.category));
        self.set("vendor", id);
        self.set("recipient", name.unwrap_or(id));
        self.set("settings_page", vendor.and_then(|v| v.settings_page.as_deref()).unwrap_or_default());
        let page = vendor.is_some_and(|v| v.settings_page.is_some());
        self.set("has_settings_page", if page { "yes" } else { "no" });
        self.set("deletion_contact", vendor.and_then(|v| v.deletion_contact.as_deref()).unwrap_or_default());
        self.set("category", category.unwrap_or("unknown"));
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.facts.insert(name.to_owned(), value.into());
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// How many requests it was; where there was none, how many connections.
    pub fn counted<'e>(self, seen: impl Iterator<Item = &'e Exchange>) -> Self {
        let (connections, requests): (Vec<&Exchange>, Vec<&Exchange>) = seen.partition(|e| is_connection(e));
        let (contact, count) = match requests.len() {
            0 => ("connection", connections.len()),
            count => ("request", count),
        };
        self.with("contact", contact).with("count", count.to_string())
    }

    /// The runs it was seen in: a later run says whether it is gone only where it looked there again.
    pub fn seen_in<'r>(self, runs: impl Iterator<Item = &'r RunRef> + Clone) -> Self {
        let journeys = list(runs.clone().map(|r| r.journey.as_str()));
        self.with("journeys", journeys).with("consents", list(runs.map(|r| r.consent.word())))
    }

    /// As [`Self::seen_in`], of everything that went to a vendor: its switches show there.
    pub fn seen_at(self, evidence: &Evidence<'_>, vendor: &str) -> Self {
        let to: Vec<&Exchange> = evidence.third_party().filter(|(_, r)| r.id == vendor).map(|(e, _)| e).collect();
        self.seen_in(to.iter().filter_map(|e| e.run.as_ref()))
    }

    pub fn in_zone(mut self, zone: Option<&str>) -> Self {
        self.zone = zone.map(str::to_owned);
        self.set("zone", zone.unwrap_or_default());
        self.set("zoned", if zone.is_some() { "yes" } else { "no" });
        self
    }

    /// Sets the severity and keeps its reasons; the words of the reasons stay with the finding.
    pub fn because(mut self, severity: Severity, reasons: &[&str]) -> Self {
        self.severity = severity;
        self.set("reasons", reasons.join(", "));
        self
    }

    pub fn finish(mut self, rule: &str, regimes: &[&str], service: &str) -> Finding {
        self.set("regimes", regimes.join(", "));
        let identifier = self.identifier.map(|i| i.word().to_owned());
        let what = Some(self.what.as_str());
        let parts =
            [self.recipient.as_deref(), identifier.as_deref(), self.role.as_deref(), self.zone.as_deref(), what];
        Finding {
            id: of_service(service, &id(rule, &parts)),
            rule: rule.to_owned(),
            severity: self.severity,
            recipient: self.recipient,
            identifier,
            role: self.role,
            zone: self.zone,
            why: String::new(),
            facts: self.facts,
            sightings: self.sightings,
            state: FindingState::New,
            accepted: None,
            not_looked_at: false,
        }
    }
}

/// The id of a finding at a service, from its id without the service: what reports had before services stood in it.
pub fn of_service(service: &str, id: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(service);
    hash.update([0]);
    hash.update(id);
    short(hash)
}

fn short(hash: Sha256) -> String {
    hash.finalize()[..8].iter().map(|b| format!("{b:02x}")).collect()
}

/// Sixteen hexadecimal digits; the same in every run as long as the finding is the same.
fn id(rule: &str, parts: &[Option<&str>]) -> String {
    let mut hash = Sha256::new();
    hash.update(rule);
    for part in parts {
        hash.update([0, u8::from(part.is_some())]);
        hash.update(part.unwrap_or_default());
    }
    short(hash)
}

/// What makes a finding of its own, besides recipient and zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Each identifier of each role: what went where.
    Identifier,
    /// Each role, all its identifiers together: where the circumstance counts, not the value.
    Role,
}

/// One draft for each recipient and zone, and `by`, among the sightings that `wanted` picks.
pub fn grouped(evidence: &Evidence<'_>, by: By, wanted: impl Fn(&Sighting) -> bool) -> Vec<Draft> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, s) in evidence.personal().filter(|(_, s)| wanted(s)) {
        let identifier = (by == By::Identifier).then_some(s.identifier);
        let typed = identifier.and(s.typed.as_ref()).map(|t| t.what);
        let key = (s.recipient.clone(), identifier, s.role.clone(), s.zone.clone(), typed);
        groups.entry(key).or_default().push(index);
    }
    groups.into_iter().map(|((_, identifier, ..), indices)| from_sightings(evidence, identifier, indices)).collect()
}

fn from_sightings(evidence: &Evidence<'_>, identifier: Option<IdentifierKind>, indices: Vec<usize>) -> Draft {
    let seen: Vec<&Sighting> = indices.iter().map(|i| &evidence.sightings[*i]).collect();
    let first = seen[0];
    let mut draft = Draft::about(evidence, Severity::Medium, first.recipient.as_deref().unwrap_or_default());
    draft = draft.in_zone(first.zone.as_deref());
    draft.identifier = identifier;
    draft.role = Some(first.role.clone());
    let codes: Vec<String> = seen.iter().map(|s| s.code()).collect();
    let codes = list(codes.iter().map(String::as_str));
    if identifier.is_some() {
        draft.set("identifier", codes.as_str());
        if let Some(typed) = &first.typed {
            typed.code().split(':').next().unwrap_or_default().clone_into(&mut draft.what);
        }
    }
    draft.set("identifiers", codes);
    draft.set("role", first.role.clone());
    draft.set("whose", if first.role == "user" { "user" } else { "other" });
    draft.set("count", seen.len().to_string());
    draft.set("keys", list(seen.iter().map(|s| s.key.as_str())));
    draft.set("fields", list(seen.iter().flat_map(|s| s.fields())));
    draft.set("hosts", list(seen.iter().filter_map(|s| s.host.as_deref())));
    draft.set("journeys", list(seen.iter().filter_map(|s| s.journey.as_deref())));
    draft.set("consents", list(seen.iter().filter_map(|s| s.consent.map(|c| c.word()))));
    draft.set("forms", list(seen.iter().map(|s| hash_of(s))));
    draft.set("disguise", weakest(&seen));
    let (how, script_owner) = how(evidence, &seen);
    draft.set("how", how);
    draft.set("script_owner", script_owner);
    draft.set("initiator", first.initiator.clone().unwrap_or_default());
    let held = |s: &&Sighting| evidence.exchange(s).is_some_and(|e| e.seen_by.iter().any(|by| by == "held-back"));
    if seen.iter().all(held) {
        draft.set("held", "all");
    }
    draft.sightings = indices;
    draft
}

/// The last step that changed the value beyond recognition, or `plain`.
fn hash_of(sighting: &Sighting) -> &str {
    if disguise(sighting) == "plain" {
        return "plain";
    }
    let step = sighting.form.iter().rev().find(|s| !matches!(s.as_str(), "hex" | "upper-hex" | "plain"));
    step.or(sighting.layers.last()).map_or("plain", String::as_str)
}

fn weakest(seen: &[&Sighting]) -> &'static str {
    let all: BTreeSet<&str> = seen.iter().map(|s| disguise(s)).collect();
    ["plain", "reversed", "encoded", "hashed"].into_iter().find(|d| all.contains(d)).unwrap_or("plain")
}

/// Who put it there: the visitor, in a form of the recipient's own; else the vendor's keys and whose script sent it tell.
/// Of a script of the recipient's own it is not known whether it took the value or was handed it, nor of a file of the
/// service's: the recipient's script may be built into it. With the name of the third party that did.
fn how(evidence: &Evidence<'_>, seen: &[&Sighting]) -> (&'static str, String) {
    if seen.iter().all(|s| evidence.in_own_form(s)) {
        return ("own-form", String::new());
    }
    let all: Vec<_> = seen.iter().filter_map(|s| evidence.how(s)).collect();
    if all.contains(&How::Automatic) || seen.iter().any(|s| evidence.took_itself(s)) {
        return ("automatic", String::new());
    }
    let senders: Vec<Sender> = seen.iter().filter_map(|s| evidence.sender(s)).collect();
    // A tag manager carries out what the site set up.
    let other = |s: &Sender| match s {
        Sender::Other(owner) if all.is_empty() || owner.category.as_deref() != Some("tag-manager") => {
            Some(owner.name.clone())
        }
        _ => None,
    };
    let others: Option<Vec<String>> = senders.iter().map(other).collect();
    match others.filter(|names| !names.is_empty()) {
        Some(names) => ("another-script", list(names.iter().map(String::as_str))),
        None if !all.is_empty() || senders.contains(&Sender::Page) => ("given", String::new()),
        None => ("unknown", String::new()),
    }
}

/// Distinct values in order, with commas between.
pub fn list<'s>(values: impl Iterator<Item = &'s str>) -> String {
    let distinct: BTreeSet<&str> = values.filter(|v| !v.is_empty()).collect();
    distinct.into_iter().collect::<Vec<_>>().join(", ")
}

/// Identifiers that single a person out by themselves.
pub fn is_direct(kind: IdentifierKind) -> bool {
    use IdentifierKind as K;
    matches!(kind, K::Email | K::Phone | K::NationalId | K::Card | K::Iban | K::ExternalId | K::Address | K::Password)
}

/// How grave it is that this group of sightings went to a third party, and why.
pub fn weigh(evidence: &Evidence<'_>, draft: &Draft) -> (Severity, Vec<&'static str>) {
    let seen: Vec<&Sighting> = draft.sightings.iter().map(|i| &evidence.sightings[*i]).collect();
    let fact = |name: &str| draft.facts.get(name).map_or("", String::as_str);
    let mut reasons = Vec::new();
    let mut grave = |yes: bool, reason: &'static str| {
        if yes {
            reasons.push(reason);
        }
        yes
    };
    let other = grave(fact("whose") == "other", "someone-else");
    // Whoever is given something in a form of its own is meant to read it.
    let own_form = fact("how") == "own-form";
    let plain = grave(fact("disguise") != "hashed" && !own_form, "not-hashed");
    let refused = grave(seen.iter().any(|s| evidence.stance(s) == Some(Stance::Refused)), "after-refusal");
    let closed = grave(evidence.zone(seen[0]).is_some_and(|z| z.recipients.is_empty()), "closed-zone");
    grave(fact("how") == "automatic", "taken-automatically");
    if grave(seen.iter().any(|s| s.identifier == IdentifierKind::Password), "password") {
        return (Severity::High, reasons);
    }
    let unknown = |s: &&Sighting| s.typed.as_ref().is_some_and(|t| t.what == TypedAs::Text);
    let file_name = |s: &Sighting| s.typed.as_ref().is_some_and(|t| t.what == TypedAs::FileName);
    let direct = seen.iter().any(|s| is_direct(s.identifier) && !unknown(s) && !file_name(s));
    let uncertain = seen.iter().all(|s| s.confidence.as_deref() == Some("low"));
    if uncertain {
        reasons.push("uncertain");
        // a text that reads as what was typed is chance less often than a short hash
        if !plain {
            return (Severity::Low, reasons);
        }
    }
    if seen.iter().all(unknown) {
        reasons.push("typed-text");
        return (Severity::Medium, reasons);
    }
    if !direct {
        reasons.push("indirect");
    }
    let severity = match (direct, other || plain || refused || closed) {
        (true, true) => Severity::High,
        (true, false) | (false, true) => Severity::Medium,
        (false, false) => Severity::Low,
    };
    (if uncertain { severity.min(Severity::Medium) } else { severity }, reasons)
}
