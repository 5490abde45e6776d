//! What has to be done next in a case, in the order in which it helps most.

use super::overview::duty_title;
use super::view::Tab;
use crate::session::Here;
use jiff::{SignedDuration, Timestamp};
use respond::{About, Authority, Case, Duty, DutyState};

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

/// A step before it is put into words: lists look through many, and show few.
pub struct Todo {
    kind: Kind,
    pub due: Option<Timestamp>,
    /// The same, or the clock of the case while it counts.
    pub by: Option<Timestamp>,
    pub late: bool,
    pub undue: bool,
}

enum Kind {
    Aware,
    Facts,
    Conclude(About),
    /// With one authority of several, or with the one that stands for all.
    File(Option<&'static Authority>),
    Delay,
    Duty(Box<Duty>),
}

/// So near a deadline, what it demands comes first; filing what is known before finding out the rest (Art. 33(4)).
const FILE_FIRST: SignedDuration = SignedDuration::from_hours(24);

pub fn steps(here: &Here, case: &Case) -> Vec<Step> {
    todos(case, here.now).iter().map(|todo| todo.step(here, case)).collect()
}

/// In the order in which they help most.
pub fn todos(case: &Case, real: Timestamp) -> Vec<Todo> {
    if !super::is_open(case) {
        return Vec::new();
    }
    let plain = Todo::plain;
    // A processor has no clock to start (Art. 33(2)).
    let mut todos = if case.is_processors() { Vec::new() } else { vec![plain(Kind::Aware)] };
    let now = case.now(real);
    let all = case.duties(real);
    let (urgent, later): (Vec<Todo>, Vec<Todo>) = duties(case, &all).into_iter().partition(|todo| todo.is_near(now));
    todos.extend(urgent);
    // What was withdrawn is concluded on again before anything is sent.
    let is_asked = !case.is_processors() && !case.is_untold() && case.standing(About::Authority).is_none_or(|c| c.duty);
    let due = case.notify_by();
    let file = if is_asked { file(case, due, now) } else { Vec::new() };
    let hurry = case.filed().is_none() && due.is_some_and(|due| due.duration_since(now) < FILE_FIRST);
    let (first, last) = if hurry { (file, Vec::new()) } else { (Vec::new(), file) };
    todos.extend(first);
    todos.push(plain(Kind::Facts));
    if !case.is_processors() {
        todos.extend([About::Authority, About::People].map(|about| plain(Kind::Conclude(about))));
    }
    todos.extend(last);
    // A notification still to be sent takes its reasons with it.
    todos.extend((!case.notified().is_empty() && case.owes_reasons(real)).then(|| plain(Kind::Delay)));
    todos.extend(later);
    // When it was filed is no date to be done by.
    let clock = due.filter(|_| all.iter().any(|d| d.id == "notify-authority" && d.state.is_open()));
    let by = |todo: Todo| Todo { by: todo.due.or(clock.filter(|_| !todo.undue)), ..todo };
    todos.into_iter().map(by).collect()
}

impl Todo {
    fn plain(kind: Kind) -> Self {
        Self { kind, due: None, by: None, late: false, undue: false }
    }

    /// Cannot wait: due within a day, or without undue delay.
    pub fn is_near(&self, now: Timestamp) -> bool {
        self.undue || self.due.is_some_and(|due| due.duration_since(now) < FILE_FIRST)
    }

    pub fn is_done(&self, case: &Case) -> bool {
        match &self.kind {
            Kind::Aware => case.notify_by().is_some(),
            Kind::Facts => case.proposal().questions.is_empty(),
            Kind::Conclude(about) => {
                let again = *about == About::Authority && case.is_untold();
                case.standing(*about).is_some() && !again
            }
            Kind::File(None) => case.filed().is_some(),
            Kind::File(Some(authority)) => !case.filed_with(&authority.country).is_empty(),
            Kind::Delay | Kind::Duty(_) => false,
        }
    }

