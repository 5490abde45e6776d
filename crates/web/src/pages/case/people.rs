//! Telling the people concerned (Art. 34): whether, the letter with its required parts and a check of plain language,
//! what was sent to whom, a pause, an exemption with its reasons.

use super::forms::table::{DRAFT, LETTER, UNLIKE};
use super::forms::{self, Drawn};
use super::history::text;
use super::letter::{Check, Letter, check, is_unlike};
use super::notification::uphold;
use super::overview::{Decided, decided};
use super::take::{self, seen};
use super::view::{Head, Tab, View};
use super::{language, one, safe, set};
use crate::form::Left;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::pages::page;
use crate::session::{Here, Posted};
use ::facts::{Place, Problem};
use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use paper::{PeopleLetter, Words};
use respond::{Case, Ground, Text};

#[derive(Template)]
#[template(path = "people.html")]
struct Show<'a> {
    f: &'a Frame,
    c: Head,
    decided: Option<Decided>,
    ordered: bool,
    pause: Option<Pause>,
    pausing: Drawn<'a>,
    exemption: Option<Exemption>,
    exempt: Drawn<'a>,
    letter: Drawn<'a>,
    /// The letter as it was kept, newest first.
    drafts: Vec<Kept<'a>>,
    senders: [Sender; 2],
    groups: Vec<(String, bool)>,
    check: Option<Check>,
    sent: Vec<Sent>,
    /// How many are held back and not told yet, and the form that tells they were.
    held_back: Option<(usize, Drawn<'a>)>,
    open: bool,
    /// A letter rests on other facts than those of now: the form that says it holds.
    doubt: Option<Drawn<'a>>,
}

struct Kept<'a> {
    number: usize,
    at: Timestamp,
    by: String,
    language: String,
    group: String,
    /// The form goes on with this one.
    here: bool,
    /// Who approved it, and when.
    approved: Option<(String, Timestamp)>,
    /// Names of its files, as [`letter_file`] gives them.
    files: [&'static str; 5],
    approve: Option<Drawn<'a>>,
}

/// Who sends the letter; none where nobody has said so.
struct Sender {
    label: String,
    /// The item of the notification that says it.
    item: &'static str,
    known: Option<String>,
}

struct Pause {
    by: String,
    since: Timestamp,
    until: Option<Timestamp>,
    reason: String,
}

struct Exemption {
    ground: String,
    reasons: String,
    person: String,
    at: Timestamp,
    published: Option<(String, Timestamp)>,
    /// The authority ordered the communication after all.
    overruled: bool,
}

struct Sent {
    at: Timestamp,
    means: String,
    group: String,
    people: String,
    languages: String,
    held_back: u64,
    /// Parts of Art. 34(2) that nobody has said are in it.
    lacks: String,
    /// Another letter than the one approved.
    unlike: bool,
    text: String,
}

/// `checked`: the letter as it is being written, looked at before it is sent.
pub fn render(view: View<'_>, checked: Option<Check>) -> Result<Response, Oops> {
    let (f, case) = (&view.here.f, view.case());
    let ordered = case.decisions.iter().any(|d| d.orders_communication);
    let paused = case.paused(case.now(view.here.now));
    let draft = draft(&view);
    let written = draft.and_then(|n| case.drafts[n].subgroup.clone()).unwrap_or_default();
    let chosen = if view.left.form.is_empty() { written } else { view.left.get("subgroup").to_owned() };
    let group = |name: &String| (name.clone(), *name == chosen);
    page(&Show {
        f,
        c: view.head(Tab::People),
        decided: decided(f, case).pop(),
        ordered,
        pause: paused.map(|p| pause(f, p)),
        pausing: view.form(if paused.is_some() { "resume" } else { "pause" }, &[]),
        exemption: case.exemption.as_ref().map(|e| exemption(f, e, ordered)),
        exempt: view.form("exempt", &[]),
        letter: letter(&view, draft),
        drafts: kept(&view, draft),
        senders: senders(f, case),
        groups: case.facts.subgroups.iter().map(|g| &g.name).map(group).collect(),
        check: checked,
        held_back: Some(case.held_back() as usize).filter(|n| *n > 0).map(|n| (n, view.form("reach", &[]))),
        sent: case.communications.iter().rev().map(|c| sent_one(f, case, c)).collect(),
        open: view.open(),
        doubt: (view.open() && case.is_letter_in_doubt()).then(|| uphold(&view, "people").on(Tab::People)),
    })
}

/// Which kept letter the form goes on with: the one asked for, else the newest.
fn draft(view: &View<'_>) -> Option<usize> {
    let drafts = view.case().drafts.len();
    view.left.draft.filter(|n| (1..=drafts).contains(n)).or(Some(drafts))?.checked_sub(1)
}

