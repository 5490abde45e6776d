use crate::watch::Watch;
use facts::{Consent, IdentifierKind, Login, Place};
use std::collections::BTreeMap;

/// What may happen: `sluss.toml`, read and checked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Policy {
    pub service: Service,
    /// In the order of the file: the first zone with a matching page decides.
    pub zones: Vec<Zone>,
    pub journeys: Vec<JourneyRef>,
    /// How `sluss watch` goes about it.
    pub watch: Option<Watch>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Service {
    pub name: String,
    pub controller: String,
    /// Absolute http(s) address, without a name and password.
    pub start: String,
    /// Those that stood in it.
    pub login: Option<Login>,
    /// Registrable domains or hosts; everything below them belongs to the service.
    pub first_party: Vec<String>,
    /// Forms that no audit sends: CSS selectors, or paths with `*` of a form's page or action.
    pub never_send: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Zone {
    pub name: String,
    /// Globs on the URL path: `*` stands for any run of characters.
    pub pages: Vec<String>,
    /// Who may receive anything from these pages; empty: nobody but the service itself.
    pub recipients: Vec<Allowed>,
}

/// One recipient that a zone allows, and what it may get.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Allowed {
    /// Id of a vendor row, or a registrable domain.
    pub vendor: String,
    pub role: Option<ControllerRole>,
    pub purpose: Option<String>,
    /// Where it was assessed: `DPIA 2026-04`, a file, an address.
    pub assessment: Option<String>,
    /// The consent without which nothing may go there.
    pub consent: Option<Consent>,
    /// Words of [`DATA_WORDS`], identifier words (the visitor's own), or `role.identifier`.
    pub data: Vec<String>,
    /// Vendor switches as decided: `automatic-matching = "off"`.
    pub settings: BTreeMap<String, String>,
    /// Where the vendor's name stands, for what only judge can check.
    pub place: Place,
    /// Where each setting's name stands.
    pub setting_places: BTreeMap<String, Place>,
}

/// Article 4(7), 26 and 4(8) of the GDPR: what the recipient is to the data it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControllerRole {
    Controller,
    JointController,
    Processor,
}

impl ControllerRole {
    pub const ALL: [Self; 3] = [Self::Controller, Self::JointController, Self::Processor];

    pub fn word(self) -> &'static str {
        match self {
            Self::Controller => "controller",
            Self::JointController => "joint-controller",
            Self::Processor => "processor",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.word() == word)
    }
}

/// What a recipient may get besides identifiers.
pub const DATA_WORDS: [&str; 7] = ["page", "event", "device", "network", "cookie", "purchase", "search"];

#[derive(Debug, Clone, PartialEq, Default)]
pub struct JourneyRef {
    pub name: String,
    /// File path relative to the declaration; none: explore.
    pub recording: Option<String>,
    /// Where the path stands, for when there is no such file.
    pub place: Place,
}

impl Policy {
    /// Whether somebody wrote it: the policy of a bare address has no name.
    pub fn is_declared(&self) -> bool {
        !self.service.name.is_empty()
    }

    /// The zone a page lies in; the first that matches.
    pub fn zone(&self, page_url: &str) -> Option<&Zone> {
        let path = path_of(page_url);
        self.zones.iter().find(|z| z.pages.iter().any(|p| glob(p, path)))
    }

    /// Zones in which no page ever lies, each with those before it that take all its pages.
    pub fn shadowed(&self) -> Vec<(&str, Vec<&str>)> {
        let mut found = Vec::new();
        for (n, zone) in self.zones.iter().enumerate() {
            let taker = |page: &String| self.zones[..n].iter().find(|z| z.pages.iter().any(|p| covers(p, page)));
            let takers: Option<Vec<&str>> = zone.pages.iter().map(|page| Some(taker(page)?.name.as_str())).collect();
            if let Some(mut takers) = takers {
                takers.dedup();
                found.push((zone.name.as_str(), takers));
            }
        }
        found
    }

    pub fn is_first_party(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        self.service.first_party.iter().any(|d| is_below(&host, d))
    }
}

impl Zone {
    pub fn allowed(&self, recipient: &str) -> Option<&Allowed> {
        self.recipients.iter().find(|a| a.vendor == recipient)
    }
}

impl Allowed {
    /// Whether this identifier of this person may go there. An unqualified word means the visitor's own; given and family
    /// name may go in one where each of them may.
    pub fn permits(&self, role: &str, identifier: IdentifierKind) -> bool {
        let parts = [IdentifierKind::GivenName, IdentifierKind::FamilyName];
        if identifier == IdentifierKind::Name && parts.iter().all(|part| self.permits(role, *part)) {
            return true;
        }
        self.data.iter().any(|word| match word.rsplit_once('.') {
            Some((of, kind)) => of == role && kind == identifier.word(),
            None => role == "user" && word == identifier.word(),
        })
    }
}

/// The policy of a bare address: no zones, so nothing is declared; the host's registrable domain is the service.
pub fn undeclared(start: &str) -> Policy {
    let host = host_of(start).unwrap_or_default();
    let first_party = vec![registrable(&host)];
    let (start, login) = without_login(start);
    let service = Service { start, login, first_party, ..Service::default() };
    Policy { service, ..Policy::default() }
}

