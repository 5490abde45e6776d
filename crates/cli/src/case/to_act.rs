//! From a command to the act it asks for.

use super::act_args::{CommunicateArgs, DecisionArgs, DraftArgs, FileArgs, Status, TimesArgs, YesNo};
use super::acts::ActCommand;
use super::{file_text, read};
use facts::{Place, Problem};
use flows::Trouble;
use jiff::{SignedDuration, Timestamp};
use respond::{Act, ItemStatus, Letter, Occurred, Publication};

/// Whose clocks hold, and who acts.
pub struct Setting<'a> {
    pub country: &'a str,
    pub person: &'a str,
}

impl Setting<'_> {
    /// A moment as it was typed after an option.
    fn at(&self, option: &str, text: &str) -> Result<Timestamp, Problem> {
        // Of all that is typed here only `--country` names a country; a case's own is known.
        let named = |problem: Problem| {
            let option = if problem.code == "country" { "--country" } else { option };
            Problem { place: Place::source(option), ..problem }
        };
        respond::moment_in(text, self.country).map_err(named)
    }

    fn maybe(&self, option: &str, text: Option<String>) -> Result<Option<Timestamp>, Problem> {
        text.map(|text| self.at(option, &text)).transpose()
    }

    fn who(&self, named: Option<String>) -> String {
        named.unwrap_or_else(|| self.person.to_owned())
    }
}

/// The case a command is about.
pub fn case_of(command: &ActCommand) -> &str {
    use ActCommand as C;
    match command {
        C::Times(TimesArgs { case, .. })
        | C::File(FileArgs { case, .. })
        | C::Communicate(CommunicateArgs { case, .. })
        | C::Draft(DraftArgs { case, .. })
        | C::Decision(DecisionArgs { case, .. })
        | C::Aware { case, .. }
        | C::Facts { case, .. }
        | C::Item { case, .. }
        | C::Conclude { case, .. }
        | C::Uphold { case, .. }
        | C::NoBreach { case, .. }
        | C::Delay { case, .. }
        | C::Receipt { case, .. }
        | C::TellController { case, .. }
        | C::ApproveDraft { case, .. }
        | C::Reach { case, .. }
        | C::Strike { case, .. }
        | C::Title { case, .. }
        | C::Exempt { case, .. }
        | C::Pause { case, .. }
        | C::Resume { case, .. }
        | C::Measure { case, .. }
        | C::MeasureDone { case, .. }
        | C::Erasure { case, .. }
        | C::ErasureAnswer { case, .. }
        | C::Escalate { case, .. }
        | C::Asked { case, .. }
        | C::Answered { case, .. }
        | C::Controller { case, .. }
        | C::Regimes { case, .. }
        | C::LawReport { case, .. }
        | C::Weigh { case, .. }
        | C::Link { case, .. }
        | C::Note { case, .. }
        | C::Clock { case, .. }
        | C::Close { case, .. }
        | C::Reopen { case, .. } => case,
    }
}

