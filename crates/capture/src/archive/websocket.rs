//! WebSocket messages in what a browser sent (RFC 6455 § 5), also where each is deflated (RFC 7692).

use super::LONGEST;
use flate2::{Decompress, FlushDecompress};

const CLOSE: u8 = 8;

#[derive(Default)]
pub(crate) struct Socket {
    buffer: Vec<u8>,
    /// The message so far, of which frames are parts.
    message: Vec<u8>,
    deflated: bool,
    inflate: Option<Decompress>,
    frames: Vec<Vec<u8>>,
    ready: usize,
}

impl Socket {
    pub(super) fn kept(&self) -> usize {
        self.buffer.len() + self.message.len() + self.ready
    }

    /// Bytes of whole messages.
    pub(super) fn ready(&self) -> usize {
        self.ready
    }

    /// The messages so far; they are not given again.
    pub(crate) fn frames(&mut self) -> Vec<Vec<u8>> {
        self.ready = 0;
        std::mem::take(&mut self.frames)
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Result<(), &'static str> {
        self.buffer.extend_from_slice(bytes);
        let mut used = 0;
        while let Some(length) = self.frame(used)? {
            used += length;
        }
        self.buffer.drain(..used);
        Ok(())
    }

    /// Whether a message has begun and not ended.
    pub(super) fn is_within(&self) -> bool {
        !self.buffer.is_empty() || !self.message.is_empty()
    }

    /// What came of a message that has not ended.
    pub(crate) fn rest(&mut self) -> Vec<Vec<u8>> {
        let mut all = vec![std::mem::take(&mut self.message)];
        let buffer = std::mem::take(&mut self.buffer);
        if let Some(Head { first, length, at }) = Head::of(&buffer).ok().flatten()
            && let Some((mask, payload)) = buffer[at..].split_at_checked(4)
            && first & 0x0f < 8
        {
            let is_next = first & 0x0f == 0;
            let mut begun = if is_next { all.pop().unwrap_or_default() } else { Vec::new() };
            begun.extend(unmasked(mask, &payload[..payload.len().min(length)]));
            self.deflated = if is_next { self.deflated } else { first & 0x40 != 0 };
            all.push(if self.deflated { self.inflated(begun) } else { begun });
        } else if self.deflated {
            all = all.into_iter().map(|begun| self.inflated(begun)).collect();
        }
        all.retain(|begun| !begun.is_empty());
        all
    }

    /// The length of the frame that begins at `start`; none when it is not whole yet.
    fn frame(&mut self, start: usize) -> Result<Option<usize>, &'static str> {
        let Some(Head { first, length, at }) = Head::of(&self.buffer[start..])? else { return Ok(None) };
        if length > LONGEST.saturating_sub(self.message.len()) {
            return Err("a message is larger than 32 MiB");
        }
        let Some((mask, payload)) = self.buffer[start + at..].split_at_checked(4) else { return Ok(None) };
        let Some(payload) = payload.get(..length) else { return Ok(None) };
        let plain = unmasked(mask, payload);
        let (last, opcode) = (first & 0x80 != 0, first & 0x0f);
        if opcode < 8 {
            if opcode != 0 {
                self.message.clear();
                self.deflated = first & 0x40 != 0;
            }
            self.message.extend(plain);
            if last {
                self.whole();
            }
        } else if opcode == CLOSE {
            // The reason, after two bytes of code (section 5.5.1).
            self.frames.extend(Some(plain.skip(2).collect()).filter(|reason: &Vec<u8>| !reason.is_empty()));
        }
        Ok(Some(at + 4 + length))
    }

    fn whole(&mut self) {
        let mut message = std::mem::take(&mut self.message);
        if self.deflated {
            // the sender took off the last four bytes (RFC 7692 section 7.2.2)
            message.extend_from_slice(&[0, 0, 0xff, 0xff]);
            message = self.inflated(message);
        }
        self.ready += message.len();
        self.frames.push(message);
    }

    /// What cannot be inflated stays as it is.
    fn inflated(&mut self, message: Vec<u8>) -> Vec<u8> {
        let inflate = self.inflate.get_or_insert_with(|| Decompress::new(false));
        let (begun, mut out) = (inflate.total_in(), Vec::with_capacity(4 * message.len()));
        loop {
            let used = (inflate.total_in() - begun) as usize;
            let before = (used, out.len());
            let done = inflate.decompress_vec(&message[used..], &mut out, FlushDecompress::Sync);
            let after = ((inflate.total_in() - begun) as usize, out.len());
            match done {
                Err(_) => return message,
                Ok(_) if after.0 == message.len() && out.len() < out.capacity() => return out,
                Ok(_) if out.len() >= LONGEST || (before == after && out.len() < out.capacity()) => return out,
                Ok(_) => out.reserve(out.len().max(1024)),
            }
        }
    }
}

/// What a frame begins with, before its mask.
struct Head {
    first: u8,
    /// Of the payload.
    length: usize,
    /// Where the mask stands.
    at: usize,
}

impl Head {
    /// None where it is not whole yet.
    fn of(bytes: &[u8]) -> Result<Option<Self>, &'static str> {
        let [first, second, rest @ ..] = bytes else { return Ok(None) };
        if second & 0x80 == 0 {
            return Err("what follows the handshake is no masked frame");
        }
        let (length, extended) = match (second & 0x7f, rest) {
            (126, [a, b, ..]) => (u64::from(u16::from_be_bytes([*a, *b])), 2),
            (127, [a, b, c, d, e, f, g, h, ..]) => (u64::from_be_bytes([*a, *b, *c, *d, *e, *f, *g, *h]), 8),
            (126 | 127, _) => return Ok(None),
            (short, _) => (u64::from(short), 0),
        };
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        Ok(Some(Self { first: *first, length, at: 2 + extended }))
    }
}

fn unmasked(mask: &[u8], payload: &[u8]) -> impl Iterator<Item = u8> {
    payload.iter().zip(mask.iter().cycle()).map(|(byte, mask)| byte ^ mask)
}
