//! The emulated pixel in real Chromium: normalisation, digests, which field is what, and what reaches the receiver.

use super::lab;
use crate::{Lab, PIXEL_ID, PIXEL_SCRIPTS};
use serde_json::Value;
use std::{path::Path, process::Stdio, time::Duration};
use tokio::process::Command;

const PATIENCE: Duration = Duration::from_secs(60);

/// Opens a local page and returns its document once it has settled.
async fn dump(page: &Path, profile: &Path, lab: Option<&Lab>) -> String {
    let rules: Vec<String> = lab.map(Lab::resolve).unwrap_or_default().iter().map(rule).collect();
    let chromium = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"])
        .args(["--disable-background-networking", "--disable-component-update", "--ignore-certificate-errors"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--host-resolver-rules={}", rules.join(", ")))
        .args(["--virtual-time-budget=4000", "--dump-dom"])
        .arg(format!("file://{}", page.display()))
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .output();
    let done = tokio::time::timeout(PATIENCE, chromium).await.expect("Chromium ends in time");
    String::from_utf8(done.expect("`chromium` is installed").stdout).expect("UTF-8")
}

fn rule(resolve: &facts::Resolve) -> String {
    format!("MAP {}:{} {}:{}", resolve.host, resolve.port, resolve.to_host, resolve.to_port)
}

/// What the page wrote into `<pre id="out">` as JSON.
fn out(document: &str) -> Value {
    let from = document.find("<pre id=\"out\">").expect("an answer") + 14;
    let text = document[from..].split("</pre>").next().expect("an end");
    serde_json::from_str(&text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).expect("JSON")
}

/// (key, typed, what is hashed): the Meta rows of shared/facts/wire-formats.md.
const VECTORS: [(&str, &str, &str); 20] = [
    ("em", "  Anna.Oberg+Mote@Example.COM ", "anna.oberg+mote@example.com"),
    ("em", "not an address", ""),
    ("ph", "070-123 45 67", "701234567"),
    ("ph", "+46 70 123 45 67", "46701234567"),
    ("ph", "0046 (0)70 123 45 67", "460701234567"),
    ("ph", "08-123 456 vx", "8123456"),
    ("ph", "a1b2c3", "123"),
    ("fn", "Anna-Karin", "annakarin"),
    ("ln", "Öberg Svensson", "öbergsvensson"),
    ("ln", "O’Brien, Jr.", "obrienjr"),
    ("ct", "Malmö", "malm"),
    ("ct", "Östra Ljungby", "straljungby"),
    ("st", "Skåne", "sk"),
    ("zp", "211 22", "211 22"),
    ("zp", "SW1A-2AA", "sw1a"),
    ("ge", "Kvinna", "k"),
    ("db", "1964-06-05", "19640605"),
    ("country", "SE", "se"),
    ("external_id", " AB12 ", "ab12"),
    ("fn", " ", ""),
];

/// (markup of one field, key it is taken for).
const TAKEN: [(&str, Option<&str>); 14] = [
    ("<input id='recipient-phone' type='tel' value='1'>", Some("ph")),
    ("<input name='recipient-email' value='1'>", Some("em")),
    ("<input name='note' value='a@example.com'>", Some("em")),
    ("<input type='hidden' name='contact[_token]' value='1f'>", Some("ph")),
    ("<input type='hidden' name='state_1' value='x'>", Some("st")),
    ("<input placeholder='First name' value='x'>", Some("fn")),
    ("<input id='last-name' value='x'>", Some("ln")),
    ("<input name='ssn_phone' value='1'>", None),
    ("<input name='social-phone' value='1'>", None),
    ("<input name='card-first-name' value='x'>", None),
    ("<input type='password' name='email' value='x'>", None),
    ("<input name='organisation' value='x'>", None),
    ("<input name='cvv' type='tel' value='1'>", None),
    ("<select name='country'><option>SE</option></select>", Some("country")),
];

#[tokio::test]
async fn typed_values_become_what_the_vendor_hashes() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("pixel.js"), include_str!("../../assets/pixel.js")).expect("written");
    let vectors: Vec<_> = VECTORS.iter().map(|(key, typed, _)| (key, typed)).collect();
    let taken: Vec<_> = TAKEN.iter().map(|(markup, _)| markup).collect();
    let script = format!(
        "var e = fbq.emulated, vectors = {}, taken = {}, box = document.createElement('div');
         document.getElementById('out').textContent = JSON.stringify({{
           values: vectors.map(function (v) {{ return e.normalise[v[0]](v[1]); }}),
           keys: taken.map(function (m) {{ box.innerHTML = m; return e.keyOf(box.firstChild); }}),
           digests: ['', 'abc', 'öbergsvensson', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'å'.repeat(500)].map(e.sha256)
         }});",
        serde_json::to_string(&vectors).expect("JSON"),
        serde_json::to_string(&taken).expect("JSON"),
    );
    let page = folder.path().join("page.html");
    let stub = "window.fbq = function () {}; fbq.queue = [];";
    let html = format!(
        "<meta charset=utf-8><pre id=out></pre><script>{stub}</script><script src=pixel.js></script><script>{script}</script>"
    );
    std::fs::write(&page, html).expect("written");
    let found = out(&dump(&page, &folder.path().join("profile"), None).await);

    let expected: Vec<_> = VECTORS.iter().map(|(_, _, hashed)| *hashed).collect();
    assert_eq!(found["values"], serde_json::json!(expected));
    let expected: Vec<_> = TAKEN.iter().map(|(_, key)| *key).collect();
    assert_eq!(found["keys"], serde_json::json!(expected));
    let texts = ["".into(), "abc".into(), "öbergsvensson".into(), "a".repeat(55), "a".repeat(56), "a".repeat(64)];
    let expected: Vec<_> = texts.into_iter().chain(["å".repeat(500)]).map(|text: String| hex(&text)).collect();
    assert_eq!(found["digests"], serde_json::json!(expected));
}

