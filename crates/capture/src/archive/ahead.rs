use super::Content;
use std::io::{self, BufRead, Read};

/// Bytes read in one go when somebody looks ahead.
const CHUNK: usize = 256 << 10;

/// Content that can be looked at before it is read.
pub(super) struct Ahead {
    inner: Content,
    buffer: Vec<u8>,
    at: usize,
    ended: bool,
    /// Told when the bytes before it are read.
    error: Option<io::Error>,
}

impl Ahead {
    pub(super) fn new(inner: Content) -> Self {
        Self { inner, buffer: Vec::new(), at: 0, ended: false, error: None }
    }

    /// At least so many of the next bytes, or all there are.
    pub(super) fn look(&mut self, count: usize) -> &[u8] {
        if self.buffer.len() - self.at < count && !self.ended {
            self.buffer.drain(..self.at);
            self.at = 0;
            let wanted = CHUNK.max(count) - self.buffer.len();
            match self.inner.by_ref().take(wanted as u64).read_to_end(&mut self.buffer) {
                Ok(read) => self.ended = read < wanted,
                Err(error) => {
                    self.ended = true;
                    self.error = Some(error);
                }
            }
        }
        &self.buffer[self.at..]
    }
}

impl BufRead for Ahead {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at < self.buffer.len() {
            return Ok(&self.buffer[self.at..]);
        }
        match self.error.take() {
            Some(error) => Err(error),
            None if self.ended => Ok(&[]),
            None => self.inner.fill_buf(),
        }
    }

    fn consume(&mut self, count: usize) {
        if self.at < self.buffer.len() {
            self.at += count;
        } else {
            self.inner.consume(count);
        }
    }
}

impl Read for Ahead {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let from = self.fill_buf()?;
        let count = from.len().min(to.len());
        to[..count].copy_from_slice(&from[..count]);
        self.consume(count);
        Ok(count)
    }
}
