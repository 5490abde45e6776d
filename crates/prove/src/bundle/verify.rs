use super::{CHECKPOINT, MANIFEST, Manifest, Row, SCHEMA, SIGNATURE, SIGNER, STAMP, SUMS, bad_name, seal, zip};
use crate::{Broken, Digest, FileRow, Head, Signer, Verdict, VerifyingKey, checkpoint, record};
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::Signature;
use facts::{Place, Problem};
use std::collections::BTreeMap;

type Files<'a> = BTreeMap<&'a str, &'a [u8]>;

/// Checks a bundle by itself: container, list, digests, signature, and the log where one comes along.
///
/// # Errors
/// `source` (the name to use in the sentence) is no bundle, or so short that there is nothing to check.
pub fn verify(source: &str, bytes: &[u8]) -> Result<Verdict, Problem> {
    verify_by(source, bytes, None)
}

/// [`verify`], and the signer must be this one.
///
/// # Errors
/// As [`verify`].
pub fn verify_by(source: &str, bytes: &[u8], expected: Option<&VerifyingKey>) -> Result<Verdict, Problem> {
    let entries = entries(source, bytes)?;
    let mut verdict = Verdict::new("bundle");
    let mut files = Files::new();
    for entry in &entries {
        if let Some(why) = bad_name(&entry.name) {
            verdict.fail(Broken::new(printable(&entry.name), "name", format!("the name {why}")));
        }
        if files.insert(&entry.name, &bytes[entry.data.clone()]).is_some() {
            verdict.fail(Broken::new(printable(&entry.name), "twice", "stands twice in the file"));
        }
    }
    let manifest = check_manifest(&files, expected, &mut verdict);
    if let Some(manifest) = &manifest {
        check_files(manifest, &files, &mut verdict);
    }
    check_stamp(&files, &mut verdict);
    check_log(&files, &mut verdict);
    check_container(bytes, &files, &mut verdict);
    Ok(verdict)
}

/// The files of a bundle that holds.
///
/// # Errors
/// No bundle, or one that is broken: the first thing that is.
pub fn read(source: &str, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    if let Some(broken) = verify(source, bytes)?.broken.first() {
        return Err(problem(source, "bundle-broken", format!("the bundle is broken: {} {}", broken.what, broken.why)));
    }
    Ok(entries(source, bytes)?.into_iter().map(|e| (e.name, bytes[e.data].to_vec())).collect())
}

/// Where a register stood when this export of it was sealed.
///
/// # Errors
/// As [`read`], and if there is no signed head of a log in it.
pub fn head(source: &str, bytes: &[u8]) -> Result<Head, Problem> {
    let files = read(source, bytes)?;
    let text = files.iter().find(|(name, _)| name == CHECKPOINT).map(|(_, text)| String::from_utf8_lossy(text));
    let key = signer(&verify(source, bytes)?);
    let head = text.zip(key).and_then(|(text, key)| checkpoint::open(&text, &key).ok());
    let none = "this bundle is no export of a register: no signed head of a log is in it";
    head.ok_or_else(|| problem(source, "no-head", none).allowed(&["a file made by `sluss case export`"]))
}

fn signer(verdict: &Verdict) -> Option<VerifyingKey> {
    let key = STANDARD.decode(&verdict.signer.as_ref()?.public_key).ok()?.try_into().ok()?;
    VerifyingKey::from_bytes(&key).ok()
}

/// By the directory if it can be followed, else by what stands at the front: a damaged directory must not hide the files.
fn entries(source: &str, bytes: &[u8]) -> Result<Vec<zip::Entry>, Problem> {
    if !zip::looks_like(bytes) {
        let text = "this is no bundle: it does not begin or end as a zip file";
        return Err(problem(source, "not-a-bundle", text).allowed(&["a .zip file made by sluss"]));
    }
    let whole = |entries: &[zip::Entry]| entries.iter().any(|e| e.name == MANIFEST);
    if let Some(entries) = zip::by_directory(bytes).filter(|e| whole(e)) {
        return Ok(entries);
    }
    let (entries, cut) = zip::from_front(bytes);
    match cut {
        _ if whole(&entries) => Ok(entries),
        Some(name) if zip::end_record(bytes).is_none() => {
            let text = format!("the bundle is cut off after {} bytes, within `{}`", bytes.len(), printable(&name));
            Err(problem(source, "bundle-cut", text).allowed(&["the whole file: copy it again"]))
        }
        _ if zip::end_record(bytes).is_none() => {
            let text = format!("the bundle is cut off after {} bytes", bytes.len());
            Err(problem(source, "bundle-cut", text).allowed(&["the whole file: copy it again"]))
        }
        _ => {
            let text = "this zip file is no bundle as sluss made it: `manifest.json` is not in it, or was packed again";
            Err(problem(source, "not-a-bundle", text)
                .allowed(&["the file as it was made, not unpacked and packed again"]))
        }
    }
}

