//! Where pages are only looked at: which forms nothing was typed into.

use super::press::Button;
use crate::drive::consent::is_consent;
use crate::drive::visit::Visit;
use crate::witness::without_query;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Asked {
    /// By selector; empty for a field that stands in none.
    form: String,
    field: String,
}

const UNTYPED: &str = "nothing is typed in this mode: --mode fill fills it";

pub(in crate::drive) async fn say_unfilled(visit: &Visit<'_, '_>) {
    for frame in visit.page.frames().await {
        visit.page.adopt_closed(&frame).await;
        let asked: Vec<Asked> = visit.page.ask(&frame, "asking", json!([])).await.unwrap_or_default();
        let buttons: Vec<Button> = visit.page.ask(&frame, "buttons", json!([])).await.unwrap_or_default();
        let (loose, bound): (Vec<Asked>, Vec<Asked>) = asked.into_iter().partition(|a| a.form.is_empty());
        // A form may ask for nothing and carry something all the same.
        let sent = buttons.into_iter().filter(|b| b.submits && !is_consent(b)).map(|b| b.form);
        let mut forms: BTreeSet<String> = bound.into_iter().map(|a| a.form).chain(sent).collect();
        forms.remove("");
        let page = without_query(&frame.url);
        for form in forms {
            visit.gap(format!("form `{form}` on {page}"), UNTYPED);
        }
        if !loose.is_empty() {
            let fields: Vec<String> = loose.into_iter().map(|a| a.field).collect();
            visit.gap(format!("the fields `{}` on {page}", fields.join(", ")), UNTYPED);
        }
    }
}
