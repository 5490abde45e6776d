//! A form that was sent: done, or back to its page with what was written.

use super::forms::{Form, dom, find, read};
use super::view::{Tab, show};
use crate::form::Left;
use crate::oops::Oops;
use crate::session::Posted;
use ::facts::Problem;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use respond::Act;

/// Version of the case that the form was made from.
pub fn seen(posted: &Posted) -> Result<u64, Oops> {
    posted.one("seen").and_then(|v| v.parse().ok()).ok_or_else(Oops::unread)
}

/// The page it was sent from, where it says so.
fn page(form: &Form, posted: &Posted) -> Tab {
    posted.one("page").and_then(Tab::named).unwrap_or(form.tab)
}

pub async fn act(Path((id, name)): Path<(String, String)>, posted: Posted) -> Result<Response, Oops> {
    let form = find(&name).ok_or(Oops::NotFound)?;
    act_of(&id, &posted, form, dom(form, |name| posted.one(name))).await
}

/// `on_page` is the id of the form on its page, where what was written goes back to.
pub async fn act_of(id: &str, posted: &Posted, form: &Form, on_page: String) -> Result<Response, Oops> {
    let left = Left::of(posted, on_page);
    match read(form, posted) {
        Ok(act) => done(id, posted, form, left, act).await,
        Err(problems) => again(id, posted, form, left, &problems).await,
    }
}

async fn done(id: &str, posted: &Posted, form: &Form, left: Left, act: Act) -> Result<Response, Oops> {
    let (here, page) = (&posted.here, page(form, posted));
    match here.act(id, seen(posted)?, act).await {
        Ok(_) => Ok(Redirect::to(&format!("{}?done={}", page.address(id), form.name)).into_response()),
        // Somebody took the number that the page gave it: overtaken, not wrong.
        Err(Oops::Wrong(problems)) if problems.iter().any(|p| p.code == "measure-exists") => {
            show(here, id, page, Left { overtaken: Some(seen(posted)?), ..left }).await
        }
        Err(Oops::Wrong(problems)) => again(id, posted, form, left, &problems).await,
        Err(Oops::Conflict { since, .. }) => show(here, id, page, Left { overtaken: Some(since), ..left }).await,
        Err(oops) => Err(oops),
    }
}

pub async fn again(id: &str, posted: &Posted, form: &Form, left: Left, problems: &[Problem]) -> Result<Response, Oops> {
    let left = left.refused(&posted.here.f, problems, seen(posted)?);
    show(&posted.here, id, page(form, posted), left).await
}
