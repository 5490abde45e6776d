//! Every act on a case as a command.

use super::act_args::{
    Addressee, CommunicateArgs, DecisionArgs, DraftArgs, FileArgs, GroundWord, Outcome, Status, TimesArgs, WeightWord,
    YesNo,
};
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum ActCommand {
    /// Record when it happened and when it was first suspected
    #[command(after_help = "Examples:
  sluss case times CASE --at 2026-04-02T17:00 --suspected 2026-04-02T18:00 --reason 'log of the mail server'
  sluss case times CASE --from 2026-03-01T00:00 --to 2026-04-02T17:00 --estimated --suspected … --reason …
  sluss case times CASE --ongoing-since 2026-03-01T00:00 --suspected … --reason …")]
    Times(TimesArgs),
    /// Record when you became aware: a named person, with a reason
    #[command(after_help = "Example:\n  sluss case aware CASE --at 2026-04-02T18:20 --reason 'the recipient rang'")]
    Aware {
        case: String,
        /// When you were reasonably certain that personal data had been breached
        #[arg(long)]
        at: String,
        /// What made you certain
        #[arg(long)]
        reason: String,
        /// Whose clock: ISO 3166-1 alpha-2
        #[arg(long)]
        country: Option<String>,
        /// Who sets it [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// Record the facts (schema sluss/facts/1); - for stdin
    Facts {
        case: String,
        facts: PathBuf,
        /// How it is known [default: the file's name]
        #[arg(long)]
        source: Option<String>,
    },
    /// Answer one item of the notification, or say that it is unknown, assumed or does not apply
    #[command(after_help = "Examples:
  sluss case item CASE description --text 'A letter went to another customer.'
  sluss case item CASE severity --text moderate
  sluss case item CASE records-number --status unknown --promised 2026-04-20T12:00
  sluss case item CASE attachments --file log.txt")]
    Item {
        case: String,
        /// Its name; a wrong one is answered with all of them
        item: String,
        /// How sure the answer is
        #[arg(long, value_enum, default_value = "known")]
        status: Status,
        /// The answer in words
        #[arg(long, default_value = "")]
        text: String,
        /// The answer as a number
        #[arg(long, allow_negative_numbers = true)]
        number: Option<f64>,
        /// When an unknown item will be known
        #[arg(long)]
        promised: Option<String>,
        /// A file kept with the case, to be annexed (repeatable)
        #[arg(long, value_name = "NAME")]
        file: Vec<String>,
    },
    /// Conclude whether a duty exists; may overrule the rules, overwrites nothing
    #[command(after_help = "Examples:
  sluss case conclude CASE authority yes --reasons 'a stranger read a bank statement'
  sluss case conclude CASE people no --reasons 'one known recipient, who sent it back'")]
    Conclude {
        case: String,
        /// Whom the duty is towards
        #[arg(value_enum)]
        about: Addressee,
        /// Whether it exists
        #[arg(value_enum)]
        duty: YesNo,
        /// Your reasons, also against the rules
        #[arg(long)]
        reasons: String,
        /// Who concludes [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// Say that what the authority, or the people, were told still holds though the case knows otherwise
    #[command(after_help = "Examples:
  sluss case uphold CASE authority --reasons 'two more of 200 000: nothing that bears on the risk'
  sluss case uphold CASE people --reasons 'the letter named every category'")]
    Uphold {
        case: String,
        /// Who was told
        #[arg(value_enum)]
        about: Addressee,
        /// Why no further word is needed
        #[arg(long)]
        reasons: String,
        /// Who decides it [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// Conclude that it was no personal data breach; it stays in the register
    NoBreach {
        case: String,
        /// Why no personal data was breached
        #[arg(long)]
        reasons: String,
        /// Who concludes [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// Give the reasons for a delay; they go into the notification
    Delay {
        case: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
        /// The duty that is late, as `show` names it in JSON
        #[arg(long, default_value = "notify-authority")]
        duty: String,
    },
    /// Record a notification that was sent: it is frozen as PDF and JSON
    #[command(after_help = "Examples:
  sluss case file CASE --kind incomplete --authority IMY --sent 2026-04-03T09:00 --receipt IMY-2026-77
  sluss case file CASE --kind follow-up --authority IMY --sent 2026-04-20T09:00
  sluss case file CASE --kind withdrawal --authority IMY --sent … --withdrawal-reason 'the letter was never opened'")]
    File(FileArgs),
    /// Enter the authority's receipt for a notification
    Receipt {
        case: String,
        /// The authority's number for it
        receipt: String,
        /// Number of the notification in the case
        #[arg(long, default_value_t = 1)]
        filing: usize,
    },
    /// A processor told a controller
    TellController {
        case: String,
        /// Its name
        controller: String,
        /// When it was told
        #[arg(long)]
        told: String,
    },
    /// Record that the people were told (Art. 34)
    #[command(after_help = "Example:
  sluss case communicate CASE --sent 2026-04-04T10:00 --people 24 --language sv --text-file letter.txt --says happened,consequences,measures,advice,contact --held-back 1")]
    Communicate(CommunicateArgs),
    /// Keep the letter to the people as far as it is written; every version stays
    #[command(after_help = "Example:
  sluss case draft CASE --language sv --happened 'Ett brev gick fel.' --contact 'Ring 08-465 004 00.'")]
    Draft(DraftArgs),
    /// Approve a kept letter: it may go out as it is, and is no draft any more
    #[command(after_help = "Example:\n  sluss case approve-draft CASE && sluss case letter CASE -o letter.pdf")]
    ApproveDraft {
        case: String,
        /// Which version, from 1 [default: the newest]
        #[arg(long, default_value_t = 0, hide_default_value = true)]
        draft: usize,
        /// Who approves [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// People who were held back (protected identity) were told in a safe way
    Reach {
        case: String,
        /// How many of them
        #[arg(long)]
        people: u64,
        /// When they were told
        #[arg(long)]
        sent: String,
        /// How they were reached
        #[arg(long)]
        how: String,
    },
    /// Record an exemption of Art. 34(3): a, b, or c with its public communication
    #[command(after_help = "Examples:
  sluss case exempt CASE a --reasons 'encrypted, the key is safe'
  sluss case exempt CASE c --reasons 'no addresses are kept' --published-at 2026-04-04T10:00 --published-place https://www.example.se/")]
    Exempt {
        case: String,
        /// a: unintelligible; b: the risk was averted; c: disproportionate effort, told publicly
        #[arg(value_enum)]
        ground: GroundWord,
        /// Why the ground holds
        #[arg(long)]
        reasons: String,
        /// Who decides it [default: you]
        #[arg(long)]
        person: Option<String>,
        /// c: when the public was told
        #[arg(long, requires = "published_place")]
        published_at: Option<String>,
        /// c: where, so that it can be proved
        #[arg(long, requires = "published_at")]
        published_place: Option<String>,
    },
    /// Pause telling the people at the request of the police; nothing else pauses
    Pause {
        case: String,
        /// Authority that asked for it
        #[arg(long)]
        requested_by: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
        /// Until when, if that is known
        #[arg(long)]
        until: Option<String>,
    },
    /// End the pause
    Resume {
        case: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
    },
    /// Decide a measure
    #[command(after_help = "Example:
  sluss case measure CASE windows --what 'Use window envelopes' --owner 'post room' --due 2026-05-01T12:00 --article-32 b --preventive")]
    Measure {
        case: String,
        /// A word for it, to come back to
        id: String,
        /// What is to be done
        #[arg(long)]
        what: String,
        /// Who sees to it
        #[arg(long)]
        owner: String,
        /// By when
        #[arg(long)]
        due: Option<String>,
        /// Letter of Art. 32(1) (repeatable)
        #[arg(long)]
        article_32: Vec<String>,
        /// Prevents a recurrence
        #[arg(long)]
        preventive: bool,
    },
    /// A measure was carried out, with its proof
    MeasureDone {
        case: String,
        /// Its word
        id: String,
        /// When
        #[arg(long)]
        done: String,
        /// What shows it
        #[arg(long)]
        proof: String,
        /// Whether it works, once that was checked
        #[arg(long, value_enum)]
        effective: Option<YesNo>,
    },
    /// Ask a recipient to erase what it received
    #[command(after_help = "Example:\n  sluss case erasure CASE meta --sent 2026-04-03T09:00 --within 48")]
    Erasure {
        case: String,
        /// Who received the data
        recipient: String,
        /// When it was sent
        #[arg(long)]
        sent: String,
        /// Hours the recipient has
        #[arg(long, default_value_t = 48, allow_negative_numbers = true)]
        within: i64,
    },
    /// The recipient answered
    ErasureAnswer {
        case: String,
        /// Who was asked
        recipient: String,
        /// When it answered
        #[arg(long)]
        answered: String,
        /// What it did
        #[arg(long, value_enum)]
        outcome: Outcome,
        /// What it answered
        #[arg(long)]
        note: String,
    },
    /// The recipient did not answer, or not well: go to somebody above
    Escalate {
        case: String,
        /// Who was asked
        recipient: String,
        /// Whom you turn to
        #[arg(long)]
        to: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
    },
    /// The authority asked, or opened a supervision
    Asked {
        case: String,
        /// The authority's reference
        reference: String,
        /// Code or name of the authority, as IMY
        #[arg(long)]
        authority: String,
        /// When it came
        #[arg(long)]
        received: String,
        /// When the answer has to be there
        #[arg(long)]
        due: Option<String>,
        /// What it asks
        #[arg(long)]
        question: String,
    },
    /// Its question was answered
    Answered {
        case: String,
        /// The authority's reference
        reference: String,
        /// When it was sent
        #[arg(long)]
        sent: String,
        /// What was answered
        #[arg(long)]
        answer: String,
    },
    /// The authority decided; the last day to appeal follows where its law is known here
    #[command(after_help = "Example:
  sluss case decision CASE IMY-2022-3822 --authority IMY --decided 2024-12-19 --received 2024-12-20 --outcome reprimand \\
    --article 32(1) --summary 'no systematic routine'")]
    Decision(DecisionArgs),
    /// Whose case it is, and which event it belongs to
    Controller {
        case: String,
        /// Its name
        controller: String,
        /// A word for the event, the same in all its cases
        #[arg(long, default_value = "")]
        event: String,
        /// The controller has no establishment in the EEA: every authority concerned is notified
        #[arg(long)]
        not_established: bool,
    },
    /// Mark the other laws the case falls under; replaces the list
    #[command(after_help = "Example:\n  sluss case regimes CASE nis2 lex-maria --reason 'we run a hospital'")]
    Regimes {
        case: String,
        /// The laws, by their short names; none empties the list
        regimes: Vec<String>,
        /// When the incident itself was noticed, for laws that count from there
        #[arg(long)]
        detected: Option<String>,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
        /// Who decides it [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// A report under one of them was sent
    #[command(
        after_help = "Example:\n  sluss case law-report CASE nis2 early-warning --authority CERT-SE --sent 2026-04-03T09:00"
    )]
    LawReport {
        case: String,
        /// Short name of the law, as nis2
        regime: String,
        /// Which report, as early-warning
        stage: String,
        /// Code or name of the authority, as IMY
        #[arg(long)]
        authority: String,
        /// When it was sent
        #[arg(long)]
        sent: String,
        /// The authority's number for it
        #[arg(long, default_value = "")]
        receipt: String,
    },
    /// Weigh a factor of Art. 83(2): a to k
    Weigh {
        case: String,
        /// Letter of the factor
        letter: String,
        /// Which way it weighs
        #[arg(value_enum)]
        weight: WeightWord,
        /// Why
        #[arg(long)]
        text: String,
    },
    /// Link findings of an audit
    Link {
        case: String,
        /// Ids of findings, as a report has them
        #[arg(required = true)]
        finding: Vec<String>,
    },
    /// Strike an entry that was a mistake; both stay in the history
    #[command(after_help = "Example:\n  sluss case strike CASE 7 --reason 'the letter went out in another case'")]
    Strike {
        case: String,
        /// Number of the entry, as `show` gives it
        entry: usize,
        /// Why it was a mistake
        #[arg(long)]
        reason: String,
        /// Who strikes it [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// Call the case otherwise; the earlier title stays in the history
    Title {
        case: String,
        /// The new title, without personal data
        title: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
    },
    /// Write something down
    Note { case: String, text: String },
    /// Put a drill's clock forward
    Clock {
        case: String,
        /// The drill's new time
        #[arg(long)]
        to: String,
    },
    /// Close the case; refused while a duty is open
    Close {
        case: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
        /// Who closes it [default: you]
        #[arg(long)]
        person: Option<String>,
    },
    /// Open a closed case again
    Reopen {
        case: String,
        /// Why; stands in the log
        #[arg(long)]
        reason: String,
    },
}
