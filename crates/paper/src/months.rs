//! People by month, as a picture: SVG for a document, letters for a terminal.

use crate::Words;
use facts::{Lang, Summary};
use std::fmt::Write as _;

/// Month (`2021-03`) and people seen in it, without holes between the first and the last.
fn months(summary: &Summary) -> Vec<(String, u64)> {
    let mut all: Vec<(String, u64)> = Vec::new();
    for (month, counts) in &summary.by_month {
        while let Some(next) = all.last().map(|(last, _)| after(last)).filter(|next| next < month) {
            all.push((next, 0));
        }
        all.push((month.clone(), counts.people));
    }
    all
}

/// `2021-12` → `2022-01`; what is no month is its own successor, and ends a row of holes.
fn after(month: &str) -> String {
    let parts = month.split_once('-').and_then(|(y, m)| Some((y.parse::<u32>().ok()?, m.parse::<u32>().ok()?)));
    match parts {
        Some((year, 12)) => format!("{:04}-01", year + 1),
        Some((year, month)) => format!("{year:04}-{:02}", month + 1),
        None => "\u{10ffff}".to_owned(),
    }
}

/// Columns of the longest bar on a terminal.
const COLUMNS: u64 = 40;

/// One line a month: its people as a bar and as a number. Empty where nothing has a time, or nobody is known.
pub fn months_text(summary: &Summary, lang: Lang) -> String {
    let (months, words) = (months(summary), Words::new(lang));
    let most = months.iter().map(|(_, people)| *people).max().unwrap_or(0).max(1);
    let mut out = String::new();
    if summary.people == 0 {
        return out;
    }
    for (month, people) in &months {
        // a month with anybody has at least one eighth of a block
        let eighths = (people * COLUMNS * 8).div_ceil(most);
        let bar = "█".repeat((eighths / 8) as usize) + ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][(eighths % 8) as usize];
        let _ = writeln!(out, "  {month}  {bar} {}", words.count(*people));
    }
    out
}

const HEIGHT: u64 = 240;
const BAR: usize = 28;
const LEFT: usize = 24;
const TOP: u64 = 48;

/// A bar a month, with a title and a description that says the same in words. No script, no style from elsewhere.
pub fn months_svg(summary: &Summary, lang: Lang) -> String {
    let (months, words) = (months(summary), Words::new(lang));
    let most = months.iter().map(|(_, people)| *people).max().unwrap_or(0).max(1);
    let (width, bottom) = ((2 * LEFT + months.len() * BAR).max(480), TOP + HEIGHT);
    let title = escaped(&words.with("paper-months-title", &[("people", summary.people.into())]));
    let said: Vec<_> = months.iter().map(|(month, people)| format!("{month}: {}", words.count(*people))).collect();
    let described = if said.is_empty() { words.say("paper-months-none") } else { said.join(", ") };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {}\" width=\"{width}\" role=\"img\" \
         aria-labelledby=\"title desc\" lang=\"{}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#1b1b1b\">\n\
         <title id=\"title\">{title}</title>\n<desc id=\"desc\">{}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n\
         <text x=\"{LEFT}\" y=\"24\" font-size=\"15\" font-weight=\"bold\">{title}</text>\n",
        bottom + 64,
        lang.tag(),
        escaped(&described),
    );
    for (at, (month, people)) in months.iter().enumerate() {
        let (x, height) = (LEFT + at * BAR, (people * HEIGHT).div_ceil(most));
        let (y, middle) = (bottom - height, x + BAR / 2 - 2);
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{height}\" fill=\"#1f5fa8\"/>\
             <text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\" font-size=\"10\">{}</text>\
             <text transform=\"translate({} {}) rotate(-60)\" text-anchor=\"end\">{}</text>",
            BAR - 4,
            y - 4,
            if *people > 0 { words.count(*people) } else { String::new() },
            middle + 4,
            bottom + 14,
            escaped(month),
        );
    }
    let _ = writeln!(out, "<path d=\"M{LEFT} {bottom}H{}\" stroke=\"#1b1b1b\"/>\n</svg>", width - LEFT);
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Counts;

    fn summary(months: &[(&str, u64)]) -> Summary {
        let by_month = months.iter().map(|(m, people)| ((*m).to_owned(), Counts { people: *people, sightings: 9 }));
        Summary { people: 12_345, by_month: by_month.collect(), ..Summary::default() }
    }

    #[test]
    fn months_without_anybody_are_shown_too() {
        let text = months_text(&summary(&[("2021-11", 4), ("2022-02", 8)]), Lang::En);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 4, "{text}");
        assert_eq!(lines[1], "  2021-12   0");
        assert!(lines[3].matches('█').count() == 40 && lines[0].matches('█').count() == 20, "{text}");
    }

    #[test]
    fn the_picture_says_the_same_in_words_in_every_language() {
        for lang in Lang::ALL {
            let svg = months_svg(&summary(&[("2021-11", 4), ("2021-12", 8)]), lang);
            assert!(svg.contains("<title id=\"title\">") && svg.contains("2021-12: 8"), "{svg}");
            assert_eq!(svg.matches("fill=\"#1f5fa8\"").count(), 2);
            assert!(!svg.contains("paper-months"), "a word is missing: {svg}");
            assert!(!months_svg(&summary(&[]), lang).contains("paper-months"));
        }
    }
}
