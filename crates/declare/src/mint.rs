//! Canaries: values that are valid to a form and belong to nobody.

use facts::{Canary, CanaryRequest, IdentifierKind, Mint};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Makes canaries from a seed: the same seed and requests give the same values, and no value is made twice.
///
/// Sources of what is set aside: e-mail RFC 2606 §3 (example.com, .net, .org); Swedish numbers PTS, "Telefonnummer
/// för användning i böcker och filmer" (070-174 06 05 to 99); British numbers Ofcom, "Numbers for use in TV and radio
/// drama" (07700 900000 to 900999); American numbers NANPA (555-0100 to 555-0199 of every area code). No source was found
/// for Finnish, Danish or Norwegian phone numbers that nobody is given: pages of those countries get Swedish ones.
#[derive(Debug, Clone)]
pub struct CanaryMint {
    seed: u64,
    /// Canaries made.
    made: usize,
    phones: usize,
    /// Words already used, so that chance never repeats one.
    used: BTreeSet<String>,
}

impl CanaryMint {
    pub fn new(seed: u64) -> Self {
        Self { seed, made: 0, phones: 0, used: BTreeSet::new() }
    }

    /// Bytes that depend on the seed and on how many were asked for before.
    fn dice(&self, salt: usize) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.seed.to_le_bytes());
        hash.update((self.made as u64).to_le_bytes());
        hash.update((salt as u64).to_le_bytes());
        hash.finalize().into()
    }

    /// The first word of `make` that was not used before.
    fn fresh(&mut self, make: impl Fn(&[u8; 32]) -> String) -> String {
        let mut salt = 0;
        loop {
            let word = make(&self.dice(salt));
            if self.used.insert(word.to_lowercase()) {
                return word;
            }
            salt += 1;
        }
    }

    fn value(&mut self, wanted: &CanaryRequest) -> String {
        match wanted.kind {
            IdentifierKind::Email => self.email(wanted.spelling),
            IdentifierKind::Phone => self.phone(wanted.spelling),
            IdentifierKind::GivenName | IdentifierKind::FamilyName => self.fresh(|d| name(d, 4, wanted.spelling)),
            IdentifierKind::Name => {
                self.fresh(|d| format!("{} {}", name(d, 3, 1), name(&turned(d), 4, wanted.spelling)))
            }
            IdentifierKind::BirthDate => self.fresh(birth_date),
            IdentifierKind::Address => self.fresh(|d| format!("{}gränd {}", name(d, 3, 1), 100 + u16::from(d[31]))),
            IdentifierKind::City => self.fresh(|d| format!("{}köping", name(d, 3, 1))),
            IdentifierKind::Country => self.fresh(|d| format!("{}land", name(d, 3, 1))),
            IdentifierKind::PostalCode => self.fresh(postal_code),
            IdentifierKind::Card => self.fresh(card),
            IdentifierKind::Iban => self.fresh(iban),
            IdentifierKind::NationalId => match id_country(wanted) {
                Some("FI") => self.fresh(finnish_id),
                Some("DK") => self.fresh(danish_id),
                Some("NO") => self.fresh(norwegian_id),
                _ => self.swedish_id(wanted.spelling),
            },
            IdentifierKind::Password => self.fresh(password),
            IdentifierKind::ExternalId => self.fresh(|d| format!("example-{}", token(d, 12))),
        }
    }

    /// Mixed case first, lower case next: some collectors only take one of them.
    fn email(&mut self, spelling: usize) -> String {
        let domain = ["example.com", "example.org", "example.net"][self.made % 3];
        let address = self.fresh(|d| format!("{}.{}.{}@{domain}", name(d, 3, 1), name(&turned(d), 3, 1), token(d, 4)));
        if spelling.is_multiple_of(2) { address } else { address.to_lowercase() }
    }

    /// With a hyphen first, twelve digits next.
    fn swedish_id(&mut self, spelling: usize) -> String {
        let mut number = self.fresh(swedish_id);
        if spelling.is_multiple_of(2) {
            number.insert(8, '-');
        }
        number
    }

    fn phone(&mut self, spelling: usize) -> String {
        let number = phone(self.seed as usize, self.phones);
        self.phones += 1;
        if spelling.is_multiple_of(2) { number.0 } else { number.1 }
    }
}

impl Mint for CanaryMint {
    fn mint(&mut self, wanted: &CanaryRequest) -> Canary {
        let value = self.value(wanted);
        self.made += 1;
        Canary {
            id: format!("c{:02}", self.made),
            role: wanted.role.clone(),
            kind: wanted.kind,
            value,
            field: wanted.field.clone(),
            further_fields: Vec::new(),
            page: wanted.page.clone(),
            frame: None,
            journey: wanted.journey.clone(),
            consent: wanted.consent,
            step: wanted.step.clone(),
            typed: None,
            country: country(wanted).map(str::to_owned),
        }
    }
}

