//! DNS messages, as far as aliases need them (RFC 1035 section 4).

use std::collections::BTreeMap;

/// What an answer says of aliases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// From a name to what it is an alias of; lower case, without the final dot.
    pub aliases: BTreeMap<String, String>,
    /// Whether an address came along: the chain is followed to its end.
    pub addresses: bool,
    /// It did not fit: ask again over TCP.
    pub cut: bool,
}

const A: u16 = 1;
const CNAME: u16 = 5;
const AAAA: u16 = 28;
const INTERNET: u16 = 1;

/// A question for the addresses of a host: the answer holds the aliases on the way. None for what is no host name.
pub fn query(id: u16, host: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(host.len() + 18);
    out.extend(id.to_be_bytes());
    // Recursion desired; one question.
    out.extend([1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    for label in host.trim_end_matches('.').split('.') {
        let length = u8::try_from(label.len()).ok().filter(|n| (1..64).contains(n))?;
        out.push(length);
        out.extend(label.bytes());
    }
    out.push(0);
    out.extend(A.to_be_bytes());
    out.extend(INTERNET.to_be_bytes());
    (host.len() < 254).then_some(out)
}

/// Reads an answer; the reason where it is none, or says that the name cannot be told.
pub fn parse(bytes: &[u8]) -> Result<Answer, String> {
    let broken = || "an answer that is no DNS message".to_owned();
    let flags = number(bytes, 2).ok_or_else(broken)?;
    if flags & 0x8000 == 0 {
        return Err(broken());
    }
    match flags & 0xf {
        0 => {}
        2 => return Err("answered with a failure (SERVFAIL)".into()),
        3 => return Err("knows no such name (NXDOMAIN)".into()),
        5 => return Err("refused to answer (REFUSED)".into()),
        code => return Err(format!("answered with code {code}")),
    }
    if flags & 0x200 != 0 {
        return Ok(Answer { cut: true, ..Answer::default() });
    }
    records(bytes).ok_or_else(broken)
}

fn records(bytes: &[u8]) -> Option<Answer> {
    let mut at = 12;
    for _ in 0..number(bytes, 4)? {
        at = name(bytes, at)?.1 + 4;
    }
    let mut answer = Answer::default();
    for _ in 0..number(bytes, 6)? {
        let (owner, next) = name(bytes, at)?;
        let (kind, length) = (number(bytes, next)?, usize::from(number(bytes, next + 8)?));
        let data = next + 10;
        if kind == CNAME {
            answer.aliases.insert(owner, name(bytes, data)?.0);
        }
        answer.addresses |= kind == A || kind == AAAA;
        at = data.checked_add(length).filter(|end| *end <= bytes.len())?;
    }
    Some(answer)
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

/// The name at a place, and where what follows it begins. Pointers (section 4.1.4) may only lead backwards.
fn name(bytes: &[u8], start: usize) -> Option<(String, usize)> {
    let (mut at, mut after, mut labels) = (start, None, Vec::new());
    let mut lowest = start;
    loop {
        match *bytes.get(at)? {
            0 => break,
            length @ 1..64 => {
                let label = bytes.get(at + 1..at + 1 + usize::from(length))?;
                labels.push(String::from_utf8_lossy(label).to_ascii_lowercase());
                at += 1 + usize::from(length);
            }
            0xc0.. => {
                let to = usize::from(number(bytes, at)? & 0x3fff);
                after.get_or_insert(at + 2);
                if to >= lowest {
                    return None;
                }
                (at, lowest) = (to, to);
            }
            _ => return None,
        }
    }
    Some((labels.join("."), after.unwrap_or(at + 1)))
}
