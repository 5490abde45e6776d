//! What build servers read: SARIF 2.1.0 (OASIS) and JUnit XML.

use facts::{Finding, FindingState, Report, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// SARIF: one result a finding; the location is the audited service, the evidence lies in the report beside it.
pub fn sarif(report: &Report) -> Value {
    let rules: BTreeSet<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    let rules: Vec<Value> = rules.into_iter().map(|r| json!({ "id": r })).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "sluss", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "results": report.findings.iter().map(|f| result(report, f)).collect::<Vec<_>>(),
        }],
    })
}

fn result(report: &Report, finding: &Finding) -> Value {
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
    json!({
        "ruleId": finding.rule,
        "level": level,
        "message": { "text": finding.why },
        "baselineState": baseline,
        "partialFingerprints": { "slussFinding/1": finding.id },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": page.unwrap_or_else(|| report.start.clone()) } } }],
    })
}

/// JUnit: one failed case a finding; an audit without any is one passed case.
pub fn junit(report: &Report) -> String {
    let open: Vec<&Finding> = report.findings.iter().filter(|f| f.state != FindingState::Gone).collect();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let count = open.len().max(1);
    let _ = writeln!(xml, "<testsuite name=\"sluss audit\" tests=\"{count}\" failures=\"{}\">", open.len());
    for finding in &open {
        let (rule, id, why) = (escape(&finding.rule), escape(&finding.id), escape(&finding.why));
        let _ = writeln!(xml, "  <testcase classname=\"{rule}\" name=\"{id}\"><failure message=\"{why}\"/></testcase>");
    }
    if open.is_empty() {
        let _ = writeln!(xml, "  <testcase classname=\"sluss\" name=\"{}\"/>", escape(&report.start));
    }
    xml.push_str("</testsuite>\n");
    xml
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 §2.2 allows no other control characters
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_cannot_break_out_of_an_attribute() {
        assert_eq!(escape("a\"<b>&\u{1}"), "a&quot;&lt;b&gt;&amp; ");
    }
}
