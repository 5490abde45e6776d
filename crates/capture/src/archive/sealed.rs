//! Files that somebody encrypted, told by how they begin: nothing can be looked for in them.

/// By what a file is encrypted; none where it is not, or nothing says so.
pub(super) fn by(head: &[u8]) -> Option<&'static str> {
    let named = BEGINNINGS.iter().find(|(beginning, _)| head.starts_with(beginning));
    if let Some((_, by)) = named {
        return Some(by);
    }
    if is_openpgp(head) {
        return Some("OpenPGP");
    }
    (is_enveloped(head) || is_smime(head)).then_some("S/MIME")
}

const BEGINNINGS: [(&[u8], &str); 7] = [
    // with an encrypted footer (Parquet Modular Encryption)
    (b"PARE", "Parquet"),
    (b"-----BEGIN PGP MESSAGE-----", "OpenPGP"),
    (b"Salted__", "OpenSSL"),
    // the same in base64
    (b"U2FsdGVkX1", "OpenSSL"),
    (b"age-encryption.org/v1\n", "age"),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", "age"),
    (b"$ANSIBLE_VAULT;", "Ansible Vault"),
];

/// A packet with a session key (RFC 9580 sections 5.1 and 5.3), for a public key or from a passphrase.
fn is_openpgp(head: &[u8]) -> bool {
    let (tag, rest) = match head {
        [0x84 | 0xc1, length @ ..192, rest @ ..] if *length > 10 => (1, rest),
        [0x85, 0..=15, _, rest @ ..] | [0xc1, 192..=207, _, rest @ ..] => (1, rest),
        [0x8c | 0xc3, 4..=64, rest @ ..] => (3, rest),
        _ => return false,
    };
    match (tag, rest) {
        // the key's number of eight bytes, then RSA, ElGamal, ECDH or X25519
        (1, [3, _, _, _, _, _, _, _, _, 1 | 2 | 16 | 18 | 25 | 26, ..]) => true,
        // cipher, how the passphrase becomes a key, hash
        (3, [4, 1..=13, 0 | 1 | 3, 1..=12, ..]) => true,
        _ => false,
    }
}

/// CMS enveloped-data (RFC 5652 section 6), in DER or BER.
fn is_enveloped(head: &[u8]) -> bool {
    const OBJECT: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03";
    let begin = &head[..head.len().min(20)];
    begin.first() == Some(&0x30) && memchr::memmem::find(begin, OBJECT).is_some()
}

/// The headers of a message (RFC 8551 section 3.3).
fn is_smime(head: &[u8]) -> bool {
    let begin = &head[..head.len().min(2048)];
    let headers = memchr::memmem::find(begin, b"\n\n").or_else(|| memchr::memmem::find(begin, b"\r\n\r\n"));
    let headers = begin[..headers.unwrap_or(0)].to_ascii_lowercase();
    let has = |text: &[u8]| memchr::memmem::find(&headers, text).is_some();
    has(b"content-type: application/") && has(b"pkcs7-mime") && has(b"enveloped-data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encrypted_files_are_told_by_how_they_begin() {
        let packet = |head: &[u8], rest: &[u8]| [head, rest, &[0x5a; 40]].concat();
        for (head, whose) in [
            (b"PARE and more".to_vec(), Some("Parquet")),
            (b"Salted__12345678".to_vec(), Some("OpenSSL")),
            (b"-----BEGIN PGP MESSAGE-----\n\nhF4D".to_vec(), Some("OpenPGP")),
            // as GnuPG 2.4 writes them
            (packet(b"\x8c\x0d", b"\x04\x09\x03\x02"), Some("OpenPGP")),
            (packet(b"\x85\x02\x0c", b"\x03\x11\x22\x33\x44\x55\x66\x77\x88\x01"), Some("OpenPGP")),
            (packet(b"\x84\x5e", b"\x03\x11\x22\x33\x44\x55\x66\x77\x88\x12"), Some("OpenPGP")),
            (packet(b"\x30\x82\x05\x01", b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03"), Some("S/MIME")),
            (
                b"MIME-Version: 1.0\nContent-Type: application/x-pkcs7-mime; smime-type=enveloped-data\n\nMIIB"
                    .to_vec(),
                Some("S/MIME"),
            ),
            (b"PAR1 and more".to_vec(), None),
            (packet(b"\x30\x82\x05\x01", b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"), None),
            (packet(b"\x8c\x0d", b"\x04\x09\x07\x02"), None),
            (b"{\"url\":\"https://t.example/\"}\n\n".to_vec(), None),
            (Vec::new(), None),
        ] {
            assert_eq!(by(&head), whose, "{head:?}");
        }
    }
}
