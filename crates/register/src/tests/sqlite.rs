//! The contract on SQLite.

use super::contract::contract;

async fn fresh() -> Option<(tempfile::TempDir, crate::Db)> {
    let (dir, _, db) = super::sqlite().await;
    Some((dir, db))
}

contract!(fresh());
