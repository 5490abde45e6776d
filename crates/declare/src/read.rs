//! `sluss.toml` → [`Policy`]. Every mistake of the file is told in one pass.

use crate::policy::{
    Allowed, ControllerRole, DATA_WORDS, JourneyRef, Policy, Service, Zone, ascii, host_of, is_below, is_public_suffix,
};
use facts::{Consent, IdentifierKind, Place, Problem, Problems};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a declaration. `source` is the file's name as the user knows it.
///
/// # Errors
/// Every unknown key (with the nearest known one), missing key, wrong type and bad value, each with line and column.
pub fn policy(source: &str, text: &str) -> Result<Policy, Problems> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { source, text, problems: Vec::new() };
    for error in errors {
        let place = reader.place(error.span().unwrap_or(0..0));
        reader.problems.push(Problem::new(place, "toml", error.message().to_owned()));
    }
    let syntax_ok = reader.problems.is_empty();
    let policy = reader.document(&table, syntax_ok);
    reader.problems.sort_by_key(|p| (p.place.line, p.place.column));
    if reader.problems.is_empty() { Ok(policy) } else { Err(Problems(reader.problems)) }
}

struct Reader<'a> {
    source: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

/// A table of the file with the name it is spoken of by.
struct Table<'t, 'i> {
    name: &'static str,
    at: Range<usize>,
    entries: &'t DeTable<'i>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn document(&mut self, table: &Spanned<DeTable<'_>>, whole: bool) -> Policy {
        let root = Table { name: "the file", at: 0..0, entries: table.get_ref() };
        self.known(&root, &["service", "zone", "journey"]);
        let service = match self.table(&root, "service", "service") {
            Some(service) => self.service(&service),
            None => {
                if whole && !root.entries.contains_key("service") {
                    self.missing(&root, "service");
                }
                Service::default()
            }
        };
        let zones: Vec<Zone> = self.tables(&root, "zone", "zone").iter().map(|t| self.zone(t)).collect();
        let journeys: Vec<JourneyRef> =
            self.tables(&root, "journey", "journey").iter().map(|t| self.journey(t)).collect();
        self.reachable(&root, &zones);
        self.unique(&root, "zone", "zone", zones.iter().map(|z| &z.name));
        self.unique(&root, "journey", "journey", journeys.iter().map(|j| &j.name));
        Policy { service, zones, journeys }
    }

    fn service(&mut self, t: &Table<'_, '_>) -> Service {
        self.known(t, &["name", "controller", "start", "first_party", "never_send"]);
        let start = self.required(t, "start");
        let first_party = self.list(t, "first_party");
        let before = self.problems.len();
        for (domain, at) in &first_party {
            self.domain(domain, at.clone());
        }
        let mut first_party: Vec<String> = first_party.into_iter().map(|(d, _)| ascii(&d)).collect();
        if first_party.is_empty() {
            first_party = start.as_deref().map_or_else(Vec::new, |s| crate::undeclared(s).service.first_party);
        }
        if let (Some(at), Some(url)) = (self.at(t, "start"), start.as_deref()) {
            let known = if self.problems.len() == before { &first_party[..] } else { &[] };
            self.start(at, url, known);
        }
        Service {
            name: self.required(t, "name").unwrap_or_default(),
            controller: self.required(t, "controller").unwrap_or_default(),
            start: start.unwrap_or_default(),
            first_party,
            never_send: self.list(t, "never_send").into_iter().map(|(form, _)| form).collect(),
        }
    }

    fn start(&mut self, at: Range<usize>, url: &str, first_party: &[String]) {
        let web = url.starts_with("https://") || url.starts_with("http://");
        let Some(host) = host_of(url).filter(|_| web) else {
            let message = "`start` must be an absolute web address";
            let problem = Problem::new(self.place(at), "start-address", message).found(url);
            return self.problems.push(problem.allowed(&["https://…", "http://…"]));
        };
        if !first_party.is_empty() && !first_party.iter().any(|d| is_below(&host, d)) {
            let message = format!("`start` is at `{host}`, which is below none of `first_party`");
            let problem = Problem::new(self.place(at), "start-outside", message).found(host);
            self.problems.push(problem.allowed(first_party));
        }
    }

    fn domain(&mut self, domain: &str, at: Range<usize>) {
        let shaped = !domain.is_empty() && !domain.contains(['/', ':', '*', ' ']) && !domain.starts_with('.');
        if !shaped || url::Host::parse(domain).is_err() {
            let message = "a first party is a host or domain, without scheme, path or `*`";
            let right = domain.rsplit("://").next().unwrap_or("").trim_start_matches(['*', '.']);
            let right = right.split(['/', ':', ' ']).next().unwrap_or("").to_owned();
            let problem = Problem::new(self.place(at), "first-party-domain", message).found(domain);
            self.problems.push(if right.is_empty() { problem } else { problem.allowed(&[right]) });
        } else if is_public_suffix(&ascii(domain)) {
            let message = format!("`{domain}` belongs to everybody: every site below it would count as the service");
            self.problems.push(Problem::new(self.place(at), "first-party-suffix", message).found(domain));
        }
    }

