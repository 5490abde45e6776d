//! Values put into fields.

use super::super::fields::{self, Field};
use super::super::fillers::fillers;
use super::super::frames::Frame;
use super::super::ids::country_of;
use super::super::number::Number;
use super::super::page::PageError;
use super::super::parts::{self, SPINBUTTON};
use super::super::typed;
use super::super::visit::{Given, Visit};
use super::layers::{answering, come_to_rest, is_gone, opened};
use super::numbers::{Entered, enter_number, enter_over_a_hundred, enter_part, over_a_hundred};
use super::press::report_prevented;
use super::shapes::forms;
use super::suggested::{has_dropped, take_word};
use super::wanted::{Filling, Wanted, scan};
use crate::witness::Hold;
use facts::{IdentifierKind, Mode, TypedAs};
use serde_json::{Value, json};

/// A number of nobody's.
const CODE: &str = "738214";

pub(super) struct Typed {
    pub(super) frame_url: String,
    pub(super) selector: String,
    pub(super) value: String,
}

pub(super) async fn fill(visit: &mut Visit<'_, '_>, wanted: &[Wanted]) -> Vec<Typed> {
    let names: Vec<_> = wanted.iter().filter(|w| w.is_due()).map(|w| w.field.selector.as_str()).collect();
    let name = format!("fill {}", names.join(", "));
    visit.begin(&name);
    let mut typed: Vec<Typed> = Vec::new();
    let mut outcome = Ok(());
    let before = visit.canaries.len();
    for one in wanted {
        if visit.stop.stopped() {
            break;
        }
        let made = visit.canaries.len();
        let given = visit.given.get(&one.question()).filter(|g| one.repeats(g.canaries.start >= before)).cloned();
        let done = match &given {
            Some(given) => fill_again(visit, one, given).await,
            None => fill_one(visit, one, &name).await,
        };
        match done {
            Ok(Some(value)) => {
                if given.is_none() {
                    let canaries = made..visit.canaries.len();
                    visit.given.insert(one.question(), Given { value: value.clone(), canaries });
                }
                typed.push(Typed { frame_url: one.frame.url.clone(), selector: one.field.selector.clone(), value })
            }
            Ok(None) => {}
            Err(PageError::Element(why)) => {
                // One that what was typed before it took away is none that could not be filled.
                let ready: String = visit.page.ask(&one.frame, "focus", json!([one.field.n])).await.unwrap_or_default();
                if ready != "gone" || typed.is_empty() {
                    say_unfilled(visit, one, &why);
                }
            }
            Err(error) => outcome = Err(error),
        }
    }
    visit.page.settle().await;
    // A script may have sent the form itself meanwhile.
    for frame in visit.page.frames().await {
        report_prevented(visit, &frame).await;
    }
    visit.end(&name, outcome).await;
    typed
}

pub(super) fn say_unfilled(visit: &Visit<'_, '_>, one: &Wanted, why: &str) {
    let what = format!("the field `{}` on {}", one.field.selector, crate::witness::without_query(&one.frame.url));
    visit.gap(what, format!("it could not be filled: {why}"));
}

/// A field that repeats another gets what that was given.
async fn fill_again(visit: &mut Visit<'_, '_>, one: &Wanted, given: &Given) -> Result<Option<String>, PageError> {
    let entered = enter(visit, &one.frame, &one.field, &given.value).await;
    // One that takes no focus got nothing.
    if !matches!(entered, Err(PageError::Element(_))) {
        visit.give_again(given, &one.field.selector);
    }
    if !entered? {
        say_not_kept(visit, one);
    }
    Ok(Some(given.value.clone()))
}

