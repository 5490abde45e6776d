//! Lists the vendor tables, the rule files, their fixtures and manual pages, so that a file put into a folder cannot be forgotten.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("set by cargo"));
    let vendors = root.join("../../tables/vendors");
    fs::write(out.join("vendors.rs"), texts(&vendors, "toml")).expect("OUT_DIR can be written");
    let rules = format!("&{:?}\n", files(&root.join("src/rules"), "rs"));
    fs::write(out.join("rule_files.rs"), rules).expect("OUT_DIR can be written");
    let fixtures = root.join("fixtures");
    fs::write(out.join("fixtures.rs"), texts(&fixtures, "toml")).expect("OUT_DIR can be written");
    let manual = root.join("../../docs/rules");
    fs::write(out.join("manual.rs"), texts(&manual, "md")).expect("OUT_DIR can be written");
    println!("cargo:rerun-if-changed={}", manual.display());
    println!("cargo:rerun-if-changed=fixtures");
    println!("cargo:rerun-if-changed={}", vendors.display());
    println!("cargo:rerun-if-changed=src/rules");
}

/// A slice of name and text of every such file in a folder, as Rust.
fn texts(folder: &Path, extension: &str) -> String {
    let row =
        |name: &String| format!("    ({name:?}, include_str!({:?})),\n", folder.join(format!("{name}.{extension}")));
    format!("&[\n{}]\n", files(folder, extension).iter().map(row).collect::<String>())
}

/// Names without extension, sorted.
fn files(folder: &Path, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let paths = entries.map(|e| e.expect("readable folder").path());
    let wanted = paths.filter(|p| p.extension().is_some_and(|e| e == extension));
    let mut names: Vec<String> = wanted.filter_map(|p| Some(p.file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    names
}
