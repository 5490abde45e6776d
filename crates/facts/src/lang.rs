use serde::{Deserialize, Serialize};

/// A language people are addressed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Sv,
    Fi,
    En,
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::Sv, Self::Fi, Self::En];

    /// BCP 47 primary subtag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::Fi => "fi",
            Self::En => "en",
        }
    }

    /// Reads `sv`, `sv-SE`, `sv_SE.UTF-8`; none for a language that is not spoken here.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', ';']).next()?.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|l| l.tag() == primary)
    }
}
