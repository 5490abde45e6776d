//! One finding: what happened, what to change, and the way from what was typed to what was sent.

use super::audit::{Found, Setting, found, setting};
use super::page;
use super::request::{self, Sent};
use crate::audits::{Kept, kept};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::Here;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use facts::{Exchange, Finding, Part, Sighting, Step};
use jiff::Timestamp;
use paper::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/audits/{id}/findings/{finding}", get(show))
}

#[derive(Template)]
#[template(path = "finding.html")]
struct Show<'a> {
    f: &'a Frame,
    id: &'a str,
    name: &'a str,
    at: Timestamp,
    x: Found,
    /// Switches to change now.
    changes: Vec<Change>,
    chains: Vec<Chain>,
    request: Option<Request>,
    /// Address and step.
    screenshot: Option<(String, String)>,
    settings: Vec<Setting>,
    law: String,
    fix: String,
    /// Why it is graded as it is.
    reasons: String,
    erase: Option<Erase>,
}

struct Change {
    what: String,
    link: Option<String>,
}

/// Whom to ask for erasure, and where.
struct Erase {
    recipient: String,
    link: Option<String>,
}

/// From what was typed to what was sent, told once however often it was seen.
struct Chain {
    title: String,
    steps: Vec<(String, String)>,
    /// What the token was packed into on the wire; empty where it went as it is.
    packed: String,
    sent: String,
    host: String,
    seen: String,
}

struct Request {
    host: String,
    /// The request itself, where it is kept and may be shown.
    sent: Option<Sent>,
    /// Why it is not.
    note: String,
    fields: Vec<(String, String)>,
}

async fn show(here: Here, Path((id, finding)): Path<(String, String)>) -> Result<Response, Oops> {
    let kept = kept(&here.site, &id).await?;
    let finding = kept.finding(&finding).ok_or(Oops::NotFound)?;
    let f = &here.f;
    let sightings: Vec<&Sighting> = finding.sightings.iter().filter_map(|i| kept.report.sightings.get(*i)).collect();
    let ways = ways(&sightings);
    // The request and the picture belong to the way that is told first.
    let sightings = ways.concat();
    let settings = settings(f, &kept, finding);
    page(&Show {
        f,
        id: &kept.id,
        name: kept.name(),
        at: kept.at,
        x: found(&here, finding).await?,
        changes: settings.iter().filter(|s| s.decided && s.conflict.is_some()).map(|s| change(f, s)).collect(),
        chains: ways.iter().map(|same| chain(f, &kept, same)).collect(),
        request: request(&here, &kept, &sightings).await,
        screenshot: screenshot(f, &kept, &sightings),
        settings,
        law: rule_says(f, finding, "law"),
        fix: rule_says(f, finding, "fix"),
        reasons: reasons(f, finding),
        erase: erase(finding),
    })
}

fn settings(f: &Frame, kept: &Kept, finding: &Finding) -> Vec<Setting> {
    let of = |vendor: &str| finding.recipient.as_deref() == Some(vendor);
    kept.report.settings.iter().filter(|s| of(&s.vendor)).map(|s| setting(f, s, &kept.report.settings)).collect()
}

fn change(f: &Frame, s: &Setting) -> Change {
    let args = [
        ("setting", s.setting.as_str().into()),
        ("declared", s.declared.as_str().into()),
        ("vendor", s.vendor.as_str().into()),
        ("account", s.account.as_str().into()),
    ];
    Change { what: f.with("web-finding-change", &args), link: s.change_at.clone() }
}

/// Equal ways of equal identifiers belong together; the way seen most often comes first.
fn ways<'a>(sightings: &[&'a Sighting]) -> Vec<Vec<&'a Sighting>> {
    let mut ways: BTreeMap<String, Vec<&Sighting>> = BTreeMap::new();
    for s in sightings {
        let way = format!("{} {} {:?} {} {:?} {:?}", s.role, s.identifier.word(), s.part, s.key, s.form, s.layers);
        ways.entry(way).or_default().push(s);
    }
    let mut ways: Vec<_> = ways.into_values().collect();
    ways.sort_by_key(|same| std::cmp::Reverse(same.len()));
    ways
}

fn chain(f: &Frame, kept: &Kept, same: &[&Sighting]) -> Chain {
    let first = same[0];
    let host = first.host.clone().unwrap_or_default();
    Chain {
        title: f.with(
            "web-chain-of",
            &[("identifier", identifier(f, first).into()), ("role", role(f, &first.role).into())],
        ),
        steps: steps(f, kept, first),
        packed: packed(f, first),
        sent: f.with("web-chain-sent", &[("key", first.key.as_str().into()), ("part", part(f, first.part).into())]),
        host,
        seen: seen(f, same),
    }
}

/// The layers, innermost first: the order in which they were put on.
fn packed(f: &Frame, s: &Sighting) -> String {
    let layers: Vec<String> = s.layers.iter().rev().map(|layer| f.code("paper-layer", layer)).collect();
    layers.join(", ")
}

fn identifier(f: &Frame, s: &Sighting) -> String {
    paper::identifier(&f.words, &s.code())
}

fn role(f: &Frame, role: &str) -> String {
    if role.is_empty() { f.t("paper-role-unknown") } else { f.code("paper-role", role) }
}

fn part(f: &Frame, part: Part) -> String {
    let word = serde_json::to_value(part).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    f.code("paper-part", word)
}

/// A step of the way: a normalisation, a hash, an encoding. One that has no words keeps its name.
fn step_word(f: &Frame, step: &str) -> String {
    let kinds = ["paper-form", "paper-hash", "paper-encoding", "paper-tidy"];
    kinds.map(|key| f.code(key, step)).into_iter().find(|said| said != step).unwrap_or_else(|| step.to_owned())
}

