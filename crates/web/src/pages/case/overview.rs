//! Where a case is opened: the clock, what is decided, what is missing, what to do next.

use super::event;
use super::forms::Drawn;
use super::forms::table::CONTROLLERS;
use super::history::text;
use super::view::{Head, Tab, View};
use super::{Step, answer, clock, notification, steps};
use crate::audits::kept_with;
use crate::clock::Clock;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::questions::label;
use crate::say::Say;
use crate::session::Here;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use respond::{About, Answer, Case, DutyState, Occurred};
use serde_json::Value;

#[derive(Template)]
#[template(path = "case.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    clock: Clock,
    next: Vec<Step>,
    done: Vec<Step>,
    decided: Vec<Decided>,
    missing: Missing,
    duties: Vec<Duty>,
    times: Vec<Time>,
    /// What speaks against the clock, or leaves open who is told.
    cautions: Vec<String>,
    note: String,
    findings: Vec<Finding>,
    aware: Drawn<'a>,
    times_form: Drawn<'a>,
    end: Drawn<'a>,
    title_form: Drawn<'a>,
    open: bool,
    controller: String,
    event: String,
    controller_form: Drawn<'a>,
    /// The other cases of the event: address, whose it is.
    siblings: Vec<(String, String)>,
    controllers_form: Drawn<'a>,
    /// A drill's own clock, and the form that puts it forward.
    drill: Option<(Timestamp, Drawn<'a>)>,
}

/// One question and where its answer stands.
pub struct Decided {
    pub what: String,
    pub proposed: String,
    pub concluded: String,
    pub who: String,
    pub at: Option<Timestamp>,
    pub open: bool,
}

/// What is not known, each with a link.
struct Missing {
    questions: Vec<(String, String)>,
    gaps: Vec<String>,
}

struct Time {
    label: String,
    at: Option<Timestamp>,
    text: String,
    note: String,
}

struct Finding {
    title: String,
    href: Option<String>,
}

/// A duty as it stands now.
struct Duty {
    what: String,
    state: String,
    tone: &'static str,
    due: Option<Timestamp>,
    done: Option<Timestamp>,
    source: String,
}

pub async fn render(view: View<'_>) -> Result<Response, Oops> {
    let (here, case, f) = (view.here, view.case(), &view.here.f);
    let (done, next) = steps(here, case).into_iter().partition(|step| step.done);
    let clock = clock(here, case);
    let title = f.t(if clock.runs { "web-aware-again" } else { "web-aware-set" });
    let ended = case.closed.is_some() || case.no_breach.is_some();
    let proposed_aware = case.proposed_aware().map(|at| f.field(at)).unwrap_or_default();
    let times_given = times_given(f, case);
    let times_given: Vec<(&str, &str)> = times_given.iter().map(|(name, value)| (*name, value.as_str())).collect();
    page(&Show {
        f,
        c: view.head(Tab::Overview),
        next,
        done,
        decided: decided(f, case),
        missing: missing(here, case),
        duties: case.duties(here.now).iter().map(|d| duty(f, case, d)).collect(),
        times: times(f, case),
        cautions: case.cautions(here.now).iter().map(|c| paper::caution(&f.words, c)).collect(),
        note: text(f, &case.note),
        findings: findings(here, case).await?,
        aware: view.form("aware", &[("aware", &proposed_aware)]).opened(!clock.runs && !ended).titled(title),
        times_form: view.form("times", &times_given),
        end: view.form(if ended { "reopen" } else { "close" }, &[]),
        title_form: view.form("title", &[("title", case.title.as_str())]),
        clock,
        open: view.open(),
        controller: case.controller.clone(),
        event: case.event.clone(),
        controller_form: controller(&view),
        siblings: event::siblings(&view).await?,
        controllers_form: view.draw(&CONTROLLERS, &[("event", &case.event)]),
        drill: case.exercise.then(|| (case.now(here.now), view.form("clock", &[]))),
    })
}

fn controller<'a>(view: &View<'a>) -> Drawn<'a> {
    let case = view.case();
    let established = if case.established { "yes" } else { "no" };
    let given =
        [("controller", case.controller.as_str()), ("event", case.event.as_str()), ("established", established)];
    view.form("controller", &given)
}

/// The questions of the law in the order in which they come up.
pub fn decided(f: &Frame, case: &Case) -> Vec<Decided> {
    let assessment = case.proposal();
    let (proposed, settled) = (assessment.duties, assessment.questions.is_empty());
    let breach = case.no_breach.as_ref();
    let mut all = vec![Decided {
        what: f.t("web-breach-question"),
        proposed: String::new(),
        concluded: f.t(if breach.is_some() { "web-duty-no" } else { "web-decided-treated" }),
        who: breach.map_or_else(String::new, |c| c.person.clone()),
        at: breach.map(|c| c.at),
        open: false,
    }];
    let duty = |about: About, key: &str, proposed: Answer| {
        let exempted = about == About::People && case.exempted().is_some() && case.communications.is_empty();
        let (done, overtaken) = (case.conclusion(about), case.overtaken(about).is_some());
        Decided {
            what: f.t(key),
            proposed: f.t(match proposed {
                Answer::Ask if settled => "web-duty-weighed".to_owned(),
                proposed => format!("web-duty-{}", answer(proposed)),
            }),
            concluded: f.t(match done {
                _ if case.is_processors() => "web-duty-controller",
                Some(_) if overtaken => "web-duty-overtaken",
                Some(c) if c.duty => "web-duty-yes",
                Some(_) => "web-duty-no",
                None if exempted => "web-duty-exempted",
                None => "web-duty-open",
            }),
            who: done.map_or_else(String::new, |c| c.person.clone()),
            at: done.map(|c| c.at),
            open: case.standing(about).is_none() && breach.is_none() && !case.is_processors(),
        }
    };
    all.push(duty(About::Authority, "web-conclude-authority-question", proposed.notify_authority));
    all.push(duty(About::People, "web-conclude-people-question", proposed.communicate));
    all
}

