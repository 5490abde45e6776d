//! A made-up telephone number in the digits a field may hold it in. A mask may draw the code of a country itself, or take none: what is
//! typed then must not become another number, which may be somebody's.

use facts::{Canary, IdentifierKind};

/// Calling code, trunk prefix, and the digits of national numbers that are set aside with the place they begin at. Sources:
/// `declare::CanaryMint`.
const SET_ASIDE: [(&str, &str, usize, &str); 3] =
    [("46", "0", 0, "070174"), ("44", "0", 0, "07700900"), ("1", "", 3, "55501")];

#[derive(Debug, Clone)]
pub struct Number {
    code: &'static str,
    /// Digits, with the trunk prefix and without.
    pub national: String,
    rest: String,
    /// Digits with the code of the country that the page is for, where that reads every number as its own.
    abroad: Option<String>,
}

impl Number {
    /// None for what is no telephone number that is set aside.
    pub fn of(value: &str, canaries: &[Canary]) -> Option<Self> {
        let typed = digits(value);
        let plus = value.starts_with('+');
        let (code, trunk, rest) = SET_ASIDE.into_iter().find_map(|(code, trunk, at, begins)| {
            let rest = typed.strip_prefix(if plus { code } else { trunk })?;
            let national = format!("{trunk}{rest}");
            national.get(at..)?.starts_with(begins).then(|| (code, trunk, rest.to_owned()))
        })?;
        let only = |c: char| c.is_ascii_digit() || " +-()".contains(c);
        let known = |c: &&Canary| c.kind == IdentifierKind::Phone && c.value == value;
        let canary = canaries.iter().rev().find(known);
        let abroad = canary.and_then(|c| c.person().identifiers.get(1).map(|(_, number)| digits(number)));
        value.chars().all(only).then(|| Self { code, national: format!("{trunk}{rest}"), rest, abroad })
    }

    /// What is left to type after what a field draws by itself, `+46 `, `0046 ` or `0`. None where that would make another number.
    pub fn after(&self, drawn: &str) -> Option<String> {
        let there = digits(drawn);
        let whole = format!("{}{}", self.code, self.rest);
        let coded = if drawn.trim_start().starts_with('+') { Some(&*there) } else { there.strip_prefix("00") };
        match coded {
            Some(code) => {
                let forms = [Some(&whole), self.abroad.as_ref()];
                forms.into_iter().flatten().find_map(|form| form.strip_prefix(code)).map(str::to_owned)
            }
            None if there == self.code => Some(self.rest.clone()),
            None => self.national.strip_prefix(&there).map(str::to_owned),
        }
    }

    /// Whether it is this number that a field holds.
    pub fn is(&self, held: &str) -> bool {
        self.forms().contains(&digits(held))
    }

    /// Whether the field holds only a beginning of it, as one that takes no more. Without its `+` that may be another number.
    pub fn is_cut(&self, held: &str) -> bool {
        let there = digits(held);
        let coded = format!("{}{}", self.code, self.rest);
        let forms = if held.trim_start().starts_with('+') {
            vec![coded]
        } else {
            vec![format!("00{coded}"), self.national.clone()]
        };
        forms.iter().any(|form| form.starts_with(&there))
    }

    fn forms(&self) -> Vec<String> {
        let Self { code, national, rest, .. } = self;
        // The last is `+46 (0)70 …`.
        let coded = [format!("{code}{rest}"), format!("00{code}{rest}"), format!("{code}{national}")];
        [national.clone(), rest.clone()].into_iter().chain(coded).chain(self.abroad.clone()).collect()
    }
}

pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_after_a_code_makes_the_same_number_or_none() {
        let number = |value: &str| Number::of(value, &[]).expect("set aside");
        for value in ["070-174 06 05", "+46 70 174 06 05"] {
            let after = |drawn: &str| number(value).after(drawn);
            for drawn in ["+46 __ ___ __ __", "0046 __", "46 __"] {
                assert_eq!(after(drawn).as_deref(), Some("701740605"), "{value} {drawn}");
            }
            assert_eq!(after("+").as_deref(), Some("46701740605"));
            assert_eq!(after("0__-___ __ __").as_deref(), Some("701740605"));
            assert_eq!((after("+45 "), after("+358"), after("0047"), after("08-")), (None, None, None, None));
        }
        assert_eq!(number("07700 900123").after("+44").as_deref(), Some("7700900123"));
        assert_eq!(number("(201) 555-0123").after("+1 (").as_deref(), Some("2015550123"));
        for other in ["08-123 456 78", "+46 8 123 456 78", "070-174 06 05 a", "", "canary1"] {
            assert!(Number::of(other, &[]).is_none(), "{other}");
        }
    }

    #[test]
    fn a_number_is_held_in_whatever_spelling_or_cut_or_another() {
        let number = Number::of("070-174 06 05", &[]).unwrap();
        for held in
            ["0701740605", "+46 70 174 06 05", "46701740605", "0046 70-1740605", "70 174 06 05", "+46 (0)70-174 06 05"]
        {
            assert!(number.is(held), "{held}");
        }
        assert!(number.is_cut("070-174 0") && number.is_cut("") && !number.is("070-174 0"));
        for other in ["+46 07-017 40 60", "+46701740605701740605", "467-017 40 60"] {
            assert!(!number.is(other) && !number.is_cut(other), "{other}");
        }
    }
}
