//! The legal test of Art. 33(1) and 34(1): proposed by rules, with reasons; concluded by a person.

use crate::case::About;
use crate::enisa::Score;
use crate::expr::{Expr, Met, Trace, Truth};
use crate::facts::BreachFacts;
use crate::rules::{Effect, Rules};
use crate::tables::tables;
use crate::view::View;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Schema `sluss/assessment/1`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    pub schema: String,
    pub risk: Risk,
    pub duties: AssessedDuties,
    /// Shown beside the test; decides nothing.
    pub enisa: Score,
    pub reasons: Vec<Reason>,
    /// Facts that are not known and bear on the answer, by path; words key `respond-fact-<path with ->`.
    pub questions: Vec<Question>,
    /// Single facts that would change the answer if they were otherwise.
    pub would_change: Vec<Change>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subgroups: Vec<SubgroupAssessment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Risk {
    Unlikely,
    Risk,
    High,
    Undetermined,
}

/// Yes, no, or a question that a person has to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    No,
    Ask,
    Yes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessedDuties {
    /// Art. 33(5): always.
    pub document: bool,
    /// Art. 33(1).
    pub notify_authority: Answer,
    /// Art. 34(1), after the exemptions of Art. 34(3).
    pub communicate: Answer,
    /// Art. 33(2): a processor tells the controllers, whatever the risk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tell_controller: bool,
}

impl AssessedDuties {
    /// The facts leave an answer to a person.
    pub fn is_weighed(&self) -> bool {
        [self.notify_authority, self.communicate].contains(&Answer::Ask)
    }

    pub fn about(&self, about: About) -> Answer {
        match about {
            About::Authority => self.notify_authority,
            About::People => self.communicate,
        }
    }
}

/// One reason: a rule that holds, a ground of leniency, a factor, an exemption. Words key `respond-reason-<id>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub id: String,
    /// The fact it rests on most, by path.
    pub fact: String,
    /// Every fact it looked at.
    pub facts: Vec<String>,
    /// `high`, `risk`, `ask-high`, `ask-risk` (a rule); `unlikely` (a ground); `raises`, `lowers` (a factor);
    /// `exempts`, `pauses` (Art. 34(3), restrictions); `controller-decides` (a processor asks).
    pub effect: String,
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub fact: String,
    /// Ids of the rules that wait for it.
    pub rules: Vec<String>,
}

/// The answer if one fact were this value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub fact: String,
    pub value: String,
    pub notify_authority: Answer,
    pub communicate: Answer,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SubgroupAssessment {
    pub name: String,
    pub risk: Risk,
    pub duties: AssessedDuties,
    pub reasons: Vec<Reason>,
    pub questions: Vec<Question>,
}

/// Proposes, and says what would change the proposal.
pub fn assess(facts: &BreachFacts) -> Assessment {
    Assessment { would_change: crate::whatif::changes(&tables().rules, facts), ..proposal(facts) }
}

/// The same without what would change it. The whole takes the strictest of its subgroups, and of itself unless they
/// hold everybody.
pub fn proposal(facts: &BreachFacts) -> Assessment {
    let rules = &tables().rules;
    let own = Verdict::of(rules, facts);
    let parts: Vec<(String, BreachFacts)> = facts.subgroups.iter().map(|s| (s.name.clone(), facts.of(s))).collect();
    let subgroups: Vec<SubgroupAssessment> =
        parts.iter().map(|(name, facts)| Verdict::of(rules, facts).subgroup(name)).collect();
    let mut duties = own.duties();
    let mut high = own.high;
    if covers_everybody(facts, parts.iter().map(|(_, facts)| facts)) {
        duties.notify_authority = Answer::No;
        duties.communicate = Answer::No;
        high = Truth::No;
    }
    for part in &subgroups {
        duties.notify_authority = duties.notify_authority.max(part.duties.notify_authority);
        duties.communicate = duties.communicate.max(part.duties.communicate);
        high = high.max(if part.risk == Risk::High { Truth::Yes } else { Truth::No });
    }
    Assessment {
        schema: Assessment::SCHEMA.to_owned(),
        risk: risk(duties.notify_authority, high.max(from(duties.communicate))),
        duties,
        enisa: tables().enisa.score(facts),
        would_change: Vec::new(),
        reasons: own.reasons,
        questions: own.questions,
        subgroups,
    }
}

