//! JSON beside the pages, with the same session. Shapes are those of the contracts.

use crate::audits::kept;
use crate::oops::Oops;
use crate::session::Here;
use crate::site::Site;
use axum::Router;
use axum::extract::Path;
use axum::response::Json;
use axum::routing::get;
use facts::Report;
use register::Stored;
use serde_json::{Value, json};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new()
        .route("/api/v1/cases", get(cases))
        .route("/api/v1/cases/{id}", get(case))
        .route("/api/v1/audits", get(audits))
        .route("/api/v1/audits/{id}/report", get(report))
        .route("/api/{*rest}", get(nothing))
}

async fn nothing(_: Here) -> Oops {
    Oops::NotFound
}

/// A list of the cases: what the register page shows.
async fn cases(here: Here) -> Result<Json<Value>, Oops> {
    let stored = here.site.db.cases().await?;
    let row = |s: &Stored| {
        json!({"id": s.id, "version": s.version, "title": s.case.title, "reference": s.case.reference,
            "opened": s.case.opened, "aware": s.case.times.aware.as_ref().map(|a| a.at),
            "deadline": s.case.deadline().and_then(|d| d.operative), "open": s.case.closed.is_none() && s.case.no_breach.is_none()})
    };
    Ok(Json(json!({"cases": stored.iter().map(row).collect::<Vec<_>>()})))
}

async fn case(here: Here, Path(id): Path<String>) -> Result<Json<Value>, Oops> {
    let stored = here.site.db.case(&id).await?.ok_or(Oops::NotFound)?;
    let (case, now) = (&stored.case, here.now);
    Ok(Json(json!({"id": stored.id, "version": stored.version, "case": case, "assessment": case.assessment(),
        "deadline": case.deadline(), "duties": case.duties(now)})))
}

async fn audits(here: Here) -> Result<Json<Value>, Oops> {
    Ok(Json(json!({"audits": here.site.db.audits().await?})))
}

async fn report(here: Here, Path(id): Path<String>) -> Result<Json<Report>, Oops> {
    Ok(Json(kept(&here.site, &id).await?.report))
}
