//! ## What it does
//! Compared with the last run, reports a vendor's switch whose served value changed, or an account that is new. Needs
//! `--baseline`.
//!
//! ## Why it matters
//! Whoever may log in at the vendor can change what every visitor's browser sends, without touching the site and
//! without a release. GDPR art. 32(1)(d) asks for a process that tests the measures regularly; IMY-2022-3822 found that
//! unintended changes like this one went unnoticed for two years.
//!
//! ## Example
//! `automatic-matching` of account `280520170522001`: off in the baseline, on today.
//!
//! ## Known misses
//! Changes of settings the tables do not read; changes made and undone between two runs.

use crate::evidence::Evidence;
use crate::finding::Draft;
use facts::{SettingRow, Severity};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let Some(baseline) = evidence.baseline else { return Vec::new() };
    let before = |row: &SettingRow| {
        let same = |b: &&SettingRow| b.vendor == row.vendor && b.account == row.account && b.setting == row.setting;
        baseline.known_settings().filter(same).find_map(|b| b.served.clone())
    };
    let changed = evidence.settings.iter().filter_map(|row| {
        let (was, is) = (before(row), row.served.as_deref()?);
        (was.as_deref() != Some(is)).then(|| draft(evidence, row, was.as_deref().unwrap_or("unknown"), is))
    });
    changed.collect()
}

fn draft(evidence: &Evidence<'_>, row: &SettingRow, was: &str, is: &str) -> Draft {
    let setting = evidence.vendors.vendor(&row.vendor).and_then(|v| v.setting(&row.setting));
    let worse = setting.map_or("on", |s| s.unsafe_value()) == is;
    let severity = if worse { Severity::Medium } else { Severity::Low };
    let reason = if is == "on" { "turned-on" } else { "turned-off" };
    let mut draft = Draft::about(evidence, severity, &row.vendor)
        .because(severity, &[reason])
        .with("setting", row.setting.clone())
        .with("account", row.account.clone())
        .with("before", was)
        .with("served", is);
    draft.what = format!("{}/{}", row.account, row.setting);
    draft
}
