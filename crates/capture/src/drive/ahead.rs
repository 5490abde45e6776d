use facts::Canary;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

/// Addresses of one kind, which differ only in values of their query, that are visited before all others.
const OF_A_KIND: usize = 3;

/// How likely a link leads to a form, or to another part of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    Promising,
    Navigation,
    Other,
}

/// Pages still to be visited: promising ones first, then those the navigation leads to, then languages and other variants of
/// a visited page; last what there are many of, of one kind.
#[derive(Default)]
pub(super) struct Ahead {
    first: VecDeque<String>,
    navigation: VecDeque<String>,
    later: VecDeque<String>,
    variants: VecDeque<String>,
    alike: VecDeque<String>,
    /// Addresses, with a mark in place of what an audit made up.
    known: HashSet<String>,
    paths: HashSet<String>,
    kinds: HashMap<String, usize>,
    /// Addresses that were asked for and showed another page: what leads there later shows one that nobody has seen.
    elsewhere: HashSet<String>,
    /// Files that pages lead to.
    pub(super) files: HashSet<String>,
    /// Links that are not followed for their words or address, by what they are called.
    pub(super) left_out: BTreeMap<String, String>,
    /// How what was made up stands in an address.
    made_up: Vec<String>,
    canaries: usize,
}

impl Ahead {
    pub(super) fn new(start: &str) -> Self {
        let mut ahead = Self::default();
        ahead.seen(start);
        ahead
    }

    /// What was typed so far: an address that holds it is not another page for each of its values.
    pub(super) fn typed(&mut self, canaries: &[Canary]) {
        for canary in &canaries[self.canaries.min(canaries.len())..] {
            let value = canary.value.to_lowercase();
            let encoded: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
            self.made_up.extend([encoded.replace('+', "%20").to_lowercase(), encoded.to_lowercase(), value]);
        }
        self.canaries = canaries.len();
    }

    pub(super) fn seen(&mut self, url: &str) {
        if self.is_new(url) {
            self.paths.insert(path_of(url));
            *self.kinds.entry(kind_of(url)).or_default() += 1;
        }
    }

    pub(super) fn led_elsewhere(&mut self, url: &str) {
        self.elsewhere.insert(written(url));
    }

    fn is_new(&mut self, url: &str) -> bool {
        let mark = |text: String, value: &String| {
            if value.len() >= 4 && text.contains(value.as_str()) { text.replace(value.as_str(), "*") } else { text }
        };
        let lower = url.to_lowercase();
        let shape = self.made_up.iter().fold(lower.clone(), mark);
        // Elsewhere case counts.
        self.known.insert(if shape == lower { url.to_owned() } else { shape })
    }

    pub(super) fn add(&mut self, url: String, rank: Rank) {
        if !self.is_new(&url) {
            return;
        }
        let new_path = self.paths.insert(path_of(&url));
        self.queue(&url, new_path, rank).push_back(url);
    }

    /// Where a sent form led to: looked at next.
    pub(super) fn add_next(&mut self, url: String) {
        if !self.is_new(&url) && !self.elsewhere.remove(&written(&url)) {
            return;
        }
        self.paths.insert(path_of(&url));
        let new_kind = !self.kinds.contains_key(&kind_of(&url));
        self.queue(&url, new_kind, Rank::Promising).push_front(url);
    }

    fn queue(&mut self, url: &str, new: bool, rank: Rank) -> &mut VecDeque<String> {
        let of_kind = self.kinds.entry(kind_of(url)).or_default();
        *of_kind += 1;
        match (new, rank) {
            _ if *of_kind > OF_A_KIND => &mut self.alike,
            (false, _) => &mut self.variants,
            (true, Rank::Promising) => &mut self.first,
            (true, Rank::Navigation) => &mut self.navigation,
            (true, Rank::Other) => &mut self.later,
        }
    }

    pub(super) fn next(&mut self) -> Option<String> {
        self.queues().into_iter().find_map(VecDeque::pop_front)
    }

