//! An audit's outcome for a person at a terminal.

use crate::screen::Screen;
use facts::{Finding, Report};

pub fn report(report: &Report, screen: &Screen) {
    for finding in &report.findings {
        finding_lines(finding, screen);
    }
    let counts = [
        ("findings", report.findings.len().to_string()),
        ("exchanges", report.exchanges.to_string()),
        ("recipients", report.recipients.iter().filter(|r| r.third_party).count().to_string()),
        ("gaps", report.gaps.len().to_string()),
    ];
    println!("{}", screen.text("cli-audit-summary", &counts));
    let words = paper::words::Words::new(screen.lang());
    for gap in &report.gaps {
        println!(
            "  {}",
            screen.text(
                "cli-gap",
                &[("what", paper::gaps::what(&gap.what, &words)), ("why", paper::gaps::why(&gap.why, &words))]
            )
        );
    }
}

fn finding_lines(finding: &Finding, screen: &Screen) {
    let severity = serde_json::to_value(finding.severity).ok();
    let severity = severity.as_ref().and_then(|v| v.as_str()).unwrap_or_default();
    let state = serde_json::to_value(finding.state).ok();
    let state = state.as_ref().and_then(|v| v.as_str()).unwrap_or_default();
    let state = screen.word(&format!("paper-state-{state}"));
    println!("{}  {}  [{}]  {state}", screen.word(&format!("cli-severity-{severity}")), finding.rule, finding.id);
    if let Some(a) = &finding.accepted {
        let args = [("by", a.by.clone()), ("until", a.until.to_string()), ("reason", a.reason.clone())];
        println!("  {}", screen.text("paper-accepted", &args));
    }
    println!("  {}\n", finding.why);
}

/// The answer of `assess`: risk, duties, the reasons and what is still to be asked.
pub fn assessment(answer: &serde_json::Value, screen: &Screen) {
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let duties = &answer["duties"];
    let args = [
        ("risk", screen.or("cli-risk", &text(&answer["risk"]))),
        ("authority", screen.or("cli-duty", &text(&duties["notify_authority"]))),
        ("people", screen.or("cli-duty", &text(&duties["communicate"]))),
    ];
    println!("{}", screen.text("cli-assess-answer", &args));
    for reason in answer["reasons"].as_array().into_iter().flatten() {
        let effect = screen.or("respond-effect", &text(&reason["effect"]));
        let why = screen.or("respond-reason", &text(&reason["id"]));
        println!("  {effect}: {why}\n      {}", screen.cite(&text(&reason["source"])));
    }
    let questions: Vec<String> =
        answer["questions"].as_array().into_iter().flatten().map(|q| text(&q["fact"])).collect();
    if !questions.is_empty() {
        println!("{}", screen.word("cli-assess-questions"));
    }
    for fact in questions {
        println!("  ? {} ({fact})", screen.fact(&fact));
    }
}