async fn fill_one(visit: &mut Visit<'_, '_>, wanted: &Wanted, step: &str) -> Result<Option<String>, PageError> {
    let (frame, field) = (&wanted.frame, &wanted.field);
    // What offers a list before anything is typed may take its entries only.
    if field.list && wanted.may_be_listed() && choose(visit, wanted).await? {
        return Ok(None);
    }
    // An address in a message is one, whatever the field is called.
    let word = matches!(wanted.value, Filling::Canary(IdentifierKind::ExternalId, _) | Filling::File(_));
    visit.typed = if word { typed::typed(field) } else { None };
    (visit.named, visit.example) = (fields::named_country(field), country_of(field));
    let value = match &wanted.value {
        Filling::Choice => {
            let _: Value = visit.page.ask(frame, "choose", json!([field.n])).await?;
            return Ok(None);
        }
        Filling::Offered => return take_offered(visit, wanted).await.map(|()| None),
        Filling::Riddle => return Err(PageError::Element("only people can tell what belongs there".to_owned())),
        Filling::Filler(values) => match suited(visit, wanted, values).await {
            Some(value) => value,
            None => return Err(PageError::Element("it takes nothing of what was tried".to_owned())),
        },
        Filling::File(role) => {
            // A name may leave where the file does not: each is known by a word of its own.
            let [word, name] = [TypedAs::File, TypedAs::FileName].map(|what| {
                visit.typed = visit.typed.take().map(|typed| facts::Typed { what, ..typed });
                visit.canary(role, IdentifierKind::ExternalId, frame, &field.selector, step, 0).value
            });
            let unwritten = |e: std::io::Error| PageError::Element(e.to_string());
            visit.desk.files.make(field, &name, &word).map_err(unwritten)?.to_string_lossy().into_owned()
        }
        // Two canaries, so that either's hash is known by its own kind.
        Filling::WholeName(role) => {
            let parts = [IdentifierKind::GivenName, IdentifierKind::FamilyName];
            parts.map(|kind| visit.canary(role, kind, frame, &field.selector, step, 0).value).join(" ")
        }
        Filling::Canary(kind, role) => {
            let made = visit.canary(role, *kind, frame, &field.selector, step, wanted.spelling).value;
            let forms = forms(field, *kind, &made);
            let fits = if forms.len() > 1 { suited(visit, wanted, &forms).await } else { None };
            match fits.unwrap_or_else(|| forms[0].clone()) {
                fit if fit != made => respell(visit, fit),
                _ => made,
            }
        }
    };
    let kept = match &wanted.value {
        Filling::Canary(IdentifierKind::NationalId, _) => {
            if enter(visit, frame, field, &value).await? {
                true
            } else if let Some(id) = over_a_hundred(&value)
                && enter_over_a_hundred(visit, frame, field.n, &id).await?
            {
                return Ok(Some(respell(visit, id)));
            } else {
                // What was cut is nobody's: its month would be one of the nineties.
                enter(visit, frame, field, &value).await?
            }
        }
        Filling::Canary(IdentifierKind::Phone, _) => match number_of(visit, field, &value) {
            Some(number) => match enter_number(visit, frame, field.n, &number, &value).await? {
                Entered::Kept(typed) if typed == value => true,
                Entered::Kept(typed) => return Ok(Some(respell(visit, typed))),
                Entered::Cut => false,
            },
            None => enter(visit, frame, field, &value).await?,
        },
        Filling::File(_) => attach(visit, wanted, &value).await?,
        _ => enter(visit, frame, field, &value).await?,
    };
    // A guess must not keep a form from going on.
    if wanted.is_guess() {
        let takes: bool = visit.page.ask(frame, "takes", json!([field.n])).await.unwrap_or(true);
        if !takes {
            let _: Value = visit.page.ask(frame, "put", json!([field.n, ""])).await?;
            say_unfilled(visit, wanted, "it does not say what it takes, and refused a made-up word");
            return Ok(None);
        }
    }
    if kept || !wanted.is_canary() && field.kind != SPINBUTTON {
        let held: String = visit.page.ask(frame, "holds", json!([field.n])).await?;
        // A day that is typed may be thrown away where one is to be picked.
        if held.is_empty() && matches!(wanted.value, Filling::Filler(_)) && field.kind != SPINBUTTON {
            choose(visit, wanted).await?;
        }
        if wanted.takes_words() && has_dropped(visit, wanted, &value).await? {
            take_word(visit, wanted, &value).await?;
        }
        return Ok(Some(value));
    }
    say_not_kept(visit, wanted);
    Ok(Some(value))
}

