//! Phone numbers: from what was typed to E.164 and back, by calling code and trunk prefix, and into customary groups.
//!
//! libphonenumber's full metadata is not needed to *generate* spellings: a number that is not valid is merely a
//! needle nobody sends. Tests compare with the libphonenumber port.

use crate::tables::{Format, Formats, Tables};
use facts::IdentifierKind;

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
        let (typed, _) = without_extension(typed.trim());
        let international = begins_with_plus(typed);
        let shown_trunk = typed.replace("(0)", "");
        let digits = digits(if international { &shown_trunk } else { typed });
        let number = if international {
            Self::split(&digits)?
        } else if let Some(rest) = digits.strip_prefix("00") {
            Self::split(rest)?
        } else {
            let phone = &Tables::get().phone;
            let (_, code, trunk) = phone.countries.iter().find(|(iso, ..)| iso == country)?;
            let is_of = |list: &[String]| list.iter().any(|iso| iso == country);
            let has_ten = digits.len() >= code.len() + 10 || !is_of(&phone.ten_digits);
            if shows_code(&digits, code, trunk) && has_ten && !is_of(&phone.code_begins_numbers) {
                return Self::split(&digits);
            }
            let national = without_trunk(&digits, country, trunk).to_owned();
            Self { code: code.clone(), national, trunk: trunk.clone() }
        };
        (4..=14).contains(&number.national.len()).then_some(number)
    }

    fn split(digits: &str) -> Option<Self> {
        let phone = &Tables::get().phone;
        let short = phone.short_codes.iter().find(|c| digits.starts_with(c.as_str()));
        let length = short.map_or(3, String::len);
        let (code, national) = digits.split_at_checked(length)?;
        let (iso, trunk) = phone.countries.iter().find(|(_, c, _)| c == code).map_or(("", ""), |(iso, _, t)| (iso, t));
        // `+46 070 …`: the trunk prefix is typed though it should not be; never so for numbers without one (Italy).
        let national = without_trunk(national, iso, trunk);
        Some(Self { code: code.into(), national: national.into(), trunk: trunk.into() })
    }

    /// Whether its calling code is assigned, to a country or to satellites and networks of no country (ITU-T E.164).
    pub fn is_somewhere(&self) -> bool {
        let global = ["800", "808", "870", "878", "881", "882", "883", "888", "979"];
        let phone = &Tables::get().phone;
        global.contains(&&*self.code) || phone.countries.iter().any(|(_, code, _)| *code == self.code)
    }

    pub fn e164(&self) -> String {
        ["+", &self.code, &self.national].concat()
    }

    pub fn with_trunk(&self) -> String {
        [&*self.trunk, &self.national].concat()
    }

    /// One that was in use, or is beside the country's own.
    pub fn former_trunk(&self) -> Option<&'static str> {
        let phone = &Tables::get().phone;
        let (iso, ..) = phone.countries.iter().find(|(_, code, _)| *code == self.code)?;
        let former = phone.trunks.iter().find(|(of, trunk, _)| of == iso && *trunk != self.trunk)?;
        Some(&former.1)
    }

    /// As people write it in its country, or after the calling code: in groups, by one of tables/phones.toml.
    pub fn grouped(&self, formats: &Formats, international: bool) -> Option<String> {
        let mut of_country = formats.get(&self.code)?.iter();
        let (format, groups) = of_country.find_map(|f| Some((f, f.groups(&self.national)?)))?;
        let template = if international { &format.international } else { &format.national };
        let mut out = String::with_capacity(32);
        if international {
            out.extend(["+", &self.code, " "]);
        }
        let mut parts = template.split('$');
        out.push_str(parts.next()?);
        for part in parts {
            let (number, rest) = part.split_at_checked(1)?;
            out.push_str(groups.get(number.parse::<usize>().ok()?.checked_sub(1)?)?);
            out.push_str(rest);
        }
        (!template.is_empty()).then_some(out)
    }
}

impl Format {
    /// The groups of a national significant number; none where it is not written so.
    fn groups<'n>(&self, national: &'n str) -> Option<Vec<&'n str>> {
        let digits = national.as_bytes();
        let begins = |first: &Vec<u16>| {
            first.len() <= digits.len() && first.iter().zip(digits).all(|(set, digit)| set >> (digit & 15) & 1 == 1)
        };
        let (least, most) = self.sizes.iter().fold((0, 0), |(l, m), (least, most)| (l + least, m + most));
        if !(least..=most).contains(&digits.len()) || !(self.first.is_empty() || self.first.iter().any(begins)) {
            return None;
        }
        let (mut rest, mut behind) = (national, least);
        let group = |(least, most): &(usize, usize)| {
            behind -= least;
            // as many as leave the later groups the fewest they can have
            let (group, later) = rest.split_at_checked((rest.len() - behind).min(*most))?;
            rest = later;
            Some(group)
        };
        self.sizes.iter().map(group).collect()
    }
}

