//! The letter to the people concerned: its parts (Art. 34(2)), begun from the case, checked, composed.

use super::forms::table::PARTS;
use super::history::text;
use crate::questions::word;
use crate::say::Say;
use crate::session::Posted;
use facts::Lang;
use jiff::Timestamp;
use paper::{PeopleLetter, Words};
use respond::case::Draft;
use respond::{Case, Text};

pub struct Letter {
    pub lang: Lang,
    /// In the order of [`PARTS`].
    parts: [String; 5],
}

/// What a look at the letter shows.
pub struct Check {
    /// Heading of each part and its text; an empty one is missing.
    pub parts: Vec<(String, String)>,
    pub whole: bool,
    /// Plain, hard to read, too short to tell, or in another language: in words.
    pub verdict: String,
    pub good: bool,
    /// The index, its limit and the longest sentence, in words; empty where there is no index.
    pub index: String,
}

impl Letter {
    /// With what the case knows already.
    pub fn begun(w: &Say, case: &Case) -> Self {
        let item = |id: &str| case.answered(id).unwrap_or_default().to_owned();
        let consequences = Some(item("likely-consequences")).filter(|t| !t.is_empty());
        let measures: Vec<String> = case.measures.iter().map(|m| text(w, &m.what)).collect();
        let parts = [
            // What was noted within the house, or written for the authority, was not written for the people.
            String::new(),
            consequences.unwrap_or_else(|| feared(w, case)),
            measures.join("\n"),
            String::new(),
            item("dpo-contact"),
        ];
        Self { lang: w.lang(), parts }
    }

    /// As it was kept.
    pub fn kept(w: &Say, draft: &respond::case::Draft) -> Self {
        let lang = Lang::from_tag(&draft.language).unwrap_or(w.lang());
        Self { lang, parts: draft.letter.parts().map(|part| text(w, part)) }
    }

    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(String::is_empty)
    }

    pub fn read(posted: &Posted) -> Self {
        let lang = posted.one("language").and_then(Lang::from_tag).unwrap_or(posted.here.f.lang());
        Self { lang, parts: PARTS.map(|name| posted.one(name).unwrap_or_default().to_owned()) }
    }

    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        PARTS.into_iter().zip(self.parts.iter().map(String::as_str))
    }

    /// Each part under its heading, in the letter's language.
    pub fn headed(&self, words: &Words) -> Vec<(String, String)> {
        self.parts().map(|(name, text)| (words.say(&format!("web-letter-{name}")), text.to_owned())).collect()
    }

    pub fn composed(&self) -> String {
        composed(self.lang, self.parts.clone())
    }

    /// As it is being written: nobody has approved it.
    pub fn unapproved(&self, case: &Case, now: Timestamp) -> PeopleLetter {
        PeopleLetter::new(case, self.lang, self.parts.each_ref().map(String::as_str), false, now)
    }
}

/// Whether a letter in this language was approved for these people, and this is another one. Line breaks and spaces do
/// not count, and a letter that was destroyed compares with nothing.
pub fn is_unlike(case: &Case, language: &str, subgroup: Option<&str>, text: &str) -> bool {
    let of = |d: &&Draft| d.approved.is_some() && d.language == language && d.subgroup.as_deref() == subgroup;
    let mut written = case.drafts.iter().filter(of).filter_map(whole).peekable();
    written.peek().is_some() && !written.any(|w| w.split_whitespace().eq(text.split_whitespace()))
}

fn whole(draft: &Draft) -> Option<String> {
    let parts = draft.letter.parts().map(Text::open);
    parts.iter().all(Option::is_some).then(|| {
        composed(Lang::from_tag(&draft.language).unwrap_or(Lang::En), parts.map(|p| p.unwrap_or_default().to_owned()))
    })
}

/// The consequences that the facts name.
fn feared(w: &Say, case: &Case) -> String {
    let known = case.facts.consequences.iter().flatten();
    known.map(|code| word(w, "consequences", code)).collect::<Vec<_>>().join(", ")
}

/// The letter as it is kept: one text.
pub fn composed(lang: Lang, parts: [String; 5]) -> String {
    let headed = Letter { lang, parts }.headed(&Words::new(lang));
    headed.into_iter().map(|(head, text)| format!("{head}\n{text}")).collect::<Vec<_>>().join("\n\n")
}

/// Whether it holds every part, and whether it is plain.
pub fn check(w: &Say, letter: &Letter) -> Check {
    let prose = respond::Letter::prose(letter.parts.each_ref().map(String::as_str));
    let read = respond::readability(&prose, letter.lang);
    let parts = letter.headed(&Words::new(letter.lang));
    let named = |lang: Lang| w.t(format!("web-option-language-{}", lang.tag()));
    let verdict = match (read.other, read.plain) {
        (Some(other), _) => {
            w.with("web-plain-other", &[("other", named(other).into()), ("named", named(letter.lang).into())])
        }
        (None, None) => w.t("web-plain-few"),
        (None, Some(plain)) => w.t(if plain { "web-plain-yes" } else { "web-plain-no" }),
    };
    let number = |n: u32| w.words.number(f64::from(n)).into();
    let index = |n| w.with("web-plain-index", &[("index", number(n)), ("limit", number(read.limit))]);
    let longest = w.n("web-plain-longest", read.longest_sentence);
    Check {
        whole: parts.iter().all(|(_, text)| !text.is_empty()),
        parts,
        verdict,
        good: read.other.is_none() && read.plain != Some(false),
        index: read.index.map_or_else(String::new, |n| format!("{} {longest}", index(n))),
    }
}