/// What a field may take that refused what it was given, the `nth` of the forms for it. False where there is none.
pub(super) async fn fill_otherwise(visit: &mut Visit<'_, '_>, wanted: &Wanted, nth: usize) -> bool {
    let (frame, field) = (&wanted.frame, &wanted.field);
    let held: String = visit.page.ask(frame, "holds", json!([field.n])).await.unwrap_or_default();
    let typed = visit.canaries.iter().rev().find(|c| c.fields().any(|f| f == field.selector)).map(|c| c.value.clone());
    if let Some(typed) = typed.filter(|_| nth == 1 && wanted.takes_words())
        && take_word(visit, wanted, &typed).await.unwrap_or(false)
    {
        return true;
    }
    (visit.named, visit.example) = (fields::named_country(field), country_of(field));
    let value = match &wanted.value {
        // A second password would be another than its repetition.
        Filling::Canary(IdentifierKind::Password, _) => return false,
        Filling::Canary(kind, role) if forms(field, *kind, &held).len() > nth => {
            let step = format!("fill {}", field.selector);
            let made = visit.canary(role, *kind, frame, &field.selector, &step, held.starts_with('+').into()).value;
            let form = forms(field, *kind, &made).swap_remove(nth);
            respell(visit, form)
        }
        // A number, say, that nothing but its form's script asks for.
        Filling::Canary(IdentifierKind::ExternalId, _)
            if forms(field, IdentifierKind::ExternalId, &held).len() == nth =>
        {
            CODE.to_owned()
        }
        Filling::Filler(values) if values.len() > nth => values[nth].to_owned(),
        _ => return false,
    };
    enter(visit, frame, field, &value).await.is_ok()
}

/// A telephone number that keys go in for; one that is set from without is no mask's to reshape.
fn number_of(visit: &Visit<'_, '_>, field: &Field, value: &str) -> Option<Number> {
    let keys = !field.hidden && fields::takes_keys(&field.tag, &field.kind);
    Number::of(value, &visit.canaries).filter(|_| keys)
}

/// A file that is sent as soon as it is chosen is told where nothing is to be sent.
async fn attach(visit: &Visit<'_, '_>, wanted: &Wanted, path: &str) -> Result<bool, PageError> {
    let sent = || visit.page.look(|w| w.changes_sent(visit.page.lane));
    let before = sent();
    let kept = enter(visit, &wanted.frame, &wanted.field, path).await?;
    visit.page.settle().await;
    if sent() > before && visit.plan.mode != Mode::Submit {
        let (field, page) = (&wanted.field.selector, crate::witness::without_query(&wanted.frame.url));
        visit.gap(
            format!("the field `{field}` on {page}"),
            "a file chosen in it was sent at once: this was not held back",
        );
    }
    Ok(kept)
}

fn say_not_kept(visit: &Visit<'_, '_>, one: &Wanted) {
    let (field, page) = (&one.field.selector, crate::witness::without_query(&one.frame.url));
    visit.gap(format!("what was typed into `{field}` on {page}"), "the field did not keep it as typed");
}

/// The canary made last is what was typed in its place.
fn respell(visit: &mut Visit<'_, '_>, value: String) -> String {
    if let Some(canary) = visit.canaries.last_mut() {
        canary.value.clone_from(&value);
    }
    let lane = visit.page.lane;
    visit.page.look(|w| w.typed(lane, &value));
    value
}

/// The first of some values that the field takes by its own rules, brought within its bounds.
async fn suited(visit: &Visit<'_, '_>, wanted: &Wanted, values: &[impl serde::Serialize]) -> Option<String> {
    let fits: String = visit.page.ask(&wanted.frame, "suit", json!([wanted.field.n, values])).await.ok()?;
    Some(fits).filter(|f| !f.is_empty())
}

/// Clicks into a field that takes no keys, and takes a day or another entry of what opens. Nothing is sent by that.
async fn take_offered(visit: &Visit<'_, '_>, wanted: &Wanted) -> Result<(), PageError> {
    let field = &wanted.field;
    let taken = choose(visit, wanted).await;
    // One that says nothing of what it wants may only show something.
    let asks = field.required || fields::recognise(field).is_some() || !fillers(field).is_empty();
    if taken? || !asks {
        return Ok(());
    }
    Err(PageError::Element("it takes no keys, and a click into it offers nothing".to_owned()))
}

async fn choose(visit: &Visit<'_, '_>, wanted: &Wanted) -> Result<bool, PageError> {
    let guarded = visit.plan.mode == Mode::Submit;
    if guarded {
        visit.page.guard(true).await;
    }
    visit.hold_back(Hold::Changes);
    let taken = choose_offered(visit, &wanted.frame, &wanted.field).await;
    visit.hold_back(Hold::Nothing);
    if guarded {
        visit.page.guard(false).await;
    }
    taken
}

