//! The vendor tables: who is behind a host, under which keys identifiers go there, how its switches are read.

use crate::evidence::{path_of, text_of};
use crate::{Trackers, entities, trackers};
use facts::{Exchange, IdentifierKind};
use regex::Regex;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

/// File name and text of every table, sorted; made by build.rs.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/vendors.rs"));

static BUILTIN: LazyLock<Vendors> = LazyLock::new(|| Vendors::read(FILES).unwrap_or_else(|e| panic!("{e}")));

/// All vendors, found by host or id.
#[derive(Debug, Clone)]
pub struct Vendors {
    all: Vec<Vendor>,
    by_host: HashMap<String, usize>,
    /// Parts of shared hosts: path and vendor, the longest path first.
    by_path: HashMap<String, Vec<(String, usize)>>,
    /// A list the user brought, for those the tables do not know; asked before those that are shipped.
    trackers: Option<Trackers>,
}

/// One file of tables/vendors.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    pub id: String,
    pub name: String,
    /// What it is for: `advertising`, `analytics`, `session-replay`, `marketing-automation`, `tag-manager`,
    /// `data-platform`, `consent`, `support`, `infrastructure`.
    pub category: String,
    /// What it usually is to the data: a word of `declare::ControllerRole`. The contract decides, not this row.
    pub role: Option<String>,
    /// ISO 3166-1 alpha-2 of the company's seat.
    pub country: Option<String>,
    /// Hosts and everything below them.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// What belongs to this service on a host that several services share: `google.com/maps`, and everything below it.
    #[serde(default)]
    pub paths: Vec<String>,
    /// Hosts that serve, under the same names and paths, what another does; they count in every row that names that one.
    #[serde(default)]
    pub same: BTreeMap<String, Vec<String>>,
    /// Reserved names where the lab emulates this vendor.
    #[serde(default)]
    pub replica_hosts: Vec<String>,
    /// Where the customer changes its switches.
    pub settings_page: Option<String>,
    /// Where erasure is asked for.
    pub deletion_contact: Option<String>,
    /// How sure: A own observation of script or request, B tested third-party decoder, C secondary, U unconfirmed.
    pub grade: String,
    pub date: String,
    pub source: String,
    /// What the vendor does to a value before hashing, by identifier word.
    #[serde(default)]
    pub normalisation: BTreeMap<String, String>,
    #[serde(default, rename = "endpoint")]
    pub endpoints: Vec<Endpoint>,
    #[serde(default, rename = "key")]
    pub keys: Vec<Key>,
    /// Keys that tell what the visitor did: event names, button texts, page addresses.
    #[serde(default)]
    pub interaction: Vec<String>,
    /// Parameter that names the customer's account in requests.
    pub account_key: Option<String>,
    #[serde(default, rename = "setting")]
    pub settings: Vec<Setting>,
    #[serde(default, rename = "example")]
    pub examples: Vec<Example>,
    /// Fields this row has not, by name, and why: what does not exist is told apart from what nobody looked for.
    #[serde(default)]
    pub absent: BTreeMap<String, String>,
}

/// Where the vendor takes events.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// Matches the address from its path on; the group `account` names the account.
    #[serde(with = "pattern")]
    pub path: Regex,
    /// Short English description for the tables' readers.
    pub what: String,
    /// Nobody else has this path: it tells the vendor under any host.
    #[serde(default)]
    pub distinct: bool,
    /// A recording of the visit goes here.
    #[serde(default)]
    pub replay: bool,
    /// Text in the exchange without which it is no recording, where other things go to the same path.
    pub replay_when: Option<String>,
}

/// A parameter, header, cookie or JSON path under which an identifier goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// As in sightings; `*` stands for any run of characters.
    pub key: String,
    /// What kind of identifier; none for a value that is none by itself, told in `what`.
    pub identifier: Option<IdentifierKind>,
    /// A value that has no word among the identifiers: `gender`, `region`.
    pub what: Option<String>,
    #[serde(default)]
    pub how: How,
    /// Text in the exchange that says the value was taken automatically after all: `ec_mode=a`.
    pub automatic_when: Option<String>,
    /// `sha256`, `md5`, `plain`; absent where several are seen.
    pub hash: Option<String>,
    /// It stands in a recording of the visit.
    pub replay: Option<Filmed>,
    /// Nobody else names an identifier so: hashed, it tells the vendor's format under any host.
    #[serde(default)]
    pub distinct: bool,
    /// The switch of its own that a value under it shows, beside `automatic-matching`.
    pub setting: Option<String>,
}

