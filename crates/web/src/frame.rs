//! What every page is framed by: words, where the reader is, who they are. Templates call it `f`.

use crate::assets;
use crate::say::Say;
use facts::Lang;
use respond::Permission;
use std::borrow::Borrow;
use std::ops::Deref;

#[derive(Clone)]
pub struct Frame {
    pub say: Say,
    pub path: String,
    /// None before login and on error pages, which know no session.
    pub user: Option<String>,
    pub csrf: String,
    /// What the reader is; empty before login.
    pub role: String,
}

impl Frame {
    pub fn anonymous(say: Say, path: &str) -> Self {
        Self { say, path: path.to_owned(), user: None, csrf: String::new(), role: String::new() }
    }

    /// Whether a link of the navigation leads to where the reader is.
    pub fn at(&self, start: &str) -> bool {
        if start == "/" { self.path == "/" } else { self.path.starts_with(start) }
    }

    /// Forms that the reader's role may not send are not shown.
    pub fn may_send(&self) -> bool {
        respond::may(&self.role, Permission::Send)
    }

    pub fn may_write(&self) -> bool {
        respond::may(&self.role, Permission::Write)
    }

    pub fn may_decide(&self) -> bool {
        respond::may(&self.role, Permission::Decide)
    }

    pub fn may_destroy(&self) -> bool {
        respond::may(&self.role, Permission::Destroy)
    }

    pub fn may_export(&self) -> bool {
        respond::may(&self.role, Permission::Export)
    }

    pub fn may_users(&self) -> bool {
        respond::may(&self.role, Permission::Users)
    }

    pub fn may_settings(&self) -> bool {
        respond::may(&self.role, Permission::Settings)
    }

    /// The roles that allow it, in words.
    pub fn who_may(&self, permission: Permission) -> String {
        let roles: Vec<String> =
            respond::roles_that_may(permission).into_iter().map(|role| self.code("respond-role", role)).collect();
        self.t1("web-who-may", "roles", self.words.list(&roles))
    }

    pub fn languages(&self) -> &'static [Lang] {
        &Lang::ALL
    }

    /// The language's own name for itself, the same in every language.
    pub fn name_of(&self, lang: impl Borrow<Lang>) -> String {
        paper::Words::new(*lang.borrow()).say("web-language")
    }

    pub fn zone_name(&self) -> String {
        self.say.zone.iana_name().unwrap_or("UTC").to_owned()
    }

    pub fn style(&self) -> String {
        assets::style_address()
    }

    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

impl Deref for Frame {
    type Target = Say;

    fn deref(&self) -> &Say {
        &self.say
    }
}
