//! Lists of trackers, in the syntax of ad blockers or as a hosts file: those shipped and one that the user brings. Of a
//! list, only rules that name a host say who is a tracker; rules about paths and about what a page shows are left out
//! and counted.

use facts::{Place, Problem};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// File name and text of the lists that come with the program.
pub const SHIPPED: [(&str, &str); 2] = [
    ("easyprivacy.txt", include_str!("../../../third_party/easyprivacy/easyprivacy.txt")),
    ("disguises.txt", include_str!("../../../tables/disguises.txt")),
];

static LISTS: LazyLock<Vec<Trackers>> = LazyLock::new(|| {
    SHIPPED.iter().map(|(name, text)| Trackers::read(name, text).unwrap_or_else(|e| panic!("{e}"))).collect()
});

/// The hosts of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trackers {
    /// What the report calls the list: its title, else its file name.
    pub name: String,
    hosts: BTreeSet<String>,
    /// Named by an exception.
    exempt: BTreeSet<String>,
    /// Rules that name no host.
    pub unused: usize,
}

/// What one line says.
enum Line {
    Host(String),
    Exempt(String),
    Unused,
    Nothing,
}

impl Trackers {
    /// Reads a list; `source` names the file in the problem.
    ///
    /// # Errors
    /// Not one line names a host.
    pub fn read(source: &str, text: &str) -> Result<Self, Problem> {
        let title = text.lines().take(20).find_map(|l| l.trim_start_matches(['!', '#', ' ']).strip_prefix("Title:"));
        let file = source.rsplit('/').next().unwrap_or(source);
        let name = title.map(str::trim).filter(|t| !t.is_empty()).unwrap_or(file).to_owned();
        let mut list = Self { name, hosts: BTreeSet::new(), exempt: BTreeSet::new(), unused: 0 };
        for line in text.lines() {
            match said(line.trim()) {
                Line::Host(host) => drop(list.hosts.insert(host)),
                Line::Exempt(host) => drop(list.exempt.insert(host)),
                Line::Unused => list.unused += 1,
                Line::Nothing => {}
            }
        }
        if list.hosts.is_empty() {
            let what = "no line names a host: `||tracker.example^` or `0.0.0.0 tracker.example`";
            return Err(Problem::new(Place::line(source, 1), "filter-list", what));
        }
        Ok(list)
    }

    pub fn len(&self) -> usize {
        self.hosts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.hosts.is_empty()
    }

    /// The lists that come with the program.
    pub fn shipped() -> &'static [Self] {
        &LISTS
    }

    /// Whether the list names a host or a domain above it, and the nearest word about it is no exception.
    pub fn names(&self, host: &str) -> bool {
        self.says(host) == Some(true)
    }

    /// The nearest word about a host or a domain above it: a tracker, or excepted; none where the list is silent.
    pub fn says(&self, host: &str) -> Option<bool> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let mut above = Some(host.as_str());
        while let Some(name) = above {
            if self.exempt.contains(name) {
                return Some(false);
            }
            if self.hosts.contains(name) {
                return Some(true);
            }
            above = name.split_once('.').map(|(_, rest)| rest);
        }
        None
    }
}

/// Adblock Plus filters (<https://help.adblockplus.org/hc/en-us/articles/360062733293>) and hosts files.
fn said(line: &str) -> Line {
    if line.is_empty() || line.starts_with(['!', '[']) || line.starts_with("# ") || line == "#" {
        return Line::Nothing;
    }
    let (exempt, rule) = line.strip_prefix("@@").map_or((false, line), |rule| (true, rule));
    let host = rule.strip_prefix("||").map_or_else(|| in_hosts_file(rule), anchored);
    match (host, exempt) {
        (Some(host), false) => Line::Host(host),
        (Some(host), true) => Line::Exempt(host),
        (None, _) => Line::Unused,
    }
}

/// `||host^` and `||host^$third-party`; a rule for some pages only says nothing about the host as such.
fn anchored(rule: &str) -> Option<String> {
    let (pattern, options) = rule.split_once('$').unwrap_or((rule, ""));
    let limited = |o: &str| o.starts_with("domain=") || o == "~third-party" || o == "1p" || o == "badfilter";
    if options.split(',').any(limited) {
        return None;
    }
    host(pattern.strip_suffix('^').or_else(|| pattern.strip_suffix("^*")).unwrap_or(pattern))
}

/// `0.0.0.0 host # comment`
fn in_hosts_file(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let address = words.next()?;
    let name = matches!(address, "0.0.0.0" | "127.0.0.1" | "::" | "::1").then(|| words.next())??;
    host(name).filter(|h| h != "localhost" && !h.ends_with(".localhost"))
}

fn host(text: &str) -> Option<String> {
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let whole = text.contains('.') && !text.starts_with('.') && !text.ends_with('.') && text.chars().all(letters);
    whole.then(|| text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "[Adblock Plus 2.0]\n! Title: Own list\n! comment\n||tracker.example^\n||pixel.example^$third-party,image\n\
        @@||fine.tracker.example^\n||shop.example^$domain=news.example\n||cdn.example/pixel.js\n/beacon/*\nnews.example##.ad\n\
        0.0.0.0 old.example # of a hosts file\n127.0.0.1 localhost\n";

    #[test]
    fn rules_about_hosts_are_taken_and_the_others_counted() {
        let list = Trackers::read("lists/own.txt", LIST).unwrap();
        assert_eq!((list.name.as_str(), list.len(), list.unused), ("Own list", 3, 5));
        for host in ["tracker.example", "a.b.tracker.example", "PIXEL.example.", "old.example"] {
            assert!(list.names(host), "{host}");
        }
        for host in ["nottracker.example", "x.fine.tracker.example", "shop.example", "cdn.example", "example"] {
            assert!(!list.names(host), "{host}");
        }
    }

    #[test]
    fn the_shipped_lists_are_read_and_say_where_they_are_from() {
        let [easyprivacy, disguises] = Trackers::shipped() else { panic!("{} lists", Trackers::shipped().len()) };
        assert_eq!((easyprivacy.name.as_str(), disguises.name.as_str()), ("EasyPrivacy", "CNAME trackers"));
        assert!(easyprivacy.len() > 45_000, "{} hosts", easyprivacy.len());
        assert!(easyprivacy.names("collect.wizaly.com") && !easyprivacy.names("example.com"));
        assert!(disguises.names("site.actonservice.com") && disguises.unused == 0);
        assert!(SHIPPED[1].1.contains("! source:") && SHIPPED[1].1.contains("MIT License"));
        let twice =
            disguises.hosts.iter().find(|h| easyprivacy.names(h) || crate::Vendors::builtin().of_host(h).is_some());
        assert_eq!(twice, None, "is known without this list");
    }

    #[test]
    fn a_list_without_hosts_is_refused() {
        let problem = Trackers::read("own.txt", "! only a comment\n##.ad\n").unwrap_err();
        assert!(problem.message.contains("||tracker.example^"), "{problem:?}");
        assert!(Trackers::read("own.txt", "||a.example^").unwrap().name == "own.txt");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = Trackers::read("any.txt", &text);
        }
    }
}
