//! Looking at cases.

use super::Room;
use super::args::CaseCommand;
use crate::Outcome;
use crate::screen::Screen;
use crate::terminal::{shown, shown_lines};
use crate::values::DataFormat;
use flows::{Trouble, calendar, cases, script, settings};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use paper::words::Words;
use respond::{About, Case, Duty, Line, Statistics};
use std::path::Path;

const CASE: &str = "sluss/case/1";

pub async fn run(room: &Room<'_>, command: CaseCommand) -> Result<Outcome, Trouble> {
    use CaseCommand as C;
    match command {
        C::List => list(room).await?,
        C::Show { case } => show(room, &case).await?,
        C::Timeline { case } => {
            let whole = room.find(&case).await?.case;
            let zone = whole.zone();
            let mark = whole.exercise.then(|| marked(&whole, whole.title.clone(), room.screen));
            let told = events(room, &case).await?;
            let lines = respond::timeline(&told, room.now);
            let open = Case::fold(&told).map(|case| case.cautions(room.now)).unwrap_or_default();
            let cautions = open.iter().map(|c| format!("! {}", paper::caution(room.screen.words(), c)));
            let rows = lines.iter().map(|l| line(l, "", &zone, room.screen));
            room.print(&lines, mark.into_iter().chain(rows).chain(cautions));
        }
        C::Authorities { case } => authorities(room, &case).await?,
        C::Factors { case } => factors(room, &case).await?,
        C::AfterAction { case } => after_action(room, &case).await?,
        C::Sealed { case } => sealed(room, &case).await?,
        C::Statistics { year } => statistics(room, year).await?,
        C::Calendar => {
            let all: Vec<Case> = room.db.cases().await?.into_iter().map(|s| s.case).collect();
            let wanted = settings::organisation(&room.db).await?.map(|o| o.reminders).unwrap_or_default();
            room.screen.print(&calendar::feed(&all, &wanted, &Words::new(room.screen.lang()), room.now));
        }
        _ => {}
    }
    Ok(Outcome::Clean)
}

async fn events(room: &Room<'_>, case: &str) -> Result<Vec<respond::Event>, Trouble> {
    Ok(room.db.history(case).await?.into_iter().filter_map(|h| h.event.ok()).collect())
}

async fn list(room: &Room<'_>) -> Result<(), Trouble> {
    let cases: Vec<Case> = room.db.cases().await?.into_iter().map(|s| s.case).collect();
    if cases.is_empty() {
        room.screen.say("cli-case-none", &[]);
    }
    let lines = |case: &Case| {
        let cautions = case.cautions(room.now);
        let told = cautions.iter().map(|c| format!("  ! {}", paper::caution(room.screen.words(), c)));
        std::iter::once(headline(case, room.screen, room.now)).chain(told).collect::<Vec<_>>()
    };
    let rows: Vec<serde_json::Value> = cases.iter().map(row).collect();
    room.print(&rows, cases.iter().flat_map(lines));
    Ok(())
}

fn row(case: &Case) -> serde_json::Value {
    let mut row = serde_json::to_value(case).expect("a case is plain data");
    row["schema"] = CASE.into();
    row["deadline"] = serde_json::json!(case.deadline().and_then(|deadline| deadline.operative));
    row
}

/// Whose case, which, and where it stands; the time to notify by only while somebody has to.
fn headline(case: &Case, screen: &Screen, now: Timestamp) -> String {
    let unset = screen.word("cli-unset");
    let zone = case.zone();
    let at = |t: Option<Timestamp>| t.map_or_else(|| unset.clone(), |t| screen.words().moment(t, &zone));
    let names = [&case.title, &case.reference, &case.controller];
    let mut names: Vec<&str> = names.into_iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    names.dedup();
    let args = [
        ("case", case.id.clone()),
        ("title", marked(case, names.join(" · "), screen)),
        ("state", screen.or("web-case-state", case.stage())),
        ("aware", at(case.times.aware.as_ref().map(|a| a.at))),
    ];
    let due = case.is_to_notify(now).then(|| screen.text("cli-case-by", &[("deadline", at(cases::notify_by(case)))]));
    [screen.text("cli-case-line", &args), due.unwrap_or_default()].join("  ").trim_end().to_owned()
}

