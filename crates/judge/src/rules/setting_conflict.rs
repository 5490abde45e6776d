//! ## What it does
//! Puts side by side what was declared for a vendor's switch, what a customer data platform tells the vendor, what the
//! vendor's own configuration says as served to every browser, and what the traffic shows; reports where they differ.
//!
//! ## Why it matters
//! This is how the leak of IMY-2022-3822 came about: automatic matching was off in the platform and on in the vendor's
//! own tool, and the vendor's tool won. A safeguard that is believed to be on and is not is no safeguard (GDPR art.
//! 32(1)(d): measures have to be tested regularly; art. 24, 25).
//!
//! ## Example
//! Declared `automatic-matching = "off"`, served by `/signals/config/<id>`: on, observed: on (`udff[em]` was sent).
//!
//! Cure: change the switch in the vendor's own tool, then run the audit again. Severity is high once the traffic shows
//! it, medium while only the configuration does (a masking that was decided and is off
//! among them), low where a declared function is off.
//!
//! ## Known misses
//! Switches that no public configuration shows; accounts that load only for other visitors, countries or experiments.
//! `observed: off` means that the vendor had the occasion and sent nothing; where nobody typed, nothing is said. Of a
//! masking it means that a recording held typed text readable; that no recording was sent shows nothing.

use crate::check::HASH_IDENTIFIERS;
use crate::evidence::{Evidence, disguise};
use crate::finding::Draft;
use crate::settings::{AUTOMATIC_MATCHING, MASKS, SESSION_REPLAY, governors};
use crate::vendors::{Filmed, How};
use facts::{SettingRow, Severity, Sighting};

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    evidence
        .settings
        .iter()
        // What was to be hashed has a rule of its own.
        .filter(|row| row.conflict && row.setting != HASH_IDENTIFIERS && !governs(evidence, row))
        .map(|row| draft(evidence, row))
        .collect()
}

/// A platform's row says its part within the row of the vendor it governs.
fn governs(evidence: &Evidence<'_>, row: &SettingRow) -> bool {
    evidence.vendors.vendor(&row.vendor).and_then(|v| v.setting(&row.setting)).is_some_and(|s| s.governs.is_some())
}

fn draft(evidence: &Evidence<'_>, row: &SettingRow) -> Draft {
    let setting = evidence.vendors.vendor(&row.vendor).and_then(|v| v.setting(&row.setting));
    let takes = setting.map_or("on", |s| s.unsafe_value());
    let (severity, reason) = match (row.served.as_deref(), row.observed.as_deref()) {
        (_, Some(observed)) if observed == takes => (Severity::High, "seen-in-traffic"),
        (Some(served), _) if served == takes => (Severity::Medium, "served-only"),
        _ => (Severity::Low, "off-although-declared"),
    };
    let platform = governors(row, evidence.settings, evidence.vendors).into_iter().next();
    let platform_name = platform.and_then(|p| evidence.vendors.vendor(&p.vendor)).map_or("", |v| v.name.as_str());
    let overridden = [row.declared.as_deref(), platform.and_then(|p| p.served.as_deref())].into_iter().flatten();
    let overrides = row.served.as_deref().is_some_and(|served| overridden.clone().any(|word| word != served));
    let through = match (overrides, platform) {
        (false, _) => "traffic",
        (true, Some(_)) => "platform",
        (true, None) => "declaration",
    };
    let mut draft = Draft::about(evidence, severity, &row.vendor)
        .because(severity, &[reason])
        .seen_at(evidence, &row.vendor)
        .with("setting", row.setting.clone())
        .with("account", row.account.clone())
        .with("declared", word(&row.declared))
        .with("served", word(&row.served))
        .with("observed", word(&row.observed))
        .with("through", through)
        .with("platform", platform_name)
        .with("platform_says", platform.map_or("", |p| word(&p.served)));
    draft.what = format!("{}/{}", row.account, row.setting);
    draft.sightings = taken(evidence, row);
    draft
}

fn word(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or("unknown")
}

/// What went there because the switch was on.
fn taken(evidence: &Evidence<'_>, row: &SettingRow) -> Vec<usize> {
    let taken = |s: &Sighting| match row.setting.as_str() {
        AUTOMATIC_MATCHING => evidence.how(s) == Some(How::Automatic) && evidence.filmed(s).is_none(),
        SESSION_REPLAY => evidence.filmed(s).is_some(),
        setting if MASKS.contains(&setting) => evidence.filmed(s) == Some(Filmed::Typed) && disguise(s) != "hashed",
        _ => false,
    };
    let of_vendor = evidence.personal().filter(|(_, s)| s.recipient.as_deref() == Some(row.vendor.as_str()));
    of_vendor.filter(|(_, s)| taken(s)).map(|(i, _)| i).collect()
}
