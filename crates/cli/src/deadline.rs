use crate::Outcome;
use crate::args::DeadlineArgs;
use crate::screen::{Screen, data_format};
use crate::values::DataFormat;
use flows::Trouble;
use respond::{DeadlineAnswer, StageAnswer};

pub fn run(args: &DeadlineArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let country = args.country.as_deref().or_else(|| respond::country_of(&args.regime)).unwrap_or("SE");
    let answer = respond::deadline(&args.aware, country, &args.regime)?;
    match data_format(args.format) {
        DataFormat::Json => screen.json(&answer),
        DataFormat::Human => lines(&answer, screen).iter().for_each(|line| screen.line(line)),
    }
    Ok(Outcome::Clean)
}

/// The law and how sure it is, then every stage with its readings.
fn lines(answer: &DeadlineAnswer, screen: &Screen) -> Vec<String> {
    let mut lines = vec![screen.cite(&answer.law), format!("  {}", screen.cite(&answer.source))];
    lines.extend(start(answer, screen).map(|said| format!("  {said}")));
    lines.extend(marks(answer).into_iter().map(|key| format!("  ! {}", screen.word(key))));
    lines.extend(answer.stages.iter().flat_map(|stage| stage_lines(stage, screen)));
    lines
}

/// Whom it binds from when; where it counts from something else than awareness, what the moment given was taken for.
fn start(answer: &DeadlineAnswer, screen: &Screen) -> Option<String> {
    let from = answer.stages.first().map_or("aware", |stage| &stage.from);
    let key = match from {
        "aware" => format!("respond-deadline-who-{}", answer.who),
        other => format!("respond-deadline-from-{other}"),
    };
    let at = paper::moment(screen.words(), answer.aware);
    screen.words().has(&key).then(|| screen.text(&key, &[("at", at)]))
}

/// What a person has to know before relying on it.
fn marks(answer: &DeadlineAnswer) -> Vec<&'static str> {
    let marks = [(answer.proposed, "respond-deadline-proposed"), (answer.unconfirmed, "respond-deadline-unconfirmed")];
    marks.into_iter().filter(|(on, _)| *on).map(|(_, key)| key).collect()
}

fn stage_lines(stage: &StageAnswer, screen: &Screen) -> Vec<String> {
    let name = screen.or("web-option-stage", &stage.id);
    let mut lines = vec![match stage.operative {
        Some(at) => screen.text("cli-deadline-stage", &[("stage", name), ("at", paper::moment(screen.words(), at))]),
        None => format!("{name}: {}", screen.word("respond-deadline-undue")),
    }];
    lines.extend(stage.assumed.then(|| format!("  {}", screen.word("respond-deadline-assumed"))));
    for reading in &stage.readings {
        let name = screen.or_else(&format!("respond-reading-{}", reading.id), &reading.name);
        lines.push(format!("  {}  {name}", paper::moment(screen.words(), reading.at)));
        lines.push(format!("      {}", screen.cite(&reading.source)));
    }
    lines
}
