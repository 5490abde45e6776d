//! Vendor switches three times over: as declared, as the vendor serves them, as the traffic shows them.
//!
//! The decision IMY-2022-3822 turned on this: the platform said off, the vendor's own configuration said on and won.

use crate::Vendors;
use crate::check::HASH_IDENTIFIERS;
use crate::evidence::{disguise, filmed, path_of, same_page, text_of};
use crate::parameters::parameters;
use crate::vendors::{Filmed, How, Key, Setting, Vendor};
use crate::who::Who;
use declare::Policy;
use facts::{Canary, Configuration, Exchange, Gap, Recording, SettingRow, Sighting};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The switch that keys of the vendor's own show in the traffic.
pub const AUTOMATIC_MATCHING: &str = "automatic-matching";
/// The switch that a recording shows by being sent.
pub const SESSION_REPLAY: &str = "session-replay";
/// Those that a recording shows to be off by holding readable what was typed.
pub const MASKS: [&str; 2] = ["mask-inputs", "mask-all"];

/// vendor, account, setting
type Name = (String, String, String);

/// One row for each vendor, account and switch that was declared, served or observed.
pub fn rows(
    policy: &Policy,
    who: &Who<'_>,
    recording: &Recording,
    sightings: &[Sighting],
    vendors: &Vendors,
) -> Vec<SettingRow> {
    let mut rows: BTreeMap<Name, SettingRow> = BTreeMap::new();
    served(who, recording, vendors, &mut rows);
    observed(who, recording, sightings, vendors, &mut rows);
    recorded(who, recording, sightings, vendors, &mut rows);
    declared(policy, vendors, &mut rows);
    hashed(policy, sightings, vendors, &mut rows);
    let mut rows: Vec<SettingRow> = rows.into_values().collect();
    let conflicts: Vec<bool> = rows.iter().map(|row| conflict(row, &rows, vendors)).collect();
    for (row, conflict) in rows.iter_mut().zip(conflicts) {
        row.conflict = conflict;
    }
    rows
}

fn row<'r>(
    rows: &'r mut BTreeMap<Name, SettingRow>,
    vendor: &Vendor,
    account: &str,
    setting: &str,
) -> &'r mut SettingRow {
    let name = (vendor.id.clone(), account.to_owned(), setting.to_owned());
    rows.entry(name).or_insert_with(|| SettingRow {
        vendor: vendor.id.clone(),
        account: account.to_owned(),
        setting: setting.to_owned(),
        declared: None,
        served: None,
        observed: None,
        conflict: false,
        evidence: None,
        change_at: vendor.settings_page.clone(),
    })
}

fn vendor_of<'v>(who: &Who<'v>, exchange: &Exchange) -> Option<&'v Vendor> {
    who.vendor(exchange)
}

/// Host and body of what a third party served; none where nothing readable came.
fn text<'e>(who: &Who<'_>, exchange: &'e Exchange) -> Option<(String, &'e [u8])> {
    let host = exchange.host().filter(|_| who.recipient_of(exchange).is_some())?;
    let body = exchange.response.as_ref().filter(|r| r.status < 400)?.body.as_deref()?;
    Some((host, body))
}

/// Reads every configuration among the responses. Where two disagree, the word under which more is taken stands: it is
/// what can leak.
fn served(who: &Who<'_>, recording: &Recording, vendors: &Vendors, rows: &mut BTreeMap<Name, SettingRow>) {
    for exchange in &recording.exchanges {
        let Some((host, body)) = text(who, exchange) else { continue };
        let configuration = vendors.configuration(&host, path_of(&exchange.url));
        if configuration.is_empty() {
            continue;
        }
        let text = String::from_utf8_lossy(body);
        for (vendor, setting, account) in configuration {
            let Some(value) = setting.read(&text) else { continue };
            let account = if account.is_empty() { named_in(exchange, setting) } else { account };
            let row = row(rows, vendor, &account, &setting.name);
            if row.served.as_deref() != Some(setting.unsafe_value()) {
                row.served = Some(value.to_owned());
                row.evidence = Some(exchange.id.clone());
            }
        }
    }
}

