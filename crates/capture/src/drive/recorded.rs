//! Steps of a Chrome DevTools Recorder export, as Puppeteer replays them
//! (<https://github.com/puppeteer/replay>, schema `UserFlow`).

use super::awaited::{wait_for, wait_true};
use super::buttons::effect;
use super::consent::{self, Located};
use super::fields;
use super::fill::{Button, report_prevented};
use super::frames::Frame;
use super::input::{Device, Press};
use super::listeners::note_listeners;
use super::marks::{in_address, with_canaries};
use super::page::PageError;
use super::visit::Visit;
use crate::witness::{Hold, PageState, Witness};
use facts::{Consent, Mode, RecordedStep, StepAction};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::Instant;

const SENDS: &str = "what it sends is held back in this mode: --mode submit sends it";
const AFTER_SENDING: &str = "it may rest on what is held back in this mode: --mode submit sends it";
const AFTER_SPARED: &str = "it may rest on a form that is on the list of forms that are never sent";
const OWN_ANSWER: &str = "it answers the consent dialog: each run gives its own answer";
const LOOKS: &str = "this mode only looks: --mode fill types and clicks";

/// Carries out the steps in order. The first that fails ends the journey: what follows rests on it. Where pages are only
/// looked at, what types and clicks is left out.
pub async fn replay(visit: &mut Visit<'_, '_>, steps: &[RecordedStep]) {
    let looks = visit.plan.mode == Mode::Observe;
    let lane = visit.page.lane;
    let held = visit.page.look(|w| w.held(lane));
    let (steps, left_out): (Vec<_>, Vec<_>) = steps.iter().partition(|step| !(looks && acts(&step.action)));
    if !left_out.is_empty() {
        let what = format!("{} steps of journey `{}`", left_out.len(), visit.journey);
        visit.gap(what, LOOKS);
    }
    let mut heard = HashSet::new();
    for (n, step) in steps.iter().enumerate() {
        if visit.stop.stopped() {
            return;
        }
        visit.begin(&step.name);
        // Keys go to the field that was filled before them.
        let keys = |step: &&RecordedStep| matches!(step.action, StepAction::KeyDown { .. });
        let stays = steps[n + 1..].iter().find(|step| acts(&step.action)).is_some_and(keys);
        let mut outcome = act_in(visit, step, stays).await;
        if matches!(outcome, Err(PageError::Replaced)) {
            visit.page.settle().await;
            outcome = act_in(visit, step, stays).await;
        }
        visit.page.settle().await;
        if let Err(mut error) = outcome {
            if matches!(error, PageError::Element(_) | PageError::Script(_) | PageError::Unled(_)) {
                error = match () {
                    () if visit.page.look(|w| w.held(lane)) > held && visit.plan.mode == Mode::Submit => {
                        PageError::Held(AFTER_SPARED)
                    }
                    () if visit.page.look(|w| w.held(lane)) > held => PageError::Held(AFTER_SENDING),
                    () if !left_out.is_empty() => PageError::Held(LOOKS),
                    () => error,
                };
            }
            // Anything else lies in the recording or in the service, and somebody has to mend it.
            let spared =
                matches!(error, PageError::Held(_)) || visit.stop.stopped() || visit.page.connection.is_closed();
            visit.end(&step.name, Err(error)).await;
            if let Some(last) = visit.steps.last_mut().filter(|_| !spared) {
                last.line = Some(step.line);
            }
            if n + 1 < steps.len() {
                let what = format!("{} more steps of journey `{}`", steps.len() - n - 1, visit.journey);
                visit.gap(what, format!("step `{}` (line {}) failed", step.name, step.line));
            }
            return;
        }
        // who hears the keys, once a page, before a step leads away
        if matches!(step.action, StepAction::Change { .. }) && heard.insert(visit.page.url()) {
            note_listeners(&visit.page).await;
        }
        say_led(visit, step);
        if is_shown(&step.action) {
            visit.end(&step.name, Ok(())).await;
        }
    }
    visit.page.beat().await;
}

