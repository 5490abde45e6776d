//! The organisation's settings for breaches: who is called, who decides, what was prepared. From them comes the plan.
//!
//! Format `sluss/organisation/1`, TOML; unknown keys are refused with the nearest known one.

use crate::tables::tables;
use crate::zone::Authority;
use facts::{Lang, Place, Problem, Problems};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub schema: String,
    pub name: String,
    #[serde(default)]
    pub identifier: String,
    /// Where its authority is; `FI-AX` for Åland.
    pub country: String,
    /// A public authority or body: the answer to the item `sector`. In Sweden its appeals count from the day of the decision.
    #[serde(default)]
    pub public: bool,
    #[serde(default = "yes")]
    pub established: bool,
    /// Languages the people it serves read.
    #[serde(default)]
    pub languages: Vec<Lang>,
    /// Other laws with reports of their own, by id of `tables/regimes/deadlines.toml`.
    #[serde(default)]
    pub regimes: Vec<String>,
    #[serde(default)]
    pub decides: Decides,
    #[serde(default)]
    pub contact: Vec<Contact>,
    #[serde(default)]
    pub first_hour: Vec<FirstHour>,
    #[serde(default)]
    pub text: Vec<Prepared>,
    #[serde(default)]
    pub control: Vec<Control>,
    #[serde(default)]
    pub reminders: Reminders,
    #[serde(default)]
    pub files: Files,
}

/// What may be kept with a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Files {
    /// Largest file, in MiB (1 to 200).
    pub most_mib: u64,
}

impl Files {
    /// What is kept passes through memory.
    pub const LIMIT: u64 = 200;
}

impl Default for Files {
    fn default() -> Self {
        Self { most_mib: 25 }
    }
}

/// Roles (of contacts) that conclude.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decides {
    #[serde(default)]
    pub authority: String,
    #[serde(default)]
    pub people: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// `dpo`, `deputy`, `management`, `security`, `communications`, `legal` …
    pub role: String,
    pub name: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    /// When: `day and night`.
    #[serde(default)]
    pub hours: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstHour {
    pub what: String,
    /// Role of the one who does it.
    pub who: String,
    /// Within how many minutes of the suspicion.
    pub minutes: u32,
}

/// A text made in advance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prepared {
    /// `people`, `public`, `press`, `employees` …
    pub to: String,
    pub language: Lang,
    pub text: String,
}

/// A control that comes back, and the letter of Art. 32(1) it serves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    pub id: String,
    pub what: String,
    pub article_32: Vec<String>,
    pub every_days: u32,
    pub owner: String,
}

/// When reminders go out, in hours before and after a deadline, and whereto.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Reminders {
    pub before_hours: Vec<u32>,
    pub after_hours: Vec<u32>,
    pub email: Vec<String>,
    pub webhook: Option<String>,
    /// Sent as `authorization: Bearer …`; else what stands in `SLUSS_WEBHOOK_TOKEN`.
    pub webhook_token_file: Option<String>,
    pub smtp: Option<Smtp>,
    pub language: Option<Lang>,
}

/// A relay that takes our mail. Its password stands in a file or in `SLUSS_SMTP_PASSWORD`, never in the settings: they
/// are kept for ever.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    pub host: String,
    /// The usual one of the encryption if absent: 25, 587, 465.
    #[serde(default)]
    pub port: Option<u16>,
    pub from: String,
    /// `starttls` if absent; `none` on this machine.
    #[serde(default)]
    pub tls: Option<Encryption>,
    /// None logs in without.
    #[serde(default)]
    pub user: String,
    #[serde(default)]
    pub password_file: Option<String>,
}

/// How a relay is spoken to: in the clear, encrypted after the greeting (RFC 3207), encrypted from the start (RFC 8314).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    None,
    Starttls,
    Implicit,
}

impl Default for Reminders {
    fn default() -> Self {
        let (before_hours, after_hours) = (vec![48, 24, 6, 1], vec![1, 24]);
        Self {
            before_hours,
            after_hours,
            email: Vec::new(),
            webhook: None,
            webhook_token_file: None,
            smtp: None,
            language: None,
        }
    }
}

fn yes() -> bool {
    true
}

/// Reads settings. Every problem is told at once.
pub fn organisation(source: &str, text: &str) -> Result<Organisation, Problems> {
    let mut read: Organisation = toml::from_str(text).map_err(|e| misread(source, text, &e))?;
    let mut problems = Vec::new();
    read.check(source, text, &mut problems);
    match tables().places.authority(&read.country) {
        Ok(authority) => read.country.clone_from(&authority.country),
        Err(problem) => problems.push(Problem { place: marked(source, text, &read.country), ..problem }),
    }
    if problems.is_empty() { Ok(read) } else { Err(Problems(problems)) }
}

impl Organisation {
    pub const SCHEMA: &'static str = "sluss/organisation/1";

