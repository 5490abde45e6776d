use super::pipe::Connection;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long the log is waited for; it takes a few milliseconds.
const LONGEST: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(2);

/// Chromium writes its network log in batches of fifteen events (net/log/file_net_log_observer.cc, read 2026-11-27) and
/// has no command for what is left. So it is given events of a kind that leaves nothing behind: two batches of cookies for
/// a host that does not exist, in a profile that is thrown away.
const EVENTS: usize = 32;
const KIND: &str = "COOKIE_STORE_COOKIE_ADDED";
/// Those that are written in any case, and with them whatever came before.
const WRITTEN: usize = 15;

/// Has the browser write its log up to now; false where that did not come about in time.
pub async fn flush(connection: &Connection, path: &Path) -> bool {
    // Its pipe is closed: it has ended, and that is told elsewhere.
    if connection.is_closed() {
        return true;
    }
    let Some((mut log, sign)) = opened(path) else { return false };
    let cookie = |n| json!({"name": format!("n{n}"), "value": "1", "domain": "sluss.invalid", "path": "/"});
    let cookies: Vec<Value> = (0..EVENTS).map(cookie).collect();
    if connection.call_within(LONGEST, "", "Storage.setCookies", json!({"cookies": cookies})).await.is_err() {
        return connection.is_closed();
    }
    let (begun, mut seen) = (Instant::now(), Vec::new());
    while begun.elapsed() < LONGEST {
        if log.read_to_end(&mut seen).is_ok() && memchr::memmem::find_iter(&seen, sign.as_bytes()).count() >= WRITTEN {
            return true;
        }
        tokio::time::sleep(PAUSE).await;
    }
    false
}

/// The log at its present end, and what an event of our kind looks like in it.
fn opened(path: &Path) -> Option<(File, String)> {
    let mut log = BufReader::new(File::open(path).ok()?);
    let mut constants = Vec::new();
    log.read_until(b'\n', &mut constants).ok()?;
    let name = format!("\"{KIND}\":");
    let at = memchr::memmem::find(&constants, name.as_bytes())? + name.len();
    let number: String = constants[at..].iter().map(|b| char::from(*b)).take_while(char::is_ascii_digit).collect();
    let mut log = log.into_inner();
    log.seek(SeekFrom::End(0)).ok()?;
    Some((log, format!("\"type\":{number}}}")))
}
