//! Which links lead to pages, by tables/fields.toml.

use super::fields::{begins, words_of};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    links: Words,
}

#[derive(Deserialize)]
struct Words {
    promising: Vec<String>,
    avoid: Vec<String>,
    /// Whole words of what ends something.
    end: Vec<String>,
    endings: Vec<String>,
    /// Parameters that only change the language.
    language: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // Compiled in; the house's table test reads it as well.
    toml::from_str(include_str!("../../../../tables/fields.toml")).expect("tables/fields.toml is well formed")
});

/// Whether an address is that of a file, not a page, by its ending.
pub fn is_file(url: &url::Url) -> bool {
    let path = url.path().to_lowercase();
    let file = path.rsplit('/').next().unwrap_or("");
    file.rsplit_once('.').is_some_and(|(_, end)| TABLE.links.endings.iter().any(|e| e == end))
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// To a page that likely has a form.
    First,
    Further,
    /// To something that is kept, or to a page already seen in another language.
    Nowhere,
    /// To what deletes, ends or logs out, by its words or address.
    Away,
}

/// Whether a link leads to a page an audit visits.
pub fn rank(url: &url::Url, text: &str) -> Leads {
    let path = url.path().to_lowercase();
    if is_file(url) {
        return Leads::Nowhere;
    }
    if url.query().is_some() && url.query_pairs().all(|(name, _)| TABLE.links.language.iter().any(|l| *l == name)) {
        return Leads::Nowhere;
    }
    let path: Vec<String> = url::form_urlencoded::parse(path.as_bytes()).map(|(a, b)| format!("{a} {b}")).collect();
    let words = format!("{} {}", words_of(&path.join(" ")), words_of(text));
    let whole = format!(" {words} ");
    let ends = TABLE.links.end.iter().any(|w| whole.contains(&format!(" {w} ")));
    // `?action=delete`, `?avboka=3`: a name or value that says nothing else.
    let told: Vec<String> = url.query_pairs().flat_map(|(name, value)| [words_of(&name), words_of(&value)]).collect();
    let asked = TABLE.links.end.iter().chain(&TABLE.links.avoid).any(|w| told.contains(w));
    if ends || asked || TABLE.links.avoid.iter().any(|w| begins(&words, w)) {
        return Leads::Away;
    }
    if TABLE.links.promising.iter().any(|w| begins(&words, w)) { Leads::First } else { Leads::Further }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_ranked_and_files_left_out() {
        let ranked = |url: &str, text: &str| rank(&url::Url::parse(url).unwrap(), text);
        assert_eq!(ranked("https://a.example/kontakt", ""), Leads::First);
        assert_eq!(ranked("https://a.example/om", "Om oss"), Leads::Further);
        assert_eq!(ranked("https://a.example/a.pdf", "Kontakt"), Leads::Nowhere);
        assert_eq!(ranked("https://a.example/x", "Logga ut"), Leads::Away);
        assert_eq!(ranked("https://a.example/om?lang=fi", "Suomi"), Leads::Nowhere);
        assert_eq!(ranked("https://a.example/om?lang=fi&id=1", "Suomi"), Leads::Further);
    }

    #[test]
    fn what_cancels_or_ends_something_is_not_opened_and_what_tells_of_it_is() {
        let ranked = |url: &str, text: &str| rank(&url::Url::parse(url).unwrap(), text);
        for text in [
            "Avboka tid",
            "Säg upp hyresavtalet",
            "Peruuta varaus",
            "Avregistrera",
            "Irtisano sopimus",
            "Cancel booking",
            "Unsubscribe",
        ] {
            assert_eq!(ranked("https://a.example/x", text), Leads::Away, "{text}");
        }
        for path in ["s%C3%A4g-upp", "avboka?id=7", "x?action=delete", "x?avboka=3", "bokning/3/cancel", "unsubscribe"]
        {
            assert_eq!(ranked(&format!("https://a.example/{path}"), ""), Leads::Away, "{path}");
        }
        assert_eq!(ranked("https://a.example/pay?cancelUrl=/x&next=/logout/x", ""), Leads::Further);
        for text in ["Avbokningsregler", "Cancellation policy", "Avslutade ärenden", "Peruutusehdot"] {
            assert_eq!(ranked("https://a.example/x", text), Leads::Further, "{text}");
        }
    }
}
