//! Who is behind a host: the service itself, or somebody else, perhaps under a name of the service's own.

use crate::{Recipient, Vendor, Vendors};
use declare::Policy;
use facts::Recording;
use std::collections::HashMap;

pub struct Who<'a> {
    policy: &'a Policy,
    vendors: &'a Vendors,
    names: HashMap<&'a str, &'a [String]>,
}

impl<'a> Who<'a> {
    pub fn new(policy: &'a Policy, recording: &'a Recording, vendors: &'a Vendors) -> Self {
        let names = recording.aliases.iter().map(|a| (a.host.as_str(), a.names.as_slice())).collect();
        Self { policy, vendors, names }
    }

    /// The third party behind a host; none for the service itself.
    pub fn third_party(&self, host: &str) -> Option<Recipient> {
        let alias = || self.alias(host).map(|(vendor, name)| vendor.recipient(Some(name)));
        if self.policy.is_first_party(host) {
            return alias();
        }
        let direct = self.vendors.of_host(host).map(|v| v.recipient(None));
        Some(direct.or_else(alias).unwrap_or_else(|| self.vendors.recipient(host)))
    }

    /// The vendor row of a third party's host.
    pub fn vendor(&self, host: &str) -> Option<&'a Vendor> {
        if self.policy.is_first_party(host) {
            return self.alias(host).map(|(v, _)| v);
        }
        self.vendors.of_host(host).or_else(|| self.alias(host).map(|(v, _)| v))
    }

    /// The vendor an alias leads to, and by which name. Hosting is no disguise: every second site is an alias of some
    /// cloud's machine, so vendors of infrastructure do not count.
    pub fn alias(&self, host: &str) -> Option<(&'a Vendor, &'a str)> {
        let known = |name: &'a String| Some((self.vendors.of_host(name)?, name.as_str()));
        self.names.get(host)?.iter().filter_map(known).find(|(v, _)| v.category != "infrastructure")
    }

    /// Whether the host is one of the service's own names that leads to a third party.
    pub fn is_disguised(&self, host: &str) -> bool {
        self.policy.is_first_party(host) && self.alias(host).is_some()
    }
}
