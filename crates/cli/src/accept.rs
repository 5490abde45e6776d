use crate::Outcome;
use crate::args::AcceptArgs;
use crate::screen::Screen;
use flows::Trouble;
use flows::accept::{self, Decision};
use paper::words::Words;

pub fn run(args: AcceptArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let file = args.file.unwrap_or_else(|| accept::beside(&args.declaration));
    let today = jiff::Zoned::now().date();
    let Some(until) = args.until else {
        let row = accept::undo(&file, &args.finding, &args.by, &args.reason, today)?;
        screen.line(&row.finding);
        let told = [("by", args.by), ("who", row.by), ("until", row.until.to_string())];
        screen.say("cli-accepted-undone", &told);
        return Ok(Outcome::Clean);
    };
    let report = flows::audit::report(&args.report)?;
    let decision = Decision { finding: args.finding, by: args.by, reason: args.reason, until };
    let (row, earlier) = accept::add(&file, &report, &decision, today, &Words::new(screen.lang()))?;
    screen.line(&row.finding);
    let args = [("file", file.display().to_string()), ("by", row.by), ("until", row.until.to_string())];
    screen.say("cli-accepted", &args);
    if let Some(earlier) = earlier {
        let args = [("by", earlier.by), ("until", earlier.until.to_string()), ("reason", earlier.reason)];
        screen.say("cli-accepted-before", &args);
    }
    Ok(Outcome::Clean)
}
