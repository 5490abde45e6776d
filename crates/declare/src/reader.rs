//! Reading TOML so that every mistake is told with its place and what would be right.

use facts::{Place, Problem, Problems};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub struct Reader<'a> {
    pub source: &'a str,
    pub text: &'a str,
    pub problems: Vec<Problem>,
}

/// A table of the file with the name it is spoken of by.
pub struct Table<'t, 'i> {
    pub name: &'static str,
    pub at: Range<usize>,
    pub entries: &'t DeTable<'i>,
}

pub type Value<'i> = Spanned<DeValue<'i>>;

/// Reads a document with `make`, which is told whether the syntax is whole; every problem of the file, and what `further`
/// has to say of what was made, comes at once, in the order of its lines.
pub fn document<T>(
    source: &str,
    text: &str,
    make: impl FnOnce(&mut Reader<'_>, &Table<'_, '_>, bool) -> T,
    further: impl FnOnce(&T) -> Vec<Problem>,
) -> Result<T, Problems> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { source, text, problems: Vec::new() };
    for error in errors {
        let place = reader.place(error.span().unwrap_or(0..0));
        reader.problems.push(Problem::new(place, "toml", format!("not valid TOML: {}", error.message())));
    }
    let whole = reader.problems.is_empty();
    let made = make(&mut reader, &Table { name: "the file", at: 0..0, entries: table.get_ref() }, whole);
    reader.problems.extend(further(&made));
    reader.problems.sort_by_key(|p| (p.place.line, p.place.column));
    if reader.problems.is_empty() { Ok(made) } else { Err(Problems(reader.problems)) }
}

impl Reader<'_> {
    pub fn place(&self, at: Range<usize>) -> Place {
        Place::span(self.source, self.text, at)
    }

    pub fn at(&self, t: &Table<'_, '_>, key: &str) -> Option<Range<usize>> {
        t.entries.get(key).map(Spanned::span)
    }

    pub fn known(&mut self, t: &Table<'_, '_>, keys: &[&str]) {
        for (key, _) in t.entries.iter() {
            if !keys.contains(&key.get_ref().as_ref()) {
                let message = format!("unknown key `{}` in {}", key.get_ref(), called(t.name));
                let problem =
                    Problem::new(self.place(key.span()), "unknown-key", message).found(key.get_ref().to_string());
                self.problems.push(problem.allowed(keys));
            }
        }
    }

    pub fn missing(&mut self, t: &Table<'_, '_>, key: &str) {
        let message = format!("`{key}` is missing in {}", called(t.name));
        self.problems.push(Problem::new(self.place(t.at.clone()), "missing-key", message).allowed(&[key]));
    }

    pub fn wrong_type(&mut self, value: &Value<'_>, key: &str, right: &str) {
        let found = value.get_ref().type_str();
        let message = format!("`{key}` must be {right}, not {}", with_article(found));
        self.problems
            .push(Problem::new(self.place(value.span()), "wrong-type", message).found(found).allowed(&[right]));
    }

    pub fn string(&mut self, t: &Table<'_, '_>, key: &str) -> Option<String> {
        let value = t.entries.get(key)?;
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => Some(text.to_owned()),
            Some(_) => {
                let message = format!("`{key}` must not be empty");
                self.problems.push(Problem::new(self.place(value.span()), "empty-value", message));
                None
            }
            None => {
                self.wrong_type(value, key, "a string");
                None
            }
        }
    }

    pub fn required(&mut self, t: &Table<'_, '_>, key: &str) -> Option<String> {
        if !t.entries.contains_key(key) {
            self.missing(t, key);
        }
        self.string(t, key)
    }

    pub fn word<T: Copy>(&mut self, t: &Table<'_, '_>, key: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.string(t, key)?;
        if let Some((_, value)) = words.iter().find(|(w, _)| *w == text) {
            return Some(*value);
        }
        let allowed: Vec<&str> = words.iter().map(|(w, _)| *w).collect();
        let at = self.at(t, key)?;
        let message = format!("`{text}` is no {key}");
        self.problems.push(Problem::new(self.place(at), "unknown-word", message).found(text).allowed(&allowed));
        None
    }

    pub fn list(&mut self, t: &Table<'_, '_>, key: &str) -> Vec<(String, Range<usize>)> {
        let Some(value) = t.entries.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "a list of strings");
            return Vec::new();
        };
        let mut list = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => list.push((text.to_owned(), item.span())),
                None => self.wrong_type(item, key, "a list of strings"),
            }
        }
        list
    }

    pub fn table<'t, 'i>(&mut self, t: &Table<'t, 'i>, key: &str, name: &'static str) -> Option<Table<'t, 'i>> {
        let value = t.entries.get(key)?;
        match value.get_ref().as_table() {
            Some(entries) => Some(Table { name, at: value.span(), entries }),
            None => {
                self.wrong_type(value, key, "a table");
                None
            }
        }
    }

    pub fn tables<'t, 'i>(&mut self, t: &Table<'t, 'i>, key: &str, name: &'static str) -> Vec<Table<'t, 'i>> {
        let Some(value) = t.entries.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value, key, "a list of tables");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_table() {
                Some(entries) => tables.push(Table { name, at: item.span(), entries }),
                None => self.wrong_type(item, key, "a list of tables"),
            }
        }
        tables
    }

    pub fn unique<'n>(
        &mut self,
        root: &Table<'_, '_>,
        key: &str,
        name: &'static str,
        names: impl Iterator<Item = &'n String>,
    ) {
        let mut seen: Vec<&String> = Vec::new();
        for (i, this) in names.enumerate() {
            if !this.is_empty() && seen.contains(&this) {
                let item = root.entries.get(key).and_then(|v| v.get_ref().as_array()).and_then(|a| a.get(i));
                let at = item.and_then(|v| v.get_ref().get("name")).map_or(0..0, Spanned::span);
                let message = format!("another {name} is already called `{this}`");
                self.problems.push(Problem::new(self.place(at), "duplicate-name", message).found(this.clone()));
            }
            seen.push(this);
        }
    }
}

fn called(table: &str) -> String {
    match table {
        "the file" => table.to_owned(),
        "service" | "watch" => format!("`[{table}]`"),
        "settings" => "`settings`".to_owned(),
        list => format!("`[[{list}]]`"),
    }
}

fn with_article(kind: &str) -> String {
    let an = kind.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {kind}", if an { "an" } else { "a" })
}
