//! A page that asks its service again and again whether what was sent is done: payments, bookings, signatures.

use super::Visit;
use super::press::form_sent;
use jiff::Timestamp;
use std::time::{Duration, Instant};

/// How long it is waited for.
const LONGEST: Duration = Duration::from_secs(20);
/// What is not asked within so long is not asked any more.
const PAUSE: Duration = Duration::from_secs(4);
const LOOK: Duration = Duration::from_millis(200);

/// Until nothing is asked any more some time after a press. `before`: how many exchanges there were, and when it was.
pub(super) async fn outlast(visit: &Visit<'_, '_>, form: &str, before: (usize, Timestamp)) {
    let lane = visit.page.lane;
    let (began, mut asked, mut last) = (Instant::now(), 0, Instant::now());
    while let Some((url, times)) = visit.page.look(|w| w.asked_since(lane, before.0, before.1)) {
        if times > asked {
            (asked, last) = (times, Instant::now());
        }
        if began.elapsed() > LONGEST {
            let why =
                format!("the page went on asking {url} for more than {} s: that was not waited for", LONGEST.as_secs());
            return visit.gap(form_sent(form, &visit.page.url()), why);
        }
        if last.elapsed() > PAUSE || visit.stop.stopped() || visit.page.is_crashed() {
            break;
        }
        tokio::time::sleep(LOOK).await;
    }
    if asked > 0 {
        visit.page.settle().await;
    }
}
