//! Who may do what: roles and their permissions, from `tables/roles.toml`.

use crate::case::Act;
use crate::tables::tables;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Permission {
    /// Open cases, enter facts, measures, notes.
    Write,
    /// Record what went out: notifications, reports, letters.
    Send,
    /// Conclude, set awareness, exempt, close.
    Decide,
    /// Change the organisation's settings and controls, and what a service may do.
    Settings,
    Users,
    /// Destroy sealed data.
    Destroy,
    /// Take the whole register away as a file, with every sealed text.
    Export,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleTable {
    #[serde(rename = "schema")]
    _schema: String,
    #[serde(rename = "source")]
    _source: String,
    acts: BTreeMap<Permission, BTreeSet<String>>,
    role: Vec<Role>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    id: String,
    may: BTreeSet<Permission>,
}

impl Act {
    /// What a person needs to be allowed for this act.
    pub fn needs(&self) -> Permission {
        act_needs(self.name())
    }
}

/// The same by the act's name.
pub fn act_needs(name: &str) -> Permission {
    let acts = &tables().roles.acts;
    acts.iter().find(|(_, names)| names.contains(name)).map_or(Permission::Write, |(needs, _)| *needs)
}

/// Whether a role allows it; an unknown role allows nothing.
pub fn may(role: &str, permission: Permission) -> bool {
    tables().roles.role.iter().any(|r| r.id == role && r.may.contains(&permission))
}

/// Ids of the roles, the one that may most first.
pub fn roles() -> Vec<&'static str> {
    tables().roles.role.iter().map(|r| r.id.as_str()).collect()
}

/// Ids of the roles that allow it.
pub fn roles_that_may(permission: Permission) -> Vec<&'static str> {
    roles().into_iter().filter(|role| may(role, permission)).collect()
}
