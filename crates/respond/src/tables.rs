//! The tables of this room, read once from the text compiled into the program.

use crate::case::DraftTable;
use crate::deadline::DeadlineTable;
use crate::enisa::{self, Enisa};
use crate::form::{self, Form, OrderTable};
use crate::plain::PlainTable;
use crate::roles::RoleTable;
use crate::rules::{self, Rules};
use crate::supervision::{ArticleTable, FactorTable, PrecedentTable};
use crate::zone::{Authorities, Places};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub struct Tables {
    pub vocabulary: Vocabulary,
    pub rules: Rules,
    pub enisa: Enisa,
    /// Codes a tag of a language may begin with.
    pub languages: BTreeSet<String>,
    pub countries: BTreeSet<String>,
    pub places: Places,
    pub deadlines: DeadlineTable,
    pub form: Form,
    /// Authorities' own orders of the form's questions.
    pub orders: Vec<OrderTable>,
    pub draft: DraftTable,
    pub precedents: PrecedentTable,
    pub fines: FactorTable,
    pub articles: ArticleTable,
    pub roles: RoleTable,
    pub plain: PlainTable,
}

/// The words facts may use, and which fields are what.
pub struct Vocabulary {
    pub words: BTreeMap<String, Vec<String>>,
    pub lists: BTreeSet<String>,
    pub open: BTreeSet<String>,
    pub whole: BTreeSet<String>,
    pub fraction: BTreeSet<String>,
    pub truths: BTreeSet<String>,
    pub most_people: f64,
}

impl Vocabulary {
    pub fn is_number(&self, path: &str) -> bool {
        self.whole.contains(path) || self.fraction.contains(path)
    }

    /// Every fact that has a value of its own, by path.
    pub fn paths(&self) -> impl Iterator<Item = &String> {
        self.words.keys().chain(&self.whole).chain(&self.fraction).chain(&self.truths)
    }

    /// The keys right below `parent` (empty for the root).
    pub fn keys(&self, parent: &str) -> Vec<String> {
        let below = |path: &String| match (parent, path.rsplit_once('.')) {
            ("", None) => Some(path.clone()),
            (parent, Some((above, key))) if above == parent => Some(key.to_owned()),
            _ => None,
        };
        self.paths().filter_map(below).collect()
    }
}

/// The tables. They are part of the program and tested to be readable, so that reading them cannot fail at run time.
pub fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> =
        LazyLock::new(|| read().expect("the tables compiled in are tested to be readable"));
    &TABLES
}

fn read() -> Result<Tables, String> {
    let rules = rules::read(include_str!("../../../tables/regimes/gdpr-risk.toml"))?;
    Ok(Tables {
        vocabulary: vocabulary(include_str!("../../../tables/forms/facts.toml"))?,
        form: form::read(include_str!("../../../tables/forms/edpb-2026.toml"), &rules.names)?,
        orders: vec![
            table(include_str!("../../../tables/forms/imy.toml"))?,
            table(include_str!("../../../tables/forms/tsv.toml"))?,
        ],
        draft: table(include_str!("../../../tables/forms/draft.toml"))?,
        precedents: table(include_str!("../../../tables/precedents.toml"))?,
        roles: table(include_str!("../../../tables/roles.toml"))?,
        fines: table(include_str!("../../../tables/regimes/art-83.toml"))?,
        articles: table(include_str!("../../../tables/articles.toml"))?,
        plain: table(include_str!("../../../tables/forms/plain-language.toml"))?,
        enisa: enisa::read(include_str!("../../../tables/enisa.toml"), &rules.names)?,
        rules,
        languages: codes(include_str!("../../../tables/forms/languages.toml"))?,
        countries: codes(include_str!("../../../tables/authorities/countries.toml"))?,
        places: places()?,
        deadlines: table(include_str!("../../../tables/regimes/deadlines.toml"))?,
    })
}

fn table<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|e| e.to_string())
}

fn places() -> Result<Places, String> {
    let authorities: Authorities = table(include_str!("../../../tables/authorities/eea.toml"))?;
    let eu = table(include_str!("../../../tables/calendars/eu.toml"))?;
    let national = table(include_str!("../../../tables/calendars/national.toml"))?;
    Places::new(authorities.authority, eu, national)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactsTable {
    #[serde(rename = "source")]
    _source: String,
    words: BTreeMap<String, Vec<String>>,
    open: Fields,
    lists: Fields,
    numbers: Numbers,
    truths: Fields,
}

#[derive(Deserialize)]
struct Fields {
    fields: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Numbers {
    whole: BTreeSet<String>,
    fraction: BTreeSet<String>,
    most_people: f64,
}

fn vocabulary(text: &str) -> Result<Vocabulary, String> {
    let table: FactsTable = table(text)?;
    Ok(Vocabulary {
        words: table.words,
        lists: table.lists.fields,
        open: table.open.fields,
        whole: table.numbers.whole,
        fraction: table.numbers.fraction,
        truths: table.truths.fields,
        most_people: table.numbers.most_people,
    })
}

#[derive(Deserialize)]
struct Codes {
    codes: String,
}

fn codes(text: &str) -> Result<BTreeSet<String>, String> {
    let table: Codes = table(text)?;
    Ok(table.codes.split_whitespace().map(str::to_owned).collect())
}

/// The words one field of the facts may have, in the order of the form; empty for a field without words.
pub fn vocabulary_of(field: &str) -> &'static [String] {
    tables().vocabulary.words.get(field).map(Vec::as_slice).unwrap_or_default()
}
