use std::collections::{HashSet, VecDeque};

/// Pages still to be visited: promising ones first, languages and other variants of a visited page last.
pub(super) struct Ahead {
    first: VecDeque<String>,
    later: VecDeque<String>,
    variants: VecDeque<String>,
    known: HashSet<String>,
    paths: HashSet<String>,
}

impl Ahead {
    pub(super) fn new(start: &str) -> Self {
        let mut ahead = Self {
            first: VecDeque::new(),
            later: VecDeque::new(),
            variants: VecDeque::new(),
            known: HashSet::new(),
            paths: HashSet::new(),
        };
        ahead.seen(start);
        ahead
    }

    pub(super) fn seen(&mut self, url: &str) {
        self.known.insert(url.to_owned());
        self.paths.insert(path_of(url));
    }

    pub(super) fn add(&mut self, url: String, promising: bool) {
        if !self.known.insert(url.clone()) {
            return;
        }
        let queue = match (self.paths.insert(path_of(&url)), promising) {
            (false, _) => &mut self.variants,
            (true, true) => &mut self.first,
            (true, false) => &mut self.later,
        };
        queue.push_back(url);
    }

    /// Where a sent form led to: looked at next.
    pub(super) fn add_next(&mut self, url: String) {
        if self.known.insert(url.clone()) {
            self.paths.insert(path_of(&url));
            self.first.push_front(url);
        }
    }

    pub(super) fn next(&mut self) -> Option<String> {
        self.first.pop_front().or_else(|| self.later.pop_front()).or_else(|| self.variants.pop_front())
    }
}

fn path_of(url: &str) -> String {
    url.split(['?', '#']).next().unwrap_or(url).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promising_pages_come_first_and_variants_last() {
        let mut ahead = Ahead::new("https://a.example/");
        for (url, promising) in
            [("/?lang=fi", false), ("/om", false), ("/kontakt", true), ("/om", false), ("/om?x=1", false)]
        {
            ahead.add(format!("https://a.example{url}"), promising);
        }
        ahead.add_next("https://a.example/tack".into());
        let order: Vec<_> =
            std::iter::from_fn(|| ahead.next()).map(|u| u.trim_start_matches("https://a.example").to_owned()).collect();
        assert_eq!(order, ["/tack", "/kontakt", "/om", "/?lang=fi", "/om?x=1"]);
    }
}
