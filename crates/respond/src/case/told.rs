//! Whether the people whom the duty of Art. 34 is about have been told, and what a letter to them may say of itself.

use super::decide::{Allowed, Refusal, not_before, not_before_suspected, past, reasoned};
use super::{About, Act, Case, Communication, Exemption, Ground, Letter, Means};
use crate::assess::{Answer, proposal};
use crate::facts::BreachFacts;
use crate::tables::tables;
use jiff::Timestamp;
use std::collections::BTreeSet;

impl Communication {
    /// It says all that Art. 34(2) demands.
    pub fn is_whole(&self) -> bool {
        Letter::PARTS.iter().all(|part| self.parts.iter().any(|p| p == part))
    }
}

/// Who has to be told of a breach: groups by name with how many they may be, and how many there may be in all where the
/// duty is about everybody. None where no number bounds them: then a person says that nobody is left.
struct Wanted {
    groups: Vec<(String, Option<f64>)>,
    everybody: bool,
    all: Option<f64>,
}

impl Case {
    /// The exemption of Art. 34(3) that holds: not ordered away, and not left behind by the facts.
    pub fn exempted(&self) -> Option<&Exemption> {
        let ordered = self.decisions.iter().any(|d| d.orders_communication);
        self.exemption.as_ref().filter(|e| !ordered && !self.outgrows(e))
    }

    /// The exemption that the facts have left behind: a person says again, with reasons, that it holds.
    pub fn outgrown(&self) -> Option<&Exemption> {
        self.exemption.as_ref().filter(|e| self.outgrows(e))
    }

    /// The facts say the opposite of its condition, or more against it than when it was recorded or last upheld.
    fn outgrows(&self, exemption: &Exemption) -> bool {
        let upheld = self.upheld.iter().rev().find(|u| u.about == About::People && u.at >= exemption.at);
        let then = upheld.map_or(&exemption.facts, |u| &u.facts);
        if *then == self.facts {
            return exemption.ground.contradicts(&self.facts);
        }
        let worse = || proposal(&self.facts).speaks_more_than(&proposal(then));
        exemption.ground.contradicts(&self.facts)
            || match exemption.ground {
                Ground::A => then.unintelligible != self.facts.unintelligible,
                Ground::B => then.context != self.facts.context || worse(),
                // What was published tells of the facts as a letter does.
                Ground::C => told_of(then) != told_of(&self.facts) || worse(),
            }
    }

    /// When the last of those the duty is about was told, by letters that say what they have to; none while somebody is
    /// left. What was sent before `since` does not count.
    pub(super) fn told(&self, since: Option<Timestamp>) -> Option<Timestamp> {
        let mut sent = self.counting();
        sent.retain(|c| since.is_none_or(|at| c.sent >= at));
        sent.sort_by_key(|c| c.sent);
        if sent.is_empty() {
            return None;
        }
        let wanted = self.wanted();
        let enough = (1..=sent.len()).find(|n| wanted.is_reached(&sent[..*n]))?;
        Some(sent[enough - 1].sent)
    }

    /// Letters that say all they have to. A public one takes the place of letters under Art. 34(3)(c) only; where the
    /// authority has ordered the communication, a person says that it reached everybody.
    fn counting(&self) -> Vec<&Communication> {
        let instead = self.exempted().is_some_and(|e| e.ground == Ground::C);
        let may_be_public = |c: &Communication| instead || self.ordered().is_some() && c.all;
        let counts = |c: &&Communication| c.is_whole() && (c.means != Means::Public || may_be_public(c));
        self.communications.iter().filter(counts).collect()
    }

    /// The public was told, which by itself tells nobody of those who have to be.
    pub(super) fn is_public_only(&self) -> bool {
        let public = self.communications.iter().any(|c| c.is_whole() && c.means == Means::Public);
        public && self.counting().is_empty()
    }

    /// Whole letters went out, and the numbers do not show that nobody is left.
    pub(super) fn is_told_in_part(&self) -> bool {
        !self.counting().is_empty() && !self.is_told()
    }

