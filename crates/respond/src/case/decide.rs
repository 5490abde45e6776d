//! Whether an act is allowed in a case. Refused with the field, the reason and what would be right.

use super::filings::is_same;
use super::further::further;
use super::item::item;
use super::remedy::{erasure, measure, supervision};
use super::strike::strike;
use super::told::sendable;
use super::{About, Act, Case, Command, Event, FilingKind, Ground, Occurred, Text};
use crate::facts::BreachFacts;
use crate::tables::tables;
use facts::{Place, Problem};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

/// The law, the clock or the state of the case does not allow the act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refusal(pub Problem);

impl Refusal {
    pub(super) fn new(field: &str, code: &'static str, message: impl Into<String>) -> Self {
        Self(Problem::new(Place::source(field), code, message))
    }

    pub(super) fn found(mut self, found: impl Into<String>) -> Self {
        self.0.found = Some(found.into());
        self
    }

    pub(super) fn allowed<S: AsRef<str>>(self, allowed: &[S]) -> Self {
        Self(self.0.allowed(allowed))
    }
}

pub(super) type Allowed = Result<(), Refusal>;

/// The events of a command, or why not. `real` is when it is recorded; in a drill the case's own clock counts.
pub fn decide(case: Option<&Case>, command: &Command, real: Timestamp) -> Result<Vec<Event>, Refusal> {
    let now = case.map_or(real, |case| case.now(real));
    if command.by.trim().is_empty() {
        return Err(Refusal::new("by", "person-missing", "nobody is named as acting"));
    }
    let mut what = command.what.clone();
    match (case, &command.what) {
        (None, Act::Open { .. }) => open(&mut what, now)?,
        (Some(case), Act::Open { .. }) => {
            return Err(Refusal::new("case", "case-open", format!("case `{}` is open already", case.id)));
        }
        (None, _) => return Err(Refusal::new("case", "no-case", "there is no such case")),
        (Some(case), Act::MoveClock { to, .. }) => {
            further(case, &mut what, now, real)?;
            return Ok(vec![Event { at: *to, by: command.by.clone(), what }]);
        }
        (Some(case), _) => within(case, &mut what, now)?,
    }
    Ok(vec![Event { at: now, by: command.by.clone(), what }])
}

fn open(act: &mut Act, now: Timestamp) -> Allowed {
    let Act::Open { id, title, country, facts, suspected, occurred, .. } = act else { return Ok(()) };
    titled(title)?;
    let authority = tables().places.authority(country).map_err(Refusal)?;
    *country = authority.country.clone();
    // A suspicion may know nothing yet.
    if *facts != BreachFacts::default() {
        readable(facts)?;
    }
    let since = suspected.unwrap_or(now);
    not_after("suspected", since, "now", now)?;
    order(occurred, since, now)?;
    if id.trim().is_empty() {
        *id = id_from(now);
    }
    Ok(())
}

/// `2026-1122-02-08-09-123456`: sortable, and unique as long as two cases are not opened in one microsecond.
fn id_from(now: Timestamp) -> String {
    let at = now.to_zoned(TimeZone::UTC);
    format!("{}{:06}", at.strftime("%Y-%m%d-%H%M%S-"), at.subsec_nanosecond() / 1000)
}

