//! What a field wants, by tables/fields.toml.

use super::fillers::{ONE_TIME, fillers, is_code, named_filler, takes_digits};
use super::ids::shown_country;
use super::number::{Number, digits};
use super::whose::role_of;
use facts::IdentifierKind;
use serde::Deserialize;
use std::sync::LazyLock;

/// A field as the helper describes it; no value in it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Field {
    pub n: usize,
    pub tag: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub name: String,
    pub id: String,
    pub autocomplete: String,
    pub label: String,
    pub placeholder: String,
    pub title: String,
    /// The language it stands in, in two letters.
    #[serde(default)]
    pub lang: String,
    /// Words of the form around it.
    pub context: String,
    /// What it stands under, nearest first.
    #[serde(default)]
    pub headings: Vec<String>,
    pub form: String,
    pub selector: String,
    pub required: bool,
    #[serde(default)]
    pub inputmode: String,
    #[serde(default)]
    pub editable: bool,
    /// Nobody sees it.
    #[serde(default)]
    pub hidden: bool,
    /// Kinds of files it takes, as it says itself.
    #[serde(default)]
    pub accept: String,
    /// It holds something already.
    #[serde(default)]
    pub held: bool,
    /// Keys change nothing in it, also once it has the focus.
    #[serde(default)]
    pub readonly: bool,
    /// A list that opens by a click and takes no keys, made of other elements than `select`.
    #[serde(default)]
    pub chooser: bool,
    /// It lies in something that the audit opened.
    #[serde(default)]
    pub over: bool,
    /// Characters it takes at most, where it says so.
    #[serde(default)]
    pub most: Option<usize>,
    /// The highest number it takes, where it says so.
    #[serde(default)]
    pub last: Option<i64>,
    /// What is said beside it, by `aria-describedby`.
    #[serde(default)]
    pub described: String,
    /// Marks that its form names, where it hides what is typed: those that a password may need.
    #[serde(default)]
    pub marks: String,
    /// It offers a list beside what is typed.
    #[serde(default)]
    pub list: bool,
    /// A list that stands among other questions.
    #[serde(default)]
    pub amid: bool,
    /// What the buttons say that stand beside it alone.
    #[serde(default)]
    pub beside: String,
    /// Another field of its form says that it asks for the visitor's own.
    #[serde(skip)]
    pub own_beside: bool,
    /// Another field of its form asks about a child.
    #[serde(skip)]
    pub child_beside: bool,
}

#[derive(Deserialize)]
struct Table {
    kind: Vec<KindRow>,
    again: AgainWords,
    free: FreeWords,
}

#[derive(Deserialize)]
struct KindRow {
    kind: IdentifierKind,
    #[serde(default)]
    types: Vec<String>,
    autocomplete: Vec<String>,
    words: Vec<String>,
    /// Words that count where they are all of a text.
    #[serde(default)]
    alone: Vec<String>,
    /// It wants given and family name at once.
    #[serde(default)]
    whole_name: bool,
    /// The word must be a whole one, not only begin one.
    #[serde(default)]
    exact: bool,
    /// Words beside which its own do not count.
    #[serde(default)]
    unless: Vec<String>,
    /// The country whose national ids its words name.
    country: Option<String>,
    /// How a value is made up that the kind alone does not tell.
    shape: Option<Shape>,
    #[cfg_attr(not(test), allow(dead_code))]
    examples: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    counter: Vec<String>,
}

/// Numbers with a form of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    SeOrganisation,
    FiOrganisation,
    Url,
}

#[derive(Deserialize)]
struct AgainWords {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct FreeWords {
    avoid: Vec<String>,
    lists: Vec<String>,
    languages: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // Compiled in; the house's table test reads it as well.
    toml::from_str(include_str!("../../../../tables/fields.toml")).expect("tables/fields.toml is well formed")
});

/// What the field wants and whose it is; none for a field that asks for no identifier.
pub fn recognise(field: &Field) -> Option<(IdentifierKind, String)> {
    let kind = kind_of(field)?;
    Some((kind, role_of(field)))
}

/// Whose day of birth a field asks for a part of, which may be said by what it stands under only.
pub fn birth_part(field: &Field) -> Option<String> {
    let heading = field.headings.first().cloned().unwrap_or_default();
    let under = Field { label: heading, ..Field::default() };
    let is_birth = |f: &Field| kind_of(f) == Some(IdentifierKind::BirthDate);
    let told = field.autocomplete.starts_with("bday-") || is_birth(field) || is_birth(&under);
    told.then(|| role_of(field))
}

/// Whether it wants given and family name at once.
pub fn is_whole_name(field: &Field) -> bool {
    row_of(field).is_some_and(|r| r.whole_name)
}

fn kind_of(field: &Field) -> Option<IdentifierKind> {
    row_of(field).map(|r| r.kind)
}

/// `section-x shipping home email`: the last token names the field.
pub(super) fn token_of(field: &Field) -> &str {
    field.autocomplete.split_whitespace().rfind(|t| *t != "webauthn").unwrap_or("")
}

