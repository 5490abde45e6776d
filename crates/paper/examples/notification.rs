//! Sets the notification of a case for looking at it and for timing it:
//! `cargo run -p sluss-paper --example notification -- samples/case.json sv > notification.pdf`.

use facts::Lang;
use respond::{Case, Event};
use std::io::Write;
use std::time::Instant;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [case, lang] = args.as_slice() else { panic!("usage: notification <events.json> <sv|fi|en>") };
    let text = std::fs::read_to_string(case).expect("a list of events");
    let events: Vec<Event> = serde_json::from_str(&text).expect("a list of events");
    let case = Case::fold(&events).expect("a case begins with its opening");
    let now = events.last().expect("a case has events").at.to_zoned(case.zone());
    let words = paper::Words::new(Lang::from_tag(lang).expect("sv, fi or en"));
    let notification = respond::notification(&case, now.timestamp());
    let mut pdf = Vec::new();
    for run in ["first", "second"] {
        let begun = Instant::now();
        pdf = paper::notification_pdf(&notification, &words, &now).expect("a paper");
        eprintln!("{run} run: {} ms, {} bytes", begun.elapsed().as_millis(), pdf.len());
    }
    std::io::stdout().write_all(&pdf).expect("stdout");
}
