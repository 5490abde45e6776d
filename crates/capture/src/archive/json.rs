//! JSON read from a stream, without holding it.

use super::Halt;
use super::ahead::Ahead;
use memchr::memchr2;
use std::io::{self, BufRead};

/// Why a document ends early.
pub(super) enum Broken {
    Halt(Halt),
    Cut,
    Syntax,
}

impl From<Halt> for Broken {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::Halt(Halt::Io(error))
    }
}

/// Takes a member's value; must read all of it.
pub(super) type Member<'a> = dyn FnMut(&mut Json, &[u8]) -> Result<(), Broken> + 'a;
pub(super) type Keep<'a> = dyn FnMut(&[u8]) -> Result<(), Halt> + 'a;

/// A key longer than this is none that matters.
const LONGEST_KEY: usize = 64 << 10;

/// A document that is being read.
pub(super) struct Json {
    pub content: Ahead,
    pub line: u64,
}

impl Json {
    /// A byte order mark is no part of the document.
    pub(super) fn mark(&mut self) -> Result<(), Broken> {
        if self.content.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            self.content.consume(3);
        }
        Ok(())
    }

    /// Whether anything follows but blanks, marks and what separates documents (RFC 7464).
    pub(super) fn more(&mut self) -> Result<bool, Halt> {
        loop {
            match self.content.look(3) {
                [] => return Ok(!self.content.fill_buf()?.is_empty()),
                [0xef, 0xbb, 0xbf, ..] => self.content.consume(3),
                [b'\n', ..] => {
                    self.line += 1;
                    self.content.consume(1);
                }
                [b' ' | b'\t' | b'\r' | b',' | 0x1e, ..] => self.content.consume(1),
                _ => return Ok(true),
            }
        }
    }

    /// The next byte that is no blank.
    pub(super) fn peek(&mut self) -> Result<u8, Broken> {
        loop {
            let buffer = self.content.fill_buf()?;
            if buffer.is_empty() {
                return Err(Broken::Cut);
            }
            let blanks = buffer.iter().take_while(|b| b.is_ascii_whitespace()).count();
            self.line += memchr::memchr_iter(b'\n', &buffer[..blanks]).count() as u64;
            let next = buffer.get(blanks).copied();
            self.content.consume(blanks);
            if let Some(byte) = next {
                return Ok(byte);
            }
        }
    }

    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Broken> {
        if self.peek()? != byte {
            return Err(Broken::Syntax);
        }
        self.content.consume(1);
        Ok(())
    }

    /// Calls `member` at every value, with the key as it stands, in quotes.
    pub(super) fn object(&mut self, member: &mut Member<'_>) -> Result<(), Broken> {
        self.expect(b'{')?;
        let mut key = Vec::new();
        loop {
            match self.peek()? {
                b'}' => return self.expect(b'}'),
                b',' => self.expect(b',')?,
                b'"' => {
                    key.clear();
                    self.value(&mut |bytes| {
                        key.extend_from_slice(&bytes[..bytes.len().min(LONGEST_KEY.saturating_sub(key.len()))]);
                        Ok(())
                    })?;
                    self.expect(b':')?;
                    member(self, &key)?;
                }
                _ => return Err(Broken::Syntax),
            }
        }
    }

    /// Hands on one value as it stands.
    pub(super) fn value(&mut self, keep: &mut Keep<'_>) -> Result<(), Broken> {
        let mut walk = Walk { bare: !matches!(self.peek()?, b'{' | b'[' | b'"'), ..Walk::default() };
        loop {
            let buffer = self.content.fill_buf()?;
            if buffer.is_empty() {
                return Err(Broken::Cut);
            }
            let (used, done) = walk.over(buffer);
            keep(&buffer[..used])?;
            self.content.consume(used);
            if done {
                self.line += walk.lines;
                return if walk.bare && walk.length == 0 { Err(Broken::Syntax) } else { Ok(()) };
            }
        }
    }
}

/// Where in a value the reader is.
#[derive(Default)]
struct Walk {
    /// A number or a word: it ends before the next sign.
    bare: bool,
    length: usize,
    depth: usize,
    in_string: bool,
    escaped: bool,
    lines: u64,
}

impl Walk {
    /// How many bytes of the buffer belong to the value, and whether it ends with them.
    fn over(&mut self, buffer: &[u8]) -> (usize, bool) {
        if self.bare {
            let end =
                buffer.iter().position(|b| matches!(b, b',' | b']' | b'}' | b':' | b'"') || b.is_ascii_whitespace());
            let used = end.unwrap_or(buffer.len());
            self.length += used;
            return (used, end.is_some());
        }
        let mut at = 0;
        while at < buffer.len() {
            if self.escaped {
                self.escaped = false;
                at += 1;
            } else if self.in_string {
                let Some(next) = memchr2(b'"', b'\\', &buffer[at..]) else { return (buffer.len(), false) };
                at += next + 1;
                self.escaped = buffer[at - 1] == b'\\';
                self.in_string = self.escaped;
                if !self.in_string && self.depth == 0 {
                    return (at, true);
                }
            } else {
                at += 1;
                if self.sign(buffer[at - 1]) {
                    return (at, true);
                }
            }
        }
        (at, false)
    }

    /// Whether the value ends with this sign.
    fn sign(&mut self, sign: u8) -> bool {
        match sign {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            b'\n' => self.lines += 1,
            _ => {}
        }
        false
    }
}
