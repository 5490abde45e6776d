//! The tables, read once. Rows carry examples; tests execute them.

use crate::digest::Hashes;
use crate::normalise::{self, Step};
use facts::IdentifierKind;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

#[derive(Deserialize)]
struct TransformsFile {
    hash: Vec<Hash>,
    chain: Vec<Chain>,
    #[cfg(test)]
    encoding: Vec<Codec>,
    #[cfg(test)]
    container: Vec<Codec>,
}

#[derive(Deserialize)]
#[cfg_attr(not(test), expect(dead_code, reason = "vectors and sources are for tests and readers"))]
pub(crate) struct Hash {
    pub name: String,
    pub bytes: usize,
    /// 1 usual, 2 plausible, 3 = 64 bits, 4 = 32 bits: too short to stand alone.
    pub class: u8,
    /// It is only taken of the most usual spellings.
    #[serde(default)]
    pub usual: bool,
    pub source: String,
    pub vectors: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[cfg_attr(not(test), expect(dead_code, reason = "vectors and sources are for tests and readers"))]
pub(crate) struct Chain {
    pub steps: Vec<String>,
    /// As of a hash: 1 where vendors use it.
    #[serde(default = "plausible")]
    pub class: u8,
    /// As of a hash.
    #[serde(default)]
    pub usual: bool,
    pub source: String,
    pub vectors: Vec<(String, String)>,
}

fn plausible() -> u8 {
    2
}

/// An encoding or a container: the code holds what it does, the row its name and vectors.
#[cfg(test)]
#[derive(Deserialize)]
pub(crate) struct Codec {
    pub name: String,
    pub source: String,
    pub vectors: Vec<(String, String)>,
}

#[derive(Deserialize)]
struct IdentifiersFile {
    normalisation: Vec<Normalisation>,
    context: BTreeMap<String, Vec<String>>,
    shared: Shared,
    files: Files,
    names: Names,
    ids: Ids,
    pairs: NamedValues,
    seam: Seam,
    countries: Countries,
    phone: Phone,
}

#[derive(Deserialize)]
struct Names {
    words: Vec<String>,
    people: Vec<String>,
    things: Vec<String>,
}

/// Whose numbers are ids, and words for a number.
#[derive(Deserialize)]
struct Ids {
    people: Vec<String>,
    numbers: Vec<String>,
}

/// Keys of a value's name and of the value.
#[derive(Deserialize)]
pub(crate) struct NamedValues {
    pub names: Vec<String>,
    pub values: Vec<String>,
}

/// Keys of an address in two values.
#[derive(Deserialize)]
pub(crate) struct Seam {
    pub user: Vec<String>,
    pub domain: Vec<String>,
}

#[derive(Deserialize)]
struct Countries {
    names: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[cfg_attr(not(test), expect(dead_code, reason = "examples and sources are for tests and readers"))]
pub(crate) struct Normalisation {
    pub name: String,
    pub kinds: Vec<IdentifierKind>,
    pub steps: Vec<String>,
    #[serde(skip)]
    pub code: Vec<Step>,
    /// In which hashes the spelling is looked for.
    #[serde(default)]
    pub hashes: Hashes,
    /// One of the most usual spellings, looked for in every hash.
    #[serde(default)]
    pub usual: bool,
    /// Says so little that its hashes count only under a key that announces the identifier.
    #[serde(default)]
    pub announced: bool,
    #[serde(default)]
    pub vendors: Vec<String>,
    pub source: String,
    pub examples: Vec<(String, String, String)>,
}

#[derive(Deserialize)]
struct PhonesFile {
    formats: Vec<Format>,
    customary: Vec<Format>,
    customary_other: Vec<Format>,
}

/// Formats by calling code.
pub(crate) type Formats = HashMap<String, Vec<Format>>;

/// tables/phones.toml.
pub(crate) struct Grouping {
    pub formats: Formats,
    pub customary: Formats,
    pub customary_other: Formats,
}

fn by_code(formats: Vec<Format>) -> Formats {
    let mut all = Formats::new();
    formats.into_iter().for_each(|f| all.entry(f.code.clone()).or_default().push(f));
    all
}

/// How the digits of a national significant number are grouped, and what stands between the groups.
#[derive(Deserialize)]
#[serde(from = "(String, String, String, String, String)")]
pub(crate) struct Format {
    code: String,
    /// How such numbers begin: digits, or sets of them, as bits.
    pub first: Vec<Vec<u16>>,
    /// Fewest and most digits of each group.
    pub sizes: Vec<(usize, usize)>,
    pub national: String,
    pub international: String,
}

impl From<(String, String, String, String, String)> for Format {
    fn from((code, first, sizes, national, international): (String, String, String, String, String)) -> Self {
        let number = |text: &str| text.parse().expect("a number in tables/phones.toml");
        let size = |size: &str| {
            size.split_once('-').map_or_else(|| (number(size), number(size)), |(l, m)| (number(l), number(m)))
        };
        let first = first.split(' ').filter(|f| !f.is_empty()).map(sets).collect();
        Self { code, first, sizes: sizes.split(' ').map(size).collect(), national, international }
    }
}

/// `2[4-9]`: each digit, or set of digits.
fn sets(first: &str) -> Vec<u16> {
    let (mut all, mut within, mut last, mut to) = (Vec::new(), false, 0, false);
    for sign in first.chars() {
        match (sign, sign.to_digit(10)) {
            ('[', _) => {
                within = true;
                all.push(0);
            }
            (']', _) => within = false,
            ('-', _) => to = true,
            (_, Some(digit)) => {
                if !within {
                    all.push(0);
                }
                let bits = if to { last..=digit } else { digit..=digit }.fold(0, |bits, d| bits | 1 << d);
                *all.last_mut().expect("just pushed") |= bits;
                (last, to) = (digit, false);
            }
            _ => panic!("`{first}` in tables/phones.toml"),
        }
    }
    all
}

/// Endings of the names of files.
#[derive(Deserialize)]
struct Files {
    endings: Vec<String>,
}

#[derive(Deserialize)]
struct Shared {
    local_parts: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Phone {
    /// ISO code, calling code, trunk prefix
    pub countries: Vec<(String, String, String)>,
    pub short_codes: Vec<String>,
    /// Country (ISO), trunk prefix, digits that a number has with it.
    pub trunks: Vec<(String, String, usize)>,
    /// Countries (ISO) whose calling code is shown by a number only where ten digits follow it.
    pub ten_digits: Vec<String>,
    /// Countries (ISO) whose national numbers may begin with their calling code.
    pub code_begins_numbers: Vec<String>,
}

pub(crate) struct Tables {
    /// Names the tables: an index built with others has other keys.
    pub digest: [u8; 16],
    pub hashes: Vec<Hash>,
    pub chains: Vec<Chain>,
    #[cfg(test)]
    pub encodings: Vec<Codec>,
    #[cfg(test)]
    pub containers: Vec<Codec>,
    pub normalisations: Vec<Normalisation>,
    /// By kind of identifier: which of the normalisations.
    of_kind: Vec<Vec<usize>>,
    pub context: Vec<(IdentifierKind, Vec<String>)>,
    names: Names,
    ids: Ids,
    pub pairs: NamedValues,
    pub seam: Seam,
    pub shared_local_parts: Vec<String>,
    pub file_endings: Vec<String>,
    /// Alpha-2 code, then other names.
    countries: Vec<Vec<String>>,
    /// Which country goes by a name.
    named: HashMap<String, usize>,
    pub phone: Phone,
    pub grouping: Grouping,
}

impl Tables {
    pub fn get() -> &'static Self {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(Self::read)
    }

