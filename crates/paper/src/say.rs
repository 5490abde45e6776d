//! Codes in words: the vocabularies of reports (identifiers, roles, disguises, switches) in a person's language.

use crate::{Value, Words};
use facts::{Consent, Finding, FindingState, Part, Severity};

/// The finding in one or two sentences: `judge-<rule>-why` with the finding's facts as arguments.
pub fn why(finding: &Finding, words: &Words) -> String {
    told(finding, words, "why")
}

/// The finding in a few words: `judge-<rule>-title`.
pub fn title(finding: &Finding, words: &Words) -> String {
    told(finding, words, "title")
}

fn told(finding: &Finding, words: &Words, what: &str) -> String {
    let key = format!("judge-{}-{what}", finding.rule);
    if !words.has(&key) {
        // A report of a newer version may hold rules this one has no words for; its own sentence is better than none.
        return if finding.why.is_empty() { finding.rule.clone() } else { finding.why.clone() };
    }
    let args = arguments(finding, words);
    let args: Vec<(&str, Value<'_>)> = args.iter().map(|(k, v)| (*k, v.clone())).collect();
    words.with(&key, &args)
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
    facts.chain(own).map(|(k, v)| (k, argument(words, k, v))).collect()
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
        "identifier" | "identifiers" => codes(value).map(|v| words.or("paper-identifier", v)).collect(),
        "role" | "roles" => codes(value).map(|v| role(words, v)).collect(),
        "consent" | "consents" => codes(value).map(|v| words.or("paper-consent", v)).collect(),
        "form" | "forms" => codes(value).map(|v| step(words, v)).collect(),
        "declared" | "served" | "observed" => vec![words.or("paper-switch", value)],
        "setting" => vec![words.or("paper-setting", value)],
        _ => return value.to_owned(),
    };
    words.list(&said)
}

fn codes(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|v| !v.is_empty())
}

pub(crate) fn role(words: &Words, role: &str) -> String {
    if role.is_empty() { words.say("paper-role-unknown") } else { words.or("paper-role", role) }
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

pub(crate) fn consent(words: &Words, consent: Consent) -> String {
    words.or("paper-consent", consent.word())
}

pub(crate) fn part(words: &Words, part: Part) -> String {
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
pub(crate) fn step(words: &Words, step: &str) -> String {
    let known = ["paper-form", "paper-hash", "paper-encoding", "paper-tidy"];
    let said = known.iter().map(|key| words.or(key, step)).find(|said| said != step);
    plain(&said.unwrap_or_else(|| step.to_owned()))
}

/// How a value was disguised: what hides it, not what only tidied it before. The encoding of a digest hides nothing.
pub(crate) fn disguise(words: &Words, form: &[String]) -> String {
    let has = |key: &str, step: &str| words.has(&format!("{key}-{step}"));
    let hashed = form.iter().any(|s| has("paper-hash", s));
    let hides = |s: &&String| !has("paper-tidy", s) && *s != "plain" && !(hashed && has("paper-encoding", s));
    let told: Vec<String> = form.iter().filter(hides).map(|s| step(words, s)).collect();
    if told.is_empty() { words.say("paper-form-plain") } else { told.join(", ") }
}

/// Longest piece of foreign text shown; the whole stands in capture.har.
const SHOWN: usize = 400;

/// Text from the network made fit to be shown: control characters and marks that turn the writing direction become
/// visible escapes (a URL must not look like another one), and what is very long is cut.
pub(crate) fn plain(text: &str) -> String {
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

fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{61c}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
