//! What a form asks beside what is typed: its terms are agreed to, and one answer of each group is chosen.

use super::press::Button;
use super::wanted::Wanted;
use crate::drive::buttons::agrees;
use crate::drive::consent::is_consent;
use crate::drive::frames::Frame;
use crate::drive::visit::Visit;
use crate::witness::Hold;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// In every form that some fields stand in. Whether the form marks them as required tells nothing: its scripts may ask for them.
pub(super) async fn tick(visit: &Visit<'_, '_>, wanted: &[Wanted]) {
    let mut forms = BTreeSet::new();
    for one in wanted.iter().filter(|w| !w.field.hidden) {
        if forms.insert((one.frame.id.clone(), one.field.form.clone())) {
            tick_form(visit, &one.frame, &one.field.form, None).await;
        }
    }
}

/// `button`: what is pressed next; beside one of no form, boxes count where no field stands.
pub(super) async fn tick_form(visit: &Visit<'_, '_>, frame: &Frame, form: &str, button: Option<usize>) {
    tick_those(visit, frame, form, button, |b| b.needed || agrees(&b.text)).await;
}

/// True where something was ticked.
pub(super) async fn tick_those(
    visit: &Visit<'_, '_>,
    frame: &Frame,
    form: &str,
    button: Option<usize>,
    which: impl Fn(&Button) -> bool,
) -> bool {
    let boxes: Vec<Button> = visit.page.ask(frame, "unticked", json!([form, button])).await.unwrap_or_default();
    // Outside a form it may be an answer to a consent dialog.
    let own = |b: &&Button| which(b) && !(form.is_empty() && is_consent(b));
    let due: Vec<&Button> = boxes.iter().filter(own).collect();
    if due.is_empty() {
        return false;
    }
    visit.hold_back(Hold::Changes);
    for one in due {
        let _: Result<Value, _> = visit.page.ask(frame, "press", json!([one.n])).await;
    }
    visit.page.settle().await;
    visit.hold_back(Hold::Nothing);
    true
}