    /// The tables are part of the program: a mistake in them is ours and stops the first test.
    fn read() -> Self {
        let texts = [
            include_str!("../../../tables/transforms.toml"),
            include_str!("../../../tables/identifiers.toml"),
            include_str!("../../../tables/phones.toml"),
        ];
        let digest = Sha256::digest(texts.concat());
        let t: TransformsFile = toml::from_str(texts[0]).expect("tables/transforms.toml");
        let i: IdentifiersFile = toml::from_str(texts[1]).expect("tables/identifiers.toml");
        let p: PhonesFile = toml::from_str(texts[2]).expect("tables/phones.toml");
        let coded = |row: Normalisation| {
            let code = row.steps.iter().map(|s| normalise::step(s).expect("a step of tables/identifiers.toml"));
            Normalisation { code: code.collect(), ..row }
        };
        let normalisations: Vec<Normalisation> = i.normalisation.into_iter().map(coded).collect();
        let of_kind = |kind: IdentifierKind| {
            let rows = normalisations.iter().enumerate();
            rows.filter(|(_, row)| row.kinds.contains(&kind)).map(|(at, _)| at).collect()
        };
        let rows = i.countries.names.iter().enumerate();
        let named = rows.flat_map(|(at, names)| names[1..].iter().map(move |name| (name.clone(), at)));
        let kind = |w: &str| IdentifierKind::from_word(w).expect("a kind of identifier in [context]");
        Self {
            digest: std::array::from_fn(|i| digest[i]),
            hashes: t.hash,
            chains: t.chain,
            #[cfg(test)]
            encodings: t.encoding,
            #[cfg(test)]
            containers: t.container,
            of_kind: IdentifierKind::ALL.map(of_kind).to_vec(),
            normalisations,
            context: i.context.into_iter().map(|(w, words)| (kind(&w), words)).collect(),
            names: i.names,
            ids: i.ids,
            pairs: i.pairs,
            seam: i.seam,
            shared_local_parts: i.shared.local_parts,
            file_endings: i.files.endings,
            named: named.collect(),
            countries: i.countries.names,
            phone: i.phone,
            grouping: Grouping {
                formats: by_code(p.formats),
                customary: by_code(p.customary),
                customary_other: by_code(p.customary_other),
            },
        }
    }

