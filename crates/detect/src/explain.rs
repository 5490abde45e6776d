use crate::digest::{hash, step};
use crate::encode;
use crate::normalise;
use crate::tables::Tables;
use facts::IdentifierKind;

/// The way from what was typed to the token, one pair a step: (step name, value after it).
/// The first is `("typed", typed)`. Steps that leave the value as it was are named all the same.
///
/// ```
/// use detect::explain;
/// use facts::IdentifierKind;
/// let form = ["meta-phone", "sha256", "hex"].map(String::from);
/// let steps = explain(IdentifierKind::Phone, "070-174 06 05", &form);
/// assert_eq!(steps[1], ("meta-phone".to_string(), "701740605".to_string()));
/// assert_eq!(steps[3].1.len(), 64);
/// ```
pub fn explain(_kind: IdentifierKind, typed: &str, form: &[String]) -> Vec<(String, String)> {
    let mut steps = vec![("typed".to_owned(), typed.to_owned())];
    let mut data = typed.as_bytes().to_vec();
    // A hash is shown in hex until the encoding that follows says otherwise.
    let mut is_digest = false;
    // a number without `+` is read as Swedish, as everywhere by default, unless the form names another country
    let mut country = "SE";
    for name in form {
        let text = String::from_utf8_lossy(&data).into_owned();
        let next = match name.as_str() {
            name if Tables::get().is_phone_country(name) => {
                country = name;
                None
            }
            "plain" | "letter-case" | "respaced" | "truncated" | "salt-before" | "salt-after" | "hmac" => None,
            "rot13" => Some(encode::rot13(&text).into_bytes()),
            "reversed" => Some(encode::reversed(&text).into_bytes()),
            name if !is_digest => normalise::by_name(name, &text, country)
                .map(String::into_bytes)
                .or_else(|| step(name).map(|s| s(&data))),
            name => step(name).map(|s| s(&data)),
        };
        let encoded = step(name).is_some() && hash(name).is_none() && name != "raw";
        if let Some(next) = next {
            data = next;
            is_digest = hash(name).is_some() || (is_digest && !encoded);
        }
        let shown = if is_digest { encode::hex(&data) } else { String::from_utf8_lossy(&data).into_owned() };
        steps.push((name.clone(), shown));
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(kind: IdentifierKind, typed: &str, form: &[&str]) -> Vec<(String, String)> {
        explain(kind, typed, &form.iter().map(|f| (*f).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn each_step_shows_the_value_after_it() {
        let s = steps(IdentifierKind::Email, "Abc", &["lowercase", "sha256", "hex"]);
        assert_eq!(s.len(), 4);
        assert_eq!(s[1].1, "abc");
        assert_eq!(s[3].1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(s[2].1, s[3].1);
        let s = steps(IdentifierKind::Email, "abc", &["md5", "base64"]);
        assert_eq!(s[2].1, "kAFQmDzST7DWlj99KOF/cg==");
        let s = steps(IdentifierKind::Email, "abc", &["plain"]);
        assert_eq!(s[1], ("plain".into(), "abc".into()));
    }

    #[test]
    fn two_step_hashes_hash_the_text_of_the_first() {
        let s = steps(IdentifierKind::Email, "abc", &["md5", "hex", "sha256", "hex"]);
        let first = crate::digest::hash("md5").unwrap()(b"abc");
        let second = crate::digest::hash("sha256").unwrap()(encode::hex(&first).as_bytes());
        assert_eq!(s[4].1, encode::hex(&second));
    }
}
