//! C2SP signed notes with one Ed25519 signature, <https://c2sp.org/signed-note>.
//!
//! The crate `signed_note` 0.2 does this too, but on ed25519-dalek 2 and sha2 0.10: a second copy of both in the
//! program for sixty lines.

use crate::{Digest, SigningKey, VerifyingKey};
use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, Signer};

/// Why a note does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    #[error("is not a signed note")]
    Form,
    #[error("has no signature by `{0}`")]
    Unsigned(String),
    #[error("has a signature that does not fit its text")]
    Signature,
}

/// `text` must end with a line feed; `name` has no space and no `+`.
pub fn sign(text: &str, name: &str, key: &SigningKey) -> String {
    let mut stamp = key_id(name, &key.verifying_key()).to_vec();
    stamp.extend_from_slice(&key.sign(text.as_bytes()).to_bytes());
    format!("{text}\n\u{2014} {name} {}\n", STANDARD.encode(stamp))
}

/// The text of a note that holds.
///
/// # Errors
/// Not a note, not signed under this name with this key, or changed.
pub fn open<'a>(note: &'a str, name: &str, key: &VerifyingKey) -> Result<&'a str, NoteError> {
    let split = note.rfind("\n\n").ok_or(NoteError::Form)?;
    let (text, signatures) = (&note[..=split], &note[split + 2..]);
    if !signatures.ends_with('\n') {
        return Err(NoteError::Form);
    }
    let lead = format!("\u{2014} {name} ");
    let stamps = signatures.lines().filter_map(|line| line.strip_prefix(lead.as_str()));
    let stamp = stamps
        .filter_map(|s| STANDARD.decode(s).ok())
        .find(|s| s.len() == 68 && s[..4] == key_id(name, key))
        .ok_or_else(|| NoteError::Unsigned(name.to_owned()))?;
    let signature = Signature::from_slice(&stamp[4..]).map_err(|_| NoteError::Form)?;
    key.verify_strict(text.as_bytes(), &signature).map_err(|_| NoteError::Signature)?;
    Ok(text)
}

/// The key as other tools take it: `name+id+base64`.
pub fn verifier_key(name: &str, key: &VerifyingKey) -> String {
    let id: String = key_id(name, key).iter().map(|b| format!("{b:02x}")).collect();
    format!("{name}+{id}+{}", STANDARD.encode([&[1], &key.as_bytes()[..]].concat()))
}

fn key_id(name: &str, key: &VerifyingKey) -> [u8; 4] {
    // 0x01 is the signature type Ed25519.
    let digest = Digest::of(&[name.as_bytes(), b"\n\x01", key.as_bytes()].concat());
    [digest.0[0], digest.0[1], digest.0[2], digest.0[3]]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of <https://pkg.go.dev/golang.org/x/mod/sumdb/note>: same format, made by another program.
    const GO_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const GO_NOTE: &str = "If you think cryptography is the answer to your problem,\nthen you don't know what your \
                           problem is.\n\n\u{2014} PeterNeumann \
                           x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    fn go_key() -> VerifyingKey {
        let bytes = STANDARD.decode(GO_KEY.rsplit_once('+').unwrap().1).unwrap();
        VerifyingKey::from_bytes(bytes[1..].try_into().unwrap()).unwrap()
    }

    #[test]
    fn a_note_of_another_program_is_read() {
        let text = open(GO_NOTE, "PeterNeumann", &go_key()).unwrap();
        assert!(text.ends_with("your problem is.\n"));
        assert_eq!(verifier_key("PeterNeumann", &go_key()), GO_KEY);
    }

    #[test]
    fn a_changed_note_and_another_name_are_refused() {
        let key = SigningKey::from_bytes(&[3; 32]);
        let note = sign("a\nb\n", "sluss", &key);
        assert_eq!(open(&note, "sluss", &key.verifying_key()), Ok("a\nb\n"));
        assert_eq!(open(&note.replace('b', "c"), "sluss", &key.verifying_key()), Err(NoteError::Signature));
        assert_eq!(open(&note, "other", &key.verifying_key()), Err(NoteError::Unsigned("other".into())));
        assert_eq!(open("a", "sluss", &key.verifying_key()), Err(NoteError::Form));
    }
}