fn missing(here: &Here, case: &Case) -> Missing {
    let f = &here.f;
    if case.no_breach.is_some() {
        return Missing { questions: Vec::new(), gaps: Vec::new() };
    }
    let questions = case.proposal().questions;
    Missing {
        questions: questions.iter().map(|q| (q.fact.clone(), label(f, &q.fact))).collect(),
        gaps: notification::gaps(f, case, here.now),
    }
}

fn times(f: &Frame, case: &Case) -> Vec<Time> {
    let time = |key: &str, at: Option<Timestamp>, note: String| Time {
        label: f.t(key),
        at,
        text: f.t("web-times-not-set"),
        note,
    };
    let aware = case.times.aware.as_ref();
    let note = aware
        .map(|a| f.with("web-times-set-by", &[("who", a.by.as_str().into()), ("reason", text(f, &a.reason).into())]));
    let presumed = case.times.presumed.then(|| f.t("web-times-presumed"));
    vec![
        occurred(f, &case.times.occurred),
        time("web-times-suspected", case.times.suspected, presumed.unwrap_or_default()),
        time("web-times-aware", aware.map(|a| a.at), note.unwrap_or_default()),
    ]
}

fn occurred(f: &Frame, occurred: &Occurred) -> Time {
    let (word, estimated) = word(occurred);
    let mut text = match (occurred, occurred.start(), occurred.end()) {
        (Occurred::Range { .. }, Some(from), Some(to)) => format!("{} – {}", f.moment(from), f.moment(to)),
        (_, Some(at), _) => f.moment(at),
        _ => String::new(),
    };
    if estimated {
        text = format!("{text} ({})", f.t("web-times-estimated"));
    }
    let kind = f.t(format!("web-option-occurred-kind-{word}"));
    let text = if text.is_empty() { kind } else { format!("{text}, {kind}") };
    Time { label: f.t("web-times-occurred-label"), at: None, text, note: String::new() }
}

fn word(occurred: &Occurred) -> (&'static str, bool) {
    match occurred {
        Occurred::Point { estimated, .. } => ("point", *estimated),
        Occurred::Range { estimated, .. } => ("range", *estimated),
        Occurred::Ongoing { estimated, .. } => ("ongoing", *estimated),
        Occurred::Unknown => ("unknown", false),
    }
}

/// The form of the times shows what holds now: it is mended, not written anew.
fn times_given(w: &Say, case: &Case) -> Vec<(&'static str, String)> {
    let (occurred, local) =
        (&case.times.occurred, |at: Option<Timestamp>| at.map(|at| w.field(at)).unwrap_or_default());
    let (kind, estimated) = word(occurred);
    let to = match occurred {
        Occurred::Range { to, .. } => Some(*to),
        _ => None,
    };
    let mut given = vec![("occurred.kind", kind.to_owned())];
    given.extend([("occurred.from", local(occurred.start())), ("occurred.to", local(to))]);
    given.push(("suspected", local(case.times.suspected)));
    given.extend(estimated.then(|| ("occurred.estimated", "yes".to_owned())));
    given
}

/// `respond-duty-state-<word>`.
pub fn state_word(state: DutyState) -> String {
    serde_json::to_value(state).ok().and_then(|v: Value| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn duty(f: &Frame, case: &Case, duty: &respond::Duty) -> Duty {
    Duty {
        what: duty_title(f, case, duty),
        state: f.code("respond-duty-state", state_word(duty.state)),
        tone: match duty.state {
            DutyState::Missed | DutyState::DoneLate => "warn",
            DutyState::Done => "good",
            _ => "",
        },
        due: duty.due.map(respond::Moment::timestamp),
        done: duty.done,
        source: source(f, duty),
    }
}

/// The law, and how sure its date is.
pub fn source(f: &Frame, duty: &respond::Duty) -> String {
    let cited = f.words.cite(&duty.source);
    let unsure = duty.deadline.as_ref().is_some_and(|d| d.unconfirmed);
    if unsure { format!("{}. {}", cited.trim_end_matches('.'), f.t("respond-deadline-unconfirmed")) } else { cited }
}

pub fn duty_title(f: &Frame, case: &Case, duty: &respond::Duty) -> String {
    paper::duty_title(&f.words, case, duty, &f.t("web-destroyed"))
}

async fn findings(here: &Here, case: &Case) -> Result<Vec<Finding>, Oops> {
    let mut all = Vec::new();
    for id in &case.findings {
        let kept = kept_with(&here.site, id).await?;
        let found = kept.as_ref().and_then(|k| Some((k, k.finding(id)?)));
        all.push(match found {
            Some((kept, x)) => Finding {
                title: paper::title(x, &here.f.words),
                href: Some(format!("/audits/{}/findings/{}", kept.id, x.id)),
            },
            None => Finding { title: id.clone(), href: None },
        });
    }
    Ok(all)
}
