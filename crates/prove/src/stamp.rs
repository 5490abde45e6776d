//! Time stamps by a third party, RFC 3161: the question, and what an answer says.
//!
//! The authority's signature and the chain of certificates that came along are checked; whether the last of them is to be
//! trusted, the user has to know by another way: `openssl ts -verify -data manifest.sig -in timestamp.tsr -CAfile tsa.pem`.

mod certificate;
mod signed;

use crate::Digest;
use facts::{Place, Problem};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
pub use signed::Authority;
use signed::Doubt;

/// What a time-stamp authority says.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Stamp {
    pub at: Timestamp,
    /// SHA-256 of what it had before it.
    pub imprint: Digest,
    /// The number of the question it answers, where it says so.
    #[serde(skip)]
    pub nonce: Option<u64>,
    /// Whose signature it bears; none where that could not be checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// Why it could not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unchecked: Option<&'static str>,
}

/// id-sha256, 2.16.840.1.101.3.4.2.1
const SHA256: [u8; 9] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
/// id-ct-TSTInfo, 1.2.840.113549.1.9.16.1.4
const TST_INFO: [u8; 11] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04];

const INTEGER: u8 = 0x02;
const OCTETS: u8 = 0x04;
const OID: u8 = 0x06;
const TIME: u8 = 0x18;
const SEQUENCE: u8 = 0x30;
const EXPLICIT: u8 = 0xa0;

/// TimeStampReq (section 2.4.1) for a SHA-256 digest; the certificate shall come along.
pub fn request(digest: &Digest, nonce: u64) -> Vec<u8> {
    let algorithm = der(SEQUENCE, &[der(OID, &SHA256), vec![0x05, 0x00]].concat());
    let imprint = der(SEQUENCE, &[algorithm, der(OCTETS, &digest.0)].concat());
    let number = [&[0][..], &nonce.to_be_bytes()].concat();
    let start = number.iter().position(|b| *b != 0).unwrap_or(8).min(8);
    // A leading zero where the number would read as negative.
    let start = if number[start] & 0x80 != 0 { start - 1 } else { start };
    let parts = [der(INTEGER, &[1]), imprint, der(INTEGER, &number[start..]), vec![0x01, 0x01, 0xff]];
    der(SEQUENCE, &parts.concat())
}

/// TimeStampResp (section 2.4.2) that grants a stamp.
///
/// # Errors
/// It is none, or the authority refused: `source` names where it came from.
pub fn read(source: &str, response: &[u8]) -> Result<Stamp, Problem> {
    let problem = |what: &str| Problem::new(Place::source(source), "timestamp", format!("no time stamp: {what}"));
    let (status, token) = parts(response).ok_or_else(|| problem("the answer is no TimeStampResp (RFC 3161)"))?;
    // granted, grantedWithMods
    if !matches!(status, [0 | 1]) {
        return Err(problem("the authority refused"));
    }
    let stamp = info(token).ok_or_else(|| problem("the token holds no TSTInfo with a SHA-256 imprint"))?;
    match signed::check(token, stamp.at) {
        Ok(authority) => Ok(Stamp { authority: Some(authority), ..stamp }),
        Err(Doubt::Unchecked(why)) => Ok(Stamp { unchecked: Some(why), ..stamp }),
        Err(Doubt::Wrong(why)) => Err(problem(why)),
    }
}

/// Status and token.
fn parts(response: &[u8]) -> Option<(&[u8], &[u8])> {
    let (whole, _) = take(response, SEQUENCE)?;
    let (info, rest) = take(whole, SEQUENCE)?;
    let (status, _) = take(info, INTEGER)?;
    Some((status, rest))
}

/// ContentInfo → SignedData → EncapsulatedContentInfo → TSTInfo (RFC 5652 sections 3, 5.1, 5.2).
fn info(token: &[u8]) -> Option<Stamp> {
    let (content, _) = take(token, SEQUENCE)?;
    let (_, rest) = take(content, OID)?;
    let (signed, _) = take(take(rest, EXPLICIT)?.0, SEQUENCE)?;
    let (_, rest) = take(signed, INTEGER)?;
    let (_, rest) = next(rest).map(|(_, value, rest)| (value, rest))?;
    let (encapsulated, _) = take(rest, SEQUENCE)?;
    let (kind, rest) = take(encapsulated, OID)?;
    let (octets, _) = take(take(rest, EXPLICIT)?.0, OCTETS)?;
    if kind != TST_INFO { None } else { stamp(take(octets, SEQUENCE)?.0) }
}

