//! What third parties were asked for and did not give this run: scripts, frames, configurations. What rests on them was
//! not looked at.

use crate::evidence::path_of;
use crate::vendors::Vendors;
use crate::who::Who;
use facts::{Consent, Cut, Exchange, Gap, Recording, Report};
use std::collections::{BTreeMap, BTreeSet};

pub struct Lost<'a> {
    missing: Vec<Missing<'a>>,
    baseline: &'a Report,
}

struct Missing<'a> {
    /// Whoever was asked, or whose configuration it is.
    of: String,
    journey: &'a str,
    consent: Consent,
    /// The page that went without; none where it came nowhere in the run.
    page: Option<&'a str>,
}

impl<'a> Lost<'a> {
    /// What the baseline had and this run did not get.
    pub fn new(who: &Who<'_>, recording: &'a Recording, vendors: &Vendors, baseline: &'a Report) -> Self {
        let mut missing = Vec::new();
        for exchange in &recording.exchanges {
            let (Some(recipient), Some(run)) = (who.recipient_of(exchange), &exchange.run) else { continue };
            let row = |of: String, page| Missing { of, journey: &run.journey, consent: run.consent, page };
            let in_run = || recording.exchanges.iter().filter(|e| is_of(e, &run.journey, run.consent));
            let again = || in_run().filter(|e| address(e) == address(exchange));
            if is_refused(exchange) && had(exchange, &recipient.id, baseline, in_run(), who) {
                let came: BTreeSet<_> = again().filter(|e| !is_refused(e)).map(|e| e.page.as_deref()).collect();
                if !came.contains(&exchange.page.as_deref()) {
                    missing.push(row(recipient.id.clone(), exchange.page.as_deref().filter(|_| !came.is_empty())));
                }
            }
            for vendor in unread(exchange, vendors) {
                let had = baseline.known_settings().any(|s| s.vendor == vendor && s.served.is_some());
                if had && again().all(|e| unread(e, vendors).contains(&vendor)) {
                    missing.extend([vendor, &recipient.id].map(|of| row(of.to_owned(), None)));
                }
            }
        }
        Self { missing, baseline }
    }

    /// Whether something that a recipient's requests rest on did not come in one of these runs, on one of these pages.
    pub fn touches(&self, recipient: &str, runs: &BTreeSet<(&str, Consent)>, on: impl Fn(&str) -> bool) -> bool {
        let rests_on = self.rests_on(recipient);
        self.missing.iter().any(|m| {
            rests_on.contains(m.of.as_str()) && runs.contains(&(m.journey, m.consent)) && m.page.is_none_or(&on)
        })
    }

    /// The recipient, who brought it in the baseline, and who brought those.
    fn rests_on<'i>(&'i self, recipient: &'i str) -> BTreeSet<&'i str> {
        let mut found = BTreeSet::new();
        let mut open = vec![recipient];
        while let Some(id) = open.pop() {
            if found.insert(id) {
                let rows = self.baseline.known_recipients().filter(|r| r.id == id);
                open.extend(rows.flat_map(|r| &r.brought_by).map(String::as_str));
            }
        }
        found
    }
}

/// Whether the baseline had it: a script by its address, or by whose it is where none of theirs came in this run; a frame
/// stands in no baseline and counts as had.
fn had<'e>(
    exchange: &Exchange,
    recipient: &str,
    baseline: &Report,
    mut run: impl Iterator<Item = &'e Exchange>,
    who: &Who<'_>,
) -> bool {
    let theirs = |e: &Exchange| who.recipient_of(e).is_some_and(|r| r.id == recipient);
    match asks(exchange) {
        _ if is_known(exchange, baseline) => true,
        Some(Asked::Frame) => true,
        Some(Asked::Script) => {
            baseline.known_scripts().any(|s| s.recipient == recipient)
                && !run.any(|e| asks(e) == Some(Asked::Script) && !is_refused(e) && theirs(e))
        }
        None => false,
    }
}

fn is_known(exchange: &Exchange, baseline: &Report) -> bool {
    baseline.known_scripts().any(|s| s.url == address(exchange))
}

fn is_of(exchange: &Exchange, journey: &str, consent: Consent) -> bool {
    exchange.run.as_ref().is_some_and(|r| r.journey == journey && r.consent == consent)
}

#[derive(PartialEq, Eq)]
enum Asked {
    Script,
    Frame,
}

/// What the browser wanted it for (Fetch Metadata, section 2.1). A request that never left bears that header only where a
/// page was to be shown.
fn asks(exchange: &Exchange) -> Option<Asked> {
    match exchange.header("sec-fetch-dest") {
        Some("script") => Some(Asked::Script),
        Some("iframe" | "frame") => Some(Asked::Frame),
        None if exchange.header("upgrade-insecure-requests").is_some() => Some(Asked::Frame),
        _ => None,
    }
}

fn address(exchange: &Exchange) -> &str {
    exchange.url.split(['?', '#']).next().unwrap_or_default()
}

fn is_refused(exchange: &Exchange) -> bool {
    exchange.response.as_ref().is_none_or(|r| r.status >= 400)
}

/// Vendors whose configuration this is, and none of whose switches can be read in it.
fn unread<'v>(exchange: &Exchange, vendors: &'v Vendors) -> Vec<&'v str> {
    let host = exchange.host().unwrap_or_default();
    let body = exchange.response.as_ref().filter(|r| r.status < 400).and_then(|r| r.body.as_deref());
    let text = body.map(String::from_utf8_lossy);
    let mut rows: BTreeMap<&str, bool> = BTreeMap::new();
    for (vendor, setting, _) in vendors.configuration(&host, path_of(&exchange.url)) {
        *rows.entry(&vendor.id).or_default() |= text.as_ref().is_some_and(|text| setting.read(text).is_some());
    }
    rows.into_iter().filter(|(_, read)| !read).map(|(id, _)| id).collect()
}

/// Scripts and frames whose server answered with an error, of those that the tables or the baseline know. Of what did not
/// come at all, the recording tells.
pub fn gaps(who: &Who<'_>, recording: &Recording, baseline: Option<&Report>) -> Vec<Gap> {
    let known = |e: &Exchange| baseline.is_some_and(|b| is_known(e, b));
    let told = |e: &Exchange| {
        let status = e.response.as_ref().map(|r| r.status).filter(|status| *status >= 400)?;
        let asked = asks(e);
        let recipient = who.recipient_of(e).filter(|_| asked.is_some() || known(e))?;
        let missed = recipient.vendor || asked == Some(Asked::Frame) || known(e);
        let (what, why) = (format!("what {} would have done", address(e)), format!("it answered {status}"));
        missed.then(|| Gap::new(what, why).cut_by(Cut::Unloaded))
    };
    let mut gaps: Vec<Gap> = Vec::new();
    for gap in recording.exchanges.iter().filter_map(told) {
        if !gaps.contains(&gap) {
            gaps.push(gap);
        }
    }
    gaps
}
