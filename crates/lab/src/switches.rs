use crate::PIXEL_ID;
use serde::Serialize;
use std::{collections::BTreeMap, sync::Mutex};

/// What can be turned while the replica runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Switches {
    /// Automatic matching in the pixel's own configuration, by pixel id.
    pub matching: BTreeMap<String, bool>,
    /// Tags load only after the visitor accepted.
    pub consent_gate: bool,
}

pub(crate) struct Board(Mutex<Switches>);

impl Board {
    pub fn new(matching: bool, consent_gate: bool) -> Self {
        Self(Mutex::new(Switches { matching: BTreeMap::from([(PIXEL_ID.to_owned(), matching)]), consent_gate }))
    }

    pub fn read(&self) -> Switches {
        self.lock().clone()
    }

    /// None for an id that the pixel's vendor does not know.
    pub fn matching(&self, pixel: &str) -> Option<bool> {
        self.lock().matching.get(pixel).copied()
    }

    pub fn set_matching(&self, pixel: &str, on: bool) {
        self.lock().matching.insert(pixel.to_owned(), on);
    }

    pub fn consent_gate(&self) -> bool {
        self.lock().consent_gate
    }

    pub fn set_consent_gate(&self, on: bool) {
        self.lock().consent_gate = on;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Switches> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
