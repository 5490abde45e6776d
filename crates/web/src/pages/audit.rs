//! An audit: what was found, who got requests, which switches disagree, what could not be seen, step by step.

use super::page;
use crate::audits::{self, Kept, Row, all, kept};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::{Here, Posted};
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use facts::{Finding, Place, Problem, RecipientRow, Report, SettingRow, Step, Via};
use jiff::{SignedDuration, Timestamp};
use paper::gaps;
use std::path::Component;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/audits", get(list))
        .route("/audits/{id}", get(show))
        .route("/audits/{id}/case", post(open_case))
        .route("/audits/{id}/{*file}", get(picture))
}

#[derive(Template)]
#[template(path = "audits.html")]
struct List {
    f: Frame,
    audits: Vec<Row>,
}

async fn list(here: Here) -> Result<Response, Oops> {
    let audits = all(&here.site).await?.iter().map(Kept::row).collect();
    page(&List { f: here.f, audits })
}

#[derive(Template)]
#[template(path = "audit.html")]
struct Show<'a> {
    f: &'a Frame,
    id: &'a str,
    name: &'a str,
    at: Timestamp,
    took: Option<SignedDuration>,
    r: &'a Report,
    findings: Vec<Found>,
    /// The case that all of them are in.
    case: Option<String>,
    settings: Vec<Setting>,
    recipients: Vec<Recipient<'a>>,
    gaps: Vec<gaps::Told>,
    runs: Vec<Run>,
}

/// A finding as it is told.
pub struct Found {
    pub id: String,
    pub severity: &'static str,
    pub state: &'static str,
    pub title: String,
    pub why: String,
    pub case: Option<String>,
}

pub struct Setting {
    pub vendor: String,
    pub setting: String,
    pub account: String,
    pub declared: String,
    pub served: String,
    pub observed: String,
    /// What contradicts what, where something does.
    pub conflict: Option<String>,
    pub unchecked: bool,
    /// The declaration says how it is to be.
    pub decided: bool,
    pub change_at: Option<String>,
}

struct Recipient<'a> {
    name: String,
    country: Option<&'a str>,
    hosts: String,
    requests: usize,
    who: &'static str,
}

struct Run {
    name: String,
    failed: usize,
    steps: Vec<Shown>,
}

struct Shown {
    name: String,
    ok: bool,
    why: Option<String>,
    picture: Option<String>,
}

async fn show(here: Here, Path(id): Path<String>) -> Result<Response, Oops> {
    let kept = kept(&here.site, &id).await?;
    let (f, r) = (&here.f, &kept.report);
    let mut findings = Vec::new();
    for finding in worst_first(r) {
        findings.push(found(&here, finding).await?);
    }
    let common = findings
        .iter()
        .filter(|x| x.state != "gone")
        .map(|x| x.case.clone())
        .reduce(|a, b| if a == b { a } else { None });
    page(&Show {
        f,
        id: &kept.id,
        name: kept.name(),
        at: kept.at,
        took: r.started.zip(r.ended).map(|(a, b)| b.duration_since(a)).filter(|took| took.as_mins() > 0),
        r,
        findings,
        case: common.flatten(),
        settings: r.settings.iter().map(|s| setting(f, s, &r.settings)).collect(),
        recipients: r.recipients.iter().map(|row| recipient(f, row)).collect(),
        gaps: gaps::each_once(&r.gaps, &f.words),
        runs: r.runs.iter().map(|run| shown(f, &kept, run)).collect(),
    })
}

fn worst_first(report: &Report) -> Vec<&Finding> {
    let mut findings: Vec<_> = report.findings.iter().collect();
    findings.sort_by_key(|f| (!audits::stands(f), std::cmp::Reverse(f.severity)));
    findings
}

