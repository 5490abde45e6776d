//! Packet captures: pcap (<https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html>) and pcapng
//! (<https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html>). Clear-text HTTP/1.x requests and the WebSocket
//! frames sent; what is encrypted, lost or of another protocol is told as a gap.

use super::packets::{self, Packet};
use super::pieces::Pieces;
use super::streams::Streams;
use super::{Content, Halt, Out, broken};
use jiff::Timestamp;
use std::io::{BufRead, Read};

/// No packet is longer; a length beyond it is damage.
const LONGEST_PACKET: usize = 16 << 20;

pub(super) fn read(content: Content, out: &mut Out<'_>) -> Result<(), Halt> {
    let mut streams = Streams::new();
    let mut file = File { content, big_endian: false, read: 0 };
    let mut foreign = Pieces::new("foreign-".to_owned());
    let ended = file.packets(&mut |link, at, bytes| {
        let packet = packets::segment(link, bytes);
        if let Packet::UnknownLink(_) = packet {
            foreign.feed(bytes, out)?;
            foreign.feed(b"\n", out)?;
        }
        streams.packet(packet, at, out)
    });
    foreign.end(out)?;
    streams.end(out)?;
    match ended {
        Ok(()) => Ok(()),
        Err(Damage::Halt(Halt::Io(error))) => out.unreadable(None, broken(&error)),
        Err(Damage::Halt(halt)) => Err(halt),
        Err(Damage::Cut) => {
            out.unreadable(None, format!("the capture ends in the middle of a packet, at byte {}", file.read))
        }
        Err(Damage::Wrong(what)) => {
            out.unreadable(None, format!("{what} at byte {}; packets beyond were not read", file.read))
        }
    }
}

enum Damage {
    Halt(Halt),
    Cut,
    Wrong(&'static str),
}

impl From<Halt> for Damage {
    fn from(halt: Halt) -> Self {
        Self::Halt(halt)
    }
}

/// Takes link type, time and bytes.
type OnPacket<'a> = dyn FnMut(u32, Option<Timestamp>, &[u8]) -> Result<(), Halt> + 'a;

struct File {
    content: Content,
    big_endian: bool,
    /// Bytes read so far.
    read: u64,
}

/// An interface of a pcapng section: link type, and units of its clock in a second.
struct Interface {
    link: u32,
    per_second: u64,
}

impl File {
    fn packets(&mut self, on: &mut OnPacket<'_>) -> Result<(), Damage> {
        let mut magic = [0; 4];
        self.exact(&mut magic)?;
        match magic {
            [0x0a, 0x0d, 0x0d, 0x0a] => self.pcapng(on),
            [0xa1, 0xb2, third, _] => self.pcap(true, third == 0x3c, on),
            [_, third, 0xb2, 0xa1] => self.pcap(false, third == 0x3c, on),
            _ => Err(Damage::Wrong("no packet capture")),
        }
    }

    fn exact(&mut self, buffer: &mut [u8]) -> Result<(), Damage> {
        match self.content.read_exact(buffer) {
            Ok(()) => {
                self.read += buffer.len() as u64;
                Ok(())
            }
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof && error.get_ref().is_none() => {
                Err(Damage::Cut)
            }
            Err(error) => Err(Damage::Halt(Halt::Io(error))),
        }
    }

    fn at_end(&mut self) -> Result<bool, Damage> {
        self.content.fill_buf().map(<[u8]>::is_empty).map_err(|e| Damage::Halt(Halt::Io(e)))
    }

