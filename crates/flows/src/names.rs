//! Whom the service's own names lead to: DNS aliases of the hosts that were met, kept with the recording.

use crate::audit::Order;
use capture::names::{Resolver, gap};
use declare::Policy;
use facts::{Exchange, Gap, Recording, Sighting};
use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

/// Asks the system's resolver, or the one the user named. What could not be asked is a gap of the recording.
pub async fn ask(recording: &mut Recording, order: &Order) {
    let hosts = hosts(recording, order);
    if hosts.is_empty() {
        return;
    }
    let resolver = order.resolver.map_or_else(Resolver::system, |at| Ok(Resolver::at(at)));
    let (aliases, gaps) = match resolver {
        Ok(resolver) => resolver.aliases(&hosts).await,
        Err(why) => (Vec::new(), vec![gap(&hosts, why)]),
    };
    recording.aliases = aliases;
    recording.gaps.extend(gaps);
}

/// Everybody the tables do not know. A host that `resolve` sends elsewhere is asked for only where the user also named
/// who to ask: the system's resolver knows nothing of a staging host.
fn hosts(recording: &Recording, order: &Order) -> BTreeSet<String> {
    let sent_elsewhere = |host: &String| order.resolver.is_none() && order.resolve.iter().any(|r| r.host == *host);
    let answered = recording.exchanges.iter().filter(|e| e.response.is_some() && !e.url.starts_with("data:"));
    let hosts = answered.filter_map(facts::Exchange::host);
    hosts.filter(|h| is_name(h) && !sent_elsewhere(h) && judge::Vendors::builtin().of_host(h).is_none()).collect()
}

/// Own names that nobody was asked about, because they were sent elsewhere, and that got what a tracker would get: they
/// may be somebody else's. The start page's own host is what was meant to be sent elsewhere.
pub fn unasked(recording: &Recording, order: &Order, policy: &Policy, sightings: &[Sighting]) -> Vec<Gap> {
    if order.resolver.is_some() {
        return Vec::new();
    }
    let host_of = |url: &str| Exchange { url: url.to_owned(), ..Exchange::default() }.host();
    let start = host_of(&recording.start);
    let vendors = judge::Vendors::builtin();
    let mut found: BTreeMap<String, &str> = BTreeMap::new();
    for exchange in &recording.exchanges {
        let Some(host) = exchange.host().filter(|h| Some(h) != start.as_ref() && policy.is_first_party(h)) else {
            continue;
        };
        if !order.resolve.iter().any(|r| r.host == host) {
            continue;
        }
        if judge::in_shape_of(exchange, vendors).is_some() {
            found.insert(host, "shape");
        } else if sightings.iter().any(|s| s.exchange == exchange.id && !s.shared) {
            found.entry(host).or_insert("data");
        }
    }
    let why = |got: &str| format!("--resolve sends it elsewhere, and without --resolver nobody is asked; it got {got}");
    found.into_iter().map(|(host, got)| gap(&[host].into(), why(got))).collect()
}

/// A name that DNS knows, not an address, not this machine (RFC 6761 section 6.3).
fn is_name(host: &str) -> bool {
    host.parse::<IpAddr>().is_err() && host.contains('.') && !host.ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Target;

    #[test]
    fn own_names_that_were_not_asked_about_are_a_gap_where_they_got_what_a_tracker_gets() {
        let exchange = |id: &str, url: &str| Exchange { id: id.into(), url: url.into(), ..Exchange::default() };
        let recording = Recording {
            start: "https://www.service.example/".into(),
            exchanges: vec![
                exchange("1", "https://www.service.example/g/collect?v=2&tid=G-1"),
                exchange("2", "https://sst.service.example/g/collect?v=2&tid=G-1"),
                exchange("3", "https://api.service.example/meetings?n=2"),
                exchange("4", "https://metrics.service.example/b/ss/suite/1/JS-2"),
            ],
            ..Recording::default()
        };
        let resolve =
            |host: &str| facts::Resolve { host: host.into(), port: 443, to_host: "::1".into(), to_port: 8443 };
        let mut order = Order::new(Target::Address(recording.start.clone()), "out".into(), "data".into());
        let hosts = ["www", "sst", "api", "metrics"].map(|name| format!("{name}.service.example"));
        order.resolve = hosts.iter().map(|h| resolve(h)).collect();
        let mut policy = declare::undeclared(&recording.start);
        policy.service.first_party = vec!["service.example".into()];
        let gaps = unasked(&recording, &order, &policy, &[]);
        let named: Vec<&str> = gaps.iter().filter_map(|g| g.what.split(' ').nth(2)).collect();
        assert_eq!(named, ["metrics.service.example", "sst.service.example"], "{gaps:?}");
        assert!(gaps.iter().all(paper::gaps::is_known), "{gaps:?}");
        order.resolver = Some(([127, 0, 0, 1], 53).into());
        assert_eq!(unasked(&recording, &order, &policy, &[]), []);
    }
}
