//! The page around the findings: the verdict, the tables, the steps.

use super::Sources;
use super::behaviours::{BehaviourView, behaviours};
use super::findings::{FindingView, SettingView, canary, consents, findings, gone, setting};
use super::steps::{Picture, RunView, runs};
use crate::say::{self, plain};
use crate::{Words, gaps};
use askama::Template;
use facts::{Canary, Finding, RecipientRow, Severity, Sighting, Via};
use std::collections::BTreeMap;

const CSS: &str = concat!(include_str!("../../assets/base.css"), include_str!("../../assets/report.css"));

#[derive(Template)]
#[template(path = "report.html")]
pub(super) struct Page {
    w: Words,
    css: &'static str,
    lang: &'static str,
    name: String,
    start: String,
    controller: Option<String>,
    when: Option<String>,
    browser: String,
    verdict: Verdict,
    figures: Vec<Figure>,
    parts: Vec<(&'static str, String)>,
    glance: Vec<Glance>,
    findings: Vec<FindingView>,
    gone: Vec<FindingView>,
    gaps: Vec<gaps::Told>,
    settings: Vec<SettingView>,
    recipients: Vec<RecipientView>,
    behaviours: Vec<BehaviourView>,
    now: Vec<(String, bool)>,
    runs: Vec<RunView>,
    canaries: Vec<CanaryView>,
}

pub(super) struct Verdict {
    pub tone: &'static str,
    pub head: String,
    pub lines: Vec<String>,
}

struct Figure {
    n: String,
    what: String,
}

/// One row of the table at the top: a value, whose, to whom, how disguised.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Glance {
    recipient: String,
    role: String,
    identifier: String,
    disguise: String,
    consents: String,
}

struct RecipientView {
    name: String,
    country: Option<String>,
    relation: String,
    hosts: Vec<String>,
    requests: String,
    got: String,
}

struct CanaryView {
    value: String,
    kind: String,
    role: String,
    fields: Vec<String>,
    page: String,
    consent: String,
    left: String,
}

pub(super) fn page(s: &Sources<'_>) -> Page {
    let (r, w) = (s.report, s.words);
    Page {
        w,
        css: CSS,
        lang: w.lang().tag(),
        name: plain(r.service.as_deref().unwrap_or_else(|| host(&r.start))),
        start: plain(&r.start),
        controller: r.controller.as_deref().map(plain),
        when: when(s),
        browser: plain(&r.browser),
        verdict: verdict(s),
        figures: figures(s),
        parts: PARTS.iter().map(|part| (*part, w.say(&format!("paper-{part}")))).collect(),
        glance: glance(s),
        findings: findings(s),
        gone: gone(s),
        gaps: gaps::each_once(&r.gaps, &w),
        settings: r.settings.iter().map(|row| setting(s, row)).collect(),
        recipients: recipients(s),
        behaviours: behaviours(s),
        now: now(s),
        runs: runs(s),
        canaries: r.canaries.iter().map(|c| canary_view(s, c)).collect(),
    }
}

/// Anchors, in the order of the page; the words are `paper-<anchor>`.
const PARTS: [&str; 8] = ["findings", "gaps", "settings", "recipients", "behaviours", "steps", "typed", "verify"];

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or(rest)
}

fn when(s: &Sources<'_>) -> Option<String> {
    let started = s.report.started?;
    let at = s.words.moment(started, &jiff::tz::TimeZone::UTC);
    Some(match s.report.ended {
        Some(ended) if ended > started => {
            let took = s.words.duration(ended.duration_since(started));
            s.words.with("paper-when-took", &[("at", at.into()), ("took", took.into())])
        }
        _ => at,
    })
}

fn open<'a>(s: &Sources<'a>) -> Vec<&'a Finding> {
    s.report.findings.iter().filter(|f| f.stands()).collect()
}

/// "Nothing found" and "could not look" never look the same: a gap keeps the page from saying that all is well.
pub(super) fn verdict(s: &Sources<'_>) -> Verdict {
    let (w, open, gaps) = (&s.words, open(s), s.report.gaps.len());
    let unlooked = s.report.findings.iter().filter(|f| f.not_looked_at).count();
    let tone = match open.iter().map(|f| f.severity).max() {
        Some(worst) => say::severity(worst),
        None if gaps > 0 || unlooked > 0 || s.report.exchanges == 0 => "gap",
        None => "ok",
    };
    let unseen = s.report.unseen.as_deref().map(|why| gaps::why(why, w).trim_end_matches('.').to_owned());
    let tone = if unseen.is_some() && tone == "ok" { "gap" } else { tone };
    let head = match tone {
        "gap" if let Some(why) = &unseen => w.with("paper-verdict-unseen", &[("why", why.as_str().into())]),
        "ok" => w.say("paper-verdict-nothing"),
        "gap" => w.say("paper-verdict-nothing-but"),
        _ if open.iter().all(|f| f.sightings.is_empty()) => {
            let key = if unlooked > 0 { "paper-verdict-settings-but" } else { "paper-verdict-settings" };
            w.with(key, &[("n", open.len().into())])
        }
        _ => w.with("paper-verdict-found", &[("n", open.len().into())]),
    };
    let mut lines = found_lines(s, &open);
    lines.push(match gaps {
        0 => w.say("paper-verdict-no-gaps"),
        n => w.with("paper-verdict-gaps", &[("n", n.into())]),
    });
    if unlooked > 0 {
        lines.push(w.with("paper-verdict-unlooked", &[("n", unlooked.into())]));
    }
    Verdict { tone, head, lines }
}

