//! Our lists of holidays, for any year, against another source: every difference has a reason.

use crate::tables::tables;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeSet;

const OTHER: &str = include_str!("../../../../corpus/calendars/other.tsv");
const DIFFERENCES: &str = include_str!("../../../../corpus/calendars/differences.tsv");

type Day<'a> = (&'a str, char, Date);

fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

#[test]
fn every_list_is_that_of_another_source_but_for_what_is_explained() {
    let mut found: BTreeSet<Day> = BTreeSet::new();
    let mut countries = BTreeSet::new();
    for row in rows(OTHER) {
        let [country, year, days] = row[..] else { panic!("{row:?}") };
        let other: BTreeSet<Date> = days.split(' ').map(|day| format!("{year}-{day}").parse().unwrap()).collect();
        let own = tables().places.eu.country[country].year(year.parse().unwrap());
        let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let own: BTreeSet<Date> = own.into_iter().map(|(day, _)| day).filter(|day| !weekend(day)).collect();
        found.extend(other.difference(&own).map(|day| (country, '-', *day)));
        found.extend(own.difference(&other).map(|day| (country, '+', *day)));
        countries.insert(country);
    }
    let explained: BTreeSet<Day> = rows(DIFFERENCES)
        .map(|row| {
            let [country, sign, day, reason] = row[..] else { panic!("{row:?}") };
            assert!(reason.len() > 20, "{row:?}");
            (country, sign.chars().next().unwrap(), day.parse().unwrap())
        })
        .collect();
    let unexplained: Vec<_> = found.symmetric_difference(&explained).collect();
    assert!(unexplained.is_empty(), "{unexplained:?}");
    let all: BTreeSet<&str> = tables().places.eu.country.keys().map(String::as_str).collect();
    assert_eq!(countries, all, "every country is compared");
    assert_eq!(all.len(), 30);
}

#[test]
fn a_day_that_moves_takes_the_next_working_day_that_is_not_taken() {
    let working = |country: &str, day: &str| tables().places.eu.country[country].is_working_day(day.parse().unwrap());
    // Christmas Day and Boxing Day 2021 are a Saturday and a Sunday.
    assert_eq!(
        ["2021-12-24", "2021-12-27", "2021-12-28", "2021-12-29"].map(|day| working("BG", day)),
        [false, false, false, true]
    );
    assert!(working("DE", "2021-12-27"), "most lists move nothing");
    assert!(!working("IE", "2030-02-01") && working("IE", "2030-02-04"), "St Brigid's Day on a Friday");
}
