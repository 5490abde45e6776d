//! What a field wants, by tables/fields.toml.

use super::number::{Number, digits};
use super::whose::role_of;
use facts::IdentifierKind;
use serde::Deserialize;
use std::collections::BTreeMap;
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
    /// It offers a list beside what is typed.
    #[serde(default)]
    pub list: bool,
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
    filler: Vec<FillerRow>,
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
}

#[derive(Deserialize)]
struct AgainWords {
    words: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct FillerRow {
    types: Vec<String>,
    autocomplete: Vec<String>,
    words: Vec<String>,
    values: Vec<String>,
    in_language: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct FreeWords {
    avoid: Vec<String>,
    lists: Vec<String>,
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
fn token_of(field: &Field) -> &str {
    field.autocomplete.split_whitespace().rfind(|t| *t != "webauthn").unwrap_or("")
}

fn row_of(field: &Field) -> Option<&'static KindRow> {
    let token = token_of(field);
    let rows = &TABLE.kind;
    let hides = || rows.iter().find(|r| field.kind == "password" && r.types.contains(&field.kind));
    // `new-password` in a field that shows what is typed only switches filling off.
    let told = || rows.iter().find(|r| r.autocomplete.iter().any(|a| a == token) && r.kind != IdentifierKind::Password);
    let typed = || rows.iter().find(|r| r.types.contains(&field.kind) || r.types.contains(&field.inputmode));
    let named = |texts: &[&str]| {
        let texts: Vec<String> = texts.iter().map(|t| words_of(t)).collect();
        rows.iter().find(|r| texts.iter().any(|t| r.fits(t)))
    };
    let labelled = || named(&[&field.label, &field.placeholder, &field.title]);
    // A visitor goes by the label; a name is often short for something else.
    let called = || named(&[&field.label]).filter(|r| !r.whole_name);
    let found = hides()
        .or_else(told)
        .or_else(typed)
        .or_else(|| named(&[&field.name, &field.id]).map(|found| called().unwrap_or(found)))
        .or_else(|| {
            exemplified(&field.placeholder)
                .filter(|_| fillers(field).is_empty())
                .and_then(|kind| rows.iter().find(|r| r.kind == kind))
        })
        .or_else(labelled)?;
    // `username` says what the field is for, not what is written there: often an address or a number. And each part of a
    // name may be called one.
    let by_label = match found.kind {
        IdentifierKind::ExternalId => typed().or_else(labelled),
        _ if found.whole_name => labelled().filter(|r| r.is_name()),
        _ => None,
    };
    Some(by_label.unwrap_or(found))
}

/// What an example in an empty field shows: `namn@example.se`, `070-123 45 67`.
fn exemplified(placeholder: &str) -> Option<IdentifierKind> {
    let digits = placeholder.chars().filter(char::is_ascii_digit).count();
    let only = |c: char| c.is_ascii_digit() || " +-()/.".contains(c);
    match placeholder.trim().split_once('@') {
        Some((name, host)) if !name.is_empty() && host.contains('.') => Some(IdentifierKind::Email),
        None if digits >= 7 && placeholder.chars().all(only) => Some(IdentifierKind::Phone),
        _ => None,
    }
}

/// How its value is made up, where the kind alone does not tell.
pub fn shape_of(field: &Field) -> Option<Shape> {
    row_of(field).and_then(|r| r.shape)
}

/// Whether it asks once more for what another field asked for.
pub fn is_again(field: &Field) -> bool {
    let words = own_words(field);
    TABLE.again.words.iter().any(|w| begins(&words, w))
}

/// What goes into a field that asks for nothing about anybody, the likeliest first; none for one that takes any words.
pub fn fillers(field: &Field) -> Vec<&'static str> {
    let words = own_words(field);
    let token = token_of(field);
    let typed = || TABLE.filler.iter().find(|r| r.types.contains(&field.kind));
    let told = || TABLE.filler.iter().find(|r| r.autocomplete.iter().any(|a| a == token));
    let named = || TABLE.filler.iter().find(|r| r.words.iter().any(|w| begins(&words, w)));
    let plain = field.tag == "input" && !field.editable && matches!(&*field.kind, "" | "text");
    let row = typed().or_else(told).or_else(|| if plain { named() } else { None });
    let mut values: Vec<&str> = row.into_iter().flat_map(|r| &r.values).map(String::as_str).collect();
    let outline = |t: &str| t.chars().map(|c| if c.is_alphanumeric() { 'x' } else { c }).collect::<String>();
    let usual = row.and_then(|r| r.in_language.get(&field.lang));
    values.sort_by_key(|v| (outline(v) != outline(&field.placeholder), usual.is_none_or(|u| u != v)));
    values
}

/// Whether only people can tell what belongs into it.
pub fn is_riddle(field: &Field) -> bool {
    let words = own_words(field);
    TABLE.free.avoid.iter().any(|w| begins(&words, w))
}

/// Whether a list changes the page instead of answering it.
pub fn changes_page(field: &Field) -> bool {
    let words = own_words(field);
    TABLE.free.lists.iter().any(|w| begins(&words, w))
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
        self.words.iter().any(|w| if self.exact { whole(text, w) } else { begins(text, w) })
            || self.alone.iter().any(|w| w == text)
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
mod tests {
    use super::*;

    fn labelled(label: &str) -> Field {
        Field { label: label.into(), ..Field::default() }
    }

    #[test]
    fn the_table_keeps_its_promises() {
        for (n, row) in TABLE.kind.iter().enumerate() {
            assert!(!row.examples.is_empty() && !row.words.is_empty(), "row {n}");
            for example in &row.examples {
                assert_eq!(kind_of(&labelled(example)), Some(row.kind), "{example}");
            }
            for counter in row.counter.iter().filter(|_| row.kind != IdentifierKind::Address) {
                assert_ne!(kind_of(&labelled(counter)), Some(row.kind), "{counter}");
            }
        }
    }

    #[test]
    fn a_field_is_known_by_whatever_it_says() {
        let field = |f: fn(&mut Field)| {
            let mut field = Field::default();
            f(&mut field);
            recognise(&field).map(|(k, r)| (k, r.as_str() == "user"))
        };
        use IdentifierKind::*;
        assert_eq!(field(|f| f.kind = "email".into()), Some((Email, true)));
        assert_eq!(field(|f| f.autocomplete = "section-a shipping tel".into()), Some((Phone, true)));
        assert_eq!(field(|f| f.name = "guest[mobile]".into()), Some((Phone, false)));
        assert_eq!(field(|f| f.placeholder = "Etunimi".into()), Some((GivenName, true)));
        assert_eq!(field(|f| f.kind = "password".into()), Some((Password, true)));
        assert_eq!(field(|f| f.label = "Meddelande".into()), None);
    }

    #[test]
    fn a_nameless_field_is_known_by_its_example_and_a_message_takes_anything() {
        let example = |text: &str| kind_of(&Field { placeholder: text.into(), ..Field::default() });
        assert_eq!(example("namn@foretag.example"), Some(IdentifierKind::Email));
        assert_eq!(example("070-123 45 67"), Some(IdentifierKind::Phone));
        assert_eq!((example("123 45"), example("@kim"), example("Skriv här")), (None, None, None));
        let tagged = |tag: &str, name: &str| Field { tag: tag.into(), name: name.into(), ..Field::default() };
        assert!(is_free(&tagged("textarea", "message")) && is_free(&tagged("input", "field_17")));
        assert!(is_free(&Field { kind: "search".into(), ..tagged("input", "q") }) && !is_free(&tagged("select", "x")));
        assert!(!is_free(&tagged("input", "captcha")) && is_riddle(&labelled("Captcha")));
    }

    #[test]
    fn what_tells_nothing_about_anybody_gets_what_the_form_can_take() {
        let of = |f: fn(&mut Field)| {
            let mut field = Field { tag: "input".into(), ..Field::default() };
            f(&mut field);
            fillers(&field).first().copied().unwrap_or_default()
        };
        assert_eq!(of(|f| f.autocomplete = "one-time-code".into()), "738214");
        assert_eq!(of(|f| f.label = "Kod 3".into()), "738214");
        assert_eq!(of(|f| f.label = "Hausnummer".into()), "12");
        assert_eq!(of(|f| f.kind = "time".into()), "10:30");
        assert_eq!(of(|f| f.kind = "datetime-local".into()), "2030-03-14T10:30");
        assert_eq!(of(|f| f.name = "datum".into()), "2030-03-14");
        assert_eq!(of(|f| (f.name, f.placeholder) = ("pvm".into(), "pp.kk.vvvv".into())), "14.03.2030");
        assert_eq!(of(|f| (f.name, f.lang) = ("pvm".into(), "fi".into())), "14.3.2030");
        assert_eq!(of(|f| f.name = "rabattkod".into()), "", "a word goes in");
        assert_eq!(of(|f| (f.kind, f.name) = ("search".into(), "code".into())), "");
        assert_eq!(of(|f| (f.tag, f.name) = ("textarea".into(), "time".into())), "");
        assert!(changes_page(&labelled("Språk")) && !changes_page(&labelled("Diagnos")));
    }

    #[test]
    fn what_is_asked_for_again_says_so() {
        for label in ["Upprepa e-post", "Toista sähköposti", "Confirm e-mail", "E-post igen", "Gentag e-mail"] {
            assert!(is_again(&labelled(label)), "{label}");
        }
        assert!(!is_again(&labelled("E-post")) && is_again(&Field { name: "emailConfirm".into(), ..Field::default() }));
        assert_eq!(shape_of(&labelled("Y-tunnus")), Some(Shape::FiOrganisation));
    }

    #[test]
    fn masks_may_reshape_what_was_typed_but_not_cut_it() {
        assert!(is_kept("070-174 06 05", "+46 70 174 06 05") && !is_kept("981115+9981", "981115-9981"));
        assert!(is_kept("070-174 06 05", "0701740605") && is_kept("Kim@Example.org", "kim@example.org"));
        assert!(!is_kept("070-174 06 05", "070-174 0") && !is_kept("Kim@example.org", ""));
    }

    #[test]
    fn a_whole_name_is_told_from_its_parts() {
        let whole = |label: &str, name: &str, autocomplete: &str| {
            is_whole_name(&Field { name: name.into(), autocomplete: autocomplete.into(), ..labelled(label) })
        };
        for label in ["Ditt namn", "Vårdtagarens namn", "Lapsen nimi", "Koko nimi", "För- och efternamn", "Full name"]
        {
            assert!(whole(label, "", ""), "{label}");
        }
        assert!(whole("", "", "name") && whole("Nimi", "x", "section-a name"));
        assert!(!whole("Efternamn", "name", "") && !whole("Etunimi", "", "") && !whole("", "", "family-name"));
    }

    #[test]
    fn a_label_says_more_than_a_name_and_than_what_switches_filling_off() {
        use IdentifierKind::*;
        let of = |label: &str, name: &str, autocomplete: &str| {
            let kind = "text".to_owned();
            kind_of(&Field { name: name.into(), autocomplete: autocomplete.into(), kind, ..labelled(label) })
        };
        assert_eq!(of("Postnummer", "pnr", ""), Some(PostalCode));
        assert_eq!(
            (of("Wohnort", "w", "new-password"), of("Ort", "ort", "current-password")),
            (Some(City), Some(City))
        );
        assert_eq!(of("Namn", "firstname", ""), Some(GivenName));
        assert_eq!(of("Uppgift", "pnr", ""), Some(NationalId));
        assert_eq!(of("Lösenord", "x", "new-password"), Some(Password));
    }

    #[test]
    fn a_label_says_more_than_username() {
        let username = |label: &str, name: &str| {
            let field = Field { autocomplete: "username".into(), name: name.into(), ..labelled(label) };
            kind_of(&field)
        };
        use IdentifierKind::*;
        assert_eq!(username("E-post eller personnummer", "uid"), Some(Email));
        assert_eq!(username("Personnummer", "username"), Some(NationalId));
        assert_eq!(username("Användarnamn", "u"), Some(ExternalId));
        assert_eq!(username("", "u"), Some(ExternalId));
        assert_eq!(kind_of(&Field { name: "username".into(), ..labelled("Sähköposti") }), Some(Email));
    }
}