fn found_lines(s: &Sources<'_>, open: &[&Finding]) -> Vec<String> {
    let w = &s.words;
    let sightings: Vec<&Sighting> = open.iter().flat_map(|f| seen(s, f)).collect();
    if sightings.is_empty() {
        return Vec::new();
    }
    let what = distinct(sightings.iter().map(|x| say::identifier(w, &x.code())));
    let whose = distinct(sightings.iter().map(|x| plain(&say::role(w, &x.role))));
    let to = distinct(sightings.iter().map(|x| s.recipient(recipient_id(x))));
    let args = [("what", w.list(&what).into()), ("whose", w.list(&whose).into()), ("recipients", w.list(&to).into())];
    vec![w.with("paper-verdict-line", &args)]
}

fn seen<'a>(s: &Sources<'a>, f: &Finding) -> Vec<&'a Sighting> {
    f.sightings.iter().filter_map(|i| s.report.sightings.get(*i)).collect()
}

fn recipient_id(sighting: &Sighting) -> &str {
    sighting.recipient.as_deref().or(sighting.host.as_deref()).unwrap_or_default()
}

/// Each once, in the order of first appearance.
fn distinct(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for item in items {
        if !out.contains(&item) {
            out.push(item);
        }
    }
    out
}

fn figures(s: &Sources<'_>) -> Vec<Figure> {
    let (w, r, open) = (&s.words, s.report, open(s));
    let figure = |n: usize, key: &str| Figure { n: w.count(n as u64), what: w.with(key, &[("n", n.into())]) };
    let high = open.iter().filter(|f| f.severity == Severity::High).count();
    vec![
        figure(open.len(), "paper-figure-findings"),
        figure(high, "paper-figure-high"),
        figure(r.recipients.iter().filter(|x| x.third_party).count(), "paper-figure-third"),
        figure(r.exchanges, "paper-figure-exchanges"),
        figure(r.gaps.len(), "paper-figure-gaps"),
    ]
}

/// What to do, first things first; true where the case's command belongs below it.
fn now(s: &Sources<'_>) -> Vec<(String, bool)> {
    let open = open(s);
    let keys: &[&str] = match () {
        () if open.iter().any(|f| !f.sightings.is_empty()) => &["stop", "decide", "case", "again"],
        () if !open.is_empty() => &["stop", "again"],
        () if !s.report.gaps.is_empty() => &["look", "again"],
        () => &[],
    };
    keys.iter().map(|key| (s.words.say(&format!("paper-now-{key}")), *key == "case")).collect()
}

fn glance(s: &Sources<'_>) -> Vec<Glance> {
    let w = &s.words;
    let mut rows: BTreeMap<[String; 4], Vec<&Sighting>> = BTreeMap::new();
    for sighting in open(s).iter().flat_map(|f| seen(s, f)) {
        let row = [
            s.recipient(recipient_id(sighting)),
            plain(&say::role(w, &sighting.role)),
            say::identifier(w, &sighting.code()),
            plain(&say::disguise(w, sighting)),
        ];
        rows.entry(row).or_default().push(sighting);
    }
    rows.into_iter()
        .map(|([recipient, role, identifier, disguise], seen)| {
            let consents = consents(s, seen.into_iter());
            Glance { recipient, role, identifier, disguise, consents }
        })
        .collect()
}

/// Third parties first, then by the number of requests.
fn recipients(s: &Sources<'_>) -> Vec<RecipientView> {
    let mut rows: Vec<&RecipientRow> = s.report.recipients.iter().collect();
    rows.sort_by_key(|r| (!r.third_party, std::cmp::Reverse(r.requests)));
    rows.into_iter().map(|row| recipient(s, row)).collect()
}

fn recipient(s: &Sources<'_>, row: &RecipientRow) -> RecipientView {
    let w = &s.words;
    let relation = match (row.third_party, row.via) {
        (false, _) => "paper-relation-own",
        (true, Via::Direct) => "paper-relation-third",
        (true, Via::Cname) => "paper-relation-alias",
    };
    let got = s.report.sightings.iter().filter(|x| row.third_party && recipient_id(x) == row.id);
    let got = distinct(got.map(|x| say::identifier(w, &x.code())));
    RecipientView {
        name: crate::say::recipient(w, &row.id, &row.name),
        country: row.country.as_deref().map(plain),
        relation: match &row.listed {
            Some(list) => w.with("paper-relation-listed", &[("list", plain(list).into())]),
            None => w.say(relation),
        },
        hosts: row.hosts.iter().map(|h| plain(h)).collect(),
        requests: w.count(row.requests as u64),
        got: w.list(&got),
    }
}

fn canary_view(s: &Sources<'_>, c: &Canary) -> CanaryView {
    let w = &s.words;
    let left = open(s).into_iter().flat_map(|f| seen(s, f));
    let left = left.filter(|x| canary(s, x).is_some_and(|seen| seen.id == c.id));
    let left = distinct(left.map(|x| s.recipient(recipient_id(x))));
    CanaryView {
        value: plain(&c.value),
        kind: say::identifier(w, &c.typed.as_ref().map_or_else(|| c.kind.word().to_owned(), facts::Typed::code)),
        role: plain(&say::role(w, &c.role)),
        fields: c.fields().map(plain).collect(),
        page: plain(&c.page),
        consent: say::consent(w, c.consent),
        left: if left.is_empty() {
            String::new()
        } else {
            w.with("paper-left-to", &[("recipients", w.list(&left).into())])
        },
    }
}
