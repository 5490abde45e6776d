//! What in a case contradicts itself or is left open where it bears on the clock, or on who is told. It is said wherever
//! the clock is shown; a person decides, and nothing moves by itself.

use super::{About, Case};
use crate::assess::Answer;
use crate::deadline::law_from;
use crate::supervision::{Leading, if_private};
use crate::zone::Moment;
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
    pub who: Option<String>,
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
            who: Some(a.name.clone()),
            source: "Art. 55(1)",
        });
        let start = self.start_unknown().into_iter().chain(self.start_presumed());
        let all = told.into_iter().chain(moved).chain(start).chain(sector).chain(self.leading_unsure());
        all.chain(self.people_unsure()).chain(self.appeals_unknown()).collect()
    }

    /// The lead authority of a breach across borders, where what was said of the establishments does not make it that.
    fn leading_unsure(&self) -> Vec<Caution> {
        let lead = crate::competence(self, self.established).lead;
        let Some(lead) = lead.filter(|_| !self.is_processors() && self.no_breach.is_none()) else { return Vec::new() };
        let one = |id, source| Caution { id, at: None, who: Some(lead.name.clone()), source };
        let public = || self.answered("sector").is_none().then(|| one("public-unknown", "Art. 55(2)"));
        match crate::supervision::leading(self) {
            Leading::Presumed => std::iter::once(one("establishments-unknown", "Art. 56(1)")).chain(public()).collect(),
            Leading::Known => public().into_iter().collect(),
            Leading::Elsewhere => vec![one("established-elsewhere", "Art. 56(1)")],
            Leading::Outside => vec![one("established-outside", "EDPB 9/2022 v2.0, par. 73")],
            Leading::Alone | Leading::Unsaid => Vec::new(),
        }
    }

    /// What leaves the duty to tell the people open although something was done for it.
    fn people_unsure(&self) -> Option<Caution> {
        if self.answer(About::People) == Answer::No || self.exempted().is_some() {
            return None;
        }
        let plain = |id, source| Some(Caution { id, at: None, who: None, source });
        match self {
            c if c.is_told() => None,
            c if c.outgrown().is_some() => plain("exemption-outgrown", "Art. 34(3)"),
            c if c.is_public_only() => plain("public-only", "Art. 34(3)(c)"),
            c if c.is_told_in_part() => plain("told-in-part", "Art. 34(1)"),
            _ => None,
        }
    }

    /// Decisions of an authority whose law on appeals is not known here, while the case is open.
    fn appeals_unknown(&self) -> Vec<Caution> {
        let unknown = self.decisions.iter().filter(|d| self.closed.is_none() && self.appeal(d).is_none());
        let one = |d: &super::Decision| Caution {
            id: "appeal-unknown",
            at: None,
            who: Some(d.authority.clone()),
            source: "Art. 78(3)",
        };
        unknown.map(one).collect()
    }

    /// A report under another law that is still to be sent counts from the incident, while nobody has said when that was
    /// noticed: the earliest the case knows is taken, or awareness of the personal data breach, which may be too late.
    fn start_presumed(&self) -> Option<Caution> {
        let open = |regime: &&String| !self.reports.iter().any(|r| r.regime == **regime);
        let presumed = |regime: &String| {
            let (from, law) = law_from(regime, &self.country)?;
            let id = match from {
                "detected" => "detection-presumed",
                "incident-aware" => "incident-presumed",
                _ => return None,
            };
            let at = self.report_from(regime).filter(|_| self.detected.is_none())?;
            let at = Some(Moment::from(&at.to_zoned(self.zone())));
            Some(Caution { id, at, who: None, source: law })
        };
        self.regimes.iter().filter(open).find_map(presumed)
    }

    /// The law of a report that is still to be sent and counts from the event, while nobody has said when that was: its
    /// day is shown as if awareness were the event, which is too late.
    fn start_unknown(&self) -> Option<Caution> {
        let open = |regime: &&String| !self.reports.iter().any(|r| r.regime == **regime);
        let unknown = self.times.occurred.start().is_none() && self.times.aware.is_some();
        let law = |regime: &String| law_from(regime, &self.country).filter(|(from, _)| *from == "event");
        let (_, source) = self.regimes.iter().filter(open).find_map(law).filter(|_| unknown)?;
        Some(Caution { id: "event-unknown", at: None, who: None, source })
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
