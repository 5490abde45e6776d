//! `sluss case`: from arguments to flows, and what came of it to the screen.

mod act_args;
mod acts;
pub mod args;
mod house;
mod letter;
mod show;
mod to_act;

use crate::Outcome;
use crate::args::AssessArgs;
use crate::screen::{Screen, data_format};
use crate::terminal::shown_lines;
use crate::values::DataFormat;
use acts::ActCommand;
use args::RegisterArgs;
use args::{CaseArgs, CaseCommand, OpenArgs};
use facts::{Place, Problem};
use flows::{Trouble, access, cases, intake, settings};
use jiff::Timestamp;
use register::{Db, RegisterError, Stored, User};
use respond::{Act, BreachFacts};
use serde::Serialize;
use serde_json::{Value, json};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use to_act::Setting;

/// What every subcommand needs.
struct Room<'a> {
    db: Db,
    args: &'a RegisterArgs,
    now: Timestamp,
    format: DataFormat,
    /// JSON was asked for in so many words.
    wants_json: bool,
    screen: &'a Screen,
}

pub async fn run(args: CaseArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    if let CaseCommand::Script { file } = &args.command {
        return show::script(file, data_format(args.format), screen);
    }
    let CaseArgs { register, format, command } = args;
    let begun = begins(&command) && !is_there(&register);
    let db = if begun { beginning(&register).await? } else { existing(&register).await? };
    let room = Room {
        db,
        args: &register,
        now: Timestamp::now(),
        format: data_format(format),
        wants_json: format == Some(DataFormat::Json),
        screen,
    };
    let done = told(&room, command).await;
    if begun {
        room.db.clone().close().await;
        settle(&register, done.is_ok(), screen)?;
    }
    done
}

async fn told(room: &Room<'_>, command: CaseCommand) -> Result<Outcome, Trouble> {
    use CaseCommand as C;
    let screen = room.screen;
    match command {
        C::Open(wanted) => room.open(wanted).await,
        C::Report { mail, country } => {
            let country = room.country(country).await?;
            room.report(&mail, &country).await
        }
        C::Controllers { case, event, controller } => {
            let user = room.user().await?;
            let opened = cases::for_controllers(&room.db, &user.id, &case, None, &event, &controller, room.now).await?;
            room.did(json!({"act": "controllers", "case": case, "opened": opened}), &opened);
            opened.into_iter().for_each(|id| screen.say("cli-case-opened", &[("case", id)]));
            Ok(Outcome::Found)
        }
        C::Attach { case, file, what } => room.attach(&case, &file, &what).await,
        C::Act(act) => room.act(act).await,
        C::Assess { case } => {
            let case = room.find(&case).await?.case;
            assessed(&case.assessment(), room.format, screen);
            Ok(outcome(case.is_answered(room.now)))
        }
        C::Notification { case, out } => {
            let case = room.find(&case).await?.case;
            room.keep("notification", Some(&case.id), &out, &cases::notification_pdf(&case, screen.lang(), room.now)?)
        }
        C::Letter { case, out, draft } => {
            let case = room.find(&case).await?.case;
            room.keep("letter", Some(&case.id), &out, &letter::file(&case, &out, draft, room.now)?)
        }
        C::Export { case, out } => {
            let data = folder(room.args);
            let bytes = cases::export(&room.db, case.as_deref(), &data, room.now).await?;
            room.keep("export", case.as_deref(), &out, &bytes)
        }
        C::Destroy { digest, reason } => {
            let user = room.user().await?;
            cases::destroy(&room.db, &user.id, cases::digest(&digest)?, &reason, room.now).await?;
            room.did(json!({"act": "destroy", "digest": digest}), &[]);
            screen.say("cli-case-destroyed", &[("digest", digest)]);
            Ok(Outcome::Clean)
        }
        look @ (C::List
        | C::Show { .. }
        | C::Timeline { .. }
        | C::Authorities { .. }
        | C::Factors { .. }
        | C::AfterAction { .. }
        | C::Sealed { .. }
        | C::Statistics { .. }
        | C::Calendar) => show::run(room, look).await,
        other => house::run(room, other).await,
    }
}

/// What a new register may begin with; everything else looks at one that is there.
fn begins(command: &CaseCommand) -> bool {
    use CaseCommand as C;
    matches!(command, C::Open(_) | C::Report { .. } | C::Settings { file: Some(_) } | C::User { .. })
}

/// A register that is not there yet is made beside its place, and put there when what was asked is done: what is refused leaves
/// nothing.
async fn beginning(args: &RegisterArgs) -> Result<Db, Trouble> {
    flows::folder(&folder(args))?;
    let named = |error| match error {
        RegisterError::Open { why, .. } => RegisterError::Open { at: args.register.display().to_string(), why },
        other => other,
    };
    Ok(Db::open(beside(&args.register)).await.map_err(named)?)
}

fn beside(register: &Path) -> PathBuf {
    let name = register.file_name().unwrap_or_default().to_string_lossy();
    register.with_file_name(format!(".{name}.{}", std::process::id()))
}

