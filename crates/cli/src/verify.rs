use crate::Outcome;
use crate::args::VerifyArgs;
use crate::screen::{Screen, data_format};
use crate::values::DataFormat;
use flows::Trouble;
use flows::verify::Verdict;

pub async fn run(args: &VerifyArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let verdict = flows::verify::run(&args.file).await?;
    if data_format(args.format) == DataFormat::Json {
        println!("{}", serde_json::to_string_pretty(&verdict).expect("a verdict is plain data"));
    }
    for broken in &verdict.broken {
        let why = screen.or_else(&format!("paper-broken-{}", broken.code), &broken.why);
        screen.say("cli-verify-broken", &[("what", broken.what.clone()), ("why", why)]);
    }
    // What the stamp lacks is said with the stamp.
    for note in verdict.notes.iter().filter(|note| note.code != "stamp-unchecked") {
        let why = screen.or_else(&format!("paper-broken-{}", note.code), &note.why);
        screen.say("cli-verify-note", &[("what", note.what.clone()), ("why", why)]);
    }
    made(&verdict, screen);
    if let Some(stamp) = &verdict.stamp {
        screen.say("cli-verify-stamp", &[("at", stamp.at.to_string())]);
        match &stamp.authority {
            Some(a) => {
                let up_to = a.chain.last().unwrap_or(&a.name).clone();
                screen.say("cli-verify-stamp-by", &[("by", a.name.clone()), ("root", up_to)]);
            }
            None => screen.say("cli-verify-stamp-unchecked", &[]),
        }
    }
    // An address without its user and password.
    let file = args.file.display().to_string();
    let file = file.rsplit_once('@').filter(|_| file.contains("://")).map_or(file.clone(), |(_, host)| host.to_owned());
    screen.say(if verdict.ok { "cli-verify-ok" } else { "cli-verify-bad" }, &[("file", file)]);
    Ok(if verdict.ok { Outcome::Clean } else { Outcome::Found })
}

/// What was looked at: of what it is evidence, when it was made, whose key, how much.
fn made(verdict: &Verdict, screen: &Screen) {
    if let (Some(of), Some(at)) = (&verdict.of, verdict.created) {
        let at = at.strftime("%Y-%m-%d %H:%M UTC").to_string();
        screen.say("cli-verify-made", &[("of", evidence(of, screen)), ("at", at)]);
    }
    if let Some(signer) = &verdict.signer {
        screen.say("cli-verify-key", &[("fingerprint", signer.fingerprint.to_string())]);
    }
    let counts = [("links", verdict.links), ("contents", verdict.contents), ("destroyed", verdict.destroyed)];
    if counts.iter().any(|(_, n)| *n > 0) {
        screen.say("cli-verify-counts", &counts.map(|(name, n)| (name, n.to_string())));
    }
}

/// What a bundle says it is evidence of, in the reader's language where we wrote it.
fn evidence(of: &str, screen: &Screen) -> String {
    let kinds = [("case ", "cli-verify-of-case"), ("audit of ", "cli-verify-of-audit")];
    let named =
        kinds.iter().find_map(|(kind, key)| Some(screen.text(key, &[("name", of.strip_prefix(kind)?.to_owned())])));
    named.unwrap_or_else(|| if of == "register" { screen.word("cli-verify-of-register") } else { of.to_owned() })
}
