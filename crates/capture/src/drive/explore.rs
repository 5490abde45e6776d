//! Zero configuration: find pages, several at once where each tab can do no harm to the others.

use super::ahead::{Ahead, Rank};
use super::fill::{fill_page, say_unfilled};
use super::links::{self, Leads};
use super::listeners::{note_listeners, note_unloads};
use super::shots::Place;
use super::visit::{Visit, place};
use facts::{Cut, Gap, Mode};
use futures_util::future::join_all;
use serde::Deserialize;
use serde_json::json;
use std::time::Instant;

#[derive(Deserialize)]
struct Link {
    url: String,
    text: String,
    navigation: bool,
    /// It says itself that it is to be kept.
    file: bool,
}

/// Pages that are opened again at the end of a run: those that kept something, and those visited before that.
const KEEPING: usize = 3;
const BEFORE: usize = 5;

/// Where a page leads.
#[derive(Default)]
pub(super) struct Found {
    pub(super) links: Vec<(String, Rank)>,
    /// What is kept, not shown.
    pub(super) files: Vec<String>,
    /// Links that are not followed for their words or address: what they are called, and the address.
    pub(super) left: Vec<(String, String)>,
    /// Where a sent form or a pressed button led: looked at next.
    pub(super) next: Vec<String>,
    /// The address that was asked for, where another page came.
    elsewhere: Option<String>,
}

/// From the open start page on, up to the plan's number of pages. Pages are taken in waves, each in a tab of its own, and
/// what they lead to is put together in their order: the same site gives the same pages.
pub async fn explore(visit: &mut Visit<'_, '_>) {
    let mut ahead = Ahead::new(&visit.plan.start);
    ahead.seen(&visit.page.url());
    let mut opened = vec![(visit.plan.start.clone(), Instant::now())];
    let found = look_around(visit, &visit.plan.start).await;
    ahead.add_all(found, visit);
    let (mut tabs, mut pages, mut alone) = (Vec::new(), 1, false);
    while !visit.stop.stopped() && !visit.page.is_crashed() {
        tabs.retain(|tab: &Visit<'_, '_>| !tab.page.is_crashed());
        let wave = ahead.take(visit.desk.tabs.min(visit.plan.pages.saturating_sub(pages)));
        if wave.is_empty() {
            break;
        }
        while tabs.len() + 1 < wave.len() && !alone {
            match visit.tab().await {
                Ok(tab) => tabs.push(tab),
                // The first tab goes on with what the others would have taken.
                Err(_) => alone = true,
            }
        }
        for wave in wave.chunks(tabs.len() + 1) {
            let first = pages + 1;
            opened.extend(wave.iter().map(|page| (page.clone(), Instant::now())));
            pages += wave.len();
            for found in look_at(visit, &mut tabs, wave, first).await {
                ahead.add_all(found, visit);
            }
        }
    }
    for mut tab in tabs {
        tab.begin("leave");
        tab.page.leave().await;
        tab.page.close().await;
    }
    say_unvisited(visit, &mut ahead);
    open_again(visit, &opened).await;
}

/// What was kept on the device may be sent at the next visit: pages that kept something typed are opened once more, and after
/// them the pages that were opened before there was anything.
async fn open_again(visit: &mut Visit<'_, '_>, opened: &[(String, Instant)]) {
    let lane = visit.page.lane;
    let Some(last) = visit.page.look(|w| w.last_kept(lane)) else { return };
    let keeping = visit.page.look(|w| w.keeping(lane));
    let may = |visit: &Visit<'_, '_>, page: &str| visit.is_own(page) && !visit.page.look(|w| w.is_sending(lane, page));
    let mut again: Vec<String> = keeping.iter().filter(|page| may(visit, page)).take(KEEPING).cloned().collect();
    let mut before: Vec<String> = Vec::new();
    for (page, _) in opened.iter().filter(|(page, at)| *at < last && may(visit, page)) {
        if !again.iter().chain(&before).any(|other| place(other) == place(page)) {
            before.push(page.clone());
        }
    }
    if before.len() > BEFORE {
        let what = format!("{} more pages that were opened before something typed was kept", before.len() - BEFORE);
        visit.gap(what, format!("only the first {BEFORE} were opened again"));
    }
    again.extend(before.into_iter().take(BEFORE));
    for page in again {
        if visit.stop.stopped() || visit.page.is_crashed() {
            return;
        }
        if visit.open(&page).await.is_ok() {
            visit.page.beat().await;
        }
    }
}

