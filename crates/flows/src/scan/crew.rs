//! One thread cuts, every core works, the caller's thread gets the results in the order of the cutting. What is under way
//! is bounded, so memory is.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// `cut` hands out jobs until it ends or its callback answers false, which it does once `emit` answered false.
pub(super) fn in_order<J: Send, R: Send, W: FnMut(J) -> R>(
    cores: usize,
    cut: impl FnOnce(&mut dyn FnMut(J) -> bool) + Send,
    worker: impl Fn() -> W + Sync,
    emit: &mut dyn FnMut(R) -> bool,
) {
    std::thread::scope(|scope| {
        let (jobs, waiting) = sync_channel::<(J, SyncSender<R>)>(cores);
        let (order, due) = sync_channel::<Receiver<R>>(2 * cores);
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..cores {
            let (waiting, worker) = (Arc::clone(&waiting), &worker);
            scope.spawn(move || {
                let mut work = worker();
                while let Some((job, answer)) = next(&waiting) {
                    // nobody waits for it any more once the caller stopped
                    let _ = answer.send(work(job));
                }
            });
        }
        drop(waiting);
        scope.spawn(move || {
            cut(&mut |job| {
                let (answer, result) = sync_channel(1);
                order.send(result).is_ok() && jobs.send((job, answer)).is_ok()
            });
        });
        for result in due {
            let Ok(result) = result.recv() else { return };
            if !emit(result) {
                return;
            }
        }
    });
}

fn next<T>(waiting: &Mutex<Receiver<T>>) -> Option<T> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}

#[cfg(test)]
mod tests {
    use super::in_order;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_order_whoever_made_them() {
        let mut all = Vec::new();
        let slow_first = |n: u64| {
            std::thread::sleep(std::time::Duration::from_millis(if n.is_multiple_of(4) { 3 } else { 0 }));
            n * n
        };
        in_order(4, |hand| (0..100).for_each(|n| assert!(hand(n))), || slow_first, &mut |n| {
            all.push(n);
            true
        });
        assert_eq!(all, (0..100).map(|n| n * n).collect::<Vec<_>>());
    }

    #[test]
    fn who_stops_gets_nothing_more_and_little_was_cut_ahead() {
        let cut = AtomicUsize::new(0);
        let mut got = 0;
        let endless = |hand: &mut dyn FnMut(usize) -> bool| while hand(cut.fetch_add(1, Ordering::Relaxed)) {};
        in_order(2, endless, || |n| n, &mut |_| {
            got += 1;
            got < 10
        });
        assert_eq!(got, 10);
        assert!(cut.load(Ordering::Relaxed) < 30);
    }
}
