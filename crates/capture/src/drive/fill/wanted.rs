//! What is to be written into the fields of a page.

use super::SPELLINGS;
use crate::drive::fields::{self, Field};
use crate::drive::fillers::fillers;
use crate::drive::frames::Frame;
use crate::drive::parts;
use crate::drive::visit::{Question, Visit};
use crate::drive::whose;
use facts::{IdentifierKind, Mode};
use serde_json::json;
use std::collections::{HashMap, HashSet};

/// A field with the document it is in, and what goes into it.
pub(super) struct Wanted {
    pub(super) frame: Frame,
    pub(super) field: Field,
    pub(super) value: Filling,
    pub(super) spelling: usize,
    /// Its name may be another each time it is drawn, and what it says is enough to tell it.
    counted: bool,
}

pub(super) enum Filling {
    Canary(IdentifierKind, String),
    /// Given and family name of one person, for whom it is.
    WholeName(String),
    /// A made-up file, for whom it is.
    File(String),
    /// Says nothing about anybody: a code, a day, a number. The likeliest first.
    Filler(Vec<&'static str>),
    /// One of a list.
    Choice,
    /// What a click into the field opens offers it: a calendar, a list.
    Offered,
    /// Only people can tell.
    Riddle,
}

/// Address of the document, the field and what it asks for, whether it is hidden.
pub type Key = (String, String, bool);

impl Wanted {
    /// What was set while nobody saw it is typed once it is seen. What a field wants counts too: the steps of a wizard may
    /// all be drawn in the same place.
    pub(super) fn key(&self) -> Key {
        let place = if self.counted { &self.field.form } else { &self.field.selector };
        (self.frame.url.clone(), format!("{place} {}", self.said()), self.field.hidden)
    }

    /// What it asks for, and by which words.
    fn said(&self) -> String {
        let words = fields::words_of(&self.field.label);
        // What a list shows of its answer may stand in its label.
        let words: Vec<&str> = words.split(' ').take(if self.is_offered() { 1 } else { 4 }).collect();
        let under = self.field.headings.first().filter(|_| self.counted).map_or("", String::as_str);
        format!("{} {} {under}", self.asks_for(), words.join(" ")).trim_end().to_owned()
    }

    fn asks_for(&self) -> String {
        match &self.value {
            Filling::Canary(kind, role) => format!("{role} {}", kind.word()),
            Filling::WholeName(role) => format!("{role} name"),
            Filling::File(role) => format!("{role} file"),
            _ => String::new(),
        }
    }

    /// What its form asks for, which it may do twice.
    pub(super) fn question(&self) -> Question {
        (self.frame.url.clone(), self.field.form.clone(), self.asks_for())
    }

    /// Whether it wants the same as the field before it that asks for this. Of two passwords beside each other the second
    /// need not say so.
    pub(super) fn repeats(&self, is_beside: bool) -> bool {
        let is_hidden = matches!(self.value, Filling::Canary(IdentifierKind::Password, _));
        let is_again =
            || matches!(self.value, Filling::Canary(..) | Filling::WholeName(_)) && fields::is_again(&self.field);
        let is_part = || self.is_canary() && parts::part_of(&self.field).is_some();
        is_hidden && is_beside || is_again() || is_part()
    }

    pub(super) fn is_canary(&self) -> bool {
        matches!(self.value, Filling::Canary(..) | Filling::WholeName(_) | Filling::File(_))
    }

    /// Nothing says what belongs into it.
    pub(super) fn is_guess(&self) -> bool {
        matches!(self.value, Filling::Canary(..)) && fields::recognise(&self.field).is_none()
    }

    /// Whether it may want to be told that a word is one: of what it suggests, or by Enter.
    pub(super) fn takes_words(&self) -> bool {
        use IdentifierKind::{Address, City, Country, ExternalId, FamilyName, GivenName, Name, PostalCode};
        let word = match self.value {
            Filling::Canary(Address | City | Country | ExternalId | FamilyName | GivenName | Name | PostalCode, _) => {
                true
            }
            Filling::Canary(IdentifierKind::Email, _) => self.field.kind != "email",
            _ => matches!(self.value, Filling::WholeName(_)),
        };
        word && self.field.tag == "input" && !self.field.hidden && !self.field.readonly && self.field.kind != "search"
    }

    /// Whether its answer may be one of a list: a place, a day, or nobody knows what.
    pub(super) fn may_be_listed(&self) -> bool {
        self.is_guess()
            || matches!(
                self.value,
                Filling::Filler(_) | Filling::Canary(IdentifierKind::City | IdentifierKind::Country, _)
            )
    }

    /// Times it is filled for its own sake.
    pub(super) fn spellings(&self) -> usize {
        match self.value {
            Filling::Canary(IdentifierKind::Email | IdentifierKind::Phone, _) if !self.field.hidden => SPELLINGS,
            _ => 1,
        }
    }

    /// Whether it is still to be filled for its own sake, and not only beside others.
    pub(super) fn is_due(&self) -> bool {
        self.spelling < self.spellings()
    }

    /// What stands beside others is filled with them each time.
    pub(super) fn goes_along(&self) -> bool {
        matches!(self.value, Filling::Filler(_) | Filling::Choice)
    }

    pub(super) fn is_offered(&self) -> bool {
        matches!(self.value, Filling::Offered)
    }

