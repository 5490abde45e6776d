//! Whose signature a time stamp bears, as far as its token tells (RFC 5652 section 5, RFC 3161 section 2.4): the signature
//! over the stamp, the signer's certificate with its one purpose, and the chain that came along. Whether the last
//! certificate is to be trusted is no question a file can answer.

use super::certificate::{Certificate, split, told};
use super::{EXPLICIT, INTEGER, OCTETS, OID, SEQUENCE, TST_INFO, next, take};
use jiff::Timestamp;
use ring::signature::{self, UnparsedPublicKey, VerificationAlgorithm};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

/// Who stamped.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Authority {
    /// Subject of the certificate that signed.
    pub name: String,
    /// Subjects of the certificates above it that came along, each checked against the next.
    pub chain: Vec<String>,
    /// The last one signed itself: the chain is whole.
    pub whole: bool,
}

/// Why a signature is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// It does not hold.
    Wrong(&'static str),
    /// It cannot be checked from here.
    Unchecked(&'static str),
}

const SET: u8 = 0x31;
const CRLS: u8 = 0xa1;
const KEY_ID: u8 = 0x80;
/// 1.2.840.113549.1.9.3 and .4 (RFC 5652 section 11)
const CONTENT_TYPE: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
const MESSAGE_DIGEST: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
/// 1.2.840.113549.1.1 (RSA, PKCS #1) and 1.2.840.10045.4.3 (ECDSA)
const RSA: [u8; 8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];
const ECDSA: [u8; 7] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03];
/// 2.16.840.1.101.3.4.2, then 1, 2, 3 for SHA-256, SHA-384, SHA-512
const SHA2: [u8; 8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02];
/// More is a loop or an attack.
const LONGEST: usize = 8;

/// One SignedData with one signer.
struct Signed<'a> {
    content: &'a [u8],
    certificates: Vec<Certificate<'a>>,
    signer: Signer<'a>,
}

struct Signer<'a> {
    /// issuerAndSerialNumber, or the subject's key identifier.
    id: (u8, &'a [u8]),
    digest: &'a [u8],
    /// With its tag and length.
    attributes: &'a [u8],
    algorithm: &'a [u8],
    signature: &'a [u8],
}

pub fn check(token: &[u8], at: Timestamp) -> Result<Authority, Doubt> {
    let signed = read(token).ok_or(Doubt::Unchecked("the token is not of the form that is known here"))?;
    let hash = signed.signer.digest;
    let digest = digest(hash, signed.content).ok_or(Doubt::Unchecked("its digest is none that is known here"))?;
    if attribute(signed.signer.attributes, &MESSAGE_DIGEST) != Some((OCTETS, &digest))
        || attribute(signed.signer.attributes, &CONTENT_TYPE) != Some((OID, &TST_INFO))
    {
        return Err(Doubt::Wrong("the stamp is not what was signed"));
    }
    let certificate = signed.certificates.iter().find(|c| is_of(c, signed.signer.id));
    let certificate = certificate.ok_or(Doubt::Unchecked("the certificate that signed did not come along"))?;
    // What is signed is the set, not the field it travels in (RFC 5652 section 5.4).
    let message = [&[SET], &signed.signer.attributes[1..]].concat();
    match holds(certificate.key, (signed.signer.algorithm, hash), &message, signed.signer.signature) {
        None => return Err(Doubt::Unchecked("its signature is of a kind that is not known here")),
        Some(false) => return Err(Doubt::Wrong("the signature does not hold")),
        Some(true) => {}
    }
    is_fit(certificate, at)?;
    chain(certificate, &signed.certificates)
}

fn read(token: &[u8]) -> Option<Signed<'_>> {
    let (content, _) = take(token, SEQUENCE)?;
    let (_, rest) = take(content, OID)?;
    let (signed, _) = take(take(rest, EXPLICIT)?.0, SEQUENCE)?;
    let (_, rest) = take(signed, INTEGER)?;
    let (_, rest) = take(rest, SET)?;
    let (encapsulated, mut rest) = take(rest, SEQUENCE)?;
    let (_, inner) = take(encapsulated, OID)?;
    let (content, _) = take(take(inner, EXPLICIT)?.0, OCTETS)?;
    let mut certificates = Vec::new();
    if let Some((mut all, more)) = take(rest, EXPLICIT) {
        while let Some((_, _, after)) = next(all) {
            // Certificates of other kinds have other tags, and are nothing to us.
            certificates.extend(Certificate::read(all));
            all = after;
        }
        rest = more;
    }
    if let Some((_, more)) = take(rest, CRLS) {
        rest = more;
    }
    let signer = signer(take(take(rest, SET)?.0, SEQUENCE)?.0)?;
    Some(Signed { content, certificates, signer })
}

