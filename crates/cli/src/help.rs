//! `--help` in the reader's language. The definitions hold the English; tables/help holds what each text of it is in the
//! others, so that one translation serves every argument that says the same.

use crate::args::Cli;
use clap::builder::{PossibleValue, Resettable, StyledStr, Styles};
use clap::{Arg, Command, CommandFactory as _};
use facts::Lang;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::fmt::Write as _;

#[cfg(test)]
mod tests;

/// Gives the text of the language for an English one.
type Say<'a> = &'a mut dyn FnMut(&str) -> String;

/// `sluss/help/1`
#[derive(serde::Deserialize)]
struct Table {
    text: HashMap<String, String>,
}

/// The sections of a manual page as `clap_mangen` names them.
const SECTIONS: [&str; 7] = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "SUBCOMMANDS", "EXTRA", "VERSION"];

/// The command line with every text in this language.
pub fn command(lang: Lang) -> Command {
    match table(lang) {
        None => Cli::command(),
        Some(table) => told(Cli::command(), &mut |english| table.say(english)),
    }
}

/// The same for manual pages, and their section names. What a variable holds on this machine does not belong there.
pub fn manual(lang: Lang) -> (Command, Vec<(&'static str, String)>) {
    let Some(table) = table(lang) else { return (Cli::command(), Vec::new()) };
    let command = told(without_values(Cli::command()), &mut |english| table.say(english));
    (command, SECTIONS.map(|name| (name, table.say(name))).into())
}

fn without_values(command: Command) -> Command {
    command.mut_args(|arg| arg.hide_env_values(true)).mut_subcommands(without_values)
}

fn table(lang: Lang) -> Option<Table> {
    let text = match lang {
        Lang::En => return None,
        Lang::Sv => include_str!("../../../tables/help/sv.toml"),
        Lang::Fi => include_str!("../../../tables/help/fi.toml"),
    };
    Some(toml::from_str(text).expect("a test reads the table"))
}

impl Table {
    fn say(&self, english: &str) -> String {
        self.text.get(english).map_or(english, String::as_str).to_owned()
    }
}

/// Built first: only then it holds the words that clap itself adds, and the arguments a command has from those above.
fn told(mut root: Command, say: Say<'_>) -> Command {
    root.build();
    tell(root, say)
}

fn tell(mut command: Command, say: Say<'_>) -> Command {
    let usage = usage(&mut command, say);
    let template = template(&command, say);
    let about = command.get_about().map(|text| paragraphs(&text.to_string(), say));
    let long = command.get_long_about().map(|text| paragraphs(&text.to_string(), say));
    let after = command.get_after_help().map(|text| examples(&text.to_string(), say));
    command
        .override_usage(usage)
        .help_template(template)
        .about(text(about))
        .long_about(text(long))
        .after_help(text(after))
        .mut_args(|arg| argument(arg, say))
        .mut_subcommands(|sub| tell(sub, say))
}

fn text(said: Option<String>) -> Resettable<StyledStr> {
    said.map(StyledStr::from).into()
}

/// `sluss audit [OPTIONS] <TARGET>`: names of values stay, they are those of the error messages.
fn usage(command: &mut Command, say: Say<'_>) -> String {
    let english = command.render_usage().ansi().to_string();
    let usage = english.split_once(' ').map_or("", |(_, usage)| usage);
    ["[OPTIONS]", "<COMMAND>"].iter().fold(usage.to_owned(), |usage, word| usage.replace(word, &say(word)))
}

/// clap's own template has its section names in English.
fn template(command: &Command, say: Say<'_>) -> String {
    let styles = command.get_styles();
    let (usage, header) = (styles.get_usage(), styles.get_header());
    let mut template = format!("{{about-with-newline}}\n{usage}{}:{usage:#} {{usage}}", say("Usage"));
    let sections = [
        ("Commands", "subcommands", command.get_subcommands().any(|sub| !sub.is_hide_set())),
        ("Arguments", "positionals", command.get_positionals().any(|arg| !arg.is_hide_set())),
        ("Options", "options", command.get_arguments().any(|arg| !arg.is_positional() && !arg.is_hide_set())),
    ];
    for (name, tag, _) in sections.into_iter().filter(|(_, _, there)| *there) {
        let _ = write!(template, "\n\n{header}{}:{header:#}\n{{{tag}}}", say(name));
    }
    template + "{after-help}"
}

/// A text paragraph by paragraph: the first of a long one is the short one.
fn paragraphs(text: &str, say: Say<'_>) -> String {
    text.split("\n\n").map(say).collect::<Vec<_>>().join("\n\n")
}

/// Commands stay as they are; the heading and what stands in quotation marks is said.
fn examples(text: &str, say: Say<'_>) -> String {
    let line = |line: &str| match line.strip_prefix("  ") {
        None => say(line),
        Some(_) => line
            .split('\'')
            .enumerate()
            .map(|(i, part)| if i % 2 == 1 { say(part) } else { part.to_owned() })
            .collect::<Vec<_>>()
            .join("'"),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What clap says in English behind a help text (default, variable, values) becomes part of the text.
fn argument(arg: Arg, say: Say<'_>) -> Arg {
    let short = arg.get_help().map(|text| paragraphs(&text.to_string(), say)).unwrap_or_default();
    let long = arg.get_long_help().map_or_else(|| short.clone(), |text| paragraphs(&text.to_string(), say));
    let notes: Vec<String> = [variable(&arg, say), default(&arg, say)].into_iter().flatten().collect();
    let values = arg.get_possible_values();
    let values: Vec<_> = values.iter().filter(|value| !value.is_hide_set()).collect();
    let names: Vec<_> = values.iter().map(|value| value.get_name()).collect();
    let names = (!names.is_empty()).then(|| format!("[{}: {}]", say("possible values"), names.join(", ")));
    let all: Vec<String> = notes.iter().cloned().chain(names).collect();
    let short = [short, all.join(" ")];
    // The long page has the values in a list instead, where they are explained.
    let long = match described(&values, say) {
        Some(list) => [long, list, notes.join("\n")],
        None => [long, String::new(), all.join("\n")],
    };
    arg.help(joined(&short, " "))
        .long_help(joined(&long, "\n\n"))
        .hide_env(true)
        .hide_default_value(true)
        .hide_possible_values(true)
}

fn joined(parts: &[String], by: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(by)
}

fn variable(arg: &Arg, say: Say<'_>) -> Option<String> {
    let name = arg.get_env()?;
    let value = std::env::var_os(name).unwrap_or_default();
    let value = if arg.is_hide_env_values_set() { String::new() } else { format!("={}", value.display()) };
    Some(format!("[{}: {}{value}]", say("env"), name.display()))
}

fn default(arg: &Arg, say: Say<'_>) -> Option<String> {
    let shown = |value: &OsStr| match value.to_string_lossy() {
        bare if !bare.is_empty() && !bare.contains(char::is_whitespace) => bare.into_owned(),
        other => format!("{other:?}"),
    };
    let values: Vec<_> = arg.get_default_values().iter().map(|value| shown(value)).collect();
    let takes = arg.get_action().takes_values() && !values.is_empty() && !arg.is_hide_default_value_set();
    takes.then(|| format!("[{}: {}]", say("default"), values.join(" ")))
}

/// The values, one a line, where any of them has a help text.
fn described(values: &[&PossibleValue], say: Say<'_>) -> Option<String> {
    values.iter().find(|value| value.get_help().is_some())?;
    let heading = say("Possible values") + ":";
    let width = values.iter().map(|value| value.get_name().len()).max()? + 1;
    let bold = Styles::styled();
    let bold = bold.get_literal();
    let line = |value: &&PossibleValue| {
        let name = value.get_name();
        let gap = width - name.len();
        let help = value.get_help().map(|help| format!(":{:gap$}{}", "", say(&help.to_string())));
        format!("- {bold}{name}{bold:#}{}", help.unwrap_or_default())
    };
    Some([heading].into_iter().chain(values.iter().map(line)).collect::<Vec<_>>().join("\n"))
}
