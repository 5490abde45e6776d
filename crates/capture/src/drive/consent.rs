//! Answering a consent dialog: by DuckDuckGo's autoconsent, else by tables/consent.toml.

mod library;

use super::fields::words_of;
use super::fill::Button;
use super::frames::Frame;
use super::listeners::show_pressed;
use super::page::{Page, PageError};
use facts::Consent;
use library::{Library, Stand};
use serde::Deserialize;
use serde_json::json;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

#[derive(Deserialize)]
struct Table {
    rule: Vec<Rule>,
    words: Words,
}

#[derive(Deserialize)]
struct Rule {
    #[cfg_attr(not(test), allow(dead_code))]
    name: String,
    accept: Vec<String>,
    reject: Vec<String>,
}

#[derive(Deserialize)]
struct Words {
    /// Parts of names that only consent dialogs bear.
    containers: Vec<String>,
    /// Parts of names that other dialogs bear as well.
    weak: Vec<String>,
    /// What dialogs say that name no cookies.
    sentences: Vec<String>,
    accept: Vec<String>,
    reject: Vec<String>,
    /// Leads to a second layer.
    more: Vec<String>,
    /// Ends a second layer with what is switched on there.
    save: Vec<String>,
    /// Leads further where a second layer has nothing to switch off.
    further: Vec<String>,
    /// Of several answers the one that switches off.
    off: Vec<String>,
    /// Switches that cannot be refused.
    needed: Vec<String>,
    /// How words for what cannot be refused begin, words that let nothing else through, and those that turn these round.
    needed_stems: Vec<String>,
    only: Vec<String>,
    not: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../tables/consent.toml")).expect("tables/consent.toml is well formed")
});

/// Whether a button belongs to a consent dialog; exploration leaves those alone.
pub fn is_consent(button: &Button) -> bool {
    let words = &TABLE.words;
    let weak = !button.asks && words.weak.iter().any(|w| button.around.contains(w.as_str()));
    let answers = says(&words.accept, &button.text) || refuses(&button.text);
    let leads = says(&words.more, &button.text) || says(&words.save, &button.text);
    is_surely(button) || weak && answers || asks(button) && (button.over || answers || leads)
}

/// By the names of what it lies in.
fn is_surely(button: &Button) -> bool {
    TABLE.words.containers.iter().any(|w| button.around.contains(w.as_str()))
}

/// A dialog made by hand says what it is about only in its sentences.
fn asks(button: &Button) -> bool {
    let notice = words_of(&button.notice);
    let begins = |w: &str| notice.match_indices(w).any(|(i, _)| i == 0 || notice.as_bytes()[i - 1] == b' ');
    TABLE.words.containers.iter().chain(&TABLE.words.sentences).any(|w| begins(w))
}

/// Whether what lies there answers a consent dialog, or leads to where it is answered.
pub fn is_answer(button: &Button) -> bool {
    is_consent(button) && (button.over || is_said(&button.text))
}

fn is_said(text: &str) -> bool {
    let words = &TABLE.words;
    [&words.accept, &words.more, &words.save].into_iter().any(|list| says(list, text)) || refuses(text)
}

/// The same of a selector of a recording, by what it says or names.
pub fn names_answer(selector: &str) -> bool {
    if let Some(said) = selector.strip_prefix("aria/").or(selector.strip_prefix("text/")) {
        return is_said(said.split('[').next().unwrap_or(said));
    }
    let lower = selector.to_lowercase();
    let rules = TABLE.rule.iter().flat_map(|rule| rule.accept.iter().chain(&rule.reject));
    rules.into_iter().any(|known| known == selector)
        || TABLE.words.containers.iter().any(|w| lower.contains(w.as_str()))
}

/// Whether a button gives this answer.
pub fn fits(button: &Button, answer: Consent) -> bool {
    let words = &TABLE.words;
    let rejects = refuses(&button.text);
    match answer {
        Consent::Reject => rejects,
        // `accept only necessary` and `accept selected` begin like an acceptance.
        Consent::Accept => says(&words.accept, &button.text) && !rejects && !says(&words.save, &button.text),
        Consent::None => false,
    }
}

