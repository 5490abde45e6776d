use serde::{Deserialize, Serialize};

/// Somebody whose identifiers are looked for: a row of people.csv, or a canary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Named in output in place of any value.
    pub id: String,
    /// Free text: `user`, `end-user`, `patient`, `pupil` …
    pub role: String,
    /// As typed; one entry a value.
    pub identifiers: Vec<(IdentifierKind, String)>,
}

/// The identifier columns of people.csv.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    Email,
    Phone,
    GivenName,
    FamilyName,
    BirthDate,
    NationalId,
    Address,
    PostalCode,
    City,
    Country,
    ExternalId,
    /// Payment card number (primary account number).
    Card,
    Iban,
    /// Only ever a canary: no list of people has one.
    Password,
    /// Given and family name in one, as a single field takes them. No list has a column of its own for it: it is made
    /// from the two, and only hashes of it are looked for, since in plain each of the two is found.
    Name,
}

impl IdentifierKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 15] = [
        Self::Email,
        Self::Phone,
        Self::GivenName,
        Self::FamilyName,
        Self::BirthDate,
        Self::NationalId,
        Self::Address,
        Self::PostalCode,
        Self::City,
        Self::Country,
        Self::ExternalId,
        Self::Card,
        Self::Iban,
        Self::Password,
        Self::Name,
    ];

    /// The word used in files: `given_name`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::BirthDate => "birth_date",
            Self::NationalId => "national_id",
            Self::Address => "address",
            Self::PostalCode => "postal_code",
            Self::City => "city",
            Self::Country => "country",
            Self::ExternalId => "external_id",
            Self::Card => "card",
            Self::Iban => "iban",
            Self::Password => "password",
            Self::Name => "name",
        }
    }

    /// The kind a word names; none for any other word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}

impl Person {
    /// Adds every given name of the person with every family name, in both orders (a Finnish register says the family
    /// name first).
    pub fn add_whole_names(&mut self) {
        let of = |kind| self.identifiers.iter().filter(move |(k, _)| *k == kind).map(|(_, name)| name).take(MOST_NAMES);
        let pairs = of(IdentifierKind::GivenName)
            .flat_map(|given| of(IdentifierKind::FamilyName).flat_map(move |family| whole_names(given, family)));
        let whole: Vec<String> = pairs.collect();
        self.identifiers.extend(whole.into_iter().map(|name| (IdentifierKind::Name, name)));
    }
}

/// A cell may hold any number of names: of so many of each kind, every pair is made.
const MOST_NAMES: usize = 4;

/// One name of two, in both orders.
pub fn whole_names(given: &str, family: &str) -> [String; 2] {
    [format!("{given} {family}"), format!("{family} {given}")]
}
