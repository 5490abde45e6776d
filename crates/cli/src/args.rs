use crate::case::args::{CaseArgs, RegisterArgs};
use crate::values::{
    ConsentArg, DataFormat, Hashes, Join, ModeArg, ReportFormat, ScanFormat, SeverityArg, SiteAddress, Switch, address,
    country, data_folder, day, lang, name_server, pause, resolve, seconds, site_address, span,
};
use clap::{Args, Parser, Subcommand};
use facts::{Lang, Resolve};
use jiff::SignedDuration;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Shows what personal data leaves a web service, and carries you through the breach when it should not have.
///
/// Exit codes: 0 done, nothing found · 1 done, findings or open duties · 2 the input is wrong · 3 our fault.
#[derive(Debug, Parser)]
#[command(name = "sluss", version, max_term_width = 100, disable_help_subcommand = true)]
pub struct Cli {
    /// Language of what is said: sv, fi or en (default: from LANG, else en)
    #[arg(long, global = true, env = "SLUSS_LANG", value_parser = lang)]
    pub lang: Option<Lang>,
    /// No progress on stderr
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(DemoArgs),
    Audit(Box<AuditArgs>),
    Watch(Box<WatchArgs>),
    Accept(AcceptArgs),
    Scan(ScanArgs),
    Index(IndexArgs),
    Assess(AssessArgs),
    Deadline(DeadlineArgs),
    Case(Box<CaseArgs>),
    Verify(VerifyArgs),
    Serve(ServeArgs),
    Lab(LabArgs),
    /// Print a completion script for your shell
    #[command(after_help = "Example:\n  sluss completions bash > /etc/bash_completion.d/sluss")]
    Completions {
        shell: clap_complete::Shell,
    },
    /// Write the manual pages
    #[command(after_help = "Example:\n  sluss man --out /usr/local/share/man/man1")]
    Man {
        /// Folder the pages go to
        #[arg(long, default_value = ".")]
        out: PathBuf,
    },
    /// Print docs/commands.md
    #[command(hide = true)]
    Docs,
}

/// The main job once through, on a replica service: audit, finding, breach case, filing, web page
///
/// Starts the replica of the service in decision IMY-2022-3822 with an emulated advertising pixel, audits it in a real
/// browser, opens the breach case and serves the web page. Nothing leaves this machine.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  sluss demo\n  sluss demo --no-serve --out ./demo")]
pub struct DemoArgs {
    /// End after the case, with exit 1 (there are findings)
    #[arg(long)]
    pub no_serve: bool,
    /// Folder for results and register
    #[arg(long, default_value = "sluss-demo")]
    pub out: PathBuf,
    /// Address to bind [default: 127.0.0.1:8420, or a free port where that one is taken]
    #[arg(long, value_parser = address)]
    pub bind: Option<SocketAddr>,
    /// The Chromium to drive
    #[arg(long, env = "SLUSS_CHROMIUM")]
    pub chromium: Option<PathBuf>,
}

/// Drive a real browser through a service and judge what leaves it
///
/// TARGET is an address, or the declaration (sluss.toml) that says what may happen. Made-up identities are typed into
/// the forms; what of them reaches somebody else is found in whatever disguise it travels.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sluss audit https://invite.example.se/
  sluss audit sluss.toml --out results --fail-on medium
  sluss audit https://staging.example.se/ --resolve staging.example.se:443:127.0.0.1:8443 --insecure --consent reject")]
