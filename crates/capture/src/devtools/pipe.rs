use super::protocol::Message;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::sync::{Notify, mpsc, oneshot};

/// Gets every event, and the answers to commands it sent itself, in the order they arrive. Must not block.
pub trait Listener: Send + 'static {
    fn event(&mut self, session: &str, method: &str, params: &RawValue, out: &Sender);
    fn answer(&mut self, id: u64, result: Result<&RawValue, &str>, out: &Sender);
    fn closed(&mut self);
}

/// Sends without waiting for the answer.
#[derive(Clone)]
pub struct Sender {
    out: mpsc::UnboundedSender<Vec<u8>>,
    next: Arc<AtomicU64>,
}

/// Sends and waits.
#[derive(Clone)]
pub struct Connection {
    pub sender: Sender,
    waiting: Waiting,
    closed: Arc<AtomicBool>,
}

type Answer = Result<Value, String>;
type Waiting = Arc<Mutex<HashMap<u64, oneshot::Sender<Answer>>>>;

#[derive(Debug, Clone, thiserror::Error)]
pub enum CallError {
    #[error("the browser has ended")]
    Closed,
    #[error("{method}: {why}")]
    Refused { method: String, why: String },
    #[error("{method}: no answer within {} s", after.as_secs_f32())]
    TimedOut { method: String, after: Duration },
}

#[derive(Serialize)]
struct Command<'a> {
    id: u64,
    #[serde(rename = "sessionId", skip_serializing_if = "str::is_empty")]
    session: &'a str,
    method: &'a str,
    params: &'a Value,
}

impl Sender {
    /// One whose commands a test reads.
    #[cfg(test)]
    pub fn kept() -> (Self, mpsc::UnboundedReceiver<Vec<u8>>) {
        let (out, queue) = mpsc::unbounded_channel();
        (Self { out, next: Arc::new(AtomicU64::new(1)) }, queue)
    }

    /// Queues a command; its id comes back with the answer. An empty session is the browser's own.
    pub fn send(&self, session: &str, method: &str, params: Value) -> u64 {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.put(id, session, method, &params);
        id
    }

    fn put(&self, id: u64, session: &str, method: &str, params: &Value) {
        let mut bytes = serde_json::to_vec(&Command { id, session, method, params }).unwrap_or_default();
        bytes.push(0);
        // A closed pipe shows as the reader's end; nothing to say here.
        let _ = self.out.send(bytes);
    }
}

/// A poisoned lock means that a listener panicked; the data behind it are still whole messages.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Connection {
    /// Starts the two tasks that move messages. They end when the pipe does.
    pub fn open<R, W, L>(read: R, write: W, listener: Arc<Mutex<L>>, changed: Arc<Notify>) -> Self
    where
        R: AsyncRead + Unpin + Send + 'static,
        W: AsyncWrite + Unpin + Send + 'static,
        L: Listener,
    {
        let (out, queue) = mpsc::unbounded_channel();
        let sender = Sender { out, next: Arc::new(AtomicU64::new(1)) };
        let connection = Self { sender, waiting: Waiting::default(), closed: Arc::default() };
        tokio::spawn(write_all(write, queue));
        tokio::spawn(connection.clone().read_all(read, listener, changed));
        connection
    }

    pub async fn call(&self, session: &str, method: &str, params: Value) -> Result<Value, CallError> {
        self.call_within(LONG, session, method, params).await
    }

    pub async fn call_within(
        &self,
        limit: Duration,
        session: &str,
        method: &str,
        params: Value,
    ) -> Result<Value, CallError> {
        let (tell, told) = oneshot::channel();
        let id = self.sender.next.fetch_add(1, Ordering::Relaxed);
        lock(&self.waiting).insert(id, tell);
        if self.is_closed() {
            lock(&self.waiting).remove(&id);
            return Err(CallError::Closed);
        }
        self.sender.put(id, session, method, &params);
        let method = method.to_owned();
        match tokio::time::timeout(limit, told).await {
            Ok(Ok(Ok(value))) => Ok(value),
            Ok(Ok(Err(why))) => Err(CallError::Refused { method, why }),
            Ok(Err(_)) => Err(CallError::Closed),
            Err(_) => {
                lock(&self.waiting).remove(&id);
                Err(CallError::TimedOut { method, after: limit })
            }
        }
    }

    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    async fn read_all<R: AsyncRead + Unpin, L: Listener>(self, read: R, listener: Arc<Mutex<L>>, changed: Arc<Notify>) {
        let mut read = BufReader::with_capacity(256 * 1024, read);
        let mut bytes = Vec::new();
        while matches!(read.read_until(0, &mut bytes).await, Ok(n) if n > 0) {
            if bytes.last() == Some(&0) {
                bytes.pop();
                mend(&mut bytes);
                self.take(&bytes, &listener);
                changed.notify_waiters();
            }
            bytes.clear();
        }
        self.closed.store(true, Ordering::Release);
        lock(&self.waiting).clear();
        lock(&listener).closed();
        changed.notify_waiters();
    }

    fn take<L: Listener>(&self, bytes: &[u8], listener: &Mutex<L>) {
        let Ok(message) = serde_json::from_slice::<Message<'_>>(bytes) else { return };
        if let Some(id) = message.id {
            let caller = lock(&self.waiting).remove(&id);
            let outcome = message.outcome();
            return match (caller, &outcome) {
                (Some(caller), _) => drop(caller.send(owned(outcome))),
                (None, Ok(result)) => lock(listener).answer(id, Ok(result), &self.sender),
                (None, Err(refusal)) => lock(listener).answer(id, Err(&refusal.message), &self.sender),
            };
        }
        if let Some(method) = &message.method {
            let params = message.params.unwrap_or(RawValue::NULL);
            lock(listener).event(message.session.as_deref().unwrap_or(""), method, params, &self.sender);
        }
    }
}

