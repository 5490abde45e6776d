use crate::args::DemoArgs;
use crate::screen::Screen;
use crate::{Outcome, audit, human, serve};
use facts::Mode;
use flows::Trouble;
use flows::audit::{Order, Target};
use flows::demo::Shown;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use register::Db;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the replica's owner has decided may happen, and the journey a carer takes.
const DECLARATION: &str = include_str!("../../../corpus/demo/sluss.toml");
const JOURNEY: &str = include_str!("../../../corpus/demo/journeys/invite.json");

pub async fn run(args: DemoArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    screen.say("cli-demo-lab", &[]);
    let lab = lab::start(lab::Options::default()).await.map_err(lab_failed)?;
    let order = order(&args, &lab, screen)?;
    let db = Db::open(&args.out.join("register.db")).await?;
    screen.say("cli-demo-audit", &[]);
    let shown = audit::watched(screen, async |stop, watch| {
        flows::demo::run(&order, &db, "SE", stop, watch, Timestamp::now).await
    })
    .await?;
    let Some(shown) = shown else { return Ok(Outcome::Clean) };
    tell(&shown, screen);
    if !args.no_serve {
        let bound = serve::listen(args.bind, screen).await?;
        serve::site(db, &args.out, None, (bound, None), screen).await?;
    }
    lab.stop().await;
    Ok(Outcome::Found)
}

/// The replica is ours, so forms are really sent: the journey that leaks goes through two of them.
fn order(args: &DemoArgs, lab: &lab::Lab, screen: &Screen) -> Result<Order, Trouble> {
    let target = Target::Declaration(declaration(&args.out)?);
    Ok(Order {
        mode: Mode::Submit,
        pages: 4,
        resolve: lab.resolve(),
        insecure: true,
        pause: Duration::ZERO,
        chromium: args.chromium.clone(),
        lang: screen.lang(),
        ..Order::new(target, args.out.join("audit"), args.out.clone())
    })
}

/// Puts the declaration where a user can read it and change it.
fn declaration(out: &Path) -> Result<PathBuf, Trouble> {
    flows::folder(&out.join("journeys"))?;
    let file = out.join("sluss.toml");
    flows::write(&file, DECLARATION.as_bytes())?;
    flows::write(&out.join("journeys/invite.json"), JOURNEY.as_bytes())?;
    Ok(file)
}

fn tell(shown: &Shown, screen: &Screen) {
    human::report(&shown.audited.report, screen);
    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    let at = shown.notify_by.map(|at| screen.words().moment_long(at, &zone));
    screen.say("cli-demo-case", &[("case", shown.case.clone()), ("at", at.unwrap_or_default())]);
    let folder = shown.audited.out.display().to_string();
    screen.say("cli-demo-files", &[("folder", folder)]);
}

/// The replica could not start: a port, which the user can name otherwise, or the temporary folder.
pub fn lab_failed(error: lab::LabError) -> Trouble {
    match error {
        lab::LabError::Listen { address, why } if why.kind() == std::io::ErrorKind::AddrInUse => {
            serve::port_taken("--port", address)
        }
        other => Trouble::Lab(other.to_string()),
    }
}
