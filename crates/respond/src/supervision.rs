//! Who supervises, and what authorities made of breaches like this one.

use crate::case::{Case, Erasure, ErasureRequest, Weighed};
use crate::tables::tables;
use crate::zone::Authority;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// A decision of an authority or court, with how sure we are of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Precedent {
    pub id: String,
    pub country: String,
    pub authority: String,
    pub case_no: String,
    pub date: String,
    pub controller: String,
    pub articles: Vec<String>,
    pub outcome: String,
    pub amount: Option<u64>,
    pub currency: Option<String>,
    pub status: String,
    pub lesson: String,
    pub tags: Vec<String>,
    /// `primary`, `secondary` or `unconfirmed`.
    pub confidence: String,
    pub source: String,
}

#[derive(Deserialize)]
pub struct PrecedentTable {
    pub precedent: Vec<Precedent>,
}

/// One factor of Art. 83(2): what the case says to it, and how a person weighed it. Words key `respond-factor-<letter>`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FactorRow {
    pub letter: &'static str,
    /// What of the case speaks to it: path and value; lists of acts by how many there are.
    pub facts: Vec<(&'static str, Value)>,
    pub weighed: Option<Weighed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorTable {
    #[serde(rename = "schema")]
    _schema: String,
    #[serde(rename = "source")]
    _source: String,
    factor: Vec<Factor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Factor {
    letter: String,
    facts: Vec<String>,
}

/// The letters of Art. 83(2).
pub fn letters() -> Vec<&'static str> {
    tables().fines.factor.iter().map(|f| f.letter.as_str()).collect()
}

/// How many numbered paragraphs each article of the GDPR has; Art. 4 its points.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleTable {
    #[serde(rename = "schema")]
    _schema: String,
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "valid_from")]
    _valid_from: toml::value::Datetime,
    paragraphs: Vec<u32>,
}

/// Of an article that is written as one of the GDPR and is none (`99(9)`, `33.6`): what would be one. Another law's is
/// written with its name.
pub fn misnamed(written: &str) -> Option<String> {
    let written = written.trim().to_lowercase();
    let from = written.find(|c: char| c.is_ascii_digit())?;
    let (before, named) = written.split_at(from);
    let (article, rest) = number(named)?;
    let is_other = !["", "art.", "art", "article", "artikel", "artikla"].contains(&before.trim());
    if is_other || !(rest.is_empty() || rest.starts_with(['(', '.'])) {
        return None;
    }
    let all = &tables().articles.paragraphs;
    let Some(paragraphs) = article.checked_sub(1).and_then(|n| all.get(n as usize)) else {
        return Some(format!("1–{}", all.len()));
    };
    let (paragraph, _) = number(rest.trim_start_matches(['(', '.']))?;
    match paragraphs {
        0 => Some(article.to_string()),
        n if (1..=*n).contains(&paragraph) => None,
        n => Some(format!("{article}(1)–{article}({n})")),
    }
}

/// What it begins with, and the rest.
fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// The grid of Art. 83(2)(a)-(k) for a case. Shown beside the precedents; it computes nothing.
pub fn grid(case: &Case) -> Vec<FactorRow> {
    let mut whole = serde_json::to_value(case).unwrap_or_default();
    if let Some(word) = erased(case) {
        whole["facts"]["recipients"]["erased"] = word.into();
    }
    let row = |f: &'static Factor| FactorRow {
        letter: &f.letter,
        facts: f.facts.iter().filter_map(|path| Some((path.as_str(), spoken(&whole, path)?))).collect(),
        weighed: case.weights.get(&f.letter).cloned(),
    };
    tables().fines.factor.iter().map(row).collect()
}

/// What the requests to recipients have come to; none where nobody was asked.
fn erased(case: &Case) -> Option<&'static str> {
    let last = |r: &ErasureRequest| case.erasures.iter().rev().find(|l| l.recipient == r.recipient)?.outcome;
    let outcomes: Vec<Option<Erasure>> = case.erasures.iter().map(last).collect();
    let all = |wanted: Option<Erasure>| outcomes.iter().all(|o| *o == wanted);
    match outcomes.is_empty() {
        true => None,
        _ if all(Some(Erasure::Confirmed)) => Some("confirmed"),
        _ if outcomes.contains(&None) => Some("requested"),
        _ => Some("no"),
    }
}

