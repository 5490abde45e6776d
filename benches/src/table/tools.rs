//! What one would use instead, on the same plants: every token somebody would think of, in a list.

use crate::measure::{median, process};
use crate::ours::{Ours, is_planted};
use crate::{Settings, Table, corpus};
use serde_json::Value;
use sha2::Digest;
use std::path::{Path, PathBuf};
use std::process::Command;

/// As typed and escaped, and MD5, SHA-1 and SHA-256 in hex of the address and of the phone in four spellings.
fn tokens(people: usize) -> String {
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let mut all = String::new();
    for person in (0..people).map(corpus::person) {
        let (email, phone) = (&person.identifiers[0].1, &person.identifiers[1].1);
        let national = &phone[3..];
        let phones = [phone.clone(), phone[1..].to_owned(), format!("0{national}"), national.to_owned()];
        let hashed = phones.iter().chain([email]).flat_map(|text| {
            let bytes = text.as_bytes();
            [hex(&md5::Md5::digest(bytes)), hex(&sha1::Sha1::digest(bytes)), hex(&sha2::Sha256::digest(bytes))]
        });
        for token in hashed.chain([email.clone(), email.replace('@', "%40"), phone.clone()]) {
            all += &token;
            all.push('\n');
        }
    }
    all
}

struct Files {
    traffic: PathBuf,
    tokens: PathBuf,
}

pub fn measure(settings: &Settings, table: &mut Table) {
    let files =
        Files { traffic: settings.folder.join("sluss-tools.ndjson"), tokens: settings.folder.join("sluss-tokens") };
    for people in [1, 100, 1000, 10_000, 90_000] {
        let ours = Ours::new(settings.tools_mb, people, 3);
        std::fs::write(&files.traffic, &ours.traffic).expect("room for the traffic");
        std::fs::write(&files.tokens, tokens(people)).expect("room for the tokens");
        let scanning = median((0..settings.runs).map(|_| ours.scan()).collect());
        let whole = scanning + ours.compiling;
        let wanted =
            |by: [&'static str; 5]| by[[1, 100, 1000, 10_000, 90_000].iter().position(|n| *n == people).unwrap_or(0)];
        let row = |table: &mut Table, tool: &str, wanted: &str, ran: Result<(f64, usize), String>, own: f64| {
            let measured = ran.map_or_else(
                |why| format!("not measured: {why}"),
                |(seconds, found)| {
                    format!(
                        "{:.1} × ({seconds:.2} s against {own:.2} s), it finds {:.0} %",
                        seconds / own,
                        found as f64 * 100.0 / ours.planted as f64
                    )
                },
            );
            table.row(format!("{tool}, {people} people: its CPU over ours"), wanted, measured);
        };
        if people <= 1000 {
            row(
                table,
                "ripgrep -F -f tokens, whole process",
                wanted(["≥ 6", "≥ 13", "≥ 40", "", ""]),
                ripgrep(&files, settings.runs.min(3)),
                whole,
            );
            row(
                table,
                "Hyperscan, scanning",
                wanted(["≥ 0.4", "≥ 1.2", "≥ 4", "", ""]),
                python("hyperscan_scan.py", &files),
                scanning,
            );
        } else {
            row(
                table,
                "DuckDB hash join, joining",
                wanted(["", "", "", "≥ 12", "≥ 20"]),
                python("duckdb_join.py", &files),
                scanning,
            );
        }
    }
    for file in [files.traffic, files.tokens] {
        let _ = std::fs::remove_file(file);
    }
}

/// CPU seconds of counting, and how many planted lines there are among those it names.
fn ripgrep(files: &Files, runs: usize) -> Result<(f64, usize), String> {
    let rg = |flag: &str| {
        let mut command = Command::new("rg");
        command.args(["--no-config", "-j1", "-F", flag, "-f"]).arg(&files.tokens).arg(&files.traffic);
        process(&mut command).ok_or("`rg` is not installed")
    };
    let seconds = (0..runs).map(|_| rg("--count").map(|(s, _)| s)).collect::<Result<Vec<_>, _>>()?;
    let (_, named) = rg("-no")?;
    let mut lines: Vec<usize> = named.lines().filter_map(|l| l.split(':').next()?.parse().ok()).collect();
    lines.dedup();
    Ok((median(seconds), lines.into_iter().filter(|n| is_planted(n - 1)).count()))
}

/// Wheels of PyPI: `hyperscan`, `duckdb`; `PYTHON` names the interpreter that has them.
fn python(script: &str, files: &Files) -> Result<(f64, usize), String> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".into());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(script);
    let output = Command::new(&python).arg(&script).args([&files.traffic, &files.tokens]).output();
    let output = output.map_err(|e| format!("`{python}`: {e}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let value: Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| said.lines().last().unwrap_or("it said nothing").to_owned())?;
    let lines = value["lines"].as_array().into_iter().flatten().filter_map(Value::as_u64);
    Ok((value["scan"].as_f64().unwrap_or(f64::NAN), lines.filter(|n| is_planted(*n as usize)).count()))
}
