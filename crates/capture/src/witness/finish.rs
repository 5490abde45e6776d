use super::{Entry, Witness, without_query};
use facts::{Exchange, Gap};

/// Everything that was seen, reconciled.
pub struct Seen {
    pub exchanges: Vec<Exchange>,
    pub gaps: Vec<Gap>,
}

impl Witness {
    /// Empties the witness. Gaps name what only one witness saw without its body, and bodies of the wrong length.
    pub fn finish(&mut self) -> Seen {
        let mut gaps = std::mem::take(&mut self.gaps);
        let log = std::mem::take(&mut self.log);
        for entry in &log {
            gaps.extend(gap_of(entry).filter(|g| !gaps.contains(g)));
        }
        (self.hops, self.asked) = Default::default();
        for run in &mut self.runs {
            run.in_flight.clear();
        }
        Seen { exchanges: log.into_iter().map(|e| e.exchange).collect(), gaps }
    }
}

fn gap_of(entry: &Entry) -> Option<Gap> {
    let exchange = &entry.exchange;
    let what = format!("body of {} {}", exchange.method, without_query(&exchange.url));
    let declared = exchange.header("content-length").and_then(|l| l.trim().parse::<usize>().ok());
    let why = match (&exchange.body, declared) {
        (None, Some(length)) if length > 0 => format!("{length} bytes were sent, {}", witnesses(entry)),
        (None, _) if entry.says_body => format!("a body was sent, {}", witnesses(entry)),
        (Some(body), Some(length)) if body.len() != length => {
            format!("{length} bytes were sent, {} were seen", body.len())
        }
        _ => return None,
    };
    Some(Gap { what, why })
}

fn witnesses(entry: &Entry) -> String {
    let seen_by = entry.exchange.seen_by.join(" and ");
    match &entry.note {
        Some(note) => format!("but {seen_by} could not show it ({note})"),
        None => format!("but {seen_by} could not show it"),
    }
}