fn spoken(case: &Value, path: &str) -> Option<Value> {
    let at = |root: &Value| path.split('.').try_fold(root.clone(), |v, key| v.get(key).cloned());
    let value = at(&case["facts"]).or_else(|| at(case))?;
    match &value {
        Value::Array(acts) if acts.iter().any(Value::is_object) => Some(acts.len().into()),
        Value::Object(acts) => Some(acts.len().into()).filter(|_| !acts.is_empty()),
        Value::Array(none) if none.is_empty() => None,
        _ => Some(value),
    }
}

/// Precedents that share most with the case, the likest first; those of its own country before others.
pub fn precedents(case: &Case) -> Vec<&'static Precedent> {
    let marks = marks(case);
    let shared = |p: &Precedent| p.tags.iter().filter(|t| marks.contains(t.as_str())).count();
    let mut like: Vec<&Precedent> = tables().precedents.precedent.iter().filter(|p| shared(p) > 0).collect();
    let home = case.country.split('-').next().unwrap_or_default();
    like.sort_by_key(|p| (std::cmp::Reverse(shared(p)), p.country != home, p.id.clone()));
    like
}

fn marks(case: &Case) -> BTreeSet<&str> {
    let facts = &case.facts;
    let mut marks: BTreeSet<&str> = facts.incident.iter().flatten().map(String::as_str).collect();
    let people = facts.people.as_ref();
    marks.extend(people.and_then(|p| p.groups.as_ref()).into_iter().flatten().map(String::as_str));
    let told = [
        (facts.unintelligible.as_deref() == Some("subvertible"), "hashed"),
        (facts.unintelligible.as_deref() == Some("no"), "plain"),
        (marks.contains("patients"), "care"),
        (facts.data.iter().flatten().any(|d| d == "economic" || d == "payment"), "financial"),
        (facts.role.as_deref() == Some("processor"), "processor"),
        (case.delays.contains_key("notify-authority"), "late"),
        (!facts.subgroups.is_empty(), "subgroups"),
        (people.and_then(|p| p.count).is_some_and(|n| n <= 10.0), "few-people"),
    ];
    marks.extend(told.into_iter().filter(|(on, _)| *on).map(|(_, mark)| mark));
    marks
}

/// The authorities a case has to do with, from where the people are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Competence {
    /// Of the controller's main establishment; none for a controller without one in the EEA.
    pub lead: Option<&'static Authority>,
    /// Authorities of the other Member States where people are hit or the controller is established (Art. 4(22)); none beside a public authority's own, for
    /// which Art. 56 does not apply (Art. 55(2)).
    pub concerned: Vec<&'static Authority>,
    /// No establishment in the EEA: the one-stop shop does not hold, each of `concerned` is notified
    /// (EDPB 9/2022 v2.0, par. 73).
    pub notify_each: bool,
    /// Countries outside the EEA with people hit: their own law may ask for more.
    pub outside: Vec<String>,
}

/// `established` says whether the controller has an establishment in the EEA.
pub fn competence(case: &Case, established: bool) -> Competence {
    let own = own_authority(case);
    let lead = own.filter(|_| established);
    let home = own.map_or(case.country.as_str(), |a| a.country.as_str());
    let countries =
        case.facts.people.as_ref().map(|p| p.countries.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    // Where the controller is established besides (Art. 4(22)(a)).
    let branches = establishments(case).into_iter().flat_map(|said| said.eea);
    let mut concerned: Vec<&Authority> = Vec::new();
    let mut outside = Vec::new();
    for code in countries.into_iter().chain(branches) {
        match authority_of(&code, home) {
            Some(authority) => {
                let beside = lead.is_some_and(|lead| is_public(case) || land(lead) == land(authority));
                if !beside && !concerned.contains(&authority) {
                    concerned.push(authority);
                }
            }
            None => outside.push(code),
        }
    }
    Competence { lead, concerned, notify_each: !established, outside }
}

/// Whether the case's own authority leads those concerned (Art. 56(1)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Leading {
    /// Nobody is concerned beside it, or it acts by itself (Art. 55(2)).
    Alone,
    /// Public or private, which decides which authority it is, nobody has said.
    Unsaid,
    /// The controller is established in its country only, or has its main establishment there.
    Known,
    /// Nobody has said where the controller is established, or which establishment is the main one.
    Presumed,
    /// It cannot: the controller is established in the EEA, and not in its country.
    Elsewhere,
    /// None does: the controller is established outside the EEA only.
    Outside,
}

