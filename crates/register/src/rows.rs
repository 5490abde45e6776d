//! From rows to values, saying which row is wrong when one is.

use crate::RegisterError;
use jiff::Timestamp;
use prove::{Digest, Link, Salt};
use sqlx::any::AnyRow;
use sqlx::{Decode, Row, Type};

type Result<T> = std::result::Result<T, RegisterError>;

fn get<'r, T>(row: &'r AnyRow, column: &str) -> Result<T>
where
    T: Decode<'r, sqlx::Any> + Type<sqlx::Any>,
{
    row.try_get(column).map_err(|_| RegisterError::damaged(format!("column `{column}`"), "holds another type"))
}

pub fn text(row: &AnyRow, column: &str) -> Result<String> {
    get(row, column)
}

pub fn text_or_none(row: &AnyRow, column: &str) -> Result<Option<String>> {
    get(row, column)
}

pub fn bytes_or_none(row: &AnyRow, column: &str) -> Result<Option<Vec<u8>>> {
    get(row, column)
}

pub fn count(row: &AnyRow, column: &str) -> Result<u64> {
    let number: i64 = get(row, column)?;
    u64::try_from(number).map_err(|_| RegisterError::damaged(format!("column `{column}`"), "is negative"))
}

pub fn count_or_none(row: &AnyRow, column: &str) -> Result<Option<u64>> {
    let number: Option<i64> = get(row, column)?;
    let negative = |_| RegisterError::damaged(format!("column `{column}`"), "is negative");
    number.map(|n| u64::try_from(n).map_err(negative)).transpose()
}

pub fn time(row: &AnyRow, column: &str) -> Result<Timestamp> {
    Timestamp::from_microsecond(get(row, column)?)
        .map_err(|_| RegisterError::damaged(format!("column `{column}`"), "is no time"))
}

pub fn digest(row: &AnyRow, column: &str) -> Result<Digest> {
    text(row, column)?.parse().map_err(|_| RegisterError::damaged(format!("column `{column}`"), "is no digest"))
}

pub fn salt_or_none(row: &AnyRow, column: &str) -> Result<Option<Salt>> {
    let salt = bytes_or_none(row, column)?.map(<[u8; 32]>::try_from).transpose();
    Ok(salt.map_err(|_| RegisterError::damaged(format!("column `{column}`"), "is no salt"))?.map(Salt))
}

/// Columns of `log`.
pub fn link(row: &AnyRow) -> Result<Link> {
    Ok(Link {
        seq: count(row, "seq")?,
        at: time(row, "at")?,
        actor: text(row, "actor")?,
        act: text(row, "act")?,
        case: text_or_none(row, "case_id")?,
        content: digest(row, "content")?,
        prev: digest(row, "prev")?,
        hash: digest(row, "hash")?,
    })
}

/// For binding: SQL has no unsigned numbers. Versions and numbers of links never come near the limit.
pub fn int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
