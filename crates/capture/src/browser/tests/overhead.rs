//! What watching costs: the same pages with and without the witness, in turns, in two browsers of the same build.
//! `cargo nextest run -p sluss-capture -p sluss-unify --run-ignored only overhead --no-capture`

use super::super::session::Session;
use super::*;
use crate::devtools::{Browser, Connection, Launch, Listener, Sender};
use serde_json::json;
use serde_json::value::RawValue;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::sync::Notify;

const PAGES: usize = 50;

/// Counts load events, knows nothing else.
#[derive(Default)]
struct Bare(usize);

impl Listener for Bare {
    fn event(&mut self, _: &str, method: &str, _: &RawValue, _: &Sender) {
        self.0 += usize::from(method == "Page.loadEventFired");
    }
    fn answer(&mut self, _: u64, _: Result<&RawValue, &str>, _: &Sender) {}
    fn closed(&mut self) {}
}

struct BareTab {
    connection: Connection,
    session: String,
    loads: Arc<Mutex<Bare>>,
    changed: Arc<Notify>,
}

impl BareTab {
    async fn open(browser: &Browser, loads: &Arc<Mutex<Bare>>, changed: &Arc<Notify>) -> Self {
        let connection = browser.connection.clone();
        let made = connection.call("", "Target.createTarget", json!({"url": "about:blank"})).await.unwrap();
        let attach = json!({"targetId": made["targetId"], "flatten": true});
        let session = connection.call("", "Target.attachToTarget", attach).await.unwrap();
        let session = session["sessionId"].as_str().unwrap().to_owned();
        connection.call(&session, "Page.enable", json!({})).await.unwrap();
        Self { connection, session, loads: Arc::clone(loads), changed: Arc::clone(changed) }
    }

    async fn load(&self, url: &str) -> Duration {
        let began = Instant::now();
        let before = self.loads.lock().unwrap().0;
        self.connection.call(&self.session, "Page.navigate", json!({"url": url})).await.unwrap();
        while self.loads.lock().unwrap().0 == before {
            let _ = tokio::time::timeout(Duration::from_millis(5), self.changed.notified()).await;
        }
        began.elapsed()
    }
}

/// Until the load event, as the bare tab.
async fn load(page: &crate::drive::Page, url: &str) -> Duration {
    let began = Instant::now();
    let loads = |w: &mut crate::witness::Witness| w.state_of(&page.session).map_or(0, |s| s.loads);
    let before = page.look(loads);
    page.call("Page.navigate", json!({"url": url})).await.unwrap();
    page.until(Duration::from_secs(30), |w| (loads(w) > before).then_some(())).await.unwrap();
    began.elapsed()
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

/// Loads in turns, in a bare browser and watched; the median of the ratios.
async fn pairs(plan: &Plan, program: &Path, page: &crate::drive::Page, net_log: bool) -> f64 {
    let (loads, changed) = (Arc::<Mutex<Bare>>::default(), Arc::<Notify>::default());
    let launch = Launch { program, resolve: &plan.resolve, insecure: true, agent: None, believe: None, net_log };
    let bare = Browser::launch(&launch, Arc::clone(&loads), Arc::clone(&changed)).await.unwrap();
    let tab = BareTab::open(&bare, &loads, &changed).await;
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for n in 0..2 * PAGES {
        let url = format!("https://{APP}/page.html?n={}", n % PAGES);
        let (one, other) = if n % 2 == 0 {
            let one = tab.load(&url).await;
            (one, load(page, &url).await)
        } else {
            let other = load(page, &url).await;
            (tab.load(&url).await, other)
        };
        without.push(one.as_secs_f64());
        with.push(other.as_secs_f64());
    }
    let ratio = median(without.iter().zip(&with).map(|(a, b)| b / a).collect());
    println!(
        "{} pairs of page loads: {:.0} ms bare{}, {:.0} ms watched (medians), ratio {ratio:.2}",
        with.len(),
        1e3 * median(without),
        if net_log { "" } else { " without a network log" },
        1e3 * median(with)
    );
    ratio
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures: run it alone"]
async fn overhead_of_capture() {
    let server = Server::start("site").await;
    let out = tempfile::tempdir().unwrap();
    let mut plan = plan(&server, Script::Explore, Mode::Observe);
    plan.pages = PAGES;
    let program = crate::devtools::find(None).unwrap();
    let options = Options { plan: &plan, out: out.path(), chromium: None, stop: Stop::new() };
    let session = Session::new(&options, &program).await.unwrap();
    let tag = facts::RunRef { journey: "j".into(), consent: Consent::None, step: None };
    let page = session.page(&session.connection().await.unwrap(), 0, tag).await.unwrap();
    // The same browser is one that keeps a network log as well; against one that keeps none the log counts too.
    let [ratio, _] = [pairs(&plan, &program, &page, true).await, pairs(&plan, &program, &page, false).await];
    drop(session.close(Vec::new()).await);
    let began = Instant::now();
    let recording = run(&plan, out.path()).await.unwrap();
    let pages = recording.runs[0].steps.len();
    println!("{pages} pages observed side by side, with pictures: {:.1} s", began.elapsed().as_secs_f64());
    assert_eq!(pages, PAGES);
    assert!(ratio < 1.25, "watching costs {ratio:.2}");
}
