//! Inviting somebody: the one place where contact details of another person are typed.

use super::{
    Shared,
    account::{email_field, phone_field},
    pages::{Frame, Invite, Sent, SentRow, page},
    visitor::Visitor,
};
use crate::{
    Replica, SERVICE,
    courier::{Contact, CourierError},
    store::{Account, Invitation, token},
};
use axum::{
    extract::{Form, Path, RawQuery, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use jiff::Timestamp;
use serde::Deserialize;

#[derive(Deserialize, Default)]
pub(super) struct Typed {
    #[serde(default)]
    by: String,
    #[serde(rename = "recipient-phone", default)]
    phone: String,
    #[serde(rename = "recipient-email", default)]
    email: String,
}

impl Typed {
    fn by_mail(&self) -> bool {
        self.by == "mail"
    }

    fn contact(&self) -> Option<Contact> {
        if self.by_mail() { Contact::mail(&self.email) } else { Contact::phone(&self.phone) }
    }
}

pub(super) async fn form(State(replica): Shared, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let Some(account) = visitor.account.clone() else { return Redirect::to("/login").into_response() };
    let welcome = query.is_some_and(|q| q.split('&').any(|word| word == "welcome"));
    let shown = Shown { typed: Typed::default(), status: StatusCode::OK, problem: None, welcome };
    show(&replica, &visitor, &account, shown).await
}

struct Shown {
    typed: Typed,
    status: StatusCode,
    problem: Option<&'static str>,
    welcome: bool,
}

async fn show(replica: &Replica, visitor: &Visitor, account: &Account, shown: Shown) -> Response {
    let Ok(earlier) = replica.store.invitations(&account.id).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (typed, tried) = (&shown.typed, shown.status == StatusCode::UNPROCESSABLE_ENTITY);
    let by_mail = typed.by_mail();
    let mut phone = phone_field("recipient-phone", &typed.phone, tried && !by_mail);
    let mut email = email_field("recipient-email", &typed.email, tried && by_mail);
    // One of the two is enough; and a browser must not offer the carer's own address for another person's.
    (phone.required, email.required, phone.autocomplete, email.autocomplete) = (false, false, "off", "off");
    let events: &[&str] = if shown.welcome { &["Account Created"] } else { &[] };
    let invite = Invite {
        f: Frame::new(visitor, "invite-title").tagged(replica, visitor, events),
        organisation: account.organisation.clone(),
        by_mail,
        phone,
        email,
        problem: shown.problem,
        sent: earlier.iter().map(row).collect(),
        welcome: shown.welcome,
    };
    page(shown.status, &invite)
}

fn row(invitation: &Invitation) -> SentRow {
    let at = Timestamp::from_microsecond(invitation.sent_us).unwrap_or_default();
    let channel = if invitation.channel == "mail" { "by-mail" } else { "by-sms" };
    SentRow { at: at.strftime("%Y-%m-%d %H:%M UTC").to_string(), channel }
}

pub(super) async fn send(State(replica): Shared, visitor: Visitor, Form(typed): Form<Typed>) -> Response {
    let Some(account) = visitor.account.clone() else { return Redirect::to("/login").into_response() };
    let Some(contact) = typed.contact() else {
        let shown = Shown { typed, status: StatusCode::UNPROCESSABLE_ENTITY, problem: None, welcome: false };
        return show(&replica, &visitor, &account, shown).await;
    };
    match deliver(&replica, &visitor, &account, contact).await {
        Ok(id) => Redirect::to(&format!("/sent/{id}")).into_response(),
        Err(_) => {
            let shown = Shown { typed, status: StatusCode::BAD_GATEWAY, problem: Some("problem-send"), welcome: false };
            show(&replica, &visitor, &account, shown).await
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum DeliverError {
    #[error(transparent)]
    Store(#[from] sqlx::Error),
    #[error(transparent)]
    Courier(#[from] CourierError),
}

/// The note of the invitation has no place for the contact, and the contact is freed when the courier returns.
async fn deliver(
    replica: &Replica,
    visitor: &Visitor,
    account: &Account,
    contact: Contact,
) -> Result<String, DeliverError> {
    let (token, channel) = (token(), contact.channel());
    let link = format!("https://{SERVICE}/m/{token}");
    let (name, organisation) = (account.name(), &account.organisation);
    let args = [("name", name.as_str()), ("organisation", organisation), ("link", &link)];
    let text =
        visitor.words.with(if channel == "mail" { "invitation-mail-text" } else { "invitation-sms-text" }, &args);
    let id = replica.store.note_invitation(&account.id, &token, channel).await?;
    if let Err(why) = replica.courier.send(contact, &visitor.words.with("invitation-mail-subject", &args), text).await {
        replica.store.drop_invitation(&id).await?;
        return Err(why.into());
    }
    Ok(id)
}

pub(super) async fn sent(State(replica): Shared, visitor: Visitor, Path(id): Path<String>) -> Response {
    let Some(account) = visitor.account.clone() else { return Redirect::to("/login").into_response() };
    match replica.store.invitation(&account.id, &id).await {
        Ok(Some(invitation)) => {
            let f = Frame::new(&visitor, "sent-title").tagged(&replica, &visitor, &["Invitation Sent"]);
            page(StatusCode::OK, &Sent { f, row: row(&invitation) })
        }
        Ok(None) => super::missing(visitor).await,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
