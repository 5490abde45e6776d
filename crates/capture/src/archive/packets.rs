//! From a captured frame to a TCP segment: link layer, IPv4 and IPv6, TCP. A frame cut by the capture gives what it has.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// What a frame held.
pub(super) enum Packet<'a> {
    Segment(Segment<'a>),
    /// QUIC, by its port.
    Quic,
    /// Any other UDP.
    Datagram,
    /// A part of an IP packet.
    Fragment,
    /// A link layer not known here.
    UnknownLink(u32),
    Other,
}

pub(super) struct Segment<'a> {
    pub from: SocketAddr,
    pub to: SocketAddr,
    pub sequence: u32,
    /// What the other side has got: the next byte that is waited for.
    pub ack: Option<u32>,
    pub syn: bool,
    /// The stream ends in an orderly way, with what was sent so far.
    pub fin: bool,
    /// The stream ends, orderly or not.
    pub end: bool,
    pub data: &'a [u8],
}

/// Link types of <https://www.tcpdump.org/linktypes.html>.
pub(super) fn segment(link: u32, frame: &[u8]) -> Packet<'_> {
    let ip = match link {
        0 | 108 => frame.get(4..),
        1 => ethernet(frame.get(12..)),
        12 | 14 | 101 | 228 | 229 => Some(frame),
        113 => ethernet(frame.get(14..)),
        276 => frame.get(20..),
        _ => return Packet::UnknownLink(link),
    };
    ip.and_then(internet).unwrap_or(Packet::Other)
}

/// At the type field: past VLAN tags to what is IP.
fn ethernet(at: Option<&[u8]>) -> Option<&[u8]> {
    let mut rest = at?;
    loop {
        let (kind, after) = (rest.get(..2)?, rest.get(2..)?);
        match kind {
            [0x81, 0x00] | [0x88, 0xa8] | [0x91, 0x00] => rest = after.get(2..)?,
            [0x08, 0x00] | [0x86, 0xdd] => return Some(after),
            _ => return None,
        }
    }
}

fn internet(packet: &[u8]) -> Option<Packet<'_>> {
    match packet.first()? >> 4 {
        4 => ipv4(packet),
        6 => ipv6(packet),
        _ => None,
    }
}

/// RFC 791 § 3.1
fn ipv4(packet: &[u8]) -> Option<Packet<'_>> {
    let header = usize::from(packet[0] & 0x0f) * 4;
    let fixed: &[u8; 20] = packet.first_chunk()?;
    let total = usize::from(u16::from_be_bytes([fixed[2], fixed[3]]));
    // a network card that cuts large packets itself leaves 0
    let end = if total == 0 { packet.len() } else { total.min(packet.len()) };
    let payload = packet.get(header.max(20)..end)?;
    if u16::from_be_bytes([fixed[6], fixed[7]]) & 0x3fff != 0 {
        return Some(Packet::Fragment);
    }
    let address = |at: usize| IpAddr::V4(Ipv4Addr::new(fixed[at], fixed[at + 1], fixed[at + 2], fixed[at + 3]));
    transport(fixed[9], address(12), address(16), payload)
}

/// RFC 8200 § 3 and 4: past the extension headers.
fn ipv6(packet: &[u8]) -> Option<Packet<'_>> {
    let fixed: &[u8; 40] = packet.first_chunk()?;
    let length = usize::from(u16::from_be_bytes([fixed[4], fixed[5]]));
    let end = if length == 0 { packet.len() } else { (40 + length).min(packet.len()) };
    let mut payload = &packet[40..end];
    let mut next = fixed[6];
    loop {
        match next {
            0 | 43 | 60 => {
                let size = (usize::from(*payload.get(1)?) + 1) * 8;
                next = payload[0];
                payload = payload.get(size..)?;
            }
            44 => return Some(Packet::Fragment),
            _ => break,
        }
    }
    let address = |at: usize| {
        let bytes: [u8; 16] = fixed[at..at + 16].try_into().expect("16 bytes");
        IpAddr::V6(Ipv6Addr::from(bytes))
    };
    transport(next, address(8), address(24), payload)
}

/// RFC 9293 § 3.1
fn transport(protocol: u8, from: IpAddr, to: IpAddr, payload: &[u8]) -> Option<Packet<'_>> {
    let ports: &[u8; 4] = payload.first_chunk()?;
    let port = |at: usize| u16::from_be_bytes([ports[at], ports[at + 1]]);
    let (from, to) = (SocketAddr::new(from, port(0)), SocketAddr::new(to, port(2)));
    if protocol == 17 && to.port() == 443 {
        return Some(Packet::Quic);
    }
    if protocol == 17 {
        return Some(Packet::Datagram);
    }
    if protocol != 6 {
        return None;
    }
    let header: &[u8; 20] = payload.first_chunk()?;
    let flags = header[13];
    Some(Packet::Segment(Segment {
        from,
        to,
        sequence: u32::from_be_bytes([header[4], header[5], header[6], header[7]]),
        ack: (flags & 16 != 0).then(|| u32::from_be_bytes([header[8], header[9], header[10], header[11]])),
        syn: flags & 2 != 0,
        fin: flags & 1 != 0,
        end: flags & 5 != 0,
        data: payload.get(usize::from(header[12] >> 4) * 4..)?,
    }))
}
