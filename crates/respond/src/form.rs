//! A case in the fields of a notification form: what is known, assumed, missing or does not apply. No language in it:
//! labels and options are keys of the words.

use crate::case::{About, Case, FilingKind, ItemStatus, Means, Occurred, Text};
use crate::expr::{Expr, Trace, Truth};
use crate::tables::tables;
use crate::view::View;
use crate::zone::Moment;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Schema `sluss/notification/1`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Notification {
    pub schema: String,
    /// Id of the form, such as `edpb-2026`.
    pub form: String,
    /// `draft` while the form itself is one; words key `respond-form-status-<status>`.
    pub status: String,
    pub form_source: String,
    pub case: String,
    pub title: String,
    pub exercise: bool,
    pub at: Timestamp,
    pub sections: Vec<Section>,
    /// Ids of the required fields that have no value.
    pub gaps: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its number in the form: `3.1`.
    pub id: String,
    /// Words key of the heading.
    pub label: String,
    pub fields: Vec<Field>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    pub id: String,
    /// Words key: `respond-field-<id>`.
    pub label: String,
    pub value: FieldValue,
    pub required: bool,
    /// Part of the minimum of Art. 33(3).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub minimum: bool,
    /// Where the answer is from: `finding:<id>`; empty where a person gave it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum FieldValue {
    Known {
        value: Shown,
    },
    /// Taken for true until it is known.
    Assumed {
        value: Shown,
    },
    Unknown {
        promised: Option<Moment>,
    },
    NotApplicable,
}

/// A value a face can write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// Words keys.
    Words(Vec<String>),
    Text(Text),
    Texts(Vec<Text>),
    Number(f64),
    /// At least, at most.
    Range(Option<f64>, Option<f64>),
    Moment(Moment),
    Truth(bool),
    /// Amount by country code.
    Countries(Vec<(String, f64)>),
    Names(Vec<String>),
}

impl Notification {
    pub const SCHEMA: &'static str = "sluss/notification/1";

    pub fn fields(&self) -> Vec<Field> {
        self.sections.iter().flat_map(|s| s.fields.iter().cloned()).collect()
    }

    pub fn field(&self, id: &str) -> Option<&Field> {
        self.sections.iter().flat_map(|s| &s.fields).find(|f| f.id == id)
    }

    /// The same answers in the order of an authority's own form: question number and field.
    pub fn in_order_of(&self, form: &str) -> Option<Vec<(String, &Field)>> {
        let order = tables().orders.iter().find(|o| o.id == form)?;
        Some(order.questions.iter().filter_map(|q| Some((q.n.clone(), self.field(&q.field)?))).collect())
    }
}

/// Ids of the authorities' own orders for a country.
pub fn orders(country: &str) -> Vec<&'static str> {
    tables().orders.iter().filter(|o| o.country == country).map(|o| o.id.as_str()).collect()
}

#[derive(Deserialize)]
pub struct OrderTable {
    pub id: String,
    pub country: String,
    pub questions: Vec<OrderRow>,
}

#[derive(Deserialize)]
pub struct OrderRow {
    pub n: String,
    pub field: String,
}

/// The form as its table has it.
pub struct Form {
    pub id: String,
    pub status: String,
    pub source: String,
    pub sections: Vec<SectionRow>,
    /// Ids of the fields a person fills in.
    pub items: Vec<String>,
}

pub struct SectionRow {
    id: String,
    name: String,
    pub fields: Vec<FieldRow>,
}

pub struct FieldRow {
    pub id: String,
    value: Source,
    pub options: Vec<String>,
    required: bool,
    minimum: bool,
    when: Option<Expr>,
    needs: Option<String>,
}

enum Source {
    Fact(String),
    Case(String),
    Item,
}

#[derive(Deserialize)]
struct RawForm {
    id: String,
    status: String,
    source: String,
    section: Vec<RawSection>,
}