/// What was typed, made up by the audit and nobody's own, and what became of it.
fn steps(f: &Frame, kept: &Kept, s: &Sighting) -> Vec<(String, String)> {
    let Some(canary) = kept.report.canaries.iter().find(|c| c.id == s.person) else {
        return s.form.iter().map(|step| (step_word(f, step), String::new())).collect();
    };
    let fields: Vec<&str> = canary.fields().collect();
    let args = [("n", fields.len().into()), ("field", f.words.list(&fields).into())];
    let typed = f.with("web-chain-typed", &args);
    let mut steps: Vec<(String, String)> = Vec::new();
    for (step, value) in detect::explain(canary.kind, &canary.value, &s.form) {
        let said = if step == "typed" { typed.clone() } else { step_word(f, &step) };
        match steps.last_mut() {
            // A step that left the value as it was (a digest is shown in hexadecimal anyhow) joins the one before.
            Some((_, before)) if step == "plain" || (*before == value && step == "typed") => {}
            Some((names, before)) if *before == value => *names = format!("{names}, {said}"),
            _ => steps.push((said, value)),
        }
    }
    steps
}

/// How often, on which journeys, after which answer to the consent question.
fn seen(f: &Frame, same: &[&Sighting]) -> String {
    let mut runs: Vec<String> = same.iter().filter_map(|s| run(f, s)).collect();
    runs.sort();
    runs.dedup();
    let times = f.n("web-chain-times", same.len());
    if runs.is_empty() { times } else { format!("{times}: {}", runs.join("; ")) }
}

fn run(f: &Frame, s: &Sighting) -> Option<String> {
    Some(paper::run(&f.words, s.journey.as_deref()?, s.consent?))
}

/// The first request of the finding, from the recording.
async fn request(here: &Here, kept: &Kept, sightings: &[&Sighting]) -> Option<Request> {
    let (f, s) = (&here.f, *sightings.first()?);
    let (sent, note) = if request::made_up(&kept.report, sightings) {
        match exchange(here, kept, &s.exchange).await.as_ref() {
            Some(exchange) => (Some(request::sent(f, &kept.report, sightings, exchange)), String::new()),
            None => (None, f.t("web-request-missing")),
        }
    } else {
        (None, f.t("web-request-withheld"))
    };
    Some(Request { host: s.host.clone().unwrap_or_default(), sent, note, fields: fields(f, s) })
}

/// Reads its place in the recording, or the whole where the places were not kept: not on the thread that answers others.
async fn exchange(here: &Here, kept: &Kept, id: &str) -> Arc<Option<Exchange>> {
    // The file is not sealed: another one under the same name is read anew.
    let stamp = std::fs::metadata(kept.folder.join("capture.har")).and_then(|m| m.modified()).ok();
    let key = format!("{} {id} {stamp:?}", kept.folder.display());
    if let Some(found) = here.site.exchanges.get(&key) {
        return found;
    }
    let (folder, id) = (kept.folder.clone(), id.to_owned());
    let read = tokio::task::spawn_blocking(move || flows::audit::exchange(&folder, &id)).await;
    here.site.exchanges.put(key, read.ok().and_then(Result::ok).flatten())
}

fn fields(f: &Frame, s: &Sighting) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut tell = |key: &str, value: Option<String>| fields.extend(value.map(|v| (f.t(key), v)));
    tell("paper-page", s.page.clone());
    tell("paper-initiator", s.initiator.clone());
    tell("paper-request", Some(format!("{} {}", part(f, s.part), s.key)));
    tell("web-request-at", s.at.map(|at| f.moment(at)));
    tell("web-request-id", Some(s.exchange.clone()));
    fields
}

/// The picture of the step after which it was sent. A journey may have several steps of one name; the nearest in time.
fn screenshot(f: &Frame, kept: &Kept, sightings: &[&Sighting]) -> Option<(String, String)> {
    sightings.iter().find_map(|s| {
        let run =
            kept.report.runs.iter().find(|r| Some(&r.journey) == s.journey.as_ref() && Some(r.consent) == s.consent)?;
        let steps = run.steps.iter().filter(|step| Some(&step.name) == s.step.as_ref());
        let away = |step: &&Step| step.at.zip(s.at).map_or(i64::MAX, |(a, b)| a.duration_since(b).abs().as_secs());
        let step = steps.filter(|step| step.screenshot.is_some()).min_by_key(away)?;
        Some((kept.picture(step.screenshot.as_deref()?), paper::gaps::step(&step.name, &f.words)))
    })
}

/// What the rule says about cure or law: `judge-<rule>-fix`, `judge-<rule>-law`.
fn rule_says(f: &Frame, finding: &Finding, what: &str) -> String {
    let key = format!("judge-{}-{what}", finding.rule);
    let args: Vec<(&str, Value<'_>)> = finding.facts.iter().map(|(k, v)| (k.as_str(), v.as_str().into())).collect();
    if f.words.has(&key) { f.with(&key, &args) } else { String::new() }
}

fn reasons(f: &Frame, finding: &Finding) -> String {
    let codes = finding.facts.get("reasons").map_or("", String::as_str);
    let said: Vec<String> =
        codes.split(',').map(str::trim).filter(|c| !c.is_empty()).map(|c| f.code("judge-reason", c)).collect();
    said.join(", ")
}

/// Only what did get data can be asked to erase it.
fn erase(finding: &Finding) -> Option<Erase> {
    let recipient = finding.facts.get("recipient").filter(|_| !finding.sightings.is_empty())?;
    let link = finding.facts.get("deletion_contact").filter(|l| l.starts_with("https://")).cloned();
    Some(Erase { recipient: recipient.clone(), link })
}
