//! Sources in the reader's language: `EDPB 01/2021 case 3` is a *fall*, a *tapaus*.

use facts::Lang;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "schema")]
    _schema: String,
    #[serde(rename = "source")]
    _source: String,
    phrases: Vec<Phrase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrase {
    en: String,
    sv: String,
    fi: String,
}

/// The longest first.
static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("../../../../tables/citations.toml")).expect("the table is tested");
    let mut phrases = table.phrases;
    phrases.sort_by_key(|p| std::cmp::Reverse(p.en.len()));
    phrases
});

/// A source as the tables have it, its words told in `lang`; names and numbers stay.
pub fn cite(source: &str, lang: Lang) -> String {
    let (mut told, mut rest) = (String::new(), source);
    if lang == Lang::En {
        return source.to_owned();
    }
    while let Some(first) = rest.chars().next() {
        let within = told.ends_with(char::is_alphanumeric);
        let phrase = PHRASES.iter().find(|p| !within && fits(rest, &p.en));
        match phrase {
            Some(phrase) => {
                told.push_str(if lang == Lang::Sv { &phrase.sv } else { &phrase.fi });
                rest = &rest[phrase.en.len()..];
            }
            None => {
                told.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    told
}

/// It stands here, and no word goes on after it.
fn fits(text: &str, phrase: &str) -> bool {
    let after = text.strip_prefix(phrase).map(|rest| rest.chars().next());
    let ends = phrase.ends_with(char::is_alphanumeric);
    after.is_some_and(|next| !ends || next.is_none_or(|c| !c.is_alphanumeric()))
}
