//! What an audit typed, found again in what it recorded.

use facts::{Canary, Exchange, Gap, IdentifierKind, Person, Recording, RunRef, Sent, Sighting};
use std::borrow::Cow;
use std::collections::HashMap;

/// Every canary in every exchange, and what could not be looked into.
pub fn detect(recording: &Recording) -> (Vec<Sighting>, Vec<Gap>) {
    // What a recording types by itself stands alike in all its runs, and is one person's.
    let mut alike: Vec<Vec<&Canary>> = Vec::new();
    for canary in &recording.canaries {
        let same = |all: &&mut Vec<&Canary>| (all[0].kind, &all[0].value) == (canary.kind, &canary.value);
        match alike.iter_mut().find(same) {
            Some(all) => all.push(canary),
            None => alike.push(vec![canary]),
        }
    }
    let people: Vec<_> = alike.iter().map(|all| looked_for(all[0], &recording.canaries)).collect();
    let alike: HashMap<&str, Vec<&Canary>> = alike.into_iter().map(|all| (all[0].id.as_str(), all)).collect();
    let needles = detect::Needles::compile(&people, &detect::Options { made_up: true, ..detect::Options::default() });
    let mut scanner = needles.scanner();
    let (mut sightings, mut gaps) = (Vec::new(), Vec::new());
    for exchange in &recording.exchanges {
        for part in parts(exchange) {
            let step = part.run.as_ref().and_then(|r| r.step.clone());
            let mut seen = |s: Sighting| {
                let canary = of_run(&alike[s.person.as_str()], &part);
                // A worker of several pages sends for one of them: what it sends says which.
                let page = s.page.clone().or_else(|| Some(canary.page.clone()));
                sightings.push(Sighting { person: canary.id.clone(), page, step: step.clone(), ..s });
            };
            scanner.exchange("capture.har", &part, &mut seen, &mut |g| gaps.push(g));
        }
    }
    (sightings, gaps)
}

/// Of those that are alike, the one that was typed in the exchange's run, on its page if one was.
fn of_run<'c>(alike: &[&'c Canary], exchange: &Exchange) -> &'c Canary {
    let same_run =
        |c: &&&Canary| exchange.run.as_ref().is_some_and(|run| (&c.journey, c.consent) == (&run.journey, run.consent));
    let own = || alike.iter().filter(same_run);
    own().find(|c| exchange.page.as_ref() == Some(&c.page)).or_else(|| own().next()).unwrap_or(&alike[0])
}

/// A canary as somebody to look for. A family name is looked for together with the given name of its form too: a script
/// that hashes the two in one leaves neither to be found.
fn looked_for(canary: &Canary, all: &[Canary]) -> Person {
    let mut person = canary.person();
    if canary.kind == IdentifierKind::FamilyName {
        let place = |c: &Canary| (c.role.clone(), c.page.clone(), c.journey.clone(), c.consent);
        let beside = all.iter().filter(|c| c.kind == IdentifierKind::GivenName && place(c) == place(canary));
        let names = beside.flat_map(|given| facts::whole_names(&given.value, &canary.value));
        person.identifiers.extend(names.map(|name| (IdentifierKind::Name, name)));
    }
    person
}

