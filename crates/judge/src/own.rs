//! Requests to the service's own servers that look as if they were meant for somebody else.

use crate::evidence::{disguise, path_of};
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

/// What one of the service's own servers got that only a vendor has a use for: hashed, under a key of the vendor's format.
pub struct InFormat<'a> {
    pub host: String,
    pub vendor: &'a Vendor,
    pub exchanges: Vec<&'a Exchange>,
    /// As findings name them.
    pub identifiers: BTreeSet<String>,
    pub keys: BTreeSet<String>,
}

/// By host and vendor.
pub fn in_format<'a>(
    who: &Who<'_>,
    recording: &'a Recording,
    sightings: &[Sighting],
    vendors: &'a Vendors,
) -> Vec<InFormat<'a>> {
    let mut found: BTreeMap<(String, &str), InFormat<'a>> = BTreeMap::new();
    for (sighting, exchange, host) in at_own(who, recording, sightings) {
        let tells = |v: &&Vendor| v.key(&sighting.key).is_some_and(|key| key.distinct);
        let vendor = vendors.all().iter().find(tells).filter(|_| disguise(sighting) == "hashed");
        let Some(vendor) = vendor else { continue };
        let (exchanges, identifiers, keys) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        let new = InFormat { host: host.clone(), vendor, exchanges, identifiers, keys };
        let row = found.entry((host, &vendor.id)).or_insert(new);
        if row.exchanges.last().is_none_or(|last| last.id != exchange.id) {
            row.exchanges.push(exchange);
        }
        row.identifiers.insert(sighting.identifier.word().to_owned());
        row.keys.insert(sighting.key.clone());
    }
    found.into_values().collect()
}

/// What personal data the service's own servers got, with the host.
fn at_own<'a, 's>(
    who: &Who<'_>,
    recording: &'a Recording,
    sightings: &'s [Sighting],
) -> Vec<(&'s Sighting, &'a Exchange, String)> {
    let exchanges: HashMap<&str, &Exchange> = recording.exchanges.iter().map(|e| (e.id.as_str(), e)).collect();
    let own = |s: &'s Sighting| {
        let exchange = *exchanges.get(s.exchange.as_str())?;
        Some((s, exchange, exchange.host().filter(|_| who.recipient_of(exchange).is_none())?))
    };
    sightings.iter().filter(|s| !s.shared).filter_map(own).collect()
}

/// Identifiers in requests of a vendor's shape to one of the service's own servers: where they go from there cannot be
/// seen. What is a finding by its format is left out.
pub fn passed_on(
    who: &Who<'_>,
    recording: &Recording,
    sightings: &[Sighting],
    vendors: &Vendors,
    told: &[InFormat<'_>],
) -> Vec<Gap> {
    let mut found: BTreeMap<(String, &str), BTreeSet<&str>> = BTreeMap::new();
    for (sighting, exchange, host) in at_own(who, recording, sightings) {
        let vendor = in_shape_of(exchange, vendors);
        if let Some(vendor) = vendor.filter(|v| !told.iter().any(|t| t.host == host && t.vendor.id == v.id)) {
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
