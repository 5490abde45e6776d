use crate::Outcome;
use crate::args::ServeArgs;
use crate::screen::Screen;
use crate::values::SiteAddress;
use facts::{Place, Problem};
use flows::Trouble;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use register::Db;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use tokio::net::TcpListener;

pub async fn run(args: ServeArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let folder = crate::case::folder(&args.register);
    // Before a register is made: an address that cannot be served leaves nothing.
    let bound = listen(args.bind, screen).await?;
    let db = crate::case::open(&args.register, screen).await?;
    let now = Timestamp::now();
    for audit in &args.audit {
        let user = crate::case::user(&db, args.register.actor.as_deref(), now).await?;
        flows::audit::adopt(&db, audit, &user.id, now).await?;
    }
    let reminding = tokio::spawn(remind(db.clone(), screen.lang()));
    let served = site(db, &folder, args.register.actor.as_deref(), (bound, args.url), screen).await;
    reminding.abort();
    served?;
    Ok(Outcome::Clean)
}

/// Serves until Ctrl-C or a polite end from the system; prints the address that logs in once, as `actor` or whoever started the program.
pub async fn site(
    db: Db,
    audits: &Path,
    actor: Option<&str>,
    ((listener, address), named): ((TcpListener, SocketAddr), Option<SiteAddress>),
    screen: &Screen,
) -> Result<(), Trouble> {
    if !address.ip().is_loopback() && named.is_none() {
        screen.say("cli-serve-open", &[("address", address.to_string())]);
    }
    let zone = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    let base = named.as_ref().map_or_else(|| format!("http://{address}"), |named| named.base.clone());
    let now = Timestamp::now();
    let user = crate::case::user(&db, actor, now).await?;
    let link = web::login_link(&db, &base, &user.id, now).await?;
    let stopped = tokio::spawn(crate::scan::interrupted());
    let mut site = web::Site::new(db, audits.to_owned(), zone, "SE");
    site.tell = |why| crate::streams::say(&crate::terminal::shown(why));
    if let Some(named) = named {
        (site.hosts, site.https) = (vec![named.host], named.https);
    }
    screen.line(&screen.text("cli-serve-login", &[("url", link)]));
    screen.printed()?;
    screen.say("cli-serve-stop", &[]);
    let stop = async {
        let _ = stopped.await;
    };
    web::serve(site, listener, stop).await.map_err(|e| cannot_bind(address, &e))
}

/// Sends what is due, every minute. What could not be sent stays in the outbox and is tried again; why is told once, and
/// again when it is another reason.
async fn remind(db: Db, lang: facts::Lang) {
    let words = paper::words::Words::new(lang);
    let mut minutes = tokio::time::interval(std::time::Duration::from_secs(60));
    let mut told = Vec::new();
    loop {
        minutes.tick().await;
        match flows::reminders::round(&db, Timestamp::now()).await {
            Ok(round) => {
                if round.why != told && round.waiting > 0 {
                    let why: Vec<String> = round.why.iter().map(|why| paper::gaps::why(why, &words)).collect();
                    let args = [("waiting", round.waiting.into()), ("why", why.join("; ").into())];
                    let said = words.with("cli-remind-waiting", &args);
                    crate::streams::say(&crate::terminal::shown(&said));
                }
                told = round.why;
            }
            Err(trouble) => {
                crate::streams::say(&format!("reminders: {}", crate::terminal::shown(&trouble.to_string())))
            }
        }
    }
}

/// Where nobody names an address.
const USUAL: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8420);

/// The address asked for; where none is and the usual one is taken, a free port beside it.
pub async fn listen(bind: Option<SocketAddr>, screen: &Screen) -> Result<(TcpListener, SocketAddr), Trouble> {
    let wanted = bind.unwrap_or(USUAL);
    let listener = match TcpListener::bind(wanted).await {
        Err(error) if is_taken(&error) && bind.is_none() => {
            screen.say("cli-serve-taken", &[("address", wanted.to_string())]);
            TcpListener::bind((wanted.ip(), 0)).await
        }
        other => other,
    };
    let listener = listener.map_err(|e| cannot_bind(wanted, &e))?;
    let address = listener.local_addr().map_err(|e| cannot_bind(wanted, &e))?;
    Ok((listener, address))
}

fn is_taken(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::AddrInUse
}

fn cannot_bind(address: SocketAddr, error: &std::io::Error) -> Trouble {
    if is_taken(error) {
        return port_taken("--bind", address);
    }
    let problem = Problem::new(Place::source("--bind"), "bind", format!("`{address}` cannot be served: {error}"));
    problem.into()
}

pub fn port_taken(option: &str, address: SocketAddr) -> Trouble {
    let message = format!("another program has the port of `{address}`");
    Problem::new(Place::source(option), "port-taken", message)
        .found(address.to_string())
        .allowed(&["0: a free port"])
        .into()
}
