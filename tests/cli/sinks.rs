//! Receivers on loopback that hand on what they were sent: a mail server, and a web server; in the clear or with TLS.

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

#[derive(Clone, Copy, PartialEq)]
pub enum Sink {
    Mail,
    /// Asks for encryption after the greeting (RFC 3207).
    MailStarttls,
    Web,
}

trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

/// A certificate for `localhost` that vouches for itself, as PEM, and what a server needs of it.
pub fn certificate() -> (String, Arc<ServerConfig>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).unwrap();
    (made.cert.pem(), Arc::new(config))
}

/// Takes connections and hands on what each one sent.
pub fn sink(kind: Sink, tls: Option<Arc<ServerConfig>>) -> (u16, Receiver<String>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            tell.send(taken(kind, stream, tls.clone())).ok();
        }
    });
    (port, told)
}

fn taken(kind: Sink, mut stream: TcpStream, tls: Option<Arc<ServerConfig>>) -> String {
    let before = if kind == Sink::MailStarttls { mail(&mut stream, true) } else { String::new() };
    let mut stream: Box<dyn Stream> = match tls {
        Some(config) => Box::new(StreamOwned::new(ServerConnection::new(config).unwrap(), stream)),
        None => Box::new(stream),
    };
    let took = match kind {
        Sink::Web => post(&mut stream),
        Sink::Mail => mail(&mut stream, false),
        Sink::MailStarttls => talk(&mut stream, false),
    };
    before + "-- encrypted --\n" + &took
}

fn mail(stream: &mut impl Stream, starttls: bool) -> String {
    let greeted = stream.write_all(b"220 sink\r\n");
    if greeted.is_err() { String::new() } else { talk(stream, starttls) }
}

/// Until QUIT, or until the other side starts TLS.
fn talk(stream: &mut impl Stream, starttls: bool) -> String {
    let (mut all, mut in_data) = (String::new(), false);
    while let Some(line) = line(stream) {
        let word = line.trim_end().to_ascii_uppercase();
        let answer = match (in_data, word.split(' ').next().unwrap_or_default()) {
            (true, ".") => "250 ok\r\n",
            (true, _) => "",
            (false, "EHLO") if starttls => "250-sink\r\n250 STARTTLS\r\n",
            (false, "EHLO") => "250-sink\r\n250 AUTH PLAIN\r\n",
            (false, "AUTH") => "235 welcome\r\n",
            (false, "DATA") => "354 go on\r\n",
            (false, "QUIT") => "221 bye\r\n",
            (false, "STARTTLS") => "220 go on\r\n",
            _ => "250 ok\r\n",
        };
        in_data = (in_data && word != ".") || word == "DATA";
        all.push_str(&line);
        if stream.write_all(answer.as_bytes()).is_err() || ["QUIT", "STARTTLS"].contains(&word.as_str()) {
            break;
        }
    }
    all
}

fn line(stream: &mut impl Read) -> Option<String> {
    let (mut line, mut byte) = (Vec::new(), [0]);
    while !line.ends_with(b"\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        line.push(byte[0]);
    }
    String::from_utf8(line).ok()
}

fn post(stream: &mut impl Stream) -> String {
    let (mut head, mut length) = (String::new(), 0);
    while let Some(line) = line(stream).filter(|line| line.len() > 2) {
        let low = line.to_ascii_lowercase();
        length = low.strip_prefix("content-length:").map_or(length, |n| n.trim().parse().unwrap());
        head.push_str(&line);
    }
    let mut body = vec![0; length];
    if stream.read_exact(&mut body).is_err() {
        return head;
    }
    stream.write_all(b"HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n").ok();
    head + &String::from_utf8(body).unwrap()
}
