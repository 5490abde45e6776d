//! Vendor configurations between two audits: fetched as any browser fetches them, their switches compared.

use super::Change;
use crate::audit::Order;
use crate::http::{self, Ways};
use facts::Report;
use judge::Vendors;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// One configuration, and its switches as they were last read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    pub url: String,
    pub vendor: String,
    pub account: String,
    pub switches: BTreeMap<String, String>,
    /// How often in a row it could not be fetched or read.
    #[serde(default)]
    pub failed: u32,
}

/// A configuration that stays silent this often is told.
const PATIENCE: u32 = 3;

#[derive(Debug, Default)]
pub struct Polled {
    pub changes: Vec<Change>,
    /// Why configurations could not be read, each with its address.
    pub troubles: Vec<String>,
    /// Those among them that have been silent for long, told once.
    pub silent: Vec<String>,
}

/// What the last audit saw, and of what it could not look at the last that did. One that it did not see stays as polling
/// knows it.
pub fn known(report: &Report, before: &[Known]) -> Vec<Known> {
    let mut found: Vec<Known> = Vec::new();
    for c in report.known_configurations() {
        if found.iter().any(|k| k.url == c.url) {
            continue;
        }
        let polled = before.iter().find(|k| k.url == c.url);
        if let Some(polled) = polled.filter(|_| report.earlier.configurations.contains(c)) {
            found.push(polled.clone());
            continue;
        }
        let served = report.known_settings().filter(|s| s.vendor == c.vendor && s.account == c.account);
        let switches = served.filter_map(|s| Some((s.setting.clone(), s.served.clone()?))).collect();
        let failed = polled.map_or(0, |k| k.failed);
        found.push(Known {
            url: c.url.clone(),
            vendor: c.vendor.clone(),
            account: c.account.clone(),
            switches,
            failed,
        });
    }
    found
}

/// Fetches each configuration once and compares.
pub async fn look(known: &mut [Known], order: &Order) -> Polled {
    let ways = Ways { resolve: &order.resolve, insecure: order.insecure, patience: Duration::from_secs(20) };
    let mut polled = Polled::default();
    for configuration in known {
        match read(configuration, ways).await {
            Ok(switches) => {
                configuration.failed = 0;
                polled.changes.extend(compare(configuration, &switches));
                configuration.switches.extend(switches);
            }
            Err(why) => {
                configuration.failed += 1;
                let why = format!("{}: {why}", configuration.url.split('?').next().unwrap_or_default());
                if configuration.failed == PATIENCE {
                    polled.silent.push(why.clone());
                }
                polled.troubles.push(why);
            }
        }
    }
    polled
}

async fn read(known: &Known, ways: Ways<'_>) -> Result<BTreeMap<String, String>, String> {
    let answer = http::get(&known.url, ways).await?;
    if answer.status != 200 {
        return Err(format!("answered {}", answer.status));
    }
    let url = url::Url::parse(&known.url).map_err(|e| e.to_string())?;
    let host = url.host_str().unwrap_or_default();
    let path = &known.url[known.url.find(host).unwrap_or(0) + host.len()..];
    let path = &path[path.find(['/', '?']).unwrap_or(0)..];
    let text = String::from_utf8_lossy(&answer.body);
    let settings = Vendors::builtin().configuration(host, path).into_iter().filter(|(v, ..)| v.id == known.vendor);
    let switches: BTreeMap<String, String> =
        settings.filter_map(|(_, s, _)| Some((s.name.clone(), s.read(&text)?.to_owned()))).collect();
    let lost = switches.is_empty() && !known.switches.is_empty();
    if lost { Err("no switch can be read in it".into()) } else { Ok(switches) }
}

fn compare(known: &Known, now: &BTreeMap<String, String>) -> Vec<Change> {
    let change = |(setting, after): (&String, &String)| {
        let before = known.switches.get(setting).filter(|before| *before != after)?;
        Some(Change {
            vendor: known.vendor.clone(),
            account: known.account.clone(),
            setting: setting.clone(),
            before: before.clone(),
            after: after.clone(),
            change_at: Vendors::builtin().vendor(&known.vendor).and_then(|v| v.settings_page.clone()),
        })
    };
    now.iter().filter_map(change).collect()
}
