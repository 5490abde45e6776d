use super::pipe::{Connection, Listener};
use super::{flush, profile};
use command_fds::{CommandFdExt, FdMapping};
use facts::Resolve;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::net::unix::pipe;
use tokio::process::{Child, Command};
use tokio::sync::Notify;

/// What differs between two browsers we start.
pub struct Launch<'a> {
    pub program: &'a Path,
    pub resolve: &'a [Resolve],
    pub insecure: bool,
    /// Its `User-Agent`, also in what no session tells of and none can set it for: the scripts of service workers, what is
    /// sent on leaving.
    pub agent: Option<String>,
    /// A key whose certificates are believed: Base64 of the SHA-256 of its public key.
    pub believe: Option<String>,
    /// Whether it writes down what its network does.
    pub net_log: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum LaunchError {
    #[error("it cannot be started: {0}")]
    Start(#[from] io::Error),
    #[error("it ended at once{0}")]
    Ended(String),
}

/// A browser of our own with an empty profile. Dropping it ends the process and removes the profile.
pub struct Browser {
    pub connection: Connection,
    child: Child,
    /// Process group of the browser and its helpers: the browser's own id.
    group: Option<u32>,
    profile: Option<TempDir>,
    /// Says that the profile is somebody's; let go of after it.
    _owner: File,
    net_log: PathBuf,
}

/// Quiet, without background traffic of its own, without dialogs; nothing here changes what a page may send.
const FLAGS: [&str; 26] = [
    "--headless",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-component-extensions-with-background-pages",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-dev-shm-usage",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-popup-blocking",
    "--metrics-recording-only",
    "--mute-audio",
    "--no-first-run",
    "--no-default-browser-check",
    // Tabs are opened in contexts of their own; the first window would only cost time.
    "--no-startup-window",
    "--password-store=basic",
    // Scripts send nothing where a page says that a program drives it; an audit wants to see what a visitor gets.
    "--disable-blink-features=AutomationControlled",
    // UDP that leaves outside every proxy would not be seen by anybody here.
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    // The last three are processes that wait for a person to type an address, and one for whatever page comes next.
    "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,HttpsUpgrades,\
     HttpsFirstBalancedModeAutoEnable,DialMediaRouteProvider,WebUIOmniboxPopup,WebUIOmniboxAimPopup,\
     SpareRendererForSitePerProcess",
];

impl Browser {
    pub async fn launch<L: Listener>(
        launch: &Launch<'_>,
        listener: Arc<Mutex<L>>,
        changed: Arc<Notify>,
    ) -> Result<Self, LaunchError> {
        let (profile, owner) = profile::make()?;
        let net_log = profile.path().join("net-log.json");
        let (theirs_in, ours_out) = io::pipe()?;
        let (ours_in, theirs_out) = io::pipe()?;
        let mut command = Command::new(launch.program);
        command
            .args(FLAGS)
            .args(launch.flags(&net_log))
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            // Ctrl-C in a terminal reaches the whole group: the browser must outlive it long enough to be read out.
            .process_group(0);
        let mappings = vec![mapping(theirs_in.into(), 3), mapping(theirs_out.into(), 4)];
        command.fd_mappings(mappings).map_err(|e| io::Error::other(e.to_string()))?;
        let mut child = command.spawn()?;
        drop(command);
        let errors = child.stderr.take().map(|pipe| tokio::spawn(last_lines(pipe)));
        let read = pipe::Receiver::from_owned_fd(ours_in.into())?;
        let write = pipe::Sender::from_owned_fd(ours_out.into())?;
        let connection = Connection::open(read, write, listener, changed);
        let group = child.id();
        let browser = Self { connection, child, group, profile: Some(profile), _owner: owner, net_log };
        browser.answers(errors).await
    }

    /// Asks for the version: proof that it runs.
    async fn answers(self, errors: Option<tokio::task::JoinHandle<String>>) -> Result<Self, LaunchError> {
        let version = self.connection.call("", "Browser.getVersion", serde_json::json!({})).await;
        match version {
            Ok(_) => Ok(self),
            Err(error) => {
                drop(self);
                let said = match errors {
                    Some(task) => tokio::time::timeout(Duration::from_secs(1), task).await.ok().and_then(Result::ok),
                    None => None,
                };
                Err(LaunchError::Ended(said.map_or_else(|| format!(" ({error})"), |s| format!(": {s}"))))
            }
        }
    }

    /// Hears all it still has to tell, and ends it by force: in good order would take half a second for nothing, its
    /// profile is thrown away. That is done beside what follows, and over when the result is dropped.
    pub async fn close(self) -> (Tidying, Logged) {
        // Messages come in order: whatever was told before has arrived with this answer.
        let wait = Duration::from_secs(5);
        let _ = self.connection.call_within(wait, "", "Browser.getVersion", serde_json::json!({})).await;
        let whole = flush::flush(&self.connection, &self.net_log).await;
        let logged = Logged { whole, ..self.logged() };
        (Tidying(Some(std::thread::spawn(move || drop(self)))), logged)
    }

    /// Its network log as far as it is written; the file stays readable when the profile is gone.
    pub fn logged(&self) -> Logged {
        Logged { file: File::open(&self.net_log).ok(), whole: false }
    }
}

/// A browser's own log of its network.
pub struct Logged {
    /// None where the browser wrote none.
    pub file: Option<File>,
    /// Everything up to its end is in it.
    pub whole: bool,
}

/// A browser that is ended and its profile removed on a thread of its own.
#[derive(Debug)]
#[must_use = "dropped at once, it is waited for"]
pub struct Tidying(Option<std::thread::JoinHandle<()>>);

impl Drop for Tidying {
    fn drop(&mut self) {
        if let Some(thread) = self.0.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.start_kill();
        let group = self.group;
        wait(|| matches!(self.child.try_wait(), Ok(Some(_))));
        // Its helpers end when they notice; one that still writes would make the profile anew.
        wait(|| group.is_none_or(group_is_gone));
        if let Some(profile) = self.profile.take() {
            let path = profile.keep();
            wait(|| std::fs::remove_dir_all(&path).map_or_else(|e| e.kind() == io::ErrorKind::NotFound, |()| true));
        }
    }
}

/// Until something is so, at most two seconds.
fn wait(mut is_so: impl FnMut() -> bool) {
    let started = Instant::now();
    while !is_so() && started.elapsed() < Duration::from_secs(2) {
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Whether no process of a group lives, as far as /proc tells (proc(5): state and group are fields 3 and 5 of `stat`).
fn group_is_gone(group: u32) -> bool {
    let Ok(processes) = std::fs::read_dir("/proc") else { return true };
    !processes.flatten().any(|process| {
        let stat = std::fs::read_to_string(process.path().join("stat")).unwrap_or_default();
        let mut fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
        let state = fields.next();
        state != Some("Z") && fields.nth(1).and_then(|g| g.parse().ok()) == Some(group)
    })
}

fn mapping(parent_fd: OwnedFd, child_fd: i32) -> FdMapping {
    FdMapping { parent_fd, child_fd }
}

impl Launch<'_> {
    fn flags(&self, net_log: &Path) -> Vec<String> {
        let mut flags = Vec::new();
        if self.net_log {
            // Cookies and credentials too: of what a page sends while it goes away nobody else tells them. The file lies in
            // the profile, which is this user's alone and thrown away. With a limit to its size the browser would put it
            // together when it ends in good order, and it does not.
            flags.push(format!("--log-net-log={}", net_log.display()));
            flags.push("--net-log-capture-mode=IncludeSensitive".to_owned());
        }
        if is_root() {
            // Chromium refuses to sandbox as root.
            flags.push("--no-sandbox".to_owned());
        }
        if self.insecure {
            // Per page it would leave service and shared workers out (seen in Chromium 156).
            flags.push("--ignore-certificate-errors".to_owned());
        }
        if let Some(agent) = &self.agent {
            flags.push(format!("--user-agent={agent}"));
        }
        if let Some(key) = &self.believe {
            flags.push(format!("--ignore-certificate-errors-spki-list={key}"));
        }
        if !self.resolve.is_empty() {
            flags.push(format!("--host-resolver-rules={}", rules(self.resolve)));
        }
        flags
    }
}

fn rules(resolve: &[Resolve]) -> String {
    let rule = |r: &Resolve| format!("MAP {}:{} {}:{}", r.host, r.port, r.to_host, r.to_port);
    resolve.iter().map(rule).collect::<Vec<_>>().join(",")
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|m| m.uid() == 0)
}

/// What the browser said last; read to the end so that it never blocks on a full pipe.
async fn last_lines(pipe: impl AsyncRead + Unpin) -> String {
    let mut lines = BufReader::new(pipe).lines();
    let mut last: Vec<String> = Vec::new();
    while let Ok(Some(line)) = lines.next_line().await {
        if last.len() == 3 {
            last.remove(0);
        }
        last.push(line.chars().take(200).collect());
    }
    last.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Deaf;

    impl Listener for Deaf {
        fn event(&mut self, _: &str, _: &str, _: &serde_json::value::RawValue, _: &crate::devtools::Sender) {}
        fn answer(&mut self, _: u64, _: Result<&serde_json::value::RawValue, &str>, _: &crate::devtools::Sender) {}
        fn closed(&mut self) {}
    }

    async fn started() -> (Browser, std::path::PathBuf, std::path::PathBuf) {
        let program = crate::devtools::find(None).expect("Chromium is installed where tests run");
        let launch =
            Launch { program: &program, resolve: &[], insecure: false, agent: None, believe: None, net_log: true };
        let browser = Browser::launch(&launch, Arc::new(Mutex::new(Deaf)), Arc::new(Notify::new())).await.unwrap();
        let process = std::path::PathBuf::from(format!("/proc/{}", browser.group.unwrap()));
        let profile = browser.profile.as_ref().unwrap().path().to_owned();
        assert!(process.exists() && profile.exists());
        (browser, process, profile)
    }

    #[tokio::test]
    async fn closing_ends_the_process_and_removes_the_profile() {
        let (browser, process, profile) = started().await;
        drop(browser.close().await);
        assert!(!process.exists() && !profile.exists());
    }

    #[tokio::test]
    async fn a_panic_ends_the_process_and_removes_the_profile() {
        let (browser, process, profile) = started().await;
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(move || {
            let _held = browser;
            std::panic::resume_unwind(Box::new("a panic on purpose"));
        }));
        assert!(caught.is_err());
        assert!(!process.exists() && !profile.exists());
    }

    #[test]
    fn resolve_becomes_host_rules() {
        let one = |host: &str, to_port| Resolve { host: host.into(), port: 443, to_host: "127.0.0.1".into(), to_port };
        let rules = rules(&[one("a.example", 1), one("b.example", 2)]);
        assert_eq!(rules, "MAP a.example:443 127.0.0.1:1,MAP b.example:443 127.0.0.1:2");
    }
}
