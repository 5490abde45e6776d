//! What was filed: frozen, with its papers. A follow-up shows only what it changed.

use super::forms::Drawn;
use super::history;
use super::notification::{Row, row};
use super::view::{Head, Tab, View};
use crate::form::Left;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::session::Here;
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use jiff::Timestamp;
use respond::{Case, Filing, FilingKind};

/// One filing as lists tell it.
pub struct Filed {
    pub number: usize,
    pub at: Timestamp,
    pub kind: String,
    pub authority: String,
    pub receipt: String,
    /// How many answers it changed; none for the first.
    pub changed: Option<usize>,
}

#[derive(Template)]
#[template(path = "filing.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    filed: Filed,
    /// It came later than the filing was recorded.
    receipt: Option<Drawn<'a>>,
    by: String,
    recorded: Timestamp,
    /// Reasons: label and text.
    reasons: Vec<(String, String)>,
    /// Frozen papers: name and address.
    papers: Vec<(String, String)>,
    rows: Vec<Row>,
}

/// The latest first.
pub fn all(f: &Frame, case: &Case) -> Vec<Filed> {
    (0..case.filings.len()).rev().map(|n| filed(f, case, n)).collect()
}

fn filed(f: &Frame, case: &Case, n: usize) -> Filed {
    let filing = &case.filings[n];
    Filed {
        number: filing.number,
        at: filing.sent,
        kind: kind(f, filing.kind),
        authority: filing.authority.clone(),
        receipt: filing.receipt.clone(),
        changed: before(case, n).map(|before| filing.changed(before).len()),
    }
}

fn kind(f: &Frame, kind: FilingKind) -> String {
    let word = serde_json::to_value(kind).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    f.t(format!("web-option-kind-{word}"))
}

fn before(case: &Case, n: usize) -> Option<&Filing> {
    n.checked_sub(1).map(|n| &case.filings[n])
}

pub async fn show(here: Here, Path((id, number)): Path<(String, usize)>) -> Result<Response, Oops> {
    let view = View::new(&here, &id, Left::default()).await?;
    let (f, case) = (&here.f, view.case());
    let n = number.checked_sub(1).filter(|n| *n < case.filings.len()).ok_or(Oops::NotFound)?;
    let filing = &case.filings[n];
    let fields = match before(case, n) {
        Some(before) => filing.changed(before),
        None => filing.fields.iter().collect(),
    };
    let reasons =
        [("web-field-delay-reason", &filing.delay_reason), ("web-field-withdrawal-reason", &filing.withdrawal_reason)];
    page(&Show {
        f,
        c: view.head(Tab::Notification),
        filed: filed(f, case, n),
        by: view.names.of(f, &filing.by),
        receipt: (view.open() && filing.receipt.is_empty())
            .then(|| view.form("receipt", &[("filing", &number.to_string())])),
        recorded: filing.recorded,
        reasons: reasons
            .into_iter()
            .filter_map(|(key, text)| Some((f.t(key), history::text(f, text.as_ref()?))))
            .collect(),
        papers: papers(&here, &id, filing).await?,
        rows: fields.into_iter().map(|x| row(f, x)).collect(),
    })
}

async fn papers(here: &Here, id: &str, filing: &Filing) -> Result<Vec<(String, String)>, Oops> {
    let files = here.site.db.files(id).await?;
    let kept = files.iter().filter(|x| x.size.is_some() && filing.documents.contains(&x.digest.to_string()));
    Ok(kept.map(|x| (x.name.clone(), format!("/cases/{id}/files/{}", x.digest))).collect())
}