/// An exercise says so wherever it stands among real cases.
fn marked(case: &Case, title: String, screen: &Screen) -> String {
    if case.exercise { format!("{}: {title}", screen.word("paper-exercise-mark")) } else { title }
}

async fn show(room: &Room<'_>, id: &str) -> Result<(), Trouble> {
    let case = room.find(id).await?.case;
    let duties = case.duties(room.now);
    if room.format == DataFormat::Json {
        let mut value = serde_json::to_value(&case).expect("a case is plain data");
        value["schema"] = CASE.into();
        value["duties"] = serde_json::to_value(&duties).expect("duties are plain data");
        value["cautions"] = serde_json::to_value(case.cautions(room.now)).expect("cautions are plain data");
        room.screen.json(&value);
        return Ok(());
    }
    let users = room.db.users().await?;
    let name = |id: &str| {
        users.iter().find(|u| u.id == id).map_or_else(|| room.screen.or("web-actor", id), |u| u.name.clone())
    };
    room.screen.line(&headline(&case, room.screen, room.now));
    let overtaken = [About::Authority, About::People].into_iter().filter(|about| case.overtaken(*about).is_some());
    for about in overtaken {
        let question = room.screen.word(&format!("web-conclude-{}-question", crate::human::word(about)));
        let why = if case.is_worse(about) { "again" } else { "changed" };
        room.screen.line(&format!("  ! {question} {}", room.screen.word(&format!("web-next-conclude-{why}-why"))));
    }
    if case.owes_reasons(room.now) {
        room.screen.line(&format!("  ! {}", room.screen.word("web-form-delay-lead")));
    }
    cautions(&case, room);
    duties.iter().for_each(|d| room.screen.line(&format!("  {}", shown_lines(&duty(d, &case, room.screen)))));
    for (n, happened) in case.history.iter().enumerate() {
        let mut act = room.screen.or("respond-act", &happened.act);
        if happened.struck {
            act = room.screen.text("web-history-struck", &[("what", act)]);
        }
        room.screen.line(&format!(
            "  {:>3}  {}  {}  {act}",
            n + 1,
            room.screen.words().moment(happened.at, &case.zone()),
            shown(&name(&happened.by))
        ));
    }
    Ok(())
}

fn cautions(case: &Case, room: &Room<'_>) {
    case.cautions(room.now)
        .iter()
        .for_each(|c| room.screen.line(&format!("  ! {}", paper::caution(room.screen.words(), c))));
}

fn duty(duty: &Duty, case: &Case, screen: &Screen) -> String {
    let state = serde_json::to_value(duty.state).ok();
    let state = state.as_ref().and_then(|s| s.as_str()).unwrap_or_default().to_owned();
    let due = duty.due.map(|at| paper::moment(screen.words(), at)).unwrap_or_default();
    let unsure = duty.deadline.as_ref().is_some_and(|d| d.unconfirmed);
    let mark = if unsure { format!("\n    ! {}", screen.word("respond-deadline-unconfirmed")) } else { String::new() };
    let what = paper::duty_title(screen.words(), case, duty, &screen.word("cli-destroyed"));
    let state = screen.or("respond-duty-state", &state);
    format!("{what}: {state}  {due}  [{}]{mark}", screen.cite(&duty.source))
}

fn line(line: &Line, source: &str, zone: &TimeZone, screen: &Screen) -> String {
    let source = if source.is_empty() { String::new() } else { format!("\n{:>26}{source}", "") };
    let key = if line.due { "respond-duty" } else { "respond-act" };
    let mark = if line.due { "→" } else { " " };
    let what = screen.or(key, &line.act);
    let kind = line.kind.map(crate::human::word).unwrap_or_default();
    let what = screen.or_else(&format!("{key}-{}-{kind}", line.act), &what);
    let presumed = line.presumed.then(|| screen.word("web-times-presumed"));
    let about = presumed.unwrap_or_else(|| shown(&about(line, screen)).into_owned());
    let about = if about.is_empty() { about } else { format!(" ({about})") };
    let what = if line.due { paper::duty_name(screen.words(), &line.act, &line.about) } else { what + &about };
    // Of a decision only its day is known.
    let words = screen.words();
    let at = if line.act == "decision" { words.date(line.at, zone) } else { words.moment(line.at, zone) };
    format!("{at} {mark} {what}{source}")
}