/// One arm a command; each only renames, which is why it is long.
pub fn act(command: ActCommand, set: &Setting) -> Result<Act, Trouble> {
    use ActCommand as C;
    Ok(match command {
        C::Times(args) => times(args, set)?,
        C::Aware { at, reason, country, person, .. } => {
            let own = Setting { country: country.as_deref().unwrap_or(set.country), ..*set };
            Act::SetAware { aware: own.at("--at", &at)?, person: set.who(person), reason: reason.into() }
        }
        C::Facts { facts, source, .. } => {
            let source = source.unwrap_or_else(|| facts.display().to_string());
            Act::SetFacts { facts: read(&facts)?, source: source.into(), origins: Vec::new() }
        }
        C::Item { item, status, text, number, promised, file: files, .. } => {
            let status = item_status(status, set.maybe("--promised", promised)?);
            Act::SetItem { item, status, text: text.into(), number, files }
        }
        C::Conclude { about, duty, reasons, person, .. } => Act::Conclude {
            about: about.into(),
            person: set.who(person),
            duty: duty == YesNo::Yes,
            reasons: reasons.into(),
            proposed: None,
        },
        C::Uphold { about, reasons, person, .. } => {
            Act::Uphold { about: about.into(), person: set.who(person), reasons: reasons.into(), fields: Vec::new() }
        }
        C::NoBreach { reasons, person, .. } => Act::NoBreach { person: set.who(person), reasons: reasons.into() },
        C::Delay { reason, duty, .. } => Act::ExplainDelay { duty, reason: reason.into() },
        C::File(args) => file(args, set)?,
        C::Strike { entry, reason, person, .. } => {
            Act::Strike { entry, person: set.who(person), reason: reason.into() }
        }
        C::Title { title, reason, .. } => Act::SetTitle { title, reason: reason.into() },
        C::Receipt { receipt, filing, .. } => Act::SetReceipt { filing, receipt },
        C::TellController { controller, told, .. } => {
            Act::TellController { controller, told: set.at("--told", &told)? }
        }
        C::Communicate(args) => communicate(args, set)?,
        C::Draft(args) => draft(args),
        C::ApproveDraft { draft, person, .. } => Act::ApproveDraft { draft, person: set.who(person) },
        C::Reach { people, sent, how, .. } => {
            Act::ReachHeldBack { sent: set.at("--sent", &sent)?, people, how: how.into() }
        }
        C::Exempt { ground, reasons, person, published_at, published_place, .. } => {
            let at = set.maybe("--published-at", published_at)?;
            let published = at.zip(published_place).map(|(at, place)| Publication { at, place });
            Act::Exempt { ground: ground.into(), person: set.who(person), reasons: reasons.into(), published }
        }
        C::Pause { requested_by, reason, until, .. } => {
            Act::PauseCommunication { requested_by, reason: reason.into(), until: set.maybe("--until", until)? }
        }
        C::Resume { reason, .. } => Act::ResumeCommunication { reason: reason.into() },
        C::Measure { id, what, owner, due, article_32, preventive, .. } => {
            let due = set.maybe("--due", due)?;
            Act::AddMeasure { id, what: what.into(), owner, due, article_32, preventive }
        }
        C::MeasureDone { id, done, proof, effective, .. } => Act::DoMeasure {
            id,
            done: set.at("--done", &done)?,
            proof: proof.into(),
            effective: effective.map(|word| word == YesNo::Yes),
        },
        C::Erasure { recipient, sent, within, .. } => {
            let sent = set.at("--sent", &sent)?;
            Act::RequestErasure { recipient, sent, due: hours_after(sent, within)? }
        }
        C::ErasureAnswer { recipient, answered, outcome, note, .. } => Act::AnswerErasure {
            recipient,
            answered: set.at("--answered", &answered)?,
            outcome: outcome.into(),
            note: note.into(),
        },
        C::Escalate { recipient, to, reason, .. } => Act::EscalateErasure { recipient, to, reason: reason.into() },
        C::Asked { reference, authority, received, due, question, .. } => Act::Asked {
            authority,
            reference,
            received: set.at("--received", &received)?,
            due: set.maybe("--due", due)?,
            question: question.into(),
        },
        C::Answered { reference, sent, answer, .. } => {
            Act::Answered { reference, sent: set.at("--sent", &sent)?, answer: answer.into() }
        }
        C::Decision(args) => decision(args)?,
        C::Controller { controller, event, not_established, .. } => {
            Act::SetController { controller, event, established: !not_established, controllers: Vec::new() }
        }
        C::Regimes { regimes, reason, person, detected, .. } => {
            let detected = set.maybe("--detected", detected)?;
            Act::SetRegimes { regimes, person: set.who(person), reason: reason.into(), detected }
        }
        C::LawReport { regime, stage, authority, sent, receipt, .. } => {
            Act::Report { regime, stage, authority, sent: set.at("--sent", &sent)?, receipt }
        }
        C::Weigh { letter, weight, text, .. } => Act::Weigh { letter, weight: weight.into(), text: text.into() },
        C::Link { finding, .. } => Act::LinkFindings { findings: finding },
        C::Note { text, .. } => Act::Note { text: text.into() },
        C::Clock { to, .. } => Act::MoveClock { to: set.at("--to", &to)?, ahead: 0 },
        C::Close { reason, person, .. } => Act::Close { person: set.who(person), reason: reason.into() },
        C::Reopen { reason, .. } => Act::Reopen { reason: reason.into() },
    })
}

