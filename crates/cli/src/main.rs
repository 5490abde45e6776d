//! The command line: arguments in, exit codes out. What happens in between is in `flows`.

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
    quiet_when_nobody_reads();
    let cli = match Cli::try_parse_from(usage::arguments()) {
        Ok(cli) => cli,
        Err(error) => return usage::refused(&error),
    };
    let screen = Screen::new(cli.lang, cli.quiet);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("threads can be started");
    match runtime.block_on(run(cli.command, &screen)) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Err(trouble) => {
            screen.trouble(&trouble);
            ExitCode::from(if trouble.is_input() { 2 } else { 3 })
        }
    }
}

/// `sluss … | head` ends when head does, without a word: 141 is what a shell shows for a closed pipe.
fn quiet_when_nobody_reads() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let said = info.payload().downcast_ref::<String>().map_or("", String::as_str);
        if said.starts_with("failed printing to stdout") && said.contains("Broken pipe") {
            std::process::exit(141);
        }
        usual(info);
    }));
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
        Command::Completions { shell } => docs::completions(shell),
        Command::Man { out } => docs::man(&out, screen.lang()),
        Command::Docs => docs::markdown(),
    }
}
