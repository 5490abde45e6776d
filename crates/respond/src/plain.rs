//! Is a text to people clear and plain (Art. 34(2))? LIX, the readability index of Björnsson (1968): words a sentence
//! plus long words (over six letters) in a hundred. Meant for Swedish; Finnish words are longer, so its limit is higher.

use crate::tables::tables;
use facts::Lang;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Readability {
    /// Rounded to whole numbers; none for a text of few words, and for one in another language.
    pub index: Option<u32>,
    /// The most that counts as plain in this language.
    pub limit: u32,
    /// None where there is no index.
    pub plain: Option<bool>,
    /// The longest sentence, in words.
    pub longest_sentence: usize,
    /// The language that it seems to be written in, where that is another one.
    pub other: Option<Lang>,
}

#[derive(Deserialize)]
pub struct PlainTable {
    pub fewest_words: usize,
    /// Letters above which a word is long, the highest plain index, and the small words, by language.
    pub language: BTreeMap<String, PlainRow>,
}

#[derive(Deserialize)]
pub struct PlainRow {
    pub long_word: usize,
    pub limit: u32,
    pub small: Vec<String>,
}

pub fn readability(text: &str, lang: Lang) -> Readability {
    let table = &tables().plain;
    let row = &table.language[lang.tag()];
    let sentences: Vec<usize> =
        text.split(['.', '!', '?', ':', '\n']).map(|s| words(s).count()).filter(|n| *n > 0).collect();
    let total: usize = sentences.iter().sum();
    let long = words(text).filter(|w| w.chars().filter(|c| c.is_alphanumeric()).count() > row.long_word).count();
    let other = other(text, lang);
    let index = (total >= table.fewest_words && other.is_none())
        .then(|| (total as f64 / sentences.len() as f64 + 100.0 * long as f64 / total as f64).round() as u32);
    Readability {
        index,
        limit: row.limit,
        plain: index.map(|i| i <= row.limit),
        longest_sentence: sentences.into_iter().max().unwrap_or(0),
        other,
    }
}

/// A few small words of another language, more than twice as many as of this one: a name or a quotation is not enough.
const FEW: usize = 3;

fn other(text: &str, lang: Lang) -> Option<Lang> {
    let said: Vec<String> =
        words(text).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()).collect();
    let count = |lang: Lang| {
        let small = &tables().plain.language[lang.tag()].small;
        said.iter().filter(|word| small.contains(word)).count()
    };
    let most = Lang::ALL.into_iter().max_by_key(|lang| count(*lang)).filter(|most| *most != lang)?;
    (count(most) >= FEW && count(most) > 2 * count(lang)).then_some(most)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric))
}
