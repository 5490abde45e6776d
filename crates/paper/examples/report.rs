//! Renders a report.json for looking at it: `cargo run -p sluss-paper --example report -- report.json sv > report.html`.
//! Screenshots are read from the folder of the report.

use facts::{Lang, Report};
use std::path::Path;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [report, lang] = args.as_slice() else { panic!("usage: report <report.json> <sv|fi|en>") };
    let text = std::fs::read_to_string(report).expect("a report.json");
    let folder = Path::new(report).parent().expect("a file has a folder");
    let report: Report = serde_json::from_str(&text).expect("a report.json");
    let words = paper::Words::new(Lang::from_tag(lang).expect("sv, fi or en"));
    println!("{}", paper::report_html(&report, &words, &|name| std::fs::read(folder.join(name)).ok()));
}
