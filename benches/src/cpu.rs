//! CPU time: what else runs on the machine does not count.

/// Seconds the main thread has run so far, to the nanosecond.
pub fn seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").expect("a Linux that counts");
    text.split(' ').next().and_then(|ran| ran.parse::<f64>().ok()).expect("nanoseconds") / 1e9
}

/// How long some work runs.
pub fn spent(work: impl FnOnce()) -> f64 {
    let start = seconds();
    work();
    seconds() - start
}