/// What of a recording of the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Filmed {
    /// What was typed into a field.
    Typed,
    /// Anything that stood on the page or in its requests: text, addresses, what was typed among them.
    Page,
}

/// Who put the value there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// The site handed it over.
    #[default]
    Given,
    /// The vendor's script took it from the page by itself.
    Automatic,
}

/// A switch that can be read from a configuration the vendor serves to everybody.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    pub name: String,
    /// Hosts that serve the configuration, where they are not the vendor's own.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Address of the configuration from its path on; the group `account` names the account.
    #[serde(with = "pattern")]
    pub url: Regex,
    /// Parameter of the request that names the account where the address does not.
    pub account_key: Option<String>,
    /// On when all of them are found.
    #[serde(default, with = "patterns")]
    pub on: Vec<Regex>,
    /// Off when one of them is found.
    #[serde(default, with = "patterns")]
    pub off: Vec<Regex>,
    /// What it means when neither is: absent for unknown.
    pub otherwise: Option<String>,
    /// A platform that sets the switch of another vendor.
    pub governs: Option<String>,
    /// What else can change the outcome.
    pub note: Option<String>,
    /// How sure, since when and from where, where that differs from the file's own.
    pub grade: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    /// It protects people when it is on: masking. The others take something when they are on.
    #[serde(default)]
    pub protects: bool,
}

/// Executed by tests.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    pub url: String,
    pub body: Option<String>,
    /// key → `identifier given|automatic`.
    #[serde(default)]
    pub keys: BTreeMap<String, String>,
    /// Text of the served configuration.
    pub config: Option<String>,
    /// `setting` → value that has to be read from `config`.
    #[serde(default)]
    pub reads: BTreeMap<String, String>,
    pub account: Option<String>,
}

/// Who is behind a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Id of the vendor row, else the registrable domain.
    pub id: String,
    pub name: String,
    /// Whether a row of the tables knows it.
    pub vendor: bool,
    pub country: Option<String>,
    pub category: Option<String>,
    /// The vendor's name that one of the service's own leads to.
    pub cname: Option<String>,
    /// The user's list that names it a tracker.
    pub listed: Option<String>,
}

/// Categories that follow people around, and never run without consent whatever a declaration says.
pub const TRACKING: [&str; 4] = ["advertising", "analytics", "session-replay", "marketing-automation"];

impl Recipient {
    pub fn tracks(&self) -> bool {
        self.listed.is_some() || self.category.as_deref().is_some_and(|c| TRACKING.contains(&c))
    }

    /// Makes profiles of people and hands them on to others: what identifies somebody is what it lives on, though its
    /// script alone may run for other ends.
    pub fn profiles(&self) -> bool {
        self.category.as_deref() == Some("data-platform")
    }
}

/// What is known of a host and of those below it, for the others as well.
fn add_same<T: Clone>(known: &mut HashMap<String, T>, one: &str, others: &[String]) {
    let of_one: Vec<(String, T)> =
        known.iter().filter(|(host, _)| below(host, one)).map(|(h, what)| (h.clone(), what.clone())).collect();
    for (host, what) in of_one {
        let within = host[..host.len() - one.len()].to_owned();
        for other in others {
            known.entry(format!("{within}{other}")).or_insert_with(|| what.clone());
        }
    }
}

