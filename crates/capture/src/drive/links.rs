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

/// Whether a link leads to a page an audit visits; `Some(true)` first.
pub fn rank(url: &url::Url, text: &str) -> Option<bool> {
    let path = url.path().to_lowercase();
    if is_file(url) {
        return None;
    }
    if url.query().is_some() && url.query_pairs().all(|(name, _)| TABLE.links.language.iter().any(|l| *l == name)) {
        return None;
    }
    let words = format!("{} {}", words_of(&path), words_of(text));
    if TABLE.links.avoid.iter().any(|w| begins(&words, w)) {
        return None;
    }
    Some(TABLE.links.promising.iter().any(|w| begins(&words, w)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_ranked_and_files_left_out() {
        let ranked = |url: &str, text: &str| rank(&url::Url::parse(url).unwrap(), text);
        assert_eq!(ranked("https://a.example/kontakt", ""), Some(true));
        assert_eq!(ranked("https://a.example/om", "Om oss"), Some(false));
        assert_eq!(ranked("https://a.example/a.pdf", "Kontakt"), None);
        assert_eq!(ranked("https://a.example/x", "Logga ut"), None);
        assert_eq!(ranked("https://a.example/om?lang=fi", "Suomi"), None);
        assert_eq!(ranked("https://a.example/om?lang=fi&id=1", "Suomi"), Some(false));
    }
}
