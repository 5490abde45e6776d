use std::collections::BTreeSet;
use std::fs;
use tests::{files, root};
use toml::Table;

/// Rooms whose problems people read at a terminal; those of `respond` have a sentence for each code.
const ROOMS: [&str; 7] = ["cli", "declare", "detect", "judge", "prove", "flows", "capture"];
/// Files that make no problem themselves, but whose texts stand in some.
const PARTS: [&str; 2] = ["crates/cli/src/values.rs", "crates/prove/src/stamp/signed.rs"];
/// Texts in the same files that are no problem.
const OTHERS: [&str; 15] = [
    "SQLite format 30",
    " at line ",
    "it answered ",
    "--mode submit",
    "local user",
    "proof of proof",
    "case {id}",
    "audit of {}",
    "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
    "a WebSocket message",
    "the body",
    "{what}: {reason}; it was read as it stands",
    "a frame is not valid base64",
    "the response",
    "{}: {} hosts, {} other rules left out, sha256 {}",
];

/// What is wrong with what a person gave is told in their language: by its code, or by its English text.
#[test]
fn every_problem_has_words() {
    let known: BTreeSet<String> = texts("problems.toml", &["text"], "en").chain(gaps()).collect();
    let words = fs::read_to_string(root().join("tables/words/sv/cli.ftl")).expect("words");
    let mut seen = 0;
    for path in ROOMS.iter().flat_map(|room| files(&root().join("crates").join(room).join("src"), "rs")) {
        let source = fs::read_to_string(&path).expect("a source");
        let name = path.strip_prefix(root()).expect("below the root").display().to_string();
        let is_test = name.contains("tests");
        if is_test || !source.contains("Problem::new(") && !PARTS.contains(&&*name) {
            continue;
        }
        let all = literals(&source);
        let has_code = |line: usize| {
            let near = all.iter().filter(|(at, _)| at.abs_diff(line) <= 4);
            near.map(|(_, text)| format!("cli-problem-{text} =")).any(|key| words.contains(&key))
        };
        for (line, text) in all.iter().filter(|(_, text)| is_sentence(text) && !OTHERS.contains(&text.as_str())) {
            seen += 1;
            let is_known = known.contains(&shape(text)) || has_code(*line);
            assert!(is_known, "{name}:{}: `{text}` is told in English only: add it to tables/problems.toml", line + 1);
        }
    }
    assert!(seen > 200, "only {seen} texts were read");
}

fn gaps() -> impl Iterator<Item = String> {
    texts("gaps.toml", &["what", "why", "step", "unread"], "text")
}

fn texts(table: &str, lists: &[&str], column: &str) -> impl Iterator<Item = String> {
    let table: Table = fs::read_to_string(root().join("tables").join(table)).expect("a table").parse().expect("TOML");
    let rows = lists.iter().flat_map(|list| table[*list].as_array().expect("rows").clone());
    rows.map(|row| shape(row[column].as_str().expect("a text"))).collect::<Vec<_>>().into_iter()
}

/// The text with one sign for whatever stands in braces.
fn shape(text: &str) -> String {
    let (mut shape, mut deep) = (String::new(), 0);
    for c in text.chars() {
        match c {
            '{' => deep += 1,
            '}' if deep > 0 => {
                deep -= 1;
                if deep == 0 {
                    shape.push('…');
                }
            }
            c if deep == 0 => shape.push(c),
            _ => {}
        }
    }
    shape
}

/// Two words of two letters at least.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    shape(text).split([' ', '`', ':', ',', ';']).filter(is_word).count() > 1 && text.contains(' ')
}

/// The strings of a source, each with the line it begins on; none of its tests, comments and panics.
fn literals(source: &str) -> Vec<(usize, String)> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let (mut found, mut line, mut before) = (Vec::new(), 0, String::new());
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|c| *c != '\n').is_some() {},
            // a character in quotes; else a lifetime
            '\'' if chars.next_if_eq(&'\\').is_some() || chars.peek() == Some(&'"') => drop(chars.next()),
            '"' => {
                let (begin, mut text) = (line, String::new());
                while let Some(c) = chars.next_if(|c| *c != '"') {
                    let c = if c == '\\' { escaped(chars.next()) } else { c };
                    line += usize::from(c == '\n');
                    text.push(c);
                }
                chars.next();
                if !["expect(", "panic!("].iter().any(|call| before.ends_with(call)) {
                    found.push((begin, text));
                }
            }
            '\n' => line += 1,
            _ => {}
        }
        before.push(c);
    }
    found
}

fn escaped(letter: Option<char>) -> char {
    match letter {
        Some('n') => '\n',
        letter => letter.unwrap_or_default(),
    }
}
