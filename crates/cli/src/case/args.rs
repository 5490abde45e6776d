//! The command line of the breach register.

use super::acts::ActCommand;
use crate::values::{DataFormat, data_folder};
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The breach register: from suspicion to the last appeal date
///
/// Times are RFC 3339; without an offset they are on the clocks of the case's country. What the law or the state of the
/// case does not allow is refused with the field and what would be right (exit 2), and nothing is written.
///
/// With `--format json` each act answers in JSON (sluss/case-act/1). Else `open` prints the id of the new case, and other
/// acts print nothing on stdout.
#[derive(Debug, Args)]
#[command(after_help = "A case in short:
  sluss case open --title 'Letter to the wrong address' --country SE
  sluss case aware CASE --at 2026-04-02T18:20 --reason 'the recipient rang'
  sluss case facts CASE facts.json
  sluss case assess CASE
  sluss case conclude CASE authority yes --reasons 'a stranger read a bank statement'
  sluss case file CASE --kind incomplete --authority IMY --sent 2026-04-03T09:00
  sluss case show CASE
  sluss case export CASE -o case.zip && sluss verify case.zip")]
pub struct CaseArgs {
    #[command(flatten)]
    pub register: RegisterArgs,
    /// What goes to stdout [default: human on a terminal, else json]
    #[arg(long, value_enum, global = true)]
    pub format: Option<DataFormat>,
    #[command(subcommand)]
    pub command: CaseCommand,
}

#[derive(Debug, Subcommand)]
pub enum CaseCommand {
    /// Open a draft case, from an audit's findings, from what a scan counted, or from your own words; exit 1: its duties are open
    #[command(after_help = "Examples:
  sluss case open --report results/report.json
  sluss case open --summary summary.json
  sluss case open --title 'Letter to the wrong address' --facts facts.json
  sluss case open --title 'Drill: stolen laptop' --exercise")]
    Open(OpenArgs),
    /// Take a report that came by mail: it becomes a suspected incident, the mail is sealed with it; exit 1: its duties are open
    #[command(after_help = "Example:\n  sluss case report --mail report.eml")]
    Report {
        /// The mail as a file (.eml)
        #[arg(long, value_name = "FILE")]
        mail: PathBuf,
        /// Where the controller's authority is [default: as the settings say, else SE]
        #[arg(long)]
        country: Option<String>,
    },
    /// One event, many controllers: open a case, with a clock of its own, for each of them; exit 1: its duties are open
    #[command(after_help = "Example:
  sluss case controllers CASE --event supplier-august --controller 'Example Town' --controller 'Example Region'")]
    Controllers {
        case: String,
        /// A word for the event, the same in all its cases
        #[arg(long)]
        event: String,
        /// A controller that is hit (repeatable)
        #[arg(long, required = true)]
        controller: Vec<String>,
    },
    /// Keep a file with the case, sealed
    #[command(after_help = "Example:\n  sluss case attach CASE log.txt --what 'log of the mail server, 1 to 3 April'")]
    Attach {
        case: String,
        file: PathBuf,
        /// What it shows
        #[arg(long)]
        what: String,
    },
    #[command(flatten)]
    Act(ActCommand),
    /// What the rules propose on the facts as they are; exit 1 where a duty is open or to be decided
    Assess { case: String },
    /// All cases with their clocks
    List,
    /// One case: duties, deadlines, history
    Show { case: String },
    /// What happened when, and which deadlines followed
    Timeline { case: String },
    /// The lead authority and those concerned, from where the people are
    Authorities { case: String },
    /// The factors of Art. 83(2)(a)-(k) as the case has them, and what authorities made of cases like it
    Factors { case: String },
    /// The note after a drill: what was done when, what was missed, what was written down
    AfterAction { case: String },
    /// The notification as PDF in the fields of the EDPB template
    Notification {
        case: String,
        /// Where the PDF goes
        #[arg(long, short)]
        out: PathBuf,
    },
    /// A kept letter to the people as a file: .pdf, .txt and .html to be merged, .csv with the columns of the list
    #[command(after_help = "Examples:
  sluss case letter CASE -o letter.pdf
  sluss case letter CASE -o letter.txt && sluss case letter CASE -o addresses.csv")]
    Letter {
        case: String,
        /// Where it goes; the name's end says what it is
        #[arg(long, short)]
        out: PathBuf,
        /// Which version, from 1 [default: the newest]
        #[arg(long)]
        draft: Option<usize>,
    },
    /// One case, or the whole register, as one sealed file
    #[command(after_help = "Examples:\n  sluss case export CASE -o case.zip\n  sluss case export -o register.zip")]
    Export {
        /// All cases without it
        case: Option<String>,
        /// Where the file goes
        #[arg(long, short)]
        out: PathBuf,
    },
    /// What is sealed with a case, by digest
    Sealed { case: String },
    /// Destroy one sealed content for ever; the chain stays valid
    #[command(
        after_help = "Example:\n  sluss case sealed CASE\n  sluss case destroy DIGEST --reason 'asked for by the person'"
    )]
    Destroy {
        /// Which, as `sealed` lists it
        digest: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
    },
    /// A year in numbers; drills are counted apart
    Statistics {
        /// [default: this year]
        #[arg(long)]
        year: Option<i16>,
    },
    /// Open deadlines as an iCalendar feed on stdout
    #[command(after_help = "Example:\n  sluss case calendar > deadlines.ics")]
    Calendar,
    /// Send the reminders that are due, once; run it every few minutes
    #[command(after_help = "Examples:\n  sluss case remind\n  sluss case remind --dry-run")]
    Remind {
        /// Show what would go out, send nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Show the organisation's settings, or take new ones from a file (sluss/organisation/1)
    #[command(after_help = "Examples:\n  sluss case settings organisation.toml\n  sluss case settings")]
    Settings { file: Option<PathBuf> },
    /// The action plan made from the settings, and what it lacks; exit 1 where it lacks something
    Plan,
    /// Recurring controls by Art. 32(1)(a)-(d) with their due dates; exit 1 where one is overdue
    Controls,
    /// Record that a control was done
    #[command(after_help = "Example:\n  sluss case control-done pixel-audit --proof 'report of 1 April, no finding'")]
    ControlDone {
        /// Its word, as `controls` lists it
        control: String,
        /// What shows it
        #[arg(long)]
        proof: String,
        /// It showed a fault
        #[arg(long)]
        failed: bool,
    },
    /// New recipients and changed vendor settings that demand a re-assessment; exit 1 where one is unanswered
    Demands,
    /// Answer one: is a data protection impact assessment needed again?
    Reassess {
        /// AUDIT/ABOUT as `demands` lists it
        demand: String,
        /// An assessment (Art. 35) is needed
        #[arg(long)]
        dpia: bool,
        /// Why
        #[arg(long)]
        reasons: String,
    },
    /// Who works with the register, in which role
    Users,
    /// Add a user, or change the role or access of one
    #[command(after_help = "Example:\n  sluss case user 'Berit Example' --role handler")]
    User {
        /// Name, or id of one who exists
        name: String,
        /// owner, dpo, decider, handler, reporter, reader
        #[arg(long)]
        role: String,
        /// Bar them from the register; what they did stays
        #[arg(long)]
        disabled: bool,
    },
    /// Play a case written as a script, in memory, and print its timeline with the sources
    #[command(after_help = "Example:\n  sluss case script corpus/cases/kry/script.json")]
    Script { file: PathBuf },
}

