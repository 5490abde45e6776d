use super::fill::files::Files;
use super::shots::Shots;
use super::spared::Spared;
use crate::browser::{Progress, Stop};
use crate::devtools::lock;
use facts::{Canary, CanaryRequest, Mint};
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::Instant;

/// What all runs share while they go on side by side.
pub struct Desk<'a> {
    mint: Mutex<&'a mut dyn Mint>,
    watch: Mutex<&'a mut (dyn FnMut(Progress) + Send)>,
    pub shots: Shots,
    pub spared: Spared,
    pub files: Files,
    pub stop: Stop,
    /// Tabs of one run.
    pub tabs: usize,
    /// Between two pages or sent forms, over all runs.
    pause: Duration,
    next: Mutex<Instant>,
}

impl<'a> Desk<'a> {
    pub fn new(
        mint: &'a mut dyn Mint,
        watch: &'a mut (dyn FnMut(Progress) + Send),
        shots: Shots,
        stop: Stop,
        tabs: usize,
        pause: Duration,
    ) -> Self {
        let next = Mutex::new(Instant::now());
        Self {
            mint: Mutex::new(mint),
            watch: Mutex::new(watch),
            shots,
            spared: Spared::default(),
            files: Files::default(),
            stop,
            tabs,
            pause,
            next,
        }
    }

    pub fn mint(&self, wanted: &CanaryRequest) -> Canary {
        lock(&self.mint).mint(wanted)
    }

    pub fn tell(&self, progress: Progress) {
        (lock(&self.watch))(progress);
    }

    /// Waits until the service may be asked again.
    pub async fn pace(&self) {
        let mine = {
            let mut next = lock(&self.next);
            let mine = (*next).max(Instant::now());
            *next = mine + self.pause;
            mine
        };
        tokio::time::sleep_until(mine).await;
    }
}
