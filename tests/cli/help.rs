use crate::{run, stderr, stdout};

const ENGLISH: [&str; 7] = ["Usage", "Options", "Commands", "[env:", "[default:", "[possible values:", "Print"];

#[test]
fn help_is_told_in_the_readers_language() {
    let dir = tempfile::tempdir().unwrap();
    for (args, parts) in [
        (&["--help", "--lang", "sv"][..], ["Användning: sluss [ALTERNATIV] <KOMMANDO>", "Kommandon:", "Visa hjälp"]),
        (
            &["case", "-h", "--lang=fi"],
            ["Käyttö: sluss case [VALITSIMET] <KOMENTO>", "Komennot:", "'vastaanottaja soitti'"],
        ),
        (
            &["case", "erasure", "--help", "--lang", "sv"],
            ["Alternativ:", "[standard: 48]", "[möjliga värden: human, json]"],
        ),
        (
            &["scan", "--lang", "fi", "--help"],
            ["Mahdolliset arvot:\n", "- auto:    ", "[ympäristömuuttuja: SLUSS_LANG=en]"],
        ),
    ] {
        let output = run(dir.path(), args);
        let page = stdout(&output);
        assert!(output.status.success() && stderr(&output).is_empty(), "{args:?}: {}", stderr(&output));
        for part in parts {
            assert!(page.contains(part), "{args:?}: {part} in {page}");
        }
        for word in ENGLISH {
            assert!(!page.contains(word), "{args:?}: {word} in {page}");
        }
    }
    assert!(stdout(&run(dir.path(), &["case", "-h"])).contains("Usage: sluss case [OPTIONS] <COMMAND>"));
}

#[test]
fn help_is_a_command_too() {
    let dir = tempfile::tempdir().unwrap();
    for (asked, page) in [
        (&["help"][..], &["--help"][..]),
        (&["help", "scan"], &["scan", "--help"]),
        (&["--lang", "sv", "help", "case", "aware"], &["case", "aware", "--help", "--lang", "sv"]),
    ] {
        let output = run(dir.path(), asked);
        assert!(output.status.success(), "{asked:?}: {}", stderr(&output));
        assert_eq!(stdout(&output), stdout(&run(dir.path(), page)), "{asked:?}");
    }
    let wrong = run(dir.path(), &["help", "scna"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("`scan`"), "{}", stderr(&wrong));
}

#[test]
fn a_command_that_is_missing_is_told_too() {
    let dir = tempfile::tempdir().unwrap();
    let output = run(dir.path(), &["--lang", "sv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("fel: Inget kommando är angivet.\n"), "{}", stderr(&output));
}

#[test]
fn manual_pages_are_written_in_the_readers_language() {
    let dir = tempfile::tempdir().unwrap();
    assert!(run(dir.path(), &["man", "--out", "man", "--lang", "fi"]).status.success());
    let mut pages = 0;
    for page in std::fs::read_dir(dir.path().join("man")).unwrap() {
        let page = std::fs::read_to_string(page.unwrap().path()).unwrap();
        let sections = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        for section in sections {
            let known = ["NIMI", "KÄYTTÖ", "KUVAUS", "VALITSIMET", "KOMENNOT", "ESIMERKKEJÄ", "VERSIO"];
            assert!(known.contains(&section), "{section}");
        }
        // What the variables hold where the pages are written is nobody's business.
        assert!(page.contains("[ympäristömuuttuja: SLUSS_LANG]") && !page.contains("SLUSS_LANG="), "{page}");
        assert!(!page.contains(&*dir.path().to_string_lossy()), "the folder of whoever writes them: {page}");
        pages += 1;
    }
    assert!(pages > 70, "{pages}");
}