/// A number that begins with the calling code though nothing announces it: too long for a national one, and without the
/// trunk prefix that one would have.
fn shows_code(digits: &str, code: &str, trunk: &str) -> bool {
    digits.len() >= 10 && digits.starts_with(code) && (trunk.is_empty() || !digits.starts_with(trunk))
}

fn without_trunk<'d>(digits: &'d str, iso: &str, trunk: &str) -> &'d str {
    let mut own = Tables::get().phone.trunks.iter().filter(|(of, ..)| of == iso);
    let rest = own.clone().find_map(|(_, t, length)| digits.strip_prefix(&**t).filter(|_| digits.len() == *length));
    let always = || if own.any(|(_, t, _)| t == trunk) { None } else { digits.strip_prefix(trunk) };
    rest.or_else(always).unwrap_or(digits)
}

fn begins_with_plus(typed: &str) -> bool {
    typed.starts_with('+') || typed.starts_with('\u{ff0b}')
}

/// A number without what is written behind it, and that: `08-539 006 05 ankn 12`, `x12`, `#12`, words.
pub(crate) fn without_extension(typed: &str) -> (&str, &str) {
    /// No number has fewer digits.
    const LEAST: usize = 5;
    let mut digits = 0;
    let behind = |(_, c): &(usize, char)| {
        digits += usize::from(c.is_ascii_digit());
        digits >= LEAST && (c.is_alphabetic() || *c == '#')
    };
    typed.split_at(typed.char_indices().find(behind).map_or(typed.len(), |(at, _)| at))
}

/// A country of tables/identifiers.toml in which somebody's numbers may be meant beside that of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct OwnCountry(u8);

impl OwnCountry {
    /// The one the person lives in, else that of another number of theirs; none where `list` is the same.
    pub fn of<'p>(identifiers: impl Iterator<Item = (IdentifierKind, &'p str)> + Clone, list: &str) -> Self {
        let phones = || identifiers.clone().filter(|(kind, _)| *kind == IdentifierKind::Phone).map(|(_, typed)| typed);
        let says_country = |typed: &str| begins_with_plus(typed.trim()) || typed.trim().starts_with("00");
        if phones().all(says_country) {
            return Self::default();
        }
        let countries = &Tables::get().phone.countries;
        let lives = || {
            let own = identifiers.clone().find(|(kind, _)| *kind == IdentifierKind::Country)?;
            Tables::get().phone_country(own.1)
        };
        let of_number = |typed: &str| {
            let code = Number::read(typed, list)?.code;
            let at = countries.iter().position(|(_, c, _)| *c == code)?;
            let own = countries.iter().find(|(iso, ..)| iso == list);
            own.is_none_or(|(_, c, _)| *c != code).then_some(at)
        };
        let at = lives().or_else(|| phones().filter(|typed| says_country(typed)).find_map(of_number));
        Self(at.filter(|at| countries[*at].0 != list).map_or(0, |at| at as u8 + 1))
    }

    /// ISO 3166-1 alpha-2.
    pub fn code(self) -> Option<&'static str> {
        let at = usize::from(self.0).checked_sub(1)?;
        Tables::get().phone.countries.get(at).map(|(iso, ..)| iso.as_str())
    }

    pub fn to_byte(self) -> u8 {
        self.0
    }

    pub fn from_byte(byte: u8) -> Self {
        Self(byte)
    }
}

