//! Whose identifiers are looked for.

use super::Order;
use super::list::compile;
use crate::{Trouble, folder, index};
use detect::{Key, MatchKey, Needles, Options};
use std::path::{Path, PathBuf};

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
    pub(super) fn needles(&self) -> Result<Needles, Trouble> {
        let options = self.options()?;
        match &self.whom {
            Whom::Nobody => Ok(Needles::compile(&[], &options)),
            Whom::People(path) => compile(path, &options, &Key::default(), &mut |_, _| ()),
            Whom::Index { index, key } => index::open(index, key, &options),
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
