//! Text of others on its way to a terminal. Archives, pages and files may hold what a terminal obeys: signs that move its
//! cursor, erase lines or turn the direction of writing. They are shown, not sent. JSON escapes them by itself.

use std::borrow::Cow;

/// In one line: a line break is shown too.
pub fn shown(text: &str) -> Cow<'_, str> {
    escaped(text, |c| c != '\t' && is_obeyed(c))
}

/// Text of several lines.
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    escaped(text, |c| !matches!(c, '\n' | '\t') && is_obeyed(c))
}

fn escaped(text: &str, is_odd: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_odd) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_odd(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out.into()
}

/// Control signs (C0, C1, DEL), line and paragraph separators, and what turns the direction (UAX #9 section 2).
fn is_obeyed(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        for (text, seen) in [
            ("a\u{1b}[2K\u{1b}[1Ab", "a\\u{1b}[2K\\u{1b}[1Ab"),
            ("a\r\nb\u{7}\u{9b}8m", "a\\r\\nb\\u{7}\\u{9b}8m"),
            ("x\u{202e}gpj.exe\u{2066}", "x\\u{202e}gpj.exe\\u{2066}"),
            ("Åsa € 日本 → \t\\u{1b}", "Åsa € 日本 → \t\\u{1b}"),
        ] {
            assert_eq!(shown(text), seen);
        }
        assert_eq!(shown_lines("a\n\u{1b}b\r"), "a\n\\u{1b}b\\r");
        assert!(matches!(shown("plain"), Cow::Borrowed(_)));
    }
}