fn within(case: &Case, act: &mut Act, now: Timestamp) -> Allowed {
    let stays_open = matches!(
        act,
        Act::Reopen { .. }
            | Act::Note { .. }
            | Act::Asked { .. }
            | Act::Decided { .. }
            | Act::Answered { .. }
            | Act::SetReceipt { .. }
            | Act::Weigh { .. }
            | Act::Attach { .. }
    );
    if case.closed.is_some() && !stays_open {
        return Err(Refusal::new("case", "case-closed", "the case is closed; reopen it first"));
    }
    match act {
        Act::SetTimes { .. } | Act::SetAware { .. } | Act::SetFacts { .. } | Act::SetItem { .. } => {
            learn(case, act, now)
        }
        Act::Conclude { .. } | Act::Uphold { .. } | Act::NoBreach { .. } | Act::Close { .. } | Act::Reopen { .. } => {
            conclude(case, act, now)
        }
        Act::File { .. } => file(case, act, now),
        Act::TellController { told, controller } => {
            needed("controller", controller)?;
            past("told", *told, now)?;
            not_before_suspected("told", *told, case)?;
            case.times.aware.as_ref().map_or(Ok(()), |aware| not_before("told", *told, "aware", aware.at))
        }
        Act::ExplainDelay { duty, reason } => {
            needed("duty", duty)?;
            let mut known: Vec<String> = case.duties_at(now).into_iter().map(|d| d.id).collect();
            known.dedup();
            if !known.contains(duty) {
                return Err(Refusal::new("duty", "no-duty", "the case has no such duty")
                    .found(duty.clone())
                    .allowed(&known));
            }
            reasoned("reason", reason)
        }
        Act::Communicate { .. }
        | Act::Exempt { .. }
        | Act::PauseCommunication { .. }
        | Act::ResumeCommunication { .. } => communicate(case, act, now),
        Act::AddMeasure { .. } | Act::DoMeasure { .. } => measure(case, act, now),
        Act::RequestErasure { .. } | Act::AnswerErasure { .. } | Act::EscalateErasure { .. } => erasure(case, act, now),
        Act::Asked { .. } | Act::Answered { .. } | Act::Decided { .. } => supervision(case, act, now),
        Act::LinkFindings { findings } if findings.is_empty() => {
            Err(Refusal::new("findings", "nothing-named", "no finding is named"))
        }
        Act::Note { text } => reasoned("text", text),
        Act::Strike { .. } => strike(case, act),
        Act::SetTitle { title, reason } => {
            titled(title)?;
            reasoned("reason", reason)
        }
        Act::LinkFindings { .. } | Act::Open { .. } => Ok(()),
        _ => further(case, act, now, now),
    }
}

fn learn(case: &Case, act: &mut Act, now: Timestamp) -> Allowed {
    match act {
        Act::SetTimes { occurred, suspected, reason } => {
            reasoned("reason", reason)?;
            past("suspected", *suspected, now)?;
            order(occurred, *suspected, now)?;
            match &case.times.aware {
                Some(aware) => not_after("suspected", *suspected, "aware", aware.at),
                None => Ok(()),
            }
        }
        Act::SetAware { aware, person, reason } => aware_set(case, *aware, person, reason, now),
        Act::SetFacts { .. } if case.no_breach.is_some() => {
            Err(Refusal::new("case", "case-dismissed", "it was concluded to be no breach; reopen the case first"))
        }
        Act::SetFacts { facts, .. } => readable(facts),
        Act::SetItem { .. } => item(case, act, now),
        _ => Ok(()),
    }
}

fn aware_set(case: &Case, aware: Timestamp, person: &str, reason: &Text, now: Timestamp) -> Allowed {
    needed("person", person)?;
    reasoned("reason", reason)?;
    past("aware", aware, now)?;
    // What was only presumed goes along.
    if let Some(suspected) = case.times.suspected.filter(|_| !case.times.presumed)
        && aware < suspected
    {
        let message = "awareness cannot lie before the first suspicion; correct that first, if it is wrong";
        return Err(Refusal::new("aware", "aware-before-suspected", message)
            .found(aware.to_string())
            .allowed(&[format!("{suspected} or later")]));
    }
    if let Some(start) = case.times.occurred.start()
        && aware < start
    {
        let message = "awareness cannot lie before it happened";
        return Err(Refusal::new("aware", "aware-before-occurred", message)
            .found(aware.to_string())
            .allowed(&[format!("{start} or later")]));
    }
    let sent = case.notified().first().map(|f| f.sent);
    match sent {
        Some(sent) => not_after("aware", aware, "the first notification", sent),
        None => Ok(()),
    }
}

