//! The proposal of the rules and the score beside it, in words; what persons concluded, and the forms to conclude.

use super::forms::Drawn;
use super::history::text;
use super::overview::{Decided, decided};
use super::view::{Head, Tab, View};
use super::{answer, risk};
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::questions::{label, word};
use crate::say::Say;
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use respond::{About, Answer, Case, Change, Conclusion, Reason, Score, SubgroupAssessment};

#[derive(Template)]
#[template(path = "assessment.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    assessment: Shown,
    decided: Vec<Decided>,
    conclusions: Vec<Concluded>,
    forms: Vec<Drawn<'a>>,
}

struct Concluded {
    about: String,
    what: String,
    reasons: String,
    who: String,
    at: Timestamp,
    overrules: bool,
}

pub fn render(view: View<'_>) -> Result<Response, Oops> {
    let (f, case) = (&view.here.f, view.case());
    page(&Show {
        f,
        c: view.head(Tab::Assessment),
        assessment: shown(f, case),
        decided: decided(f, case),
        conclusions: conclusions(f, case),
        forms: if view.open() { forms(&view) } else { Vec::new() },
    })
}

/// What is still to be concluded stands open.
fn forms<'a>(view: &View<'a>) -> Vec<Drawn<'a>> {
    let (f, case) = (&view.here.f, view.case());
    let one = |about: About, word: &str| {
        let form = view.form("conclude", &[("about", word)]).titled(f.t(title(about)));
        form.opened(case.standing(about).is_none() && case.no_breach.is_none())
    };
    let no_breach = view.form("no-breach", &[]);
    // Art. 33(1) and 34 bind the controller.
    if case.is_processors() {
        return vec![no_breach];
    }
    vec![one(About::Authority, "authority"), one(About::People, "people"), no_breach]
}

fn conclusions(f: &Frame, case: &Case) -> Vec<Concluded> {
    let told = |about: String, c: &Conclusion| Concluded {
        about,
        what: f.t(if c.duty { "web-duty-yes" } else { "web-duty-no" }),
        reasons: text(f, &c.reasons),
        who: c.person.clone(),
        at: c.at,
        overrules: c.overrules(),
    };
    let breach = case.no_breach.iter().map(|c| told(f.t("web-breach-question"), c));
    let duties = case.conclusions.iter().rev().map(|c| told(f.t(title(c.about)), c));
    breach.chain(duties).collect()
}

pub fn title(about: About) -> &'static str {
    match about {
        About::Authority => "web-conclude-authority-question",
        About::People => "web-conclude-people-question",
    }
}

pub struct Shown {
    pub risk: String,
    pub reasons: Vec<Told>,
    /// Nothing is left to ask, and yet a person has to weigh it.
    pub weighed: bool,
    /// The duties are those of the controller, who is told.
    pub processor: bool,
    /// Name of the fact and its label.
    pub questions: Vec<(String, String)>,
    pub changes: Vec<String>,
    /// Name and value; empty while nothing can be scored.
    pub enisa: Vec<(String, String)>,
    pub groups: Vec<Group>,
}

/// People who are hit in another way than the rest, and the answer for them.
pub struct Group {
    pub name: String,
    pub risk: String,
    pub notify: String,
    pub communicate: String,
    pub reasons: Vec<Told>,
}

pub struct Told {
    pub text: String,
    pub effect: String,
    pub source: String,
}

pub fn shown(w: &Say, case: &Case) -> Shown {
    let all = case.assessment();
    // What was no breach asks for nothing more.
    let questions = if case.no_breach.is_some() { &[][..] } else { &all.questions };
    Shown {
        risk: w.t(format!("web-risk-{}", risk(all.risk))),
        reasons: all.reasons.iter().map(|r| reason(w, r)).collect(),
        weighed: all.questions.is_empty() && all.duties.is_weighed(),
        processor: all.duties.tell_controller,
        questions: questions.iter().map(|q| (q.fact.clone(), label(w, &q.fact))).collect(),
        changes: all.would_change.iter().map(|c| change(w, c)).collect(),
        enisa: score(w, &all.enisa),
        groups: all.subgroups.iter().map(|g| group(w, g)).collect(),
    }
}

fn group(w: &Say, group: &SubgroupAssessment) -> Group {
    let duty = |a| match a {
        Answer::Ask if group.questions.is_empty() => w.t("web-duty-weighed"),
        a => w.t(format!("web-duty-{}", answer(a))),
    };
    Group {
        name: group.name.clone(),
        risk: w.t(format!("web-risk-{}", risk(group.risk))),
        notify: duty(group.duties.notify_authority),
        communicate: duty(group.duties.communicate),
        reasons: group.reasons.iter().map(|r| reason(w, r)).collect(),
    }
}

fn reason(w: &Say, reason: &Reason) -> Told {
    Told {
        text: w.code("respond-reason", &reason.id),
        effect: w.code("respond-effect", &reason.effect),
        source: w.words.cite(&reason.source),
    }
}

fn change(w: &Say, change: &Change) -> String {
    let duty = |a| w.t(format!("web-duty-{}", answer(a)));
    let args = [
        ("fact", label(w, &change.fact).into()),
        ("value", value(w, &change.fact, &change.value).into()),
        ("notify", duty(change.notify_authority).into()),
        ("communicate", duty(change.communicate).into()),
    ];
    w.with("web-would-change-if", &args)
}

fn value(w: &Say, fact: &str, value: &str) -> String {
    match value {
        "true" | "false" => w.t(format!("web-truth-{value}")),
        "" => w.t("web-checked-none"),
        other => word(w, fact, other),
    }
}

fn score(w: &Say, score: &Score) -> Vec<(String, String)> {
    let (Some(dpc), Some(ei), Some(cb), Some(se)) = (score.dpc, score.ei, score.cb, score.se) else {
        return Vec::new();
    };
    let number = |key: &str, n: f64| (w.t(key), w.words.number(n));
    let band = score.band.iter().map(|b| (w.t("web-enisa-band"), w.t(format!("web-band-{b}"))));
    let parts = [("web-enisa-dpc", dpc), ("web-enisa-ei", ei), ("web-enisa-cb", cb), ("web-enisa-se", se)];
    parts.map(|(key, n)| number(key, n)).into_iter().chain(band).collect()
}