    /// Items of the notification that the settings answer: who the controller is, and whom to ask.
    pub const ITEMS: [&'static str; 4] = ["controller-identifier", "controller-name-contact", "dpo-contact", "sector"];

    /// What the settings say to one of [`Self::ITEMS`]; none where they say nothing.
    pub fn item(&self, item: &str) -> Option<String> {
        let contact = |role: &str| {
            let c = self.contact.iter().find(|c| c.role == role)?;
            let parts = [&c.name, &c.phone, &c.email].into_iter().filter(|part| !part.is_empty());
            Some(parts.cloned().collect::<Vec<_>>().join(", "))
        };
        let text = match item {
            "controller-identifier" => Some(self.identifier.clone()),
            "controller-name-contact" => {
                Some(std::iter::once(self.name.clone()).chain(contact("management")).collect::<Vec<_>>().join(", "))
            }
            "dpo-contact" => contact("dpo"),
            // What is not said to be public may be either.
            "sector" => self.public.then(|| "public".to_owned()),
            _ => None,
        };
        text.filter(|text| !text.is_empty())
    }

    fn check(&self, source: &str, text: &str, problems: &mut Vec<Problem>) {
        let mut wrong = |found: &str, code: &'static str, message: String, allowed: &[&str]| {
            problems.push(Problem::new(marked(source, text, found), code, message).found(found).allowed(allowed));
        };
        if self.schema != Self::SCHEMA {
            wrong(&self.schema, "schema", "this program reads another schema".into(), &[Self::SCHEMA]);
        }
        let known = crate::other_regimes(&self.country);
        for regime in self.regimes.iter().filter(|r| !known.contains(&r.as_str()) && !known.is_empty()) {
            wrong(regime, "unknown-regime", format!("no other law `{regime}` is known for {}", self.country), &known);
        }
        for control in &self.control {
            for letter in control.article_32.iter().filter(|l| !["a", "b", "c", "d"].contains(&l.as_str())) {
                wrong(letter, "article-32", "Art. 32(1) has the letters a to d".into(), &["a", "b", "c", "d"]);
            }
            if control.every_days == 0 {
                wrong(&control.id, "control", format!("control `{}` never comes back", control.id), &[]);
            }
        }
        if !(1..=Files::LIMIT).contains(&self.files.most_mib) {
            let message = format!("files of 1 to {} MiB can be kept", Files::LIMIT);
            wrong(&self.files.most_mib.to_string(), "files", message, &["25"]);
        }
        let web = |address: &&String| ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
        if let Some(hook) = self.reminders.webhook.as_ref().filter(|hook| !web(hook)) {
            let message = "a webhook is an http or https address".to_owned();
            wrong(hook, "webhook", message, &["https://hooks.example.se/sluss"]);
        }
        let roles: Vec<&str> = self.contact.iter().map(|c| c.role.as_str()).collect();
        let named = self.first_hour.iter().map(|s| &s.who).chain([&self.decides.authority, &self.decides.people]);
        for role in named.filter(|r| !r.is_empty() && !roles.contains(&r.as_str())) {
            let code = if roles.is_empty() { "contact-none" } else { "contact-role" };
            wrong(role, code, format!("no contact has the role `{role}`"), &roles);
        }
    }
}

/// Where a word stands in the text.
fn marked(source: &str, text: &str, word: &str) -> Place {
    match text.find(&format!("\"{word}\"")).filter(|_| !word.is_empty()) {
        Some(at) => Place::span(source, text, at..at + word.len() + 2),
        None => Place::source(source),
    }
}

/// The parser's message holds the unknown key and the known ones, in backticks.
fn misread(source: &str, text: &str, error: &toml::de::Error) -> Problem {
    let place = error.span().map_or_else(|| Place::source(source), |span| Place::span(source, text, span));
    let message = error.message().to_owned();
    let ticked: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match ticked.split_first() {
        Some((found, known)) if message.starts_with("unknown field") => {
            Problem::new(place, "unknown-key", format!("unknown key `{found}`")).found(*found).allowed(known)
        }
        _ => Problem::new(place, "not-toml", message),
    }
}

/// The action plan (schema `sluss/plan/1`): the settings, what the tables add, and what is still missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    pub schema: &'static str,
    pub organisation: Organisation,
    pub authority: Option<&'static Authority>,
    /// Each other law with the stages of its reports.
    pub reports: Vec<(String, Vec<&'static str>)>,
    /// What the plan lacks; words key `respond-plan-gap-<code>`, and what it is about.
    pub gaps: Vec<(&'static str, String)>,
}

/// The plan made from the settings.
pub fn plan(organisation: &Organisation) -> Plan {
    let stages = |regime: &String| (regime.clone(), crate::stages_of(regime, &organisation.country));
    Plan {
        schema: "sluss/plan/1",
        authority: tables().places.authority(&organisation.country).ok(),
        reports: organisation.regimes.iter().map(stages).collect(),
        gaps: gaps(organisation),
        organisation: organisation.clone(),
    }
}

fn gaps(o: &Organisation) -> Vec<(&'static str, String)> {
    let role = |name: &str| o.contact.iter().any(|c| c.role == name);
    let mut gaps: Vec<(&'static str, String)> =
        ["dpo", "deputy", "management"].into_iter().filter(|r| !role(r)).map(|r| ("contact", r.to_owned())).collect();
    let unreachable = o.contact.iter().filter(|c| c.phone.is_empty());
    gaps.extend(unreachable.map(|c| ("phone", c.role.clone())));
    for (about, who) in [("authority", &o.decides.authority), ("people", &o.decides.people)] {
        gaps.extend(who.is_empty().then(|| ("decides", about.to_owned())));
    }
    gaps.extend(o.first_hour.is_empty().then(|| ("first-hour", String::new())));
    let prepared = |lang: &Lang| o.text.iter().any(|t| t.to == "people" && t.language == *lang);
    gaps.extend(o.languages.iter().filter(|l| !prepared(l)).map(|l| ("text", l.tag().to_owned())));
    let served = |letter: &str| o.control.iter().any(|c| c.article_32.iter().any(|l| l == letter));
    gaps.extend(["a", "b", "c", "d"].into_iter().filter(|l| !served(l)).map(|l| ("control", l.to_owned())));
    gaps
}
