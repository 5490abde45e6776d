//! Requests to the service's own servers that look as if they were meant for somebody else.

use crate::evidence::path_of;
use crate::parameters::parameters;
use crate::who::Who;
use crate::{Vendor, Vendors};
use facts::{Exchange, Gap, Recording, Sighting};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The vendor whose requests look like this one, whatever host it went to: a path of its own, or one of its paths with
/// an account.
pub fn in_shape_of<'v>(exchange: &Exchange, vendors: &'v Vendors) -> Option<&'v Vendor> {
    let path = path_of(&exchange.url);
    let mut fit = vendors.all().iter().filter(|v| v.is_event(path)).peekable();
    fit.peek()?;
    let parameters = parameters(exchange);
    let named = |key: &String| parameters.iter().any(|(k, v)| k == key && !v.is_empty());
    fit.find(|v| v.is_distinct(path) || v.account_key.as_ref().is_some_and(named))
}

/// Identifiers in requests of a vendor's shape to one of the service's own servers: where they go from there cannot be
/// seen.
pub fn passed_on(who: &Who<'_>, recording: &Recording, sightings: &[Sighting], vendors: &Vendors) -> Vec<Gap> {
    let exchanges: HashMap<&str, &Exchange> = recording.exchanges.iter().map(|e| (e.id.as_str(), e)).collect();
    let mut found: BTreeMap<(String, &str), BTreeSet<&str>> = BTreeMap::new();
    for sighting in sightings.iter().filter(|s| !s.shared) {
        let Some(exchange) = exchanges.get(sighting.exchange.as_str()) else { continue };
        let Some(host) = exchange.host().filter(|_| who.recipient_of(exchange).is_none()) else { continue };
        if let Some(vendor) = in_shape_of(exchange, vendors) {
            found.entry((host, &vendor.name)).or_default().insert(sighting.identifier.word());
        }
    }
    let gap = |((host, vendor), identifiers): ((String, &str), BTreeSet<&str>)| {
        let identifiers = identifiers.into_iter().collect::<Vec<_>>().join(", ");
        let what = format!("what {host} does with requests in the shape of {vendor}");
        Gap::new(what, format!("it carried {identifiers} to a server of your own; it may be passed on"))
    };
    found.into_iter().map(gap).collect()
}
