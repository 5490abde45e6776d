//! Who is behind a host: the service itself, or somebody else, perhaps under a name of the service's own.

use crate::evidence::path_of;
use crate::{Recipient, Vendor, Vendors};
use declare::Policy;
use facts::{Exchange, Recording};
use std::collections::{BTreeSet, HashMap};

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

    /// The third party an exchange went to; none for the service itself.
    pub fn recipient_of(&self, exchange: &Exchange) -> Option<Recipient> {
        self.third_party(&exchange.host()?, path_of(&exchange.url))
    }

    /// The third party behind a host and, where services share it, a path; none for the service itself.
    pub fn third_party(&self, host: &str, path: &str) -> Option<Recipient> {
        if self.policy.is_first_party(host) {
            return self.alias(host).map(|(recipient, _)| recipient);
        }
        let direct = self.vendors.of(host, path).map(|v| v.recipient(None));
        let alias = || self.alias_of_vendor(host).map(|(vendor, name)| vendor.recipient(Some(name)));
        Some(direct.or_else(alias).unwrap_or_else(|| self.vendors.recipient(host)))
    }

    /// Other third parties than this one whose scripts had a part in an exchange.
    pub fn behind(&self, exchange: &Exchange, recipient: &str) -> Vec<String> {
        let scripts: BTreeSet<&String> = exchange.stack.iter().chain(&exchange.initiator).collect();
        let owner = |script: &String| self.third_party(url::Url::parse(script).ok()?.host_str()?, path_of(script));
        let others = scripts.into_iter().filter_map(owner).map(|r| r.id);
        others.filter(|id| id != recipient).collect()
    }

    /// The vendor row of whom an exchange went to.
    pub fn vendor(&self, exchange: &Exchange) -> Option<&'a Vendor> {
        let (host, path) = (&exchange.host()?, path_of(&exchange.url));
        let alias = || self.alias_of_vendor(host).map(|(v, _)| v);
        if self.policy.is_first_party(host) { alias() } else { self.vendors.of(host, path).or_else(alias) }
    }

    /// Whom a name of the service's own leads to, and by which name: a vendor, or a domain that the declaration or the
    /// user's list of trackers names.
    pub fn alias(&self, host: &str) -> Option<(Recipient, &'a str)> {
        let vendor = self.alias_of_vendor(host).map(|(vendor, name)| (vendor.recipient(Some(name)), name));
        vendor.or_else(|| {
            let name = self.names(host).find(|name| self.is_named(name))?;
            Some((Recipient { cname: Some(name.to_owned()), ..self.vendors.recipient(name) }, name))
        })
    }

    /// Hosting is no disguise: every second site is an alias of some cloud's machine, so vendors of infrastructure do
    /// not count.
    fn alias_of_vendor(&self, host: &str) -> Option<(&'a Vendor, &'a str)> {
        let known = |name: &'a str| Some((self.vendors.of_host(name)?, name));
        self.names(host).filter_map(known).find(|(v, _)| v.category != "infrastructure")
    }

    fn is_named(&self, name: &str) -> bool {
        let recipient = self.vendors.recipient(name);
        let declared = || self.policy.zones.iter().flat_map(|z| &z.recipients).any(|a| a.vendor == recipient.id);
        !recipient.vendor && !self.policy.is_first_party(name) && (recipient.listed.is_some() || declared())
    }

    fn names(&self, host: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.names.get(host).copied().unwrap_or_default().iter().map(String::as_str)
    }

    /// Whether the host is one of the service's own names that leads to a third party.
    pub fn is_disguised(&self, host: &str) -> bool {
        self.policy.is_first_party(host) && self.alias(host).is_some()
    }
}
