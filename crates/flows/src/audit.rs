//! One audit, as the story goes: what is allowed, what was seen, whose it was, what is wrong with it, sealed.

mod canaries;
mod literals;

use crate::store::Store;
use crate::{Trouble, accept, evidence, folder, keys, names};
use capture::browser;
use declare::Policy;
use facts::{Consent, Cut, Exchange, Gap, Journey, Mode, Place, Plan, Problem, Recording, Report, Resolve, Script};
use jiff::Timestamp;
use paper::words::Words;
use register::Db;
use std::borrow::Cow;
use std::collections::HashSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use canaries::detect;
pub use capture::browser::{Progress, Stop};

/// What the user asked for.
#[derive(Debug, Clone)]
pub struct Order {
    pub target: Target,
    /// Folder the results go to; made when missing.
    pub out: PathBuf,
    /// Folder of the signing key.
    pub data: PathBuf,
    /// Names of journeys to run; empty for all.
    pub journeys: Vec<String>,
    /// DevTools Recorder exports besides those of the declaration.
    pub recordings: Vec<PathBuf>,
    pub consents: Vec<Consent>,
    pub mode: Mode,
    pub pages: usize,
    pub resolve: Vec<Resolve>,
    pub insecure: bool,
    pub timeout: Duration,
    pub user_agent: Option<String>,
    /// Shortest time between two pages or sent forms.
    pub pause: Duration,
    /// Forms that are never sent, besides those of the declaration.
    pub never_send: Vec<String>,
    /// report.json of an earlier run.
    pub baseline: Option<PathBuf>,
    /// Findings somebody decided to live with; none: the file beside the declaration.
    pub accepted: Option<PathBuf>,
    /// The name server that is asked for aliases; none: the system's.
    pub resolver: Option<SocketAddr>,
    /// Address of a time-stamp service (RFC 3161).
    pub timestamp: Option<String>,
    /// Lead everything through a recording proxy too.
    pub proxy: bool,
    /// A list of trackers, for third parties the tables do not know.
    pub filter_list: Option<PathBuf>,
    pub chromium: Option<PathBuf>,
    pub lang: facts::Lang,
}

impl Order {
    /// As the command line has it where nothing else is said.
    pub fn new(target: Target, out: PathBuf, data: PathBuf) -> Self {
        Self {
            target,
            out,
            data,
            journeys: Vec::new(),
            recordings: Vec::new(),
            consents: Consent::ALL.to_vec(),
            mode: Mode::Fill,
            pages: 10,
            resolve: Vec::new(),
            insecure: false,
            timeout: Duration::from_secs(15),
            user_agent: None,
            pause: Duration::from_millis(100),
            never_send: Vec::new(),
            baseline: None,
            accepted: None,
            resolver: None,
            timestamp: None,
            proxy: false,
            filter_list: None,
            chromium: None,
            lang: facts::Lang::En,
        }
    }
}

/// A bare address, or what the organisation has decided.
#[derive(Debug, Clone)]
pub enum Target {
    Address(String),
    Declaration(PathBuf),
}

/// What came of it.
#[derive(Debug)]
pub struct Audited {
    pub report: Report,
    pub out: PathBuf,
    /// The sealed evidence.
    pub bundle: PathBuf,
    /// Steps of recordings that ended their journey: an element that is not there, a page that does not come. The rest
    /// of the audit stands.
    pub problems: Vec<Problem>,
    /// Why the evidence bears no time stamp, where one was asked for; a gap of the report too.
    pub unstamped: Option<String>,
    /// Ids of acceptances that no finding has (mended, never there, or cut short), where the audit left nothing out.
    pub idle: Vec<String>,
    /// Zones of the declaration in which no page lies, each with those before it that take all its pages.
    pub shadowed: Vec<(String, Vec<String>)>,
}

/// Whether an audit looked wherever one of this service may: what it does not find is not there.
fn left_nothing_out(order: &Order, report: &Report) -> bool {
    order.journeys.is_empty()
        && order.mode != Mode::Observe
        && Consent::ALL.iter().all(|c| order.consents.contains(c))
        && report.unseen.is_none()
        && report.gaps.iter().all(|gap| gap.cut.is_none())
        && report.runs.iter().flat_map(|r| &r.steps).all(|s| s.ok)
}

/// What was left where somebody ended the audit before its time.
pub fn left(report: &Report) -> impl Iterator<Item = &Gap> {
    report.gaps.iter().filter(|gap| gap.cut == Some(Cut::Stopped))
}

