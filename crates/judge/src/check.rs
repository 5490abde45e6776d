//! What `declare` cannot check, because it knows no vendor.

use crate::{Vendor, Vendors, registrable};
use declare::{Allowed, Policy};
use facts::Problem;

/// A setting every recipient may have: that what it gets is hashed.
pub(crate) const HASH_IDENTIFIERS: &str = "hash-identifiers";

/// Vendors and settings the policy names and nobody knows, each with its line and the nearest known name.
pub fn check(policy: &Policy, vendors: &Vendors) -> Vec<Problem> {
    let allowed = policy.zones.iter().flat_map(|z| &z.recipients);
    allowed.flat_map(|a| vendor(a, vendors).into_iter().chain(settings(a, vendors))).collect()
}

/// The same policy with every recipient named by the id its row has, where it was named by domain.
pub fn by_id(policy: &Policy, vendors: &Vendors) -> Policy {
    let mut policy = policy.clone();
    for allowed in policy.zones.iter_mut().flat_map(|z| &mut z.recipients) {
        allowed.vendor = match named(&allowed.vendor, vendors) {
            Some(vendor) => vendor.id.clone(),
            None => registrable(&allowed.vendor),
        };
    }
    policy
}

/// The row of an id, or of the registrable domain one of its hosts lies in.
fn named<'v>(name: &str, vendors: &'v Vendors) -> Option<&'v Vendor> {
    let below = |v: &&Vendor| v.hosts.iter().chain(&v.replica_hosts).any(|h| registrable(h) == name);
    let by_domain = || vendors.of_host(name).or_else(|| vendors.all().iter().find(below));
    vendors.vendor(name).or_else(|| if name.contains('.') { by_domain() } else { None })
}

/// An id of the tables or a registrable domain; a word without a dot can only be an id.
fn vendor(allowed: &Allowed, vendors: &Vendors) -> Option<Problem> {
    let name = &allowed.vendor;
    let lower = name.to_lowercase();
    let domain = name.contains('.') && (registrable(name) == lower || psl::domain_str(&lower) == Some(&lower));
    if vendors.vendor(name).is_some() || name.is_empty() || domain {
        return None;
    }
    let (code, right) = match vendors.of_host(name) {
        Some(known) => ("vendor-by-host", vec![known.id.clone()]),
        None if name.contains('.') => ("vendor-by-host", vec![registrable(name)]),
        None => ("unknown-vendor", vendors.all().iter().map(|v| v.id.clone()).collect()),
    };
    let message = match code {
        "unknown-vendor" => format!("unknown recipient `{name}`: neither a known vendor nor a registrable domain"),
        _ => format!("`{name}` is one host of the recipient `{}`: name the recipient", right[0]),
    };
    Some(Problem::new(allowed.place.clone(), code, message).found(name.clone()).allowed(&right))
}

fn settings(allowed: &Allowed, vendors: &Vendors) -> Vec<Problem> {
    let own = named(&allowed.vendor, vendors).map_or(&[][..], |v| &v.settings);
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
