//! What a made-up word is typed into, where the field asks for none of the identifiers (tables/fields.toml, `typed`).

use super::fields::{self, Field, Shape};
use facts::{Typed, TypedAs};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    typed: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    what: TypedAs,
    autocomplete: Vec<String>,
    words: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    examples: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    counter: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../tables/fields.toml")).expect("tables/fields.toml is well formed")
});

/// Longest name of a field, in characters.
const LONGEST: usize = 60;

/// None for a field whose meaning is known.
pub fn typed(field: &Field) -> Option<Typed> {
    let says = |f: &Field| fields::recognise(f).is_some() && fields::shape_of(f) != Some(Shape::Url);
    if field.kind != "file" && says(field) {
        return None;
    }
    let what = if field.kind == "file" { TypedAs::File } else { meant(field) };
    Some(Typed { what, label: label(field) })
}

fn meant(field: &Field) -> TypedAs {
    let token = field.autocomplete.split_whitespace().next_back().unwrap_or("");
    let texts = [&field.name, &field.id, &field.label, &field.placeholder, &field.title].map(|t| fields::words_of(t));
    let says = |row: &&Row| {
        let begins = |text: &String, word: &String| format!(" {text}").contains(&format!(" {word}"));
        row.autocomplete.iter().any(|a| a == token) || texts.iter().any(|t| row.words.iter().any(|w| begins(t, w)))
    };
    TABLE.typed.iter().find(says).map_or(TypedAs::Text, |row| row.what)
}

/// What a visitor would call it.
fn label(field: &Field) -> String {
    let called = [&field.label, &field.placeholder, &field.title, &field.name, &field.id, &field.selector];
    let called = called.into_iter().find(|text| !text.trim().is_empty()).cloned().unwrap_or_default();
    let words: Vec<&str> = called.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_keeps_its_promises() {
        let says = |label: &str| meant(&Field { label: label.into(), ..Field::default() });
        for row in &TABLE.typed {
            row.examples.iter().for_each(|example| assert_eq!(says(example), row.what, "{example}"));
            row.counter.iter().for_each(|counter| assert_ne!(says(counter), row.what, "{counter}"));
        }
    }

    #[test]
    fn a_field_of_a_known_meaning_is_none_of_these() {
        let field =
            |name: &str| Field { tag: "input".into(), kind: "text".into(), name: name.into(), ..Field::default() };
        assert_eq!(typed(&field("kundnummer")), None);
        let comment = Field { label: "  Övrigt  att\nveta ".into(), ..field("fri") };
        assert_eq!(typed(&comment), Some(Typed { what: TypedAs::Text, label: "Övrigt att veta".into() }));
        let file = Field { kind: "file".into(), label: "Bilaga".into(), ..field("email") };
        assert_eq!(typed(&file), Some(Typed { what: TypedAs::File, label: "Bilaga".into() }));
        let code = Field { autocomplete: "section-a cc-csc".into(), ..field("x") };
        assert_eq!(typed(&code).map(|t| t.what), Some(TypedAs::CardSecurityCode));
    }
}
