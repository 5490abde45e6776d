//! Where something came from, as browsers' tools write it.

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Initiator {
    url: Option<String>,
    #[serde(rename = "lineNumber")]
    line: Option<f64>,
    stack: Option<Stack>,
}

#[derive(Default, Deserialize)]
struct Stack {
    #[serde(default, rename = "callFrames")]
    frames: Vec<Call>,
    parent: Option<Box<Stack>>,
}

#[derive(Deserialize)]
struct Call {
    #[serde(default)]
    url: String,
    #[serde(default, rename = "lineNumber")]
    line: f64,
    #[serde(default, rename = "columnNumber")]
    column: f64,
}

/// Where something came from, as browsers' tools write it.
pub(crate) fn initiator(json: &str) -> Option<String> {
    let own: Initiator = serde_json::from_str(json).ok()?;
    own.first(&own.stack())
}

/// Protocols count from zero, people from one.
fn one_based(number: f64) -> u64 {
    (number as u64).saturating_add(1)
}

impl Initiator {
    pub(super) fn stack(&self) -> Vec<String> {
        let mut out = Vec::new();
        let mut next = self.stack.as_ref();
        while let Some(stack) = next {
            let calls = stack.frames.iter().filter(|c| !c.url.is_empty());
            out.extend(calls.map(|c| format!("{}:{}:{}", c.url, one_based(c.line), one_based(c.column))));
            next = stack.parent.as_deref();
        }
        out
    }

    pub(super) fn first(&self, stack: &[String]) -> Option<String> {
        let own = self.url.as_ref().filter(|u| !u.is_empty());
        stack.first().cloned().or_else(|| {
            own.map(|url| self.line.map_or_else(|| url.clone(), |line| format!("{url}:{}", one_based(line))))
        })
    }
}
