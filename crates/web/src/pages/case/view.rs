//! A case as all its pages see it, and the frame they share.

use super::forms::table::{Field, Form};
use super::forms::{Drawn, find};
use super::history::{self, Entry};
use super::{assessment, authority, history as log, measures, notification, overview, people};
use super::{one, reference, state};
use crate::form::{Left, Told};
use crate::frame::Frame;
use crate::names::Names;
use crate::oops::Oops;
use crate::session::Here;
use axum::extract::{Path, RawQuery};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use register::Stored;
use respond::{About, Case, Organisation, Permission};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Overview,
    Facts,
    Assessment,
    Notification,
    People,
    Measures,
    Authority,
    History,
}

impl Tab {
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Facts,
        Self::Assessment,
        Self::Notification,
        Self::People,
        Self::Measures,
        Self::Authority,
        Self::History,
    ];

    /// Last part of its address, and of `web-tab-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Facts => "facts",
            Self::Assessment => "assessment",
            Self::Notification => "notification",
            Self::People => "people",
            Self::Measures => "measures",
            Self::Authority => "authority",
            Self::History => "history",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.name() == name)
    }

    pub fn address(self, case: &str) -> String {
        if self == Self::Overview { format!("/cases/{case}") } else { format!("/cases/{case}/{}", self.name()) }
    }
}

/// The head of every page of a case.
pub struct Head {
    pub id: String,
    pub title: String,
    pub reference: String,
    pub state: String,
    pub opened: Timestamp,
    pub opened_by: String,
    /// Version that the forms were made from.
    pub version: u64,
    pub exercise: bool,
    /// Address, name, whether it is this one.
    pub tabs: Vec<(String, String, bool)>,
    pub problems: Vec<Told>,
    /// What others did meanwhile; empty where nobody was faster.
    pub since: Vec<Entry>,
    /// What was just done, in words.
    pub done: Option<String>,
    /// What the reader's role does not allow, said before they write; empty where it allows all that cases need.
    pub role: String,
}

pub struct View<'a> {
    pub here: &'a Here,
    pub stored: Stored,
    pub left: Left,
    pub names: Names,
    /// The settings, where there are any.
    pub organisation: Option<Organisation>,
    since: Vec<Entry>,
}

impl<'a> View<'a> {
    pub async fn new(here: &'a Here, id: &str, left: Left) -> Result<Self, Oops> {
        let stored = one(&here.site, id).await?;
        let names = Names::of_all(&here.site.db).await?;
        let since = match left.overtaken {
            Some(version) => history::since(&here.f, &names, &here.site.db.history(id).await?, version),
            None => Vec::new(),
        };
        let organisation = flows::settings::organisation(&here.site.db).await?;
        Ok(Self { here, stored, left, names, organisation, since })
    }

    pub fn case(&self) -> &Case {
        &self.stored.case
    }

    /// Changes are taken; a closed case is only read.
    pub fn open(&self) -> bool {
        self.case().closed.is_none()
    }

    /// A form of the table. `given` are its fixed fields, and what the page knows already.
    pub fn form(&self, name: &str, given: &[(&str, &str)]) -> Drawn<'a> {
        self.draw(find(name).expect("the form is in the table"), given)
    }

    pub fn draw(&self, form: &Form, given: &[(&str, &str)]) -> Drawn<'a> {
        Drawn::new(&self.here.f, &self.stored.id, self.stored.version, form, given, &self.left)
    }

    pub fn head(&self, tab: Tab) -> Head {
        let (f, case) = (&self.here.f, &self.stored.case);
        let tabs = Tab::ALL.map(|t| (t.address(&case.id), f.t(format!("web-tab-{}", t.name())), t == tab));
        Head {
            id: case.id.clone(),
            title: case.title.clone(),
            reference: reference(case).to_owned(),
            state: f.t(format!("web-case-state-{}", state(case))),
            opened: case.opened,
            opened_by: self.names.of(f, &case.opened_by),
            version: self.left.seen.unwrap_or(self.stored.version),
            exercise: case.exercise,
            tabs: tabs.into(),
            problems: problems(self.here, &case.id, &self.left),
            done: self.left.done.as_deref().and_then(|act| done(f, act)),
            since: self.since.clone(),
            role: role(self.here),
        }
    }
}

