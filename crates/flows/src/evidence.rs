//! What a report stands on beside the recording: written into its folder, sealed with it.

use crate::audit::{Order, Target};
use crate::http::{self, Ways};
use crate::store::Store;
use crate::{Trouble, keys};
use declare::Policy;
use facts::{Gap, MadeWith, Problem, Recording, Report};
use paper::words::Words;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// Below the folder of the audit.
pub const BUNDLE: &str = "bundle.zip";

/// Name below the folder, and bytes.
type File = (String, Vec<u8>);

/// Program, tables and machine: what a verdict depends on besides the recording.
pub fn made_with(filter_list: Option<String>) -> MadeWith {
    MadeWith {
        program: concat!("sluss ", env!("CARGO_PKG_VERSION")).to_owned(),
        tables: judge::Vendors::digest(),
        system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        filter_list,
    }
}

/// Writes the report in all its forms and what it stands on, and seals everything; then has it stamped where that was asked
/// for. A stamp that is not to be had is a gap of the report, which is sealed anew with it, and given back as why not.
pub async fn publish(
    store: &mut Store,
    order: &Order,
    policy: &Policy,
    recording: &Recording,
    report: &mut Report,
    key: &prove::SigningKey,
) -> Result<Option<String>, Trouble> {
    let sealed = seal(store, order, policy, recording, report, key)?;
    let Some(service) = &order.timestamp else { return Ok(None) };
    match stamped(service, order, &sealed).await {
        Ok(stamped) => store.put(&order.out.join(BUNDLE), &stamped).map(|()| None),
        Err(problem) => {
            let why = format!("no time stamp was to be had: {}", problem.message);
            report.gaps.push(Gap::new("the time stamp of the evidence", &why));
            seal(store, order, policy, recording, report, key)?;
            Ok(Some(why))
        }
    }
}

/// Writes everything, the bundle last.
fn seal(
    store: &mut Store,
    order: &Order,
    policy: &Policy,
    recording: &Recording,
    report: &Report,
    key: &prove::SigningKey,
) -> Result<Vec<u8>, Trouble> {
    let mut files = declared(order, policy)?;
    files.extend(configurations(recording, report));
    files.push(("environment.json".to_owned(), environment(order, report)));
    files.extend(papers(order, report));
    for (name, bytes) in &files {
        store.put(&order.out.join(name), bytes)?;
    }
    files.extend(recorded(store, &order.out, report)?);
    let meta = keys::meta(format!("audit of {}", report.start), report.ended.unwrap_or_default());
    let sealed = prove::bundle::seal(files, key, &meta)?;
    store.put(&order.out.join(BUNDLE), &sealed)?;
    Ok(sealed)
}

fn papers(order: &Order, report: &Report) -> Vec<File> {
    let words = Words::new(order.lang);
    let picture = |name: &str| std::fs::read(order.out.join(name)).ok();
    let html = paper::report_html_explained(report, &words, &picture, &detect::explain);
    vec![
        ("report.json".to_owned(), pretty(report)),
        ("report.html".to_owned(), html.into_bytes()),
        ("summary.md".to_owned(), paper::summary(report, &words).into_bytes()),
    ]
}

/// The declaration, its journeys and those that were named beside it, and the acceptances, as they were.
fn declared(order: &Order, policy: &Policy) -> Result<Vec<File>, Trouble> {
    let declaration = match &order.target {
        Target::Declaration(path) => Some(path),
        Target::Address(_) => None,
    };
    let home = declaration.and_then(|path| path.parent()).unwrap_or(Path::new(""));
    let mut paths: Vec<_> =
        declaration.map(|path| ("declaration/sluss.toml".to_owned(), path.clone())).into_iter().collect();
    let recordings = policy.journeys.iter().filter_map(|j| j.recording.as_ref()).map(|r| home.join(r));
    for (n, recording) in recordings.chain(order.recordings.iter().cloned()).enumerate() {
        paths.push((format!("declaration/journey-{}.json", n + 1), recording));
    }
    if let Some(accepted) = crate::accept::file(order).filter(|p| p.exists()) {
        paths.push(("declaration/sluss-accepted.toml".to_owned(), accepted));
    }
    let read = |(name, path): (String, std::path::PathBuf)| {
        std::fs::read(&path).map(|bytes| (name, bytes)).map_err(Trouble::read(&path))
    };
    paths.into_iter().map(read).collect()
}

