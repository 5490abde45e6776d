//! Against a small name server on loopback.

use super::*;
use proptest::prelude::*;

/// A name server that knows these aliases, over UDP and TCP; over UDP it says that `cut.…` does not fit.
async fn server(aliases: &'static [(&'static str, &'static str)]) -> SocketAddr {
    // A port that is free for one may be taken for the other.
    let (udp, at, tcp) = loop {
        let udp = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let at = udp.local_addr().unwrap();
        if let Ok(tcp) = tokio::net::TcpListener::bind(at).await {
            break (udp, at, tcp);
        }
    };
    tokio::spawn(async move {
        let mut bytes = [0; 512];
        while let Ok((n, from)) = udp.recv_from(&mut bytes).await {
            if let Some(reply) = reply(&bytes[..n], aliases, true) {
                let _ = udp.send_to(&reply, from).await;
            }
        }
    });
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = tcp.accept().await {
            let Ok(length) = stream.read_u16().await else { continue };
            let mut bytes = vec![0; length.into()];
            stream.read_exact(&mut bytes).await.unwrap();
            let reply = reply(&bytes, aliases, false).unwrap();
            stream.write_all(&[&(reply.len() as u16).to_be_bytes(), &reply[..]].concat()).await.unwrap();
        }
    });
    at
}

/// None: stays silent.
fn reply(question: &[u8], aliases: &[(&str, &str)], udp: bool) -> Option<Vec<u8>> {
    let labels = labels(&question[12..]);
    let host = labels.join(".");
    if host.starts_with("silent.") {
        return None;
    }
    let mut out = question.to_vec();
    out[2] |= 0x80;
    if host.starts_with("gone.") {
        out[3] |= 3;
    } else if host.starts_with("cut.") && udp {
        out[2] |= 2;
    } else if let Some((_, target)) = aliases.iter().find(|(name, _)| *name == host) {
        out[7] = 1;
        // The owner as a pointer to the question.
        out.extend([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 9]);
        let name: Vec<u8> =
            target.split('.').flat_map(|l| [&[l.len() as u8], l.as_bytes()].concat()).chain([0]).collect();
        out.extend((name.len() as u16).to_be_bytes());
        out.extend(name);
    }
    Some(out)
}

fn labels(mut bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    while bytes[0] != 0 {
        let end = 1 + usize::from(bytes[0]);
        found.push(String::from_utf8_lossy(&bytes[1..end]).into_owned());
        bytes = &bytes[end..];
    }
    found
}

fn hosts(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|n| (*n).to_owned()).collect()
}

#[tokio::test]
async fn a_chain_is_followed_to_its_end() {
    let at = server(&[
        ("m.example.se", "EDGE.example.com"),
        ("edge.example.com", "t.tracker.example"),
        ("cut.example.se", "t.tracker.example"),
    ])
    .await;
    let (aliases, gaps) = Resolver::at(at).aliases(&hosts(&["m.example.se", "www.example.se", "cut.example.se"])).await;
    let found: Vec<(&str, Vec<&str>)> =
        aliases.iter().map(|a| (a.host.as_str(), a.names.iter().map(String::as_str).collect())).collect();
    assert_eq!(
        found,
        [
            ("cut.example.se", vec!["t.tracker.example"]),
            ("m.example.se", vec!["edge.example.com", "t.tracker.example"])
        ]
    );
    assert_eq!(gaps, []);
}

#[tokio::test]
async fn what_cannot_be_told_is_a_gap_with_its_reason() {
    let mut resolver =
        Resolver::at(server(&[("a.example.se", "b.example.se"), ("b.example.se", "a.example.se")]).await);
    resolver.patience = Duration::from_millis(200);
    let (aliases, gaps) = resolver.aliases(&hosts(&["gone.example.se", "silent.example.se", "a.example.se"])).await;
    assert_eq!(aliases[0].names, ["b.example.se", "a.example.se"], "a loop ends");
    let told: Vec<&str> = gaps.iter().map(|g| g.what.as_str()).collect();
    assert_eq!(told.len(), 2, "{gaps:?}");
    assert!(gaps.iter().any(|g| g.what.contains("gone.") && g.why.contains("NXDOMAIN")), "{gaps:?}");
    assert!(gaps.iter().any(|g| g.what.contains("silent.") && g.why.contains("did not answer")), "{gaps:?}");
}

#[tokio::test]
async fn nobody_there_is_a_gap_too() {
    let free = UdpSocket::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let (aliases, gaps) = Resolver::at(free).aliases(&hosts(&["a.example.se", "b.example.se"])).await;
    assert_eq!((aliases.len(), gaps.len()), (0, 1), "one gap for one reason: {gaps:?}");
    assert!(gaps[0].what.contains("a.example.se, b.example.se"));
}

#[test]
fn a_pointer_that_leads_forward_or_round_is_refused() {
    let mut bytes = query(7, "a.example").unwrap();
    bytes[2] |= 0x80;
    bytes[7] = 1;
    let at = bytes.len() as u8;
    for pointer in [at, at + 2, 255] {
        let mut bad = bytes.clone();
        bad.extend([0xc0, pointer, 0, 5, 0, 1, 0, 0, 0, 9, 0, 2, 0xc0, pointer]);
        assert!(parse(&bad).is_err(), "{pointer}");
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        let _ = parse(&bytes);
        let mut answer = query(7, "a.example").unwrap();
        answer[2] |= 0x80;
        answer[7] = 9;
        answer.extend(&bytes);
        let _ = parse(&answer);
    }
}
