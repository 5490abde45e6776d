//! What the longer acts take, and the words an argument can be.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct TimesArgs {
    pub case: String,
    /// At one moment
    #[arg(long, conflicts_with_all = ["from", "ongoing_since"])]
    pub at: Option<String>,
    /// Over a period: its beginning
    #[arg(long, requires = "to")]
    pub from: Option<String>,
    /// Over a period: its end
    #[arg(long, requires = "from")]
    pub to: Option<String>,
    /// It still goes on: its beginning
    #[arg(long, conflicts_with = "from")]
    pub ongoing_since: Option<String>,
    /// The times are estimated
    #[arg(long)]
    pub estimated: bool,
    /// When somebody first suspected it
    #[arg(long)]
    pub suspected: String,
    /// How the times are known
    #[arg(long)]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct FileArgs {
    pub case: String,
    /// Code or name of the authority, as IMY
    #[arg(long)]
    pub authority: String,
    /// First (complete, or incomplete: to be followed up), follow-up, or withdrawal
    #[arg(long, value_enum)]
    pub kind: Kind,
    /// When it was sent
    #[arg(long)]
    pub sent: String,
    /// The authority's number for it
    #[arg(long, default_value = "")]
    pub receipt: String,
    /// Demanded after the deadline
    #[arg(long)]
    pub delay_reason: Option<String>,
    /// Demanded of a withdrawal
    #[arg(long)]
    pub withdrawal_reason: Option<String>,
}

#[derive(Debug, Args)]
pub struct CommunicateArgs {
    pub case: String,
    /// When they were told
    #[arg(long)]
    pub sent: String,
    /// How: each person, the public, or otherwise
    #[arg(long, value_enum, default_value = "individual")]
    pub means: MeansWord,
    /// Name of the group in the facts [default: everybody]
    #[arg(long)]
    pub subgroup: Option<String>,
    /// How many were told
    #[arg(long, allow_negative_numbers = true)]
    pub people: Option<u64>,
    /// Language of the text (repeatable)
    #[arg(long)]
    pub language: Vec<String>,
    /// The text as it went out
    #[arg(long, required_unless_present = "text_file")]
    pub text: Option<String>,
    /// The same, from a file
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub text_file: Option<PathBuf>,
    /// People with a protected identity who were left out; asked for where the facts know of such people
    #[arg(long)]
    pub held_back: Option<u64>,
    /// What the text says: happened, consequences, measures, advice, contact. Art. 34(2) demands all five
    #[arg(long, value_delimiter = ',', value_name = "PARTS")]
    pub says: Vec<String>,
    /// Nobody is left to be told, though the numbers differ
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct DraftArgs {
    pub case: String,
    /// sv, fi or en
    #[arg(long)]
    pub language: String,
    /// Name of the group in the facts [default: everybody]
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
    /// The authority's reference
    pub reference: String,
    /// Code or name of the authority, as IMY
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
    /// Article it found breached (repeatable)
    #[arg(long)]
    pub article: Vec<String>,
    /// You represent the public: the appeal counts from the day of the decision
    #[arg(long)]
    pub public_party: bool,
    /// It orders you to tell the people (Art. 34(4))
    #[arg(long)]
    pub orders_communication: bool,
    /// What it says, in a sentence or two
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
