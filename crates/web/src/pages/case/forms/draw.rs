//! A form as it stands on a page: empty, filled by the page, or as it was refused.

use super::super::Tab;
use super::table::{Field, Form, Kind};
use crate::form::Left;
use crate::frame::Frame;
use crate::say::Say;
use askama::Template;
use jiff::civil::{Date, DateTime};

#[derive(Template)]
#[template(path = "form.html")]
pub struct Drawn<'a> {
    pub f: &'a Frame,
    pub action: String,
    /// Id of the form on its page; its fields' ids begin with it.
    pub dom: String,
    pub title: String,
    /// What it is about, for those who hear the page.
    pub about: String,
    pub lead: String,
    pub save: String,
    pub open: bool,
    /// False where the reader's role does not allow the act: then nothing is drawn.
    pub allowed: bool,
    pub seen: u64,
    /// The page it is on, where that is not the one its form belongs to.
    pub page: Option<&'static str>,
    pub inputs: Vec<Input>,
}

pub struct Input {
    pub name: String,
    pub dom: String,
    pub label: String,
    pub hint: String,
    /// `text`, `area`, `datetime-local`, `date`, `number`, `radio`, `checkbox`, `check`, `hidden`.
    pub kind: &'static str,
    pub value: String,
    /// The same where there may be several.
    values: Vec<String>,
    pub options: Vec<Choice>,
    pub needed: bool,
    /// What is wrong with it; empty where nothing is.
    pub wrong: String,
}

pub struct Choice {
    pub code: String,
    pub label: String,
    pub chosen: bool,
}

impl<'a> Drawn<'a> {
    /// `given` are the fixed fields and what the page knows already.
    pub fn new(f: &'a Frame, case: &str, version: u64, form: &Form, given: &[(&str, &str)], left: &Left) -> Self {
        let dom = dom(form, |name| given.iter().find(|(n, _)| *n == name).map(|(_, v)| *v));
        let refused = left.form == dom;
        let input = |field: &Field| {
            let known = given.iter().filter(|(n, _)| *n == field.name).map(|(_, v)| (*v).to_owned());
            let keeps = refused && field.kind != Kind::Next;
            let known: Vec<String> = if keeps { left.all(field.name) } else { known.collect() };
            let wrong = if refused { left.wrong(field.name) } else { String::new() };
            input(f, form, field, &dom, &known, wrong)
        };
        let key = format!("web-form-{}", form.name);
        Self {
            action: format!("/cases/{case}/{}", form.name),
            title: f.t(&key),
            about: String::new(),
            lead: f.optional(&format!("{key}-lead")),
            save: if f.words.has(&format!("{key}-save")) { f.t(format!("{key}-save")) } else { f.t("web-form-save") },
            open: refused,
            // Whoever lost the right while writing gets back what was written.
            allowed: refused || respond::may(&f.role, respond::act_needs(form.name)),
            page: None,
            seen: left.seen.filter(|_| refused).unwrap_or(version),
            inputs: form.fields.iter().map(input).collect(),
            dom,
            f,
        }
    }

    pub fn titled(mut self, title: String) -> Self {
        self.title = title;
        self
    }

    pub fn about(mut self, about: String) -> Self {
        self.about = about;
        self
    }

    pub fn led(mut self, lead: String) -> Self {
        self.lead = lead;
        self
    }

    pub fn on(mut self, tab: Tab) -> Self {
        self.page = Some(tab.name());
        self
    }

    /// Unfolded from the start.
    pub fn opened(mut self, open: bool) -> Self {
        self.open |= open;
        self
    }

    /// Offers only these of the options of a field.
    pub fn only(mut self, name: &str, codes: &[&str]) -> Self {
        for input in self.inputs.iter_mut().filter(|i| i.name == name) {
            input.options.retain(|o| codes.contains(&o.code.as_str()));
        }
        self
    }

    /// The options of a field that depend on the case: code and label.
    pub fn offer(mut self, name: &str, options: impl IntoIterator<Item = (String, String)>) -> Self {
        if let Some(input) = self.inputs.iter_mut().find(|i| i.name == name) {
            let chosen = |code: &String| input.values.contains(code);
            input.options =
                options.into_iter().map(|(code, label)| Choice { chosen: chosen(&code), code, label }).collect();
        }
        self
    }

    /// Asks for a field in another way: `radio`, `number`, `date` …
    pub fn asking(mut self, name: &str, kind: &'static str) -> Self {
        if let Some(input) = self.inputs.iter_mut().find(|i| i.name == name) {
            input.kind = kind;
            input.hint.clear();
        }
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.inputs.retain(|i| i.name != name);
        self
    }
}

