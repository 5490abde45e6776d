use crate::Outcome;
use crate::args::DeadlineArgs;
use crate::screen::{Screen, data_format};
use crate::values::DataFormat;
use flows::Trouble;

pub fn run(args: &DeadlineArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let answer = respond::deadline(&args.aware, &args.country, &args.regime)?;
    let json = serde_json::to_value(&answer).expect("an answer is plain data");
    if data_format(args.format) == DataFormat::Json {
        println!("{}", serde_json::to_string_pretty(&json).expect("an answer is plain data"));
        return Ok(Outcome::Clean);
    }
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    println!("{}", screen.text("cli-deadline-operative", &[("at", text(&json["operative"]))]));
    for reading in json["readings"].as_array().into_iter().flatten() {
        let name = screen.or_else(&format!("respond-reading-{}", text(&reading["id"])), &text(&reading["name"]));
        println!("  {}  {name}", text(&reading["at"]));
        if reading["source"].is_string() {
            println!("      {}", screen.cite(&text(&reading["source"])));
        }
    }
    Ok(Outcome::Clean)
}