/// The page went somewhere, and the recording somewhere else: what it shows after that may have been missed. Queries, which
/// hold what was typed, are others each time. So are titles ("(1) Inbox"), which Chrome's own replay does not hold either.
fn say_led(visit: &Visit<'_, '_>, step: &RecordedStep) {
    let Some(there) = step.leads_to.as_deref().filter(|_| step.target.is_none()) else { return };
    let (there, here) = (crate::witness::without_query(there), crate::witness::without_query(&visit.page.url()));
    if !is_same_place(&there, &here) {
        let what = format!(
            "what the recording shows after step `{}` (line {}) of journey `{}`",
            step.name, step.line, visit.journey
        );
        visit.gap(what, format!("the recording goes on to `{there}`, and the page showed `{here}`"));
    }
}

/// Two addresses without queries: what has a digit in it may be an id, another each time, or be left out at the end.
fn is_same_place(there: &str, here: &str) -> bool {
    let host = |url: &str| url.split('/').nth(2).map(str::to_owned);
    host(there) == host(here) && without_ids(there) == without_ids(here)
}

fn without_ids(url: &str) -> Vec<&str> {
    const ID: &str = "0";
    let is_id = |part: &str| part.contains(|c: char| c.is_ascii_digit());
    let parts = url.split('/').skip(3).map(|part| if is_id(part) { ID } else { part });
    let mut parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    while parts.last() == Some(&ID) {
        parts.pop();
    }
    parts
}

/// Whether a step does something to the page.
fn acts(action: &StepAction) -> bool {
    matches!(
        action,
        StepAction::Click { .. }
            | StepAction::Change { .. }
            | StepAction::KeyDown { .. }
            | StepAction::KeyUp { .. }
            | StepAction::Hover
    )
}

/// Window sizes and keys let go leave no trace in the report; what was not carried out is a gap.
fn is_shown(action: &StepAction) -> bool {
    !matches!(
        action,
        StepAction::SetViewport { .. }
            | StepAction::KeyUp { .. }
            | StepAction::Skip { .. }
            | StepAction::Unknown { .. }
    )
}

/// In the pop-up the step names, else in the main page. `stays`: the focus is not taken from a field that it fills.
async fn act_in(visit: &mut Visit<'_, '_>, step: &RecordedStep, stays: bool) -> Result<(), PageError> {
    let Some(target) = &step.target else {
        visit.page.come_forward().await?;
        return act(visit, step, stays).await;
    };
    let (lane, limit) = (visit.page.lane, limit(visit, step));
    // A frame in a process of its own is named by its address too.
    let shown =
        |w: &mut Witness| w.page_at(lane, target).map(Some).or_else(|| w.has_frame(lane, target).then_some(None));
    let Some(shown) = visit.page.until(limit, shown).await else {
        return Err(PageError::Element(format!("no pop-up shows `{}`", crate::witness::without_query(target))));
    };
    let Some((session, id)) = shown else { return act(visit, step, stays).await };
    let main = visit.page.clone();
    visit.page = visit.page.other(session, id);
    let outcome = match visit.page.come_forward().await {
        Ok(()) => act(visit, step, stays).await,
        Err(error) => Err(error),
    };
    visit.page.settle().await;
    visit.page = main;
    outcome
}

/// Carries out a step, and waits for where it leads to. What answers the consent dialog is left to the run's own answer.
async fn act(visit: &mut Visit<'_, '_>, step: &RecordedStep, stays: bool) -> Result<(), PageError> {
    if matches!(step.action, StepAction::Click { .. }) && is_answer(visit, step).await? {
        visit.left_out = true;
        visit.gap(format!("step `{}` of journey `{}`", step.name, visit.journey), OWN_ANSWER);
        return Ok(());
    }
    visit.acted |= acts(&step.action);
    if !step.navigates || !acts(&step.action) {
        return perform(visit, step, stays).await;
    }
    let (lane, session) = (visit.page.lane, visit.page.session.clone());
    let before = visit.page.look(|w| w.state_of(&session));
    let held = visit.page.look(|w| w.held(lane));
    if !visit.canaries.is_empty() {
        visit.page.beat().await;
    }
    perform(visit, step, stays).await?;
    // The Recorder calls it a navigation too where only the address changes.
    let led =
        |now: PageState| before.as_ref().is_none_or(|then| now.loads > then.loads || now.url != then.url).then_some(());
    let arrived = visit.page.until(limit(visit, step), |w| w.state_of(&session).and_then(led)).await;
    arrived.ok_or_else(|| match visit.page.look(|w| w.held(lane)) > held {
        true => PageError::Held(SENDS),
        false => PageError::Unled(limit(visit, step)),
    })
}

