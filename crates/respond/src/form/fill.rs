//! The value of each field from the events and facts of a case.

use super::table::{FieldRow, SectionRow, Source};
use super::{Asked, Field, FieldValue, Section, Sent, Shown, option_key, word_key};
use crate::case::{
    About, Act, Case, Communication, ErasureRequest, Filing, FilingKind, Item, ItemStatus, Means, Occurred,
    Publication, Text,
};
use crate::expr::{Trace, Truth};
use crate::supervision::{Leading, leading};
use crate::tables::tables;
use crate::view::View;
use crate::zone::Moment;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeSet;

pub(super) struct Filler<'a> {
    case: &'a Case,
    view: View,
    facts: serde_json::Value,
    late: bool,
    /// When awareness was first set, where its deadline had passed and it was moved later.
    moved: Option<Timestamp>,
    /// The filing these fields are frozen for, where they are.
    filing: Option<&'a Act>,
}

impl<'a> Filler<'a> {
    pub(super) fn new(case: &'a Case, filing: Option<&'a Act>, now: Timestamp) -> Self {
        let view = tables().rules.view(&case.facts);
        let due = case.notify_by_first();
        let sending = match filing {
            Some(Act::File { sent, .. }) => *sent,
            _ => now,
        };
        let sent = earlier(case, filing).first().map_or(sending, |f| f.sent);
        Self {
            case,
            view,
            facts: serde_json::to_value(&case.facts).unwrap_or_default(),
            late: due.is_some_and(|due| sent > due),
            moved: case.missed_before(sent),
            filing,
        }
    }

