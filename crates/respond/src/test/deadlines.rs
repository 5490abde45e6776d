//! Every worked example of `facts/deadlines.json`, and the clocks of the whole EEA.

use crate::calendar::{List, easter, orthodox_easter};
use crate::deadline::moment;
use crate::tables::tables;
use crate::{DeadlineAnswer, deadline, deadline_at, stage_deadline};
use jiff::civil::date;
use jiff::tz::TimeZone;

fn at(answer: &DeadlineAnswer, reading: &str) -> String {
    answer.readings.iter().find(|r| r.id == reading).map(|r| r.at.to_string()).unwrap_or_default()
}

#[test]
fn the_gdpr_examples_come_out_to_the_second() {
    let examples = [
        (
            "SE",
            "2026-03-10T09:00:00+01:00",
            "2026-03-13T09:00:00+01:00",
            "2026-03-13T10:00:00+01:00",
            "2026-03-13T10:00:00+01:00",
        ),
        (
            "SE",
            "2026-04-02T18:20:00+02:00",
            "2026-04-05T18:20:00+02:00",
            "2026-04-05T19:00:00+02:00",
            "2026-04-08T23:59:59+02:00",
        ),
        (
            "FI",
            "2026-04-02T18:20:00+03:00",
            "2026-04-05T18:20:00+03:00",
            "2026-04-05T19:00:00+03:00",
            "2026-04-08T23:59:59+03:00",
        ),
        (
            "SE",
            "2026-12-23T15:10:00+01:00",
            "2026-12-26T15:10:00+01:00",
            "2026-12-26T16:00:00+01:00",
            "2026-12-28T23:59:59+01:00",
        ),
        (
            "FI",
            "2026-12-23T15:10:00+02:00",
            "2026-12-26T15:10:00+02:00",
            "2026-12-26T16:00:00+02:00",
            "2026-12-29T23:59:59+02:00",
        ),
    ];
    for (country, aware, operative, full, disputed) in examples {
        let answer = deadline(aware, country, "gdpr").unwrap();
        assert_eq!(answer.operative.unwrap().to_string(), operative, "{country} {aware}");
        assert_eq!(at(&answer, "elapsed"), operative);
        assert_eq!(at(&answer, "full-hours"), full);
        assert_eq!(at(&answer, "full-hours-wall-clock"), full);
        assert_eq!(at(&answer, "two-working-days"), disputed);
        assert!(answer.readings.iter().all(|r| !r.source.is_empty() && r.at >= answer.operative.unwrap()));
    }
}

/// Clocks go forward on 29 March 2026 and back on 25 October 2026.
#[test]
fn the_operative_deadline_is_the_earlier_of_elapsed_and_wall_clock_hours() {
    let spring = deadline("2026-03-27T12:00", "SE", "gdpr").unwrap();
    assert_eq!(at(&spring, "elapsed"), "2026-03-30T13:00:00+02:00");
    assert_eq!(at(&spring, "wall-clock"), "2026-03-30T12:00:00+02:00");
    assert_eq!(spring.operative.unwrap().to_string(), "2026-03-30T12:00:00+02:00");
    let autumn = deadline("2026-10-23T12:00", "FI", "gdpr").unwrap();
    assert_eq!(at(&autumn, "elapsed"), "2026-10-26T11:00:00+02:00");
    assert_eq!(at(&autumn, "wall-clock"), "2026-10-26T12:00:00+02:00");
    assert_eq!(autumn.operative.unwrap().to_string(), "2026-10-26T11:00:00+02:00");
}

