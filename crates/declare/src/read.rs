//! `sluss.toml` → [`Policy`]. Every mistake of the file is told in one pass.

use crate::policy::{
    Allowed, ControllerRole, DATA_WORDS, JourneyRef, Policy, Service, Zone, ascii, host_of, is_below, is_public_suffix,
    without_login,
};
use crate::reader::{self, Reader, Table};
use facts::{Consent, IdentifierKind, Place, Problem, Problems};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::DeValue;

/// Reads a declaration. `source` is the file's name as the user knows it.
///
/// # Errors
/// Every unknown key (with the nearest known one), missing key, wrong type and bad value, each with line and column.
pub fn policy(source: &str, text: &str) -> Result<Policy, Problems> {
    policy_and(source, text, |_| Vec::new())
}

/// The same with the problems that somebody else finds in what could be read: whoever knows the vendors.
///
/// # Errors
/// Every problem of both, in the order of the lines.
pub fn policy_and(source: &str, text: &str, further: impl FnOnce(&Policy) -> Vec<Problem>) -> Result<Policy, Problems> {
    reader::document(source, text, |reader, root, whole| reader.policy(root, whole), further)
}

impl Reader<'_> {
    fn policy(&mut self, root: &Table<'_, '_>, whole: bool) -> Policy {
        self.known(root, &["service", "zone", "journey", "watch"]);
        let service = match self.table(root, "service", "service") {
            Some(service) => self.service(&service),
            None => {
                if whole && !root.entries.contains_key("service") {
                    self.missing(root, "service");
                }
                Service::default()
            }
        };
        let zones: Vec<Zone> = self.tables(root, "zone", "zone").iter().map(|t| self.zone(t)).collect();
        let journeys: Vec<JourneyRef> =
            self.tables(root, "journey", "journey").iter().map(|t| self.journey(t)).collect();
        self.unique(root, "zone", "zone", zones.iter().map(|z| &z.name));
        self.unique(root, "journey", "journey", journeys.iter().map(|j| &j.name));
        let watch = self.table(root, "watch", "watch").map(|t| self.watch(&t));
        Policy { service, zones, journeys, watch }
    }

    fn service(&mut self, t: &Table<'_, '_>) -> Service {
        self.known(t, &["name", "controller", "start", "first_party", "never_send"]);
        let start = self.required(t, "start");
        let (address, login) = start.as_deref().map(without_login).unzip();
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
            start: address.unwrap_or_default(),
            login: login.flatten(),
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
        match self.at(t, "pages") {
            None => self.missing(t, "pages"),
            Some(at) if t.entries.get("pages").and_then(|v| v.get_ref().as_array()).is_some_and(|a| a.is_empty()) => {
                let message = "a zone without pages holds nothing";
                self.problems.push(Problem::new(self.place(at), "zone-empty", message).allowed(&["[\"/*\"]"]));
            }
            Some(_) => {}
        }
        for (page, at) in &pages {
            if !page.starts_with(['/', '*']) {
                let message = "`pages` are patterns on the path of the address and begin with `/`";
                let right = format!("/{page}");
                let problem = Problem::new(self.place(at.clone()), "page-pattern", message).found(page.clone());
                self.problems.push(problem.allowed(&[right]));
            } else if let Some(path) = page.split(['?', '#']).next().filter(|path| *path != page) {
                let message = "`pages` look at the path only: what stands after `?` or `#` matches no page";
                let problem = Problem::new(self.place(at.clone()), "page-pattern", message).found(page.clone());
                self.problems.push(problem.allowed(&[path]));
            }
        }
        self.empty_recipients(t);
        let recipients: Vec<Allowed> =
            self.tables(t, "recipient", "zone.recipient").iter().map(|r| self.allowed(r)).collect();
        self.once(&recipients);
        Zone {
            name: self.required(t, "name").unwrap_or_default(),
            pages: pages.into_iter().map(|(p, _)| p).collect(),
            recipients,
        }
    }

    /// One recipient stands once in a zone: only the first would be read.
    fn once(&mut self, recipients: &[Allowed]) {
        for (n, allowed) in recipients.iter().enumerate().filter(|(_, a)| !a.vendor.is_empty()) {
            if recipients[..n].iter().any(|a| a.vendor == allowed.vendor) {
                let message = format!("`{}` already stands in this zone: say it once", allowed.vendor);
                let problem = Problem::new(allowed.place.clone(), "duplicate-recipient", message);
                self.problems.push(problem.found(allowed.vendor.clone()));
            }
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
        self.known(t, &["vendor", "role", "purpose", "assessment", "consent", "data", "settings"]);
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
            assessment: self.string(t, "assessment"),
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
        // A password is nobody's to have: no declaration lets it go anywhere.
        let identifiers: Vec<&str> =
            identifiers.into_iter().filter(|w| *w != IdentifierKind::Password.word()).collect();
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
        let place = self.place(self.at(t, "recording").unwrap_or_else(|| t.at.clone()));
        JourneyRef { name: self.required(t, "name").unwrap_or_default(), recording: self.string(t, "recording"), place }
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
