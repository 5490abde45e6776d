use facts::{Problem, Problems};
use std::path::{Path, PathBuf};

/// Why a flow did not end well. The face says it and picks the exit code: the user's mistakes are told apart from ours.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The user's input is wrong: where, what was found, what would be right.
    #[error(transparent)]
    Input(#[from] Problems),
    #[error(transparent)]
    Capture(#[from] capture::browser::CaptureError),
    #[error(transparent)]
    Register(#[from] register::RegisterError),
    /// The law or the state of the case does not allow what was asked.
    #[error("{}", .0.0)]
    Refused(respond::Refusal),
    #[error(transparent)]
    Paper(#[from] paper::PaperError),
    #[error("`{}` cannot be read: {source}", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("`{}` cannot be written: {source}", path.display())]
    Write { path: PathBuf, source: std::io::Error },
    /// The replica could not start.
    #[error("the replica service cannot start: {0}")]
    Lab(String),
    #[error("the system gives no random numbers: {0}")]
    Random(getrandom::Error),
}

impl Trouble {
    /// Whether the user can mend it (exit 2) or we must (exit 3).
    pub fn is_input(&self) -> bool {
        match self {
            Self::Input(_) | Self::Read { .. } | Self::Write { .. } | Self::Refused(_) => true,
            Self::Capture(error) => error.is_input(),
            Self::Register(error) => error.is_input(),
            Self::Paper(_) | Self::Lab(_) | Self::Random(_) => false,
        }
    }

    pub(crate) fn read(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Read { path, source }
    }

    pub(crate) fn write(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Write { path, source }
    }
}

impl From<respond::Refusal> for Trouble {
    fn from(refusal: respond::Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self::Input(problem.into())
    }
}
