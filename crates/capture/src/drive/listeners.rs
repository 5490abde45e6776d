//! Who hears keys and presses: the debugger lists listeners without the page noticing.

use super::frames::Frame;
use super::page::{Page, PageError};
use crate::witness::{stack_depth, without_query};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashSet};

/// Events that carry what is typed while it is typed.
const HEARS: [&str; 5] = ["keydown", "keyup", "keypress", "input", "beforeinput"];
/// Events of a press, by mouse or finger.
const PRESSED: [&str; 7] = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend"];
/// Elements of one document that are named.
const MOST: usize = 40;
/// Elements of one document that are shown to the helper as hearing presses.
const MOST_PRESSED: usize = 100;

/// Seen in Chromium 156, with a worker that answers and with one that only listens.
const UNLOADS: &str =
    "it listens to `unload`, and a service worker serves it: Chromium loses some of what is sent then";

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
        // It takes along what was asked for without it (seen in Chromium 156).
        let _ = page.on(session, "Runtime.setAsyncCallStackDepth", stack_depth()).await;
    }
}

/// Names the documents of a page that listen to `unload` and are under a service worker.
pub(super) async fn note_unloads(page: &Page) {
    if !page.look(|w| w.is_served(page.lane)) {
        return;
    }
    for frame in page.frames().await {
        let heard = heard(page, &frame, "window").await.unwrap_or_default();
        if heard.iter().any(|l| l["type"] == "unload") && is_controlled(page, &frame).await {
            page.look(|w| w.gap(format!("what {} sends on leaving", without_query(&frame.url)), UNLOADS));
        }
    }
}

async fn is_controlled(page: &Page, frame: &Frame) -> bool {
    let ask = json!({
        "expression": "!!navigator.serviceWorker?.controller", "contextId": frame.context, "returnByValue": true,
    });
    let told = page.on(&frame.session, "Runtime.evaluate", ask).await;
    told.is_ok_and(|told| told["result"]["value"] == true)
}

/// Shows the helper which elements of a document hear presses: some look and are called like nothing that can be pressed.
/// A document that is gone by now has none.
pub(super) async fn show_pressed(page: &Page, frame: &Frame) {
    let heard = heard(page, frame, "document").await.unwrap_or_default();
    let presses = heard.iter().filter(|l| l["type"].as_str().is_some_and(|t| PRESSED.contains(&t)));
    let nodes: BTreeSet<i64> = presses.filter_map(|l| l["backendNodeId"].as_i64()).collect();
    let tell = nodes.into_iter().take(MOST_PRESSED).map(|node| of_node(page, frame, node, "sluss.hears(this)"));
    join_all(tell).await;
}

/// Every listener below `document` or on `window`.
async fn heard(page: &Page, frame: &Frame, target: &str) -> Result<Vec<Value>, PageError> {
    let Some(world) = page.look(|w| w.main_world(&frame.session, &frame.id)) else { return Ok(Vec::new()) };
    let call = |method: &'static str, params: Value| page.on(&frame.session, method, params);
    let object = call("Runtime.evaluate", json!({"expression": target, "contextId": world})).await?;
    let all = json!({"objectId": object["result"]["objectId"], "depth": -1, "pierce": true});
    let mut answer = call("DOMDebugger.getEventListeners", all).await?;
    Ok(std::mem::take(answer["listeners"].as_array_mut().unwrap_or(&mut Vec::new())))
}

async fn note(page: &Page, frame: &Frame, target: &str) -> Result<(), PageError> {
    let mut seen = HashSet::new();
    for listener in &heard(page, frame, target).await? {
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
    let name = of_node(page, frame, node, "sluss.selector(this)").await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

/// What the helper says of a node. A node of another document, in a frame inside this one, is an error.
async fn of_node(page: &Page, frame: &Frame, node: i64, expression: &str) -> Result<Value, PageError> {
    let call = |method: &'static str, params: Value| page.on(&frame.session, method, params);
    let object = call("DOM.resolveNode", json!({"backendNodeId": node, "executionContextId": frame.context})).await?;
    let ask = json!({
        "objectId": object["object"]["objectId"], "returnByValue": true,
        "functionDeclaration": format!("function () {{ return {expression}; }}"),
    });
    let mut answer = call("Runtime.callFunctionOn", ask).await?;
    Ok(answer["result"]["value"].take())
}
