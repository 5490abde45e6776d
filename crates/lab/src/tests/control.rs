use super::{lab, registered};
use crate::{Lab, PIXEL_ID};
use http_body_util::{BodyExt, Full};
use hyper::{Request, body::Bytes};
use hyper_util::rt::TokioIo;

async fn ask(lab: &Lab, request: hyper::http::request::Builder, body: &'static str) -> (u16, String) {
    let url = url::Url::parse(&lab.control_url()).expect("an address");
    let address = format!("{}:{}", url.host_str().expect("a host"), url.port().expect("a port"));
    let stream = tokio::net::TcpStream::connect(&address).await.expect("the control page listens");
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    tokio::spawn(connection);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Full::new(Bytes::from_static(body.as_bytes()))).expect("a request");
    let response = sender.send_request(request).await.expect("an answer");
    let status = response.status().as_u16();
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn both_switches_turn_on_a_running_lab() {
    let lab = lab().await;
    let post = || Request::post("/switches").header("host", "127.0.0.1:9");
    assert_eq!(ask(&lab, post(), "matching=false").await.0, 303);
    assert_eq!(ask(&lab, post().header("origin", "http://127.0.0.1:9"), "consent_gate=true").await.0, 303);
    let switches = lab.switches();
    assert_eq!((switches.matching[PIXEL_ID], switches.consent_gate), (false, true));
}

#[tokio::test]
async fn the_page_shows_the_sinks_in_three_languages_and_can_empty_them() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    carer.post("/invite", &[("by", "mail"), ("recipient-email", "gast.tva@example.org")]).await;
    carer.post("/invite", &[("by", "sms"), ("recipient-phone", "070-174 06 21")]).await;
    for (tag, heading) in [("sv", "Labbets facit"), ("fi", "Laboratorion totuus"), ("en", "The lab’s ground truth")] {
        let get = Request::get(format!("/?lang={tag}")).header("host", "localhost");
        let (status, page) = ask(&lab, get, "").await;
        assert_eq!(status, 200);
        for shown in [heading, "gast.tva@example.org", "070-174 06 21", "host-resolver-rules"] {
            assert!(page.contains(shown), "{tag}: {shown}");
        }
    }
    assert_eq!(ask(&lab, Request::post("/clear").header("host", "localhost"), "").await.0, 303);
    assert!(lab.mails().is_empty() && lab.sms().is_empty());
}

#[tokio::test]
async fn the_truth_is_there_for_programs() {
    let lab = lab().await;
    let (status, text) = ask(&lab, Request::get("/truth.json").header("host", "127.0.0.1"), "").await;
    let truth: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(status, 200);
    assert_eq!(truth["switches"]["matching"][PIXEL_ID], true);
    assert_eq!(truth["received"], serde_json::json!([]));
}

#[tokio::test]
async fn other_sites_and_borrowed_names_turn_nothing() {
    let lab = lab().await;
    let other = Request::post("/switches").header("host", "127.0.0.1:9").header("origin", "https://evil.example");
    assert_eq!(ask(&lab, other, "matching=false").await.0, 403);
    let borrowed = Request::get("/truth.json").header("host", "rebound.example");
    assert_eq!(ask(&lab, borrowed, "").await.0, 403);
    assert!(lab.switches().matching[PIXEL_ID]);
}