#[test]
fn the_examples_of_other_regimes_come_out() {
    let examples = [
        ("telecom", "complete", "SE", "2026-04-02T14:00", "2026-04-08"),
        ("telecom", "complete", "SE", "2026-06-18T14:00", "2026-06-22"),
        ("telecom", "complete", "FI", "2026-06-18T14:00", "2026-06-23"),
        ("telecom", "complete", "FI", "2026-12-23T14:00", "2026-12-29"),
        ("nis2", "final-report", "SE", "2026-11-24T10:00", "2026-12-24"),
        ("nis2", "final-report", "FI", "2026-11-24T10:00", "2026-12-28"),
        ("nis2", "final-report", "SE", "2026-05-20T10:00", "2026-06-22"),
        ("nis2", "final-report", "SE", "2026-03-31T10:00", "2026-04-30"),
        ("imy-supplement", "supplement", "SE", "2026-06-18T10:00", "2026-07-16"),
        ("appeal", "appeal", "SE", "2024-12-20T12:00", "2025-01-10"),
        ("appeal-public", "appeal", "SE", "2024-12-19T12:00", "2025-01-09"),
        ("appeal", "appeal", "SE", "2026-12-03T12:00", "2026-12-28"),
        ("appeal", "appeal", "SE", "2026-05-29T12:00", "2026-06-22"),
        ("appeal", "appeal", "SE", "2026-12-10T12:00", "2027-01-04"),
        ("appeal", "appeal", "FI", "2026-11-24T12:00", "2026-12-28"),
    ];
    for (regime, stage, country, from, end) in examples {
        let places = &tables().places;
        let zone = places.zone(places.authority(country).unwrap());
        let from = moment(from, &zone).unwrap().timestamp();
        let answer = stage_deadline(from, country, regime, stage).unwrap();
        let found = answer.operative.unwrap().to_string();
        assert!(found.starts_with(&format!("{end}T23:59:59")), "{regime} {country} {from}: {found}, expected {end}");
    }
}

#[test]
fn stages_follow_each_other_and_say_what_they_assume() {
    let answer = deadline("2026-03-10T09:00+01:00", "SE", "nis2").unwrap();
    let ids: Vec<&str> = answer.stages.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["early-warning", "incident-notification", "final-report"]);
    assert_eq!(answer.operative.unwrap().to_string(), "2026-03-11T09:00:00+01:00");
    assert!(answer.stages[2].assumed && !answer.stages[1].assumed && answer.unconfirmed);
    let owed = deadline("2026-03-10T09:00+01:00", "SE", "gdpr-processor").unwrap();
    assert!(owed.operative.is_none() && owed.stages[0].undue_delay);
}

#[test]
fn every_country_of_the_eea_has_clock_and_holidays() {
    let places = &tables().places;
    assert_eq!(places.authorities.len(), 31, "thirty states and Åland");
    for authority in &places.authorities {
        let answer = deadline("2026-04-02T18:20+02:00", &authority.country, "gdpr").unwrap();
        assert_eq!(answer.operative.unwrap().timestamp().to_string(), "2026-04-05T16:20:00Z", "{}", authority.country);
        let calendar = places.calendar(authority, List::Eu).unwrap();
        assert!((8..=17).contains(&calendar.year(2026).len()), "{}", authority.country);
        assert!(!calendar.is_working_day(date(2026, 12, 25)) && !calendar.is_working_day(date(2026, 1, 1)));
    }
    let aland = deadline("2026-12-23T15:10+02:00", "fi-ax", "gdpr").unwrap();
    assert_eq!((aland.zone.as_str(), aland.country.as_str()), ("Europe/Mariehamn", "FI-AX"));
    assert_eq!(at(&aland, "two-working-days"), "2026-12-29T23:59:59+02:00");
}

#[test]
fn finnish_law_is_as_unsure_on_aland_and_what_no_law_is_there_is_refused_as_that() {
    let unsure = |country, regime| deadline("2026-12-21T15:10", country, regime).unwrap().unconfirmed;
    assert!(unsure("FI", "telecom") && unsure("FI-AX", "telecom") && !unsure("SE", "telecom"));
    let refused = deadline("2026-12-21T15:10", "FI", "lex-maria").unwrap_err();
    assert_eq!((refused.code, &*refused.message), ("unknown-regime", "no regime `lex-maria` is known for FI"));
}

#[test]
fn movable_feasts_are_where_the_churches_have_them() {
    for (year, month, day) in
        [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2026, 4, 5), (2038, 4, 25), (2049, 4, 18)]
    {
        assert_eq!(easter(year), date(year, month, day));
    }
    for (year, month, day) in [(2021, 5, 2), (2024, 5, 5), (2025, 4, 20), (2026, 4, 12), (2027, 5, 2)] {
        assert_eq!(orthodox_easter(year), date(year, month, day));
    }
}

