use super::consent::{Answered, answer};
use super::desk::Desk;
use super::fill::{Key, Sent};
use super::frames::Frame;
use super::page::{Page, PageError, Shown};
use super::shots::Place;
use crate::browser::{Progress, Stop};
use crate::witness::Hold;
use facts::{Canary, CanaryRequest, Consent, Gap, IdentifierKind, Mode, Plan, Step, Typed};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// What a form asks for: address of the document, the form, whose and which identifier.
pub type Question = (String, String, String);

/// What a form was given for a question.
#[derive(Clone)]
pub struct Given {
    pub value: String,
    /// Those of the visit's canaries that make it up.
    pub canaries: Range<usize>,
}

/// One tab of a run: a journey under one answer to the consent dialog, in a browser context of its own.
pub struct Visit<'a, 'd> {
    pub page: Page,
    pub plan: &'a Plan,
    pub journey: &'a str,
    pub consent: Consent,
    pub desk: &'a Desk<'d>,
    pub stop: Stop,
    pub steps: Vec<Step>,
    /// A recorded journey has done something to the service.
    pub acted: bool,
    /// It left out what answers the consent dialog.
    pub left_out: bool,
    pub canaries: Vec<Canary>,
    /// What each form was given last: what asks for it once more wants the same.
    pub given: HashMap<Question, Given>,
    /// Addresses of pop-ups that were closed.
    pub opened: Vec<String>,
    pub place: Place,
    /// What is typed into now, where it asks for none of the identifiers.
    pub typed: Option<Typed>,
    /// The country whose national ids the words of what is typed into now name.
    pub named: Option<&'static str>,
    /// The country whose numbers stand as examples beside what is typed into now.
    pub example: Option<&'static str>,
    /// Language of the page, as it says itself.
    lang: String,
    /// Whether the consent dialog was answered, in whichever tab it came.
    pub(super) answered: Arc<AtomicBool>,
    /// Fields of this run that were filled, in whichever tab.
    pub filled: Arc<Mutex<HashSet<Key>>>,
    /// Forms of this run that went out, in whichever tab.
    pub sent: Arc<Mutex<Sent>>,
}

const SHOWS_NOTHING: &str = "it has loaded and shows nothing";

impl<'a, 'd> Visit<'a, 'd> {
    /// The first tab of a run; `n` counts runs from 0.
    pub fn new(page: Page, plan: &'a Plan, journey: &'a str, consent: Consent, desk: &'a Desk<'d>, n: usize) -> Self {
        let answered = Arc::new(AtomicBool::new(consent == Consent::None));
        let place = Place { run: n + 1, page: 1, shot: 0 };
        let (stop, steps, canaries, given) = (desk.stop.clone(), Vec::new(), Vec::new(), HashMap::new());
        let (lang, filled, sent, opened) = (String::new(), Arc::default(), Arc::default(), Vec::new());
        Self {
            page,
            plan,
            journey,
            consent,
            desk,
            stop,
            steps,
            acted: false,
            left_out: false,
            canaries,
            given,
            opened,
            place,
            typed: None,
            named: None,
            example: None,
            lang,
            answered,
            filled,
            sent,
        }
    }

    /// Another tab of the same run.
    pub async fn tab(&self) -> Result<Self, PageError> {
        let page = self.page.beside().await?;
        let (stop, answered, filled) = (self.stop.clone(), Arc::clone(&self.answered), Arc::clone(&self.filled));
        let (steps, canaries, opened, lang) = (Vec::new(), Vec::new(), Vec::new(), self.lang.clone());
        let (given, sent) = (HashMap::new(), Arc::clone(&self.sent));
        Ok(Self {
            page,
            stop,
            answered,
            filled,
            sent,
            steps,
            canaries,
            given,
            opened,
            typed: None,
            named: None,
            example: None,
            lang,
            ..*self
        })
    }

    /// What was done in another tab of the same run, after what was done here.
    pub fn take_over(&mut self, tab: &mut Self) {
        self.steps.append(&mut tab.steps);
        self.canaries.append(&mut tab.canaries);
        tab.given.clear();
    }

    /// Names the step that begins: what is sent from now on belongs to it.
    pub fn begin(&mut self, name: &str) {
        let lane = self.page.lane;
        self.page.look(|w| w.step(lane, name));
    }

    /// Notes how the step ended, with a picture.
    pub async fn end(&mut self, name: &str, outcome: Result<(), PageError>) -> bool {
        let ok = outcome.is_ok();
        let screenshot = self.picture(name).await;
        if !self.plan.never_send.is_empty() {
            self.desk.spared.look(&self.page).await;
        }
        let why = outcome.err().map(|e| e.to_string());
        if let Some(why) = &why {
            self.gap(
                format!("step `{name}` of journey `{}`, consent {}", self.journey, self.consent.word()),
                why.clone(),
            );
        }
        if let Ok(frame) = self.page.main_frame().await {
            self.lang = self.page.ask(&frame, "lang", serde_json::json!([])).await.unwrap_or_default();
        }
        let page = Some(self.page.url()).filter(|u| !u.is_empty());
        let at = Some(Timestamp::now());
        self.steps.push(Step { name: name.to_owned(), ok, at, page, screenshot, why, line: None });
        self.desk.tell(Progress::Step { name: name.to_owned(), ok });
        let exchanges = self.page.look(|w| w.exchanges());
        self.desk.tell(Progress::Exchanges(exchanges));
        ok
    }