/// The letter as it was kept, else begun with what the case knows already.
fn letter<'a>(view: &View<'a>, draft: Option<usize>) -> Drawn<'a> {
    let (f, case) = (&view.here.f, view.case());
    let given = draft.map_or_else(|| Letter::begun(f, case), |n| Letter::kept(f, &case.drafts[n]));
    let mut fields: Vec<(&str, &str)> = given.parts().collect();
    fields.push(("language", given.lang.tag()));
    let mut drawn = view.form(LETTER, &fields).opened(case.communications.is_empty());
    // Who writes it need not be the one who sends it.
    drawn.allowed |= f.may_write();
    if view.left.get(UNLIKE).is_empty() && view.left.wrong(UNLIKE).is_empty() {
        drawn = drawn.without(UNLIKE);
    }
    if draft.is_none() && !given.is_empty() {
        drawn.lead = format!("{} {}", drawn.lead, f.t("web-letter-begun"));
    }
    drawn
}

fn senders(f: &Frame, case: &Case) -> [Sender; 2] {
    let respond::case::Sender { controller, dpo } = case.sender();
    [("controller-name-contact", controller), ("dpo-contact", dpo)].map(|(item, known)| Sender {
        label: f.t(format!("respond-item-{item}")),
        item,
        known,
    })
}

fn kept<'a>(view: &View<'a>, draft: Option<usize>) -> Vec<Kept<'a>> {
    let f = &view.here.f;
    let approve = |n: usize, d: &respond::case::Draft| {
        let asked = d.approved.is_none() && draft == Some(n) && view.open();
        asked.then(|| view.form("approve-draft", &[("draft", &(n + 1).to_string())]))
    };
    let one = |(n, d): (usize, &respond::case::Draft)| Kept {
        number: n + 1,
        at: d.at,
        by: view.names.of(f, &d.by),
        language: f.code("web-option-language", &d.language),
        group: d.subgroup.clone().unwrap_or_else(|| f.t("web-people-everyone")),
        here: draft == Some(n),
        approved: d.approved.as_ref().map(|a| (a.person.clone(), a.at)),
        files: ["letter.pdf", "letter.txt", "letter.html", "addresses.csv", "notice.html"],
        approve: approve(n, d),
    };
    view.case().drafts.iter().enumerate().rev().map(one).collect()
}

fn pause(f: &Frame, p: &respond::case::Pause) -> Pause {
    Pause { by: p.requested_by.clone(), since: p.since, until: p.until, reason: text(f, &p.reason) }
}

fn exemption(f: &Frame, e: &respond::case::Exemption, overruled: bool) -> Exemption {
    Exemption {
        ground: f.t(format!("web-option-ground-{}", ground(e.ground))),
        reasons: text(f, &e.reasons),
        person: e.person.clone(),
        at: e.at,
        published: e.published.as_ref().map(|p| (p.place.clone(), p.at)),
        overruled,
    }
}

fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::A => "a",
        Ground::B => "b",
        Ground::C => "c",
    }
}

fn sent_one(f: &Frame, case: &Case, c: &respond::case::Communication) -> Sent {
    let means = serde_json::to_value(c.means).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    let language = |tag: &String| f.code("web-option-language", tag);
    let lacks = respond::Letter::PARTS.iter().filter(|part| !c.parts.iter().any(|said| said == *part));
    let unlike = |said: &str| c.languages.iter().any(|lang| is_unlike(case, lang, c.subgroup.as_deref(), said));
    Sent {
        unlike: c.text.open().is_some_and(unlike),
        at: c.sent,
        means: f.t(format!("web-option-means-{means}")),
        group: c.subgroup.clone().unwrap_or_else(|| f.t("web-people-everyone")),
        people: c.people.map_or_else(|| f.t("web-unknown"), |n| f.words.count(n)),
        languages: c.languages.iter().map(language).collect::<Vec<_>>().join(", "),
        held_back: c.held_back,
        lacks: lacks.map(|part| f.t(format!("web-letter-{part}"))).collect::<Vec<_>>().join("; "),
        text: text(f, &c.text),
    }
}

/// Where a refused form was shown, a reload or a change of language asks for its address.
pub async fn back(_: Here, Path(id): Path<String>) -> Redirect {
    Redirect::to(&Tab::People.address(&id))
}