    pub(super) fn section(&self, row: &SectionRow) -> Section {
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

    /// Of the filing that is frozen, else of the last one.
    fn kind(&self) -> Option<FilingKind> {
        match self.filing {
            Some(Act::File { kind, .. }) => Some(*kind),
            _ => self.case.filings.last().map(|f| f.kind),
        }
    }

    /// Why it is late and why it is withdrawn, as the filing that is frozen says.
    fn reasons(&self) -> (Option<Text>, Option<Text>) {
        match self.filing {
            Some(Act::File { delay_reason, withdrawal_reason, .. }) => {
                (delay_reason.clone(), withdrawal_reason.clone())
            }
            _ => (None, self.case.filings.last().and_then(|f| f.withdrawal_reason.clone())),
        }
    }

    fn holds(&self, condition: &str) -> bool {
        match condition {
            "late" => self.late,
            "moved" => self.moved.is_some(),
            "follow-up" => !earlier(self.case, self.filing).is_empty(),
            "withdrawal" => self.kind() == Some(FilingKind::Withdrawal),
            "ended" => !matches!(self.case.times.occurred, Occurred::Ongoing { .. }),
            "communicated" => !self.case.communications.is_empty(),
            "exempt" => self.case.exempted().is_some(),
            "people-counted" => self.about_risk("people-number").is_some(),
            "records-counted" => self.is_counted("records-number"),
            "published" => self.published().is_some(),
            // The one-stop shop needs an establishment, and people in more than one country (Art. 56(1)); public authorities
            // have their own only (Art. 55(2)).
            "one-stop" => {
                let known = self.case.facts.people.as_ref().is_some_and(|p| !p.countries.is_empty());
                match leading(self.case) {
                    Leading::Alone => !known && self.case.established && !crate::supervision::is_public(self.case),
                    other => other != Leading::Outside,
                }
            }
            _ => false,
        }
    }

    fn is_counted(&self, item: &str) -> bool {
        let known = |i: &Item| matches!(i.status, ItemStatus::Known | ItemStatus::Assumed) && i.number.is_some();
        self.case.items.get(item).is_some_and(known)
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
                Some(value) if name == "lead-authority" && leading(self.case) == Leading::Presumed => {
                    FieldValue::Assumed { value }
                }
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
        let value = self.answered(row, item);
        match &item.status {
            ItemStatus::Known => FieldValue::Known { value },
            ItemStatus::Assumed => FieldValue::Assumed { value },
            ItemStatus::Unknown { promised } => FieldValue::Unknown { promised: promised.map(|at| self.moment(at)) },
            ItemStatus::NotApplicable => FieldValue::NotApplicable,
        }
    }

    fn answered(&self, row: &FieldRow, item: &Item) -> Shown {
        let said = item.text.open().map(str::trim).unwrap_or_default();
        if let Some(number) = item.number {
            return Shown::Number(number);
        }
        if row.options.iter().any(|o| o == said) {
            return Shown::Words(vec![option_key(&row.id, said)]);
        }
        let at = || if row.moment { crate::moment_in(said, &self.case.country).ok() } else { None };
        let day = || said.parse::<Date>().ok().filter(|_| row.moment);
        match (at(), day()) {
            (Some(at), _) => Shown::Moment(self.moment(at)),
            (None, Some(day)) => Shown::Day(day),
            (None, None) if row.files => Shown::Texts(self.annexes(item)),
            (None, None) => Shown::Text(item.text.clone()),
        }
    }

    /// Each file by its name and what it shows, then what is annexed beside them.
    fn annexes(&self, item: &Item) -> Vec<Text> {
        let kept = item.files.iter().filter_map(|digest| self.case.attachments.iter().find(|a| a.digest == *digest));
        let named = kept.map(|a| match a.what.open().map(str::trim) {
            Some(what) if !what.is_empty() => Text::from(format!("{}: {what}", a.name)),
            _ => Text::from(a.name.as_str()),
        });
        named.chain((!item.text.is_blank()).then(|| item.text.clone())).collect()
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
            "filing-type" => {
                Some(word("type", if earlier(self.case, self.filing).is_empty() { "new" } else { "follow-up" }))
            }
            "filing-sub-type" => {
                let option = match self.kind() {
                    Some(FilingKind::Withdrawal) => "withdrawal",
                    _ if self.whole() => "complete",
                    _ => "incomplete",
                };
                Some(word("sub-type", option))
            }
            "withdrawal-reason" => self.reasons().1.map(Shown::Text),
            "earlier-notification" => {
                let standing = earlier(self.case, self.filing);
                let receipt = standing.iter().rev().map(|f| f.receipt.clone()).find(|r| !r.is_empty());
                // Without a number of its own, it is told by its day.
                let sent = || Some(Shown::Moment(self.moment(standing.last()?.sent)));
                receipt.map(|r| Shown::Names(vec![r])).or_else(sent)
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
            "aware-first" => self.moved.map(|at| Shown::Moment(self.moment(at))),
            "late-reasons" => {
                let told = self.reasons().0.or_else(|| self.case.delays.get("notify-authority").cloned());
                told.map(Shown::Text)
            }
            _ => None,
        }
    }

    fn about_risk(&self, name: &str) -> Option<Shown> {
        match name {
            "people-number" => {
                let people = self.case.facts.people.as_ref()?;
                match (people.count, people.min, people.max) {
                    (Some(count), ..) => Some(Shown::Number(count.round())),
                    (None, None, None) => None,
                    (None, min, max) => Some(Shown::Range(min.map(f64::floor), max.map(f64::ceil))),
                }
            }
            "people-exactness" => {
                let people = self.case.facts.people.as_ref()?;
                let inexact = people.count.is_none_or(|n| n.fract() != 0.0);
                let estimated = if inexact { true } else { people.approximate? };
                let word = if estimated { "approximate" } else { "exact" };
                Some(Shown::Words(vec![option_key("people-number-exactness", word)]))
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

    /// What the persons concluded. The rules' proposal is no answer to the authority.
    fn concluded_risk(&self) -> &'static str {
        let told = |about| self.case.standing(about).map(|c| c.duty);
        match (told(About::Authority), told(About::People)) {
            (_, Some(true)) => "high",
            (Some(true), Some(false)) => "risk",
            (Some(false), _) => "unlikely",
            _ => "undetermined",
        }
    }

    fn measures(&self, preventive: bool) -> Option<Shown> {
        let texts: Vec<Text> =
            self.case.measures.iter().filter(|m| m.preventive == preventive).map(|m| m.what.clone()).collect();
        let asked: Vec<Asked> = self.case.erasures.iter().filter(|_| !preventive).map(|r| self.asked(r)).collect();
        match (texts.is_empty(), asked.is_empty()) {
            (true, true) => None,
            (false, true) => Some(Shown::Texts(texts)),
            (_, false) => Some(Shown::Measures { taken: texts, asked }),
        }
    }

    fn asked(&self, request: &ErasureRequest) -> Asked {
        Asked {
            recipient: request.recipient.clone(),
            sent: self.moment(request.sent),
            answered: request.answered.map(|at| self.moment(at)),
            outcome: request.outcome,
            note: request.note.clone(),
        }
    }

    fn about_communication(&self, name: &str) -> Option<Shown> {
        let case = self.case;
        match name {
            "communicated" => {
                let answer = option_key("communicated", self.communicated());
                let lacking = case.untold_parts().into_iter().map(|part| format!("respond-lacking-{part}"));
                Some(Shown::Words([answer].into_iter().chain(lacking).collect()))
            }
            "communicated-at" => match case.communications.as_slice() {
                [one] => Some(Shown::Moment(self.moment(one.sent))),
                all => self.letters(all, |_| None),
            },
            "communicated-to" => {
                let groups: Vec<String> = case.communications.iter().filter_map(|c| c.subgroup.clone()).collect();
                if !groups.is_empty() {
                    return Some(Shown::Names(groups));
                }
                case.people_told().map(Shown::Number)
            }
            "communication-means" => {
                let means = case.communications.iter().map(|c| match c.means {
                    Means::Individual => "individual",
                    Means::Public => "public",
                    Means::Other => "other",
                });
                let means: BTreeSet<&str> = means.collect();
                let words = means.into_iter().map(|word| option_key("communication-means", word));
                (!case.communications.is_empty()).then(|| Shown::Words(words.collect()))
            }
            "communication-text" => match case.communications.as_slice() {
                [one] => Some(Shown::Text(one.text.clone())),
                all => self.letters(all, |c| Some(c.text.clone())),
            },
            "exemption" => case.exempted().map(|e| {
                let ground = match e.ground {
                    crate::case::Ground::A => "a",
                    crate::case::Ground::B => "b",
                    crate::case::Ground::C => "c",
                };
                Shown::Words(vec![option_key("exemption", ground)])
            }),
            "publication-at" => self.published().map(|p| Shown::Moment(self.moment(p.at))),
            "publication-place" => self.published().map(|p| Shown::Names(vec![p.place.clone()])),
            "exemption-reasons" => case.exempted().map(|e| Shown::Text(e.reasons.clone())),
            _ => None,
        }
    }

    /// The public communication that took the place of letters (Art. 34(3)(c)).
    fn published(&self) -> Option<&'a Publication> {
        self.case.exempted()?.published.as_ref()
    }

    /// Each sending; none where there was none.
    fn letters(&self, all: &[Communication], text: fn(&Communication) -> Option<Text>) -> Option<Shown> {
        let one = |c: &Communication| Sent {
            at: self.moment(c.sent),
            people: c.people,
            group: c.subgroup.clone(),
            text: text(c),
        };
        (!all.is_empty()).then(|| Shown::Letters(all.iter().map(one).collect()))
    }

    fn communicated(&self) -> &'static str {
        if !self.case.communications.is_empty() {
            return if self.case.is_told() { "yes" } else { "partly" };
        }
        if self.case.exempted().is_some() {
            return "exempt";
        }
        match self.case.answer(About::People) {
            crate::Answer::No => "not-high-risk",
            crate::Answer::Yes if self.case.is_promised() => "will-be",
            _ => "investigating",
        }
    }

    fn about_countries(&self, name: &str) -> Option<Shown> {
        let countries = self.case.facts.people.as_ref().map(|p| &p.countries).filter(|c| !c.is_empty());
        match name {
            "people-by-country" => {
                countries.map(|c| Shown::Countries(c.iter().map(|(code, n)| (code.clone(), n.round())).collect()))
            }
            "cross-border" => countries.map(|_| Shown::Truth(self.is_cross_border())),
            "lead-authority" if matches!(leading(self.case), Leading::Known | Leading::Presumed) => {
                let authority = crate::competence(self.case, self.case.established).lead?;
                Some(Shown::Names(vec![authority.name.clone()]))
            }
            _ => None,
        }
    }

    fn is_cross_border(&self) -> bool {
        let here = self.case.country.split('-').next().unwrap_or_default();
        let people = self.case.facts.people.as_ref();
        people.is_some_and(|p| p.countries.keys().any(|code| land(code) != here))
    }

    fn moment(&self, at: Timestamp) -> Moment {
        let places = &tables().places;
        let zone = places.authority(&self.case.country).map(|a| places.zone(a));
        Moment::from(&at.to_zoned(zone.unwrap_or(jiff::tz::TimeZone::UTC)))
    }
}

/// What the authority got before that these fields are for: that of the filing, else the one that is told next.
pub(super) fn earlier<'a>(case: &'a Case, filing: Option<&Act>) -> Vec<&'a Filing> {
    let next = || case.next_authority().map_or("", |a| a.country.as_str());
    case.filed_with(match filing {
        Some(Act::File { authority, .. }) => authority,
        _ => next(),
    })
}

/// Åland is a part of Finland.
fn land(code: &str) -> &str {
    if code == "AX" { "FI" } else { code.split('-').next().unwrap_or(code) }
}
