//! Whether a value of a list can be what its column says. One that cannot would be looked for in vain, in silence.

use crate::national;
use crate::normalise;
use crate::phone::{digits, without_extension};
use facts::IdentifierKind;

/// What is wrong with a value of somebody who lives in `country`; never the value.
pub(crate) fn wrong(kind: IdentifierKind, value: &str, country: Option<&str>) -> Option<&'static str> {
    use IdentifierKind as K;
    let (fits, why) = match kind {
        K::Email => (is_mailbox(value), "not an e-mail address"),
        K::Phone => (is_phone(value), "not a phone number of 5 to 17 digits; several are separated by `;`"),
        K::BirthDate => (normalise::is_date(value), "not a date like `1990-03-01`"),
        K::NationalId => (
            national::plausible(value, country),
            "not a valid number: its check digit or date is wrong; other numbers are `external_id`",
        ),
        K::Card => (national::card(value), "not a valid card number: its check digit is wrong"),
        K::Iban => (national::iban(value), "not a valid IBAN: its check digits are wrong"),
        _ => (true, ""),
    };
    (!fits).then_some(why)
}

/// With an extension of at most six digits.
fn is_phone(value: &str) -> bool {
    let (number, extension) = without_extension(value.trim());
    (5..=17).contains(&digits(number).len()) && digits(extension).len() <= 6
}

fn is_mailbox(value: &str) -> bool {
    let parts = value.rsplit_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty());
    parts && !value.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;
    use IdentifierKind as K;

    #[test]
    fn what_cannot_be_what_its_column_says_is_wrong() {
        for (kind, good, bad) in [
            (K::Email, "Anna.Berg+x@blåbär.example", "anna.berg"),
            (K::Email, "a@localhost", "a@example.com\nb"),
            (K::Phone, "070-174 06 05 (mobil)", "070"),
            (K::Phone, "08-539 006 05 ankn 12", "070-1740605 el. 08-539006"),
            (K::BirthDate, "1996-02-29", "1995-02-29"),
            (K::BirthDate, "29.2.1996", "1990-13-01"),
            (K::BirthDate, "08/23/1964", "900301"),
            (K::NationalId, "19640823-3234", "19640823-3235"),
            (K::NationalId, "640823+3234", "640823-3235"),
            (K::NationalId, "131052-308T", "131052-308U"),
            (K::NationalId, "070761-4286", "?"),
            (K::NationalId, "44051401359", "196408233235"),
            (K::Card, "4111 1111 1111 1111", "4111 1111 1111 1112"),
            (K::Iban, "SE45 5000 0000 0583 9825 7466", "SE45 5000 0000 0583 9825 7467"),
            (K::ExternalId, "x", "x"),
        ] {
            assert_eq!(wrong(kind, good, None), None, "{good}");
            assert!(good == bad || wrong(kind, bad, None).is_some(), "{bad}");
        }
    }
}