#[test]
fn the_swedish_and_finnish_lists_differ_where_the_law_does() {
    let places = &tables().places;
    let list = |country: &str, list| places.calendar(places.authority(country).unwrap(), list).unwrap();
    for (year, eve) in [(2025, 20), (2026, 19), (2027, 25), (2028, 23)] {
        let eve = date(year, 6, eve);
        assert!(list("SE", List::Eu).is_working_day(eve), "midsommarafton {year} is none of the Union's holidays");
        assert!(!list("SE", List::National).is_working_day(eve), "midsommarafton {year}");
        assert!(!list("FI", List::Eu).is_working_day(eve), "juhannusaatto {year}");
    }
    let all_saints = list("SE", List::Eu).year(2026).into_iter().find(|(_, id)| *id == "all-saints-saturday").unwrap();
    assert_eq!(all_saints.0, date(2026, 10, 31));
    assert!(list("SE", List::Eu).is_working_day(date(2003, 6, 6)), "no national holiday before 2005");
    assert!(
        !list("DK", List::Eu).is_working_day(date(2023, 5, 5))
            && list("DK", List::Eu).is_working_day(date(2024, 4, 26))
    );
}

#[test]
fn wrong_questions_are_refused_with_what_would_be_right() {
    let unknown = deadline("2026-04-02T18:20+02:00", "SW", "gdpr").unwrap_err();
    assert_eq!((unknown.code, unknown.nearest.is_some()), ("country", true));
    let regime = deadline("2026-04-02T18:20+02:00", "SE", "gdrp").unwrap_err();
    assert_eq!(regime.nearest.as_deref(), Some("gdpr"));
    let stage = stage_deadline("2026-04-02T18:20Z".parse().unwrap(), "SE", "telecom", "complet").unwrap_err();
    assert_eq!(stage.nearest.as_deref(), Some("complete"));
    for text in ["", "yesterday", "2026-04-02"] {
        assert_eq!(deadline(text, "SE", "gdpr").unwrap_err().code, "moment", "{text}");
    }
    for (text, code, why) in [
        ("2026-13-02T10:00", "no-such-month", "12 months"),
        ("2026-02-29T10:00", "no-such-day", "February 2026 has 28 days"),
        ("2100-02-29T10:00", "no-such-day", "February 2100 has 28 days"),
        ("2026-04-31T10:00Z", "no-such-day", "April 2026 has 30 days"),
        ("2026-04-02T25:00", "no-such-time", "23:59"),
        ("2026-04-02 10:60", "no-such-time", "23:59"),
    ] {
        let problem = deadline(text, "SE", "gdpr").unwrap_err();
        assert_eq!((problem.code, problem.nearest), (code, None), "{text}");
        assert!(problem.message.contains(why), "{}", problem.message);
    }
    assert!(deadline("2028-02-29T10:00", "SE", "gdpr").is_ok());
    assert_eq!(deadline("2016-04-02T18:20+02:00", "SE", "gdpr").unwrap_err().code, "not-in-force");
    let gap = deadline("2026-03-29T02:30", "SE", "gdpr").unwrap_err();
    assert_eq!(gap.code, "clock-change");
    let twice = deadline("2026-10-25T02:30", "SE", "gdpr").unwrap_err();
    assert_eq!((twice.code, twice.allowed.len()), ("clock-change", 2));
    assert!(deadline(&twice.allowed[0], "SE", "gdpr").is_ok(), "{}", twice.allowed[0]);
}

