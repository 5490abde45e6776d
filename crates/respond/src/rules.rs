//! The rules of the legal test, as the table has them.

use crate::expr::{Expr, Names};
use crate::facts::BreachFacts;
use crate::view::View;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    AskRisk,
    Risk,
    AskHigh,
    High,
}

#[derive(Debug)]
pub struct Rule {
    pub id: String,
    pub effect: Effect,
    pub when: Expr,
    /// The fact that is asked for alone while it is not known.
    pub first: Option<String>,
    /// The fact that is asked for again where the rule holds.
    pub asks: Option<String>,
    pub source: String,
    pub yes: Vec<String>,
    pub no: Vec<String>,
}

/// A circumstance that speaks for or against, and decides nothing by itself.
#[derive(Debug)]
pub struct Factor {
    pub id: String,
    pub raises: bool,
    pub when: Expr,
    pub source: String,
}

#[derive(Debug)]
pub struct Exemption {
    pub id: String,
    pub when: Expr,
    pub source: String,
    /// Whether the people are still told, in another way or later.
    pub communicate: bool,
}

#[derive(Debug, Default)]
pub struct Rules {
    pub names: Names,
    /// Terms that are a reason for leniency when they hold: id, source, examples.
    pub grounds: Vec<Ground>,
    pub rules: Vec<Rule>,
    pub factors: Vec<Factor>,
    pub exemptions: Vec<Exemption>,
    pub implied: Implied,
    /// Facts that whoever relies on them has to show.
    pub burden: BTreeSet<String>,
}

/// By kind of breach, the facts whose words say that it is one.
pub type Implied = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

#[derive(Debug)]
pub struct Ground {
    pub id: String,
    /// Where this is not so, the ground says nothing about the breach.
    pub bears: Option<Expr>,
    pub source: String,
    pub yes: Vec<String>,
    pub no: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "schema")]
    _schema: String,
    #[serde(rename = "valid_from")]
    _valid_from: toml::value::Datetime,
    sets: BTreeMap<String, BTreeSet<String>>,
    implied: Implied,
    burden: BTreeSet<String>,
    term: Vec<Row>,
    rule: Vec<Row>,
    factor: Vec<Row>,
    exemption: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    when: String,
    #[serde(default)]
    source: String,
    effect: Option<Effect>,
    raises: Option<bool>,
    communicate: Option<bool>,
    #[serde(default)]
    ground: bool,
    bears: Option<String>,
    presumes: Option<String>,
    first: Option<String>,
    asks: Option<String>,
    #[serde(default)]
    yes: Vec<String>,
    #[serde(default)]
    no: Vec<String>,
}

/// Reads the table; the message names the row.
pub fn read(text: &str) -> Result<Rules, String> {
    let table: Table = toml::from_str(text).map_err(|e| e.to_string())?;
    let names = Names { sets: table.sets, ..Names::default() };
    let mut rules = Rules { names, implied: table.implied, burden: table.burden, ..Rules::default() };
    for row in table.term {
        rules.term(row)?;
    }
    for row in table.rule {
        let when = rules.condition(&row)?;
        let effect = row.effect.ok_or(format!("rule `{}` has no effect", row.id))?;
        rules.rules.push(Rule {
            id: row.id,
            effect,
            when,
            first: row.first,
            asks: row.asks,
            source: row.source,
            yes: row.yes,
            no: row.no,
        });
    }
    for row in table.factor {
        let when = rules.condition(&row)?;
        let raises = row.raises.ok_or(format!("factor `{}` has no direction", row.id))?;
        rules.factors.push(Factor { id: row.id, raises, when, source: row.source });
    }
    for row in table.exemption {
        let when = rules.condition(&row)?;
        let communicate = row.communicate.ok_or(format!("exemption `{}` has no effect", row.id))?;
        rules.exemptions.push(Exemption { id: row.id, when, source: row.source, communicate });
    }
    Ok(rules)
}

impl Rules {
    /// The facts as the conditions see them.
    pub fn view(&self, facts: &BreachFacts) -> View {
        View::new(facts, &self.names.sets["special"], &self.implied)
    }

    fn term(&mut self, row: Row) -> Result<(), String> {
        let when = self.condition(&row)?;
        if when.presumes() && row.presumes.as_deref().is_none_or(str::is_empty) {
            return Err(format!("term `{}` presumes something and does not say why", row.id));
        }
        if row.ground {
            let bears = row.bears.as_deref().map(|text| self.names.parse(text)).transpose();
            let bears = bears.map_err(|why| format!("`{}`: {why}", row.id))?;
            self.grounds.push(Ground { id: row.id.clone(), bears, source: row.source, yes: row.yes, no: row.no });
        }
        self.names.terms.insert(row.id, when);
        Ok(())
    }

    fn condition(&self, row: &Row) -> Result<Expr, String> {
        self.names.parse(&row.when).map_err(|why| format!("`{}`: {why}", row.id))
    }
}

impl Expr {
    /// Whether a presumption is used here (terms not followed).
    pub fn presumes(&self) -> bool {
        match self {
            Self::Presumed(_) => true,
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::presumes),
            Self::Not(inner) | Self::Shown(inner) => inner.presumes(),
            Self::Term(_) | Self::Leaf(_) | Self::Unsettled => false,
        }
    }
}

/// One row of the rule book, for a manual page or a person who wants to know.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RuleCard {
    pub id: &'static str,
    /// Absent for a ground of leniency.
    pub effect: Option<Effect>,
    pub source: &'static str,
    /// Facts as JSON for which it holds, and for which it does not.
    pub holds_for: &'static [String],
    pub not_for: &'static [String],
}

/// Every rule and ground of leniency of the legal test.
pub fn rule_book() -> Vec<RuleCard> {
    let rules = &crate::tables::tables().rules;
    let rule = |r: &'static Rule| RuleCard {
        id: &r.id,
        effect: Some(r.effect),
        source: &r.source,
        holds_for: &r.yes,
        not_for: &r.no,
    };
    let ground =
        |g: &'static Ground| RuleCard { id: &g.id, effect: None, source: &g.source, holds_for: &g.yes, not_for: &g.no };
    rules.rules.iter().map(rule).chain(rules.grounds.iter().map(ground)).collect()
}