    async fn picture(&mut self, name: &str) -> Option<String> {
        let png = self.page.screenshot().await.ok()?;
        self.place.shot += 1;
        match self.desk.shots.keep(self.place, name, &png) {
            Ok(file) => Some(file),
            Err(error) => {
                self.gap(format!("picture of step `{name}`"), format!("it could not be written: {error}"));
                None
            }
        }
    }

    pub fn gap(&self, what: impl Into<String>, why: impl Into<String>) {
        self.unseen(Gap::new(what, why));
    }

    pub fn unseen(&self, gap: Gap) {
        self.page.look(|w| w.unseen(gap));
    }

    /// Opens an address of the service. An error ends the run when it is the first.
    pub async fn open(&mut self, url: &str) -> Result<(), PageError> {
        let name = format!("open {}", place(url));
        self.desk.pace().await;
        self.page.leave_others().await;
        self.begin(&name);
        let mut went = self.page.navigate(url).await.and_then(|()| self.alive());
        if went.is_ok() {
            match self.page.shown().await {
                Ok(Shown::Failed) => went = Err(PageError::Undrawn),
                Ok(Shown::Nothing) => {
                    self.gap(format!("what {} shows", crate::witness::without_query(url)), SHOWS_NOTHING)
                }
                // one that was replaced meanwhile is looked at by what comes next
                Ok(Shown::Something) | Err(_) => {}
            }
        }
        self.end(&name, went.clone()).await;
        went
    }

    fn alive(&self) -> Result<(), PageError> {
        if self.page.is_crashed() { Err(PageError::Crashed) } else { Ok(()) }
    }

    /// The tab crashed, or its browser is frozen: the step that was the last is none that went well.
    pub async fn check(&mut self) -> Result<(), PageError> {
        let hears = self.page.free().await;
        let alive = self.alive().and(if hears { Ok(()) } else { Err(PageError::Deaf) });
        if let (Err(error), Some(last)) = (&alive, self.steps.last_mut()) {
            last.ok = false;
            last.why.get_or_insert_with(|| error.to_string());
        }
        alive
    }

    /// Answers the consent dialog where the run wants an answer and none was given yet. On the first page it is waited
    /// for, later it is only looked for.
    pub async fn answer_consent(&mut self, patient: bool) {
        if self.answered.load(Ordering::Relaxed) {
            return;
        }
        let name = format!("consent {}", self.consent.word());
        self.begin(&name);
        let hold = self.plan.mode != Mode::Submit;
        let mut done = answer(&self.page, self.consent, hold, patient).await;
        // A page that reloads itself may have a dialog the second time.
        if matches!(done, Err(PageError::Replaced)) {
            self.page.settle().await;
            done = answer(&self.page, self.consent, hold, patient).await;
        }
        match done {
            Ok(Answered::NoDialog) => {}
            done => {
                self.answered.store(done.is_ok(), Ordering::Relaxed);
                self.end(&name, done.map(drop)).await;
            }
        }
    }

    /// An answer that could not be given is a gap.
    pub fn say_unanswered(&self) {
        if !self.answered.load(Ordering::Relaxed) {
            let what =
                format!("{} of consent on {}", self.consent.word(), crate::witness::without_query(&self.plan.start));
            self.gap(what, "no dialog with such a button was found; the pages were visited without an answer");
        }
    }

    /// A made-up value for one field.
    pub fn canary(
        &mut self,
        role: &str,
        kind: IdentifierKind,
        frame: &Frame,
        field: &str,
        step: &str,
        spelling: usize,
    ) -> Canary {
        let wanted = CanaryRequest {
            role: role.to_owned(),
            kind,
            journey: self.journey.to_owned(),
            consent: self.consent,
            field: field.to_owned(),
            page: self.page.url(),
            lang: self.lang.clone(),
            named: self.named.map(str::to_owned),
            example: self.example.map(str::to_owned),
            step: Some(step.to_owned()),
            spelling,
        };
        let inner = frame.inner.then(|| frame.url.clone());
        let canary = Canary { typed: self.typed.clone(), frame: inner, ..self.desk.mint(&wanted) };
        let lane = self.page.lane;
        self.page.look(|w| w.typed(lane, &canary.value));
        self.canaries.push(canary.clone());
        canary
    }

    /// What was given goes into one more field: its canaries name that too.
    pub fn give_again(&mut self, given: &Given, field: &str) {
        self.canaries[given.canaries.clone()].iter_mut().for_each(|canary| canary.also_in(field));
    }

    pub fn hold_back(&self, hold: Hold) {
        let lane = self.page.lane;
        self.page.look(|w| w.hold_back(lane, hold));
    }

    /// A frame of the service is a part of the page; what others show there is not.
    pub fn is_part(&self, frame: &Frame) -> bool {
        !frame.inner || frame.url.starts_with("about:") || self.is_own(&frame.url)
    }

    pub fn is_own(&self, url: &str) -> bool {
        let host = url::Url::parse(url).ok().and_then(|u| u.host_str().map(str::to_owned));
        host.is_some_and(|h| self.plan.first_party.iter().any(|own| crate::witness::belongs(&h, own)))
    }
}

/// Path and query of an address, and its fragment where that names a view: what a step is called by.
pub fn place(url: &str) -> String {
    let Ok(url) = url::Url::parse(url) else { return url.to_owned() };
    let query = url.query().map(|q| format!("?{q}")).unwrap_or_default();
    let view = url.fragment().filter(|f| f.starts_with(['/', '!'])).map(|f| format!("#{f}")).unwrap_or_default();
    format!("{}{query}{view}", url.path())
}
