//! Codes in words: the vocabularies of reports (identifiers, roles, disguises, switches) in a person's language.

use crate::{Value, Words};
use facts::{Consent, Finding, FindingState, Part, Severity, Sighting};

/// The finding in one or two sentences: `judge-<rule>-why` with the finding's facts as arguments.
pub fn why(finding: &Finding, words: &Words) -> String {
    let why = told(finding, words, "why");
    // Without the audit it would have gone out.
    let held = finding.facts.contains_key("held");
    let why = if held { format!("{why} {}", words.say("judge-held")) } else { why };
    let kept = finding.facts.contains_key("severity_kept");
    let why = if kept { format!("{why} {}", words.say("judge-severity-kept")) } else { why };
    // What it says was so when it was found.
    if finding.not_looked_at { format!("{} {why}", words.say("judge-not-looked-at")) } else { why }
}

/// The finding in a few words: `judge-<rule>-title`.
pub fn title(finding: &Finding, words: &Words) -> String {
    told(finding, words, "title")
}

/// What to do about it: `judge-<rule>-fix`.
pub fn fix(finding: &Finding, words: &Words) -> Option<String> {
    message(finding, words, "fix")
}

/// The law behind the rule: `judge-<rule>-law`.
pub fn law(finding: &Finding, words: &Words) -> Option<String> {
    message(finding, words, "law")
}

/// Why the finding is as severe as it is: the codes in its fact `reasons`, in words.
pub fn reasons(finding: &Finding, words: &Words) -> Option<String> {
    let reasons = codes(finding.facts.get("reasons")?);
    let said: Vec<String> = reasons.map(|r| plain(&words.or("judge-reason", r))).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// A report of a newer version may hold rules this one has no words for; its own sentence is better than none.
fn told(finding: &Finding, words: &Words, what: &str) -> String {
    message(finding, words, what)
        .unwrap_or_else(|| plain(if finding.why.is_empty() { &finding.rule } else { &finding.why }))
}

fn message(finding: &Finding, words: &Words, what: &str) -> Option<String> {
    let key = format!("judge-{}-{what}", finding.rule);
    if !words.has(&key) {
        return None;
    }
    let args = arguments(finding, words);
    let args: Vec<(&str, Value<'_>)> = args.iter().map(|(k, v)| (*k, v.clone())).collect();
    Some(words.with(&key, &args))
}

/// The facts, codes in words and counts as numbers so that a message can choose its plural.
fn arguments<'a>(finding: &'a Finding, words: &Words) -> Vec<(&'a str, Value<'static>)> {
    let own = [
        ("recipient", &finding.recipient),
        ("identifier", &finding.identifier),
        ("role", &finding.role),
        ("zone", &finding.zone),
    ];
    let own = own.into_iter().filter_map(|(k, v)| v.as_deref().map(|v| (k, v)));
    let own = own.filter(|(k, _)| !finding.facts.contains_key(*k));
    let facts = finding.facts.iter().map(|(k, v)| (k.as_str(), v.as_str()));
    let said = |k: &str, v: &str| match (k, finding.facts.get("vendor")) {
        ("recipient", Some(id)) => recipient(words, id, v).into(),
        _ => argument(words, k, v),
    };
    facts.chain(own).map(|(k, v)| (k, said(k, v))).collect()
}

fn argument(words: &Words, name: &str, value: &str) -> Value<'static> {
    match value.parse::<u64>() {
        // Account numbers have many digits and are names, not counts.
        Ok(n) if value.len() < 8 && name != "account" => Value::from(n),
        _ => Value::from(plain(&in_words(words, name, value))),
    }
}

/// A fact's code in words; several codes stand with commas between.
fn in_words(words: &Words, name: &str, value: &str) -> String {
    let said: Vec<String> = match name {
        "identifier" | "identifiers" => codes(value).map(|v| identifier(words, v)).collect(),
        "role" | "roles" => codes(value).map(|v| role(words, v)).collect(),
        "consent" | "consents" => codes(value).map(|v| words.or("paper-consent", v)).collect(),
        "form" | "forms" => codes(value).map(|v| step(words, v)).collect(),
        "declared" | "served" | "observed" => vec![words.or("paper-switch", value)],
        "setting" => vec![words.or("paper-setting", value)],
        "account" if value.is_empty() => vec![words.say("paper-account-unknown")],
        "packed" => codes(value).map(|v| packing(words, v)).collect(),
        "lacks" => codes(value).map(|v| words.or("judge-lacks", v)).collect(),
        _ => return value.to_owned(),
    };
    words.list(&said)
}

fn codes(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|v| !v.is_empty())
}

/// The name people know a recipient by: in the tables most are names, and some describe.
pub fn recipient(words: &Words, id: &str, name: &str) -> String {
    let key = format!("paper-recipient-name-{id}");
    if words.has(&key) { words.say(&key) } else { plain(name) }
}

