//! Libraries that panic on damaged files: that is the file's fault, not the program's, and nothing to be shown a trace of.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// Whether a library reads a file in this thread.
    static READS: Cell<bool> = const { Cell::new(false) };
}

/// Reads by a library; an error where it panicked, in silence.
pub(super) fn guarded<T>(read: impl FnOnce() -> T) -> Result<T, ()> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let loud = take_hook();
        set_hook(Box::new(move |panic| {
            if !READS.get() {
                loud(panic);
            }
        }));
    });
    READS.set(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    READS.set(false);
    read.map_err(drop)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_panic_is_an_error() {
        assert_eq!(super::guarded(|| 1), Ok(1));
        assert_eq!(super::guarded(|| [1, 2].iter().find(|n| **n > 2).copied().unwrap()), Err(()));
    }
}