/// Vendor configurations as they were served.
fn configurations(recording: &Recording, report: &Report) -> Vec<File> {
    let body = |id: &str| recording.exchanges.iter().find(|e| e.id == id)?.response.as_ref()?.body.clone();
    let plain = |text: &str| -> String { text.chars().filter(char::is_ascii_alphanumeric).take(40).collect() };
    let file = |c: &facts::Configuration| {
        let name = format!("configurations/{}-{}-{}.txt", plain(&c.vendor), plain(&c.account), &c.sha256[..8]);
        Some((name, body(&c.exchange)?))
    };
    let mut files: Vec<File> = report.configurations.iter().filter_map(file).collect();
    files.sort();
    files.dedup();
    files
}

fn environment(order: &Order, report: &Report) -> Vec<u8> {
    let resolve = order.resolve.iter().map(|r| format!("{}:{}:{}:{}", r.host, r.port, r.to_host, r.to_port));
    pretty(&json!({
        "schema": "sluss/environment/1",
        "made_with": report.made_with,
        "browser": report.browser,
        "started": report.started,
        "ended": report.ended,
        "asked_for": {
            "mode": order.mode,
            "consents": order.consents,
            "journeys": order.journeys,
            "pages": order.pages,
            "timeout_seconds": order.timeout.as_secs_f64(),
            "insecure": order.insecure,
            "proxy": order.proxy,
            "resolve": resolve.collect::<Vec<_>>(),
            "resolver": order.resolver,
            "user_agent": order.user_agent,
        },
    }))
}

fn pretty(data: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(data).expect("plain data");
    bytes.push(b'\n');
    bytes
}

/// What was written while it was recorded: the recording, and the pictures the report names. Nothing else that happens
/// to lie in the folder.
fn recorded(store: &Store, out: &Path, report: &Report) -> Result<Vec<File>, Trouble> {
    let pictures = report.runs.iter().flat_map(|r| &r.steps).filter_map(|s| s.screenshot.clone());
    let mut names: Vec<String> = std::iter::once("capture.har".to_owned()).chain(pictures).collect();
    names.sort();
    names.dedup();
    let read = |name: String| {
        let path = out.join(&name);
        store.read(&path).map(|bytes| (name, bytes)).map_err(Trouble::read(&path))
    };
    names.into_iter().map(read).collect()
}

