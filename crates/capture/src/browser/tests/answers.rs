//! What came back, as HAR keeps it.

use super::*;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_an_answer_sets_and_how_long_it_took_is_kept() {
    let server = Server::start("odd").await;
    let out = tempfile::tempdir().unwrap();
    let plan = Plan {
        start: format!("https://{APP}/cookies.html"),
        pages: 1,
        ..plan(&server, Script::Explore, Mode::Observe)
    };
    let recording = run(&plan, out.path()).await.unwrap();
    let cookies = ["met=1; Secure; SameSite=None", "again=2; HttpOnly"];
    for (path, status) in [("/cookies.html", 200), ("/cookie-hop", 302), ("/cookie.png", 200), ("/cookie.json", 200)] {
        let one = recording.exchanges.iter().find(|e| e.url.ends_with(path)).unwrap_or_else(|| panic!("{path}"));
        let answer = one.response.as_ref().unwrap_or_else(|| panic!("{path}"));
        let set = answer.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
        assert_eq!(set.map(|(_, value)| value.as_str()).collect::<Vec<_>>(), cookies, "{path} {answer:?}");
        assert_eq!((answer.status, answer.protocol.as_str()), (status, "http/1.1"), "{path}");
        let times = one.times.unwrap_or_else(|| panic!("{path}"));
        assert!(times.total() > 0.0 && times.total() < 20_000.0, "{path} {times:?}");
        let body = (answer.body.is_some(), answer.size, answer.unkept.is_some());
        let wanted = match path {
            "/cookie-hop" => (false, None, true),
            "/cookie.png" => (false, Some(2), true),
            _ => (true, None, false),
        };
        assert_eq!(body, wanted, "{path} {answer:?}");
    }
}
