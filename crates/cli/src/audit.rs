use crate::Outcome;
use crate::args::AuditArgs;
use crate::screen::{Screen, Spinner};
use crate::values::{ModeArg, ReportFormat};
use crate::{ci, human};
use facts::{Cut, Finding, Report, Severity};
use flows::Trouble;
use flows::audit::{self, Audited, Order, Progress, Stop, Target};
use paper::words::Words;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

pub async fn run(args: AuditArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    if args.mode == ModeArg::Submit && !args.yes {
        permission(screen)?;
    }
    let declaration = args.target.clone().filter(|t| !t.contains("://"));
    let format = args.format;
    let worst: Severity = args.fail_on.into();
    let order = order(args, screen)?;
    let audited = watched(screen, async |stop, watch| audit::run(&order, stop, watch).await).await?;
    print(&audited, format, declaration.as_deref(), screen);
    let report = &audited.report;
    // Where somebody stopped it, that is why nothing was looked at, unless the page itself said otherwise.
    let is_cut = report.unseen_status.is_none() && audit::left(report).next().is_some();
    if let Some(why) = report.unseen.as_ref().filter(|_| !is_cut) {
        return Err(unseen(report, why, screen));
    }
    if !audited.problems.is_empty() {
        return Err(Trouble::Input(facts::Problems(audited.problems)));
    }
    finished(&audited.report, worst, screen)
}

/// Nothing found is no clean result where somebody ended the audit before its time.
pub fn finished(report: &Report, worst: Severity, screen: &Screen) -> Result<Outcome, Trouble> {
    let unlooked = report.findings.iter().filter(|f| f.not_looked_at).count();
    if unlooked > 0 {
        let key = if failed(report) { "cli-audit-unlooked" } else { "cli-audit-unlooked-narrow" };
        screen.warn(key, &[("n", unlooked.to_string())]);
    }
    match outcome(report, worst) {
        Outcome::Clean if audit::left(report).next().is_some() => Err(stopped_early(report, screen)),
        outcome => {
            if audit::left(report).next().is_some() {
                screen.warn("cli-audit-stopped-but", &[("left", left(report, screen))]);
            }
            Ok(outcome)
        }
    }
}

/// Runs what audits, with progress on stderr; the first Ctrl-C, or a polite end from the system, keeps what was recorded, a
/// second one ends at once.
pub async fn watched<T>(screen: &Screen, work: impl AsyncFnOnce(Stop, &mut (dyn FnMut(Progress) + Send)) -> T) -> T {
    let stop = Stop::default();
    let watcher = tokio::spawn(stop_on_signal(stop.clone()));
    let spinner = screen.spinner();
    let result = work(stop, &mut |p| say(&spinner, screen, &p)).await;
    watcher.abort();
    result
}

pub async fn stop_on_signal(stop: Stop) {
    while crate::scan::interrupted().await {
        if stop.stopped() {
            std::process::exit(130);
        }
        stop.stop();
    }
}

pub fn say(spinner: &Spinner, screen: &Screen, progress: &Progress) {
    match progress {
        Progress::Run { journey, consent, n, of } => spinner.say(&screen.text(
            "cli-audit-run",
            &[
                ("journey", journey.clone()),
                ("consent", screen.word(&format!("cli-consent-{}", consent.word()))),
                ("n", n.to_string()),
                ("of", of.to_string()),
            ],
        )),
        Progress::Step { name, .. } => {
            spinner.say(&format!("  {}", paper::gaps::step(name, &Words::new(screen.lang()))))
        }
        _ => {}
    }
}

/// A routine has nobody to ask.
pub fn permitted(args: &AuditArgs) -> Result<(), Trouble> {
    if args.mode == ModeArg::Submit && !args.yes { Err(refused()) } else { Ok(()) }
}

fn refused() -> Trouble {
    let place = facts::Place::source("--mode submit");
    let what = "forms are sent only with `--yes`, or with a yes at a terminal";
    facts::Problem::new(place, "submit", what).into()
}

fn permission(screen: &Screen) -> Result<(), Trouble> {
    if !std::io::stdin().is_terminal() {
        return Err(refused());
    }
    crate::streams::tell(&format!("{} ", screen.word("cli-submit-question")));
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).map_err(|_| refused())?;
    let yes = screen.word("cli-yes");
    let answer = answer.trim().to_lowercase();
    if answer == yes || answer == "yes" || (!answer.is_empty() && yes.starts_with(&answer)) {
        Ok(())
    } else {
        Err(refused())
    }
}

pub fn order(args: AuditArgs, screen: &Screen) -> Result<Order, Trouble> {
    Ok(Order {
        target: target(args.target.as_deref().unwrap_or_default())?,
        out: args.out.unwrap_or_else(default_out),
        data: args.data,
        journeys: args.journey,
        recordings: args.recording,
        consents: args.consent.into_iter().map(Into::into).collect(),
        mode: args.mode.into(),
        pages: args.pages.into(),
        resolve: args.resolve,
        insecure: args.insecure,
        timeout: args.timeout,
        user_agent: args.user_agent,
        pause: args.pause,
        never_send: args.never_send,
        proxy: args.proxy,
        filter_list: args.filter_list,
        baseline: args.baseline,
        accepted: args.accepted,
        resolver: args.resolver,
        timestamp: args.timestamp,
        chromium: args.chromium,
        lang: screen.lang(),
    })
}

