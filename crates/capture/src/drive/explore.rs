//! Zero configuration: find pages, fields and buttons.

use super::ahead::Ahead;
use super::consent::is_consent;
use super::fields::{self, Field};
use super::frames::Frame;
use super::page::PageError;
use super::visit::{Visit, place};
use facts::{IdentifierKind, Mode};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashSet;

/// A button-like element as the helper describes it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Button {
    pub n: usize,
    pub text: String,
    pub form: String,
    pub submits: bool,
    pub link: bool,
    pub selector: String,
    /// Names of the elements it lies in, lower case.
    pub around: String,
}

#[derive(Deserialize)]
struct Link {
    url: String,
    text: String,
}

/// Buttons clicked for each form and round, and on a page that shows no field.
const CLICKS: usize = 4;
const REVEALS: usize = 3;
/// Spellings of each contact identifier.
const ROUNDS: usize = 2;

/// From the open start page on, up to the plan's number of pages.
pub async fn explore(visit: &mut Visit<'_>) {
    let mut ahead = Ahead::new(&visit.plan.start);
    ahead.seen(&visit.page.url());
    let mut pages = 1;
    loop {
        collect_links(visit, &mut ahead).await;
        if visit.plan.mode != Mode::Observe {
            let url = visit.page.url();
            fill_page(visit, &url, &mut ahead).await;
        }
        loop {
            if visit.stop.stopped() || pages >= visit.plan.pages.max(1) {
                return;
            }
            let Some(url) = ahead.next() else { return };
            pages += 1;
            if visit.open(&url).await.is_ok() {
                break;
            }
        }
    }
}

async fn collect_links(visit: &mut Visit<'_>, ahead: &mut Ahead) {
    let Ok(frame) = visit.page.main_frame().await else { return };
    let links: Vec<Link> = visit.page.ask(&frame, "links", json!([])).await.unwrap_or_default();
    for link in links {
        let Ok(url) = url::Url::parse(&link.url) else { continue };
        if !matches!(url.scheme(), "http" | "https") || !visit.is_own(&link.url) {
            continue;
        }
        if let Some(promising) = fields::link_rank(&url, &link.text) {
            ahead.add(link.url, promising);
        }
    }
}

/// A field with the document it is in, and what goes into it.
struct Wanted {
    frame: Frame,
    field: Field,
    value: Filling,
}

enum Filling {
    Canary(IdentifierKind, String),
    /// So that a form counts as complete; says nothing about anybody.
    Filler(&'static str),
    Choice,
}

struct Typed {
    frame_url: String,
    selector: String,
    value: String,
}

async fn scan(visit: &Visit<'_>) -> Vec<Wanted> {
    let mut found = Vec::new();
    for frame in visit.page.frames().await {
        let fields: Vec<Field> = visit.page.ask(&frame, "fields", json!([])).await.unwrap_or_default();
        for field in fields {
            if let Some(value) = filling(&field) {
                found.push(Wanted { frame: frame.clone(), field, value });
            }
        }
    }
    found
}

fn filling(field: &Field) -> Option<Filling> {
    if let Some((kind, role)) = fields::recognise(field) {
        return Some(if field.tag == "select" { Filling::Choice } else { Filling::Canary(kind, role) });
    }
    if field.tag == "select" {
        return field.required.then_some(Filling::Choice);
    }
    let filler = match field.kind.as_str() {
        "password" => "Kanal-7-lucka!",
        _ if !field.required => return None,
        "number" => "1",
        "url" => "https://example.org/",
        "date" => "2030-01-01",
        _ => "Sluss",
    };
    Some(Filling::Filler(filler))
}

impl Wanted {
    fn is_canary(&self) -> bool {
        matches!(self.value, Filling::Canary(..))
    }

    /// Meta, TikTok and Google read these in several spellings.
    fn has_spellings(&self) -> bool {
        matches!(self.value, Filling::Canary(IdentifierKind::Email | IdentifierKind::Phone, _))
    }

