//! What is wrong with what a person gave, in words: the rooms say it in English, `tables/problems.toml` knows it in the others.

use crate::gaps::fit;
use facts::Lang;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    text: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    /// `{name}` stands for any run of characters.
    en: String,
    sv: String,
    fi: String,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../tables/problems.toml")).expect("tables/problems.toml is well formed")
});

/// The sentence in this language, its parts too where they are known; as it is in English, or where no row knows it.
pub fn say(text: &str, lang: Lang) -> String {
    known(text, lang).unwrap_or_else(|| text.to_owned())
}

/// Whether there are words for it.
pub fn is_known(text: &str) -> bool {
    known(text, Lang::Sv).is_some()
}

fn known(text: &str, lang: Lang) -> Option<String> {
    if lang == Lang::En {
        return None;
    }
    let (row, parts) = TABLE.text.iter().find_map(|row| Some((row, fit(&row.en, text)?)))?;
    let mut said = String::new();
    let mut rest = if lang == Lang::Sv { &*row.sv } else { &*row.fi };
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        let part = parts.iter().find(|(n, _)| *n == name)?.1;
        said.extend([before, &say(part, lang)]);
        rest = behind;
    }
    said.push_str(rest);
    // A row that only frames its parts knows nothing where they are strangers.
    (said != text).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_reached_and_keeps_its_parts() {
        // A row that only frames its parts has no sentence of its own.
        for row in TABLE.text.iter().filter(|row| row.en != row.sv) {
            let names = row.en.contains('{');
            let text = if names { row.en.replace(['{', '}'], "") } else { row.en.clone() };
            let found = TABLE.text.iter().find(|r| fit(&r.en, &text).is_some()).map(|r| r.en.as_str());
            assert_eq!(found, Some(row.en.as_str()), "`{text}` is caught by an earlier row");
            for lang in [Lang::Sv, Lang::Fi] {
                let said = known(&text, lang).unwrap_or_else(|| panic!("{lang:?}: a part of `{text}` has no name"));
                assert!(said != text, "{lang:?}: {said}");
            }
        }
    }

    #[test]
    fn parts_are_told_too_and_strangers_stay() {
        let said = |text| say(text, Lang::Sv);
        assert_eq!(
            said("`zone` must be a list of tables, not a table"),
            "`zone` ska vara en lista med tabeller, inte en tabell"
        );
        assert_eq!(
            said("not valid TOML: unclosed table, expected `]`"),
            "ingen giltig TOML: tabellens namn avslutas inte; `]` väntades"
        );
        assert_eq!(
            said("`report.eml` is no mail: it has no sender"),
            "`report.eml` är inget e-brev: avsändaren saknas"
        );
        assert_eq!(
            said("unknown variant `se`, expected one of `sv`, `fi`, `en`"),
            "okänt värde `se`; något av `sv`, `fi`, `en` väntades"
        );
        assert_eq!(said("unknown step type `{x}`"), "okänd stegtyp `{x}`");
        assert_eq!(said("a sentence of tomorrow"), "a sentence of tomorrow");
        assert!(!is_known("`aware` lies in the future"), "a frame around a stranger is no sentence");
        assert_eq!(say("the authority refused", Lang::En), "the authority refused");
    }
}
