//! What can go wrong on the way to a page. It travels in the response's extensions and becomes a page, in the
//! language of the reader, in one place: `guard::language`. Nothing of the cause reaches the reader.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use facts::{Place, Problem};
use flows::Trouble;
use register::{Changed, RegisterError};

#[derive(Debug, Clone)]
pub enum Oops {
    /// No session, or one that has ended.
    Login,
    /// A login link that was used, has run out or never was.
    LinkSpent,
    NotFound,
    /// The form's token is not this session's.
    Forged,
    /// Asked for by a name that is not ours.
    WrongHost,
    /// What was sent is wrong: where, what, what would be right.
    Wrong(Vec<Problem>),
    /// Somebody else changed the case after the version the form was made from.
    Conflict {
        case: String,
        since: u64,
        /// What they did, without its contents.
        changes: Vec<Changed>,
    },
    /// More reports without login than people write.
    Flood,
    Broken,
    /// The same, and why, for whoever runs the program.
    Failed(String),
}

impl Oops {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Login => StatusCode::UNAUTHORIZED,
            Self::LinkSpent => StatusCode::GONE,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::WrongHost => StatusCode::MISDIRECTED_REQUEST,
            Self::Wrong(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict { .. } => StatusCode::CONFLICT,
            Self::Flood => StatusCode::TOO_MANY_REQUESTS,
            Self::Broken | Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Names the sentences: `web-oops-<word>` and `web-oops-<word>-cure`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::LinkSpent => "link",
            Self::NotFound => "not-found",
            Self::Forged => "forged",
            Self::WrongHost => "host",
            Self::Wrong(_) => "wrong",
            Self::Conflict { .. } => "conflict",
            Self::Flood => "flood",
            Self::Broken | Self::Failed(_) => "broken",
        }
    }

    /// An address or a form in a shape that none of ours has.
    pub fn unread() -> Self {
        let message = "the address or the form cannot be read";
        Self::Wrong(vec![Problem::new(Place::source("request"), "unreadable", message)])
    }

    /// For answers made by axum itself (no such method, body too large, bad form).
    pub fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Self::NotFound),
            StatusCode::PAYLOAD_TOO_LARGE => {
                let problem = Problem::new(Place::source("body"), "body-long", "the body is too large");
                Some(Self::Wrong(vec![problem.allowed(&[format!("{} MiB", crate::site::LARGEST_MIB)])]))
            }
            s if s.is_client_error() => Some(Self::unread()),
            s if s.is_server_error() => Some(Self::Broken),
            _ => None,
        }
    }
}

impl IntoResponse for Oops {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<RegisterError> for Oops {
    fn from(error: RegisterError) -> Self {
        match error {
            // Nobody can have seen it: no other person was faster.
            RegisterError::Conflict(conflict) if conflict.expected > conflict.current => {
                let message = "there is no such version of the case yet";
                let problem = Problem::new(Place::source("seen"), "seen-ahead", message);
                let problem = problem.found(conflict.expected.to_string()).allowed(&[conflict.current.to_string()]);
                Self::Wrong(vec![problem])
            }
            RegisterError::Conflict(conflict) => {
                Self::Conflict { case: conflict.case, since: conflict.expected, changes: conflict.changes }
            }
            RegisterError::Missing(_) => Self::NotFound,
            RegisterError::Refused(_) => Self::Wrong(Vec::new()),
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<Trouble> for Oops {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Input(problems) => Self::Wrong(problems.0),
            Trouble::Register(error) => error.into(),
            Trouble::Refused(refusal) => Self::Wrong(vec![refusal.0]),
            _ => Self::Broken,
        }
    }
}

impl From<askama::Error> for Oops {
    fn from(_: askama::Error) -> Self {
        Self::Broken
    }
}