/// The account that the request for a configuration names, where its address does not.
fn named_in(exchange: &Exchange, setting: &Setting) -> String {
    let Some(key) = &setting.account_key else { return String::new() };
    parameters(exchange).into_iter().find(|(k, _)| k == key).map(|(_, account)| account).unwrap_or_default()
}

/// Every configuration as it was served, the same text once.
pub fn configurations(who: &Who<'_>, recording: &Recording, vendors: &Vendors) -> Vec<Configuration> {
    let mut found: Vec<Configuration> = Vec::new();
    for exchange in &recording.exchanges {
        let Some((host, body)) = text(who, exchange) else { continue };
        let Some((vendor, setting, account)) = vendors.configuration(&host, path_of(&exchange.url)).into_iter().next()
        else {
            continue;
        };
        let account = if account.is_empty() { named_in(exchange, setting) } else { account };
        let sha256: String = Sha256::digest(body).iter().map(|b| format!("{b:02x}")).collect();
        if !found.iter().any(|c| c.url == exchange.url && c.sha256 == sha256) {
            let (vendor, url) = (vendor.id.clone(), exchange.url.clone());
            found.push(Configuration { vendor, account, url, exchange: exchange.id.clone(), sha256 });
        }
    }
    found.sort();
    found
}

/// How a gap names a switch; whose account it is, is known where something of it came.
fn called(setting: &str, vendor: &str, account: &str) -> String {
    let of = if account.is_empty() { String::new() } else { format!(" account `{account}`") };
    format!("setting `{setting}` of {vendor}{of}")
}

/// Configurations that were fetched and cannot be read: their switches are unknown, not off.
pub fn unread(who: &Who<'_>, recording: &Recording, vendors: &Vendors) -> Vec<Gap> {
    let mut gaps: BTreeSet<(String, &str)> = BTreeSet::new();
    for exchange in &recording.exchanges {
        let Some(host) = exchange.host().filter(|_| who.recipient_of(exchange).is_some()) else { continue };
        let why = match &exchange.response {
            None => "no answer was recorded",
            Some(r) if r.status >= 400 => "the server answered with an error",
            Some(r) if r.body.is_none() && r.status != 304 => "its body was not kept",
            Some(_) => continue,
        };
        for (vendor, setting, account) in vendors.configuration(&host, path_of(&exchange.url)) {
            gaps.insert((called(&setting.name, &vendor.name, &account), why));
        }
    }
    gaps.into_iter().map(|(what, why)| Gap::new(what, why)).collect()
}

/// Switches that were declared and that nothing showed.
pub fn unshown(rows: &[SettingRow], vendors: &Vendors) -> Vec<Gap> {
    let unshown = rows.iter().filter(|r| r.is_unchecked());
    let gap = |row: &SettingRow| {
        let vendor = vendors.vendor(&row.vendor).map_or(row.vendor.as_str(), |v| v.name.as_str());
        Gap::new(
            called(&row.setting, vendor, &row.account),
            "it was declared, and nothing that was served or sent shows it",
        )
    };
    unshown.map(gap).collect()
}

