//! Services by an outsider (corpus/sites), audited by the program without configuration: what the receivers got of what was
//! typed is what the report says, no more and no less, and it is told as what it is.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use facts::{Canary, Report};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};

/// Host, path with query, body.
type Got = (String, String, Vec<u8>);

struct Sites {
    port: u16,
    hosts: Vec<String>,
    got: Arc<Mutex<Vec<Got>>>,
}

fn folder() -> PathBuf {
    tests::root().join("corpus/sites")
}

/// Every host of the corpus on one port.
fn serve() -> Sites {
    let folders = std::fs::read_dir(folder()).unwrap().flatten().filter(|e| e.path().is_dir());
    let hosts: Vec<String> = folders.map(|e| e.file_name().into_string().unwrap()).collect();
    let made = rcgen::generate_simple_self_signed(hosts.clone()).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = Arc::new(config.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let sites = Sites { port: listener.local_addr().unwrap().port(), hosts, got: Arc::default() };
    let got = Arc::clone(&sites.got);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (config, got) = (Arc::clone(&config), Arc::clone(&got));
            std::thread::spawn(move || converse(stream, config, &got));
        }
    });
    sites
}

/// One request a connection is enough here.
fn converse(stream: TcpStream, config: Arc<ServerConfig>, got: &Mutex<Vec<Got>>) -> Option<()> {
    let mut stream = BufReader::new(StreamOwned::new(ServerConnection::new(config).unwrap(), stream));
    let mut head = String::new();
    while stream.read_line(&mut head).ok()? > 2 {}
    let path = head.split(' ').nth(1)?.to_owned();
    let header = |name: &str| {
        head.lines().find_map(|l| l.split_once(": ").filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v))
    };
    let host = header("host")?.to_owned();
    if let Some(key) = header("sec-websocket-key") {
        return messages(&mut stream, key, &host, &path, got);
    }
    let mut body = vec![0; header("content-length").and_then(|l| l.parse().ok()).unwrap_or(0)];
    stream.read_exact(&mut body).ok()?;
    let (status, kind, content) = file(&host, path.split('?').next()?);
    let origin = header("origin").unwrap_or("*");
    let answer = format!(
        "HTTP/1.1 {status} x\r\ncontent-type: {kind}; charset=utf-8\r\naccess-control-allow-origin: {origin}\r\n\
         access-control-allow-headers: content-type\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        content.len()
    );
    got.lock().unwrap().push((host, path, body));
    stream.get_mut().write_all(&[answer.as_bytes(), &content].concat()).ok()?;
    stream.get_mut().flush().ok()
}