fn says(list: &[String], text: &str) -> bool {
    let text = words_of(text);
    list.iter().any(|w| text == *w || text.strip_prefix(w.as_str()).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether a button says no, or lets through nothing but what is needed, in whatever order it says so.
fn refuses(text: &str) -> bool {
    if says(&TABLE.words.reject, text) {
        return true;
    }
    let text = words_of(text);
    let words: Vec<&str> = text.split(' ').collect();
    let needed = |at: usize| {
        words.get(at).is_some_and(|w| TABLE.words.needed_stems.iter().any(|stem| w.starts_with(stem.as_str())))
    };
    let only = |at: usize| words.get(at).is_some_and(|w| TABLE.words.only.iter().any(|o| o == w));
    let not = |at: usize| at > 0 && TABLE.words.not.iter().any(|n| *n == words[at - 1]);
    (0..words.len()).any(|at| {
        let before = only(at) && !not(at) && (needed(at + 1) || needed(at + 2));
        let after = needed(at) && only(at + 1) || needed(at) && words.len() <= at + 3 && only(at + 2);
        // `accept necessary cookies`: what is accepted is what cannot be refused.
        let alone = at == 1 && words.len() <= 3 && needed(1) && says(&TABLE.words.accept, words[0]);
        before || after || alone
    })
}

/// The button that gives this answer, by what it says; the narrower words win over the wider.
fn by_words(buttons: &[Button], answer: Consent) -> Option<usize> {
    buttons.iter().filter(|b| is_consent(b)).find(|b| fits(b, answer)).map(|b| b.n)
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Answered {
    Clicked(String),
    NoDialog,
}

/// How long a dialog is waited for where the page shows none, and how long where it is being answered.
const PATIENCE: Duration = Duration::from_secs(3);
const AT_WORK: Duration = Duration::from_secs(12);
/// How long the library's first look takes; its second begins half a second after the first.
const LOOK: Duration = Duration::from_millis(100);
const GLANCE: Duration = Duration::from_millis(50);

/// How long a second layer is waited for, and how many are gone through.
const SECOND: Duration = Duration::from_secs(2);
const LAYERS: usize = 3;
/// Between two questions to the debugger what hears presses.
const LISTENERS: Duration = Duration::from_millis(600);

/// Finds the dialog and answers it: by the library, else by what its buttons say. A dialog may come late.
/// `guarded`: whether forms are held again afterwards; `patient`: whether to wait for a dialog at all.
pub async fn answer(page: &Page, answer: Consent, guarded: bool, patient: bool) -> Result<Answered, PageError> {
    let began = Instant::now();
    // On a machine that is busy, getting the library to work takes longer than a visitor would wait.
    let mut looked = None;
    let mut library = Library::default();
    let mut listened: Option<Instant> = None;
    page.guard(false).await;
    let done = loop {
        let frames = page.frames().await;
        let stand = library.go_on(page, &frames, answer).await;
        let waited = began.elapsed();
        if stand != Stand::Busy {
            looked.get_or_insert(waited);
        }
        let patience = PATIENCE + looked.unwrap_or_default();
        match stand {
            Stand::Done(name) => break Ok(Answered::Clicked(name)),
            Stand::Busy if waited < AT_WORK => {}
            Stand::Looking if waited < looked.unwrap_or_default() + LOOK => {}
            Stand::Looking if waited < AT_WORK => match by_name(page, &frames, answer).await {
                // Gone: the library was quicker.
                Ok(Answered::NoDialog) | Err(PageError::Element(_)) => {}
                done => break done,
            },
            _ => match by_buttons(page, &frames, answer, &mut listened).await {
                Ok(Answered::NoDialog) if patient && waited < patience && !page.stopped() => {}
                // A dialog that is just going, or coming, is looked at again.
                Err(PageError::Element(_)) if waited < AT_WORK => {}
                done => break done,
            },
        }
        tokio::time::sleep(GLANCE).await;
    };
    if matches!(done, Ok(Answered::Clicked(_))) {
        page.settle().await;
    }
    page.guard(guarded).await;
    done
}

/// What is surely a dialog, and none the library knew at its first look, need not wait for the second.
async fn by_name(page: &Page, frames: &[Frame], answer: Consent) -> Result<Answered, PageError> {
    for frame in frames {
        let mut buttons: Vec<Button> = page.ask(frame, "answers", json!([])).await?;
        buttons.retain(is_surely);
        if let Some(n) = by_words(&buttons, answer) {
            page.click(frame, n).await?;
            return Ok(Answered::Clicked(
                buttons.into_iter().find(|b| b.n == n).map(|b| b.selector).unwrap_or_default(),
            ));
        }
    }
    Ok(Answered::NoDialog)
}

async fn by_buttons(
    page: &Page,
    frames: &[Frame],
    answer: Consent,
    listened: &mut Option<Instant>,
) -> Result<Answered, PageError> {
    let listen = listened.is_none_or(|at| at.elapsed() > LISTENERS);
    for frame in frames {
        page.adopt_closed(frame).await;
        if listen {
            show_pressed(page, frame).await;
            *listened = Some(Instant::now());
        }
        if let Some((n, selector)) = find(page, frame, answer).await? {
            page.click(frame, n).await?;
            return Ok(Answered::Clicked(selector));
        }
    }
    match by_saving(page, frames, answer).await? {
        Answered::NoDialog if answer == Consent::Reject => by_settings(page, frames).await,
        done => Ok(done),
    }
}

/// Answers where the switches stand in the first layer: by switching all of them on or off, and saving.
async fn by_saving(page: &Page, frames: &[Frame], answer: Consent) -> Result<Answered, PageError> {
    for frame in frames {
        let buttons: Vec<Button> = page.ask(frame, "answers", json!([])).await?;
        let saves = buttons.iter().find(|b| is_consent(b) && says(&TABLE.words.save, &b.text));
        if let Some(save) = saves
            && switched(page, frame, save, answer).await? == Some(0)
        {
            page.click(frame, save.n).await?;
            return Ok(Answered::Clicked(save.selector.clone()));
        }
    }
    Ok(Answered::NoDialog)
}

/// What is not switched as the answer has it, after switching what can be. None where there are no switches.
async fn switched(page: &Page, frame: &Frame, save: &Button, answer: Consent) -> Result<Option<usize>, PageError> {
    match answer {
        Consent::Accept => page.ask(frame, "switchOn", json!([save.n])).await,
        _ => switched_on(page, frame, save).await,
    }
}

/// What is still switched on beside a button, after switching off what can be. None where there are no switches.
async fn switched_on(page: &Page, frame: &Frame, button: &Button) -> Result<Option<usize>, PageError> {
    page.ask(frame, "untick", json!([button.n, TABLE.words.off, TABLE.words.needed])).await
}

/// Refuses where that stands behind a button for settings.
async fn by_settings(page: &Page, frames: &[Frame]) -> Result<Answered, PageError> {
    let words = &TABLE.words;
    for frame in frames {
        let mut before: Vec<Button> = page.ask(frame, "answers", json!([])).await?;
        let leads = |b: &&Button| is_consent(b) && says(&words.more, &b.text) && !says(&words.accept, &b.text);
        let Some(more) = before.iter().find(leads) else { continue };
        page.click(frame, more.n).await?;
        for _ in 0..LAYERS {
            match next_layer(page, &before).await? {
                Layer::Ended(done) => return Ok(done),
                Layer::Further(mut seen) => before.append(&mut seen),
                Layer::None => break,
            }
        }
    }
    Ok(Answered::NoDialog)
}

/// What a layer behind the first one came to.
enum Layer {
    Ended(Answered),
    /// It led to another; these were its buttons.
    Further(Vec<Button>),
    None,
}

/// Waits for the layer that a button opens; `before` are the buttons of those before it.
async fn next_layer(page: &Page, before: &[Button]) -> Result<Layer, PageError> {
    let pressed = Instant::now();
    while pressed.elapsed() < SECOND && !page.stopped() {
        page.settle().await;
        for frame in page.frames().await {
            match layer(page, &frame, before).await? {
                Layer::None => {}
                found => return Ok(found),
            }
        }
        tokio::time::sleep(GLANCE).await;
    }
    Ok(Layer::None)
}

/// Ends a layer by the button that refuses there, else by switching off what can be and saving; else goes further.
async fn layer(page: &Page, frame: &Frame, before: &[Button]) -> Result<Layer, PageError> {
    let words = &TABLE.words;
    show_pressed(page, frame).await;
    let mut now: Vec<Button> = page.ask(frame, "answers", json!([])).await?;
    // A button of the first layer stays what it was; one that says something else in its place is another.
    let is_new = |b: &Button| before.iter().all(|old| (&old.selector, &old.text) != (&b.selector, &b.text));
    now.retain(|b| is_consent(b) || is_new(b));
    let refuses = now.iter().find(|b| refuses(&b.text));
    let Some(end) = refuses.or_else(|| now.iter().find(|b| says(&words.save, &b.text))) else {
        let Some(further) = now.iter().find(|b| is_new(b) && !b.link && says(&words.further, &b.text)) else {
            return Ok(Layer::None);
        };
        page.click(frame, further.n).await?;
        return Ok(Layer::Further(now));
    };
    if refuses.is_none() && switched_on(page, frame, end).await?.is_some_and(|left| left > 0) {
        return Ok(Layer::Ended(Answered::NoDialog));
    }
    page.click(frame, end.n).await?;
    Ok(Layer::Ended(Answered::Clicked(end.selector.clone())))
}

async fn find(page: &Page, frame: &Frame, answer: Consent) -> Result<Option<(usize, String)>, PageError> {
    let selectors: Vec<[&String; 1]> = TABLE
        .rule
        .iter()
        .flat_map(|r| if answer == Consent::Accept { &r.accept } else { &r.reject })
        .map(|s| [s])
        .collect();
    let known: Option<Located> = page.ask(frame, "locate", json!([selectors])).await?;
    if let Some(found) = known.filter(|f| f.visible) {
        return Ok(Some((found.n, found.selector)));
    }
    let buttons: Vec<Button> = page.ask(frame, "answers", json!([])).await?;
    let chosen = by_words(&buttons, answer);
    Ok(chosen.and_then(|n| buttons.into_iter().find(|b| b.n == n)).map(|b| (b.n, b.selector)))
}

/// An element the helper found by selectors.
#[derive(Debug, Deserialize)]
pub struct Located {
    pub n: usize,
    pub count: usize,
    pub visible: bool,
    /// It has a place on the page, though it may be transparent.
    pub drawn: bool,
    pub tag: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub selector: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn button(n: usize, text: &str, around: &str) -> Button {
        Button { n, text: text.into(), around: around.into(), ..Button::default() }
    }

    #[test]
    fn the_answer_is_found_in_three_languages() {
        for (accept, reject) in [
            ("Acceptera alla", "Bara nödvändiga"),
            ("Hyväksy kaikki evästeet", "Hylkää"),
            ("Accept all cookies", "Reject all"),
            ("Godkänn alla", "Godkänn endast nödvändiga"),
            ("Godkend alle", "Kun nødvendige"),
            ("Godta alle", "Avvis alle"),
        ] {
            let buttons = [
                button(3, "Läs mer", "cookie-banner"),
                button(4, reject, "cookie-banner"),
                button(5, accept, "x consent"),
            ];
            assert_eq!(by_words(&buttons, Consent::Accept), Some(5), "{accept}");
            assert_eq!(by_words(&buttons, Consent::Reject), Some(4), "{reject}");
        }
    }

    #[test]
    fn only_what_is_needed_is_a_refusal_in_whatever_order_it_is_said() {
        for text in [
            "Godkänn bara nödvändiga kakor",
            "Tillåt bara nödvändiga kakor",
            "Jag vill endast ha nödvändiga cookies",
            "Använd enbart nödvändiga",
            "Bara de nödvändiga",
            "Acceptera nödvändiga",
            "Godkänn nödvändiga kakor",
            "Käytä vain välttämättömiä",
            "Käytä vain välttämättömiä evästeitä",
            "Hyväksy ainoastaan pakolliset evästeet",
            "Salli vain tarpeelliset",
            "Hyväksy välttämättömät",
            "Brug kun nødvendige cookies",
            "Bruk bare nødvendige",
            "Accept only required cookies",
            "Use only strictly necessary cookies",
            "Use necessary cookies only",
            "Essential only",
            "Accept essential cookies",
        ] {
            assert!(refuses(text), "{text}");
        }
        for text in ["Godkänn alla kakor", "Inte bara nödvändiga", "Nödvändiga kakor", "Accept all, not only necessary"]
        {
            assert!(!refuses(text), "{text}");
        }
        assert!(!refuses("Hyväksy kaikki") && !refuses("Accept necessary and analytics cookies"));
    }

    #[test]
    fn a_dialog_made_by_hand_is_known_by_what_it_says() {
        let said = |n, text: &str, notice: &str| Button { notice: notice.into(), ..button(n, text, "kr x7") };
        let notice = "vi använder kakor för att mäta hur sidan används.";
        let buttons = [
            said(1, "Jag förstår, tillåt allt", notice),
            said(2, "Nej, bara det som behövs", notice),
            said(3, "Läs mer", notice),
        ];
        assert_eq!(by_words(&buttons, Consent::Accept), Some(1));
        assert_eq!(by_words(&buttons, Consent::Reject), Some(2));
        assert!(!is_consent(&buttons[2]));
        assert!(!is_consent(&said(4, "OK", "nya chokladkakor i butiken.")));
        assert!(is_consent(&said(5, "Inställningar", notice)));
        assert!(
            is_consent(&Button { over: true, ..buttons[2].clone() }),
            "laid over the page, all of it is the dialog"
        );
    }

    #[test]
    fn a_button_outside_a_dialog_is_none_of_it() {
        let buttons = [button(1, "Acceptera erbjudandet", "form offer"), button(2, "OK", "main content")];
        assert_eq!(by_words(&buttons, Consent::Accept), None);
        assert!(!is_consent(&buttons[0]));
        assert!(!is_consent(&button(3, "Skicka", "dialog invite")));
        let ok = button(4, "OK", "modal dialog");
        assert!(is_consent(&ok) && !is_consent(&Button { asks: true, ..ok }), "beside what is typed it sends that");
    }

    #[test]
    fn every_rule_has_both_answers() {
        for rule in &TABLE.rule {
            assert!(!rule.accept.is_empty() && !rule.reject.is_empty(), "{}", rule.name);
        }
    }
}