/// Text of pages may hold halves of surrogate pairs, which JSON can write and no string here can hold: U+FFFD takes their
/// place, in the six bytes they have. Without it a whole message, and the request that waits for its answer, would be lost.
fn mend(bytes: &mut [u8]) {
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', bytes.get(at..).unwrap_or_default()) {
        at += found;
        match (half(bytes, at), half(bytes, at + 6)) {
            (Some(Half::First), Some(Half::Second)) => at += 12,
            (Some(_), _) => {
                bytes[at + 2..at + 6].copy_from_slice(b"FFFD");
                at += 6;
            }
            (None, _) => at += 2,
        }
    }
}

#[derive(PartialEq)]
enum Half {
    First,
    Second,
}

/// Whether `\uD8..` (first of a pair) or `\uDC..` (second) stands there.
fn half(bytes: &[u8], at: usize) -> Option<Half> {
    match bytes.get(at..at + 6)? {
        [b'\\', b'u', b'd' | b'D', b'8' | b'9' | b'a' | b'b' | b'A' | b'B', _, _] => Some(Half::First),
        [b'\\', b'u', b'd' | b'D', b'c'..=b'f' | b'C'..=b'F', _, _] => Some(Half::Second),
        _ => None,
    }
}

fn owned(result: Result<&RawValue, super::protocol::Refusal<'_>>) -> Answer {
    match result {
        Ok(raw) => serde_json::from_str(raw.get()).map_err(|e| e.to_string()),
        Err(refusal) => Err(refusal.message.into_owned()),
    }
}

const LONG: Duration = Duration::from_secs(30);

async fn write_all<W: AsyncWrite + Unpin>(mut write: W, mut queue: mpsc::UnboundedReceiver<Vec<u8>>) {
    while let Some(bytes) = queue.recv().await {
        if write.write_all(&bytes).await.is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_pairs_are_mended_and_nothing_else() {
        for (text, mended) in [
            (r#""a\ud83d\ude00b""#, r#""a\ud83d\ude00b""#),
            (r#""\uD83Dx""#, r#""\uFFFDx""#),
            (r#""\uDE00\uD83D\uD83D\uDE00""#, r#""\uFFFD\uFFFD\uD83D\uDE00""#),
            (r#""\\ud83d \u00e5\ud83d""#, r#""\\ud83d \u00e5\uFFFD""#),
            (r#""\ud8"#, r#""\ud8"#),
        ] {
            let mut bytes = text.as_bytes().to_vec();
            mend(&mut bytes);
            assert_eq!(std::str::from_utf8(&bytes).unwrap(), mended);
        }
    }
}
