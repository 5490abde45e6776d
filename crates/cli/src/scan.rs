use crate::Outcome;
use crate::args::{ScanArgs, ScanFormat};
use crate::screen::Screen;
use facts::{Person, Place, Problem, Sighting};
use flows::Trouble;
use flows::scan::{self, Scanned};
use std::io::{BufWriter, IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub fn run(args: ScanArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let terminal = std::io::stdout().is_terminal();
    let format = args.format.unwrap_or(if terminal { ScanFormat::Human } else { ScanFormat::Ndjson });
    let order = scan::Order {
        files: args.files,
        people: args.people,
        unknown: args.unknown,
        depth: args.depth,
        country: args.country.to_ascii_uppercase(),
    };
    let people = if args.reveal { revealed(&order, format, terminal)? } else { Vec::new() };
    let stop = stop_on_ctrl_c();
    let mut out = Out { to: BufWriter::new(std::io::stdout().lock()), format, first: true, people };
    let bar = screen.bar(0);
    out.begin()?;
    let scanned = scan::run(&order, &stop, &mut |s| out.sighting(s), &mut |p| {
        bar.set_length(p.total);
        bar.set_position(p.bytes);
        bar.set_message(screen.text("cli-hits", &[("n", p.sightings.to_string())]));
    })?;
    bar.finish_and_clear();
    out.end(&scanned)?;
    if let Some(path) = &args.summary {
        scan::keep(&scanned.summary, path)?;
    }
    tell(&scanned, format, screen);
    Ok(if scanned.summary.sightings > 0 { Outcome::Found } else { Outcome::Clean })
}

/// Values are shown to the person at the terminal and go nowhere else: not into files, pipes or logs.
fn revealed(order: &scan::Order, format: ScanFormat, terminal: bool) -> Result<Vec<Person>, Trouble> {
    if terminal && format == ScanFormat::Human {
        return scan::people(order);
    }
    let place = Place::source("--reveal");
    Err(Problem::new(place, "reveal", "values are shown on a terminal only, in format `human`").into())
}

/// The first Ctrl-C asks to stop and keeps what was found; a second one ends at once.
fn stop_on_ctrl_c() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = stop.clone();
    tokio::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            if flag.swap(true, Ordering::Relaxed) {
                std::process::exit(130);
            }
        }
    });
    stop
}

struct Out<'a> {
    to: BufWriter<std::io::StdoutLock<'a>>,
    format: ScanFormat,
    first: bool,
    /// Whose values may be shown.
    people: Vec<Person>,
}

impl Out<'_> {
    fn begin(&mut self) -> Result<(), Trouble> {
        self.put(if self.format == ScanFormat::Json { "{\"sightings\":[" } else { "" })
    }

    fn sighting(&mut self, sighting: &Sighting) -> Result<(), Trouble> {
        let json = serde_json::to_string(sighting).expect("a sighting is plain data");
        let line = match self.format {
            ScanFormat::Ndjson => format!("{json}\n"),
            ScanFormat::Json => format!("{}\n{json}", if self.first { "" } else { "," }),
            ScanFormat::Human => human(sighting, &self.people),
        };
        self.first = false;
        self.put(&line)
    }

    fn end(&mut self, scanned: &Scanned) -> Result<(), Trouble> {
        if self.format == ScanFormat::Json {
            let summary = serde_json::to_string(&scanned.summary).expect("a summary is plain data");
            let gaps = serde_json::to_string(&scanned.gaps).expect("gaps are plain data");
            self.put(&format!("\n],\"summary\":{summary},\"gaps\":{gaps}}}\n"))?;
        }
        self.to.flush().map_err(written)
    }

    fn put(&mut self, text: &str) -> Result<(), Trouble> {
        self.to.write_all(text.as_bytes()).map_err(written)
    }
}

fn written(source: std::io::Error) -> Trouble {
    Trouble::Write { path: Path::new("stdout").to_owned(), source }
}

fn human(s: &Sighting, people: &[Person]) -> String {
    let person = people.iter().find(|p| p.id == s.person);
    let values = person.into_iter().flat_map(|p| &p.identifiers).filter(|(kind, _)| *kind == s.identifier);
    let value: String = values.map(|(_, value)| format!(" ({value})")).collect();
    let who = if s.person.is_empty() { "-" } else { &s.person };
    let layers = if s.layers.is_empty() { String::new() } else { format!(" in {}", s.layers.join(" > ")) };
    let to = s.recipient.as_deref().or(s.host.as_deref()).unwrap_or("-");
    let key = if s.key.is_empty() { String::new() } else { format!(" {}", s.key) };
    let part = serde_json::to_value(s.part).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    format!(
        "{}#{}  {who} {}{value} → {to}  {part}{key}  {}{layers}\n",
        s.source,
        s.exchange,
        s.identifier.word(),
        s.form.join(" > ")
    )
}

fn tell(scanned: &Scanned, format: ScanFormat, screen: &Screen) {
    let summary = &scanned.summary;
    for unreadable in &summary.unreadable {
        let line = unreadable.line.map(|n| format!(":{n}")).unwrap_or_default();
        screen.say(
            "cli-unreadable",
            &[("place", format!("{}{line}", unreadable.source)), ("why", unreadable.why.clone())],
        );
    }
    for gap in &scanned.gaps {
        screen.say("cli-gap", &[("what", gap.what.clone()), ("why", gap.why.clone())]);
    }
    if scanned.stopped {
        screen.say("cli-stopped", &[]);
    }
    if format == ScanFormat::Human || scanned.stopped {
        let args = [
            ("exchanges", summary.exchanges.to_string()),
            ("sightings", summary.sightings.to_string()),
            ("people", summary.people.to_string()),
            ("shared", summary.shared_addresses.to_string()),
        ];
        screen.say("cli-scan-summary", &args);
        for row in &summary.by_recipient {
            let args = [
                ("recipient", row.recipient.clone()),
                ("people", row.people.to_string()),
                ("sightings", row.sightings.to_string()),
            ];
            screen.say_in("cli-scan-recipient", &args);
        }
    }
}
