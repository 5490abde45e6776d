//! What in a case contradicts itself or is left open where it bears on the clock, or on who is told. It is said wherever
//! the clock is shown; a person decides, and nothing moves by itself.

use super::{Case, ItemStatus};
use crate::deadline::law_from_event;
use crate::supervision::if_private;
use crate::zone::{Authority, Moment};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// Words key `respond-caution-<id>`, with `at` and `who`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Caution {
    pub id: &'static str,
    /// The time that speaks against the clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// The authority it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<&'static str>,
    pub source: &'static str,
}

impl Case {
    /// At `real`, in the order of the clock.
    pub fn cautions(&self, real: Timestamp) -> Vec<Caution> {
        let at = |id, at: Option<Timestamp>, source| {
            at.map(|at| Caution { id, at: Some(Moment::from(&at.to_zoned(self.zone()))), who: None, source })
        };
        let told = at("told-earlier", self.told_earlier(), "EDPB 9/2022 v2.0, par. 44");
        let told = told.or_else(|| at("told", self.proposed_aware(), "EDPB 9/2022 v2.0, par. 44"));
        let moved = at("aware-moved", self.missed_before(self.now(real)), "Art. 33(1)");
        let sector = if_private(self).map(|a| Caution {
            id: "sector-unknown",
            at: None,
            who: Some(&a.name),
            source: "Art. 55(1)",
        });
        let lead = self.presumed_lead().map(|a| Caution {
            id: "establishments-unknown",
            at: None,
            who: Some(&a.name),
            source: "Art. 56(1)",
        });
        let event = self.event_unknown().map(|law| Caution { id: "event-unknown", at: None, who: None, source: law });
        told.into_iter().chain(moved).chain(event).chain(sector).chain(lead).collect()
    }

    /// The law of a report that is still to be sent and counts from the event, while nobody has said when that was: its
    /// day is shown as if awareness were the event, which is too late.
    fn event_unknown(&self) -> Option<&'static str> {
        let open = |regime: &&String| !self.reports.iter().any(|r| r.regime == **regime);
        let unknown = self.times.occurred.start().is_none() && self.times.aware.is_some();
        self.regimes.iter().filter(open).find_map(|regime| law_from_event(regime, &self.country)).filter(|_| unknown)
    }

    /// The lead authority of a breach across borders, while nobody has said where the controller is established.
    pub(crate) fn presumed_lead(&self) -> Option<&'static Authority> {
        let who = crate::competence(self, self.established);
        let said = self.items.get("establishments").is_some_and(|i| !matches!(i.status, ItemStatus::Unknown { .. }));
        who.lead.filter(|_| !said && !who.concerned.is_empty() && !self.is_processors() && self.no_breach.is_none())
    }

    /// When the processor told the controller, where awareness was set later than that.
    fn told_earlier(&self) -> Option<Timestamp> {
        let (told, aware) = (self.told_by_processor()?, self.times.aware.as_ref()?.at);
        // A day without a time may be the day of awareness itself.
        let day = told.parse::<Date>().ok().filter(|_| !told.contains([':', 'T']));
        match day {
            Some(day) => crate::moment_in(&format!("{day}T23:59:59"), &self.country),
            None => crate::moment_in(told, &self.country),
        }
        .ok()
        .filter(|at| *at < aware)
    }

    fn told_by_processor(&self) -> Option<&str> {
        self.answered("told-by-other-at").filter(|_| self.facts.discovered_by.as_deref() == Some("processor"))
    }

    /// When the controller became aware, as its processor says; while nobody has set it.
    pub fn proposed_aware(&self) -> Option<Timestamp> {
        let told = self.told_by_processor().filter(|_| self.times.aware.is_none() && self.no_breach.is_none())?;
        crate::moment_in(told, &self.country).ok()
    }

    /// The first awareness, where its deadline had passed before the notification, or by `now` without one, and the
    /// present one is later.
    pub fn missed_before(&self, now: Timestamp) -> Option<Timestamp> {
        let earlier = self.times.earlier.as_ref()?.at;
        let sent = self.notified().first().map_or(now, |f| f.sent);
        self.notify_by_first().filter(|due| sent > *due).map(|_| earlier)
    }
}
