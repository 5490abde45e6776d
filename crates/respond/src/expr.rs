//! The little language of the rule tables: three-valued conditions over the facts of a breach.
//!
//! `data has-any @fraud and not shown(unintelligible is yes)`. What is not known is *unknown*, not false (Kleene's
//! logic). Two words make a burden of proof explicit: `shown(x)` takes the unknown for false, `presumed(x)` for true.

use crate::view::View;
use std::collections::{BTreeMap, BTreeSet};

/// Kleene's three values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    No,
    Unknown,
    Yes,
}

impl Truth {
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    pub fn negated(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    All(Vec<Expr>),
    Any(Vec<Expr>),
    Not(Box<Expr>),
    /// The unknown counts as false: the one who relies on it has to show it.
    Shown(Box<Expr>),
    /// The unknown counts as true: a presumption, with its reason in the table.
    Presumed(Box<Expr>),
    Term(String),
    Leaf(Leaf),
    /// Neither way settled by any source: the answer is `ask`.
    Unsettled,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Path in the facts: `people.count`.
    pub fact: String,
    pub test: Test,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// The word, or one of the list's words, is among these.
    Any(BTreeSet<String>),
    /// The list has no other word than these.
    Only(BTreeSet<String>),
    AtLeast(f64),
    AtMost(f64),
}

/// Named conditions and named lists of words.
#[derive(Debug, Default)]
pub struct Names {
    pub terms: BTreeMap<String, Expr>,
    pub sets: BTreeMap<String, BTreeSet<String>>,
}

/// What evaluating met on the way.
#[derive(Debug, Default)]
pub struct Trace {
    /// Facts that were known and looked at.
    pub seen: BTreeSet<String>,
    /// Nothing is noted: only the answer is wanted, and terms already met are remembered.
    quiet: bool,
    met: BTreeMap<String, Truth>,
}

/// Terms that were settled, and what keeps them open.
pub type Met<'a> = BTreeMap<&'a str, (Truth, BTreeSet<&'a str>)>;

impl Trace {
    pub fn quiet() -> Self {
        Self { quiet: true, ..Self::default() }
    }
}

impl Names {
    pub fn eval(&self, expr: &Expr, view: &View, trace: &mut Trace) -> Truth {
        match expr {
            Expr::All(parts) => parts.iter().fold(Truth::Yes, |t, p| t.and(self.eval(p, view, trace))),
            Expr::Any(parts) => parts.iter().fold(Truth::No, |t, p| t.or(self.eval(p, view, trace))),
            Expr::Not(inner) => self.eval(inner, view, trace).negated(),
            Expr::Shown(inner) => (self.eval(inner, view, trace) == Truth::Yes).into(),
            Expr::Presumed(inner) => (self.eval(inner, view, trace) != Truth::No).into(),
            Expr::Term(name) => self.term(name, view, trace),
            Expr::Leaf(leaf) => leaf.eval(view, trace),
            Expr::Unsettled => Truth::Unknown,
        }
    }

    fn term(&self, name: &str, view: &View, trace: &mut Trace) -> Truth {
        if let Some(known) = trace.met.get(name) {
            return *known;
        }
        let truth = self.terms.get(name).map_or(Truth::Unknown, |t| self.eval(t, view, trace));
        if trace.quiet {
            trace.met.insert(name.to_owned(), truth);
        }
        truth
    }

    /// The truth with no burden of proof: what is not known or not settled stays unknown, inside `shown` and `presumed`
    /// too. A yes or no here stays whatever is learnt yet. `open` takes the facts that keep it unknown, `met` remembers the
    /// terms.
    pub fn settled<'a>(
        &'a self,
        expr: &'a Expr,
        view: &View,
        open: &mut BTreeSet<&'a str>,
        met: &mut Met<'a>,
    ) -> Truth {
        match expr {
            Expr::All(parts) => self.joined(parts, (Truth::Yes, Truth::and, Truth::No), view, open, met),
            Expr::Any(parts) => self.joined(parts, (Truth::No, Truth::or, Truth::Yes), view, open, met),
            Expr::Not(inner) => self.settled(inner, view, open, met).negated(),
            Expr::Shown(inner) | Expr::Presumed(inner) => self.settled(inner, view, open, met),
            Expr::Term(name) => {
                if !met.contains_key(name.as_str()) {
                    let mut own = BTreeSet::new();
                    let truth = self.terms.get(name).map_or(Truth::Unknown, |t| self.settled(t, view, &mut own, met));
                    met.insert(name, (truth, own));
                }
                let (truth, own) = &met[name.as_str()];
                open.extend(own);
                *truth
            }
            Expr::Leaf(leaf) => {
                let truth = leaf.truth(view);
                if truth == Truth::Unknown {
                    open.insert(&leaf.fact);
                }
                truth
            }
            Expr::Unsettled => Truth::Unknown,
        }
    }

    /// A part that decides makes the others idle.
    fn joined<'a>(
        &'a self,
        parts: &'a [Expr],
        (start, join, decides): (Truth, fn(Truth, Truth) -> Truth, Truth),
        view: &View,
        open: &mut BTreeSet<&'a str>,
        met: &mut Met<'a>,
    ) -> Truth {
        let mut own = BTreeSet::new();
        let truth = parts.iter().fold(start, |t, p| join(t, self.settled(p, view, &mut own, met)));
        if truth != decides {
            open.extend(own);
        }
        truth
    }

