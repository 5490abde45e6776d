//! Every page in a real Chromium: no violation of WCAG 2.2 AA that axe-core can see, every form unfolded, and nothing
//! that a telephone would have to scroll sideways for.

use super::sample::{Sample, now};
use facts::Lang;
use jiff::SignedDuration;
use respond::{Act, Erasure, Means, Text};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};

/// The page that looks at the others, each in a frame of its own, wide for axe and narrow for the overflow.
const RUNNER: &str = r#"
(async () => {
  const wrong = [];
  let checked = 0;
  for (const page of PAGES) {
    for (const width of [1100, 340]) {
      const frame = document.createElement('iframe');
      frame.style = `width: ${width}px; height: 900px; border: 0`;
      const loaded = new Promise((done) => { frame.onload = done; });
      frame.srcdoc = page.html;
      document.body.append(frame);
      await loaded;
      const inside = frame.contentDocument;
      inside.querySelectorAll('details').forEach((d) => { d.open = true; });
      if (width === 340) {
        const over = inside.documentElement.scrollWidth - width;
        if (over > 0) wrong.push(`${page.name}: ${over} pixels beyond the edge of a telephone`);
      } else {
        const script = inside.createElement('script');
        script.textContent = AXE;
        inside.head.append(script);
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const result = await frame.contentWindow.axe.run(inside, { runOnly: tags, resultTypes: ['violations'] });
        for (const v of result.violations) wrong.push(`${page.name}: ${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
        checked += result.passes.length;
      }
      frame.remove();
    }
  }
  document.body.textContent = `RESULT${JSON.stringify({ checked, wrong })}END`;
})();
"#;

/// A case with something on each of its pages.
async fn full() -> Sample {
    let sample = Sample::new().await;
    sample.handle().await;
    let (hour, text) = (SignedDuration::from_hours(1), || Text::from("en text"));
    let acts = [
        Act::AddMeasure {
            id: "m1".into(),
            what: text(),
            owner: "Aino".into(),
            due: Some(now() - hour),
            article_32: vec!["d".into()],
            preventive: true,
        },
        Act::RequestErasure { recipient: "meta".into(), sent: now() - hour, due: now() },
        Act::AnswerErasure { recipient: "meta".into(), answered: now(), outcome: Erasure::Partly, note: text() },
        Act::Communicate {
            sent: now(),
            means: Means::Individual,
            subgroup: None,
            people: Some(40),
            languages: vec!["sv".into()],
            text: text(),
            held_back: Some(2),
            parts: respond::Letter::PARTS.map(str::to_owned).to_vec(),
            all: false,
            unlike: false,
        },
        Act::SaveDraft {
            language: "sv".into(),
            subgroup: None,
            parts: respond::Letter { happened: text(), ..respond::Letter::default() },
        },
        Act::Asked {
            authority: "IMY".into(),
            reference: "DI-1".into(),
            received: now() - hour,
            due: Some(now()),
            question: text(),
        },
    ];
    for act in acts {
        sample.act(act).await;
    }
    sample
}

async fn pages(sample: &Sample) -> Vec<Value> {
    let mut browser = sample.browser().await;
    let mut pages = Vec::new();
    let login = "/login/none".to_owned();
    for (n, address) in sample.addresses().into_iter().chain([login]).enumerate() {
        let lang = Lang::ALL[n % Lang::ALL.len()].tag();
        browser.speak(lang);
        let html = browser.get(&address).await.text();
        let style = html.split("href=\"/assets/").nth(1).and_then(|t| t.split('"').next()).expect("a style").to_owned();
        let css = browser.get(&format!("/assets/{style}")).await.text();
        let linked = format!("<link rel=\"stylesheet\" href=\"/assets/{style}\">");
        let html = html.replace(&linked, &format!("<style>{css}</style>"));
        pages.push(json!({"name": format!("{lang} {address}"), "html": html}));
    }
    pages
}

fn chromium(page: &Path, profile: &Path) -> String {
    let quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
    for name in ["chromium", "chromium-browser", "google-chrome"] {
        let mut command = Command::new(name);
        command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-sync"]).args(quiet);
        command.arg(format!("--user-data-dir={}", profile.display())).arg("--virtual-time-budget=600000");
        command.arg("--dump-dom").arg(format!("file://{}", page.display())).stderr(Stdio::null());
        if let Ok(output) = command.output() {
            return String::from_utf8_lossy(&output.stdout).into_owned();
        }
    }
    panic!("Chromium is needed: `apt-get install chromium`")
}

#[tokio::test]
async fn no_page_shuts_anybody_out() {
    let sample = full().await;
    let pages = pages(&sample).await;
    let axe = include_str!("../../../../tests/web/axe/axe.min.js");
    // Inside a script no `</` may stand.
    let script = |value: &Value| value.to_string().replace("</", "<\\/");
    let (pages_json, axe) = (script(&json!(pages)), script(&json!(axe)));
    let runner = format!(
        "<!doctype html><meta charset=\"utf-8\"><body><script>const PAGES = {pages_json}; const AXE = {axe};{RUNNER}</script>"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("runner.html");
    std::fs::write(&page, runner).expect("a page");
    let dom = chromium(&page, &folder.path().join("profile"));
    let result = dom.split("RESULT").nth(1).and_then(|t| t.split("END").next()).unwrap_or_default();
    let result: Value = serde_json::from_str(&result.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        .unwrap_or_else(|e| panic!("{e}: {}", dom.chars().take(2000).collect::<String>()));
    let wrong: Vec<&str> = result["wrong"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(result["checked"].as_u64().is_some_and(|n| n > 20 * pages.len() as u64 / 2), "{result}");
}
