//! What has to be done and by when: derived from the events and the regime tables, never edited.

use super::{About, Case, Erasure};
use crate::assess::Answer;
use crate::deadline::{DeadlineAnswer, deadline_at, law_from, stage_deadline, stages_of};
use crate::tables::tables;
use crate::zone::{Authority, Moment};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Duty {
    /// `document`, `notify-authority`, `supplement`, `follow-up`, `communicate`, `letter-holds`, `held-back`,
    /// `tell-controller`, `report`, `erasure`, `measure`, `answer-authority`, `appeal`, `complete-item`. Words key
    /// `respond-duty-<id>`.
    pub id: String,
    /// The recipient, controller, measure, reference, item, authority's country or `regime/stage` it is about; empty where the duty is the case's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    pub state: DutyState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
    /// Every reading, where the law has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<DeadlineAnswer>,
    pub source: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DutyState {
    /// Whether it exists is a question for a person.
    Ask,
    /// Exists; its clock does not run yet, or it has none.
    Open,
    Running,
    Missed,
    Paused,
    Done,
    DoneLate,
    /// A right that nobody used in time.
    Lapsed,
    /// Refused by whoever was asked, and given to somebody else.
    PassedOn,
    /// Does not exist.
    None,
}

impl DutyState {
    pub fn is_open(self) -> bool {
        matches!(self, Self::Ask | Self::Open | Self::Running | Self::Missed | Self::Paused)
    }
}

impl Case {
    /// Every duty of the case at `real`, in the order they are to be looked at; in a drill by its own clock.
    pub fn duties(&self, real: Timestamp) -> Vec<Duty> {
        self.duties_at(self.now(real))
    }

    /// The same at a time in the case.
    pub(super) fn duties_at(&self, now: Timestamp) -> Vec<Duty> {
        let mut duties = if self.is_processors() { self.telling_controllers(now) } else { self.controllers_own(now) };
        duties.extend(self.reporting(now));
        duties.extend(self.erasing(now));
        duties.extend(self.measures(now));
        duties.extend(self.answering(now));
        duties.extend(self.appealing(now));
        duties
    }

    /// The duties of Art. 33 and 34 that bind the controller.
    fn controllers_own(&self, now: Timestamp) -> Vec<Duty> {
        let (authority, people) = self.answers();
        let mut duties = vec![self.documenting()];
        duties.extend(self.notifying(authority, now));
        duties.push(self.communicating(people, now));
        duties.extend(self.doubting());
        duties.extend(self.reaching());
        duties.extend(self.supplementing(now));
        duties.extend(self.following_up(now));
        duties.extend(self.promised_items(now));
        duties
    }

    /// The duties that a case is not closed over. An appeal is a right; an erasure that was refused and passed on is no
    /// longer the controller's to get.
    pub(super) fn holding_open(&self, now: Timestamp) -> Vec<Duty> {
        self.duties_at(now).into_iter().filter(|d| d.id != "appeal" && d.state.is_open()).collect()
    }

    /// What makes the communication wait at a time in the case; a pause whose day has come is over.
    pub fn paused(&self, now: Timestamp) -> Option<&super::Pause> {
        self.pause.as_ref().filter(|p| p.until.is_none_or(|until| until > now))
    }

    /// The notification is late, and nobody has said why (Art. 33(1), second sentence).
    pub fn owes_reasons(&self, real: Timestamp) -> bool {
        self.owes_reasons_at(self.now(real))
    }

    pub(super) fn owes_reasons_at(&self, now: Timestamp) -> bool {
        if self.is_processors() || self.delays.contains_key("notify-authority") {
            return false;
        }
        let is_due = |s| matches!(s, DutyState::Running | DutyState::Missed | DutyState::Done | DutyState::DoneLate);
        let first = self.notify_by_first();
        let passed = |d: &Duty| first.is_some_and(|due| d.done.unwrap_or(now) > due);
        let notifying = self.notifying(self.answer(About::Authority), now);
        notifying.iter().any(|d| is_due(d.state) && passed(d))
    }

    /// Whoever has to be told was told, or a person has concluded that nobody has to be.
    pub fn is_answered(&self, real: Timestamp) -> bool {
        let told = ["notify-authority", "communicate", "tell-controller"];
        !self.duties(real).iter().any(|d| told.contains(&d.id.as_str()) && d.state.is_open())
    }

    /// When the authority has to be told at the latest, by the earliest reading; none where [`Self::deadline`] has none.
    pub fn notify_by(&self) -> Option<Timestamp> {
        self.deadline()?.operative.map(Moment::timestamp)
    }

    /// The same by the earliest awareness that was set: moving it later does not undo a deadline that had passed.
    pub fn notify_by_first(&self) -> Option<Timestamp> {
        let due = self.notify_by()?;
        let before = self.times.earlier.as_ref().and_then(|a| deadline_at(a.at, &self.country, "gdpr").ok());
        Some(before.and_then(|d| d.operative).map_or(due, |at| at.timestamp().min(due)))
    }

    /// Art. 33(1) binds the controller to tell this authority: the lead one, or each without an establishment.
    pub(super) fn owes(&self, authority: &str) -> bool {
        crate::competence(self, self.established).lead.is_none_or(|a| a.is(authority))
    }

    /// Whether somebody still has to notify, or to decide whether: only then does the clock of the case count.
    pub fn is_to_notify(&self, real: Timestamp) -> bool {
        let notifying = || self.notifying(self.answer(About::Authority), self.now(real));
        self.closed.is_none() && !self.is_processors() && notifying().iter().any(|d| d.state.is_open())
    }

    /// The authorities that are each notified: empty where the one of the establishment stands for all.
    pub fn notified_each(&self) -> Vec<&'static Authority> {
        if self.established { Vec::new() } else { crate::competence(self, false).concerned }
    }

    /// The deadline of the notification with every reading; none before awareness is set, for a processor, or where it
    /// was no breach and nobody was notified.
    pub fn deadline(&self) -> Option<DeadlineAnswer> {
        let dismissed = self.no_breach.is_some() && self.notified().is_empty();
        let aware = self.times.aware.as_ref().filter(|_| !self.is_processors() && !dismissed)?;
        deadline_at(aware.at, &self.country, "gdpr").ok()
    }

    /// What is missing of "the facts relating to the personal data breach, its effects and the remedial action taken"
    /// (Art. 33(5)): `nature`, `effects`, `remedies`.
    pub fn undocumented(&self) -> Vec<&'static str> {
        let told = self.items.get("likely-consequences").map(|i| &i.status);
        let told = told.is_some_and(|status| !matches!(status, super::ItemStatus::Unknown { .. }));
        let parts = [
            ("nature", !self.facts.nature.is_empty()),
            ("effects", told || self.facts.consequences.is_some()),
            ("remedies", !self.measures.is_empty()),
        ];
        parts.into_iter().filter(|(_, said)| self.no_breach.is_none() && !said).map(|(part, _)| part).collect()
    }

    fn documenting(&self) -> Duty {
        let state = if self.undocumented().is_empty() { DutyState::Done } else { DutyState::Open };
        duty("document", state, "Art. 33(5)")
    }

    /// Whom Art. 33(1) demands to be told, where `answer` says whether anybody is.
    fn notifying(&self, answer: Answer, now: Timestamp) -> Vec<Duty> {
        self.addressees().into_iter().map(|authority| self.notifying_one(authority, answer, now)).collect()
    }

    fn notifying_one(&self, authority: &str, answer: Answer, now: Timestamp) -> Duty {
        let deadline = self.deadline();
        let due = deadline.as_ref().and_then(|d| d.operative);
        let done = self.filed_with(authority).first().map(|f| f.sent);
        let state = match (answer, done) {
            (Answer::Yes, None) if self.is_withdrawn(authority) => DutyState::Ask,
            (_, Some(_)) | (Answer::Yes, None) => clock(due, done, now),
            (Answer::Ask, None) => DutyState::Ask,
            (Answer::No, None) => DutyState::None,
        };
        let mut duty = duty("notify-authority", state, "Art. 33(1)").finished(done);
        duty.about = authority.to_owned();
        duty.due = due;
        duty.deadline = deadline;
        duty
    }

    /// A processor owes each of its controllers word, without undue delay and whatever the risk.
    fn telling_controllers(&self, now: Timestamp) -> Vec<Duty> {
        let one = |(name, done): (&str, Option<Timestamp>)| Duty {
            about: name.to_owned(),
            ..duty("tell-controller", clock(None, done, now), "Art. 33(2)").finished(done)
        };
        let each = self.controllers_told().into_iter().filter(|_| self.no_breach.is_none());
        each.map(one).collect()
    }

    /// The latest order of Art. 34(4): what was sent before it does not fulfil it.
    pub(super) fn ordered(&self) -> Option<Timestamp> {
        let days = self.decisions.iter().filter(|d| d.orders_communication).map(|d| d.decided);
        self.noon(days.max()?)
    }

    fn communicating(&self, answer: Answer, now: Timestamp) -> Duty {
        let ordered = self.ordered();
        let done = self.told(ordered);
        let exempt = self.exempted().is_some();
        let paused = self.paused(now).is_some();
        let state = match answer {
            _ if done.is_some() => clock(None, done, now),
            _ if exempt => DutyState::None,
            Answer::No => DutyState::None,
            _ if paused => DutyState::Paused,
            Answer::Yes => DutyState::Open,
            Answer::Ask => DutyState::Ask,
        };
        let source = if ordered.is_some() { "Art. 34(4)" } else { "Art. 34(1)" };
        duty("communicate", state, source).finished(done)
    }

    /// People who were told other data, recipients or consequences than the case knows: does the letter still hold?
    fn doubting(&self) -> Option<Duty> {
        let doubt = self.no_breach.is_none() && self.is_letter_in_doubt();
        doubt.then(|| duty("letter-holds", DutyState::Ask, "Art. 34(2)"))
    }

    /// People with a protected identity are told in a way that does not give them away, but they are told.
    fn reaching(&self) -> Option<Duty> {
        let held = self.no_breach.is_none() && self.communications.iter().any(|c| c.held_back > 0);
        let state = if self.held_back() > 0 { DutyState::Open } else { DutyState::Done };
        held.then(|| duty("held-back", state, "Art. 34(1)"))
    }

    /// Reports under other laws, stage by stage: a stage counts from the report before it once that was sent.
    fn reporting(&self, now: Timestamp) -> Vec<Duty> {
        let each = self.regimes.iter().flat_map(|r| stages_of(r, &self.country).into_iter().map(move |s| (r, s)));
        each.map(|(regime, stage)| self.reporting_one(regime, stage, now)).collect()
    }

    fn reporting_one(&self, regime: &str, stage: &str, now: Timestamp) -> Duty {
        let sent = |stage: &str| self.reports.iter().find(|r| r.regime == regime && r.stage == stage).map(|r| r.sent);
        let all = self.report_from(regime).and_then(|at| deadline_at(at, &self.country, regime).ok());
        let row = all.as_ref().and_then(|d| d.stages.iter().find(|s| s.id == stage));
        let from = row.and_then(|r| sent(&r.from)).and_then(|at| stage_deadline(at, &self.country, regime, stage).ok());
        let due = from.as_ref().or(row).and_then(|s| s.operative);
        let done = sent(stage);
        let source = all.as_ref().map_or(regime, |d| d.law.as_str());
        let mut duty = duty("report", clock(due, done, now), source).finished(done);
        duty.about = format!("{regime}/{stage}");
        duty.due = due;
        duty.deadline = all;
        duty
    }

    /// The moment from which reports under a law are counted, as far as the case knows it; else the nearest it knows.
    pub(super) fn report_from(&self, regime: &str) -> Option<Timestamp> {
        let aware = self.times.aware.as_ref().map(|a| a.at);
        let suspected = self.times.suspected.filter(|_| !self.times.presumed);
        match law_from(regime, &self.country)?.0 {
            "event" => self.times.occurred.start().or(aware),
            "incident-aware" => self.detected.or(aware),
            // Whoever suspected a breach had seen the incident: the earliest it can be, until somebody says.
            "detected" => self.detected.or(suspected).or(aware),
            _ => aware,
        }
    }

    fn erasing(&self, now: Timestamp) -> Vec<Duty> {
        let one = |r: &super::ErasureRequest| {
            let done = r.answered.filter(|_| r.outcome == Some(Erasure::Confirmed));
            let duty = self.dated("erasure", &r.recipient, r.due, done, now, "request to the recipient");
            // No time runs any more for whoever has answered, or was passed over.
            let state = match (done, &r.escalated_to, r.answered) {
                (None, Some(_), _) => DutyState::PassedOn,
                (None, None, Some(_)) => DutyState::Open,
                _ => return duty,
            };
            Duty { state, ..duty }
        };
        self.erasures.iter().map(one).collect()
    }

    fn measures(&self, now: Timestamp) -> Vec<Duty> {
        let one = |m: &super::Measure| {
            let due = m.due.map(|at| self.moment(at));
            let mut duty = duty("measure", clock(due, m.done, now), "Art. 33(3)(d), 32(1)").finished(m.done);
            duty.about = m.id.clone();
            duty.due = due;
            duty
        };
        self.measures.iter().map(one).collect()
    }

    fn answering(&self, now: Timestamp) -> Vec<Duty> {
        let one = |q: &super::AuthorityQuestion| {
            let due = q.due.map(|at| self.moment(at));
            let mut duty = duty("answer-authority", clock(due, q.answered, now), "Art. 31, 58(1)").finished(q.answered);
            duty.about = q.reference.clone();
            duty.due = due;
            duty
        };
        self.questions.iter().map(one).collect()
    }

    /// The last day to appeal. It is a right: it lapses, it is not missed.
    fn appealing(&self, now: Timestamp) -> Vec<Duty> {
        let one = |d: &super::Decision| {
            let deadline = self.appeal(d);
            let due = deadline.as_ref().and_then(|d| d.operative);
            let state = match due {
                Some(due) if due.timestamp() < now => DutyState::Lapsed,
                Some(_) => DutyState::Running,
                None => DutyState::Open,
            };
            let source = deadline.as_ref().map_or("Art. 78(3)", |d| d.source.as_str());
            let mut duty = duty("appeal", state, source);
            duty.about = d.reference.clone();
            duty.due = due;
            duty.deadline = deadline;
            duty
        };
        self.decisions.iter().map(one).collect()
    }

    /// The time to appeal is that of the State whose authority decided (Art. 78(3)); none where it is not known here.
    pub(super) fn appeal(&self, d: &super::Decision) -> Option<DeadlineAnswer> {
        let country = &crate::authority_named(&d.authority)?.country;
        // Only where the law sets the public's own party apart: in Finland its days count from service too.
        let apart = d.public_party && crate::regimes(country).contains(&"appeal-public");
        let (regime, day) = if apart { ("appeal-public", d.decided) } else { ("appeal", d.received) };
        deadline_at(self.noon(day)?, country, regime).ok()
    }

    /// The clocks of its country.
    pub fn zone(&self) -> TimeZone {
        let places = &tables().places;
        places.authority(&self.country).map_or(TimeZone::UTC, |a| places.zone(a))
    }

    fn noon(&self, day: Date) -> Option<Timestamp> {
        Some(self.zone().to_ambiguous_zoned(day.at(12, 0, 0, 0)).later().ok()?.timestamp())
    }

    fn moment(&self, at: Timestamp) -> Moment {
        Moment::from(&at.to_zoned(self.zone()))
    }

    pub(super) fn dated(
        &self,
        id: &str,
        about: &str,
        due: Timestamp,
        done: Option<Timestamp>,
        now: Timestamp,
        source: &str,
    ) -> Duty {
        let due = self.moment(due);
        let mut duty = duty(id, clock(Some(due), done, now), source).finished(done);
        duty.about = about.to_owned();
        duty.due = Some(due);
        duty
    }
}

pub(super) fn clock(due: Option<Moment>, done: Option<Timestamp>, now: Timestamp) -> DutyState {
    match (due.map(Moment::timestamp), done) {
        (Some(due), Some(done)) if done > due => DutyState::DoneLate,
        (_, Some(_)) => DutyState::Done,
        (Some(due), None) if now > due => DutyState::Missed,
        (Some(_), None) => DutyState::Running,
        (None, None) => DutyState::Open,
    }
}

pub(super) fn duty(id: &str, state: DutyState, source: &str) -> Duty {
    Duty {
        id: id.to_owned(),
        about: String::new(),
        state,
        due: None,
        done: None,
        deadline: None,
        source: source.to_owned(),
    }
}

impl Duty {
    pub(super) fn finished(mut self, done: Option<Timestamp>) -> Self {
        self.done = done;
        self
    }
}
