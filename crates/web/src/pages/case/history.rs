//! What happened in a case, told from the log: who, when, what, and with which reason.

use crate::pages::verify::act_word;
use crate::questions::{changed, label};
use crate::say::Say;
use jiff::Timestamp;
use register::Happened;
use respond::{About, Act, BreachFacts, Text};

pub struct Entry {
    pub at: Timestamp,
    pub actor: String,
    pub what: String,
    pub detail: String,
}

/// The latest first.
pub fn told(w: &Say, happened: &[Happened]) -> Vec<Entry> {
    let mut facts = BreachFacts::default();
    let mut entries = Vec::new();
    for h in happened {
        let detail = h.event.as_ref().map_or_else(|_| w.t("web-destroyed"), |event| detail(w, &event.what, &mut facts));
        let what = h.event.as_ref().map_or(h.act.as_str(), |event| event.act());
        entries.push(Entry { at: h.at, actor: h.actor.clone(), what: act_word(w, what), detail });
    }
    entries.reverse();
    entries
}

/// What happened after `version`, the latest first: what a person who was overtaken has not seen.
pub fn since(w: &Say, happened: &[Happened], version: u64) -> Vec<Entry> {
    let unseen = happened.iter().filter(|h| h.version > version).count();
    told(w, happened).into_iter().take(unseen).collect()
}

/// The facts as they were at `version`.
pub fn facts_at(happened: &[Happened], version: u64) -> BreachFacts {
    let seen = happened.iter().rev().filter(|h| h.version <= version);
    let mut facts = seen.filter_map(|h| match &h.event.as_ref().ok()?.what {
        Act::Open { facts, .. } | Act::SetFacts { facts, .. } => Some(facts.clone()),
        _ => None,
    });
    facts.next().unwrap_or_default()
}

/// Text about persons, or that it was destroyed.
pub fn text(w: &Say, text: &Text) -> String {
    text.open().map_or_else(|| w.t("web-destroyed"), str::to_owned)
}

fn detail(w: &Say, act: &Act, before: &mut BreachFacts) -> String {
    match act {
        Act::Open { title, facts, .. } => {
            *before = facts.clone();
            title.clone()
        }
        Act::SetAware { aware, person, reason } => joined(&[&w.moment_long(*aware), person, &text(w, reason)]),
        Act::SetTimes { reason, .. } => text(w, reason),
        Act::SetFacts { facts, source, .. } => {
            let changed: Vec<String> = changed(before, facts).into_iter().map(|name| label(w, name)).collect();
            *before = facts.clone();
            joined(&[&changed.join(", "), &text(w, source)])
        }
        Act::Conclude { about, person, duty, reasons, .. } => {
            let about = if *about == About::Authority { "web-conclude-authority" } else { "web-conclude-people" };
            let duty = if *duty { "web-duty-yes" } else { "web-duty-no" };
            joined(&[&format!("{}: {}", w.t(about), w.t(duty)), person, &text(w, reasons)])
        }
        Act::NoBreach { person, reasons } => joined(&[person, &text(w, reasons)]),
        Act::File { authority, sent, receipt, .. } => joined(&[authority, &w.moment(*sent), receipt]),
        Act::Note { text: note } => text(w, note),
        Act::Close { person, reason } => joined(&[person, &text(w, reason)]),
        Act::Reopen { reason } => text(w, reason),
        _ => String::new(),
    }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}
