//! What `declare` cannot check, because it knows no vendor.

use crate::Vendors;
use declare::{Allowed, Policy};
use facts::Problem;

/// A setting every recipient may have: that what it gets is hashed.
pub(crate) const HASH_IDENTIFIERS: &str = "hash-identifiers";

/// Vendors and settings the policy names and nobody knows, each with its line and the nearest known name.
pub fn check(policy: &Policy, vendors: &Vendors) -> Vec<Problem> {
    let allowed = policy.zones.iter().flat_map(|z| &z.recipients);
    allowed.flat_map(|a| vendor(a, vendors).into_iter().chain(settings(a, vendors))).collect()
}

/// An id of the tables or a registrable domain; a word without a dot can only be an id.
fn vendor(allowed: &Allowed, vendors: &Vendors) -> Option<Problem> {
    let name = &allowed.vendor;
    if vendors.vendor(name).is_some() || name.is_empty() {
        return None;
    }
    if let Some(known) = vendors.of_host(name) {
        let message = format!("`{name}` belongs to `{}`: name the recipient by its id", known.id);
        return Some(
            Problem::new(allowed.place.clone(), "vendor-by-host", message).found(name.clone()).allowed(&[&known.id]),
        );
    }
    if name.contains('.') && crate::registrable(name) == *name {
        return None;
    }
    let mut ids: Vec<String> = vendors.all().iter().map(|v| v.id.clone()).collect();
    if name.contains('.') {
        ids.insert(0, crate::registrable(name));
    }
    let message = format!("unknown recipient `{name}`: neither a known vendor nor a registrable domain");
    Some(Problem::new(allowed.place.clone(), "unknown-vendor", message).found(name.clone()).allowed(&ids))
}

fn settings(allowed: &Allowed, vendors: &Vendors) -> Vec<Problem> {
    let own = vendors.vendor(&allowed.vendor).map_or(&[][..], |v| &v.settings);
    let mut known: Vec<&str> = own.iter().map(|s| s.name.as_str()).collect();
    known.push(HASH_IDENTIFIERS);
    let unknown = allowed.settings.keys().filter(|s| !known.contains(&s.as_str()));
    let problem = |setting: &String| {
        let place = allowed.setting_places.get(setting).unwrap_or(&allowed.place).clone();
        let message = format!("`{}` has no setting `{setting}` that can be read", allowed.vendor);
        Problem::new(place, "unknown-setting", message).found(setting.clone()).allowed(&known)
    };
    unknown.map(problem).collect()
}
