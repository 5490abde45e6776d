//! What has to be done next in a case, in the order in which it helps most.

use super::clock;
use crate::session::Here;
use jiff::SignedDuration;
use respond::{About, Answer, Case};

pub struct Step {
    pub what: String,
    pub href: String,
    pub done: bool,
    pub why: String,
}

/// So near the deadline, filing what is known comes before finding out the rest (Art. 33(4)).
const FILE_FIRST: SignedDuration = SignedDuration::from_hours(24);

pub fn steps(here: &Here, case: &Case) -> Vec<Step> {
    let mut steps = vec![aware(here, case)];
    let file = (case.answer(About::Authority) != Answer::No).then(|| file(here, case));
    let hurry = case.filings.is_empty() && nearly_over(here, case);
    let (first, last) = if hurry { (file, None) } else { (None, file) };
    steps.extend(first);
    steps.push(facts(here, case));
    steps.push(conclude(here, case, About::Authority));
    steps.push(conclude(here, case, About::People));
    steps.extend(last);
    steps
}

fn nearly_over(here: &Here, case: &Case) -> bool {
    let due = case.deadline().and_then(|d| d.operative).map(|m| m.timestamp());
    due.is_some_and(|due| due.duration_since(here.now) < FILE_FIRST)
}

fn step(here: &Here, case: &Case, key: &str, place: &str, done: bool, why: String) -> Step {
    Step { what: here.f.t(key), href: format!("/cases/{}{place}", case.id), done, why }
}

fn aware(here: &Here, case: &Case) -> Step {
    let done = clock(here, case).runs;
    let why = if done { String::new() } else { here.f.t("web-next-aware-why") };
    step(here, case, "web-next-aware", "#aware", done, why)
}

fn facts(here: &Here, case: &Case) -> Step {
    let open = case.assessment().questions.len();
    if open == 0 {
        return step(here, case, "web-next-facts-done", "/facts", true, String::new());
    }
    step(here, case, "web-next-facts", "/facts", false, here.f.n("web-next-facts-why", open))
}

fn conclude(here: &Here, case: &Case, about: About) -> Step {
    let (key, place) = match about {
        About::Authority => ("web-next-conclude-authority", "#conclude-authority"),
        About::People => ("web-next-conclude-people", "#conclude-people"),
    };
    let done = case.conclusion(about).is_some();
    let why = if done { String::new() } else { here.f.t("web-next-conclude-why") };
    step(here, case, key, place, done, why)
}

fn file(here: &Here, case: &Case) -> Step {
    let done = !case.filings.is_empty();
    let why = if done { String::new() } else { here.f.t("web-next-file-why") };
    step(here, case, "web-next-file", "#notification", done, why)
}
