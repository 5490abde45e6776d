//! Writing one link and what it covers, inside a transaction that [`crate::Db::begin`] opened.

use crate::{Blob, RegisterError, rows};
use jiff::{SignedDuration, Timestamp};
use prove::chain::{Act, Tip, link};
use prove::{Digest, Item, Link, content};
use sqlx::{Any, Transaction, query};

pub type Tx = Transaction<'static, Any>;

/// Who does what, on which case, when.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub at: Timestamp,
    pub actor: &'a str,
    pub act: &'a str,
    pub case: Option<&'a str>,
}

/// A sealed event of the case at this version.
#[derive(Debug)]
pub struct NewEvent {
    pub version: u64,
    pub kind: String,
    pub blob: Blob,
}

/// An item that is not an event: newly sealed bytes, or a digest that is sealed already.
#[derive(Debug)]
pub enum NewItem {
    Seal { kind: &'static str, blob: Blob },
    Refer { kind: &'static str, name: String, digest: Digest },
}

impl NewItem {
    fn item(&self) -> Item {
        match self {
            Self::Seal { kind, blob } => Item { kind: (*kind).into(), name: blob.name.clone(), digest: blob.digest() },
            Self::Refer { kind, name, digest } => Item { kind: (*kind).into(), name: name.clone(), digest: *digest },
        }
    }
}

/// How an event stands in its link's content.
pub fn event_item(case: &str, version: u64, kind: &str, digest: Digest) -> Item {
    Item { kind: "event".into(), name: format!("{case}/{version}/{kind}"), digest }
}

pub async fn append(
    tx: &mut Tx,
    entry: Entry<'_>,
    events: &[NewEvent],
    items: &[NewItem],
) -> Result<Link, RegisterError> {
    let case = entry.case.unwrap_or_default();
    let listed = events.iter().map(|e| event_item(case, e.version, &e.kind, e.blob.digest()));
    let listed: Vec<Item> = listed.chain(items.iter().map(NewItem::item)).collect();
    let (tip, last) = tip(tx).await?;
    let act = Act {
        at: last.filter(|last| is_waiting(entry.at, *last)).unwrap_or(entry.at),
        actor: entry.actor.into(),
        act: entry.act.into(),
        case: entry.case.map(Into::into),
        content: content::digest(&listed),
    };
    let link = link(tip, act);
    put_link(tx, &link).await?;
    for event in events {
        seal(tx, &event.blob).await?;
        put_event(tx, case, link.seq, event).await?;
    }
    for (n, item) in (1..).zip(items) {
        if let NewItem::Seal { blob, .. } = item {
            seal(tx, blob).await?;
        }
        put_item(tx, link.seq, n, &item.item()).await?;
    }
    Ok(link)
}

/// Longer than a writer waits for its turn ([`crate::Db::begin`]).
const TURN: SignedDuration = SignedDuration::from_secs(60);

/// Whoever read the clock first may be the second to write: its link is as late as the one before. What lies further back is a
/// clock that was set back, and stays for `verify` to tell.
fn is_waiting(at: Timestamp, last: Timestamp) -> bool {
    at < last && last.duration_since(at) < TURN
}

/// Where the chain stands, and the time of its last link.
async fn tip(tx: &mut Tx) -> Result<(Tip, Option<Timestamp>), RegisterError> {
    let row = query("SELECT seq, at, hash FROM log ORDER BY seq DESC LIMIT 1").fetch_optional(&mut **tx).await?;
    match row {
        None => Ok((Tip::START, None)),
        Some(row) => {
            let tip = Tip { seq: rows::count(&row, "seq")?, hash: rows::digest(&row, "hash")? };
            Ok((tip, Some(rows::time(&row, "at")?)))
        }
    }
}

async fn put_link(tx: &mut Tx, link: &Link) -> Result<(), RegisterError> {
    let sql = "INSERT INTO log (seq, at, actor, act, case_id, content, prev, hash) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let insert = query(sql).bind(rows::int(link.seq)).bind(link.at.as_microsecond()).bind(link.actor.clone());
    let insert = insert.bind(link.act.clone()).bind(link.case.clone()).bind(link.content.to_string());
    insert.bind(link.prev.to_string()).bind(link.hash.to_string()).execute(&mut **tx).await?;
    crash_point();
    Ok(())
}

async fn seal(tx: &mut Tx, blob: &Blob) -> Result<(), RegisterError> {
    let insert = query("INSERT INTO sealed (digest, salt, bytes) VALUES ($1, $2, $3)").bind(blob.digest().to_string());
    insert.bind(blob.salt.0.to_vec()).bind(blob.bytes.clone()).execute(&mut **tx).await?;
    crash_point();
    Ok(())
}

async fn put_event(tx: &mut Tx, case: &str, seq: u64, event: &NewEvent) -> Result<(), RegisterError> {
    let sql = "INSERT INTO events (case_id, version, seq, kind, digest) VALUES ($1, $2, $3, $4, $5)";
    let insert = query(sql).bind(case.to_owned()).bind(rows::int(event.version)).bind(rows::int(seq));
    insert.bind(event.kind.clone()).bind(event.blob.digest().to_string()).execute(&mut **tx).await?;
    crash_point();
    Ok(())
}

async fn put_item(tx: &mut Tx, seq: u64, n: i64, item: &Item) -> Result<(), RegisterError> {
    let sql = "INSERT INTO items (seq, n, kind, name, digest) VALUES ($1, $2, $3, $4, $5)";
    let insert = query(sql).bind(rows::int(seq)).bind(n).bind(item.kind.clone()).bind(item.name.clone());
    insert.bind(item.digest.to_string()).execute(&mut **tx).await?;
    crash_point();
    Ok(())
}

/// Between any two writes a test can end the process here.
pub fn crash_point() {
    #[cfg(test)]
    crate::tests::crash::point();
}
