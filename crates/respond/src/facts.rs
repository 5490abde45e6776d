//! The facts of a breach, schema `sluss/facts/1`: read, refused where wrong, never filled in.

use crate::check::Checker;
use facts::{Place, Problem, Problems};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Facts are written in this program's schema, whatever they were read from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "String", into = "&str")]
pub struct Schema;

impl From<String> for Schema {
    fn from(_: String) -> Self {
        Self
    }
}

impl From<Schema> for &str {
    fn from(_: Schema) -> Self {
        BreachFacts::SCHEMA
    }
}

/// What is known about a breach. `None` is "not known"; an empty list is "checked, none".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BreachFacts {
    pub schema: Schema,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub discovered_by: Option<String>,
    pub nature: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unintelligible: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub integrity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub availability: Option<Availability>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub systemic: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exposed_days: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<People>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipients: Option<Recipients>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ruled_out: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consequences: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mitigation: Option<Mitigation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restriction: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subgroups: Vec<Subgroup>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Availability {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// How long the data were out of reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restored_from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<String>,
}

/// Natural persons, never records. Numbers are written as JSON numbers; `24` and `24.0` are the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct People {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Whether the number is an estimate; a number between two is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximate: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifiable: Option<String>,
    /// People by ISO 3166 code of the country they are in; `FI-AX` is Åland.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub countries: BTreeMap<String, f64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recipients {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased: Option<String>,
}

/// Art. 34(3)(b) and (c).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mitigation {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high_risk_no_longer_likely: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disproportionate_effort: Option<bool>,
}

/// People who are hit in another way than the rest: `facts` holds only what differs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subgroup {
    pub name: String,
    pub facts: Value,
}

/// Reads facts. Every problem of the text is told at once; nothing is guessed or dropped.
pub fn facts(source: &str, text: &str) -> Result<BreachFacts, Problems> {
    let value = crate::json(source, text)?;
    let mut checker = Checker::new(source, text);
    checker.facts(&value, "");
    checker.done()?;
    serde_json::from_value(value).map_err(|e| {
        Problem::new(Place::source(source), "facts-shape", format!("these are no facts of a breach: {e}")).into()
    })
}

impl BreachFacts {
    pub const SCHEMA: &'static str = "sluss/facts/1";

    /// These facts, and what others say where they say something.
    pub fn with(&self, over: &Self) -> Self {
        let mut whole = serde_json::to_value(self).unwrap_or_default();
        overlay(&mut whole, &serde_json::to_value(over).unwrap_or_default());
        serde_json::from_value(whole).unwrap_or_else(|_| self.clone())
    }

    /// The facts of one subgroup: its own where it names them, else those of the whole.
    pub fn of(&self, subgroup: &Subgroup) -> Self {
        let mut whole = serde_json::to_value(Self { subgroups: Vec::new(), ..self.clone() }).unwrap_or_default();
        let counts = ["count", "min", "max", "approximate", "countries"];
        if counts.iter().any(|c| subgroup.facts.pointer(&format!("/people/{c}")).is_some())
            && let Some(people) = whole.get_mut("people").and_then(Value::as_object_mut)
        {
            people.retain(|key, _| !counts.contains(&key.as_str()));
        }
        overlay(&mut whole, &subgroup.facts);
        serde_json::from_value(whole).unwrap_or_default()
    }
}

fn overlay(base: &mut Value, over: &Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                overlay(base.entry(key.clone()).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over.clone(),
    }
}
