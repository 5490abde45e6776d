//! Is the register what it says? Every digest, every link, every case, every projection, the schema and the file.

use crate::append::event_item;
use crate::read::Kept;
use crate::{Audit, Db, RegisterError, open, projection, read, rows};
use prove::chain::{Broken as Break, Walk, Why};
use prove::{Broken, Digest, Head, Item, Verdict, checkpoint, content};
use respond::Case;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, query};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// [`Db::verify`] for a register in a file or at an address that is opened for looking only: nothing is made or
/// brought up to date, and damage that keeps it from opening is a verdict too. `since` is where it stood earlier: its log
/// has to go on from there.
///
/// # Errors
/// There is none, or it is no register.
pub async fn verify(at: impl AsRef<Path>, since: Option<&Head>) -> Result<Verdict, RegisterError> {
    let checked = match Db::open_existing(at).await {
        Ok(db) => {
            let checked = db.verify_since(since).await;
            db.close().await;
            checked
        }
        Err(error) => Err(error),
    };
    match checked {
        Err(RegisterError::Damaged { what, why }) => {
            let mut verdict = Verdict::new("register");
            verdict.fail(Broken::new(what, "damaged", why));
            Ok(verdict)
        }
        other => other,
    }
}

impl Db {
    async fn verify_since(&self, since: Option<&Head>) -> Result<Verdict, RegisterError> {
        let mut verdict = self.verify().await?;
        if let Some(head) = since {
            verdict.since = Some(head.size);
            if let Err(why) = checkpoint::extends(head, &self.hashes().await?) {
                verdict.fail(Broken::new("log", "since", why));
            }
        }
        Ok(verdict)
    }

    /// Checks everything: file, schema, chain, digests, and that each case and audit is stored as its records say.
    ///
    /// Not covered, because they are outside the chain: users, one-time links, sessions, outbox, pages of the file
    /// that are not in use, and the write-ahead log, whose damaged end SQLite drops: the chain is then shorter, which
    /// only a checkpoint kept elsewhere ([`Db::head`]) shows. PostgreSQL checks its own files (`pg_amcheck`).
    ///
    /// # Errors
    /// The database cannot be asked. Damage is in the verdict.
    pub async fn verify(&self) -> Result<Verdict, RegisterError> {
        let mut verdict = Verdict::new("register");
        let mut connection = self.snapshot().await?;
        if let Self::Sqlite(_) = self {
            check_file(&mut connection, &mut verdict).await?;
            open::check_schema(&mut connection, &mut verdict).await?;
        } else {
            open::check_guards(&mut connection, &mut verdict).await?;
        }
        let mut look = Look { connection: &mut connection, verdict: &mut verdict };
        let covered = look.covered().await?;
        let destroyed = look.sealed(&covered).await?;
        look.chain(&covered, &destroyed).await?;
        look.cases(&covered).await?;
        look.audits().await?;
        drop(connection);
        Ok(verdict)
    }
}

async fn check_file(connection: &mut AnyConnection, verdict: &mut Verdict) -> Result<(), RegisterError> {
    for row in query("PRAGMA integrity_check").fetch_all(&mut *connection).await? {
        let line: String = rows::text(&row, "integrity_check")?;
        if line != "ok" {
            verdict.fail(Broken::new("the database file", "integrity", line));
        }
    }
    let lost = query("SELECT \"table\" AS t, COUNT(*) AS c FROM pragma_foreign_key_check GROUP BY \"table\"");
    for row in lost.fetch_all(&mut *connection).await? {
        let (table, count) = (rows::text(&row, "t")?, rows::count(&row, "c")?);
        verdict.fail(Broken::new(
            format!("table {table}"),
            "reference",
            format!("has {count} rows that refer to nothing"),
        ));
    }
    Ok(())
}

/// What each link covers, by its number, and each case's events.
#[derive(Debug, Default)]
struct Covered {
    items: BTreeMap<u64, Vec<Item>>,
    cases: BTreeMap<String, BTreeMap<u64, u64>>,
    digests: BTreeSet<Digest>,
}

/// What the tables `cases` and `case_findings` hold of one case: version, log entry, body; findings.
#[derive(Debug, Default, PartialEq)]
struct Projected {
    row: Option<((u64, u64), String)>,
    findings: BTreeSet<String>,
}

impl Projected {
    fn of(kept: Kept) -> Result<Self, RegisterError> {
        match kept.last.zip(Case::fold(&kept.events)) {
            None => Ok(Self::default()),
            Some((place, case)) => {
                let row = Some((place, projection::body(&case)?));
                Ok(Self { row, findings: case.findings.into_iter().collect() })
            }
        }
    }
}

struct Look<'a> {
    connection: &'a mut AnyConnection,
    verdict: &'a mut Verdict,
}

