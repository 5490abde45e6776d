use super::WORLD;
use super::page::{Page, PageError};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Isolated worlds by frame and loader: a navigation makes a new one.
pub(super) type Contexts = Arc<Mutex<HashMap<(String, String), i64>>>;

/// What the helper is asked to list: where it fails, nothing being listed is not the same as nothing being there.
const LOOKS: [&str; 12] = [
    "fields", "buttons", "openers", "answers", "links", "hovers", "behind", "unticked", "sending", "refusals", "exits",
    "sparing",
];

/// A document that can be looked into.
#[derive(Debug, Clone)]
pub struct Frame {
    pub id: String,
    /// Session of the process that draws it.
    pub session: String,
    pub context: i64,
    /// Below the main document?
    pub inner: bool,
    pub url: String,
}

impl Page {
    /// The main document first, then its frames, in this process and in others.
    pub async fn frames(&self) -> Vec<Frame> {
        let mut frames = self.frames_of(&self.session, false).await;
        for (session, _, _) in self.look(|w| w.frames_below(&self.session)) {
            frames.extend(self.frames_of(&session, true).await);
        }
        frames
    }

    /// The frame that a path of places leads to, from a document on. None while it is not there.
    pub async fn inner_frame(&self, from: Frame, path: &[usize]) -> Option<Frame> {
        let mut frame = from;
        for n in path {
            let held: Option<usize> = self.ask(&frame, "framed", json!([n])).await.ok()?;
            let object = self.object(&frame, held?).await.ok()?;
            let node = self.on(&frame.session, "DOM.describeNode", json!({"objectId": object})).await.ok()?;
            let id = node["node"]["frameId"].as_str()?.to_owned();
            frame = self.frames().await.into_iter().find(|f| f.id == id)?;
        }
        Some(frame)
    }

    pub async fn main_frame(&self) -> Result<Frame, PageError> {
        let found = self.frames_of(&self.session, false).await.into_iter().next();
        found.ok_or_else(|| PageError::Script("the page has no document".to_owned()))
    }

    async fn frames_of(&self, session: &str, below: bool) -> Vec<Frame> {
        let tree = self.on(session, "Page.getFrameTree", json!({})).await;
        let mut found = Vec::new();
        if let Ok(tree) = tree {
            flatten(&tree["frameTree"], &mut found);
        }
        if let (Some(main), Some(url)) = (found.first_mut(), self.look(|w| w.fixed_address(session))) {
            main.2 = url;
        }
        // What the browser itself shows a document with is none of the page's (PDF).
        found.retain(|(.., url)| !url.starts_with("chrome-extension:"));
        let mut frames = Vec::new();
        for (n, (id, loader, url)) in found.into_iter().enumerate() {
            // A frame may go away between the two calls; it is then none of ours any more.
            if let Ok(context) = self.context(session, id.clone(), loader).await {
                frames.push(Frame { id, session: session.to_owned(), context, inner: below || n > 0, url });
            }
        }
        frames
    }

    async fn context(&self, session: &str, frame: String, loader: String) -> Result<i64, PageError> {
        let key = (frame.clone(), loader);
        if let Some(context) = crate::devtools::lock(&self.contexts).get(&key).copied() {
            return Ok(context);
        }
        let params = json!({"frameId": frame, "worldName": WORLD});
        let made = self.on(session, "Page.createIsolatedWorld", params).await?;
        let context = made["executionContextId"].as_i64().unwrap_or_default();
        let helper = json!({"expression": &*self.helper, "contextId": context});
        self.on(session, "Runtime.evaluate", helper).await?;
        crate::devtools::lock(&self.contexts).insert(key, context);
        Ok(context)
    }

    /// Calls a function of the helper, `sluss.<name>(arguments)`, in one document.
    pub async fn ask<T: DeserializeOwned>(&self, frame: &Frame, name: &str, arguments: Value) -> Result<T, PageError> {
        let expression = expression(name, &arguments);
        let params = json!({
            "expression": expression, "contextId": frame.context, "returnByValue": true, "awaitPromise": true,
        });
        let answer = self.on(&frame.session, "Runtime.evaluate", params).await?;
        if let Some(details) = answer.get("exceptionDetails") {
            self.overlooked(frame, name);
            let why = details["exception"]["description"].as_str().or(details["text"].as_str());
            return Err(PageError::Script(why.unwrap_or("a script failed").lines().next().unwrap_or("").to_owned()));
        }
        let value = answer["result"].get("value").cloned().unwrap_or(Value::Null);
        serde_json::from_value(value).map_err(|e| {
            self.overlooked(frame, name);
            PageError::Script(format!("{name}: {e}"))
        })
    }

    fn overlooked(&self, frame: &Frame, name: &str) {
        if LOOKS.contains(&name) {
            let what = format!("what stands on {}", crate::witness::without_query(&frame.url));
            self.look(|w| w.gap(what, "the audit's own script failed on it"));
        }
    }

    /// A held element as a remote object, for the DOM domain.
    pub(super) async fn object(&self, frame: &Frame, n: usize) -> Result<String, PageError> {
        let params = json!({"expression": expression("at", &json!([n])), "contextId": frame.context});
        let answer = self.on(&frame.session, "Runtime.evaluate", params).await?;
        let id = answer["result"]["objectId"].as_str().map(str::to_owned);
        id.ok_or_else(|| PageError::Element("the element is gone".to_owned()))
    }

    /// Evaluates words of the page's own in the world of a document's scripts (`waitForExpression`); what they throw is an error.
    pub async fn truth(&self, frame: &Frame, expression: &str) -> Result<bool, PageError> {
        let world = self.look(|w| w.main_world(&frame.session, &frame.id));
        let mut params = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        if let Some(world) = world {
            params["contextId"] = json!(world);
        }
        let answer = self.on(&frame.session, "Runtime.evaluate", params).await?;
        if let Some(thrown) = answer.get("exceptionDetails") {
            let told = thrown["exception"]["description"].as_str().or(thrown["text"].as_str()).unwrap_or_default();
            return Err(PageError::Script(told.lines().next().unwrap_or_default().to_owned()));
        }
        Ok(match &answer["result"]["value"] {
            Value::Bool(b) => *b,
            Value::Null => answer["result"]["objectId"].is_string(),
            Value::Number(n) => n.as_f64() != Some(0.0),
            Value::String(s) => !s.is_empty(),
            _ => true,
        })
    }

    /// Sets the guard against sending forms in every document; new documents start with the helper's own setting.
    pub async fn guard(&self, on: bool) {
        for frame in self.frames().await {
            let _: Result<Value, _> = self.ask(&frame, "guard", json!([on])).await;
        }
    }
}

fn expression(name: &str, arguments: &Value) -> String {
    let list = arguments.as_array().map(|a| a.iter().map(Value::to_string).collect::<Vec<_>>().join(","));
    format!("sluss.{name}({})", list.unwrap_or_default())
}

fn flatten(tree: &Value, found: &mut Vec<(String, String, String)>) {
    let frame = &tree["frame"];
    let text = |key: &str| frame[key].as_str().unwrap_or_default().to_owned();
    if frame["id"].is_string() {
        found.push((text("id"), text("loaderId"), text("url")));
    }
    for child in tree["childFrames"].as_array().into_iter().flatten() {
        flatten(child, found);
    }
}
