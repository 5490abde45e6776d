//! Whom the proxy plays to the browser: every host, with one key made for this audit.

use crate::devtools::lock;
use base64::Engine as _;
use rcgen::{CertificateParams, KeyPair, PublicKeyData as _};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

pub struct Identity {
    key: KeyPair,
    /// By host: making one takes a signature.
    certificates: Mutex<HashMap<String, CertificateDer<'static>>>,
}

impl Identity {
    pub fn make() -> Result<Self, rcgen::Error> {
        Ok(Self { key: KeyPair::generate()?, certificates: Mutex::default() })
    }

    /// What Chromium is to believe: `--ignore-certificate-errors-spki-list` wants SHA-256 of the public key in Base64.
    pub fn fingerprint(&self) -> String {
        base64::engine::general_purpose::STANDARD.encode(Sha256::digest(self.key.subject_public_key_info()))
    }

    /// To be a host that speaks this protocol (ALPN; empty for none).
    pub fn config(&self, host: &str, spoken: Vec<u8>) -> Result<Arc<ServerConfig>, String> {
        let certificate = self.certificate(host).map_err(|e| e.to_string())?;
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(self.key.serialize_der()));
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().map_err(|e| e.to_string())?.with_no_client_auth();
        let mut config = builder.with_single_cert(vec![certificate], key).map_err(|e| e.to_string())?;
        config.alpn_protocols = Some(spoken).filter(|name| !name.is_empty()).into_iter().collect();
        Ok(Arc::new(config))
    }

    fn certificate(&self, host: &str) -> Result<CertificateDer<'static>, rcgen::Error> {
        if let Some(made) = lock(&self.certificates).get(host) {
            return Ok(made.clone());
        }
        let made = CertificateParams::new(vec![host.trim_matches(['[', ']']).to_owned()])?.self_signed(&self.key)?;
        let made = made.der().clone();
        lock(&self.certificates).insert(host.to_owned(), made.clone());
        Ok(made)
    }
}
