//! A mail server that keeps what it gets in memory: enough of RFC 5321 for a client that behaves.

use crate::{Mail, Replica};
use jiff::Timestamp;
use mail_parser::MessageParser;
use std::{
    io,
    sync::{Arc, atomic::Ordering},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufStream},
    net::{TcpListener, TcpStream},
};

/// Longest line and longest message (RFC 5321, 4.5.3.1.6 asks for 1000; the rest is generous).
const LINE: usize = 4096;
const MESSAGE: usize = 1 << 20;

pub(crate) async fn serve(listener: TcpListener, replica: Arc<Replica>) {
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            // A client that hangs up in the middle has sent no mail; there is nothing to keep.
            tokio::spawn(converse(BufStream::new(stream), replica.clone()));
        }
    }
}

async fn converse(mut stream: BufStream<TcpStream>, replica: Arc<Replica>) -> io::Result<()> {
    let mut to = Vec::new();
    say(&mut stream, "220 mail.vardmote.example ESMTP").await?;
    while let Some(line) = read_line(&mut stream).await? {
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say(&mut stream, "250-mail.vardmote.example\r\n250-8BITMIME\r\n250 SMTPUTF8").await?,
            "HELO" | "MAIL" | "NOOP" => say(&mut stream, "250 OK").await?,
            "RCPT" if replica.sinks.refuse_mail.load(Ordering::Relaxed) => say(&mut stream, "451 try later").await?,
            "RCPT" => {
                to.extend(address(&line));
                say(&mut stream, "250 OK").await?;
            }
            "RSET" => {
                to.clear();
                say(&mut stream, "250 OK").await?;
            }
            "DATA" if to.is_empty() => say(&mut stream, "503 no recipient").await?,
            "DATA" => {
                say(&mut stream, "354 end with a line that holds only a dot").await?;
                let message = read_message(&mut stream).await?;
                replica.sinks.mails.push(mail(std::mem::take(&mut to), &message));
                say(&mut stream, "250 OK").await?;
            }
            "QUIT" => return say(&mut stream, "221 bye").await,
            _ => say(&mut stream, "502 not known here").await?,
        }
    }
    Ok(())
}

async fn say(stream: &mut BufStream<TcpStream>, line: &str) -> io::Result<()> {
    stream.write_all(line.as_bytes()).await?;
    stream.write_all(b"\r\n").await?;
    stream.flush().await
}

async fn read_line(stream: &mut BufStream<TcpStream>) -> io::Result<Option<String>> {
    let bytes = read_raw(stream).await?;
    Ok((!bytes.is_empty()).then(|| String::from_utf8_lossy(&bytes).trim_end().to_owned()))
}

async fn read_raw(stream: &mut BufStream<TcpStream>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.read_until(b'\n', &mut bytes).await?;
    if bytes.len() > LINE { Err(io::Error::other("line too long")) } else { Ok(bytes) }
}

async fn read_message(stream: &mut BufStream<TcpStream>) -> io::Result<Vec<u8>> {
    let mut message = Vec::new();
    loop {
        let line = read_raw(stream).await?;
        match line.as_slice() {
            [] => return Err(io::ErrorKind::UnexpectedEof.into()),
            b".\r\n" | b".\n" => return Ok(message),
            // RFC 5321, 4.5.2: a leading dot was doubled by the sender.
            [b'.', rest @ ..] => message.extend_from_slice(rest),
            line => message.extend_from_slice(line),
        }
        if message.len() > MESSAGE {
            return Err(io::Error::other("message too long"));
        }
    }
}

/// `RCPT TO:<a@example.com> NOTIFY=NEVER` → `a@example.com`.
fn address(line: &str) -> Option<String> {
    let (_, rest) = line.split_once('<')?;
    rest.split_once('>').map(|(address, _)| address.to_owned())
}

fn mail(to: Vec<String>, message: &[u8]) -> Mail {
    let parsed = MessageParser::default().parse(message);
    let subject = parsed.as_ref().and_then(|m| m.subject()).unwrap_or_default().to_owned();
    let text = parsed.as_ref().and_then(|m| m.body_text(0)).unwrap_or_default().replace("\r\n", "\n");
    Mail { at: Timestamp::now(), to, subject, text }
}
