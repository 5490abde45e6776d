//! Everything a rule may look at.

use crate::film;
use crate::own::InFormat;
use crate::parameters::unpacked;
use crate::stance::{Answers, Stance};
use crate::vendors::{Filmed, How, Key, Recipient, Vendor, Vendors};
use crate::who::Who;
use declare::{Allowed, Policy, Zone};
use facts::{Behaviour, Canary, Consent, Deed, Exchange, Part, Recording, Report, SettingRow, Sighting};
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

pub struct Evidence<'a> {
    pub policy: &'a Policy,
    pub who: &'a Who<'a>,
    pub recording: &'a Recording,
    pub vendors: &'a Vendors,
    /// Third-party ones only, every field filled; findings point into it.
    pub sightings: &'a [Sighting],
    pub settings: &'a [SettingRow],
    pub baseline: Option<&'a Report>,
    pub answers: Answers<'a>,
    /// What the service's own servers got in a vendor's format.
    pub in_format: Vec<InFormat<'a>>,
    exchanges: HashMap<&'a str, &'a Exchange>,
    canaries: HashMap<&'a str, &'a Canary>,
    filming: OnceCell<BTreeMap<String, Vec<&'static str>>>,
}

/// Whose script sent something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sender {
    /// Written into the page itself.
    Page,
    /// A file of the service's own, where a third party's script may be built in.
    Service,
    Recipient,
    /// Another third party's.
    Other(Recipient),
}

impl<'a> Evidence<'a> {
    pub fn new(
        policy: &'a Policy,
        who: &'a Who<'a>,
        recording: &'a Recording,
        vendors: &'a Vendors,
        sightings: &'a [Sighting],
        settings: &'a [SettingRow],
        baseline: Option<&'a Report>,
    ) -> Self {
        let exchanges = recording.exchanges.iter().map(|e| (e.id.as_str(), e)).collect();
        let canaries = recording.canaries.iter().map(|c| (c.id.as_str(), c)).collect();
        Self {
            policy,
            who,
            recording,
            vendors,
            sightings,
            settings,
            baseline,
            answers: Answers::of(recording),
            in_format: Vec::new(),
            exchanges,
            canaries,
            filming: OnceCell::new(),
        }
    }

    /// Personal data: addresses that many people share (info@) are nobody's own.
    pub fn personal(&self) -> impl Iterator<Item = (usize, &'a Sighting)> + '_ {
        self.sightings.iter().enumerate().filter(|(_, s)| !s.shared)
    }

    pub fn exchange(&self, sighting: &Sighting) -> Option<&'a Exchange> {
        self.exchanges.get(sighting.exchange.as_str()).copied()
    }

