//! The same over a real socket: binding, serving, stopping.

use super::sample::{Sample, now};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

async fn ask(address: std::net::SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.expect("the site listens");
    stream.write_all(request.as_bytes()).await.expect("a request is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer comes");
    answer
}

fn get(path: &str, host: &str, cookie: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n")
}

#[tokio::test]
async fn it_serves_on_the_listener_it_is_given_until_it_is_stopped() {
    let sample = Sample::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let base = format!("http://{address}");
    let link = crate::login_link(&sample.site.db, &base, "berit", now()).await.unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(crate::serve(sample.site.clone(), listener, async { stopped.await.unwrap_or(()) }));

    let host = address.to_string();
    let asked = ask(address, &get(link.strip_prefix(&base).unwrap(), &host, "")).await;
    assert!(asked.starts_with("HTTP/1.1 200") && asked.contains("action=\"/login\""), "{asked}");
    let token = format!("token={}", link.rsplit('/').next().unwrap());
    let head = "Content-Type: application/x-www-form-urlencoded\r\nConnection: close";
    let press =
        format!("POST /login HTTP/1.1\r\nHost: {host}\r\n{head}\r\nContent-Length: {}\r\n\r\n{token}", token.len());
    let welcome = ask(address, &press).await;
    assert!(welcome.starts_with("HTTP/1.1 303"), "{welcome}");
    let cookie = welcome.lines().find_map(|l| l.strip_prefix("set-cookie: ")).unwrap().split(';').next().unwrap();
    assert!(cookie.starts_with(&format!("sluss-{}=", address.port())), "two sites on one host do not share a cookie");
    assert!(ask(address, &get("/", &host, cookie)).await.starts_with("HTTP/1.1 200"));
    assert!(ask(address, &get("/", "evil.example", cookie)).await.starts_with("HTTP/1.1 421"));

    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}