#[derive(Deserialize)]
struct RawSection {
    id: String,
    name: String,
    field: Vec<RawField>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawField {
    id: String,
    value: String,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    minimum: bool,
    when: Option<String>,
    needs: Option<String>,
    #[serde(default, rename = "number")]
    _number: bool,
}

pub fn read(text: &str, names: &crate::expr::Names) -> Result<Form, String> {
    let raw: RawForm = toml::from_str(text).map_err(|e| e.to_string())?;
    let mut items = Vec::new();
    let mut sections = Vec::new();
    for section in raw.section {
        let mut fields = Vec::new();
        for field in section.field {
            if field.value == "item" {
                items.push(field.id.clone());
            }
            fields.push(row(field, names)?);
        }
        sections.push(SectionRow { id: section.id, name: section.name, fields });
    }
    Ok(Form { id: raw.id, status: raw.status, source: raw.source, sections, items })
}

fn row(field: RawField, names: &crate::expr::Names) -> Result<FieldRow, String> {
    let value = match field.value.split_once(' ') {
        Some(("fact", path)) => Source::Fact(path.to_owned()),
        Some(("case", name)) => Source::Case(name.to_owned()),
        None if field.value == "item" => Source::Item,
        _ => return Err(format!("field `{}`: `{}` is no source of a value", field.id, field.value)),
    };
    let when = field.when.map(|w| names.parse(&w)).transpose().map_err(|e| format!("field `{}`: {e}", field.id))?;
    Ok(FieldRow {
        id: field.id,
        value,
        options: field.options,
        required: field.required,
        minimum: field.minimum,
        when,
        needs: field.needs,
    })
}

/// The case in the fields of the EDPB's template, as it stands at `now`.
pub fn notification(case: &Case, now: Timestamp) -> Notification {
    let form = &tables().form;
    let filler = Filler::new(case, now);
    let sections: Vec<Section> = form.sections.iter().map(|s| filler.section(s)).collect();
    let empty = |f: &&Field| f.required && matches!(f.value, FieldValue::Unknown { .. });
    let gaps = sections.iter().flat_map(|s| &s.fields).filter(empty).map(|f| f.id.clone()).collect();
    Notification {
        schema: Notification::SCHEMA.to_owned(),
        form: form.id.clone(),
        status: form.status.clone(),
        form_source: form.source.clone(),
        case: case.id.clone(),
        title: case.title.clone(),
        exercise: case.exercise,
        at: now,
        sections,
        gaps,
    }
}

/// Words key of one word of a fact: `web-people-groups-patients`.
pub fn word_key(fact: &str, word: &str) -> String {
    format!("web-{}-{word}", fact.replace(['.', '_'], "-"))
}

struct Filler<'a> {
    case: &'a Case,
    view: View,
    facts: serde_json::Value,
    risk: crate::Assessment,
    late: bool,
}

impl<'a> Filler<'a> {
    fn new(case: &'a Case, now: Timestamp) -> Self {
        let view = View::new(&case.facts, &tables().rules.names.sets["special"]);
        let due = case.deadline().and_then(|d| d.operative);
        let sent = case.filings.first().map_or(now, |f| f.sent);
        Self {
            case,
            view,
            facts: serde_json::to_value(&case.facts).unwrap_or_default(),
            risk: case.assessment(),
            late: due.is_some_and(|due| sent > due.timestamp()),
        }
    }

    fn section(&self, row: &SectionRow) -> Section {
        Section {
            id: row.id.clone(),
            label: format!("respond-section-{}", row.name),
            fields: row.fields.iter().map(|f| self.field(f)).collect(),
        }
    }

    fn field(&self, row: &FieldRow) -> Field {
        let applies = self.applies(row);
        Field {
            id: row.id.clone(),
            label: format!("respond-field-{}", row.id),
            value: if applies { self.value(row) } else { FieldValue::NotApplicable },
            required: row.required && applies,
            minimum: row.minimum,
            origins: self.origins(row),
        }
    }

    fn applies(&self, row: &FieldRow) -> bool {
        let fits = row
            .when
            .as_ref()
            .is_none_or(|when| tables().rules.names.eval(when, &self.view, &mut Trace::default()) != Truth::No);
        fits && row.needs.as_deref().is_none_or(|needs| self.holds(needs))
    }

    fn holds(&self, condition: &str) -> bool {
        match condition {
            "late" => self.late,
            "follow-up" => !self.case.filings.is_empty(),
            "withdrawal" => self.case.filings.last().is_some_and(|f| f.kind == FilingKind::Withdrawal),
            "ended" => !matches!(self.case.times.occurred, Occurred::Ongoing { .. }),
            "communicated" => !self.case.communications.is_empty(),
            "exempt" => self.case.exemption.is_some(),
            _ => false,
        }
    }

    fn origins(&self, row: &FieldRow) -> Vec<String> {
        let Source::Fact(path) = &row.value else { return Vec::new() };
        self.case.origins.iter().filter(|o| o.fact == *path).map(|o| o.from.clone()).collect()
    }

    fn value(&self, row: &FieldRow) -> FieldValue {
        match &row.value {
            Source::Fact(path) => self.fact(path),
            Source::Item => self.item(row),
            Source::Case(name) => match self.case_value(name) {
                Some(value) => FieldValue::Known { value },
                // What no event tells a person may still have entered.
                None => self.item(row),
            },
        }
    }

