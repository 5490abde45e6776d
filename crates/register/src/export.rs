//! A case, or the whole register, as files for a bundle that verifies without a server.

use crate::append::event_item;
use crate::{Db, RegisterError, projection, read, rows};
use prove::record::{LOG, Record, Sealed, write};
use prove::{Head, Item, Link};
use respond::Case;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, query};
use std::collections::{BTreeMap, BTreeSet};

/// What goes into a bundle: `prove::bundle::seal(files, key, &Meta { head: Some(head), .. })`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    pub files: Vec<(String, Vec<u8>)>,
    pub head: Head,
}

type Files = Vec<(String, Vec<u8>)>;

impl Db {
    /// One case as files for a bundle, other cases' log entries reduced to their hashes. `origin` names this register.
    ///
    /// # Errors
    /// There is no such case.
    pub async fn export(&self, case: &str, origin: &str) -> Result<Export, RegisterError> {
        self.export_some(Some(case), origin).await
    }

    /// The whole register as files for a bundle.
    ///
    /// # Errors
    /// The database fails.
    pub async fn export_all(&self, origin: &str) -> Result<Export, RegisterError> {
        self.export_some(None, origin).await
    }

    async fn export_some(&self, case: Option<&str>, origin: &str) -> Result<Export, RegisterError> {
        let mut tx = self.snapshot().await?;
        let mut files = Files::new();
        let mut covered = covered(&mut tx, case, &mut files).await?;
        let sql = "SELECT seq, at, actor, act, case_id, content, prev, hash FROM log ORDER BY seq";
        let links: Vec<Link> =
            query(sql).fetch_all(&mut *tx).await?.iter().map(rows::link).collect::<Result<_, _>>()?;
        let head = Head::of(origin, &links.iter().map(|l| l.hash).collect::<Vec<_>>());
        let cases: BTreeSet<String> = links.iter().filter_map(|l| l.case.clone()).collect();
        let wanted: Vec<String> = cases.into_iter().filter(|id| case.is_none_or(|c| c == id)).collect();
        if let (Some(case), true) = (case, wanted.is_empty()) {
            return Err(RegisterError::Missing(format!("case `{case}`")));
        }
        let record = |link: Link| match case {
            Some(case) if link.case.as_deref() != Some(case) => Record::Blind { seq: link.seq, hash: link.hash },
            _ => Record::Whole { items: covered.remove(&link.seq).unwrap_or_default(), link },
        };
        files.push((LOG.to_owned(), write(&links.into_iter().map(record).collect::<Vec<_>>())));
        for id in &wanted {
            files.extend(folded(&mut tx, id).await?);
        }
        Ok(Export { files, head })
    }
}

/// The case as it stands, to read; what it was made from are the events.
async fn folded(connection: &mut AnyConnection, id: &str) -> Result<Files, RegisterError> {
    let kept = read::events(&mut *connection, id).await?;
    let body = Case::fold(&kept.events).map(|state| projection::body(&state)).transpose()?;
    Ok(body.map(|body| (format!("{}/case.json", folder(Some(id))), body.into_bytes())).into_iter().collect())
}

/// What each link covers; the bytes go to `files`.
async fn covered(
    connection: &mut AnyConnection,
    case: Option<&str>,
    files: &mut Files,
) -> Result<BTreeMap<u64, Vec<Sealed>>, RegisterError> {
    let mut covered: BTreeMap<u64, Vec<Sealed>> = BTreeMap::new();
    let events = "SELECT e.seq, e.case_id, e.version, e.kind, e.digest, s.salt, s.bytes, s.destroyed FROM events e \
                  JOIN sealed s ON s.digest = e.digest WHERE $1 IS NULL OR e.case_id = $1 ORDER BY e.seq, e.version";
    for row in query(events).bind(case.map(str::to_owned)).fetch_all(&mut *connection).await? {
        let (id, version, kind) =
            (rows::text(&row, "case_id")?, rows::count(&row, "version")?, rows::text(&row, "kind")?);
        let item = event_item(&id, version, &kind, rows::digest(&row, "digest")?);
        let file = format!("{}/events/{version:04}-{}.json", folder(Some(&id)), safe(&kind));
        covered.entry(rows::count(&row, "seq")?).or_default().push(sealed(&row, item, file, files)?);
    }
    let items = "SELECT i.seq, i.n, i.kind, i.name, i.digest, s.salt, s.bytes, s.destroyed, l.case_id FROM items i \
                 JOIN sealed s ON s.digest = i.digest JOIN log l ON l.seq = i.seq \
                 WHERE $1 IS NULL OR l.case_id = $1 ORDER BY i.seq, i.n";
    for row in query(items).bind(case.map(str::to_owned)).fetch_all(&mut *connection).await? {
        let (kind, name) = (rows::text(&row, "kind")?, rows::text(&row, "name")?);
        let (seq, n) = (rows::count(&row, "seq")?, rows::count(&row, "n")?);
        let folder = folder(rows::text_or_none(&row, "case_id")?.as_deref());
        let file = format!("{folder}/{}/{seq:06}-{n}-{}", safe(&kind), safe(&name));
        let item = Item { kind, name, digest: rows::digest(&row, "digest")? };
        covered.entry(seq).or_default().push(sealed(&row, item, file, files)?);
    }
    Ok(covered)
}

fn sealed(row: &AnyRow, item: Item, file: String, files: &mut Files) -> Result<Sealed, RegisterError> {
    let content = rows::salt_or_none(row, "salt")?.zip(rows::bytes_or_none(row, "bytes")?);
    let destroyed = rows::count_or_none(row, "destroyed")?;
    Ok(match content {
        None => Sealed { item, file: None, salt: None, destroyed },
        Some((salt, bytes)) => {
            files.push((file.clone(), bytes));
            Sealed { item, file: Some(file), salt: Some(salt), destroyed }
        }
    })
}

fn folder(case: Option<&str>) -> String {
    case.map_or("register".to_owned(), |id| format!("cases/{}", safe(id)))
}

/// A name that every file system takes. One that had to be changed gets a part of its digest, so that two stay two.
fn safe(name: &str) -> String {
    let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let cut: String = name.chars().map(|c| if fine(c) { c } else { '_' }).take(80).collect();
    let whole = cut == name && !name.is_empty() && !name.starts_with('.');
    if whole { cut } else { format!("_{cut}-{}", &prove::Digest::of(name.as_bytes()).to_string()[..8]) }
}
