//! Whether the chained log holds, and how anybody can check it without this server.

use super::page;
use crate::frame::Frame;
use crate::names::Names;
use crate::oops::Oops;
use crate::say::Say;
use crate::session::Here;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;
use prove::{Broken, Link, Verdict};
use register::Db;
use respond::Permission;
use std::sync::Arc;
use tokio::runtime::Handle;

/// So many of the latest entries are shown; the whole log is in the export.
const SHOWN: u32 = 50;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/verify", get(show)).route("/register/export", get(export))
}

#[derive(Template)]
#[template(path = "verify.html")]
struct Show {
    f: Frame,
    now: Timestamp,
    ok: bool,
    entries: String,
    head: Option<String>,
    broken: Vec<(String, String)>,
    log: Vec<Entry>,
}

struct Entry {
    seq: u64,
    at: Timestamp,
    actor: String,
    act: String,
    case: Option<String>,
    digest: String,
}

async fn show(here: Here) -> Result<Response, Oops> {
    let db = &here.site.db;
    let verdict = verdict(db).await?;
    let from = verdict.links.saturating_sub(u64::from(SHOWN)) + 1;
    let links = db.log(from, SHOWN).await?;
    let names = Names::of_all(db).await?;
    let log = links.iter().rev().map(|link| entry(&here.f, &names, link)).collect();
    page(&Show {
        now: here.now,
        ok: verdict.ok,
        entries: here.f.words.count(verdict.links),
        head: links.last().map(|l| l.hash.to_string()),
        broken: verdict.broken.iter().map(|b| told(&here.f, b)).collect(),
        log,
        f: here.f,
    })
}

/// The whole register as one sealed file.
async fn export(here: Here) -> Result<Response, Oops> {
    flows::access::check(&here.site.db, &here.user, Permission::Export).await?;
    super::case::bundle(&here, None).await
}

/// On a thread of its own: the check reads the whole register, and others are to be answered meanwhile.
pub async fn verdict(db: &Db) -> Result<Verdict, Oops> {
    let (db, runtime) = (db.clone(), Handle::current());
    let checked = tokio::task::spawn_blocking(move || runtime.block_on(db.verify())).await;
    Ok(checked.map_err(|_| Oops::Broken)??)
}

fn entry(f: &Frame, names: &Names, link: &Link) -> Entry {
    Entry {
        seq: link.seq,
        at: link.at,
        actor: names.of(f, &link.actor),
        act: act_word(f, &link.act),
        case: link.case.clone(),
        digest: link.hash.to_string().chars().take(12).collect(),
    }
}

/// An act of the log in words; the log says `case.open`, the case itself `open`.
pub fn act_word(w: &Say, act: &str) -> String {
    w.code("web-act", act.strip_prefix("case.").unwrap_or(act))
}

fn told(f: &Frame, broken: &Broken) -> (String, String) {
    let key = format!("paper-broken-{}", broken.code);
    (broken.what.clone(), if f.words.has(&key) { f.t(&key) } else { broken.why.clone() })
}
