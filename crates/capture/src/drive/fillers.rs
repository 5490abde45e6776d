//! What goes into fields that ask for nothing about anybody, by tables/fields.toml.

use super::fields::{Field, begins, own_words, token_of, words_of};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    filler: Vec<Row>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Row {
    types: Vec<String>,
    autocomplete: Vec<String>,
    words: Vec<String>,
    values: Vec<String>,
    in_language: BTreeMap<String, String>,
    /// What a button beside it says.
    beside: Vec<String>,
    /// Only for fields that take digits and little else: in others a made-up word goes in, which is looked for.
    keypad: bool,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../tables/fields.toml")).expect("tables/fields.toml is well formed")
});

/// Signs of a hidden code at most; a password has more.
const CODE: usize = 8;

/// Whether it brings a keypad up, or says that it takes digits, or no more than a code.
pub fn takes_digits(field: &Field) -> bool {
    let says = field.kind == "tel" || matches!(&*field.inputmode, "tel" | "numeric" | "decimal");
    says || field.kind == "password"
        && (field.most.is_some_and(|most| most <= CODE) || matches!(token_of(field), ONE_TIME | "cc-csc"))
}

/// The likeliest first; none for a field that takes any words, or asks for an identifier.
pub fn fillers(field: &Field) -> Vec<&'static str> {
    let row = row_of(field);
    let mut values: Vec<&str> = row.into_iter().flat_map(|r| &r.values).map(String::as_str).collect();
    let usual = row.and_then(|r| r.in_language.get(&field.lang));
    values.sort_by_key(|v| (outline(v) != outline(&field.placeholder), usual.is_none_or(|u| u != v)));
    values
}

/// Whether it asks for a code that was sent, or a part of one.
pub(super) fn is_code(field: &Field) -> bool {
    row_of(field).is_some_and(|r| r.autocomplete.iter().any(|a| a == ONE_TIME))
}

pub(super) const ONE_TIME: &str = "one-time-code";

fn row_of(field: &Field) -> Option<&'static Row> {
    let words = own_words(field);
    let token = token_of(field);
    let keypad = takes_digits(field);
    let rows = || TABLE.filler.iter().filter(|r| keypad || !r.keypad);
    let typed = || rows().find(|r| r.types.contains(&field.kind));
    let told = || rows().find(|r| r.autocomplete.iter().any(|a| a == token));
    let named = || rows().find(|r| r.says(&words));
    let taken = match &*field.kind {
        "" | "text" | "tel" => true,
        "password" => keypad,
        _ => false,
    };
    let plain = field.tag == "input" && !field.editable && taken;
    let offered = || {
        let said = words_of(&field.beside);
        rows().find(|r| r.beside.iter().any(|w| begins(&said, w)))
    };
    typed().or_else(told).or_else(|| if plain { named().or_else(offered) } else { None })
}

/// A day as a field may want it: as its example is written, else as in its language, else `1920-05-03`.
pub(super) fn days(field: &Field, day: &str) -> Vec<String> {
    let [year, month, of_month] = *day.split('-').collect::<Vec<_>>() else { return vec![day.to_owned()] };
    if !matches!(&*field.kind, "" | "text" | "tel") {
        return vec![day.to_owned()];
    }
    let short = |n: &str| n.trim_start_matches('0').to_owned();
    let mut days = vec![
        day.to_owned(),
        format!("{of_month}.{month}.{year}"),
        format!("{}.{}.{year}", short(of_month), short(month)),
        format!("{of_month}/{month}/{year}"),
        format!("{of_month}-{month}-{year}"),
        format!("{year}{month}{of_month}"),
    ];
    let usual = TABLE.filler.iter().find_map(|r| r.in_language.get(&field.lang)).map(|usual| usual.len());
    let dotted = |d: &str| d.contains('.').then_some(d.len());
    let usual = |d: &str| match usual {
        Some(DOTTED) => dotted(d) == Some(DOTTED),
        Some(_) => dotted(d).is_some_and(|long| long < DOTTED),
        None => false,
    };
    days.sort_by_key(|d| (outline(d) != outline(&field.placeholder), !usual(d)));
    days
}

/// Signs of `03.05.1920`.
const DOTTED: usize = 10;

/// Whether a text names something that tells nothing about anybody.
pub(super) fn named_filler(texts: &[&str]) -> bool {
    let text = words_of(&texts.join(" "));
    TABLE.filler.iter().find(|r| r.says(&text)).is_some_and(|r| !r.values.is_empty())
}

fn outline(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() { 'x' } else { c }).collect()
}

impl Row {
    fn says(&self, text: &str) -> bool {
        self.words.iter().any(|w| begins(text, w))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
