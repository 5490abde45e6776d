use super::{CARER, client, client::Client, lab, registered};
use crate::{CDP, IMAGES, PIXEL_RECEIVER, PIXEL_SCRIPTS, SERVICE};
use hyper::Method;

#[tokio::test]
async fn a_carer_invites_by_mail_and_the_link_opens_the_meeting() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    let answer = carer.post("/invite", &[("by", "mail"), ("recipient-email", "gast.ett at example.org")]).await;
    assert_eq!(answer.status, 422, "what is no address is refused: {}", answer.text);
    assert!(answer.text.contains("recipient-email-problem"));

    let answer = carer.post("/invite", &[("by", "mail"), ("recipient-email", "gast.ett@example.org")]).await;
    let sent = answer.location.expect("a page after sending");
    assert!(sent.starts_with("/sent/"));
    let [mail] = lab.mails().try_into().expect("one mail");
    assert_eq!(mail.to, ["gast.ett@example.org"]);
    assert_eq!(mail.subject, "Lindens vårdcentral bjuder in dig till ett videomöte");
    assert!(mail.text.contains("Anna-Karin Öberg Svensson på Lindens vårdcentral"), "{}", mail.text);

    let meeting = Client::new(&lab).get(&client::path_in(&mail.text)).await;
    assert_eq!(meeting.status, 200);
    assert!(meeting.text.contains("Anna-Karin Öberg Svensson"));
    let page = carer.get(&sent).await;
    assert!(page.text.contains("Invitation Sent") && !page.text.contains("gast.ett"), "{}", page.text);
}

#[tokio::test]
async fn an_invitation_by_sms_reaches_the_gateway() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    let answer = carer.post("/invite", &[("by", "sms"), ("recipient-phone", "070-174 06 11")]).await;
    assert_eq!(answer.status, 303);
    let [sms] = lab.sms().try_into().expect("one message");
    assert_eq!(sms.to, "070-174 06 11");
    assert_eq!(Client::new(&lab).get(&client::path_in(&sms.text)).await.status, 200);
    assert!(lab.mails().is_empty());
}

#[tokio::test]
async fn the_meeting_page_names_no_other_host_and_carries_no_script() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    carer.post("/invite", &[("by", "sms"), ("recipient-phone", "070-174 06 12")]).await;
    let path = client::path_in(&lab.sms()[0].text);
    let mut guest = Client::new(&lab);
    for answer in [guest.get(&path).await, guest.post(&path, &[]).await, guest.get("/privacy").await] {
        assert_eq!(answer.status, 200);
        assert_eq!(client::hosts_in(&answer.text), Vec::<String>::new(), "{}", answer.text);
        assert!(!answer.text.contains("<script"));
    }
    assert!(guest.cookies.is_empty());
    // The same look at a page of the carer's side finds the others: the check can fail.
    let start = guest.get("/").await.text;
    for host in [CDP, IMAGES] {
        assert!(client::hosts_in(&start).iter().any(|found| found == host), "{host} in {start}");
    }
}

#[tokio::test]
async fn tags_wait_for_consent_only_behind_the_gate() {
    let lab = lab().await;
    let has_tag = |text: &str| text.contains(CDP);
    let mut visitor = Client::new(&lab);
    assert!(has_tag(&visitor.get("/register").await.text), "the banner alone holds nothing back");
    lab.set_consent_gate(true);
    let asked = visitor.get("/register").await.text;
    assert!(!has_tag(&asked) && asked.contains("consent-reject"));
    let answer = visitor.post("/consent", &[("answer", "reject"), ("back", "/register")]).await;
    assert_eq!(answer.location.as_deref(), Some("/register"));
    let refused = visitor.get("/register").await.text;
    assert!(!has_tag(&refused) && !refused.contains("consent-reject"));
    visitor.post("/consent", &[("answer", "accept"), ("back", "//elsewhere.example")]).await;
    assert!(has_tag(&visitor.get("/register").await.text));
}

#[tokio::test]
async fn the_way_back_from_consent_stays_in_the_service() {
    let lab = lab().await;
    for back in ["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", ""] {
        let answer = Client::new(&lab).post("/consent", &[("answer", "reject"), ("back", back)]).await;
        assert_eq!(answer.location.as_deref(), Some("/"), "{back}");
    }
}

