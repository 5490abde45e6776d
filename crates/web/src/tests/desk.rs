//! A person at the pages of one case: reads them, sends their forms.

use super::browser::{Browser, Page};
use super::sample::Sample;

pub struct Desk {
    pub sample: Sample,
    pub browser: Browser,
    pub csrf: String,
}

impl Desk {
    /// A case as it was opened.
    pub async fn new() -> Self {
        let sample = Sample::new().await;
        let mut browser = sample.browser().await;
        let csrf = browser.get("/cases/new").await.csrf();
        Self { sample, browser, csrf }
    }

    /// A case whose clock runs for an hour.
    pub async fn aware() -> Self {
        let desk = Self::new().await;
        desk.sample.aware_hours_ago(1).await;
        desk
    }

    pub async fn version(&self) -> String {
        self.sample.site.db.case(&self.sample.case).await.unwrap().unwrap().version.to_string()
    }

    pub async fn case(&self) -> respond::Case {
        self.sample.site.db.case(&self.sample.case).await.unwrap().unwrap().case
    }

    pub fn address(&self, name: &str) -> String {
        format!("/cases/{}/{name}", self.sample.case).trim_end_matches('/').to_owned()
    }

    pub async fn page(&mut self, name: &str) -> String {
        let address = self.address(name);
        self.browser.get(&address).await.text()
    }

    pub async fn send(&mut self, form: &str, fields: &[(&str, &str)]) -> Page {
        let (seen, csrf, address) = (self.version().await, self.csrf.clone(), self.address(form));
        let mut all = vec![("csrf", csrf.as_str()), ("seen", seen.as_str())];
        all.extend(fields);
        self.browser.post(&address, &all).await
    }

    /// Sends a form that has to be taken: the page that follows.
    pub async fn done(&mut self, form: &str, fields: &[(&str, &str)]) -> String {
        let page = self.send(form, fields).await;
        assert_eq!(page.status, 303, "{form}: {}", page.text());
        let to = page.header("location").to_owned();
        let page = self.browser.get(&to).await;
        assert_eq!(page.status, 200, "{to}");
        assert!(page.text().contains("<p class=\"saved\""), "{form} says that it was saved");
        page.text()
    }

    pub async fn upload(&mut self, csrf: &str, what: &str, name: &str, bytes: &[u8]) -> Page {
        let (seen, address) = (self.version().await, self.address("attach"));
        let fields = [("csrf", csrf), ("seen", seen.as_str()), ("what", what)];
        self.browser.upload(&address, &fields, name, bytes).await
    }
}