impl Audited {
    fn in_folder(report: Report, out: &Path) -> Self {
        let bundle = out.join(evidence::BUNDLE);
        Self {
            report,
            out: out.to_owned(),
            bundle,
            problems: Vec::new(),
            unstamped: None,
            idle: Vec::new(),
            shadowed: Vec::new(),
        }
    }
}

/// Runs the whole audit. The recording is written before anything is judged, so that every verdict can be recomputed.
pub async fn run(order: &Order, stop: Stop, watch: &mut (dyn FnMut(Progress) + Send)) -> Result<Audited, Trouble> {
    let baseline = order.baseline.as_deref().map(|path| baseline(path, order)).transpose()?;
    into(&mut Store::default(), order, baseline, stop, watch).await
}

/// An earlier report of the same service: by its name, or by the host it is at.
fn baseline(path: &Path, order: &Order) -> Result<Report, Trouble> {
    let (before, now) = (report(path)?, policy(&order.target)?.service);
    let host = |url: &str| url::Url::parse(url).ok().and_then(|u| u.host_str().map(str::to_owned));
    let named = !now.name.is_empty() && before.service.as_ref() == Some(&now.name);
    if named || host(&before.start) == host(&now.start) {
        return Ok(before);
    }
    let what = format!("this is a report of `{}`, and the audit is of `{}`", before.start, now.start);
    Err(Problem::new(Place::source(path.display().to_string()), "baseline-service", what).into())
}

/// The same against this report, written into a store. One that is patient keeps what cannot be written: the audit goes on.
pub(crate) async fn into(
    store: &mut Store,
    order: &Order,
    baseline: Option<Report>,
    stop: Stop,
    watch: &mut (dyn FnMut(Progress) + Send),
) -> Result<Audited, Trouble> {
    let policy = policy(&order.target)?;
    let plan = plan(&policy, order)?;
    let accepted = accept::read(order)?;
    let (vendors, list) = vendors(order)?;
    let key = keys::open(&order.data)?;
    let made = match folder::created(&order.out) {
        Err(trouble) if !store.is_patient() => return Err(trouble),
        made => made.ok(),
    };

    let recorded = record(order, &plan, stop, watch).await;
    let recorded = recorded.inspect_err(|_| made.iter().for_each(folder::Made::undo))?;
    let (mut recording, _tidying) = (recorded.recording, recorded.tidying);
    recording.mode = Some(order.mode);
    let own = literals::add(&mut recording, &plan);
    names::ask(&mut recording, order).await;
    keep(store, &order.out, &recording)?;

    let (sightings, unseen) = detect(&recording);
    let unasked = names::unasked(&recording, order, &policy, &sightings);
    let mut report = judge::judge(&policy, &recording, sightings, &vendors, baseline.as_ref());
    report.gaps.extend(unseen.into_iter().chain(unasked));
    let mut told = HashSet::new();
    report.gaps.retain(|gap| told.insert(gap.clone()));
    report.canaries.retain(|canary| !own.contains(&canary.id));
    report.made_with = Some(evidence::made_with(list));
    let mut idle = judge::accept(&mut report, &accepted, jiff::Zoned::now().date(), baseline.as_ref());
    idle.retain(|_| left_nothing_out(order, &report));
    say_why(&mut report, order.lang);

    let unstamped = evidence::publish(store, order, &policy, &recording, &mut report, &key).await?;
    let problems = failed_steps(&named(&policy, order)?, &report);
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
    let shadowed = policy.shadowed().into_iter().map(|(zone, before)| (zone.to_owned(), owned(before))).collect();
    Ok(Audited { problems, unstamped, idle, shadowed, ..Audited::in_folder(report, &order.out) })
}

/// What ended a recorded journey before its end, and lies in the recording or the service.
fn failed_steps(journeys: &[(String, Option<PathBuf>)], report: &Report) -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    for run in &report.runs {
        let file = journeys.iter().find(|(name, _)| *name == run.journey).and_then(|(_, path)| path.as_ref());
        for (step, line) in run.steps.iter().filter_map(|s| Some((s, s.line?))) {
            let place = Place::line(file.map_or_else(String::new, |p| p.display().to_string()), line);
            let why = step.why.as_deref().unwrap_or_default();
            let problem = Problem::new(place, "recording-step", format!("step `{}`: {why}", step.name));
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    }
    problems
}

