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
}

impl IdentifierKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 14] = [
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
        }
    }

    /// The kind a word names; none for any other word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}