fn conclude(case: &Case, act: &mut Act, now: Timestamp) -> Allowed {
    match act {
        // Art. 33(2): it tells its controllers, and they conclude.
        Act::Conclude { .. } if case.is_processors() => {
            let message = "this is a processor's case: its controllers conclude; record that each was told, or put the role right \
                           among the facts";
            Err(Refusal::new("about", "processor-concludes", message).allowed(&["tell-controller", "facts"]))
        }
        Act::Conclude { about, person, reasons, proposed, .. } => {
            needed("person", person)?;
            reasoned("reasons", reasons)?;
            *proposed = Some(crate::assess::proposal(&case.facts).duties.about(*about));
            Ok(())
        }
        Act::Uphold { about, person, reasons, fields } => {
            needed("person", person)?;
            let told = match about {
                About::Authority => !case.notified().is_empty(),
                About::People => !case.communications.is_empty() || case.exemption.is_some(),
            };
            if !told {
                return Err(Refusal::new("about", "nothing-told", "nothing was told that could still hold"));
            }
            *fields = crate::form::notification(case, now).fields();
            reasoned("reasons", reasons)
        }
        Act::NoBreach { person, reasons } => {
            needed("person", person)?;
            reasoned("reasons", reasons)
        }
        Act::Close { person, reason } => {
            needed("person", person)?;
            reasoned("reason", reason)?;
            closable(case, now)
        }
        Act::Reopen { .. } if case.closed.is_none() && case.no_breach.is_none() => {
            Err(Refusal::new("case", "not-closed", "the case is not closed"))
        }
        Act::Reopen { reason } => reasoned("reason", reason),
        _ => Ok(()),
    }
}

/// A case may be closed once a person has concluded and no duty is left open. `found` names each open one on a line of its
/// own: its id, then what it is about.
fn closable(case: &Case, now: Timestamp) -> Allowed {
    let fields = [(About::Authority, "authority"), (About::People, "people")];
    let fields = if case.is_processors() || case.no_breach.is_some() { &[][..] } else { &fields[..] };
    let undecided = |about: About| case.conclusion(about).is_none() || about == About::Authority && case.is_untold();
    if let Some((_, field)) = fields.iter().find(|(about, _)| undecided(*about)) {
        return Err(Refusal::new(field, "not-concluded", "a person has to conclude before the case is closed"));
    }
    if let Some((_, field)) = fields.iter().find(|(about, _)| case.overtaken(*about).is_some()) {
        let message = "the facts have changed since a person concluded: conclude again on the facts as they are";
        return Err(Refusal::new(field, "conclusion-overtaken", message));
    }
    // Before the follow-up that takes them along.
    if !case.notified().is_empty() && case.owes_reasons_at(now) {
        let message = "the notification was late; Art. 33(1) demands the reasons for the delay";
        return Err(Refusal::new("delay_reason", "delay-unexplained", message));
    }
    let open = case.holding_open(now);
    if !open.is_empty() {
        let named: Vec<String> = open.iter().map(|d| format!("{} {}", d.id, d.about).trim().to_owned()).collect();
        let message = format!("these duties are open: {}", named.join(", "));
        return Err(Refusal::new("duties", "duty-open", message).found(named.join("\n")));
    }
    Ok(())
}

fn file(case: &Case, act: &mut Act, now: Timestamp) -> Allowed {
    let Some(aware) = case.times.aware.as_ref().map(|a| a.at) else {
        return Err(Refusal::new(
            "aware",
            "aware-missing",
            "when you became aware has to be set before a notification",
        ));
    };
    let notification = crate::form::notification_of(case, act, now);
    let Act::File { authority, kind, sent, delay_reason, withdrawal_reason, fields: frozen, .. } = act else {
        return Ok(());
    };
    needed("authority", authority)?;
    recipient(case, authority)?;
    past("sent", *sent, now)?;
    not_before("sent", *sent, "aware", aware)?;
    let earlier = case.filed_with(authority).first().copied();
    let first = earlier.is_none();
    match kind {
        FilingKind::Complete | FilingKind::Incomplete if !first => {
            let message = "a first notification exists; send a follow-up";
            return Err(Refusal::new("kind", "filing-kind", message).allowed(&["follow-up", "withdrawal"]));
        }
        FilingKind::FollowUp | FilingKind::Withdrawal if case.notified().is_empty() => {
            let message = "there is no notification yet to follow up or withdraw";
            return Err(Refusal::new("kind", "filing-kind", message).allowed(&["complete", "incomplete"]));
        }
        FilingKind::FollowUp | FilingKind::Withdrawal if first => {
            let message = "this authority has got no notification to follow up or withdraw";
            let told: Vec<&str> = case.notified().iter().map(|f| f.authority.as_str()).collect();
            return Err(Refusal::new("authority", "other-authority", message).found(authority.clone()).allowed(&told));
        }
        FilingKind::Withdrawal => {
            reasoned("withdrawal_reason", withdrawal_reason.as_ref().unwrap_or(&Text::default()))?
        }
        // What is frozen with it says "incomplete": the register says the same.
        FilingKind::Complete if !notification.gaps.is_empty() => {
            let gaps = notification.gaps.join(", ");
            let message = format!("it is incomplete, to be amended; required and without an answer yet: {gaps}");
            return Err(Refusal::new("kind", "filing-gaps", message).found(gaps).allowed(&["incomplete"]));
        }
        _ => {}
    }
    if let Some(earlier) = earlier {
        not_before("sent", *sent, "the first notification", earlier.sent)?;
    }
    let due = case.notify_by_first().filter(|due| first && case.owes(authority) && *sent > *due);
    let explained =
        delay_reason.as_ref().is_some_and(|r| !r.is_blank()) || case.delays.contains_key("notify-authority");
    if let Some(due) = due
        && !explained
    {
        let due = due.to_zoned(case.zone()).strftime("%Y-%m-%d %H:%M:%S %:z");
        let message = format!("the deadline was {due}; Art. 33(1) demands the reasons for the delay");
        return Err(Refusal::new("delay_reason", "delay-unexplained", message));
    }
    *frozen = notification.fields();
    Ok(())
}