fn role(here: &Here) -> String {
    let needs = [Permission::Write, Permission::Send, Permission::Decide];
    let barred = needs.into_iter().filter(|needs| !respond::may(&here.role, *needs)).map(|needs| match needs {
        Permission::Write => "web-may-not-write",
        Permission::Send => "web-may-not-send",
        _ => "web-may-not-decide",
    });
    let said: Vec<String> = barred.map(|key| here.f.t(key)).collect();
    if said.is_empty() {
        return String::new();
    }
    let role = here.f.code("respond-role", &here.role);
    here.f.with("web-may-not", &[("role", role.into()), ("what", here.f.words.list(&said).into())])
}

/// The word comes from an address: what is no act says nothing.
fn done(f: &Frame, act: &str) -> Option<String> {
    let mut keys = ["web-done", "respond-act"].into_iter().map(|key| format!("{key}-{act}"));
    keys.find(|key| f.words.has(key)).map(|key| f.t(key))
}

/// What is wrong with the form that was refused, each with a link to where it is mended.
fn problems(here: &Here, case: &str, left: &Left) -> Vec<Told> {
    let mut all = super::forms::FORMS.iter().chain(super::forms::table::OTHERS);
    let form = all.find(|x| left.form == x.name || left.form.starts_with(&format!("{}-", x.name)));
    let one = |(name, sentence): &(String, String)| {
        let named = |field: &str| field == name || field.starts_with(&format!("{name}."));
        let is_drawn = |field: &&Field| named(field.name) && !field.kind.is_given();
        let found = form.and_then(|form| Some((form, form.fields.iter().find(is_drawn)?)));
        let own = found.map(|(form, field)| {
            let dom = format!("#{}-{}", left.form, field.name.replace('.', "-"));
            (dom, super::forms::label(&here.f, form, field))
        });
        let (href, label) = own.or_else(|| elsewhere(here, case, name)).unwrap_or_default();
        Told { href, label, sentence: sentence.clone() }
    };
    left.wrong.iter().map(one).collect()
}

/// Where something is filled in that a refusal names and the refused form does not ask for.
fn elsewhere(here: &Here, case: &str, name: &str) -> Option<(String, String)> {
    let f = &here.f;
    let (tab, part, label) = match name {
        "authority" => (Tab::Assessment, "#conclude-authority", assessment::title(About::Authority)),
        "people" => (Tab::Assessment, "#conclude-people", assessment::title(About::People)),
        "filings" | "delay_reason" | "controller" | "item" => (Tab::Notification, "", "web-tab-notification"),
        "communications" | "pause" => (Tab::People, "", "web-tab-people"),
        "duties" => (Tab::Overview, "#duties", "web-case-duties"),
        "aware" => (Tab::Overview, "#aware", "web-form-aware"),
        "file" => return Some(("#attach-file".to_owned(), f.t("web-file-choose"))),
        _ => return None,
    };
    Some((format!("{}{part}", tab.address(case)), f.t(label)))
}

pub async fn overview(here: Here, Path(id): Path<String>, RawQuery(query): RawQuery) -> Result<Response, Oops> {
    show(&here, &id, Tab::Overview, Left::asked(query.as_deref())).await
}

/// A page of the case. A form's address leads to its page: a reload or a change of language asks for it.
pub async fn tab(
    here: Here,
    Path((id, name)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Oops> {
    if let Some(tab) = Tab::named(&name).filter(|tab| *tab != Tab::Overview) {
        return show(&here, &id, tab, Left::asked(query.as_deref())).await;
    }
    let form = find(&name).ok_or(Oops::NotFound)?;
    Ok(Redirect::to(&form.tab.address(&id)).into_response())
}

pub async fn show(here: &Here, id: &str, tab: Tab, left: Left) -> Result<Response, Oops> {
    let status = match (&left.overtaken, left.wrong.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let view = View::new(here, id, left).await?;
    let page = match tab {
        Tab::Overview | Tab::Facts => overview::render(view).await,
        Tab::Assessment => assessment::render(view),
        Tab::Notification => notification::render(view),
        Tab::People => people::render(view, None),
        Tab::Measures => measures::render(view).await,
        Tab::Authority => authority::render(view),
        Tab::History => log::render(view).await,
    }?;
    Ok((status, page).into_response())
}