impl Look<'_> {
    /// Runs over rows; one that cannot be read or that `each` rejects is named and the rest is read.
    async fn rows(
        &mut self,
        table: &str,
        sql: &'static str,
        mut each: impl FnMut(&AnyRow, &mut Verdict) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        use futures_util::StreamExt;
        let mut found = query(sql).fetch(&mut *self.connection);
        let mut n = 0;
        while let Some(row) = found.next().await {
            n += 1;
            let done = row.map_err(RegisterError::from).and_then(|row| each(&row, self.verdict));
            match done {
                Ok(()) => {}
                Err(RegisterError::Damaged { what, why }) => {
                    self.verdict.fail(Broken::new(format!("table {table}, row {n}"), "row", format!("{what} {why}")));
                }
                Err(other) => return Err(other),
            }
        }
        Ok(())
    }

    async fn covered(&mut self) -> Result<Covered, RegisterError> {
        let mut covered = Covered::default();
        let sql = "SELECT case_id, version, seq, kind, digest FROM events ORDER BY seq, version";
        self.rows("events", sql, |row, _| {
            let (case, version, seq) =
                (rows::text(row, "case_id")?, rows::count(row, "version")?, rows::count(row, "seq")?);
            let item = event_item(&case, version, &rows::text(row, "kind")?, rows::digest(row, "digest")?);
            covered.digests.insert(item.digest);
            covered.items.entry(seq).or_default().push(item);
            covered.cases.entry(case).or_default().insert(version, seq);
            Ok(())
        })
        .await?;
        let sql = "SELECT seq, kind, name, digest FROM items ORDER BY seq, n";
        self.rows("items", sql, |row, _| {
            let (kind, name) = (rows::text(row, "kind")?, rows::text(row, "name")?);
            let item = Item { kind, name, digest: rows::digest(row, "digest")? };
            covered.digests.insert(item.digest);
            covered.items.entry(rows::count(row, "seq")?).or_default().push(item);
            Ok(())
        })
        .await?;
        Ok(covered)
    }

    /// Every sealed content against its digest. Returns what was destroyed, and by which link.
    async fn sealed(&mut self, covered: &Covered) -> Result<BTreeMap<Digest, u64>, RegisterError> {
        let (mut destroyed, mut seen) = (BTreeMap::new(), BTreeSet::new());
        self.rows("sealed", "SELECT digest, salt, bytes, destroyed FROM sealed ORDER BY digest", |row, verdict| {
            let digest = rows::digest(row, "digest")?;
            seen.insert(digest);
            if !covered.digests.contains(&digest) {
                verdict.fail(Broken::new(format!("sealed {digest}"), "uncovered", "is in no link of the log"));
            }
            let content = rows::salt_or_none(row, "salt")?.zip(rows::bytes_or_none(row, "bytes")?);
            match (content, rows::count_or_none(row, "destroyed")?) {
                (None, Some(seq)) => {
                    destroyed.insert(digest, seq);
                }
                (Some((salt, bytes)), None) if Digest::salted(&salt, &bytes) == digest => verdict.contents += 1,
                _ => verdict.fail(Broken::new(format!("sealed {digest}"), "sealed-digest", "is not what was recorded")),
            }
            Ok(())
        })
        .await?;
        for digest in covered.digests.difference(&seen) {
            self.verdict.fail(Broken::new(
                format!("sealed {digest}"),
                "sealed-missing",
                "is missing, and was not destroyed",
            ));
        }
        self.verdict.destroyed = destroyed.len() as u64;
        Ok(destroyed)
    }

    async fn chain(&mut self, covered: &Covered, destroyed: &BTreeMap<Digest, u64>) -> Result<(), RegisterError> {
        let (mut walk, mut last) = (Walk::default(), 0);
        let sql = "SELECT seq, at, actor, act, case_id, content, prev, hash FROM log ORDER BY seq";
        self.rows("log", sql, |row, verdict| {
            let link = rows::link(row)?;
            last = last.max(link.seq);
            verdict.links += 1;
            let items = covered.items.get(&link.seq).map_or(&[][..], Vec::as_slice);
            let broken = walk.step(&link).err();
            let content =
                (content::digest(items) != link.content).then_some(Break { seq: link.seq, why: Why::Content });
            for Break { seq, why } in broken.iter().chain(&content) {
                verdict.fail(Broken::new(format!("link {seq}"), "link", why.to_string()));
            }
            // What comes after a break is checked against what is stored, so that one break is named once.
            if broken.is_some() {
                walk.resume(link.tip(), link.at);
            }
            Ok(())
        })
        .await?;
        for seq in walk.done().backwards {
            self.verdict.note(Broken::new(
                format!("link {seq}"),
                "clock",
                "has an earlier time than the link before it",
            ));
        }
        for seq in covered.items.keys().filter(|seq| **seq > last) {
            self.verdict.fail(Broken::new(format!("link {seq}"), "link", "is missing, what it covers is there"));
        }
        self.destroyed(covered, destroyed);
        Ok(())
    }

    /// What is gone must have been destroyed by a link that says so.
    fn destroyed(&mut self, covered: &Covered, destroyed: &BTreeMap<Digest, u64>) {
        for (digest, seq) in destroyed {
            let says = |item: &&Item| item.kind == "destroyed" && item.digest == *digest;
            match covered.items.get(seq).and_then(|items| items.iter().find(says)) {
                Some(item) => {
                    let why = format!("was destroyed on purpose by link {seq}");
                    self.verdict.note(Broken::new(&item.name, "destroyed", why));
                }
                None => {
                    let why = format!("is gone, and link {seq} does not say that it was destroyed");
                    self.verdict.fail(Broken::new(format!("sealed {digest}"), "sealed-missing", why));
                }
            }
        }
    }

    /// Every case against what its events fold to.
    async fn cases(&mut self, covered: &Covered) -> Result<(), RegisterError> {
        let mut stored = self.projected().await?;
        let current = projection::is_current(&mut *self.connection).await?;
        if !current {
            let why = "was made by another version of the program; it is made again when this one opens the register";
            self.verdict.note(Broken::new("the list of cases", "projection-older", why));
        }
        let mut all = match read::every(&mut *self.connection).await {
            Err(RegisterError::Damaged { .. }) => None,
            other => Some(other?),
        };
        for (case, versions) in &covered.cases {
            let (what, stored) = (format!("case {case}"), stored.remove(case).unwrap_or_default());
            if !versions.keys().copied().eq(1..=versions.len() as u64) {
                self.verdict.fail(Broken::new(&what, "case-events", "has a gap in its events"));
            }
            // All at once where nothing is damaged, else one by one, to name the one that is.
            let kept = match &mut all {
                Some(all) => Ok(all.remove(case).unwrap_or_default()),
                None => read::events(&mut *self.connection, case).await,
            };
            match kept.and_then(Projected::of) {
                Ok(folded) if folded == stored || !current => {}
                Ok(_) => self.verdict.fail(Broken::new(what, "projection", "is stored otherwise than its events say")),
                Err(RegisterError::Damaged { what, why }) => {
                    self.verdict.fail(Broken::new(what, "case-events", why));
                }
                Err(other) => return Err(other),
            }
        }
        for case in stored.keys() {
            self.verdict.fail(Broken::new(format!("case {case}"), "projection", "is stored without events"));
        }
        Ok(())
    }

    async fn projected(&mut self) -> Result<BTreeMap<String, Projected>, RegisterError> {
        let mut stored: BTreeMap<String, Projected> = BTreeMap::new();
        self.rows("cases", "SELECT case_id, version, seq, body FROM cases ORDER BY case_id", |row, _| {
            let place = (rows::count(row, "version")?, rows::count(row, "seq")?);
            stored.entry(rows::text(row, "case_id")?).or_default().row = Some((place, rows::text(row, "body")?));
            Ok(())
        })
        .await?;
        self.rows("case_findings", "SELECT case_id, finding_id FROM case_findings ORDER BY case_id", |row, _| {
            stored.entry(rows::text(row, "case_id")?).or_default().findings.insert(rows::text(row, "finding_id")?);
            Ok(())
        })
        .await?;
        Ok(stored)
    }

    /// What is listed of an audit is what was sealed last under its id.
    async fn audits(&mut self) -> Result<(), RegisterError> {
        let mut sealed = BTreeMap::new();
        let sql = "SELECT i.name, s.bytes FROM items i JOIN sealed s ON s.digest = i.digest \
                   WHERE i.kind = 'audit' ORDER BY i.seq";
        self.rows("items", sql, |row, _| {
            sealed.insert(rows::text(row, "name")?, rows::bytes_or_none(row, "bytes")?);
            Ok(())
        })
        .await?;
        self.rows("audits", "SELECT audit_id, body FROM audits ORDER BY audit_id", |row, verdict| {
            let (id, body) = (rows::text(row, "audit_id")?, rows::text(row, "body")?);
            let same = match sealed.remove(&id) {
                Some(Some(bytes)) => bytes == body.as_bytes(),
                Some(None) => serde_json::from_str::<Audit>(&body).is_ok(),
                None => false,
            };
            if !same {
                verdict.fail(Broken::new(
                    format!("audit {id}"),
                    "projection",
                    "is listed otherwise than it was recorded",
                ));
            }
            Ok(())
        })
        .await?;
        for id in sealed.keys() {
            self.verdict.fail(Broken::new(format!("audit {id}"), "projection", "was recorded and is not listed"));
        }
        Ok(())
    }
}
