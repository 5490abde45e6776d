//! Where large inputs are cut.

use memchr::{memchr, memrchr};
use std::ops::Range;

/// Large inputs are read in windows of about this size: what a window needs stays in the cache.
const WINDOW: usize = 64 << 10;
/// A longer line is cut between two tokens, a window at a time.
const LONG_LINE: usize = 1 << 20;
/// What has no sign between tokens may be this long before it is cut.
const LONGEST_LINE: usize = 64 << 20;
/// So far behind a cut is looked for what begins before it: numbers of a list, the words of a name.
const BEYOND_CUT: usize = 2 << 10;

/// Where a window ends, and up to where it is read: what begins behind the end is the next one's. It ends with a line, so
/// that no token is cut. `line`: where the one ends that was last looked at.
pub(super) fn end(bytes: &[u8], start: usize, line: &mut usize) -> (usize, usize) {
    let rest = &bytes[start..];
    if rest.len() <= WINDOW * 3 / 2 {
        return (bytes.len(), bytes.len());
    }
    if let Some(back) = memrchr(b'\n', &rest[WINDOW / 2..WINDOW]) {
        let end = start + WINDOW / 2 + back + 1;
        return (end, end);
    }
    if *line <= start + WINDOW {
        *line = memchr(b'\n', &rest[WINDOW..]).map_or(bytes.len(), |at| start + WINDOW + at + 1);
    }
    let parts = |b: &u8| matches!(b, b' ' | b'\t' | b'"' | b'<' | b'>' | b',' | b';');
    let cut = |within: Range<usize>| Some(within.start + rest[within].iter().rposition(parts)? + 1);
    if *line - start > LONG_LINE
        && let Some(end) = cut(WINDOW / 2..WINDOW)
    {
        return (start + end, start + cut(end..end + BEYOND_CUT).unwrap_or(end));
    }
    let end = (*line).min(start + LONGEST_LINE);
    (end, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode;
    use crate::properties::Random;
    use crate::tests::{EMAIL, needles};

    /// Each is found once, where it stands, whatever is cut; what is longer than a window is not cut at all.
    #[test]
    fn a_line_of_megabytes_is_found_whole() {
        let digest = crate::digest::step("sha256").unwrap()(EMAIL.to_lowercase().as_bytes());
        let list = digest.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
        let large = encode::base64url(format!("{}{EMAIL}", "nothing at all, ".repeat(10_000)).as_bytes());
        let named = digest.iter().enumerate().map(|(i, b)| format!("\"{i}\":{b}")).collect::<Vec<_>>().join(",");
        let tokens = [EMAIL.to_owned(), encode::hex(&digest), format!("[{list}]"), format!("{{{named}}}"), large];
        let mut r = Random(15);
        let (mut text, mut planted) = (String::new(), Vec::new());
        while text.len() < 5 * LONG_LINE / 2 {
            for _ in 0..r.below(300) {
                text.push_str(["word ", "\"quoted\", ", "<b>", "and; more ", "x=1&y=2, "][r.below(5)]);
            }
            // the last one seldom
            let token = &tokens[r.below(tokens.len() * 8).min(33) / 8];
            planted.push(text.len() + usize::from(token.starts_with(['[', '{'])));
            text.push_str(token);
            text.push(' ');
        }
        let mut found = Vec::new();
        needles().scanner().scan(text.as_bytes(), &mut |hit| found.push(hit.offset as usize));
        found.sort_unstable();
        assert_eq!(found, planted);
    }

    #[test]
    fn windows_follow_one_another() {
        let mut r = Random(16);
        for _ in 0..20 {
            let mut text = vec![b'x'; 3 * LONG_LINE];
            for _ in 0..r.below(200) {
                let at = r.below(text.len());
                text[at] = b"\n ,\""[r.below(4)];
            }
            let (mut start, mut line) = (0, 0);
            while start < text.len() {
                let (cut, seen) = end(&text, start, &mut line);
                assert!(cut > start && seen >= cut && seen <= text.len() && seen - cut <= BEYOND_CUT);
                let whole = text[start..cut].contains(&b'\n') || text[cut - 1] == b'\n' || cut == text.len();
                assert!(whole || (seen - start <= WINDOW + BEYOND_CUT && !text[cut - 1].is_ascii_alphanumeric()));
                start = cut;
            }
        }
    }
}