    pub fn parse(&self, text: &str) -> Result<Expr, String> {
        let mut parser = Parser { tokens: tokens(text)?, at: 0, names: self };
        let expr = parser.any()?;
        match parser.peek() {
            None => Ok(expr),
            Some(rest) => Err(format!("`{rest}` is left over in `{text}`")),
        }
    }
}

impl Leaf {
    fn truth(&self, view: &View) -> Truth {
        match &self.test {
            Test::Any(words) => view.any(&self.fact, words),
            Test::Only(words) => view.only(&self.fact, words),
            Test::AtLeast(n) => view.at_least(&self.fact, *n),
            Test::AtMost(n) => view.at_most(&self.fact, *n),
        }
    }

    fn eval(&self, view: &View, trace: &mut Trace) -> Truth {
        let truth = self.truth(view);
        if !trace.quiet && truth != Truth::Unknown {
            trace.seen.insert(self.fact.clone());
        }
        truth
    }
}

struct Parser<'a> {
    tokens: Vec<String>,
    at: usize,
    names: &'a Names,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(String::as_str)
    }

    fn take(&mut self) -> Result<String, String> {
        let token = self.tokens.get(self.at).cloned().ok_or("the condition ends too early")?;
        self.at += 1;
        Ok(token)
    }

    fn accept(&mut self, word: &str) -> bool {
        let met = self.peek() == Some(word);
        self.at += usize::from(met);
        met
    }

    fn expect(&mut self, word: &str) -> Result<(), String> {
        let found = self.take()?;
        if found == word { Ok(()) } else { Err(format!("`{word}` expected, `{found}` found")) }
    }

    fn any(&mut self) -> Result<Expr, String> {
        let mut parts = vec![self.all()?];
        while self.accept("or") {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::Any(parts) })
    }

    fn all(&mut self) -> Result<Expr, String> {
        let mut parts = vec![self.one()?];
        while self.accept("and") {
            parts.push(self.one()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::All(parts) })
    }

    fn one(&mut self) -> Result<Expr, String> {
        if self.accept("not") {
            return Ok(Expr::Not(Box::new(self.one()?)));
        }
        if self.accept("unsettled") {
            return Ok(Expr::Unsettled);
        }
        if self.accept("(") {
            return self.closed();
        }
        let word = self.take()?;
        if self.accept("(") {
            let inner = Box::new(self.closed()?);
            return match word.as_str() {
                "shown" => Ok(Expr::Shown(inner)),
                "presumed" => Ok(Expr::Presumed(inner)),
                _ => Err(format!("`{word}(` is not known; allowed: shown, presumed")),
            };
        }
        self.leaf_or_term(word)
    }

    fn closed(&mut self) -> Result<Expr, String> {
        let inner = self.any()?;
        self.expect(")")?;
        Ok(inner)
    }

    fn leaf_or_term(&mut self, word: String) -> Result<Expr, String> {
        let test = match self.peek() {
            Some("is" | "has") => {
                self.at += 1;
                Test::Any(BTreeSet::from([self.take()?]))
            }
            Some("in" | "has-any") => {
                self.at += 1;
                Test::Any(self.words()?)
            }
            Some("only") => {
                self.at += 1;
                Test::Only(self.words()?)
            }
            Some(">=") => Test::AtLeast(self.number()?),
            Some("<=") => Test::AtMost(self.number()?),
            _ if self.names.terms.contains_key(&word) => return Ok(Expr::Term(word)),
            _ => return Err(format!("`{word}` is no term of the table")),
        };
        Ok(Expr::Leaf(Leaf { fact: word, test }))
    }

    fn number(&mut self) -> Result<f64, String> {
        self.at += 1;
        let token = self.take()?;
        token.parse().map_err(|_| format!("`{token}` is no number"))
    }

    fn words(&mut self) -> Result<BTreeSet<String>, String> {
        let first = self.take()?;
        if let Some(name) = first.strip_prefix('@') {
            return self.names.sets.get(name).cloned().ok_or(format!("`@{name}` is no list of the table"));
        }
        if first != "[" {
            return Err(format!("`[` or `@name` expected, `{first}` found"));
        }
        let mut words = BTreeSet::new();
        while !self.accept("]") {
            words.insert(self.take()?);
            self.accept(",");
        }
        Ok(words)
    }
}

fn tokens(text: &str) -> Result<Vec<String>, String> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if c.is_whitespace() {
            chars.next();
        } else if "()[],".contains(c) {
            tokens.push(c.to_string());
            chars.next();
        } else if is_word(c) {
            let mut word = String::new();
            while let Some(c) = chars.next_if(|c| is_word(*c)) {
                word.push(c);
            }
            tokens.push(word);
        } else {
            return Err(format!("`{c}` does not belong in a condition"));
        }
    }
    Ok(tokens)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_.@<>=".contains(c)
}
