//! What belongs to the organisation and to no case: settings, plan, controls, re-assessments, users, reminders.

use super::args::CaseCommand;
use super::{Room, file_text};
use crate::Outcome;
use flows::settings::{Reassessment, Standing};
use flows::{Trouble, access, reminders, settings};
use jiff::Timestamp;
use jiff::tz::TimeZone;
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
        None => none(room),
    }
    Ok(Outcome::Clean)
}

fn none(room: &Room<'_>) {
    room.print(&(), []);
    room.screen.say("cli-settings-none", &[]);
}

async fn plan(room: &Room<'_>) -> Result<Outcome, Trouble> {
    let Some(organisation) = settings::organisation(&room.db).await? else {
        none(room);
        return Ok(Outcome::Found);
    };
    let plan = respond::plan(&organisation);
    let o = &plan.organisation;
    let role = |role: &str| room.screen.or("web-plan-role", role);
    let contacts = o.contact.iter().map(|c| {
        let parts = [c.name.as_str(), &c.phone, &c.email, &c.hours].into_iter().filter(|part| !part.is_empty());
        format!("  {}: {}", role(&c.role), parts.collect::<Vec<_>>().join(", "))
    });
    let steps = o.first_hour.iter().map(|s| format!("  {:>3} min  {} ({})", s.minutes, s.what, role(&s.who)));
    let reports = plan.reports.iter().map(|(regime, stages)| {
        let stages: Vec<String> = stages.iter().map(|s| room.screen.or("web-option-stage", s)).collect();
        format!("  {}: {}", room.screen.or("web-option-regimes", regime), stages.join(", "))
    });
    let texts = o.text.iter().map(|t| format!("  {} ({}): {}", t.to, t.language.tag(), t.text));
    let headed = |key: &str, rows: Vec<String>| {
        let head = (!rows.is_empty()).then(|| room.screen.word(key));
        head.into_iter().chain(rows)
    };
    let gap = |(code, about): &(&str, String)| format!("  ! {}", paper::plan_gap(room.screen.words(), code, about));
    let head =
        [o.name.clone(), plan.authority.map(|a| a.name_in(room.screen.lang().tag()).to_owned()).unwrap_or_default()];
    let lines = head
        .into_iter()
        .chain(headed("web-plan-contacts", contacts.collect()))
        .chain(headed("web-plan-hour", steps.collect()))
        .chain(headed("web-others", reports.collect()))
        .chain(headed("web-plan-texts", texts.collect()))
        .chain(headed("web-plan-gaps", plan.gaps.iter().map(gap).collect()));
    room.print(&plan, lines);
    Ok(if plan.gaps.is_empty() { Outcome::Clean } else { Outcome::Found })
}

async fn controls(room: &Room<'_>) -> Result<Outcome, Trouble> {
    let standing = settings::controls(&room.db, room.now).await?;
    let zone = zone(room).await?;
    let day = |at: Timestamp| room.screen.words().date(at, &zone);
    let law = |letters: &[String]| match letters {
        [] => String::new(),
        letters => room.screen.text("cli-control-law", &[("letters", room.screen.words().list(letters))]),
    };
    let line = |s: &Standing| {
        let args = [
            ("id", s.control.id.clone()),
            ("what", s.control.what.clone()),
            ("owner", room.screen.or("web-plan-role", &s.control.owner)),
            ("law", law(&s.control.article_32)),
            ("due", day(s.due)),
            ("last", s.last.map_or_else(|| room.screen.word("web-controls-never"), day)),
            ("late", if s.overdue { room.screen.word("web-overdue") } else { String::new() }),
        ];
        let failed = if s.passed == Some(false) { room.screen.word("web-controls-failed") } else { String::new() };
        format!("{} {failed}", room.screen.text("cli-control-line", &args)).trim_end().to_owned()
    };
    if standing.is_empty() {
        room.screen.say("web-controls-none", &[]);
    }
    room.print(&standing, standing.iter().map(line));
    Ok(found(standing.iter().any(|s| s.overdue)))
}

async fn demands(room: &Room<'_>) -> Result<Outcome, Trouble> {
    let (demands, zone) = (settings::demands(&room.db).await?, zone(room).await?);
    let line = |d: &settings::Demand| {
        let answer = d.answered.as_ref().map_or("?".to_owned(), |a| format!("{}: {}", a.person, a.reasons));
        format!("{}  {}/{}  {answer}", d.at.to_zoned(zone.clone()).date(), d.audit, d.about)
    };
    if demands.is_empty() {
        room.screen.say("web-changes-none", &[]);
    }
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
        let zone = zone(room).await?;
        let line = |r: &respond::Reminder| {
            let what = paper::duty_name(room.screen.words(), &r.duty, &r.about);
            format!("{}  {}  {what}", room.screen.words().moment(r.due, &zone), r.case)
        };
        room.print(&due, due.iter().map(line));
        return Ok(Outcome::Clean);
    }
    let round = reminders::round(&room.db, room.now).await?;
    let counts = [("queued", round.queued), ("sent", round.sent), ("failed", round.failed), ("waiting", round.waiting)];
    let counts = counts.map(|(name, n)| (name, n.to_string()));
    let why = round.why.iter().map(|why| format!("  ! {}", paper::gaps::why(why, room.screen.words())));
    room.print(&round, std::iter::once(room.screen.text("cli-remind-round", &counts)).chain(why));
    Ok(found(round.waiting > 0))
}

/// Of the organisation's country.
async fn zone(room: &Room<'_>) -> Result<TimeZone, Trouble> {
    let organisation = settings::organisation(&room.db).await?;
    Ok(organisation.and_then(|o| respond::zone_of(&o.country)).unwrap_or(TimeZone::UTC))
}

fn found(any: bool) -> Outcome {
    if any { Outcome::Found } else { Outcome::Clean }
}
