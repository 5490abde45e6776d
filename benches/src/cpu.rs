//! CPU time: what else runs on the machine does not count.

/// Seconds the main thread has run so far; the kernel renews the number every few milliseconds.
fn ran() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").expect("a Linux that counts");
    text.split(' ').next().and_then(|ran| ran.parse::<f64>().ok()).expect("nanoseconds") / 1e9
}

/// How long some work runs, done again and again until that can be told.
pub fn spent(mut work: impl FnMut()) -> f64 {
    let (start, mut times) = (ran(), 0.0);
    loop {
        work();
        times += 1.0;
        let spent = ran() - start;
        if spent > 0.2 {
            return spent / times;
        }
    }
}
