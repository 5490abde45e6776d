use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tests::{files, root};
use toml::Table;

fn read(path: &Path) -> Table {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.parse().unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn strings(value: &toml::Value) -> BTreeSet<String> {
    value.as_array().expect("a list").iter().map(|v| v.as_str().expect("a string").to_owned()).collect()
}

fn layers() -> Table {
    read(&root().join("layers.toml"))
}

fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    layers()["rooms"].as_table().expect("[rooms]").iter().map(|(room, doors)| (room.clone(), strings(doors))).collect()
}

#[test]
fn every_edge_is_drawn() {
    let allowed = allowed();
    let mut seen = 0;
    for (room, doors) in &allowed {
        let manifest = read(&root().join("crates").join(room).join("Cargo.toml"));
        let used: BTreeSet<String> = ["dependencies", "dev-dependencies", "build-dependencies"]
            .iter()
            .filter_map(|section| manifest.get(*section)?.as_table())
            .flat_map(|section| section.keys().cloned())
            .filter(|name| allowed.contains_key(name))
            .collect();
        seen += used.len();
        let extra: Vec<_> = used.difference(doors).collect();
        assert!(extra.is_empty(), "`{room}` opens {extra:?}, which layers.toml does not allow");
        let idle: Vec<_> = doors.difference(&used).collect();
        assert!(idle.is_empty(), "layers.toml draws `{room}` → {idle:?}, but nobody uses it: take it out");
    }
    assert!(seen > 20, "only {seen} edges seen: is the test looking at the right files?");
}

#[test]
fn every_room_is_drawn() {
    let crates: BTreeSet<String> = std::fs::read_dir(root().join("crates"))
        .expect("crates/")
        .flatten()
        .filter(|e| e.path().join("Cargo.toml").exists())
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(crates, allowed().into_keys().collect::<BTreeSet<_>>());
}

/// Source without what stands behind `#[cfg(test)]` at the end of a file, and without comments.
fn shipped(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("a source file");
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_pure_rooms_know_no_world() {
    let layers = layers();
    let pure = layers["pure"].as_table().expect("[pure]");
    let forbidden = strings(&pure["forbidden"]);
    let mut looked_at = 0;
    for room in strings(&pure["rooms"]) {
        for file in files(&root().join("crates").join(&room).join("src"), "rs") {
            let test = |c: std::path::Component<'_>| c.as_os_str() == "tests" || c.as_os_str() == "test";
            if file.ends_with("tests.rs") || file.components().any(test) {
                continue;
            }
            looked_at += 1;
            let source = shipped(&file);
            for word in &forbidden {
                assert!(
                    !source.contains(word.as_str()),
                    "{}: `{room}` is pure and must not know `{word}`",
                    file.display()
                );
            }
        }
    }
    assert!(looked_at > 15, "only {looked_at} files looked at");
}

#[test]
fn unsafe_stands_only_where_it_is_proven() {
    let layers = layers();
    let places = strings(&layers["unsafe"].as_table().expect("[unsafe]")["files"]);
    for file in files(&root().join("crates"), "rs") {
        let relative = file.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
        let source = std::fs::read_to_string(&file).expect("a source file");
        let lines: Vec<&str> = source.lines().collect();
        for (n, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            if !(code.contains("unsafe {") || code.contains("unsafe fn") || code.contains("unsafe impl")) {
                continue;
            }
            assert!(
                places.iter().any(|p| relative.starts_with(p.as_str())),
                "{relative}:{}: `unsafe` is not allowed here",
                n + 1
            );
            let proof = lines[n.saturating_sub(8)..=n].iter().any(|l| l.contains("SAFETY") || l.contains("# Safety"));
            assert!(proof, "{relative}:{}: `unsafe` without its proof (a SAFETY comment above it)", n + 1);
        }
    }
}

#[test]
fn nobody_is_called_common() {
    for bad in ["common", "utils", "util", "core", "models", "helpers", "misc"] {
        assert!(!root().join("crates").join(bad).exists(), "no room is called `{bad}`");
        for file in files(&root().join("crates"), "rs") {
            assert_ne!(
                file.file_stem().and_then(|s| s.to_str()),
                Some(bad),
                "{}: name it after what it does",
                file.display()
            );
        }
    }
}

#[test]
fn unify_asks_for_every_dependency() {
    let unify = read(&root().join("unify/Cargo.toml"));
    let asked = unify["dependencies"].as_table().expect("[dependencies]");
    let rooms = allowed();
    for room in rooms.keys() {
        let manifest = read(&root().join("crates").join(room).join("Cargo.toml"));
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for name in manifest.get(section).and_then(|s| s.as_table()).into_iter().flat_map(|s| s.keys()) {
                let known = asked.contains_key(name) || rooms.contains_key(name);
                assert!(known, "unify/Cargo.toml lacks `{name}` of `{room}`: run `make unify`");
            }
        }
    }
}
