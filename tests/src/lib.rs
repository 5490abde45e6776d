//! What the tests of the whole house share: where the repository and the built program are.

pub mod postgres;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Folders whose paths name somebody's machine: no document and no table holds one.
pub const MACHINE_FOLDERS: [&str; 3] = ["root", "home", "Users"];

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ lies in the repository")
}

/// The program under test: `SLUSS_BIN`, or the one cargo built into this profile's folder, building it when it is missing
/// or older than its sources.
pub fn sluss() -> &'static Path {
    static BIN: OnceLock<PathBuf> = OnceLock::new();
    BIN.get_or_init(|| {
        if let Some(bin) = std::env::var_os("SLUSS_BIN") {
            return bin.into();
        }
        let mut cargo = Command::new(env!("CARGO"));
        // With `unify`, or every dependency is built once more with fewer features; without what Cargo tells a test about
        // its package, or the build scripts that read it run again.
        cargo.args(["build", "--quiet", "--package", "sluss", "--package", "sluss-unify"]).current_dir(root());
        for (name, _) in std::env::vars_os() {
            let of_package = ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|p| name.to_string_lossy().starts_with(p));
            if of_package {
                cargo.env_remove(name);
            }
        }
        let status = cargo.status().expect("cargo runs");
        assert!(status.success(), "the program builds");
        let mut folder = std::env::current_exe().expect("a test knows itself");
        folder.pop();
        if folder.ends_with("deps") {
            folder.pop();
        }
        folder.join("sluss")
    })
}

/// Every file below `folder` whose name ends in `.ext`, sorted.
pub fn files(folder: &Path, ext: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(&dir).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == ext) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
