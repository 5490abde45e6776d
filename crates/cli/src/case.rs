use crate::Outcome;
use crate::args::{AssessArgs, CaseArgs, CaseCommand, DataFormat};
use crate::screen::{Screen, data_format};
use facts::{Place, Problem};
use flows::{Trouble, cases};
use jiff::Timestamp;
use register::Db;
use respond::{Act, BreachFacts, Case};
use std::io::Read as _;
use std::path::Path;

pub async fn run(args: CaseArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let path = &args.register.register;
    if let Some(folder) = path.parent() {
        flows::folder(folder)?;
    }
    let db = Db::open(path).await?;
    let now = Timestamp::now();
    let as_ = args.register.actor.as_deref();
    match args.command {
        CaseCommand::Open { report, finding, title } => {
            let id = match report {
                Some(file) => {
                    let report = flows::audit::report(&file)?;
                    cases::open_from_report(&db, &actor(as_)?, &report, &finding, "SE", now).await?
                }
                None => cases::open(&db, &actor(as_)?, reported(title.unwrap_or_default()), now).await?,
            };
            println!("{id}");
            screen.say("cli-case-opened", &[("case", id)]);
            Ok(Outcome::Found)
        }
        CaseCommand::Aware { case, at, reason, country } => {
            let stored = find(&db, &case).await?;
            let country = country.unwrap_or_else(|| stored.case.country.clone());
            let person = actor(as_)?;
            let aware = respond::deadline(&at, &country, "gdpr")?.aware.timestamp();
            let act = Act::SetAware { aware, person: person.clone(), reason: reason.into() };
            changed(cases::act(&db, &person, &case, stored.version, act, now).await?, &case, screen)
        }
        CaseCommand::Facts { case, facts } => {
            let stored = find(&db, &case).await?;
            let act =
                Act::SetFacts { facts: read(&facts)?, source: facts.display().to_string().into(), origins: Vec::new() };
            changed(cases::act(&db, &actor(as_)?, &case, stored.version, act, now).await?, &case, screen)
        }
        CaseCommand::List { format } => list(&db, format, screen).await,
        CaseCommand::Show { case, format } => {
            let case = find(&db, &case).await?.case;
            show(&case, now, format, screen);
            Ok(Outcome::Clean)
        }
        CaseCommand::Notification { case, out } => {
            let case = find(&db, &case).await?.case;
            keep(&out, &cases::notification_pdf(&case, screen.lang(), now)?, screen)
        }
        CaseCommand::Export { case, out } => {
            let data = path.parent().unwrap_or(Path::new("."));
            keep(&out, &cases::export(&db, case.as_deref(), data, now).await?, screen)
        }
    }
}

/// Who acts: named on the command line, or the login name. Never nobody.
pub fn actor(named: Option<&str>) -> Result<String, Trouble> {
    let login = || std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).ok();
    let name = named.map(str::to_owned).or_else(login).filter(|n| !n.trim().is_empty());
    Ok(name.unwrap_or_else(|| "local user".to_owned()))
}

fn reported(title: String) -> Act {
    Act::Open {
        id: String::new(),
        title,
        reference: String::new(),
        country: "SE".to_owned(),
        facts: BreachFacts::default(),
        origins: Vec::new(),
        findings: Vec::new(),
        suspected: None,
        occurred: respond::Occurred::Unknown,
        exercise: false,
        note: respond::Text::default(),
    }
}

async fn find(db: &Db, id: &str) -> Result<register::Stored<Case>, Trouble> {
    if let Some(stored) = db.case(id).await? {
        return Ok(stored);
    }
    let known: Vec<String> = db.cases().await?.into_iter().map(|s| s.id).collect();
    let problem = Problem::new(Place::source("CASE"), "case", format!("there is no case `{id}`"));
    Err(problem.found(id).allowed(&known).into())
}

fn changed(version: u64, case: &str, screen: &Screen) -> Result<Outcome, Trouble> {
    screen.say("cli-case-changed", &[("case", case.to_owned()), ("version", version.to_string())]);
    Ok(Outcome::Clean)
}

fn keep(out: &Path, bytes: &[u8], screen: &Screen) -> Result<Outcome, Trouble> {
    flows::write(out, bytes)?;
    screen.say("cli-written", &[("file", out.display().to_string())]);
    Ok(Outcome::Clean)
}

fn clock(case: &Case, screen: &Screen) -> [(&'static str, String); 2] {
    let unset = screen.word("cli-unset");
    let at = |t: Option<Timestamp>| t.map_or_else(|| unset.clone(), |t| t.to_string());
    [("aware", at(case.times.aware.as_ref().map(|a| a.at))), ("deadline", at(cases::notify_by(case)))]
}

async fn list(db: &Db, format: Option<DataFormat>, screen: &Screen) -> Result<Outcome, Trouble> {
    let cases = db.cases().await?;
    if data_format(format) == DataFormat::Json {
        let all: Vec<_> = cases.iter().map(|s| &s.case).collect();
        println!("{}", serde_json::to_string_pretty(&all).expect("cases are plain data"));
        return Ok(Outcome::Clean);
    }
    if cases.is_empty() {
        screen.say("cli-case-none", &[]);
    }
    for stored in &cases {
        let mut args = vec![("case", stored.id.clone()), ("title", stored.case.title.clone())];
        args.extend(clock(&stored.case, screen));
        println!("{}", screen.text("cli-case-line", &args));
    }
    Ok(Outcome::Clean)
}

fn show(case: &Case, now: Timestamp, format: Option<DataFormat>, screen: &Screen) {
    if data_format(format) == DataFormat::Json {
        println!("{}", serde_json::to_string_pretty(case).expect("a case is plain data"));
        return;
    }
    let mut args = vec![("case", case.id.clone()), ("title", case.title.clone())];
    args.extend(clock(case, screen));
    println!("{}", screen.text("cli-case-line", &args));
    for happened in &case.history {
        println!("  {}  {}  {}", happened.at, happened.by, happened.act);
    }
    let _ = now;
}

fn read(path: &Path) -> Result<BreachFacts, Trouble> {
    let text = if path == Path::new("-") {
        let mut text = String::new();
        let stdin = |source| Trouble::Read { path: path.to_owned(), source };
        std::io::stdin().read_to_string(&mut text).map_err(stdin)?;
        text
    } else {
        flows::text(path)?
    };
    Ok(respond::facts(&path.display().to_string(), &text)?)
}

/// `sluss assess`: exit 1 where a duty is open or still to be decided.
pub fn assess(args: &AssessArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let assessment = respond::assess(&read(&args.facts)?);
    let json = serde_json::to_value(&assessment).expect("an assessment is plain data");
    match data_format(args.format) {
        DataFormat::Json => println!("{}", serde_json::to_string_pretty(&json).expect("plain data")),
        DataFormat::Human => crate::human::assessment(&json, screen),
    }
    let settled = json["duties"]["notify_authority"] == false && json["duties"]["communicate"] == false;
    Ok(if settled { Outcome::Clean } else { Outcome::Found })
}