    pub(super) fn place(&self) -> (&str, &str) {
        (&self.frame.url, &self.field.form)
    }
}

/// Every field of the page that something goes into.
pub(super) async fn scan(visit: &Visit<'_, '_>) -> Vec<Wanted> {
    let mut found = Vec::new();
    for frame in visit.page.frames().await {
        visit.page.adopt_closed(&frame).await;
        let mut fields: Vec<Field> = visit.page.ask(&frame, "fields", json!([])).await.unwrap_or_default();
        whose::tell_beside(&mut fields);
        fields::tell_boxes(&mut fields);
        let shown: HashSet<String> = fields.iter().filter(|f| !f.hidden).map(|f| f.form.clone()).collect();
        for field in fields {
            // A field nobody sees is filled beside others of its form, and never sent: bots are told by it.
            let beside = !field.form.is_empty() && shown.contains(&field.form);
            if field.hidden && (visit.plan.mode == Mode::Submit || !beside) {
                continue;
            }
            if let Some(value) = filling(&field) {
                found.push(Wanted { frame: frame.clone(), field, value, spelling: 0, counted: false });
            }
        }
    }
    tell_counted(&mut found);
    // A list of no form may lead away.
    found.sort_by_key(|w| matches!(w.value, Filling::Choice) && w.field.form.is_empty());
    found
}

/// A field whose name holds a number may be counted on each time it is drawn: where its words are enough to tell it from all others
/// of its form, they do.
fn tell_counted(found: &mut [Wanted]) {
    for one in found.iter_mut() {
        let named = one.field.selector.contains("[name=") || one.field.selector.contains('#');
        let own = one.field.selector.rsplit(" > ").next().unwrap_or_default();
        let counts = !own.contains(":nth-") && own.chars().any(|c| c.is_ascii_digit());
        one.counted = named && counts && !one.field.label.is_empty();
    }
    let mut seen: HashMap<Key, usize> = HashMap::new();
    found.iter().for_each(|one| *seen.entry(one.key()).or_default() += 1);
    let alone: Vec<bool> = found.iter().map(|one| seen[&one.key()] == 1).collect();
    for (one, alone) in found.iter_mut().zip(alone) {
        one.counted &= alone;
    }
}

fn filling(field: &Field) -> Option<Filling> {
    if field.readonly {
        let answers = !field.hidden && !field.held && (field.required || !fields::changes_page(field));
        return answers.then_some(Filling::Offered);
    }
    if field.kind == "file" {
        return Some(Filling::File(whose::role_of(field)));
    }
    if let Some(part) = parts::part_of(field).filter(|_| !field.hidden) {
        return match fields::birth_part(field) {
            Some(role) => Some(Filling::Canary(IdentifierKind::BirthDate, role)),
            None if field.held => None,
            None => Some(Filling::Filler(vec![part.filler(field)])),
        };
    }
    if let Some((kind, role)) = fields::recognise(field).filter(|_| field.most != Some(1)) {
        return Some(match field.tag.as_str() {
            "select" => Filling::Choice,
            _ if fields::is_whole_name(field) => Filling::WholeName(role),
            _ => Filling::Canary(kind, role),
        });
    }
    if field.hidden {
        return None;
    }
    // One box for each sign of a code.
    if field.most == Some(1) && field.tag == "input" {
        return Some(Filling::Filler(vec!["7", "x"]));
    }
    if field.tag == "select" {
        // the page's own language or order always stands on something
        let answers = field.required || !field.held || !fields::changes_page(field);
        return answers.then_some(Filling::Choice);
    }
    if fields::is_riddle(field) {
        return Some(Filling::Riddle);
    }
    let values = fillers(field);
    match field.kind.as_str() {
        // What stands there is an answer; a slider always stands somewhere.
        _ if !values.is_empty() => {
            let fresh = !field.held || matches!(&*field.kind, "range" | "color");
            fresh.then_some(Filling::Filler(values))
        }
        _ if fields::is_free(field) => {
            let (kind, role) = fields::free_text(field);
            Some(Filling::Canary(kind, role))
        }
        _ => field.required.then(|| Filling::Filler(vec!["Sluss"])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_visitor_can_fill_is_filled() {
        let field = |tag: &str, kind: &str| Field { tag: tag.into(), kind: kind.into(), ..Field::default() };
        assert!(matches!(filling(&field("input", "email")), Some(Filling::Canary(IdentifierKind::Email, _))));
        assert!(matches!(filling(&field("input", "search")), Some(Filling::Canary(IdentifierKind::ExternalId, _))));
        assert!(matches!(filling(&field("input", "number")), Some(Filling::Filler(_))));
        assert!(matches!(filling(&field("select", "")), Some(Filling::Choice)));
        assert!(matches!(filling(&Field { readonly: true, ..field("input", "") }), Some(Filling::Offered)));
        assert!(filling(&Field { held: true, ..field("input", "number") }).is_none());
        let language = |held: bool| filling(&Field { name: "lang".into(), held, ..field("select", "") });
        assert!(language(true).is_none() && matches!(language(false), Some(Filling::Choice)));
        assert!(matches!(filling(&Field { most: Some(1), ..field("input", "tel") }), Some(Filling::Filler(_))));
        let riddle = filling(&Field { name: "captcha".into(), ..field("input", "text") });
        assert!(matches!(riddle, Some(Filling::Riddle)));
        let password = filling(&field("input", "password"));
        assert!(matches!(password, Some(Filling::Canary(IdentifierKind::Password, _))));
    }
}
