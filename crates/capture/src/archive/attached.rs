//! Files that a HAR file names instead of holding what is in them (`_file`, as Playwright writes it): beside it, in a zip
//! archive or a folder. What was sent belongs to its entry; what was answered is left out there and here.

use super::zipped::Archive;
use super::{Block, LONGEST};
use crate::har;
use facts::Exchange;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;

pub(super) enum Attached {
    Folder(PathBuf),
    /// The archive, which all HAR files of it share, and the folder of this one with a slash behind it.
    Zip(Arc<Archive>, String),
}

/// The files that entries name: of requests, and of answers alone.
#[derive(Default)]
pub(super) struct Named {
    pub sent: HashSet<String>,
    pub answers: HashSet<String>,
}

#[derive(Deserialize)]
struct Entry {
    request: Request,
    response: Option<Response>,
}

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    url: String,
    #[serde(rename = "postData")]
    post: Option<File>,
}

#[derive(Deserialize)]
struct Response {
    content: Option<File>,
}

#[derive(Deserialize)]
struct File {
    _file: Option<String>,
}

impl Entry {
    fn of(bytes: &[u8]) -> Option<Self> {
        memchr::memmem::find(bytes, b"\"_file\"")?;
        serde_json::from_slice(bytes).ok()
    }

    /// The file of the body, and that of the messages of a WebSocket, which stands where other entries have their answer.
    fn files(self) -> (Option<String>, Option<String>, Option<String>) {
        let of = |file: Option<File>| file.and_then(|file| file._file);
        let (body, answer) = (of(self.request.post), of(self.response.and_then(|r| r.content)));
        if self.request.url.starts_with("ws") { (body, answer, None) } else { (body, None, answer) }
    }
}

impl Named {
    pub(super) fn add(&mut self, block: &Block) {
        for (body, messages, answer) in block.entries().filter_map(Entry::of).map(Entry::files) {
            self.sent.extend([body, messages].into_iter().flatten());
            self.answers.extend(answer);
        }
    }
}

/// Which of these files HAR files among them name: they are read with an entry, or hold an answer.
pub fn beside(files: &[PathBuf]) -> HashSet<PathBuf> {
    let is_har = |path: &&PathBuf| path.extension().is_some_and(|end| end == "har");
    let known: HashMap<PathBuf, &PathBuf> =
        files.iter().filter_map(|path| Some((path.canonicalize().ok()?, path))).collect();
    let mut beside = HashSet::new();
    for har in files.iter().filter(is_har) {
        let folder = har.parent().and_then(|folder| folder.join(".").canonicalize().ok()).unwrap_or_default();
        let is_beside = |path: &PathBuf| path.parent() == Some(&folder) && known[path] != har;
        // what cannot be opened is told when it is read
        let Ok(archive) = super::open(har, &Arc::default(), &Arc::default()) else { continue };
        if archive.kind() != super::Kind::Har || !known.keys().any(is_beside) {
            continue;
        }
        let mut named = Named::default();
        archive.read(&mut |block| {
            named.add(&block);
            true
        });
        let names = named.sent.into_iter().chain(named.answers).map(|name| folder.join(name));
        beside.extend(names.filter_map(|path| known.get(&path).map(|path| (*path).clone())));
    }
    beside
}

/// What is kept of an answer: the file it names.
pub(super) fn left(answer: &[u8]) -> Vec<u8> {
    let file = memchr::memmem::find(answer, b"\"_file\"")
        .and_then(|_| serde_json::from_slice::<Response>(answer).ok()?.content?._file);
    file.map_or_else(|| b"null".to_vec(), |file| serde_json::json!({"content": {"_file": file}}).to_string().into())
}

/// Puts what the files hold into the exchange; says which are not there.
pub(super) fn fill(attached: Option<&Attached>, entry: &[u8], exchange: &mut Exchange) -> Option<String> {
    let (body, messages, _) = Entry::of(entry)?.files();
    exchange.response = None;
    let mut why = None;
    let mut read = |name: Option<String>| {
        let name = name?;
        let bytes = attached.and_then(|attached| attached.read(&name));
        if bytes.is_none() {
            why = Some(format!("the file `{name}`, which holds what was sent, is not there, or larger than 32 MiB"));
        }
        bytes
    };
    if let Some(body) = read(body) {
        exchange.body = Some(body);
    }
    if let Some(messages) = read(messages) {
        exchange.frames = har::messages(&messages);
    }
    why
}

impl Attached {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut content: Box<dyn Read> = match self {
            // a file of the folder, and of no other
            Self::Folder(folder) if !name.contains(['/', '\\']) && !name.starts_with('.') => {
                Box::new(std::fs::File::open(folder.join(name)).ok()?)
            }
            Self::Folder(_) => return None,
            Self::Zip(archive, folder) => archive.open(&format!("{folder}{name}"))?,
        };
        content.by_ref().take(LONGEST as u64 + 1).read_to_end(&mut bytes).ok()?;
        (bytes.len() <= LONGEST).then_some(bytes)
    }
}
