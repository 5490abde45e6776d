//! Reminders over TLS, to real receivers on this machine: both kinds of SMTP encryption, and a webhook over https.

use crate::sinks::{Sink, certificate, sink};
use crate::{run, stderr, stdout};
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::{TempDir, tempdir};
use tests::sluss;

const PASSWORD: &str = "kort-hemlighet";
/// `sluss` and the password as `AUTH PLAIN` sends them (RFC 4616), Base64.
const LOGIN: &str = "AHNsdXNzAGtvcnQtaGVtbGlnaGV0";
const TOKEN: &str = "en-annan-hemlighet";

/// A register with one case whose deadline passed long ago: it calls for a reminder.
fn overdue() -> TempDir {
    let dir = tempdir().unwrap();
    let case = |args: &[&str]| run(dir.path(), &[&["case", "--register", "r.db", "--as", "Anna"], args].concat());
    let id = stdout(&case(&["open", "--title", "Letter", "--suspected", "2026-03-02T09:00"])).trim().to_owned();
    assert_eq!(case(&["aware", &id, "--at", "2026-03-02T10:00", "--reason", "x"]).status.code(), Some(0));
    dir
}

/// Sets the reminders and sends what is due; counts on stdout, and all that was said.
fn remind(dir: &Path, reminders: &str, trusted: Option<&str>, secrets: bool) -> (String, String) {
    let head = "schema = \"sluss/organisation/1\"\nname = \"Example School\"\ncountry = \"SE\"\n[reminders]\n";
    fs::write(dir.join("o.toml"), format!("{head}{reminders}")).unwrap();
    let set = run(dir, &["case", "--register", "r.db", "--as", "Anna", "settings", "o.toml"]);
    assert_eq!(set.status.code(), Some(0), "{}", stderr(&set));
    let mut command = Command::new(sluss());
    command.args(["case", "--register", "r.db", "--as", "Anna", "remind"]).current_dir(dir).env("SLUSS_LANG", "en");
    command.env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR");
    if let Some(pem) = trusted {
        fs::write(dir.join("authority.pem"), pem).unwrap();
        command.env("SSL_CERT_FILE", dir.join("authority.pem"));
    }
    if secrets {
        command.env("SLUSS_SMTP_PASSWORD", PASSWORD).env("SLUSS_WEBHOOK_TOKEN", TOKEN);
    }
    let output = command.output().expect("the program runs");
    (stdout(&output), stderr(&output))
}

#[test]
fn mail_goes_out_encrypted_both_ways_and_the_password_is_kept_out_of_sight() {
    let (pem, config) = certificate();
    for (kind, tls) in [(Sink::MailStarttls, "starttls"), (Sink::Mail, "implicit")] {
        let dir = overdue();
        let (port, mails) = sink(kind, Some(config.clone()));
        fs::write(dir.path().join("password"), format!("{PASSWORD}\n")).unwrap();
        let reminders = format!(
            "email = [\"dso@example.se\"]\n[reminders.smtp]\nhost = \"localhost\"\nport = {port}\n\
             from = \"sluss@example.se\"\ntls = \"{tls}\"\nuser = \"sluss\"\npassword_file = \"password\"\n"
        );
        let (sent, said) = remind(dir.path(), &reminders, Some(&pem), false);
        assert!(sent.contains("\"sent\": 1"), "{tls}: {sent}{said}");
        let mail = mails.recv().unwrap();
        let (clear, encrypted) = mail.split_once("-- encrypted --\n").unwrap();
        assert!(!clear.contains("AUTH") && !clear.contains("MAIL FROM"), "{tls}: {clear}");
        assert!(encrypted.contains(&format!("AUTH PLAIN {LOGIN}")), "{tls}: {encrypted}");
        assert!(encrypted.contains("MIME-Version: 1.0") && encrypted.contains("dso@example.se"), "{tls}: {encrypted}");
        assert!(!format!("{sent}{said}").contains(PASSWORD));
        let register = fs::read(dir.path().join("r.db")).unwrap();
        assert!(!register.windows(PASSWORD.len()).any(|w| w == PASSWORD.as_bytes()), "settings are kept for ever");
    }
}

#[test]
fn a_relay_without_a_believed_certificate_or_without_encryption_gets_nothing() {
    let dir = overdue();
    let (_, config) = certificate();
    let (port, mails) = sink(Sink::Mail, Some(config));
    let relay = |host: &str, tls: &str, port: u16| {
        format!(
            "email = [\"dso@example.se\"]\n[reminders.smtp]\nhost = \"{host}\"\nport = {port}\n\
             from = \"sluss@example.se\"\ntls = \"{tls}\"\nuser = \"sluss\"\n"
        )
    };
    let (sent, said) = remind(dir.path(), &relay("localhost", "implicit", port), None, true);
    assert!(sent.contains("\"failed\": 1"), "{sent}{said}");
    assert!(!mails.recv().unwrap().contains("AUTH"), "no password for a stranger");
    // A relay that offers no encryption when it was asked for.
    let (clear, mails) = sink(Sink::Mail, None);
    let dir = overdue();
    let (sent, said) = remind(dir.path(), &relay("localhost", "starttls", clear), None, true);
    assert!(sent.contains("\"failed\": 1"), "{sent}{said}");
    assert!(!mails.recv().unwrap().contains("AUTH"));
    // In the clear to another machine: not even tried.
    let dir = overdue();
    let (sent, said) = remind(dir.path(), &relay("mail.example.se", "none", 25), None, true);
    assert!(sent.contains("\"failed\": 1") && !format!("{sent}{said}").contains(PASSWORD), "{sent}{said}");
}

#[test]
fn a_webhook_is_called_over_https_with_its_token() {
    let dir = overdue();
    let (pem, config) = certificate();
    let (port, posts) = sink(Sink::Web, Some(config));
    let hook = format!("webhook = \"https://localhost:{port}/hook?room=1\"\n");
    let (sent, said) = remind(dir.path(), &hook, Some(&pem), true);
    assert!(sent.contains("\"sent\": 1"), "{sent}{said}");
    let post = posts.recv().unwrap();
    assert!(post.contains("POST /hook?room=1") && post.contains("notify-authority"), "{post}");
    assert!(post.contains(&format!("authorization: Bearer {TOKEN}")) && post.contains("idempotency-key"), "{post}");
    assert!(!format!("{sent}{said}").contains(TOKEN));
    // The same receiver, not believed.
    let dir = overdue();
    let (sent, said) = remind(dir.path(), &hook, None, true);
    assert!(sent.contains("\"failed\": 1"), "{sent}{said}");
    assert!(!posts.recv().unwrap().contains(TOKEN));
}