pub fn leading(case: &Case) -> Leading {
    let who = competence(case, case.established);
    let Some(own) = who.lead.filter(|_| !is_public(case)) else { return Leading::Alone };
    let said = establishments(case);
    match said {
        Some(said) if said.eea.is_empty() && said.outside => return Leading::Outside,
        Some(ref said) if !said.eea.is_empty() && !said.eea.iter().any(|code| state_of(code) == land(own)) => {
            return Leading::Elsewhere;
        }
        _ if who.concerned.is_empty() => return Leading::Alone,
        _ => {}
    }
    if if_private(case).is_some() {
        return Leading::Unsaid;
    }
    match said.filter(|said| said.known) {
        Some(said) if said.main.as_deref().is_some_and(|main| state_of(main) == land(own)) => Leading::Known,
        Some(said) if said.main.is_some() => Leading::Elsewhere,
        Some(said) if !said.outside && said.eea.iter().all(|code| state_of(code) == land(own)) => Leading::Known,
        _ => Leading::Presumed,
    }
}

/// The answer to the item `establishments`, where it is written in codes of countries: `SE`, `SE main, FR`.
struct Establishments {
    eea: Vec<String>,
    /// Some are outside the EEA.
    outside: bool,
    main: Option<String>,
    /// Known, not assumed.
    known: bool,
}

fn establishments(case: &Case) -> Option<Establishments> {
    let text = case.answered("establishments")?;
    let known = case.items.get("establishments").is_some_and(|i| i.status == crate::ItemStatus::Known);
    let mut said = Establishments { eea: Vec::new(), outside: false, main: None, known };
    let mut last = None;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
        if word.eq_ignore_ascii_case("main") {
            said.main.clone_from(&last);
            continue;
        }
        let code = word.to_ascii_uppercase();
        match tables().places.authority(&code) {
            Ok(authority) => said.eea.push(authority.country.clone()),
            Err(_) if tables().countries.contains(&code) => said.outside = true,
            Err(_) => return None,
        }
        last = Some(code);
    }
    last.map(|_| said)
}

/// The Member State of a country's code: Åland is a part of Finland.
fn state_of(code: &str) -> &str {
    if code == "AX" { "FI" } else { code.split('-').next().unwrap_or_default() }
}

impl Competence {
    /// Who may be told of the breach: the lead authority, and those concerned beside it (EDPB 9/2022 v2.0, II.C.1).
    pub fn all(&self) -> impl Iterator<Item = &'static Authority> {
        self.lead.into_iter().chain(self.concerned.iter().copied())
    }
}

/// The controller is a public authority or body, as a person or the settings say.
pub(crate) fn is_public(case: &Case) -> bool {
    case.answered("sector") == Some("public")
}

/// The authority where the controller is. One whose scope is public bodies has no say over a private controller.
fn own_authority(case: &Case) -> Option<&'static Authority> {
    let own = tables().places.authority(&case.country).ok()?;
    let is_private = case.answered("sector") == Some("private");
    Some(if own.scope.is_some() && is_private { of_land(own) } else { own })
}

/// The authority that is competent if the controller turns out to be a private one: while nobody has said which it is,
/// where the country has one for public bodies of its own.
pub fn if_private(case: &Case) -> Option<&'static Authority> {
    let own = tables().places.authority(&case.country).ok()?;
    (own.scope.is_some() && case.answered("sector").is_none()).then(|| of_land(own))
}

/// Codes of the countries of the EEA, Åland apart.
pub fn eea() -> impl Iterator<Item = &'static str> {
    tables().places.authorities.iter().map(|a| a.country.as_str())
}

/// Who supervises for people in a country, where the controller's own authority is in `home`; none outside the EEA.
/// Where the people live decides; Åland's authority is for Åland's own public bodies (`scope`).
pub fn authority_of(country: &str, home: &str) -> Option<&'static Authority> {
    let authority = tables().places.authority(country).ok()?;
    let own = tables().places.authority(home).ok();
    Some(if authority.scope.is_some() && own != Some(authority) { of_land(authority) } else { authority })
}

/// The authority that a name means: its country's code, its name in any language, or what it is called for short.
pub fn authority_named(name: &str) -> Option<&'static Authority> {
    tables().places.authorities.iter().find(|a| a.is(name))
}

/// The authority of the whole country, for the row of a part of it.
fn of_land(part: &'static Authority) -> &'static Authority {
    tables().places.authority(land(part)).unwrap_or(part)
}

/// The Member State that a row belongs to: Åland is a part of Finland.
fn land(authority: &Authority) -> &str {
    authority.country.split('-').next().unwrap_or_default()
}