    /// Everybody the duty is about has been told all they have to be.
    pub fn is_told(&self) -> bool {
        self.told(self.ordered()).is_some()
    }

    /// Parts of Art. 34(2) that a letter which went out lacks and no whole one has made up for.
    pub fn untold_parts(&self) -> Vec<&'static str> {
        if self.is_told() {
            return Vec::new();
        }
        let partial = || self.communications.iter().filter(|c| !c.is_whole());
        let lacks = |part: &&str| partial().any(|c| !c.parts.iter().any(|p| p == part));
        Letter::PARTS.into_iter().filter(lacks).collect()
    }

    /// Letters went out on other facts than those of now, nobody has upheld them, and no later one has reached everybody.
    pub fn is_letter_in_doubt(&self) -> bool {
        let now = told_of(&self.facts);
        let upheld = self.upheld.iter().any(|u| u.about == About::People && told_of(&u.facts) == now);
        let doubtful = self.communications.iter().any(|c| told_of(&c.facts) != now);
        let mut whole = self.counting();
        whole.retain(|c| told_of(&c.facts) == now);
        let again = !whole.is_empty() && self.wanted().is_reached(&whole);
        doubtful && !upheld && !again
    }

    /// How many the letters reached, as far as it is told. A letter that completes another goes to the same people: they
    /// are no more than the facts knew of when one was sent.
    pub fn people_told(&self) -> Option<f64> {
        let people = |c: &&Communication| c.people;
        let whole: u64 = self.communications.iter().filter(|c| c.is_whole()).filter_map(|c| people(&c)).sum();
        let most = self.communications.iter().filter_map(|c| people(&c)).max()?.max(whole) as f64;
        let then = self.communications.iter().map(|c| &c.facts);
        let known = then.chain([&self.facts]).filter_map(|facts| {
            let (least, most) = people_of(facts, None);
            most.or(least)
        });
        Some(known.reduce(f64::max).map_or(most, |all| most.min(all)))
    }

    /// Somebody among the people has a protected identity, in a group or in all.
    fn is_any_protected(&self) -> bool {
        let is = |context: &serde_json::Value| {
            context.as_array().is_some_and(|words| words.iter().any(|w| w == "protected-identity"))
        };
        let all = self.facts.context.iter().flatten().any(|w| w == "protected-identity");
        all || self.facts.subgroups.iter().any(|g| g.facts.get("context").is_some_and(is))
    }

    fn wanted(&self) -> Wanted {
        let assessment = proposal(&self.facts);
        let due =
            |name: &str| assessment.subgroups.iter().any(|g| g.name == name && g.duties.communicate != Answer::No);
        let own = self.facts.subgroups.iter().filter(|g| due(&g.name));
        let groups: Vec<_> = own.map(|g| (g.name.clone(), self.people_of(Some(&g.name)).1)).collect();
        let rest = BreachFacts { subgroups: Vec::new(), ..self.facts.clone() };
        let everybody = groups.is_empty() || proposal(&rest).duties.communicate != Answer::No;
        Wanted { groups, everybody, all: self.people_of(None).1 }
    }

    fn people_of(&self, group: Option<&str>) -> (Option<f64>, Option<f64>) {
        people_of(&self.facts, group)
    }
}

/// How many there are at least and at most, of a group or of all.
fn people_of(facts: &BreachFacts, group: Option<&str>) -> (Option<f64>, Option<f64>) {
    let Some(name) = group else {
        let people = facts.people.as_ref();
        let either = |one: Option<f64>, other: Option<f64>| one.or(other);
        return (people.and_then(|p| either(p.count, p.min)), people.and_then(|p| either(p.count, p.max)));
    };
    let group = facts.subgroups.iter().find(|g| g.name == name);
    let number = |key: &str| group.and_then(|g| g.facts.pointer(&format!("/people/{key}"))?.as_f64());
    (number("count").or(number("min")), number("count").or(number("max")))
}

