//! From a captured frame to a TCP segment: link layer, tunnels, IPv4 and IPv6, TCP. A frame cut by the capture gives what
//! it has.

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
    /// Encrypted below TCP.
    Sealed,
    /// Of a protocol that is not read here.
    Foreign,
    /// Cut before its TCP could be read.
    Cut,
    /// What keeps a network going, and no request is in.
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

/// A packet in a packet in a packet is a tunnel; deeper is made up.
const MOST_NESTED: u8 = 8;

/// Link types of <https://www.tcpdump.org/linktypes.html>.
pub(super) fn segment(link: u32, frame: &[u8]) -> Packet<'_> {
    let packet = match link {
        0 | 108 => frame.get(4..).and_then(|ip| internet(ip, 0)),
        1 => ethernet(frame, 0),
        12 | 14 | 101 | 228 | 229 => internet(frame, 0),
        113 => frame.get(14..).and_then(|at| typed(at, 0)),
        276 => frame.first_chunk().and_then(|kind| of_type(*kind, frame.get(20..)?, 0)),
        _ => return Packet::UnknownLink(link),
    };
    packet.unwrap_or(Packet::Cut)
}

fn ethernet(frame: &[u8], deep: u8) -> Option<Packet<'_>> {
    typed(frame.get(12..)?, deep)
}

/// From the type field on.
fn typed(at: &[u8], deep: u8) -> Option<Packet<'_>> {
    of_type(*at.first_chunk()?, at.get(2..)?, deep)
}

/// Past tags and tunnels to what is IP, by the type of Ethernet (<https://www.iana.org/assignments/ieee-802-numbers>).
fn of_type(kind: [u8; 2], rest: &[u8], deep: u8) -> Option<Packet<'_>> {
    if deep == MOST_NESTED {
        return Some(Packet::Foreign);
    }
    let deep = deep + 1;
    match u16::from_be_bytes(kind) {
        0x0800 | 0x86dd => internet(rest, deep),
        // VLAN tags
        0x8100 | 0x88a8 | 0x9100 => typed(rest.get(2..)?, deep),
        0x8847 | 0x8848 => labelled(rest, deep),
        // PPPoE (RFC 2516): a session, and the protocol of PPP
        0x8864 => match rest.get(6..8)? {
            [0x00, 0x21 | 0x57] => internet(rest.get(8..)?, deep),
            _ => Some(Packet::Other),
        },
        // MACsec
        0x88e5 => Some(Packet::Sealed),
        // a length: of what stands behind it only SNAP without an organisation of its own has a type
        ..0x0600 => match rest.get(..6)? {
            [0xaa, 0xaa, 3, 0, 0, 0] => typed(rest.get(6..)?, deep),
            _ => Some(Packet::Other),
        },
        // addresses, neighbours, keys, loops, links, clocks, the search for a PPPoE server
        0x0806 | 0x8035 | 0x88cc | 0x888e | 0x9000 | 0x8809 | 0x88f7 | 0x8863 => Some(Packet::Other),
        _ => Some(Packet::Foreign),
    }
}

/// MPLS (RFC 3032): labels to the last one, then IP, or Ethernet behind a control word (RFC 4448).
fn labelled(mut rest: &[u8], deep: u8) -> Option<Packet<'_>> {
    loop {
        let label: &[u8; 4] = rest.first_chunk()?;
        rest = &rest[4..];
        if label[2] & 1 == 1 {
            break;
        }
    }
    match rest.first()? >> 4 {
        0 => of_type(*rest.get(16..)?.first_chunk()?, rest.get(18..)?, deep),
        _ => internet(rest, deep),
    }
}

fn internet(packet: &[u8], deep: u8) -> Option<Packet<'_>> {
    match packet.first()? >> 4 {
        _ if deep == MOST_NESTED => Some(Packet::Foreign),
        4 => ipv4(packet, deep + 1),
        6 => ipv6(packet, deep + 1),
        _ => Some(Packet::Foreign),
    }
}

/// RFC 791 § 3.1
fn ipv4(packet: &[u8], deep: u8) -> Option<Packet<'_>> {
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
    transport(fixed[9], (address(12), address(16)), payload, deep)
}