    pub(super) fn left(&mut self) -> usize {
        self.queues().into_iter().map(|q| q.len()).sum()
    }

    fn queues(&mut self) -> [&mut VecDeque<String>; 5] {
        [&mut self.first, &mut self.navigation, &mut self.later, &mut self.variants, &mut self.alike]
    }
}

/// As browsers write it.
fn written(url: &str) -> String {
    url::Url::parse(url).map_or_else(|_| url.to_owned(), String::from)
}

pub(super) fn path_of(url: &str) -> String {
    url.split(['?', '#']).next().unwrap_or(url).to_owned()
}

/// Path, names of the query, and the view a fragment names.
fn kind_of(url: &str) -> String {
    let (address, fragment) = url.split_once('#').unwrap_or((url, ""));
    let view = fragment.split('?').next().unwrap_or("");
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let names: BTreeSet<_> = query.split('&').map(|pair| pair.split('=').next().unwrap_or("")).collect();
    format!("{path}?{names:?}#{view}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(mut ahead: Ahead) -> Vec<String> {
        std::iter::from_fn(|| ahead.next()).map(|u| u.trim_start_matches("https://a.example").to_owned()).collect()
    }

    #[test]
    fn promising_pages_come_first_and_variants_last() {
        use Rank::*;
        let mut ahead = Ahead::new("https://a.example/");
        for (url, rank) in [
            ("/?lang=fi", Other),
            ("/om", Other),
            ("/hjalp", Navigation),
            ("/kontakt", Promising),
            ("/om", Other),
            ("/om?x=1", Promising),
        ] {
            ahead.add(format!("https://a.example{url}"), rank);
        }
        ahead.add_next("https://a.example/tack".into());
        assert_eq!(order(ahead), ["/tack", "/kontakt", "/hjalp", "/om", "/?lang=fi", "/om?x=1"]);
    }

    #[test]
    fn an_address_that_showed_another_page_is_a_page_once_something_leads_there() {
        let mut ahead = Ahead::new("https://a.example");
        ahead.led_elsewhere("https://a.example");
        ahead.add("https://a.example/".into(), Rank::Other);
        assert_eq!(ahead.left(), 1, "written otherwise, it was not known");
        ahead.next();
        for wanted in [1, 0] {
            ahead.add("https://a.example/".into(), Rank::Other);
            ahead.add_next("https://a.example/".into());
            assert_eq!(ahead.left(), wanted);
            ahead.next();
        }
    }

    #[test]
    fn many_of_a_kind_come_last_and_what_was_typed_makes_no_other_page() {
        let canary: Canary = serde_json::from_value(serde_json::json!({
            "id": "c01", "role": "user", "kind": "email", "value": "Kim.Berg@example.org", "field": "#q",
            "page": "https://a.example/sok", "journey": "explore", "consent": "none",
        }))
        .unwrap();
        let mut ahead = Ahead::new("https://a.example/sok");
        let mut other = canary.clone();
        other.value = "Bo Ek".into();
        ahead.typed(&[canary, other]);
        ahead.add_next("https://a.example/sok?q=Kim.Berg%40example.org".into());
        ahead.add_next("https://a.example/sok?q=bo+ek".into());
        ahead.add_next("https://a.example/sok?q=kim.berg@example.org".into());
        for n in 0..9 {
            ahead.add(format!("https://a.example/vara?id={n}&a=b"), Rank::Other);
        }
        ahead.add("https://a.example/#/om".into(), Rank::Other);
        let order = order(ahead);
        assert_eq!(order[..2], ["/sok?q=Kim.Berg%40example.org", "/vara?id=0&a=b"]);
        assert_eq!(order.len(), 1 + 9 + 1, "{order:?}");
        let view = order.iter().position(|o| o == "/#/om").unwrap();
        assert!(view <= 1 + OF_A_KIND, "{order:?}");
    }
}
