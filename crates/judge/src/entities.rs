//! Owners of domains that have no vendor row: tables/entities.tsv, sorted by domain.

use std::sync::LazyLock;

pub const TABLE: &str = include_str!("../../../tables/entities.tsv");

static ROWS: LazyLock<Vec<Entity>> = LazyLock::new(|| TABLE.lines().filter_map(row).collect());

/// Who owns a domain, as a public list says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entity {
    pub domain: &'static str,
    pub name: &'static str,
    pub category: &'static str,
}

fn row(line: &'static str) -> Option<Entity> {
    let mut fields = line.split('\t');
    let (domain, name, category) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Entity { domain, name, category })
}

/// The owner of the host or of the nearest name above it.
pub fn owner(host: &str) -> Option<Entity> {
    let mut name = host;
    loop {
        if let Ok(at) = ROWS.binary_search_by_key(&name, |e| e.domain) {
            return Some(ROWS[at]);
        }
        name = name.split_once('.')?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_sorted() {
        assert!(ROWS.len() >= 3000, "{} rows", ROWS.len());
        assert!(ROWS.is_sorted_by(|a, b| a.domain < b.domain));
        let comments = TABLE.lines().filter(|l| l.starts_with('#')).count();
        assert_eq!(comments + ROWS.len(), TABLE.lines().count(), "every line is a row or a comment");
        for word in ["source:", "date:", "grade:", "The MIT License", "Copyright"] {
            assert!(TABLE[..2000].contains(word), "{word}");
        }
    }

    #[test]
    fn the_nearest_name_above_owns() {
        assert_eq!(owner("cdn.105app.com").map(|e| e.name), Some("Elastic Load Balancing"));
        assert_eq!(owner("not105app.com"), None);
        assert_eq!(owner("example.com"), None);
    }
}