/// A notification goes to an authority that is competent for the case, or was told before. Without an establishment in
/// the EEA there is no lead authority: each one concerned is named.
fn recipient(case: &Case, authority: &str) -> Allowed {
    let who = crate::competence(case, case.established);
    let mut competent: Vec<_> = who.all().chain(crate::supervision::if_private(case)).collect();
    let known = &tables().places.authorities;
    if competent.is_empty() {
        competent.extend(known);
    }
    let told = case.notified().iter().any(|f| is_same(&f.authority, authority));
    if told || competent.iter().any(|a| a.is(authority)) {
        return Ok(());
    }
    let refusal = if !known.iter().any(|a| a.is(authority)) {
        Refusal::new("authority", "authority-unknown", "there is no such supervisory authority")
    } else if who.notify_each {
        let message = "the controller has no establishment in the EEA: name one of the authorities concerned";
        Refusal::new("authority", "authority", message)
    } else {
        Refusal::new("authority", "authority-not-competent", "this authority is not competent for the case")
    };
    let names: Vec<&str> = competent.iter().map(|a| a.short.as_ref().unwrap_or(&a.country).as_str()).collect();
    Err(refusal.found(authority).allowed(&names))
}

fn communicate(case: &Case, act: &Act, now: Timestamp) -> Allowed {
    match act {
        Act::Communicate { .. } => {
            sendable(case, act, now)?;
            paused(case, now)
        }
        Act::Exempt { ground, person, reasons, published } => {
            needed("person", person)?;
            reasoned("reasons", reasons)?;
            if case.decisions.iter().any(|d| d.orders_communication) {
                return Err(Refusal::new(
                    "ground",
                    "ordered",
                    "the authority has ordered the communication (Art. 34(4))",
                ));
            }
            match (ground, published) {
                (Ground::C, None) => {
                    let message = "Art. 34(3)(c) demands a public communication: where and when was it published?";
                    return Err(Refusal::new("published", "publication-missing", message));
                }
                (Ground::C, Some(published)) => {
                    past("published", published.at, now)?;
                    if let Some(start) = case.times.occurred.start() {
                        not_before("published", published.at, "occurred", start)?;
                    }
                    not_before_suspected("published", published.at, case)?;
                }
                (_, Some(_)) => {
                    let message = "a public communication takes the place of letters under Art. 34(3)(c) only";
                    return Err(Refusal::new("published", "publication-needless", message).allowed(&["c"]));
                }
                (_, None) => {}
            }
            if ground.contradicts(&case.facts) {
                let message =
                    "the facts say the opposite of this condition; put the facts right first, with their source";
                return Err(Refusal::new("ground", "exempt-against-facts", message));
            }
            Ok(())
        }
        Act::PauseCommunication { requested_by, reason, until } => {
            needed("requested_by", requested_by)?;
            if let Some(until) = until.filter(|until| *until <= now) {
                let message = "a pause that is over pauses nothing";
                return Err(Refusal::new("until", "pause-past", message).found(until.to_string()));
            }
            reasoned("reason", reason)
        }
        Act::ResumeCommunication { .. } if case.pause.is_none() => {
            Err(Refusal::new("pause", "not-paused", "the communication is not paused"))
        }
        _ => Ok(()),
    }
}

