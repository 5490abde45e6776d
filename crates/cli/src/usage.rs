//! A command line that cannot be read, told in the reader's language: what was found and what would be right.

use crate::help;
use crate::screen::{Screen, spoken};
use crate::streams;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use facts::Lang;
use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

/// The command line, in which `help COMMAND` is `COMMAND --help`.
pub fn arguments() -> Vec<OsString> {
    let mut args: Vec<OsString> = std::env::args_os().collect();
    let is_option = |i: &usize| args[*i].to_string_lossy().starts_with('-') || args[i - 1] == "--lang";
    let command = (1..args.len()).find(|i| !is_option(i));
    if let Some(at) = command.filter(|at| args[*at] == "help") {
        args.remove(at);
        args.push("--help".into());
    }
    args
}

/// Says what is wrong with the arguments (exit 2). Help and version, asked for, are no error.
pub fn refused(error: &clap::Error) -> ExitCode {
    let Some(mut key) = key(error.kind()) else { return answered(error) };
    let screen = Screen::new(asked(), false);
    let said = |kind| error.get(kind).map(words).unwrap_or_default();
    let mut arg = said(ContextKind::InvalidArg);
    if error.kind() == ErrorKind::MissingRequiredArgument {
        // any of the three says whom to look for
        arg = arg.replace("--people <FILE>", "--people <FILE> / --index <FILE> / --unknown");
    }
    let mut value = said(ContextKind::InvalidValue);
    if error.kind() == ErrorKind::InvalidUtf8 {
        // clap does not say which
        let unread = std::env::args_os().find(|arg| arg.to_str().is_none()).unwrap_or_default();
        value = unread.to_string_lossy().into_owned();
    }
    let args = [
        ("arg", arg),
        ("other", said(ContextKind::PriorArg)),
        ("command", said(ContextKind::InvalidSubcommand)),
        ("value", value),
    ];
    if error.kind() == ErrorKind::ArgumentConflict && said(ContextKind::PriorArg) == said(ContextKind::InvalidArg) {
        key = "cli-usage-twice";
    }
    if error.kind() == ErrorKind::InvalidValue && said(ContextKind::InvalidValue).is_empty() {
        key = "cli-usage-empty";
    }
    streams::say(&format!("{}: {}", screen.word("cli-error"), screen.text(key, &args)));
    if let Some(why) = std::error::Error::source(error) {
        let why_not = why.to_string();
        let right = match why_not.split_once(" is not in ") {
            _ if why.is::<std::num::ParseIntError>() => screen.word("cli-whole-number"),
            _ if why.is::<std::num::ParseFloatError>() => screen.word("cli-number"),
            Some((_, range)) => range.replace("..=", "–"),
            None => screen.right(&why_not),
        };
        streams::say(&format!("  {}", screen.text("cli-allowed", &[("names", right)])));
    }
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand].map(said).concat();
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(said);
    match near.iter().find(|name| !name.is_empty()) {
        Some(name) => streams::say(&format!("  {}", screen.text("cli-did-you-mean", &[("name", name.clone())]))),
        None if !valid.is_empty() => streams::say(&format!("  {}", screen.text("cli-allowed", &[("names", valid)]))),
        None => {}
    }
    streams::say(&screen.word("cli-usage-help"));
    ExitCode::from(2)
}

/// Shows what was asked for, help in the reader's language: the same arguments lead to the same page there.
fn answered(error: &clap::Error) -> ExitCode {
    let asked_for_help =
        matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand);
    let lang = spoken(asked());
    let told = (asked_for_help && lang != Lang::En)
        .then(|| help::command(lang).try_get_matches_from(arguments()).err())
        .flatten();
    let page = told.as_ref().unwrap_or(error);
    let printed = page.print().and_then(|()| std::io::stdout().flush());
    match streams::printed(printed) {
        Err(trouble) if !page.use_stderr() => {
            Screen::new(asked(), false).trouble(&trouble);
            ExitCode::from(2)
        }
        _ => ExitCode::from(page.exit_code() as u8),
    }
}

fn key(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-usage-value",
        ErrorKind::InvalidUtf8 => "cli-usage-utf8",
        ErrorKind::UnknownArgument => "cli-usage-unknown",
        ErrorKind::InvalidSubcommand => "cli-usage-command",
        ErrorKind::NoEquals | ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            "cli-usage-number"
        }
        ErrorKind::ArgumentConflict => "cli-usage-conflict",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing",
        ErrorKind::MissingSubcommand => "cli-usage-no-command",
        _ => return None,
    })
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(", "),
        other => other.to_string(),
    }
}

/// The language asked for, though the rest could not be read.
fn asked() -> Option<Lang> {
    let args: Vec<String> = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let apart = args.iter().position(|arg| arg == "--lang").and_then(|i| args.get(i + 1).cloned());
    let joined = || args.iter().find_map(|arg| arg.strip_prefix("--lang=").map(str::to_owned));
    Lang::from_tag(&apart.or_else(joined).or_else(|| std::env::var("SLUSS_LANG").ok())?)
}
