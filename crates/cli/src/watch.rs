use crate::args::WatchArgs;
use crate::screen::{Screen, data_format};
use crate::{Outcome, audit};
use flows::Trouble;
use flows::audit::Stop;
use flows::watch::{self, Heartbeat, Order, Pulse, Receivers, Told};
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use tokio::net::TcpListener;

pub async fn run(args: WatchArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    if let Some(state) = &args.check {
        return check(state, screen);
    }
    let (once, health, fail_on) = (args.once, args.health, args.audit.fail_on);
    let order = order(args, screen)?;
    let nobody = order.receivers.mail.is_empty() && order.receivers.webhook.is_empty();
    if nobody {
        screen.warn("cli-watch-nobody", &[("state", order.state.display().to_string())]);
    }
    let stop = Stop::default();
    let watcher = tokio::spawn(audit::stop_on_signal(stop.clone()));
    let spinner = screen.spinner();
    let mut tell = |told: Told<'_>| match told {
        Told::Audit(progress) => audit::say(&spinner, screen, &progress),
        Told::Alarm(alarm) if nobody => screen.warn("cli-watch-kept", &[("id", alarm.id.clone())]),
        other => say(screen, &other),
    };
    let outcome = if once {
        let report = watch::once(&order, stop, &mut tell).await;
        report.and_then(|report| audit::finished(&report, fail_on.into(), screen))
    } else {
        let listener = TcpListener::bind(health).await.map_err(|e| cannot_listen(&health, &e))?;
        let at = listener.local_addr().map_err(|e| cannot_listen(&health, &e))?;
        screen.say("cli-watch-health", &[("url", format!("http://{at}/health"))]);
        watch::run(&order, listener, stop, &mut tell).await.map(|()| Outcome::Clean)
    };
    watcher.abort();
    outcome
}

fn cannot_listen(address: &std::net::SocketAddr, error: &std::io::Error) -> Trouble {
    let what = format!("`{address}` cannot be served: {error}");
    facts::Problem::new(facts::Place::source("--health"), "bind", what).into()
}

fn order(args: WatchArgs, screen: &Screen) -> Result<Order, Trouble> {
    audit::permitted(&args.audit)?;
    let audit = audit::order(args.audit, screen)?;
    let declared = watch::declared(&audit.target)?;
    // One run needs no schedule; whoever starts it is taken to do so each day.
    let daily = args.once && declared.schedule.is_none();
    let asked = args.every.or(daily.then_some(SignedDuration::from_hours(24)));
    let schedule = watch::schedule(asked, &declared)?;
    let both = |own: Vec<String>, declared: Vec<String>| if own.is_empty() { declared } else { own };
    let receivers = Receivers {
        mail: both(args.mail, declared.mail),
        mail_from: args.mail_from.or(declared.mail_from),
        smtp: args.smtp.or(declared.smtp),
        webhook: both(args.webhook, declared.webhook),
    };
    if let (Some(receiver), None) = (receivers.mail.first(), &receivers.smtp) {
        let what = "mail is to be sent, and no mail server is named";
        let problem = facts::Problem::new(facts::Place::source("--mail"), "mail-server", what).found(receiver.clone());
        return Err(problem.allowed(&["smtp = \"smtp://mail.example.se:587\"", "--smtp", "SLUSS_SMTP"]).into());
    }
    receivers.check()?;
    Ok(Order {
        schedule,
        poll: args.poll.or(declared.poll).unwrap_or(SignedDuration::from_mins(15)),
        grace: args.grace,
        retries: args.retries.into(),
        receivers,
        actor: crate::case::name(args.actor.as_deref()),
        register: args.register,
        country: args.country,
        state: args.state,
        audit,
    })
}

fn say(screen: &Screen, told: &Told<'_>) {
    let words = paper::words::Words::new(screen.lang());
    match told {
        Told::Again { why, wait } => {
            let seconds = wait.as_secs().to_string();
            screen.say("cli-watch-again", &[("why", paper::gaps::why(why, &words)), ("seconds", seconds)]);
        }
        Told::Ran { last } if last.ok => {
            let numbers = [("findings", last.findings), ("new", last.new), ("gaps", last.gaps)];
            screen.say("cli-watch-ran", &numbers.map(|(name, n)| (name, n.to_string())));
        }
        Told::Ran { last } => {
            let why = last.why.as_deref().unwrap_or_default();
            screen.warn("cli-watch-failed", &[("why", paper::gaps::why(why, &words))]);
        }
        Told::Unstamped { why } => screen.warn("cli-audit-unstamped", &[("why", paper::gaps::why(why, &words))]),
        Told::Alarm(alarm) => screen.say("cli-watch-alarm", &[("id", alarm.id.clone())]),
        Told::Waiting { why } => {
            let each: Vec<String> = why.split("; ").map(|why| paper::gaps::why(why, &words)).collect();
            screen.warn("cli-watch-waiting", &[("why", each.join("; "))]);
        }
        Told::Case(case) => screen.say("cli-watch-case", &[("case", (*case).to_owned())]),
        Told::Unwritten { trouble } => {
            screen.trouble(trouble);
            screen.warn("cli-watch-unwritten", &[]);
        }
        Told::Written => screen.say("cli-watch-written", &[]),
        Told::GivenUp { run } => screen.warn("cli-watch-given-up", &[("run", run.display().to_string())]),
        Told::Next(heart) => screen.say("cli-watch-next", &[("at", local(heart.next_run.min(heart.next_poll)))]),
        Told::Audit(_) => {}
    }
}

fn local(at: Timestamp) -> String {
    at.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S %Z").to_string()
}

/// From outside the routine: exit 1 when a run is overdue, or the routine ended or was killed.
fn check(state: &Path, screen: &Screen) -> Result<Outcome, Trouble> {
    let (heart, pulse) = watch::check(state, Timestamp::now())?;
    if data_format(None) == crate::values::DataFormat::Json {
        screen.json(&json(&heart, matches!(pulse, Pulse::Overdue | Pulse::Silent)));
    }
    let last = heart.last_run.as_ref().map_or_else(|| screen.word("cli-watch-none-ended"), |l| local(l.ended));
    let key = match pulse {
        Pulse::OnTime => "cli-watch-on-time",
        Pulse::Overdue => "cli-watch-overdue",
        Pulse::Silent => "cli-watch-silent",
        Pulse::Ended => "cli-watch-ended",
    };
    let ended = heart.ended.map_or_else(String::new, local);
    screen.say(key, &[("last", last), ("due", local(heart.overdue_after)), ("ended", ended), ("at", local(heart.at))]);
    if let Some(why) = heart.last_run.as_ref().and_then(|l| l.why.as_deref()) {
        screen.say("cli-watch-failed", &[("why", paper::gaps::why(why, &paper::words::Words::new(screen.lang())))]);
    }
    Ok(if pulse == Pulse::OnTime { Outcome::Clean } else { Outcome::Found })
}

fn json(heart: &Heartbeat, overdue: bool) -> serde_json::Value {
    let mut value = serde_json::to_value(heart).expect("plain data");
    value["overdue"] = overdue.into();
    value
}