/// The letter was sent; or it is only looked at, set as a paper, or made a notice for the public.
pub async fn sent(Path(id): Path<String>, posted: Posted) -> Result<Response, Oops> {
    let here = &posted.here;
    match posted.one("do") {
        Some("check") => {
            let left = Left { seen: Some(seen(&posted)?), ..Left::of(&posted, LETTER.to_owned()) };
            let view = View::new(here, &id, left).await?;
            render(view, Some(check(&here.f, &Letter::read(&posted))))
        }
        Some(what @ ("paper" | "notice")) => {
            let case = one(&here.site, &id).await?.case;
            let letter = Letter::read(&posted).unapproved(&case, here.now);
            handed(if what == "paper" { "letter.pdf" } else { "notice.html" }, &case, letter, here.now).await
        }
        Some("keep") => {
            let form = forms::find(DRAFT).ok_or(Oops::NotFound)?;
            take::act_of(&id, &posted, form, LETTER.to_owned()).await
        }
        _ => {
            let (case, letter) = (one(&here.site, &id).await?.case, Letter::read(&posted));
            let unlike = is_unlike(&case, letter.lang.tag(), posted.one("subgroup"), &letter.composed());
            if unlike && posted.one(UNLIKE).is_none() {
                let what = "the letter is another than the one that was approved";
                let problem = Problem::new(Place::source(UNLIKE), "letter-unlike", what);
                let form = forms::find(LETTER).ok_or(Oops::NotFound)?;
                return take::again(&id, &posted, form, Left::of(&posted, LETTER.to_owned()), &[problem]).await;
            }
            take::act(Path((id, LETTER.to_owned())), posted).await
        }
    }
}

/// A kept letter as a file: a paper, a text or a page to be merged, the head of the list for it, a notice.
pub async fn letter_file(
    here: Here,
    Path((id, number, file)): Path<(String, usize, String)>,
) -> Result<Response, Oops> {
    let case = one(&here.site, &id).await?.case;
    let kept = number.checked_sub(1).and_then(|n| case.drafts.get(n)).ok_or(Oops::NotFound)?;
    handed(&file, &case, PeopleLetter::kept(&case, kept, here.now), here.now).await
}

async fn handed(file: &str, case: &Case, letter: PeopleLetter, now: Timestamp) -> Result<Response, Oops> {
    let (what, end) = file.split_once('.').ok_or(Oops::NotFound)?;
    let name = format!("{}-{what}-{}.{end}", safe(&case.id), letter.lang().tag());
    let (kind, bytes) = match file {
        "letter.pdf" => ("application/pdf", set(move || Ok(letter.pdf(now)?)).await?),
        "letter.txt" => ("text/plain; charset=utf-8", letter.text().into_bytes()),
        "letter.html" => ("text/html; charset=utf-8", letter.html().map_err(flows::Trouble::from)?.into_bytes()),
        "notice.html" => ("text/html; charset=utf-8", letter.notice().map_err(flows::Trouble::from)?.into_bytes()),
        "addresses.csv" => ("text/csv; charset=utf-8", letter.columns().into_bytes()),
        _ => return Err(Oops::NotFound),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}

async fn pdf(name: String, paper: paper::Letter, now: Timestamp) -> Result<Response, Oops> {
    let bytes = set(move || Ok(paper::letter_pdf(&paper, now)?)).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, bytes).into_response())
}

/// The exemption as a letter with its reasons, for the file and for the authority.
pub async fn exemption_paper(here: Here, Path((id, file)): Path<(String, String)>) -> Result<Response, Oops> {
    let lang = language(&file).ok_or(Oops::NotFound)?;
    let case = one(&here.site, &id).await?.case;
    let exemption = case.exemption.as_ref().ok_or(Oops::NotFound)?;
    let words = Words::new(lang).of_country(&case.country);
    let say = |key: &str| words.say(key);
    let mut head = vec![
        (say("web-case"), case.title.clone()),
        (say("web-case-reference"), super::reference(&case).to_owned()),
        (say("web-exemption-by"), exemption.person.clone()),
        (say("web-exemption-at"), words.moment(exemption.at, &here.f.zone)),
    ];
    if let Some(published) = &exemption.published {
        let at = words.moment(published.at, &here.f.zone);
        head.push((say("web-exemption-published"), format!("{}, {at}", published.place)));
    }
    let own = |text: &Text| text.open().map_or_else(|| say("web-destroyed"), str::to_owned);
    let ground = ground(exemption.ground);
    let sections = vec![
        (say("web-exemption-condition"), say(&format!("web-option-ground-{ground}"))),
        (say("web-exemption-law"), say(&format!("web-exemption-law-{ground}"))),
        (say("web-conclude-reasons"), own(&exemption.reasons)),
    ];
    let mark = case.exercise.then_some(paper::Mark::Exercise);
    let paper = paper::Letter { lang, title: say("web-exemption-title"), head, sections, mark };
    pdf(format!("{}-exemption-{}.pdf", safe(&id), lang.tag()), paper, here.now).await
}
