use std::path::Path;
use std::process::Command;
use tests::{MACHINE_FOLDERS, files, root, sluss};

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn pages() -> Vec<std::path::PathBuf> {
    let mut pages = files(&root().join("docs"), "md");
    for name in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "STYLE.md"] {
        pages.push(root().join(name));
    }
    pages
}

/// `[words](target)` outside code, without the fragment.
fn links(markdown: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut in_code = false;
    for line in markdown.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        for piece in line.split("](").skip(1) {
            if let Some(target) = piece.split(')').next() {
                found.push(target.split('#').next().unwrap_or_default().to_owned());
            }
        }
    }
    found
}

#[test]
fn every_link_inside_the_repository_leads_somewhere() {
    let mut followed = 0;
    for page in pages() {
        for link in links(&text(&page)) {
            if link.is_empty() || link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            followed += 1;
            let target = page.parent().expect("a folder").join(&link);
            assert!(target.exists(), "{}: link to `{link}`, which is not there", page.display());
        }
    }
    assert!(followed >= 5, "only {followed} links followed");
}

#[test]
fn the_documents_name_no_machine() {
    for page in pages() {
        let text = text(&page);
        for bad in MACHINE_FOLDERS.map(|folder| format!("/{folder}/")) {
            assert!(!text.contains(&bad), "{}: holds `{bad}`", page.display());
        }
    }
}

#[test]
fn the_manual_shows_the_help_as_it_is() {
    let manual = text(&root().join("docs/commands.md"));
    let help = Command::new(sluss()).arg("docs").output().expect("the program runs");
    assert!(help.status.success());
    let printed = String::from_utf8(help.stdout).expect("text");
    assert_eq!(manual, printed, "docs/commands.md is stale: run `make docs`");
}

#[test]
fn every_room_is_in_the_picture() {
    let architecture = text(&root().join("ARCHITECTURE.md"));
    for entry in std::fs::read_dir(root().join("crates")).expect("crates/").flatten() {
        let room = entry.file_name().to_string_lossy().into_owned();
        assert!(architecture.contains(&format!("`{room}`")), "ARCHITECTURE.md does not name `{room}`");
    }
}