pub struct AuditArgs {
    /// Address, or path of a declaration
    #[arg(required = true)]
    pub target: Option<String>,
    /// Folder for report.json, report.html, capture.har, screenshots and bundle [default: sluss-audit-<time>]
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Run this journey only (repeatable); `explore` needs no recording
    #[arg(long, value_name = "NAME")]
    pub journey: Vec<String>,
    /// A Chrome DevTools Recorder export to run as a journey (repeatable)
    #[arg(long, value_name = "FILE")]
    pub recording: Vec<PathBuf>,
    /// What the visitor answers to the consent dialog
    #[arg(long, value_delimiter = ',', value_enum, default_value = "none,reject,accept")]
    pub consent: Vec<ConsentArg>,
    /// observe types nothing, fill types but sends no form, submit sends them (asks first on a terminal)
    #[arg(long, value_enum, default_value = "fill")]
    pub mode: ModeArg,
    /// Do not ask before sending forms
    #[arg(long)]
    pub yes: bool,
    /// Most pages exploration visits in one run
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub pages: u16,
    /// Connect to ADDR:PORT for HOST:PORT, as curl's --connect-to (repeatable)
    #[arg(long, value_name = "HOST:PORT:ADDR:PORT", value_parser = resolve)]
    pub resolve: Vec<Resolve>,
    /// Accept any certificate
    #[arg(long)]
    pub insecure: bool,
    /// Longest wait for one step, in seconds
    #[arg(long, default_value = "15", value_parser = seconds)]
    pub timeout: Duration,
    /// Exit 1 only for findings at least this severe
    #[arg(long, value_enum, default_value = "low")]
    pub fail_on: SeverityArg,
    /// report.json of an earlier run: findings become new, known or gone
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Findings somebody accepted [default: sluss-accepted.toml beside the declaration]
    #[arg(long, value_name = "FILE")]
    pub accepted: Option<PathBuf>,
    /// Name server asked for DNS aliases [default: the system's; with it, hosts of --resolve are asked for too]
    #[arg(long, value_name = "ADDR:PORT", value_parser = name_server)]
    pub resolver: Option<SocketAddr>,
    /// Have the evidence stamped by this time-stamp service (RFC 3161)
    #[arg(long, value_name = "URL")]
    pub timestamp: Option<String>,
    /// User agent the audit names itself by
    #[arg(long)]
    pub user_agent: Option<String>,
    /// Shortest time between two pages or sent forms, in seconds
    #[arg(long, default_value = "0.1", value_parser = pause)]
    pub pause: Duration,
    /// A form that is never sent: a CSS selector, or a path with * of its page or action (repeatable)
    #[arg(long, value_name = "FORM")]
    pub never_send: Vec<String>,
    /// Lead all traffic through a recording proxy too, and name what only one of the two saw
    #[arg(long)]
    pub proxy: bool,
    /// A list of trackers in Adblock or hosts syntax: names those the tables do not know
    #[arg(long, value_name = "FILE")]
    pub filter_list: Option<PathBuf>,
    /// What goes to stdout [default: human on a terminal, else json]
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,
    /// Folder of the signing key and the register
    #[arg(long, env = "SLUSS_DATA", default_value_os_t = data_folder())]
    pub data: PathBuf,
    /// The Chromium to drive
    #[arg(long, env = "SLUSS_CHROMIUM")]
    pub chromium: Option<PathBuf>,
}

/// Audit on a schedule, look at vendor configurations in between, and raise an alarm
///
/// Keeps a state folder with a sign of life (heartbeat.json). http://…/health answers 503 when a run is overdue, and
/// `--check` tells the same without the routine. Ctrl-C ends it after the step at hand.
#[derive(Debug, Args)]
#[command(mut_arg("target", |target| target.required(false).required_unless_present("check")))]
#[command(mut_arg("out", |own| own.hide(true)), mut_arg("baseline", |own| own.hide(true)), mut_arg("format", |own| own.hide(true)))]
#[command(after_help = "Examples:
  sluss watch sluss.toml --every 6h --webhook https://chat.example.se/hook
  sluss watch sluss.toml --once --state /var/lib/sluss/watch
  sluss watch --check /var/lib/sluss/watch || mail -s 'the audits have stopped' dpo@example.se < /dev/null")]
pub struct WatchArgs {
    #[command(flatten)]
    pub audit: AuditArgs,
    /// From the start of one run to the start of the next: 30s, 15m, 6h, 1d [default: `every` or `cron` in [watch]]
    #[arg(long, value_parser = span)]
    pub every: Option<SignedDuration>,
    /// How often vendor configurations are fetched between runs [default: 15m]
    #[arg(long, value_parser = span)]
    pub poll: Option<SignedDuration>,
    /// How late a run may be before the routine counts as stopped [default: half the time between two runs]
    #[arg(long, value_parser = span)]
    pub grace: Option<SignedDuration>,
    /// One run and one round of alarms, then end as `audit` does
    #[arg(long)]
    pub once: bool,
    /// Say whether the routine that keeps this folder is overdue or was ended (exit 1), and end
    #[arg(long, value_name = "STATE_DIR", conflicts_with_all = ["target", "once"])]
    pub check: Option<PathBuf>,
    /// Folder of the state: sign of life, baseline, runs, alarms
    #[arg(long, default_value = "sluss-watch")]
    pub state: PathBuf,
    /// Address the sign of life is served at
    #[arg(long, default_value = "127.0.0.1:8421", value_parser = address)]
    pub health: SocketAddr,
    /// How often a run that failed is tried again
    #[arg(long, default_value_t = 2)]
    pub retries: u8,
    /// Where alarms go by mail (repeatable)
    #[arg(long, value_name = "ADDRESS")]
    pub mail: Vec<String>,
    /// Sender of the mails
    #[arg(long, value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Mail server: smtp://user:password@host:587 or smtps://…
    #[arg(long, env = "SLUSS_SMTP", hide_env_values = true, value_name = "URL")]
    pub smtp: Option<String>,
    /// Where alarms go as JSON (repeatable)
    #[arg(long, value_name = "URL")]
    pub webhook: Vec<String>,
    /// Open or join draft cases in this register
    #[arg(long, env = "SLUSS_REGISTER")]
    pub register: Option<PathBuf>,
    /// Who acts; stands in the register's log
    #[arg(long = "as", env = "SLUSS_ACTOR", value_name = "NAME")]
    pub actor: Option<String>,
    /// Country of the controller
    #[arg(long, default_value = "SE")]
    pub country: String,
}