/// version, policy, messageImprint, serialNumber, genTime, … nonce
fn stamp(info: &[u8]) -> Option<Stamp> {
    let (_, rest) = take(info, INTEGER)?;
    let (_, rest) = take(rest, OID)?;
    let (imprint, rest) = take(rest, SEQUENCE)?;
    let (algorithm, digest) = take(imprint, SEQUENCE)?;
    let (digest, _) = take(digest, OCTETS)?;
    let (_, rest) = take(rest, INTEGER)?;
    let (time, mut rest) = take(rest, TIME)?;
    let mut nonce = None;
    while let Some((tag, value, more)) = next(rest) {
        if tag == INTEGER {
            nonce = value.iter().try_fold(0u64, |n, b| n.checked_mul(256)?.checked_add(u64::from(*b)));
        }
        rest = more;
    }
    let sha256 = take(algorithm, OID)?.0 == SHA256;
    let imprint = Digest(digest.try_into().ok().filter(|_| sha256)?);
    Some(Stamp { at: generalized(time)?, imprint, nonce, authority: None, unchecked: None })
}

/// `20261125201500.5Z`
fn generalized(text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let whole = text.split('.').next()?;
    let time = DateTime::strptime("%Y%m%d%H%M%S", whole).ok()?;
    Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

fn der(tag: u8, value: &[u8]) -> Vec<u8> {
    // Everything asked here is short: one byte of length (X.690 section 8.1.3.4).
    debug_assert!(value.len() < 128);
    [&[tag, value.len() as u8], value].concat()
}

fn take(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    next(bytes).filter(|(found, ..)| *found == tag).map(|(_, value, rest)| (value, rest))
}

/// Tag, value and what follows (X.690, definite lengths up to four bytes).
fn next(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(*first), rest),
        0x81..=0x84 => {
            let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            (bytes.iter().fold(0, |n, b| n << 8 | usize::from(*b)), rest)
        }
        _ => return None,
    };
    let (value, rest) = rest.split_at_checked(length)?;
    Some((*tag, value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};

    /// OpenSSL as an authority of its own, in a folder: key, certificate with the one purpose, settings.
    fn authority(folder: &std::path::Path) {
        let settings = "oid_section = oids\n[oids]\n[tsa]\ndefault_tsa = t\n[t]\ndir = .\nserial = serial\ncrypto_device = builtin\nsigner_cert = tsa.pem\nsigner_key = tsa.key\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\nordering = yes\ntsa_name = no\n[req]\ndistinguished_name = dn\nx509_extensions = ext\nprompt = no\n[dn]\nCN = Test authority\n[ext]\nextendedKeyUsage = critical,timeStamping\n";
        std::fs::write(folder.join("tsa.cnf"), settings).unwrap();
        std::fs::write(folder.join("serial"), "01\n").unwrap();
        let arguments = "req -x509 -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.pem -days 2 -config tsa.cnf";
        openssl(folder, arguments);
    }

    fn openssl(folder: &std::path::Path, arguments: &str) -> bool {
        let mut command = Command::new("openssl");
        command.args(arguments.split(' ')).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().expect("openssl runs").success()
    }

    #[test]
    fn openssl_answers_our_question_and_we_read_its_answer() {
        let dir = tempfile::tempdir().unwrap();
        authority(dir.path());
        for nonce in [1, 0x80, 0x1234_5678_9abc_def0, u64::MAX] {
            let digest = Digest::of(b"evidence");
            std::fs::write(dir.path().join("data"), b"evidence").unwrap();
            std::fs::write(dir.path().join("q.tsq"), request(&digest, nonce)).unwrap();
            assert!(openssl(dir.path(), "ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr"), "{nonce:x}");
            let response = std::fs::read(dir.path().join("r.tsr")).unwrap();
            let stamp = read("tsa", &response).unwrap();
            assert_eq!(stamp.imprint, digest);
            assert!(stamp.at > Timestamp::from_second(1_700_000_000).unwrap());
            if nonce != u64::MAX {
                assert_eq!(stamp.nonce, Some(nonce));
            }
            let authority = stamp.authority.expect("checked");
            assert_eq!((authority.name.as_str(), authority.whole), ("CN=Test authority", true));
            assert!(openssl(dir.path(), "ts -verify -data data -in r.tsr -CAfile tsa.pem"), "OpenSSL takes it as ours");
        }
    }

    /// An answer of an authority with this key, of which `stamp_with` may change the settings.
    fn answered(folder: &std::path::Path, key: &str, purpose: &str) -> Vec<u8> {
        authority(folder);
        let settings = std::fs::read_to_string(folder.join("tsa.cnf")).unwrap();
        std::fs::write(folder.join("tsa.cnf"), settings.replace("critical,timeStamping", purpose)).unwrap();
        assert!(openssl(
            folder,
            &format!("req -x509 {key} -nodes -keyout tsa.key -out tsa.pem -days 2 -config tsa.cnf")
        ));
        std::fs::write(folder.join("q.tsq"), request(&Digest::of(b"evidence"), 7)).unwrap();
        openssl(folder, "ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr");
        std::fs::read(folder.join("r.tsr")).unwrap_or_default()
    }

    #[test]
    fn signatures_of_either_kind_hold_and_any_changed_bit_is_found() {
        for key in [
            "-newkey rsa:3072",
            "-newkey ec -pkeyopt ec_paramgen_curve:P-256",
            "-newkey ec -pkeyopt ec_paramgen_curve:P-384",
        ] {
            let dir = tempfile::tempdir().unwrap();
            let response = answered(dir.path(), key, "critical,timeStamping");
            let stamp = read("tsa", &response).unwrap();
            assert!(stamp.authority.is_some(), "{key}: {stamp:?}");
            // What the stamp says, and its signature at the very end.
            let imprint = Digest::of(b"evidence").0;
            let at = response.windows(32).position(|w| w == imprint).unwrap();
            for place in [at, response.len() - 1] {
                let mut changed = response.clone();
                changed[place] ^= 1;
                assert!(read("tsa", &changed).is_err(), "{key}: byte {place}");
            }
        }
    }

    #[test]
    fn a_chain_is_followed_as_far_as_it_came_along() {
        let dir = tempfile::tempdir().unwrap();
        authority(dir.path());
        let settings = std::fs::read_to_string(dir.path().join("tsa.cnf")).unwrap();
        let more = format!(
            "{settings}[root]\nbasicConstraints = critical,CA:true\n[tsa_ext]\nextendedKeyUsage = critical,timeStamping\n"
        );
        std::fs::write(dir.path().join("tsa.cnf"), more.replace("signer_key", "certs = root.pem\nsigner_key")).unwrap();
        for arguments in [
            "req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 2 -config tsa.cnf -extensions root -subj /CN=Root",
            "req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -config tsa.cnf -subj /CN=Stamp",
            "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 2 -extfile tsa.cnf -extensions tsa_ext -out tsa.pem",
        ] {
            assert!(openssl(dir.path(), arguments), "{arguments}");
        }
        std::fs::write(dir.path().join("q.tsq"), request(&Digest::of(b"evidence"), 7)).unwrap();
        assert!(openssl(dir.path(), "ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr"));
        let stamp = read("tsa", &std::fs::read(dir.path().join("r.tsr")).unwrap()).unwrap();
        let expected = Authority { name: "CN=Stamp".into(), chain: vec!["CN=Root".into()], whole: true };
        assert_eq!(stamp.authority, Some(expected));
    }

    #[test]
    fn a_refusal_and_junk_are_told() {
        let refused = [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02];
        assert!(read("tsa", &refused).unwrap_err().message.contains("refused"));
        for junk in [&b""[..], b"<html>", &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff], &[0x30, 0x80]] {
            assert!(read("tsa", junk).is_err());
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..60)) {
            let _ = read("tsa", &bytes);
            let _ = info(&bytes);
        }
    }
}
