//! A breach case: the fold of its events. Nothing is overwritten; the case is what the last act of each kind says.

mod caution;
mod decide;
mod draft;
mod duties;
mod event;
mod filings;
mod further;
mod item;
mod remedy;
mod state;
mod strike;
mod timeline;
mod told;
mod word;

pub use caution::Caution;
pub use decide::{Refusal, decide};
pub use draft::{DraftTable, FROM_SCAN, draft, draft_of_scan};
pub use duties::{Duty, DutyState};
pub use event::{Act, Command, Event, Letter, Text};
pub use state::{
    Approval, Attachment, AuthorityQuestion, Aware, Case, Closed, Communication, Conclusion, Decision, Draft,
    ErasureRequest, Exemption, Filing, Happened, Item, Measure, Pause, Promise, Reported, Sender, Times, Upheld,
    Weighed,
};
pub use strike::struck;
pub use timeline::{Line, timeline};
pub use word::{About, Erasure, FilingKind, Ground, ItemStatus, Means, Occurred, Origin, Publication, Weight};

use crate::assess::{Answer, Assessment, assess, proposal};
use crate::facts::BreachFacts;
use jiff::{SignedDuration, Timestamp};
use std::cell::LazyCell;
use std::collections::BTreeMap;

impl Case {
    /// The case the events make; none unless the first one opens it.
    pub fn fold(events: &[Event]) -> Option<Self> {
        let (first, rest) = events.split_first()?;
        let mut case = Self::opened(first)?;
        let struck = struck(rest);
        for (n, event) in rest.iter().enumerate() {
            if struck.contains(&(n + 2)) {
                case.history.push(Happened { struck: true, ..Happened::of(event) });
            } else {
                case.apply(event);
            }
        }
        Some(case)
    }

    /// What the rules propose on the facts as they are now.
    pub fn assessment(&self) -> Assessment {
        assess(&self.facts)
    }

    /// The same without what would change it: nothing is asked again with other answers.
    pub fn proposal(&self) -> Assessment {
        proposal(&self.facts)
    }

    /// The latest conclusion about the authority or the people.
    pub fn conclusion(&self, about: About) -> Option<&Conclusion> {
        self.conclusions.iter().rev().find(|c| c.about == about)
    }

    /// The latest conclusion, unless it says that there is no duty and the facts have become worse since.
    pub fn standing(&self, about: About) -> Option<&Conclusion> {
        self.conclusion(about).filter(|c| !self.overtakes(c))
    }

    /// A conclusion that the facts have left behind: a person has to conclude again.
    pub fn overtaken(&self, about: About) -> Option<&Conclusion> {
        self.conclusion(about).filter(|c| self.overtakes(c))
    }

    fn overtakes(&self, conclusion: &Conclusion) -> bool {
        if conclusion.duty || conclusion.facts == self.facts {
            return false;
        }
        let (then, now) = (proposal(&conclusion.facts), proposal(&self.facts));
        now.duties.about(conclusion.about) != Answer::No && now.speaks_more_than(&then)
    }

    /// The facts have become worse since: a higher risk, a stricter duty, more people. Others only weigh otherwise.
    pub fn is_worse(&self, about: About) -> bool {
        self.overtaken(about).is_some_and(|c| {
            let (then, now) = (proposal(&c.facts), proposal(&self.facts));
            now.is_higher_than(&then) || counted(&self.facts).zip(counted(&c.facts)).is_some_and(|(n, t)| n > t)
        })
    }

    /// What stands: a person's conclusion. Where none does, the rules may propose a duty and never that there is none.
    pub fn answer(&self, about: About) -> Answer {
        let (authority, people) = self.answers();
        match about {
            About::Authority => authority,
            About::People => people,
        }
    }

    /// The same about the authority and about the people.
    pub(super) fn answers(&self) -> (Answer, Answer) {
        let proposed = LazyCell::new(|| crate::whatif::answers(&self.facts));
        (self.answer_or(About::Authority, || proposed.0), self.answer_or(About::People, || proposed.1))
    }

    fn answer_or(&self, about: About, proposed: impl FnOnce() -> Answer) -> Answer {
        // Art. 33(1) and 34 bind the controller.
        if self.no_breach.is_some() || self.is_processors() {
            return Answer::No;
        }
        if about == About::People && self.decisions.iter().any(|d| d.orders_communication) {
            return Answer::Yes;
        }
        match self.standing(about) {
            Some(conclusion) if conclusion.duty => Answer::Yes,
            Some(_) => Answer::No,
            None => proposed().max(Answer::Ask),
        }
    }

