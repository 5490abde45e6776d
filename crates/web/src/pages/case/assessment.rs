//! The proposal of the rules and the score beside it, in words.

use super::{answer, risk};
use crate::questions::{label, word};
use crate::say::Say;
use respond::{About, Answer, Assessment, Case, Change, Reason, Score};

pub struct Shown {
    pub risk: String,
    pub duties: Vec<Duty>,
    pub reasons: Vec<Told>,
    /// Name of the fact and its label.
    pub questions: Vec<(String, String)>,
    pub changes: Vec<String>,
    /// Name and value; empty while nothing can be scored.
    pub enisa: Vec<(String, String)>,
}

pub struct Duty {
    pub what: String,
    pub proposed: String,
    pub concluded: String,
}

pub struct Told {
    pub text: String,
    pub effect: String,
    pub source: String,
}

pub fn shown(w: &Say, case: &Case) -> Shown {
    let all = case.assessment();
    Shown {
        risk: w.t(format!("web-risk-{}", risk(all.risk))),
        duties: duties(w, case, &all),
        reasons: all.reasons.iter().map(|r| reason(w, r)).collect(),
        questions: all.questions.iter().map(|q| (q.fact.clone(), label(w, &q.fact))).collect(),
        changes: all.would_change.iter().map(|c| change(w, c)).collect(),
        enisa: score(w, &all.enisa),
    }
}

fn duties(w: &Say, case: &Case, all: &Assessment) -> Vec<Duty> {
    let concluded = |about| case.conclusion(about).map_or("open", |c| if c.duty { "yes" } else { "no" });
    let duty = |what: &str, proposed: Answer, concluded: &str| Duty {
        what: w.t(format!("web-duty-{what}")),
        proposed: w.t(format!("web-duty-{}", answer(proposed))),
        concluded: w.t(format!("web-duty-{concluded}")),
    };
    vec![
        duty("document", Answer::Yes, "always"),
        duty("notify", all.duties.notify_authority, concluded(About::Authority)),
        duty("communicate", all.duties.communicate, concluded(About::People)),
    ]
}

fn reason(w: &Say, reason: &Reason) -> Told {
    Told {
        text: w.code("respond-reason", &reason.id),
        effect: w.code("respond-effect", &reason.effect),
        source: reason.source.clone(),
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
    let (Some(dpc), Some(ei), Some(se)) = (score.dpc, score.ei, score.se) else { return Vec::new() };
    let number = |key: &str, n: f64| (w.t(key), w.words.number(n));
    let band = score.band.iter().map(|b| (w.t("web-enisa-band"), w.t(format!("web-band-{b}"))));
    let parts = [("web-enisa-dpc", dpc), ("web-enisa-ei", ei), ("web-enisa-cb", score.cb), ("web-enisa-se", se)];
    parts.map(|(key, n)| number(key, n)).into_iter().chain(band).collect()
}
