//! What the events of a case fold to, kept in tables to be searched. Never the truth: rebuilt when a program that folds
//! otherwise opens the register.

use crate::append::{Tx, crash_point};
use crate::{Db, RegisterError, read, rows};
use prove::Digest;
use respond::{Case, Event};
use sqlx::{AnyConnection, query};

/// Brings the projection of a case to what its events fold to.
pub async fn project(tx: &mut Tx, case: &str) -> Result<(), RegisterError> {
    let kept = read::events(tx, case).await?;
    for sql in ["DELETE FROM cases WHERE case_id = $1", "DELETE FROM case_findings WHERE case_id = $1"] {
        query(sql).bind(case.to_owned()).execute(&mut **tx).await?;
        crash_point();
    }
    let (Some(last), Some(state)) = (kept.last, Case::fold(&kept.events)) else { return Ok(()) };
    let sql = "INSERT INTO cases (case_id, version, seq, body) VALUES ($1, $2, $3, $4)";
    let insert = query(sql).bind(case.to_owned()).bind(rows::int(last.0)).bind(rows::int(last.1)).bind(body(&state)?);
    insert.execute(&mut **tx).await?;
    crash_point();
    for finding in state.findings {
        let sql = "INSERT INTO case_findings (finding_id, case_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        query(sql).bind(finding).bind(case.to_owned()).execute(&mut **tx).await?;
        crash_point();
    }
    Ok(())
}

/// What stands in `cases.body`.
pub fn body(state: &Case) -> Result<String, RegisterError> {
    serde_json::to_string(state).map_err(|e| RegisterError::Refused(format!("the case: {e}")))
}

/// Changes when this program folds or writes cases otherwise than the one before: with each version, and with the
/// shape of a case that was just opened.
fn fingerprint() -> Result<String, RegisterError> {
    let sample = r#"{"at":"2026-01-01T00:00:00Z","by":"a","type":"open/1","title":"t","country":"SE",
        "facts":{"schema":"sluss/facts/1","nature":["confidentiality"]}}"#;
    let shape = serde_json::from_str::<Event>(sample).ok().and_then(|event| Case::fold(&[event]));
    let shape = shape.map(|case| body(&case)).transpose()?.unwrap_or_default();
    Ok(Digest::of(format!("{}\n{shape}", env!("CARGO_PKG_VERSION")).as_bytes()).to_string())
}

/// Did this program make the projections, or one that makes the same?
pub async fn is_current(connection: &mut AnyConnection) -> Result<bool, RegisterError> {
    let found = query("SELECT value FROM meta WHERE name = 'projection'").fetch_optional(connection).await?;
    Ok(found.map(|row| rows::text(&row, "value")).transpose()? == Some(fingerprint()?))
}

/// Rebuilds every projection if another program made them.
pub async fn renew(db: &Db) -> Result<(), RegisterError> {
    if is_current(&mut *db.pool().acquire().await?).await? {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    for row in query("SELECT DISTINCT case_id FROM events").fetch_all(&mut *tx).await? {
        project(&mut tx, &rows::text(&row, "case_id")?).await?;
    }
    let sql = "INSERT INTO meta (name, value) VALUES ('projection', $1) ON CONFLICT (name) DO UPDATE SET value = $1";
    query(sql).bind(fingerprint()?).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{furnish, sqlite};
    use sqlx::Executor;

    #[tokio::test]
    async fn another_programs_projection_is_made_again() {
        let (_dir, path, db) = sqlite().await;
        furnish(&db).await;
        db.pool().execute("UPDATE cases SET body = '{\"of\":\"yesterday\"}'").await.unwrap();
        db.clone().close().await;
        let db = Db::open(&path).await.unwrap();
        assert!(!db.verify().await.unwrap().ok, "the same program takes it as it is: verify is there to find it");
        db.pool().execute("UPDATE meta SET value = 'older' WHERE name = 'projection'").await.unwrap();
        db.close().await;
        let verdict = crate::verify(&path, None).await.unwrap();
        assert_eq!((verdict.ok, verdict.notes.iter().any(|n| n.code == "projection-older")), (true, true));
        let db = Db::open(&path).await.unwrap();
        assert!(db.verify().await.unwrap().ok);
    }

    #[test]
    fn the_sample_is_a_case() {
        let shape = |version: &str| Digest::of(format!("{version}\n").as_bytes()).to_string();
        assert_ne!(fingerprint().unwrap(), shape(env!("CARGO_PKG_VERSION")), "without a case it sees no shape");
    }
}