impl Vendors {
    /// The tables this program was built with.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    fn read(files: &[(&str, &str)]) -> Result<Self, String> {
        let mut all = Vec::new();
        for (name, text) in files {
            let vendor: Vendor = toml::from_str(text).map_err(|e| format!("tables/vendors/{name}.toml: {e}"))?;
            all.push(vendor);
        }
        let hosts = |(i, v): (usize, &Vendor)| {
            v.hosts.iter().chain(&v.replica_hosts).map(move |h| (h.clone(), i)).collect::<Vec<_>>()
        };
        let mut by_host: HashMap<String, usize> = all.iter().enumerate().flat_map(hosts).collect();
        let mut by_path: HashMap<String, Vec<(String, usize)>> = HashMap::new();
        for (i, path) in all.iter().enumerate().flat_map(|(i, v)| v.paths.iter().map(move |p| (i, p))) {
            let at = path.find('/').ok_or_else(|| format!("{}: `{path}` is no path of a host", all[i].id))?;
            by_path.entry(path[..at].to_owned()).or_default().push((path[at..].to_owned(), i));
        }
        for (one, others) in all.iter().flat_map(|v| &v.same) {
            add_same(&mut by_host, one, others);
            add_same(&mut by_path, one, others);
        }
        by_path.values_mut().for_each(|paths| paths.sort_by_key(|(path, _)| std::cmp::Reverse(path.len())));
        Ok(Self { all, by_host, by_path, trackers: None })
    }

    pub fn all(&self) -> &[Vendor] {
        &self.all
    }

    pub fn vendor(&self, id: &str) -> Option<&Vendor> {
        self.all.iter().find(|v| v.id == id)
    }

    /// The row whose longest host is the name itself or above it.
    pub fn of_host(&self, host: &str) -> Option<&Vendor> {
        self.of(host, "")
    }

    /// As [`Self::of_host`]; where services share the host, the one that the path (from the first slash on) belongs to.
    pub fn of(&self, host: &str, path: &str) -> Option<&Vendor> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let mut name = host.as_str();
        loop {
            let part = self.by_path.get(name).and_then(|parts| parts.iter().find(|(part, _)| begins(path, part)));
            if let Some(index) = part.map(|(_, index)| index).or_else(|| self.by_host.get(name)) {
                return Some(&self.all[*index]);
            }
            name = name.split_once('.')?.1;
        }
    }

    /// Whether the path decides which of several services a host belongs to.
    pub fn is_shared(&self, host: &str) -> bool {
        self.by_path.keys().any(|shared| below(host, shared))
    }

    /// With a list of trackers for those the tables do not know.
    #[must_use]
    pub fn with_trackers(mut self, trackers: Trackers) -> Self {
        self.trackers = Some(trackers);
        self
    }

    /// Who a host belongs to by the tables: a vendor, the owner of its domain, or just the domain.
    pub fn recipient(&self, host: &str) -> Recipient {
        self.recipient_at(host, "")
    }

    /// As [`Self::recipient`], for an address.
    pub fn recipient_at(&self, host: &str, path: &str) -> Recipient {
        if let Some(vendor) = self.of(host, path) {
            return vendor.recipient(None);
        }
        let id = registrable(host);
        let owner = entities::owner(&host.to_ascii_lowercase());
        Recipient {
            name: owner.map_or_else(|| id.clone(), |o| o.name.to_owned()),
            id,
            vendor: false,
            country: None,
            category: owner.map(|o| o.category.to_owned()),
            cname: None,
            listed: self.listed(host),
        }
    }

    /// Name of the list of trackers that a host stands on. What the user's own list excepts is none.
    fn listed(&self, host: &str) -> Option<String> {
        let lists = || self.trackers.iter().chain(Trackers::shipped());
        let (list, is_tracker) = lists().find_map(|list| Some((list, list.says(host)?)))?;
        is_tracker.then(|| list.name.clone())
    }

    /// The recipient that was named by this id: a vendor's row, else a domain.
    pub fn named(&self, id: &str) -> Recipient {
        self.vendor(id).map_or_else(|| self.recipient(id), |vendor| vendor.recipient(None))
    }

    /// Every switch that a configuration at this host and path may hold, with its vendor and the account it is for.
    pub fn configuration<'v>(&'v self, host: &str, path: &str) -> Vec<(&'v Vendor, &'v Setting, String)> {
        let own = self.of(host, path).map(|v| v.id.as_str());
        let here = |v: &Vendor, s: &Setting| {
            if s.hosts.is_empty() { own == Some(&v.id) } else { s.hosts.iter().any(|h| below(host, h)) }
        };
        let all = self.all.iter().flat_map(|v| v.settings.iter().map(move |s| (v, s)));
        all.filter(|(v, s)| here(v, s)).filter_map(|(v, s)| Some((v, s, s.account(path)?))).collect()
    }

    /// SHA-256 of all tables as this program holds them, lower-case hex: verdicts depend on them.
    pub fn digest() -> String {
        let mut hash = Sha256::new();
        for (name, text) in FILES {
            hash.update(name);
            hash.update(text);
        }
        hash.update(entities::TABLE);
        trackers::SHIPPED.iter().for_each(|(_, text)| hash.update(text));
        hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
    }

    /// ISO 3166-1 alpha-2 of a recipient's seat, where the tables know it.
    pub fn country(&self, recipient: &str) -> Option<String> {
        self.vendor(recipient)?.country.clone()
    }

    /// Keys that take hashed identifiers; for finding hash-shaped values without a list of people. Keys that also take
    /// other things (`uid`, `email`) are left out: a hash there may be anything.
    pub fn match_keys(&self) -> Vec<(String, IdentifierKind)> {
        let hashed = |k: &&Key| matches!(k.hash.as_deref(), Some("sha256" | "md5")) && !k.key.contains('*');
        let rows = self.all.iter().flat_map(|v| &v.keys).filter(hashed);
        let mut keys: Vec<_> = rows.filter_map(|k| Some((k.key.clone(), k.identifier?))).collect();
        keys.sort();
        keys.dedup();
        keys
    }
}

