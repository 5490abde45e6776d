//! Every form of a case: one for each act a person does, on which page, with which fields.
//!
//! Names of forms and fields are those of the act as it is stored (`respond::Act`), so that a form needs no code of its
//! own: what was written becomes the act's JSON. Words: `web-form-<form>`, `web-form-<form>-<field>` or
//! `web-field-<field>`, each with an optional `-hint`; `web-option-<field>-<code>`.

use super::super::Tab;
use facts::Lang;
use serde_json::{Value, json};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Line,
    /// May tell of persons: sealed apart from the log.
    Text,
    /// A text as its item of the notification is answered: in words, by a choice, a number or a time.
    Answer,
    Moment,
    Day,
    Number,
    /// Yes or no; nothing is a third answer.
    Truth,
    Check,
    One(&'static [&'static str]),
    /// No codes: the page offers what holds for the case.
    Many(&'static [&'static str]),
    /// A list with commas between.
    Words,
    /// Given by the page, not by the person.
    Fixed,
    /// The next free number of what is added: as `Fixed`, but the page's newest where the form was refused.
    Next,
}

impl Kind {
    /// Not asked of the person.
    pub fn is_given(self) -> bool {
        matches!(self, Self::Fixed | Self::Next)
    }
}

pub struct Field {
    /// Path in the act: `published.at`.
    pub name: &'static str,
    pub kind: Kind,
    pub needed: bool,
}

pub struct Form {
    /// The act's name, and the last part of the address it is sent to.
    pub name: &'static str,
    /// The act's tag.
    pub tag: &'static str,
    pub tab: Tab,
    pub fields: &'static [Field],
    /// Gives what was written the act's shape, where it differs.
    pub shape: fn(&mut Value),
}

const fn need(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, needed: true }
}

const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, needed: false }
}

const fn form(name: &'static str, tag: &'static str, tab: Tab, fields: &'static [Field]) -> Form {
    Form { name, tag, tab, fields, shape: |_| {} }
}

pub fn find(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|f| f.name == name)
}

/// A case for each of several controllers: no act on one case.
pub static CONTROLLERS: Form =
    form("controllers", "", Tab::Overview, &[need("event", Line), need("controllers", Kind::Text)]);
/// A file to be kept; the file itself is no field of text.
pub static ATTACH: Form = form("attach", "attach/1", Tab::History, &[need("what", Kind::Text)]);
/// What a page draws that is no act of the table.
pub static OTHERS: [&Form; 2] = [&CONTROLLERS, &ATTACH];

use Kind::{Answer, Check, Day, Fixed, Line, Many, Moment, Next, Number, One, Text, Truth, Words};

/// The form of the letter to the people concerned.
pub const LETTER: &str = "communicate";
/// The same, kept while it is written.
pub const DRAFT: &str = "draft";
/// The letter that was sent is another than the one approved, and a person says so.
pub const UNLIKE: &str = "unlike";
pub const PARTS: [&str; 5] = respond::Letter::PARTS;
const LANGUAGES: &[&str] = &["sv", "fi", "en"];

pub const OCCURRED: &[&str] = &["point", "range", "ongoing", "unknown"];
const STATUS: &[&str] = &["known", "assumed", "unknown", "not-applicable"];
const OUTCOMES: &[&str] = &["no-action", "reprimand", "order", "fine", "fine-and-order", "ban", "other"];