    /// Which of the normalisations are of this kind.
    pub fn normalisations_of(&self, kind: IdentifierKind) -> &[usize] {
        let at = IdentifierKind::ALL.iter().position(|k| *k == kind);
        at.map_or(&[], |at| &self.of_kind[at])
    }

    pub fn normalisation(&self, name: &str) -> Option<&Normalisation> {
        self.normalisations.iter().find(|n| n.name == name)
    }

    /// Whether `key` (a parameter name, a JSON path, the text before a value) announces this kind.
    pub fn announces(&self, key: &str, kind: IdentifierKind) -> bool {
        let Some((_, words)) = self.context.iter().find(|(k, _)| *k == kind) else { return false };
        if matches!(kind, IdentifierKind::GivenName | IdentifierKind::FamilyName) && self.names_somebody(key) {
            return true;
        }
        if kind == IdentifierKind::ExternalId && self.numbers_somebody(key) {
            return true;
        }
        let (original, key) = (key, key.to_lowercase());
        let in_part =
            |part: &str| words.iter().any(|w| part == w || (w.chars().count() >= 4 && part.contains(w.as_str())));
        // `national_id` is `nationalid`; short words would be found across any two others
        let joined = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let in_name = |name: &str| words.iter().any(|w| w.chars().count() >= 8 && joined(name).contains(w.as_str()));
        // `billingZip`, `userId`; `zip5`, but not `co2`
        let in_words = || {
            let is = |word: &str, least: usize| words.iter().any(|w| w.chars().count() >= least && word == w);
            let own = words_of(original);
            own.iter().any(|word| is(word, 0) || is(word.trim_end_matches(|c: char| c.is_ascii_digit()), 3))
        };
        key.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).any(in_part)
            || in_words()
            || (key.contains(['_', '-', ' ']) && key.split('.').any(in_name))
    }

    /// Whether a key is called the name of somebody rather than of something.
    fn names_somebody(&self, key: &str) -> bool {
        let words = words_of(key);
        let Some((_, before)) = words.split_last().filter(|(last, _)| self.names.words.contains(last)) else {
            return false;
        };
        // the key's own words before it, then the object's that has it
        let own = key
            .rsplit(['.', '[', '"', '&', ',', '{'])
            .find(|part| !part.is_empty())
            .map_or(0, |part| words_of(part).len());
        match before.last() {
            None => true,
            Some(word) if own > 1 => self.names.people.contains(word),
            Some(word) => !self.names.things.iter().any(|t| word == t || word.strip_suffix('s') == Some(t)),
        }
    }

    /// Whether a key is called the number of somebody: `kundnummer`, `memberNo`.
    fn numbers_somebody(&self, key: &str) -> bool {
        let own =
            key.rsplit(['.', '[', '"', '&', ',', '{', '/', '?']).find(|part| part.chars().any(char::is_alphanumeric));
        let name: String =
            own.unwrap_or("").chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let of_somebody = |name: &str| self.ids.people.iter().any(|word| name.ends_with(word.as_str()));
        let numbered = self.ids.numbers.iter().filter_map(|word| name.strip_suffix(word.as_str()));
        numbered.into_iter().any(|whose| of_somebody(whose) || whose.strip_suffix('s').is_some_and(of_somebody))
    }