/// RFC 6455: shakes hands and reads.
fn messages(
    stream: &mut BufReader<StreamOwned<ServerConnection, TcpStream>>,
    key: &str,
    host: &str,
    path: &str,
    got: &Mutex<Vec<Got>>,
) -> Option<()> {
    let accept = STANDARD.encode(Sha1::digest(format!("{key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
    let head = format!(
        "HTTP/1.1 101 x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: {accept}\r\n\r\n"
    );
    stream.get_mut().write_all(head.as_bytes()).ok()?;
    stream.get_mut().flush().ok()?;
    loop {
        let mut head = [0; 2];
        stream.read_exact(&mut head).ok()?;
        let mut long = vec![
            0;
            match head[1] & 127 {
                126 => 2,
                127 => 8,
                _ => 0,
            }
        ];
        stream.read_exact(&mut long).ok()?;
        let short = usize::from(head[1] & 127);
        let length = if long.is_empty() { short } else { long.iter().fold(0, |n, b| n << 8 | usize::from(*b)) };
        let (mut mask, mut body) = ([0; 4], vec![0; length]);
        stream.read_exact(&mut mask).ok()?;
        stream.read_exact(&mut body).ok()?;
        body.iter_mut().zip(mask.iter().cycle()).for_each(|(byte, mask)| *byte ^= mask);
        got.lock().unwrap().push((host.to_owned(), path.to_owned(), body));
    }
}

/// A page of one view answers for all of its addresses; receivers answer with nothing.
fn file(host: &str, path: &str) -> (u16, &'static str, Vec<u8>) {
    let named = folder().join(host).join(path.trim_start_matches('/'));
    let index = folder().join(host).join("index.html");
    let path = if named.is_file() || !index.is_file() { named } else { index };
    let kind = if path.extension().is_some_and(|e| e == "js") { "text/javascript" } else { "text/html" };
    std::fs::read(path).map_or((204, "text/plain", Vec::new()), |bytes| (200, kind, bytes))
}

impl Sites {
    fn audit(&self, host: &str, arguments: &[&str]) -> Report {
        let dir = tempfile::tempdir().unwrap();
        let mut command = Command::new(tests::sluss());
        command.args(["audit", &format!("https://{host}/"), "--insecure", "--format", "json", "--out", "o"]);
        for host in &self.hosts {
            command.args(["--resolve", &format!("{host}:443:127.0.0.1:{}", self.port)]);
        }
        let output = command.args(arguments).current_dir(dir.path()).env("SLUSS_DATA", dir.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {said}"))
    }

    /// Ids of the canaries that reached hosts that are not the service's, in any disguise these sites use.
    fn received(&self, report: &Report, own: &str) -> BTreeSet<String> {
        let got = self.got.lock().unwrap();
        let foreign: Vec<String> = got.iter().filter(|(host, ..)| !host.ends_with(own)).map(opened).collect();
        let reached = |c: &&Canary| spellings(c).iter().any(|s| foreign.iter().any(|text| text.contains(s)));
        report.canaries.iter().filter(reached).map(|c| c.id.clone()).collect()
    }
}

/// Address and body as sent, unpacked, in hexadecimal digits, and what lies under percent-encoding and Base64.
fn opened((_, path, body): &Got) -> String {
    let mut unpacked = Vec::new();
    let _ = match body.as_slice() {
        [0x1f, 0x8b, ..] => flate2::read::GzDecoder::new(body.as_slice()).read_to_end(&mut unpacked),
        [0x78, ..] => flate2::read::ZlibDecoder::new(body.as_slice()).read_to_end(&mut unpacked),
        _ => Ok(0),
    };
    let sent = format!("{path}\n{}\n{}", String::from_utf8_lossy(body), String::from_utf8_lossy(&unpacked));
    let plain = url_decoded(&sent);
    // An address in two parameters.
    let joined = plain.replace("&d=", "@");
    let packed = plain.split(|c: char| !c.is_ascii_alphanumeric() && !"+/=-_".contains(c));
    let bytes = |p: &str| {
        let p = p.trim_start_matches("x=").trim_end_matches('=').rsplit("/i/").next()?.to_owned();
        STANDARD_NO_PAD.decode(&p).or_else(|_| URL_SAFE_NO_PAD.decode(&p)).ok()
    };
    let decoded = packed.filter_map(|p| String::from_utf8(bytes(p)?).ok()).collect::<Vec<_>>().join("\n");
    format!("{sent}\n{plain}\n{joined}\n{}\n{decoded}", hex(body))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn url_decoded(text: &str) -> String {
    let (bytes, mut out, mut at) = (text.as_bytes(), Vec::new(), 0);
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|c| u8::from_str_radix(c, 16).ok()) {
            Some(byte) => (out.push(byte), at += 3).1,
            None => (out.push(bytes[at]), at += 1).1,
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn spellings(canary: &Canary) -> Vec<String> {
    let (lower, digits) = (canary.value.to_lowercase(), canary.value.replace(|c: char| !c.is_ascii_digit(), ""));
    let mut all = vec![canary.value.clone(), hex(canary.value.as_bytes()), hex(&Sha256::digest(&lower))];
    if digits.len() >= 8 {
        let national = digits.trim_start_matches("46").trim_start_matches('0');
        let numbers = ["46", "358", "45"].map(|country| format!("+{country}{national}"));
        all.extend([digits.clone()].iter().chain(&numbers).map(|number| hex(&Sha256::digest(number))));
    }
    all
}

fn told(report: &Report) -> BTreeSet<String> {
    report.sightings.iter().map(|s| s.person.clone()).collect()
}

fn rules(report: &Report) -> BTreeSet<(&str, &str)> {
    report.findings.iter().map(|f| (f.rule.as_str(), f.recipient.as_deref().unwrap_or_default())).collect()
}

#[test]
fn a_shop_in_one_page_whose_pixel_sends_on_leaving() {
    let sites = serve();
    let report = sites.audit("butiken.example", &["--consent", "none"]);
    assert_eq!(told(&report), sites.received(&report, "butiken.example"), "{:#?}", report.gaps);
    let kinds: BTreeSet<&str> = report.sightings.iter().map(|s| s.identifier.word()).collect();
    assert!(kinds.is_superset(&["email", "phone"].into()), "{kinds:?}");
    assert!(report.sightings.iter().all(|s| s.step.is_some() && s.recipient.as_deref() == Some("annonsnat.example")));
    let found = rules(&report);
    assert!(found.contains(&("undeclared-personal-data", "annonsnat.example")), "{found:?}");
    assert!(
        found.iter().all(|(rule, _)| !rule.contains("refus") && *rule != "before-consent"),
        "nobody asked: {found:?}"
    );
}

#[test]
fn a_clinic_whose_framed_form_is_overheard_by_a_tag() {
    let sites = serve();
    let report = sites.audit("kliniken.example", &["--consent", "none", "--pages", "2"]);
    assert_eq!(told(&report), sites.received(&report, "kliniken.example"), "{:#?}", report.gaps);
    let found = rules(&report);
    for rule in ["before-submission", "someone-elses-data", "undeclared-personal-data"] {
        assert!(found.contains(&(rule, "matning.example")), "{rule} in {found:?}");
    }
    assert!(report.findings.iter().all(|f| f.recipient.as_deref() != Some("taggar.example") || f.sightings.is_empty()));
}

#[test]
fn a_library_that_does_not_care_what_was_answered() {
    let sites = serve();
    let report = sites.audit("biblioteket.example", &[]);
    // Known miss: a date of birth in hexadecimal digits is shorter than what the detector opens as such.
    let dates = report.canaries.iter().filter(|c| c.kind == facts::IdentifierKind::BirthDate).map(|c| c.id.clone());
    let told = told(&report).into_iter().chain(dates).collect::<BTreeSet<_>>();
    assert_eq!(told, sites.received(&report, "biblioteket.example"), "{:#?}", report.gaps);
    let found = rules(&report);
    for rule in ["after-refusal", "before-consent", "consent-ignored", "identifier-in-address", "form-listening"] {
        assert!(found.contains(&(rule, "raknare.example")), "{rule} in {found:?}");
    }
    let kept = report.behaviours.iter().find(|b| b.field == "localStorage.rid").expect("told");
    assert!(!kept.sent_in.is_empty() && kept.script.contains("stat.raknare.example/s.js"));
}

#[test]
fn a_salon_whose_pixel_comes_late_and_sends_when_out_of_sight() {
    let sites = serve();
    let report = sites.audit("boka.salongen.example", &["--consent", "none"]);
    assert_eq!(told(&report), sites.received(&report, "salongen.example"), "{:#?}", report.gaps);
    assert!(!report.sightings.is_empty(), "{:#?}", report.gaps);
    let hashed = |s: &facts::Sighting| s.form.iter().any(|f| f == "sha256") && s.step.is_some();
    assert!(report.sightings.iter().all(hashed), "{:#?}", report.sightings);
    assert!(rules(&report).contains(&("undeclared-personal-data", "reklamnat.example")), "{:?}", rules(&report));
}

#[test]
fn an_insurer_that_asks_by_hand_and_counts_all_the_same() {
    let sites = serve();
    let report = sites.audit("www.trygghet.example", &[]);
    assert_eq!(told(&report), sites.received(&report, "trygghet.example"), "{:#?}", report.gaps);
    for run in report.runs.iter().filter(|r| r.consent != facts::Consent::None) {
        let name = format!("consent {}", run.consent.word());
        assert!(run.steps.iter().any(|s| s.name == name && s.ok), "{name}: {:#?}", run.steps);
    }
    let found = rules(&report);
    for rule in ["after-refusal", "before-consent", "before-submission", "undeclared-personal-data", "form-listening"] {
        assert!(found.contains(&(rule, "raknaren.example")), "{rule} in {found:?}");
    }
    assert!(found.contains(&("undeclared-personal-data", "enkatbolaget.example")), "{found:?}");
}

/// A film of the visit over a WebSocket, from behind a sign-in: what is masked in the page is told by nobody.
#[test]
fn home_help_whose_visitors_are_filmed_behind_the_sign_in() {
    let sites = serve();
    let report = sites.audit("www.hemomsorgen.example", &["--consent", "none", "--mode", "submit", "--yes"]);
    assert_eq!(told(&report), sites.received(&report, "hemomsorgen.example"), "{:#?}", report.gaps);
    for field in ["pnr", "portkod"] {
        assert!(report.sightings.iter().all(|s| !s.field.as_deref().unwrap_or_default().contains(field)));
    }
    // Told where and when they were typed, not where the connection was opened.
    for sighting in &report.sightings {
        let canary = report.canaries.iter().find(|c| c.id == sighting.person).unwrap();
        assert_eq!(sighting.page.as_ref(), Some(&canary.page), "{sighting:#?}");
        assert!(!sighting.step.as_deref().unwrap_or_default().starts_with("open"), "{sighting:#?}");
    }
    let found = rules(&report);
    for rule in ["undeclared-personal-data", "someone-elses-data", "form-listening"] {
        assert!(found.contains(&(rule, "sessionsfilm.example")), "{rule} in {found:?}");
    }
}

/// Nothing is sent before the last of three steps, and their buttons only hear clicks.
#[test]
fn aids_ordered_in_steps_whose_buttons_look_like_nothing() {
    let sites = serve();
    let report = sites.audit("www.plejebutikken.example", &["--consent", "none"]);
    assert_eq!(told(&report), sites.received(&report, "plejebutikken.example"), "{:#?}", report.gaps);
    let steps: BTreeSet<&str> = report.sightings.iter().filter_map(|s| s.step.as_deref()).collect();
    assert!(steps.len() >= 2 && steps.iter().all(|s| s.starts_with("click")), "{steps:?}");
    assert!(report.sightings.iter().all(|s| s.form.iter().any(|f| f == "sha256")));
}

/// Refusal stands behind "Asetukset", and the trackers obey: nothing is told where nothing was accepted.
#[test]
fn home_care_that_asks_in_two_layers_and_obeys() {
    let sites = serve();
    let report = sites.audit("www.kotihoiva.example", &[]);
    assert_eq!(told(&report), sites.received(&report, "kotihoiva.example"), "{:#?}", report.gaps);
    assert!(!report.sightings.is_empty());
    assert!(report.sightings.iter().all(|s| s.consent == Some(facts::Consent::Accept)), "{:#?}", report.sightings);
    let answered = |name: &str| report.runs.iter().any(|r| r.steps.iter().any(|s| s.name == name && s.ok));
    assert!(answered("consent reject") && answered("consent accept"));
    let found = rules(&report);
    assert!(found.iter().all(|(rule, _)| !["after-refusal", "before-consent", "consent-ignored"].contains(rule)));
    for recipient in ["seurantaverkko.example", "kohdennus.example"] {
        assert!(found.contains(&("undeclared-personal-data", recipient)), "{recipient} in {found:?}");
    }
}

/// The same value went into two fields, and only the second is read: the sighting names both, the behaviour the one.
#[test]
fn an_association_that_asks_for_the_address_twice() {
    let sites = serve();
    let report = sites.audit("medlem.foreningen.example", &["--consent", "none"]);
    assert_eq!(told(&report), sites.received(&report, "foreningen.example"), "{:#?}", report.gaps);
    assert!(!report.sightings.is_empty(), "{:#?}", report.gaps);
    for sighting in &report.sightings {
        assert_eq!(sighting.fields().collect::<Vec<_>>(), ["#epost", "#epost2"]);
    }
    let read =
        report.behaviours.iter().filter(|b| b.what == facts::Deed::FieldRead && b.script.contains("andrafaltet"));
    assert_eq!(read.map(|b| b.field.as_str()).collect::<BTreeSet<_>>(), ["#epost2"].into());
    let finding = report.findings.iter().find(|f| f.rule == "undeclared-personal-data").expect("a finding");
    let fact = |name: &str| finding.facts.get(name).map(String::as_str);
    assert_eq!((fact("how"), fact("fields")), (Some("automatic"), Some("#epost, #epost2")));
}