pub static FORMS: &[Form] = &[
    form("aware", "aware/1", Tab::Overview, &[need("aware", Moment), need("person", Line), need("reason", Text)]),
    Form {
        shape: occurred,
        ..form(
            "times",
            "times/1",
            Tab::Overview,
            &[
                need("occurred.kind", One(OCCURRED)),
                may("occurred.from", Moment),
                may("occurred.to", Moment),
                may("occurred.estimated", Check),
                need("suspected", Moment),
                need("reason", Text),
            ],
        )
    },
    form(
        "controller",
        "controller/1",
        Tab::Overview,
        &[need("controller", Line), may("event", Line), need("established", Truth)],
    ),
    form("clock", "clock/1", Tab::Overview, &[need("to", Moment)]),
    form("close", "close/1", Tab::Overview, &[need("person", Line), need("reason", Text)]),
    form("title", "title/1", Tab::Overview, &[need("title", Line), need("reason", Text)]),
    form("strike", "strike/1", Tab::History, &[need("entry", Number), need("reason", Text), need("person", Line)]),
    form("reopen", "reopen/1", Tab::Overview, &[need("reason", Text)]),
    form(
        "conclude",
        "conclude/1",
        Tab::Assessment,
        &[need("about", Fixed), need("duty", Truth), need("person", Line), need("reasons", Text)],
    ),
    form("uphold", "uphold/1", Tab::Notification, &[need("about", Fixed), need("person", Line), need("reasons", Text)]),
    form("no-breach", "no-breach/1", Tab::Assessment, &[need("person", Line), need("reasons", Text)]),
    Form {
        shape: item,
        ..form(
            "item",
            "item/1",
            Tab::Notification,
            &[
                need("item", Fixed),
                may("text", Answer),
                may("files", Many(&[])),
                need("status.is", One(STATUS)),
                may("status.promised", Moment),
                may("why", Text),
            ],
        )
    },
    form(
        "file",
        "file/1",
        Tab::Notification,
        &[
            need("kind", One(&["incomplete", "complete", "follow-up", "withdrawal"])),
            need("authority", Line),
            need("sent", Moment),
            may("receipt", Line),
            may("delay_reason", Text),
            may("withdrawal_reason", Text),
        ],
    ),
    Form {
        shape: receipt,
        ..form("receipt", "receipt/1", Tab::Notification, &[need("filing", Fixed), need("receipt", Line)])
    },
    form("delay", "delay/1", Tab::Notification, &[need("duty", Fixed), need("reason", Text)]),
    form("tell-controller", "tell-controller/1", Tab::Notification, &[need("controller", Line), need("told", Moment)]),
    form(
        "regimes",
        "regimes/1",
        Tab::Notification,
        &[may("regimes", Many(&[])), may("detected", Moment), need("person", Line), need("reason", Text)],
    ),
    form(
        "report",
        "report/1",
        Tab::Notification,
        &[
            need("regime", Fixed),
            need("stage", Fixed),
            need("authority", Line),
            need("sent", Moment),
            may("receipt", Line),
        ],
    ),
    form("reach", "reach/1", Tab::People, &[need("people", Number), need("how", Text), need("sent", Moment)]),
    Form {
        shape: letter,
        ..form(
            LETTER,
            "communicate/1",
            Tab::People,
            &[
                need("language", One(LANGUAGES)),
                need("happened", Text),
                need("consequences", Text),
                need("measures", Text),
                need("advice", Text),
                need("contact", Text),
                need("means", One(&["individual", "public", "other"])),
                may("subgroup", Line),
                may("people", Number),
                may("held_back", Number),
                may("all", Check),
                need("sent", Moment),
                // Asked where another letter was approved.
                may(UNLIKE, Check),
            ],
        )
    },
    form(
        DRAFT,
        "draft/1",
        Tab::People,
        &[
            need("language", One(LANGUAGES)),
            may("subgroup", Line),
            may("happened", Text),
            may("consequences", Text),
            may("measures", Text),
            may("advice", Text),
            may("contact", Text),
        ],
    ),
    Form {
        shape: approval,
        ..form("approve-draft", "approve-draft/1", Tab::People, &[need("draft", Fixed), need("person", Line)])
    },
    form(
        "exempt",
        "exempt/1",
        Tab::People,
        &[
            need("ground", One(&["a", "b", "c"])),
            need("reasons", Text),
            need("person", Line),
            may("published.at", Moment),
            may("published.place", Line),
        ],
    ),
    form("pause", "pause/1", Tab::People, &[need("requested_by", Line), need("reason", Text), may("until", Moment)]),
    form("resume", "resume/1", Tab::People, &[need("reason", Text)]),
    form(
        "measure",
        "measure/1",
        Tab::Measures,
        &[
            need("id", Next),
            need("what", Text),
            need("owner", Line),
            may("due", Moment),
            may("article_32", Many(&["a", "b", "c", "d"])),
            may("preventive", Check),
        ],
    ),
    form(
        "measure-done",
        "measure-done/1",
        Tab::Measures,
        &[need("id", Fixed), need("done", Moment), need("proof", Text), may("effective", Truth)],
    ),
    form(
        "request-erasure",
        "request-erasure/1",
        Tab::Measures,
        &[need("recipient", Line), need("sent", Moment), need("due", Moment)],
    ),
    form(
        "answer-erasure",
        "answer-erasure/1",
        Tab::Measures,
        &[
            need("recipient", Fixed),
            need("answered", Moment),
            need("outcome", One(&["confirmed", "partly", "refused"])),
            need("note", Text),
        ],
    ),
    form(
        "escalate-erasure",
        "escalate-erasure/1",
        Tab::Measures,
        &[need("recipient", Fixed), need("to", Line), need("reason", Text)],
    ),
    form(
        "asked",
        "asked/1",
        Tab::Authority,
        &[
            need("authority", Line),
            need("reference", Line),
            need("question", Text),
            need("received", Moment),
            may("due", Moment),
        ],
    ),
    form(
        "answered",
        "answered/1",
        Tab::Authority,
        &[need("reference", Fixed), need("answer", Text), need("sent", Moment)],
    ),
    form(
        "decision",
        "decision/1",
        Tab::Authority,
        &[
            need("authority", Line),
            need("reference", Line),
            need("outcome", One(OUTCOMES)),
            need("decided", Day),
            need("received", Day),
            may("articles", Words),
            may("public_party", Check),
            may("orders_communication", Check),
            need("summary", Text),
        ],
    ),
    form(
        "weigh",
        "weigh/1",
        Tab::Authority,
        &[need("letter", Fixed), need("weight", One(&["aggravates", "mitigates", "neutral"])), need("text", Text)],
    ),
    form("note", "note/1", Tab::History, &[need("text", Text)]),
];

