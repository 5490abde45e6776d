//! The command line as a user meets it: what goes in, what comes out, which exit code.

mod archives;
mod bad_input;
mod case;
mod ci;
mod clean;
mod data;
mod disguises;
mod help;
mod mail;
mod postgres;
mod readers;
mod scan;
mod sinks;
mod streams;
mod watch;

use std::process::{Command, Output};
use tests::sluss;

/// Runs the program in an empty folder with its own data folder; English, whatever the machine speaks.
pub fn run(folder: &std::path::Path, args: &[&str]) -> Output {
    Command::new(sluss())
        .args(args)
        .current_dir(folder)
        .env("SLUSS_LANG", "en")
        .env("SLUSS_DATA", folder.join("data"))
        .env("XDG_DATA_HOME", folder.join("xdg"))
        .env_remove("SLUSS_REGISTER")
        .output()
        .expect("the program runs")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The names in a folder, to show that nothing was left behind.
pub fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