/// What an act is about, codes in words.
fn about(line: &Line, screen: &Screen) -> String {
    match line.act.as_str() {
        "decision" => screen.or("web-option-outcome", &line.about),
        "item" => screen.or("respond-item", &line.about),
        _ => line.about.clone(),
    }
}

/// `sluss case script`: without a register.
pub fn script(file: &Path, format: DataFormat, screen: &Screen) -> Result<Outcome, Trouble> {
    let told = script::play(&file.display().to_string(), &flows::text(file)?)?;
    if format == DataFormat::Json {
        screen.json(&told);
        return Ok(Outcome::Clean);
    }
    screen.line(&format!("{}\n{}\n", shown(&told.title), shown(&told.source)));
    let zone = Case::fold(&told.events).map_or(TimeZone::UTC, |case| case.zone());
    told.lines.iter().for_each(|l| screen.line(&shown_lines(&line(&l.line, &screen.cite(&l.source), &zone, screen))));
    Ok(Outcome::Clean)
}

async fn authorities(room: &Room<'_>, id: &str) -> Result<(), Trouble> {
    let case = room.find(id).await?.case;
    let who = respond::competence(&case, case.established);
    let row = |key: &str, a: &respond::Authority| {
        format!("{}: {} ({})", room.screen.word(key), a.name_in(room.screen.lang().tag()), a.country)
    };
    // Only what crosses a border has a lead authority (Art. 56(1)), and not every case's own can be it.
    let leading = respond::leading(&case);
    let own = match leading {
        respond::Leading::Known | respond::Leading::Presumed => "cli-authority-lead",
        _ => "cli-authority-own",
    };
    let lead = who.lead.map(|a| row(own, a));
    let key = if who.notify_each { "cli-authority-each" } else { "cli-authority-concerned" };
    let concerned = who.concerned.iter().map(|a| row(key, a));
    let outside = who.outside.iter().map(|code| format!("{}: {code}", room.screen.word("cli-authority-outside")));
    let unsure = case.cautions(room.now).into_iter().filter(|c| c.who.is_some());
    let unsure = unsure.map(|c| format!("! {}", paper::caution(room.screen.words(), &c)));
    let mut data = serde_json::to_value(&who).expect("authorities are plain data");
    data["leading"] = serde_json::json!(leading);
    room.print(&data, lead.into_iter().chain(concerned).chain(outside).chain(unsure));
    Ok(())
}

async fn factors(room: &Room<'_>, id: &str) -> Result<(), Trouble> {
    let case = room.find(id).await?.case;
    let (grid, precedents) = (respond::grid(&case), respond::precedents(&case));
    let data = serde_json::json!({"schema": "sluss/factors/1", "factors": grid, "precedents": precedents});
    let factor = |row: &respond::FactorRow| {
        let fact = |(path, value): &(&str, serde_json::Value)| {
            let named = room.screen.or_else(&format!("web-grid-{path}"), &room.screen.fact(path));
            format!("{named} {}", room.screen.fact_value(path, value))
        };
        let facts: Vec<String> = row.facts.iter().map(fact).collect();
        let weight = row.weighed.as_ref().and_then(|w| serde_json::to_value(w.weight).ok());
        let weight = weight.as_ref().and_then(|w| w.as_str()).map(|w| room.screen.or("respond-weight", w));
        let what = room.screen.or("respond-factor", row.letter);
        format!("({}) {what}: {}  {}", row.letter, weight.unwrap_or_default(), facts.join(", "))
    };
    let precedent = |p: &&respond::Precedent| {
        let amount = p.amount.filter(|n| *n > 0).map(|n| format!(" {n} {}", p.currency.as_deref().unwrap_or_default()));
        format!(
            "  {} {} {}: {}{}  [{}]",
            room.screen.words().dated_text(&p.date),
            p.country,
            room.screen.cite(&p.controller),
            room.screen.or_else(&format!("respond-ended-{}", p.id.to_lowercase()), &p.outcome),
            amount.unwrap_or_default(),
            room.screen.word(&format!("web-confidence-{}", p.confidence))
        )
    };
    room.print(&data, grid.iter().map(factor).chain(precedents.iter().map(precedent)));
    Ok(())
}

