use super::*;
use crate::chain::{Act, Tip, link};
use crate::record::{LOG, Record, Sealed};
use crate::{Item, Salt, SigningKey, content};
use proptest::prelude::*;
use std::io::{Read, Write};

fn key() -> SigningKey {
    SigningKey::from_bytes(&[5; 32])
}

fn meta() -> Meta {
    Meta {
        created: "2026-11-22T02:00:00Z".parse().unwrap(),
        tool: "sluss 0.1.0".into(),
        of: "audit a-1".into(),
        head: None,
    }
}

fn file(name: &str, bytes: &[u8]) -> (String, Vec<u8>) {
    (name.to_owned(), bytes.to_vec())
}

fn bundle() -> Vec<u8> {
    let files = vec![
        file("report.json", br#"{"schema":"sluss/report/1"}"#),
        file("screenshots/01-start.png", &[0, 255, 80, 75, 3, 4]),
        file("tom.txt", b""),
    ];
    seal(files, &key(), &meta()).unwrap()
}

/// What a flipped or added bit may lead to: a verdict that is not ok and names something, or a clear refusal.
fn named(bytes: &[u8]) -> Vec<String> {
    match verify("x.zip", bytes) {
        Ok(verdict) => {
            assert!(!verdict.ok, "a change was not found");
            verdict.broken.into_iter().map(|b| b.what).collect()
        }
        Err(problem) => vec![problem.code.to_owned()],
    }
}

#[test]
fn a_bundle_verifies_and_reads_back() {
    let bytes = bundle();
    let verdict = verify("x.zip", &bytes).unwrap();
    assert_eq!((verdict.ok, verdict.broken.as_slice()), (true, &[][..]));
    assert_eq!(verdict.of.as_deref(), Some("audit a-1"));
    let names: Vec<&str> = verdict.files.iter().map(|f| f.name.as_str()).collect();
    let all = ["README.txt", "SHA256SUMS", "report.json", "screenshots/01-start.png", "signer.pem", "tom.txt"];
    assert_eq!(names, all);
    let files = read("x.zip", &bytes).unwrap();
    assert!(files.contains(&file("tom.txt", b"")));
    assert_eq!(files.len(), all.len() + 2);
    assert_eq!(bytes, bundle(), "sealing is deterministic");
}

/// Bundles are kept for years: one that was sealed on the first day must verify for ever.
#[test]
fn golden() {
    let bytes = include_bytes!("golden.zip");
    let verdict = verify_by("golden.zip", bytes, Some(&key().verifying_key())).unwrap();
    assert_eq!((verdict.ok, verdict.links, verdict.contents), (true, 2, 1), "{:?}", verdict.broken);
}

#[test]
fn every_flipped_bit_is_found_and_named() {
    let bytes = bundle();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(!named(&changed).is_empty(), "byte {at}");
    }
}

#[test]
fn a_flipped_bit_names_the_file_it_is_in() {
    let bytes = bundle();
    let at = |needle: &[u8]| bytes.windows(needle.len()).position(|w| w == needle).unwrap();
    for (needle, name) in [
        (&b"sluss/report/1"[..], "report.json"),
        (b"SLUSS EVIDENCE", "README.txt"),
        (b"BEGIN PUBLIC", "signer.pem"),
        (b"\"created\"", "manifest.json"),
        (b"2026-11-22T02", "manifest.sig"),
    ] {
        let mut changed = bytes.clone();
        changed[at(needle) + 2] ^= 1;
        assert!(named(&changed).iter().any(|n| n == name), "{name}: {:?}", named(&changed));
    }
    let mut time = bytes.clone();
    time[10] ^= 1;
    assert_eq!(named(&time), ["header of README.txt"]);
}

type Change<'a> = (&'a str, &'a dyn Fn(&[u8]) -> Vec<u8>);

/// The files and SHA256SUMS bear each other out: the list that nobody signed is the one that was changed.
#[test]
fn a_digest_changed_in_the_manifest_names_the_manifest_and_a_changed_file_the_file() {
    let files = read("x.zip", &bundle()).unwrap();
    let with = |changes: &[Change<'_>]| {
        let change =
            |name: &str, bytes: &[u8]| changes.iter().find(|c| c.0 == name).map_or(bytes.to_vec(), |c| c.1(bytes));
        let changed: Vec<(&str, Vec<u8>)> = files.iter().map(|(n, b)| (n.as_str(), change(n, b))).collect();
        named(&zip::write(&changed.iter().map(|(n, b)| (*n, b.as_slice())).collect()))
    };
    let swap = |from: &'static str, to: &'static str| {
        move |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replacen(from, to, 1).into_bytes()
    };
    let other = |name: &'static str| {
        let of = Digest::of(&files.iter().find(|f| f.0 == name).unwrap().1).to_string();
        move |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).unwrap();
            text.replacen(&of, &Digest::of(b"x").to_string(), 1).into_bytes()
        }
    };
    for name in ["report.json", SUMS] {
        assert_eq!(with(&[(MANIFEST, &other(name))]), [SIGNATURE, MANIFEST], "{name}");
    }
    assert_eq!(with(&[(MANIFEST, &swap("tom.txt", "mot.txt"))]), [SIGNATURE, MANIFEST]);
    let broken = |_: &[u8]| vec![0; 64];
    assert_eq!(with(&[("report.json", &broken), (SIGNATURE, &broken)]), [SIGNATURE, SUMS, "report.json"]);
    let forged = |bytes: &[u8]| {
        let was = Digest::of(&files.iter().find(|f| f.0 == "report.json").unwrap().1).to_string();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        text.replace(&was, &Digest::of(&[0; 64]).to_string()).into_bytes()
    };
    let forged = with(&[("report.json", &broken), (SUMS, &forged), (SIGNATURE, &broken)]);
    assert_eq!(forged, [SIGNATURE, "SHA256SUMS", "report.json"]);
}

