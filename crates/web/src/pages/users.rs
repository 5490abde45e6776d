//! Who may come in, and what they may do there (least privilege). A new one-time link is shown once.

use super::page;
use crate::form::{Told, needed, told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::{Here, Posted, login_path};
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use facts::Problem;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/users", get(show).post(save))
}

#[derive(Template)]
#[template(path = "users.html")]
struct Show<'a> {
    f: &'a Frame,
    users: Vec<User>,
    /// Code and word.
    roles: Vec<(&'static str, String)>,
    problems: Vec<Told>,
    name: String,
    role: String,
    /// For whom a link was made, and its path.
    link: Option<(String, String)>,
}

struct User {
    id: String,
    name: String,
    role: String,
    disabled: bool,
}

async fn show(here: Here) -> Result<Response, Oops> {
    render(&here, Form::default()).await
}

#[derive(Default)]
struct Form {
    name: String,
    role: String,
    problems: Vec<Problem>,
    link: Option<(String, String)>,
}

async fn render(here: &Here, form: Form) -> Result<Response, Oops> {
    let f = &here.f;
    let user = |u: register::User| User {
        role: f.code("respond-role", &u.role),
        id: u.id,
        name: u.name,
        disabled: u.disabled,
    };
    let labels = [("name", f.t("web-users-name")), ("role", f.t("web-users-role"))];
    let status = if form.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = page(&Show {
        f,
        users: here.site.db.users().await?.into_iter().map(user).collect(),
        roles: respond::roles().into_iter().map(|r| (r, f.code("respond-role", r))).collect(),
        problems: told(here, &form.problems, &labels),
        name: form.name,
        role: form.role,
        link: form.link,
    })?;
    Ok((status, shown).into_response())
}

/// Adds somebody, changes a role, takes access away, or makes a new link.
async fn save(posted: Posted) -> Result<Response, Oops> {
    let (here, mut problems) = (&posted.here, Vec::new());
    let (name, role) =
        (needed(&posted, "name", &mut problems).to_owned(), needed(&posted, "role", &mut problems).to_owned());
    let disabled = posted.one("do") == Some("disable");
    let form = Form { name: name.clone(), role: role.clone(), ..Form::default() };
    if !problems.is_empty() {
        return render(here, Form { problems, ..form }).await;
    }
    let db = &here.site.db;
    match flows::access::put(db, &here.user, &name, &role, disabled, here.now).await.map_err(Oops::from) {
        Ok(user) if disabled => {
            let _ = user;
            render(here, Form::default()).await
        }
        Ok(user) => {
            let link = login_path(db, &user.id, here.now).await?;
            render(here, Form { link: Some((user.name, link)), ..Form::default() }).await
        }
        Err(Oops::Wrong(problems)) => render(here, Form { problems, ..form }).await,
        Err(oops) => Err(oops),
    }
}
