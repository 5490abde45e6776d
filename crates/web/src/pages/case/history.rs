//! What happened in a case, told from the log: who, when, what, and with which reason. Texts about persons can be
//! destroyed here; the case can be taken out as one sealed file.

use super::files;
use super::forms::table::ATTACH;
use super::forms::{self, Drawn};
use super::view::{Head, Tab, View};
use crate::form::Left;
use crate::frame::Frame;
use crate::names::Names;
use crate::oops::Oops;
use crate::pages::page;
use crate::pages::verify::act_word;
use crate::questions::changes;
use crate::say::Say;
use crate::session::{Here, Posted};
use ::facts::{Place, Problem};
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use prove::Digest;
use register::{File, Happened};
use respond::{Act, BreachFacts, Text};

#[derive(Template)]
#[template(path = "history.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    history: Vec<Entry>,
    note: Option<Drawn<'a>>,
    strike: Option<Drawn<'a>>,
    texts: Vec<Kept>,
    files: Vec<files::Kept>,
    attach: Drawn<'a>,
    /// What is wrong with the file that was sent.
    file_wrong: String,
    /// Largest file, in MiB.
    most: usize,
    /// A request for destruction that was refused: reason written, what is wrong.
    reason: String,
    wrong: String,
}

#[derive(Clone)]
pub struct Entry {
    /// From 1: by it an entry is struck.
    pub number: u64,
    pub at: Timestamp,
    pub actor: String,
    pub what: String,
    pub detail: String,
}

/// A text about persons, or a file, that still exists.
struct Kept {
    digest: String,
    at: Timestamp,
    what: String,
}

pub async fn render(view: View<'_>) -> Result<Response, Oops> {
    let (here, f, id) = (view.here, &view.here.f, view.stored.id.as_str());
    let happened = here.site.db.history(id).await?;
    let texts = here.site.db.texts(id).await?;
    let kept_files = here.site.db.files(id).await?;
    let destroying = view.left.form == DESTROY;
    let attach = view.draw(&ATTACH, &[]);
    let mut destroyable: Vec<Kept> = texts.iter().filter(|t| t.size.is_some()).map(|t| kept(f, t, &happened)).collect();
    destroyable.extend(kept_files.iter().filter(|x| x.size.is_some()).map(|x| file(f, x)));
    page(&Show {
        f,
        c: view.head(Tab::History),
        history: told(f, &view.names, &happened),
        files: files::kept(&view, &kept_files),
        file_wrong: if attach.open { view.left.wrong("file") } else { String::new() },
        attach,
        most: flows::settings::largest_file(&here.site.db).await? >> 20,
        note: view.open().then(|| view.form("note", &[])),
        strike: view.open().then(|| view.form("strike", &[])),
        texts: destroyable,
        reason: if destroying { view.left.get("reason").to_owned() } else { String::new() },
        wrong: if destroying {
            view.left.wrong.iter().map(|(_, s)| s.as_str()).collect::<Vec<_>>().join(" ")
        } else {
            String::new()
        },
    })
}

fn file(f: &Frame, x: &File) -> Kept {
    Kept { digest: x.digest.to_string(), at: x.at, what: f.t1("web-file", "name", &x.name) }
}

/// Named `case/version/field` by the register.
fn kept(f: &Frame, file: &File, happened: &[Happened]) -> Kept {
    let mut parts = file.name.rsplit('/');
    let (field, version) = (parts.next().unwrap_or_default(), parts.next().and_then(|v| v.parse::<u64>().ok()));
    let event = happened.iter().find(|h| Some(h.version) == version);
    let act = event.and_then(|h| h.event.as_ref().ok()).map_or("", |e| e.act());
    let known = forms::find(act).and_then(|form| Some((form, form.fields.iter().find(|x| x.name == field)?)));
    let label = known.map_or_else(|| f.code("web-field", field), |(form, field)| forms::label(f, form, field));
    Kept { digest: file.digest.to_string(), at: file.at, what: format!("{}: {label}", f.code("respond-act", act)) }
}

const DESTROY: &str = "destroy";

/// Where a refused form was shown, a reload or a change of language asks for its address.
pub async fn back(_: Here, Path(id): Path<String>) -> Redirect {
    Redirect::to(&Tab::History.address(&id))
}