/// Whether the field then holds something, by the mouse, else by keys alone. What was opened is closed again.
async fn choose_offered(visit: &Visit<'_, '_>, frame: &Frame, field: &Field) -> Result<bool, PageError> {
    let n = field.n;
    let lists = field.chooser || field.list;
    let before: String = visit.page.ask(frame, "shows", json!([n])).await?;
    let mut taken = false;
    for by_keys in [false, false, true] {
        let took = if by_keys { take_by_keys(visit, frame, n).await? } else { take_entry(visit, frame, field).await? };
        if opened(visit, frame).await {
            shut(visit, frame, n).await?;
        }
        taken |= took;
        if !taken || !lists || visit.page.ask(frame, "answered", json!([n, before])).await? {
            break;
        }
    }
    let held: String = visit.page.ask(frame, "holds", json!([n])).await?;
    Ok(taken && lists || !field.list && !held.is_empty())
}

/// Closes what a field opened. A layer that the field lies in might hear Escape too: there a click beside it does.
async fn shut(visit: &Visit<'_, '_>, frame: &Frame, n: usize) -> Result<(), PageError> {
    let aside: Option<usize> = visit.page.ask(frame, "aside", json!([n])).await?;
    match aside {
        Some(aside) => visit.page.click(frame, aside).await,
        None => press_key(visit, "Escape").await,
    }
}

/// A click into the field, and one on an entry of what it opens. False where it offers none.
async fn take_entry(visit: &Visit<'_, '_>, frame: &Frame, field: &Field) -> Result<bool, PageError> {
    let n = field.n;
    for what in ["watch", "remember"] {
        let _: Value = visit.page.ask(frame, what, json!([])).await?;
    }
    let mut entry = None;
    // A list may open by what lies around its field and takes the mouse there.
    if visit.page.click_through(frame, n).await? {
        entry = offered(visit, frame, n).await?;
    }
    if entry.is_none() && !opened(visit, frame).await {
        visit.page.click(frame, n).await?;
        entry = offered(visit, frame, n).await?;
    }
    // Down opens a list too (ARIA Authoring Practices, combobox pattern).
    if entry.is_none() && (field.chooser || field.list) {
        let _: String = visit.page.ask(frame, "focus", json!([n])).await?;
        press_key(visit, "ArrowDown").await?;
        entry = offered(visit, frame, n).await?;
    }
    let Some(entry) = entry else { return Ok(false) };
    visit.page.click(frame, entry).await?;
    come_to_rest(visit, frame).await;
    // Some take the choice only when they are told that it was made.
    if opened(visit, frame).await
        && let Some(button) = answering(visit, frame).await
    {
        visit.page.click(frame, button.n).await?;
        visit.page.settle().await;
        is_gone(visit, frame).await;
    }
    Ok(true)
}

pub(super) async fn offered(visit: &Visit<'_, '_>, frame: &Frame, n: usize) -> Result<Option<usize>, PageError> {
    come_to_rest(visit, frame).await;
    visit.page.ask(frame, "offered", json!([n])).await
}

/// Down opens the list, Down again goes to an entry, Enter takes it.
async fn take_by_keys(visit: &Visit<'_, '_>, frame: &Frame, n: usize) -> Result<bool, PageError> {
    let ready: String = visit.page.ask(frame, "focus", json!([n])).await?;
    if ready != "ready" {
        return Ok(false);
    }
    for key in ["ArrowDown", "ArrowDown", "Enter"] {
        press_key(visit, key).await?;
        come_to_rest(visit, frame).await;
    }
    Ok(true)
}

async fn press_key(visit: &Visit<'_, '_>, key: &str) -> Result<(), PageError> {
    for down in [true, false] {
        visit.page.key(down, key).await?;
    }
    visit.page.settle().await;
    Ok(())
}

/// Keys where keys work, else by value. True where the field then holds it.
pub(super) async fn enter(visit: &Visit<'_, '_>, frame: &Frame, field: &Field, value: &str) -> Result<bool, PageError> {
    if field.kind == "file" {
        return visit.page.attach(frame, field.n, value.as_ref()).await.map(|()| true);
    }
    if let Some(number) = number_of(visit, field, value) {
        return enter_number(visit, frame, field.n, &number, value).await.map(|e| matches!(e, Entered::Kept(_)));
    }
    if let Some(part) = parts::part_of(field) {
        return enter_part(visit, frame, field, part.of(field, value)).await;
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
