//! Phone numbers: from what was typed to E.164 and back, by calling code and trunk prefix.
//!
//! libphonenumber's full metadata is not needed to *generate* spellings: a number that is not valid is merely a
//! needle nobody sends. A test compares with the libphonenumber port on every country of the table.

use crate::tables::Tables;

/// A number cut into calling code and national significant number, digits only.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Number {
    pub code: String,
    pub national: String,
    pub trunk: String,
}

impl Number {
    /// Reads a number as typed; `country` tells how one without `+` is meant.
    pub fn read(typed: &str, country: &str) -> Option<Self> {
        let typed = typed.trim();
        let international = typed.starts_with('+') || typed.starts_with('\u{ff0b}');
        let shown_trunk = typed.replace("(0)", "");
        let digits = digits(if international { &shown_trunk } else { typed });
        let number = if international {
            Self::split(&digits)?
        } else if let Some(rest) = digits.strip_prefix("00") {
            Self::split(rest)?
        } else {
            let phone = &Tables::get().phone;
            let (_, code, trunk) = phone.countries.iter().find(|(iso, ..)| iso == country)?;
            if shows_code(&digits, code, trunk) && !phone.code_begins_numbers.iter().any(|iso| iso == country) {
                return Self::split(&digits);
            }
            let national = digits.strip_prefix(trunk.as_str()).unwrap_or(&digits).to_owned();
            Self { code: code.clone(), national, trunk: trunk.clone() }
        };
        (4..=14).contains(&number.national.len()).then_some(number)
    }

    fn split(digits: &str) -> Option<Self> {
        let phone = &Tables::get().phone;
        let short = phone.short_codes.iter().find(|c| digits.starts_with(c.as_str()));
        let length = short.map_or(3, String::len);
        let (code, national) = digits.split_at_checked(length)?;
        let trunk = phone.countries.iter().find(|(_, c, _)| c == code).map_or("", |(.., t)| t);
        // `+46 070 …`: the trunk prefix is typed though it should not be; never so for numbers without one (Italy).
        let national = if trunk.is_empty() { national } else { national.strip_prefix(trunk).unwrap_or(national) };
        Some(Self { code: code.into(), national: national.into(), trunk: trunk.into() })
    }

    pub fn e164(&self) -> String {
        format!("+{}{}", self.code, self.national)
    }

    pub fn with_trunk(&self) -> String {
        format!("{}{}", self.trunk, self.national)
    }
}

/// A number that begins with the calling code though nothing announces it: too long for a national one, and without the
/// trunk prefix that one would have.
fn shows_code(digits: &str, code: &str, trunk: &str) -> bool {
    digits.len() >= 10 && digits.starts_with(code) && (trunk.is_empty() || !digits.starts_with(trunk))
}

pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use phonenumber::{Mode, country::Id};

    #[test]
    fn agrees_with_libphonenumber_on_example_numbers() {
        for (country, typed) in [
            ("SE", "070-174 06 05"),
            ("FI", "041 2345678"),
            ("NO", "406 12 345"),
            ("DK", "32 12 34 56"),
            ("DE", "01512 3456789"),
            ("GB", "07400 123456"),
            ("FR", "06 12 34 56 78"),
            ("IT", "312 345 6789"),
            ("EE", "5123 4567"),
            ("LV", "21 234 567"),
            ("PL", "512 345 678"),
            ("NL", "06 12345678"),
            ("US", "(201) 555-0123"),
            ("AU", "0412 345 678"),
            ("HU", "06 20 123 4567"),
            ("SE", "46701740605"),
            ("SE", "46 70 174 06 05"),
            ("NO", "4740612345"),
            ("FI", "358412345678"),
            ("US", "12015550123"),
        ] {
            let id: Id = country.parse().unwrap();
            let theirs = phonenumber::parse(Some(id), typed).unwrap();
            let ours = Number::read(typed, country).unwrap();
            assert_eq!(ours.e164(), theirs.format().mode(Mode::E164).to_string(), "{country}");
            let again = Number::read(&ours.e164(), "SE").unwrap();
            assert_eq!(again, ours, "{country}");
        }
    }

    /// The port takes the calling code off here, though 391 is a mobile prefix.
    #[test]
    fn a_national_number_that_begins_like_the_calling_code_is_national() {
        assert_eq!(Number::read("391 234 5678", "IT").unwrap().e164(), "+393912345678");
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in ["", "+", "12", "abc", "+4", "123456789012345678"] {
            assert_eq!(Number::read(typed, "SE"), None, "{typed}");
        }
        assert_eq!(Number::read("070-174 06 05", "XX"), None);
    }
}
