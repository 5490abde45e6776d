//! The organisation's plan for a breach, made from its settings: whom to call, who decides, the first hour, texts.

use super::page;
use crate::form::{Filled, Told};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::session::{Here, Posted};
use crate::site::Site;
use ::facts::Lang;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use facts::Problem;
use paper::Words;
use respond::{Contact, FirstHour, Organisation, Permission, Plan};
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/plan", get(show)).route("/plan/{file}", get(pdf)).route("/plan/settings", get(ask).post(save))
}

#[derive(Template)]
#[template(path = "plan.html")]
struct Show {
    f: Frame,
    plan: Option<Shown>,
}

/// The plan in words.
struct Shown {
    name: String,
    authority: String,
    site: String,
    contacts: Vec<Contact>,
    /// What is decided, and by whom.
    decides: Vec<(String, String)>,
    hour: Vec<FirstHour>,
    /// Other laws, with their reports.
    reports: Vec<(String, String)>,
    texts: Vec<(String, String)>,
    controls: Vec<(String, String)>,
    gaps: Vec<String>,
}

async fn show(here: Here) -> Result<Response, Oops> {
    let organisation = flows::settings::organisation(&here.site.db).await?;
    let plan = organisation.map(|o| shown(&here.f.words, &respond::plan(&o)));
    page(&Show { f: here.f, plan })
}

fn shown(w: &Words, plan: &Plan) -> Shown {
    let o = &plan.organisation;
    let laws = plan.reports.iter().map(|(law, stages)| {
        let stages: Vec<String> = stages.iter().map(|s| w.or("web-option-stage", s)).collect();
        (w.or("web-option-regimes", law), w.list(&stages))
    });
    let text = |t: &respond::Prepared| {
        let to = w.or("web-plan-to", &t.to);
        (format!("{to} ({})", w.say(&format!("web-option-language-{}", t.language.tag()))), t.text.clone())
    };
    let control = |c: &respond::Control| {
        let every = w.with("web-control-every", &[("n", c.every_days.into()), ("who", role_word(w, &c.owner).into())]);
        (c.what.clone(), every)
    };
    Shown {
        name: o.name.clone(),
        authority: plan.authority.map_or_else(String::new, |a| a.name_in(w.lang().tag()).to_owned()),
        site: plan.authority.map_or_else(String::new, |a| a.site.clone()),
        contacts: o.contact.clone(),
        decides: decides(w, o),
        hour: o.first_hour.clone(),
        reports: laws.collect(),
        texts: o.text.iter().map(text).collect(),
        controls: o.control.iter().map(control).collect(),
        gaps: plan.gaps.iter().map(|(code, about)| paper::plan_gap(w, code, about)).collect(),
    }
}

fn decides(w: &Words, o: &Organisation) -> Vec<(String, String)> {
    let who = |role: &str| {
        let contact = o.contact.iter().find(|c| c.role == role && !role.is_empty());
        contact.map_or_else(|| w.say("web-plan-nobody"), |c| format!("{} ({})", c.name, role_word(w, role)))
    };
    let both = [
        ("web-conclude-authority-question", &o.decides.authority),
        ("web-conclude-people-question", &o.decides.people),
    ];
    both.map(|(key, role)| (w.say(key), who(role))).into()
}

/// Roles are the organisation's own words; the usual ones are translated.
fn role_word(w: &Words, role: &str) -> String {
    w.or("web-plan-role", role)
}

/// The plan on paper: it has to be there when nothing else works.
async fn pdf(here: Here, Path(file): Path<String>) -> Result<Response, Oops> {
    let lang = super::case::language(&file).ok_or(Oops::NotFound)?;
    let organisation = flows::settings::organisation(&here.site.db).await?.ok_or(Oops::NotFound)?;
    let (words, now, zone) = (Words::new(lang), here.now, here.f.zone.clone());
    let letter = letter(&words, &shown(&words, &respond::plan(&organisation)), lang, &words.date(now, &zone));
    let bytes = super::case::set(move || Ok(paper::letter_pdf(&letter, now)?)).await?;
    let name = format!("attachment; filename=\"plan-{}.pdf\"", lang.tag());
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}

