//! A finding for a person: what, whose, to whom, in which disguise, by which request, and what to change.

use super::Sources;
use crate::Words;
use crate::say::{self, plain};
use facts::{Canary, Finding, FindingState, SettingRow, Sighting};

pub(super) struct FindingView {
    pub anchor: String,
    pub id: String,
    pub rule: String,
    pub class: &'static str,
    pub severity: String,
    /// None where nothing was compared: everything is new then.
    pub state: Option<String>,
    pub title: String,
    pub why: String,
    pub fix: Option<String>,
    pub law: Option<String>,
    pub reasons: Option<String>,
    pub settings: Vec<SettingView>,
    pub ways: Vec<Way>,
    pub how: String,
    pub first: bool,
    /// How many ways are not shown here.
    pub more: Option<String>,
}

/// One vendor switch in words.
#[derive(Clone)]
pub(super) struct SettingView {
    pub vendor: String,
    pub account: String,
    pub setting: String,
    pub declared: String,
    pub served: String,
    pub observed: String,
    /// What contradicts what, where something does.
    pub conflict: Option<String>,
    /// Declared, and neither served nor seen.
    pub unchecked: bool,
    pub advice: String,
    pub change_at: Option<String>,
    pub evidence: Option<String>,
}

/// Sightings that differ in time and consent only: one value, one disguise, one place in a request.
pub(super) struct Way {
    pub title: String,
    pub chain: Vec<Link>,
    pub recipient: String,
    pub host: String,
    pub part: String,
    pub key: String,
    pub evidence: String,
    pub initiator: Option<String>,
    pub page: Option<String>,
    pub zone: Option<String>,
    pub field: Option<String>,
    /// Which further fields hold the same value.
    pub further: Option<String>,
    pub consents: String,
    pub step: Option<String>,
    pub picture: Option<String>,
    /// Where the picture stands instead.
    pub shot: Option<String>,
    pub alt: String,
}

pub(super) struct Link {
    pub step: String,
    pub value: Option<String>,
}

/// Shown of each finding; the rest is in report.json.
const WAYS: usize = 4;

/// Worst first, then those that are new, then as the report has them.
pub(super) fn findings(s: &Sources<'_>) -> Vec<FindingView> {
    let mut shown: Vec<&Finding> = s.report.findings.iter().filter(|f| f.stands()).collect();
    shown.sort_by_key(|f| (std::cmp::Reverse(f.severity), f.state != FindingState::New));
    shown.iter().enumerate().map(|(n, f)| finding(s, n, f)).collect()
}

/// What stood in the earlier report and was not seen: gone, or not looked at.
pub(super) fn gone(s: &Sources<'_>) -> Vec<FindingView> {
    let gone = s.report.findings.iter().filter(|f| !f.stands());
    gone.enumerate().map(|(n, f)| finding(s, 1000 + n, f)).collect()
}

fn finding(s: &Sources<'_>, n: usize, f: &Finding) -> FindingView {
    let w = &s.words;
    let groups = groups(s, f);
    let compared = s.report.findings.iter().any(|f| f.state != FindingState::New);
    let left = groups.len().saturating_sub(WAYS);
    FindingView {
        anchor: format!("finding-{}", n + 1),
        id: plain(&f.id),
        rule: plain(&f.rule),
        class: say::severity(f.severity),
        severity: w.say(&format!("paper-severity-{}", say::severity(f.severity))),
        state: (compared || f.facts.contains_key("acceptance")).then(|| super::summary::state(f, w)),
        title: say::title(f, w),
        why: if f.why.is_empty() { say::why(f, w) } else { plain(&f.why) },
        fix: say::fix(f, w),
        law: say::law(f, w),
        reasons: say::reasons(f, w),
        // Said once at the top and where it is the point; the same table at every finding is read by nobody.
        settings: if n == 0 || f.facts.contains_key("setting") { settings_of(s, f) } else { Vec::new() },
        ways: groups.iter().take(WAYS).enumerate().map(|(i, g)| way(s, g, n + i == 0)).collect(),
        how: w.with("paper-how", &[("n", groups.len().min(WAYS).into())]),
        first: n == 0,
        more: (left > 0).then(|| w.with("paper-more-ways", &[("n", left.into())])),
    }
}

/// The switches of the finding's recipient; of one account only where the finding names it.
fn settings_of(s: &Sources<'_>, f: &Finding) -> Vec<SettingView> {
    let account = f.facts.get("account");
    let of_it = |row: &&SettingRow| {
        f.recipient.as_ref() == Some(&row.vendor) && account.is_none_or(|a| *a == row.account || row.account.is_empty())
    };
    s.report.settings.iter().filter(of_it).filter(|row| row.conflict).map(|row| setting(s, row)).collect()
}