/// `{kind, from, to}` as it is asked becomes `at`, `from` and `to`, or `since`.
fn occurred(act: &mut Value) {
    let Some(asked) = act.get_mut("occurred") else { return };
    let (kind, from) = (asked["kind"].as_str().unwrap_or("unknown").to_owned(), asked["from"].take());
    *asked = match kind.as_str() {
        "point" => json!({"kind": kind, "at": from, "estimated": asked["estimated"] == true}),
        "range" => {
            json!({"kind": kind, "from": from, "to": asked["to"].take(), "estimated": asked["estimated"] == true})
        }
        "ongoing" => json!({"kind": kind, "since": from, "estimated": asked["estimated"] == true}),
        _ => json!({"kind": "unknown"}),
    };
}

/// Where the answer is no text, the reason why it does not apply is asked for beside it.
fn item(act: &mut Value) {
    let why = act.as_object_mut().and_then(|act| act.remove("why"));
    if act["status"]["is"] == "not-applicable"
        && let Some(why) = why
    {
        act["text"] = why;
    }
}

/// A filing is named by its number.
fn receipt(act: &mut Value) {
    numbered(act, "filing");
}

fn approval(act: &mut Value) {
    numbered(act, "draft");
}

fn numbered(act: &mut Value, field: &str) {
    let number = act[field].as_str().and_then(|n| n.parse::<usize>().ok());
    act[field] = json!(number);
}

/// The parts become one text, with headings in the letter's own language.
fn letter(act: &mut Value) {
    let lang = act["language"].as_str().and_then(Lang::from_tag).unwrap_or(Lang::En);
    let parts = PARTS.map(|name| act[name]["private"].as_str().unwrap_or_default().to_owned());
    let written = PARTS.iter().zip(&parts).filter(|(_, text)| !text.trim().is_empty());
    let written: Vec<&str> = written.map(|(name, _)| *name).collect();
    let text = super::super::letter::composed(lang, parts);
    act["parts"] = json!(written);
    act["text"] = json!({"private": text});
    act["languages"] = json!([lang.tag()]);
}
