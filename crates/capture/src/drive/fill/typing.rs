//! Values put into fields.

use super::super::fields::{self, Field};
use super::super::frames::Frame;
use super::super::page::PageError;
use super::super::visit::Visit;
use super::wanted::{Filling, Wanted, scan};
use facts::{IdentifierKind, Mode};
use serde_json::{Value, json};
use std::collections::HashMap;

pub(super) struct Typed {
    pub(super) frame_url: String,
    pub(super) selector: String,
    pub(super) value: String,
}

pub(super) async fn fill(visit: &mut Visit<'_, '_>, wanted: &[Wanted]) -> Vec<Typed> {
    let names: Vec<_> = wanted.iter().filter(|w| w.is_canary()).map(|w| w.field.selector.as_str()).collect();
    let name = format!("fill {}", names.join(", "));
    visit.begin(&name);
    let mut typed: Vec<Typed> = Vec::new();
    let mut outcome = Ok(());
    let mut passwords = HashMap::new();
    for one in wanted {
        match fill_one(visit, one, &name, &mut passwords).await {
            Ok(Some(value)) => {
                typed.push(Typed { frame_url: one.frame.url.clone(), selector: one.field.selector.clone(), value })
            }
            Ok(None) => {}
            Err(PageError::Element(why)) => say_unfilled(visit, one, &why),
            Err(error) => outcome = Err(error),
        }
    }
    visit.page.settle().await;
    visit.end(&name, outcome).await;
    typed
}

pub(super) fn say_unfilled(visit: &Visit<'_, '_>, one: &Wanted, why: &str) {
    let what = format!("the field `{}` on {}", one.field.selector, crate::witness::without_query(&one.frame.url));
    visit.gap(what, format!("it could not be filled: {why}"));
}

/// `passwords`: that of each form, since forms ask for it twice and want the same.
pub(super) async fn fill_one(
    visit: &mut Visit<'_, '_>,
    wanted: &Wanted,
    step: &str,
    passwords: &mut HashMap<(String, String), String>,
) -> Result<Option<String>, PageError> {
    let (frame, field) = (&wanted.frame, &wanted.field);
    let value = match &wanted.value {
        Filling::Choice => {
            let _: Value = visit.page.ask(frame, "choose", json!([field.n])).await?;
            return Ok(None);
        }
        Filling::Filler(text) => (*text).to_owned(),
        Filling::Canary(IdentifierKind::Password, role) => {
            let mut mint = || visit.canary(role, IdentifierKind::Password, &field.selector, step, 0).value;
            passwords.entry((frame.url.clone(), field.form.clone())).or_insert_with(&mut mint).clone()
        }
        Filling::File(role) => {
            let word = visit.canary(role, IdentifierKind::ExternalId, &field.selector, step, 0).value;
            let unwritten = |e: std::io::Error| PageError::Element(e.to_string());
            visit.desk.files.make(field, &word).map_err(unwritten)?.to_string_lossy().into_owned()
        }
        // Two canaries, so that either's hash is known by its own kind.
        Filling::WholeName(role) => {
            let parts = [IdentifierKind::GivenName, IdentifierKind::FamilyName];
            parts.map(|kind| visit.canary(role, kind, &field.selector, step, 0).value).join(" ")
        }
        Filling::Canary(kind, role) => visit.canary(role, *kind, &field.selector, step, wanted.spelling).value,
    };
    let kept = enter(visit, frame, field, &value).await?;
    // A guess must not keep a form from being sent.
    if visit.plan.mode == Mode::Submit && wanted.is_guess() {
        let takes: bool = visit.page.ask(frame, "takes", json!([field.n])).await.unwrap_or(true);
        if !takes {
            let _: Value = visit.page.ask(frame, "put", json!([field.n, ""])).await?;
            say_unfilled(visit, wanted, "it does not say what it takes, and refused a made-up word");
            return Ok(None);
        }
    }
    if kept || !wanted.is_canary() {
        return Ok(Some(value));
    }
    // Some fields take digits only, or not so many letters.
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    if matches!(wanted.value, Filling::Canary(IdentifierKind::Phone, _)) && enter(visit, frame, field, &digits).await? {
        if let Some(canary) = visit.canaries.last_mut() {
            canary.value.clone_from(&digits);
        }
        visit.page.look(|w| w.typed(visit.page.lane, &digits));
        return Ok(Some(digits));
    }
    let what = format!("what was typed into `{}` on {}", field.selector, crate::witness::without_query(&frame.url));
    visit.gap(what, "the field did not keep it as typed");
    Ok(Some(value))
}

/// Keys where keys work, else by value. True where the field then holds it.
pub(super) async fn enter(visit: &Visit<'_, '_>, frame: &Frame, field: &Field, value: &str) -> Result<bool, PageError> {
    if field.kind == "file" {
        return visit.page.attach(frame, field.n, value.as_ref()).await.map(|()| true);
    }
    let held = if field.hidden || !fields::takes_keys(&field.tag, &field.kind) {
        visit.page.ask(frame, "put", json!([field.n, value])).await?
    } else {
        visit.page.type_into(frame, field.n, value).await?
    };
    Ok(fields::is_kept(value, &held))
}

pub(super) async fn retype(visit: &mut Visit<'_, '_>, typed: &[Typed]) {
    for wanted in scan(visit).await {
        let same = |t: &&Typed| t.selector == wanted.field.selector && t.frame_url == wanted.frame.url;
        if let Some(typed) = typed.iter().find(same) {
            let _ = enter(visit, &wanted.frame, &wanted.field, &typed.value).await;
        }
    }
}