async fn after_action(room: &Room<'_>, id: &str) -> Result<(), Trouble> {
    let case = room.find(id).await?.case;
    let Some(note) = respond::after_action(&events(room, id).await?, room.now) else {
        let place = facts::Place::source("CASE");
        return Err(facts::Problem::new(place, "no-exercise", format!("case `{id}` is no drill")).into());
    };
    let counts =
        [("missed", note.missed.to_string()), ("open", note.open.to_string()), ("gaps", note.gaps.len().to_string())];
    let steps = note.steps.iter().map(|s| {
        let (hours, minutes) = (s.minutes / 60, s.minutes % 60);
        format!("  {hours:>4}:{minutes:02}  {}", room.screen.or("respond-act", s.act))
    });
    let lines =
        [shown(&note.title).into_owned(), room.screen.text("cli-drill-counts", &counts)].into_iter().chain(steps);
    let duties = note.duties.iter().map(|d| format!("  {}", duty(d, &case, room.screen)));
    let notes = note.notes.iter().filter_map(|t| t.open()).map(|t| format!("  – {t}"));
    room.print(&note, lines.chain(duties).chain(notes));
    Ok(())
}

async fn sealed(room: &Room<'_>, id: &str) -> Result<(), Trouble> {
    room.find(id).await?;
    let (texts, files) = (room.db.texts(id).await?, room.db.files(id).await?);
    let events = room.db.history(id).await?;
    let row = |kind: &str, name: &str, digest: String, gone: bool| serde_json::json!({"digest": digest, "name": name, "kind": kind, "destroyed": gone});
    let kept = |kind, file: &register::File| row(kind, &file.name, file.digest.to_string(), file.size.is_none());
    let kept = texts.iter().map(|f| kept("text", f)).chain(files.iter().map(|f| kept("file", f)));
    let act = |h: &register::Happened| {
        row("act", &format!("{id}/{}/{}", h.version, h.kind), h.digest.to_string(), h.event.is_err())
    };
    let all: Vec<serde_json::Value> = kept.chain(events.iter().map(act)).collect();
    let line = |v: &serde_json::Value| {
        let word = |key: &str| v[key].as_str().unwrap_or_default().to_owned();
        let mark = match (v["destroyed"] == true, word("kind").as_str()) {
            (true, _) => room.screen.word("cli-destroyed"),
            (false, "act") => room.screen.word("cli-sealed-act"),
            (false, _) => String::new(),
        };
        format!("{}  {}  {mark}", word("digest"), shown(&word("name")))
    };
    room.print(&all, all.iter().map(line));
    Ok(())
}

async fn statistics(room: &Room<'_>, year: Option<i16>) -> Result<(), Trouble> {
    let all: Vec<Case> = room.db.cases().await?.into_iter().map(|s| s.case).collect();
    let year = year.unwrap_or_else(|| room.now.to_zoned(TimeZone::UTC).year());
    let numbers = respond::statistics(&all, year, room.now);
    room.print(&numbers, lines(&numbers, room.screen));
    Ok(())
}

fn lines(s: &Statistics, screen: &Screen) -> Vec<String> {
    let hours = s.median_hours.map_or_else(|| screen.word("cli-unset"), |h| h.to_string());
    let rows = [
        ("cases", s.cases.to_string()),
        ("open", s.open.to_string()),
        ("no-breach", s.no_breach.to_string()),
        ("notified", s.notified.to_string()),
        ("late", s.late.to_string()),
        ("hours", hours),
        ("communicated", s.communicated.to_string()),
        ("overruled", s.overruled.to_string()),
        ("people", s.people.to_string()),
        ("drills", s.drills.to_string()),
    ];
    let row = |(key, value): (&str, String)| format!("{}: {value}", screen.word(&format!("cli-statistics-{key}")));
    std::iter::once(s.year.to_string()).chain(rows.into_iter().map(row)).collect()
}