fn settle(args: &RegisterArgs, is_done: bool, screen: &Screen) -> Result<(), Trouble> {
    let (made, at) = (beside(&args.register), &args.register);
    if !is_done || at.exists() {
        register::remove(&made);
    }
    match is_done {
        false => Ok(()),
        true if at.exists() => {
            let why = "another program made it meanwhile".to_owned();
            Err(RegisterError::Open { at: at.display().to_string(), why }.into())
        }
        true => {
            register::rename(&made, at).map_err(|source| Trouble::Write { path: at.clone(), source })?;
            screen.say("cli-register-new", &[("at", at.display().to_string())]);
            Ok(())
        }
    }
}

/// Opens the register; where there is none, makes it and its folder, and says so.
pub async fn open(args: &RegisterArgs, screen: &Screen) -> Result<Db, Trouble> {
    flows::folder(&folder(args))?;
    let is_new = !is_there(args);
    let db = Db::open(&args.register).await?;
    if is_new {
        screen.say("cli-register-new", &[("at", args.register.display().to_string())]);
    }
    Ok(db)
}

/// Opens a register that is there: a mistyped name is no empty register.
async fn existing(args: &RegisterArgs) -> Result<Db, Trouble> {
    if is_there(args) {
        return Ok(Db::open(&args.register).await?);
    }
    let at = args.register.display().to_string();
    let problem = Problem::new(Place::source("--register"), "no-register", format!("there is no register `{at}`"));
    Err(problem.found(at).allowed(&["the file of a register; `sluss case open` makes a new one"]).into())
}

/// What lies at an address, only opening it tells.
fn is_there(args: &RegisterArgs) -> bool {
    args.register.to_string_lossy().contains("://") || args.register.exists()
}

/// Where the signing key and what belongs to the register lie: beside its file; for a database at an address, in the
/// data folder.
pub fn folder(args: &RegisterArgs) -> PathBuf {
    if args.register.to_string_lossy().contains("://") {
        return crate::values::data_folder();
    }
    args.register.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// Who acts: named on the command line, or the login name. Never nobody.
pub fn name(named: Option<&str>) -> String {
    let login = || std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).ok();
    let name = named.map(str::to_owned).or_else(login).filter(|n| !n.trim().is_empty());
    name.unwrap_or_else(|| "local user".to_owned())
}

/// The user who acts, as the register knows them.
pub async fn user(db: &Db, named: Option<&str>, now: Timestamp) -> Result<User, Trouble> {
    access::user(db, &name(named), now).await
}

