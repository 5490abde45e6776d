//! What a look at a letter to the people shows: parts of Art. 34(2) that are missing, and whether it is plain.

use crate::screen::Screen;
use facts::{Lang, Place, Problem};
use flows::Trouble;
use jiff::Timestamp;
use paper::PeopleLetter;
use respond::{Act, Case};
use std::path::Path;

const KINDS: [&str; 4] = [".pdf", ".txt", ".html", ".csv"];

/// A kept letter in the form that the name of the file says.
pub fn file(case: &Case, out: &Path, draft: Option<usize>, now: Timestamp) -> Result<Vec<u8>, Trouble> {
    let number = draft.unwrap_or(case.drafts.len());
    let Some(kept) = number.checked_sub(1).and_then(|n| case.drafts.get(n)) else {
        let what = "no such letter is kept with the case: `sluss case draft` keeps one";
        return Err(Problem::new(Place::source("--draft"), "no-draft", what).found(number.to_string()).into());
    };
    let letter = PeopleLetter::kept(case, kept, now);
    Ok(match out.extension().and_then(|end| end.to_str()) {
        Some("pdf") => letter.pdf(now)?,
        Some("txt") => letter.text().into_bytes(),
        Some("html") => letter.html()?.into_bytes(),
        Some("csv") => letter.columns().into_bytes(),
        _ => {
            let what = "the end of the name says what the letter becomes";
            let found = out.display().to_string();
            return Err(Problem::new(Place::source("--out"), "letter-kind", what).found(found).allowed(&KINDS).into());
        }
    })
}

/// Told on stderr when a letter is kept or was sent; what was written is kept whatever it is like.
pub fn look(act: &Act, screen: &Screen) {
    let (tag, prose) = match act {
        Act::SaveDraft { language, parts, .. } => {
            let texts = parts.parts().map(|part| part.open().unwrap_or_default());
            let empty = respond::Letter::PARTS.iter().zip(texts).filter(|(_, text)| text.trim().is_empty());
            lacks(empty.map(|(name, _)| *name), screen);
            (Some(language), respond::Letter::prose(texts))
        }
        Act::Communicate { languages, text, parts, .. } => {
            let said = |name: &&str| parts.iter().any(|part| part == name);
            lacks(respond::Letter::PARTS.into_iter().filter(|name| !said(name)), screen);
            (languages.first(), text.open().unwrap_or_default().to_owned())
        }
        _ => return,
    };
    let lang = tag.and_then(|tag| Lang::from_tag(tag)).unwrap_or(screen.lang());
    let read = respond::readability(&prose, lang);
    if let Some(other) = read.other {
        let named = |lang: Lang| screen.word(&format!("web-option-language-{}", lang.tag()));
        return screen.say("web-plain-other", &[("other", named(other)), ("named", named(lang))]);
    }
    let (Some(index), Some(plain)) = (read.index, read.plain) else { return screen.say("web-plain-few", &[]) };
    screen.say(if plain { "web-plain-yes" } else { "web-plain-no" }, &[]);
    screen.say("web-plain-index", &[("index", index.to_string()), ("limit", read.limit.to_string())]);
}

fn lacks(parts: impl Iterator<Item = &'static str>, screen: &Screen) {
    let missing: Vec<String> = parts.map(|name| screen.word(&format!("web-letter-{name}"))).collect();
    if !missing.is_empty() {
        screen.say("cli-letter-missing", &[("parts", missing.join("; "))]);
    }
}
