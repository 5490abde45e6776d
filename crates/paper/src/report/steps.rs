//! What was done, step by step, with the pictures.

use super::Sources;
use crate::gaps;
use crate::say::{self, plain};
use facts::{Run, Step};
use std::collections::HashMap;

/// Bytes of pictures that the file holds beyond those of steps that tell something. As base64 they and the rest stay
/// below what mail servers take.
const ALBUM: usize = 9 << 20;

pub(super) struct RunView {
    pub name: String,
    pub steps: Vec<StepView>,
}

pub(super) struct StepView {
    pub anchor: String,
    pub name: String,
    pub ok: bool,
    pub why: Option<String>,
    pub page: Option<String>,
    pub picture: Picture,
    pub alt: String,
}

pub(super) enum Picture {
    /// A `data:` address.
    Here(String),
    /// The page looked as at an earlier step: its anchor, and words for it.
    Same(String, String),
    /// The file beside the report.
    Beside(String),
    None,
}

/// Where each picture stands, by its address: run and step.
struct Album {
    placed: HashMap<String, (usize, usize)>,
    left: usize,
}

pub(super) fn runs(s: &Sources<'_>) -> Vec<RunView> {
    let mut album = Album { placed: HashMap::new(), left: ALBUM };
    s.report.runs.iter().enumerate().map(|(n, run)| run_view(s, n, run, &mut album)).collect()
}

fn run_view(s: &Sources<'_>, n: usize, run: &Run, album: &mut Album) -> RunView {
    let step = |(i, step): (usize, &Step)| {
        let name = gaps::step(&step.name, &s.words);
        StepView {
            picture: album.picture(s, (n, i)),
            alt: s.words.with("paper-shot", &[("step", name.as_str().into())]),
            ok: step.ok,
            anchor: shot_anchor(n, i),
            why: step.why.as_deref().map(|why| gaps::why(why, &s.words)),
            page: step.page.as_deref().map(plain),
            name,
        }
    };
    RunView { name: run_name(s, run), steps: run.steps.iter().enumerate().map(step).collect() }
}

fn run_name(s: &Sources<'_>, run: &Run) -> String {
    say::run(&s.words, &run.journey, run.consent)
}

/// Where the picture of a step stands in the page.
pub(super) fn shot_anchor(run: usize, step: usize) -> String {
    format!("shot-{}-{}", run + 1, step + 1)
}

impl Album {
    fn picture(&mut self, s: &Sources<'_>, (n, i): (usize, usize)) -> Picture {
        let (run, step) = (&s.report.runs[n], &s.report.runs[n].steps[i]);
        let Some(name) = step.screenshot.as_deref() else { return Picture::None };
        let Some(picture) = s.picture(name) else {
            return if name.starts_with("screenshots/") { Picture::Beside(name.into()) } else { Picture::None };
        };
        if let Some(&(m, j)) = self.placed.get(&picture) {
            let number = ("step", (j + 1).to_string().into());
            let words = if m == n {
                s.words.with("paper-picture-same", &[number])
            } else {
                let other = run_name(s, &s.report.runs[m]);
                s.words.with("paper-picture-same-run", &[number, ("run", other.into())])
            };
            return Picture::Same(shot_anchor(m, j), words);
        }
        let size = picture.len() / 4 * 3;
        if !tells(s, run, step) {
            if size > self.left {
                return Picture::Beside(name.into());
            }
            self.left -= size;
        }
        self.placed.insert(picture.clone(), (n, i));
        Picture::Here(picture)
    }
}

/// Whether the picture belongs into the report whatever its size: something left at this step, or it failed.
fn tells(s: &Sources<'_>, run: &Run, step: &Step) -> bool {
    let here = |x: &facts::Sighting| {
        x.journey.as_ref() == Some(&run.journey)
            && x.consent == Some(run.consent)
            && x.step.as_ref() == Some(&step.name)
    };
    !step.ok || s.report.sightings.iter().any(here)
}
