//! The ENISA score of 2013, beside the legal test. It never decides anything.

use crate::facts::BreachFacts;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What could be scored; a part that rests on unknown facts is absent, and then so is the sum.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    /// Data processing context, 1 to 4: the highest category, never a sum.
    pub dpc: Option<f64>,
    /// Ease of identification, 0.25 to 1.
    pub ei: Option<f64>,
    /// Circumstances of the breach, 0 to 2.
    pub cb: f64,
    /// `dpc * ei + cb`.
    pub se: Option<f64>,
    pub band: Option<String>,
    /// Marks that do not change the score.
    #[serde(default)]
    pub flags: Vec<String>,
}

#[derive(Deserialize)]
pub struct Enisa {
    category: Vec<Category>,
    ei: std::collections::BTreeMap<String, f64>,
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
    id: String,
    fact: String,
    words: Vec<String>,
    /// Words of `confidentiality` one of which has to hold too.
    #[serde(default)]
    needs: Vec<String>,
    score: f64,
    instead_of: Option<String>,
}

#[derive(Deserialize)]
struct Band {
    name: String,
    from: f64,
}

impl Enisa {
    pub fn score(&self, facts: &BreachFacts) -> Score {
        let dpc = self.dpc(facts);
        let identifiable = facts.people.as_ref().and_then(|p| p.identifiable.as_ref());
        let ei = identifiable.and_then(|word| self.ei.get(word)).copied();
        let cb = self.circumstances(facts);
        let se = dpc.zip(ei).map(|(dpc, ei)| dpc * ei + cb);
        Score { dpc, ei, cb, se, band: se.and_then(|se| self.band(se)), flags: flags(facts) }
    }

    fn dpc(&self, facts: &BreachFacts) -> Option<f64> {
        let kinds = facts.data.as_ref()?;
        let context = facts.context.as_deref().unwrap_or_default();
        let detail = facts.data_detail.as_deref();
        let touched = self.category.iter().filter(|c| c.kinds.iter().any(|k| kinds.contains(k)));
        touched.map(|category| category.score(detail, context)).reduce(f64::max)
    }

    fn circumstances(&self, facts: &BreachFacts) -> f64 {
        let value = serde_json::to_value(facts).unwrap_or_default();
        let met: Vec<&Circumstance> = self.circumstance.iter().filter(|c| c.holds(&value)).collect();
        let replaced = |c: &Circumstance| met.iter().any(|other| other.instead_of.as_deref() == Some(c.id.as_str()));
        met.iter().filter(|c| !replaced(c)).fold(0.0, |sum, c| sum + c.score)
    }

    pub fn band(&self, se: f64) -> Option<String> {
        self.band.iter().rev().find(|b| se >= b.from).map(|b| b.name.clone())
    }
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

impl Circumstance {
    fn holds(&self, facts: &Value) -> bool {
        let word = |path: &str| path.split('.').try_fold(facts, |v, key| v.get(key)).and_then(Value::as_str);
        let is_one = |path: &str, words: &[String]| word(path).is_some_and(|w| words.iter().any(|x| x == w));
        is_one(&self.fact, &self.words) && (self.needs.is_empty() || is_one("confidentiality", &self.needs))
    }
}

fn flags(facts: &BreachFacts) -> Vec<String> {
    let many = facts.people.as_ref().and_then(|p| p.count.or(p.min)).is_some_and(|n| n > 100.0);
    let unintelligible = facts.unintelligible.as_deref() == Some("yes");
    let marks = [(many, "individuals-over-100"), (unintelligible, "unintelligible")];
    marks.into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned()).collect()
}
