//! A page that asks its service again and again whether what was sent is done: payments, bookings, signatures.

use super::Visit;
use super::press::form_sent;
use std::time::{Duration, Instant};

/// How long it is waited for.
const LONGEST: Duration = Duration::from_secs(20);
/// What is not asked within so long is not asked any more.
const PAUSE: Duration = Duration::from_secs(4);
const LOOK: Duration = Duration::from_millis(200);

/// Until nothing is asked again and again that was not before a press. `first`: how many exchanges there were before it.
pub(super) async fn outlast(visit: &Visit<'_, '_>, form: &str, first: usize) {
    let lane = visit.page.lane;
    let (began, mut asked, mut last) = (Instant::now(), 0, Instant::now());
    while let Some((url, times)) = visit.page.look(|w| w.asked_again(lane, first)) {
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