pub(super) fn setting(s: &Sources<'_>, row: &SettingRow) -> SettingView {
    let w = &s.words;
    let switch = |v: &Option<String>| plain(&w.or("paper-switch", v.as_deref().unwrap_or("unknown")));
    let (vendor, account) = (s.recipient(&row.vendor), plain(&row.account));
    let name = plain(&w.or("paper-setting", &row.setting));
    let advice = if row.declared.is_some() { "paper-change-advice" } else { "paper-change-advice-undeclared" };
    let args = [
        ("setting", name.as_str().into()),
        ("vendor", vendor.as_str().into()),
        ("account", account.as_str().into()),
        ("declared", switch(&row.declared).into()),
        ("served", switch(&row.served).into()),
    ];
    SettingView {
        advice: w.with(advice, &args),
        declared: switch(&row.declared),
        served: switch(&row.served),
        observed: switch(&row.observed),
        conflict: conflict(row, &s.report.settings, w),
        unchecked: row.is_unchecked(),
        change_at: row.change_at.clone().filter(|link| link.starts_with("https://")),
        evidence: row.evidence.as_deref().map(|id| w.with("paper-evidence", &[("id", plain(id).into())])),
        vendor,
        account,
        setting: name,
    }
}

/// What contradicts the row's words: one of them another, or those of a row that sets this switch or is set by it.
pub fn conflict(row: &SettingRow, rows: &[SettingRow], w: &Words) -> Option<String> {
    let governs = |a: &SettingRow, b: &SettingRow| {
        let setting = judge::Vendors::builtin().vendor(&a.vendor).and_then(|v| v.setting(&a.setting));
        a.setting == b.setting && setting.and_then(|s| s.governs.as_deref()) == Some(b.vendor.as_str())
    };
    let said = |row: &SettingRow| [&row.declared, &row.served, &row.observed].map(Clone::clone);
    let own: Vec<String> = said(row).into_iter().flatten().collect();
    if !row.conflict {
        return None;
    }
    if own.windows(2).any(|pair| pair[0] != pair[1]) {
        return Some(w.say("paper-conflict"));
    }
    let other = rows.iter().filter(|r| governs(r, row) || governs(row, r)).find_map(|r| {
        let keys = ["paper-declared", "paper-served", "paper-observed"].into_iter();
        let (key, word) =
            keys.zip(said(r)).filter_map(|(key, word)| Some((key, word?))).find(|(_, word)| !own.contains(word))?;
        let words = [
            ("vendor", say::vendor(w, &r.vendor).into()),
            ("what", w.say(key).into()),
            ("word", w.or("paper-switch", &word).into()),
        ];
        Some(w.with("paper-conflict-with", &words))
    });
    Some(other.unwrap_or_else(|| w.say("paper-conflict-untold")))
}

/// Sightings that show the same thing, first seen first.
fn groups<'a>(s: &Sources<'a>, f: &Finding) -> Vec<Vec<&'a Sighting>> {
    let mut groups: Vec<Vec<&Sighting>> = Vec::new();
    for sighting in f.sightings.iter().filter_map(|i| s.report.sightings.get(*i)) {
        match groups.iter_mut().find(|g| same_way(g[0], sighting)) {
            Some(group) => group.push(sighting),
            None => groups.push(vec![sighting]),
        }
    }
    groups
}

fn same_way(a: &Sighting, b: &Sighting) -> bool {
    a.identifier == b.identifier
        && a.role == b.role
        && a.form == b.form
        && a.layers == b.layers
        && a.host == b.host
        && a.part == b.part
        && a.key == b.key
        && a.field == b.field
}

/// One picture is enough for the eye; the others are with the steps.
fn way(s: &Sources<'_>, group: &[&Sighting], embed: bool) -> Way {
    let (w, first) = (&s.words, group[0]);
    let identifier = say::identifier(w, &first.code());
    let shot = screenshot_of(s, first);
    let step = first.step.as_deref().map(|name| crate::gaps::step(name, w));
    Way {
        title: w.with(
            "paper-way",
            &[("identifier", identifier.into()), ("role", plain(&say::role(w, &first.role)).into())],
        ),
        chain: chain(s, first),
        recipient: s.recipient(first.recipient.as_deref().or(first.host.as_deref()).unwrap_or_default()),
        host: plain(first.host.as_deref().unwrap_or_default()),
        part: say::part(w, first.part),
        key: plain(&first.key),
        evidence: evidence(s, group),
        initiator: first.initiator.as_deref().map(plain),
        page: first.page.as_deref().map(plain),
        zone: first.zone.as_deref().map(|z| w.with("paper-zone", &[("zone", plain(z).into())])),
        field: first.field.as_deref().map(plain),
        further: further(s, group),
        consents: consents(s, group.iter().copied()),
        alt: w.with("paper-shot", &[("step", step.clone().unwrap_or_default().into())]),
        step,
        picture: shot.as_ref().filter(|_| embed).and_then(|(_, name)| s.picture(name)),
        shot: shot.map(|(anchor, _)| anchor).filter(|_| !embed),
    }
}

