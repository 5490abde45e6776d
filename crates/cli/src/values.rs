//! Words and numbers of the command line, and what they are read as.

use clap::ValueEnum;
use facts::{Consent, Lang, Mode, Resolve, Severity};
use jiff::SignedDuration;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Hashes {
    All,
    Common,
}

/// How a list of people is looked for
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Join {
    /// What costs less
    Auto,
    /// Compile all people in memory, read the archives once
    Index,
    /// Read the archives twice, keep only the people who may stand in them
    Reverse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    On,
    Off,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Human,
    Json,
    Ndjson,
    Sarif,
    Junit,
    /// For a pull request
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ScanFormat {
    Human,
    Json,
    Ndjson,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ConsentArg {
    None,
    Reject,
    Accept,
}

impl From<ConsentArg> for Consent {
    fn from(arg: ConsentArg) -> Self {
        match arg {
            ConsentArg::None => Self::None,
            ConsentArg::Reject => Self::Reject,
            ConsentArg::Accept => Self::Accept,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ModeArg {
    Observe,
    Fill,
    Submit,
}

impl From<ModeArg> for Mode {
    fn from(arg: ModeArg) -> Self {
        match arg {
            ModeArg::Observe => Self::Observe,
            ModeArg::Fill => Self::Fill,
            ModeArg::Submit => Self::Submit,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SeverityArg {
    Low,
    Medium,
    High,
}

impl From<SeverityArg> for Severity {
    fn from(arg: SeverityArg) -> Self {
        match arg {
            SeverityArg::Low => Self::Low,
            SeverityArg::Medium => Self::Medium,
            SeverityArg::High => Self::High,
        }
    }
}

/// One whose phone numbers are known: those of any other would be looked for in vain. The error says what would be right.
pub fn country(word: &str) -> Result<String, String> {
    let code = word.to_ascii_uppercase();
    if flows::scan::phone_countries().any(|known| known == code) {
        return Ok(code);
    }
    let nearest = flows::scan::phone_country(word).map(str::to_owned);
    Err(nearest.unwrap_or_else(|| flows::scan::phone_countries().collect::<Vec<_>>().join(", ")))
}

pub fn lang(word: &str) -> Result<Lang, String> {
    Lang::from_tag(word).ok_or_else(|| "one of sv, fi, en".to_owned())
}

pub fn seconds(word: &str) -> Result<Duration, String> {
    match word.parse::<f64>() {
        Ok(s) if s > 0.0 && s <= 3600.0 => Ok(Duration::from_secs_f64(s)),
        _ => Err("seconds, more than 0 and at most 3600".to_owned()),
    }
}

pub fn pause(word: &str) -> Result<Duration, String> {
    match word.parse::<f64>() {
        Ok(s) if (0.0..=3600.0).contains(&s) => Ok(Duration::from_secs_f64(s)),
        _ => Err("seconds, from 0 to 3600".to_owned()),
    }
}

pub fn span(word: &str) -> Result<SignedDuration, String> {
    flows::watch::duration(word).ok_or_else(|| "a number and a unit: 30s, 15m, 6h, 1d".to_owned())
}

pub fn day(word: &str) -> Result<jiff::civil::Date, String> {
    word.parse().map_err(|_| "a day, such as 2027-01-31".to_owned())
}

/// An address, port 53 unless told otherwise.
pub fn name_server(word: &str) -> Result<SocketAddr, String> {
    let bare = || word.parse().ok().map(|ip: std::net::IpAddr| SocketAddr::new(ip, 53));
    word.parse().ok().or_else(bare).ok_or_else(|| "an address, such as 192.0.2.53 or 127.0.0.1:5353".to_owned())
}

pub fn address(word: &str) -> Result<SocketAddr, String> {
    word.parse().map_err(|_| "an address and a port, such as 127.0.0.1:8420".to_owned())
}

/// Where people reach the pages: `https://sluss.example.se`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteAddress {
    /// Without a slash at its end.
    pub base: String,
    pub host: String,
    pub https: bool,
}

pub fn site_address(word: &str) -> Result<SiteAddress, String> {
    let wrong = || "an address without a path, such as https://sluss.example.se".to_owned();
    let base = word.trim_end_matches('/').to_ascii_lowercase();
    let (scheme, named) = base.split_once("://").ok_or_else(wrong)?;
    let host = named.rsplit_once(':').map_or(named, |(host, _)| host);
    let port_fits = named == host || named[host.len() + 1..].parse::<u16>().is_ok();
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    if !["http", "https"].contains(&scheme) || host.is_empty() || !host.chars().all(fits) || !port_fits {
        return Err(wrong());
    }
    let (host, https) = (host.to_owned(), scheme == "https");
    Ok(SiteAddress { base, host, https })
}

/// `HOST:PORT:ADDR:PORT`; an IPv6 address stands in brackets.
pub fn resolve(word: &str) -> Result<Resolve, String> {
    let wrong = || "HOST:PORT:ADDR:PORT, such as shop.example:443:127.0.0.1:8443".to_owned();
    let (rest, to_port) = word.rsplit_once(':').ok_or_else(wrong)?;
    let mut parts = rest.splitn(3, ':');
    let (host, port, to_host) = (parts.next(), parts.next(), parts.next());
    match (host, port.map(str::parse), to_host, to_port.parse()) {
        (Some(host), Some(Ok(port)), Some(to), Ok(to_port)) if !host.is_empty() && !to.is_empty() => {
            Ok(Resolve { host: host.to_ascii_lowercase(), port, to_host: to.to_owned(), to_port })
        }
        _ => Err(wrong()),
    }
}

/// Where register and key lie unless told otherwise: `$XDG_DATA_HOME/sluss`, else `~/.local/share/sluss`, else `./sluss-data`.
pub fn data_folder() -> PathBuf {
    let home = std::env::var_os("HOME").map(|h| PathBuf::from(h).join(".local/share"));
    std::env::var_os("XDG_DATA_HOME")
        .map(PathBuf::from)
        .or(home)
        .map_or_else(|| "sluss-data".into(), |d| d.join("sluss"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_the_pages_has_a_name_and_no_path() {
        let named = site_address("https://Sluss.example.se:8443/").unwrap();
        assert_eq!((named.base.as_str(), named.host.as_str()), ("https://sluss.example.se:8443", "sluss.example.se"));
        assert!(named.https && !site_address("http://sluss").unwrap().https);
        for wrong in ["sluss.example.se", "ftp://x", "https://", "https://x/y", "https://u@x", "https://x:y"] {
            assert!(site_address(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn resolve_reads_as_curl_does_and_refuses_the_rest() {
        let r = resolve("Shop.example:443:[::1]:8443").unwrap();
        assert_eq!((r.host.as_str(), r.port, r.to_host.as_str(), r.to_port), ("shop.example", 443, "[::1]", 8443));
        for bad in ["shop.example", "shop.example:443:127.0.0.1", ":443:127.0.0.1:1", "shop:x:127.0.0.1:1", "a:1::2"] {
            assert!(resolve(bad).is_err(), "{bad}");
        }
    }
}
