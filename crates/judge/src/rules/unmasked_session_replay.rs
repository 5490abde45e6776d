//! ## What it does
//! Reports typed text that a session replay vendor received readable, or that stood readable in a recording of the visit
//! which a vendor of statistics or error reports makes beside them (by its keys and endpoints in the tables); and, before any was seen, a recording of visits,
//! whoever makes it, whose own configuration says that it takes key strokes or leaves something unmasked, where no
//! declaration says so. A third party without a row in the tables counts as one by what it does: it sends what is typed
//! key by key, its script hears every input of the page and readable text of several fields came to it, or what came has
//! the form of a widespread recorder (rrweb: an input event with its text).
//!
//! ## Why it matters
//! A replay is a film of the visit. Without masking it holds everything typed, also what was deleted again, and anyone
//! at the customer with access can watch it (GDPR art. 5(1)(c), 25(2), 32). Masking is a switch at each of these vendors.
//!
//! ## Example
//! A frame to `wss://…hotjar.com` holds the canary typed into `#email` as it is; or `hotjar-<id>.js` serves
//! `recording_capture_keystrokes: true`.
//!
//! Severity is medium at least once typed text was seen, low while only the configuration says so. That none was seen is
//! said only where none stood in a recording of that vendor.
//!
//! ## Known misses
//! Recordings of vendors of other kinds whose rows do not say where they go or how they look; frames in binary formats
//! that the detection cannot open; text drawn on a canvas; switches no public configuration shows. Listeners for moves
//! of the mouse are not recorded, so that a script which hears every input and sends two fields as they are typed counts
//! as a replay whether it films or not.

use crate::evidence::{Evidence, disguise};
use crate::finding::{By, Draft, grouped, weigh};
use facts::{SettingRow, Severity, Sighting};

const CATEGORY: &str = "session-replay";
/// Names of the switches of a recording, in the tables.
const MASKS: &str = "mask-";
const KEYS: &str = "capture-keystrokes";

pub fn check(evidence: &Evidence<'_>) -> Vec<Draft> {
    let of = |s: &Sighting| evidence.filming(s.recipient.as_deref().unwrap_or_default());
    let recorded = |s: &Sighting| disguise(s) != "hashed" && (of(s).is_some() || in_recording(evidence, s));
    let replay = grouped(evidence, By::Identifier, recorded);
    let weighed = |draft: Draft| {
        let (severity, mut reasons) = weigh(evidence, &draft);
        let behaves = of(&evidence.sightings[draft.sightings[0]]);
        reasons.extend(behaves.into_iter().flatten());
        draft
            .because(severity.max(Severity::Medium), &reasons)
            .with("seen", if behaves.is_some() { "behaviour" } else { "traffic" })
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

/// Whether the recipient's business is recordings, or its tables say that this was one.
fn in_recording(evidence: &Evidence<'_>, sighting: &Sighting) -> bool {
    evidence.filmed(sighting).is_some()
        || evidence.recipient(sighting).is_some_and(|r| r.category.as_deref() == Some(CATEGORY))
}

fn configured(evidence: &Evidence<'_>, row: &SettingRow) -> Draft {
    let mut of_vendor = evidence.personal().filter(|(_, s)| s.recipient.as_deref() == Some(row.vendor.as_str()));
    let typed = of_vendor.any(|(_, s)| disguise(s) != "hashed" && in_recording(evidence, s));
    let setting = evidence.vendors.vendor(&row.vendor).and_then(|v| v.setting(&row.setting));
    let shown = row.observed.is_some() && row.observed.as_deref() == setting.map(|s| s.unsafe_value());
    let (severity, reason) = if shown { (Severity::Medium, "seen-in-traffic") } else { (Severity::Low, "served-only") };
    let mut draft = Draft::about(evidence, severity, &row.vendor)
        .because(severity, &[reason])
        .seen_at(evidence, &row.vendor)
        .with("seen", if typed { "configuration-and-traffic" } else { "configuration" })
        .with("identifier", "")
        .with("role", "")
        .with("setting", row.setting.clone())
        .with("account", row.account.clone())
        .with("served", row.served.clone().unwrap_or_default());
    draft.what = format!("{}/{}", row.account, row.setting);
    draft
}
