//! Carries a message to one person and forgets the address: contact details live in memory until they are sent.

use http_body_util::Full;
use hyper::{Request, body::Bytes, header};
use hyper_util::rt::TokioIo;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor, message::header::ContentType};
use std::{fmt, net::SocketAddr};
use tokio::net::TcpStream;

const SENDER: &str = "Vårdmöte <no-reply@vardmote.example>";

/// Where somebody is reached. It has no `Debug` of its value: it must not end in a log.
pub(crate) enum Contact {
    Mail(lettre::Address),
    Phone(String),
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.channel())
    }
}

impl Contact {
    pub fn channel(&self) -> &'static str {
        match self {
            Self::Mail(_) => "mail",
            Self::Phone(_) => "sms",
        }
    }

    /// An address that mail can be sent to; none for anything else.
    pub fn mail(typed: &str) -> Option<Self> {
        typed.trim().parse().ok().map(Self::Mail)
    }

    /// A number that a gateway would take: 7 to 15 digits (E.164), the usual separators, an optional plus.
    pub fn phone(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let digits = typed.chars().filter(char::is_ascii_digit).count();
        let plain =
            typed.char_indices().all(|(i, c)| c.is_ascii_digit() || " -()/.".contains(c) || (i == 0 && c == '+'));
        (plain && (7..=15).contains(&digits)).then(|| Self::Phone(typed.to_owned()))
    }
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum CourierError {
    #[error("the message could not be written: {0}")]
    Message(#[from] lettre::error::Error),
    #[error("the mail server refused: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the SMS gateway cannot be reached: {0}")]
    Gateway(#[from] std::io::Error),
    #[error("the SMS gateway broke off: {0}")]
    Http(#[from] hyper::Error),
    #[error("the SMS gateway answered {0}")]
    Refused(hyper::StatusCode),
}

pub(crate) struct Courier {
    smtp: AsyncSmtpTransport<Tokio1Executor>,
    sender: lettre::message::Mailbox,
    gateway: SocketAddr,
}

impl Courier {
    pub fn new(mail: SocketAddr, gateway: SocketAddr) -> Result<Self, lettre::address::AddressError> {
        // Clear text is right here: the server is a sink on loopback.
        let smtp = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(mail.ip().to_string()).port(mail.port());
        Ok(Self { smtp: smtp.build(), sender: SENDER.parse()?, gateway })
    }

    /// Sends; the contact is consumed and freed whatever comes of it.
    pub async fn send(&self, to: Contact, subject: &str, text: String) -> Result<(), CourierError> {
        match to {
            Contact::Mail(address) => self.mail(address, subject, text).await,
            Contact::Phone(number) => self.text(&number, &text).await,
        }
    }

    async fn mail(&self, to: lettre::Address, subject: &str, text: String) -> Result<(), CourierError> {
        let message = Message::builder()
            .from(self.sender.clone())
            .to(to.into())
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(text)?;
        self.smtp.send(message).await?;
        Ok(())
    }

    async fn text(&self, to: &str, text: &str) -> Result<(), CourierError> {
        let body = serde_json::json!({ "to": to, "text": text }).to_string();
        let request = Request::post("/gateway/sms")
            .header(header::HOST, self.gateway.to_string())
            .header(header::CONTENT_TYPE, "application/json")
            .body(Full::new(Bytes::from(body)))
            .expect("the parts are constants and an address");
        let stream = TcpStream::connect(self.gateway).await?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        let status = sender.send_request(request).await?.status();
        if status.is_success() { Ok(()) } else { Err(CourierError::Refused(status)) }
    }
}
