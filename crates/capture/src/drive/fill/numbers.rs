//! Numbers typed into fields that shape them.

use super::super::fields::Field;
use super::super::frames::Frame;
use super::super::number::{Number, digits};
use super::super::page::PageError;
use super::super::parts::SPINBUTTON;
use super::super::visit::Visit;
use serde_json::{Value, json};

/// What a field made of a number.
pub(super) enum Entered {
    /// It holds the number; this is what was typed.
    Kept(String),
    /// It holds a part.
    Cut,
}

/// Digits that a mask draws by itself at most: `00` and the code of a country.
const DRAWN: usize = 5;

/// A field that holds a number in the act of being typed.
struct Mask<'v, 'a, 'd> {
    visit: &'v Visit<'a, 'd>,
    frame: &'v Frame,
    n: usize,
}

/// The number as it was made, else as one calls it in its country: a mask may take no `+`. What becomes another number is taken away
/// again, for it may be somebody's.
pub(super) async fn enter_number(
    visit: &Visit<'_, '_>,
    frame: &Frame,
    n: usize,
    number: &Number,
    value: &str,
) -> Result<Entered, PageError> {
    let mask = Mask { visit, frame, n };
    let mut spellings = vec![value.to_owned(), number.national.clone()];
    spellings.dedup();
    let mut held = String::new();
    for spelling in spellings {
        if !mask.try_typing(number, &spelling).await? {
            continue;
        }
        held = mask.leave().await?;
        if !number.is(&held) {
            // Some shape it a turn later.
            visit.page.settle().await;
            held = mask.holds().await?;
        }
        if number.is(&held) {
            return Ok(Entered::Kept(spelling));
        }
    }
    if !digits(&held).is_empty() && number.is_cut(&held) {
        return Ok(Entered::Cut);
    }
    let _: Value = visit.page.ask(frame, "put", json!([n, ""])).await?;
    Err(PageError::Element(OTHER.to_owned()))
}

const OTHER: &str = "it makes another telephone number of what is typed, which may be somebody's: it was left empty";

impl Mask<'_, '_, '_> {
    /// False where the field does not take the number so spelled.
    async fn try_typing(&self, number: &Number, spelling: &str) -> Result<bool, PageError> {
        let mut drawn = self.clear().await?;
        // What a mask draws it draws on the focus or with the first key.
        for _ in 0..2 {
            let begun = drawn.contains('+') || !digits(&drawn).is_empty();
            let rest = if begun { number.after(&drawn) } else { Some(spelling.to_owned()) };
            let Some(rest) = rest.filter(|r| !r.is_empty()) else { return Ok(false) };
            let (first, more) = rest.split_at(rest.chars().next().map_or(0, char::len_utf8));
            let mut held = self.key(first, begun).await?;
            if begun && digits(&held) == digits(&drawn) {
                // It took the key for what it had drawn.
                held = self.key(first, true).await?;
            }
            if first == "+" && !held.contains('+') {
                return Ok(false);
            }
            let fits = digits(&held) == format!("{}{}", digits(&drawn), digits(first));
            // One may refuse the nought before a number.
            if fits || digits(&held) == digits(&drawn) {
                self.visit.page.keys(more).await?;
                return Ok(true);
            }
            if first == "+" {
                drawn = held;
                continue;
            }
            self.clear().await?;
            drawn = held.rfind(first).map_or(String::new(), |at| held[..at].to_owned());
        }
        Ok(false)
    }

    /// One key, after what was drawn.
    async fn key(&self, key: &str, after: bool) -> Result<String, PageError> {
        if after {
            let _: Value = self.visit.page.ask(self.frame, "caret", json!([self.n])).await?;
        }
        self.visit.page.keys(key).await?;
        self.holds().await
    }

    /// Empties the field and goes into it; what it then holds, it drew itself.
    async fn clear(&self) -> Result<String, PageError> {
        let ready: String = self.visit.page.ask(self.frame, "clear", json!([self.n])).await?;
        if ready != "ready" {
            return Err(PageError::Element("the field does not take the focus".to_owned()));
        }
        let mut held = self.holds().await?;
        // Some write again what a script takes away, and give way to keys only.
        if digits(&held).len() > DRAWN {
            let _: Value = self.visit.page.ask(self.frame, "caret", json!([self.n])).await?;
            for _ in held.chars() {
                for down in [true, false] {
                    self.visit.page.key(down, "Backspace").await?;
                }
            }
            held = self.holds().await?;
        }
        Ok(held)
    }

    async fn holds(&self) -> Result<String, PageError> {
        self.visit.page.ask(self.frame, "holds", json!([self.n])).await
    }

    async fn leave(&self) -> Result<String, PageError> {
        let held = self.holds().await?;
        let _: Value = self.visit.page.ask(self.frame, "blur", json!([self.n])).await?;
        Ok(held)
    }
}

/// The ten digits of a Swedish national id of the 1890s, with the sign of those who are over a hundred: with a hyphen they would be of
/// somebody else.
pub(super) fn over_a_hundred(id: &str) -> Option<String> {
    let ten = digits(id).strip_prefix("18").filter(|rest| rest.len() == 10)?.to_owned();
    Some(format!("{}+{}", &ten[..6], &ten[6..]))
}

/// Types what has a `+` in it, and stops where the field does not keep that.
pub(super) async fn enter_over_a_hundred(
    visit: &Visit<'_, '_>,
    frame: &Frame,
    n: usize,
    id: &str,
) -> Result<bool, PageError> {
    let mask = Mask { visit, frame, n };
    mask.clear().await?;
    let (date, number) = id.split_once('+').unwrap_or((id, ""));
    visit.page.keys(&format!("{date}+")).await?;
    if !mask.holds().await?.contains('+') {
        let _: Value = visit.page.ask(frame, "put", json!([n, ""])).await?;
        return Ok(false);
    }
    visit.page.keys(number).await?;
    Ok(mask.leave().await? == id)
}

/// Most turns from today to a day.
const TURNS: usize = 130;

/// Types a part of a day; what takes no digits is turned by the arrows until it stands there.
pub(super) async fn enter_part(
    visit: &Visit<'_, '_>,
    frame: &Frame,
    field: &Field,
    part: &str,
) -> Result<bool, PageError> {
    let mask = Mask { visit, frame, n: field.n };
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let is = |held: &str| held == part || number(held).is_some() && number(held) == number(part);
    let mut held = visit.page.write(frame, field.n, part).await?;
    if !is(&held) {
        visit.page.settle().await;
        held = mask.holds().await?;
    }
    let turns = if field.kind == SPINBUTTON { TURNS } else { 0 };
    for _ in 0..turns {
        if is(&held) {
            break;
        }
        let key = if number(&held) > number(part) { "ArrowDown" } else { "ArrowUp" };
        let _: String = visit.page.ask(frame, "focus", json!([field.n])).await?;
        for down in [true, false] {
            visit.page.key(down, key).await?;
        }
        let before = std::mem::replace(&mut held, mask.holds().await?);
        if held == before {
            break;
        }
    }
    mask.leave().await?;
    Ok(is(&held))
}

#[cfg(test)]
mod tests {
    use super::over_a_hundred;

    #[test]
    fn ten_digits_are_those_of_somebody_over_a_hundred() {
        assert_eq!(over_a_hundred("18981115-9981").as_deref(), Some("981115+9981"));
        assert_eq!(over_a_hundred("189811159981").as_deref(), Some("981115+9981"));
        assert_eq!((over_a_hundred("010101-900R"), over_a_hundred("canary7")), (None, None));
    }
}
