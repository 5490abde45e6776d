use crate::{Behaviour, Consent, Exchange, IdentifierKind, Mode, Person};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What was seen on all journeys, and what could not be. Written (as HAR) before anything is detected.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recording {
    pub started: Option<Timestamp>,
    pub ended: Option<Timestamp>,
    /// Absolute address the audit began at.
    pub start: String,
    /// `Chromium/156.0…` and the like.
    pub browser: String,
    /// How far the audit went with forms; none where nobody knows.
    pub mode: Option<Mode>,
    pub runs: Vec<Run>,
    pub exchanges: Vec<Exchange>,
    pub gaps: Vec<Gap>,
    pub canaries: Vec<Canary>,
    pub behaviours: Vec<Behaviour>,
    /// What DNS said of the hosts that were met; a host without an alias has no row.
    pub aliases: Vec<Alias>,
}

/// A host that is only another name for somebody else's (CNAME, RFC 1034 section 3.6.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// As it stood in addresses.
    pub host: String,
    /// The names it leads to, in order, lower case, without the final dot.
    pub names: Vec<String>,
}

/// One journey under one consent state.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub journey: String,
    pub consent: Consent,
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub name: String,
    pub ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Address of the page after the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// File name below the output folder.
    #[serde(default)]
    pub screenshot: Option<String>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Where the step stands in its recording, 1-based, when it failed for a reason in the recording or the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

/// Which run and step an exchange or canary belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRef {
    pub journey: String,
    pub consent: Consent,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
}

/// Something that could not be seen, and why. Never an empty list instead.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Gap {
    /// What was not seen, in plain words: `body of POST https://…`.
    pub what: String,
    pub why: String,
    /// What ended the looking, where more was known to be there: code decides by it, never by the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<Cut>,
}

impl Gap {
    pub fn new(what: impl Into<String>, why: impl Into<String>) -> Self {
        Self { what: what.into(), why: why.into(), cut: None }
    }

    /// Of looking that ended before its end.
    #[must_use]
    pub fn cut_by(self, cut: Cut) -> Self {
        Self { cut: Some(cut), ..self }
    }
}

/// What ended an audit, or a part of it, before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cut {
    /// As many pages as were asked for have been visited.
    Pages,
    /// Somebody stopped it.
    Stopped,
    /// The browser ended, froze or lost its tab, and no repetition of the run came to its end.
    Browser,
    /// A script, a frame or a configuration did not come, or its server answered with an error.
    Unloaded,
}

/// A made-up value typed into one field, or into all that ask one form's visitor for the same; belongs to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canary {
    /// Unique within the recording (`c01` …); doubles as the person id of its sightings.
    pub id: String,
    pub role: String,
    pub kind: IdentifierKind,
    /// As typed.
    pub value: String,
    /// CSS selector of the field it was typed into.
    pub field: String,
    /// CSS selectors of further fields of the page that it was typed into: the form asks for it once more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further_fields: Vec<String>,
    /// Page it was typed on.
    pub page: String,
    /// Document of the frame that the field stood in, where that is not the page itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<String>,
    pub journey: String,
    pub consent: Consent,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// What it was typed into, where that asks for none of the identifiers: `kind` is then only what was made up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<Typed>,
    /// ISO 3166-1 alpha-2 of the country the page is for, by its host and language; none where neither tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// A field that asks for none of the identifiers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Typed {
    pub what: TypedAs,
    /// What the field is called on the page.
    pub label: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TypedAs {
    /// Nothing says what belongs into it.
    Text,
    /// A file is chosen: what it holds.
    File,
    /// The name of the file.
    FileName,
    CardSecurityCode,
    CardExpiry,
}

impl Typed {
    /// As findings name it among identifiers: `typed-text:Comment`, `typed-card-expiry`. Findings list with commas.
    pub fn code(&self) -> String {
        let label = self.label.split(',').map(str::trim).collect::<Vec<_>>().join(" ");
        match self.what {
            TypedAs::Text => format!("typed-text:{label}"),
            TypedAs::File => format!("typed-file:{label}"),
            TypedAs::FileName => format!("typed-file-name:{label}"),
            TypedAs::CardSecurityCode => "typed-card-security-code".to_owned(),
            TypedAs::CardExpiry => "typed-card-expiry".to_owned(),
        }
    }
}

/// Calling codes of the countries whose pages get numbers of another country, and the trunk prefix they drop.
const CALLING: [(&str, &str, &str); 3] = [("FI", "358", "0"), ("DK", "45", ""), ("NO", "47", "")];

impl Canary {
    /// CSS selector of every field it was typed into, in that order.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.field).chain(&self.further_fields).map(String::as_str)
    }

    /// Names one more field that it was typed into.
    pub fn also_in(&mut self, field: &str) {
        if self.fields().all(|known| known != field) {
            self.further_fields.push(field.to_owned());
        }
    }

    /// The person detection looks for: one canary, one person, one identifier. A national number is also known as a
    /// script reads it that takes every number for one of its own country.
    pub fn person(&self) -> Person {
        let read = self.read_abroad().map(|number| (IdentifierKind::Phone, number));
        let mut identifiers: Vec<_> = [(self.kind, self.value.clone())].into_iter().chain(read).collect();
        if let (IdentifierKind::Name, Some((given, family))) = (self.kind, self.value.split_once(' ')) {
            let parts = [(IdentifierKind::GivenName, given), (IdentifierKind::FamilyName, family)];
            identifiers.extend(parts.map(|(kind, name)| (kind, name.to_owned())));
            identifiers.push((IdentifierKind::Name, format!("{family} {given}")));
        }
        Person { id: self.id.clone(), role: self.role.clone(), identifiers }
    }

    fn read_abroad(&self) -> Option<String> {
        if self.kind != IdentifierKind::Phone || self.value.starts_with(['+', '(']) || self.value.starts_with("00") {
            return None;
        }
        let country = self.country.as_deref()?;
        let (_, code, trunk) = CALLING.into_iter().find(|(of, ..)| *of == country)?;
        let digits: String = self.value.chars().filter(char::is_ascii_digit).collect();
        Some(format!("+{code}{}", digits.strip_prefix(trunk).unwrap_or(&digits)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_national_number_is_known_as_the_country_of_the_page_reads_it() {
        let numbers = |value: &str, country: Option<&str>| {
            let canary = Canary {
                id: "c01".into(),
                role: "user".into(),
                kind: IdentifierKind::Phone,
                value: value.into(),
                field: "#tlf".into(),
                further_fields: Vec::new(),
                page: "https://a.example/".into(),
                frame: None,
                journey: "explore".into(),
                consent: Consent::None,
                step: None,
                typed: None,
                country: country.map(str::to_owned),
            };
            canary.person().identifiers.into_iter().skip(1).map(|(_, number)| number).collect::<Vec<_>>()
        };
        assert_eq!(numbers("070-174 06 05", Some("FI")), ["+358701740605"]);
        assert_eq!(numbers("070-174 06 05", Some("DK")), ["+450701740605"]);
        assert_eq!(numbers("070-174 06 05", Some("NO")), ["+470701740605"]);
        assert_eq!(numbers("070-174 06 05", None), [""; 0]);
        assert_eq!(numbers("070-174 06 05", Some("SE")), [""; 0]);
        assert_eq!(numbers("+46 70 174 06 05", Some("FI")), [""; 0]);
    }
}
