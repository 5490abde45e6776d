//! Mail goes out here and nowhere else: encrypted unless the relay is on this machine, the password from a file or the
//! environment, and no error with an address or a password in it.
//!
//! Certificates are believed as the system believes them; `SSL_CERT_FILE` names others (a relay with an authority of its
//! own).

use lettre::message::header::{ContentType, MIME_VERSION_1_0};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{Error, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use respond::{Encryption, Smtp};
use std::time::Duration;
use url::Url;

/// Holds the relay's password, where it is not in a file.
const PASSWORD: &str = "SLUSS_SMTP_PASSWORD";
const LONGEST: Duration = Duration::from_secs(20);

/// A mail server that takes our mail.
pub struct Relay(AsyncSmtpTransport<Tokio1Executor>);

/// One mail, in plain text.
pub struct Mail<'a> {
    pub from: &'a str,
    pub to: &'a str,
    pub subject: String,
    pub text: String,
    /// The same at every attempt, so that mail servers know it again.
    pub id: &'a str,
}

impl Relay {
    /// As the organisation's settings name it.
    pub fn of(smtp: &Smtp) -> Result<Self, String> {
        let password = match (&smtp.password_file, smtp.user.is_empty()) {
            (_, true) => None,
            (Some(file), _) => Some(secret(file)?),
            (None, _) => Some(std::env::var(PASSWORD).map_err(|_| format!("`{PASSWORD}` is not set"))?),
        };
        let tls = smtp.tls.unwrap_or(if is_here(&smtp.host) { Encryption::None } else { Encryption::Starttls });
        Self::new(&smtp.host, smtp.port, tls, password.map(|p| (smtp.user.clone(), p)))
    }

    /// `smtp://user:password@host:587` (STARTTLS; in the clear on this machine only) or `smtps://host`.
    pub fn at(address: &str) -> Result<Self, String> {
        let wrong = || "the mail server is not named as smtp://host:port or smtps://host".to_owned();
        let url = Url::parse(address).map_err(|_| wrong())?;
        let host = url.host_str().ok_or_else(wrong)?.trim_matches(['[', ']']);
        let tls = match url.scheme() {
            "smtps" => Encryption::Implicit,
            "smtp" if is_here(host) => Encryption::None,
            "smtp" => Encryption::Starttls,
            _ => return Err(wrong()),
        };
        let login = url.password().map(|password| (decoded(url.username()), decoded(password)));
        Self::new(host, url.port(), tls, login)
    }

    fn new(host: &str, port: Option<u16>, tls: Encryption, login: Option<(String, String)>) -> Result<Self, String> {
        if tls == Encryption::None && login.is_some() && !is_here(host) {
            return Err("a password is not sent to another machine without encryption".to_owned());
        }
        let parameters = || TlsParameters::new(host.to_owned()).map_err(|_| "encryption cannot be set up".to_owned());
        let (tls, usual) = match tls {
            Encryption::None => (Tls::None, SMTP_PORT),
            Encryption::Starttls => (Tls::Required(parameters()?), SUBMISSION_PORT),
            Encryption::Implicit => (Tls::Wrapper(parameters()?), SUBMISSIONS_PORT),
        };
        let builder =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host).port(port.unwrap_or(usual)).tls(tls);
        let builder = builder.timeout(Some(LONGEST));
        Ok(Self(match login {
            Some((user, password)) => builder.credentials(Credentials::new(user, password)).build(),
            None => builder.build(),
        }))
    }

    pub async fn send(&self, mail: Mail<'_>) -> Result<(), String> {
        let message = Message::builder()
            .from(mail.from.parse().map_err(|_| "the sender is no mail address")?)
            .to(mail.to.parse().map_err(|_| "a receiver is no mail address")?)
            .message_id(Some(format!("<{}@sluss.invalid>", prove::Digest::of(mail.id.as_bytes()))))
            .subject(mail.subject)
            .header(MIME_VERSION_1_0)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text)
            .map_err(|e| e.to_string())?;
        self.0.send(message).await.map(drop).map_err(|e| why(&e))
    }
}

/// What a server says may hold addresses: its code is told, its text is not.
fn why(error: &Error) -> String {
    let about = |text: &str| std::error::Error::source(error).is_some_and(|s| format!("{s:?}").contains(text));
    match error.status() {
        Some(code) => format!("the mail server answered {code}"),
        None if error.is_timeout() => "the mail server does not answer".to_owned(),
        None if error.is_tls() || about("Certificate") => "the mail server's certificate is not believed".to_owned(),
        None if error.is_client() => format!("the mail server does not offer what is asked of it: {error}"),
        None => "the mail server cannot be reached".to_owned(),
    }
}

/// Whether mail can be sent to it at all.
pub fn is_address(text: &str) -> bool {
    text.parse::<lettre::message::Mailbox>().is_ok()
}

/// What a file holds for nobody's eyes, without the line's end.
pub fn secret(file: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("`{file}` cannot be read: {e}"))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// This machine.
pub fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Whether what is sent to this address is read by nobody on the way: encrypted, or on this machine.
pub fn is_sheltered(address: &str) -> bool {
    let url = Url::parse(address);
    url.is_ok_and(|u| u.scheme() == "https" || u.host_str().is_some_and(|h| is_here(h.trim_matches(['[', ']']))))
}

fn decoded(text: &str) -> String {
    let plain = format!("x={}", text.replace('+', "%2B"));
    url::form_urlencoded::parse(plain.as_bytes()).next().map(|(_, v)| v.into_owned()).unwrap_or_default()
}
