//! Whose identifiers are looked for.

use super::list::{Short, compile};
use super::{Order, Progress, reverse};
use crate::{Trouble, folder, index};
use detect::{Key, MatchKey, Needles, Options};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The people of a scan.
#[derive(Debug, Clone)]
pub enum Whom {
    /// Nobody in particular: patterns only.
    Nobody,
    /// A people.csv.
    People(PathBuf),
    /// An index and the key it was built with.
    Index { index: PathBuf, key: PathBuf },
}

/// What is looked for, and how it was made.
pub(super) struct Made {
    pub needles: Needles,
    /// By a reverse join.
    pub reverse: bool,
    /// Values that are looked for in hashes only.
    pub too_short: Short,
}

impl Order {
    /// `traffic`: bytes, where all of it can be read twice.
    pub(super) fn needles(
        &self,
        traffic: Option<u64>,
        stop: &Arc<AtomicBool>,
        watch: &mut dyn FnMut(Progress),
    ) -> Result<Made, Trouble> {
        let options = self.options()?;
        let made = |needles, reverse, too_short| Ok(Made { needles, reverse, too_short });
        match &self.whom {
            Whom::Nobody => made(Needles::compile(&[], &options), false, Short::default()),
            Whom::People(path) if self.join.chosen(path, &options, traffic)? => {
                let (needles, too_short) = reverse::needles(self, path, &options, stop, watch)?;
                made(needles, true, too_short)
            }
            Whom::People(path) => {
                let (needles, too_short) = compile(path, &options, &Key::default(), stop)?;
                made(needles, false, too_short)
            }
            // told when it was built
            Whom::Index { index, key } => made(index::open(index, key, &options)?, false, Short::default()),
        }
    }

    fn options(&self) -> Result<Options, Trouble> {
        let keys = judge::Vendors::builtin().match_keys().into_iter();
        Ok(Options {
            country: self.country.clone(),
            depth: self.depth,
            unknown: self.unknown,
            match_keys: keys.map(|(key, identifier)| MatchKey { key, identifier }).collect(),
            salts: salts(self.salts.as_deref())?,
            ..Options::default()
        })
    }
}

/// One salt a line; spaces count.
pub fn salts(path: Option<&Path>) -> Result<Vec<String>, Trouble> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let text = folder::text(path)?;
    Ok(text.trim_start_matches('\u{feff}').lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}
