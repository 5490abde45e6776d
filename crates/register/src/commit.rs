use crate::append::{Entry, NewEvent, NewItem, Tx, append, crash_point};
use crate::{Blob, Change, Changed, Committed, Conflict, Db, Outgoing, RegisterError, projection, rows, texts};
use sqlx::query;

impl Db {
    /// Writes a change to a case: events, files, outgoing messages and the log entry in one transaction. When it
    /// returns, the change is on the disk.
    ///
    /// # Errors
    /// [`RegisterError::Conflict`] with what happened since, if somebody else was faster. Nothing is written then.
    pub async fn commit(&self, change: Change) -> Result<Committed, RegisterError> {
        let mut done = self.commit_all(vec![change]).await?;
        done.pop().ok_or_else(|| RegisterError::Refused("nothing was to be written".into()))
    }

    /// Writes changes to several cases: all or none, each with a log entry of its own.
    ///
    /// # Errors
    /// As [`Db::commit`].
    pub async fn commit_all(&self, changes: Vec<Change>) -> Result<Vec<Committed>, RegisterError> {
        let mut tx = self.begin().await?;
        let mut done = Vec::new();
        for change in changes {
            done.push(put(&mut tx, change).await?);
        }
        tx.commit().await?;
        Ok(done)
    }
}

async fn put(tx: &mut Tx, change: Change) -> Result<Committed, RegisterError> {
    if change.case.is_empty() || change.actor.is_empty() || change.act.is_empty() {
        return Err(RegisterError::Refused("a change needs a case, an actor and an act".into()));
    }
    let current = version(tx, &change.case).await?;
    if current != change.expected_version {
        return Err(RegisterError::Conflict(conflict(tx, &change.case, change.expected_version).await?));
    }
    let (events, mut items) = sealed_events(&change)?;
    items.extend(change.blobs.into_iter().map(|blob| NewItem::Seal { kind: "blob", blob }));
    let (actor, act, case) = (change.actor.as_str(), change.act.as_str(), Some(change.case.as_str()));
    let link = append(tx, Entry { at: change.at, actor, act, case }, &events, &items).await?;
    projection::project(tx, &change.case).await?;
    for message in &change.outbox {
        put_outgoing(tx, link.seq, message).await?;
    }
    Ok(Committed { version: current + events.len() as u64, seq: link.seq, hash: link.hash })
}

/// The events, and the texts about persons that were in them.
fn sealed_events(change: &Change) -> Result<(Vec<NewEvent>, Vec<NewItem>), RegisterError> {
    let refused = |e: serde_json::Error| RegisterError::Refused(format!("an event: {e}"));
    let (mut events, mut items) = (Vec::new(), Vec::new());
    for (version, event) in (change.expected_version + 1..).zip(&change.events) {
        let mut value = serde_json::to_value(event).map_err(refused)?;
        texts::take(&mut value, &mut |field, text| {
            let blob = Blob::new(format!("{}/{version}/{field}", change.case), text.into_bytes())?;
            let digest = blob.digest();
            items.push(NewItem::Seal { kind: "text", blob });
            Ok::<_, RegisterError>(digest)
        })?;
        let bytes = serde_json::to_vec(&value).map_err(refused)?;
        events.push(NewEvent { version, kind: event.act().to_owned(), blob: Blob::new("", bytes)? });
    }
    Ok((events, items))
}

async fn version(tx: &mut Tx, case: &str) -> Result<u64, RegisterError> {
    let sql = "SELECT COALESCE(MAX(version), 0) AS version FROM events WHERE case_id = $1";
    rows::count(&query(sql).bind(case.to_owned()).fetch_one(&mut **tx).await?, "version")
}

async fn conflict(tx: &mut Tx, case: &str, expected: u64) -> Result<Conflict, RegisterError> {
    let sql = "SELECT e.version, e.kind, l.at, l.actor, l.act FROM events e JOIN log l ON l.seq = e.seq \
               WHERE e.case_id = $1 AND e.version > $2 ORDER BY e.version";
    let found = query(sql).bind(case.to_owned()).bind(rows::int(expected)).fetch_all(&mut **tx).await?;
    let changed = |row| {
        Ok::<_, RegisterError>(Changed {
            version: rows::count(row, "version")?,
            at: rows::time(row, "at")?,
            actor: rows::text(row, "actor")?,
            act: rows::text(row, "act")?,
            kind: rows::text(row, "kind")?,
        })
    };
    let changes = found.iter().map(changed).collect::<Result<_, _>>()?;
    Ok(Conflict { case: case.to_owned(), expected, current: version(tx, case).await?, changes })
}

pub async fn put_outgoing(tx: &mut Tx, seq: u64, message: &Outgoing) -> Result<(), RegisterError> {
    let sql = "INSERT INTO outbox (id, seq, kind, body, due) VALUES ($1, $2, $3, $4, $5)";
    let insert = query(sql).bind(message.id.clone()).bind(rows::int(seq)).bind(message.kind.clone());
    insert.bind(message.body.clone()).bind(message.due.as_microsecond()).execute(&mut **tx).await?;
    crash_point();
    Ok(())
}
