//! A paper of headed texts: a letter to people, an exemption with its reasons, a plan.

use super::{Frame, PaperError, Template, region, render};
use crate::Words;
use facts::Lang;
use jiff::Timestamp;
use serde::Serialize;

/// Texts are given in the language they are set in.
#[derive(Debug, Clone)]
pub struct Letter {
    pub lang: Lang,
    pub title: String,
    /// Label and value at the head.
    pub head: Vec<(String, String)>,
    /// Heading and text; each line of a text is a paragraph.
    pub sections: Vec<(String, String)>,
    /// Marked on every page: not to be sent.
    pub mark: Option<Mark>,
}

/// Why a paper is not to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Exercise,
    /// Nobody has approved it.
    Draft,
}

impl Mark {
    /// Its word, its line and its reason: `paper-<mark>-<what>`.
    pub fn say(self, w: &Words, what: &str) -> String {
        let mark = match self {
            Self::Exercise => "exercise",
            Self::Draft => "unapproved",
        };
        w.say(&format!("paper-{mark}-{what}"))
    }
}

#[derive(Serialize)]
struct Data {
    #[serde(flatten)]
    frame: Frame,
    head: Vec<(String, String)>,
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Section {
    title: String,
    paragraphs: Vec<String>,
}

/// The letter as it is at `now`.
pub fn letter_pdf(letter: &Letter, now: Timestamp) -> Result<Vec<u8>, PaperError> {
    let words = Words::new(letter.lang);
    let sections = letter.sections.iter().map(|(title, text)| Section {
        title: title.clone(),
        paragraphs: text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
    });
    let data = Data { frame: frame(letter, &words, now), head: letter.head.clone(), sections: sections.collect() };
    render(Template::Letter, &data, &[], &format!("letter {} {} {now}", letter.title, letter.lang.tag()))
}

fn frame(letter: &Letter, w: &Words, now: Timestamp) -> Frame {
    let say = |what: &str| letter.mark.map(|mark| mark.say(w, what));
    Frame {
        title: letter.title.clone(),
        author: String::new(),
        description: letter.title.clone(),
        lang: letter.lang.tag(),
        region: region(letter.lang),
        date: now.into(),
        running: letter.title.clone(),
        footer: String::new(),
        page_words: super::page_words(w),
        draft: say("line"),
        draft_why: say("why").unwrap_or_default(),
        mark: say("mark").unwrap_or_default(),
    }
}
