//! Who hears the keys: the debugger lists listeners without the page noticing.

use super::frames::Frame;
use super::page::{Page, PageError};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashSet};

/// Events that carry what is typed while it is typed.
const HEARS: [&str; 5] = ["keydown", "keyup", "keypress", "input", "beforeinput"];
/// Elements of one document that are named.
const MOST: usize = 40;

/// Notes every listener to keys in every document of the page. The debugger is asked for the scripts' addresses and left
/// again: while it is there, everything is slower.
pub(super) async fn note_listeners(page: &Page) {
    let frames = page.frames().await;
    let sessions: BTreeSet<&str> = frames.iter().map(|f| f.session.as_str()).collect();
    for session in &sessions {
        let _ = page.on(session, "Debugger.enable", json!({})).await;
        let _ = page.on(session, "Debugger.setSkipAllPauses", json!({"skip": true})).await;
    }
    for frame in &frames {
        for target in ["document", "window"] {
            // A document that is gone by now has no listeners.
            let _ = note(page, frame, target).await;
        }
    }
    for session in &sessions {
        let _ = page.on(session, "Debugger.disable", json!({})).await;
    }
}

async fn note(page: &Page, frame: &Frame, target: &str) -> Result<(), PageError> {
    let Some(world) = page.look(|w| w.main_world(&frame.session, &frame.id)) else { return Ok(()) };
    let call = |method: &'static str, params: Value| page.on(&frame.session, method, params);
    let object = call("Runtime.evaluate", json!({"expression": target, "contextId": world})).await?;
    let all = json!({"objectId": object["result"]["objectId"], "depth": -1});
    let listeners = call("DOMDebugger.getEventListeners", all).await?;
    let mut seen = HashSet::new();
    for listener in listeners["listeners"].as_array().into_iter().flatten() {
        let event = listener["type"].as_str().unwrap_or_default();
        let Some(script) = script_of(page, frame, listener).filter(|_| HEARS.contains(&event)) else { continue };
        let node = listener["backendNodeId"].as_i64();
        if seen.len() == MOST || !seen.insert((script.clone(), event.to_owned(), node)) {
            continue;
        }
        let field = match node {
            Some(node) if target == "document" => name_of(page, frame, node).await?,
            _ => target.to_owned(),
        };
        page.look(|w| w.listens(&frame.session, script, &field, event));
    }
    Ok(())
}

fn script_of(page: &Page, frame: &Frame, listener: &Value) -> Option<String> {
    let url = page.look(|w| w.script_url(&frame.session, listener["scriptId"].as_str()?))?;
    let place = |key: &str| listener[key].as_i64().unwrap_or_default() + 1;
    Some(format!("{url}:{}:{}", place("lineNumber"), place("columnNumber")))
}

async fn name_of(page: &Page, frame: &Frame, node: i64) -> Result<String, PageError> {
    let call = |method: &'static str, params: Value| page.on(&frame.session, method, params);
    let object = call("DOM.resolveNode", json!({"backendNodeId": node, "executionContextId": frame.context})).await?;
    let name = json!({
        "objectId": object["object"]["objectId"], "returnByValue": true,
        "functionDeclaration": "function () { return sluss.selector(this); }",
    });
    let answer = call("Runtime.callFunctionOn", name).await?;
    Ok(answer["result"]["value"].as_str().unwrap_or_default().to_owned())
}