impl Room<'_> {
    async fn user(&self) -> Result<User, Trouble> {
        user(&self.db, self.args.actor.as_deref(), self.now).await
    }

    /// Where a new case's authority is: as named, else as the settings say.
    async fn country(&self, named: Option<String>) -> Result<String, Trouble> {
        match named {
            Some(country) => Ok(country),
            None => settings::country(&self.db, "SE").await,
        }
    }

    async fn find(&self, id: &str) -> Result<Stored, Trouble> {
        if let Some(stored) = self.db.case(id).await? {
            self.screen.keep_time_of(stored.case.zone());
            return Ok(stored);
        }
        let known: Vec<String> = self.db.cases().await?.into_iter().map(|s| s.id).collect();
        let problem = Problem::new(Place::source("CASE"), "case", format!("there is no case `{id}`"));
        Err(problem.found(id).allowed(&known).into())
    }

    async fn open(&self, wanted: OpenArgs) -> Result<Outcome, Trouble> {
        let user = self.user().await?;
        let country = self.country(wanted.country.clone()).await?;
        respond::zone_of(&country).into_iter().for_each(|zone| self.screen.keep_time_of(zone));
        let id = match (&wanted.report, &wanted.summary) {
            (Some(file), _) => {
                let report = flows::audit::report(file)?;
                let found = wanted.finding.clone();
                flows::audit::keep_report(&self.db, file, &report, &user.id, self.now).await?;
                let alone = wanted.is_alone();
                let (db, by) = (&self.db, &user.id);
                if alone {
                    cases::open_from_report(db, by, &report, &found, &country, self.now).await?
                } else {
                    cases::open_from_report_with(db, by, &report, &found, reported(wanted, country)?, self.now).await?
                }
            }
            (None, Some(file)) => {
                let summary = flows::scan::summary(file)?;
                let (db, words) = (&self.db, self.screen.words());
                cases::open_from_scan(db, &user.id, &summary, reported(wanted, country)?, words, self.now).await?
            }
            (None, None) => cases::open(&self.db, &user.id, reported(wanted, country)?, self.now).await?,
        };
        self.opened(id).await
    }

    async fn report(&self, mail: &Path, country: &str) -> Result<Outcome, Trouble> {
        let user = self.user().await?;
        let source = mail.display().to_string();
        let (mail, lang) = (bytes(mail)?, self.screen.lang());
        self.opened(intake::mail(&self.db, &user.id, &source, &mail, country, lang, self.now).await?).await
    }

    async fn opened(&self, id: String) -> Result<Outcome, Trouble> {
        let stored = self.find(&id).await?;
        self.did(json!({"act": "open", "case": id, "version": stored.version}), std::slice::from_ref(&id));
        // Findings that an open case holds open no other.
        let age = self.now.duration_since(stored.case.opened);
        let key = if age.as_millis() > 0 { "cli-case-exists" } else { "cli-case-opened" };
        self.screen.say(key, &[("case", id)]);
        Ok(Outcome::Found)
    }

    async fn attach(&self, case: &str, file: &Path, what: &str) -> Result<Outcome, Trouble> {
        let (user, stored) = (self.user().await?, self.find(case).await?);
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let file = (name.as_str(), bytes(file)?);
        let version = cases::attach(&self.db, &user.id, case, stored.version, file, what, self.now).await?;
        self.changed("attach", case, version)
    }

    async fn act(&self, command: ActCommand) -> Result<Outcome, Trouble> {
        let id = to_act::case_of(&command).to_owned();
        let (user, stored) = (self.user().await?, self.find(&id).await?);
        let act = to_act::act(command, &Setting { country: &stored.case.country, person: &user.name })?;
        let (db, seen) = (&self.db, stored.version);
        letter::look(&act, self.screen);
        let name = act.name();
        let version = match act {
            Act::File { .. } => cases::file(db, &user.id, &id, seen, act, self.now).await?,
            act => cases::act(db, &user.id, &id, seen, act, self.now).await?,
        };
        self.changed(name, &id, version)
    }

    fn changed(&self, act: &str, case: &str, version: u64) -> Result<Outcome, Trouble> {
        self.did(json!({"act": act, "case": case, "version": version}), &[]);
        self.screen.say("cli-case-changed", &[("case", case.to_owned()), ("version", version.to_string())]);
        Ok(Outcome::Clean)
    }

    fn keep(&self, act: &str, case: Option<&str>, out: &Path, bytes: &[u8]) -> Result<Outcome, Trouble> {
        flows::write(out, bytes)?;
        self.did(json!({"act": act, "case": case, "file": out}), &[]);
        self.screen.say("cli-written", &[("file", out.display().to_string())]);
        Ok(Outcome::Clean)
    }

    /// What an act came to. Scripts read the bare ids of new cases, and nothing of other acts, unless they ask for JSON.
    fn did(&self, mut answer: Value, opened: &[String]) {
        if self.wants_json {
            answer["schema"] = "sluss/case-act/1".into();
            self.screen.json(&answer);
        } else {
            opened.iter().for_each(|id| self.screen.line(id));
        }
    }

    /// JSON when asked for or when stdout is no terminal; else the lines.
    fn print(&self, data: &impl Serialize, lines: impl IntoIterator<Item = String>) {
        match self.format {
            DataFormat::Json => self.screen.json(data),
            DataFormat::Human => lines.into_iter().for_each(|line| self.screen.line(&shown_lines(&line))),
        }
    }
}

fn reported(wanted: OpenArgs, country: String) -> Result<Act, Trouble> {
    let facts = wanted.facts.as_deref().map_or_else(|| Ok(BreachFacts::default()), read)?;
    let named = |problem: Problem| Problem { place: Place::source("--suspected"), ..problem };
    let suspected = wanted.suspected.map(|at| respond::moment_in(&at, &country).map_err(named)).transpose()?;
    Ok(Act::Open {
        id: String::new(),
        title: wanted.title.unwrap_or_default(),
        reference: wanted.reference,
        country,
        facts,
        origins: Vec::new(),
        findings: wanted.finding,
        suspected,
        occurred: respond::Occurred::Unknown,
        exercise: wanted.exercise,
        note: wanted.note.into(),
    })
}

fn read(path: &Path) -> Result<BreachFacts, Trouble> {
    Ok(respond::facts(&path.display().to_string(), &file_text(path)?)?)
}

/// A file's text, or stdin's for `-`.
fn file_text(path: &Path) -> Result<String, Trouble> {
    if path != Path::new("-") {
        return flows::text(path);
    }
    let mut text = String::new();
    let failed = |source| Trouble::Read { path: path.to_owned(), source };
    std::io::stdin().read_to_string(&mut text).map_err(failed)?;
    Ok(text)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Trouble> {
    std::fs::read(path).map_err(|source| Trouble::Read { path: path.to_owned(), source })
}

/// `sluss assess`: exit 1 where a duty is open or still to be decided.
pub fn assess(args: &AssessArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let assessment = respond::assess(&read(&args.facts)?);
    assessed(&assessment, data_format(args.format), screen);
    let duties = &assessment.duties;
    Ok(outcome([duties.notify_authority, duties.communicate] == [respond::Answer::No; 2]))
}

fn outcome(settled: bool) -> Outcome {
    if settled { Outcome::Clean } else { Outcome::Found }
}

fn assessed(assessment: &respond::Assessment, format: DataFormat, screen: &Screen) {
    match format {
        DataFormat::Json => screen.json(assessment),
        DataFormat::Human => crate::human::assessment(assessment, screen),
    }
}
