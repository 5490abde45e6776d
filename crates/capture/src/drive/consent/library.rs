//! DuckDuckGo's autoconsent (third_party/autoconsent), run in the isolated world of each document.

use crate::drive::WORLD;
use crate::drive::frames::Frame;
use crate::drive::page::{Page, PageError};
use crate::witness::ASKS;
use facts::Consent;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::LazyLock;

const LIBRARY: &str = include_str!("../../../../../third_party/autoconsent/autoconsent.playwright.js");
const RULES: &str = include_str!("../../../../../third_party/autoconsent/rules.json");
const GLUE: &str = include_str!("../consent.js");

/// Nothing is hidden instead of answered (`prehide`, cosmetic rules), and what looks like a dialog is only ever refused
/// by guess: its guess at an acceptance is pressed in place of a refusal that is not there.
fn config(answer: Consent) -> Value {
    let rejects = answer == Consent::Reject;
    json!({
        "enabled": true, "autoAction": if rejects { "optOut" } else { "optIn" }, "disabledCmps": [],
        "enablePrehide": false, "enableCosmeticRules": false, "enableGeneratedRules": true, "detectRetries": 20,
        "isMainWorld": false, "prehideTimeout": 0, "enableHeuristicDetection": false,
        "enablePopupMutationObserver": false, "visualTest": false, "performanceLoggingEnabled": false,
        "heuristicPopupSearchTimeout": 100, "heuristicMode": if rejects { "reject" } else { "off" },
        "logs": {
            "lifecycle": false, "rulesteps": false, "detectionsteps": false, "evals": false, "errors": false,
            "messages": false, "waits": false,
        },
    })
}

static START: LazyLock<[String; 2]> = LazyLock::new(|| {
    [Consent::Accept, Consent::Reject]
        .map(|answer| format!("{GLUE}\n{LIBRARY}\nslussConsent.start({}, {RULES});", config(answer)))
});

/// What it says of one document.
#[derive(Debug, Default, Deserialize)]
struct Heard {
    state: String,
    tries: usize,
    /// Name of the dialog it found.
    dialog: String,
}

/// Where it stands over all documents.
#[derive(Debug, PartialEq)]
pub(super) enum Stand {
    /// It has looked everywhere once and found nothing so far, or could not answer what it found.
    Nothing,
    /// It has looked once and will look once more.
    Looking,
    /// It has not looked everywhere, or is at work.
    Busy,
    /// The name of the dialog that it answered.
    Done(String),
}

#[derive(Default)]
pub(super) struct Library {
    started: HashSet<(String, i64)>,
}

impl Library {
    /// Sets it to work in documents that are new and hears how far it is in all of them.
    pub(super) async fn go_on(&mut self, page: &Page, frames: &[Frame], answer: Consent) -> Stand {
        let mut stand = Stand::Nothing;
        for frame in frames.iter().filter(|f| f.url.starts_with("http") || f.url == "about:srcdoc") {
            // A document that goes away meanwhile has no dialog any more.
            let Ok(heard) = self.hear(page, frame, answer).await else { continue };
            match heard.stand() {
                Stand::Done(name) => return Stand::Done(name),
                Stand::Busy => stand = Stand::Busy,
                Stand::Looking if stand == Stand::Nothing => stand = Stand::Looking,
                Stand::Looking | Stand::Nothing => {}
            }
        }
        stand
    }

    async fn hear(&mut self, page: &Page, frame: &Frame, answer: Consent) -> Result<Heard, PageError> {
        if self.started.insert((frame.session.clone(), frame.context)) {
            // Its questions to the page's own world are answered by the witness, at once: it waits for a second only.
            let ask = json!({"name": ASKS, "executionContextName": WORLD});
            page.on(&frame.session, "Runtime.addBinding", ask).await?;
            let source = &START[usize::from(answer == Consent::Reject)];
            evaluate(page, frame, frame.context, source).await?;
        }
        let heard = evaluate(page, frame, frame.context, "slussConsent.hear()").await?;
        let heard: Heard = serde_json::from_value(heard).map_err(|e| PageError::Script(e.to_string()))?;
        Ok(heard)
    }
}

impl Heard {
    fn stand(&self) -> Stand {
        match self.state.as_str() {
            "done" | "optOutSucceeded" | "optInSucceeded" => Stand::Done(self.dialog.clone()),
            "openPopupDetected" | "runningOptOut" | "runningOptIn" => Stand::Busy,
            "loading" | "initialized" | "waitingForInitResponse" => Stand::Busy,
            // The second try begins half a second after the first.
            "started" if self.tries == 1 => Stand::Looking,
            "started" if self.tries == 0 => Stand::Busy,
            _ => Stand::Nothing,
        }
    }
}

async fn evaluate(page: &Page, frame: &Frame, world: i64, expression: &str) -> Result<Value, PageError> {
    let params = json!({"expression": expression, "contextId": world, "returnByValue": true, "awaitPromise": true});
    let answer = page.on(&frame.session, "Runtime.evaluate", params).await?;
    Ok(answer["result"].get("value").cloned().unwrap_or(Value::Null))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vendored_rules_are_whole() {
        let rules: Value = serde_json::from_str(RULES).unwrap();
        let rules = rules["autoconsent"].as_array().unwrap();
        assert_eq!(rules.len(), 797);
        assert!(LIBRARY.contains("autoconsentReceiveMessage") && GLUE.contains("autoconsentReceiveMessage"));
    }

    #[test]
    fn how_far_it_is_shows_in_its_state() {
        let stand = |state: &str, tries| Heard { state: state.into(), tries, ..Heard::default() }.stand();
        let started = [0, 1, 2].map(|tries| stand("started", tries));
        assert_eq!(started, [Stand::Busy, Stand::Looking, Stand::Nothing]);
        assert_eq!((stand("runningOptOut", 1), stand("optOutFailed", 1)), (Stand::Busy, Stand::Nothing));
        assert_eq!(stand("done", 1), Stand::Done(String::new()));
    }
}
