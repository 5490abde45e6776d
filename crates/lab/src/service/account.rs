//! Accounts: a carer registers, and logs in by a one-time link sent by mail. There is no password to lose.

use super::{
    Shared,
    pages::{Field, Frame, Login, Notice, Register, page},
    visitor::{FORM, SESSION, Visitor, cookie},
};
use crate::{
    Replica, SERVICE,
    courier::Contact,
    store::{Account, token},
};
use axum::{
    extract::{Form, Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;

const DAY: u32 = 86_400;
const LONGEST: usize = 120;

#[derive(Deserialize, Default)]
pub(super) struct Application {
    #[serde(rename = "first-name", default)]
    given_name: String,
    #[serde(rename = "last-name", default)]
    family_name: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
}

impl Application {
    fn fields(&self, tried: bool) -> Vec<Field> {
        let text = |id, autocomplete, value: &String| {
            let bad = tried && (value.trim().is_empty() || value.len() > LONGEST);
            let problem = bad.then_some("problem-empty");
            Field { id, kind: "text", autocomplete, value: value.clone(), problem, required: true }
        };
        vec![
            text("first-name", "given-name", &self.given_name),
            text("last-name", "family-name", &self.family_name),
            text("organisation", "organization", &self.organisation),
            email_field("email", &self.email, tried),
            phone_field("phone", &self.phone, tried),
        ]
    }

    fn account(self) -> Account {
        let trimmed = |value: String| value.trim().to_owned();
        Account {
            id: token(),
            email: trimmed(self.email).to_lowercase(),
            phone: trimmed(self.phone),
            given_name: trimmed(self.given_name),
            family_name: trimmed(self.family_name),
            organisation: trimmed(self.organisation),
        }
    }
}

pub(super) fn email_field(id: &'static str, value: &str, tried: bool) -> Field {
    let problem = (tried && Contact::mail(value).is_none()).then_some("problem-email");
    Field { id, kind: "email", autocomplete: "email", value: value.to_owned(), problem, required: true }
}

pub(super) fn phone_field(id: &'static str, value: &str, tried: bool) -> Field {
    let problem = (tried && Contact::phone(value).is_none()).then_some("problem-phone");
    Field { id, kind: "tel", autocomplete: "tel", value: value.to_owned(), problem, required: true }
}

pub(super) async fn register_form(State(replica): Shared, visitor: Visitor) -> Response {
    if visitor.account.is_some() {
        return Redirect::to("/invite").into_response();
    }
    register_page(&replica, &visitor, StatusCode::OK, Application::default().fields(false))
}

fn register_page(replica: &Replica, visitor: &Visitor, status: StatusCode, fields: Vec<Field>) -> Response {
    page(status, &Register { f: Frame::new(visitor, "register-title").tagged(replica, visitor, &[]), fields })
}

pub(super) async fn register(
    State(replica): Shared,
    visitor: Visitor,
    Form(application): Form<Application>,
) -> Response {
    let fields = application.fields(true);
    if fields.iter().any(|field| field.problem.is_some()) {
        return register_page(&replica, &visitor, StatusCode::UNPROCESSABLE_ENTITY, fields);
    }
    let account = application.account();
    match replica.store.register(&account).await {
        Ok(true) => log_in(&replica, &account.id, "/invite?welcome").await,
        // The same answer as for a login: nobody learns here who has an account.
        Ok(false) => mail_link(&replica, &visitor, &account.email).await,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn log_in(replica: &Replica, account: &str, to: &str) -> Response {
    match replica.store.open_session(account).await {
        Ok(token) => ([(header::SET_COOKIE, cookie(SESSION, &token, DAY))], Redirect::to(to)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

#[derive(Deserialize)]
pub(super) struct Credentials {
    #[serde(default)]
    email: String,
    /// Form token against cross-site requests. Its name is one that automatic matching takes for a phone number.
    #[serde(rename = "contact[_token]", default)]
    token: String,
}

pub(super) async fn login_form(State(replica): Shared, visitor: Visitor) -> Response {
    login_page(&replica, &visitor, StatusCode::OK, email_field("email", "", false), None)
}

fn login_page(
    replica: &Replica,
    visitor: &Visitor,
    status: StatusCode,
    field: Field,
    problem: Option<&'static str>,
) -> Response {
    let token = visitor.form_token.clone().unwrap_or_else(token);
    let f = Frame::new(visitor, "login-title").tagged(replica, visitor, &[]);
    let remember = [(header::SET_COOKIE, cookie(FORM, &token, DAY))];
    (remember, page(status, &Login { f, field, token, problem })).into_response()
}

pub(super) async fn login(State(replica): Shared, visitor: Visitor, Form(typed): Form<Credentials>) -> Response {
    let field = email_field("email", &typed.email, true);
    if visitor.form_token.as_deref() != Some(typed.token.as_str()) {
        return login_page(&replica, &visitor, StatusCode::FORBIDDEN, field, Some("problem-stale"));
    }
    if field.problem.is_some() {
        return login_page(&replica, &visitor, StatusCode::UNPROCESSABLE_ENTITY, field, None);
    }
    mail_link(&replica, &visitor, &typed.email.trim().to_lowercase()).await
}

/// Sends a login link if there is such an account; says the same in either case.
async fn mail_link(replica: &Replica, visitor: &Visitor, email: &str) -> Response {
    let sent = try_mail_link(replica, visitor, email).await;
    if sent.is_err() { StatusCode::BAD_GATEWAY.into_response() } else { Redirect::to("/check-mail").into_response() }
}

async fn try_mail_link(
    replica: &Replica,
    visitor: &Visitor,
    email: &str,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let Some(account) = replica.store.account_by_email(email).await? else { return Ok(()) };
    let Some(to) = Contact::mail(&account.email) else { return Ok(()) };
    let link = format!("https://{SERVICE}/login/{}", replica.store.make_login_link(&account.id).await?);
    let text = visitor.words.with("login-mail-text", &[("link", &link)]);
    Ok(replica.courier.send(to, &visitor.words.say("login-mail-subject"), text).await?)
}

pub(super) async fn check_mail(visitor: Visitor) -> Response {
    page(StatusCode::OK, &Notice::new(&visitor, "check-mail-title", "check-mail-text"))
}

/// Opening the link does not spend it yet: mail scanners open links too.
pub(super) async fn open_link(visitor: Visitor, Path(_token): Path<String>) -> Response {
    let notice = Notice::new(&visitor, "link-title", "link-text");
    page(StatusCode::OK, &Notice { button: Some("link-button"), ..notice })
}

pub(super) async fn spend_link(State(replica): Shared, visitor: Visitor, Path(token): Path<String>) -> Response {
    match replica.store.spend_login_link(&token).await {
        Ok(Some(account)) => log_in(&replica, &account, "/invite").await,
        Ok(None) => page(StatusCode::GONE, &Notice::new(&visitor, "link-spent-title", "link-spent-text")),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

pub(super) async fn logout(State(replica): Shared, visitor: Visitor) -> Response {
    if let Some(token) = &visitor.session
        && replica.store.close_session(token).await.is_err()
    {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    ([(header::SET_COOKIE, cookie(SESSION, "", 0))], Redirect::to("/")).into_response()
}
