//! What people and authorities hand in.

use super::text;
use std::sync::LazyLock;

pub fn declaration(data: &[u8]) {
    let _ = declare::policy("sluss.toml", &text(data));
}

pub fn accepted(data: &[u8]) {
    let _ = declare::accepted("sluss-accepted.toml", &text(data));
}

/// A list of trackers in the syntax of ad blockers.
pub fn trackers(data: &[u8]) {
    if let Ok(list) = judge::Trackers::read("list.txt", &text(data)) {
        let _ = list.names("a.tracker.example");
    }
}

/// A Chrome DevTools Recorder export.
pub fn recorder(data: &[u8]) {
    let _ = declare::recording("j.json", &text(data));
}

pub fn placeholder(data: &[u8]) {
    let _ = (declare::placeholders(&text(data)), declare::duration(&text(data)));
}

/// What is read as facts can be assessed.
pub fn facts(data: &[u8]) {
    if let Ok(facts) = respond::facts("facts.json", &text(data)) {
        let _ = respond::assess(&facts);
    }
}

/// A vendor's configuration as it is served: every vendor looks for its switches.
pub fn settings(data: &[u8]) {
    let script = text(data);
    for vendor in judge::Vendors::builtin().all() {
        vendor.settings.iter().for_each(|setting| {
            let _ = setting.read(&script);
        });
    }
}

/// Query and body of a request to a vendor's path, of any type, packed or not.
pub fn parameters(data: &[u8]) {
    const TYPES: [&str; 4] =
        ["", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json"];
    let mut input = super::Input(data);
    let kind = TYPES[usize::from(input.byte()) % TYPES.len()];
    let length = input.byte().into();
    let query = text(input.take(length));
    let exchange = facts::Exchange {
        url: format!("https://t.example/tr?{query}"),
        headers: vec![("Content-Type".to_owned(), kind.to_owned())],
        body: Some(input.0.to_vec()),
        ..facts::Exchange::default()
    };
    let _ = judge::in_shape_of(&exchange, judge::Vendors::builtin());
}

/// RFC 3161.
pub fn stamp(data: &[u8]) {
    let _ = prove::stamp::read("t.tsr", data);
}

static BUNDLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let key = prove::SigningKey::from_bytes(&[7; 32]);
    let files = vec![("report.json".to_owned(), b"{}".to_vec())];
    prove::bundle::seal(files, &key, &prove::Meta::default()).expect("a bundle")
});

/// Any bytes as a bundle, and a bundle with bytes changed: only what holds is taken.
pub fn bundle(data: &[u8]) {
    let mut input = super::Input(data);
    let changed = input.byte() % 4 > 0;
    let mut file = if changed { BUNDLE.clone() } else { Vec::new() };
    let at = usize::from(input.word()).min(file.len());
    let end = (at + input.0.len()).min(file.len());
    file.splice(at..end, input.0.iter().copied());
    if let Ok(verdict) = prove::bundle::verify("b.zip", &file)
        && changed
    {
        assert!(!verdict.broken.is_empty() || file == *BUNDLE, "a changed bundle holds");
    }
}

pub fn checkpoint(data: &[u8]) {
    let key = prove::SigningKey::from_bytes(&[7; 32]).verifying_key();
    let note = text(data);
    assert!(prove::checkpoint::open(&note, &key).is_err());
    let _ = prove::note::open(&note, "sluss", &key);
}