#[derive(Debug, Args)]
pub struct OpenArgs {
    /// report.json of an audit
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Only these findings (repeatable; default: all)
    #[arg(long, value_name = "ID")]
    pub finding: Vec<String>,
    /// What `scan --summary` wrote: its numbers become draft facts, marked as the scan's
    #[arg(long, value_name = "FILE", conflicts_with_all = ["report", "finding"])]
    pub summary: Option<PathBuf>,
    /// What it is called, without personal data
    #[arg(long, required_unless_present_any = ["report", "summary"])]
    pub title: Option<String>,
    /// Where the controller's authority is: ISO 3166-1 alpha-2, FI-AX for Åland [default: as the settings say, else SE]
    #[arg(long)]
    pub country: Option<String>,
    /// What is known already (schema sluss/facts/1)
    #[arg(long, value_name = "FILE")]
    pub facts: Option<PathBuf>,
    /// When somebody first suspected it [default: now]
    #[arg(long)]
    pub suspected: Option<String>,
    /// Your own reference
    #[arg(long, default_value = "")]
    pub reference: String,
    /// What you know so far, in your words
    #[arg(long, default_value = "")]
    pub note: String,
    /// A drill: kept apart, with a clock that can be moved
    #[arg(long)]
    pub exercise: bool,
}

impl OpenArgs {
    /// Nothing is said beside the report.
    pub fn is_alone(&self) -> bool {
        let words = [&self.reference, &self.note].iter().all(|text| text.trim().is_empty());
        words && self.title.is_none() && self.facts.is_none() && self.suspected.is_none() && !self.exercise
    }
}

#[derive(Debug, Args)]
pub struct RegisterArgs {
    /// The register's database
    #[arg(long, global = true, env = "SLUSS_REGISTER", default_value_os_t = data_folder().join("register.db"))]
    pub register: PathBuf,
    /// Who acts; stands in the log
    #[arg(long = "as", global = true, env = "SLUSS_ACTOR", value_name = "NAME")]
    pub actor: Option<String>,
}
