//! What has to be done next in a case, in the order in which it helps most.

use super::clock;
use super::overview::duty_title;
use super::view::Tab;
use crate::session::Here;
use jiff::{SignedDuration, Timestamp};
use respond::{About, Answer, Case, Duty, DutyState};

pub struct Step {
    pub what: String,
    pub href: String,
    pub done: bool,
    pub why: String,
    /// When it falls due, where it is not the clock of the case.
    pub due: Option<Timestamp>,
    pub late: bool,
    /// The law gives it no date but says: without undue delay.
    pub undue: bool,
}

impl Step {
    /// Cannot wait: due within a day, or without undue delay.
    pub fn is_near(&self, now: Timestamp) -> bool {
        self.undue || self.due.is_some_and(|due| due.duration_since(now) < FILE_FIRST)
    }
}

/// So near a deadline, what it demands comes first; filing what is known before finding out the rest (Art. 33(4)).
const FILE_FIRST: SignedDuration = SignedDuration::from_hours(24);

pub fn steps(here: &Here, case: &Case) -> Vec<Step> {
    if !super::is_open(case) {
        return Vec::new();
    }
    // A processor has no clock to start (Art. 33(2)).
    let mut steps = if case.is_processors() { Vec::new() } else { vec![aware(here, case)] };
    let now = case.now(here.now);
    let (urgent, later): (Vec<Step>, Vec<Step>) = duties(here, case).into_iter().partition(|s| s.is_near(now));
    steps.extend(urgent);
    let file = if case.answer(About::Authority) == Answer::No { Vec::new() } else { file(here, case) };
    let hurry = case.filed().is_none() && nearly_over(here, case);
    let (first, last) = if hurry { (file, Vec::new()) } else { (Vec::new(), file) };
    steps.extend(first);
    steps.push(facts(here, case));
    if !case.is_processors() {
        steps.push(conclude(here, case, About::Authority));
        steps.push(conclude(here, case, About::People));
    }
    steps.extend(last);
    // A notification still to be sent takes its reasons with it.
    steps.extend((case.owes_reasons(here.now) && !case.notified().is_empty()).then(|| delay(here, case)));
    steps.extend(later);
    steps
}

fn nearly_over(here: &Here, case: &Case) -> bool {
    let due = case.deadline().and_then(|d| d.operative).map(|m| m.timestamp());
    due.is_some_and(|due| due.duration_since(case.now(here.now)) < FILE_FIRST)
}

fn step(here: &Here, href: String, key: &str, done: bool, why: String) -> Step {
    Step { what: here.f.t(key), href, done, why, due: None, late: false, undue: false }
}

fn aware(here: &Here, case: &Case) -> Step {
    let done = clock(here, case).runs;
    let why = if done { String::new() } else { here.f.t("web-next-aware-why") };
    step(here, format!("{}#aware", Tab::Overview.address(&case.id)), "web-next-aware", done, why)
}

fn facts(here: &Here, case: &Case) -> Step {
    let (open, href) = (case.proposal().questions.len(), Tab::Facts.address(&case.id));
    if open == 0 {
        return step(here, href, "web-next-facts-done", true, String::new());
    }
    step(here, href, "web-next-facts", false, here.f.n("web-next-facts-why", open))
}

fn conclude(here: &Here, case: &Case, about: About) -> Step {
    let (key, form) = match about {
        About::Authority => ("web-next-conclude-authority", "conclude-authority"),
        About::People => ("web-next-conclude-people", "conclude-people"),
    };
    let done = case.standing(about).is_some();
    let why = match case.overtaken(about) {
        _ if done => String::new(),
        Some(_) if case.is_worse(about) => here.f.t("web-next-conclude-again-why"),
        Some(_) => here.f.t("web-next-conclude-changed-why"),
        None => here.f.t("web-next-conclude-why"),
    };
    step(here, format!("{}#{form}", Tab::Assessment.address(&case.id)), key, done, why)
}

/// Each authority that has to be told by itself, or the one that stands for all.
fn file(here: &Here, case: &Case) -> Vec<Step> {
    let href = Tab::Notification.address(&case.id);
    let why = |done: bool| if done { String::new() } else { here.f.t("web-next-file-why") };
    let each = case.notified_each();
    if each.len() < 2 {
        let done = case.filed().is_some();
        return vec![step(here, href, "web-next-file", done, why(done))];
    }
    let due = case.notify_by();
    let one = |authority: &respond::Authority| {
        let done = !case.filed_with(&authority.country).is_empty();
        Step {
            what: here.f.t1("web-next-file-with", "authority", authority.name.as_str()),
            due: due.filter(|_| !done),
            late: !done && due.is_some_and(|due| due < case.now(here.now)),
            ..step(here, href.clone(), "web-next-file", done, why(done))
        }
    };
    each.into_iter().map(one).collect()
}

fn delay(here: &Here, case: &Case) -> Step {
    let href = format!("{}#delay", Tab::Notification.address(&case.id));
    step(here, href, "web-form-delay", false, here.f.t("web-form-delay-lead"))
}

/// Duties beside the notification, those with a date first. An appeal is a right, and stands with the decision.
fn duties(here: &Here, case: &Case) -> Vec<Step> {
    let own = |d: &Duty| match d.id.as_str() {
        "notify-authority" | "appeal" => false,
        // A question first: it is asked above.
        "communicate" => d.state != DutyState::Ask && (case.is_promised() || d.state != DutyState::Open),
        _ => true,
    };
    let mut open: Vec<Duty> = case.duties(here.now).into_iter().filter(|d| d.state.is_open() && own(d)).collect();
    let last = |d: &Duty| d.id == "document";
    open.sort_by_key(|d| (last(d), article(d).is_none(), d.due.is_none(), d.due.map(respond::Moment::timestamp)));
    open.iter().map(|d| duty(here, case, d)).collect()
}

/// The article by which a duty without a date is due without undue delay; none while it waits.
fn article(duty: &Duty) -> Option<&str> {
    let undue = ["communicate", "tell-controller", "held-back", "follow-up"].contains(&duty.id.as_str());
    let undue = undue && duty.due.is_none();
    undue.then_some(duty.source.as_str()).filter(|_| duty.state != DutyState::Paused)
}

fn duty(here: &Here, case: &Case, duty: &Duty) -> Step {
    let tab = match duty.id.as_str() {
        "communicate" | "held-back" | "letter-holds" => Tab::People,
        "erasure" | "measure" => Tab::Measures,
        "document" => match case.undocumented().first() {
            Some(&"nature") => Tab::Facts,
            Some(&"remedies") => Tab::Measures,
            _ => Tab::Notification,
        },
        "answer-authority" => Tab::Authority,
        _ => Tab::Notification,
    };
    let why = match article(duty) {
        _ if duty.state == DutyState::Paused => here.f.t("respond-duty-state-paused"),
        Some(article) if duty.id == "follow-up" => {
            let changed = here.f.n("web-filing-since", case.changed(&duty.about, case.now(here.now)).len());
            format!("{changed}. {}", here.f.t1("web-next-undue", "article", here.f.words.cite(article)))
        }
        Some(article) => here.f.t1("web-next-undue", "article", here.f.words.cite(article)),
        None if duty.id == "letter-holds" => here.f.t("web-letter-doubt"),
        None if duty.id == "document" => here.f.t("respond-duty-how-document"),
        None => String::new(),
    };
    Step {
        undue: article(duty).is_some(),
        what: duty_title(&here.f, case, duty),
        href: tab.address(&case.id),
        done: false,
        why,
        due: duty.due.map(respond::Moment::timestamp),
        late: duty.state == DutyState::Missed,
    }
}
