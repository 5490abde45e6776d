//! A thin client of the Chrome DevTools Protocol (<https://chromedevtools.github.io/devtools-protocol/>) over
//! `--remote-debugging-pipe`: NUL-ended JSON on two pipes, sessions flattened onto one connection.

mod find;
mod flush;
mod launch;
mod pipe;
mod profile;
pub mod protocol;

pub use find::{find, visitors_agent};
pub use launch::{Browser, Launch, Logged, Tidying};
pub(crate) use pipe::lock;
pub use pipe::{CallError, Connection, Listener, Sender};