impl Vendor {
    pub(crate) fn recipient(&self, cname: Option<&str>) -> Recipient {
        Recipient {
            id: self.id.clone(),
            name: self.name.clone(),
            vendor: true,
            country: self.country.clone(),
            category: Some(self.category.clone()),
            cname: cname.map(str::to_owned),
            listed: None,
        }
    }

    /// The row for a key as a sighting names it.
    pub fn key(&self, key: &str) -> Option<&Key> {
        self.keys.iter().find(|k| star(&k.key, key))
    }

    /// Whether a parameter tells what the visitor did.
    pub fn tells_interaction(&self, key: &str) -> bool {
        self.interaction.iter().any(|pattern| star(pattern, key))
    }

    pub fn is_event(&self, path: &str) -> bool {
        self.endpoints.iter().any(|e| e.path.is_match(path))
    }

    /// The account that the path of an endpoint names.
    pub fn account_in(&self, path: &str) -> Option<String> {
        let named = self.endpoints.iter().find_map(|e| e.path.captures(path)?.name("account"));
        named.map(|account| account.as_str().to_owned())
    }

    /// Whether a recording of the visit goes out with this request.
    pub fn films(&self, exchange: &Exchange) -> bool {
        let path = path_of(&exchange.url);
        let holds = |mark: &str| text_of(exchange).contains(mark);
        let here = |e: &Endpoint| e.replay && e.path.is_match(path) && e.replay_when.as_deref().is_none_or(holds);
        exchange.method != "OPTIONS" && self.endpoints.iter().any(here)
    }

    /// Whether nothing but a recording of the visit goes to this path.
    pub fn is_recording(&self, path: &str) -> bool {
        self.endpoints.iter().any(|e| e.replay && e.replay_when.is_none() && e.path.is_match(path))
    }

    /// Whether the path alone tells this vendor, under whatever host.
    pub fn is_distinct(&self, path: &str) -> bool {
        self.endpoints.iter().any(|e| e.distinct && e.path.is_match(path))
    }

    pub fn setting(&self, name: &str) -> Option<&Setting> {
        self.settings.iter().find(|s| s.name == name)
    }
}

impl Setting {
    /// The account a configuration's path names; none where the path is no configuration's.
    fn account(&self, path: &str) -> Option<String> {
        let found = self.url.captures(path)?;
        Some(found.name("account").map_or_else(String::new, |m| m.as_str().to_owned()))
    }

    /// The value under which more is taken.
    pub fn unsafe_value(&self) -> &'static str {
        if self.protects { "off" } else { "on" }
    }

    /// `on` or `off` as a configuration says it; none where it does not say.
    pub fn read(&self, config: &str) -> Option<&str> {
        if !self.on.is_empty() && self.on.iter().all(|p| p.is_match(config)) {
            return Some("on");
        }
        if self.off.iter().any(|p| p.is_match(config)) {
            return Some("off");
        }
        self.otherwise.as_deref()
    }
}

/// Registrable domain by the Public Suffix List; an address or a name without dot stands for itself.
pub fn registrable(host: &str) -> String {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    match url::Host::parse(&host) {
        Ok(url::Host::Domain(name)) => psl::domain_str(&name).unwrap_or(&name).to_owned(),
        _ => host,
    }
}

fn below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether a path is another one or lies below it: `/maps/embed` below `/maps`, `/mapsearch` not.
fn begins(path: &str, part: &str) -> bool {
    let ends = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_');
    path.strip_prefix(part).is_some_and(|rest| part.ends_with('/') || rest.chars().next().is_none_or(ends))
}

/// `*` stands for any run of characters.
fn star(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((head, tail)) => {
            let Some(rest) = text.strip_prefix(head) else { return false };
            (0..=rest.len()).filter(|i| rest.is_char_boundary(*i)).any(|i| star(tail, &rest[i..]))
        }
    }
}

mod pattern {
    use regex::Regex;
    use serde::{Deserialize, Deserializer, de::Error};

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Regex, D::Error> {
        Regex::new(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

mod patterns {
    use regex::Regex;
    use serde::{Deserialize, Deserializer, de::Error};

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Regex>, D::Error> {
        let texts = Vec::<String>::deserialize(from)?;
        texts.iter().map(|t| Regex::new(t).map_err(D::Error::custom)).collect()
    }
}

#[cfg(test)]
#[path = "vendors_tests.rs"]
mod tests;
