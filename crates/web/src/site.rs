use crate::cache::Cache;
use crate::{api, assets, guard, pages, session};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use facts::{Exchange, Report};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use prove::Digest;
use register::Db;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

/// A letter with its addresses is shorter; a larger body is refused before it is read.
pub const LARGEST_BODY: usize = LARGEST_MIB << 20;
pub const LARGEST_MIB: usize = 2;

/// What the pages stand on.
#[derive(Clone)]
pub struct Site {
    pub db: Db,
    /// Folder below which the audits' output folders lie, where the register names them relatively.
    pub audits: PathBuf,
    /// Of every time on a page that belongs to no case, before settings name the organisation's country.
    pub zone: TimeZone,
    /// ISO 3166-1 alpha-2, chooses the authority and its calendar.
    pub country: String,
    /// Names the pages may be asked for by, besides IP addresses and `localhost` (against DNS rebinding).
    pub hosts: Vec<String>,
    /// Behind TLS: cookies are marked `Secure`.
    pub https: bool,
    /// Name of the session cookie; cookies know no port, so two sites on one host need two names.
    pub cookie: String,
    pub clock: fn() -> Timestamp,
    /// Hears why a page failed: for whoever runs the program.
    pub tell: fn(&str),
    /// Anybody who reaches the page may report a suspicion, without logging in.
    pub open_report: bool,
    pub(crate) reports: Arc<Cache<Report>>,
    pub(crate) exchanges: Arc<Cache<Option<Exchange>>>,
    /// When reports without login came in, and whether each was taken: to stop a flood.
    pub(crate) reported: Arc<Mutex<VecDeque<(Timestamp, bool)>>>,
    /// What cases were opened from lately, by digest, and the case: sent twice it is the same.
    pub(crate) opened: Arc<tokio::sync::Mutex<VecDeque<(Timestamp, Digest, String)>>>,
}

/// Reports that are kept read, and requests: lists and findings are looked at again and again.
const REPORTS: usize = 64;
const EXCHANGES: usize = 64;

impl Site {
    pub fn new(db: Db, audits: PathBuf, zone: TimeZone, country: &str) -> Self {
        let country = country.to_owned();
        let (hosts, cookie) = (Vec::new(), "sluss".to_owned());
        Self {
            db,
            audits,
            zone,
            country,
            hosts,
            https: false,
            cookie,
            clock: Timestamp::now,
            tell: |_| {},
            open_report: true,
            reports: Arc::new(Cache::new(REPORTS)),
            exchanges: Arc::new(Cache::new(EXCHANGES)),
            reported: Arc::default(),
            opened: Arc::default(),
        }
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }
}

/// Every address of the site, behind the guards.
pub fn router(site: Site) -> Router {
    let site = Arc::new(site);
    Router::new()
        .merge(session::routes())
        .merge(pages::routes())
        .merge(api::routes())
        .merge(assets::routes())
        .fallback(pages::not_found)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn_with_state(site.clone(), guard::language))
        .layer(from_fn_with_state(site.clone(), guard::known_host))
        .layer(from_fn(guard::headers))
        .with_state(site)
}

/// Serves until `stop` is ready; requests under way are answered first.
pub async fn serve(
    mut site: Site,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    site.cookie = format!("sluss-{}", listener.local_addr()?.port());
    axum::serve(listener, router(site)).with_graceful_shutdown(stop).await
}