fn letter(w: &Words, plan: &Shown, lang: Lang, day: &str) -> paper::Letter {
    let lines = |rows: Vec<String>| rows.join("\n");
    let pairs = |rows: &[(String, String)]| {
        lines(rows.iter().map(|(a, b)| format!("{a}{} {b}", if a.ends_with('?') { "" } else { ":" })).collect())
    };
    let contact = |c: &Contact| {
        let parts = [role_word(w, &c.role), c.name.clone(), c.phone.clone(), c.email.clone(), c.hours.clone()];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let step = |s: &FirstHour| {
        let args = [("n", s.minutes.into()), ("who", role_word(w, &s.who).into()), ("what", s.what.as_str().into())];
        w.with("web-plan-step", &args)
    };
    let mut sections = vec![
        ("web-plan-contacts", lines(plan.contacts.iter().map(contact).collect())),
        ("web-plan-hour", lines(plan.hour.iter().map(step).collect())),
        ("web-plan-clock", w.say("web-plan-clock-text")),
        ("web-plan-decides", pairs(&plan.decides)),
        ("web-plan-authority", format!("{}\n{}", plan.authority, plan.site)),
        ("web-others", pairs(&plan.reports)),
        ("web-plan-texts", lines(plan.texts.iter().map(|(to, text)| format!("{to}\n{text}")).collect())),
        ("web-controls", pairs(&plan.controls)),
        ("web-plan-gaps", lines(plan.gaps.clone())),
    ];
    sections.retain(|(_, text)| !text.trim().is_empty());
    let head = vec![(w.say("web-plan-organisation"), plan.name.clone()), (w.say("web-letter-date"), day.to_owned())];
    let sections = sections.into_iter().map(|(key, text)| (w.say(key), text)).collect();
    paper::Letter { lang, title: w.say("web-plan"), head, sections, mark: None }
}

#[derive(Template)]
#[template(path = "settings.html")]
struct Ask<'a> {
    f: &'a Frame,
    /// Empty where there are none and the reader may give none.
    text: String,
    problems: Vec<Told>,
    who: String,
}

/// What a new organisation starts from; every line in it is an example.
const EXAMPLE: &str = include_str!("../../assets/organisation.toml");

fn asked(here: &Here, text: String, problems: Vec<Told>) -> Ask<'_> {
    Ask { f: &here.f, text, problems, who: here.f.who_may(Permission::Settings) }
}

async fn ask(here: Here) -> Result<Response, Oops> {
    let kept = here.site.db.records("settings").await?.pop().and_then(|r| r.bytes);
    let begun = if here.f.may_settings() { EXAMPLE } else { "" };
    let text = kept.map_or_else(|| begun.to_owned(), |bytes| String::from_utf8_lossy(&bytes).into_owned());
    page(&asked(&here, text, Vec::new()))
}

async fn save(posted: Posted) -> Result<Response, Oops> {
    let (here, text) = (&posted.here, posted.one("text").unwrap_or_default());
    match flows::settings::put(&here.site.db, &here.user, "settings", text, here.now).await.map_err(Oops::from) {
        Ok(_) => Ok(Redirect::to("/plan").into_response()),
        Err(Oops::Wrong(problems)) => {
            let problems = problems.iter().map(|p| marked(&here.f, p)).collect();
            let text = Filled::from(&posted).get("text").to_owned();
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&asked(here, text, problems))?).into_response())
        }
        Err(oops) => Err(oops),
    }
}

/// Which line it is in: the field is one long text.
fn marked(f: &Frame, problem: &Problem) -> Told {
    let line = problem.place.line.map(|n| f.n("web-settings-line", n));
    Told { href: "#text".to_owned(), label: line.unwrap_or_else(|| f.t("web-settings")), sentence: f.problem(problem) }
}
