//! A letter to the people concerned (Art. 34), the same in every form: a paper, a text and a page that are merged with a
//! list of addresses, a notice for the public. No person's name is ever in it.

use crate::{Letter, Mark, PaperError, Words};
use askama::Template;
use facts::Lang;
use jiff::Timestamp;
use respond::Case;

/// Fields of the address above a letter; columns of the list it is merged with.
const ADDRESS: [&str; 4] = ["name", "address", "postal_code", "city"];

/// Texts are in the letter's own language.
#[derive(Debug, Clone)]
pub struct PeopleLetter {
    lang: Lang,
    title: String,
    /// Who sends it, whom to ask, when, under which reference.
    head: Vec<Part>,
    sections: Vec<Part>,
    mark: Option<Mark>,
}

#[derive(Debug, Clone)]
struct Part {
    title: String,
    text: String,
    /// The text only says what is missing.
    gap: bool,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    lang: &'static str,
    title: &'a str,
    draft: String,
    greeting: String,
    head: &'a [Part],
    sections: &'a [Part],
}

impl PeopleLetter {
    /// `parts` in the order of [`respond::Letter::PARTS`]; `approved` by a person, else it is marked as a draft.
    pub fn new(case: &Case, lang: Lang, parts: [&str; 5], approved: bool, now: Timestamp) -> Self {
        let w = Words::new(lang);
        let part = |title: String, text: Option<&str>, gap: &str| {
            let text = text.map(str::trim).filter(|text| !text.is_empty());
            Part { title, text: text.map_or_else(|| w.say(gap), str::to_owned), gap: text.is_none() }
        };
        let known = |title: &str, text: &str| Part { title: w.say(title), text: text.to_owned(), gap: false };
        let sender = case.sender();
        let reference = if case.reference.is_empty() { &case.id } else { &case.reference };
        let head = vec![
            part(w.say("paper-letter-sender"), sender.controller.as_deref(), "paper-letter-sender-gap"),
            part(w.say("paper-letter-dpo"), sender.dpo.as_deref(), "paper-letter-dpo-gap"),
            known("web-letter-date", &w.date(now, &case.zone())),
            known("web-case-reference", reference),
        ];
        let section = |(name, text)| part(w.say(&format!("web-letter-{name}")), Some(text), "paper-letter-part-gap");
        let sections = respond::Letter::PARTS.into_iter().zip(parts).map(section).collect();
        let mark = if case.exercise { Some(Mark::Exercise) } else { Some(Mark::Draft).filter(|_| !approved) };
        Self { lang, title: w.say("web-letter-title"), head, sections, mark }
    }

    /// A letter as it was kept.
    pub fn kept(case: &Case, draft: &respond::case::Draft, now: Timestamp) -> Self {
        let lang = Lang::from_tag(&draft.language).unwrap_or(Lang::En);
        let parts = draft.letter.parts().map(|text| text.open().unwrap_or_default());
        Self::new(case, lang, parts, draft.approved.is_some(), now)
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn pdf(&self, now: Timestamp) -> Result<Vec<u8>, PaperError> {
        let pairs = |parts: &[Part]| parts.iter().map(|p| (p.title.clone(), p.text.clone())).collect();
        let (head, sections) = (pairs(&self.head), pairs(&self.sections));
        let paper = Letter { lang: self.lang, title: self.title.clone(), head, sections, mark: self.mark };
        crate::letter_pdf(&paper, now)
    }

    /// Plain text with `{{name}}` and the address to be merged.
    pub fn text(&self) -> String {
        let mut blocks: Vec<String> = self.draft().into_iter().collect();
        let [name, address, postal_code, city] = ADDRESS.map(field);
        blocks.push(format!("{name}\n{address}\n{postal_code} {city}"));
        blocks.push(self.head.iter().map(|p| format!("{}: {}", p.title, p.text)).collect::<Vec<_>>().join("\n"));
        blocks.extend([self.title.clone(), self.greeting()]);
        blocks.extend(self.sections.iter().map(|p| format!("{}\n{}", p.title, p.text)));
        blocks.join("\n\n") + "\n"
    }

    /// A page, such as a mail, with `{{name}}` to be merged.
    pub fn html(&self) -> Result<String, PaperError> {
        self.page(self.greeting())
    }

    /// A page for everybody, to be put on the organisation's own site.
    pub fn notice(&self) -> Result<String, PaperError> {
        self.page(String::new())
    }

    /// The head line of the list that the text and the page are merged with (RFC 4180): their fields, those that a person
    /// wrote into the letter too, and where a mail goes.
    pub fn columns(&self) -> String {
        let mut columns: Vec<&str> = Vec::new();
        let text = self.text();
        let fields = text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(name, _)| name.trim());
        let is_plain = |name: &&str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        for name in fields.chain(["email"]).filter(is_plain) {
            if !columns.contains(&name) {
                columns.push(name);
            }
        }
        columns.join(",") + "\r\n"
    }

    fn page(&self, greeting: String) -> Result<String, PaperError> {
        let (title, head, sections) = (self.title.as_str(), &*self.head, &*self.sections);
        let draft = self.draft().unwrap_or_default();
        Ok(Page { lang: self.lang.tag(), title, draft, greeting, head, sections }.render()?)
    }