    fn u16(&self, bytes: &[u8]) -> u16 {
        let pair = [bytes[0], bytes[1]];
        if self.big_endian { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    }

    fn u32(&self, bytes: &[u8]) -> u32 {
        let four = [bytes[0], bytes[1], bytes[2], bytes[3]];
        if self.big_endian { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
    }

    fn pcap(&mut self, big_endian: bool, nanoseconds: bool, on: &mut OnPacket<'_>) -> Result<(), Damage> {
        self.big_endian = big_endian;
        let mut header = [0; 20];
        self.exact(&mut header)?;
        // the upper bits tell of a frame check sequence
        let link = self.u32(&header[16..]) & 0x0fff_ffff;
        let per_second = if nanoseconds { 1_000_000_000 } else { 1_000_000 };
        let mut packet = Vec::new();
        while !self.at_end()? {
            let mut record = [0; 16];
            self.exact(&mut record)?;
            let at = time(u64::from(self.u32(&record)) * per_second + u64::from(self.u32(&record[4..])), per_second);
            self.body(self.u32(&record[8..]) as usize, &mut packet)?;
            on(link, at, &packet)?;
        }
        Ok(())
    }

    fn body(&mut self, length: usize, buffer: &mut Vec<u8>) -> Result<(), Damage> {
        if length > LONGEST_PACKET {
            return Err(Damage::Wrong("a packet of an impossible length"));
        }
        buffer.resize(length, 0);
        self.exact(buffer)
    }

    /// Blocks of type, length, body, length again; the first type is read already.
    fn pcapng(&mut self, on: &mut OnPacket<'_>) -> Result<(), Damage> {
        let mut interfaces = Vec::new();
        let mut body = Vec::new();
        let mut kind = SECTION;
        loop {
            let mut length = [0; 4];
            self.exact(&mut length)?;
            let section = kind == SECTION;
            if section {
                let mut order = [0; 4];
                self.exact(&mut order)?;
                self.big_endian = order == [0x1a, 0x2b, 0x3c, 0x4d];
                if !self.big_endian && order != [0x4d, 0x3c, 0x2b, 0x1a] {
                    return Err(Damage::Wrong("a pcapng section without byte order"));
                }
                interfaces.clear();
            }
            let before = if section { 12 } else { 8 };
            let length = (self.u32(&length) as usize).next_multiple_of(4);
            let rest = length.checked_sub(before + 4).ok_or(Damage::Wrong("a pcapng block of an impossible length"))?;
            self.body(rest, &mut body)?;
            self.exact(&mut [0; 4])?;
            self.block(kind, &body, &mut interfaces, on)?;
            if self.at_end()? {
                return Ok(());
            }
            let mut next = [0; 4];
            self.exact(&mut next)?;
            kind = if next == [0x0a, 0x0d, 0x0d, 0x0a] { SECTION } else { self.u32(&next) };
        }
    }

    fn block(
        &self,
        kind: u32,
        body: &[u8],
        interfaces: &mut Vec<Interface>,
        on: &mut OnPacket<'_>,
    ) -> Result<(), Damage> {
        match kind {
            INTERFACE if body.len() >= 8 => {
                interfaces.push(Interface { link: self.u16(body).into(), per_second: self.per_second(&body[8..]) });
            }
            ENHANCED if body.len() >= 20 => {
                let Some(interface) = interfaces.get(self.u32(body) as usize) else { return Ok(()) };
                let units = u64::from(self.u32(&body[4..])) << 32 | u64::from(self.u32(&body[8..]));
                let data = &body[20..];
                let captured = (self.u32(&body[12..]) as usize).min(data.len());
                on(interface.link, time(units, interface.per_second), &data[..captured])?;
            }
            SIMPLE if body.len() >= 4 => {
                let Some(interface) = interfaces.first() else { return Ok(()) };
                let data = &body[4..];
                on(interface.link, None, &data[..(self.u32(body) as usize).min(data.len())])?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Option 9, `if_tsresol`: a negative power of ten, or of two with the highest bit set. Microseconds without it.
    fn per_second(&self, mut options: &[u8]) -> u64 {
        while options.len() >= 4 {
            let (code, length) = (self.u16(options), usize::from(self.u16(&options[2..])));
            if code == 9 && length == 1 && options.len() > 4 {
                let exponent = u32::from(options[4] & 0x7f);
                let base: u64 = if options[4] & 0x80 == 0 { 10 } else { 2 };
                return base.checked_pow(exponent).unwrap_or(u64::MAX);
            }
            options = options.get(4 + length.next_multiple_of(4)..).unwrap_or_default();
        }
        1_000_000
    }
}

const SECTION: u32 = 0x0a0d_0d0a;
const INTERFACE: u32 = 1;
const SIMPLE: u32 = 3;
const ENHANCED: u32 = 6;

fn time(units: u64, per_second: u64) -> Option<Timestamp> {
    let nanoseconds = u128::from(units % per_second) * 1_000_000_000 / u128::from(per_second);
    Timestamp::new((units / per_second).try_into().ok()?, nanoseconds.try_into().ok()?).ok()
}
