//! Which notifications stand, and what the authority has not got yet.

use super::{About, Case, Duty, DutyState, Filing, FilingKind};
use crate::deadline::deadline_at;
use crate::form::{Field, FieldValue};
use crate::tables::tables;
use crate::zone::Authority;
use jiff::Timestamp;

/// Fields that a filing changes by itself.
const OWN: [&str; 5] = ["type", "sub-type", "withdrawal-reason", "earlier-notification", "authorities-notified"];

/// What was told says the same as this field, or the form had no such field then.
fn is_told(told: &[Field], field: &Field) -> bool {
    let unknown = |value: &FieldValue| matches!(value, FieldValue::Unknown { .. });
    let told = told.iter().find(|t| t.id == field.id);
    told.is_none_or(|t| t.says_as(field) || unknown(&t.value) && unknown(&field.value))
}

impl Filing {
    /// Ids of the required fields that were empty when it was sent.
    pub fn gaps(&self) -> Vec<&str> {
        let empty = self.fields.iter().filter(|f| f.required && matches!(f.value, FieldValue::Unknown { .. }));
        empty.map(|f| f.id.as_str()).collect()
    }

    /// It told the authority something else than this, and not by its own nature.
    pub(crate) fn is_otherwise(&self, field: &Field) -> bool {
        !OWN.contains(&field.id.as_str()) && !is_told(&self.fields, field)
    }

    /// It told the authority this item.
    fn carries(&self, item: &str) -> bool {
        let field = self.fields.iter().find(|f| f.id == item);
        field.is_some_and(|f| !matches!(f.value, FieldValue::Unknown { .. }))
    }
}

/// Whether two names mean the same authority: by code, name or short name, else by the letter.
pub fn is_same(one: &str, other: &str) -> bool {
    let known = tables().places.authorities.iter().find(|a| a.is(one));
    known.map_or_else(|| one.trim().eq_ignore_ascii_case(other.trim()), |a| a.is(other))
}

impl Case {
    /// The notifications that stand, oldest first: none that was withdrawn, nor its withdrawal.
    pub fn notified(&self) -> Vec<&Filing> {
        let each = self.filings.iter().enumerate();
        let stands = |(n, filing): &(usize, &Filing)| {
            let later = &self.filings[*n..];
            !later.iter().any(|f| f.kind == FilingKind::Withdrawal && is_same(&f.authority, &filing.authority))
        };
        each.filter(stands).map(|(_, filing)| filing).collect()
    }

    /// What stands with an authority; where none is named, with the one that stands for all.
    pub fn filed_with(&self, authority: &str) -> Vec<&Filing> {
        let mut notified = self.notified();
        if !notified.is_empty() {
            let whose = self.meant(authority);
            notified.retain(|f| whose.is_none_or(|a| a.is(&f.authority)));
        }
        notified
    }

