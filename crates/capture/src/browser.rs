//! A real browser on the journeys of a plan.

mod session;
#[cfg(test)]
mod tests;

pub use crate::devtools::Tidying;

use crate::devtools::find;
use crate::drive::{Desk, Shots};
use facts::{Consent, Journey, Mint, Mode, Plan, Recording};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub struct Options<'a> {
    pub plan: &'a Plan,
    /// Folder of this audit; screenshots go to `screenshots/` below it.
    pub out: &'a Path,
    /// The browser to use; none = look in the usual places.
    pub chromium: Option<PathBuf>,
    pub stop: Stop,
}

/// Asks a running [`record`] to end and keep what it has.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What goes on, for a progress display.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Progress {
    Started {
        /// Journeys times consent states.
        runs: usize,
    },
    Run {
        journey: String,
        consent: Consent,
        /// 1-based.
        n: usize,
        of: usize,
    },
    Step {
        name: String,
        ok: bool,
    },
    /// Recorded so far, over all runs.
    Exchanges(usize),
    Ended {
        exchanges: usize,
        gaps: usize,
    },
}

#[derive(Debug, thiserror::Error)]
pub enum CaptureError {
    #[error("no Chromium found")]
    NoBrowser { tried: Vec<PathBuf> },
    #[error("the browser could not be used: {why}")]
    BrowserFailed { why: String },
    /// Nothing that is there as a browser, or one that this machine cannot run.
    #[error("`{}` could not be started as a browser: {why}", .program.display())]
    NotStarted { program: PathBuf, why: String },
    #[error("`{url}` cannot be reached: {why}")]
    Unreachable { url: String, why: String },
    /// It answered, but with a download or an error without a page.
    #[error("`{url}` shows no page: {why}")]
    NoPage { url: String, why: String },
    #[error("`{url}` asks for a name and password")]
    Password { url: String },
    #[error("`{url}` did not load within {} s", limit.as_secs_f32())]
    Slow { url: String, limit: Duration },
    #[error("`{selector}` in never_send is neither a CSS selector nor a path that begins with /")]
    Selector { selector: String },
}

impl CaptureError {
    /// Whether the user's input or machine is to be mended, not this program.
    pub fn is_input(&self) -> bool {
        !matches!(self, Self::BrowserFailed { .. })
    }
}

/// What was recorded, and the browser that is put away meanwhile.
#[derive(Debug)]
pub struct Recorded {
    pub recording: Recording,
    pub tidying: Tidying,
}

/// Every journey under every consent state, each in a browser context of its own. What was recorded until a stop, a
/// crash or a time-out is kept; what was not is a gap.
pub async fn record(
    options: Options<'_>,
    mint: &mut dyn Mint,
    watch: &mut (dyn FnMut(Progress) + Send),
) -> Result<Recorded, CaptureError> {
    let program = find(options.chromium.as_deref()).map_err(|tried| CaptureError::NoBrowser { tried })?;
    let shots = Shots::new(options.out);
    let session = session::Session::new(&options, &program).await?;
    let runs = runs(options.plan);
    watch(Progress::Started { runs: runs.len() });
    let (side_by_side, tabs) = share(runs.len(), options.plan);
    let desk = Desk::new(mint, &mut *watch, shots, options.stop.clone(), tabs, options.plan.pause);
    let outcomes = session.all(&runs, side_by_side, &desk).await;
    let idle = desk.spared.idle(&options.plan.never_send);
    drop(desk);
    match outcomes {
        Ok(outcomes) => {
            let (mut recording, tidying) = session.close(outcomes).await;
            recording.gaps.extend(idle);
            watch(Progress::Ended { exchanges: recording.exchanges.len(), gaps: recording.gaps.len() });
            Ok(Recorded { recording, tidying })
        }
        Err(error) => {
            drop(session.close(Vec::new()).await);
            Err(error)
        }
    }
}

/// How many runs go on side by side, and how many tabs each has. A page waits more than it works, so there are more tabs
/// than cores. Where forms are sent, the second page may show what the first has done: one after the other.
fn share(runs: usize, plan: &Plan) -> (usize, usize) {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let all = (3 * cores).clamp(3, 12);
    let side_by_side = runs.clamp(1, all);
    (side_by_side, if plan.mode == Mode::Submit { 1 } else { all / side_by_side })
}

fn runs(plan: &Plan) -> Vec<(&Journey, Consent)> {
    plan.journeys.iter().flat_map(|j| plan.consents.iter().map(move |c| (j, *c))).collect()
}