const SWEDISH: usize = 95;
const BRITISH: usize = 1000;
const AMERICAN_PER_AREA: usize = 100;

/// The n-th number, national and international spelling. The ranges last for some 80 000 fields.
fn phone(seed: usize, n: usize) -> (String, String) {
    if n < SWEDISH {
        let last = 5 + (seed % SWEDISH + n) % SWEDISH;
        return (format!("070-174 06 {last:02}"), format!("+46 70 174 06 {last:02}"));
    }
    let n = n - SWEDISH;
    if n < BRITISH {
        let last = (seed % BRITISH + n) % BRITISH;
        return (format!("07700 900{last:03}"), format!("+44 7700 900{last:03}"));
    }
    let n = n - BRITISH;
    // Area codes are [2-9][0-8][0-9]; N11 are service codes.
    let areas: Vec<usize> = (200..1000).filter(|a| a / 10 % 10 != 9 && a % 100 != 11).collect();
    let (area, last) = (areas[n / AMERICAN_PER_AREA % areas.len()], 100 + n % AMERICAN_PER_AREA);
    (format!("({area}) 555-0{last}"), format!("+1 {area} 555 0{last}"))
}

/// A name nobody bears: `syllables` of consonant and vowel. Even spellings may hold å, ä, ö.
fn name(dice: &[u8; 32], syllables: usize, spelling: usize) -> String {
    const START: [&str; 16] = ["b", "bl", "d", "dr", "f", "fj", "g", "kv", "l", "m", "n", "r", "st", "t", "tr", "v"];
    const PLAIN: [&str; 6] = ["a", "e", "i", "o", "u", "y"];
    const SWEDISH_VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "å", "ä", "ö"];
    let mut name = String::new();
    for i in 0..syllables {
        let (consonant, vowel) = (dice[2 * i] as usize, dice[2 * i + 1] as usize);
        name += START[consonant % START.len()];
        name += if spelling.is_multiple_of(2) { SWEDISH_VOWELS[vowel % 8] } else { PLAIN[vowel % 6] };
    }
    let end = ["k", "ld", "n", "r", "sk", "v"][dice[30] as usize % 6];
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect::<String>() + end)
}

fn turned(dice: &[u8; 32]) -> [u8; 32] {
    let mut turned = *dice;
    turned.rotate_left(8);
    turned
}

/// Letters and digits that cannot be mistaken for one another.
fn token(dice: &[u8; 32], length: usize) -> String {
    const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    dice[16..16 + length].iter().map(|b| char::from(LETTERS[*b as usize % LETTERS.len()])).collect()
}

/// Fifteen signs: capital and small letters, digits and a mark, as rules for passwords want them; the mark is one that nearly all
/// of them name.
fn password(dice: &[u8; 32]) -> String {
    format!("Lucka!7{}", token(dice, 8))
}

/// A day of the years 1901 to 1938, as date fields want it.
fn birth_date(dice: &[u8; 32]) -> String {
    format!("{}-{:02}-{:02}", 1901 + u16::from(dice[0] % 38), 1 + dice[1] % 12, 1 + dice[2] % 28)
}

/// A Finnish identity code with an individual number of 900 to 999. Persons get 002 to 899 (decree 128/2010); the rest
/// is never entered into the population information system and serves for tests.
fn finnish_id(dice: &[u8; 32]) -> String {
    let date = format!("{:02}{:02}{:02}", 1 + dice[0] % 28, 1 + dice[1] % 12, 1 + dice[2] % 38);
    let number = format!("9{:02}", dice[3] % 100);
    format!("{date}-{number}{}", check_character(&format!("{date}{number}")))
}

/// The nine digits modulo 31, as one of 31 characters.
fn check_character(digits: &str) -> char {
    const CHECK: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let rest = digits.bytes().fold(0usize, |r, d| (r * 10 + usize::from(d - b'0')) % 31);
    char::from(CHECK[rest])
}

/// A Swedish number of the 1890s with a birth number of 980 to 999: nobody born then lives, and these birth numbers are
/// those of the Tax Agency's test numbers (unconfirmed: no text of the agency's was at hand).
fn swedish_id(dice: &[u8; 32]) -> String {
    let date = format!("{}{:02}{:02}", 90 + dice[0] % 10, 1 + dice[1] % 12, 1 + dice[2] % 28);
    let number = 980 + u16::from(dice[3] % 20);
    let check = luhn(&format!("{date}{number}"));
    format!("18{date}{number}{check}")
}