/// Destroys texts for ever; their digests and the reason stay in the log.
pub async fn destroy(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    let problem = |code, what: &str| Problem::new(Place::source("reason"), code, what.to_owned());
    let mut problems = Vec::new();
    let digests: Vec<Digest> = posted.many("digest").filter_map(|d| d.parse().ok()).collect();
    if digests.is_empty() {
        problems.push(problem("nothing-chosen", "no text is chosen"));
    }
    let reason = posted.one("reason").unwrap_or_default();
    if reason.is_empty() {
        problems.push(problem("reason-missing", "a reason is missing"));
    }
    let mut own = here.site.db.texts(&id).await?;
    own.extend(here.site.db.files(&id).await?);
    if digests.iter().any(|d| !own.iter().any(|t| t.digest == *d && t.size.is_some())) {
        return Err(Oops::NotFound);
    }
    if !problems.is_empty() {
        let left = Left::of(&posted, DESTROY.to_owned()).refused(&here.f, &problems, 0);
        return super::view::show(here, &id, Tab::History, Left { seen: None, ..left }).await;
    }
    for digest in digests {
        flows::cases::destroy(&here.site.db, &here.user, digest, reason, here.now).await?;
    }
    Ok(Redirect::to(&format!("{}?done=destroy", Tab::History.address(&id))).into_response())
}

/// The case as one sealed file that verifies without this server.
pub async fn export(here: Here, Path(id): Path<String>) -> Result<Response, Oops> {
    super::one(&here.site, &id).await?;
    bundle(&here, Some(&id)).await
}

/// One case, or the whole register.
pub async fn bundle(here: &Here, case: Option<&str>) -> Result<Response, Oops> {
    let bytes = flows::cases::export(&here.site.db, case, &here.site.audits, here.now).await?;
    let name = format!("attachment; filename=\"sluss-{}.zip\"", case.map_or("register".to_owned(), super::safe));
    let headers = [(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

/// The latest first.
pub fn told(w: &Say, names: &Names, happened: &[Happened]) -> Vec<Entry> {
    let mut facts = BreachFacts::default();
    let mut entries = Vec::new();
    let strikes = |h: &Happened| match h.event.as_ref().map(|e| &e.what) {
        Ok(Act::Strike { entry, .. }) => Some(*entry as u64),
        _ => None,
    };
    let struck: Vec<u64> = happened.iter().filter_map(strikes).collect();
    for h in happened {
        let detail = h.event.as_ref().map_or_else(|_| w.t("web-destroyed"), |event| detail(w, &event.what, &mut facts));
        let what = h.event.as_ref().map_or(h.act.as_str(), |event| event.act());
        let mut what = act_word(w, what);
        if struck.contains(&h.version) {
            what = w.t1("web-history-struck", "what", what);
        }
        // What the settings answered, no person did.
        let by = h.event.as_ref().map_or(&h.actor, |event| &event.by);
        entries.push(Entry { number: h.version, at: h.at, actor: names.of(w, by), what, detail });
    }
    entries.reverse();
    entries
}

/// What happened after `version`, the latest first: what a person who was overtaken has not seen.
pub fn since(w: &Say, names: &Names, happened: &[Happened], version: u64) -> Vec<Entry> {
    let unseen = happened.iter().filter(|h| h.version > version).count();
    told(w, names, happened).into_iter().take(unseen).collect()
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
            let known = changes(w, &BreachFacts::default(), facts);
            *before = facts.clone();
            std::iter::once(title.clone()).chain(known).collect::<Vec<_>>().join("\n")
        }
        Act::SetFacts { facts, source, .. } => {
            let mut lines = changes(w, before, facts);
            *before = facts.clone();
            lines.push(text(w, source));
            lines.retain(|line| !line.is_empty());
            lines.join("\n")
        }
        Act::Communicate { text: letter, languages, parts, .. } => {
            let mut lines = forms::told(w, act);
            if !languages.is_empty() {
                let named: Vec<String> = languages.iter().map(|tag| w.code("web-option-language", tag)).collect();
                lines.push(format!("{}: {}", w.t("web-field-language"), named.join(", ")));
            }
            let lacks = respond::Letter::PARTS.into_iter().filter(|part| !parts.iter().any(|p| p == part));
            lines.extend(lacks.map(|part| w.t(format!("respond-lacking-{part}"))));
            lines.push(text(w, letter));
            lines.join("\n")
        }
        Act::SetItem { number: Some(number), text: said, .. } if said.is_blank() => {
            let mut lines = forms::told(w, act);
            lines.push(w.words.number(*number));
            lines.join("\n")
        }
        Act::Attach { name, what, .. } => format!("{name}: {}", text(w, what)),
        other => forms::told(w, other).join("\n"),
    }
}
