use crate::Outcome;
use crate::args::ScanArgs;
use crate::files;
use crate::screen::Screen;
use crate::streams;
use crate::terminal::shown;
use crate::values::{Join, ScanFormat};
use facts::{IdentifierKind, Person, Place, Problem, Problems, Sighting, Summary, SummarySource};
use flows::scan::{self, Order, Scanned, Whom};
use flows::{Trouble, index};
use std::collections::HashMap;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub fn run(args: ScanArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let terminal = std::io::stdout().is_terminal();
    keeps_inputs(&args)?;
    let format = args.format.unwrap_or(if terminal { ScanFormat::Human } else { ScanFormat::Ndjson });
    let order = Order {
        files: args.files,
        whom: whom(args.people, args.index, args.key),
        join: match args.join {
            Join::Auto => scan::Join::Auto,
            Join::Index => scan::Join::Index,
            Join::Reverse => scan::Join::Reverse,
        },
        unknown: args.unknown,
        depth: args.depth,
        country: args.country.unwrap_or_else(|| "SE".to_owned()),
        salts: args.salts,
    };
    if let Whom::Index { key, .. } = &order.whom {
        screen.warn_of_key(key);
    }
    let values = if args.reveal { revealed(&order, format, terminal)? } else { Values::new() };
    if flows::leads_nowhere() {
        screen.warn("cli-scan-nowhere", &[]);
    }
    let stop = stop_on_ctrl_c();
    let mut out = Out { first: true, format, stop: &stop };
    let bar = screen.bar(0);
    out.begin()?;
    let to = scan::To {
        render: &|sighting, text| render(sighting, format, &values, text),
        sink: &mut |text| out.put(text),
        watch: &mut |p| {
            p.total.map_or_else(|| bar.unset_length(), |total| bar.set_length(total));
            bar.set_position(p.bytes);
            bar.set_message(screen.text("cli-hits", &[("n", p.sightings.to_string())]));
        },
    };
    let scanned = scan::run(&order, &stop, to);
    bar.finish_and_clear();
    let scanned = scanned?;
    out.end(&scanned)?;
    if let Some(path) = &args.summary {
        scan::keep(&scanned.summary, path)?;
    }
    if let Some(path) = &args.plot {
        flows::write(path, paper::months_svg(&scanned.summary, screen.lang()).as_bytes())?;
    }
    let people = match &order.whom {
        Whom::People(people) if !scanned.summary.stopped => Some(people.as_path()),
        _ => None,
    };
    screen.warn_of_list(people, scanned.too_short, order.salts.as_deref());
    if !scanned.timeless.is_empty() {
        let all = scanned.summary.first.is_none();
        let key = if all { "cli-scan-timeless-all" } else { "cli-scan-timeless" };
        screen.warn(key, &[("files", scanned.timeless.join(", "))]);
    }
    let is_partly = |s: &&SummarySource| (1..s.sightings).contains(&s.sightings_without_time);
    for source in scanned.summary.sources.iter().filter(is_partly) {
        let n = source.sightings_without_time.to_string();
        screen.warn("cli-scan-partly-timeless", &[("file", source.source.clone()), ("n", n)]);
    }
    if !scanned.twice.is_empty() {
        screen.warn("cli-scan-twice", &[("files", scanned.twice.join(", "))]);
    }
    tell(&scanned, format, screen);
    outcome(&scanned)
}

/// Nothing that is read is written over, sightings have standard output for themselves, and what is to be written can be.
fn keeps_inputs(args: &ScanArgs) -> Result<(), Trouble> {
    let key = args.key.clone().or_else(|| args.index.as_deref().map(index::key_beside));
    let lists = [&args.people, &args.index, &key, &args.salts].into_iter().flatten();
    let inputs: Vec<&Path> = args.files.iter().chain(lists).map(PathBuf::as_path).collect();
    let outputs = [("--summary", &args.summary), ("--plot", &args.plot)];
    for (option, path) in outputs.iter().filter_map(|(option, path)| Some((*option, path.as_deref()?))) {
        // by the name that Unix gives it; where that is a file, both would write it
        if path == Path::new("-") || files::is_same(path, Path::new("/dev/stdout")) {
            let message = format!("`{option} -`: standard output is for the sightings; name a file");
            return Err(Problem::new(Place::source(option), "output-stdout", message).found(option).into());
        }
        files::keeps(option, path, &inputs)?;
        flows::writable(path)?;
    }
    if let (Some(summary), Some(plot)) = (&args.summary, &args.plot) {
        files::keeps("--plot", plot, &[summary])?;
    }
    Ok(())
}