/// A Danish number of somebody born in 1858 to 1860, whom the register, begun in 1968, never had: a seventh digit of 5 to 8 after
/// the years 58 to 99 means the nineteenth century. The ten digits, weighed, are a multiple of 11 (cpr.dk, "Opbygning af
/// CPR-nummeret", by libraries that cite it: secondary).
fn danish_id(dice: &[u8; 32]) -> String {
    let date = format!("{:02}{:02}{}", 1 + dice[0] % 28, 1 + dice[1] % 12, 58 + dice[2] % 3);
    let serial = |n: u16| format!("{}{:02}", 5 + n / 100 % 4, n % 100);
    let begun = u16::from_le_bytes([dice[3], dice[4]]) % 400;
    let number = (0..400).map(|n| format!("{date}{}", serial(begun + n)));
    let (number, check) = number
        .filter_map(|number| modulo_11(&number, &[4, 3, 2, 7, 6, 5, 4, 3, 2]).map(|check| (number, check)))
        .next()
        .expect("one serial number in eleven at most has no check digit");
    format!("{}-{}{check}", &number[..6], &number[6..])
}

/// A Norwegian number of somebody born in 1855 to 1858, whom the register, begun in 1964, never had: an individual number of 500
/// to 749 after the years 54 to 99 means the nineteenth century. Two check digits modulo 11 (Skatteetaten, by libraries that
/// cite it: secondary; the digits added in 2032 are read in the same way).
fn norwegian_id(dice: &[u8; 32]) -> String {
    let date = format!("{:02}{:02}{}", 1 + dice[0] % 28, 1 + dice[1] % 12, 55 + dice[2] % 4);
    let checked = |n: usize| {
        let number = format!("{date}{}", 500 + (usize::from(dice[3]) + n) % 250);
        let first = modulo_11(&number, &[3, 7, 6, 1, 8, 9, 4, 5, 2])?;
        let number = format!("{number}{first}");
        let second = modulo_11(&number, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2])?;
        Some(format!("{number}{second}"))
    };
    (0..250).find_map(checked).expect("few individual numbers have no check digits")
}

/// The digit that makes the weighed sum a multiple of 11; none where that would be ten.
fn modulo_11(digits: &str, weights: &[u32]) -> Option<u32> {
    let sum: u32 = digits.chars().filter_map(|c| c.to_digit(10)).zip(weights).map(|(d, w)| d * w).sum();
    Some((11 - sum % 11) % 11).filter(|check| *check < 10)
}

/// The country a page is for: its host's, else that of its language. Swedish is spoken in two of them.
fn country(wanted: &CanaryRequest) -> Option<&'static str> {
    let host = wanted.page.split("//").nth(1).and_then(|rest| rest.split(['/', ':', '?', '#']).next());
    let by_host = match host.and_then(|h| h.rsplit('.').next()) {
        Some("se") => Some("SE"),
        Some("fi") => Some("FI"),
        Some("dk") => Some("DK"),
        Some("no") => Some("NO"),
        _ => None,
    };
    let lang = wanted.lang.to_ascii_lowercase();
    by_host.or(match lang.split(['-', '_']).next() {
        Some("fi") => Some("FI"),
        Some("da") => Some("DK"),
        Some("no" | "nb" | "nn") => Some("NO"),
        _ => None,
    })
}

/// The country whose ids a field wants: that which its own words name, else that of the example beside it, which decides against
/// host and language.
fn id_country(wanted: &CanaryRequest) -> Option<&str> {
    let page = country(wanted);
    // A Danish or Norwegian number looks like a Finnish one.
    let shown = wanted.example.as_deref().filter(|_| !matches!(page, Some("DK" | "NO")));
    wanted.named.as_deref().or(shown).or(page)
}

/// The check digit after these digits.
fn luhn(digits: &str) -> char {
    let doubled = |d: u32| d * 2 / 10 + d * 2 % 10;
    let digits = digits.chars().rev().filter_map(|c| c.to_digit(10)).enumerate();
    let sum: u32 = digits.map(|(i, d)| if i % 2 == 0 { doubled(d) } else { d }).sum();
    char::from(b'0' + ((10 - sum % 10) % 10) as u8)
}

/// Swedish codes begin at 100 00; those below are not in use.
fn postal_code(dice: &[u8; 32]) -> String {
    let n = 1000 + u16::from_le_bytes([dice[0], dice[1]]) % 9000;
    format!("0{:02} {:02}", n / 100, n % 100)
}

/// Sixteen digits with a right check digit under 9999, which no issuer has (ISO/IEC 7812: 9 is left to national bodies).
fn card(dice: &[u8; 32]) -> String {
    let digits: String = dice[..11].iter().map(|b| char::from(b'0' + b % 10)).collect();
    let digits = format!("9999{digits}");
    format!("{digits}{}", luhn(&digits))
}

/// A Swedish IBAN with right check digits and bank 000, which does not exist.
fn iban(dice: &[u8; 32]) -> String {
    let account: String = dice[..17].iter().map(|b| char::from(b'0' + b % 10)).collect();
    let bban = format!("000{account}");
    // ISO 13616: S = 28, E = 14, check digits 00 at the end, modulo 97.
    let rest = format!("{bban}281400").bytes().fold(0u32, |r, d| (r * 10 + u32::from(d - b'0')) % 97);
    format!("SE{:02}{bban}", 98 - rest)
}

#[cfg(test)]
#[path = "mint_tests.rs"]
mod tests;