/// The finding in words, and the case it is in.
pub async fn found(here: &Here, finding: &Finding) -> Result<Found, Oops> {
    Ok(Found {
        id: finding.id.clone(),
        severity: audits::severity(finding.severity),
        state: audits::state(finding),
        title: paper::title(finding, &here.f.words),
        why: paper::why(finding, &here.f.words),
        case: super::case::holding(&here.site, &finding.id).await?,
    })
}

/// The row with its codes in words; a switch nobody knows says so.
pub fn setting(f: &Frame, row: &SettingRow, rows: &[SettingRow]) -> Setting {
    let switch = |s: &Option<String>| s.as_deref().map_or_else(|| f.t("web-unknown"), |s| f.code("paper-switch", s));
    Setting {
        vendor: paper::vendor(&f.words, &row.vendor),
        setting: f.code("paper-setting", &row.setting),
        account: row.account.clone(),
        declared: switch(&row.declared),
        served: switch(&row.served),
        observed: switch(&row.observed),
        conflict: paper::conflict(row, rows, &f.words),
        unchecked: row.is_unchecked(),
        decided: row.declared.is_some(),
        change_at: row.change_at.clone().filter(|link| link.starts_with("https://")),
    }
}

fn recipient<'a>(f: &Frame, row: &'a RecipientRow) -> Recipient<'a> {
    Recipient {
        name: paper::recipient(&f.words, &row.id, &row.name),
        country: row.country.as_deref(),
        hosts: row.hosts.join(", "),
        requests: row.requests,
        who: match (row.third_party, row.via) {
            (false, _) => "paper-relation-own",
            (true, Via::Direct) => "paper-relation-third",
            (true, Via::Cname) => "paper-relation-alias",
        },
    }
}

fn shown(f: &Frame, kept: &Kept, run: &facts::Run) -> Run {
    let name = paper::run(&f.words, &run.journey, run.consent);
    let step = |s: &Step| Shown {
        name: gaps::step(&s.name, &f.words),
        ok: s.ok,
        why: s.why.as_deref().map(|why| gaps::why(why, &f.words)),
        picture: s.screenshot.as_deref().map(|name| kept.picture(name)),
    };
    Run { name, failed: run.steps.iter().filter(|s| !s.ok).count(), steps: run.steps.iter().map(step).collect() }
}

/// Opens a case from the findings that were ticked, or goes to the one that has them.
async fn open_case(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    let kept = kept(&here.site, &id).await?;
    let ids: Vec<String> = posted.many("finding").map(str::to_owned).collect();
    if ids.is_empty() || ids.iter().any(|id| kept.finding(id).is_none()) {
        let message = "no finding of this audit is named";
        return Err(Oops::Wrong(vec![Problem::new(Place::source("finding"), "nothing-named", message)]));
    }
    let country = flows::settings::country(&here.site.db, &here.site.country).await?;
    let case = flows::cases::open_from_findings(&here.site.db, &here.user, &kept.id, &ids, &country, here.now).await?;
    Ok(Redirect::to(&format!("/cases/{case}")).into_response())
}

/// A picture that the report names, by that exact name; whatever else lies in the folder is not served.
async fn picture(here: Here, Path((id, file)): Path<(String, String)>) -> Result<Response, Oops> {
    let kept = kept(&here.site, &id).await?;
    let mut steps = kept.report.runs.iter().flat_map(|r| &r.steps);
    let name = steps.find_map(|s| s.screenshot.as_deref().filter(|name| *name == file)).ok_or(Oops::NotFound)?;
    let kind = kind(name).ok_or(Oops::NotFound)?;
    // The report is data too: a name that climbs out of the folder is not followed.
    if !std::path::Path::new(name).components().all(|c| matches!(c, Component::Normal(_))) {
        return Err(Oops::NotFound);
    }
    let bytes = tokio::fs::read(kept.folder.join(name)).await.map_err(|_| Oops::NotFound)?;
    Ok(([(header::CONTENT_TYPE, kind)], bytes).into_response())
}

fn kind(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "png" => Some("image/png"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "webp" => Some("image/webp"),
        _ => None,
    }
}