    fn zone(&mut self, t: &Table<'_, '_>) -> Zone {
        self.known(t, &["name", "pages", "recipient", "recipients"]);
        let pages = self.list(t, "pages");
        if pages.is_empty() && !t.entries.contains_key("pages") {
            self.missing(t, "pages");
        }
        for (page, at) in &pages {
            if !page.starts_with(['/', '*']) {
                let message = "`pages` are patterns on the path of the address and begin with `/`";
                let right = format!("/{page}");
                let problem = Problem::new(self.place(at.clone()), "page-pattern", message).found(page.clone());
                self.problems.push(problem.allowed(&[right]));
            }
        }
        self.empty_recipients(t);
        let recipients: Vec<Allowed> =
            self.tables(t, "recipient", "zone.recipient").iter().map(|r| self.allowed(r)).collect();
        Zone {
            name: self.required(t, "name").unwrap_or_default(),
            pages: pages.into_iter().map(|(p, _)| p).collect(),
            recipients,
        }
    }

    /// The first zone wins: whatever stands after one that takes every page would never be read.
    fn reachable(&mut self, root: &Table<'_, '_>, zones: &[Zone]) {
        let all = |z: &Zone| z.pages.iter().any(|p| p == "/*" || p == "*");
        let Some(last) = zones.iter().position(all).filter(|last| last + 1 < zones.len()) else { return };
        let tables = root.entries.get("zone").and_then(|v| v.get_ref().as_array());
        for (zone, table) in zones.iter().zip(tables.into_iter().flatten()).skip(last + 1) {
            let message =
                format!("no page ever lies in zone `{}`: `{}` before it takes them all", zone.name, zones[last].name);
            let place = self.place(table.get_ref().get("name").map_or(table.span(), Spanned::span));
            self.problems.push(Problem::new(place, "zone-unreachable", message).found(zone.name.clone()));
        }
    }

    /// `recipients = []` says in so many words that nobody is allowed; a filled list belongs into `[[zone.recipient]]`.
    fn empty_recipients(&mut self, t: &Table<'_, '_>) {
        let Some(value) = t.entries.get("recipients") else { return };
        if value.get_ref().as_array().is_none_or(|a| !a.is_empty()) {
            let message = "`recipients` can only be the empty list; name each recipient in its own table";
            let problem = Problem::new(self.place(value.span()), "recipients-list", message);
            self.problems.push(problem.allowed(&["[[zone.recipient]]"]));
        }
    }

    fn allowed(&mut self, t: &Table<'_, '_>) -> Allowed {
        self.known(t, &["vendor", "role", "purpose", "consent", "data", "settings"]);
        let place = self.place(self.at(t, "vendor").unwrap_or_else(|| t.at.clone()));
        let data = self.list(t, "data");
        for (word, at) in &data {
            self.data_word(word, at.clone());
        }
        let (settings, setting_places) = self.settings(t);
        Allowed {
            vendor: self.required(t, "vendor").unwrap_or_default(),
            role: self.word(t, "role", &ControllerRole::ALL.map(|r| (r.word(), r))),
            purpose: self.string(t, "purpose"),
            consent: self.word(t, "consent", &Consent::ALL.map(|c| (c.word(), c))),
            data: data.into_iter().map(|(d, _)| d).collect(),
            settings,
            place,
            setting_places,
        }
    }

    fn data_word(&mut self, word: &str, at: Range<usize>) {
        let identifiers = IdentifierKind::ALL.map(IdentifierKind::word);
        let (role, plain) = word.rsplit_once('.').map_or((None, word), |(role, w)| (Some(role), w));
        let known = identifiers.contains(&plain) || role.is_none() && DATA_WORDS.contains(&plain);
        if !known || role == Some("") {
            let allowed: Vec<&str> = DATA_WORDS.iter().chain(&identifiers).copied().collect();
            let message = format!("unknown kind of data `{word}`");
            self.problems.push(Problem::new(self.place(at), "data-word", message).found(plain).allowed(&allowed));
        }
    }

    fn settings(&mut self, t: &Table<'_, '_>) -> (BTreeMap<String, String>, BTreeMap<String, Place>) {
        let (mut values, mut places) = (BTreeMap::new(), BTreeMap::new());
        let Some(settings) = self.table(t, "settings", "settings") else { return (values, places) };
        for (key, value) in settings.entries.iter() {
            let name = key.get_ref().to_string();
            places.insert(name.clone(), self.place(key.span()));
            let word = match value.get_ref() {
                DeValue::Boolean(on) => Some(if *on { "on" } else { "off" }.to_owned()),
                DeValue::String(s) if matches!(s.as_ref(), "on" | "off") => Some(s.to_string()),
                other => {
                    let found = other.as_str().map_or_else(|| other.type_str().to_owned(), str::to_owned);
                    let message = format!("`{name}` is either on or off");
                    let problem = Problem::new(self.place(value.span()), "switch-value", message).found(found);
                    self.problems.push(problem.allowed(&["off", "on"]));
                    None
                }
            };
            values.extend(word.map(|w| (name, w)));
        }
        (values, places)
    }

