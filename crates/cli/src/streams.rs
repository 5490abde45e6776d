//! Standard output and standard error; nothing else writes to them (lints `print_stdout`, `print_stderr`).

use flows::Trouble;
use std::io::{self, ErrorKind, Write as _};

/// Words for a person. Where they cannot be written, the work goes on without them.
pub fn tell(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// The same as a line.
pub fn say(line: &str) {
    tell(&format!("{line}\n"));
}

/// What was asked for. Nothing waits: whoever ends the program loses nothing of it.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush())
}

/// Whoever reads standard output may close it (`| head`): that is no mistake.
pub fn printed(result: io::Result<()>) -> Result<(), Trouble> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(|source| Trouble::Write { path: "stdout".into(), source }),
    }
}
