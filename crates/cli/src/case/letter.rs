//! What a look at a letter to the people shows: parts of Art. 34(2) that are missing, and whether it is plain.

use crate::screen::Screen;
use facts::Lang;
use respond::Act;

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
    let Some(index) = read.index else { return };
    screen.say(if read.plain { "web-plain-yes" } else { "web-plain-no" }, &[]);
    screen.say("web-plain-index", &[("index", index.to_string()), ("limit", read.limit.to_string())]);
}

fn lacks(parts: impl Iterator<Item = &'static str>, screen: &Screen) {
    let missing: Vec<String> = parts.map(|name| screen.word(&format!("web-letter-{name}"))).collect();
    if !missing.is_empty() {
        screen.say("cli-letter-missing", &[("parts", missing.join("; "))]);
    }
}