    fn greeting(&self) -> String {
        Words::new(self.lang).with("paper-letter-greeting", &[("name", field(ADDRESS[0]).into())])
    }

    /// What says that it is not to be sent.
    fn draft(&self) -> Option<String> {
        let w = Words::new(self.lang);
        self.mark.map(|mark| format!("*** {}. {} ***", mark.say(&w, "line"), mark.say(&w, "why")))
    }
}

/// What in a text says that the letter is not ready: the mark of a draft, and places that are to be filled in, in any of
/// the languages letters are written in.
pub fn unfinished(text: &str) -> Vec<String> {
    let mut left = Vec::new();
    for w in Lang::ALL.map(Words::new) {
        let mark = Mark::Draft.say(&w, "line");
        let gaps = ["paper-letter-sender-gap", "paper-letter-dpo-gap", "paper-letter-part-gap"].map(|key| w.say(key));
        // `[to be filled in: …]`, whatever is to be.
        let begins = gaps.iter().map(|gap| gap.split_inclusive(':').next().unwrap_or(gap));
        let open = begins.flat_map(|begin| text.match_indices(begin)).map(|(at, _)| &text[at..]);
        let open = open.filter_map(|rest| rest.find(']').map(|end| rest[..=end].to_owned()));
        left.extend(text.contains(&mark).then_some(mark.clone()).into_iter().chain(open));
    }
    let mut seen = std::collections::BTreeSet::new();
    left.retain(|one| seen.insert(one.clone()));
    left
}

fn field(name: &str) -> String {
    format!("{{{{{name}}}}}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use respond::{Act, BreachFacts, Command, ItemStatus, Occurred, decide};

    const NOW: &str = "2026-04-04T10:00:00Z";

    fn case(items: &[(&str, &str)]) -> Case {
        let now = NOW.parse().unwrap();
        let open = Act::Open {
            id: "C-1".into(),
            title: "Letter".into(),
            reference: String::new(),
            country: "SE".into(),
            facts: BreachFacts::default(),
            origins: vec![],
            findings: vec![],
            suspected: None,
            occurred: Occurred::Unknown,
            exercise: false,
            note: "".into(),
        };
        let mut events = decide(None, &Command::new("anna", open), now).unwrap();
        for (item, text) in items {
            let (item, text, status) = ((*item).to_owned(), (*text).into(), ItemStatus::Known);
            let act = Act::SetItem { item, status, text, number: None, files: vec![] };
            events.extend(decide(Case::fold(&events).as_ref(), &Command::new("anna", act), now).unwrap());
        }
        Case::fold(&events).unwrap()
    }

    fn letter(case: &Case, lang: Lang, approved: bool) -> PeopleLetter {
        PeopleLetter::new(
            case,
            lang,
            ["<b>It</b>", "was", "you {{case_no}}", "know", "us"],
            approved,
            NOW.parse().unwrap(),
        )
    }

    #[test]
    fn it_says_who_sends_it_or_that_nobody_has_said_so() {
        let known =
            case(&[("controller-name-contact", "Example Care AB"), ("dpo-contact", "Berit Lund, 08-465 004 00")]);
        for lang in Lang::ALL {
            let (whole, bare) = (letter(&known, lang, true), letter(&case(&[]), lang, true));
            for text in [whole.text(), whole.html().unwrap(), whole.notice().unwrap()] {
                assert!(text.contains("Example Care AB") && text.contains("Berit Lund"), "{text}");
            }
            let gap = Words::new(lang).say("paper-letter-sender-gap");
            assert!(bare.text().contains(&gap), "{}", bare.text());
            assert!(bare.html().unwrap().contains(&format!("<mark>{gap}</mark>")), "{}", bare.html().unwrap());
            assert!(!whole.html().unwrap().contains("<mark>"));
        }
    }

    #[test]
    fn a_draft_says_so_in_every_form_until_it_is_approved() {
        let case = case(&[]);
        for lang in Lang::ALL {
            let line = Mark::Draft.say(&Words::new(lang), "line");
            let (draft, real) = (letter(&case, lang, false), letter(&case, lang, true));
            for (marked, plain) in [(draft.text(), real.text()), (draft.html().unwrap(), real.html().unwrap())] {
                assert!(marked.contains(&line) && !plain.contains(&line), "{marked}");
            }
            assert!(draft.pdf(NOW.parse().unwrap()).unwrap().len() > real.pdf(NOW.parse().unwrap()).unwrap().len());
        }
    }

    #[test]
    fn the_list_has_a_column_for_each_field_and_the_page_takes_no_markup() {
        let letter = letter(&case(&[]), Lang::Sv, true);
        assert_eq!(letter.columns(), "name,address,postal_code,city,case_no,email\r\n");
        let (html, notice) = (letter.html().unwrap(), letter.notice().unwrap());
        assert!(html.contains("{{name}}") && html.contains("&#60;b&#62;It"), "{html}");
        assert!(!notice.contains("{{name}}"), "the public has no name");
    }
}
