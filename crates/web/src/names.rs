use crate::oops::Oops;
use crate::say::Say;
use register::Db;
use std::collections::BTreeMap;

/// The names of those who act: the log holds ids, because it is for ever.
#[derive(Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    pub async fn of_all(db: &Db) -> Result<Self, Oops> {
        Ok(Self(db.users().await?.into_iter().map(|user| (user.id, user.name)).collect()))
    }

    /// Who is no user keeps the id.
    pub fn of(&self, w: &Say, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| w.code("web-actor", id))
    }
}
