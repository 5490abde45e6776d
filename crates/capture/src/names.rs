//! What DNS says a host stands for: its aliases (CNAME), asked of the resolver the system uses.
//!
//! A query of a few bytes and an answer of a few more (RFC 1035): a whole resolver library would be compiled for it.

mod message;

use facts::{Alias, Gap};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio::task::JoinSet;
use tokio::time::timeout;

pub use message::parse;
use message::{Answer, query};

/// Name servers, asked one after the other.
#[derive(Debug, Clone)]
pub struct Resolver {
    servers: Vec<SocketAddr>,
    /// Longest wait for one answer.
    patience: Duration,
}

/// An alias of an alias of …: more is a loop or an attack.
const LONGEST_CHAIN: usize = 8;

impl Resolver {
    pub fn at(server: SocketAddr) -> Self {
        Self { servers: vec![server], patience: Duration::from_secs(2) }
    }

    /// The name servers of /etc/resolv.conf; the reason where there are none.
    pub fn system() -> Result<Self, String> {
        const FILE: &str = "/etc/resolv.conf";
        let text = std::fs::read_to_string(FILE).map_err(|e| format!("`{FILE}` cannot be read: {e}"))?;
        let servers = text.lines().filter_map(|l| l.trim().strip_prefix("nameserver")?.trim().parse().ok());
        let servers: Vec<SocketAddr> = servers.map(|ip: std::net::IpAddr| SocketAddr::new(ip, 53)).collect();
        if servers.is_empty() {
            return Err(format!("`{FILE}` names no name server"));
        }
        Ok(Self { servers, patience: Duration::from_secs(2) })
    }

    /// The aliases among the hosts, all asked at once. What could not be asked is a gap, one for each reason.
    pub async fn aliases(&self, hosts: &BTreeSet<String>) -> (Vec<Alias>, Vec<Gap>) {
        let mut asked = JoinSet::new();
        for host in hosts {
            let (resolver, host) = (self.clone(), host.clone());
            asked.spawn(async move { (resolver.chain(&host).await, host) });
        }
        let (mut aliases, mut silent) = (Vec::new(), BTreeMap::<String, BTreeSet<String>>::new());
        for (chain, host) in asked.join_all().await {
            match chain {
                Ok(names) if names.is_empty() => {}
                Ok(names) => aliases.push(Alias { host, names }),
                Err(why) => drop(silent.entry(why).or_default().insert(host)),
            }
        }
        aliases.sort_by(|a, b| a.host.cmp(&b.host));
        (aliases, silent.into_iter().map(|(why, hosts)| gap(&hosts, why)).collect())
    }

    /// The names the host leads to, in order; empty where it is no alias.
    async fn chain(&self, host: &str) -> Result<Vec<String>, String> {
        let mut names: Vec<String> = Vec::new();
        loop {
            let last = names.last().map_or(host, String::as_str).to_owned();
            let answer = self.ask(&last).await?;
            let before = names.len();
            let mut at = last;
            while let Some(next) = answer.aliases.get(&at).filter(|n| !names.contains(n) && names.len() < LONGEST_CHAIN)
            {
                names.push(next.clone());
                at = next.clone();
            }
            if names.len() == before || answer.addresses || names.len() == LONGEST_CHAIN {
                return Ok(names);
            }
        }
    }

    async fn ask(&self, host: &str) -> Result<Answer, String> {
        let mut why = String::new();
        // Twice: a datagram may get lost.
        for server in self.servers.iter().chain(&self.servers) {
            match timeout(self.patience, exchange(*server, host)).await {
                Ok(Ok(answer)) => return Ok(answer),
                Ok(Err(error)) => why = format!("name server {server}: {error}"),
                Err(_) => why = format!("name server {server} did not answer"),
            }
        }
        Err(why)
    }
}

/// The gap for hosts whose names could not be asked for.
pub fn gap(hosts: &BTreeSet<String>, why: String) -> Gap {
    let hosts: Vec<&str> = hosts.iter().map(String::as_str).collect();
    Gap::new(format!("names behind {} (DNS aliases)", hosts.join(", ")), why)
}

async fn exchange(server: SocketAddr, host: &str) -> Result<Answer, String> {
    let mut id = [0; 2];
    getrandom::fill(&mut id).map_err(|e| e.to_string())?;
    let id = u16::from_be_bytes(id);
    let query = query(id, host).ok_or("the name cannot be asked for")?;
    let answer = over_udp(server, &query, id).await?;
    if answer.cut {
        return over_tcp(server, &query, id).await;
    }
    Ok(answer)
}

async fn over_udp(server: SocketAddr, query: &[u8], id: u16) -> Result<Answer, String> {
    let any = if server.is_ipv4() { "0.0.0.0:0" } else { "[::]:0" };
    let socket = UdpSocket::bind(any).await.map_err(text)?;
    socket.connect(server).await.map_err(text)?;
    socket.send(query).await.map_err(text)?;
    let mut bytes = [0; 4096];
    loop {
        let n = socket.recv(&mut bytes).await.map_err(text)?;
        // Not an answer to this question: somebody else's, or forged.
        if bytes[..n].starts_with(&id.to_be_bytes()) {
            return parse(&bytes[..n]);
        }
    }
}

/// RFC 1035 section 4.2.2: two bytes of length before each message.
async fn over_tcp(server: SocketAddr, query: &[u8], id: u16) -> Result<Answer, String> {
    let mut stream = TcpStream::connect(server).await.map_err(text)?;
    let length = u16::try_from(query.len()).map_err(|e| e.to_string())?;
    stream.write_all(&[&length.to_be_bytes(), query].concat()).await.map_err(text)?;
    let length = stream.read_u16().await.map_err(text)?;
    let mut bytes = vec![0; length.into()];
    stream.read_exact(&mut bytes).await.map_err(text)?;
    if bytes.starts_with(&id.to_be_bytes()) { parse(&bytes) } else { Err("an answer to another question".into()) }
}

fn text(error: std::io::Error) -> String {
    error.to_string()
}

#[cfg(test)]
mod tests;
