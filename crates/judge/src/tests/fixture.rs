//! A rule's fixture: what was declared, exchanged and sighted, and what the rule has to say about it.

use crate::{Vendors, judge};
use declare::Policy;
use facts::{
    Alias, Behaviour, Canary, Consent, Exchange, Finding, IdentifierKind, LoadedScript, Part, RecipientRow, Recording,
    Report, Response, Run, RunRef, Sent, SettingRow, Severity, Sighting, Step, Via,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Rule and text of every file in crates/judge/fixtures.
pub const FIXTURES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/fixtures.rs"));

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub name: String,
    /// `[[zone]]` tables; absent: a bare address was audited.
    zones: Option<String>,
    #[serde(default)]
    consent: Option<Consent>,
    /// Names of steps before the last one, `click #send`.
    #[serde(default)]
    steps: Vec<String>,
    /// When the consent dialog was answered; absent: there was none.
    answered: Option<jiff::Timestamp>,
    #[serde(default, rename = "behaviour")]
    behaviours: Vec<Behaviour>,
    #[serde(default, rename = "alias")]
    aliases: Vec<Alias>,
    #[serde(default, rename = "canary")]
    canaries: Vec<CanaryRow>,
    #[serde(default, rename = "exchange")]
    exchanges: Vec<ExchangeRow>,
    #[serde(default, rename = "sighting")]
    sightings: Vec<SightingRow>,
    baseline: Option<Baseline>,
    #[serde(default, rename = "finding")]
    pub findings: Vec<Wanted>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CanaryRow {
    id: String,
    role: String,
    kind: IdentifierKind,
    field: String,
    #[serde(default)]
    further_fields: Vec<String>,
    step: String,
    typed: Option<facts::Typed>,
    /// Document of the frame it was typed in.
    frame: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExchangeRow {
    id: String,
    url: String,
    body: Option<String>,
    #[serde(default = "page")]
    page: String,
    #[serde(default = "step")]
    step: String,
    at: Option<jiff::Timestamp>,
    cookie: Option<String>,
    /// A connection: where its messages went out.
    #[serde(default)]
    sent: Vec<Sent>,
    /// Text of the response.
    serves: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SightingRow {
    exchange: String,
    person: String,
    key: String,
    #[serde(default = "query")]
    part: Part,
    #[serde(default = "hashed")]
    form: Vec<String>,
    #[serde(default)]
    shared: bool,
    confidence: Option<String>,
    initiator: Option<String>,
    #[serde(default)]
    layers: Vec<String>,
    /// Of the message it stood in.
    step: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Baseline {
    recipients: Vec<String>,
    /// Of every recipient.
    #[serde(default)]
    hosts: Vec<String>,
    #[serde(default, rename = "script")]
    scripts: Vec<LoadedScript>,
    #[serde(default, rename = "setting")]
    settings: Vec<SettingRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    recipient: String,
    severity: Severity,
    identifier: Option<String>,
    role: Option<String>,
    zone: Option<String>,
    #[serde(default)]
    sightings: Vec<usize>,
    #[serde(default)]
    facts: BTreeMap<String, String>,
}

fn page() -> String {
    "https://app.service.example/invite".into()
}

fn step() -> String {
    "click #send".into()
}

fn query() -> Part {
    Part::UrlQuery
}

fn hashed() -> Vec<String> {
    ["lowercase", "sha256", "hex"].map(String::from).to_vec()
}

pub fn cases(rule: &str, text: &str) -> Vec<Case> {
    toml::from_str::<File>(text).unwrap_or_else(|e| panic!("fixtures/{rule}.toml: {e}")).case
}

/// The first case of a rule's fixture.
pub fn first(rule: &str) -> Case {
    let (_, text) = FIXTURES.iter().find(|(name, _)| *name == rule).expect("a fixture for each rule");
    cases(rule, text).swap_remove(0)
}

impl Wanted {
    pub fn is(&self, found: &Finding) -> bool {
        found.recipient.as_deref() == Some(&self.recipient)
            && found.severity == self.severity
            && found.identifier == self.identifier
            && found.role == self.role
            && found.zone == self.zone
            && found.sightings == self.sightings
            && self.facts.iter().all(|(k, v)| found.facts.get(k) == Some(v))
    }
}

impl Case {
    pub fn judge(&self) -> Report {
        let baseline = self.baseline.as_ref().map(Baseline::report);
        judge(&self.policy(), &self.recording(), self.sightings(), Vendors::builtin(), baseline.as_ref())
    }

    pub fn policy(&self) -> Policy {
        let start = "https://app.service.example/";
        let Some(zones) = &self.zones else { return declare::undeclared(start) };
        let service = format!(
            "[service]\nname = \"Meetings\"\ncontroller = \"Care AB\"\nstart = \"{start}\"\nfirst_party = [\"service.example\"]\n"
        );
        declare::policy(&self.name, &format!("{service}{zones}")).unwrap_or_else(|e| panic!("{}: {e}", self.name))
    }

    fn consent(&self) -> Consent {
        self.consent.unwrap_or(Consent::Accept)
    }

    pub fn recording(&self) -> Recording {
        let named = |name: &String| Step { name: name.clone(), ok: true, ..Step::default() };
        let mut steps: Vec<Step> = self.steps.iter().chain([&step()]).map(named).collect();
        if self.answered.is_some() {
            let name = format!("consent {}", self.consent().word());
            steps.push(Step { name, ok: true, at: self.answered, ..Step::default() });
        }
        let run = |journey: &str| Run { journey: journey.into(), consent: self.consent(), steps: steps.clone() };
        Recording {
            start: "https://app.service.example/".into(),
            runs: vec![run("invite"), run("another")],
            exchanges: [self.document()].into_iter().chain(self.exchanges.iter().map(|e| self.exchange(e))).collect(),
            canaries: self.canaries.iter().map(|c| self.canary(c)).collect(),
            aliases: self.aliases.clone(),
            behaviours: self.behaviours.clone(),
            ..Recording::default()
        }
    }

    /// The page itself.
    fn document(&self) -> Exchange {
        Exchange { id: "page".into(), method: "GET".into(), url: page(), page: Some(page()), ..Exchange::default() }
    }

    fn exchange(&self, row: &ExchangeRow) -> Exchange {
        let body = row.serves.as_ref().map(|t| t.clone().into_bytes());
        let response = Response { status: 200, mime: "text/javascript".into(), body, ..Response::default() };
        let run = RunRef { journey: "invite".into(), consent: self.consent(), step: Some(row.step.clone()) };
        Exchange {
            id: row.id.clone(),
            at: row.at,
            headers: row.cookie.iter().map(|c| ("Cookie".into(), c.clone())).collect(),
            method: if row.body.is_some() { "POST" } else { "GET" }.into(),
            url: row.url.clone(),
            page: Some(row.page.clone()),
            body: row.body.clone().map(String::into_bytes),
            frames: row.sent.iter().map(|_| Vec::new()).collect(),
            sent: row.sent.clone(),
            response: Some(response),
            run: Some(run),
            ..Exchange::default()
        }
    }

    fn canary(&self, row: &CanaryRow) -> Canary {
        Canary {
            id: row.id.clone(),
            role: row.role.clone(),
            kind: row.kind,
            value: "made up".into(),
            field: row.field.clone(),
            further_fields: row.further_fields.clone(),
            page: page(),
            frame: row.frame.clone(),
            journey: "invite".into(),
            consent: self.consent(),
            step: Some(row.step.clone()),
            typed: row.typed.clone(),
            country: None,
        }
    }

    /// As detection leaves them.
    pub fn sightings(&self) -> Vec<Sighting> {
        self.sightings.iter().map(|row| self.sighting(row)).collect()
    }

    fn sighting(&self, row: &SightingRow) -> Sighting {
        let exchange = self.exchanges.iter().find(|e| e.id == row.exchange).expect("the sighting's exchange");
        let canary = self.canaries.iter().find(|c| c.id == row.person).expect("the sighting's canary");
        let exchange = self.exchange(exchange);
        Sighting {
            schema: Sighting::SCHEMA.into(),
            source: "capture.har".into(),
            exchange: row.exchange.clone(),
            at: None,
            page: exchange.page.clone(),
            host: exchange.host(),
            recipient: None,
            part: row.part,
            key: row.key.clone(),
            person: row.person.clone(),
            role: canary.role.clone(),
            identifier: canary.kind,
            form: row.form.clone(),
            layers: row.layers.clone(),
            offset: 0,
            initiator: row.initiator.clone(),
            journey: None,
            consent: None,
            step: row.step.clone(),
            zone: None,
            field: None,
            further_fields: Vec::new(),
            typed: None,
            confidence: row.confidence.clone(),
            shared: row.shared,
            index: None,
            same: None,
        }
    }
}

impl Baseline {
    fn report(&self) -> Report {
        let row = |id: &String| RecipientRow {
            id: id.clone(),
            name: id.clone(),
            hosts: self.hosts.clone(),
            requests: 1,
            third_party: true,
            via: Via::Direct,
            cname: None,
            country: None,
            listed: None,
            brought_by: vec![],
        };
        Report {
            schema: Report::SCHEMA.into(),
            start: page(),
            service: None,
            controller: None,
            started: None,
            ended: None,
            browser: String::new(),
            mode: None,
            runs: vec![],
            exchanges: 0,
            gaps: vec![],
            unseen: None,
            unseen_status: None,
            recipients: self.recipients.iter().map(row).collect(),
            sightings: vec![],
            settings: self.settings.clone(),
            findings: vec![],
            canaries: vec![],
            behaviours: vec![],
            scripts: self.scripts.clone(),
            configurations: vec![],
            earlier: facts::Earlier::default(),
            made_with: None,
        }
    }
}
