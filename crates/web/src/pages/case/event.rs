//! One event, several controllers: a case, and a clock, for each.

use super::forms::table::CONTROLLERS;
use super::take::{again, seen};
use super::view::{Tab, View, show};
use crate::form::Left;
use crate::oops::Oops;
use crate::session::{Here, Posted};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};

/// The other cases of the event: address and whose it is.
pub async fn siblings(view: &View<'_>) -> Result<Vec<(String, String)>, Oops> {
    let (case, db) = (view.case(), &view.here.site.db);
    if case.event.is_empty() {
        return Ok(Vec::new());
    }
    let others = db.cases().await?.into_iter().filter(|s| s.case.event == case.event && s.id != case.id);
    let mut others: Vec<_> = others.map(|s| (Tab::Overview.address(&s.id), s.case.controller)).collect();
    others.sort();
    Ok(others)
}

/// Opens a case for each controller named, one a line, all or none.
pub async fn open(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let (here, left) = (&posted.here, Left::of(&posted, CONTROLLERS.name.to_owned()));
    let named = posted.one("controllers").unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
    let named: Vec<String> = named.map(str::to_owned).collect();
    let (event, seen) = (posted.one("event").unwrap_or_default(), seen(&posted)?);
    let opened = flows::cases::for_controllers(&here.site.db, &here.user, &id, Some(seen), event, &named, here.now);
    match opened.await.map_err(Oops::from) {
        Ok(_) => {
            Ok(Redirect::to(&format!("{}?done=controllers#the-controller", Tab::Overview.address(&id))).into_response())
        }
        Err(Oops::Wrong(problems)) => again(&id, &posted, &CONTROLLERS, left, &problems).await,
        Err(Oops::Conflict { since, .. }) => {
            show(here, &id, CONTROLLERS.tab, Left { overtaken: Some(since), ..left }).await
        }
        Err(oops) => Err(oops),
    }
}

/// Where a refused form was shown, a reload or a change of language asks for its address.
pub async fn back(_: Here, Path(id): Path<String>) -> Redirect {
    Redirect::to(&Tab::Overview.address(&id))
}
