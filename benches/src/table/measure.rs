//! Clocks, medians, the machine.

use crate::Settings;
use std::fs;
use std::process::Command;
use std::time::Instant;

/// CPU seconds of this thread while `work` runs, and its result.
pub fn cpu<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let now = || {
        let t = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        t.tv_sec as f64 + t.tv_nsec as f64 / 1e9
    };
    let start = now();
    let result = work();
    (now() - start, result)
}

pub fn wall(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Runs two kinds of work in turn; (median of the first, of the second, of second over first).
pub fn paired(runs: usize, mut first: impl FnMut() -> f64, mut second: impl FnMut() -> f64) -> (f64, f64, f64) {
    let both: Vec<(f64, f64)> = (0..runs).map(|_| (first(), second())).collect();
    let of = |f: fn(&(f64, f64)) -> f64| median(both.iter().map(f).collect());
    (of(|b| b.0), of(|b| b.1), of(|b| b.1 / b.0))
}

/// User and system seconds of the children waited for so far (clock ticks of 10 ms, proc(5)).
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<f64> =
        stat.rsplit_once(')').map_or("", |(_, r)| r).split_whitespace().map(|f| f.parse().unwrap_or(0.0)).collect();
    fields.get(13..15).map_or(0.0, |t| (t[0] + t[1]) / 100.0)
}

/// CPU seconds of a whole process, and what it printed; none where it is not there or fails.
pub fn process(command: &mut Command) -> Option<(f64, String)> {
    let before = children();
    let output = command.output().ok()?;
    // ripgrep ends with 1 where it finds nothing
    let ended = output.status.code().is_some_and(|code| code <= 1) && output.stderr.is_empty();
    ended.then(|| (children() - before, String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// Bytes of memory that could be had.
pub fn memory() -> u64 {
    let info = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let line = info.lines().find(|l| l.starts_with("MemAvailable"));
    let kilobytes = line.and_then(|l| l.split_whitespace().nth(1)).and_then(|n| n.parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

pub fn machine(settings: &Settings) -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        cpus.lines().find_map(|l| l.strip_prefix("model name")).map_or("?", |m| m.trim_matches([':', '\t', ' ']));
    let count = cpus.lines().filter(|l| l.starts_with("processor")).count();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let date = Command::new("date")
        .args(["-u", "+%Y-%m-%d"])
        .output()
        .map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned());
    format!(
        "{model}, {count} virtual cores, load {} at the end, {}; {} MB of seeded traffic ({} MB beside the tools), one thread, \
         medians of {} runs, CPU time; `make bench`.",
        load.split(' ').next().unwrap_or("?"),
        date.unwrap_or_default(),
        settings.mb,
        settings.tools_mb,
        settings.runs
    )
}