impl Assessment {
    pub const SCHEMA: &'static str = "sluss/assessment/1";

    /// The facts speak for the duty more than when `before` was proposed: a stricter answer, a reason for it that is new,
    /// or a reason against it that is gone.
    pub fn speaks_more_than(&self, before: &Self) -> bool {
        let (now, then) = (self.duties, before.duties);
        now.notify_authority > then.notify_authority
            || now.communicate > then.communicate
            || self.grounds(Reason::is_against).any(|r| !before.grounds(Reason::is_against).any(|b| b == r))
            || before.grounds(Reason::is_lenient).any(|b| !self.grounds(Reason::is_lenient).any(|r| r == b))
    }

    /// A higher risk or a stricter duty than when `before` was proposed.
    pub fn is_higher_than(&self, before: &Self) -> bool {
        let (now, then) = (self.duties, before.duties);
        let height = |risk: Risk| match risk {
            Risk::Unlikely => 0,
            Risk::Risk | Risk::Undetermined => 1,
            Risk::High => 2,
        };
        now.notify_authority > then.notify_authority
            || now.communicate > then.communicate
            || height(self.risk) > height(before.risk)
    }

    /// Group and id of the reasons of one kind; the whole's own group has no name.
    fn grounds(&self, kind: fn(&Reason) -> bool) -> impl Iterator<Item = (&str, &str)> {
        let groups = self.subgroups.iter().map(|g| (g.name.as_str(), &g.reasons));
        let all = std::iter::once(("", &self.reasons)).chain(groups);
        all.flat_map(move |(name, reasons)| reasons.iter().filter(move |r| kind(r)).map(move |r| (name, r.id.as_str())))
    }
}

impl Reason {
    fn is_against(&self) -> bool {
        matches!(self.effect.as_str(), "high" | "risk" | "ask-high" | "ask-risk" | "raises")
    }

    fn is_lenient(&self) -> bool {
        matches!(self.effect.as_str(), "unlikely" | "lowers" | "exempts")
    }
}

/// The subgroups hold everybody when their head-counts add up to the whole's.
pub fn covers_everybody<'a>(facts: &BreachFacts, parts: impl Iterator<Item = &'a BreachFacts>) -> bool {
    let count = |facts: &BreachFacts| facts.people.as_ref().and_then(|p| p.count);
    let counts: Vec<Option<f64>> = parts.map(count).collect();
    let sum: Option<f64> = counts.iter().copied().sum();
    !counts.is_empty() && sum.is_some() && sum == count(facts)
}

/// What the rules say of one set of facts.
pub struct Verdict {
    pub notify: Truth,
    pub high: Truth,
    communicate: Truth,
    reasons: Vec<Reason>,
    questions: Vec<Question>,
    processor: bool,
}

impl Verdict {
    pub fn of(rules: &Rules, facts: &BreachFacts) -> Self {
        let view = rules.view(facts);
        let mut verdict = Self {
            notify: Truth::No,
            high: Truth::No,
            communicate: Truth::No,
            reasons: Vec::new(),
            questions: Vec::new(),
            processor: facts.role.as_deref() == Some("processor"),
        };
        let mut quiet = Trace::quiet();
        verdict.rules(rules, &view, &mut quiet);
        verdict.grounds(rules, &view, &mut quiet);
        verdict.factors(rules, &view, &mut quiet);
        verdict.exemptions(rules, &view, &mut quiet);
        if verdict.processor {
            verdict.reasons.push(reason("processor", "role", "controller-decides", "Art. 33(2)"));
        }
        verdict
    }

