//! What is held back: recorded, and not let out.

use super::Witness;
use crate::devtools::protocol::Paused;

/// What of a tab's requests is held back, from less to more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    Nothing,
    /// Nothing, but what carries typed values is counted.
    Watched,
    /// What may change something at the service itself.
    Changes,
    /// That, and whatever carries a typed value, by whatever method and to whomever: a form may be sent by script, to a host that
    /// nobody can tell from a tracker's.
    Sending,
    /// That, and whatever goes to the service itself.
    Everything,
}

/// Shorter values stand anywhere by chance.
pub(super) const SHORTEST: usize = 4;

impl Witness {
    /// How many of the run's typed values a request carries.
    pub(super) fn typed_in(&self, lane: usize, event: &Paused) -> usize {
        let body = event.request.body().unwrap_or_default();
        self.typed_within(lane, &[event.request.url.as_bytes(), &body])
    }
}

/// A text as it stands, and with the escapes of addresses, forms and JSON taken away; lower case.
pub(super) fn readings(bytes: &[u8]) -> [String; 2] {
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let number = |digits: Option<&[u8]>| u32::from_str_radix(std::str::from_utf8(digits?).ok()?, 16).ok();
        let escape = match first {
            b'%' => number(after.get(..2)).map(|n| (2, None, n)),
            b'\\' if after.first() == Some(&b'u') => {
                number(after.get(1..5)).and_then(|n| Some((5, Some(char::from_u32(n)?), n)))
            }
            _ => None,
        };
        match escape {
            Some((length, letter, byte)) => {
                match letter {
                    Some(letter) => plain.extend(letter.to_string().bytes()),
                    None => plain.push(byte as u8),
                }
                rest = &after[length..];
            }
            None => {
                plain.push(if *first == b'+' { b' ' } else { *first });
                rest = after;
            }
        }
    }
    [text, String::from_utf8_lossy(&plain).to_lowercase()]
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn what_was_typed_is_read_through_the_escapes_of_addresses_forms_and_json() {
        let has = |text: &str, value: &str| readings(text.as_bytes()).iter().any(|r| r.contains(value));
        assert!(has("e=Kim.%C3%96berg%40example.org&x", "kim.öberg@example.org"));
        assert!(has(r#"{"n":"kim \u00d6berg"}"#, "kim öberg"));
        assert!(has("n=kim+%c3%b6berg", "kim öberg") && has("t=+46 70", "+46 70") && has("t=%2B46+70", "+46 70"));
        assert!(!has("%", "x") && !has("%zz\\u12", "x"));
    }
}
