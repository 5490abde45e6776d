//! An audit in Markdown: for a pull request, a merge request or a chat.

use super::Sources;
use super::page::verdict;
use crate::say::{self, plain};
use crate::{Words, gaps};
use facts::{Finding, Report};
use std::fmt::Write as _;

/// Longest list; the rest is counted.
const SHOWN: usize = 30;

/// The verdict, one row a finding with what to change, and what could not be looked at.
pub fn summary(report: &Report, words: &Words) -> String {
    let sources = Sources { report, words: *words, screenshot: &|_| None, explain: &|_, _, _| Vec::new() };
    let name = report.service.as_deref().unwrap_or(&report.start);
    let mut out = format!("## Sluss: {}\n\n", escaped(name));
    let verdict = verdict(&sources);
    let _ = writeln!(out, "**{}**\n", escaped(&verdict.head));
    for line in &verdict.lines {
        let _ = writeln!(out, "{}\n", escaped(line));
    }
    findings(&mut out, report, words);
    gap_lines(&mut out, report, words);
    let _ = writeln!(out, "{}", escaped(&words.say("paper-summary-files")));
    out
}

fn findings(out: &mut String, report: &Report, words: &Words) {
    if report.findings.is_empty() {
        return;
    }
    let heads = ["paper-summary-severity", "paper-summary-finding", "paper-summary-state", "paper-change"];
    let _ = writeln!(out, "| {} |\n| --- | --- | --- | --- |", heads.map(|h| escaped(&words.say(h))).join(" | "));
    for finding in report.findings.iter().take(SHOWN) {
        let severity = words.say(&format!("paper-severity-{}", say::severity(finding.severity)));
        let fix = say::fix(finding, words).filter(|_| finding.stands()).unwrap_or_default();
        let title = format!("{} `{}`", escaped(&say::title(finding, words)), finding.id);
        let cells = [escaped(&severity), title, escaped(&state(finding, words)), escaped(&fix)];
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    rest(out, report.findings.len(), words);
}

fn gap_lines(out: &mut String, report: &Report, words: &Words) {
    if report.gaps.is_empty() {
        return;
    }
    let _ = writeln!(out, "### {}\n", escaped(&words.say("paper-gaps")));
    for gap in report.gaps.iter().take(SHOWN) {
        let _ = writeln!(out, "- {}: {}", escaped(&gaps::what(&gap.what, words)), escaped(&gaps::why(&gap.why, words)));
    }
    rest(out, report.gaps.len(), words);
}

fn rest(out: &mut String, all: usize, words: &Words) {
    if all > SHOWN {
        let _ = write!(out, "\n{}\n", escaped(&words.with("paper-summary-more", &[("n", (all - SHOWN).into())])));
    }
    out.push('\n');
}

/// New, known …, and who lives with it until when.
pub fn state(finding: &Finding, words: &Words) -> String {
    let word = if finding.not_looked_at { "unlooked" } else { say::state(finding.state) };
    let state = words.say(&format!("paper-state-{word}"));
    match (&finding.accepted, finding.facts.get("acceptance").map(String::as_str)) {
        (Some(a), _) => {
            let args = [
                ("by", plain(&a.by).into()),
                ("until", a.until.to_string().into()),
                ("reason", plain(&a.reason).into()),
            ];
            words.with("paper-accepted", &args)
        }
        (None, Some(lapsed @ ("expired" | "graver"))) => {
            let fact = |name: &str| plain(finding.facts.get(name).map_or("", String::as_str));
            let args = [("by", fact("accepted_by").into()), ("until", fact("accepted_until").into())];
            format!("{state}: {}", words.with(&format!("paper-acceptance-{lapsed}"), &args))
        }
        _ => state,
    }
}

/// Text that stays text: nothing in it becomes markup, a link, a mention or a new cell.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        // Within a word it means nothing, and an address would break.
        let within = c == '_' && before.is_alphanumeric();
        before = c;
        match c {
            _ if within => out.push(c),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '!' | '~' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            '\n' | '\r' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Lang;

    fn sample() -> Report {
        serde_json::from_str(include_str!("../../samples/report.json")).unwrap()
    }

    #[test]
    fn every_finding_and_gap_stands_there_in_every_language() {
        let report = sample();
        for lang in Lang::ALL {
            let text = summary(&report, &Words::new(lang));
            assert!(report.findings.iter().all(|f| text.contains(&f.id)), "{lang:?}");
            assert_eq!(text.lines().filter(|l| l.starts_with("- ")).count(), report.gaps.len());
            let cells = |l: &str| l.replace("\\|", "").matches('|').count();
            assert!(text.lines().filter(|l| l.starts_with('|')).all(|l| cells(l) == 5), "{text}");
            assert!(!text.contains("paper-"), "{text}");
        }
    }

    #[test]
    fn foreign_text_stays_text() {
        let mut report = sample();
        report.service = Some("<img src=x> | [a](javascript:b) @everyone\n# x".into());
        report.findings[0].facts.insert("recipient".into(), "a | b\n<script>".into());
        let text = summary(&report, &Words::new(Lang::En));
        assert!(
            !text.contains("<img") && !text.contains("<script") && !text.contains("[a](") && !text.contains("@every")
        );
        assert!(
            text.starts_with("## Sluss: &lt;img src=x&gt; \\| \\[a\\](javascript:b) &#64;everyone \\# x\n"),
            "{text}"
        );
    }

    #[test]
    fn an_acceptance_is_told_while_it_holds_and_when_it_has_ended() {
        let (mut report, words) = (sample(), Words::new(Lang::En));
        let row = facts::Acceptance {
            finding: report.findings[0].id.clone(),
            by: "Anna Exempel".into(),
            reason: "is mended".into(),
            until: jiff::civil::date(2027, 1, 31),
            severity: None,
        };
        report.findings[0].accepted = Some(row);
        assert!(summary(&report, &words).contains("Anna Exempel"));
        report.findings[0].accepted = None;
        for (name, value) in
            [("acceptance", "expired"), ("accepted_by", "Anna Exempel"), ("accepted_until", "2026-01-31")]
        {
            report.findings[0].facts.insert(name.into(), value.into());
        }
        let text = summary(&report, &words);
        assert!(text.contains("Anna Exempel") && text.contains("2026-01-31"), "{text}");
    }
}
