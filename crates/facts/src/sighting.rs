use crate::{Consent, IdentifierKind, Typed};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A known identifier found in an exchange. Schema `sluss/sighting/1`; values never appear, a person is named by id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sighting {
    pub schema: String,
    pub source: String,
    pub exchange: String,
    #[serde(default)]
    pub at: Option<Timestamp>,
    #[serde(default)]
    pub page: Option<String>,
    #[serde(default)]
    pub host: Option<String>,
    /// Id of the vendor row the host belongs to, else its registrable domain. Filled in by `flows` from judge's tables.
    #[serde(default)]
    pub recipient: Option<String>,
    pub part: Part,
    /// Parameter, header, cookie or JSON path: `udff[em]`, `context.user.email`. Empty where there is none.
    pub key: String,
    pub person: String,
    pub role: String,
    pub identifier: IdentifierKind,
    /// From what the person typed to the token: normalisation, then hashes and their encoding; plain text is `["plain"]`.
    pub form: Vec<String>,
    /// Containers peeled off to reach it, outermost first.
    pub layers: Vec<String>,
    /// Byte offset of the token (or of its outermost container) within the part as it was on the wire.
    pub offset: u64,
    #[serde(default)]
    pub initiator: Option<String>,
    /// Set by an audit only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journey: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Consent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// CSS selector of the field the value was typed into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// CSS selectors of further fields of the page that the same value was typed into: the form asks for it once more, and
    /// which of them it was taken from the value does not tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_fields: Vec<String>,
    /// What that field is, where it asks for none of the identifiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<Typed>,
    /// `low` where the token alone could be chance (a national phone number without context); else absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// More than one person has this identifier (info@, a switchboard): not a natural person's own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shared: bool,
    /// Which of the people that were compiled, while they are at hand; in no file.
    #[serde(skip)]
    pub index: Option<u32>,
    /// Names the identifier among those that were compiled, however people typed it; in no file.
    #[serde(skip)]
    pub same: Option<u64>,
}

impl Sighting {
    pub const SCHEMA: &'static str = "sluss/sighting/1";

    /// CSS selector of every field that the value was typed into.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.field.iter().chain(&self.further_fields).map(String::as_str)
    }

    /// What it is of, as findings name it: an identifier's word, else what it was typed into.
    pub fn code(&self) -> String {
        self.typed.as_ref().map_or_else(|| self.identifier.word().to_owned(), Typed::code)
    }
}

/// Where in an exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    #[serde(rename = "url.path")]
    UrlPath,
    #[serde(rename = "url.query")]
    UrlQuery,
    #[serde(rename = "url.fragment")]
    UrlFragment,
    #[serde(rename = "header")]
    Header,
    #[serde(rename = "cookie")]
    Cookie,
    #[serde(rename = "referer")]
    Referer,
    #[serde(rename = "body")]
    Body,
    #[serde(rename = "frame")]
    Frame,
}

impl Part {
    /// The word used in files: `url.query`.
    pub fn word(self) -> &'static str {
        match self {
            Self::UrlPath => "url.path",
            Self::UrlQuery => "url.query",
            Self::UrlFragment => "url.fragment",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Referer => "referer",
            Self::Body => "body",
            Self::Frame => "frame",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn the_word_of_a_part_is_the_one_in_files() {
        use Part as P;
        for part in [P::UrlPath, P::UrlQuery, P::UrlFragment, P::Header, P::Cookie, P::Referer, P::Body, P::Frame] {
            assert_eq!(serde_json::to_value(part).unwrap(), part.word());
        }
    }
}
