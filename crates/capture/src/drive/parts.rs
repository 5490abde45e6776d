//! Parts of a day or an hour that have a field each, by tables/fields.toml.

use super::fields::{Field, words_of};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    part: Vec<Part>,
}

#[derive(Debug, Deserialize)]
pub struct Part {
    part: String,
    words: Vec<String>,
    /// The highest number it takes, where that tells it from the others.
    last: Option<i64>,
    /// What goes in where it says nothing about anybody.
    value: String,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../../tables/fields.toml")).expect("tables/fields.toml is well formed")
});

/// None for a field that takes a whole day, or none.
pub fn part_of(field: &Field) -> Option<&'static Part> {
    if let Some(part) = field.autocomplete.strip_prefix("bday-") {
        return said(part);
    }
    let texts = [&field.name, &field.label, &field.placeholder];
    if field.kind == SPINBUTTON {
        let by_last = || TABLE.part.iter().find(|p| p.last.is_some() && p.last == field.last);
        return texts.into_iter().find_map(|text| said(text)).or_else(by_last);
    }
    let typed = field.tag == "input" && matches!(&*field.kind, "" | "text" | "tel" | "number");
    let numbers = field.kind == "number" || field.inputmode == "numeric" || matches!(field.most, Some(2 | 4));
    let label = if field.label.is_empty() { &field.placeholder } else { &field.label };
    let alone = |p: &&Part| p.words.contains(&words_of(label));
    TABLE.part.iter().find(alone).filter(|_| typed && numbers)
}

/// What a field that is turned or typed number by number calls itself (WAI-ARIA 1.2, `spinbutton`).
pub const SPINBUTTON: &str = "spinbutton";

/// The part whose word comes first.
fn said(text: &str) -> Option<&'static Part> {
    let text = format!(" {} ", words_of(text));
    let at = |p: &Part| p.words.iter().filter_map(|w| text.find(&format!(" {w} "))).min();
    TABLE.part.iter().filter_map(|p| at(p).map(|at| (at, p))).min_by_key(|(at, _)| *at).map(|(_, p)| p)
}

impl Part {
    pub fn filler(&'static self, field: &Field) -> &'static str {
        self.of(field, &self.value)
    }

    /// This part of a day as it is written in `1920-05-03`; of what is no day, all.
    pub fn of<'v>(&self, field: &Field, value: &'v str) -> &'v str {
        let numbers: Vec<&str> = value.split('-').collect();
        let at = ["year", "month", "day"].iter().position(|p| *p == self.part);
        let own = at.filter(|_| numbers.len() == 3).map_or(value, |at| numbers[at]);
        let short = field.most == Some(2) || field.last.is_some_and(|last| last < 100);
        if short && own.len() == 4 { &own[2..] } else { own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_day_is_told_by_its_word_else_by_its_highest_number() {
        let spun = |label: &str, last: i64| Field {
            kind: SPINBUTTON.into(),
            label: label.into(),
            last: Some(last),
            ..Field::default()
        };
        let of = |field: &Field| part_of(field).map(|p| p.of(field, "1920-05-03"));
        for label in ["day, Date", "Dag", "päivä, Toivottu päivämäärä", "TT dd"] {
            assert_eq!(of(&spun(label, 31)), Some("03"), "{label}");
        }
        assert_eq!((of(&spun("Välj", 12)), of(&spun("Välj", 9999))), (Some("05"), None));
        assert_eq!(of(&spun("vuosi, Syntymäaika", 9999)), Some("1920"));
        assert_eq!(of(&spun("YY", 99)), Some("20"));
        assert_eq!(part_of(&spun("dayPeriod", 1)).map(|p| &*p.part), Some("period"));
        let typed = |label: &str, most: usize| Field {
            tag: "input".into(),
            label: label.into(),
            most: Some(most),
            ..Field::default()
        };
        assert_eq!(of(&typed("Månad", 2)), Some("05"));
        assert!(of(&typed("Dag", 20)).is_none() && of(&typed("Vilken dag", 2)).is_none());
    }
}
