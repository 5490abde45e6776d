use crate::Outcome;
use crate::args::VerifyArgs;
use crate::screen::{Screen, data_format};
use crate::values::DataFormat;
use flows::Trouble;

pub async fn run(args: &VerifyArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let verdict = flows::verify::run(&args.file).await?;
    if data_format(args.format) == DataFormat::Json {
        println!("{}", serde_json::to_string_pretty(&verdict).expect("a verdict is plain data"));
    }
    for broken in &verdict.broken {
        let why = screen.or_else(&format!("paper-broken-{}", broken.code), &broken.why);
        screen.say("cli-verify-broken", &[("what", broken.what.clone()), ("why", why)]);
    }
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