#[test]
fn what_is_cut_off_is_refused_with_where() {
    let bytes = bundle();
    for keep in 0..bytes.len() {
        match verify("x.zip", &bytes[..keep]) {
            Ok(verdict) => assert!(!verdict.ok && !verdict.broken.is_empty(), "{keep}"),
            Err(p) => assert!(matches!(p.code, "not-a-bundle" | "bundle-cut"), "{keep} {p}"),
        }
    }
    let cut = verify("x.zip", &bytes[..200]).unwrap_err();
    assert_eq!(
        cut.to_string(),
        "x.zip: the bundle is cut off after 200 bytes, within `README.txt`; allowed: the whole file: copy it again"
    );
}

#[test]
fn what_is_added_is_named() {
    let mut longer = bundle();
    longer.push(0);
    assert_eq!(named(&longer), ["after the end of the zip"]);
    let files = read("x.zip", &bundle()).unwrap();
    let mut map: std::collections::BTreeMap<&str, &[u8]> =
        files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    map.insert("added.txt", b"x");
    assert!(named(&zip::write(&map)).contains(&"added.txt".to_owned()));
    map.remove("added.txt");
    map.remove("tom.txt");
    assert!(named(&zip::write(&map)).contains(&"tom.txt".to_owned()));
    map.insert("tom.txt", b"");
    map.insert("../escape.txt", b"x");
    assert!(named(&zip::write(&map)).contains(&"../escape.txt".to_owned()));
}

#[test]
fn foreign_files_are_refused() {
    for (bytes, code) in [(&b""[..], "not-a-bundle"), (b"%PDF-1.7", "not-a-bundle"), (b"PK\x03\x04", "bundle-cut")] {
        assert_eq!(verify("x", bytes).unwrap_err().code, code);
    }
    assert_eq!(verify("x", &foreign_zip()).unwrap_err().code, "not-a-bundle");
}

fn foreign_zip() -> Vec<u8> {
    let mut zip = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("a.txt", options()).unwrap();
    zip.write_all(b"a").unwrap();
    zip.finish().unwrap().into_inner()
}

fn options() -> ::zip::write::SimpleFileOptions {
    ::zip::write::SimpleFileOptions::default().compression_method(::zip::CompressionMethod::Stored)
}

#[test]
fn another_program_reads_the_same_files() {
    let bytes = bundle();
    let mut zip = ::zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for (name, content) in read("x.zip", &bytes).unwrap() {
        let mut found = Vec::new();
        zip.by_name(&name).unwrap().read_to_end(&mut found).unwrap();
        assert_eq!(found, content, "{name}");
    }
    assert_eq!(zip.len(), 8);
}

/// Same files, packed again by another program: the content holds, the container is not what was sealed.
#[test]
fn packed_again_is_told() {
    let mut zip = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in read("x.zip", &bundle()).unwrap() {
        zip.start_file(name, options()).unwrap();
        zip.write_all(&content).unwrap();
    }
    let verdict = verify("x.zip", &zip.finish().unwrap().into_inner()).unwrap();
    assert_eq!(verdict.broken.iter().map(|b| b.code).collect::<Vec<_>>(), ["container"]);
}

#[test]
fn names_that_lead_out_or_collide_are_not_sealed() {
    for name in
        ["", "/etc/passwd", "../x", "a/../../x", "a//b", ".", "a\\b", "C:x", "a\nb", "manifest.json", "readme.TXT"]
    {
        let problem = seal(vec![file(name, b"x")], &key(), &meta()).unwrap_err();
        assert_eq!(problem.code, "bundle-name", "{name}");
    }
    assert!(seal(vec![file("a", b""), file("A", b"")], &key(), &meta()).is_err());
    assert!(seal(vec![file("ä/ö.txt", b"")], &key(), &meta()).is_ok());
}

#[test]
fn another_key_is_told_only_by_comparing() {
    let bytes = bundle();
    let other = SigningKey::from_bytes(&[6; 32]).verifying_key();
    let verdict = verify_by("x.zip", &bytes, Some(&other)).unwrap();
    assert_eq!((verdict.ok, verdict.signer.unwrap().expected), (false, Some(false)));
    let verdict = verify_by("x.zip", &bytes, Some(&key().verifying_key())).unwrap();
    assert_eq!((verdict.ok, verdict.signer.unwrap().expected), (true, Some(true)));
}