/// What was sent to the address of a form, as fields to be sent again: those of the form as it asks them, and of any other
/// what a person wrote. What the page itself had in it is left, and comes beside.
pub fn again(f: &Frame, to: &str, sent: Vec<(String, String)>) -> (Vec<Input>, Vec<(String, String)>) {
    let form = to.strip_prefix("/cases/").and_then(|rest| rest.split('/').nth(1)).and_then(super::find);
    let asked = form.map_or(&[][..], |form| form.fields);
    // What such a field offers, only the page of the case knows.
    let asked =
        |name: &str| asked.iter().find(|x| x.name == name && !x.kind.is_given() && !matches!(x.kind, Kind::Many([])));
    let mut inputs: Vec<Input> = Vec::new();
    let mut left = Vec::new();
    for (name, value) in sent {
        if let Some(before) = inputs.iter_mut().find(|input| input.name == name && !input.options.is_empty()) {
            before.options.iter_mut().filter(|o| o.code == value).for_each(|o| o.chosen = true);
        } else if let Some((form, field)) = form.zip(asked(&name)) {
            let kind = (field.kind == Kind::Answer).then(|| shape(&value)).flatten();
            let drawn = input(f, form, field, form.name, &[value], String::new());
            inputs.push(Input { kind: kind.unwrap_or(drawn.kind), ..drawn });
        } else if let Some(kind) = shape(&value) {
            inputs.push(written(f, inputs.len() + 1, kind, name, value));
        } else {
            left.push((name, value));
        }
    }
    (inputs, left)
}

fn written(f: &Frame, n: usize, kind: &'static str, name: String, value: String) -> Input {
    Input {
        name,
        dom: format!("written-{n}"),
        label: f.n("web-oops-written", n),
        hint: String::new(),
        kind,
        value,
        values: Vec::new(),
        options: Vec::new(),
        needed: true,
        wrong: String::new(),
    }
}

/// How a value was asked for, by what it is like; none for a word, which may be a code of the page.
fn shape(value: &str) -> Option<&'static str> {
    let value = value.trim();
    match value {
        _ if value.len() == DAY && value.contains('-') && value.parse::<Date>().is_ok() => Some("date"),
        _ if value.contains('T') && value.parse::<DateTime>().is_ok() => Some("datetime-local"),
        _ if value.contains('\n') || value.len() > LINE => Some("area"),
        _ if value.contains(char::is_whitespace) => Some("text"),
        _ => None,
    }
}

const DAY: usize = "2026-04-02".len();
/// What a line of a page shows, in bytes.
const LINE: usize = 80;

/// Name and fixed values: `measure-done-m1`. A page may hold a form many times.
pub fn dom<'v>(form: &Form, value: impl Fn(&str) -> Option<&'v str>) -> String {
    let fixed = form.fields.iter().filter(|f| f.kind == Kind::Fixed).filter_map(|f| value(f.name));
    let parts: Vec<String> = std::iter::once(form.name).chain(fixed).map(plain).collect();
    parts.join("-")
}

fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

pub fn label(w: &Say, form: &Form, field: &Field) -> String {
    let own = own(form, field);
    if w.words.has(&own) { w.t(own) } else { w.t(common(field)) }
}

fn own(form: &Form, field: &Field) -> String {
    format!("web-form-{}-{}", form.name, field.name.replace(['.', '_'], "-"))
}

fn common(field: &Field) -> String {
    format!("web-field-{}", field.name.replace(['.', '_'], "-"))
}

/// The word for a code; one that the form does not offer keeps its name.
pub fn option(w: &Say, field: &Field, code: &str) -> String {
    w.code(&format!("web-option-{}", field.name.replace(['.', '_'], "-")), code)
}

fn input(f: &Frame, form: &Form, field: &Field, form_dom: &str, known: &[String], wrong: String) -> Input {
    let (kind, codes): (_, &[&'static str]) = match field.kind {
        Kind::Line | Kind::Words => ("text", &[]),
        Kind::Text | Kind::Answer => ("area", &[]),
        Kind::Moment => ("datetime-local", &[]),
        Kind::Day => ("date", &[]),
        Kind::Number => ("number", &[]),
        Kind::Truth => ("radio", &["yes", "no"]),
        Kind::Check => ("check", &[]),
        Kind::One(codes) => ("radio", codes),
        Kind::Many(codes) => ("checkbox", codes),
        Kind::Fixed | Kind::Next => ("hidden", &[]),
    };
    let choice = |code: &&'static str| Choice {
        code: (*code).to_owned(),
        label: if field.kind == Kind::Truth { f.code("web-duty", code) } else { option(f, field, code) },
        chosen: known.iter().any(|k| k == code),
    };
    let hints = [own(form, field), common(field)].map(|key| f.optional(&format!("{key}-hint")));
    Input {
        name: field.name.to_owned(),
        dom: format!("{form_dom}-{}", field.name.replace('.', "-")),
        label: if field.kind.is_given() { String::new() } else { label(f, form, field) },
        hint: hints.into_iter().find(|h| !h.is_empty()).unwrap_or_default(),
        kind,
        value: known.first().cloned().unwrap_or_default(),
        values: known.to_vec(),
        options: codes.iter().map(choice).collect(),
        needed: field.needed,
        wrong,
    }
}
