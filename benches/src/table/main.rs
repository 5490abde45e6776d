//! The table of the README in one run: seeded traffic with planted hits, the detector, and what one would use instead.
//!
//! `table [--mb 512] [--tools-mb 128] [--runs 5] [--people 1,1000,100000,1000000] [--out DIR]`. Prints Markdown; what could
//! not be measured says why. CPU time throughout, medians, ratios of runs side by side: other work disturbs both.

#[path = "../corpus.rs"]
mod corpus;
mod measure;
mod ours;
mod tools;

use std::path::PathBuf;

pub struct Settings {
    pub mb: usize,
    pub tools_mb: usize,
    pub runs: usize,
    pub people: Vec<usize>,
    pub folder: PathBuf,
}

/// One row: what, what is wanted, what was measured.
#[derive(Default)]
pub struct Table(Vec<[String; 3]>);

impl Table {
    pub fn row(&mut self, what: impl Into<String>, wanted: impl Into<String>, measured: impl Into<String>) {
        let row = [what.into(), wanted.into(), measured.into()];
        eprintln!("{}", row.join(" · "));
        self.0.push(row);
    }
}

fn settings() -> Settings {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| args.iter().position(|a| a == name).and_then(|i| args.get(i + 1)).cloned();
    let number = |name: &str, or: usize| value(name).and_then(|v| v.parse().ok()).unwrap_or(or);
    let people = value("--people").unwrap_or_else(|| "1,1000,100000,1000000".to_owned());
    Settings {
        mb: number("--mb", 512),
        tools_mb: number("--tools-mb", 128),
        runs: number("--runs", 5),
        people: people.split(',').filter_map(|n| n.parse().ok()).collect(),
        folder: value("--out").map_or_else(std::env::temp_dir, PathBuf::from),
    }
}

fn main() {
    if let Some(set) = std::env::args().nth(1).filter(|a| a == "--with").and_then(|_| std::env::args().nth(2)) {
        return ours::with_instructions(&set);
    }
    let settings = settings();
    let mut table = Table::default();
    ours::measure(&settings, &mut table);
    ours::others(&mut table);
    tools::measure(&settings, &mut table);
    println!("| what | wanted | measured |\n| --- | --- | --- |");
    table.0.iter().for_each(|[what, wanted, measured]| println!("| {what} | {wanted} | {measured} |"));
    println!("\n{}", measure::machine(&settings));
}