/// An exchange, and what a connection it opened has sent since, apart where it was sent in another step or from another
/// page: whose word counts is when a frame went, not when its connection began.
fn parts(exchange: &Exchange) -> Vec<Cow<'_, Exchange>> {
    if exchange.frames.is_empty() || exchange.sent.len() != exchange.frames.len() {
        return vec![Cow::Borrowed(exchange)];
    }
    let mut parts = vec![Cow::Owned(Exchange { frames: Vec::new(), sent: Vec::new(), ..exchange.clone() })];
    let sent: Vec<_> = exchange.frames.iter().zip(&exchange.sent).collect();
    // The address was looked through once: here it only says to whom.
    let url = url::Url::parse(&exchange.url).map(|u| u[..url::Position::BeforePath].to_owned());
    let url = url.unwrap_or_else(|_| exchange.url.clone());
    for group in sent.chunk_by(|a, b| (&a.1.page, &a.1.step) == (&b.1.page, &b.1.step)) {
        let Sent { at, page, step } = group[0].1.clone();
        let run = exchange.run.clone().map(|run| RunRef { step, ..run });
        let frames = group.iter().map(|(frame, _)| (*frame).clone()).collect();
        let (id, method, url) = (exchange.id.clone(), exchange.method.clone(), url.clone());
        let (initiator, page) = (exchange.initiator.clone(), page.or_else(|| exchange.page.clone()));
        parts.push(Cow::Owned(Exchange { id, at, page, initiator, method, url, frames, run, ..Exchange::default() }));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    fn canary(id: &str, role: &str, kind: IdentifierKind, value: &str) -> Canary {
        Canary {
            id: id.into(),
            role: role.into(),
            kind,
            value: value.into(),
            field: format!("#{id}"),
            page: "https://service.example/".into(),
            ..serde_json::from_str(r#"{"id":"","role":"","kind":"email","value":"","field":"","page":"","journey":"start","consent":"none"}"#).unwrap()
        }
    }

    fn found(canaries: Vec<Canary>, hashed: &str) -> Vec<(String, IdentifierKind)> {
        let token = Sha256::digest(hashed).iter().map(|b| format!("{b:02x}")).collect::<String>();
        let exchange = Exchange { id: "1".into(), url: format!("https://t.example/?n={token}"), ..Exchange::default() };
        let recording = Recording { canaries, exchanges: vec![exchange], ..Recording::default() };
        detect(&recording).0.into_iter().map(|s| (s.person, s.identifier)).collect()
    }

    /// A worker of several pages sends from none of them.
    #[test]
    fn where_no_page_is_known_it_is_the_one_that_the_value_was_typed_on() {
        let canaries = vec![canary("c01", "user", IdentifierKind::Email, "bomu.kelsta@example.org")];
        let url = "https://t.example/?em=bomu.kelsta@example.org".to_owned();
        let elsewhere = Some("https://service.example/other".to_owned());
        for (page, expected) in [(None, "https://service.example/"), (elsewhere, "https://service.example/other")] {
            let exchanges = vec![Exchange { id: "1".into(), url: url.clone(), page, ..Exchange::default() }];
            let recording = Recording { canaries: canaries.clone(), exchanges, ..Recording::default() };
            assert_eq!(detect(&recording).0[0].page.as_deref(), Some(expected));
        }
    }

    /// Two fields or one: a script that hashes the two names in one leaves neither to be found by itself.
    #[test]
    fn a_hash_of_given_and_family_name_in_one_is_the_family_names() {
        let names = || {
            vec![
                canary("c01", "user", IdentifierKind::GivenName, "Drivo"),
                canary("c02", "user", IdentifierKind::FamilyName, "Kvåmela"),
                canary("c03", "end-user", IdentifierKind::FamilyName, "Bloteri"),
            ]
        };
        for text in ["drivo kvåmela", "kvåmela drivo", "drivokvåmela", "DRIVO KVÅMELA"] {
            assert_eq!(found(names(), text), [("c02".to_owned(), IdentifierKind::Name)], "{text}");
        }
        assert_eq!(found(names(), "drivo bloteri"), [], "of two people");
        let whole = || vec![canary("c01", "user", IdentifierKind::Name, "Drivo Kvåmela")];
        for text in ["drivo kvåmela", "kvåmela drivo"] {
            assert_eq!(found(whole(), text), [("c01".to_owned(), IdentifierKind::Name)], "{text}");
        }
        assert_eq!(found(whole(), "drivo"), [("c01".to_owned(), IdentifierKind::GivenName)]);
    }
}
