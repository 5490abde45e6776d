use super::{
    CHECKPOINT, Key, MANIFEST, Manifest, Meta, OWN, README, Row, SCHEMA, SIGNATURE, SIGNER, STAMP, SUMS, bad_name, zip,
};
use crate::{Digest, SigningKey, VerifyingKey};
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::Signer;
use facts::{Place, Problem};
use std::collections::{BTreeMap, BTreeSet};

/// Seals files (name with `/` between folders, bytes) into a bundle. The same arguments give the same bytes.
///
/// # Errors
/// A name that could not be unpacked safely or twice the same, more than 4 GiB, more than 65 535 files.
pub fn seal(files: Vec<(String, Vec<u8>)>, key: &SigningKey, meta: &Meta) -> Result<Vec<u8>, Problem> {
    check_names(&files)?;
    let pem = pem(&key.verifying_key());
    let checkpoint = meta.head.as_ref().map(|head| head.sign(key));
    let mut all: BTreeMap<&str, &[u8]> = files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    all.insert(README, include_bytes!("readme.txt"));
    all.insert(SIGNER, pem.as_bytes());
    if let Some(checkpoint) = &checkpoint {
        all.insert(CHECKPOINT, checkpoint.as_bytes());
    }
    let sums = sums(&all);
    all.insert(SUMS, sums.as_bytes());
    let manifest = manifest(&all, key, meta);
    let signature = key.sign(&manifest).to_bytes();
    all.insert(MANIFEST, &manifest);
    all.insert(SIGNATURE, &signature);
    check_size(&all)?;
    Ok(zip::write(&all))
}

/// What a time-stamp authority is asked to stamp: the SHA-256 of the signature, which covers everything else.
///
/// # Errors
/// No bundle.
pub fn imprint(source: &str, bundle: &[u8]) -> Result<Digest, Problem> {
    let files = super::read(source, bundle)?;
    let signature = files.iter().find(|(name, _)| name == SIGNATURE);
    Ok(Digest::of(signature.map_or(&[][..], |(_, bytes)| bytes)))
}

/// The bundle with an authority's answer in it.
///
/// # Errors
/// No bundle, no stamp, or one for something else.
pub fn stamp(source: &str, bundle: &[u8], response: &[u8]) -> Result<Vec<u8>, Problem> {
    let stamp = crate::stamp::read(source, response)?;
    if stamp.imprint != imprint(source, bundle)? {
        return Err(Problem::new(Place::source(source), "timestamp", "the time stamp is for something else"));
    }
    let files = super::read(source, bundle)?;
    let mut all: BTreeMap<&str, &[u8]> = files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    all.insert(STAMP, response);
    Ok(zip::write(&all))
}

fn manifest(files: &BTreeMap<&str, &[u8]>, key: &SigningKey, meta: &Meta) -> Vec<u8> {
    let row = |(name, bytes): (&&str, &&[u8])| Row {
        name: (*name).to_owned(),
        size: bytes.len() as u64,
        sha256: Digest::of(bytes),
    };
    let manifest = Manifest {
        schema: SCHEMA.to_owned(),
        created: meta.created,
        tool: meta.tool.clone(),
        of: meta.of.clone(),
        files: files.iter().map(row).collect(),
        signer: Key { algorithm: "ed25519".into(), public_key: STANDARD.encode(key.verifying_key().as_bytes()) },
    };
    // Plain data: its serialisation cannot fail.
    let mut bytes = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// As `sha256sum` writes it: digest, two spaces, name.
pub(super) fn sums(files: &BTreeMap<&str, &[u8]>) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", Digest::of(bytes))).collect()
}

/// SubjectPublicKeyInfo of an Ed25519 key (RFC 8410 section 4): a fixed head before the 32 bytes.
pub(super) fn pem(key: &VerifyingKey) -> String {
    const HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
    let der = [&HEAD[..], key.as_bytes()].concat();
    format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der))
}

fn check_names(files: &[(String, Vec<u8>)]) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    for (name, _) in files {
        let problem = |why: &str| {
            Err(Problem::new(Place::source(name.as_str()), "bundle-name", format!("the file name `{name}` {why}")))
        };
        if let Some(why) = bad_name(name) {
            return problem(why);
        }
        if OWN.iter().any(|own| own.eq_ignore_ascii_case(name)) {
            return problem("is one that the bundle writes itself");
        }
        // Some file systems do not tell upper from lower case.
        if !seen.insert(name.to_lowercase()) {
            return problem("stands twice");
        }
    }
    Ok(())
}

fn check_size(files: &BTreeMap<&str, &[u8]>) -> Result<(), Problem> {
    let bytes: u64 = files.iter().map(|(name, bytes)| (bytes.len() + 2 * name.len() + 76) as u64).sum();
    if bytes + 22 > zip::LIMIT || files.len() > zip::ENTRIES {
        let text = format!("{} files of {bytes} bytes are more than one bundle holds", files.len());
        return Err(Problem::new(Place::source("bundle"), "bundle-size", text)
            .allowed(&["up to 65 535 files and 4 GiB; make one bundle for each audit or case"]));
    }
    Ok(())
}