fn say_unvisited(visit: &Visit<'_, '_>, ahead: &mut Ahead) {
    for (words, url) in &ahead.left_out {
        let to = crate::witness::without_query(url);
        let what =
            if words.is_empty() { format!("what {to} shows") } else { format!("what link `{words}` to {to} shows") };
        visit.gap(what, "it was not opened: its words or address say that it deletes, logs out or ends something");
    }
    if visit.stop.stopped() || visit.page.is_crashed() {
        return;
    }
    let files = ahead.files.len();
    if files > 0 {
        visit.gap(format!("{files} files that pages link to"), "downloads and documents are not opened");
    }
    let left = ahead.left();
    if left > 0 {
        let most = visit.plan.pages;
        let why = format!("not visited: --pages {most} is the limit");
        visit.unseen(Gap::new(format!("{left} more pages that are known"), why).cut_by(Cut::Pages));
    }
}

async fn look_at<'a, 'd>(
    visit: &mut Visit<'a, 'd>,
    tabs: &mut [Visit<'a, 'd>],
    wave: &[String],
    first: usize,
) -> Vec<Found> {
    let run = visit.place.run;
    let all = std::iter::once(&mut *visit).chain(tabs.iter_mut()).zip(wave).enumerate();
    let found = join_all(all.map(async |(n, (tab, url))| {
        tab.place = Place { run, page: first + n, shot: 0 };
        match tab.open(url).await {
            Ok(()) => {
                tab.answer_consent(false).await;
                look_around(tab, url).await
            }
            Err(_) => Found::default(),
        }
    }));
    let found = found.await;
    for tab in tabs {
        visit.take_over(tab);
    }
    found
}

/// `opened`: the address that was asked for; the page may show another.
async fn look_around(visit: &mut Visit<'_, '_>, opened: &str) -> Found {
    let elsewhere = (place(&visit.page.url()) != place(opened)).then(|| opened.to_owned());
    let mut found = Found { elsewhere, ..Found::default() };
    say_unread(visit).await;
    collect_links(visit, &mut found).await;
    if visit.plan.mode == Mode::Observe {
        say_unfilled(visit).await;
    } else {
        fill_page(visit, opened, &mut found).await;
        collect_links(visit, &mut found).await;
    }
    note_listeners(&visit.page).await;
    note_unloads(&visit.page).await;
    found
}

/// What a browser shows and nobody looks through.
async fn say_unread(visit: &Visit<'_, '_>) {
    let Ok(frame) = visit.page.main_frame().await else { return };
    let kind: String = visit.page.ask(&frame, "kind", json!([])).await.unwrap_or_default();
    if kind == "application/pdf" {
        let what = format!("what {} says", crate::witness::without_query(&frame.url));
        visit.gap(what, "it is a PDF document: its text is not looked at");
    }
}

pub(super) async fn collect_links(visit: &Visit<'_, '_>, found: &mut Found) {
    let mut links: Vec<Link> = Vec::new();
    for frame in visit.page.frames().await.iter().filter(|f| visit.is_part(f)) {
        links.extend(visit.page.ask::<Vec<Link>>(frame, "links", json!([])).await.unwrap_or_default());
    }
    for link in links {
        let Ok(url) = url::Url::parse(&link.url) else { continue };
        if !matches!(url.scheme(), "http" | "https") || !visit.is_own(&link.url) {
            continue;
        }
        if link.file || links::is_file(&url) {
            found.files.push(link.url);
            continue;
        }
        let lane = visit.page.lane;
        if visit.page.look(|w| w.is_sending(lane, &link.url)) {
            continue;
        }
        let rank = match links::rank(&url, &link.text) {
            Leads::First => Rank::Promising,
            Leads::Further if link.navigation => Rank::Navigation,
            Leads::Further => Rank::Other,
            Leads::Nowhere => continue,
            Leads::Away => {
                found.left.push((called(visit, &link), link.url));
                continue;
            }
        };
        found.links.push((link.url, rank));
    }
}

/// Longest name of a link, in characters.
const LONGEST: usize = 60;

/// What a visitor would call a link: its words, without what may be anybody's.
fn called(visit: &Visit<'_, '_>, link: &Link) -> String {
    let typed = visit.canaries.iter().fold(link.text.clone(), |text, canary| text.replace(&canary.value, "…"));
    let is_value = |word: &str| word.contains('@') || word.chars().filter(char::is_ascii_digit).count() > 3;
    let words: Vec<&str> = typed.split_whitespace().map(|word| if is_value(word) { "…" } else { word }).collect();
    words.join(" ").replace('`', "'").chars().take(LONGEST).collect()
}

impl Ahead {
    fn add_all(&mut self, found: Found, visit: &Visit<'_, '_>) {
        self.typed(&visit.canaries);
        found.elsewhere.iter().for_each(|url| self.led_elsewhere(url));
        self.files.extend(found.files);
        // The same words stand on many pages, and in each line of a list.
        for (words, url) in found.left {
            self.left_out.entry(words).or_insert(url);
        }
        found.links.into_iter().for_each(|(url, rank)| self.add(url, rank));
        found.next.into_iter().for_each(|url| self.add_next(url));
    }

    fn take(&mut self, most: usize) -> Vec<String> {
        std::iter::from_fn(|| self.next()).take(most).collect()
    }
}