/// Kinds that are written in digits mostly, so that a field for them may call itself one of telephone numbers, for the keypad.
const NUMBERS: [IdentifierKind; 6] = [
    IdentifierKind::NationalId,
    IdentifierKind::BirthDate,
    IdentifierKind::PostalCode,
    IdentifierKind::Card,
    IdentifierKind::Iban,
    IdentifierKind::ExternalId,
];

fn of_kind(kind: IdentifierKind) -> Option<&'static KindRow> {
    TABLE.kind.iter().find(|r| r.kind == kind)
}

fn named(texts: &[&str]) -> Option<&'static KindRow> {
    let texts: Vec<String> = texts.iter().map(|t| words_of(t)).collect();
    TABLE.kind.iter().find(|r| texts.iter().any(|t| r.fits(t)))
}

fn labelled(field: &Field) -> Option<&'static KindRow> {
    named(&[&field.label, &field.placeholder, &field.title])
}

fn row_of(field: &Field) -> Option<&'static KindRow> {
    if field.kind == "password" {
        return hidden(field);
    }
    let token = token_of(field);
    // `new-password` in a field that shows what is typed only switches filling off.
    let says = |r: &&KindRow| r.autocomplete.iter().any(|a| a == token) && r.kind != IdentifierKind::Password;
    let told = TABLE.kind.iter().find(says);
    let by_type = TABLE.kind.iter().find(|r| r.types.contains(&field.kind) || r.types.contains(&field.inputmode));
    let typed = match by_type {
        Some(row) if row.kind == IdentifierKind::Phone => keyed(field, row),
        row => row.map(Some),
    };
    // A visitor goes by the label; a name is often short for something else.
    let called = || named(&[&field.label]).filter(|r| !r.whole_name);
    let said = || {
        named(&[&field.name, &field.id])
            .map(|found| called().unwrap_or(found))
            .or_else(|| exemplified(field).filter(|_| fillers(field).is_empty()).and_then(of_kind))
            .or_else(|| labelled(field))
    };
    let found = told.or_else(|| typed.unwrap_or_else(said))?;
    // `username` says what the field is for, not what is written there: often an address or a number. And each part of a
    // name may be called one.
    let by_label = match found.kind {
        IdentifierKind::ExternalId if found.shape.is_none() => typed.flatten().or_else(|| labelled(field)),
        _ if found.whole_name => labelled(field).filter(|r| r.is_name()),
        _ => None,
    };
    Some(by_label.unwrap_or(found))
}

/// What a field wants that hides what is typed: a password, unless its label names a number. None where it is a code.
fn hidden(field: &Field) -> Option<&'static KindRow> {
    let silent = field.label.is_empty() && field.placeholder.is_empty();
    let said = if silent { named(&[&field.name, &field.id]) } else { labelled(field) };
    let number = |r: &&KindRow| NUMBERS.contains(&r.kind);
    match said.or_else(|| exemplified(field).and_then(of_kind)) {
        Some(row) if number(&row) => Some(row),
        None if !fillers(field).is_empty() => None,
        _ => of_kind(IdentifierKind::Password),
    }
}

/// What a field wants that calls itself one of telephone numbers: that, unless its own words name another number. None within
/// where that tells nothing about anybody.
fn keyed(field: &Field, phone: &'static KindRow) -> Option<Option<&'static KindRow>> {
    let number = |r: &&'static KindRow| r.kind == IdentifierKind::Phone || NUMBERS.contains(&r.kind);
    let shown = [&*field.label, &field.placeholder, &field.title];
    if let Some(row) = named(&shown) {
        return Some(Some(if number(&row) { row } else { phone }));
    }
    if named_filler(&shown) {
        return Some(None);
    }
    let example = || exemplified(field).and_then(of_kind);
    let called = named(&[&field.name, &field.id]).filter(|r| r.kind != IdentifierKind::ExternalId || r.shape.is_some());
    match example().or(called).filter(number) {
        Some(row) => Some(Some(row)),
        None if fillers(field).is_empty() => Some(Some(phone)),
        None => Some(None),
    }
}

/// What an example in an empty field shows: `namn@example.se`, `070-123 45 67`, `ååååmmdd-nnnn`.
fn exemplified(field: &Field) -> Option<IdentifierKind> {
    let placeholder = &field.placeholder;
    let digits = placeholder.chars().filter(char::is_ascii_digit).count();
    let only = |c: char| c.is_ascii_digit() || " +-()/.".contains(c);
    match placeholder.trim().split_once('@') {
        Some((name, host)) if !name.is_empty() && host.contains('.') => Some(IdentifierKind::Email),
        None if shown_country(placeholder).is_some() => Some(IdentifierKind::NationalId),
        None if digits >= 7 && placeholder.chars().all(only) => Some(IdentifierKind::Phone),
        _ => None,
    }
}

/// The country whose national ids its words name: `Henkilötunnus`, `CPR-nummer`.
pub fn named_country(field: &Field) -> Option<&'static str> {
    row_of(field).and_then(|r| r.country.as_deref())
}

