//! DuckDuckGo's autoconsent (third_party/autoconsent), run in the isolated world of each document.

use crate::drive::WORLD;
use crate::drive::frames::Frame;
use crate::drive::page::{Page, PageError};
use crate::witness::ASKS;
use facts::Consent;
use regex::RegexSet;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::LazyLock;

const LIBRARY: &str = include_str!("../../../../../third_party/autoconsent/autoconsent.playwright.js");
const ALL: &str = include_str!("../../../../../third_party/autoconsent/rules.json");
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

/// What is evaluated before the rules: the library, ready to be told them.
static START: LazyLock<String> = LazyLock::new(|| format!("{GLUE}\n{LIBRARY}\nslussConsent.start"));

/// The rules, and which documents each is for. Most are for one site: a document gets only those that can be its own, for
/// reading them all takes a browser longer than all else that is asked of it.
static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(ALL).expect("the vendored rules are well formed"));

struct Rules {
    rules: Vec<Rule>,
    /// One for each rule, against the whole address; the empty one fits all.
    addresses: RegexSet,
}

struct Rule {
    text: &'static RawValue,
    main: bool,
    inner: bool,
}

/// As in the library where a rule says nothing: everywhere, but not in frames.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Where {
    main: bool,
    frame: bool,
    url_pattern: String,
}

impl Default for Where {
    fn default() -> Self {
        Self { main: true, frame: false, url_pattern: String::new() }
    }
}

impl Rules {
    fn read(text: &'static str) -> Result<Self, Box<dyn std::error::Error>> {
        #[derive(Deserialize)]
        struct File {
            #[serde(borrow)]
            autoconsent: Vec<&'static RawValue>,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Known {
            #[serde(default)]
            run_context: Where,
        }
        let file: File = serde_json::from_str(text)?;
        let (mut rules, mut addresses) = (Vec::new(), Vec::new());
        for text in file.autoconsent {
            let known: Known = serde_json::from_str(text.get())?;
            rules.push(Rule { text, main: known.run_context.main, inner: known.run_context.frame });
            addresses.push(known.run_context.url_pattern);
        }
        Ok(Self { rules, addresses: RegexSet::new(addresses)? })
    }

    /// As the library takes them, in their order.
    fn of(&self, frame: &Frame) -> String {
        let here = self.addresses.matches(&frame.url).into_iter().map(|n| &self.rules[n]);
        let fit = here.filter(|r| if frame.inner { r.inner } else { r.main }).map(|r| r.text.get());
        format!("{{\"autoconsent\":[{}]}}", fit.collect::<Vec<_>>().join(","))
    }
}

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
            let start = format!("{}({}, {});", *START, config(answer), RULES.of(frame));
            evaluate(page, frame, frame.context, &start).await?;
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
        assert_eq!(RULES.rules.len(), 797);
        assert!(LIBRARY.contains("autoconsentReceiveMessage") && GLUE.contains("autoconsentReceiveMessage"));
    }

    #[test]
    fn a_document_gets_the_rules_that_can_be_its_own() {
        let names = |url: &str, inner| {
            let (id, session) = (String::new(), String::new());
            let told = RULES.of(&Frame { id, session, context: 1, inner, url: url.into() });
            let told: Value = serde_json::from_str(&told).unwrap();
            let rules = told["autoconsent"].as_array().unwrap();
            rules.iter().map(|r| r["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let anywhere = names("https://app.vardmote.example/", false);
        assert!(anywhere.iter().any(|n| n == "cookiefirst.com") && !anywhere.iter().any(|n| n == "bahn.de"));
        let one = names("https://www.bahn.de/reise", false);
        assert_eq!(one.iter().filter(|n| !anywhere.contains(n)).collect::<Vec<_>>(), ["bahn-de"]);
        let inner = names("https://app.vardmote.example/", true);
        assert!(!inner.is_empty() && inner.len() < 40, "{inner:?}");
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