/// The tables, with the list the user brought, and what that list is.
fn vendors(order: &Order) -> Result<(Cow<'static, judge::Vendors>, Option<String>), Trouble> {
    let builtin = judge::Vendors::builtin();
    let Some(path) = &order.filter_list else { return Ok((Cow::Borrowed(builtin), None)) };
    let text = folder::text(path)?;
    let list = judge::Trackers::read(&path.display().to_string(), &text)?;
    let what = format!(
        "{}: {} hosts, {} other rules left out, sha256 {}",
        list.name,
        list.len(),
        list.unused,
        prove::Digest::of(text.as_bytes())
    );
    Ok((Cow::Owned(builtin.clone().with_trackers(list)), Some(what)))
}

async fn record(
    order: &Order,
    plan: &Plan,
    stop: Stop,
    watch: &mut (dyn FnMut(Progress) + Send),
) -> Result<browser::Recorded, Trouble> {
    let mut seed = [0; 8];
    getrandom::fill(&mut seed).map_err(Trouble::Random)?;
    let mut mint = declare::CanaryMint::new(u64::from_le_bytes(seed));
    let options = browser::Options { plan, out: &order.out, chromium: order.chromium.clone(), stop };
    Ok(browser::record(options, &mut mint, watch).await?)
}

fn keep(store: &mut Store, out: &Path, recording: &Recording) -> Result<(), Trouble> {
    let path = out.join("capture.har");
    let mut bytes = Vec::new();
    capture::har::write(recording, &mut bytes).map_err(Trouble::write(&path))?;
    store.put(&path, &bytes)
}

fn say_why(report: &mut Report, lang: facts::Lang) {
    let words = Words::new(lang);
    for finding in &mut report.findings {
        finding.why = paper::why(finding, &words);
    }
}

/// Puts an audit on the register's list, with its report sealed.
pub async fn remember(db: &Db, audited: &Audited, actor: &str, now: Timestamp) -> Result<String, Trouble> {
    let report = &audited.report;
    let (id, at) = listed_as(report, now);
    let folder = std::path::absolute(&audited.out).map_err(Trouble::read(&audited.out))?;
    let audit =
        register::Audit { status: register::AuditStatus::Done, ..register::Audit::new(&id, at, &report.start, folder) };
    db.put_audit(audit, Some(report), actor, now).await?;
    crate::places::keep(&audited.out);
    Ok(id)
}

/// What the register calls it, and when it began.
fn listed_as(report: &Report, now: Timestamp) -> (String, Timestamp) {
    let at = report.started.unwrap_or(now);
    (at.strftime("a-%Y%m%d-%H%M%S").to_string(), at)
}

/// [`remember`]s the audit of a report from which a case is opened, unless the register has it: findings without their
/// report are ids that nobody can read.
pub async fn keep_report(db: &Db, file: &Path, report: &Report, actor: &str, now: Timestamp) -> Result<(), Trouble> {
    crate::access::check(db, actor, respond::act_needs("open")).await?;
    if db.audit(&listed_as(report, now).0).await?.is_some() {
        return Ok(());
    }
    let out = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    remember(db, &Audited::in_folder(report.clone(), out), actor, now).await?;
    Ok(())
}

/// [`remember`]s an audit that was run elsewhere, from its folder.
pub async fn adopt(db: &Db, folder: &Path, actor: &str, now: Timestamp) -> Result<String, Trouble> {
    let report = report(&folder.join("report.json"))?;
    remember(db, &Audited::in_folder(report, folder), actor, now).await
}

/// One exchange of an audit's recording, to show a finding's request.
pub fn exchange(folder: &Path, id: &str) -> Result<Option<Exchange>, Trouble> {
    if let Some(found) = crate::places::find(folder, id) {
        return Ok(Some(found));
    }
    let path = folder.join("capture.har");
    let bytes = std::fs::read(&path).map_err(Trouble::read(&path))?;
    let (recording, _) = capture::har::read(&path.display().to_string(), &bytes)?;
    Ok(recording.exchanges.into_iter().find(|e| e.id == id))
}

/// An earlier report, as a baseline or to be read again.
pub fn report(path: &Path) -> Result<Report, Trouble> {
    read(path, &folder::text(path)?)
}

