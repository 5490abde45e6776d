//! Where everything that leaves the service ends: in memory, and nowhere else.

use jiff::Timestamp;
use serde::Serialize;
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
};
use tokio::sync::watch;

/// A mail that reached the SMTP sink.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mail {
    pub at: Timestamp,
    pub to: Vec<String>,
    pub subject: String,
    pub text: String,
}

/// A text message that reached the SMS gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sms {
    pub at: Timestamp,
    pub to: String,
    pub text: String,
}

/// One request that reached the pixel's receiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Received {
    pub at: Timestamp,
    pub method: String,
    /// How the fields came: `query`, `urlencoded` or `multipart`.
    pub encoding: String,
    /// As requested, query included.
    pub url: String,
    pub pixel: String,
    pub event: String,
    /// The page's address as the pixel told it (`dl`).
    pub page: String,
    /// Taken from forms by automatic matching (`udff[…]`): key → what was sent.
    pub match_keys: BTreeMap<String, String>,
    /// Given by the site (`ud[…]`).
    pub given: BTreeMap<String, String>,
    /// Every field, in the order it came.
    pub fields: Vec<(String, String)>,
}

/// One event that reached the customer data platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Collected {
    pub at: Timestamp,
    pub event: String,
    pub page: String,
    pub body: String,
}

/// A list that only grows, and says when it did.
pub(crate) struct Sink<T> {
    items: Mutex<Vec<T>>,
    arrived: watch::Sender<u64>,
}

impl<T: Clone> Sink<T> {
    fn new(arrived: &watch::Sender<u64>) -> Self {
        Self { items: Mutex::default(), arrived: arrived.clone() }
    }

    pub fn push(&self, item: T) {
        self.lock().push(item);
        self.arrived.send_modify(|n| *n += 1);
    }

    pub fn all(&self) -> Vec<T> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<T>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) struct Sinks {
    pub mails: Sink<Mail>,
    pub sms: Sink<Sms>,
    pub received: Sink<Received>,
    pub collected: Sink<Collected>,
    /// The mail server answers that it cannot take mail now.
    pub refuse_mail: AtomicBool,
    arrived: watch::Sender<u64>,
}

impl Default for Sinks {
    fn default() -> Self {
        let arrived = watch::channel(0).0;
        Self {
            mails: Sink::new(&arrived),
            sms: Sink::new(&arrived),
            received: Sink::new(&arrived),
            collected: Sink::new(&arrived),
            refuse_mail: AtomicBool::new(false),
            arrived,
        }
    }
}

impl Sinks {
    pub fn arrivals(&self) -> watch::Receiver<u64> {
        let mut arrivals = self.arrived.subscribe();
        arrivals.mark_unchanged();
        arrivals
    }

    pub fn clear(&self) {
        self.mails.lock().clear();
        self.sms.lock().clear();
        self.received.lock().clear();
        self.collected.lock().clear();
    }
}
