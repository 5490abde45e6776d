//! Times as exporters write them.

use jiff::civil::{self, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, fmt::rfc2822};

/// RFC 3339, RFC 2822 (HTTP), with or without `UTC` behind it; a time without an offset is UTC; `20210301120000`; numbers
/// since 1970 and others by their size. What is of no time in which there was traffic is none: programs write the year 1 for
/// "unknown", and days since 1899 are no seconds.
pub(crate) fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let read = written(text).or_else(|| counted(text))?;
    (FIRST..LAST).contains(&read.as_second()).then_some(read)
}

/// 1990 and 2100.
const FIRST: i64 = 631_152_000;
const LAST: i64 = 4_102_444_800;

fn written(text: &str) -> Option<Timestamp> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(at);
    }
    if let Ok(at) = rfc2822::parse(text) {
        return Some(at.timestamp());
    }
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return in_one(text);
    }
    let text = text.strip_suffix(" UTC").unwrap_or(text);
    if let Ok(local) = text.parse::<DateTime>() {
        return in_utc(local);
    }
    Timestamp::strptime("%d/%b/%Y:%H:%M:%S %z", text).ok()
}

fn in_utc(local: DateTime) -> Option<Timestamp> {
    local.to_zoned(TimeZone::UTC).ok().map(|z| z.timestamp())
}

/// `20210301120000`, as proxies and crawlers write it, or its first eight digits.
fn in_one(text: &str) -> Option<Timestamp> {
    match text.len() {
        14 => in_utc(DateTime::strptime("%Y%m%d%H%M%S", text).ok()?),
        8 => in_utc(civil::Date::strptime("%Y%m%d", text).ok()?.to_datetime(civil::Time::midnight())),
        _ => None,
    }
}

/// Numbers of such a size are of our time; how many of them a second has, and their first in seconds since 1970.
const COUNTS: [(std::ops::Range<f64>, f64, i64); 6] = [
    (631_152_000.0..4_102_444_800.0, 1.0, 0),
    (631_152_000e3..4_102_444_800e3, 1e3, 0),
    (631_152_000e6..4_102_444_800e6, 1e6, 0),
    // Chrome's and WebKit's: microseconds since 1601
    (12_275_625_600e6..15_746_918_400e6, 1e6, -11_644_473_600),
    // .NET's: tenths of microseconds since the year 1
    (62_766_748_800e7..66_238_041_600e7, 1e7, -62_135_596_800),
    // beyond .NET's
    (946_684_800e9..4_102_444_800e9, 1e9, 0),
];

fn counted(text: &str) -> Option<Timestamp> {
    let number = text.parse::<f64>().ok()?;
    let (_, each, first) = COUNTS.iter().find(|(sizes, ..)| sizes.contains(&number))?;
    // exact in whole seconds
    let (seconds, rest) = ((number / each).floor() as i64 + first, number % each / each);
    Timestamp::from_microsecond(seconds * 1_000_000 + (rest * 1e6).round() as i64).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_exporters_write_them() {
        let at = "2021-03-01T12:00:00Z".parse().ok();
        for text in [
            "2021-03-01T12:00:00Z",
            "2021-03-01T13:00:00+01:00",
            "2021-03-01 12:00:00",
            "2021-03-01 12:00:00 UTC",
            "Mon, 01 Mar 2021 12:00:00 GMT",
            "1614600000",
            "1614600000000",
            "1614600000000000",
            "1614600000000000000",
            "1.6146e9",
            "20210301120000",
            // Chrome, .NET
            "13259073600000000",
            "637501968000000000",
        ] {
            assert_eq!(time(text), at, "{text}");
        }
        assert_eq!(time("1614600000.5"), "2021-03-01T12:00:00.5Z".parse().ok());
        assert_eq!(time("1614600000250"), "2021-03-01T12:00:00.25Z".parse().ok());
        assert_eq!(time("20210301"), "2021-03-01T00:00:00Z".parse().ok());
    }

    /// Days of spreadsheets and of SQLite, "no time" of Go and .NET, and what is out of any range.
    #[test]
    fn what_is_no_time_is_none() {
        let none =
            ["soon", "", "0", "-1", "46024.1278", "2461042.6278", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];
        for text in none.into_iter().chain(["99999999999999", "99999999999999999999", "NaN", "inf", "20261399000000"]) {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