/// How its value is made up, where the kind alone does not tell.
pub fn shape_of(field: &Field) -> Option<Shape> {
    row_of(field).and_then(|r| r.shape)
}

/// Tells boxes that take one sign of a code each, which may not say so: several in one form, all called the same.
pub fn tell_boxes(fields: &mut [Field]) {
    let one_time = |f: &Field| takes_digits(f) || token_of(f) == ONE_TIME;
    let is_box = |f: &Field| one_time(f) && f.most.is_none() && is_code(f) && row_of(f).is_none();
    let boxes: Vec<Vec<usize>> = fields
        .chunk_by(|a, b| is_box(a) && is_box(b) && (&a.form, &a.placeholder) == (&b.form, &b.placeholder))
        .map(|run| if run.len() >= BOXES { run.iter().map(|f| f.n).collect() } else { Vec::new() })
        .collect();
    for field in fields.iter_mut().filter(|f| boxes.iter().flatten().any(|n| *n == f.n)) {
        field.most = Some(1);
    }
}

/// Fewest signs of a code.
const BOXES: usize = 3;

/// Whether it asks once more for what another field asked for.
pub fn is_again(field: &Field) -> bool {
    let words = own_words(field);
    TABLE.again.words.iter().any(|w| begins(&words, w))
}

/// Whether only people can tell what belongs into it.
pub fn is_riddle(field: &Field) -> bool {
    let words = own_words(field);
    TABLE.free.avoid.iter().any(|w| begins(&words, w))
}

/// Whether a list changes the page instead of answering it. A language may be asked for, too.
pub fn changes_page(field: &Field) -> bool {
    let words = own_words(field);
    let says = |row: &[String]| row.iter().any(|w| begins(&words, w));
    says(&TABLE.free.lists) || !field.amid && says(&TABLE.free.languages)
}

pub(super) fn own_words(field: &Field) -> String {
    words_of(&[&*field.name, &field.id, &field.label, &field.placeholder].join(" "))
}

/// Whether anything may be written into it: a message, a search, a field whose names say nothing.
pub fn is_free(field: &Field) -> bool {
    let text = field.tag == "textarea"
        || field.editable
        || field.tag == "input" && matches!(&*field.kind, "" | "text" | "search");
    text && !is_riddle(field)
}

/// An address somebody writes into a message: what reads along finds it there. A field that does not say what it wants
/// gets a word that is nobody's.
pub fn free_text(field: &Field) -> (IdentifierKind, String) {
    let kind = if field.tag == "input" { IdentifierKind::ExternalId } else { IdentifierKind::Email };
    (kind, role_of(field))
}

/// Whether keys fill it; lists, dates and sliders are set.
pub fn takes_keys(tag: &str, kind: &str) -> bool {
    tag != "select"
        && !matches!(kind, "date" | "month" | "week" | "time" | "datetime-local" | "range" | "color" | "hidden")
}

/// Whether a field holds what was typed: masks may change case and spaces, of a number all but the digits, and the spelling of a
/// telephone number.
pub fn is_kept(typed: &str, held: &str) -> bool {
    let plain = |t: &str| t.split_whitespace().collect::<String>().to_lowercase();
    let number = !typed.chars().any(char::is_alphabetic) && digits(typed).len() >= 6;
    let signed = !typed.contains('+') || held.contains('+');
    plain(typed) == plain(held)
        || number && signed && digits(typed) == digits(held)
        || Number::of(typed, &[]).is_some_and(|number| number.is(held))
}

impl KindRow {
    fn is_name(&self) -> bool {
        matches!(self.kind, IdentifierKind::GivenName | IdentifierKind::FamilyName)
    }

    fn fits(&self, text: &str) -> bool {
        let says = self.words.iter().any(|w| if self.exact { whole(text, w) } else { begins(text, w) });
        (says || self.alone.iter().any(|w| w == text)) && !self.unless.iter().any(|w| begins(text, w))
    }
}

/// Lower case, camelCase and punctuation split, joined by single spaces.
pub fn words_of(text: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for letter in text.chars() {
        let border = letter.is_uppercase() && before.is_lowercase();
        if border || !letter.is_alphabetic() {
            out.push(' ');
        }
        if letter.is_alphabetic() {
            out.extend(letter.to_lowercase());
        }
        before = letter;
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `phrase` stands in `text`, beginning where a word begins. Short ones must be whole words.
pub(super) fn begins(text: &str, phrase: &str) -> bool {
    if phrase.chars().count() <= 4 {
        return whole(text, phrase);
    }
    text.match_indices(phrase).any(|(i, _)| i == 0 || text.as_bytes()[i - 1] == b' ')
}

fn whole(text: &str, phrase: &str) -> bool {
    let ends = |i: usize| text[i + phrase.len()..].chars().next().is_none_or(|c| c == ' ');
    text.match_indices(phrase).any(|(i, _)| (i == 0 || text.as_bytes()[i - 1] == b' ') && ends(i))
}

#[cfg(test)]
#[path = "fields_tests.rs"]
mod tests;
