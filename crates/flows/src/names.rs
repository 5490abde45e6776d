//! Whom the service's own names lead to: DNS aliases of the hosts that were met, kept with the recording.

use crate::audit::Order;
use capture::names::{Resolver, gap};
use facts::Recording;
use std::collections::BTreeSet;
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

/// A name that DNS knows, not an address, not this machine (RFC 6761 section 6.3).
fn is_name(host: &str) -> bool {
    host.parse::<IpAddr>().is_err() && host.contains('.') && !host.ends_with(".localhost")
}
