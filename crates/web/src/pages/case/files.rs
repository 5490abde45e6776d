//! Files kept with a case: taken in, listed, handed out.

use super::forms::table::ATTACH;
use super::take::{again, seen};
use super::view::{Tab, View};
use crate::form::Left;
use crate::oops::Oops;
use crate::session::{Here, Posted};
use ::facts::{Place, Problem};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use prove::Digest;

pub struct Kept {
    pub name: String,
    pub what: String,
    pub at: Timestamp,
    /// None where it was destroyed.
    pub href: Option<String>,
}

/// Oldest first.
pub fn kept(view: &View<'_>, files: &[register::File]) -> Vec<Kept> {
    let one = |x: &register::File| {
        let digest = x.digest.to_string();
        let attached = view.case().attachments.iter().find(|a| a.digest == digest);
        Kept {
            name: x.name.clone(),
            what: attached
                .map(|a| super::history::text(&view.here.f, &a.what))
                .or_else(|| filed(view, &digest))
                .unwrap_or_default(),
            at: x.at,
            href: x.size.map(|_| format!("/cases/{}/files/{digest}", view.stored.id)),
        }
    };
    files.iter().map(one).collect()
}

/// The notification that a paper was frozen with.
fn filed(view: &View<'_>, digest: &str) -> Option<String> {
    let filing = view.case().filings.iter().find(|f| f.documents.iter().any(|d| d == digest))?;
    let f = &view.here.f;
    let kind = f.code("web-option-kind", serde_json::to_value(filing.kind).ok()?.as_str()?);
    Some(format!("{kind}, {}, {}", filing.authority, f.moment(filing.sent)))
}

/// Keeps a file. It contradicts nothing that others did meanwhile, so it is added to the case as it is now.
pub async fn attach(Path(id): Path<String>, mut posted: Posted) -> Result<Response, Oops> {
    let (here, now) = (posted.here.clone(), posted.here.now);
    let upload = posted.file.take();
    let most = flows::settings::largest_file(&here.site.db).await?;
    let (name, bytes) = match upload {
        Some(file) if !file.whole => return refused(&id, &posted, &[too_large(most)]).await,
        Some(file) => (file.name, file.bytes),
        None => (String::new(), Vec::new()),
    };
    let version = super::one(&here.site, &id).await?.version;
    let what = posted.one("what").unwrap_or_default().to_owned();
    let file = (name.as_str(), bytes);
    match flows::cases::attach(&here.site.db, &here.user, &id, version, file, &what, now).await.map_err(Oops::from) {
        Ok(_) => Ok(Redirect::to(&format!("{}?done=attach", Tab::History.address(&id))).into_response()),
        Err(Oops::Wrong(problems)) => refused(&id, &posted, &problems).await,
        Err(oops) => Err(oops),
    }
}

fn too_large(most: usize) -> Problem {
    let problem = Problem::new(Place::source("file"), "too-large", "the file is too large");
    problem.allowed(&[format!("{} MiB", most >> 20)])
}

async fn refused(id: &str, posted: &Posted, problems: &[Problem]) -> Result<Response, Oops> {
    seen(posted)?;
    again(id, posted, &ATTACH, Left::of(posted, ATTACH.name.to_owned()), problems).await
}

/// A file kept with the case, by its digest.
pub async fn file(here: Here, Path((id, digest)): Path<(String, String)>) -> Result<Response, Oops> {
    let digest: Digest = digest.parse().map_err(|_| Oops::NotFound)?;
    let files = here.site.db.files(&id).await?;
    let file = files.iter().find(|x| x.digest == digest).ok_or(Oops::NotFound)?;
    let bytes = here.site.db.blob(digest).await?.ok_or(Oops::NotFound)?;
    // What came from outside is handed out as bytes, never shown on a page of ours.
    let kind = if file.name.ends_with(".pdf") { "application/pdf" } else { "application/octet-stream" };
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, named(&file.name))];
    Ok((headers, bytes).into_response())
}

/// The name in letters every browser reads, and as it is (RFC 6266).
fn named(name: &str) -> String {
    let plain: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_')).collect();
    let whole: String = name
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() { (b as char).to_string() } else { format!("%{b:02X}") })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}