fn whom(
    people: Option<std::path::PathBuf>,
    index: Option<std::path::PathBuf>,
    key: Option<std::path::PathBuf>,
) -> Whom {
    match (people, index) {
        (Some(people), _) => Whom::People(people),
        (None, Some(index)) => Whom::Index { key: key.unwrap_or_else(|| index::key_beside(&index)), index },
        (None, None) => Whom::Nobody,
    }
}

/// "Nothing found" and "could not look" never look the same.
fn outcome(scanned: &Scanned) -> Result<Outcome, Trouble> {
    let summary = &scanned.summary;
    if !scanned.unopened.is_empty() {
        return Err(Problems(scanned.unopened.clone()).into());
    }
    if summary.sightings > 0 {
        return Ok(Outcome::Found);
    }
    if summary.stopped {
        let message = "stopped before the end, with nothing found until then";
        return Err(Problem::new(Place::default(), "scan-stopped", message).into());
    }
    if scanned.saw_nothing() {
        let of = scanned.unseen().map(|source| format!("`{source}`")).collect::<Vec<_>>().join(", ");
        let problem = Problem::new(Place::default(), "scan-nothing-read", format!("nothing could be read of {of}"));
        return Err(problem.found(of).into());
    }
    Ok(Outcome::Clean)
}

/// Person and kind → values.
type Values = HashMap<(String, IdentifierKind), String>;

/// Values are shown to the person at the terminal and go nowhere else: not into files, pipes or logs.
fn revealed(order: &Order, format: ScanFormat, terminal: bool) -> Result<Values, Trouble> {
    let place = Place::source("--reveal");
    if !terminal || format != ScanFormat::Human {
        return Err(Problem::new(place, "reveal", "values are shown on a terminal only, in format `human`").into());
    }
    let Whom::People(path) = &order.whom else {
        return Err(Problem::new(place, "reveal-people", "only a list of people can be shown: give `--people`").into());
    };
    let mut values = Values::new();
    for Person { id, identifiers, .. } in scan::people(path)? {
        for (kind, value) in identifiers {
            let known = values.entry((id.clone(), kind)).or_default();
            *known = if known.is_empty() { value } else { format!("{known}, {value}") };
        }
    }
    Ok(values)
}

/// The first Ctrl-C (or a polite end from the system) asks to stop and keeps what was found; a second one ends at once.
pub fn stop_on_ctrl_c() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = stop.clone();
    tokio::spawn(async move {
        while interrupted().await {
            if flag.swap(true, Ordering::Relaxed) {
                std::process::exit(130);
            }
        }
    });
    stop
}

/// Ends with Ctrl-C or a polite end from the system, true where one came. Heard from the call on, not from the first look on:
/// whoever reads an address may end the program at once.
pub fn interrupted() -> impl Future<Output = bool> {
    #[cfg(unix)]
    let signals = {
        use tokio::signal::unix::{SignalKind, signal};
        signal(SignalKind::interrupt()).and_then(|interrupt| Ok((interrupt, signal(SignalKind::terminate())?)))
    };
    async move {
        #[cfg(unix)]
        if let Ok((mut interrupt, mut term)) = signals {
            return tokio::select! {
                interrupt = interrupt.recv() => interrupt.is_some(),
                end = term.recv() => end.is_some(),
            };
        }
        tokio::signal::ctrl_c().await.is_ok()
    }
}

struct Out<'a> {
    first: bool,
    format: ScanFormat,
    stop: &'a AtomicBool,
}

impl Out<'_> {
    fn begin(&self) -> Result<(), Trouble> {
        self.write(if self.format == ScanFormat::Json { "{\"schema\":\"sluss/scan/1\",\"sightings\":[" } else { "" })
    }

    /// What was rendered of a block's sightings; in JSON each has a comma before it, which the first does without.
    fn put(&mut self, text: &str) -> Result<(), Trouble> {
        let bare = if self.first { text.strip_prefix(',').unwrap_or(text) } else { text };
        self.first &= text.is_empty();
        self.write(bare)
    }

    fn end(&self, scanned: &Scanned) -> Result<(), Trouble> {
        if self.format == ScanFormat::Json {
            let summary = serde_json::to_string(&scanned.summary).expect("a summary is plain data");
            let gaps = serde_json::to_string(&scanned.summary.gaps).expect("gaps are plain data");
            self.write(&format!("\n],\"summary\":{summary},\"gaps\":{gaps}}}\n"))?;
        }
        Ok(())
    }

    /// Whoever closes standard output wants no more.
    fn write(&self, text: &str) -> Result<(), Trouble> {
        if text.is_empty() {
            return Ok(());
        }
        let written = streams::print(text);
        if written.is_err() {
            self.stop.store(true, Ordering::Relaxed);
        }
        streams::printed(written)
    }
}

