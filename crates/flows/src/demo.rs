//! The main job once through: audit, finding, case, awareness, clock, filing.

use crate::audit::{self, Audited, Progress, Stop};
use crate::{Trouble, cases, folder};
use facts::Lang;
use jiff::Timestamp;
use register::Db;
use respond::{Act, Case};
use std::path::{Path, PathBuf};

/// What the demo left behind.
#[derive(Debug)]
pub struct Shown {
    pub audited: Audited,
    /// Id of the breach case.
    pub case: String,
    /// The earliest reading of the 72 hours.
    pub notify_by: Option<Timestamp>,
    pub papers: Vec<PathBuf>,
}

/// Who acts in the demo; nobody real.
const OFFICER: &str = "Demo Dataskyddsombud";

/// Audits what `order` names, opens a case from what was found, starts its clock and renders the notification.
pub async fn run(
    order: &audit::Order,
    db: &Db,
    country: &str,
    stop: Stop,
    watch: &mut (dyn FnMut(Progress) + Send),
    clock: fn() -> Timestamp,
) -> Result<Option<Shown>, Trouble> {
    let audited = audit::run(order, stop, watch).await?;
    audit::remember(db, &audited, OFFICER, clock()).await?;
    if audited.report.findings.is_empty() {
        return Ok(None);
    }
    let now = clock();
    let case = cases::open_from_report(db, OFFICER, &audited.report, &[], country, now).await?;
    let opened = stored(db, &case).await?;
    // A folder that was used before holds the case already, and its clock runs.
    if opened.0.times.aware.is_none() {
        aware(db, &case, opened.1, now).await?;
    }
    let (current, _) = stored(db, &case).await?;
    let papers = papers(&current, &order.out, now)?;
    Ok(Some(Shown { notify_by: cases::notify_by(&current), audited, case, papers }))
}

async fn aware(db: &Db, case: &str, seen: u64, now: Timestamp) -> Result<(), Trouble> {
    let reason = "The audit showed it; I read the finding and have no doubt.".into();
    let aware = Act::SetAware { aware: now, person: OFFICER.to_owned(), reason };
    cases::act(db, OFFICER, case, seen, aware, now).await?;
    Ok(())
}

async fn stored(db: &Db, case: &str) -> Result<(Case, u64), Trouble> {
    let stored = db.case(case).await?;
    let missing = || register::RegisterError::Missing(format!("case `{case}`"));
    Ok(stored.map(|s| (s.case, s.version)).ok_or_else(missing)?)
}

fn papers(case: &Case, out: &Path, now: Timestamp) -> Result<Vec<PathBuf>, Trouble> {
    let mut written = Vec::new();
    for lang in Lang::ALL {
        let path = out.join(format!("notification-{}.pdf", lang.tag()));
        folder::write(&path, &cases::notification_pdf(case, lang, now)?)?;
        written.push(path);
    }
    Ok(written)
}