    /// Whether a number after this stretch of a path is somebody's: `/patients/`.
    pub fn leads_to_somebody(&self, path: &str) -> bool {
        /// Of a plural.
        const ENDING: usize = 3;
        let Some(segment) = path.strip_suffix('/').and_then(|path| path.rsplit('/').next()) else { return false };
        let segment = segment.to_lowercase();
        let rests = self.ids.people.iter().filter_map(|word| segment.strip_prefix(word.as_str()));
        rests.into_iter().any(|rest| rest.len() <= ENDING && rest.chars().all(char::is_alphabetic))
    }

    /// The code of a country that goes by this name; none where the name is the code.
    pub fn country_code(&self, name: &str) -> Option<String> {
        Some(self.countries[*self.named.get(&name.to_lowercase())?][0].to_lowercase())
    }

    /// ISO 3166-1 alpha-3 of a country that goes by this name or code.
    pub fn country_alpha_3(&self, name: &str) -> Option<String> {
        let name = name.to_lowercase();
        let at = self.named.get(&name).copied();
        let at = at.or_else(|| self.countries.iter().position(|names| names[0].eq_ignore_ascii_case(&name)))?;
        Some(self.countries[at][1].clone())
    }

    pub fn is_phone_country(&self, code: &str) -> bool {
        self.phone.countries.iter().any(|(iso, ..)| iso == code)
    }

    /// Which of the countries with telephones goes by this name or code: its place among them.
    pub fn phone_country(&self, name: &str) -> Option<usize> {
        let code = self.country_code(name.trim()).unwrap_or_else(|| name.trim().to_lowercase());
        self.phone.countries.iter().position(|(iso, ..)| iso.eq_ignore_ascii_case(&code))
    }

