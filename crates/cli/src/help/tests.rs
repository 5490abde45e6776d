use super::*;
use std::collections::BTreeSet;

const LANGS: [Lang; 2] = [Lang::Sv, Lang::Fi];

fn texts(lang: Lang) -> HashMap<String, String> {
    table(lang).unwrap().text
}

/// Every page, short and long, with its colours.
fn pages(command: &mut Command, into: &mut Vec<String>) {
    for page in [command.render_help(), command.render_long_help()] {
        into.push(page.ansi().to_string().lines().map(|line| line.trim_end().to_owned() + "\n").collect());
    }
    command.get_subcommands_mut().for_each(|sub| pages(sub, into));
}

/// Every English text that is said anywhere.
fn english() -> BTreeSet<String> {
    let mut seen: BTreeSet<String> = SECTIONS.map(str::to_owned).into();
    let mut note = |text: &str| {
        seen.insert(text.to_owned());
        text.to_owned()
    };
    told(Cli::command(), &mut note);
    seen
}

#[test]
fn in_english_the_walk_shows_what_the_parser_shows() {
    let mut plain = Cli::command();
    plain.build();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    pages(&mut told(Cli::command(), &mut str::to_owned), &mut ours);
    pages(&mut plain, &mut theirs);
    assert!(ours.len() > 100, "{} pages", ours.len());
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert_eq!(ours, theirs);
    }
}

#[test]
fn every_text_is_there_in_every_language_and_none_stands_in_vain() {
    let english = english();
    assert!(english.len() > 300, "{} texts", english.len());
    for lang in LANGS {
        let there: BTreeSet<String> = texts(lang).into_keys().collect();
        let missing: Vec<_> = english.difference(&there).collect();
        assert!(missing.is_empty(), "tables/help/{}.toml lacks {missing:#?}", lang.tag());
        let idle: Vec<_> = there.difference(&english).collect();
        assert!(idle.is_empty(), "tables/help/{}.toml has what no help says: {idle:#?}", lang.tag());
    }
}

/// What is typed or read by programs is the same in every language: `code`, --options, <VALUES>, NAMES, file.names,
/// addr://esses, numbers.
fn codes(text: &str) -> Vec<String> {
    let quoted = text.split('`').skip(1).step_by(2).map(|code| format!("`{code}`"));
    let inner = |word: &str, sign: &[char]| word.trim_matches(sign).contains(sign);
    let is_code = |word: &str| {
        word.starts_with("--")
            || inner(word, &['.', '/', '_', ':'])
            || word.contains('<')
            || word.starts_with('.') && word.len() > 1
            || word.contains(|c: char| c.is_ascii_digit())
            || word.chars().filter(char::is_ascii_uppercase).count() > 1
    };
    let words = text.split(|c: char| c.is_whitespace() || "()[];,'`".contains(c));
    let words = words.map(|word| word.trim_end_matches(['.', ':', '…'])).filter(|word| is_code(word));
    // The area has a name of its own in every language.
    words.filter(|word| *word != "EEA").map(str::to_owned).chain(quoted).collect()
}

#[test]
fn codes_stay_as_they_are() {
    assert_eq!(
        codes("Art. 34(4): `sluss index` of a people.csv, IMY or --text <time>, - in .gz (EEA), so."),
        ["34", "4", "people.csv", "IMY", "--text", "<time>", ".gz", "`sluss index`"]
    );
    // The names of sections, and those that stand in the line of usage as placeholders do.
    let named = |text: &str| SECTIONS.contains(&text) || ["[OPTIONS]", "<COMMAND>"].contains(&text);
    for lang in LANGS {
        for (english, said) in texts(lang).into_iter().filter(|(english, _)| !named(english)) {
            assert!(!said.is_empty() && said == said.trim(), "{lang:?}: {english}");
            for code in codes(&english) {
                assert!(said.contains(&code), "{lang:?}: {code} is missing in “{said}”, which is “{english}”");
            }
        }
    }
}

/// The same of tables/terms.toml as every other sentence: a test of `paper` asks it of those.
#[test]
fn the_terms_of_the_law_are_used_and_no_others() {
    let terms: toml::Table = include_str!("../../../../tables/terms.toml").parse().unwrap();
    let rows = |name: &str| terms[name].as_array().unwrap().clone();
    let words = |row: &toml::Value, name: &str| -> Vec<String> {
        row[name].as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    for lang in LANGS {
        for (english, said) in texts(lang) {
            let (english, said) = (english.to_lowercase(), said.to_lowercase());
            for term in rows("term").iter().filter(|term| term.get("everywhere").is_some()) {
                let used = !english.contains(term["en"].as_str().unwrap())
                    || words(term, lang.tag()).iter().any(|word| said.contains(word));
                assert!(used, "{:?} in “{said}”", words(term, lang.tag()));
            }
            for avoid in rows("avoid").iter().filter(|avoid| avoid["lang"].as_str() == Some(lang.tag())) {
                assert!(words(avoid, "words").iter().all(|word| !said.contains(word)), "“{said}”");
            }
        }
    }
}

#[test]
fn the_page_is_told_in_the_readers_language() {
    for (lang, usage, heading, default) in [
        (Lang::Sv, "Användning: sluss audit [ALTERNATIV] <TARGET>", "\nAlternativ:\n", "[standard: fill]"),
        (Lang::Fi, "Käyttö: sluss audit [VALITSIMET] <TARGET>", "\nValitsimet:\n", "[oletus: fill]"),
    ] {
        for flag in ["-h", "--help"] {
            let error = command(lang).try_get_matches_from(["sluss", "audit", flag]).unwrap_err();
            let page = error.to_string();
            for part in [usage, heading, default] {
                assert!(page.contains(part), "{part} in {page}");
            }
            for word in ["Usage", "Options", "default", "possible values", "env:", "Print"] {
                assert!(!page.contains(word), "{word} in {page}");
            }
        }
    }
}