    fn journey(&mut self, t: &Table<'_, '_>) -> JourneyRef {
        self.known(t, &["name", "recording"]);
        JourneyRef { name: self.required(t, "name").unwrap_or_default(), recording: self.string(t, "recording") }
    }

    // ---- the parts every table has -----------------------------------------------------------------------------

    fn place(&self, at: Range<usize>) -> Place {
        Place::span(self.source, self.text, at)
    }

    fn at(&self, t: &Table<'_, '_>, key: &str) -> Option<Range<usize>> {
        t.entries.get(key).map(Spanned::span)
    }

    fn known(&mut self, t: &Table<'_, '_>, keys: &[&str]) {
        for (key, _) in t.entries.iter() {
            if !keys.contains(&key.get_ref().as_ref()) {
                let message = format!("unknown key `{}` in {}", key.get_ref(), called(t.name));
                let problem =
                    Problem::new(self.place(key.span()), "unknown-key", message).found(key.get_ref().to_string());
                self.problems.push(problem.allowed(keys));
            }
        }
    }

    fn missing(&mut self, t: &Table<'_, '_>, key: &str) {
        let message = format!("`{key}` is missing in {}", called(t.name));
        self.problems.push(Problem::new(self.place(t.at.clone()), "missing-key", message).allowed(&[key]));
    }

    fn wrong_type(&mut self, value: &Value<'_>, key: &str, right: &str) {
        let found = value.get_ref().type_str();
        let message = format!("`{key}` must be {right}, not {}", with_article(found));
        self.problems
            .push(Problem::new(self.place(value.span()), "wrong-type", message).found(found).allowed(&[right]));
    }

    fn string(&mut self, t: &Table<'_, '_>, key: &str) -> Option<String> {
        let value = t.entries.get(key)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some(text.to_owned()),
            Some(_) => {
                let message = format!("`{key}` must not be empty");
                self.problems.push(Problem::new(self.place(value.span()), "empty-value", message));
                None
            }
            None => {
                self.wrong_type(value, key, "a string");
                None
            }
        }
    }

    fn required(&mut self, t: &Table<'_, '_>, key: &str) -> Option<String> {
        if !t.entries.contains_key(key) {
            self.missing(t, key);
        }
        self.string(t, key)
    }

    fn word<T: Copy>(&mut self, t: &Table<'_, '_>, key: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.string(t, key)?;
        if let Some((_, value)) = words.iter().find(|(w, _)| *w == text) {
            return Some(*value);
        }
        let allowed: Vec<&str> = words.iter().map(|(w, _)| *w).collect();
        let at = self.at(t, key)?;
        let message = format!("`{text}` is no {key}");
        self.problems.push(Problem::new(self.place(at), "unknown-word", message).found(text).allowed(&allowed));
        None
    }

    fn list(&mut self, t: &Table<'_, '_>, key: &str) -> Vec<(String, Range<usize>)> {
        let Some(value) = t.entries.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "a list of strings");
            return Vec::new();
        };
        let mut list = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => list.push((text.to_owned(), item.span())),
                None => self.wrong_type(item, key, "a list of strings"),
            }
        }
        list
    }

    fn table<'t, 'i>(&mut self, t: &Table<'t, 'i>, key: &str, name: &'static str) -> Option<Table<'t, 'i>> {
        let value = t.entries.get(key)?;
        match value.get_ref().as_table() {
            Some(entries) => Some(Table { name, at: value.span(), entries }),
            None => {
                self.wrong_type(value, key, "a table");
                None
            }
        }
    }

    fn tables<'t, 'i>(&mut self, t: &Table<'t, 'i>, key: &str, name: &'static str) -> Vec<Table<'t, 'i>> {
        let Some(value) = t.entries.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "a list of tables");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_table() {
                Some(entries) => tables.push(Table { name, at: item.span(), entries }),
                None => self.wrong_type(item, key, "a list of tables"),
            }
        }
        tables
    }

    fn unique<'n>(
        &mut self,
        root: &Table<'_, '_>,
        key: &str,
        name: &'static str,
        names: impl Iterator<Item = &'n String>,
    ) {
        let mut seen: Vec<&String> = Vec::new();
        for (i, this) in names.enumerate() {
            if !this.is_empty() && seen.contains(&this) {
                let item = root.entries.get(key).and_then(|v| v.get_ref().as_array()).and_then(|a| a.get(i));
                let at = item.and_then(|v| v.get_ref().get("name")).map_or(0..0, Spanned::span);
                let message = format!("another {name} is already called `{this}`");
                self.problems.push(Problem::new(self.place(at), "duplicate-name", message).found(this.clone()));
            }
            seen.push(this);
        }
    }
}

fn called(table: &str) -> String {
    match table {
        "the file" => table.to_owned(),
        "service" => "`[service]`".to_owned(),
        "settings" => "`settings`".to_owned(),
        list => format!("`[[{list}]]`"),
    }
}

fn with_article(kind: &str) -> String {
    let an = kind.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {kind}", if an { "an" } else { "a" })
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
