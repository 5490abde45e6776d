//! An audit's outcome for a person at a terminal.

use crate::screen::Screen;
use crate::terminal::shown;
use facts::{Finding, Report};
use respond::{Answer, AssessedDuties, Assessment, Question, Reason, Risk, Score};
use serde_json::Value;

pub fn report(report: &Report, screen: &Screen) {
    for finding in &report.findings {
        finding_lines(finding, screen);
    }
    let counts = [
        ("findings", report.findings.iter().filter(|f| f.stands()).count().to_string()),
        ("exchanges", report.exchanges.to_string()),
        ("recipients", report.recipients.iter().filter(|r| r.third_party).count().to_string()),
        ("gaps", report.gaps.len().to_string()),
    ];
    screen.line(&screen.text("cli-audit-summary", &counts));
    for gap in &report.gaps {
        screen.line(&format!("  {}", screen.text("cli-gap", &screen.gap(gap))));
    }
}

fn finding_lines(finding: &Finding, screen: &Screen) {
    let severity = screen.word(&format!("cli-severity-{}", word(finding.severity)));
    let state = paper::state(finding, &paper::words::Words::new(screen.lang()));
    screen.line(&format!("{severity}  {}  [{}]  {state}", finding.rule, finding.id));
    screen.line(&format!("  {}\n", shown(&finding.why)));
}

/// The answer of `assess`: risk and duties with their reasons, what is still to be asked, each group's own answer, and
/// what would change the whole's.
pub fn assessment(answer: &Assessment, screen: &Screen) {
    verdict(answer.risk, &answer.duties, &answer.reasons, &answer.questions, screen);
    if !answer.subgroups.is_empty() {
        screen.line(&format!("\n{}: {}", screen.word("web-groups"), screen.word("web-groups-answers")));
    }
    for group in &answer.subgroups {
        screen.line(&format!("\n{}", shown(&group.name)));
        verdict(group.risk, &group.duties, &group.reasons, &group.questions, screen);
    }
    score(&answer.enisa, screen);
    if !answer.would_change.is_empty() {
        screen.line(&format!("\n{}:", screen.word("web-would-change")));
    }
    for change in &answer.would_change {
        let value = if change.value.is_empty() {
            screen.word("web-checked-none")
        } else {
            screen.fact_value(&change.fact, &code(&change.value))
        };
        let args = [
            ("fact", screen.fact(&change.fact)),
            ("value", value),
            ("notify", then(change.notify_authority, screen)),
            ("communicate", then(change.communicate, screen)),
        ];
        screen.line(&format!("  {}", screen.text("web-would-change-if", &args)));
    }
}

/// Beside the legal test, which it does not decide; nothing while a part of it is not known.
fn score(score: &Score, screen: &Screen) {
    let (Some(dpc), Some(ei), Some(cb), Some(se), Some(band)) = (score.dpc, score.ei, score.cb, score.se, &score.band)
    else {
        return;
    };
    let band = screen.word(&format!("web-band-{band}"));
    let words = paper::words::Words::new(screen.lang());
    let [se, dpc, ei, cb] = [se, dpc, ei, cb].map(|n| words.number(n));
    screen.line(&format!("\n{}: {se} = {dpc} × {ei} + {cb} ({band})", screen.word("web-enisa")));
    screen.line(&format!("  {}", screen.word("web-enisa-lead")));
}

fn verdict(risk: Risk, duties: &AssessedDuties, reasons: &[Reason], questions: &[Question], screen: &Screen) {
    let args = [
        ("risk", screen.or("cli-risk", &word(risk))),
        ("authority", duty(duties.notify_authority, screen)),
        ("people", duty(duties.communicate, screen)),
    ];
    screen.line(&screen.text("cli-assess-answer", &args));
    if duties.tell_controller {
        screen.line(&format!("  {}", screen.word("web-duty-processor")));
    }
    for reason in reasons {
        let effect = screen.or("respond-effect", &reason.effect);
        let why = screen.or("respond-reason", &reason.id);
        screen.line(&format!("  {effect}: {why}\n      {}", screen.cite(&reason.source)));
    }
    if !questions.is_empty() {
        screen.line(&screen.word("cli-assess-questions"));
    } else if duties.is_weighed() {
        screen.line(&screen.word("web-duty-weigh"));
    }
    for Question { fact, .. } in questions {
        screen.line(&format!("  ? {} ({fact})", screen.fact(fact)));
    }
}

fn duty(answer: Answer, screen: &Screen) -> String {
    screen.or("cli-duty", &word(answer))
}

fn then(answer: Answer, screen: &Screen) -> String {
    screen.word(match answer {
        Answer::No => "web-duty-no",
        Answer::Ask => "web-duty-ask",
        Answer::Yes => "web-duty-yes",
    })
}

/// A value of a fact as JSON has it: `true` and `false` are no words.
fn code(value: &str) -> Value {
    value.parse::<bool>().map_or_else(|_| value.into(), Value::Bool)
}

/// The word that stands for it in JSON.
pub fn word(value: impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
