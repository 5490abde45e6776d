//! The command line: arguments in, exit codes out. What happens in between is in `flows`.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod accept;
mod args;
mod audit;
mod case;
mod ci;
mod deadline;
mod demo;
mod docs;
mod files;
mod help;
mod human;
mod index;
mod lab;
mod scan;
mod screen;
mod serve;
mod streams;
mod terminal;
mod usage;
mod values;
mod verify;
mod watch;

use args::{Cli, Command};
use clap::Parser as _;
use flows::Trouble;
use screen::Screen;
use std::process::ExitCode;

/// What a command came to. Exit codes are those of the contract.
pub enum Outcome {
    /// 0: done, nothing found.
    Clean,
    /// 1: done, findings or open duties.
    Found,
}

fn main() -> ExitCode {
    let cli = match Cli::try_parse_from(usage::arguments()) {
        Ok(cli) => cli,
        Err(error) => return usage::refused(&error),
    };
    let screen = Screen::new(cli.lang, cli.quiet);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads can be started");
    let done = runtime.block_on(run(cli.command, &screen));
    match done.and_then(|outcome| screen.printed().map(|()| outcome)) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Err(trouble) => {
            screen.trouble(&trouble);
            ExitCode::from(if trouble.is_input() { 2 } else { 3 })
        }
    }
}

async fn run(command: Command, screen: &Screen) -> Result<Outcome, Trouble> {
    match command {
        Command::Demo(args) => demo::run(args, screen).await,
        Command::Audit(args) => audit::run(*args, screen).await,
        Command::Watch(args) => watch::run(*args, screen).await,
        Command::Accept(args) => accept::run(args, screen),
        Command::Scan(args) => scan::run(args, screen),
        Command::Index(args) => index::run(args, screen),
        Command::Assess(args) => case::assess(&args, screen),
        Command::Deadline(args) => deadline::run(&args, screen),
        Command::Case(args) => case::run(*args, screen).await,
        Command::Verify(args) => verify::run(&args, screen).await,
        Command::Serve(args) => serve::run(args, screen).await,
        Command::Lab(args) => lab::run(args, screen).await,
        Command::Completions { shell } => docs::completions(shell, screen),
        Command::Man { out } => docs::man(&out, screen.lang()),
        Command::Docs => docs::markdown(screen),
    }
}
