//! JSON that a strict reader refuses though what is meant is plain: halves of surrogate pairs.

use memchr::memmem;

/// The same with the replacement character in place of what cannot be; none where that is not what is wrong.
pub(crate) fn mended(json: &[u8]) -> Option<Vec<u8>> {
    // bytes that are no UTF-8 are better looked through as they stand
    whole_pairs(std::str::from_utf8(json).ok()?.as_bytes())
}

/// `\ufffd` for every `\ud8xx` that no `\udcxx` follows, and the reverse; none where all have their half.
fn whole_pairs(text: &[u8]) -> Option<Vec<u8>> {
    let mut out: Option<Vec<u8>> = None;
    let mut from = 0;
    while let Some(at) = memmem::find(&text[from..], b"\\u").map(|at| from + at) {
        let backslashes = text[..at].iter().rev().take_while(|b| **b == b'\\').count();
        let unit = |at: usize| {
            let digits = text.get(at..)?.strip_prefix(b"\\u")?.get(..4)?;
            u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
        };
        let escaped = backslashes % 2 == 1;
        from = match unit(at).filter(|_| !escaped) {
            Some(0xd800..=0xdbff) if unit(at + 6).is_some_and(|low| matches!(low, 0xdc00..=0xdfff)) => at + 12,
            Some(0xd800..=0xdfff) => {
                out.get_or_insert_with(|| text.to_vec())[at..at + 6].copy_from_slice(b"\\ufffd");
                at + 6
            }
            _ => at + 2,
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn halves_become_replacement_characters_and_pairs_stay() {
        let text = |json: &[u8]| mended(json).map(|m| String::from_utf8(m).unwrap());
        for whole in [r#""\ud83d\ude00""#, r#""\\ud83d""#, r#""\u00e5""#, "\"å\"", r#""\u12"#] {
            assert_eq!(text(whole.as_bytes()), None, "{whole}");
        }
        assert_eq!(text(br#""\ud800y\udc00""#).as_deref(), Some(r#""\ufffdy\ufffd""#));
        assert_eq!(text(br#""\ud83d\ud83d\ude00""#).as_deref(), Some(r#""\ufffd\ud83d\ude00""#));
        assert_eq!(text(b"\"\xe5\\ud800\""), None);
    }
}
