//! What a button does by its own words, by tables/fields.toml.

use super::fields::{begins, words_of};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a button says that it does, as far as that changes how it is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Sends what was filled in, whether it stands in a form or not.
    Sends,
    Buys,
    Deletes,
    Ends,
    Keeps,
}

#[derive(Deserialize)]
struct Table {
    buttons: Words,
    agree: Agree,
}

#[derive(Deserialize)]
struct Agree {
    /// By language.
    words: BTreeMap<String, Vec<String>>,
    #[cfg_attr(not(test), allow(dead_code))]
    examples: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    counter: Vec<String>,
}

#[derive(Deserialize)]
struct Words {
    back: Vec<String>,
    forward: Vec<String>,
    answer: Vec<String>,
    send: Vec<String>,
    buy: Vec<String>,
    delete: Vec<String>,
    end: Vec<String>,
    keep: Vec<String>,
    clear: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // Compiled in; the house's table test reads it as well.
    toml::from_str(include_str!("../../../../tables/fields.toml")).expect("tables/fields.toml is well formed")
});

/// What the words of a button say; where they say several things, the weightiest.
pub fn effect(button: &str) -> Option<Effect> {
    let text = words_of(button);
    let words = &TABLE.buttons;
    let rows = [
        (Effect::Ends, &words.end),
        (Effect::Deletes, &words.delete),
        (Effect::Buys, &words.buy),
        (Effect::Keeps, &words.keep),
        (Effect::Sends, &words.send),
    ];
    rows.into_iter().find(|(_, row)| row.iter().any(|w| begins(&text, w))).map(|(effect, _)| effect)
}

/// Whether a box to tick agrees to the terms of what it stands in.
pub fn agrees(label: &str) -> bool {
    let text = words_of(label);
    TABLE.agree.words.values().flatten().any(|w| begins(&text, w))
}

impl Effect {
    /// Whether no mode lets it happen.
    pub fn is_grave(self) -> bool {
        self != Self::Sends
    }

    /// Why such a button was not pressed, for a gap.
    pub fn left_alone(self) -> &'static str {
        match self {
            Self::Buys | Self::Sends => "it was not pressed: its words say that it buys or pays",
            Self::Deletes => "it was not pressed: its words say that it deletes",
            Self::Ends => "it was not pressed: its words say that it logs out or ends something",
            Self::Keeps => "it was not pressed: its words say that it prints or downloads",
        }
    }
}

/// Buttons that lead back or away.
pub fn is_back(button: &str) -> bool {
    leads(&TABLE.buttons.back, button)
}

/// Buttons whose press takes away what was filled, or the layer it stands in.
pub fn undoes(button: &str) -> bool {
    let grave = matches!(effect(button), Some(Effect::Deletes | Effect::Ends));
    grave || is_back(button) || clears(button) || is_cross(button)
}

/// Buttons with a cross on them.
pub fn is_cross(button: &str) -> bool {
    button.starts_with(['×', '✕', '✖', '✗', '✘', '⨯', '❌', '╳'])
}

/// Buttons that empty what they stand beside.
pub fn clears(button: &str) -> bool {
    leads(&TABLE.buttons.clear, button)
}

/// Buttons that lead to the next step.
pub fn is_forward(button: &str) -> bool {
    leads(&TABLE.buttons.forward, button)
}

/// Buttons that give a dialog what it asks for. One that closes it may be named after it.
pub fn is_answer(button: &str) -> bool {
    let gives = leads(&TABLE.buttons.answer, button) || is_forward(button) || effect(button) == Some(Effect::Sends);
    gives && !is_back(button) && !is_cross(button)
}

fn leads(words: &[String], button: &str) -> bool {
    let text = words_of(button);
    words.iter().any(|w| text == *w || text.strip_prefix(w.as_str()).is_some_and(|rest| rest.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_says_what_it_does_in_each_language() {
        use Effect::*;
        for (effect_of, buttons) in [
            (Sends, ["Skicka ansökan", "Lähetä", "Submit form", "Place order", "Jätä hakemus"]),
            (Sends, ["Spara ändringar", "Tallenna", "Save", "Confirm", "Bekräfta"]),
            (Buys, ["Slutför köp", "Betala nu", "Maksa", "Buy now", "Osta"]),
            (Deletes, ["Radera kontot", "Ta bort", "Poista", "Delete account", "Remove"]),
            (Ends, ["Logga ut", "Kirjaudu ulos", "Log out", "Avsluta konto", "Unsubscribe"]),
            (Keeps, ["Skriv ut", "Ladda ner", "Tulosta", "Print", "Download form"]),
        ] {
            for button in buttons {
                assert_eq!(effect(button), Some(effect_of), "{button}");
            }
        }
        for button in
            ["Avboka tid", "Säg upp avtalet", "Avregistrera mig", "Irtisano", "Peruuta varaus", "Cancel subscription"]
        {
            assert_eq!(effect(button), Some(Ends), "{button}");
        }
        for button in
            ["Avbryt", "Peruuta", "Cancel", "Nästa", "Lägg till", "Jatka", "Sök", "Shop", "Sendungen", "Köksplan"]
        {
            assert_eq!(effect(button), None, "{button}");
        }
    }

    #[test]
    fn a_box_that_agrees_says_so() {
        TABLE.agree.examples.iter().for_each(|label| assert!(agrees(label), "{label}"));
        TABLE.agree.counter.iter().for_each(|label| assert!(!agrees(label), "{label}"));
    }

    #[test]
    fn what_leads_on_is_known_by_its_words() {
        assert!(is_answer("OK") && is_answer("Ja, skicka") && is_answer("Valitse") && !is_answer("Avbryt"));
        assert!(!is_answer("Stäng Vill du skicka?"));
        assert!(is_forward("Jatka") && is_forward("Nästa steg") && !is_forward("Tillbaka"));
        for button in ["×", "× Rensa", "Ta bort", "Clear", "Stäng", "Close", "Poista", "Sulje", "Tyhjennä", "Avbryt"]
        {
            assert!(undoes(button), "{button}");
        }
        assert!(!undoes("Lägg till") && !undoes("Skicka") && !undoes("X-ray"));
    }
}