fn render(sighting: &Sighting, format: ScanFormat, values: &Values, text: &mut String) {
    if format == ScanFormat::Human {
        return text.extend([&*shown(&human(sighting, values)), "\n"]);
    }
    let json = serde_json::to_string(sighting).expect("a sighting is plain data");
    let (before, after) = if format == ScanFormat::Json { (",\n", "") } else { ("", "\n") };
    text.extend([before, &json, after]);
}

fn human(s: &Sighting, values: &Values) -> String {
    let value = values.get(&(s.person.clone(), s.identifier)).map(|v| format!(" ({v})")).unwrap_or_default();
    let who = if s.person.is_empty() { "-" } else { &s.person };
    let layers = if s.layers.is_empty() { String::new() } else { format!(" in {}", s.layers.join(" > ")) };
    let to = s.recipient.as_deref().or(s.host.as_deref()).unwrap_or("-");
    let key = if s.key.is_empty() { String::new() } else { format!(" {}", s.key) };
    let low = if s.confidence.is_some() { " ?" } else { "" };
    // nobody in particular
    let shared = if s.shared { " (shared)" } else { "" };
    format!(
        "{}#{}  {who}{shared} {}{value} → {to}  {}{key}  {}{layers}{low}",
        s.source,
        s.exchange,
        s.identifier.word(),
        s.part.word(),
        s.form.join(" > ")
    )
}

/// Lines of `what could not be read` shown one by one; the summary has them all.
const MOST_TOLD: usize = 20;

fn tell(scanned: &Scanned, format: ScanFormat, screen: &Screen) {
    let summary = &scanned.summary;
    for unreadable in summary.unreadable.iter().take(MOST_TOLD) {
        let line = unreadable.line.map(|n| format!(":{n}")).unwrap_or_default();
        let place = format!("{}{line}", unreadable.source);
        screen.warn("cli-unreadable", &[("place", place), ("why", screen.unread(&unreadable.why))]);
    }
    for gap in summary.gaps.iter().take(MOST_TOLD) {
        screen.warn("cli-gap", &screen.gap(gap));
    }
    let more = summary.sources.iter().map(|s| s.unreadable as usize).sum::<usize>().saturating_sub(MOST_TOLD)
        + summary.gaps.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        screen.warn("cli-scan-more", &[("n", more.to_string())]);
    }
    if summary.stopped {
        screen.say("cli-stopped", &[]);
    }
    if scanned.reverse {
        screen.say("cli-scan-reverse", &[]);
    }
    if summary.hashes.is_some() {
        screen.say("cli-common-hashes", &[]);
    }
    if format == ScanFormat::Human || summary.stopped {
        summarise(summary, screen);
    }
}

fn summarise(summary: &Summary, screen: &Screen) {
    for source in &summary.sources {
        let format = if source.format.is_empty() { "none" } else { &source.format };
        let format = screen.word(&format!("cli-format-{format}"));
        let args = [("source", source.source.clone()), ("format", format), ("exchanges", source.exchanges.to_string())];
        screen.say("cli-scan-source", &args);
    }
    let args = [
        ("exchanges", summary.exchanges.to_string()),
        ("sightings", summary.sightings.to_string()),
        ("people", summary.people.to_string()),
        ("shared", summary.shared_addresses.to_string()),
    ];
    screen.say("cli-scan-summary", &args);
    if summary.shared_addresses > 0 {
        screen.say("cli-scan-shared", &[]);
    }
    if summary.people_low_confidence > 0 {
        screen.say("cli-scan-low", &[("n", summary.people_low_confidence.to_string())]);
    }
    for row in &summary.by_recipient {
        let args = [
            ("recipient", row.recipient.clone()),
            ("people", row.people.to_string()),
            ("sightings", row.sightings.to_string()),
        ];
        screen.say_in("cli-scan-recipient", &args);
    }
    screen.show(&paper::months_text(summary, screen.lang()));
}
