//! The contract on SQLite.

use super::contract::{self, parts};

macro_rules! tests {
    ($($part:ident),*) => {
        $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $part() {
            let (_dir, _, db) = super::sqlite().await;
            contract::$part(&db).await;
            contract::verifies(&db).await;
        })*
    };
}
parts!(tests);
