use crate::Outcome;
use crate::args::IndexArgs;
use crate::screen::Screen;
use flows::Trouble;
use flows::index::{self, Order};

pub fn run(args: IndexArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let key = args.key.unwrap_or_else(|| index::key_beside(&args.out));
    let order =
        Order { people: args.people, out: args.out, key, country: args.country, salts: args.salts, force: args.force };
    let bar = screen.bar(0);
    let built = index::build(&order, &mut |done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    let built = built?;
    let args = [
        ("file", order.out.display().to_string()),
        ("people", built.people.to_string()),
        ("keys", built.keys.to_string()),
        ("megabytes", built.bytes.div_ceil(1_000_000).to_string()),
    ];
    screen.say("cli-index-built", &args);
    let key = order.key.display().to_string();
    screen.say(if built.new_key { "cli-index-new-key" } else { "cli-index-old-key" }, &[("file", key)]);
    Ok(Outcome::Clean)
}