/// Accept a finding until a day: a named person, with a reason
///
/// Writes sluss-accepted.toml beside the declaration. Until that day the finding is known and fails no build; afterwards,
/// or if it becomes graver, it is new again.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sluss accept 3f2a9c1d --report results/report.json --by 'Anna Exempel' --reason 'is taken out in January' --until 2027-01-31
  sluss accept 3f2a9c1d --undo --by 'Anna Exempel' --reason 'it was another one'")]
pub struct AcceptArgs {
    /// Its id, or the beginning of it
    pub finding: String,
    /// Who answers for it
    #[arg(long, value_name = "NAME")]
    pub by: String,
    #[arg(long)]
    pub reason: String,
    /// The last day it holds
    #[arg(long, value_name = "DATE", value_parser = day, required_unless_present = "undo")]
    pub until: Option<jiff::civil::Date>,
    /// Take back what was accepted: its row stays, and says who undid it and why
    #[arg(long, conflicts_with = "until")]
    pub undo: bool,
    /// report.json the finding stands in
    #[arg(long, value_name = "FILE", default_value = "report.json")]
    pub report: PathBuf,
    /// The declaration the file lies beside
    #[arg(long, value_name = "FILE", default_value = "sluss.toml")]
    pub declaration: PathBuf,
    /// The file itself
    #[arg(long, value_name = "FILE", conflicts_with = "declaration")]
    pub file: Option<PathBuf>,
}

