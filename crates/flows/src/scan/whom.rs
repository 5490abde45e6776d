//! Whose identifiers are looked for.

use super::list::compile;
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

impl Order {
    /// And whether they were made by a reverse join. `traffic`: bytes, where all of it can be read twice.
    pub(super) fn needles(
        &self,
        traffic: Option<u64>,
        stop: &Arc<AtomicBool>,
        watch: &mut dyn FnMut(Progress),
    ) -> Result<(Needles, bool), Trouble> {
        let options = self.options()?;
        match &self.whom {
            Whom::Nobody => Ok((Needles::compile(&[], &options), false)),
            Whom::People(path) if self.join.chosen(path, &options, traffic)? => {
                Ok((reverse::needles(self, path, &options, stop, watch)?, true))
            }
            Whom::People(path) => Ok((compile(path, &options, &Key::default())?, false)),
            Whom::Index { index, key } => Ok((index::open(index, key, &options)?, false)),
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
pub(crate) fn salts(path: Option<&Path>) -> Result<Vec<String>, Trouble> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let text = folder::text(path)?;
    Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}