/// What the police asked to wait for waits; resuming is an act of its own.
fn paused(case: &Case, now: Timestamp) -> Allowed {
    match case.paused(now) {
        Some(pause) => {
            let message = "the communication is paused; resume it first";
            Err(Refusal::new("pause", "paused", message).found(format!("since {}", pause.since)))
        }
        None => Ok(()),
    }
}

/// Facts given by a program rather than read from a file are checked like a file's.
fn readable(given: &BreachFacts) -> Allowed {
    let text = serde_json::to_string(given).unwrap_or_default();
    let Err(problems) = crate::facts("facts", &text) else { return Ok(()) };
    problems.0.into_iter().next().map_or(Ok(()), |first| Err(Refusal(first)))
}

fn order(occurred: &Occurred, suspected: Timestamp, now: Timestamp) -> Allowed {
    if let Some(start) = occurred.start() {
        past("occurred", start, now)?;
        not_after("occurred", start, "suspected", suspected)?;
    }
    if let (Some(start), Some(end)) = (occurred.start(), occurred.end()) {
        past("occurred.to", end, now)?;
        not_before("occurred.to", end, "occurred.from", start)?;
    }
    Ok(())
}

pub(super) fn needed(field: &str, text: &str) -> Allowed {
    if text.trim().is_empty() {
        return Err(Refusal::new(field, "needed", format!("`{field}` is missing")));
    }
    Ok(())
}

/// The longest title, in characters.
const TITLE: usize = 200;

/// It stands in lists, in file names and in the log: one line, read in the direction it was written.
fn titled(title: &str) -> Allowed {
    needed("title", title)?;
    if title.chars().count() > TITLE {
        let message = format!("a title has at most {TITLE} characters");
        return Err(Refusal::new("title", "title-long", message).allowed(&[TITLE.to_string()]));
    }
    if misleads(title) {
        let message = "a title has no control characters, and none that turn the direction of writing";
        return Err(Refusal::new("title", "title-signs", message));
    }
    Ok(())
}

/// It has signs that are not seen, or that turn the direction of writing.
pub(super) fn misleads(text: &str) -> bool {
    let turns =
        |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().any(|c| c.is_control() || turns(c))
}

pub(super) fn reasoned(field: &str, text: &Text) -> Allowed {
    if text.is_blank() {
        return Err(Refusal::new(
            field,
            "reason-missing",
            format!("`{field}` is missing: it has to be said why or what"),
        ));
    }
    Ok(())
}

/// A minute of grace: clocks of a browser and a server differ, and forms know no seconds.
pub(super) fn past(field: &str, at: Timestamp, now: Timestamp) -> Allowed {
    let limit = now.checked_add(jiff::Span::new().minutes(1)).unwrap_or(now);
    if at > limit {
        let rounded = now.round(Unit::Second).unwrap_or(now);
        return Err(Refusal::new(field, "in-future", format!("`{field}` lies in the future"))
            .found(at.to_string())
            .allowed(&[format!("{rounded} or earlier")]));
    }
    Ok(())
}

pub(super) fn not_before(field: &str, at: Timestamp, other: &str, limit: Timestamp) -> Allowed {
    if at < limit {
        return Err(Refusal::new(field, "too-early", format!("`{field}` cannot lie before `{other}`"))
            .found(at.to_string())
            .allowed(&[format!("{limit} or later")]));
    }
    Ok(())
}

/// Nobody acts on a breach that nobody suspects.
pub(super) fn not_before_suspected(field: &str, at: Timestamp, case: &Case) -> Allowed {
    match case.times.suspected.filter(|suspected| at < *suspected) {
        Some(suspected) => {
            let message =
                format!("`{field}` cannot lie before the first suspicion; correct that first, if it is wrong");
            let refusal = Refusal::new(field, "before-suspected", message).found(at.to_string());
            Err(refusal.allowed(&[format!("{suspected} or later")]))
        }
        None => Ok(()),
    }
}

fn not_after(field: &str, at: Timestamp, other: &str, limit: Timestamp) -> Allowed {
    if at > limit {
        return Err(Refusal::new(field, "too-late", format!("`{field}` cannot lie after `{other}`"))
            .found(at.to_string())
            .allowed(&[format!("{limit} or earlier")]));
    }
    Ok(())
}
