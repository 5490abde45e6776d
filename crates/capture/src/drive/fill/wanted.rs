//! What is to be written into the fields of a page.

use super::SPELLINGS;
use crate::drive::fields::{self, Field};
use crate::drive::frames::Frame;
use crate::drive::visit::Visit;
use facts::{IdentifierKind, Mode};
use serde_json::json;
use std::collections::HashSet;

/// A field with the document it is in, and what goes into it.
pub(super) struct Wanted {
    pub(super) frame: Frame,
    pub(super) field: Field,
    pub(super) value: Filling,
    pub(super) spelling: usize,
}

pub(super) enum Filling {
    Canary(IdentifierKind, String),
    /// Given and family name of one person, for whom it is.
    WholeName(String),
    /// A made-up file, for whom it is.
    File(String),
    /// So that a form counts as complete; says nothing about anybody.
    Filler(&'static str),
    Choice,
}

/// Address of the document, the field and what it asks for, whether it is hidden.
pub type Key = (String, String, bool);

impl Wanted {
    /// What was set while nobody saw it is typed once it is seen. What a field wants counts too: the steps of a wizard may
    /// all be drawn in the same place.
    pub(super) fn key(&self) -> Key {
        let kind = match &self.value {
            Filling::Canary(kind, role) => format!("{role} {}", kind.word()),
            Filling::WholeName(role) => format!("{role} name"),
            Filling::File(role) => format!("{role} file"),
            _ => String::new(),
        };
        let words = fields::words_of(&self.field.label);
        let words: Vec<&str> = words.split(' ').take(4).collect();
        let asks = format!("{} {kind} {}", self.field.selector, words.join(" "));
        (self.frame.url.clone(), asks, self.field.hidden)
    }

    pub(super) fn is_canary(&self) -> bool {
        matches!(self.value, Filling::Canary(..) | Filling::WholeName(_) | Filling::File(_))
    }

    /// Nothing says what belongs into it.
    pub(super) fn is_guess(&self) -> bool {
        matches!(self.value, Filling::Canary(..)) && fields::recognise(&self.field).is_none()
    }

    /// Times it is filled. What stands beside canaries is filled with them each time.
    pub(super) fn spellings(&self) -> usize {
        match self.value {
            Filling::Canary(IdentifierKind::Email | IdentifierKind::Phone, _) if !self.field.hidden => SPELLINGS,
            Filling::Canary(..) | Filling::WholeName(_) | Filling::File(_) => 1,
            Filling::Filler(_) | Filling::Choice => usize::MAX,
        }
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
        fields::tell_beside(&mut fields);
        let shown: HashSet<String> = fields.iter().filter(|f| !f.hidden).map(|f| f.form.clone()).collect();
        for field in fields {
            // A field nobody sees is filled beside others of its form, and never sent: bots are told by it.
            let beside = !field.form.is_empty() && shown.contains(&field.form);
            if field.hidden && (visit.plan.mode == Mode::Submit || !beside) {
                continue;
            }
            if let Some(value) = filling(&field) {
                found.push(Wanted { frame: frame.clone(), field, value, spelling: 0 });
            }
        }
    }
    found
}

fn filling(field: &Field) -> Option<Filling> {
    if field.kind == "file" {
        return Some(Filling::File(fields::role_of(field)));
    }
    if let Some((kind, role)) = fields::recognise(field) {
        return Some(match field.tag.as_str() {
            "select" => Filling::Choice,
            _ if fields::is_whole_name(field) => Filling::WholeName(role),
            _ => Filling::Canary(kind, role),
        });
    }
    if field.hidden {
        return None;
    }
    if field.tag == "select" {
        return field.required.then_some(Filling::Choice);
    }
    let filler = match field.kind.as_str() {
        _ if fields::is_free(field) => {
            let (kind, role) = fields::free_text(field);
            return Some(Filling::Canary(kind, role));
        }
        _ if !field.required => return None,
        "number" => "1",
        "url" => "https://example.org/",
        "date" => "2030-01-01",
        _ => "Sluss",
    };
    Some(Filling::Filler(filler))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_form_needs_is_filled_beside_canaries() {
        let field = |kind: &str, required| Field { kind: kind.into(), required, ..Field::default() };
        assert!(matches!(filling(&field("email", false)), Some(Filling::Canary(IdentifierKind::Email, _))));
        assert!(filling(&field("number", false)).is_none());
        assert!(matches!(filling(&field("number", true)), Some(Filling::Filler("1"))));
        let password = filling(&field("password", false));
        assert!(matches!(password, Some(Filling::Canary(IdentifierKind::Password, _))));
    }
}
