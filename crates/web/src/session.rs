//! Who is asking. A one-time link and a button open a session; the browser holds a random secret, the register only its digest.

use crate::frame::Frame;
use crate::guard::Chosen;
use crate::oops::Oops;
use crate::say::Say;
use crate::site::Site;
use askama::Template;
use axum::Router;
use axum::extract::multipart::MultipartError;
use axum::extract::{Form, FromRequest, FromRequestParts, Multipart, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use jiff::{SignedDuration, Timestamp};
use prove::Digest;
use register::{Db, RegisterError, User};
use respond::Act;
use serde::Deserialize;
use std::sync::Arc;

/// Whoever can start the program may do everything.
const FIRST_ROLE: &str = "owner";
const LINK_LIVES: SignedDuration = SignedDuration::from_hours(1);
/// A working day with its evening; a breach is not handled in fifteen minutes.
const SESSION_LIVES: SignedDuration = SignedDuration::from_hours(16);

/// Makes an address that logs `user` in once, within the hour. Only a digest of it is stored.
///
/// # Errors
/// The register fails, or the user's access was taken away.
pub async fn login_link(db: &Db, base: &str, user: &str, now: Timestamp) -> Result<String, RegisterError> {
    if db.user(user).await?.is_none() {
        let new = User { id: user.to_owned(), name: user.to_owned(), role: FIRST_ROLE.to_owned(), disabled: false };
        db.put_user(&new, user, now).await?;
    }
    Ok(format!("{}{}", base.trim_end_matches('/'), login_path(db, user, now).await?))
}

/// The path of such an address, for a user who exists.
pub async fn login_path(db: &Db, user: &str, now: Timestamp) -> Result<String, RegisterError> {
    let token = secret();
    db.grant(digest(&token), user, now + LINK_LIVES).await?;
    Ok(format!("/login/{token}"))
}

pub fn routes() -> Router<Arc<Site>> {
    Router::new().route("/login/{token}", get(asked_in)).route("/login", post(login)).route("/logout", post(logout))
}

/// A secret for an address that needs no login, and what the register keeps of it.
pub fn key() -> (String, Digest) {
    let secret = secret();
    let digest = digest(&secret);
    (secret, digest)
}

/// 256 random bits. Without randomness there is no safe way on, so this is the one place that panics.
fn secret() -> String {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the system gives random numbers");
    BASE64.encode(bytes)
}

pub fn digest(secret: &str) -> Digest {
    Digest::of(secret.as_bytes())
}

/// Bound to the session and not stored: whoever can compute it has the cookie already.
fn csrf_token(secret: &str) -> String {
    digest(&format!("sluss csrf {secret}")).to_string()
}

/// The token of forms in the session that a request belongs to; empty where it belongs to none.
pub fn token(site: &Site, headers: &HeaderMap) -> String {
    cookie_value(headers, &site.cookie).map(csrf_token).unwrap_or_default()
}

/// A page that moves on by itself. A redirect would not do: after one from a foreign page (webmail) the browser holds
/// back `SameSite=Strict` cookies; a page of our own that moves on is no foreign page.
#[derive(Template)]
#[template(path = "welcome.html")]
struct MoveOn<'a> {
    f: Frame,
    to: &'a str,
}

#[derive(Template)]
#[template(path = "login.html")]
struct LogIn<'a> {
    f: Frame,
    token: &'a str,
}

/// The reader followed a link on a foreign page, so the browser held the session back: ask again, from here.
pub fn once_more(site: &Site, chosen: Chosen, path: &str) -> Result<Response, Oops> {
    // `//host` would be another site's address.
    let to = format!("/{}", path.trim_start_matches('/'));
    let f = Frame::anonymous(chosen.say(site), &to);
    Ok(Html(MoveOn { f, to: &to }.render()?).into_response())
}

/// Asks whether to log in: a link that is only looked at (a preview in a chat, a scanner of mail) is not spent.
async fn asked_in(
    State(site): State<Arc<Site>>,
    chosen: Chosen,
    method: Method,
    headers: HeaderMap,
    Path(token): Path<String>,
) -> Result<Response, Oops> {
    if method == Method::HEAD || headers.contains_key("sec-purpose") || headers.contains_key("purpose") {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let f = Frame::anonymous(chosen.say(&site), &format!("/login/{token}"));
    Ok(Html(LogIn { f, token: &token }.render()?).into_response())
}

#[derive(Deserialize)]
struct Token {
    token: String,
}

/// Spends the link.
async fn login(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(Token { token }): Form<Token>,
) -> Result<Response, Oops> {
    if !same_origin(&headers) {
        return Err(Oops::Forged);
    }
    let (session, now) = (secret(), site.now());
    let user = site.db.redeem(digest(&token), digest(&session), now + SESSION_LIVES, now).await?;
    user.ok_or(Oops::LinkSpent)?;
    Ok(([(header::SET_COOKIE, cookie(&site, &session, SESSION_LIVES))], Redirect::to("/")).into_response())
}

async fn logout(posted: Posted) -> Result<Response, Oops> {
    let site = &posted.here.site;
    site.db.end_session(digest(&posted.here.secret)).await?;
    Ok(([(header::SET_COOKIE, cookie(site, "", SignedDuration::ZERO))], Redirect::to("/")).into_response())
}

fn cookie(site: &Site, value: &str, lives: SignedDuration) -> String {
    let secure = if site.https { "; Secure" } else { "" };
    format!("{}={value}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{secure}", site.cookie, lives.as_secs())
}

/// The value of a cookie; the first of that name.
pub fn cookie_value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(n, _)| *n == name).map(|(_, v)| v)
}

