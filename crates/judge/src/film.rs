//! Recordings of the visit by those the tables do not know: by their form, and by what their script does.

use crate::evidence::{Evidence, disguise, text_of};
use crate::vendors::Filmed;
use facts::{Deed, Exchange, Part, Sighting};
use std::collections::{BTreeMap, BTreeSet};

/// How rrweb, the most widespread recorder, writes its events: a whole page, a change, an address (rrweb-io/rrweb,
/// packages/types, `EventType`).
const EVENTS: [&str; 3] =
    [r#""type":2,"data":{"node":"#, r#""type":3,"data":{"source":"#, r#""type":4,"data":{"href":"#];

/// Whether the exchange holds events of a widespread recorder.
pub fn has_its_form(exchange: &Exchange) -> bool {
    let holds = |text: &str| {
        let text = text.replace('\\', "");
        EVENTS.iter().any(|event| text.contains(event))
    };
    holds(&text_of(exchange)) || exchange.frames.iter().any(|frame| holds(&String::from_utf8_lossy(frame)))
}

/// What of a recording in that form a value was.
pub fn in_its_form(sighting: &Sighting, exchange: &Exchange) -> Option<Filmed> {
    let body = matches!(sighting.part, Part::Body | Part::Frame);
    let typed = sighting.key == "data.text" || sighting.key.ends_with(".data.text");
    (body && has_its_form(exchange)).then_some(if typed { Filmed::Typed } else { Filmed::Page })
}

/// Recipients the tables do not know that do what a recording of the visit does, each with what shows it.
pub fn filming(evidence: &Evidence<'_>) -> BTreeMap<String, Vec<&'static str>> {
    let mut fields: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut by_key = BTreeSet::new();
    let mut formed = BTreeSet::new();
    for (_, s) in evidence.personal().filter(|(_, s)| disguise(s) != "hashed") {
        let Some(id) = s.recipient.as_deref().filter(|_| evidence.vendor(s).is_none()) else { continue };
        if evidence.filmed(s) == Some(Filmed::Typed) {
            formed.insert(id);
            fields.entry(id).or_default();
        }
        if evidence.recipient(s).is_none_or(|r| r.vendor || r.category.is_some()) {
            continue;
        }
        fields.entry(id).or_default().extend(s.field.as_deref());
        if s.layers.iter().any(|l| l == "keystrokes") {
            by_key.insert(id);
        }
    }
    let hearing = evidence.recording.behaviours.iter().filter(|b| b.what == Deed::KeyListener && hears_page(&b.field));
    let of_page = hearing.filter(|b| evidence.frame_of_others(b).is_none());
    let hearing: BTreeSet<String> = of_page.filter_map(|b| evidence.owner(b)).map(|owner| owner.id).collect();
    let shows = |(id, fields): (&str, BTreeSet<&str>)| {
        let of_page = fields.len() > 1 && hearing.contains(id);
        let shown =
            [(by_key.contains(id), "key-by-key"), (of_page, "hears-inputs"), (formed.contains(id), "replay-form")];
        let shown: Vec<&str> = shown.into_iter().filter_map(|(yes, reason)| yes.then_some(reason)).collect();
        (!shown.is_empty()).then(|| (id.to_owned(), shown))
    };
    fields.into_iter().filter_map(shows).collect()
}

/// Whether a listener hangs on the whole page: `window input`, `document keyup`.
fn hears_page(listener: &str) -> bool {
    listener.split(' ').next().is_some_and(|on| matches!(on, "window" | "document" | "html" | "body"))
}