    pub fn is_role_address(&self, local_part: &str) -> bool {
        let local = local_part.to_lowercase();
        // `info2`
        let local = local.trim_end_matches(|c: char| c.is_ascii_digit());
        // `info.malmo`, `faktura-lund`: a place's; `post.anders` would be a person's
        const ALSO_NAMES: [&str; 8] = ["post", "mail", "root", "press", "media", "team", "order", "hyra"];
        let first = local.split(['.', '-', '_']).next().unwrap_or_default();
        let is_of_place = first.len() >= 4 && first.len() < local.len() && !ALSO_NAMES.contains(&first);
        let has = |word: &str| self.shared_local_parts.iter().any(|own| own == word);
        has(local) || is_of_place && has(first)
    }
}

/// The words of a key in lower case: `userName`, `user_name` and `user.name` have two.
fn words_of(key: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in key.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && before.is_lowercase()) {
            words.push(String::new());
        }
        if c.is_alphanumeric() {
            words.last_mut().expect("one at least").extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_announce_what_they_hold() {
        let t = Tables::get();
        for (key, kind, yes) in [
            ("udff[ph]", IdentifierKind::Phone, true),
            ("context.user.phone_number", IdentifierKind::Phone, true),
            ("graph", IdentifierKind::Phone, false),
            ("u_hem", IdentifierKind::Email, true),
            ("zp", IdentifierKind::PostalCode, true),
            ("timestamp", IdentifierKind::PostalCode, false),
            ("zipcode", IdentifierKind::PostalCode, true),
            ("zipCode", IdentifierKind::PostalCode, true),
            ("billingZip", IdentifierKind::PostalCode, true),
            ("userZIP", IdentifierKind::PostalCode, true),
            ("zip5", IdentifierKind::PostalCode, true),
            ("shipping_zipcode", IdentifierKind::PostalCode, true),
            ("kod_pocztowy", IdentifierKind::PostalCode, true),
            ("unzip", IdentifierKind::PostalCode, false),
            ("gzip", IdentifierKind::PostalCode, false),
            ("bdate", IdentifierKind::BirthDate, true),
            ("geburtsdatum", IdentifierKind::BirthDate, true),
            ("fødselsdato", IdentifierKind::BirthDate, true),
            ("dateNaissance", IdentifierKind::BirthDate, true),
            ("geboorteDatum", IdentifierKind::BirthDate, true),
            ("data_urodzenia", IdentifierKind::BirthDate, true),
            ("updatedAt", IdentifierKind::BirthDate, false),
            ("Vorname", IdentifierKind::GivenName, true),
            ("nazwisko", IdentifierKind::FamilyName, true),
            ("woonplaats", IdentifierKind::City, true),
            ("support", IdentifierKind::City, false),
            ("importOrt", IdentifierKind::City, true),
            ("co2", IdentifierKind::Country, false),
            ("patientId", IdentifierKind::ExternalId, true),
            ("crmId", IdentifierKind::ExternalId, true),
            ("kundnummer", IdentifierKind::ExternalId, true),
            ("medlemsNr", IdentifierKind::ExternalId, true),
            ("asiakasnumero", IdentifierKind::ExternalId, true),
            ("d.pupilNumber", IdentifierKind::ExternalId, true),
            ("sub", IdentifierKind::ExternalId, true),
            ("paid", IdentifierKind::ExternalId, false),
            ("pageNumber", IdentifierKind::ExternalId, false),
            ("subtotal", IdentifierKind::ExternalId, false),
            ("hashedEm", IdentifierKind::Email, true),
            ("user.national_id", IdentifierKind::NationalId, true),
            ("national.id", IdentifierKind::NationalId, false),
            ("name", IdentifierKind::GivenName, true),
            ("user.name", IdentifierKind::GivenName, true),
            ("fullName", IdentifierKind::FamilyName, true),
            ("traits.first_name", IdentifierKind::GivenName, true),
            ("\"name\":\"", IdentifierKind::GivenName, true),
            ("hostname", IdentifierKind::FamilyName, false),
            ("events.eventName", IdentifierKind::GivenName, false),
            ("items.name", IdentifierKind::GivenName, false),
            ("item_name", IdentifierKind::GivenName, false),
            ("fileName", IdentifierKind::GivenName, false),
            ("utm_campaign_name", IdentifierKind::GivenName, false),
        ] {
            assert_eq!(t.announces(key, kind), yes, "{key}");
        }
    }

    #[test]
    fn a_path_leads_to_somebody() {
        for (path, yes) in [
            ("/patient/", true),
            ("/Patienter/", true),
            ("/api/kunder/", true),
            ("/product/", false),
            ("/personal-x/", false),
        ] {
            assert_eq!(Tables::get().leads_to_somebody(path), yes, "{path}");
        }
    }

    /// One and more of each language that [shared] names.
    #[test]
    fn addresses_of_functions_are_told_from_those_of_people() {
        for local in [
            "info",
            "Support",
            "no-reply",
            "kundtjänst",
            "vaxel",
            "registrator",
            "kirjaamo",
            "asiakaspalvelu",
            "vaihde",
        ] {
            assert!(Tables::get().is_role_address(local), "{local}");
        }
        for local in ["kontakt", "empfang", "post", "resepsjon", "kundeservice", "sekretar", "accueil", "contacto"] {
            assert!(Tables::get().is_role_address(local), "{local}");
        }
        for local in ["info.malmo", "faktura-lund", "vastaanotto", "vaxeln"] {
            assert!(Tables::get().is_role_address(local), "{local}");
        }
        for local in ["post.anders", "hr.berg", "anna.berg", "information", "supporter", "postman", "a.info"] {
            assert!(!Tables::get().is_role_address(local), "{local}");
        }
    }

    #[test]
    fn rows_have_sources_and_examples_and_unique_names() {
        let t = Tables::get();
        let mut names = std::collections::HashSet::new();
        for n in &t.normalisations {
            assert!(!n.source.is_empty() && !n.examples.is_empty() && !n.kinds.is_empty(), "{}", n.name);
            assert!(names.insert(&n.name), "{} stands twice", n.name);
        }
        for h in &t.hashes {
            assert!(!h.source.is_empty() && !h.vectors.is_empty(), "{}", h.name);
            assert!(names.insert(&h.name), "{} stands twice", h.name);
        }
        let sources =
            t.chains.iter().map(|c| &c.source).chain(t.encodings.iter().chain(&t.containers).map(|c| &c.source));
        assert!(sources.into_iter().all(|s| !s.is_empty()));
        assert!(t.normalisations.iter().any(|n| n.vendors.iter().any(|v| v == "meta")));
        assert!(t.hashes.len() >= 24 && t.containers.len() >= 14 && t.normalisations.len() >= 30);
    }
}