#[tokio::test]
async fn a_login_link_works_once() {
    let lab = lab().await;
    registered(&lab).await;
    let mut carer = Client::new(&lab);
    let form = carer.get("/login").await.text;
    assert!(form.contains(r#"name="contact[_token]""#));
    let stale = carer.post("/login", &[("email", CARER[3].1), ("contact[_token]", "guessed")]).await;
    assert_eq!(stale.status, 403);
    assert!(lab.mails().is_empty());
    let token = carer.cookies["vm_form"].clone();
    let answer = carer.post("/login", &[("email", CARER[3].1), ("contact[_token]", &token)]).await;
    assert_eq!(answer.location.as_deref(), Some("/check-mail"));
    let link = client::path_in(&lab.mails()[0].text);
    assert_eq!(carer.get(&link).await.status, 200, "opening does not spend it");
    assert_eq!(carer.post(&link, &[]).await.location.as_deref(), Some("/invite"));
    assert_eq!(carer.get("/invite").await.status, 200);
    assert_eq!(Client::new(&lab).post(&link, &[]).await.status, 410);
    carer.post("/logout", &[]).await;
    assert_eq!(carer.get("/invite").await.location.as_deref(), Some("/login"));
}

#[tokio::test]
async fn nobody_learns_from_the_forms_who_has_an_account() {
    let lab = lab().await;
    registered(&lab).await;
    let mut other = Client::new(&lab);
    assert_eq!(other.post("/register", &CARER).await.location.as_deref(), Some("/check-mail"));
    other.get("/login").await;
    let token = other.cookies["vm_form"].clone();
    let answer = other.post("/login", &[("email", "nobody@example.com"), ("contact[_token]", &token)]).await;
    assert_eq!(answer.location.as_deref(), Some("/check-mail"));
    assert_eq!(lab.mails().len(), 1, "only the one with an account gets a mail");
}

#[tokio::test]
async fn wrong_registrations_are_shown_by_field() {
    let lab = lab().await;
    let answer = Client::new(&lab).post("/register", &[("email", "nothing"), ("phone", "tolv")]).await;
    assert_eq!(answer.status, 422);
    for id in ["first-name", "last-name", "organisation", "email", "phone"] {
        assert!(answer.text.contains(&format!("{id}-problem")), "{id}");
    }
}

#[tokio::test]
async fn a_meeting_needs_its_link_and_sent_its_carer() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    let answer = carer.post("/invite", &[("by", "sms"), ("recipient-phone", "070-174 06 13")]).await;
    let sent = answer.location.expect("a page after sending");
    assert_eq!(Client::new(&lab).get("/m/0123456789abcdef0123456789abcdef").await.status, 404);
    assert_eq!(Client::new(&lab).get(&sent).await.location.as_deref(), Some("/login"));
    assert_eq!(Client::new(&lab).post("/invite", &[("by", "sms")]).await.location.as_deref(), Some("/login"));
    assert_eq!(lab.sms().len(), 1);
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let lab = lab().await;
    let mut carer = registered(&lab).await;
    for path in ["/", "/login", "/invite", "/privacy", "/check-mail", "/login/0", "/m/0", "/nowhere"] {
        let mut titles = Vec::new();
        for tag in ["sv", "fi", "en"] {
            let text = carer.get(&format!("{path}?lang={tag}")).await.text;
            assert!(text.contains(&format!("<html lang=\"{tag}\">")), "{path} {tag}");
            titles.push(text.split("<h1>").nth(1).expect("a heading").split("</h1>").next().map(str::to_owned));
        }
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 3, "{path}: {titles:?}");
    }
    assert_eq!(carer.cookies["vm_lang"], "en");
    assert!(carer.get("/").await.text.contains("<html lang=\"en\">"), "the choice is remembered");
}

#[tokio::test]
async fn only_the_names_of_the_replica_are_answered() {
    let lab = lab().await;
    let mut client = Client::new(&lab);
    for (host, path) in [(CDP, "/t/vm-4c1e.js"), (PIXEL_SCRIPTS, "/sv_SE/fbevents.js"), (PIXEL_RECEIVER, "/tr/")] {
        assert_eq!(client.ask(host, Method::GET, path, "", Vec::new()).await.status, 200, "{host}");
        assert_eq!(client.ask(host, Method::GET, "/register", "", Vec::new()).await.status, 404, "{host}");
    }
    let hosts: Vec<String> = lab.resolve().into_iter().map(|r| r.host).collect();
    assert_eq!(hosts, [SERVICE, CDP, PIXEL_SCRIPTS, PIXEL_RECEIVER, IMAGES]);
    assert!(hosts.iter().all(|host| host.ends_with(".example")), "nothing may reach a real vendor");
}

#[tokio::test]
async fn the_picture_is_served_under_its_digest() {
    let lab = lab().await;
    let start = Client::new(&lab).get("/").await.text;
    let from = start.find(&format!("https://{IMAGES}/")).expect("a picture");
    let url = start[from..].split('"').next().expect("an address");
    let path = url.strip_prefix(&format!("https://{IMAGES}")).expect("a path");
    let mut client = Client::new(&lab);
    let picture = client.ask(IMAGES, Method::GET, path, "", Vec::new()).await;
    assert_eq!((picture.status, picture.kind.as_str()), (200, "image/svg+xml"));
    let version = path.split("?v=").nth(1).expect("a cache-buster");
    assert_eq!(version.len(), 64, "it looks like SHA-256, on purpose");
}

#[tokio::test]
async fn a_stopped_lab_lets_go_of_its_port() {
    let lab = lab().await;
    let port = lab.resolve()[0].to_port;
    let database = lab.database().to_owned();
    lab.stop().await;
    assert!(!database.exists());
    assert!(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err());
}