async fn perform(visit: &mut Visit<'_, '_>, step: &RecordedStep, stays: bool) -> Result<(), PageError> {
    match &step.action {
        StepAction::SetViewport { .. } => view(visit, &step.action).await,
        StepAction::Navigate { url } => navigate(visit, url, &step.name).await,
        StepAction::Click { .. } => click(visit, step).await,
        StepAction::Hover => {
            let (frame, found) = locate(visit, step).await?;
            visit.page.hover(&frame, found.n).await
        }
        StepAction::Change { value } => change(visit, step, value, stays).await,
        StepAction::KeyDown { key } => press_key(visit, step, true, key).await,
        StepAction::KeyUp { key } => press_key(visit, step, false, key).await,
        StepAction::Scroll { x, y } if step.selectors.is_empty() => {
            let frame = document(visit, step).await.ok_or_else(|| no_frame(step))?;
            visit.page.truth(&frame, &format!("scrollTo({x},{y}), true")).await.map(drop)
        }
        StepAction::Scroll { x, y } => {
            let (frame, found) = locate(visit, step).await?;
            visit.page.ask::<bool>(&frame, "scrollIn", json!([found.n, x, y])).await.map(drop)
        }
        StepAction::WaitForElement { .. } => wait_for(visit, step).await,
        StepAction::WaitForExpression { expression } => wait_true(visit, step, expression).await,
        StepAction::Network { download, upload, latency } => {
            let offline = *download == 0.0 && *upload == 0.0 && *latency == 0.0;
            let speed = json!({
                "offline": offline, "latency": latency, "downloadThroughput": download, "uploadThroughput": upload,
            });
            visit.page.call("Network.emulateNetworkConditions", speed).await.map(drop)
        }
        StepAction::Skip { .. } => Ok(()),
        StepAction::Unknown { why } => {
            let consent = visit.consent.word();
            visit.gap(format!("step `{}` of journey `{}`, consent {consent}", step.name, visit.journey), why);
            Ok(())
        }
    }
}

/// The window and the device it is on; a mobile one lies or stands, whatever its sides.
async fn view(visit: &Visit<'_, '_>, action: &StepAction) -> Result<(), PageError> {
    let StepAction::SetViewport { width, height, mobile, touch, landscape, scale } = action else { return Ok(()) };
    let mut size = json!({"width": width, "height": height, "mobile": mobile, "deviceScaleFactor": scale});
    if *mobile {
        let (kind, angle) = if *landscape { ("landscapePrimary", 90) } else { ("portraitPrimary", 0) };
        size["screenOrientation"] = json!({"type": kind, "angle": angle});
    }
    visit.page.call("Emulation.setDeviceMetricsOverride", size).await?;
    visit.page.call("Emulation.setTouchEmulationEnabled", json!({"enabled": touch})).await.map(drop)
}

async fn navigate(visit: &mut Visit<'_, '_>, url: &str, step: &str) -> Result<(), PageError> {
    if !visit.is_own(url) && url != "about:blank" {
        let url = crate::witness::without_query(url);
        return Err(PageError::Load(format!("`{url}` is below none of `first_party`: not visited")));
    }
    let url = in_address(visit, url, step).await;
    visit.page.navigate(&url).await
}

async fn click(visit: &mut Visit<'_, '_>, step: &RecordedStep) -> Result<(), PageError> {
    let StepAction::Click { double, button, device, offset, duration } = &step.action else { return Ok(()) };
    let (frame, found) = locate(visit, step).await?;
    let words: String = visit.page.ask(&frame, "said", json!([found.n])).await.unwrap_or_default();
    visit.hold_back(match effect(&words) {
        _ if visit.plan.mode == Mode::Submit => Hold::Watched,
        Some(_) => Hold::Sending,
        None => Hold::Changes,
    });
    let button = match button.as_str() {
        "secondary" => "right",
        "auxiliary" => "middle",
        "back" => "back",
        "forward" => "forward",
        _ => "left",
    };
    let device = match device.as_str() {
        "touch" => Device::Touch,
        "pen" => Device::Pen,
        _ => Device::Mouse,
    };
    let clicks = if *double { 2 } else { 1 };
    let press = Press { clicks, button, device, offset: *offset, duration: *duration };
    let clicked = visit.page.press(&frame, found.n, &press).await;
    visit.page.settle().await;
    visit.hold_back(Hold::Nothing);
    clicked?;
    told(visit, step).await
}

