//! Is a text to people clear and plain (Art. 34(2))? LIX, the readability index of Björnsson (1968): words a sentence
//! plus long words (over six letters) in a hundred. Meant for Swedish; Finnish words are longer, so its limit is higher.

use crate::tables::tables;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Readability {
    /// Rounded to whole numbers; none for a text without words.
    pub index: Option<u32>,
    /// The most that counts as plain in this language.
    pub limit: u32,
    pub plain: bool,
    /// The longest sentence, in words.
    pub longest_sentence: usize,
}

#[derive(Deserialize)]
pub struct PlainTable {
    /// Letters above which a word is long, and the highest plain index, by language.
    pub language: BTreeMap<String, PlainRow>,
}

#[derive(Deserialize)]
pub struct PlainRow {
    pub long_word: usize,
    pub limit: u32,
}

pub fn readability(text: &str, lang: facts::Lang) -> Readability {
    let row = &tables().plain.language[lang.tag()];
    let sentences: Vec<usize> =
        text.split(['.', '!', '?', ':', '\n']).map(|s| words(s).count()).filter(|n| *n > 0).collect();
    let total: usize = sentences.iter().sum();
    let long = words(text).filter(|w| w.chars().filter(|c| c.is_alphanumeric()).count() > row.long_word).count();
    let index = (total > 0)
        .then(|| (total as f64 / sentences.len() as f64 + 100.0 * long as f64 / total as f64).round() as u32);
    Readability {
        index,
        limit: row.limit,
        plain: index.is_some_and(|i| i <= row.limit),
        longest_sentence: sentences.into_iter().max().unwrap_or(0),
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric))
}
