use crate::Outcome;
use crate::args::IndexArgs;
use crate::files;
use crate::scan::stop_on_ctrl_c;
use crate::screen::Screen;
use crate::values::Hashes;
use flows::Trouble;
use flows::index::{self, Order, Watch};
use flows::scan::{Estimate, Reading};
use indicatif::ProgressBar;

pub fn run(args: IndexArgs, screen: &Screen) -> Result<Outcome, Trouble> {
    let order = Order {
        key: args.key.unwrap_or_else(|| index::key_beside(&args.out)),
        people: args.people,
        out: args.out,
        country: args.country,
        salts: args.salts,
        common_hashes: args.hashes == Hashes::Common,
        force: args.force,
    };
    let inputs = [Some(order.people.as_path()), order.salts.as_deref()];
    let inputs: Vec<_> = inputs.into_iter().flatten().collect();
    files::keeps("--out", &order.out, &inputs)?;
    files::keeps("--key", &order.key, &[&inputs[..], &[order.out.as_path()]].concat())?;
    let mut told = Told { screen, bar: screen.bar(0), common: order.common_hashes };
    let built = index::build(&order, &stop_on_ctrl_c(), &mut told);
    told.bar.finish_and_clear();
    let built = built?;
    let args = [
        ("file", order.out.display().to_string()),
        ("people", built.people.to_string()),
        ("keys", built.keys.to_string()),
        ("megabytes", megabytes(built.bytes as u64)),
    ];
    screen.say("cli-index-built", &args);
    screen.warn_of_list(Some(order.people.as_path()), built.too_short, order.salts.as_deref());
    screen.warn_of_key(&order.key);
    let key = order.key.display().to_string();
    screen.say(if built.new_key { "cli-index-new-key" } else { "cli-index-old-key" }, &[("file", key)]);
    Ok(Outcome::Clean)
}

struct Told<'s> {
    screen: &'s Screen,
    bar: ProgressBar,
    common: bool,
}

impl Watch for Told<'_> {
    fn planned(&mut self, estimate: &Estimate, needed: u64, free: Option<u64>) {
        let args = [
            ("people", estimate.people.to_string()),
            ("keys", format!("{:.0}", estimate.keys_a_person)),
            ("megabytes", megabytes(estimate.index_bytes)),
            ("needed", megabytes(needed)),
            ("free", free.map_or_else(|| "?".to_owned(), megabytes)),
        ];
        self.screen.say("cli-index-planned", &args);
        if self.common {
            self.screen.say("cli-common-hashes", &[]);
        }
    }

    fn read(&mut self, reading: Reading, people: usize) {
        self.bar.set_length(reading.of);
        self.bar.set_position(reading.bytes);
        self.bar.set_message(self.screen.text("cli-index-people", &[("n", people.to_string())]));
    }
}

fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}
