//! The ENISA score of 2013, beside the legal test. It never decides anything.

use crate::expr::{Expr, Names, Trace, Truth};
use crate::facts::BreachFacts;
use crate::tables::tables;
use crate::view::View;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What could be scored; a part that rests on unknown facts is absent, and then so is the sum.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Data processing context, 1 to 4: the highest category, never a sum.
    pub dpc: Option<f64>,
    /// Ease of identification, 0.25 to 1.
    pub ei: Option<f64>,
    /// Circumstances of the breach, 0 to 2.
    pub cb: Option<f64>,
    /// `dpc * ei + cb`.
    pub se: Option<f64>,
    pub band: Option<String>,
    /// Marks that do not change the score.
    #[serde(default)]
    pub flags: Vec<String>,
}

pub struct Enisa {
    table: Table,
    /// Each part of the circumstances: what it scores in which case, the first that holds.
    parts: Vec<Vec<(Expr, f64)>>,
}

#[derive(Deserialize)]
struct Table {
    category: Vec<Category>,
    ei: BTreeMap<String, f64>,
    circumstance: Vec<Circumstance>,
    band: Vec<Band>,
}

#[derive(Deserialize)]
struct Category {
    kinds: Vec<String>,
    unknown: f64,
    minimal: f64,
    ordinary: f64,
    rich: f64,
    grave_context: Vec<String>,
    grave: f64,
    telling_context: Vec<String>,
    telling: f64,
}

#[derive(Deserialize)]
struct Circumstance {
    part: String,
    when: String,
    score: f64,
}

#[derive(Deserialize)]
struct Band {
    name: String,
    from: f64,
}

/// Reads the table; its conditions are those of the rules.
pub fn read(text: &str, names: &Names) -> Result<Enisa, String> {
    let table: Table = toml::from_str(text).map_err(|e| e.to_string())?;
    let mut parts: BTreeMap<&str, Vec<(Expr, f64)>> = BTreeMap::new();
    for row in &table.circumstance {
        parts.entry(&row.part).or_default().push((names.parse(&row.when)?, row.score));
    }
    let parts = parts.into_values().collect();
    Ok(Enisa { table, parts })
}

impl Enisa {
    pub fn score(&self, facts: &BreachFacts) -> Score {
        let dpc = self.dpc(facts);
        let identifiable = facts.people.as_ref().and_then(|p| p.identifiable.as_ref());
        let ei = identifiable.and_then(|word| self.table.ei.get(word)).copied();
        let view = tables().rules.view(facts);
        let cb = self.parts.iter().map(|part| scored(part, &view)).sum::<Option<f64>>();
        let se = dpc.zip(ei).zip(cb).map(|((dpc, ei), cb)| dpc * ei + cb);
        Score { dpc, ei, cb, se, band: se.and_then(|se| self.band(se)), flags: flags(facts) }
    }

    fn dpc(&self, facts: &BreachFacts) -> Option<f64> {
        let kinds = facts.data.as_ref()?;
        let context = facts.context.as_deref().unwrap_or_default();
        let detail = facts.data_detail.as_deref();
        let touched = self.table.category.iter().filter(|c| c.kinds.iter().any(|k| kinds.contains(k)));
        touched.map(|category| category.score(detail, context)).reduce(f64::max)
    }

    pub fn band(&self, se: f64) -> Option<String> {
        self.table.band.iter().rev().find(|b| se >= b.from).map(|b| b.name.clone())
    }
}

/// The score that all rows agree on which can be the first to hold.
fn scored(part: &[(Expr, f64)], view: &View) -> Option<f64> {
    let mut can_be = None;
    for (when, score) in part {
        let truth = tables().rules.names.eval(when, view, &mut Trace::quiet());
        if truth != Truth::No && *can_be.get_or_insert(*score) != *score {
            return None;
        }
        if truth == Truth::Yes {
            return can_be;
        }
    }
    None
}

impl Category {
    fn score(&self, detail: Option<&str>, context: &[String]) -> f64 {
        let base = match detail {
            Some("minimal") => self.minimal,
            Some("ordinary") => self.ordinary,
            Some("rich") => self.rich,
            _ => self.unknown,
        };
        let told = |words: &[String]| words.iter().any(|w| context.contains(w));
        let telling = if told(&self.telling_context) { self.telling } else { base };
        let grave = if told(&self.grave_context) { self.grave } else { base };
        base.max(telling).max(grave).clamp(1.0, 4.0)
    }
}

fn flags(facts: &BreachFacts) -> Vec<String> {
    let many = facts.people.as_ref().and_then(|p| p.count.or(p.min)).is_some_and(|n| n > 100.0);
    let unintelligible = facts.unintelligible.as_deref() == Some("yes");
    let marks = [(many, "individuals-over-100"), (unintelligible, "unintelligible")];
    marks.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned()).collect()
}