/// `on` where a value stood under a key the vendor fills by itself; `off` only where it had the occasion and did not.
fn observed(
    who: &Who<'_>,
    recording: &Recording,
    sightings: &[Sighting],
    vendors: &Vendors,
    rows: &mut BTreeMap<Name, SettingRow>,
) {
    let mut taken: BTreeMap<&str, Vec<&Key>> = BTreeMap::new();
    for sighting in sightings {
        let vendor = sighting.recipient.as_deref().and_then(|r| vendors.vendor(r));
        taken.entry(&sighting.exchange).or_default().extend(vendor.and_then(|v| v.key(&sighting.key)));
    }
    let typed = Typed::new(recording);
    let mut seen: BTreeMap<Name, bool> = BTreeMap::new();
    for exchange in &recording.exchanges {
        let Some(vendor) = vendor_of(who, exchange).filter(|v| v.is_event(path_of(&exchange.url))) else { continue };
        let parameters = parameters(exchange);
        let filled = parameters.iter().filter(|(_, v)| !v.is_empty()).filter_map(|(k, _)| vendor.key(k));
        let mut found: Vec<&Key> = filled.collect();
        found.extend(taken.get(exchange.id.as_str()).into_iter().flatten());
        found.retain(|key| matches(key) || is_marked(key, exchange));
        let always = vendor.keys.iter().filter(|key| matches(key));
        let switches: BTreeSet<&str> = always.chain(found.iter().copied()).flat_map(shown).collect();
        for switch in switches {
            let on = found.iter().any(|key| shown(key).any(|s| s == switch));
            if on || typed.before(exchange, vendor, switch) {
                let name = (vendor.id.clone(), account(vendor, exchange, &parameters), switch.to_owned());
                *seen.entry(name).or_default() |= on;
            }
        }
    }
    let sent: Vec<(String, String)> =
        seen.keys().map(|(vendor, account, _)| (vendor.clone(), account.clone())).collect();
    for ((vendor, account, switch), on) in &seen {
        let account = the_only(vendor, account, &sent, rows);
        let Some(vendor) = vendors.vendor(vendor) else { continue };
        let on = *on || row(rows, vendor, &account, switch).observed.as_deref() == Some("on");
        let value = if on { "on" } else { "off" }.to_owned();
        row(rows, vendor, &account, switch).observed = Some(value);
    }
}

/// A request that names no account is of the only one there is, among those that were sent to or have rows; one that names
/// it without what is put before it (`AW-`) is of that.
fn the_only(vendor: &str, account: &str, sent: &[(String, String)], rows: &BTreeMap<Name, SettingRow>) -> String {
    let sent = sent.iter().filter(|(v, _)| v == vendor).map(|(_, account)| account);
    let served = || rows.keys().filter(|(v, ..)| v == vendor).map(|(_, account, _)| account);
    let whole = |of: &&String| of.strip_suffix(account).is_some_and(|before| before.ends_with('-'));
    if let Some(whole) = served().find(whole).filter(|_| !account.is_empty()) {
        return whole.clone();
    }
    let named: BTreeSet<&String> = sent.chain(served()).filter(|account| !account.is_empty()).collect();
    let mut named = named.into_iter();
    match (account.is_empty(), named.next(), named.next()) {
        (true, Some(only), None) => only.clone(),
        _ => account.to_owned(),
    }
}

/// What a recording of the visit shows of its own switches: it runs, and what was typed stands in it readable. That
/// none was sent shows nothing: a vendor may film a share of the visits.
fn recorded(
    who: &Who<'_>,
    recording: &Recording,
    sightings: &[Sighting],
    vendors: &Vendors,
    rows: &mut BTreeMap<Name, SettingRow>,
) {
    let films = |e: &&Exchange| vendor_of(who, e).is_some_and(|v| v.films(e));
    let films: Vec<&Exchange> = recording.exchanges.iter().filter(films).collect();
    let typed = |s: &&Sighting| {
        let vendor = s.recipient.as_deref().and_then(|r| vendors.vendor(r));
        disguise(s) != "hashed" && vendor.and_then(|v| filmed(v, s, None)) == Some(Filmed::Typed)
    };
    let readable: BTreeSet<&str> = sightings.iter().filter(typed).map(|s| s.exchange.as_str()).collect();
    let mut seen: BTreeSet<(String, String, &str, &str)> = BTreeSet::new();
    for exchange in &recording.exchanges {
        let films = films.iter().any(|e| e.id == exchange.id);
        let readable = readable.contains(exchange.id.as_str());
        let Some(vendor) = vendor_of(who, exchange).filter(|_| films || readable) else { continue };
        let account = account(vendor, exchange, &parameters(exchange));
        let mut shows = |setting, value| {
            if vendor.setting(setting).is_some() {
                seen.insert((vendor.id.clone(), account.clone(), setting, value));
            }
        };
        shows(SESSION_REPLAY, "on");
        if readable {
            MASKS.into_iter().for_each(|mask| shows(mask, "off"));
        }
    }
    let sent: Vec<(String, String)> =
        seen.iter().map(|(vendor, account, ..)| (vendor.clone(), account.clone())).collect();
    for (vendor, account, setting, value) in seen {
        let account = the_only(&vendor, &account, &sent, rows);
        if let Some(vendor) = vendors.vendor(&vendor) {
            row(rows, vendor, &account, setting).observed = Some(value.to_owned());
        }
    }
}