/// Enter may send the form of the field that has the focus; it and the space bar press a button, some of them when they go up.
async fn press_key(visit: &mut Visit<'_, '_>, step: &RecordedStep, down: bool, key: &str) -> Result<(), PageError> {
    if !["Enter", " "].contains(&key) {
        return visit.page.key(down, key).await;
    }
    visit.hold_back(if visit.plan.mode == Mode::Submit { Hold::Watched } else { Hold::Sending });
    let pressed = visit.page.key(down, key).await;
    visit.page.settle().await;
    visit.hold_back(Hold::Nothing);
    pressed?;
    told(visit, step).await
}

/// Names a form that was not sent: what was to follow then does not come, and what comes later may rest on it.
async fn told(visit: &Visit<'_, '_>, step: &RecordedStep) -> Result<(), PageError> {
    let mut prevented = false;
    for frame in visit.page.frames().await {
        prevented |= report_prevented(visit, &frame).await;
    }
    if prevented {
        let lane = visit.page.lane;
        visit.page.look(|w| w.form_held(lane));
    }
    if step.navigates && prevented { Err(PageError::Held(SENDS)) } else { Ok(()) }
}

async fn change(visit: &mut Visit<'_, '_>, step: &RecordedStep, value: &str, stays: bool) -> Result<(), PageError> {
    visit.page.linger().await;
    let (frame, found) = locate(visit, step).await?;
    let value = with_canaries(visit, value, &frame, &found, &step.name).await;
    let keys = fields::takes_keys(&found.tag, &found.kind);
    let held: String = if keys {
        visit.page.write(&frame, found.n, &value).await?
    } else {
        visit.page.ask(&frame, "put", json!([found.n, value])).await?
    };
    match (keys, stays) {
        (true, false) => visit.page.ask::<Value>(&frame, "blur", json!([found.n])).await.map(drop)?,
        (false, true) => visit.page.ask::<Value>(&frame, "focus", json!([found.n])).await.map(drop)?,
        _ => {}
    }
    if !fields::is_kept(&value, &held) {
        let what = format!("what was typed into `{}`", found.selector);
        visit.gap(what, "the field did not keep it as typed");
    }
    Ok(())
}

pub(super) fn limit(visit: &Visit<'_, '_>, step: &RecordedStep) -> Duration {
    step.timeout.unwrap_or(ELEMENT).min(visit.plan.timeout)
}

/// Whether a click answers the consent dialog, and is not the answer that this run still lacks. Where a dialog was answered, what
/// answered it is gone: it is known by its name, as long as nothing else was done.
async fn is_answer(visit: &mut Visit<'_, '_>, step: &RecordedStep) -> Result<bool, PageError> {
    let (located, gone) = match locate(visit, step).await {
        Ok(found) => (Some(found), None),
        Err(error) => (find(visit, step).await, Some(error)),
    };
    let button: Option<Button> = match &located {
        Some((frame, found)) => visit.page.ask(frame, "lies", json!([found.n])).await.ok(),
        None => None,
    };
    let is_answer = match &button {
        Some(button) => consent::is_answer(button),
        None => {
            !visit.acted && was_answered(visit) && step.selectors.iter().flatten().any(|one| consent::names_answer(one))
        }
    };
    if let Some(error) = gone.filter(|_| !is_answer) {
        return Err(error);
    }
    if !is_answer || visit.consent == Consent::None || located.is_none_or(|(_, found)| !found.visible) {
        return Ok(is_answer);
    }
    // Some ask on every page.
    let before = visit.answered.swap(false, Ordering::Relaxed);
    visit.answer_consent(false).await;
    let answered = before || visit.answered.load(Ordering::Relaxed);
    let fits = button.is_some_and(|b| consent::fits(&b, visit.consent));
    visit.answered.store(answered || fits, Ordering::Relaxed);
    Ok(answered || !fits)
}