    pub fn step(&self, here: &Here, case: &Case) -> Step {
        let done = self.is_done(case);
        let step = match &self.kind {
            Kind::Aware => aware(here, case, done),
            Kind::Facts => facts(here, case, done),
            Kind::Conclude(about) => conclude(here, case, *about, done),
            Kind::File(authority) => filing(here, case, *authority, done),
            Kind::Delay => delay(here, case),
            Kind::Duty(duty) => of_duty(here, case, duty),
        };
        Step { due: self.due, late: self.late, undue: self.undue, ..step }
    }
}

fn step(here: &Here, href: String, key: &str, done: bool, why: String) -> Step {
    Step { what: here.f.t(key), href, done, why, due: None, late: false, undue: false }
}

fn aware(here: &Here, case: &Case, done: bool) -> Step {
    let why = if done { String::new() } else { here.f.t("web-next-aware-why") };
    step(here, format!("{}#aware", Tab::Overview.address(&case.id)), "web-next-aware", done, why)
}

fn facts(here: &Here, case: &Case, done: bool) -> Step {
    let href = Tab::Facts.address(&case.id);
    if done {
        return step(here, href, "web-next-facts-done", true, String::new());
    }
    let open = case.proposal().questions.len();
    step(here, href, "web-next-facts", false, here.f.n("web-next-facts-why", open))
}

fn conclude(here: &Here, case: &Case, about: About, done: bool) -> Step {
    let (key, form) = match about {
        About::Authority => ("web-next-conclude-authority", "conclude-authority"),
        About::People => ("web-next-conclude-people", "conclude-people"),
    };
    let why = match case.overtaken(about) {
        _ if done => String::new(),
        Some(_) if case.is_worse(about) => here.f.t("web-next-conclude-again-why"),
        Some(_) => here.f.t("web-next-conclude-changed-why"),
        None if about == About::Authority && case.is_untold() => here.f.t("web-clock-withdrawn-note"),
        None => here.f.t("web-next-conclude-why"),
    };
    step(here, format!("{}#{form}", Tab::Assessment.address(&case.id)), key, done, why)
}

/// Each authority that has to be told by itself, or the one that stands for all.
fn file(case: &Case, due: Option<Timestamp>, now: Timestamp) -> Vec<Todo> {
    let each = case.notified_each();
    if each.len() < 2 {
        return vec![Todo::plain(Kind::File(None))];
    }
    let one = |authority: &'static Authority| {
        let todo = Todo::plain(Kind::File(Some(authority)));
        let due = due.filter(|_| !todo.is_done(case));
        Todo { due, late: due.is_some_and(|due| due < now), ..todo }
    };
    each.into_iter().map(one).collect()
}

fn filing(here: &Here, case: &Case, authority: Option<&Authority>, done: bool) -> Step {
    let why = if done { String::new() } else { here.f.t("web-next-file-why") };
    let key = if case.exercise { "web-next-file-exercise" } else { "web-next-file" };
    let step = step(here, Tab::Notification.address(&case.id), key, done, why);
    match authority.filter(|_| !case.exercise) {
        Some(authority) => Step {
            what: here.f.t1("web-next-file-with", "authority", authority.name_in(here.f.words.lang().tag())),
            ..step
        },
        None => step,
    }
}

fn delay(here: &Here, case: &Case) -> Step {
    let href = format!("{}#delay", Tab::Notification.address(&case.id));
    step(here, href, "web-form-delay", false, here.f.t("web-form-delay-lead"))
}

/// Duties beside the notification, those with a date first. An appeal is a right, and stands with the decision.
fn duties(case: &Case, all: &[Duty]) -> Vec<Todo> {
    let own = |d: &&Duty| match d.id.as_str() {
        "notify-authority" | "appeal" => false,
        // A question first: it is asked above.
        "communicate" => d.state != DutyState::Ask && (case.is_promised() || d.state != DutyState::Open),
        _ => true,
    };
    let mut open: Vec<&Duty> = all.iter().filter(|d| d.state.is_open()).filter(own).collect();
    let last = |d: &Duty| d.id == "document";
    open.sort_by_key(|d| (last(d), article(d).is_none(), d.due.is_none(), d.due.map(respond::Moment::timestamp)));
    let one = |d: &Duty| Todo {
        due: d.due.map(respond::Moment::timestamp),
        late: d.state == DutyState::Missed,
        undue: article(d).is_some(),
        ..Todo::plain(Kind::Duty(Box::new(d.clone())))
    };
    open.into_iter().map(one).collect()
}

/// The article by which a duty without a date is due without undue delay; none while it waits.
fn article(duty: &Duty) -> Option<&str> {
    let undue = ["communicate", "tell-controller", "held-back", "follow-up"].contains(&duty.id.as_str());
    let undue = undue && duty.due.is_none();
    undue.then_some(duty.source.as_str()).filter(|_| duty.state != DutyState::Paused)
}

fn of_duty(here: &Here, case: &Case, duty: &Duty) -> Step {
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
        what: duty_title(&here.f, case, duty),
        href: tab.address(&case.id),
        done: false,
        why,
        due: None,
        late: false,
        undue: false,
    }
}