fn problem(source: &str, code: &'static str, text: impl Into<String>) -> Problem {
    Problem::new(Place::source(source), code, text)
}

fn printable(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// The manifest if its form holds, whatever its signature says: the files are compared with it either way.
fn check_manifest(files: &Files<'_>, expected: Option<&VerifyingKey>, verdict: &mut Verdict) -> Option<Manifest> {
    let bytes = files.get(MANIFEST)?;
    let manifest: Manifest = match serde_json::from_slice(bytes) {
        Ok(manifest) => manifest,
        Err(e) => {
            let why = format!("cannot be read (line {}, column {})", e.line(), e.column());
            verdict.fail(Broken::new(MANIFEST, "manifest-form", why));
            return None;
        }
    };
    if manifest.schema != SCHEMA {
        let why = format!("is of schema `{}`, this program knows `{SCHEMA}`", printable(&manifest.schema));
        verdict.fail(Broken::new(MANIFEST, "manifest-schema", why));
        return None;
    }
    verdict.created = Some(manifest.created);
    verdict.of = Some(manifest.of.clone());
    check_signature(&manifest, bytes, files, expected, verdict);
    Some(manifest)
}

fn check_signature(
    manifest: &Manifest,
    bytes: &[u8],
    files: &Files<'_>,
    expected: Option<&VerifyingKey>,
    verdict: &mut Verdict,
) {
    let key = STANDARD.decode(&manifest.signer.public_key).ok().and_then(|k| k.try_into().ok());
    let key = key.filter(|_| manifest.signer.algorithm == "ed25519").and_then(|k| VerifyingKey::from_bytes(&k).ok());
    let Some(key) = key else {
        return verdict.fail(Broken::new(MANIFEST, "key", "names no Ed25519 key"));
    };
    verdict.signer = Some(Signer {
        algorithm: "ed25519",
        public_key: manifest.signer.public_key.clone(),
        fingerprint: Digest::of(key.as_bytes()),
        expected: expected.map(|e| *e == key),
    });
    if expected.is_some_and(|e| *e != key) {
        verdict.fail(Broken::new(MANIFEST, "signer", "was signed with another key than the one expected"));
    }
    if files.get(SIGNER) != Some(&seal::pem(&key).as_bytes()) {
        verdict.fail(Broken::new(SIGNER, "pem", "is not the key that the manifest names"));
    }
    match files.get(SIGNATURE).map(|s| Signature::from_slice(s)) {
        None => verdict.fail(Broken::new(SIGNATURE, "missing", "is missing")),
        Some(Ok(signature)) if key.verify_strict(bytes, &signature).is_ok() => {}
        Some(_) => {
            let why = "does not fit manifest.json: one of the two was changed after signing";
            verdict.fail(Broken::new(SIGNATURE, "signature", why));
        }
    }
}

fn check_files(manifest: &Manifest, files: &Files<'_>, verdict: &mut Verdict) {
    let summed =
        files.iter().filter(|(n, _)| !matches!(**n, MANIFEST | SIGNATURE | STAMP | SUMS)).map(|(n, b)| (*n, *b));
    let summed = files.get(SUMS).map(|sums| *sums == seal::sums(&summed.collect()).as_bytes());
    if summed == Some(false) {
        verdict.fail(Broken::new(SUMS, "sums", "does not list the files as they are"));
    }
    // Of two lists that differ, the one that the files agree with was not changed, unless the other is the signed one.
    let unsigned = verdict.broken.iter().any(|b| b.what == SIGNATURE || b.code == "key");
    let differs = unlike(manifest, files);
    if unsigned && summed == Some(true) && !differs.is_empty() && (!differs.contains(&SUMS) || differs.len() == 1) {
        let why = "does not list the files as they are, and SHA256SUMS does";
        return verdict.fail(Broken::new(MANIFEST, "manifest-list", why));
    }
    for row in &manifest.files {
        match files.get(row.name.as_str()) {
            None => verdict.fail(Broken::new(printable(&row.name), "missing", "is missing")),
            Some(bytes) if !fits(row, bytes) => {
                verdict.fail(Broken::new(printable(&row.name), "digest", "was changed: its SHA-256 is another"));
            }
            Some(_) => verdict.files.push(FileRow { name: row.name.clone(), size: row.size, sha256: row.sha256 }),
        }
    }
    for name in unlisted(manifest, files) {
        verdict.fail(Broken::new(printable(name), "unlisted", "is not in the manifest: it was added later"));
    }
}

fn unlisted<'a>(manifest: &Manifest, files: &Files<'a>) -> Vec<&'a str> {
    let listed =
        |name: &str| matches!(name, MANIFEST | SIGNATURE | STAMP) || manifest.files.iter().any(|r| r.name == name);
    files.keys().copied().filter(|name| !listed(name)).collect()
}