/// Whether the vendor takes it from forms by itself; a recording has switches of its own.
fn matches(key: &Key) -> bool {
    key.how == How::Automatic && key.replay.is_none()
}

/// Whether the exchange says of a key that the site may fill that the vendor filled it this time.
fn is_marked(key: &Key, exchange: &Exchange) -> bool {
    key.replay.is_none() && key.automatic_when.as_deref().is_some_and(|mark| text_of(exchange).contains(mark))
}

/// The switches that a value under a key of the vendor's own shows.
fn shown(key: &Key) -> impl Iterator<Item = &str> {
    [AUTOMATIC_MATCHING].into_iter().chain(key.setting.as_deref())
}

/// As a parameter or the path names it.
fn account(vendor: &Vendor, exchange: &Exchange, parameters: &[(String, String)]) -> String {
    let key = vendor.account_key.as_deref();
    let named = parameters.iter().find(|(k, _)| Some(k.as_str()) == key).map(|(_, v)| v.clone());
    named.or_else(|| vendor.account_in(path_of(&exchange.url))).unwrap_or_default()
}

/// What was typed, and when as far as the steps tell.
struct Typed<'a> {
    canaries: Vec<(&'a Canary, Option<jiff::Timestamp>)>,
}

impl<'a> Typed<'a> {
    fn new(recording: &'a Recording) -> Self {
        let mut steps = HashMap::new();
        for run in &recording.runs {
            for step in &run.steps {
                // The same step may come twice in a run; the earlier one is when typing began.
                let at = steps.entry((run.journey.as_str(), run.consent, step.name.as_str())).or_insert(step.at);
                *at = (*at).min(step.at);
            }
        }
        let at = |c: &Canary| steps.get(&(c.journey.as_str(), c.consent, c.step.as_deref()?)).copied().flatten();
        Self { canaries: recording.canaries.iter().map(|c| (c, at(c))).collect() }
    }

    /// Whether something this vendor takes by itself where a switch is on stood on the exchange's page, in the same run, before
    /// it was sent.
    fn before(&self, exchange: &Exchange, vendor: &Vendor, switch: &str) -> bool {
        let (Some(run), Some(page)) = (&exchange.run, &exchange.page) else { return false };
        self.canaries.iter().any(|(canary, at)| {
            let of_kind = |k: &&Key| matches(k) && k.identifier == Some(canary.kind);
            let wanted = vendor.keys.iter().filter(of_kind).any(|k| shown(k).any(|s| s == switch));
            let early = at.zip(exchange.at).is_none_or(|(typed, sent)| typed <= sent);
            wanted
                && early
                && canary.journey == run.journey
                && canary.consent == run.consent
                && same_page(&canary.page, page)
        })
    }
}

/// The policy's word, on every row of the vendor; a row of its own where nothing could be read, or the vendor was not met.
/// Zones that differ are read strictly: what one forbids is forbidden.
fn declared(policy: &Policy, vendors: &Vendors, rows: &mut BTreeMap<Name, SettingRow>) {
    let mut words: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for allowed in policy.zones.iter().flat_map(|z| &z.recipients) {
        for (setting, value) in &allowed.settings {
            let word = words.entry((&allowed.vendor, setting)).or_insert(value);
            *word = if value == "off" { "off" } else { word };
        }
    }
    for ((id, setting), word) in words {
        let Some(vendor) = vendors.vendor(id).filter(|v| v.setting(setting).is_some()) else { continue };
        let known = |(v, _, s): &Name| v == id && s == setting;
        if !rows.keys().any(known) {
            row(rows, vendor, "", setting);
        }
        for (_, row) in rows.iter_mut().filter(|(name, _)| known(name)) {
            row.declared = Some(word.to_owned());
        }
    }
}