/// RFC 8200 § 3 and 4: past the extension headers.
fn ipv6(packet: &[u8], deep: u8) -> Option<Packet<'_>> {
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
            AUTHENTICATED => (next, payload) = authenticated(payload)?,
            _ => break,
        }
    }
    let address = |at: usize| {
        let bytes: [u8; 16] = fixed[at..at + 16].try_into().expect("16 bytes");
        IpAddr::V6(Ipv6Addr::from(bytes))
    };
    transport(next, (address(8), address(24)), payload, deep)
}

/// A header that only vouches for what stands behind it (RFC 4302).
const AUTHENTICATED: u8 = 51;

fn authenticated(payload: &[u8]) -> Option<(u8, &[u8])> {
    Some((*payload.first()?, payload.get((usize::from(*payload.get(1)?) + 2) * 4..)?))
}

/// By the number of the protocol (<https://www.iana.org/assignments/protocol-numbers>).
fn transport(protocol: u8, ends: (IpAddr, IpAddr), payload: &[u8], deep: u8) -> Option<Packet<'_>> {
    match protocol {
        6 => tcp(ends, payload),
        17 => udp(payload, deep),
        4 | 41 => internet(payload, deep),
        47 => gre(payload, deep),
        50 => Some(Packet::Sealed),
        AUTHENTICATED if deep < MOST_NESTED => {
            let (next, rest) = authenticated(payload)?;
            transport(next, ends, rest, deep + 1)
        }
        // ICMP, groups, routes, nothing
        1 | 2 | 46 | 58 | 59 | 88 | 89 | 103 | 112 => Some(Packet::Other),
        _ => Some(Packet::Foreign),
    }
}

fn udp(payload: &[u8], deep: u8) -> Option<Packet<'_>> {
    let header: &[u8; 8] = payload.first_chunk()?;
    match u16::from_be_bytes([header[2], header[3]]) {
        443 => Some(Packet::Quic),
        // VXLAN (RFC 7348), as clouds mirror traffic
        4789 if payload.get(8) == Some(&8) => ethernet(payload.get(16..)?, deep),
        _ => Some(Packet::Datagram),
    }
}

/// RFC 2784 and 2890: a checksum, a key and a number may stand before what is sent. A switch that mirrors has a header
/// of its own there (ERSPAN, draft-foschiano-erspan-03).
fn gre(payload: &[u8], deep: u8) -> Option<Packet<'_>> {
    let header: &[u8; 4] = payload.first_chunk()?;
    let [has_sum, has_key, has_number] = [0x80, 0x20, 0x10].map(|flag| header[0] & flag != 0);
    if header[1] & 7 != 0 {
        return Some(Packet::Foreign);
    }
    let rest = payload.get(4 + [has_sum, has_key, has_number].iter().filter(|has| **has).count() * 4..)?;
    match [header[2], header[3]] {
        [0x65, 0x58] => ethernet(rest, deep),
        [0x88, 0xbe] => ethernet(rest.get(if has_number { 8 } else { 0 }..)?, deep),
        [0x22, 0xeb] => ethernet(rest.get(if rest.get(11)? & 1 == 1 { 20 } else { 12 }..)?, deep),
        kind => of_type(kind, rest, deep),
    }
}

/// RFC 9293 § 3.1
fn tcp((from, to): (IpAddr, IpAddr), payload: &[u8]) -> Option<Packet<'_>> {
    let header: &[u8; 20] = payload.first_chunk()?;
    let port = |at: usize| u16::from_be_bytes([header[at], header[at + 1]]);
    let flags = header[13];
    Some(Packet::Segment(Segment {
        from: SocketAddr::new(from, port(0)),
        to: SocketAddr::new(to, port(2)),
        sequence: u32::from_be_bytes([header[4], header[5], header[6], header[7]]),
        ack: (flags & 16 != 0).then(|| u32::from_be_bytes([header[8], header[9], header[10], header[11]])),
        syn: flags & 2 != 0,
        fin: flags & 1 != 0,
        end: flags & 5 != 0,
        data: payload.get(usize::from(header[12] >> 4) * 4..)?,
    }))
}