fn times(args: TimesArgs, set: &Setting) -> Result<Act, Trouble> {
    let estimated = args.estimated;
    let occurred = match (args.at, args.from.zip(args.to), args.ongoing_since) {
        (Some(at), ..) => Occurred::Point { at: set.at("--at", &at)?, estimated },
        (_, Some((from, to)), _) => {
            Occurred::Range { from: set.at("--from", &from)?, to: set.at("--to", &to)?, estimated }
        }
        (_, _, Some(since)) => Occurred::Ongoing { since: set.at("--ongoing-since", &since)?, estimated },
        _ => Occurred::Unknown,
    };
    Ok(Act::SetTimes { occurred, suspected: set.at("--suspected", &args.suspected)?, reason: args.reason.into() })
}

fn item_status(word: Status, promised: Option<Timestamp>) -> ItemStatus {
    match word {
        Status::Known => ItemStatus::Known,
        Status::Assumed => ItemStatus::Assumed,
        Status::Unknown => ItemStatus::Unknown { promised },
        Status::NotApplicable => ItemStatus::NotApplicable,
    }
}

fn file(args: FileArgs, set: &Setting) -> Result<Act, Trouble> {
    Ok(Act::File {
        authority: args.authority,
        kind: args.kind.into(),
        sent: set.at("--sent", &args.sent)?,
        receipt: args.receipt,
        delay_reason: args.delay_reason.map(Into::into),
        withdrawal_reason: args.withdrawal_reason.map(Into::into),
        documents: Vec::new(),
        fields: Vec::new(),
    })
}

fn communicate(args: CommunicateArgs, set: &Setting) -> Result<Act, Trouble> {
    let text = match args.text_file {
        Some(file) => file_text(&file)?,
        None => args.text.unwrap_or_default(),
    };
    Ok(Act::Communicate {
        sent: set.at("--sent", &args.sent)?,
        means: args.means.into(),
        subgroup: args.subgroup,
        people: args.people,
        languages: args.language,
        text: text.into(),
        held_back: args.held_back,
        parts: args.says,
        all: args.all,
        unlike: false,
    })
}

fn draft(args: DraftArgs) -> Act {
    Act::SaveDraft {
        language: args.language,
        subgroup: args.subgroup,
        parts: Letter {
            happened: args.happened.into(),
            consequences: args.consequences.into(),
            measures: args.measures.into(),
            advice: args.advice.into(),
            contact: args.contact.into(),
        },
    }
}

fn decision(args: DecisionArgs) -> Result<Act, Trouble> {
    Ok(Act::Decided {
        authority: args.authority,
        reference: args.reference,
        decided: respond::day("--decided", &args.decided)?,
        received: respond::day("--received", &args.received)?,
        outcome: args.outcome,
        articles: args.article,
        public_party: args.public_party,
        orders_communication: args.orders_communication,
        summary: args.summary.into(),
    })
}

fn hours_after(from: Timestamp, hours: i64) -> Result<Timestamp, Problem> {
    let wrong = || Problem::new(Place::source("--within"), "hours", "hours are a whole number from 1 to 8784");
    let within = (1..=8784).contains(&hours).then(|| SignedDuration::from_hours(hours));
    within.and_then(|span| from.checked_add(span).ok()).ok_or_else(|| wrong().found(hours.to_string()))
}