/// A file that is there is a declaration; everything else has to be an address.
fn target(word: &str) -> Result<Target, Trouble> {
    if word.starts_with("http://") || word.starts_with("https://") {
        return Ok(Target::Address(word.to_owned()));
    }
    let path = Path::new(word);
    if path.exists() || word.ends_with(".toml") {
        return Ok(Target::Declaration(path.to_owned()));
    }
    let bare = word.split_once("://").map_or(word, |(_, rest)| rest);
    let right = [format!("https://{bare}"), "path of a sluss.toml".to_owned()];
    let problem = facts::Problem::new(
        facts::Place::source("TARGET"),
        "target",
        format!("`{word}` is neither an address with http:// or https:// nor a file that is there"),
    );
    Err(problem.allowed(&right).into())
}

fn default_out() -> PathBuf {
    let now = jiff::Zoned::now();
    PathBuf::from(format!("sluss-audit-{}", now.strftime("%Y%m%d-%H%M%S")))
}

/// What a line of NDJSON is, before its fields.
#[derive(serde::Serialize)]
struct Line<'a, T> {
    schema: &'static str,
    #[serde(flatten)]
    what: &'a T,
}

fn print(audited: &Audited, format: Option<ReportFormat>, declaration: Option<&str>, screen: &Screen) {
    let terminal = std::io::stdout().is_terminal();
    let report = &audited.report;
    let format = format.unwrap_or(if terminal { ReportFormat::Human } else { ReportFormat::Json });
    match format {
        ReportFormat::Human => human::report(report, screen),
        ReportFormat::Json => screen.json(report),
        ReportFormat::Ndjson => {
            report.findings.iter().for_each(|f| screen.line(&line("sluss/finding/1", f)));
            report.gaps.iter().for_each(|g| screen.line(&line("sluss/gap/1", g)));
        }
        ReportFormat::Sarif => screen.json(&ci::sarif(report, declaration, &lines(declaration))),
        ReportFormat::Junit => screen.print(&ci::junit(report)),
        ReportFormat::Markdown => screen.print(&paper::summary(report, &Words::new(screen.lang()))),
    }
    if format != ReportFormat::Human && !report.gaps.is_empty() {
        screen.say("cli-audit-gaps", &[("n", report.gaps.len().to_string())]);
    }
    screen.say("cli-audit-written", &[("folder", audited.out.display().to_string())]);
    if !audited.idle.is_empty() {
        screen.warn("cli-audit-idle", &[("ids", audited.idle.join(", "))]);
    }
    for (zone, before) in &audited.shadowed {
        screen.warn("cli-audit-shadowed", &[("zone", zone.clone()), ("other", before.join(", "))]);
    }
    if let Some(why) = &audited.unstamped {
        screen.warn("cli-audit-unstamped", &[("why", paper::gaps::why(why, &Words::new(screen.lang())))]);
    }
}

fn lines(declaration: Option<&str>) -> Vec<(String, String, usize)> {
    declaration.map_or_else(Vec::new, |path| audit::lines(Path::new(path)))
}

/// Nothing found where nothing was looked at is no clean result.
fn unseen(report: &Report, why: &str, screen: &Screen) -> Trouble {
    let why = paper::gaps::why(why, &Words::new(screen.lang())).trim_end_matches('.').to_owned();
    let found = report.findings.iter().any(|f| !f.not_looked_at);
    let said = screen.text(if found { "cli-audit-unseen-but" } else { "cli-audit-unseen" }, &[("why", why)]);
    facts::Problem::new(facts::Place::source(&report.start), "unseen", said).into()
}

/// What was not looked at, where somebody ended the audit.
fn left(report: &Report, screen: &Screen) -> String {
    let words = Words::new(screen.lang());
    audit::left(report).map(|g| paper::gaps::what(&g.what, &words)).collect::<Vec<_>>().join("; ")
}

fn stopped_early(report: &Report, screen: &Screen) -> Trouble {
    let said = screen.text("cli-audit-stopped", &[("left", left(report, screen))]);
    facts::Problem::new(facts::Place::source(&report.start), "stopped", said).into()
}

fn line<T: serde::Serialize>(schema: &'static str, what: &T) -> String {
    serde_json::to_string(&Line { schema, what }).expect("plain data")
}

/// Whether a script, a frame, a configuration or the browser failed.
fn failed(report: &Report) -> bool {
    report.gaps.iter().any(|gap| matches!(gap.cut, Some(Cut::Browser | Cut::Unloaded)))
}

/// What was not looked at is what it was where something failed, and nothing where less was asked for.
fn outcome(report: &Report, worst: Severity) -> Outcome {
    let failed = failed(report);
    let counts = |f: &Finding| (f.stands() || failed && f.not_looked_at) && f.accepted.is_none() && f.severity >= worst;
    if report.findings.iter().any(counts) { Outcome::Found } else { Outcome::Clean }
}