fn signer(info: &[u8]) -> Option<Signer<'_>> {
    let (_, rest) = take(info, INTEGER)?;
    let (tag, id, rest) = next(rest)?;
    let (digest, attributes) = take(rest, SEQUENCE)?;
    let (_, rest) = take(attributes, EXPLICIT)?;
    let attributes = &attributes[..attributes.len() - rest.len()];
    let (algorithm, rest) = take(rest, SEQUENCE)?;
    let (signature, _) = take(rest, OCTETS)?;
    let (digest, algorithm) = (take(digest, OID)?.0, take(algorithm, OID)?.0);
    Some(Signer { id: (tag, id), digest, attributes, algorithm, signature })
}

/// The one value of an attribute: tag and content.
fn attribute<'a>(attributes: &'a [u8], wanted: &[u8]) -> Option<(u8, &'a [u8])> {
    let (mut all, _) = take(attributes, EXPLICIT)?;
    while let Some((one, rest)) = take(all, SEQUENCE) {
        let (kind, values) = take(one, OID)?;
        if kind == wanted {
            return next(take(values, SET)?.0).map(|(tag, value, _)| (tag, value));
        }
        all = rest;
    }
    None
}

fn digest(algorithm: &[u8], content: &[u8]) -> Option<Vec<u8>> {
    match algorithm.strip_prefix(&SHA2)? {
        [1] => Some(Sha256::digest(content).to_vec()),
        [2] => Some(Sha384::digest(content).to_vec()),
        [3] => Some(Sha512::digest(content).to_vec()),
        _ => None,
    }
}

fn is_of(certificate: &Certificate<'_>, (tag, id): (u8, &[u8])) -> bool {
    if tag == KEY_ID {
        return certificate.key_id() == Some(id);
    }
    let named = split(id).filter(|(issuer, _)| *issuer == certificate.issuer);
    named.and_then(|(_, rest)| take(rest, INTEGER)).is_some_and(|(serial, _)| serial == certificate.serial)
}

/// Bits of the curve, 0 for RSA. An uncompressed point is a byte and two coordinates.
fn curve(key: &[u8]) -> usize {
    if key.first() == Some(&4) { (key.len() - 1) / 2 * 8 } else { 0 }
}

/// Whether a key signed this; `hash` names the digest where the signature's algorithm does not.
fn holds(key: &[u8], (named, hash): (&[u8], &[u8]), message: &[u8], signature: &[u8]) -> Option<bool> {
    let algorithm = algorithm(named, hash, curve(key))?;
    Some(UnparsedPublicKey::new(algorithm, key).verify(message, signature).is_ok())
}

fn algorithm(named: &[u8], hash: &[u8], curve: usize) -> Option<&'static dyn VerificationAlgorithm> {
    // `rsaEncryption` leaves the digest to the field beside it; the others name it.
    let size = match (named.strip_prefix(&RSA), named.strip_prefix(&ECDSA)) {
        (Some([1]), _) => *hash.last()?,
        (Some([n @ 11..=13]), _) => n - 10,
        (_, Some([n @ 2..=4])) => n - 1,
        _ => return None,
    };
    Some(match (named.starts_with(&RSA), size, curve) {
        (true, 1, _) => &signature::RSA_PKCS1_2048_8192_SHA256,
        (true, 2, _) => &signature::RSA_PKCS1_2048_8192_SHA384,
        (true, 3, _) => &signature::RSA_PKCS1_2048_8192_SHA512,
        (false, 1, 256) => &signature::ECDSA_P256_SHA256_ASN1,
        (false, 2, 256) => &signature::ECDSA_P256_SHA384_ASN1,
        (false, 1, 384) => &signature::ECDSA_P384_SHA256_ASN1,
        (false, 2, 384) => &signature::ECDSA_P384_SHA384_ASN1,
        _ => return None,
    })
}

/// For time stamps alone, and valid when it stamped (RFC 3161 section 2.3).
fn is_fit(certificate: &Certificate<'_>, at: Timestamp) -> Result<(), Doubt> {
    if !certificate.is_for_stamps() {
        return Err(Doubt::Wrong("the certificate that signed is none for time stamps"));
    }
    if !certificate.is_valid_at(at) {
        return Err(Doubt::Wrong("the certificate that signed was not valid at that time"));
    }
    Ok(())
}

fn chain(signer: &Certificate<'_>, all: &[Certificate<'_>]) -> Result<Authority, Doubt> {
    let mut authority = Authority { name: told(signer.subject), chain: Vec::new(), whole: false };
    let mut last = signer;
    for _ in 0..LONGEST {
        let own = last.issuer == last.subject;
        let above = if own { Some(last) } else { all.iter().find(|c| c.subject == last.issuer) };
        let Some(above) = above else { return Ok(authority) };
        match holds(above.key, (last.algorithm, &[]), last.signed, last.signature) {
            None => return Ok(authority),
            Some(false) => return Err(Doubt::Wrong("a certificate of its chain was not signed by the next")),
            Some(true) if own => return Ok(Authority { whole: true, ..authority }),
            Some(true) => {}
        }
        if !above.may_sign_others() {
            return Err(Doubt::Wrong("a certificate of its chain may sign no other"));
        }
        authority.chain.push(told(above.subject));
        last = above;
    }
    Ok(authority)
}