    /// Those who have to be told as a duty names them: each by its country, or one without a name that stands for all.
    pub(super) fn addressees(&self) -> Vec<&'static str> {
        let each = self.notified_each();
        if each.is_empty() { vec![""] } else { each.into_iter().map(|a| a.country.as_str()).collect() }
    }

    /// When the last of the authorities that have to be told was first told; none while one is left.
    pub fn filed(&self) -> Option<Timestamp> {
        let first = |authority| self.filed_with(authority).first().map(|f| f.sent);
        self.addressees().into_iter().map(first).collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// The authority that is told next; none where each was told.
    pub fn next_authority(&self) -> Option<&'static Authority> {
        let left = self.addressees().into_iter().find(|authority| self.filed_with(authority).is_empty())?;
        self.meant(left)
    }

    /// Answers that are otherwise than an authority was told last, and than a person has upheld since.
    pub fn changed(&self, authority: &str, now: Timestamp) -> Vec<Field> {
        let Some(last) = self.filed_with(authority).last().copied() else { return Vec::new() };
        let upheld = self.upheld.iter().rev().find(|u| u.about == About::Authority && u.at >= last.recorded);
        let fields = crate::form::notification(self, now).fields().into_iter();
        fields.filter(|x| last.is_otherwise(x) && !upheld.is_some_and(|u| is_told(&u.fields, x))).collect()
    }

    /// An authority that was told everything is told what has changed since, without undue further delay.
    pub(super) fn following_up(&self, now: Timestamp) -> Vec<Duty> {
        if self.no_breach.is_some() || self.notified().is_empty() {
            return Vec::new();
        }
        let amended = self.supplementing(now);
        let waits = |about: &str| amended.iter().any(|d| d.about == about && d.state.is_open());
        let each = self.addressees().into_iter().filter(|about| !waits(about) && !self.changed(about, now).is_empty());
        let one = |about: &str| Duty {
            about: about.to_owned(),
            ..super::duties::duty("follow-up", DutyState::Open, "Art. 33(4)")
        };
        each.map(one).collect()
    }

    /// The authority a name means in this case; the lead one where it means none.
    fn meant(&self, authority: &str) -> Option<&'static Authority> {
        let who = crate::competence(self, self.established);
        let all = who.all().chain(&tables().places.authorities);
        all.into_iter().find(|a| a.is(authority)).or(who.lead)
    }

    /// The authority was told and then untold, and nobody has concluded since: is there a duty or not?
    pub(super) fn is_withdrawn(&self, authority: &str) -> bool {
        let whose = self.meant(authority);
        let mut all = self.filings.iter().rev().filter(|f| whose.is_none_or(|a| a.is(&f.authority)));
        let last = all.find(|f| f.kind == FilingKind::Withdrawal);
        let concluded = self.conclusion(About::Authority).map(|c| c.at);
        self.filed_with(authority).is_empty() && last.is_some_and(|f| concluded.is_none_or(|at| at < f.recorded))
    }

    /// An authority was told and then untold, and a person has to conclude again whether there is a duty.
    pub fn is_untold(&self) -> bool {
        self.no_breach.is_none() && self.addressees().into_iter().any(|authority| self.is_withdrawn(authority))
    }

    /// When one of those who have to be told was, first; what others got does not count.
    pub(crate) fn first_told(&self) -> Option<Timestamp> {
        let first = |authority| self.filed_with(authority).first().map(|f| f.sent);
        self.addressees().into_iter().filter_map(first).min()
    }

    /// A notification with gaps has to be completed, by a follow-up that leaves none; the authority says how long it
    /// waits.
    pub(super) fn supplementing(&self, now: Timestamp) -> Vec<Duty> {
        let each = self.notified_each();
        if each.is_empty() {
            return self.supplementing_one("", &self.country, now).into_iter().collect();
        }
        each.iter().filter_map(|a| self.supplementing_one(&a.country, &a.country, now)).collect()
    }

    fn supplementing_one(&self, about: &str, country: &str, now: Timestamp) -> Option<Duty> {
        let filed = self.filed_with(about);
        let (first, later) = filed.split_first()?;
        if first.kind != FilingKind::Incomplete {
            return None;
        }
        let done = later.iter().find(|f| f.gaps().is_empty()).map(|f| f.sent);
        let deadline = deadline_at(first.sent, country, "imy-supplement").ok();
        let due = deadline.as_ref().and_then(|d| d.operative);
        let source = deadline.as_ref().map_or("Art. 33(4)", |d| d.source.as_str());
        let mut duty = super::duties::duty("supplement", super::duties::clock(due, done, now), source).finished(done);
        duty.about = about.to_owned();
        duty.due = due;
        duty.deadline = deadline;
        Some(duty)
    }

    /// What was promised is given once a notification carries it; before the first one, nobody waits for it.
    pub(super) fn promised_items(&self, now: Timestamp) -> Vec<Duty> {
        let standing = self.notified();
        let one = |(item, promise): (&String, &super::Promise)| {
            let open = matches!(self.items.get(item), Some(i) if matches!(i.status, super::ItemStatus::Unknown { .. }));
            let since = standing.iter().filter(|f| f.recorded >= promise.made && f.carries(item));
            let done = since.map(|f| f.sent).next().filter(|_| !open);
            let waits = (open && self.no_breach.is_none()) || !standing.is_empty();
            waits.then(|| self.dated("complete-item", item, promise.due, done, now, "Art. 33(4)"))
        };
        self.promises.iter().filter_map(one).collect()
    }
}
