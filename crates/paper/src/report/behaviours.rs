//! What third parties' scripts did beside sending, one row for each of them.

use super::Sources;
use crate::say::plain;
use facts::{Behaviour, Deed};
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct BehaviourView {
    pub whose: String,
    pub hosts: Vec<String>,
    pub reads: Vec<String>,
    pub hears: Vec<String>,
    pub keeps: Vec<String>,
}

/// Named of each kind; the rest is in report.json.
const NAMED: usize = 5;

pub(super) fn behaviours(s: &Sources<'_>) -> Vec<BehaviourView> {
    let mut by_owner: BTreeMap<&str, Vec<&Behaviour>> = BTreeMap::new();
    for deed in &s.report.behaviours {
        if let Some(owner) = owner(s, &deed.script) {
            by_owner.entry(owner).or_default().push(deed);
        }
    }
    by_owner.into_iter().map(|(owner, deeds)| view(s, owner, &deeds)).collect()
}

/// The third party among the recipients whose host served the script.
fn owner<'a>(s: &Sources<'a>, script: &str) -> Option<&'a str> {
    let host = host(script);
    let rows = s.report.recipients.iter().filter(|r| r.third_party);
    rows.into_iter().find(|r| r.hosts.iter().any(|h| h == host)).map(|r| r.id.as_str())
}

fn host(script: &str) -> &str {
    let rest = script.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

fn view(s: &Sources<'_>, owner: &str, deeds: &[&Behaviour]) -> BehaviourView {
    let of = |what: Deed| deeds.iter().filter(move |d| d.what == what);
    let hosts: BTreeSet<String> = deeds.iter().map(|d| plain(host(&d.script))).collect();
    BehaviourView {
        whose: s.recipient(owner),
        hosts: hosts.into_iter().collect(),
        reads: few(s, of(Deed::FieldRead).map(|d| plain(&d.field))),
        hears: few(s, of(Deed::KeyListener).map(|d| plain(&d.field))),
        keeps: few(s, of(Deed::StorageWrite).map(|d| kept(s, d))),
    }
}

fn kept(s: &Sources<'_>, deed: &Behaviour) -> String {
    let name = plain(&deed.field);
    match deed.sent_in.len() {
        0 => name,
        n => format!("{name} ({})", s.words.with("paper-kept-sent", &[("n", n.into())])),
    }
}

fn few(s: &Sources<'_>, names: impl Iterator<Item = String>) -> Vec<String> {
    let all: BTreeSet<String> = names.collect();
    let left = all.len().saturating_sub(NAMED);
    let more = (left > 0).then(|| s.words.with("paper-and-more", &[("n", left.into())]));
    all.into_iter().take(NAMED).chain(more).collect()
}