#[test]
fn a_deadline_survives_json() {
    let answer = deadline_at("2026-04-02T16:20:00Z".parse().unwrap(), "SE", "gdpr").unwrap();
    let text = serde_json::to_string(&answer).unwrap();
    assert!(text.contains(r#""aware":"2026-04-02T18:20:00+02:00""#));
    assert_eq!(serde_json::from_str::<DeadlineAnswer>(&text).unwrap(), answer);
}

#[test]
fn no_zone_needs_a_disk() {
    let places = &tables().places;
    assert!(places.authorities.iter().all(|a| places.zone(a) != TimeZone::UTC));
}

#[test]
fn regimes_and_places_go_by_their_other_names_too() {
    let id = |regime: &str, country: &str| deadline("2026-04-02T18:20", country, regime).map(|d| (d.regime, d.country));
    for (named, meant) in [("LEK", "telecom"), ("gdpr33", "gdpr"), ("nis2_se", "nis2"), ("brottsdatalagen", "bdl")] {
        assert_eq!(id(named, "SE").unwrap().0, meant, "{named}");
    }
    assert_eq!(id("gdpr", "ax").unwrap().1, "FI-AX");
    assert!(id("nis2_fi", "FI").is_ok() && id("lek", "DE").is_err());
}

#[test]
fn a_reading_names_the_law_it_reads_and_no_other() {
    for (regime, law) in [("gdpr", "2016/679"), ("dora", "2022/2554"), ("cra", "2024/2847"), ("telecom", "611/2013")] {
        let answer = deadline("2026-11-24T09:00", "SE", regime).unwrap();
        let source = &answer.readings[0].source;
        assert!(source.contains(law) && (regime == "gdpr" || !source.contains("33(1)")), "{regime}: {source}");
    }
}

/// Art. 3(5): the 29th and 30th are two whole working days of hours that begin at midnight.
#[test]
fn hours_that_begin_at_midnight_begin_with_a_whole_day() {
    let late = deadline("2026-04-28T23:30", "SE", "gdpr").unwrap();
    assert_eq!(at(&late, "two-working-days"), "2026-05-02T00:00:00+02:00");
    let later = deadline("2026-04-29T00:00", "SE", "gdpr").unwrap();
    assert_eq!(at(&later, "two-working-days"), "2026-05-04T23:59:59+02:00");
}

#[test]
fn a_period_that_ends_in_an_hour_that_the_clocks_skip_ends_after_it() {
    let answer = deadline("2026-03-26T01:59", "SE", "gdpr").unwrap();
    assert_eq!(at(&answer, "full-hours-wall-clock"), "2026-03-29T03:00:00+02:00");
    assert_eq!(at(&answer, "full-hours"), "2026-03-29T03:00:00+02:00");
    assert_eq!(answer.operative.unwrap().to_string(), "2026-03-29T01:59:00+01:00");
}

#[test]
fn what_a_hint_says_can_be_typed() {
    for text in ["2026-10-25T02:30", "2026-10-25 02:30"] {
        let twice = deadline(text, "SE", "gdpr").unwrap_err();
        assert_eq!((twice.code, twice.allowed.len()), ("clock-change", 2));
        for right in twice.allowed {
            deadline(&right, "SE", "gdpr").unwrap();
        }
    }
    let apart = deadline("2026-10-25 00:30:00 +00:00", "SE", "gdpr").unwrap();
    assert_eq!(apart.aware.to_string(), "2026-10-25T02:30:00+02:00");
}

#[test]
fn a_law_of_one_country_names_it() {
    assert_eq!((crate::country_of("nis2-fi"), crate::country_of("gdpr")), (Some("FI"), None));
}

#[test]
fn an_offset_is_one_that_rfc_3339_has() {
    let problem = deadline("2026-04-02T18:20+25:00", "SE", "gdpr").unwrap_err();
    assert_eq!((problem.code, problem.allowed[0].as_str()), ("moment", "2026-04-02T18:20:00+02:00"));
    for text in ["2026-04-02T18:20+14:00", "2026-04-02T18:20:00-02:00", "2026-04-02T18:20:00.5Z"] {
        assert!(crate::deadline(text, "SE", "gdpr").is_ok(), "{text}");
    }
}

#[test]
fn without_a_number_of_hours_the_operative_deadline_is_null() {
    let answer = deadline("2026-04-02T18:20+02:00", "SE", "gdpr-processor").unwrap();
    assert_eq!(serde_json::to_value(&answer).unwrap().get("operative"), Some(&serde_json::Value::Null));
}