    fn rules(&mut self, rules: &Rules, view: &View, quiet: &mut Trace) {
        // What holds whatever is learnt yet.
        let (mut notify, mut high) = (Truth::No, Truth::No);
        let (mut waiting, mut met) = (Vec::new(), Met::new());
        for rule in &rules.rules {
            let truth = rules.names.eval(&rule.when, view, quiet);
            rule.effect.bear(truth, &mut self.notify, &mut self.high);
            if truth == Truth::Yes {
                self.reasons.push(traced(rules, &rule.when, view, (&rule.id, &effect_word(rule.effect), &rule.source)));
                self.ask(&rule.id, rule.asks.iter().map(String::as_str).collect());
            }
            let mut open = BTreeSet::new();
            match rules.names.settled(&rule.when, view, &mut open, &mut met) {
                Truth::Yes => rule.effect.bear(Truth::Yes, &mut notify, &mut high),
                Truth::Unknown if truth == Truth::Unknown || (truth == Truth::Yes && rule.effect.asks()) => {
                    waiting.push((rule, open));
                }
                _ => {}
            }
        }
        notify = with_high(notify, high);
        for (rule, mut open) in waiting.into_iter().filter(|(rule, _)| rule.effect.may_raise(notify, high)) {
            if let Some(first) = rule.first.as_deref().filter(|first| open.contains(first)) {
                open = BTreeSet::from([first]);
            }
            self.ask(&rule.id, open);
        }
        self.notify = with_high(self.notify, self.high);
        self.communicate = self.high;
        let unshown = |now: Truth, settled: Truth| now == Truth::Yes && settled != Truth::Yes;
        if unshown(self.notify, notify) || unshown(self.high, high) {
            self.questions.retain(|q| !rules.burden.contains(&q.fact));
        }
    }

    fn ask(&mut self, rule: &str, unknown: BTreeSet<&str>) {
        for fact in unknown {
            match self.questions.iter_mut().find(|q| q.fact == fact) {
                Some(question) => question.rules.push(rule.to_owned()),
                None => self.questions.push(Question { fact: fact.to_owned(), rules: vec![rule.to_owned()] }),
            }
        }
    }

    fn grounds(&mut self, rules: &Rules, view: &View, quiet: &mut Trace) {
        for ground in &rules.grounds {
            let idle = ground.bears.as_ref().is_some_and(|when| rules.names.eval(when, view, quiet) == Truth::No);
            let term = Expr::Term(ground.id.clone());
            if !idle && rules.names.eval(&term, view, quiet) == Truth::Yes {
                self.reasons.push(traced(rules, &term, view, (&ground.id, "unlikely", &ground.source)));
            }
        }
    }

    fn factors(&mut self, rules: &Rules, view: &View, quiet: &mut Trace) {
        for factor in &rules.factors {
            if rules.names.eval(&factor.when, view, quiet) == Truth::Yes {
                let effect = if factor.raises { "raises" } else { "lowers" };
                self.reasons.push(traced(rules, &factor.when, view, (&factor.id, effect, &factor.source)));
            }
        }
    }

    fn exemptions(&mut self, rules: &Rules, view: &View, quiet: &mut Trace) {
        for exemption in &rules.exemptions {
            if rules.names.eval(&exemption.when, view, quiet) != Truth::Yes {
                continue;
            }
            let effect = if exemption.communicate { "pauses" } else { "exempts" };
            self.reasons.push(traced(rules, &exemption.when, view, (&exemption.id, effect, &exemption.source)));
            if !exemption.communicate {
                self.communicate = Truth::No;
            }
        }
    }

    /// Only what is to be done: for trying many facts.
    pub fn quick(rules: &Rules, view: &View) -> (Answer, Answer) {
        let (mut notify, mut high) = (Truth::No, Truth::No);
        let trace = &mut Trace::quiet();
        for rule in &rules.rules {
            let truth = rules.names.eval(&rule.when, view, trace);
            rule.effect.bear(truth, &mut notify, &mut high);
        }
        let lifted = |e: &crate::rules::Exemption| {
            !e.communicate && rules.names.eval(&e.when, view, &mut Trace::quiet()) == Truth::Yes
        };
        let communicate = if rules.exemptions.iter().any(lifted) { Truth::No } else { high };
        (with_high(notify, high).into(), communicate.into())
    }

    pub fn duties(&self) -> AssessedDuties {
        AssessedDuties {
            document: true,
            notify_authority: self.notify.into(),
            communicate: self.communicate.into(),
            tell_controller: self.processor,
        }
    }

