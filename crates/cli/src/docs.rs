//! The manual comes from the same definitions as `--help`: completion scripts, man pages, docs/commands.md.

use crate::Outcome;
use crate::args::Cli;
use crate::help;
use crate::screen::Screen;
use crate::values::data_folder;
use clap::{Command, CommandFactory as _};
use facts::Lang;
use flows::Trouble;
use std::fmt::Write as _;
use std::path::Path;

pub fn completions(shell: clap_complete::Shell, screen: &Screen) -> Result<Outcome, Trouble> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "sluss", &mut script);
    screen.print(&String::from_utf8_lossy(&script));
    Ok(Outcome::Clean)
}

pub fn man(out: &Path, lang: Lang) -> Result<Outcome, Trouble> {
    let wrong = |source| Trouble::Write { path: out.to_owned(), source };
    std::fs::create_dir_all(out).map_err(wrong)?;
    let (mut root, sections) = help::manual(lang);
    root.build();
    man_pages(&root, out, &sections).map_err(wrong)?;
    Ok(Outcome::Clean)
}

/// `sections`: what the English section names are in the language.
fn man_pages(command: &Command, out: &Path, sections: &[(&str, String)]) -> std::io::Result<()> {
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        man_pages(sub, out, sections)?;
    }
    let page = clap_mangen::Man::new(command.clone());
    let mut text = Vec::new();
    page.render(&mut text)?;
    let mut text =
        String::from_utf8_lossy(&text).replace(&roff(&data_folder().display().to_string()), &roff(DATA_FOLDER));
    for (english, said) in sections {
        text = text.replace(&format!("\n.SH {english}\n"), &format!("\n.SH {said}\n"));
    }
    std::fs::write(out.join(page.get_filename()), text)
}

/// [`data_folder`] as everybody has it.
const DATA_FOLDER: &str = "~/.local/share/sluss";

fn roff(path: &str) -> String {
    path.replace('-', "\\-")
}

pub fn markdown(screen: &Screen) -> Result<Outcome, Trouble> {
    let mut page = String::from(
        "# Commands\n\nPrinted by `sluss docs` from the program's own definitions; `make docs` renews it.\n",
    );
    let mut root = Cli::command().term_width(100);
    root.build();
    section(&mut page, &mut root.clone(), "sluss");
    screen.print(&page);
    Ok(Outcome::Clean)
}

fn section(page: &mut String, command: &mut Command, name: &str) {
    let mut shown = command.clone().bin_name(name).term_width(100);
    // What holds for all subcommands of a command is said once, there.
    if name.split(' ').count() > 2 {
        shown = shown.disable_help_flag(true).mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
    }
    let help = shown.render_long_help().to_string();
    let help: String = help.lines().map(|l| l.trim_end().to_owned() + "\n").collect();
    let help = help.replace(&data_folder().display().to_string(), DATA_FOLDER);
    let _ = write!(page, "\n## {name}\n\n```text\n{}\n```\n", help.trim_end());
    for sub in command.get_subcommands_mut() {
        if !sub.is_hide_set() && sub.get_name() != "help" {
            let name = format!("{name} {}", sub.get_name());
            section(page, sub, &name);
        }
    }
}