/// Has the signature stamped by the service.
async fn stamped(service: &str, order: &Order, bundle: &[u8]) -> Result<Vec<u8>, Problem> {
    let problem = |why: String| Problem::new(facts::Place::source("--timestamp"), "timestamp", why);
    let mut nonce = [0; 8];
    getrandom::fill(&mut nonce).map_err(|error| problem(Trouble::Random(error).to_string()))?;
    let nonce = u64::from_be_bytes(nonce);
    let question = prove::stamp::request(&prove::bundle::imprint(service, bundle)?, nonce);
    let ways = Ways { resolve: &order.resolve, insecure: order.insecure, patience: Duration::from_secs(30) };
    let answer = http::post(service, "application/timestamp-query", question, ways).await;
    let answer = answer.map_err(|why| problem(format!("the time-stamp service cannot be asked: {why}")))?;
    if answer.status != 200 {
        return Err(problem(format!("the time-stamp service answered {}", answer.status)));
    }
    let stamp = prove::stamp::read(service, &answer.body)?;
    if stamp.nonce != Some(nonce) {
        return Err(problem("the time-stamp service answered another question".to_owned()));
    }
    prove::bundle::stamp(service, bundle, &answer.body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Lang;
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    /// Answers every request with this status.
    fn service(status: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let _ = stream.read(&mut [0; 4096]);
                let _ = write!(stream, "HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            }
        });
        format!("http://127.0.0.1:{port}/")
    }

    #[tokio::test]
    async fn evidence_that_cannot_be_written_is_kept_whole() {
        let dir = tempfile::tempdir().unwrap();
        let (target, out) = (Target::Address("https://a.example/".to_owned()), dir.path().join("out"));
        let order = Order::new(target.clone(), out.clone(), dir.path().join("data"));
        let (policy, recording) = (crate::audit::policy(&target).unwrap(), Recording::default());
        let mut report = judge::judge(&policy, &recording, Vec::new(), judge::Vendors::builtin(), None);
        let key = keys::open(&order.data).unwrap();
        std::fs::write(&out, "").unwrap();
        let mut store = Store::patient();
        store.put(&out.join("capture.har"), b"{}").unwrap();
        publish(&mut store, &order, &policy, &recording, &mut report, &key).await.unwrap();
        std::fs::remove_file(&out).unwrap();
        store.flush();
        assert!(out.join("report.json").exists() && out.join("capture.har").exists());
        assert!(prove::bundle::verify("b", &std::fs::read(out.join(BUNDLE)).unwrap()).unwrap().ok);
    }

    #[tokio::test]
    async fn a_recording_named_without_a_declaration_is_sealed_too() {
        let dir = tempfile::tempdir().unwrap();
        let (target, out) = (Target::Address("https://a.example/".to_owned()), dir.path().join("out"));
        let asked = dir.path().join("asked.json");
        std::fs::write(&asked, "{\"steps\": []}").unwrap();
        let recordings = vec![asked];
        let order = Order { recordings, ..Order::new(target.clone(), out.clone(), dir.path().join("data")) };
        let (policy, recording) = (crate::audit::policy(&target).unwrap(), Recording::default());
        let mut report = judge::judge(&policy, &recording, Vec::new(), judge::Vendors::builtin(), None);
        let key = keys::open(&order.data).unwrap();
        let mut store = Store::patient();
        store.put(&out.join("capture.har"), b"{}").unwrap();
        publish(&mut store, &order, &policy, &recording, &mut report, &key).await.unwrap();
        let sealed = prove::bundle::read("b", &std::fs::read(out.join(BUNDLE)).unwrap()).unwrap();
        let journey = sealed.iter().find(|(name, _)| name == "declaration/journey-1.json");
        assert_eq!(journey.map(|(_, bytes)| bytes.as_slice()), Some(&b"{\"steps\": []}"[..]));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_stamp_that_is_not_to_be_had_costs_nothing_but_the_stamp() {
        let mut whys = Vec::new();
        // Nobody listens at port 9.
        for (n, at) in [service("500 x"), service("200 x"), "http://127.0.0.1:9/".to_owned()].into_iter().enumerate() {
            let dir = tempfile::tempdir().unwrap();
            let (target, out) = (Target::Address("https://a.example/".to_owned()), dir.path().to_owned());
            let order = Order { timestamp: Some(at), ..Order::new(target.clone(), out.clone(), out.join("data")) };
            let (policy, recording) = (crate::audit::policy(&target).unwrap(), Recording::default());
            std::fs::write(out.join("capture.har"), b"{}").unwrap();
            let mut report = judge::judge(&policy, &recording, Vec::new(), judge::Vendors::builtin(), None);
            let key = keys::open(&order.data).unwrap();

            let why = publish(&mut Store::default(), &order, &policy, &recording, &mut report, &key)
                .await
                .unwrap()
                .expect("why not");
            let gap = report.gaps.last().expect("a gap");
            assert!(gap.why == why && paper::gaps::is_known(gap), "{gap:?}");
            let written = std::fs::read(out.join("report.json")).unwrap();
            assert!(String::from_utf8_lossy(&written).contains(&why) && out.join("report.html").exists());
            let bundle = std::fs::read(out.join(BUNDLE)).unwrap();
            assert!(prove::bundle::verify("b", &bundle).unwrap().ok, "{n}");
            let sealed = prove::bundle::read("b", &bundle).unwrap();
            assert!(sealed.iter().any(|(name, bytes)| name == "report.json" && *bytes == written), "{n}");
            whys.push(paper::gaps::why(&why, &Words::new(Lang::Sv)));
        }
        assert!(whys[0].contains("svarade 500") && whys[1].contains("inget TimeStampResp"), "{whys:?}");
        assert!(whys[2].contains("kan inte tillfrågas"), "{whys:?}");
    }
}