/// A report's text; the path says whose.
pub(crate) fn read(path: &Path, text: &str) -> Result<Report, Trouble> {
    let source = path.display().to_string();
    if let Some(schema) = folder::schema(text).filter(|schema| schema != Report::SCHEMA) {
        let what = format!("this is `{schema}`, no report of an audit");
        return Err(Problem::new(Place::source(source), "report", what)
            .found(schema)
            .allowed(&[Report::SCHEMA])
            .into());
    }
    serde_json::from_str(text).map_err(|error| {
        let mut place = Place::line(source, error.line());
        place.column = Some(error.column());
        let what = format!("no report of an audit (schema {}): {error}", Report::SCHEMA);
        Problem::new(place, "report", what).into()
    })
}

/// Where a declaration speaks of a recipient: its id, the zone's name, the line.
pub fn lines(declaration: &Path) -> Vec<(String, String, usize)> {
    let Ok(policy) = policy(&Target::Declaration(declaration.to_owned())) else { return Vec::new() };
    let policy = judge::by_id(&policy, judge::Vendors::builtin());
    let rows = policy.zones.iter().flat_map(|z| z.recipients.iter().map(move |a| (z, a)));
    rows.filter_map(|(z, a)| Some((a.vendor.clone(), z.name.clone(), a.place.line?))).collect()
}

pub(crate) fn policy(target: &Target) -> Result<Policy, Trouble> {
    match target {
        Target::Address(address) => Ok(declare::undeclared(address)),
        Target::Declaration(path) => {
            let unknown = |policy: &Policy| judge::check(policy, judge::Vendors::builtin());
            Ok(declare::policy_and(&path.display().to_string(), &folder::text(path)?, unknown)?)
        }
    }
}

pub(crate) fn plan(policy: &Policy, order: &Order) -> Result<Plan, Trouble> {
    Ok(Plan {
        start: policy.service.start.clone(),
        login: policy.service.login.clone(),
        first_party: policy.service.first_party.clone(),
        journeys: journeys(policy, order)?,
        consents: order.consents.clone(),
        mode: order.mode,
        pages: order.pages,
        resolve: order.resolve.clone(),
        insecure: order.insecure,
        timeout: order.timeout,
        user_agent: order.user_agent.clone(),
        pause: order.pause,
        never_send: policy.service.never_send.iter().chain(&order.never_send).cloned().collect(),
        proxy: order.proxy,
    })
}

/// The name of the journey that needs no recording.
const EXPLORE: &str = "explore";

fn journeys(policy: &Policy, order: &Order) -> Result<Vec<Journey>, Trouble> {
    let named = named(policy, order)?.into_iter();
    named.map(|(name, recording)| Ok(Journey { name, script: script(recording.as_deref())? })).collect()
}

/// The journeys that are wanted, each with its recording.
fn named(policy: &Policy, order: &Order) -> Result<Vec<(String, Option<PathBuf>)>, Trouble> {
    let home = match &order.target {
        Target::Declaration(path) => path.parent().unwrap_or(Path::new("")),
        Target::Address(_) => Path::new(""),
    };
    let mut all = Vec::new();
    for journey in &policy.journeys {
        let recording = journey.recording.as_ref().map(|r| home.join(r));
        if let Some(path) = recording.as_ref().filter(|path| !path.exists()) {
            return Err(missing(journey, path));
        }
        all.push((journey.name.clone(), recording));
    }
    for path in &order.recordings {
        let title = folder::text(path).ok().and_then(|text| declare::title(&text));
        let name = title.filter(|title| all.iter().all(|(name, _)| name != title)).unwrap_or_else(|| stem(path));
        all.push((name, Some(path.clone())));
    }
    if all.is_empty() || order.journeys.iter().any(|j| j == EXPLORE) && all.iter().all(|(name, _)| name != EXPLORE) {
        all.push((EXPLORE.to_owned(), None));
    }
    // One that has a title is called by its file too.
    let file = |path: &Option<PathBuf>| path.as_ref().filter(|p| order.recordings.contains(p)).map(|p| stem(p));
    let names: Vec<String> = all.iter().flat_map(|(name, path)| [Some(name.clone()), file(path)]).flatten().collect();
    wanted(&order.journeys, &names)?;
    let is_wanted = |name: &String| order.journeys.is_empty() || order.journeys.contains(name);
    all.retain(|(name, path)| is_wanted(name) || file(path).is_some_and(|file| is_wanted(&file)));
    Ok(all)
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| EXPLORE.to_owned(), |s| s.to_string_lossy().into_owned())
}

