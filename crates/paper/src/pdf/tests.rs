use super::*;
use crate::Words;
use facts::Lang;
use respond::{Case, Event, Notification};

const NOW: &str = "2026-04-03T08:00:00Z";

fn case() -> Case {
    let events: Vec<Event> = serde_json::from_str(include_str!("../../samples/case.json")).unwrap();
    Case::fold(&events).unwrap()
}

fn notification() -> Notification {
    respond::notification(&case(), NOW.parse().unwrap())
}

fn now() -> jiff::Zoned {
    NOW.parse::<jiff::Timestamp>().unwrap().to_zoned(case().zone())
}

fn pdf(lang: Lang) -> Vec<u8> {
    notification_pdf(&notification(), &Words::new(lang), &now()).unwrap()
}

/// How often these bytes stand in the file. Typst writes its structure and metadata uncompressed.
fn count(pdf: &[u8], what: &str) -> usize {
    pdf.windows(what.len()).filter(|w| *w == what.as_bytes()).count()
}

/// Structure and metadata as ISO 14289-1 (PDF/UA-1) and ISO 19005-3 (PDF/A-3) ask for them. No independent validator
/// has looked at it: veraPDF is not to be had here.
#[test]
fn the_notification_is_tagged_in_every_language() {
    for (lang, tag) in [(Lang::Sv, "sv-SE"), (Lang::Fi, "fi-FI"), (Lang::En, "en-GB")] {
        let pdf = pdf(lang);
        assert!(pdf.starts_with(b"%PDF-1.7"));
        for needed in [
            "/StructTreeRoot",
            "/Marked true",
            "/DisplayDocTitle true",
            "<pdfuaid:part>1<",
            "<pdfaid:part>3<",
            "<pdfaid:conformance>A<",
            "/AFRelationship/Data",
            &format!("/Lang({tag})"),
        ] {
            assert!(count(&pdf, needed) > 0, "{tag}: no {needed}");
        }
        let sections = notification().sections.len();
        assert_eq!(count(&pdf, "/S/H1"), 1);
        assert_eq!(count(&pdf, "/S/H2"), sections + 1, "one heading a section and one for what is open");
        assert!(count(&pdf, "/S/TH") >= 2 * (sections - 1), "tables have headers");
        assert_eq!(count(&pdf, "/S/Table"), count(&pdf, "/S/THead"));
    }
}

/// A person's file name, a bookmark, a search: the same case gives the same bytes.
#[test]
fn the_same_case_gives_the_same_bytes() {
    assert_eq!(pdf(Lang::Sv), pdf(Lang::Sv));
}

#[test]
fn a_filed_notification_bears_no_mark_of_a_draft() {
    let words = Words::new(Lang::En);
    let now = now();
    let (draft, filed) = (notification::data(&notification(), &words, &now, true), {
        notification::data(&notification(), &words, &now, false)
    });
    let has = |data: &notification::Data| serde_json::to_string(data).unwrap().contains("Draft, not filed");
    assert!(has(&draft) && !has(&filed));
    assert!(filed_notification_pdf(&notification(), &words, &now).unwrap().starts_with(b"%PDF"));
}

/// The case began in summer; the paper is of a winter's day.
#[test]
fn the_paper_tells_its_own_time_by_the_clocks_of_the_cases_country() {
    let now = "2026-12-01T04:24:00Z".parse::<jiff::Timestamp>().unwrap().to_zoned(case().zone());
    let data = notification::data(&notification(), &Words::new(Lang::En), &now, false);
    let head = serde_json::to_value(&data).unwrap()["head"].to_string();
    assert!(head.contains("05:24 (UTC+1)"), "{head}");
}

/// Every field of the form that is required and unknown stands in the list at the top, with its date where one is promised.
#[test]
fn what_is_unknown_is_named_with_its_date() {
    let n = notification();
    let words = Words::new(Lang::En);
    let data = notification::data(&n, &words, &now(), true);
    let json = serde_json::to_value(&data).unwrap();
    let open = json["open"]["fields"].as_array().unwrap();
    assert_eq!(open.len(), n.gaps.len());
    assert!(open.iter().any(|f| f["promised"] == "Friday 10 April 2026, 17:00 (UTC+2)"));
}

#[test]
fn characters_without_a_glyph_are_written_out() {
    assert_eq!(world::legible("Åsa Öberg žšđ Ω 東\u{202e}\r\n\t."), "Åsa Öberg žšđ Ω [U+6771][U+202E]\n .");
}

#[test]
fn templates_see_neither_disk_nor_clock() {
    use typst::World;
    let paper = Paper::new("notification.typ", "", Vec::new(), &[]);
    assert!(paper.today(None).is_none());
    let outside = typst::syntax::RootedPath::new(
        typst::syntax::VirtualRoot::Project,
        typst::syntax::VirtualPath::new("/etc/passwd").unwrap(),
    );
    assert!(paper.file(outside.intern()).is_err());
}

/// Each line of a text is a paragraph under its heading; an exercise says so on the paper.
#[test]
fn a_letter_is_tagged_and_an_exercise_is_marked() {
    let now = NOW.parse().unwrap();
    for (lang, tag) in [(Lang::Sv, "sv-SE"), (Lang::Fi, "fi-FI"), (Lang::En, "en-GB")] {
        let mut letter = Letter {
            lang,
            title: "Letter".to_owned(),
            head: vec![("Case".to_owned(), "C-1".to_owned())],
            sections: vec![("One".to_owned(), "first\n\nsecond".to_owned()), ("Two".to_owned(), String::new())],
            mark: None,
        };
        let real = letter_pdf(&letter, now).unwrap();
        for needed in ["<pdfuaid:part>1<", "<pdfaid:part>3<", &format!("/Lang({tag})")] {
            assert!(count(&real, needed) > 0, "{tag}: no {needed}");
        }
        assert_eq!((count(&real, "/S/H1"), count(&real, "/S/H2")), (1, 2));
        for mark in [Mark::Exercise, Mark::Draft] {
            letter.mark = Some(mark);
            assert!(letter_pdf(&letter, now).unwrap().len() > real.len(), "the mark {mark:?}");
        }
    }
}
