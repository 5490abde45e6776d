//! A case told as a script: acts with their times, each with where it is from. Played in memory; nothing is kept.

use crate::Trouble;
use facts::{Place, Problem};
use jiff::Timestamp;
use respond::{Case, Command, Event, Line};
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize)]
struct Script {
    title: String,
    source: String,
    steps: Vec<Step>,
}

#[derive(Debug, Deserialize)]
struct Step {
    now: Timestamp,
    source: String,
    command: Command,
}

/// What a script came to.
#[derive(Debug, Serialize)]
pub struct Told {
    pub title: String,
    pub source: String,
    pub lines: Vec<Sourced>,
    #[serde(skip)]
    pub events: Vec<Event>,
}

/// A line of the timeline, and the paragraph it is from; a deadline's source is its law.
#[derive(Debug, Serialize)]
pub struct Sourced {
    #[serde(flatten)]
    pub line: Line,
    pub source: String,
}

/// Plays it through the same rules as real acts.
pub fn play(file: &str, text: &str) -> Result<Told, Trouble> {
    let wrong = |e: serde_json::Error| {
        let place = Place { column: Some(e.column().max(1)), ..Place::line(file, e.line().max(1)) };
        Problem::new(place, "script", format!("this is no script of a case: {e}"))
    };
    let script: Script = serde_json::from_str(text).map_err(wrong)?;
    let (mut events, mut sources): (Vec<Event>, Vec<String>) = (Vec::new(), Vec::new());
    for step in &script.steps {
        let new = respond::decide(Case::fold(&events).as_ref(), &step.command, step.now)?;
        sources.extend(new.iter().map(|_| step.source.clone()));
        events.extend(new);
    }
    let now = script.steps.last().map(|s| s.now).unwrap_or_default();
    Ok(Told { title: script.title, source: script.source, lines: lines(&events, &sources, now), events })
}

fn lines(events: &[Event], sources: &[String], now: Timestamp) -> Vec<Sourced> {
    let duties = Case::fold(events).map(|case| case.duties(now)).unwrap_or_default();
    let law = |line: &Line| {
        let duty = duties.iter().find(|d| d.id == line.act && d.about == line.about);
        duty.map(|d| d.source.clone()).unwrap_or_default()
    };
    let own: Vec<Line> = events.iter().map(Line::of).collect();
    let told = |line: &Line| own.iter().position(|l| l == line).and_then(|i| sources.get(i)).cloned();
    let sourced = |line: Line| {
        let source = if line.due { law(&line) } else { told(&line).unwrap_or_default() };
        Sourced { line, source }
    };
    respond::timeline(events, now).into_iter().map(sourced).collect()
}