/// Where the declaration names the recording, and what lies in its folder instead, as the declaration would name it.
fn missing(journey: &declare::JourneyRef, path: &Path) -> Trouble {
    let here = path.parent().map_or(Path::new("."), |p| if p.as_os_str().is_empty() { Path::new(".") } else { p });
    let written = Path::new(journey.recording.as_deref().unwrap_or_default());
    let folder = written.parent().unwrap_or(Path::new(""));
    let names = std::fs::read_dir(here).into_iter().flatten().flatten();
    let names = names.map(|e| e.file_name().to_string_lossy().into_owned()).filter(|n| n.ends_with(".json"));
    let names: Vec<String> = names.map(|n| folder.join(n).display().to_string()).collect();
    let what = format!("the recording of journey `{}` is missing: `{}`", journey.name, path.display());
    let problem = Problem::new(journey.place.clone(), "journey-missing", what);
    problem.found(written.display().to_string()).allowed(&names).into()
}

fn wanted(names: &[String], all: &[String]) -> Result<(), Trouble> {
    let known: Vec<&str> = all.iter().map(String::as_str).collect();
    match names.iter().find(|n| !known.contains(&n.as_str())) {
        None => Ok(()),
        Some(name) => {
            let what = format!("no journey is called `{name}`");
            let place = Place::source("--journey");
            Err(Problem::new(place, "journey", what).found(name.clone()).allowed(&known).into())
        }
    }
}

fn script(recording: Option<&Path>) -> Result<Script, Trouble> {
    match recording {
        None => Ok(Script::Explore),
        Some(path) => Ok(Script::Recorded(declare::recording(&path.display().to_string(), &folder::text(path)?)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::{Run, Step};

    #[test]
    fn a_baseline_of_another_service_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let target = Target::Address("https://service.example/start".into());
        let order = Order::new(target, PathBuf::new(), PathBuf::new());
        let path = dir.path().join("report.json");
        for (start, same) in [("https://service.example/", true), ("https://other.example/", false)] {
            let policy = declare::undeclared(start);
            let report = judge::judge(&policy, &Recording::default(), Vec::new(), judge::Vendors::builtin(), None);
            std::fs::write(&path, serde_json::to_vec(&report).unwrap()).unwrap();
            let told = baseline(&path, &order).map_err(|trouble| trouble.to_string());
            assert!(
                told.is_ok() == same && told.as_ref().err().is_none_or(|why| why.contains("other.example")),
                "{told:?}"
            );
        }
    }

    #[test]
    fn a_recording_is_a_journey_by_its_title_and_can_be_asked_for_by_its_file() {
        let dir = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = dir.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let titled = |name: &str| file(name, r#"{"title": "Log in", "steps": []}"#);
        let recordings = vec![titled("k.json"), titled("again.json"), file("plain.json", r#"{"steps": []}"#)];
        let target = Target::Address("https://service.example/".into());
        let mut order = Order { recordings, ..Order::new(target, PathBuf::new(), PathBuf::new()) };
        let policy = declare::undeclared("https://service.example/");
        let names = |order: &Order| named(&policy, order).unwrap().into_iter().map(|(n, _)| n).collect::<Vec<_>>();
        assert_eq!(names(&order), ["Log in", "again", "plain"]);
        for wanted in ["k", "Log in"] {
            order.journeys = vec![wanted.to_owned()];
            assert_eq!(names(&order), ["Log in"], "{wanted}");
        }
        order.journeys = vec!["other".to_owned()];
        assert!(named(&policy, &order).is_err());
    }

    /// Three answers to consent run the same recording: its mistake is told once.
    #[test]
    fn a_step_that_ended_a_recording_is_told_once_with_file_line_and_cause() {
        let failed = Step { name: "navigate /x".into(), why: Some("it is a download".into()), ..Step::default() };
        let run = |consent, line| {
            let steps = vec![Step { ok: true, ..Step::default() }, Step { line, ..failed.clone() }];
            Run { journey: "book".into(), consent, steps }
        };
        let runs = vec![run(Consent::None, Some(7)), run(Consent::Reject, Some(7)), run(Consent::Accept, None)];
        let recording = Recording { runs, ..Recording::default() };
        let policy = declare::undeclared("https://service.example/");
        let report = judge::judge(&policy, &recording, Vec::new(), judge::Vendors::builtin(), None);
        let problems = failed_steps(&[("book".into(), Some("book.json".into()))], &report);
        let told: Vec<_> = problems.iter().map(|p| (p.place.source.as_str(), p.place.line, &*p.message)).collect();
        assert_eq!(told, [("book.json", Some(7), "step `navigate /x`: it is a download")]);
    }
}