    pub fn vendor(&self, sighting: &Sighting) -> Option<&'a Vendor> {
        self.vendors.vendor(sighting.recipient.as_deref()?)
    }

    /// The vendor's key the value stood under.
    pub fn key(&self, sighting: &Sighting) -> Option<&'a Key> {
        self.vendor(sighting)?.key(&sighting.key)
    }

    /// Who put the value there, where the vendor's keys tell.
    pub fn how(&self, sighting: &Sighting) -> Option<How> {
        if self.filmed(sighting).is_some() {
            return Some(How::Automatic);
        }
        let key = self.key(sighting)?;
        let marked = key.automatic_when.as_deref().is_some_and(|mark| self.mentions(sighting, mark));
        Some(if marked { How::Automatic } else { key.how })
    }

    /// Whether the value stood in a recording of the visit, by the vendor's keys and endpoints, without a row by its form,
    /// and what of it.
    pub fn filmed(&self, sighting: &Sighting) -> Option<Filmed> {
        let exchange = self.exchange(sighting);
        match self.vendor(sighting) {
            Some(vendor) => filmed(vendor, sighting, exchange),
            None => film::in_its_form(sighting, exchange?),
        }
    }

    /// Whether a recording of the visit went out, of a vendor that records visits beside other things too, or of somebody
    /// without a row.
    pub fn films(&self, exchange: &Exchange) -> bool {
        self.who.vendor(exchange).map_or_else(|| film::has_its_form(exchange), |v| v.films(exchange))
    }

    /// Why a recipient without a row counts as one that records visits.
    pub fn filming(&self, recipient: &str) -> Option<&[&'static str]> {
        self.filming.get_or_init(|| film::filming(self)).get(recipient).map(Vec::as_slice)
    }

    /// Whether the recipient's own script read a field that the value was typed into and sent it itself.
    pub fn took_itself(&self, sighting: &Sighting) -> bool {
        let Some(sender) = sighting.initiator.as_deref().map(file) else { return false };
        let read = |b: &Behaviour| {
            b.what == Deed::FieldRead && sighting.fields().any(|f| f == b.field) && file(&b.script) == sender
        };
        let deed = self.recording.behaviours.iter().find(|b| read(b));
        deed.and_then(|b| self.owner(b)).is_some_and(|owner| Some(&owner.id) == sighting.recipient.as_ref())
    }

    /// Whose script sent it, as far as the call stack tells. A delivery network's library works for whoever includes it,
    /// so the caller behind it counts; behind another third party's script, which may only wrap the browser's functions, the
    /// recipient's own.
    pub fn sender(&self, sighting: &Sighting) -> Option<Sender> {
        let exchange = self.exchange(sighting);
        let stack = exchange.map_or(&[][..], |e| &e.stack);
        let page = exchange.and_then(|e| e.page.as_deref());
        let scripts = stack.iter().chain(sighting.initiator.iter().filter(|_| stack.is_empty()));
        let mut senders = scripts.into_iter().filter_map(|script| {
            let host = url::Url::parse(script).ok()?.host_str()?.to_owned();
            match self.who.third_party(&host, path_of(script)) {
                None if page.is_some_and(|page| same_page(page, file(script))) => Some(Sender::Page),
                None => Some(Sender::Service),
                Some(owner) if owner.category.as_deref() == Some("infrastructure") => None,
                Some(owner) if Some(&owner.id) == sighting.recipient.as_ref() => Some(Sender::Recipient),
                Some(owner) => Some(Sender::Other(owner)),
            }
        });
        let first = senders.next()?;
        let wrapped = matches!(first, Sender::Other(_)) && senders.any(|s| s == Sender::Recipient);
        Some(if wrapped { Sender::Recipient } else { first })
    }

    fn mentions(&self, sighting: &Sighting, mark: &str) -> bool {
        self.exchange(sighting).is_some_and(|e| text_of(e).contains(mark))
    }

    pub fn zone(&self, sighting: &Sighting) -> Option<&'a Zone> {
        let name = sighting.zone.as_deref()?;
        self.policy.zones.iter().find(|z| z.name == name)
    }

    /// The third party whose script it was; a delivery network's library works for whoever includes it.
    pub fn owner(&self, deed: &Behaviour) -> Option<Recipient> {
        let url = url::Url::parse(&deed.script).ok()?;
        let recipient = self.who.third_party(url.host_str()?, url.path())?;
        (recipient.category.as_deref() != Some("infrastructure")).then_some(recipient)
    }

    /// The frame of somebody else that it happened in.
    pub fn frame_of_others<'b>(&self, deed: &'b Behaviour) -> Option<&'b str> {
        let frame = deed.frame.as_deref()?;
        let url = url::Url::parse(frame).ok()?;
        self.who.third_party(url.host_str()?, url.path()).map(|_| frame)
    }

    /// Whether something was typed into a field of a frame.
    pub fn typed_into(&self, frame: &str) -> bool {
        self.recording.canaries.iter().any(|c| c.frame.as_deref().is_some_and(|f| same_page(f, frame)))
    }

    /// The third party an exchange went to, by its id.
    pub fn recipient_of(&self, exchange: &str) -> Option<Recipient> {
        self.who.recipient_of(self.exchanges.get(exchange)?)
    }

    /// A connection may have been opened long before a message went out.
    pub fn stance(&self, sighting: &Sighting) -> Option<Stance> {
        let exchange = self.exchange(sighting)?;
        if sighting.part != Part::Frame || exchange.sent.is_empty() {
            return self.answers.stance(exchange);
        }
        self.answers.then(exchange.run.as_ref()?, sighting.step.as_deref(), sighting.at.or(exchange.at))
    }

    /// What the policy says of this recipient where the sighting was made.
    pub fn allowed(&self, sighting: &Sighting) -> Option<&'a Allowed> {
        self.zone(sighting)?.allowed(sighting.recipient.as_deref()?)
    }

    /// Whether the policy lets this identifier of this person go there.
    pub fn permits(&self, sighting: &Sighting) -> bool {
        self.allowed(sighting).is_some_and(|a| a.permits(&sighting.role, sighting.identifier))
    }

    /// Whether the recipient may have this value only after consent: the declaration says so, it follows people, it makes
    /// profiles of those it can tell apart, or the value stood in a recording of the visit, whatever else it is for.
    pub fn needs_consent(&self, sighting: &Sighting) -> bool {
        let declared = self.allowed(sighting).is_some_and(|a| a.consent == Some(Consent::Accept));
        let films = || {
            disguise(sighting) != "hashed" && sighting.recipient.as_deref().is_some_and(|r| self.filming(r).is_some())
        };
        declared
            || self.filmed(sighting).is_some()
            || films()
            || self.recipient(sighting).is_some_and(|r| r.tracks() || r.profiles())
    }

    /// Whether nobody can say what the recipient is needed for: neither the declaration nor the tables, nor the visitor, who
    /// filled in a form of its own.
    pub fn is_unexplained(&self, sighting: &Sighting) -> bool {
        let known = self.recipient(sighting).is_some_and(|r| r.category.is_some() || r.tracks());
        !known && self.allowed(sighting).is_none() && !self.in_own_form(sighting)
    }

    /// Whether the value was typed into a form of the recipient's own, in its frame.
    pub fn in_own_form(&self, sighting: &Sighting) -> bool {
        let frame = self.canaries.get(sighting.person.as_str()).and_then(|c| c.frame.as_deref());
        let owner = frame.and_then(|frame| {
            let url = url::Url::parse(frame).ok()?;
            self.who.third_party(url.host_str()?, path_of(frame))
        });
        owner.is_some_and(|owner| Some(&owner.id) == sighting.recipient.as_ref())
    }

    /// Who got this value.
    pub fn recipient(&self, sighting: &Sighting) -> Option<Recipient> {
        let host = sighting.host.as_deref()?;
        let exchange = self.exchange(sighting).filter(|e| e.host().as_deref() == Some(host));
        self.who.third_party(host, exchange.map_or("", |e| path_of(&e.url)))
    }

    /// Exchanges with somebody else than the service, under whatever name.
    pub fn third_party(&self) -> impl Iterator<Item = (&'a Exchange, Recipient)> + '_ {
        let web = self.recording.exchanges.iter().filter(|e| is_web(&e.url) && concerns(e, self.sightings));
        web.filter_map(|e| Some((e, self.who.recipient_of(e)?)))
    }
}