fn fits(row: &Row, bytes: &[u8]) -> bool {
    bytes.len() as u64 == row.size && Digest::of(bytes) == row.sha256
}

/// Names of which the manifest says something else than the files are.
fn unlike<'a>(manifest: &'a Manifest, files: &Files<'a>) -> Vec<&'a str> {
    let other = |row: &&Row| !files.get(row.name.as_str()).is_some_and(|bytes| fits(row, bytes));
    let names = manifest.files.iter().filter(other).map(|row| row.name.as_str());
    names.chain(unlisted(manifest, files)).collect()
}

/// Whether the time stamp is one for this signature, and signed by whom it says. Whether that one is to be trusted is for
/// the user to say, and for `openssl ts -verify`.
fn check_stamp(files: &Files<'_>, verdict: &mut Verdict) {
    let (Some(response), Some(signature)) = (files.get(STAMP), files.get(SIGNATURE)) else { return };
    match crate::stamp::read(STAMP, response) {
        Ok(stamp) if stamp.imprint == Digest::of(signature) => {
            if let Some(why) = stamp.unchecked {
                verdict.note(Broken::new(STAMP, "stamp-unchecked", why));
            }
            verdict.stamp = Some(stamp);
        }
        Ok(_) => verdict.fail(Broken::new(STAMP, "timestamp", "is a time stamp for something else")),
        Err(problem) => verdict.fail(Broken::new(STAMP, "timestamp", problem.message)),
    }
}

/// The log that comes along, and whether the signed head is its head.
fn check_log(files: &Files<'_>, verdict: &mut Verdict) {
    let Some(log) = files.get(record::LOG) else { return };
    let links = record::check(log, files, verdict);
    let (Some(text), Some(key)) = (files.get(CHECKPOINT), signer(verdict)) else { return };
    let text = String::from_utf8_lossy(text);
    let held = checkpoint::open(&text, &key).and_then(|head| checkpoint::extends(&head, &links));
    if let Err(why) = held {
        verdict.fail(Broken::new(CHECKPOINT, "checkpoint", why));
    }
}

/// Writes the same content again and compares: what is left are bits of the container itself.
fn check_container(bytes: &[u8], files: &Files<'_>, verdict: &mut Verdict) {
    let sealed = zip::write(files);
    let differs = sealed.iter().zip(bytes).position(|(a, b)| a != b);
    let at = differs.or((sealed.len() != bytes.len()).then_some(sealed.len().min(bytes.len())));
    let Some(at) = at else { return };
    let part = zip::part_at(files, at);
    let why = format!("is not as it was sealed (byte {at} of the file)");
    // The checksum in a header follows its file: that one is named already.
    if !verdict.broken.iter().any(|b| part.ends_with(&format!(" of {}", b.what))) {
        verdict.fail(Broken::new(part, "container", why));
    }
}