/// A reader who is logged in, and all that a page for them needs.
#[derive(Clone)]
pub struct Here {
    pub site: Arc<Site>,
    pub f: Frame,
    /// Id of the user, who stands in the log as actor.
    pub user: String,
    pub role: String,
    pub now: Timestamp,
    secret: String,
}

impl Here {
    /// One act of this person on a case, based on the version they saw. A notification is frozen with its papers.
    pub async fn act(&self, case: &str, seen: u64, act: Act) -> Result<u64, Oops> {
        let (db, user, now) = (&self.site.db, &self.user, self.now);
        let done = match act {
            Act::File { .. } => flows::cases::file(db, user, case, seen, act, now).await,
            _ => flows::cases::act(db, user, case, seen, act, now).await,
        };
        Ok(done?)
    }
}

impl FromRequestParts<Arc<Site>> for Here {
    type Rejection = Oops;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Oops> {
        let chosen = Chosen::from_request_parts(parts, site).await?;
        let secret = cookie_value(&parts.headers, &site.cookie).ok_or(Oops::Login)?.to_owned();
        let now = site.now();
        let user = site.db.session(digest(&secret), now).await?.ok_or(Oops::Login)?;
        let path = parts.uri.path().to_owned();
        let say = say(site, &path, chosen.say(site)).await?;
        let (role, csrf) = (user.role.clone(), csrf_token(&secret));
        let f = Frame { say, path, user: Some(user.name), csrf, role };
        Ok(Self { site: site.clone(), f, user: user.id, role: user.role, now, secret })
    }
}

/// Where a report is made; after it may stand the country whose authority the case belongs to.
pub const NEW: [&str; 2] = ["/cases/new", "/report"];

/// Times are told, and read, as the clocks of the case's country show them, and terms as its law has them; elsewhere those
/// of the organisation's country, and the clocks of the one the program was started for before there are settings.
async fn say(site: &Site, path: &str, say: Say) -> Result<Say, Oops> {
    let country = country(site, path).await?;
    let zone = country.as_deref().and_then(respond::zone_of).unwrap_or_else(|| site.zone.clone());
    Ok(Say { zone, words: say.words.of_country(country.as_deref().unwrap_or_default()) })
}

async fn country(site: &Site, path: &str) -> Result<Option<String>, Oops> {
    if let Some(country) = NEW.into_iter().find_map(|new| path.strip_prefix(new)?.strip_prefix('/')) {
        return respond::zone_of(country).map(|_| Some(country.to_uppercase())).ok_or(Oops::NotFound);
    }
    let case = match path.strip_prefix("/cases/").and_then(|rest| rest.split('/').next()) {
        Some(id) => site.db.case(id).await?,
        None => None,
    };
    Ok(match case {
        Some(stored) => Some(stored.case.country),
        None => flows::settings::organisation(&site.db).await?.map(|o| o.country),
    })
}

/// A form that was sent, from a reader who is logged in and whose session made it. The only way to a form's fields.
pub struct Posted {
    pub here: Here,
    fields: Vec<(String, String)>,
    pub file: Option<Upload>,
}

/// A file that was sent with a form.
pub struct Upload {
    /// Without folders and without what no name should hold.
    pub name: String,
    pub bytes: Vec<u8>,
    /// False where it was larger than the settings allow; then `bytes` are not kept.
    pub whole: bool,
}

impl Posted {
    /// The first value, trimmed; none where it is absent or empty.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.all().find(|(n, v)| *n == name && !v.is_empty()).map(|(_, v)| v)
    }

    /// Every field, trimmed, in order, but the token.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().filter(|(n, _)| n != "csrf").map(|(n, v)| (n.as_str(), v.trim()))
    }

    pub fn many<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.all().filter(move |(n, v)| *n == name && !v.is_empty()).map(|(_, v)| v)
    }
}

