//! What is said to the person at the terminal: words and progress on stderr, in their language.

use crate::streams;
use crate::terminal::{shown, shown_lines};
use facts::{Lang, Problem};
use flows::scan::Short;
use flows::{CaptureError, Trouble};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use paper::words::Words;
use paper::{gaps, problems};
use register::{Changed, RegisterError};
use serde::Serialize;
use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, OnceLock};

pub struct Screen {
    words: Words,
    lang: Lang,
    quiet: bool,
    /// Of the case at hand; else the machine's.
    zone: OnceLock<TimeZone>,
    /// What first came of writing standard output, where that failed.
    unprinted: Mutex<io::Result<()>>,
}

impl Screen {
    pub fn new(lang: Option<Lang>, quiet: bool) -> Self {
        let lang = spoken(lang);
        Self { words: Words::new(lang), lang, quiet, zone: OnceLock::new(), unprinted: Mutex::new(Ok(())) }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What was asked for, on standard output. Where that cannot be written, what is being done is done all the same:
    /// [`Screen::printed`] tells at its end.
    pub fn print(&self, text: &str) {
        let result = streams::print(text);
        let mut first = self.unprinted();
        if first.is_ok() {
            *first = result;
        }
    }

    /// The same as a line.
    pub fn line(&self, line: &str) {
        self.print(&format!("{line}\n"));
    }

    /// The same as JSON.
    pub fn json(&self, data: &impl Serialize) {
        self.line(&serde_json::to_string_pretty(data).expect("plain data"));
    }

    /// Whether all of it could be written.
    pub fn printed(&self) -> Result<(), Trouble> {
        streams::printed(std::mem::replace(&mut *self.unprinted(), Ok(())))
    }

    fn unprinted(&self) -> std::sync::MutexGuard<'_, io::Result<()>> {
        self.unprinted.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// A sentence on stderr, unless `--quiet`; where standard output could not be written, it is all that tells.
    pub fn say(&self, key: &str, args: &[(&str, String)]) {
        if !self.quiet || self.unprinted().is_err() {
            streams::say(&self.text(key, args));
        }
    }

    /// A sentence that is made already, on stderr, unless `--quiet`.
    pub fn note(&self, said: &str) {
        if !self.quiet {
            streams::say(said);
        }
    }

    /// A sentence on stderr that `--quiet` does not silence: what is no progress.
    pub fn warn(&self, key: &str, args: &[(&str, String)]) {
        streams::say(&self.text(key, args));
    }

    /// What of a list and its salts is looked for less than one might think.
    pub fn warn_of_list(&self, people: Option<&Path>, too_short: Short, salts: Option<&Path>) {
        let columns: Vec<String> = too_short.columns().map(|(kind, n)| format!("`{}` {n}", kind.word())).collect();
        if !columns.is_empty() {
            self.warn("cli-list-short", &[("columns", columns.join(", "))]);
        }
        if too_short.nobody > 0 {
            self.warn("cli-list-nobody", &[("n", too_short.nobody.to_string())]);
        }
        if too_short.countries > 0 {
            self.warn("cli-list-country", &[("n", too_short.countries.to_string())]);
        }
        if too_short.ids > 0 {
            self.warn("cli-list-ids", &[("n", too_short.ids.to_string())]);
        }
        let dates = people.and_then(|path| flows::scan::dates(path, &AtomicBool::new(false)).ok()).unwrap_or_default();
        if dates.either && !dates.day_first {
            self.warn(if dates.month_first { "cli-list-month-first" } else { "cli-list-day-first" }, &[]);
        }
        if let Some(path) = salts.filter(|path| flows::scan::salts(Some(path)).is_ok_and(|salts| salts.is_empty())) {
            self.warn("cli-salts-empty", &[("file", path.display().to_string())]);
        }
    }

    /// A key that others may read guards nothing.
    pub fn warn_of_key(&self, key: &Path) {
        if flows::index::is_open_to_others(key) {
            self.warn("cli-key-open", &[("file", key.display().to_string())]);
        }
    }

    /// The same as `say`, moved in: a line below the one before.
    pub fn say_in(&self, key: &str, args: &[(&str, String)]) {
        if !self.quiet {
            streams::say(&format!("  {}", self.text(key, args)));
        }
    }

    /// Why a part of an archive could not be read.
    pub fn unread(&self, why: &str) -> String {
        paper::gaps::unread(why, &self.words)
    }

    /// The arguments of `cli-gap`.
    pub fn gap(&self, gap: &facts::Gap) -> [(&'static str, String); 2] {
        [("what", paper::gaps::what(&gap.what, &self.words)), ("why", paper::gaps::why(&gap.why, &self.words))]
    }

    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Times in what follows are on the clocks of this case.
    pub fn keep_time_of(&self, zone: TimeZone) {
        // The first case named is the one that the command is about.
        let _ = self.zone.set(zone);
    }

    pub fn word(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub fn text(&self, key: &str, args: &[(&str, String)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, shown(value).into_owned().into())).collect();
        self.words.with(key, &args)
    }

    /// `key-word` where the language has it, else the word itself.
    pub fn or(&self, key: &str, word: &str) -> String {
        self.words.or(key, word)
    }

    /// The sentence of this key where there is one, else what is given.
    pub fn or_else(&self, key: &str, given: &str) -> String {
        if self.words.has(key) { self.word(key) } else { given.to_owned() }
    }

    /// A source in the reader's language.
    pub fn cite(&self, source: &str) -> String {
        self.words.cite(source)
    }

    /// The name of a fact of `sluss/facts/1`, by its path.
    pub fn fact(&self, path: &str) -> String {
        self.or_else(&format!("web-fact-{}", path.replace(['.', '_'], "-")), path)
    }

    /// What a fact says: codes in words, lists with commas.
    pub fn fact_value(&self, path: &str, value: &serde_json::Value) -> String {
        let key = path.replace(['.', '_'], "-");
        match value {
            serde_json::Value::String(code) => self.or_else(&format!("web-{key}-{code}"), code),
            serde_json::Value::Array(list) => {
                list.iter().map(|item| self.fact_value(path, item)).collect::<Vec<_>>().join(", ")
            }
            serde_json::Value::Number(n) => self.words.number(n.as_f64().unwrap_or_default()),
            serde_json::Value::Bool(yes) => self.word(&format!("web-truth-{yes}")),
            other => other.to_string(),
        }
    }

    /// A bar that counts to `total` (bytes); hidden where stderr is no terminal.
    pub fn bar(&self, total: u64) -> ProgressBar {
        let bar = ProgressBar::with_draw_target(Some(total), self.target());
        let style = "{bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta} {msg}";
        bar.with_style(ProgressStyle::with_template(style).expect("a valid template"))
    }

    /// A picture made of letters, on stderr, unless `--quiet`.
    pub fn show(&self, picture: &str) {
        if !self.quiet {
            streams::tell(picture);
        }
    }

    /// A line that changes while work of unknown length goes on; each new text is a line of its own where stderr is no
    /// terminal, so that a CI log shows the way too.
    pub fn spinner(&self) -> Spinner {
        let bar = ProgressBar::with_draw_target(None, self.target());
        bar.set_style(ProgressStyle::with_template("{spinner} {elapsed} {msg}").expect("a valid template"));
        bar.enable_steady_tick(std::time::Duration::from_millis(120));
        Spinner { bar, plain: !self.quiet && !std::io::stderr().is_terminal() }
    }

    fn target(&self) -> ProgressDrawTarget {
        if self.quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() }
    }

    /// What went wrong, where, and what would be right; for our own faults, how to report them.
    pub fn trouble(&self, trouble: &Trouble) {
        match trouble {
            Trouble::Input(problems) => problems.0.iter().for_each(|p| self.problem(p)),
            Trouble::Capture(error) => {
                let (key, args) = capture_words(error, &self.words);
                let other = || problems::say(&error.to_string(), self.lang);
                self.error(&if self.words.has(key) { self.text(key, &args) } else { other() });
            }
            Trouble::Refused(refusal) => self.problem(&refusal.0),
            Trouble::Register(error) => self.register(error),
            Trouble::Read { path, source } => self.file("cli-file-unread", "cli-file-missing", path, source),
            Trouble::Write { path, source } => self.file("cli-file-unwritten", "cli-file-no-folder", path, source),
            other => self.error(&problems::say(&other.to_string(), self.lang)),
        }
        if !trouble.is_input() {
            streams::say(&self.word("cli-our-fault"));
        }
    }

    fn error(&self, what: &str) {
        streams::say(&format!("{}: {}", self.word("cli-error"), shown_lines(what)));
    }

    fn file(&self, key: &str, missing: &str, path: &Path, source: &io::Error) {
        let why = self.disk(source.kind(), missing).unwrap_or_else(|| source.to_string());
        self.error(&self.text(key, &[("file", path.display().to_string()), ("why", why)]));
    }

    /// Why the disk does not do what was asked.
    fn disk(&self, kind: io::ErrorKind, missing: &str) -> Option<String> {
        use io::ErrorKind as Kind;
        Some(self.word(match kind {
            Kind::NotFound => missing,
            Kind::PermissionDenied => "cli-file-barred",
            Kind::IsADirectory => "cli-file-folder",
            Kind::NotADirectory => "cli-file-in-file",
            Kind::ReadOnlyFilesystem => "cli-file-read-only",
            Kind::StorageFull => "cli-file-full",
            Kind::NotSeekable => "cli-file-stream",
            _ => return None,
        }))
    }

    fn register(&self, error: &RegisterError) {
        self.error(&match error {
            RegisterError::Conflict(c) => {
                let done = |x: &Changed| format!("{}, {}, {}", self.or("respond-act", act(&x.act)), x.actor, x.at);
                let changes: Vec<String> = c.changes.iter().map(done).collect();
                let versions = [("seen", c.expected.to_string()), ("now", c.current.to_string())];
                let args = [("case", c.case.clone()), ("changes", changes.join("; "))];
                self.text("cli-register-conflict", &[&versions[..], &args[..]].concat())
            }
            RegisterError::Open { at, why } => {
                self.text("cli-register-open", &[("at", at.clone()), ("why", self.right(why))])
            }
            RegisterError::Disk(kind) => {
                let why = self.disk(*kind, "cli-file-missing").unwrap_or_else(|| kind.to_string());
                self.text("cli-register-disk", &[("why", why)])
            }
            RegisterError::Missing(what) => self.text("cli-register-missing", &[("what", self.right(what))]),
            RegisterError::Damaged { what, why } => {
                self.text("cli-register-damaged", &[("what", what.clone()), ("why", why.clone())])
            }
            other => self.right(&other.to_string()),
        });
    }

    /// The command line's own sentence; in another language than English that of the message, else the pages'; else the
    /// message: that one names fields as programs do.
    fn sentence(&self, problem: &Problem) -> String {
        let found = || match problem.found.as_deref().unwrap_or_default() {
            ids if problem.code == "filing-gaps" => {
                ids.split(", ").map(|id| self.to_answer(id)).collect::<Vec<_>>().join("; ")
            }
            lines if problem.code == "duty-open" => paper::open_duties(&self.words, lines),
            found => self.legible(found),
        };
        let limit = || self.limit(problem);
        let own = format!("cli-problem-{}", problem.code);
        let shared = format!("web-problem-{}", problem.code);
        match () {
            // Recordings hold their words in English, and no cure.
            () if problem.code == "recording-step" => self.failed_step(&problem.message),
            () if self.words.has(&own) => self.text(&own, &[("found", found()), ("limit", limit())]),
            () if self.lang != Lang::En && problems::is_known(&problem.message) => self.right(&problem.message),
            () if self.lang != Lang::En && self.words.has(&shared) => {
                self.text(&shared, &[("found", found()), ("limit", limit())])
            }
            () => problem.message.clone(),
        }
    }

    /// A field of the notification, and what answers it.
    fn to_answer(&self, id: &str) -> String {
        let field = ("field", self.or("respond-field", id));
        let by = |command: String| self.text("cli-field-by", &[field.clone(), ("command", command)]);
        match id {
            "when" => by("sluss case times".to_owned()),
            "late-reasons" => by("--delay-reason".to_owned()),
            "withdrawal-reason" => by("--withdrawal-reason".to_owned()),
            "measures-taken" => by("sluss case measure".to_owned()),
            _ => match respond::fact_of(id) {
                Some(fact) => self.text("cli-field-fact", &[field, ("fact", fact.to_owned())]),
                None => by(format!("sluss case item CASE {id}")),
            },
        }
    }

    /// What is wrong, or what would be right.
    pub fn right(&self, said: &str) -> String {
        problems::say(said, self.lang)
    }

    /// One of what would be right; a word of a closed list with its label.
    fn named(&self, problem: &Problem, name: &str) -> String {
        let item = problem.message.split('`').nth(1).filter(|_| problem.code == "item-option");
        match item.and_then(|item| respond::answer_key(item, name)) {
            Some(key) => format!("{name} ({})", self.word(&key)),
            // As it is to be typed.
            None if problem.code == "clock-change" => name.to_owned(),
            None => self.right(&self.legible(name)),
        }
    }

    fn failed_step(&self, message: &str) -> String {
        let parts = message.strip_prefix("step `").and_then(|rest| rest.split_once("`: "));
        let Some((step, why)) = parts else { return message.to_owned() };
        let args = [("step", gaps::step(step, &self.words)), ("why", gaps::why(why, &self.words))];
        self.text("cli-audit-step", &args)
    }

    /// The first of what would be right; of a time or a day only that.
    fn limit(&self, problem: &Problem) -> String {
        let first = problem.allowed.first().cloned().unwrap_or_default();
        let timed = [" or earlier", " or later"].iter().find_map(|end| first.strip_suffix(end));
        self.legible(timed.unwrap_or(&first))
    }

    /// A time at the beginning as the clocks of the case show it; other text stays.
    fn legible(&self, text: &str) -> String {
        let (first, rest) = text.split_once(' ').map_or((text, ""), |(first, rest)| (first, rest));
        let Ok(at) = first.parse::<Timestamp>() else { return text.to_owned() };
        let zone = self.zone.get().cloned().unwrap_or_else(TimeZone::system);
        let shown = at.to_zoned(zone).strftime("%Y-%m-%d %H:%M:%S %:z").to_string();
        if rest.is_empty() { shown } else { format!("{shown} {rest}") }
    }

    fn problem(&self, problem: &Problem) {
        let said = self.sentence(problem);
        self.error(&said);
        let place = &problem.place;
        let numbers = [place.line, place.column].into_iter().flatten().map(|n| format!(":{n}")).collect::<String>();
        if !place.source.is_empty() {
            streams::say(&format!("  --> {}{numbers}", shown(&place.source)));
        }
        if let (Some(text), Some(column)) = (&place.text, place.column) {
            // each sign in one column, so that the caret stands below its own
            let text: String = text
                .chars()
                .map(|c| if shown(c.encode_utf8(&mut [0; 4])).len() > c.len_utf8() { ' ' } else { c })
                .collect();
            let caret = " ".repeat(column - 1) + &"^".repeat(place.width.max(1));
            streams::say(&format!("   |  {text}\n   |  {caret}"));
        }
        if said.contains(&self.limit(problem)) && !problem.allowed.is_empty() {
            return;
        }
        let names: Vec<String> = problem.allowed.iter().map(|name| self.named(problem, name)).collect();
        if let Some(near) = &problem.nearest {
            streams::say(&format!("  {}", self.text("cli-did-you-mean", &[("name", self.right(near))])));
        } else if !problem.allowed.is_empty() {
            streams::say(&format!("  {}", self.text("cli-allowed", &[("names", names.join(", "))])));
        }
    }
}

/// The act without the room's name before it: `case.file`.
fn act(logged: &str) -> &str {
    logged.rsplit('.').next().unwrap_or(logged)
}

/// The message for what capture could not do; where there is none, the error's own words are said.
fn capture_words(error: &CaptureError, words: &Words) -> (&'static str, Vec<(&'static str, String)>) {
    match error {
        CaptureError::NoBrowser { tried } => {
            let tried: Vec<_> = tried.iter().map(|p| p.display().to_string()).collect();
            ("cli-capture-no-browser", vec![("tried", tried.join(", "))])
        }
        CaptureError::Unreachable { url, why } => {
            ("cli-capture-unreachable", vec![("url", url.clone()), ("why", why.clone())])
        }
        CaptureError::NoPage { url, why } => {
            let why = gaps::why(why, words).trim_end_matches('.').to_owned();
            ("cli-capture-no-page", vec![("url", url.clone()), ("why", why)])
        }
        CaptureError::Password { url } => ("cli-capture-password", vec![("url", url.clone())]),
        CaptureError::NotStarted { program, why } => {
            let why = paper::gaps::why(why.trim().trim_end_matches(':'), words);
            ("cli-capture-not-started", vec![("program", program.display().to_string()), ("why", why)])
        }
        CaptureError::Slow { url, limit } => {
            ("cli-capture-slow", vec![("url", url.clone()), ("n", limit.as_secs_f32().to_string())])
        }
        CaptureError::Selector { selector } => ("cli-capture-selector", vec![("selector", selector.clone())]),
        _ => ("cli-capture-other", Vec::new()),
    }
}

/// See [`Screen::spinner`].
pub struct Spinner {
    bar: ProgressBar,
    plain: bool,
}

impl Spinner {
    pub fn say(&self, text: &str) {
        let text = shown(text).into_owned();
        if self.plain {
            streams::say(&text);
        }
        self.bar.set_message(text);
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// The language asked for, else the machine's, else English.
pub fn spoken(asked: Option<Lang>) -> Lang {
    asked.or_else(from_environment).unwrap_or(Lang::En)
}

fn from_environment() -> Option<Lang> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find_map(|tag| Lang::from_tag(&tag))
}

/// Human on a terminal, JSON elsewhere, unless told.
pub fn data_format(asked: Option<crate::values::DataFormat>) -> crate::values::DataFormat {
    use crate::values::DataFormat::{Human, Json};
    asked.unwrap_or(if std::io::stdout().is_terminal() { Human } else { Json })
}
