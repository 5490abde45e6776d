//! What the templates are filled with.

use super::visitor::Visitor;
use crate::{Replica, cdp, words::Words};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use facts::Lang;

/// What every page has around it.
pub(super) struct Frame {
    words: &'static Words,
    title: String,
    path: String,
    /// The consent question is open on a page that would load tags.
    asks: bool,
    /// The customer data platform's script, on pages of the carer's side.
    tags: Option<String>,
    /// Told to the platform once the page is shown.
    events: Vec<&'static str>,
    name: Option<String>,
}

impl Frame {
    pub fn new(visitor: &Visitor, title: &str) -> Self {
        Self {
            words: visitor.words,
            title: visitor.words.say(title),
            path: visitor.path.clone(),
            asks: false,
            tags: None,
            events: Vec::new(),
            name: visitor.account.as_ref().map(crate::store::Account::name),
        }
    }

    /// A page of the carer's side: asks for consent, and loads tags if the gate lets them.
    pub fn tagged(mut self, replica: &Replica, visitor: &Visitor, events: &[&'static str]) -> Self {
        let accepted = visitor.consent.as_deref() == Some("accept");
        self.asks = visitor.consent.is_none();
        self.tags = (accepted || !replica.switches.consent_gate()).then(cdp::script_url);
        self.events = events.to_vec();
        self
    }

    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.words.with(key, &[(name, value)])
    }

    fn has(&self, key: &str) -> bool {
        self.words.has(key)
    }

    fn lang(&self) -> &'static str {
        self.words.lang.tag()
    }

    fn languages(&self) -> [Lang; 3] {
        Lang::ALL
    }
}

/// One field of a form, with what was typed and what is wrong with it.
#[derive(Default)]
pub(super) struct Field {
    pub id: &'static str,
    pub kind: &'static str,
    pub autocomplete: &'static str,
    pub value: String,
    /// Key of the sentence.
    pub problem: Option<&'static str>,
    pub required: bool,
}

impl Field {
    fn label(&self) -> String {
        format!("field-{}", self.id)
    }

    fn hint(&self) -> String {
        format!("field-{}-hint", self.id)
    }
}

#[derive(Template)]
#[template(path = "start.html")]
pub(super) struct Start {
    pub f: Frame,
    pub image: String,
}

#[derive(Template)]
#[template(path = "privacy.html")]
pub(super) struct Privacy {
    pub f: Frame,
}

#[derive(Template)]
#[template(path = "register.html")]
pub(super) struct Register {
    pub f: Frame,
    pub fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "login.html")]
pub(super) struct Login {
    pub f: Frame,
    pub field: Field,
    pub token: String,
    pub problem: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "invite.html")]
pub(super) struct Invite {
    pub f: Frame,
    pub organisation: String,
    pub by_mail: bool,
    pub phone: Field,
    pub email: Field,
    pub problem: Option<&'static str>,
    pub sent: Vec<SentRow>,
    pub welcome: bool,
}

pub(super) struct SentRow {
    pub at: String,
    /// Key of the word.
    pub channel: &'static str,
}

#[derive(Template)]
#[template(path = "sent.html")]
pub(super) struct Sent {
    pub f: Frame,
    pub row: SentRow,
}

#[derive(Template)]
#[template(path = "meeting.html")]
pub(super) struct Meeting {
    pub f: Frame,
    pub host: String,
    pub organisation: String,
    pub token: String,
    pub waiting: bool,
}

/// A page that only says something, with a button where there is something to do.
#[derive(Template)]
#[template(path = "notice.html")]
pub(super) struct Notice {
    pub f: Frame,
    pub text: String,
    /// Key of the button that posts to this very page.
    pub button: Option<&'static str>,
}

impl Notice {
    pub fn new(visitor: &Visitor, title: &str, text: &str) -> Self {
        Self { f: Frame::new(visitor, title), text: visitor.words.say(text), button: None }
    }
}

pub(super) fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(why) => (StatusCode::INTERNAL_SERVER_ERROR, why.to_string()).into_response(),
    }
}