    /// A person has concluded, or the authority has ordered, that the people are told.
    pub fn is_promised(&self) -> bool {
        let ordered = self.decisions.iter().any(|d| d.orders_communication);
        ordered || self.standing(About::People).is_some_and(|c| c.duty)
    }

    /// The case of a processor: it owes its controllers word, and they decide.
    pub fn is_processors(&self) -> bool {
        self.facts.role.as_deref() == Some("processor")
    }

    /// Where the case stands, in one word for lists: `dismissed`, `closed`, `filed-late`, `filed`, `filed-partly`,
    /// `concluded`, `open`, `suspected`.
    pub fn stage(&self) -> &'static str {
        let concluded = [About::Authority, About::People].iter().all(|a| self.standing(*a).is_some());
        match self {
            c if c.no_breach.is_some() => "dismissed",
            c if c.closed.is_some() => "closed",
            c if c.filed().zip(c.notify_by()).is_some_and(|(last, due)| last > due) => "filed-late",
            c if c.filed().is_some() => "filed",
            c if c.first_told().is_some() => "filed-partly",
            _ if concluded => "concluded",
            c if c.times.aware.is_some() => "open",
            _ => "suspected",
        }
    }

    fn opened(event: &Event) -> Option<Self> {
        let Act::Open { id, title, reference, country, facts, origins, findings, suspected, occurred, exercise, note } =
            &event.what
        else {
            return None;
        };
        let times = Times {
            occurred: occurred.clone(),
            suspected: suspected.or(Some(event.at)),
            presumed: suspected.is_none(),
            aware: None,
            earlier: None,
        };
        Some(Self {
            id: id.clone(),
            title: title.clone(),
            reference: reference.clone(),
            country: country.clone(),
            exercise: *exercise,
            opened: event.at,
            opened_by: event.by.clone(),
            note: note.clone(),
            times,
            facts: facts.clone(),
            origins: origins.clone(),
            items: BTreeMap::new(),
            promises: BTreeMap::new(),
            conclusions: Vec::new(),
            no_breach: None,
            upheld: Vec::new(),
            delays: BTreeMap::new(),
            findings: findings.clone(),
            filings: Vec::new(),
            told_controllers: Vec::new(),
            controllers: Vec::new(),
            communications: Vec::new(),
            drafts: Vec::new(),
            exemption: None,
            pause: None,
            measures: Vec::new(),
            erasures: Vec::new(),
            questions: Vec::new(),
            decisions: Vec::new(),
            controller: String::new(),
            event: String::new(),
            established: true,
            regimes: Vec::new(),
            detected: None,
            reports: Vec::new(),
            reached: 0,
            weights: BTreeMap::new(),
            attachments: Vec::new(),
            ahead: 0,
            closed: None,
            history: vec![Happened::of(event)],
        })
    }

    /// Takes one more event; one that strikes another takes the whole [`Self::fold`]. Cannot fail: what was not allowed never became an event.
    pub fn apply(&mut self, event: &Event) {
        self.history.push(Happened::of(event));
        match &event.what {
            Act::SetTimes { .. } | Act::SetAware { .. } | Act::SetFacts { .. } | Act::SetItem { .. } => {
                self.learn(event);
            }
            Act::Conclude { .. }
            | Act::Uphold { .. }
            | Act::NoBreach { .. }
            | Act::Close { .. }
            | Act::Reopen { .. } => {
                self.conclude(event);
            }
            Act::File { .. } | Act::TellController { .. } | Act::ExplainDelay { .. } => self.file(event),
            Act::Communicate { .. } | Act::Exempt { .. } => self.communicate(event),
            Act::PauseCommunication { .. } | Act::ResumeCommunication { .. } => self.pause(event),
            Act::AddMeasure { .. } | Act::DoMeasure { .. } => self.measure(&event.what),
            Act::RequestErasure { .. } | Act::AnswerErasure { .. } | Act::EscalateErasure { .. } => {
                self.erase(&event.what);
            }
            Act::Asked { .. } | Act::Answered { .. } | Act::Decided { .. } => self.supervise(&event.what),
            Act::LinkFindings { findings } => {
                let new: Vec<String> = findings.iter().filter(|f| !self.findings.contains(f)).cloned().collect();
                self.findings.extend(new);
            }
            Act::SetTitle { title, .. } => self.title.clone_from(title),
            Act::Open { .. } | Act::Note { .. } | Act::Strike { .. } => {}
            _ => self.further(event),
        }
    }

    /// The time in the case: a drill's clock may be ahead of the real one.
    pub fn now(&self, real: Timestamp) -> Timestamp {
        real.checked_add(SignedDuration::from_secs(self.ahead)).unwrap_or(real)
    }

    fn learn(&mut self, event: &Event) {
        match &event.what {
            Act::SetTimes { occurred, suspected, .. } => {
                self.times.occurred = occurred.clone();
                (self.times.suspected, self.times.presumed) = (Some(*suspected), false);
            }
            Act::SetAware { aware, person, reason } => {
                let before = [self.times.aware.take(), self.times.earlier.take()].into_iter().flatten();
                self.times.earlier = before.min_by_key(|a| a.at).filter(|a| a.at < *aware);
                self.times.aware = Some(Aware { at: *aware, by: person.clone(), reason: reason.clone() });
                if self.times.presumed {
                    self.times.suspected = Some(self.opened.min(*aware));
                }
            }
            Act::SetFacts { facts, origins, .. } => {
                self.facts = facts.clone();
                self.origins.retain(|o| !origins.iter().any(|new| new.fact == o.fact));
                self.origins.extend(origins.iter().cloned());
            }
            Act::SetItem { item, status, text, number, files } => {
                self.promise(item, status, event.at);
                let (status, text, files) = (status.clone(), text.clone(), files.clone());
                let known = Item { status, text, number: *number, files };
                self.items.insert(item.clone(), known);
            }
            _ => {}
        }
    }

    /// A promise goes when it is taken back, or kept before the authority was told anything.
    fn promise(&mut self, item: &str, status: &ItemStatus, made: Timestamp) {
        match status {
            ItemStatus::Unknown { promised: Some(due) } => {
                self.promises.insert(item.to_owned(), Promise { due: *due, made });
            }
            ItemStatus::Unknown { promised: None } => {
                self.promises.remove(item);
            }
            _ if self.notified().is_empty() => {
                self.promises.remove(item);
            }
            _ => {}
        }
    }

    fn conclude(&mut self, event: &Event) {
        match &event.what {
            Act::Conclude { about, person, duty, reasons, proposed } => self.conclusions.push(Conclusion {
                about: *about,
                person: person.clone(),
                at: event.at,
                duty: *duty,
                reasons: reasons.clone(),
                proposed: *proposed,
                facts: self.facts.clone(),
            }),
            Act::Uphold { about, person, reasons, fields } => self.upheld.push(Upheld {
                about: *about,
                person: person.clone(),
                at: event.at,
                reasons: reasons.clone(),
                facts: self.facts.clone(),
                fields: fields.clone(),
            }),
            Act::NoBreach { person, reasons } => {
                self.no_breach = Some(Conclusion {
                    about: About::Authority,
                    person: person.clone(),
                    at: event.at,
                    duty: false,
                    reasons: reasons.clone(),
                    proposed: None,
                    facts: self.facts.clone(),
                });
            }
            Act::Close { person, reason } => {
                self.closed = Some(Closed { at: event.at, person: person.clone(), reason: reason.clone() });
            }
            // Reopened because it was a breach after all, or because something new came to light.
            Act::Reopen { .. } => {
                self.closed = None;
                self.no_breach = None;
            }
            _ => {}
        }
    }

    fn file(&mut self, event: &Event) {
        match &event.what {
            Act::File { authority, kind, sent, receipt, delay_reason, withdrawal_reason, documents, fields } => {
                if let Some(reason) = delay_reason {
                    self.delays.insert("notify-authority".to_owned(), reason.clone());
                }
                self.filings.push(Filing {
                    number: self.filings.len() + 1,
                    authority: authority.clone(),
                    kind: *kind,
                    sent: *sent,
                    recorded: event.at,
                    by: event.by.clone(),
                    receipt: receipt.clone(),
                    delay_reason: delay_reason.clone(),
                    withdrawal_reason: withdrawal_reason.clone(),
                    documents: documents.clone(),
                    fields: fields.clone(),
                });
            }
            Act::TellController { controller, told } => self.told_controllers.push((controller.clone(), *told)),
            Act::ExplainDelay { duty, reason } => {
                self.delays.insert(duty.clone(), reason.clone());
            }
            _ => {}
        }
    }

    fn communicate(&mut self, event: &Event) {
        match &event.what {
            Act::Communicate { sent, means, subgroup, people, languages, text, held_back, parts, all, .. } => {
                self.communications.push(Communication {
                    sent: *sent,
                    means: *means,
                    subgroup: subgroup.clone(),
                    people: *people,
                    languages: languages.clone(),
                    text: text.clone(),
                    held_back: held_back.unwrap_or_default(),
                    parts: parts.clone(),
                    all: *all,
                    facts: self.facts.clone(),
                });
            }
            Act::Exempt { ground, person, reasons, published } => {
                self.exemption = Some(Exemption {
                    ground: *ground,
                    person: person.clone(),
                    at: event.at,
                    reasons: reasons.clone(),
                    published: published.clone(),
                    facts: self.facts.clone(),
                });
            }
            _ => {}
        }
    }

    fn pause(&mut self, event: &Event) {
        self.pause = match &event.what {
            Act::PauseCommunication { requested_by, reason, until } => Some(Pause {
                requested_by: requested_by.clone(),
                reason: reason.clone(),
                until: *until,
                since: event.at,
            }),
            _ => None,
        };
    }

    fn measure(&mut self, act: &Act) {
        match act {
            Act::AddMeasure { id, what, owner, due, article_32, preventive } => self.measures.push(Measure {
                id: id.clone(),
                what: what.clone(),
                owner: owner.clone(),
                due: *due,
                article_32: article_32.clone(),
                preventive: *preventive,
                done: None,
                proof: None,
                effective: None,
            }),
            Act::DoMeasure { id, done, proof, effective } => {
                if let Some(measure) = self.measures.iter_mut().find(|m| m.id == *id) {
                    measure.done = Some(*done);
                    measure.proof = Some(proof.clone());
                    measure.effective = *effective;
                }
            }
            _ => {}
        }
    }

    fn erase(&mut self, act: &Act) {
        let open = |r: &&mut ErasureRequest, name: &str| r.recipient == name;
        match act {
            Act::RequestErasure { recipient, sent, due } => self.erasures.push(ErasureRequest {
                recipient: recipient.clone(),
                sent: *sent,
                due: *due,
                answered: None,
                outcome: None,
                note: None,
                escalated_to: None,
            }),
            Act::AnswerErasure { recipient, answered, outcome, note } => {
                if let Some(request) = self.erasures.iter_mut().rev().find(|r| open(r, recipient)) {
                    request.answered = Some(*answered);
                    request.outcome = Some(*outcome);
                    request.note = Some(note.clone());
                }
            }
            Act::EscalateErasure { recipient, to, .. } => {
                if let Some(request) = self.erasures.iter_mut().rev().find(|r| open(r, recipient)) {
                    request.escalated_to = Some(to.clone());
                }
            }
            _ => {}
        }
    }

    fn supervise(&mut self, act: &Act) {
        match act {
            Act::Asked { authority, reference, received, due, question } => self.questions.push(AuthorityQuestion {
                authority: authority.clone(),
                reference: reference.clone(),
                received: *received,
                due: *due,
                question: question.clone(),
                answered: None,
                answer: None,
            }),
            Act::Answered { reference, sent, answer } => {
                let open = self.questions.iter_mut().rev().find(|q| q.reference == *reference && q.answered.is_none());
                if let Some(question) = open {
                    question.answered = Some(*sent);
                    question.answer = Some(answer.clone());
                }
            }
            Act::Decided {
                authority,
                reference,
                decided,
                received,
                outcome,
                articles,
                public_party,
                orders_communication,
                summary,
            } => {
                // Art. 34(4): what was closed is open again.
                if *orders_communication {
                    self.closed = None;
                }
                self.decisions.push(Decision {
                    authority: authority.clone(),
                    reference: reference.clone(),
                    decided: *decided,
                    received: *received,
                    outcome: outcome.clone(),
                    articles: articles.clone(),
                    public_party: *public_party,
                    orders_communication: *orders_communication,
                    summary: summary.clone(),
                });
            }
            _ => {}
        }
    }
}

/// How many people the facts know of, at least.
fn counted(facts: &BreachFacts) -> Option<f64> {
    facts.people.as_ref().and_then(|p| p.count.or(p.min))
}

impl Happened {
    fn of(event: &Event) -> Self {
        Self { at: event.at, by: event.by.clone(), act: event.act().to_owned(), struck: false }
    }
}
