//! A year of the register in numbers.

use super::page;
use crate::frame::Frame;
use crate::oops::Oops;
use crate::questions::word;
use crate::session::Here;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{Redirect, Response};
use axum::routing::get;
use std::collections::BTreeMap;
use std::sync::Arc;

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/statistics", get(this_year)).route("/statistics/{year}", get(show))
}

#[derive(Template)]
#[template(path = "statistics.html")]
struct Show {
    f: Frame,
    year: i16,
    /// The nearest years that have cases.
    before: Option<i16>,
    after: Option<i16>,
    empty: bool,
    figures: Vec<(String, String)>,
    /// Heading, and words with how often each.
    tables: Vec<(String, Vec<(String, usize)>)>,
}

async fn this_year(here: Here) -> Redirect {
    Redirect::to(&format!("/statistics/{}", here.now.to_zoned(here.f.zone.clone()).year()))
}

async fn show(here: Here, Path(year): Path<i16>) -> Result<Response, Oops> {
    let stored = here.site.db.cases().await?;
    let all = respond::statistics(stored.iter().map(|s| &s.case), year, here.now);
    let f = here.f;
    let count = |n: usize| f.words.count(n as u64);
    let figure = |key: &str, value: String| (f.t(format!("web-statistics-{key}")), value);
    let hours = all.median_hours.map_or_else(|| "–".to_owned(), |h| f.words.number(h));
    let exempted: usize = all.exempted.values().sum();
    let figures = vec![
        figure("cases", count(all.cases)),
        figure("open", count(all.open)),
        figure("no-breach", count(all.no_breach)),
        figure("notified", count(all.notified)),
        figure("late", count(all.late)),
        figure("hours", hours),
        figure("communicated", count(all.communicated)),
        figure("exempted", count(exempted)),
        figure("overruled", count(all.overruled)),
        figure("people", f.words.number(all.people)),
        figure("erasures", count(all.erasure_requests)),
        figure("drills", count(all.drills)),
    ];
    let table = |fact: &str, counts: &BTreeMap<String, usize>| {
        let mut rows: Vec<(String, usize)> = counts.iter().map(|(code, n)| (word(&f, fact, code), *n)).collect();
        rows.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        (crate::questions::label(&f, fact), rows)
    };
    let decisions = all.decisions.iter().map(|(code, n)| (f.code("web-option-outcome", code), *n)).collect();
    let mut tables = vec![
        table("nature", &all.by_nature),
        table("incident", &all.by_incident),
        table("cause", &all.by_cause),
        table("data", &all.by_data),
        (f.t("web-decisions"), decisions),
    ];
    tables.retain(|(_, rows)| !rows.is_empty());
    let years: Vec<i16> = stored.iter().map(|s| s.case.opened.to_zoned(s.case.zone()).year()).collect();
    let before = years.iter().copied().filter(|y| *y < year).max();
    let after = years.iter().copied().filter(|y| *y > year).min();
    page(&Show { year, before, after, empty: all.cases + all.drills == 0, figures, tables, f })
}