/// `https://name:password@host/`: the address, and the name and password.
pub(crate) fn without_login(start: &str) -> (String, Option<Login>) {
    let Some(mut url) = url::Url::parse(start).ok().filter(|url| !url.username().is_empty()) else {
        return (start.to_owned(), None);
    };
    let plain = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let login = Login { user: plain(url.username()), password: plain(url.password().unwrap_or_default()) };
    // an address that has a name has a host, and may go without
    let _ = url.set_username("").and_then(|()| url.set_password(None));
    (url.into(), Some(login))
}

/// Registrable domain by the Public Suffix List; an address or a bare name stands for itself.
fn registrable(host: &str) -> String {
    match url::Host::parse(host) {
        Ok(url::Host::Domain(name)) => psl::domain_str(&name).unwrap_or(&name).to_owned(),
        _ => host.to_owned(),
    }
}

/// As browsers write it: lower case, other letters in Punycode.
pub(crate) fn ascii(domain: &str) -> String {
    url::Host::parse(domain).map_or_else(|_| domain.to_ascii_lowercase(), |h| h.to_string())
}

/// `se`, `co.uk`: under it anybody may register.
pub(crate) fn is_public_suffix(domain: &str) -> bool {
    psl::suffix(domain.as_bytes()).is_some_and(|s| s.is_known() && s.as_bytes() == domain.as_bytes())
}

pub(crate) fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

pub(crate) fn host_of(url: &str) -> Option<String> {
    url::Url::parse(url).ok()?.host_str().map(|h| h.trim_matches(['[', ']']).to_ascii_lowercase())
}

fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, r)| r);
    let path = rest.find(['/', '?', '#']).map_or("", |i| &rest[i..]);
    let path = path.split(['?', '#']).next().unwrap_or("");
    if path.is_empty() { "/" } else { path }
}

/// `*` stands for any run of characters, also an empty one; everything else for itself.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

/// Whether every path the second pattern takes is taken by the first: its stars can only be swallowed by stars.
fn covers(wide: &str, narrow: &str) -> bool {
    // A path begins with a slash, whatever the pattern says.
    let narrow = if narrow.starts_with('*') { &format!("/{narrow}") } else { narrow };
    glob(wide, narrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs() {
        for (pattern, path, hit) in [
            ("/m/*", "/m/abc", true),
            ("/m/*", "/m/", true),
            ("/m/*", "/m", false),
            ("/*", "/", true),
            ("/", "/x", false),
            ("/*/join", "/room/7/join", true),
            ("/a*b*c", "/axxbyyc", true),
            ("/a*b*c", "/axxc", false),
            ("*", "", true),
        ] {
            assert_eq!(glob(pattern, path), hit, "{pattern} {path}");
        }
    }

    #[test]
    fn a_wider_pattern_covers_a_narrower() {
        for (wide, narrow, yes) in [
            ("/*", "*", true),
            ("*", "/*", true),
            ("/m/*", "/m/x/*", true),
            ("/m/*", "/m*", false),
            ("/*/join", "/room/join", true),
            ("/*/join", "/room/*", false),
            ("/m", "/m", true),
        ] {
            assert_eq!(covers(wide, narrow), yes, "{wide} {narrow}");
        }
    }

    #[test]
    fn the_first_matching_zone_wins() {
        let zone = |name: &str, page: &str| Zone { name: name.into(), pages: vec![page.into()], ..Zone::default() };
        let policy = Policy { zones: vec![zone("patient", "/m/*"), zone("rest", "/*")], ..Policy::default() };
        let name = |url| policy.zone(url).map(|z| z.name.as_str());
        assert_eq!(name("https://x.example/m/7?q#f"), Some("patient"));
        assert_eq!(name("https://x.example"), Some("rest"));
        assert_eq!(name("https://x.example?m=/m/7"), Some("rest"));
    }

    #[test]
    fn a_bare_address_owns_its_registrable_domain_and_nothing_else() {
        let policy = undeclared("https://www.invite.example.co.uk/start");
        assert!(policy.is_first_party("cdn.example.co.uk") && policy.is_first_party("EXAMPLE.CO.UK."));
        assert!(!policy.is_first_party("badexample.co.uk") && !policy.is_first_party("co.uk"));
        let local = undeclared("http://127.0.0.1:8080/");
        assert!(local.is_first_party("127.0.0.1") && !local.is_first_party("10.0.0.1"));
        assert!(undeclared("https://app.mote.example/").is_first_party("mote.example"));
    }

    #[test]
    fn an_identifier_word_means_the_visitors_own() {
        let allowed = Allowed { data: vec!["email".into(), "end-user.phone".into()], ..Allowed::default() };
        assert!(allowed.permits("user", IdentifierKind::Email));
        assert!(!allowed.permits("end-user", IdentifierKind::Email));
        assert!(allowed.permits("end-user", IdentifierKind::Phone));
        assert!(!allowed.permits("user", IdentifierKind::Phone));
    }

    #[test]
    fn a_whole_name_may_go_where_both_its_parts_may() {
        let to = |data: &[&str]| Allowed { data: data.iter().map(|d| (*d).to_owned()).collect(), ..Allowed::default() };
        for data in [&["given_name", "family_name"][..], &["name"]] {
            assert!(to(data).permits("user", IdentifierKind::Name), "{data:?}");
        }
        for data in [&["family_name"][..], &["patient.name"]] {
            assert!(!to(data).permits("user", IdentifierKind::Name), "{data:?}");
        }
    }
}
