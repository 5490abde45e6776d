//! Ends the process between any two writes, when a test asked for it.

use std::sync::atomic::{AtomicI64, Ordering};

static LEFT: AtomicI64 = AtomicI64::new(-1);

/// The process ends, as by `kill -9`, at the n-th point from now (0 is the next).
pub fn after(points: i64) {
    LEFT.store(points, Ordering::SeqCst);
}

pub fn point() {
    // Abort runs no destructors and flushes nothing: for the file it is what SIGKILL is.
    if LEFT.load(Ordering::SeqCst) >= 0 && LEFT.fetch_sub(1, Ordering::SeqCst) == 0 {
        std::process::abort();
    }
}

pub fn left() -> i64 {
    LEFT.load(Ordering::SeqCst)
}
