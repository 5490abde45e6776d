//! The list of forms that are never sent, held against the forms that are there: a slip of the pen in it would spare none.

use super::page::Page;
use crate::devtools::lock;
use facts::{Gap, nearest};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::Mutex;

/// What was met so far, over all runs.
#[derive(Default)]
pub struct Spared(Mutex<Met>);

#[derive(Default, Deserialize)]
struct Met {
    /// Entries of the list that fit something.
    fit: BTreeSet<String>,
    /// Every form, by selector.
    forms: BTreeSet<String>,
}

impl Spared {
    pub async fn look(&self, page: &Page) {
        for frame in page.frames().await {
            let here: Met = page.ask(&frame, "sparing", json!([])).await.unwrap_or_default();
            let mut met = lock(&self.0);
            met.fit.extend(here.fit);
            met.forms.extend(here.forms);
        }
    }

    /// Entries that fit nothing, each with the nearest form that was there.
    pub fn idle(&self, list: &[String]) -> Vec<Gap> {
        let met = lock(&self.0);
        let forms: Vec<&str> = met.forms.iter().map(String::as_str).collect();
        let idle = list.iter().filter(|one| !met.fit.contains(*one));
        let gap = |one: &String| {
            let near = nearest(one, &forms).map(|n| format!("; the nearest there is `{n}`")).unwrap_or_default();
            let why = format!("no form that was met fits it{near}");
            Gap::new(format!("the form `{one}` that is never to be sent"), why)
        };
        idle.map(gap).collect()
    }
}