/// A log of two cases, exported for the first: the second's link is blind.
fn log_files() -> (Vec<(String, Vec<u8>)>, Vec<Digest>) {
    let (salt, bytes) = (Salt([1; 32]), b"{\"opened\":true}".to_vec());
    let item = Item { kind: "event".into(), name: "c-1/1/opened".into(), digest: Digest::salted(&salt, &bytes) };
    let act = |case: &str, content| Act {
        at: meta().created,
        actor: "anna".into(),
        act: "case.open".into(),
        case: Some(case.into()),
        content,
    };
    let one = link(Tip::START, act("c-1", content::digest([&item])));
    let two = link(one.tip(), act("c-2", content::digest([])));
    let sealed = Sealed { item, file: Some("c-1/0001.json".into()), salt: Some(salt), destroyed: None };
    let hashes = vec![one.hash, two.hash];
    let records = [Record::Blind { seq: 2, hash: two.hash }, Record::Whole { link: one, items: vec![sealed] }];
    let [blind, whole] = records;
    (vec![file(LOG, &crate::record::write(&[whole, blind])), ("c-1/0001.json".into(), bytes)], hashes)
}

#[test]
fn a_log_that_comes_along_is_checked() {
    let (files, hashes) = log_files();
    let head = Some(crate::Head::of("register.example.com", &hashes));
    let with_head = Meta { head, ..meta() };
    let verdict = verify("x", &seal(files.clone(), &key(), &with_head).unwrap()).unwrap();
    assert_eq!((verdict.ok, verdict.links, verdict.contents), (true, 2, 1), "{:?}", verdict.broken);

    let mut forged = files.clone();
    forged[1].1 = b"{\"opened\":false}".to_vec();
    let verdict = verify("x", &seal(forged, &key(), &with_head).unwrap()).unwrap();
    assert_eq!(verdict.broken[0].to_owned().what, "c-1/0001.json");

    let mut forged = files.clone();
    forged[0].1 = String::from_utf8(forged[0].1.clone()).unwrap().replace("anna", "olle").into_bytes();
    let verdict = verify("x", &seal(forged, &key(), &with_head).unwrap()).unwrap();
    assert_eq!((verdict.broken[0].what.as_str(), verdict.broken[0].code), ("link 1", "link"));

    let longer = Meta { head: Some(crate::Head::of("register.example.com", &[hashes[0]; 3])), ..meta() };
    let verdict = verify("x", &seal(files, &key(), &longer).unwrap()).unwrap();
    assert_eq!(verdict.broken[0].code, "checkpoint");
}

#[test]
fn standard_tools_agree() {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in read("x.zip", &bundle()).unwrap() {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let run = |command: &str| {
        let words: Vec<&str> = command.split(' ').collect();
        std::process::Command::new(words[0])
            .args(&words[1..])
            .current_dir(dir.path())
            .output()
            .unwrap()
            .status
            .success()
    };
    let sums = "sha256sum --quiet -c SHA256SUMS";
    let signature = "openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in manifest.json -sigfile manifest.sig";
    assert!(include_str!("readme.txt").contains(signature));
    assert!(run(sums) && run(signature));
    std::fs::write(dir.path().join("tom.txt"), "x").unwrap();
    std::fs::write(dir.path().join("manifest.json"), "{}").unwrap();
    assert!(!run(sums) && !run(signature));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_files_survive(files in proptest::collection::btree_map("[a-zå]{1,8}(/[a-z0-9]{1,8}){0,2}", any::<Vec<u8>>(), 0..6)) {
        let files: Vec<_> = files.into_iter().collect();
        let bytes = seal(files.clone(), &key(), &meta()).unwrap();
        let found = read("x", &bytes).unwrap();
        prop_assert!(files.iter().all(|f| found.contains(f)));
    }

    #[test]
    fn any_change_is_found(at in any::<prop::sample::Index>(), bits in 1u8.., len in 1usize..40) {
        let mut bytes = bundle();
        let at = at.index(bytes.len());
        let end = (at + len).min(bytes.len());
        bytes[at..end].iter_mut().for_each(|b| *b ^= bits);
        prop_assert!(!named(&bytes).is_empty());
    }

    #[test]
    fn random_bytes_never_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..600), lead in 0usize..3) {
        if lead > 0 { bytes.splice(0..0, *b"PK\x03\x04"); }
        if lead > 1 { bytes.extend(*b"PK\x05\x06"); bytes.resize(bytes.len() + 18, 1); }
        prop_assert!(verify("x", &bytes).is_err());
    }

    /// A real bundle with random numbers written over its structure.
    #[test]
    fn a_scrambled_bundle_never_panics(writes in proptest::collection::vec((any::<prop::sample::Index>(), any::<[u8; 4]>()), 1..20)) {
        let whole = bundle();
        let mut bytes = whole.clone();
        for (at, four) in writes {
            let at = at.index(bytes.len() - 4);
            bytes[at..at + 4].copy_from_slice(&four);
        }
        prop_assert_eq!(verify("x", &bytes).is_ok_and(|v| v.ok), bytes == whole);
    }
}
