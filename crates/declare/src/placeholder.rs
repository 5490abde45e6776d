use facts::IdentifierKind;
use std::ops::Range;

/// One `{{…}}` of a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Placeholder {
    /// Byte range of the whole mark in the value.
    pub at: Range<usize>,
    pub kind: Result<(String, IdentifierKind), Wrong>,
}

/// Why a mark cannot be filled in.
#[derive(Debug, Clone, PartialEq)]
pub enum Wrong {
    Unclosed,
    /// No dot, or nothing before it.
    NoRole(String),
    UnknownIdentifier(String),
}

/// Every canary mark of a value, `{{end-user.phone}}`, in order.
pub fn placeholders(value: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = value[from..].find("{{").map(|i| from + i) {
        let Some(close) = value[open..].find("}}").map(|i| open + i) else {
            found.push(Placeholder { at: open..value.len(), kind: Err(Wrong::Unclosed) });
            break;
        };
        found.push(Placeholder { at: open..close + 2, kind: mark(value[open + 2..close].trim()) });
        from = close + 2;
    }
    found
}

fn mark(text: &str) -> Result<(String, IdentifierKind), Wrong> {
    let Some((role, word)) = text.rsplit_once('.').filter(|(role, _)| !role.is_empty()) else {
        return Err(Wrong::NoRole(text.to_owned()));
    };
    match IdentifierKind::from_word(word) {
        Some(kind) => Ok((role.to_owned(), kind)),
        None => Err(Wrong::UnknownIdentifier(word.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_judged() {
        let kinds: Vec<_> = placeholders("a {{end-user.phone}} {{ user.email }} {{phone}} {{user.fone}} {{user.")
            .into_iter()
            .map(|p| p.kind)
            .collect();
        assert_eq!(
            kinds,
            [
                Ok(("end-user".to_owned(), IdentifierKind::Phone)),
                Ok(("user".to_owned(), IdentifierKind::Email)),
                Err(Wrong::NoRole("phone".to_owned())),
                Err(Wrong::UnknownIdentifier("fone".to_owned())),
                Err(Wrong::Unclosed),
            ]
        );
        assert!(placeholders("plain } text { only").is_empty());
    }
}