impl FromRequest<Arc<Site>> for Posted {
    type Rejection = Oops;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, Oops> {
        let (mut parts, body) = request.into_parts();
        let here = Here::from_request_parts(&mut parts, site).await?;
        if !same_origin(&parts.headers) {
            return Err(Oops::Forged);
        }
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let multipart = kind.starts_with("multipart/form-data");
        let request = Request::from_parts(parts, body);
        if multipart {
            return Self::with_file(here, request, site).await;
        }
        let form = Form::<Vec<(String, String)>>::from_request(request, site).await;
        let Form(fields) = form.map_err(|e| unread(e.status()))?;
        is_own(&here, &fields)?;
        Ok(Self { here, fields, file: None })
    }
}

impl Posted {
    /// The token stands before the file, so that nothing of a foreign page's file is kept. What is too large is read to
    /// its end, or the browser would show a broken connection instead of the reason.
    async fn with_file(here: Here, request: Request, site: &Arc<Site>) -> Result<Self, Oops> {
        let unreadable = |e: MultipartError| unread(e.status());
        let mut form = Multipart::from_request(request, site).await.map_err(|e| unread(e.status()))?;
        let (mut fields, mut file) = (Vec::new(), None);
        while let Some(mut field) = form.next_field().await.map_err(unreadable)? {
            let name = field.name().unwrap_or_default().to_owned();
            let Some(given) = field.file_name().map(plain_name) else {
                fields.push((name, field.text().await.map_err(unreadable)?));
                continue;
            };
            is_own(&here, &fields)?;
            let most = flows::settings::largest_file(&site.db).await?;
            let mut upload = Upload { name: given, bytes: Vec::new(), whole: true };
            loop {
                let chunk = match field.chunk().await {
                    Ok(Some(chunk)) => chunk,
                    Ok(None) => break,
                    // Larger than anything that could be kept: what was written beside it is not lost.
                    Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                        is_own(&here, &fields)?;
                        let file = Some(Upload { bytes: Vec::new(), whole: false, ..upload });
                        return Ok(Self { here, fields, file });
                    }
                    Err(error) => return Err(unreadable(error)),
                };
                upload.whole &= upload.bytes.len() + chunk.len() <= most;
                if upload.whole { upload.bytes.extend_from_slice(&chunk) } else { upload.bytes.clear() }
            }
            file = Some(upload);
        }
        is_own(&here, &fields)?;
        Ok(Self { here, fields, file })
    }
}

fn unread(status: StatusCode) -> Oops {
    Oops::of_status(status).unwrap_or(Oops::Broken)
}

/// Digests are compared, so the time it takes tells nothing about the token.
fn is_own(here: &Here, fields: &[(String, String)]) -> Result<(), Oops> {
    let token = fields.iter().find(|(n, _)| n == "csrf").map_or("", |(_, v)| v);
    if digest(token) == digest(&here.f.csrf) { Ok(()) } else { Err(Oops::Forged) }
}

/// Some browsers send the folder with the name.
fn plain_name(given: &str) -> String {
    let name = given.rsplit(['/', '\\']).next().unwrap_or_default();
    name.chars().filter(|c| !c.is_control()).take(200).collect::<String>().trim().to_owned()
}

/// A form that anybody may send. There is no session that a foreign page could misuse; browsers that say where the
/// request comes from are still held to it.
pub struct FromAnybody(pub Posted);

impl FromRequestParts<Arc<Site>> for Anybody {
    type Rejection = Oops;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Oops> {
        let chosen = Chosen::from_request_parts(parts, site).await?;
        if !site.open_report {
            return Err(Oops::NotFound);
        }
        let path = parts.uri.path();
        let f = Frame::anonymous(say(site, path, chosen.say(site)).await?, path);
        Ok(Self(Here {
            site: site.clone(),
            f,
            user: String::new(),
            role: String::new(),
            now: site.now(),
            secret: String::new(),
        }))
    }
}

/// A reader who did not log in.
pub struct Anybody(pub Here);

impl FromRequest<Arc<Site>> for FromAnybody {
    type Rejection = Oops;

    async fn from_request(request: Request, site: &Arc<Site>) -> Result<Self, Oops> {
        let (mut parts, body) = request.into_parts();
        let Anybody(here) = Anybody::from_request_parts(&mut parts, site).await?;
        if !same_origin(&parts.headers) {
            return Err(Oops::Forged);
        }
        let request = Request::from_parts(parts, body);
        let Form(fields) = Form::from_request(request, site).await.map_err(|e| unread(e.status()))?;
        Ok(Self(Posted { here, fields, file: None }))
    }
}

/// Browsers say where a request comes from (Fetch Metadata), older ones by its origin: our pages name none, so theirs is
/// `null`. What says nothing is no browser, and the token decides alone.
pub fn same_origin(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let text = |name| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let (origin, host) = (text(header::ORIGIN), text(header::HOST));
    let named = origin.split_once("://").map_or("", |(_, named)| named);
    origin.is_empty() || origin == "null" || named.eq_ignore_ascii_case(host)
}
