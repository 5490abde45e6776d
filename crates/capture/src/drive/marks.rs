//! Canary marks in what a recorded step types.

use super::consent::Located;
use super::fields::{self, Field};
use super::frames::Frame;
use super::visit::{Given, Visit};
use facts::IdentifierKind;
use serde_json::json;

/// Replaces `{{role.identifier}}`; each consent state gets another spelling.
pub async fn with_canaries(
    visit: &mut Visit<'_, '_>,
    value: &str,
    frame: &Frame,
    found: &Located,
    step: &str,
) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, mark, after)) = next_mark(rest) {
        out.push_str(before);
        match mark {
            Ok((role, kind)) => out.push_str(&canary(visit, role, kind, frame, found, step).await),
            Err(text) => out.push_str(text),
        }
        rest = after;
    }
    out + rest
}

/// The same in an address that is opened: no field has it, and each is its own.
pub async fn in_address(visit: &mut Visit<'_, '_>, address: &str, step: &str) -> String {
    let Ok(frame) = visit.page.main_frame().await else { return address.to_owned() };
    let spelling = visit.plan.consents.iter().position(|c| *c == visit.consent).unwrap_or(0);
    let (mut out, mut rest) = (String::new(), address);
    while let Some((before, mark, after)) = next_mark(rest) {
        out.push_str(before);
        match mark {
            Ok((role, kind)) => {
                let made = visit.canary(role, kind, &frame, "address", step, spelling);
                if let Some(canary) = visit.canaries.last_mut() {
                    crate::witness::without_query(address).clone_into(&mut canary.page);
                }
                let encoded: String = url::form_urlencoded::byte_serialize(made.value.as_bytes()).collect();
                out.push_str(&encoded.replace('+', "%20"));
            }
            Err(text) => out.push_str(text),
        }
        rest = after;
    }
    out + rest
}

/// One of the field's own; where the form asks with it once more for what it was given, that.
async fn canary(
    visit: &mut Visit<'_, '_>,
    role: &str,
    kind: IdentifierKind,
    frame: &Frame,
    found: &Located,
    step: &str,
) -> String {
    let field: Field = visit.page.ask(frame, "field", json!([found.n])).await.unwrap_or_default();
    // A password that is chosen is asked for twice, whatever the second field is called.
    let repeats = kind == IdentifierKind::Password || fields::is_again(&field);
    let question = (frame.url.clone(), field.form, format!("{role} {}", kind.word()));
    if let Some(given) = visit.given.get(&question).filter(|_| repeats).cloned() {
        visit.give_again(&given, &found.selector);
        return given.value;
    }
    let spelling = visit.plan.consents.iter().position(|c| *c == visit.consent).unwrap_or(0);
    let made = visit.canaries.len();
    let value = visit.canary(role, kind, frame, &found.selector, step, spelling).value;
    visit.given.insert(question, Given { value: value.clone(), canaries: made..made + 1 });
    value
}

type Mark<'a> = Result<(&'a str, IdentifierKind), &'a str>;

/// Text before the next mark, the mark (or what only looks like one), text after it.
fn next_mark(text: &str) -> Option<(&str, Mark<'_>, &str)> {
    let open = text.find("{{")?;
    let close = open + text[open..].find("}}")?;
    let inside = text[open + 2..close].trim();
    let known = inside.rsplit_once('.').and_then(|(role, word)| Some((role, IdentifierKind::from_word(word)?)));
    Some((&text[..open], known.ok_or(&text[open..close + 2]), &text[close + 2..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_in_a_value() {
        let (before, mark, after) = next_mark("+{{ end-user.phone }}!").unwrap();
        assert_eq!((before, mark, after), ("+", Ok(("end-user", IdentifierKind::Phone)), "!"));
        assert_eq!(next_mark("{{user.shoe}}").unwrap().1, Err("{{user.shoe}}"));
        assert!(next_mark("{{open").is_none());
    }
}
