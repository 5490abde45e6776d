use super::{client::Client, lab};
use crate::{CDP, PIXEL_ID, PIXEL_RECEIVER, PIXEL_SCRIPTS, SERVICE};
use hyper::Method;
use serde_json::Value;

async fn config(client: &mut Client, id: &str) -> String {
    let path = format!("/signals/config/{id}?v=2.9.156&r=stable&domain={SERVICE}");
    client.ask(PIXEL_SCRIPTS, Method::GET, &path, "", Vec::new()).await.text
}

#[tokio::test]
async fn the_configuration_follows_the_switch() {
    let lab = lab().await;
    let mut client = Client::new(&lab);
    let set = format!(r#"config.set("{PIXEL_ID}","automaticMatching",{{"selectedMatchKeys":["em","ph","#);
    let opt_in = format!(r#"instance.optIn("{PIXEL_ID}","AutomaticMatching",true)"#);
    let on = config(&mut client, PIXEL_ID).await;
    assert!(on.contains(&set) && on.contains(&opt_in), "{on}");
    lab.set_matching(false);
    let off = config(&mut client, PIXEL_ID).await;
    assert!(!off.to_lowercase().contains("automaticmatching"), "{off}");
    assert!(off.contains("InferredEvents"), "clicks are still told");
    lab.set_matching(true);
    assert_eq!(config(&mut client, PIXEL_ID).await, on);
}

#[tokio::test]
async fn an_unknown_pixel_id_has_nothing_switched_on_and_no_script_slips_in() {
    let lab = lab().await;
    let mut client = Client::new(&lab);
    let unknown = config(&mut client, "111").await;
    assert!(unknown.contains("configLoaded(\"111\")") && !unknown.contains("optIn"), "{unknown}");
    let odd = client.ask(PIXEL_SCRIPTS, Method::GET, "/signals/config/1%22);alert(1", "", Vec::new()).await;
    assert_eq!(odd.status, 404);
}

#[tokio::test]
async fn the_platform_says_off_whatever_the_pixel_says() {
    let lab = lab().await;
    let mut client = Client::new(&lab);
    for matching in [true, false] {
        lab.set_matching(matching);
        let settings = client.ask(CDP, Method::GET, "/v1/projects/vm-4c1e/settings", "", Vec::new()).await.text;
        let settings: Value = serde_json::from_str(&settings).expect("JSON");
        let pixel = &settings["destinations"]["pixel"];
        assert_eq!((&pixel["automaticMatching"], &pixel["id"]), (&"off".into(), &PIXEL_ID.into()));
        assert_eq!(settings["privacy"]["hashIdentifiers"], true);
    }
}

const FIELDS: &str = "id=280520170522001&ev=SubscribedButtonClick&es=automatic&dl=https%3A%2F%2Fapp.vardmote.example%2Finvite\
    &udff%5Bph%5D=aa&udff%5Bem%5D=bb&ud%5Bfn%5D=cc";

#[tokio::test]
async fn the_receiver_keeps_what_came_however_it_was_packed() {
    let lab = lab().await;
    let mut client = Client::new(&lab);
    let get = client.ask(PIXEL_RECEIVER, Method::GET, &format!("/tr/?{FIELDS}"), "", Vec::new()).await;
    assert_eq!((get.status, get.kind.as_str()), (200, "image/gif"));
    let form = "application/x-www-form-urlencoded";
    client.ask(PIXEL_RECEIVER, Method::POST, "/tr/", form, FIELDS.into()).await;
    let parts: String = url::form_urlencoded::parse(FIELDS.as_bytes())
        .map(|(name, value)| format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"))
        .collect();
    let multipart = format!("{parts}--edge--\r\n").into_bytes();
    client.ask(PIXEL_RECEIVER, Method::POST, "/tr/", "multipart/form-data; boundary=edge", multipart).await;

    let received = lab.received();
    let ways: Vec<_> = received.iter().map(|r| (r.method.as_str(), r.encoding.as_str())).collect();
    assert_eq!(ways, [("GET", "query"), ("POST", "urlencoded"), ("POST", "multipart")]);
    for hit in &received {
        assert_eq!((hit.event.as_str(), hit.pixel.as_str()), ("SubscribedButtonClick", PIXEL_ID));
        assert_eq!(hit.page, "https://app.vardmote.example/invite");
        let keys: Vec<_> = hit.match_keys.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        assert_eq!(keys, [("em", "bb"), ("ph", "aa")], "{}", hit.encoding);
        assert_eq!(hit.given["fn"], "cc");
        assert_eq!(hit.fields.len(), 7);
    }
    assert_eq!(received[0].url, format!("https://{PIXEL_RECEIVER}/tr/?{FIELDS}"), "as it was on the wire");
}

#[tokio::test]
async fn broken_multipart_is_refused_and_not_counted() {
    let lab = lab().await;
    let mut client = Client::new(&lab);
    let kind = "multipart/form-data; boundary=edge";
    let answer = client.ask(PIXEL_RECEIVER, Method::POST, "/tr/", kind, b"--edge\r\nno end".to_vec()).await;
    assert_eq!(answer.status, 400);
    assert!(lab.received().is_empty());
}
