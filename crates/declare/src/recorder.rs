//! Chrome DevTools Recorder exports, as they are (the schema of `@puppeteer/replay`).

use crate::json::{self, Node, Value};
use crate::keys;
use crate::placeholder::{Wrong, placeholders};
use facts::{IdentifierKind, Place, Problem, Problems, RecordedStep, StepAction};
use std::time::Duration;

/// Every step type the Recorder writes.
const TYPES: [&str; 14] = [
    "change",
    "click",
    "close",
    "customStep",
    "doubleClick",
    "emulateNetworkConditions",
    "hover",
    "keyDown",
    "keyUp",
    "navigate",
    "scroll",
    "setViewport",
    "waitForElement",
    "waitForExpression",
];

/// Every name that the schema has in a step, whatever the type.
const KEYS: [&str; 33] = [
    "assertedEvents",
    "attributes",
    "button",
    "count",
    "deviceScaleFactor",
    "deviceType",
    "download",
    "duration",
    "expression",
    "frame",
    "hasTouch",
    "height",
    "isLandscape",
    "isMobile",
    "key",
    "latency",
    "name",
    "offsetX",
    "offsetY",
    "operator",
    "parameters",
    "properties",
    "selectors",
    "target",
    "timeout",
    "type",
    "upload",
    "url",
    "value",
    "visible",
    "width",
    "x",
    "y",
];
const BUTTONS: [&str; 5] = ["primary", "secondary", "auxiliary", "back", "forward"];
const DEVICES: [&str; 3] = ["mouse", "pen", "touch"];
const HEAD: [&str; 4] = ["selectorAttribute", "steps", "timeout", "title"];
const EVENT: [&str; 3] = ["title", "type", "url"];

/// Reads a recording; canary marks (`{{end-user.phone}}`) are checked and left in place.
///
/// # Errors
/// Text that is not JSON; every unknown step type, name and key, missing or wrong field and bad mark, each with its line.
pub fn recording(source: &str, text: &str) -> Result<Vec<RecordedStep>, Problems> {
    let root = json::parse(source, text)?;
    let mut reader = Reader { source, text, default_timeout: None, problems: Vec::new() };
    let steps = reader.flow(&root);
    if reader.problems.is_empty() { Ok(steps) } else { Err(Problems(reader.problems)) }
}

/// What its maker called a recording; none where it has no title or is none.
pub fn title(text: &str) -> Option<String> {
    let root = json::parse("", text).ok()?;
    let title = root.get("title").and_then(Node::text)?.trim();
    (!title.is_empty()).then(|| title.to_owned())
}

