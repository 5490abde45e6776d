//! The audit in a real browser against the replica, held against the receiver's own log: every leak found, none invented.

mod binary;
mod sites;
mod watch;

use facts::{Canary, Consent, IdentifierKind, Mode, Report};
use flows::audit::{self, Audited, Order, Stop, Target};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;
use tempfile::TempDir;

/// What the receiver got, or what the audit says it got: match key and token.
type Keys = BTreeSet<(String, String)>;

struct Ran {
    audited: Audited,
    received: Keys,
    events: usize,
    _dir: TempDir,
}

async fn audit(options: lab::Options, consents: &[Consent], declared: bool) -> Ran {
    let dir = tempfile::tempdir().unwrap();
    let lab = lab::start(options).await.expect("the lab starts");
    let demo = tests::root().join("corpus/demo/sluss.toml");
    let target = if declared { Target::Declaration(demo) } else { Target::Address(lab.start_url()) };
    let order = Order {
        consents: consents.to_vec(),
        mode: Mode::Submit,
        pages: 6,
        resolve: lab.resolve(),
        insecure: true,
        timeout: Duration::from_secs(20),
        pause: Duration::ZERO,
        ..Order::new(target, dir.path().join("out"), dir.path().join("data"))
    };
    let audited = audit::run(&order, Stop::default(), &mut |_| {}).await.expect("the audit ends");
    let log = lab.received();
    let known = tokens(&audited.report);
    let all = log.iter().flat_map(|r| r.match_keys.iter().map(|(k, v)| (format!("udff[{k}]"), v.clone())));
    let (received, stray): (Keys, Keys) = all.partition(|(_, token)| known.contains(token));
    // The pixel takes a hidden form token for a phone number, as the real one did: it belongs to nobody.
    assert!(stray.iter().all(|(key, _)| key == "udff[ph]"), "match keys of nobody we typed: {stray:?}");
    let events = log.len();
    lab.stop().await;
    Ran { audited, received, events, _dir: dir }
}

/// What the vendor makes of everything typed: Meta's normalisation and SHA-256, written here a second time so that the
/// detector is not measured against itself.
fn tokens(report: &Report) -> BTreeSet<String> {
    report.canaries.iter().map(|c| hex(Sha256::digest(normalised(c)))).collect()
}

fn normalised(canary: &Canary) -> String {
    let value = canary.value.trim().to_lowercase();
    match canary.kind {
        IdentifierKind::Phone => {
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            digits.trim_start_matches('0').to_owned()
        }
        IdentifierKind::GivenName | IdentifierKind::FamilyName => {
            value.chars().filter(|c| c.is_alphanumeric()).collect()
        }
        _ => value,
    }
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|b| format!("{b:02x}")).collect()
}

/// Match key and token of every sighting, recomputed from what was typed and the form the sighting names.
fn told(report: &Report) -> Keys {
    report
        .sightings
        .iter()
        .filter_map(|s| {
            let canary = report.canaries.iter().find(|c| c.id == s.person)?;
            let token = detect::explain(canary.kind, &canary.value, &s.form).pop()?.1;
            s.key.starts_with("udff[").then(|| (s.key.clone(), token))
        })
        .collect()
}

fn failed_steps(report: &Report) -> Vec<String> {
    report.runs.iter().flat_map(|r| &r.steps).filter(|s| !s.ok).map(|s| format!("{}: {:?}", s.name, s.why)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_leak_is_found_and_none_invented() {
    let ran = audit(lab::Options { matching: true, ..Default::default() }, &[Consent::None], true).await;
    let report = &ran.audited.report;
    assert!(ran.received.len() >= 4, "the replica leaks: {:?}", ran.received.len());
    assert_eq!(told(report), ran.received, "failed steps: {:?}", failed_steps(report));
    let rules: BTreeSet<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    for rule in ["undeclared-personal-data", "someone-elses-data", "setting-conflict"] {
        assert!(rules.contains(rule), "{rule} is missing among {rules:?}");
    }
    let conflict = report.settings.iter().find(|s| s.vendor == "meta" && s.conflict).expect("the conflict is named");
    assert_eq!(
        (conflict.declared.as_deref(), conflict.served.as_deref(), conflict.observed.as_deref()),
        (Some("off"), Some("on"), Some("on"))
    );
    assert!(report.sightings.iter().all(|s| s.recipient.as_deref() == Some("meta")), "only the pixel got anything");
    assert!(report.sightings.iter().any(|s| s.role == "end-user"), "the invited person's data are told apart");
    evidence_is_whole(&ran.audited.out).await;
}

/// The bundle verifies, and one flipped bit is found.
async fn evidence_is_whole(out: &Path) {
    let bundle = out.join("bundle.zip");
    assert!(flows::verify::run(&bundle, None).await.expect("readable").ok);
    let mut bytes = std::fs::read(&bundle).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let flipped = out.join("flipped.zip");
    std::fs::write(&flipped, &bytes).unwrap();
    if let Ok(verdict) = flows::verify::run(&flipped, None).await {
        assert!(!verdict.ok && !verdict.broken.is_empty(), "a flipped bit went unseen");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_found_when_matching_is_off() {
    let ran = audit(lab::Options { matching: false, ..Default::default() }, &[Consent::None], true).await;
    assert!(ran.events > 0, "the pixel still reports events");
    assert_eq!(ran.received, Keys::new());
    assert_eq!(ran.audited.report.sightings, []);
    let personal = ran.audited.report.findings.iter().filter(|f| !f.sightings.is_empty()).count();
    assert_eq!(personal, 0, "{:?}", ran.audited.report.findings);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_found_when_the_pixel_waits_for_a_consent_that_is_refused() {
    let options = lab::Options { matching: true, consent_gate: true, ..Default::default() };
    let ran = audit(options, &[Consent::Reject], true).await;
    assert_eq!(ran.events, 0, "the gate holds");
    assert_eq!(ran.audited.report.sightings, []);
    assert_eq!(ran.audited.report.findings, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn consent_opens_the_gate_and_the_leak_is_seen_without_a_declaration_too() {
    let options = lab::Options { matching: true, consent_gate: true, ..Default::default() };
    let ran = audit(options, &[Consent::Accept], false).await;
    assert!(!ran.received.is_empty(), "accepting loads the pixel");
    assert_eq!(told(&ran.audited.report), ran.received, "failed steps: {:?}", failed_steps(&ran.audited.report));
    assert!(ran.audited.report.findings.iter().any(|f| f.rule == "undeclared-personal-data"));
}