/// Find known people's identifiers in traffic archives, in whatever disguise
///
/// Every file is recognised by its content: HAR, traffic NDJSON, Apache and nginx access logs, pcap and pcapng (clear-text
/// HTTP), Parquet, any of them as .gz or .zst or in a .zip or .tar, anything else line by line or as bytes. What cannot be
/// read is named, the rest is scanned. Ctrl-C ends the scan and keeps what was found.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sluss scan capture.har --people people.csv
  sluss scan proxy-*.ndjson.zst --people people.csv --summary summary.json --plot months.svg > sightings.ndjson
  sluss scan access.log outgoing.pcap --index people.slx
  zcat logs/*.gz | sluss scan - --index people.slx
  sluss scan capture.har --unknown")]
pub struct ScanArgs {
    /// The archives; - is standard input
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// people.csv: header row, `id` required, then role, email, phone, given_name …
    #[arg(long, value_name = "FILE", required_unless_present_any = ["unknown", "index"], conflicts_with = "index")]
    pub people: Option<PathBuf>,
    /// people.slx, made by `sluss index`
    #[arg(long, value_name = "FILE")]
    pub index: Option<PathBuf>,
    /// Key of the index [default: beside it, with .key behind its name]
    #[arg(long, value_name = "FILE", requires = "index", conflicts_with = "people")]
    pub key: Option<PathBuf>,
    /// Find identifiers nobody listed too, by pattern
    #[arg(long)]
    pub unknown: bool,
    /// Container layers to peel off
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=8))]
    pub depth: u8,
    /// Country a phone number without + belongs to [default: SE]
    #[arg(long, value_parser = country, conflicts_with = "index")]
    pub country: Option<String>,
    /// Salts of a site, one a line, tried before and behind every value that is hashed
    #[arg(long, value_name = "FILE", conflicts_with = "index")]
    pub salts: Option<PathBuf>,
    /// How a list of people is looked for; `auto` takes what costs less
    #[arg(long, value_enum, default_value_t = Join::Auto)]
    pub join: Join,
    /// Write the summary (people by recipient, role, country and month, times, what was not readable) as JSON
    #[arg(long, value_name = "FILE")]
    pub summary: Option<PathBuf>,
    /// Draw people by month as SVG
    #[arg(long, value_name = "FILE.svg")]
    pub plot: Option<PathBuf>,
    /// What goes to stdout [default: human on a terminal, else ndjson]
    #[arg(long, value_enum)]
    pub format: Option<ScanFormat>,
    /// Print the values too, to a terminal only
    #[arg(long)]
    pub reveal: bool,
}

/// Build the reusable index of a list of people
///
/// The file is no rainbow table: it says nothing to anyone who does not have its key, which is written beside it, readable
/// by its owner only. Keep the two apart.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sluss index people.csv -o people.slx
  sluss index people.csv -o people.slx --key /media/safe/people.key --country FI
  sluss index million.csv -o million.slx --hashes common")]
pub struct IndexArgs {
    /// people.csv: header row, `id` required, then role, email, phone, given_name …
    pub people: PathBuf,
    /// The index
    #[arg(long, short, value_name = "FILE.slx")]
    pub out: PathBuf,
    /// Its key; made when it is not there [default: beside the index, with .key behind its name]
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// Country a phone number without + belongs to
    #[arg(long, default_value = "SE", value_parser = country)]
    pub country: String,
    /// Salts of a site, one a line, tried before and behind every value that is hashed
    #[arg(long, value_name = "FILE")]
    pub salts: Option<PathBuf>,
    /// In which hashes people are looked for; `common` (SHA-256, MD5, SHA-1, SHA-512, SHA-256 of an MD5) is a sixth as
    /// large and misses the others
    #[arg(long, value_enum, default_value_t = Hashes::All)]
    pub hashes: Hashes,
    /// Overwrite an index that is there
    #[arg(long)]
    pub force: bool,
}

/// Risk, duties, reasons and open questions from the facts of a breach
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  sluss assess facts.json\n  sluss assess - < facts.json")]
pub struct AssessArgs {
    /// Facts in schema sluss/facts/1, or - for stdin
    pub facts: PathBuf,
    #[arg(long, value_enum)]
    pub format: Option<DataFormat>,
}

/// Deadlines from the moment of awareness, with every reading of the law and its source
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sluss deadline --aware 2026-04-02T18:20+02:00 --country SE
  sluss deadline --aware 2026-10-24T12:00 --country FI --regime gdpr")]
pub struct DeadlineArgs {
    /// When you became aware; without an offset it is the country's own time
    #[arg(long)]
    pub aware: String,
    /// ISO 3166-1 alpha-2; FI-AX for Åland [default: the country of the regime, else SE]
    #[arg(long)]
    pub country: Option<String>,
    /// Which duty
    #[arg(long, default_value = "gdpr")]
    pub regime: String,
    #[arg(long, value_enum)]
    pub format: Option<DataFormat>,
}

/// Check a bundle or a register: digests, chain, signatures; needs no server
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  sluss verify results/bundle.zip\n  sluss verify register.db")]
pub struct VerifyArgs {
    pub file: PathBuf,
    /// An earlier export of the register: its log has to go on from where that one stood
    #[arg(long, value_name = "EXPORT")]
    pub since: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub format: Option<DataFormat>,
}

/// The web page and JSON API
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  sluss serve\n  sluss serve --bind 127.0.0.1:8420 --register /srv/sluss/register.db"
)]
pub struct ServeArgs {
    #[command(flatten)]
    pub register: RegisterArgs,
    /// Address to bind [default: 127.0.0.1:8420, or a free port where that one is taken]
    #[arg(long, value_parser = address)]
    pub bind: Option<SocketAddr>,
    /// The address that people use, where a proxy with TLS stands in front
    #[arg(long, value_parser = site_address)]
    pub url: Option<SiteAddress>,
    /// Folder of audits to show besides those in the register (repeatable)
    #[arg(long, value_name = "DIR")]
    pub audit: Vec<PathBuf>,
}

/// The replica service alone, with the emulated pixel and its ground truth
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  sluss lab --matching off")]
pub struct LabArgs {
    /// Port of the service (TLS, loopback); 0 picks one
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// The pixel's own automatic matching
    #[arg(long, value_enum, default_value = "on")]
    pub matching: Switch,
    /// Load the tags only after consent
    #[arg(long)]
    pub consent_gate: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }
}