    fn fact(&self, path: &str) -> FieldValue {
        let value = path.split('.').try_fold(&self.facts, |v, key| v.get(key));
        let keys = match value {
            Some(serde_json::Value::String(word)) => vec![word_key(path, word)],
            Some(serde_json::Value::Array(list)) if !list.is_empty() => {
                list.iter().filter_map(|w| w.as_str()).map(|w| word_key(path, w)).collect()
            }
            _ => return FieldValue::Unknown { promised: None },
        };
        FieldValue::Known { value: Shown::Words(keys) }
    }

    fn item(&self, row: &FieldRow) -> FieldValue {
        let Some(item) = self.case.items.get(&row.id) else { return FieldValue::Unknown { promised: None } };
        let option = item.text.open().filter(|t| row.options.iter().any(|o| o == t));
        let value = match (item.number, option) {
            (Some(number), _) => Shown::Number(number),
            (None, Some(option)) => Shown::Words(vec![option_key(&row.id, option)]),
            (None, None) => Shown::Text(item.text.clone()),
        };
        match &item.status {
            ItemStatus::Known => FieldValue::Known { value },
            ItemStatus::Assumed => FieldValue::Assumed { value },
            ItemStatus::Unknown { promised } => FieldValue::Unknown { promised: promised.map(|at| self.moment(at)) },
            ItemStatus::NotApplicable => FieldValue::NotApplicable,
        }
    }

    fn case_value(&self, name: &str) -> Option<Shown> {
        self.about_filing(name)
            .or_else(|| self.about_times(name))
            .or_else(|| self.about_risk(name))
            .or_else(|| self.about_communication(name))
            .or_else(|| self.about_countries(name))
    }

    fn about_filing(&self, name: &str) -> Option<Shown> {
        let filings = &self.case.filings;
        let word = |field: &str, option: &str| Shown::Words(vec![option_key(field, option)]);
        match name {
            "filing-type" => Some(word("type", if filings.is_empty() { "new" } else { "follow-up" })),
            "filing-sub-type" => {
                let withdrawn = filings.last().is_some_and(|f| f.kind == FilingKind::Withdrawal);
                let option = if withdrawn {
                    "withdrawal"
                } else if self.whole() {
                    "complete"
                } else {
                    "incomplete"
                };
                Some(word("sub-type", option))
            }
            "withdrawal-reason" => filings.last().and_then(|f| f.withdrawal_reason.clone()).map(Shown::Text),
            "earlier-notification" => {
                let receipt = filings.iter().rev().map(|f| f.receipt.clone()).find(|r| !r.is_empty())?;
                Some(Shown::Names(vec![receipt]))
            }
            "reference" if !self.case.reference.is_empty() => Some(Shown::Names(vec![self.case.reference.clone()])),
            "authorities-notified" if !filings.is_empty() => {
                let mut names: Vec<String> = filings.iter().map(|f| f.authority.clone()).collect();
                names.dedup();
                Some(Shown::Names(names))
            }
            _ => None,
        }
    }

    /// Every required field but the type of the filing itself has a value.
    fn whole(&self) -> bool {
        let rows = tables().form.sections.iter().flat_map(|s| &s.fields);
        let empty = |row: &&FieldRow| {
            let own = matches!(&row.value, Source::Case(name) if name == "filing-sub-type");
            !own && row.required && self.applies(row) && matches!(self.value(row), FieldValue::Unknown { .. })
        };
        rows.filter(empty).count() == 0
    }

    fn about_times(&self, name: &str) -> Option<Shown> {
        let times = &self.case.times;
        match name {
            "occurred-kind" => {
                let kind = match times.occurred {
                    Occurred::Point { .. } => "point",
                    Occurred::Range { .. } => "range",
                    Occurred::Ongoing { .. } => "ongoing",
                    Occurred::Unknown => return None,
                };
                Some(Shown::Words(vec![option_key("when", kind)]))
            }
            "occurred-estimated" => match times.occurred {
                Occurred::Point { estimated, .. }
                | Occurred::Range { estimated, .. }
                | Occurred::Ongoing { estimated, .. } => Some(Shown::Truth(estimated)),
                Occurred::Unknown => None,
            },
            "occurred-start" => times.occurred.start().map(|at| Shown::Moment(self.moment(at))),
            "occurred-end" => times.occurred.end().map(|at| Shown::Moment(self.moment(at))),
            "aware" => times.aware.as_ref().map(|a| Shown::Moment(self.moment(a.at))),
            "late-reasons" => self.case.delays.get("notify-authority").cloned().map(Shown::Text),
            _ => None,
        }
    }

