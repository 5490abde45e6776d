use crate::Outcome;
use crate::args::VerifyArgs;
use crate::screen::{Screen, data_format};
use crate::values::DataFormat;
use flows::Trouble;
use flows::verify::{Broken, Verdict};

pub async fn run(args: &VerifyArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let verdict = flows::verify::run(&args.file, args.since.as_deref()).await?;
    let lines = lines(&verdict, args, screen);
    match data_format(args.format) {
        DataFormat::Human => lines.iter().for_each(|line| screen.line(line)),
        DataFormat::Json => {
            screen.json(&verdict);
            lines.iter().for_each(|line| screen.note(line));
        }
    }
    Ok(if verdict.ok { Outcome::Clean } else { Outcome::Found })
}

fn lines(verdict: &Verdict, args: &VerifyArgs, screen: &Screen) -> Vec<String> {
    let named = |key: &str, broken: &Broken| {
        let why = screen.or_else(&format!("paper-broken-{}", broken.code), &broken.why);
        screen.text(key, &[("what", broken.what.clone()), ("why", why)])
    };
    let mut lines: Vec<String> = verdict.broken.iter().map(|broken| named("cli-verify-broken", broken)).collect();
    // What the stamp lacks is said with the stamp.
    let notes = verdict.notes.iter().filter(|note| note.code != "stamp-unchecked");
    lines.extend(notes.map(|note| named("cli-verify-note", note)));
    lines.extend(made(verdict, screen));
    lines.extend(stamped(verdict, screen));
    if let Some(links) = verdict.since.filter(|_| verdict.broken.iter().all(|broken| broken.code != "since")) {
        lines.push(screen.text("cli-verify-since", &[("links", links.to_string())]));
    }
    // An address without its user and password.
    let file = args.file.display().to_string();
    let file = file.rsplit_once('@').filter(|_| file.contains("://")).map_or(file.clone(), |(_, host)| host.to_owned());
    lines.push(screen.text(if verdict.ok { "cli-verify-ok" } else { "cli-verify-bad" }, &[("file", file)]));
    lines
}

fn stamped(verdict: &Verdict, screen: &Screen) -> Vec<String> {
    let Some(stamp) = &verdict.stamp else { return Vec::new() };
    let by = match &stamp.authority {
        Some(a) => {
            let up_to = a.chain.last().unwrap_or(&a.name).clone();
            screen.text("cli-verify-stamp-by", &[("by", a.name.clone()), ("root", up_to)])
        }
        None => screen.word("cli-verify-stamp-unchecked"),
    };
    vec![screen.text("cli-verify-stamp", &[("at", stamp.at.to_string())]), by]
}

/// What was looked at: of what it is evidence, when it was made, whose key, how much.
fn made(verdict: &Verdict, screen: &Screen) -> Vec<String> {
    let mut lines = Vec::new();
    if let (Some(of), Some(at)) = (&verdict.of, verdict.created) {
        let at = at.strftime("%Y-%m-%d %H:%M UTC").to_string();
        lines.push(screen.text("cli-verify-made", &[("of", evidence(of, screen)), ("at", at)]));
    }
    if let Some(signer) = &verdict.signer {
        lines.push(screen.text("cli-verify-key", &[("fingerprint", signer.fingerprint.to_string())]));
    }
    let counts = [("links", verdict.links), ("contents", verdict.contents), ("destroyed", verdict.destroyed)];
    if counts.iter().any(|(_, n)| *n > 0) {
        lines.push(screen.text("cli-verify-counts", &counts.map(|(name, n)| (name, n.to_string()))));
    }
    lines
}

/// What a bundle says it is evidence of, in the reader's language where we wrote it.
fn evidence(of: &str, screen: &Screen) -> String {
    let kinds = [("case ", "cli-verify-of-case"), ("audit of ", "cli-verify-of-audit")];
    let named =
        kinds.iter().find_map(|(kind, key)| Some(screen.text(key, &[("name", of.strip_prefix(kind)?.to_owned())])));
    named.unwrap_or_else(|| if of == "register" { screen.word("cli-verify-of-register") } else { of.to_owned() })
}