/// The one switch that is nobody's own: that what a recipient gets is hashed. What reached it shows whether it is.
fn hashed(policy: &Policy, sightings: &[Sighting], vendors: &Vendors, rows: &mut BTreeMap<Name, SettingRow>) {
    for zone in &policy.zones {
        for (allowed, word) in zone.recipients.iter().filter_map(|a| Some((a, a.settings.get(HASH_IDENTIFIERS)?))) {
            let came =
                |s: &&Sighting| s.zone.as_ref() == Some(&zone.name) && s.recipient.as_ref() == Some(&allowed.vendor);
            let mut came = sightings.iter().filter(came).peekable();
            let seen = came.peek().is_some().then(|| if came.all(|s| disguise(s) == "hashed") { "on" } else { "off" });
            let name = (allowed.vendor.clone(), String::new(), HASH_IDENTIFIERS.to_owned());
            let row = rows.entry(name).or_insert_with(|| SettingRow {
                vendor: allowed.vendor.clone(),
                account: String::new(),
                setting: HASH_IDENTIFIERS.to_owned(),
                declared: None,
                served: None,
                observed: None,
                conflict: false,
                evidence: None,
                change_at: vendors.vendor(&allowed.vendor).and_then(|v| v.settings_page.clone()),
            });
            // Promised in one zone it is promised; broken in one it is broken.
            if row.declared.as_deref() != Some("on") {
                row.declared = Some(word.clone());
            }
            if word == "on" && row.observed.as_deref() != Some("off") {
                row.observed = seen.map(str::to_owned).or(row.observed.take());
            }
        }
    }
}

/// Platforms that set this row's switch, with what they serve.
pub fn governors<'r>(row: &SettingRow, rows: &'r [SettingRow], vendors: &Vendors) -> Vec<&'r SettingRow> {
    let governs = |r: &SettingRow| {
        let setting = vendors.vendor(&r.vendor).and_then(|v| v.setting(&r.setting));
        r.setting == row.setting && setting.and_then(|s| s.governs.as_deref()) == Some(row.vendor.as_str())
    };
    rows.iter().filter(|r| governs(r)).collect()
}

fn conflict(row: &SettingRow, rows: &[SettingRow], vendors: &Vendors) -> bool {
    let governed = vendors.vendor(&row.vendor).and_then(|v| v.setting(&row.setting)).and_then(|s| s.governs.as_deref());
    if let Some(governed) = governed {
        let of = rows.iter().filter(|r| r.vendor == governed && r.setting == row.setting);
        return of.into_iter().any(|r| contradicts(row.served.as_deref(), r));
    }
    let platforms = governors(row, rows, vendors);
    let (served, observed) = (row.served.as_deref(), row.observed.as_deref());
    contradicts(row.declared.as_deref(), row)
        || platforms.iter().any(|p| contradicts(p.served.as_deref(), row))
        || served == Some("off") && observed == Some("on")
        || served == Some("on") && observed == Some("off") && MASKS.contains(&row.setting.as_str())
}

/// A word against what is served and seen. `off` seen is weak, it may only mean that nobody typed; but of a masking it
/// means that typed text was readable.
fn contradicts(word: Option<&str>, row: &SettingRow) -> bool {
    let (served, observed) = (row.served.as_deref(), row.observed.as_deref());
    match word {
        Some("off") => served == Some("on") || observed == Some("on"),
        Some("on") if MASKS.contains(&row.setting.as_str()) || row.setting == HASH_IDENTIFIERS => {
            [served, observed].contains(&Some("off"))
        }
        Some("on") => served == Some("off") && observed != Some("on"),
        _ => false,
    }
}