    fn subgroup(self, name: &str) -> SubgroupAssessment {
        SubgroupAssessment {
            name: name.to_owned(),
            risk: risk(self.notify.into(), self.high),
            duties: self.duties(),
            reasons: self.reasons,
            questions: self.questions,
        }
    }
}

/// A high risk is a risk: whoever tells the people tells the authority.
fn with_high(notify: Truth, high: Truth) -> Truth {
    notify.or(if high == Truth::Yes { Truth::Yes } else { Truth::No })
}

impl Effect {
    /// What a rule that came out as `truth` does to the two answers.
    fn bear(self, truth: Truth, notify: &mut Truth, high: &mut Truth) {
        let asks = truth.min(Truth::Unknown);
        match self {
            Self::High => *high = high.or(truth),
            Self::Risk => *notify = notify.or(truth),
            Self::AskHigh => *high = high.or(asks),
            Self::AskRisk => *notify = notify.or(asks),
        }
    }

    /// Whether a rule of this effect still bears on an answer that is not certain.
    fn may_raise(self, notify: Truth, high: Truth) -> bool {
        match self {
            Self::High | Self::AskHigh => high != Truth::Yes,
            Self::Risk | Self::AskRisk => notify != Truth::Yes,
        }
    }

    fn asks(self) -> bool {
        matches!(self, Self::AskHigh | Self::AskRisk)
    }
}

fn effect_word(effect: Effect) -> String {
    serde_json::to_value(effect).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// "Risk" says that it is not high; as long as that is open, the risk is undetermined.
fn risk(notify: Answer, high: Truth) -> Risk {
    match (notify, high) {
        (_, Truth::Yes) => Risk::High,
        (Answer::No, _) => Risk::Unlikely,
        (Answer::Yes, Truth::No) => Risk::Risk,
        _ => Risk::Undetermined,
    }
}

/// With the facts that a condition which holds rests on.
fn traced(rules: &Rules, when: &Expr, view: &View, (id, effect, source): (&str, &str, &str)) -> Reason {
    let mut trace = Trace::default();
    rules.names.eval(when, view, &mut trace);
    let facts: Vec<String> = trace.seen.iter().cloned().collect();
    let fact = facts.iter().max_by_key(|f| weight(f)).cloned().unwrap_or_default();
    Reason { id: id.to_owned(), fact, facts, effect: effect.to_owned(), source: source.to_owned() }
}

/// Which of several facts to name first: what was breached is said last, since it goes without saying.
fn weight(fact: &str) -> usize {
    let order = ["nature", "confidentiality", "incident", "cause", "unintelligible"];
    order.iter().position(|o| *o == fact).unwrap_or(order.len())
}

fn reason(id: &str, fact: &str, effect: &str, source: &str) -> Reason {
    Reason {
        id: id.to_owned(),
        fact: fact.to_owned(),
        facts: vec![fact.to_owned()],
        effect: effect.to_owned(),
        source: source.to_owned(),
    }
}

fn from(answer: Answer) -> Truth {
    match answer {
        Answer::No => Truth::No,
        Answer::Ask => Truth::Unknown,
        Answer::Yes => Truth::Yes,
    }
}

impl From<Truth> for Answer {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::No => Self::No,
            Truth::Unknown => Self::Ask,
            Truth::Yes => Self::Yes,
        }
    }
}

impl PartialOrd for Answer {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// By strictness: no, ask, yes.
impl Ord for Answer {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        from(*self).cmp(&from(*other))
    }
}

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::No => serializer.serialize_bool(false),
            Self::Yes => serializer.serialize_bool(true),
            Self::Ask => serializer.serialize_str("ask"),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Raw {
            Truth(bool),
            Word(String),
        }
        match Raw::deserialize(deserializer)? {
            Raw::Truth(true) => Ok(Self::Yes),
            Raw::Truth(false) => Ok(Self::No),
            Raw::Word(word) if word == "ask" => Ok(Self::Ask),
            Raw::Word(word) => Err(serde::de::Error::custom(format!("`{word}` is neither true, false nor \"ask\""))),
        }
    }
}