/// What of a recording of the visit a value was. A key of its own says it; what has none and stands in the body of a
/// request that is all recording was filmed too.
pub fn filmed(vendor: &Vendor, sighting: &Sighting, exchange: Option<&Exchange>) -> Option<Filmed> {
    if let Some(key) = vendor.key(&sighting.key) {
        return key.replay;
    }
    let body = matches!(sighting.part, Part::Body | Part::Frame);
    (body && exchange.is_some_and(|e| vendor.is_recording(path_of(&e.url)))).then_some(Filmed::Page)
}

/// A script's address without line and column.
fn file(script: &str) -> &str {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut file = script;
    for _ in 0..2 {
        file = file.rsplit_once(':').filter(|(_, n)| number(n)).map_or(file, |(before, _)| before);
    }
    file
}

/// Address and body as text, unpacked where gzip packed it, for marks that may stand in either.
pub fn text_of(exchange: &Exchange) -> String {
    let body = unpacked(exchange.body.as_deref().unwrap_or_default());
    format!("{}\n{}", exchange.url, String::from_utf8_lossy(&body))
}

/// Address from the path on, without fragment.
pub fn path_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, r)| r);
    let rest = rest.split('#').next().unwrap_or("");
    rest.find(['/', '?']).map_or("/", |i| &rest[i..])
}

/// Whether somebody got it, or would have got something that was typed: a navigation that was held back and carried nothing
/// concerns nobody.
pub fn concerns(exchange: &Exchange, sightings: &[Sighting]) -> bool {
    !exchange.seen_by.iter().any(|by| by == "held-back") || sightings.iter().any(|s| s.exchange == exchange.id)
}

/// Schemes that leave the browser.
pub fn is_web(url: &str) -> bool {
    ["http", "https", "ws", "wss", "stun", "stuns", "turn", "turns"]
        .iter()
        .any(|s| url.split_once("://").is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case(s)))
}

/// A name that was looked up and got no request: the name servers of its domain learn the name, nobody the visitor's
/// address.
pub fn is_name(url: &str) -> bool {
    url.starts_with("dns://")
}

/// A connection that carried no request: its other end learns the visitor's address, and nothing else.
pub fn is_connection(exchange: &Exchange) -> bool {
    exchange.method == "CONNECT" && exchange.seen_by == ["net-log"]
}

/// How well a value was disguised: `plain`, `hashed`, `reversed` (written backwards) or `encoded` (otherwise, as anybody can
/// undo).
pub fn disguise(sighting: &Sighting) -> &'static str {
    const HASHES: [&str; 13] = [
        "md",
        "sha",
        "ripemd",
        "whirlpool",
        "blake",
        "keccak",
        "crc",
        "adler",
        "murmur",
        "xxh",
        "fnv",
        "string-hash",
        "hmac",
    ];
    if sighting.form.iter().any(|s| HASHES.iter().any(|h| s.starts_with(h))) {
        return "hashed";
    }
    match encodings(sighting)[..] {
        [] => "plain",
        [REVERSED] => "reversed",
        _ => "encoded",
    }
}

const REVERSED: &str = "reversed";

/// What anybody can undo to read a value that was not hashed, outermost last.
pub fn encodings(sighting: &Sighting) -> Vec<&str> {
    const ENCODINGS: [&str; 8] = ["base64", "hex", "rot13", "base32", "base58", "bytes", "lz-string", REVERSED];
    let steps = sighting.form.iter().chain(sighting.layers.iter().rev()).map(String::as_str);
    steps.filter(|s| ENCODINGS.iter().any(|e| s.starts_with(e))).collect()
}

pub fn in_address(part: Part) -> bool {
    matches!(part, Part::UrlPath | Part::UrlQuery | Part::UrlFragment | Part::Referer)
}

/// Two addresses of the same page, whatever stands in query and fragment.
pub fn same_page(a: &str, b: &str) -> bool {
    let page = |url: &str| url.split(['?', '#']).next().unwrap_or("").trim_end_matches('/').to_owned();
    page(a) == page(b)
}
