use super::consent::{Answered, answer};
use super::page::{Page, PageError};
use super::shots::Shots;
use crate::browser::{Progress, Stop};
use facts::{Canary, CanaryRequest, Consent, IdentifierKind, Mint, Mode, Plan, Step};
use jiff::Timestamp;

/// One run: a journey under one answer to the consent dialog, in a browser context of its own.
pub struct Visit<'a> {
    pub page: Page,
    pub plan: &'a Plan,
    pub journey: &'a str,
    pub consent: Consent,
    pub steps: Vec<Step>,
    pub mint: &'a mut dyn Mint,
    pub canaries: &'a mut Vec<Canary>,
    pub shots: &'a mut Shots,
    pub watch: &'a mut (dyn FnMut(Progress) + Send),
    pub stop: Stop,
}

impl Visit<'_> {
    /// Names the step that begins: what is sent from now on belongs to it.
    pub fn begin(&mut self, name: &str) {
        let run = self.page.run;
        self.page.look(|w| w.step(run, name));
    }

    /// Notes how the step ended, with a picture.
    pub async fn end(&mut self, name: &str, outcome: Result<(), PageError>) -> bool {
        let ok = outcome.is_ok();
        let screenshot = self.picture(name).await;
        let why = outcome.err().map(|e| e.to_string());
        if let Some(why) = &why {
            self.gap(
                format!("step `{name}` of journey `{}`, consent {}", self.journey, self.consent.word()),
                why.clone(),
            );
        }
        let page = Some(self.page.url()).filter(|u| !u.is_empty());
        self.steps.push(Step { name: name.to_owned(), ok, at: Some(Timestamp::now()), page, screenshot, why });
        (self.watch)(Progress::Step { name: name.to_owned(), ok });
        let exchanges = self.page.look(|w| w.exchanges());
        (self.watch)(Progress::Exchanges(exchanges));
        ok
    }

    async fn picture(&mut self, name: &str) -> Option<String> {
        let png = self.page.screenshot().await.ok()?;
        match self.shots.keep(name, &png) {
            Ok(file) => Some(file),
            Err(error) => {
                self.gap(format!("picture of step `{name}`"), format!("it could not be written: {error}"));
                None
            }
        }
    }

    pub fn gap(&self, what: impl Into<String>, why: impl Into<String>) {
        self.page.look(|w| w.gap(what, why));
    }

    /// Opens an address of the service. An error ends the run when it is the first.
    pub async fn open(&mut self, url: &str) -> Result<(), PageError> {
        let name = format!("open {}", place(url));
        self.begin(&name);
        let went = self.page.navigate(url).await;
        self.end(&name, went.clone()).await;
        went
    }

    /// Answers the consent dialog where the run wants an answer.
    pub async fn answer_consent(&mut self) {
        if self.consent == Consent::None {
            return;
        }
        let name = format!("consent {}", self.consent.word());
        self.begin(&name);
        let done = answer(&self.page, self.consent, self.plan.mode != Mode::Submit).await;
        if let Ok(Answered::NoDialog) = done {
            let what = format!("{} of consent on {}", self.consent.word(), self.plan.start);
            self.gap(what, "no dialog with such a button was found; the pages were visited without an answer");
        }
        self.end(&name, done.map(drop)).await;
    }

    /// A made-up value for one field.
    pub fn canary(&mut self, role: &str, kind: IdentifierKind, field: &str, step: &str, spelling: usize) -> Canary {
        let wanted = CanaryRequest {
            role: role.to_owned(),
            kind,
            journey: self.journey.to_owned(),
            consent: self.consent,
            field: field.to_owned(),
            page: self.page.url(),
            step: Some(step.to_owned()),
            spelling,
        };
        let canary = self.mint.mint(&wanted);
        self.canaries.push(canary.clone());
        canary
    }

    pub fn hold_back(&self, hold: bool) {
        let run = self.page.run;
        self.page.look(|w| w.hold_back(run, hold));
    }

    pub fn is_own(&self, url: &str) -> bool {
        let host = url::Url::parse(url).ok().and_then(|u| u.host_str().map(str::to_owned));
        host.is_some_and(|h| self.plan.first_party.iter().any(|own| crate::witness::belongs(&h, own)))
    }
}

/// Path and query of an address: what a step is called by.
pub fn place(url: &str) -> String {
    match url::Url::parse(url) {
        Ok(url) => url.query().map_or_else(|| url.path().to_owned(), |q| format!("{}?{q}", url.path())),
        Err(_) => url.to_owned(),
    }
}
