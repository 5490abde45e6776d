//! Fields that a page shows only to who scrolls on or points at something.

use super::done::Done;
use super::has_new;
use crate::drive::visit::Visit;
use serde::Deserialize;
use serde_json::json;

/// Times the end of a page that goes on growing is looked for.
const SCREENS: usize = 5;
/// What is pointed at on one page.
const HOVERS: usize = 6;

#[derive(Deserialize)]
struct Spot {
    n: usize,
    selector: String,
}

/// To the end of the page, and back to its beginning. One that grows each time is left. False where there is nothing to scroll.
pub(super) async fn scroll_on(visit: &Visit<'_, '_>) -> bool {
    let Ok(frame) = visit.page.main_frame().await else { return false };
    let descend = async || visit.page.ask::<f64>(&frame, "descend", json!([])).await.unwrap_or_default();
    let mut height = descend().await;
    if height == 0.0 {
        return false;
    }
    for _ in 0..SCREENS {
        visit.page.settle().await;
        let now = descend().await;
        if now <= height {
            let _: Option<()> = visit.page.ask(&frame, "ascend", json!([])).await.ok();
            return true;
        }
        height = now;
    }
    let what = format!("what comes further down on {}", crate::witness::without_query(&visit.page.url()));
    visit.gap(what, format!("the page grew each time its end was reached: it was left after {SCREENS} times"));
    true
}

/// Points at what may show fields while it is pointed at. True where new ones stand there then.
pub(super) async fn hover(visit: &mut Visit<'_, '_>, done: &mut Done) -> bool {
    let Ok(frame) = visit.page.main_frame().await else { return false };
    let spots: Vec<Spot> = visit.page.ask(&frame, "hovers", json!([])).await.unwrap_or_default();
    for spot in spots {
        if done.hovered.len() == HOVERS || !done.hovered.insert(spot.selector.clone()) {
            continue;
        }
        let name = format!("hover {}", spot.selector);
        visit.begin(&name);
        let pointed = visit.page.hover(&frame, spot.n).await;
        visit.page.settle().await;
        if has_new(visit, done).await {
            visit.end(&name, pointed).await;
            return true;
        }
    }
    false
}
