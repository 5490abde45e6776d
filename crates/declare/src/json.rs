//! A JSON reader that keeps where each value stands, so that a message can name the line.

use facts::{Place, Problem, Problems};
use std::ops::Range;

#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub at: Range<usize>,
    pub value: Value,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    /// In the order of the file; a repeated name keeps both.
    Object(Vec<(String, Node)>),
}

impl Node {
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Object(entries) => entries.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            _ => None,
        }
    }

    pub fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    pub fn number(&self) -> Option<f64> {
        if let Value::Number(number) = &self.value { Some(*number) } else { None }
    }

    pub fn bool(&self) -> Option<bool> {
        if let Value::Bool(bool) = &self.value { Some(*bool) } else { None }
    }

    pub fn list(&self) -> Option<&[Node]> {
        if let Value::List(list) = &self.value { Some(list) } else { None }
    }

    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a string",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}

/// Deeper nesting than any recording has; beyond it the text is refused.
const DEPTH: usize = 64;

/// # Errors
/// The first place where the text stops being JSON.
pub fn parse(source: &str, text: &str) -> Result<Node, Problems> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.value(0).and_then(|node| {
        parser.space();
        if parser.at == text.len() { Ok(node) } else { Err("nothing more after the last `}`") }
    });
    node.map_err(|wanted| {
        let end = parser.rest().chars().next().map_or(0, char::len_utf8);
        // What stands on the line is nobody's to print: a recording holds what somebody typed, another file anything.
        let place = Place { text: None, ..Place::span(source, text, parser.at..parser.at + end) };
        let found = parser.rest().chars().next().map_or("the end of the file".to_owned(), |c| c.to_string());
        Problem::new(place, "json", format!("not JSON: expected {wanted}, found `{found}`")).found(found).into()
    })
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

type Parsed<T> = Result<T, &'static str>;

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).len();
    }

    fn eat(&mut self, word: &str) -> bool {
        let hit = self.rest().starts_with(word);
        self.at += if hit { word.len() } else { 0 };
        hit
    }

    fn value(&mut self, depth: usize) -> Parsed<Node> {
        self.space();
        let start = self.at;
        if depth > DEPTH {
            return Err("less deep nesting");
        }
        let value = match self.rest().bytes().next() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ if self.eat("true") => Value::Bool(true),
            _ if self.eat("false") => Value::Bool(false),
            _ if self.eat("null") => Value::Null,
            _ => return Err("a value"),
        };
        Ok(Node { at: start..self.at, value })
    }

    fn object(&mut self, depth: usize) -> Parsed<Value> {
        self.at += 1;
        let mut entries = Vec::new();
        self.space();
        if self.eat("}") {
            return Ok(Value::Object(entries));
        }
        loop {
            self.space();
            if !self.rest().starts_with('"') {
                return Err("a name in double quotes");
            }
            let key = self.string()?;
            self.space();
            if !self.eat(":") {
                return Err("`:`");
            }
            entries.push((key, self.value(depth + 1)?));
            self.space();
            if self.eat("}") {
                return Ok(Value::Object(entries));
            }
            if !self.eat(",") {
                return Err("`,` or `}`");
            }
        }
    }

    fn array(&mut self, depth: usize) -> Parsed<Value> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.eat("]") {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.eat("]") {
                return Ok(Value::List(items));
            }
            if !self.eat(",") {
                return Err("`,` or `]`");
            }
        }
    }

    fn number(&mut self) -> Parsed<Value> {
        let rest = self.rest();
        let end = rest.find(|c: char| !matches!(c, '-' | '+' | '.' | 'e' | 'E' | '0'..='9')).unwrap_or(rest.len());
        let number = rest[..end].parse().map_err(|_| "a number")?;
        self.at += end;
        Ok(Value::Number(number))
    }

    fn string(&mut self) -> Parsed<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let end = rest.find(['"', '\\', '\n']).ok_or("a closing `\"`")?;
            out.push_str(&rest[..end]);
            let stop = rest.as_bytes()[end];
            self.at += end;
            match stop {
                b'"' => {
                    self.at += 1;
                    return Ok(out);
                }
                b'\\' => self.escape(&mut out)?,
                _ => return Err("a closing `\"`"),
            }
        }
    }

    fn escape(&mut self, out: &mut String) -> Parsed<()> {
        let letter = self.rest().chars().nth(1).ok_or("an escape")?;
        let plain = match letter {
            '"' | '\\' | '/' => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.unicode(out),
            _ => return Err("an escape"),
        };
        out.push(plain);
        self.at += 2;
        Ok(())
    }

    /// `\uXXXX`, two of them where a surrogate pair stands; a lone half becomes U+FFFD.
    fn unicode(&mut self, out: &mut String) -> Parsed<()> {
        let mut units = vec![self.unit()?];
        if (0xd800..0xdc00).contains(&units[0]) && self.rest().starts_with("\\u") {
            units.push(self.unit()?);
        }
        out.extend(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')));
        Ok(())
    }

    fn unit(&mut self) -> Parsed<u16> {
        let hex = self.rest().get(2..6).filter(|h| h.bytes().all(|b| b.is_ascii_hexdigit()));
        let unit = hex.and_then(|h| u16::from_str_radix(h, 16).ok()).ok_or("four hexadecimal digits")?;
        self.at += 6;
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_their_place() {
        let text = "{\n \"a\": [1.5, \"\\u00e5\\ud83d\\ude00\\n\"],\n \"b\": null }";
        let node = parse("x.json", text).expect("good");
        assert_eq!(node.get("a").and_then(|a| a.list()).map(|l| l[0].number()), Some(Some(1.5)));
        let string = &node.get("a").and_then(|a| a.list()).expect("list")[1];
        assert_eq!(string.text(), Some("å😀\n"));
        assert_eq!(&text[string.at.clone()], "\"\\u00e5\\ud83d\\ude00\\n\"");
        assert_eq!(node.get("b").map(|b| b.value.clone()), Some(Value::Null));
    }

    #[test]
    fn what_is_not_json_is_named_by_line() {
        for (text, line) in [("{\n\"a\" 1}", 2), ("[1,\n\n]", 3), ("\"abc", 1), ("{} x", 1), ("", 1), ("[\"\\x\"]", 1)]
        {
            let problem = &parse("x.json", text).expect_err(text).0[0];
            assert_eq!((problem.code, problem.place.line), ("json", Some(line)), "{text}: {problem}");
        }
        assert!(parse("x.json", &"[".repeat(100_000)).is_err());
    }
}
