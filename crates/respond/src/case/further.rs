//! Acts beside the way from suspicion to decision: whose case it is, other laws, people held back, the factors of
//! Art. 83(2), attached files, a drill's clock.

use super::decide::{Allowed, Refusal, misleads, needed, not_before, not_before_suspected, past, reasoned};
use super::{Act, Approval, Attachment, Case, Draft, Event, Item, ItemStatus, Letter, Reported, Sender, Weighed};
use crate::deadline::{law_from, other_regimes, stages_of};
use crate::supervision::letters;
use jiff::Timestamp;

impl Case {
    pub(super) fn further(&mut self, event: &Event) {
        match event.what.clone() {
            Act::SetController { controller, event, established, controllers } => {
                (self.controller, self.event, self.established) = (controller, event, established);
                let new = controllers.into_iter().filter(|c| !self.controllers.iter().any(|known| named(known, c)));
                let new: Vec<String> = new.collect();
                self.controllers.extend(new);
            }
            Act::SetRegimes { regimes, detected, .. } => {
                self.regimes = regimes;
                self.detected = detected.or(self.detected);
            }
            Act::Report { regime, stage, authority, sent, receipt } => {
                self.reports.push(Reported { regime, stage, authority, sent, receipt });
            }
            Act::SetReceipt { filing, receipt } => {
                if let Some(filed) = self.filings.iter_mut().find(|f| f.number == filing) {
                    filed.receipt = receipt;
                }
            }
            Act::ReachHeldBack { people, .. } => self.reached += people,
            Act::Weigh { letter, weight, text } => {
                self.weights.insert(letter, Weighed { weight, text });
            }
            Act::Attach { name, digest, what } => {
                self.attachments.push(Attachment { name, digest, what, at: event.at });
            }
            Act::SaveDraft { language, subgroup, parts } => {
                let (at, by) = (event.at, event.by.clone());
                self.drafts.push(Draft { at, by, language, subgroup, letter: parts, approved: None });
            }
            Act::ApproveDraft { draft, person } => {
                if let Some(kept) = draft.checked_sub(1).and_then(|n| self.drafts.get_mut(n)) {
                    kept.approved = Some(Approval { at: event.at, person });
                }
            }
            Act::MoveClock { ahead, .. } => self.ahead = ahead,
            _ => {}
        }
    }

    /// The controllers of a processor's case, each with when it was told; one without a name where none was named.
    pub(super) fn controllers_told(&self) -> Vec<(&str, Option<Timestamp>)> {
        let mut all: Vec<&str> = self.controllers.iter().map(String::as_str).collect();
        for (name, _) in &self.told_controllers {
            if !all.iter().any(|known| named(known, name)) {
                all.push(name);
            }
        }
        if all.is_empty() {
            return vec![("", None)];
        }
        all.into_iter().map(|name| (name, self.told_controller(name))).collect()
    }

    /// When a processor told this controller.
    pub fn told_controller(&self, name: &str) -> Option<Timestamp> {
        self.told_controllers.iter().find(|(told, _)| named(told, name)).map(|(_, at)| *at)
    }

    /// Who has still to be told, as far as they were named.
    pub fn untold_controllers(&self) -> Vec<&str> {
        let left = self.controllers_told().into_iter().filter(|(name, at)| at.is_none() && !name.is_empty());
        left.map(|(name, _)| name).collect()
    }

