//! Forms that were refused come back with what was written and a note on each field.

use crate::say::Say;
use crate::session::{Here, Posted};
use facts::{Place, Problem};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::AmbiguousOffset;

/// What stands in the fields of a form.
#[derive(Default)]
pub struct Filled {
    fields: Vec<(String, String)>,
}

impl Filled {
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.fields.push((name.to_owned(), value.into()));
        self
    }

    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    pub fn holds(&self, name: &str, value: impl AsRef<str>) -> bool {
        self.fields.iter().any(|(n, v)| n == name && v == value.as_ref())
    }
}

impl From<&Posted> for Filled {
    fn from(posted: &Posted) -> Self {
        Self { fields: written(posted) }
    }
}

fn written(posted: &Posted) -> Vec<(String, String)> {
    posted.all().map(|(n, v)| (n.to_owned(), v.to_owned())).collect()
}

/// What a form that was not taken leaves behind, on a page of several forms.
#[derive(Default)]
pub struct Left {
    /// The form's id on its page.
    pub form: String,
    pub fields: Vec<(String, String)>,
    /// Field and sentence.
    pub wrong: Vec<(String, String)>,
    /// Version the form was made from, where somebody else was faster.
    pub overtaken: Option<u64>,
    /// The same, where the form was wrong: whoever mends it has not seen what came after.
    pub seen: Option<u64>,
    /// Name of the form that was just taken: nothing was left behind but that.
    pub done: Option<String>,
    /// Which kept letter to go on with, from 1; the newest if none.
    pub draft: Option<usize>,
}

impl Left {
    /// From `done=<form>` and `draft=<number>` in an address.
    pub fn asked(query: Option<&str>) -> Self {
        let pair = |name: &str| query.unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix(name));
        let (done, draft) = (pair("done=").map(str::to_owned), pair("draft=").and_then(|n| n.parse().ok()));
        Self { done, draft, ..Self::default() }
    }

    pub fn of(posted: &Posted, form: String) -> Self {
        Self { form, fields: written(posted), ..Self::default() }
    }

    /// Something was wrong in it.
    pub fn refused(self, w: &Say, problems: &[Problem], seen: u64) -> Self {
        let wrong = problems.iter().map(|p| (p.place.source.clone(), w.problem(p))).collect();
        Self { wrong, seen: Some(seen), ..self }
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        self.fields.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.clone()).collect()
    }

    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// What is wrong with a field. The law names a part of an act (`published`), the form a field in it (`published.at`).
    pub fn wrong(&self, field: &str) -> String {
        let about = |named: &str| field == named || field.strip_prefix(named).is_some_and(|rest| rest.starts_with('.'));
        self.wrong.iter().find(|(named, _)| about(named)).map_or(String::new(), |(_, sentence)| sentence.clone())
    }
}

/// A problem as the form tells it: which field, its label, what is wrong.
pub struct Told {
    /// Where it is filled in; empty where that is nowhere.
    pub href: String,
    pub label: String,
    pub sentence: String,
}

/// `fields` are the form's fields by name and label; a problem of none of them stands without a link.
pub fn told(here: &Here, problems: &[Problem], fields: &[(&str, String)]) -> Vec<Told> {
    let one = |problem: &Problem| {
        let named = |name: &str| problem.place.source == name || problem.message.contains(&format!("`{name}`"));
        let field = fields.iter().find(|(name, _)| named(name));
        Told {
            href: field.map_or_else(String::new, |(name, _)| format!("#{name}")),
            label: field.map_or_else(String::new, |(_, label)| label.clone()),
            sentence: here.f.problem(problem),
        }
    };
    problems.iter().map(one).collect()
}

/// A field that has to be filled.
pub fn needed<'a>(posted: &'a Posted, name: &str, problems: &mut Vec<Problem>) -> &'a str {
    posted.one(name).unwrap_or_else(|| {
        problems.push(Problem::new(Place::source(name), "empty", format!("`{name}` is empty")));
        ""
    })
}

/// A `datetime-local` field, read in the organisation's zone.
pub fn moment(posted: &Posted, name: &str, problems: &mut Vec<Problem>) -> Option<Timestamp> {
    let typed = posted.one(name)?;
    if let Some(problem) = respond::impossible(name, typed) {
        problems.push(problem);
        return None;
    }
    match read(&posted.here.f, typed) {
        Ok(at) => Some(at),
        Err(code) => {
            problems.push(Problem::new(Place::source(name), code, format!("`{name}` is no point in time")));
            None
        }
    }
}

/// An hour that exists twice (autumn) is read as the earlier one, so that no deadline comes out late; one that does not
/// exist (spring) is refused.
fn read(w: &Say, typed: &str) -> Result<Timestamp, &'static str> {
    let local: DateTime = typed.parse().map_err(|_| "moment")?;
    let at = w.zone.to_ambiguous_timestamp(local);
    if matches!(at.offset(), AmbiguousOffset::Gap { .. }) {
        return Err("no-such-hour");
    }
    at.earlier().map_err(|_| "moment")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;

    #[test]
    fn the_doubled_hour_is_the_earlier_and_the_missing_hour_is_refused() {
        let w = Say { words: paper::Words::new(facts::Lang::Sv), zone: TimeZone::get("Europe/Stockholm").unwrap() };
        let at = |typed| read(&w, typed).map(|t| t.to_string());
        assert_eq!(at("2026-04-02T18:20").as_deref(), Ok("2026-04-02T16:20:00Z"));
        assert_eq!(at("2026-10-25T02:30").as_deref(), Ok("2026-10-25T00:30:00Z"));
        assert_eq!(at("2026-03-29T02:30"), Err("no-such-hour"));
        assert_eq!(at("yesterday"), Err("moment"));
    }
}
