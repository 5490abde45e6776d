//! What belongs to the organisation and to no case: settings, plan, controls, re-assessments, users, reminders.

use super::args::CaseCommand;
use super::{Room, file_text};
use crate::Outcome;
use flows::settings::{Reassessment, Standing};
use flows::{Trouble, access, reminders, settings};
use std::path::Path;

pub async fn run(room: &Room<'_>, command: CaseCommand) -> Result<Outcome, Trouble> {
    use CaseCommand as C;
    match command {
        C::Settings { file } => take(room, file.as_deref()).await,
        C::Plan => plan(room).await,
        C::Controls => controls(room).await,
        C::ControlDone { control, proof, failed } => {
            let user = room.user().await?;
            settings::control_done(&room.db, &user.id, &control, &proof, !failed, room.now).await?;
            controls(room).await
        }
        C::Demands => demands(room).await,
        C::Reassess { demand, dpia, reasons } => {
            let user = room.user().await?;
            let answer = Reassessment { dpia, person: user.name, reasons };
            settings::reassess(&room.db, &user.id, &demand, &answer, room.now).await?;
            demands(room).await
        }
        C::Users => users(room).await,
        C::User { name, role, disabled } => {
            let user = room.user().await?;
            access::put(&room.db, &user.id, &name, &role, disabled, room.now).await?;
            users(room).await
        }
        C::Remind { dry_run } => remind(room, dry_run).await,
        _ => Ok(Outcome::Clean),
    }
}

async fn take(room: &Room<'_>, file: Option<&Path>) -> Result<Outcome, Trouble> {
    if let Some(file) = file {
        let (user, text) = (room.user().await?, file_text(file)?);
        settings::put(&room.db, &user.id, &file.display().to_string(), &text, room.now).await?;
    }
    match settings::organisation(&room.db).await? {
        Some(organisation) => room.print(&organisation, [organisation.name.clone()]),
        None => room.screen.say("cli-settings-none", &[]),
    }
    Ok(Outcome::Clean)
}

async fn plan(room: &Room<'_>) -> Result<Outcome, Trouble> {
    let Some(organisation) = settings::organisation(&room.db).await? else {
        room.screen.say("cli-settings-none", &[]);
        return Ok(Outcome::Found);
    };
    let plan = respond::plan(&organisation);
    let o = &plan.organisation;
    let contacts = o.contact.iter().map(|c| format!("  {}: {}  {}  {}  {}", c.role, c.name, c.phone, c.email, c.hours));
    let steps = o.first_hour.iter().map(|s| format!("  {:>3} min  {}  ({})", s.minutes, s.what, s.who));
    let reports = plan.reports.iter().map(|(regime, stages)| format!("  {regime}: {}", stages.join(", ")));
    let texts = o.text.iter().map(|t| format!("  {} ({}): {}", t.to, t.language.tag(), t.text));
    let gap = |(code, about): &(&str, String)| {
        format!("  ! {}", room.screen.text(&format!("respond-plan-gap-{code}"), &[("about", about.clone())]))
    };
    let head = [o.name.clone(), plan.authority.map(|a| a.name.clone()).unwrap_or_default()];
    let lines = head.into_iter().chain(contacts).chain(steps).chain(reports).chain(texts);
    room.print(&plan, lines.chain(plan.gaps.iter().map(gap)));
    Ok(if plan.gaps.is_empty() { Outcome::Clean } else { Outcome::Found })
}

async fn controls(room: &Room<'_>) -> Result<Outcome, Trouble> {
    let standing = settings::controls(&room.db, room.now).await?;
    let line = |s: &Standing| {
        let letters = s.control.article_32.join(", ");
        let mark = if s.overdue { "!" } else { " " };
        format!("{mark} {}  32(1)({letters})  {}  {}  {}", s.due, s.control.id, s.control.what, s.control.owner)
    };
    room.print(&standing, standing.iter().map(line));
    Ok(found(standing.iter().any(|s| s.overdue)))
}

async fn demands(room: &Room<'_>) -> Result<Outcome, Trouble> {
    let demands = settings::demands(&room.db).await?;
    let line = |d: &settings::Demand| {
        let answer = d.answered.as_ref().map_or("?".to_owned(), |a| format!("{}: {}", a.person, a.reasons));
        format!("{}  {}/{}  {answer}", d.at, d.audit, d.about)
    };
    room.print(&demands, demands.iter().map(line));
    Ok(found(demands.iter().any(|d| d.answered.is_none())))
}

async fn users(room: &Room<'_>) -> Result<Outcome, Trouble> {
    let users = room.db.users().await?;
    let line = |u: &register::User| {
        let disabled = if u.disabled { room.screen.word("cli-user-disabled") } else { String::new() };
        format!("{}  {}  {}  {disabled}", u.id, u.name, room.screen.or("respond-role", &u.role))
    };
    room.print(&users, users.iter().map(line));
    Ok(Outcome::Clean)
}

async fn remind(room: &Room<'_>, dry_run: bool) -> Result<Outcome, Trouble> {
    if dry_run {
        let organisation = settings::organisation(&room.db).await?.unwrap_or_default();
        let due = reminders::due(&room.db, &organisation, room.now).await?;
        room.print(&due, due.iter().map(|r| format!("{}  {}  {} {}", r.due, r.case, r.duty, r.about)));
        return Ok(Outcome::Clean);
    }
    let round = reminders::round(&room.db, room.now).await?;
    let counts = [("queued", round.queued), ("sent", round.sent), ("failed", round.failed)];
    let counts = counts.map(|(name, n)| (name, n.to_string()));
    room.print(&round, [room.screen.text("cli-remind-round", &counts)]);
    Ok(found(round.failed > 0))
}

fn found(any: bool) -> Outcome {
    if any { Outcome::Found } else { Outcome::Clean }
}
