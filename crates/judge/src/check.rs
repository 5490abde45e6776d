//! What `declare` cannot check, because it knows no vendor.

use crate::{Vendor, Vendors, registrable};
use declare::{Allowed, Policy};
use facts::Problem;
use std::collections::BTreeMap;

/// A setting every recipient may have: that what it gets is hashed.
pub(crate) const HASH_IDENTIFIERS: &str = "hash-identifiers";

/// Vendors and settings the policy names and nobody knows, each with its line and the nearest known name.
pub fn check(policy: &Policy, vendors: &Vendors) -> Vec<Problem> {
    let allowed = policy.zones.iter().flat_map(|z| &z.recipients);
    allowed.flat_map(|a| vendor(a, vendors).into_iter().chain(settings(a, vendors))).collect()
}

/// The same policy with every recipient named by the id its row has, where it was named by domain: by each of them where
/// several services of a company share it.
pub fn by_id(policy: &Policy, vendors: &Vendors) -> Policy {
    let mut policy = policy.clone();
    for zone in &mut policy.zones {
        // what is named by its id counts before what a domain brings along
        zone.recipients.sort_by_key(|allowed| vendors.vendor(&allowed.vendor).is_none());
        zone.recipients = zone.recipients.iter().flat_map(|allowed| rows(allowed, vendors)).collect();
    }
    policy
}

fn rows(allowed: &Allowed, vendors: &Vendors) -> Vec<Allowed> {
    let of = |vendor: &&Vendor| {
        let mut own = Allowed { vendor: vendor.id.clone(), ..allowed.clone() };
        own.settings.retain(|name, _| is_setting(name, vendor));
        own
    };
    let mut rows: Vec<_> = named(&allowed.vendor, vendors).iter().map(of).collect();
    let domain = registrable(&allowed.vendor);
    if rows.is_empty() {
        return vec![Allowed { vendor: domain, ..allowed.clone() }];
    }
    // of a shared cloud the rows are services; what else lies there goes by the domain
    if allowed.vendor.contains('.') && !vendors.recipient_at(&domain, "/").vendor {
        rows.push(Allowed { vendor: domain, settings: BTreeMap::new(), ..allowed.clone() });
    }
    rows
}

fn is_setting(name: &str, vendor: &Vendor) -> bool {
    name == HASH_IDENTIFIERS || vendor.settings.iter().any(|s| s.name == name)
}

/// The row of an id, or all of the registrable domain in which one of their hosts or paths lies.
fn named<'v>(name: &str, vendors: &'v Vendors) -> Vec<&'v Vendor> {
    let below = |v: &&Vendor| {
        let hosts = v.hosts.iter().chain(&v.replica_hosts).map(String::as_str);
        let paths = v.paths.iter().map(|p| p.split('/').next().unwrap_or(p));
        hosts.chain(paths).any(|h| registrable(h) == name)
    };
    match vendors.vendor(name) {
        Some(vendor) => vec![vendor],
        None if !name.contains('.') => Vec::new(),
        None => vendors.all().iter().filter(below).collect(),
    }
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
    let rows = named(&allowed.vendor, vendors);
    // whose settings it has nobody knows; that it is nobody's name is told
    if rows.is_empty() && vendor(allowed, vendors).is_some() {
        return Vec::new();
    }
    let mut known: Vec<&str> = rows.iter().flat_map(|v| &v.settings).map(|s| s.name.as_str()).collect();
    known.push(HASH_IDENTIFIERS);
    let unknown = allowed.settings.keys().filter(|s| !known.contains(&s.as_str()));
    let problem = |setting: &String| {
        let place = allowed.setting_places.get(setting).unwrap_or(&allowed.place).clone();
        let message = format!("`{}` has no setting `{setting}` that can be read", allowed.vendor);
        Problem::new(place, "unknown-setting", message).found(setting.clone()).allowed(&known)
    };
    unknown.map(problem).collect()
}