    /// What is known of an item of the notification, in words.
    pub fn answered(&self, item: &str) -> Option<&str> {
        let known = |i: &&Item| matches!(i.status, ItemStatus::Known | ItemStatus::Assumed);
        self.items.get(item).filter(known)?.text.open().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Who writes to the people, as far as the case knows.
    pub fn sender(&self) -> Sender {
        let named = Some(self.controller.as_str()).filter(|name| !name.is_empty());
        let controller = self.answered("controller-name-contact").or(named).map(str::to_owned);
        Sender { controller, dpo: self.answered("dpo-contact").map(str::to_owned) }
    }

    /// People held back from a channel who were not told otherwise yet.
    pub fn held_back(&self) -> u64 {
        let held: u64 = self.communications.iter().map(|c| c.held_back).sum();
        held.saturating_sub(self.reached)
    }
}

fn named(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// `now` is the time in the case, `real` the real one.
pub fn further(case: &Case, act: &mut Act, now: Timestamp, real: Timestamp) -> Allowed {
    match act {
        Act::SetController { controller, .. } => needed("controller", controller),
        Act::SetRegimes { regimes, person, reason, detected } => {
            needed("person", person)?;
            reasoned("reason", reason)?;
            if let Some(detected) = *detected {
                past("detected", detected, now)?;
                let start = case.times.occurred.start();
                start.map_or(Ok(()), |start| not_before("detected", detected, "occurred", start))?;
            }
            known_regimes(case, regimes)
        }
        Act::SetReceipt { filing, receipt } => {
            needed("receipt", receipt)?;
            match case.filings.iter().find(|f| f.number == *filing) {
                None => {
                    Err(Refusal::new("filing", "filing", "there is no such notification").found(filing.to_string()))
                }
                Some(filed) if !filed.receipt.is_empty() => {
                    let message = "this notification has its receipt already";
                    Err(Refusal::new("filing", "receipt", message).found(filed.receipt.clone()))
                }
                Some(_) => Ok(()),
            }
        }
        Act::Report { regime, stage, authority, sent, .. } => {
            needed("authority", authority)?;
            past("sent", *sent, now)?;
            reportable(case, regime, stage, *sent)
        }
        Act::ReachHeldBack { sent, people, how } => {
            past("sent", *sent, now)?;
            reasoned("how", how)?;
            let left = case.held_back();
            if *people == 0 || *people > left {
                let message = format!("{left} people are held back and not told yet");
                return Err(Refusal::new("people", "held-back", message).found(people.to_string()));
            }
            Ok(())
        }
        Act::Weigh { letter, text, .. } => {
            if !letters().contains(&letter.as_str()) {
                let message = "Art. 83(2) has the letters a to k";
                return Err(Refusal::new("letter", "art-83", message).found(letter.clone()).allowed(&letters()));
            }
            reasoned("text", text)
        }
        Act::Attach { name, what, .. } => {
            needed("name", name)?;
            if misleads(name) {
                let message = "a file's name has no control characters, and none that turn the direction of writing";
                return Err(Refusal::new("name", "name-signs", message));
            }
            reasoned("what", what)
        }
        Act::SaveDraft { language, parts, subgroup } => {
            super::told::group(case, subgroup.as_deref())?;
            if facts::Lang::from_tag(language).is_none_or(|lang| lang.tag() != language) {
                let known = facts::Lang::ALL.map(facts::Lang::tag);
                let message = format!("no letter can be checked in `{language}`");
                return Err(Refusal::new("language", "language", message).found(language.clone()).allowed(&known));
            }
            if parts.parts().iter().all(|part| part.is_blank()) {
                return Err(Refusal::new("happened", "empty", "no part of the letter is written"));
            }
            Ok(())
        }
        Act::ApproveDraft { draft, person } => {
            needed("person", person)?;
            *draft = if *draft == 0 { case.drafts.len() } else { *draft };
            approvable(case, *draft)
        }
        Act::MoveClock { to, ahead } => {
            if !case.exercise {
                return Err(Refusal::new("case", "no-exercise", "only a drill's clock can be moved"));
            }
            not_before("to", *to, "the drill's clock", now)?;
            *ahead = to.duration_since(real).as_secs();
            Ok(())
        }
        _ => Ok(()),
    }
}

/// What goes out says who sends it and everything that Art. 34(2) demands.
fn approvable(case: &Case, draft: usize) -> Allowed {
    let Some(kept) = draft.checked_sub(1).and_then(|n| case.drafts.get(n)) else {
        let message = "no such letter is kept with the case";
        return Err(Refusal::new("draft", "no-draft", message).found(draft.to_string()));
    };
    let parts = Letter::PARTS.into_iter().zip(kept.letter.parts());
    let empty: Vec<&str> = parts.filter(|(_, text)| text.is_blank()).map(|(name, _)| name).collect();
    if !empty.is_empty() {
        let message = format!("Art. 34(2) demands what the letter does not say yet: {}", empty.join(", "));
        return Err(Refusal::new("draft", "letter-lacks", message).found(empty.join(", ")));
    }
    let Sender { controller, dpo } = case.sender();
    let unknown = [("controller-name-contact", controller), ("dpo-contact", dpo)];
    match unknown.into_iter().find(|(_, known)| known.is_none()) {
        Some((item, _)) => {
            let message = format!("the letter does not say who sends it: answer the item `{item}` first");
            Err(Refusal::new("draft", "sender-unknown", message).found(item))
        }
        None => Ok(()),
    }
}

fn known_regimes(case: &Case, regimes: &[String]) -> Allowed {
    let known = other_regimes(&case.country);
    match regimes.iter().find(|r| !known.contains(&r.as_str())) {
        Some(wrong) => {
            let message = format!("no other law `{wrong}` with a report of its own is known for {}", case.country);
            Err(Refusal::new("regimes", "unknown-regime", message).found(wrong.clone()).allowed(&known))
        }
        None => Ok(()),
    }
}

fn reportable(case: &Case, regime: &str, stage: &str, sent: Timestamp) -> Allowed {
    if !case.regimes.iter().any(|r| r == regime) {
        let message = "the case is not marked as falling under this law";
        return Err(Refusal::new("regime", "regime", message).found(regime).allowed(&case.regimes));
    }
    let stages = stages_of(regime, &case.country);
    if !stages.contains(&stage) {
        let message = format!("`{regime}` has no stage `{stage}`");
        return Err(Refusal::new("stage", "stage", message).found(stage).allowed(&stages));
    }
    // A law that does not count from awareness of the personal data breach does not wait for it.
    let apart = law_from(regime, &case.country).is_some_and(|(from, _)| from != "aware");
    match (&case.times.aware, case.detected) {
        (_, Some(detected)) if apart => not_before("sent", sent, "detected", detected),
        _ if apart => not_before_suspected("sent", sent, case),
        (Some(aware), _) => not_before("sent", sent, "aware", aware.at),
        (None, _) => Err(Refusal::new("aware", "aware-missing", "when you became aware has to be set before a report")),
    }
}
