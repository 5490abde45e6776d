//! Every act on a case as a command.

use clap::{Args, Subcommand, ValueEnum};
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
        #[arg(long)]
        at: String,
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
  sluss case item CASE records-number --status unknown --promised 2026-04-20T12:00")]
    Item {
        case: String,
        item: String,
        #[arg(long, value_enum, default_value = "known")]
        status: Status,
        #[arg(long, default_value = "")]
        text: String,
        #[arg(long, allow_negative_numbers = true)]
        number: Option<f64>,
        /// When an unknown item will be known
        #[arg(long)]
        promised: Option<String>,
    },
    /// Conclude whether a duty exists; may overrule the rules, overwrites nothing
    #[command(after_help = "Examples:
  sluss case conclude CASE authority yes --reasons 'a stranger read a bank statement'
  sluss case conclude CASE people no --reasons 'one known recipient, who sent it back'")]
    Conclude {
        case: String,
        #[arg(value_enum)]
        about: Addressee,
        #[arg(value_enum)]
        duty: YesNo,
        #[arg(long)]
        reasons: String,
        #[arg(long)]
        person: Option<String>,
    },
    /// Conclude that it was no personal data breach; it stays in the register
    NoBreach {
        case: String,
        #[arg(long)]
        reasons: String,
        #[arg(long)]
        person: Option<String>,
    },
    /// Give the reasons for a delay; they go into the notification
    Delay {
        case: String,
        #[arg(long)]
        reason: String,
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
        receipt: String,
        /// Number of the notification in the case
        #[arg(long, default_value_t = 1)]
        filing: usize,
    },
    /// A processor told a controller
    TellController {
        case: String,
        controller: String,
        #[arg(long)]
        told: String,
    },
    /// Record that the people were told (Art. 34)
    #[command(after_help = "Example:
  sluss case communicate CASE --sent 2026-04-04T10:00 --people 24 --language sv --text-file letter.txt --held-back 1")]
    Communicate(CommunicateArgs),
    /// Keep the letter to the people as far as it is written; every version stays
    #[command(after_help = "Example:
  sluss case draft CASE --language sv --happened 'Ett brev gick fel.' --contact 'Ring 08-465 004 00.'")]
    Draft(DraftArgs),
    /// People who were held back (protected identity) were told in a safe way
    Reach {
        case: String,
        #[arg(long)]
        people: u64,
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
        #[arg(value_enum)]
        ground: GroundWord,
        #[arg(long)]
        reasons: String,
        #[arg(long)]
        person: Option<String>,
        #[arg(long, requires = "published_place")]
        published_at: Option<String>,
        #[arg(long, requires = "published_at")]
        published_place: Option<String>,
    },
    /// Pause telling the people at the request of the police; nothing else pauses
    Pause {
        case: String,
        #[arg(long)]
        requested_by: String,
        #[arg(long)]
        reason: String,
        #[arg(long)]
        until: Option<String>,
    },
    /// End the pause
    Resume {
        case: String,
        #[arg(long)]
        reason: String,
    },
    /// Decide a measure
    #[command(after_help = "Example:
  sluss case measure CASE windows --what 'Use window envelopes' --owner 'post room' --due 2026-05-01T12:00 --article-32 b --preventive")]
    Measure {
        case: String,
        id: String,
        #[arg(long)]
        what: String,
        #[arg(long)]
        owner: String,
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
        id: String,
        #[arg(long)]
        done: String,
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
        recipient: String,
        #[arg(long)]
        sent: String,
        /// Hours the recipient has
        #[arg(long, default_value_t = 48, allow_negative_numbers = true)]
        within: i64,
    },
    /// The recipient answered
    ErasureAnswer {
        case: String,
        recipient: String,
        #[arg(long)]
        answered: String,
        #[arg(long, value_enum)]
        outcome: Outcome,
        #[arg(long)]
        note: String,
    },
    /// The recipient did not answer, or not well: go to somebody above
    Escalate {
        case: String,
        recipient: String,
        #[arg(long)]
        to: String,
        #[arg(long)]
        reason: String,
    },
    /// The authority asked, or opened a supervision
    Asked {
        case: String,
        reference: String,
        #[arg(long)]
        authority: String,
        #[arg(long)]
        received: String,
        #[arg(long)]
        due: Option<String>,
        #[arg(long)]
        question: String,
    },
    /// Its question was answered
    Answered {
        case: String,
        reference: String,
        #[arg(long)]
        sent: String,
        #[arg(long)]
        answer: String,
    },
    /// The authority decided; the last day to appeal follows
    #[command(after_help = "Example:
  sluss case decision CASE IMY-2022-3822 --authority IMY --decided 2024-12-19 --received 2024-12-20 --outcome reprimand \\
    --article 32(1) --summary 'no systematic routine'")]
    Decision(DecisionArgs),
    /// Whose case it is, and which event it belongs to
    Controller {
        case: String,
        controller: String,
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
        regimes: Vec<String>,
        #[arg(long)]
        reason: String,
        #[arg(long)]
        person: Option<String>,
    },
    /// A report under one of them was sent
    #[command(
        after_help = "Example:\n  sluss case law-report CASE nis2 early-warning --authority CERT-SE --sent 2026-04-03T09:00"
    )]
    LawReport {
        case: String,
        regime: String,
        stage: String,
        #[arg(long)]
        authority: String,
        #[arg(long)]
        sent: String,
        #[arg(long, default_value = "")]
        receipt: String,
    },
    /// Weigh a factor of Art. 83(2): a to k
    Weigh {
        case: String,
        letter: String,
        #[arg(value_enum)]
        weight: WeightWord,
        #[arg(long)]
        text: String,
    },
    /// Link findings of an audit
    Link {
        case: String,
        #[arg(required = true)]
        finding: Vec<String>,
    },
    /// Write something down
    Note { case: String, text: String },
    /// Put a drill's clock forward
    Clock {
        case: String,
        #[arg(long)]
        to: String,
    },
    /// Close the case; refused while a duty is open
    Close {
        case: String,
        #[arg(long)]
        reason: String,
        #[arg(long)]
        person: Option<String>,
    },
    /// Open a closed case again
    Reopen {
        case: String,
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Args)]
pub struct TimesArgs {
    pub case: String,
    /// At one moment
    #[arg(long, conflicts_with_all = ["from", "ongoing_since"])]
    pub at: Option<String>,
    #[arg(long, requires = "to")]
    pub from: Option<String>,
    #[arg(long, requires = "from")]
    pub to: Option<String>,
    #[arg(long, conflicts_with = "from")]
    pub ongoing_since: Option<String>,
    /// The times are estimated
    #[arg(long)]
    pub estimated: bool,
    #[arg(long)]
    pub suspected: String,
    #[arg(long)]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct FileArgs {
    pub case: String,
    #[arg(long)]
    pub authority: String,
    #[arg(long, value_enum)]
    pub kind: Kind,
    #[arg(long)]
    pub sent: String,
    #[arg(long, default_value = "")]
    pub receipt: String,
    /// Demanded after the deadline
    #[arg(long)]
    pub delay_reason: Option<String>,
    #[arg(long)]
    pub withdrawal_reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct CommunicateArgs {
    pub case: String,
    #[arg(long)]
    pub sent: String,
    #[arg(long, value_enum, default_value = "individual")]
    pub means: MeansWord,
    #[arg(long)]
    pub subgroup: Option<String>,
    #[arg(long, allow_negative_numbers = true)]
    pub people: Option<u64>,
    #[arg(long)]
    pub language: Vec<String>,
    /// The text as it went out
    #[arg(long, required_unless_present = "text_file")]
    pub text: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub text_file: Option<PathBuf>,
    /// People with a protected identity who were left out
    #[arg(long, default_value_t = 0)]
    pub held_back: u64,
}

#[derive(Debug, Args)]
pub struct DraftArgs {
    pub case: String,
    /// sv, fi or en
    #[arg(long)]
    pub language: String,
    #[arg(long)]
    pub subgroup: Option<String>,
    /// What happened
    #[arg(long, default_value = "")]
    pub happened: String,
    /// What it may lead to
    #[arg(long, default_value = "")]
    pub consequences: String,
    /// What is done about it
    #[arg(long, default_value = "")]
    pub measures: String,
    /// What the reader can do
    #[arg(long, default_value = "")]
    pub advice: String,
    /// Whom to ask
    #[arg(long, default_value = "")]
    pub contact: String,
}

#[derive(Debug, Args)]
pub struct DecisionArgs {
    pub case: String,
    pub reference: String,
    #[arg(long)]
    pub authority: String,
    /// Day of the decision
    #[arg(long)]
    pub decided: String,
    /// Day you received it
    #[arg(long)]
    pub received: String,
    /// reprimand, fine, order, no-action …
    #[arg(long)]
    pub outcome: String,
    #[arg(long)]
    pub article: Vec<String>,
    /// You represent the public: the appeal counts from the day of the decision
    #[arg(long)]
    pub public_party: bool,
    /// It orders you to tell the people (Art. 34(4))
    #[arg(long)]
    pub orders_communication: bool,
    #[arg(long)]
    pub summary: String,
}

/// Words of the command line that stand for a domain's words.
macro_rules! words {
    ($name:ident => $target:ty { $($word:ident),+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
        pub enum $name { $($word),+ }
        impl From<$name> for $target {
            fn from(word: $name) -> Self {
                match word { $($name::$word => Self::$word),+ }
            }
        }
    };
}

words!(Addressee => respond::About { Authority, People });
words!(GroundWord => respond::Ground { A, B, C });
words!(Kind => respond::FilingKind { Complete, Incomplete, FollowUp, Withdrawal });
words!(MeansWord => respond::Means { Individual, Public, Other });
words!(Outcome => respond::Erasure { Confirmed, Partly, Refused });
words!(WeightWord => respond::Weight { Aggravates, Mitigates, Neutral });

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum YesNo {
    Yes,
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Status {
    Known,
    Assumed,
    Unknown,
    NotApplicable,
}
