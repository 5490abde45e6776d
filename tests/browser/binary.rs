//! The program itself in a real browser: exit codes, formats, and how long it takes.

use facts::Report;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// Audits the replica; English, whatever the machine speaks.
fn audit(dir: &Path, lab: &lab::Lab, arguments: &[&str]) -> Output {
    let mut command = Command::new(tests::sluss());
    command.args(["audit", &lab.start_url(), "--insecure", "--out", "o"]).args(arguments).current_dir(dir);
    for r in lab.resolve() {
        command.args(["--resolve", &format!("{}:{}:{}:{}", r.host, r.port, r.to_host, r.to_port)]);
    }
    command.env("SLUSS_LANG", "en").env("SLUSS_DATA", dir.join("data")).output().expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recorded_step_whose_element_is_not_there_is_told_with_line_and_nearest() {
    let (dir, lab) = (tempfile::tempdir().unwrap(), lab::start(lab::Options::default()).await.unwrap());
    let steps = format!(
        "{{\n \"title\": \"t\",\n \"steps\": [\n  {{\"type\": \"navigate\", \"url\": \"{}login\"}},\n  {{\"type\": \
         \"click\", \"timeout\": 1500, \"selectors\": [[\"#emial\"]], \"offsetX\": 1, \"offsetY\": 1}}\n ]\n}}\n",
        lab.start_url()
    );
    std::fs::write(dir.path().join("j.json"), steps).unwrap();
    let output = audit(dir.path(), &lab, &["--recording", "j.json", "--consent", "none", "--format", "json"]);
    let words = said(&output);
    assert_eq!(output.status.code(), Some(2), "{words}");
    for phrase in ["j.json:5", "matches #emial", "is #email"] {
        assert!(words.contains(phrase), "{phrase}: {words}");
    }
    let report: Report = serde_json::from_slice(&output.stdout).expect("the report stands all the same");
    assert!(!report.runs[0].steps.last().unwrap().ok && dir.path().join("o/report.html").exists());
    lab.stop().await;
}

/// In every language of the report, what could not be seen has words.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gaps_and_a_list_of_trackers_stand_in_the_report_in_words() {
    let (dir, lab) = (tempfile::tempdir().unwrap(), lab::start(lab::Options::default()).await.unwrap());
    std::fs::write(dir.path().join("own.txt"), "! Title: Own list\n||bildlager.example^\n").unwrap();
    let arguments = ["--filter-list", "own.txt", "--proxy", "--consent", "none,accept", "--pages", "3", "--lang", "sv"];
    let output = audit(dir.path(), &lab, &arguments);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let report: Report = serde_json::from_slice(&output.stdout).unwrap();
    assert!(!report.gaps.is_empty());
    for gap in &report.gaps {
        assert!(paper::gaps::is_known(gap), "no words for {gap:?}");
    }
    let row = report.recipients.iter().find(|r| r.id == "bildlager.example").unwrap();
    assert_eq!(row.listed.as_deref(), Some("Own list"));
    let html = std::fs::read_to_string(dir.path().join("o/report.html")).unwrap();
    assert!(html.contains("en spårare enligt listan ”Own list”"));
    let har = std::fs::read_to_string(dir.path().join("o/capture.har")).unwrap();
    assert!(har.contains("\"proxy\""), "what the proxy saw is told of each request");
    lab.stop().await;
}

/// `make overhead`, with `--release` and nothing else running: one page of the replica, looked at.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures: run it alone"]
async fn a_page_of_the_replica_is_audited_in_under_three_seconds() {
    let lab = lab::start(lab::Options::default()).await.unwrap();
    for consents in ["none", "none,reject,accept"] {
        let mut took = Vec::new();
        for _ in 0..5 {
            let (dir, began) = (tempfile::tempdir().unwrap(), Instant::now());
            let output = audit(dir.path(), &lab, &["--mode", "observe", "--pages", "1", "--consent", consents]);
            took.push(began.elapsed());
            assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        }
        took.sort();
        println!(
            "one page of the replica, observed, consent {consents}: median {:.2} s, worst {:.2} s",
            took[2].as_secs_f64(),
            took[4].as_secs_f64()
        );
        assert!(took[2] < Duration::from_secs(3), "{took:?}");
    }
    lab.stop().await;
}