/// Whether a dialog was there: this run answered it, or left out what does.
fn was_answered(visit: &Visit<'_, '_>) -> bool {
    visit.left_out || visit.consent != Consent::None && visit.answered.load(Ordering::Relaxed)
}

/// The Recorder's own default for an element to appear.
const ELEMENT: Duration = Duration::from_secs(5);
pub(super) const GLANCE: Duration = Duration::from_millis(50);

/// The document that a step means: that of the page, or the frame that its path leads to.
pub(super) async fn document(visit: &Visit<'_, '_>, step: &RecordedStep) -> Option<Frame> {
    let main = visit.page.main_frame().await.ok()?;
    let from = match step.target.as_ref().filter(|target| **target != visit.page.url()) {
        Some(target) => visit.page.frames().await.into_iter().find(|f| f.inner && f.url == *target).unwrap_or(main),
        None => main,
    };
    visit.page.inner_frame(from, &step.frame).await
}

pub(super) fn no_frame(step: &RecordedStep) -> PageError {
    let path: Vec<String> = step.frame.iter().map(usize::to_string).collect();
    PageError::Element(format!("there is no frame at `{}`", path.join(", ")))
}

pub(super) async fn find(visit: &Visit<'_, '_>, step: &RecordedStep) -> Option<(Frame, Located)> {
    let frame = document(visit, step).await?;
    let found: Option<Located> = visit.page.ask(&frame, "locate", json!([step.selectors])).await.unwrap_or(None);
    found.map(|found| (frame, found))
}

/// A visible element; one to press may be transparent, as Puppeteer has it, but not hidden.
async fn locate(visit: &Visit<'_, '_>, step: &RecordedStep) -> Result<(Frame, Located), PageError> {
    let end = Instant::now() + limit(visit, step);
    let mut hidden = None;
    loop {
        match find(visit, step).await {
            Some(found) if found.1.visible || found.1.drawn && is_pressed(&step.action) => return Ok(found),
            found => hidden = found.or(hidden),
        }
        if Instant::now() >= end || visit.stop.stopped() {
            break;
        }
        tokio::time::sleep(GLANCE).await;
    }
    match hidden {
        Some((_, found)) if is_pressed(&step.action) => {
            Err(PageError::Element(format!("`{}` is there, but never became visible", found.selector)))
        }
        Some(found) => Ok(found),
        None => Err(missing(visit, step).await),
    }
}

/// Whether a step puts the mouse on its element.
fn is_pressed(action: &StepAction) -> bool {
    matches!(action, StepAction::Click { .. } | StepAction::Hover)
}

/// Names what was looked for, and what is there that comes near: the last part of the first alternative that has something
/// near.
pub(super) async fn missing(visit: &Visit<'_, '_>, step: &RecordedStep) -> PageError {
    let wanted: Vec<&String> = step.selectors.iter().filter_map(|chain| chain.last()).collect();
    let Some(frame) = document(visit, step).await else { return no_frame(step) };
    let none: Vec<String> = visit.page.ask(&frame, "invalid", json!([wanted])).await.unwrap_or_default();
    if let Some(none) = none.first() {
        return PageError::Element(format!("`{none}` is no valid selector of CSS or XPath"));
    }
    for one in &wanted {
        let names: Vec<String> = visit.page.ask(&frame, "names", json!([one])).await.unwrap_or_default();
        let bare = one.trim_start_matches("css/").trim_start_matches("pierce/");
        if let Some(near) = facts::nearest(bare, &names) {
            return PageError::Element(format!("nothing matches `{one}`; the nearest there is `{near}`"));
        }
    }
    let first = wanted.first().map(|one| one.as_str()).unwrap_or_default();
    PageError::Element(format!("nothing matches `{first}`"))
}

#[cfg(test)]
mod tests {
    use super::is_same_place;

    #[test]
    fn an_id_in_an_address_is_another_each_time() {
        let sent = "https://a.example/sent/";
        for (there, here, same) in [
            (sent, "https://a.example/sent/de3b1370cfc7", true),
            ("https://a.example/sent/41", "https://a.example/sent/42", true),
            ("https://a.example/1/edit", "https://a.example/2/edit/", true),
            (sent, "https://a.example/login", false),
            ("https://a1.example/x", "https://a2.example/x", false),
        ] {
            assert_eq!(is_same_place(there, here), same, "{there} {here}");
        }
    }
}
