//! The address a document shows. One that changes its own all the time stays one page, at the address it came with.

use super::{Witness, without_query};
use crate::devtools::protocol::NavigatedWithin;
use std::time::Duration;

/// Changes of address before the audit has done anything, from which on nobody waits for the last of them.
const SO_MANY: usize = 8;
/// Changes that no act led to, as late as this after the last.
const BY_ITSELF: usize = 4;
const LATE: Duration = Duration::from_secs(1);

/// How a document's address has changed since it came.
#[derive(Default)]
pub(super) struct Address {
    came: String,
    changes: usize,
    by_itself: usize,
    fixed: bool,
}

impl Witness {
    pub(super) fn came(&mut self, session: &str, url: &str) {
        if let Some(found) = self.sessions.get_mut(session) {
            found.address = Address { came: url.to_owned(), ..Address::default() };
        }
    }

    pub(super) fn navigated_within(&mut self, session: &str, event: NavigatedWithin) {
        let Some(found) = self.sessions.get_mut(session) else { return };
        if found.target == event.frame_id && found.kind == "page" {
            found.address.changes += 1;
            let late = found.lane.is_some_and(|lane| self.lanes[lane].begun.elapsed() > LATE);
            found.address.by_itself += usize::from(late);
            if found.address.fixed {
                return;
            }
        }
        let restless = found.address.by_itself >= BY_ITSELF;
        self.moved(session, &event.frame_id, event.url);
        if restless {
            self.fix(session);
        }
    }

    /// A page that was opened and came to rest, as far as it does.
    pub fn at_rest(&mut self, session: &str) {
        if self.sessions.get(session).is_some_and(|s| !s.address.fixed && s.address.changes >= SO_MANY) {
            self.fix(session);
        }
    }

    /// The address a document is known by, where it is not the one it shows.
    pub fn fixed_address(&self, session: &str) -> Option<String> {
        self.sessions.get(session).filter(|s| s.address.fixed).map(|s| s.address.came.clone())
    }

    fn fix(&mut self, session: &str) {
        let Some(found) = self.sessions.get_mut(session) else { return };
        found.address.fixed = true;
        let (came, frame) = (found.address.came.clone(), found.target.clone());
        self.gap(
            format!("the further addresses of {}", without_query(&came)),
            "its script changes the address all the time: it was looked at as one page",
        );
        self.moved(session, &frame, came);
    }
}
