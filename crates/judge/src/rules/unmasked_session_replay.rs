//! ## What it does
//! Reports typed text that a session replay vendor received readable; and, before any was seen, a recording of visits,
//! whoever makes it, whose own configuration says that it takes key strokes or leaves something unmasked, where no
//! declaration says so.
//!
//! ## Why it matters
//! A replay is a film of the visit. Without masking it holds everything typed, also what was deleted again, and anyone
//! at the customer with access can watch it (GDPR art. 5(1)(c), 25(2), 32). Masking is a switch at each of these vendors.
//!
//! ## Example
//! A frame to `wss://…hotjar.com` holds the canary typed into `#email` as it is; or `hotjar-<id>.js` serves
//! `recording_capture_keystrokes: true`.
//!
//! Severity is medium at least once typed text was seen, low while only the configuration says so.
//!
//! ## Known misses
//! Frames in binary formats that the detection cannot open; text drawn on a canvas; switches no public configuration
//! shows.

use crate::evidence::{Evidence, disguise};
use crate::finding::{By, Draft, grouped, weigh};
use facts::{SettingRow, Severity};

const CATEGORY: &str = "session-replay";
/// Names of the switches of a recording, in the tables.
const MASKS: &str = "mask-";
const KEYS: &str = "capture-keystrokes";

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let replay = grouped(evidence, By::Identifier, |s| {
        disguise(s) != "hashed" && evidence.recipient(s).is_some_and(|r| r.category.as_deref() == Some(CATEGORY))
    });
    let weighed = |draft: Draft| {
        let (severity, reasons) = weigh(evidence, &draft);
        draft
            .because(severity.max(Severity::Medium), &reasons)
            .with("seen", "traffic")
            .with("setting", "")
            .with("account", "")
            .with("served", "")
    };
    let mut drafts: Vec<Draft> = replay.into_iter().map(weighed).collect();
    drafts.extend(evidence.settings.iter().filter(|row| is_open(evidence, row)).map(|row| configured(evidence, row)));
    drafts
}

/// A replay's switch in the position that takes more, decided by nobody, also of a vendor that records visits beside
/// other things. One that contradicts the declaration is told by `setting-conflict`.
fn is_open(evidence: &Evidence<'_>, row: &SettingRow) -> bool {
    if !row.setting.starts_with(MASKS) && row.setting != KEYS {
        return false;
    }
    let setting = evidence.vendors.vendor(&row.vendor).and_then(|v| v.setting(&row.setting));
    row.declared.is_none() && setting.is_some_and(|s| row.served.as_deref() == Some(s.unsafe_value()))
}

fn configured(evidence: &Evidence<'_>, row: &SettingRow) -> Draft {
    let mut draft = Draft::about(evidence, Severity::Low, &row.vendor)
        .because(Severity::Low, &["served-only"])
        .with("seen", "configuration")
        .with("identifier", "")
        .with("role", "")
        .with("setting", row.setting.clone())
        .with("account", row.account.clone())
        .with("served", row.served.clone().unwrap_or_default());
    draft.what = format!("{}/{}", row.account, row.setting);
    draft
}