struct Reader<'a> {
    source: &'a str,
    text: &'a str,
    default_timeout: Option<Duration>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn flow(&mut self, root: &Node) -> Vec<RecordedStep> {
        self.default_timeout = self.milliseconds(root, "timeout");
        let Some(steps) = root.get("steps").and_then(Node::list) else {
            let message = "no list of `steps`: is this an export of the DevTools Recorder as JSON?";
            self.problem(root, "recording-steps", message, "", &[]);
            return Vec::new();
        };
        self.names(root, &HEAD);
        if steps.is_empty() {
            self.problem(root, "recording-empty", "the recording has no steps", "", &[]);
        }
        steps.iter().filter_map(|step| self.step(step)).collect()
    }

    fn step(&mut self, node: &Node) -> Option<RecordedStep> {
        let kind = self.text_of(node, "type")?;
        self.names(node, &KEYS);
        events(node).iter().for_each(|event| self.names(event, &EVENT));
        let selectors = self.selectors(node);
        let action = self.action(node, &kind, &selectors)?;
        Some(RecordedStep {
            name: name(&kind, &action, &selectors, node.get("name").and_then(Node::text)),
            action,
            selectors,
            frame: self.frame(node),
            timeout: self.milliseconds(node, "timeout").or(self.default_timeout),
            line: self.place(node).line.unwrap_or(1),
            target: node.get("target").and_then(Node::text).filter(|t| *t != "main").map(str::to_owned),
            navigates: navigation(node).is_some(),
            leads_to: navigation(node).and_then(|e| e.get("url")).and_then(Node::text).map(str::to_owned),
        })
    }

    /// A name that nobody reads is a slip of the pen: what was meant by it would not be done.
    fn names(&mut self, node: &Node, known: &[&str]) {
        let Value::Object(entries) = &node.value else { return };
        for (name, value) in entries.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let message = format!("a recording has no `{name}` here");
            self.problem(value, "step-name", &message, name, known);
        }
    }

    fn action(&mut self, node: &Node, kind: &str, selectors: &[Vec<String>]) -> Option<StepAction> {
        if !TYPES.contains(&kind) {
            let at = node.get("type").unwrap_or(node).clone();
            self.problem(&at, "step-type", &format!("unknown step type `{kind}`"), kind, &TYPES);
            return None;
        }
        if matches!(kind, "click" | "doubleClick" | "hover" | "change" | "waitForElement") && selectors.is_empty() {
            let message = format!("the step `{kind}` has no `selectors`: nothing says which element it means");
            self.problem(node, "step-selectors", &message, "", &["selectors"]);
            return None;
        }
        self.known_action(node, kind)
    }

    fn known_action(&mut self, node: &Node, kind: &str) -> Option<StepAction> {
        Some(match kind {
            "setViewport" => self.viewport(node)?,
            "navigate" => StepAction::Navigate { url: self.marked(node, "url")? },
            "click" | "doubleClick" => self.click(node, kind == "doubleClick")?,
            "hover" => StepAction::Hover,
            "change" => StepAction::Change { value: self.marked(node, "value")? },
            "keyDown" => StepAction::KeyDown { key: self.key(node)? },
            "keyUp" => StepAction::KeyUp { key: self.key(node)? },
            "scroll" => StepAction::Scroll { x: number(node, "x").unwrap_or(0.0), y: number(node, "y").unwrap_or(0.0) },
            "waitForElement" => self.wait_for_element(node),
            "waitForExpression" => StepAction::WaitForExpression { expression: self.text_of(node, "expression")? },
            "emulateNetworkConditions" => StepAction::Network {
                download: self.number_of(node, "download")?,
                upload: self.number_of(node, "upload")?,
                latency: self.number_of(node, "latency")?,
            },
            "close" => skip("the audit closes its pages itself"),
            _ => StepAction::Unknown { why: "a custom step belongs to the extension that wrote it".to_owned() },
        })
    }

    fn key(&mut self, node: &Node) -> Option<String> {
        let key = self.text_of(node, "key")?;
        let named: Vec<&str> = keys::NAMED.split_whitespace().collect();
        if key.chars().count() == 1 || named.contains(&key.as_str()) {
            return Some(key);
        }
        let at = node.get("key").unwrap_or(node).clone();
        let message = format!("there is no key `{key}`: a key is one character or a name that browsers give it");
        let near = facts::nearest(&key, &named);
        self.problem(&at, "step-key", &message, &key, near.as_slice());
        None
    }

    fn click(&mut self, node: &Node, double: bool) -> Option<StepAction> {
        let button = self.word(node, "button", &BUTTONS, |word| format!("a mouse has no button `{word}`"));
        let device = self.word(node, "deviceType", &DEVICES, |word| format!("nobody points with a `{word}`"));
        let mut offset = |key| if node.get(key).is_some() { self.number_of(node, key) } else { None };
        let offset = offset("offsetX").zip(offset("offsetY"));
        let duration = self.milliseconds(node, "duration").unwrap_or_default();
        Some(StepAction::Click { double, button: button?, device: device?, offset, duration })
    }

    /// One of these, the first where there is none.
    fn word(&mut self, node: &Node, key: &str, words: &[&str], wrong: fn(&str) -> String) -> Option<String> {
        let Some(at) = node.get(key) else { return Some(words[0].to_owned()) };
        let word = self.text_of(node, key)?;
        if words.contains(&word.as_str()) {
            return Some(word);
        }
        self.problem(&at.clone(), "step-field", &wrong(&word), &word, words);
        None
    }

    fn number_of(&mut self, node: &Node, key: &str) -> Option<f64> {
        let found = number(node, key);
        if found.is_none() {
            let at = node.get(key).unwrap_or(node).clone();
            self.problem(&at, "step-field", &format!("`{key}` must be a number"), "", &[]);
        }
        found
    }

    fn wait_for_element(&self, node: &Node) -> StepAction {
        let visible = node.get("visible").and_then(Node::bool);
        let operator = node.get("operator").and_then(Node::text).unwrap_or(">=").to_owned();
        let count = node.get("count").and_then(index).map(|n| (operator, n));
        let json = |key: &str| {
            let found = node.get(key).filter(|n| n.kind() == "an object")?;
            self.text.get(found.at.clone()).map(str::to_owned)
        };
        StepAction::WaitForElement { visible, count, attributes: json("attributes"), properties: json("properties") }
    }

    fn viewport(&mut self, node: &Node) -> Option<StepAction> {
        Some(StepAction::SetViewport {
            width: self.pixels(node, "width")?,
            height: self.pixels(node, "height")?,
            mobile: node.get("isMobile").and_then(Node::bool).unwrap_or(false),
            touch: node.get("hasTouch").and_then(Node::bool).unwrap_or(false),
            landscape: node.get("isLandscape").and_then(Node::bool).unwrap_or(false),
            scale: number(node, "deviceScaleFactor").unwrap_or(1.0),
        })
    }

    fn pixels(&mut self, node: &Node, key: &str) -> Option<u32> {
        let found = number(node, key);
        if let Some(n) = found.filter(|n| (1.0..=32_768.0).contains(n)) {
            return Some(n.round() as u32);
        }
        let message = format!("`{key}` must be a number of pixels from 1 to 32768");
        let at = node.get(key).unwrap_or(node).clone();
        self.problem(&at, "step-field", &message, "", &[]);
        None
    }

    /// A text that may hold canary marks.
    fn marked(&mut self, node: &Node, key: &str) -> Option<String> {
        let value = self.text_of(node, key)?;
        let at = node.get(key).unwrap_or(node).clone();
        let before = self.problems.len();
        for mark in placeholders(&value) {
            match mark.kind {
                Ok(_) => {}
                Err(wrong) => self.mark(&at, &wrong),
            }
        }
        (self.problems.len() == before).then_some(value)
    }

    fn mark(&mut self, at: &Node, wrong: &Wrong) {
        let words = IdentifierKind::ALL.map(IdentifierKind::word);
        match wrong {
            Wrong::Unclosed => {
                self.problem(at, "canary-mark", "a canary mark opens with two braces and never closes", "", &["}}"])
            }
            Wrong::NoRole(text) => {
                let message = format!("the canary mark `{text}` does not say whose it is");
                let word = if words.contains(&text.as_str()) { text.as_str() } else { "email" };
                self.problem(
                    at,
                    "canary-mark",
                    &message,
                    "",
                    &[&format!("{{{{user.{word}}}}}"), &format!("{{{{end-user.{word}}}}}")],
                );
            }
            Wrong::UnknownIdentifier(word) => {
                self.problem(
                    at,
                    "canary-identifier",
                    &format!("`{word}` is no identifier that can be made up"),
                    word,
                    &words,
                );
            }
        }
    }

    /// Alternatives, each a chain through shadow roots; the Recorder writes both strings and lists.
    fn selectors(&mut self, node: &Node) -> Vec<Vec<String>> {
        let Some(list) = node.get("selectors") else { return Vec::new() };
        let Some(items) = list.list() else {
            self.problem(&list.clone(), "step-field", "`selectors` must be a list", list.kind(), &[]);
            return Vec::new();
        };
        let mut selectors = Vec::new();
        for item in items {
            match chain(item) {
                Some(chain) => selectors.push(chain),
                None => {
                    self.problem(item, "step-field", "a selector is a string or a list of strings", item.kind(), &[])
                }
            }
        }
        selectors
    }

    fn frame(&mut self, node: &Node) -> Vec<usize> {
        let Some(frame) = node.get("frame") else { return Vec::new() };
        let path: Option<Vec<usize>> = frame.list().and_then(|items| items.iter().map(index).collect());
        if path.is_none() {
            self.problem(&frame.clone(), "step-field", "`frame` must be a list of numbers", frame.kind(), &[]);
        }
        path.unwrap_or_default()
    }

    fn milliseconds(&mut self, node: &Node, key: &str) -> Option<Duration> {
        let at = node.get(key)?;
        match at.number().filter(|ms| (0.0..=3_600_000.0).contains(ms)) {
            Some(ms) => Some(Duration::from_millis(ms as u64)),
            None => {
                let message = format!("`{key}` is in milliseconds, at most an hour");
                self.problem(&at.clone(), "step-field", &message, at.kind(), &[]);
                None
            }
        }
    }

    fn text_of(&mut self, node: &Node, key: &str) -> Option<String> {
        match node.get(key) {
            Some(value) => {
                let text = value.text().map(str::to_owned);
                if text.is_none() {
                    let message = format!("`{key}` must be a string, not {}", value.kind());
                    self.problem(&value.clone(), "step-field", &message, value.kind(), &[]);
                }
                text
            }
            None => {
                self.problem(node, "step-field", &format!("the step has no `{key}`"), "", &[key]);
                None
            }
        }
    }

    fn place(&self, node: &Node) -> Place {
        Place::span(self.source, self.text, node.at.clone())
    }

    /// The text of the line is left out: a recording holds what somebody typed.
    fn problem(&mut self, at: &Node, code: &'static str, message: &str, found: &str, allowed: &[&str]) {
        let place = Place { text: None, ..self.place(at) };
        let problem = Problem::new(place, code, message);
        let problem = if found.is_empty() { problem } else { problem.found(found) };
        self.problems.push(problem.allowed(allowed));
    }
}

