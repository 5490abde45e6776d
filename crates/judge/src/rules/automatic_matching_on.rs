//! ## What it does
//! Reports that a vendor's script takes what people type into forms by itself, where nobody declared that it may. Where
//! it was declared off, `setting-conflict` says so instead; where it was declared on, this rule is silent.
//!
//! ## Why it matters
//! The script chooses the fields, not the site: hidden inputs and other people's data go along. The controller decides
//! purposes and means (GDPR art. 4(7), 25) and needs an assessment before such a function is turned on (art. 35 where
//! the risk is high). Reading from the visitor's device needs consent (LEK 9:28, supervised by PTS).
//!
//! ## Example
//! `/signals/config/<id>` sets `automaticMatching` and opts in to it; no declaration mentions the vendor.
//!
//! ## Known misses
//! Vendors whose configuration is not public, or whose format the tables do not read.

use crate::evidence::Evidence;
use crate::finding::Draft;
use crate::settings::AUTOMATIC_MATCHING;
use facts::{SettingRow, Severity};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let open = |row: &&SettingRow| row.setting == AUTOMATIC_MATCHING && !row.conflict && row.declared.is_none();
    let on = |row: &&SettingRow| [&row.served, &row.observed].into_iter().any(|v| v.as_deref() == Some("on"));
    evidence.settings.iter().filter(open).filter(on).map(|row| draft(evidence, row)).collect()
}

fn draft(evidence: &Evidence<'_>, row: &SettingRow) -> Draft {
    let seen = row.observed.as_deref() == Some("on");
    let (severity, reason) = if seen { (Severity::High, "seen-in-traffic") } else { (Severity::Medium, "served-only") };
    let mut draft = Draft::about(evidence, severity, &row.vendor)
        .because(severity, &[reason])
        .seen_at(evidence, &row.vendor)
        .with("account", row.account.clone())
        .with("served", row.served.as_deref().unwrap_or("unknown"))
        .with("observed", row.observed.as_deref().unwrap_or("unknown"));
    draft.what = row.account.clone();
    draft
}