    fn place(&self) -> (&str, &str) {
        (&self.frame.url, &self.field.form)
    }
}

async fn fill_page(visit: &mut Visit<'_>, url: &str, ahead: &mut Ahead) {
    for round in 0..ROUNDS {
        let mut wanted = scan(visit).await;
        if round == 0 && !wanted.iter().any(Wanted::is_canary) {
            wanted = reveal(visit, url).await;
        }
        let canaries = wanted.iter().any(Wanted::is_canary);
        if !canaries || (round > 0 && !wanted.iter().any(Wanted::has_spellings)) || visit.stop.stopped() {
            return;
        }
        let typed = fill(visit, &wanted, round).await;
        click_around(visit, url, &wanted, &typed, round, ahead).await;
        if round + 1 < ROUNDS && !back(visit, url).await {
            return;
        }
    }
}

/// Returns to a page. False where it is no longer to be had: a sent form may have changed what the address shows.
async fn back(visit: &mut Visit<'_>, url: &str) -> bool {
    if place(&visit.page.url()) == place(url) {
        return true;
    }
    visit.open(url).await.is_ok() && place(&visit.page.url()) == place(url)
}

/// A page without fields may show some behind a button.
async fn reveal(visit: &mut Visit<'_>, url: &str) -> Vec<Wanted> {
    let Ok(frame) = visit.page.main_frame().await else { return Vec::new() };
    let buttons: Vec<Button> = visit.page.ask(&frame, "buttons", json!([])).await.unwrap_or_default();
    let plain = |b: &Button| !b.submits && !b.link && !is_consent(b) && !fields::is_avoided(&b.text);
    for button in buttons.into_iter().filter(plain).take(REVEALS) {
        press(visit, &frame, &button, false).await;
        let wanted = scan(visit).await;
        if wanted.iter().any(Wanted::is_canary) || place(&visit.page.url()) != place(url) {
            return wanted;
        }
    }
    Vec::new()
}

async fn fill(visit: &mut Visit<'_>, wanted: &[Wanted], round: usize) -> Vec<Typed> {
    let names: Vec<_> = wanted.iter().filter(|w| w.is_canary()).map(|w| w.field.selector.as_str()).collect();
    let name = format!("fill {}", names.join(", "));
    visit.begin(&name);
    let mut typed = Vec::new();
    let mut outcome = Ok(());
    for one in wanted {
        match fill_one(visit, one, &name, round).await {
            Ok(Some(value)) => {
                typed.push(Typed { frame_url: one.frame.url.clone(), selector: one.field.selector.clone(), value })
            }
            Ok(None) => {}
            Err(error) => outcome = Err(error),
        }
    }
    visit.page.settle().await;
    visit.end(&name, outcome).await;
    typed
}

async fn fill_one(
    visit: &mut Visit<'_>,
    wanted: &Wanted,
    step: &str,
    round: usize,
) -> Result<Option<String>, PageError> {
    let (frame, field) = (&wanted.frame, &wanted.field);
    let value = match &wanted.value {
        Filling::Choice => {
            let _: Value = visit.page.ask(frame, "choose", json!([field.n])).await?;
            return Ok(None);
        }
        Filling::Filler(text) => (*text).to_owned(),
        Filling::Canary(kind, role) => visit.canary(role, *kind, &field.selector, step, round).value,
    };
    if !enter(visit, frame, field.n, &field.kind, &value).await? && wanted.is_canary() {
        let what = format!("what was typed into `{}` on {}", field.selector, crate::witness::without_query(&frame.url));
        visit.gap(what, "the field did not keep it as typed");
    }
    Ok(Some(value))
}

/// Keys where keys work, else by value.
async fn enter(visit: &Visit<'_>, frame: &Frame, n: usize, kind: &str, value: &str) -> Result<bool, PageError> {
    if matches!(kind, "date" | "month" | "week" | "time" | "datetime-local" | "range" | "color") {
        return visit.page.ask(frame, "put", json!([n, value])).await;
    }
    visit.page.type_into(frame, n, value).await
}

/// Buttons beside filled fields: those that send nothing first, links last.
async fn choose_buttons(visit: &Visit<'_>, wanted: &[Wanted]) -> Vec<(Frame, Button)> {
    let mut chosen = Vec::new();
    let mut seen = HashSet::new();
    for one in wanted.iter().filter(|w| w.is_canary()) {
        if !seen.insert(one.place()) {
            continue;
        }
        let buttons: Vec<Button> = visit.page.ask(&one.frame, "buttons", json!([])).await.unwrap_or_default();
        let mut beside: Vec<Button> = buttons
            .into_iter()
            .filter(|b| b.form == one.field.form && !is_consent(b) && !fields::is_avoided(&b.text))
            .filter(|b| !(b.link && b.form.is_empty()))
            .collect();
        beside.sort_by_key(|b| (b.link, b.submits));
        beside.truncate(CLICKS);
        chosen.extend(beside.into_iter().map(|b| (one.frame.clone(), b)));
    }
    chosen
}

async fn click_around(
    visit: &mut Visit<'_>,
    url: &str,
    wanted: &[Wanted],
    typed: &[Typed],
    round: usize,
    ahead: &mut Ahead,
) {
    // A form is sent once, however many spellings are tried.
    let send = visit.plan.mode == Mode::Submit && round == 0;
    let buttons = choose_buttons(visit, wanted).await;
    let count = buttons.len();
    for (i, (frame, button)) in buttons.into_iter().enumerate() {
        if visit.stop.stopped() {
            return;
        }
        let Some((frame, n)) = again(visit, &frame, &button).await else { continue };
        press(visit, &frame, &Button { n, ..button.clone() }, send).await;
        let now = visit.page.url();
        if place(&now) == place(url) {
            continue;
        }
        if button.submits && visit.is_own(&now) {
            ahead.add_next(now);
        }
        if i + 1 < count {
            if !back(visit, url).await {
                return;
            }
            retype(visit, typed).await;
        }
    }
}

/// The same button in the document as it is now.
async fn again(visit: &Visit<'_>, frame: &Frame, button: &Button) -> Option<(Frame, usize)> {
    for now in visit.page.frames().await.into_iter().filter(|f| f.url == frame.url) {
        let buttons: Vec<Button> = visit.page.ask(&now, "buttons", json!([])).await.unwrap_or_default();
        if let Some(found) = buttons.into_iter().find(|b| b.selector == button.selector) {
            return Some((now, found.n));
        }
    }
    None
}

async fn retype(visit: &mut Visit<'_>, typed: &[Typed]) {
    for wanted in scan(visit).await {
        let same = |t: &&Typed| t.selector == wanted.field.selector && t.frame_url == wanted.frame.url;
        if let Some(typed) = typed.iter().find(same) {
            let _ = enter(visit, &wanted.frame, wanted.field.n, &wanted.field.kind, &typed.value).await;
        }
    }
}

/// One click as a step of its own. Only with `send` may a form go out.
async fn press(visit: &mut Visit<'_>, frame: &Frame, button: &Button, send: bool) {
    let name = format!("click {}", button.selector);
    visit.begin(&name);
    if send && button.submits {
        let _: Result<Value, _> = visit.page.ask(frame, "tick", json!([button.form])).await;
    }
    let guarded = visit.plan.mode == Mode::Submit && !send;
    if guarded {
        visit.page.guard(true).await;
    }
    visit.hold_back(!send);
    let clicked = visit.page.click(frame, button.n, 1, "left").await;
    visit.page.settle().await;
    visit.hold_back(false);
    report_prevented(visit, frame, &button.form).await;
    if guarded {
        visit.page.guard(false).await;
    }
    visit.page.close_others().await;
    visit.end(&name, clicked).await;
}

pub(super) async fn report_prevented(visit: &Visit<'_>, frame: &Frame, form: &str) -> bool {
    let prevented: u32 = visit.page.ask(frame, "prevented", json!([])).await.unwrap_or_default();
    if prevented > 0 && visit.plan.mode != Mode::Submit {
        let form = if form.is_empty() { "a form".to_owned() } else { format!("form `{form}`") };
        let what = format!("what follows when {form} on {} is sent", crate::witness::without_query(&frame.url));
        visit.gap(what, "this mode fills forms and clicks, but sends none");
    }
    prevented > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_form_needs_is_filled_beside_canaries() {
        let field = |kind: &str, required| Field { kind: kind.into(), required, ..Field::default() };
        assert!(matches!(filling(&field("email", false)), Some(Filling::Canary(IdentifierKind::Email, _))));
        assert!(filling(&field("text", false)).is_none());
        assert!(matches!(filling(&field("text", true)), Some(Filling::Filler("Sluss"))));
        assert!(matches!(filling(&field("password", false)), Some(Filling::Filler(_))));
    }
}