fn chain(node: &Node) -> Option<Vec<String>> {
    match node.text() {
        Some(one) => Some(vec![one.to_owned()]),
        None => node.list()?.iter().map(|part| part.text().map(str::to_owned)).collect(),
    }
    .filter(|chain| !chain.is_empty())
}

fn index(node: &Node) -> Option<usize> {
    node.number().filter(|n| *n >= 0.0 && n.fract() == 0.0).map(|n| n as usize)
}

fn number(node: &Node, key: &str) -> Option<f64> {
    node.get(key).and_then(Node::number)
}

fn skip(why: &str) -> StepAction {
    StepAction::Skip { why: why.to_owned() }
}

fn events(node: &Node) -> &[Node] {
    node.get("assertedEvents").and_then(Node::list).unwrap_or(&[])
}

fn navigation(node: &Node) -> Option<&Node> {
    events(node).iter().find(|e| e.get("type").and_then(Node::text) == Some("navigation"))
}

/// `click #send`: the type and the plainest selector, or what the step is about.
fn name(kind: &str, action: &StepAction, selectors: &[Vec<String>], own: Option<&str>) -> String {
    let about = match action {
        StepAction::Navigate { url } => url.clone(),
        StepAction::KeyDown { key } | StepAction::KeyUp { key } => key.clone(),
        StepAction::SetViewport { width, height, .. } => format!("{width}x{height}"),
        StepAction::Unknown { .. } => own.unwrap_or_default().to_owned(),
        _ => plainest(selectors).join(" >>> "),
    };
    if about.is_empty() { kind.to_owned() } else { format!("{kind} {about}") }
}

/// The shortest CSS alternative; else the first of any kind.
fn plainest(selectors: &[Vec<String>]) -> Vec<String> {
    let css = |chain: &&Vec<String>| !chain[0].contains('/') || chain[0].starts_with(['#', '.', '[']);
    let shortest = selectors.iter().filter(css).min_by_key(|c| c.iter().map(String::len).sum::<usize>());
    shortest.or(selectors.first()).cloned().unwrap_or_default()
}

#[cfg(test)]
#[path = "recorder_tests.rs"]
mod tests;
