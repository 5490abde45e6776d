//! What build servers read: SARIF 2.1.0 (OASIS) and JUnit XML.

use facts::{Finding, FindingState, Gap, Report, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// SARIF: one result a finding; the evidence lies in the report beside it. Code hosts show a result only at a file of the
/// repository: that is the declaration, where one was audited, else the page. `lines` says where the declaration speaks of
/// which recipient, with the zone's name.
pub fn sarif(report: &Report, declaration: Option<&str>, lines: &[(String, String, usize)]) -> Value {
    let rules: BTreeSet<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    let rules: Vec<Value> = rules.into_iter().map(rule).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "sluss", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "invocations": [{
                "executionSuccessful": report.unseen.is_none(),
                "toolExecutionNotifications": report.gaps.iter().map(notification).collect::<Vec<_>>(),
            }],
            "results": report.findings.iter().map(|f| result(report, f, declaration, lines)).collect::<Vec<_>>(),
        }],
    })
}

/// The rule's manual page, cut for what build servers show of it. A report of a newer version may hold rules without one.
fn rule(name: &str) -> Value {
    let mut rule = json!({ "id": name });
    let Some(manual) = paper::manual(name) else { return rule };
    let section = manual.split("## ").find_map(|s| s.strip_prefix("What it does\n")).unwrap_or_default();
    let what = section.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let first = what.split_once(". ").map_or(what.as_str(), |(first, _)| first).trim_end_matches('.');
    rule["shortDescription"] = json!({ "text": format!("{first}.") });
    rule["help"] = json!({ "text": manual, "markdown": manual });
    rule["fullDescription"] = json!({ "text": what });
    rule
}

/// What could not be seen: a clean result beside it covers less.
fn notification(gap: &Gap) -> Value {
    json!({ "level": "warning", "message": { "text": format!("could not be seen: {}: {}", gap.what, gap.why) } })
}

/// Where the declaration speaks of the finding's recipient, in its zone where it has one; else at its first line.
fn line(finding: &Finding, lines: &[(String, String, usize)]) -> usize {
    let about = |(recipient, zone, _): &&(String, String, usize)| {
        finding.recipient.as_ref() == Some(recipient) && finding.zone.as_ref().is_none_or(|z| z == zone)
    };
    lines.iter().find(about).map_or(1, |(.., line)| *line)
}

fn result(report: &Report, finding: &Finding, declaration: Option<&str>, lines: &[(String, String, usize)]) -> Value {
    let level = match finding.severity {
        Severity::Low => "note",
        Severity::Medium => "warning",
        Severity::High => "error",
    };
    let baseline = match finding.state {
        FindingState::New => "new",
        FindingState::Known => "unchanged",
        FindingState::Gone => "absent",
        FindingState::Changed => "updated",
    };
    let page = finding.sightings.iter().find_map(|i| report.sightings.get(*i)?.page.clone());
    let place = declaration.map(str::to_owned).or(page).unwrap_or_else(|| report.start.clone());
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level,
        "message": { "text": finding.why },
        "baselineState": baseline,
        "partialFingerprints": { "slussFinding/1": finding.id },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": place }, "region": { "startLine": line(finding, lines) } } }],
    });
    if let Some(a) = &finding.accepted {
        let why = format!("{} until {}: {}", a.by, a.until, a.reason);
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": why }]);
    }
    result
}

/// JUnit: one failed case a finding, a skipped one where it was accepted or not looked at; an audit without any is one
/// passed case, and one in error where nothing was looked at. What could not be seen stands in the output.
pub fn junit(report: &Report) -> String {
    let open: Vec<&Finding> = report.findings.iter().filter(|f| f.state != FindingState::Gone).collect();
    let skipped = open.iter().filter(|f| f.accepted.is_some() || f.not_looked_at).count();
    let (tests, failures) = (open.len().max(1), open.len() - skipped);
    let errors = usize::from(open.is_empty() && report.unseen.is_some());
    let started = report.started.unwrap_or_default();
    let took = report.ended.map_or(0.0, |ended| ended.duration_since(started).as_secs_f64());
    let at = started.strftime("%Y-%m-%dT%H:%M:%S");
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        xml,
        "<testsuite name=\"sluss audit\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\" \
         timestamp=\"{at}\" hostname=\"{}\" time=\"{took:.3}\">\n  <properties/>",
        escape(report.start.split('/').nth(2).unwrap_or("localhost")),
    );
    for finding in &open {
        testcase(&mut xml, finding);
    }
    if open.is_empty() {
        let unseen = report
            .unseen
            .as_ref()
            .map_or_else(String::new, |why| format!("<error type=\"unseen\" message=\"{}\"/>", escape(why)));
        let start = escape(&report.start);
        let _ = writeln!(xml, "  <testcase classname=\"sluss\" name=\"{start}\" time=\"0\">{unseen}</testcase>");
    }
    let gaps: String = report.gaps.iter().map(|g| format!("could not be seen: {}: {}\n", g.what, g.why)).collect();
    let _ = writeln!(xml, "  <system-out>{}</system-out>\n  <system-err/>\n</testsuite>", escape(&gaps));
    xml
}

fn testcase(xml: &mut String, finding: &Finding) {
    let (rule, id, why) = (escape(&finding.rule), escape(&finding.id), escape(&finding.why));
    let outcome = match &finding.accepted {
        Some(a) => format!("<skipped message=\"{}\"/>", escape(&format!("{} until {}: {}", a.by, a.until, a.reason))),
        None if finding.not_looked_at => format!("<skipped message=\"{why}\"/>"),
        None => format!("<failure type=\"{rule}\" message=\"{why}\"/>"),
    };
    let _ = writeln!(xml, "  <testcase classname=\"{rule}\" name=\"{id}\" time=\"0\">{outcome}</testcase>");
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            // XML 1.0 §2.2 allows no other control characters
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