/// The form asks for it once more: which of its fields the value was taken from nobody can tell.
fn further(s: &Sources<'_>, group: &[&Sighting]) -> Option<String> {
    let mut fields: Vec<String> = Vec::new();
    for field in group.iter().flat_map(|x| &x.further_fields).map(|field| plain(field)) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let args = [("n", fields.len().into()), ("fields", s.words.list(&fields).into())];
    (!fields.is_empty()).then(|| s.words.with("paper-further-fields", &args))
}

fn evidence(s: &Sources<'_>, group: &[&Sighting]) -> String {
    let w = &s.words;
    let mut said = vec![w.with("paper-evidence", &[("id", plain(&group[0].exchange).into())])];
    said.extend(group[0].at.map(|at| w.moment(at, &jiff::tz::TimeZone::UTC)));
    if group.len() > 1 {
        said.push(w.with("paper-seen-times", &[("n", group.len().into())]));
    }
    said.join(" · ")
}

/// Each consent state under which it was seen, once.
pub(super) fn consents<'a>(s: &Sources<'_>, sightings: impl Iterator<Item = &'a Sighting>) -> String {
    let mut words: Vec<String> = Vec::new();
    for said in sightings.filter_map(|x| x.consent).map(|c| say::consent(&s.words, c)) {
        if !words.contains(&said) {
            words.push(said);
        }
    }
    s.words.list(&words)
}

pub(super) fn canary<'a>(s: &Sources<'a>, sighting: &Sighting) -> Option<&'a Canary> {
    s.report.canaries.iter().find(|c| c.id == sighting.person)
}

/// From the keyboard to the wire: typed, each step of the disguise, each container, innermost first.
fn chain(s: &Sources<'_>, sighting: &Sighting) -> Vec<Link> {
    let canary = canary(s, sighting);
    let typed = Link { step: s.words.say("paper-typed-step"), value: canary.map(|c| plain(&c.value)) };
    let explained = canary.map(|c| (s.explain)(c.kind, &c.value, &sighting.form)).unwrap_or_default();
    let mut links = vec![typed];
    if explained.is_empty() {
        links.extend(sighting.form.iter().map(|step| Link { step: say::step(&s.words, step), value: None }));
    } else {
        links.extend(
            explained.iter().skip(1).map(|(step, v)| Link { step: say::step(&s.words, step), value: Some(plain(v)) }),
        );
    }
    links.extend(sighting.layers.iter().rev().map(|l| Link { step: layer_step(s, l), value: None }));
    links.push(sent(s, sighting, explained.last().map(|(_, v)| v.as_str())));
    links
}

fn layer_step(s: &Sources<'_>, layer: &str) -> String {
    let layer = plain(&s.words.or("paper-layer", layer));
    s.words.with("paper-wrapped", &[("layer", layer.into())])
}

fn sent(s: &Sources<'_>, sighting: &Sighting, value: Option<&str>) -> Link {
    let host = plain(sighting.host.as_deref().unwrap_or_default());
    // What stood there is wrapped further; the beginning of a digest lets it be found again.
    let hashed = sighting.form.iter().any(|step| s.words.has(&format!("paper-hash-{step}")));
    let begins = value.filter(|_| hashed).map(|v| format!("{}…", v.chars().take(8).collect::<String>()));
    let wrapped = begins.unwrap_or_else(|| "…".to_owned());
    let value = value.filter(|_| sighting.layers.is_empty()).unwrap_or(&wrapped);
    let pair = match sighting.key.as_str() {
        "" => value.to_owned(),
        key => format!("{}={value}", plain(key)),
    };
    Link { step: s.words.with("paper-sent-step", &[("host", host.into())]), value: Some(plain(&pair)) }
}

/// Anchor and name of the picture of the step at which it left.
fn screenshot_of<'a>(s: &Sources<'a>, sighting: &Sighting) -> Option<(String, &'a str)> {
    let step = sighting.step.as_deref()?;
    let of_it =
        |r: &facts::Run| Some(r.journey.as_str()) == sighting.journey.as_deref() && Some(r.consent) == sighting.consent;
    let run = s.report.runs.iter().position(of_it)?;
    let steps = &s.report.runs[run].steps;
    let n = steps.iter().position(|x| x.name == step)?;
    Some((super::steps::shot_anchor(run, n), steps[n].screenshot.as_deref()?))
}