/// The id of the vendor that a person names, by its id or by its name, with or without what stands in brackets after it;
/// else what was written.
pub fn recipient_named(written: &str) -> String {
    let plain = |name: &str| name.split(" (").next().unwrap_or_default().trim().to_lowercase();
    let written = written.trim();
    let vendors = judge::Vendors::builtin();
    let by_name = || vendors.all().iter().find(|v| plain(&v.name) == plain(written));
    vendors.vendor(written).or_else(by_name).map_or_else(|| written.to_owned(), |v| v.id.clone())
}

/// A vendor of the tables as people know it; other names stay.
pub fn vendor(words: &Words, id: &str) -> String {
    judge::Vendors::builtin().vendor(id).map_or_else(|| id.to_owned(), |v| recipient(words, id, &v.name))
}

/// What a sighting is of, by [`facts::Sighting::code`]: an identifier, or what was typed into a field.
pub fn identifier(words: &Words, code: &str) -> String {
    match code.split_once(':') {
        Some((typed, field)) => words.with(&format!("paper-identifier-{typed}"), &[("field", plain(field).into())]),
        None => words.or("paper-identifier", code),
    }
}

/// Whose, in words; a role the words do not know is told by its name.
pub fn role(words: &Words, role: &str) -> String {
    match role {
        "" => words.say("paper-role-unknown"),
        known if words.has(&format!("paper-role-{known}")) => words.say(&format!("paper-role-{known}")),
        own => words.with("paper-role-own", &[("role", plain(own).into())]),
    }
}

pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "high",
        Severity::Medium => "medium",
        Severity::Low => "low",
    }
}

pub(crate) fn state(state: FindingState) -> &'static str {
    match state {
        FindingState::New => "new",
        FindingState::Known => "known",
        FindingState::Gone => "gone",
        FindingState::Changed => "changed",
    }
}

/// The visitor's answer to the consent question.
pub fn consent(words: &Words, consent: Consent) -> String {
    words.or("paper-consent", consent.word())
}

/// A journey of the audit's own by its name in words; a declaration calls its own as it likes.
pub fn journey(words: &Words, journey: &str) -> String {
    plain(&words.or("paper-journey", journey))
}

/// A journey and the answer to the consent question.
pub fn run(words: &Words, name: &str, state: Consent) -> String {
    let args = [("journey", journey(words, name).into()), ("consent", consent(words, state).into())];
    words.with("paper-run", &args)
}

/// The place in a request.
pub fn part(words: &Words, part: Part) -> String {
    words.say(match part {
        Part::UrlPath => "paper-part-url-path",
        Part::UrlQuery => "paper-part-url-query",
        Part::UrlFragment => "paper-part-url-fragment",
        Part::Header => "paper-part-header",
        Part::Cookie => "paper-part-cookie",
        Part::Referer => "paper-part-referer",
        Part::Body => "paper-part-body",
        Part::Frame => "paper-part-frame",
    })
}

/// One step from what was typed to what was sent, in words; a step without words keeps its name.
pub fn step(words: &Words, step: &str) -> String {
    if is_country(step) {
        return words.with("paper-tidy-read-in", &[("country", plain(step).into())]);
    }
    let known = ["paper-form", "paper-hash", "paper-encoding", "paper-tidy"];
    let said = known.iter().map(|key| words.or(key, step)).find(|said| said != step);
    plain(&said.unwrap_or_else(|| step.to_owned()))
}

/// What a value was packed in: a container, or an encoding of its own.
fn packing(words: &Words, code: &str) -> String {
    let layer = words.or("paper-layer", code);
    if layer == code { step(words, code) } else { layer }
}

/// A number was read as one of this country, not of the list's.
fn is_country(step: &str) -> bool {
    step.len() == 2 && step.bytes().all(|b| b.is_ascii_uppercase())
}

/// How a value was disguised: what hides it, not what only tidied it before. The encoding of a digest hides nothing.
pub fn disguise(words: &Words, sighting: &Sighting) -> String {
    let form = &sighting.form;
    match judge::disguise(sighting) {
        "reversed" => return words.say("paper-form-reversed"),
        "encoded" => {
            let how: Vec<String> = judge::encodings(sighting).into_iter().map(|e| packing(words, e)).collect();
            return words.with("paper-form-encoded", &[("how", words.list(&how).into())]);
        }
        _ => {}
    }
    let has = |key: &str, step: &str| words.has(&format!("{key}-{step}"));
    let hashed = form.iter().any(|s| has("paper-hash", s));
    let tidies = |s: &str| has("paper-tidy", s) || is_country(s) || s == "plain" || hashed && has("paper-encoding", s);
    let told: Vec<String> = form.iter().filter(|s| !tidies(s)).map(|s| step(words, s)).collect();
    if told.is_empty() { words.say("paper-form-plain") } else { told.join(", ") }
}

/// Longest piece of foreign text shown; the whole stands in capture.har.
const SHOWN: usize = 400;

/// Text from the network made fit to be shown: control characters and marks that turn the writing direction become
/// visible escapes (a URL must not look like another one), and what is very long is cut.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(SHOWN * 2));
    for (n, c) in text.chars().enumerate() {
        if n == SHOWN {
            out.push('…');
            break;
        }
        if unseen(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

/// Controls, zero-width characters and marks that turn the writing direction.
pub(crate) fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