fn hex(text: &str) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A page of its own that uses the lab's pixel: fills in a form, clicks its button, and then tells of a lead.
fn page_with_pixel(id: &str, before: &str, padding: usize) -> String {
    format!(
        "<meta charset=utf-8><form onsubmit='return false'>
         <input id=recipient-phone type=tel value='070-174 06 31'><input name=email value='Gast@Example.org'>
         <input name=passnumber value='x'><input name='{}'><button id=go>Skicka</button></form>
         <script>
         window.fbq = function () {{ fbq.callMethod ? fbq.callMethod.apply(null, arguments) : fbq.queue.push(arguments); }};
         fbq.queue = [];
         {before}
         fbq('init', '{id}'); fbq('track', 'PageView');
         var s = document.createElement('script'); s.src = 'https://{PIXEL_SCRIPTS}/en_US/fbevents.js';
         document.head.appendChild(s);
         var wait = setInterval(function () {{
           if (!document.querySelector('script[src*=\"signals/config\"]')) return;
           clearInterval(wait);
           setTimeout(function () {{ document.getElementById('go').click(); fbq('track', 'Lead'); }}, 1000);
         }}, 50);
         </script>",
        "n".repeat(padding)
    )
}

async fn visit(lab: &Lab, html: &str) -> Vec<(String, String, Vec<String>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("page.html");
    std::fs::write(&page, html).expect("written");
    dump(&page, &folder.path().join("profile"), Some(lab)).await;
    let row = |hit: crate::Received| {
        (hit.event, hit.encoding, hit.match_keys.into_iter().map(|(k, v)| k + "=" + &v).collect())
    };
    lab.received().into_iter().map(row).collect()
}

fn keys() -> Vec<String> {
    vec![format!("em={}", hex("gast@example.org")), format!("ph={}", hex("701740631"))]
}

fn event(name: &str, encoding: &str, keys: Vec<String>) -> (String, String, Vec<String>) {
    (name.to_owned(), encoding.to_owned(), keys)
}

#[tokio::test]
async fn a_click_sends_the_hashed_fields_and_a_later_event_repeats_them() {
    let lab = lab().await;
    let mut got = visit(&lab, &page_with_pixel(PIXEL_ID, "", 1)).await;
    got.sort();
    assert_eq!(
        got,
        [
            event("Lead", "query", keys()),
            event("PageView", "query", vec![]),
            event("SubscribedButtonClick", "query", keys()),
        ]
    );
    let click = lab.received().into_iter().find(|hit| hit.event == "SubscribedButtonClick").expect("a click");
    let field = |name: &str| click.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    assert_eq!((field("es"), field("cd[buttonText]")), (Some("automatic"), Some("Skicka")));
    let plain: String = click.fields.iter().map(|(_, v)| v.to_lowercase()).collect();
    assert!(!plain.contains("gast@example.org") && !plain.contains("174 06 31"), "values leave hashed only");
}

#[tokio::test]
async fn what_is_too_long_for_an_address_is_posted() {
    let lab = lab().await;
    let mut got = visit(&lab, &page_with_pixel(PIXEL_ID, "", 3000)).await;
    got.sort();
    let click = event("SubscribedButtonClick", "multipart", keys());
    assert_eq!(got, [event("Lead", "query", keys()), event("PageView", "query", vec![]), click]);
}

#[tokio::test]
async fn switched_off_the_click_is_told_without_the_fields() {
    let lab = lab().await;
    lab.set_matching(false);
    let mut got = visit(&lab, &page_with_pixel(PIXEL_ID, "", 1)).await;
    got.sort();
    let bare = ["Lead", "PageView", "SubscribedButtonClick"].map(|name| event(name, "query", vec![]));
    assert_eq!(got, bare);
}

#[tokio::test]
async fn a_page_can_stop_the_pixel_by_its_documented_commands() {
    let lab = lab().await;
    let auto = format!("fbq('set', 'autoConfig', false, '{PIXEL_ID}');");
    let mut got = visit(&lab, &page_with_pixel(PIXEL_ID, &auto, 1)).await;
    got.sort();
    assert_eq!(got, [event("Lead", "query", vec![]), event("PageView", "query", vec![])]);
    lab.clear();
    assert_eq!(visit(&lab, &page_with_pixel(PIXEL_ID, "fbq('consent', 'revoke');", 1)).await, []);
}
