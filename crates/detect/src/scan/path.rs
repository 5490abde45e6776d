//! The key that a value stands under: names from the outermost inwards.

use super::Scanner;

impl Scanner {
    /// Goes one name deeper, as far as a key goes; the caller cuts the key back to the returned length.
    pub(crate) fn push_key(&mut self, name: &str) -> usize {
        let length = self.key.len();
        if self.structure && !name.is_empty() && length < LONGEST_KEY {
            if length > 0 {
                self.key.push('.');
            }
            self.key.push_str(cut(name, LONGEST_KEY - length));
        }
        length
    }
}

/// Each value below a name has a copy of its key: of longer ones a megabyte of traffic would need many gigabytes.
const LONGEST_KEY: usize = 1 << 10;
/// What a longer name says stands at its beginning.
const LONGEST_NAME: usize = 256;

/// So much of a name as names anything.
pub(crate) fn short_name(name: &str) -> &str {
    cut(name, LONGEST_NAME)
}

/// Names from the outermost inwards, and one more; without it where they are as long as a key may be.
pub(crate) fn path_to(outside: &str, name: &str) -> String {
    let name = short_name(name);
    match outside.len() + name.len() {
        _ if outside.is_empty() => name.to_owned(),
        ..LONGEST_KEY => format!("{outside}.{name}"),
        _ => outside.to_owned(),
    }
}

fn cut(name: &str, most: usize) -> &str {
    &name[..name.floor_char_boundary(most)]
}

#[cfg(test)]
mod tests {
    use crate::tests::needles;
    use facts::Exchange;

    #[test]
    fn a_name_however_long_is_copied_in_part_only() {
        let name = "nå".repeat(30_000);
        let body = format!(r#"{{"x":{{"{name}":{{"{name}":{{"e":"anna.berg@example.com"}}}}}}}}"#);
        let url = format!("https://t.example/?{name}=anna.berg@example.com");
        let mut keys = Vec::new();
        let exchange = Exchange { url, body: Some(body.into()), ..Exchange::default() };
        needles().scanner().exchange("t", &exchange, &mut |s| keys.push(s.key), &mut |_| ());
        keys.sort();
        let cut = "nå".repeat(85);
        assert_eq!((keys.len(), keys[0].len()), (2, 1024));
        assert_eq!(keys[1], format!("x.{cut}n.{cut}n.e"));
    }
}