/// What a letter tells of the facts: which data, into whose hands, with what consequences.
fn told_of(facts: &BreachFacts) -> impl PartialEq {
    let set = |words: &Option<Vec<String>>| words.as_ref().map(|words| words.iter().cloned().collect::<BTreeSet<_>>());
    let recipients = facts.recipients.as_ref().map(|r| (r.who.clone(), r.count));
    (set(&facts.data), recipients, set(&facts.consequences))
}

impl Wanted {
    fn is_reached(&self, sent: &[&Communication]) -> bool {
        let whole: Vec<&Communication> = sent.iter().filter(|c| c.subgroup.is_none()).copied().collect();
        if reach(&whole, self.all) {
            return true;
        }
        let group = |(name, most): &(String, Option<f64>)| {
            let own: Vec<&Communication> =
                sent.iter().filter(|c| c.subgroup.as_deref() == Some(name)).copied().collect();
            reach(&own, *most)
        };
        self.groups.iter().all(group) && (!self.everybody || reach_counted(sent, self.all))
    }
}

/// A letter without a number went to all of its group, and so did a public one.
fn reach(sent: &[&Communication], most: Option<f64>) -> bool {
    let all = |c: &&Communication| c.all || c.people.is_none() || c.means == Means::Public;
    sent.iter().any(all) || reach_counted(sent, most)
}

/// As many as there may be. Those held back have a duty of their own.
fn reach_counted(sent: &[&Communication], most: Option<f64>) -> bool {
    let told = sent.iter().flat_map(|c| [c.people.unwrap_or_default(), c.held_back]).fold(0, u64::saturating_add);
    most.is_some_and(|most| told as f64 >= most)
}

/// Whether a letter can have been sent as it is told.
pub(super) fn sendable(case: &Case, act: &Act, now: Timestamp) -> Allowed {
    let Act::Communicate { sent, subgroup, people, languages, text, held_back, parts, .. } = act else { return Ok(()) };
    reasoned("text", text)?;
    past("sent", *sent, now)?;
    if let Some(start) = case.times.occurred.start() {
        not_before("sent", *sent, "occurred", start)?;
    }
    not_before_suspected("sent", *sent, case)?;
    group(case, subgroup.as_deref())?;
    if let Some(wrong) = languages.iter().find(|tag| !is_language(tag)) {
        let message = "this is no code of a language";
        return Err(Refusal::new("language", "no-language", message)
            .found(wrong.clone())
            .allowed(&["sv, fi, en, ar …"]));
    }
    if let Some(wrong) = parts.iter().find(|part| !Letter::PARTS.contains(&part.as_str())) {
        let message = "a letter has the parts of Art. 34(2)";
        return Err(Refusal::new("parts", "letter-part", message).found(wrong.clone()).allowed(&Letter::PARTS));
    }
    if held_back.is_none() && case.is_any_protected() {
        let message =
            "the facts name people with a protected identity: how many were held back from this channel? 0 if none";
        return Err(Refusal::new("held_back", "held-back-unsaid", message).allowed(&["0", "1", "2 …"]));
    }
    let told = people.unwrap_or_default().saturating_add(held_back.unwrap_or_default());
    match case.people_of(subgroup.as_deref()).1.or(case.people_of(None).1) {
        Some(most) if told as f64 > most => {
            let message = format!("the facts know of at most {most} people");
            Err(Refusal::new("people", "people-beyond", message).found(told.to_string()).allowed(&[most.to_string()]))
        }
        _ => Ok(()),
    }
}

/// A letter is for everybody, or for a group that the facts name.
pub(super) fn group(case: &Case, subgroup: Option<&str>) -> Allowed {
    let names: Vec<&str> = case.facts.subgroups.iter().map(|g| g.name.as_str()).collect();
    match subgroup.filter(|name| !names.contains(name)) {
        Some(wrong) => {
            let message = "the facts name no such group of people";
            Err(Refusal::new("subgroup", "subgroup", message).found(wrong).allowed(&names))
        }
        None => Ok(()),
    }
}

fn is_language(tag: &str) -> bool {
    let first = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    tables().languages.contains(&first)
}