    fn about_risk(&self, name: &str) -> Option<Shown> {
        match name {
            "people-number" => {
                let people = self.case.facts.people.as_ref()?;
                match (people.count, people.min, people.max) {
                    (Some(count), ..) => Some(Shown::Number(count)),
                    (None, None, None) => None,
                    (None, min, max) => Some(Shown::Range(min, max)),
                }
            }
            "risk" => Some(Shown::Words(vec![option_key("risk-outcome", self.concluded_risk())])),
            "risk-reasons" => {
                let told = self.case.conclusions.iter().map(|c| c.reasons.clone());
                let texts: Vec<Text> = told.collect();
                (!texts.is_empty()).then_some(Shown::Texts(texts))
            }
            "measures" => self.measures(false),
            "measures-preventive" => self.measures(true),
            _ => None,
        }
    }

    /// What the persons concluded, else what the rules propose.
    fn concluded_risk(&self) -> &'static str {
        let told = |about| self.case.conclusion(about).map(|c| c.duty);
        match (told(About::Authority), told(About::People)) {
            (_, Some(true)) => "high",
            (Some(true), Some(false)) => "risk",
            (Some(false), _) => "unlikely",
            _ => match self.risk.risk {
                crate::Risk::Unlikely => "unlikely",
                crate::Risk::Risk => "risk",
                crate::Risk::High => "high",
                crate::Risk::Undetermined => "undetermined",
            },
        }
    }

    fn measures(&self, preventive: bool) -> Option<Shown> {
        let texts: Vec<Text> =
            self.case.measures.iter().filter(|m| m.preventive == preventive).map(|m| m.what.clone()).collect();
        (!texts.is_empty()).then_some(Shown::Texts(texts))
    }

    fn about_communication(&self, name: &str) -> Option<Shown> {
        let case = self.case;
        let first = case.communications.first();
        match name {
            "communicated" => Some(Shown::Words(vec![option_key("communicated", self.communicated())])),
            "communicated-at" => first.map(|c| Shown::Moment(self.moment(c.sent))),
            "communicated-to" => {
                let groups: Vec<String> = case.communications.iter().filter_map(|c| c.subgroup.clone()).collect();
                if !groups.is_empty() {
                    return Some(Shown::Names(groups));
                }
                let people: u64 = case.communications.iter().filter_map(|c| c.people).sum();
                (people > 0).then_some(Shown::Number(people as f64))
            }
            "communication-means" => first.map(|c| {
                let means = match c.means {
                    Means::Individual => "individual",
                    Means::Public => "public",
                    Means::Other => "other",
                };
                Shown::Words(vec![option_key("communication-means", means)])
            }),
            "communication-text" => first.map(|c| Shown::Text(c.text.clone())),
            "exemption" => case.exemption.as_ref().map(|e| {
                let ground = match e.ground {
                    crate::case::Ground::A => "a",
                    crate::case::Ground::B => "b",
                    crate::case::Ground::C => "c",
                };
                Shown::Words(vec![option_key("exemption", ground)])
            }),
            "exemption-reasons" => case.exemption.as_ref().map(|e| Shown::Text(e.reasons.clone())),
            _ => None,
        }
    }

    fn communicated(&self) -> &'static str {
        if !self.case.communications.is_empty() {
            return "yes";
        }
        if self.case.exemption.is_some() {
            return "exempt";
        }
        match self.case.answer(About::People) {
            crate::Answer::Yes => "will-be",
            crate::Answer::No => "not-high-risk",
            crate::Answer::Ask => "investigating",
        }
    }

    fn about_countries(&self, name: &str) -> Option<Shown> {
        let countries = self.case.facts.people.as_ref().map(|p| &p.countries).filter(|c| !c.is_empty());
        match name {
            "people-by-country" => {
                countries.map(|c| Shown::Countries(c.iter().map(|(code, n)| (code.clone(), *n)).collect()))
            }
            "cross-border" => {
                let here = self.case.country.split('-').next().unwrap_or_default();
                countries.map(|c| Shown::Truth(c.keys().any(|code| !code.starts_with(here))))
            }
            "lead-authority" => {
                let authority = tables().places.authority(&self.case.country).ok()?;
                Some(Shown::Names(vec![authority.name.clone()]))
            }
            _ => None,
        }
    }

    fn moment(&self, at: Timestamp) -> Moment {
        let places = &tables().places;
        let zone = places.authority(&self.case.country).map(|a| places.zone(a));
        Moment::from(&at.to_zoned(zone.unwrap_or(jiff::tz::TimeZone::UTC)))
    }
}

/// Words key of one option of a field: `respond-option-sub-type-complete`.
pub fn option_key(field: &str, option: &str) -> String {
    format!("respond-option-{field}-{option}")
}
