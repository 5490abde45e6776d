use serde::Serialize;
use std::fmt;

/// Wrong input, said so that a person can mend it: where, what was found, what would be right.
///
/// Rooms return it; faces draw it (cli a caret, web the field) in the user's language by `code`.
/// `found` never holds a personal value: name the column or the line instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    pub place: Place,
    /// Names the sentence: words key `problem-<code>`.
    pub code: &'static str,
    /// English, lower case, no full stop, the thing in backticks. The fallback where no translation is.
    pub message: String,
    pub found: Option<String>,
    /// What would be right, most likely first.
    pub allowed: Vec<String>,
    /// The known name nearest to what was found.
    pub nearest: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// File name or field as the user knows it.
    pub source: String,
    /// 1-based.
    pub line: Option<usize>,
    /// 1-based, in characters.
    pub column: Option<usize>,
    /// The line itself, for the caret; left out where it may hold personal data.
    pub text: Option<String>,
    /// Characters to underline.
    pub width: usize,
}

impl Place {
    pub fn source(source: impl Into<String>) -> Self {
        Self { source: source.into(), ..Self::default() }
    }

    pub fn line(source: impl Into<String>, line: usize) -> Self {
        Self { source: source.into(), line: Some(line), ..Self::default() }
    }

    /// The place of a byte range in a text: line, column and the line itself.
    pub fn span(source: impl Into<String>, text: &str, range: std::ops::Range<usize>) -> Self {
        let start = floor(text, range.start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let line_text = text[line_start..].lines().next().unwrap_or("");
        let end = floor(text, range.end.max(start)).min(line_start + line_text.len()).max(start);
        Self {
            source: source.into(),
            line: Some(before.matches('\n').count() + 1),
            column: Some(text[line_start..start].chars().count() + 1),
            text: Some(line_text.to_owned()),
            width: text[start..end].chars().count().max(1),
        }
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl Problem {
    pub fn new(place: Place, code: &'static str, message: impl Into<String>) -> Self {
        Self { place, code, message: message.into(), found: None, allowed: Vec::new(), nearest: None }
    }

    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// What would be right; the nearest to what was found becomes the hint.
    #[must_use]
    pub fn allowed<S: AsRef<str>>(mut self, allowed: &[S]) -> Self {
        self.allowed = allowed.iter().map(|a| a.as_ref().to_owned()).collect();
        self.nearest = self.found.as_deref().and_then(|f| nearest(f, &self.allowed)).map(str::to_owned);
        self
    }
}

/// The candidate nearest to `word`, if it is near enough to be a slip.
pub fn nearest<'a, S: AsRef<str>>(word: &str, candidates: &'a [S]) -> Option<&'a str> {
    candidates
        .iter()
        .map(|c| (strsim::damerau_levenshtein(&word.to_lowercase(), &c.as_ref().to_lowercase()), c.as_ref()))
        .filter(|(d, c)| *d <= (c.chars().count().max(word.chars().count()) / 3).max(1))
        .min_by_key(|(d, _)| *d)
        .map(|(_, c)| c)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place.source)?;
        if let Some(line) = self.place.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.place.column {
            write!(f, ":{column}")?;
        }
        if !self.place.source.is_empty() || self.place.line.is_some() {
            f.write_str(": ")?;
        }
        f.write_str(&self.message)?;
        if let Some(near) = &self.nearest {
            write!(f, "; did you mean `{near}`?")?;
        } else if !self.allowed.is_empty() {
            write!(f, "; allowed: {}", self.allowed.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// Several problems of one input, told together so that one pass mends them all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, problem) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_names_line_column_and_text() {
        let place = Place::span("sluss.toml", "[service]\nnåme = 1\n", 10..15);
        assert_eq!((place.line, place.column, place.width), (Some(2), Some(1), 4));
        assert_eq!(place.text.as_deref(), Some("nåme = 1"));
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(nearest("recipent", &["recipient", "zone"]), Some("recipient"));
        assert_eq!(nearest("banana", &["recipient", "zone"]), None);
    }

    #[test]
    fn a_problem_reads_as_one_line() {
        let p = Problem::new(Place::line("people.csv", 7), "column", "unknown column `emial`")
            .found("emial")
            .allowed(&["email", "phone"]);
        assert_eq!(p.to_string(), "people.csv:7: unknown column `emial`; did you mean `email`?");
    }
}