pub(crate) fn digits(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().filter(char::is_ascii_digit).for_each(|c| out.push(c));
    out
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
            ("AX", "041 2345678"),
            ("LT", "861234007"),
            ("LT", "8-612-34008"),
            ("LT", "0 612 34008"),
            ("AL", "067 212 3456"),
            ("BA", "061 123 456"),
            ("RO", "0712 034 567"),
            ("RU", "8 912 345-67-89"),
            ("RU", "7 912 345-67-89"),
            ("KZ", "8 (771) 000 9998"),
            ("BY", "8 029 491-19-11"),
            ("BY", "029 491-19-11"),
            ("IN", "091234 56789"),
        ] {
            let id: Id = country.parse().unwrap();
            let theirs = phonenumber::parse(Some(id), typed).unwrap();
            let ours = Number::read(typed, country).unwrap();
            assert_eq!(ours.e164(), theirs.format().mode(Mode::E164).to_string(), "{country}");
            let again = Number::read(&ours.e164(), "SE").unwrap();
            assert_eq!(again, ours, "{country}");
        }
    }

    #[test]
    fn numbers_are_grouped_as_libphonenumber_does() {
        let mut compared = 0;
        for typed in [
            "+46701740605",
            "+46853900605",
            "+4690123456",
            "+46317001234",
            "+4650012345",
            "+358401234567",
            "+358912345678",
            "+358201234567",
            "+4740612345",
            "+4722123456",
            "+4580012345",
            "+4532123456",
            "+3547654321",
            "+37251234567",
            "+37121234567",
            "+37061234567",
            "+4915123456789",
            "+493012345678",
            "+498912345678",
            "+43664123456",
            "+41781234567",
            "+31612345678",
            "+3224123456",
            "+33612345678",
            "+34612345678",
            "+351912345678",
            "+393123456789",
            "+390612345678",
            "+353850123456",
            "+447400123456",
            "+442079460123",
            "+48512345678",
            "+420601123456",
            "+421912123456",
            "+36201234567",
            "+40712034567",
            "+306912345678",
            "+38631234567",
            "+385921234567",
            "+12015550123",
            "+61412345678",
            "+201001234567",
            "+821023456789",
            "+5511961234567",
            "+5491123456789",
            "+971501234567",
            "+79123456789",
            "+375294911911",
            "+995555123456",
            "+27711234567",
            "+66812345678",
            "+6581234567",
            "+85251234567",
            "+8613123456789",
        ] {
            let theirs = phonenumber::parse(None, typed).unwrap();
            let ours = Number::read(typed, "SE").unwrap();
            let formats = &Tables::get().grouping.formats;
            for (mode, international) in [(Mode::National, false), (Mode::International, true)] {
                let written = theirs.format().mode(mode).to_string();
                assert_eq!(ours.grouped(formats, international), Some(written), "{typed}");
                compared += 1;
            }
        }
        assert_eq!(compared, 2 * 54);
    }

    #[test]
    fn what_custom_groups_otherwise_is_there_too() {
        let grouped = |typed: &str, international| {
            let number = Number::read(typed, "SE").unwrap();
            number.grouped(&Tables::get().grouping.customary, international)
        };
        assert_eq!(grouped("070-174 06 05", false).as_deref(), Some("070-1740605"));
        assert_eq!(grouped("+358401234567", true).as_deref(), Some("+358 40 123 4567"));
        assert_eq!(grouped("+358401234567", false).as_deref(), Some("040 123 4567"));
        assert_eq!(grouped("08-123456", false).as_deref(), Some("08-123456"));
        assert_eq!(grouped("+4580012345", false), None);
    }

    /// The port takes the prefix off here, though 812 is the code of a town.
    #[test]
    fn a_prefix_that_other_numbers_begin_with_has_its_length() {
        assert_eq!(Number::read("812 345-67-89", "RU").unwrap().e164(), "+78123456789");
        assert_eq!(Number::read("+7 812 345-67-89", "SE").unwrap().e164(), "+78123456789");
        assert_eq!(Number::read("8 (812) 345-67-89", "RU").unwrap().e164(), "+78123456789");
    }

    /// The port takes the calling code off here, though 391 is a mobile prefix.
    #[test]
    fn a_national_number_that_begins_like_the_calling_code_is_national() {
        assert_eq!(Number::read("391 234 5678", "IT").unwrap().e164(), "+393912345678");
    }

    #[test]
    fn what_is_written_behind_a_number_is_no_part_of_it() {
        for typed in ["08-539 006 05 ankn 12", "08-539 006 05 x12", "08-539 006 05 #12", "tel. 08-539 006 05 (work)"] {
            assert_eq!(Number::read(typed, "SE").unwrap().e164(), "+46853900605", "{typed}");
        }
    }

    #[test]
    fn whose_numbers_are_meant_in_another_country() {
        use IdentifierKind as K;
        let own = |identifiers: &[(K, &str)]| OwnCountry::of(identifiers.iter().copied(), "SE").code();
        assert_eq!(own(&[(K::Phone, "040 1234567"), (K::Country, "Suomi")]), Some("FI"));
        assert_eq!(own(&[(K::Phone, "040 1234567"), (K::Country, "fi")]), Some("FI"));
        assert_eq!(own(&[(K::Phone, "040 1234567"), (K::Phone, "+358 9 12345678")]), Some("FI"));
        assert_eq!(own(&[(K::Phone, "040 1234567"), (K::Phone, "00358 9 12345678")]), Some("FI"));
        for nothing in [(K::Country, "SE"), (K::Country, "Atlantis"), (K::Phone, "+46701740605")] {
            assert_eq!(own(&[(K::Phone, "040 1234567"), nothing]), None);
        }
        assert_eq!(own(&[(K::Phone, "+358401234567"), (K::Country, "FI")]), None);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in ["", "+", "12", "abc", "+4", "123456789012345678"] {
            assert_eq!(Number::read(typed, "SE"), None, "{typed}");
        }
        assert_eq!(Number::read("070-174 06 05", "XX"), None);
    }
}
