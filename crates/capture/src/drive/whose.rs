//! Whose a field is, by tables/fields.toml.

use super::fields::{Field, begins, own_words, words_of};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Table {
    role: Vec<RoleRow>,
    child: ChildWords,
    numbered: Numbered,
    /// What is asked for of people, by language.
    things: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct Numbered {
    words: Vec<String>,
    role: String,
}

#[derive(Deserialize)]
struct RoleRow {
    role: String,
    /// Counts only beside a field that asks for the visitor's own.
    #[serde(default)]
    beside_own: bool,
    /// Counts only beside a field that asks about a child, and not for a second one of the kind.
    #[serde(default)]
    beside_child: bool,
    /// By language.
    words: BTreeMap<String, Vec<String>>,
    /// Count only before something that is asked for of people.
    #[serde(default)]
    nouns: BTreeMap<String, Vec<String>>,
    #[cfg_attr(not(test), allow(dead_code))]
    examples: Vec<String>,
    #[cfg_attr(not(test), allow(dead_code))]
    #[serde(default)]
    counter: Vec<String>,
}

#[derive(Deserialize)]
struct ChildWords {
    words: Vec<String>,
    /// Not the guardian who fills in the form.
    second: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    // Compiled in; the house's table test reads it as well.
    toml::from_str(include_str!("../../../../tables/fields.toml")).expect("tables/fields.toml is well formed")
});

/// The role of a field that says nothing else.
const VISITOR: &str = "user";

/// Whose it is.
pub fn role_of(field: &Field) -> String {
    if is_numbered(field) {
        return TABLE.numbered.role.clone();
    }
    let headings = field.headings.iter().map(|h| words_of(h));
    let mut texts = [own_words(field)].into_iter().chain(headings).chain([words_of(&field.context)]);
    let child = field.child_beside && !is_second(field);
    texts.find_map(|text| said_of(&text, field.own_beside, child)).unwrap_or(VISITOR).to_owned()
}

/// `Person 2`, `applicant3_email`: the first one alone may be the visitor.
fn is_numbered(field: &Field) -> bool {
    let texts = [&field.name, &field.id, &field.label].into_iter().chain(field.headings.first());
    texts.map(|text| text.to_lowercase()).any(|text| {
        TABLE.numbered.words.iter().flat_map(|word| text.match_indices(word.as_str())).any(|(at, word)| {
            let is_word = !text[..at].ends_with(char::is_alphanumeric);
            let behind = text[at + word.len()..].trim_start_matches([' ', '_', '-', '[', '.', '#']);
            let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            is_word && behind[..digits].parse::<u8>().is_ok_and(|number| (2..=20).contains(&number))
        })
    })
}

/// `Vårdnadshavare 2`, `Toisen huoltajan nimi`: somebody else than the one who fills in the form.
fn is_second(field: &Field) -> bool {
    let texts = [&field.name, &field.id, &field.label, &field.placeholder];
    let texts: Vec<&String> = texts.into_iter().chain(field.headings.first()).collect();
    let numbered = |text: &&&String| text.split(|c: char| !c.is_ascii_digit()).any(|number| number == "2");
    let said = |text: &&&String| TABLE.child.second.iter().any(|w| begins(&words_of(text), w));
    texts.iter().any(|text| numbered(&text) || said(&text))
}

/// Whether it asks about a child, and not about whose child it is.
fn is_childs(field: &Field) -> bool {
    let says = |text: &String| {
        let guardian = TABLE.role.iter().filter(|r| r.beside_child).any(|r| r.says(text));
        !guardian && TABLE.child.words.iter().any(|w| begins(text, w))
    };
    let heading = field.headings.first().map(|h| words_of(h));
    [own_words(field)].iter().chain(&heading).any(says)
}

/// Whom a text speaks of, if it says.
fn said_of(text: &str, own_beside: bool, child_beside: bool) -> Option<&'static str> {
    let counts = |r: &&RoleRow| (own_beside || !r.beside_own) && (child_beside || !r.beside_child);
    TABLE.role.iter().filter(counts).find(|r| r.says(text)).map(|r| r.role.as_str())
}

/// Whether the field itself says that it asks for the visitor's own: `Din e-post`.
fn is_own(field: &Field) -> bool {
    said_of(&own_words(field), true, false) == Some(VISITOR)
}

/// Tells every field of one document what stands beside it in its form.
pub fn tell_beside(fields: &mut [Field]) {
    let own: Vec<String> = fields.iter().filter(|f| is_own(f)).map(|f| f.form.clone()).collect();
    let children: Vec<String> = fields.iter().filter(|f| is_childs(f)).map(|f| f.form.clone()).collect();
    for field in fields {
        (field.own_beside, field.child_beside) = (own.contains(&field.form), children.contains(&field.form));
    }
}

impl RoleRow {
    fn says(&self, text: &str) -> bool {
        self.words.values().flatten().any(|w| begins(text, w)) || self.asks_of_somebody(text)
    }

    /// `coach e mail`; in English also `coach s e mail` and `e mail of your coach`.
    fn asks_of_somebody(&self, text: &str) -> bool {
        self.nouns.iter().any(|(language, nouns)| {
            let things = TABLE.things.get(language).map_or(&[][..], Vec::as_slice);
            nouns.iter().any(|noun| {
                text.match_indices(noun.as_str()).any(|(at, _)| {
                    let (before, behind) = (&text[..at], &text[at + noun.len()..]);
                    let behind = behind.strip_prefix(" s").filter(|b| b.starts_with(' ')).unwrap_or(behind);
                    let asks =
                        behind.strip_prefix(' ').is_some_and(|b| things.iter().any(|t| b.starts_with(t.as_str())));
                    let of = [" of", " of the", " of your"];
                    let begun = before.strip_suffix(' ').filter(|_| behind.is_empty() || behind.starts_with(' '));
                    let asked = begun.and_then(|b| of.iter().find_map(|of| b.strip_suffix(of)));
                    (before.is_empty() || before.ends_with(' '))
                        && (asks
                            || language == "en"
                                && asked.is_some_and(|b| things.iter().any(|t| b.ends_with(t.as_str()))))
                })
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(label: &str) -> Field {
        Field { label: label.into(), ..Field::default() }
    }

    #[test]
    fn the_table_keeps_its_promises() {
        for row in &TABLE.role {
            let (own_beside, child_beside) = (row.beside_own, row.beside_child);
            let said = |label: &str| role_of(&Field { own_beside, child_beside, ..labelled(label) });
            for example in &row.examples {
                assert_eq!(said(example), row.role, "{example}");
            }
            for counter in &row.counter {
                assert_ne!(said(counter), row.role, "{counter}");
            }
        }
    }

    #[test]
    fn a_second_person_is_told_by_its_number() {
        for (label, role) in [
            ("Person 2, telefon", "end-user"),
            ("Henkilö 3: nimi", "end-user"),
            ("Person 1, telefon", "user"),
            ("Antal personer 2", "user"),
        ] {
            assert_eq!(role_of(&labelled(label)), role, "{label}");
        }
        let named = Field { name: "applicant[2][phone]".into(), ..labelled("Telefon") };
        let under = Field { headings: vec!["Person 2".into()], ..labelled("Namn") };
        assert_eq!([named, under].each_ref().map(role_of), ["end-user"; 2]);
    }

    /// A parent who signs a child up is the visitor; the child, and the other parent, are not.
    #[test]
    fn a_guardian_who_fills_in_a_childs_form_is_the_visitor() {
        for (child, guardian, other) in [
            ("Barnets personnummer", "Vårdnadshavarens e-post", "Vårdnadshavare 2 e-post"),
            ("Lapsen nimi", "Huoltajan sähköposti", "Toisen huoltajan sähköposti"),
            ("Child's name", "Parent's e-mail", "Second guardian's e-mail"),
        ] {
            let mut form = [child, guardian, other].map(labelled);
            tell_beside(&mut form);
            assert_eq!(form.each_ref().map(role_of), ["end-user", "user", "end-user"], "{guardian}");
            let mut alone = [guardian, other].map(labelled);
            tell_beside(&mut alone);
            assert_eq!(alone.each_ref().map(role_of), ["end-user"; 2], "{guardian}: whose form it is nobody knows");
        }
        let under = |heading: &str, label: &str| Field { headings: vec![heading.into()], ..labelled(label) };
        let mut form = [under("Lapsen tiedot", "Nimi"), under("Huoltajan tiedot", "Sähköposti")];
        tell_beside(&mut form);
        assert_eq!(form.each_ref().map(role_of), ["end-user", "user"]);
    }

    #[test]
    fn who_applies_is_somebody_else_beside_the_visitors_own() {
        let mut fields = ["Den sökandes telefon", "Din e-post"].map(labelled);
        assert_eq!(role_of(&fields[0]), "user");
        tell_beside(&mut fields);
        assert_eq!((role_of(&fields[0]), role_of(&fields[1])), ("end-user".to_owned(), "user".to_owned()));
    }

    #[test]
    fn the_form_tells_whose_when_the_field_does_not() {
        let mut field = labelled("Mobilnummer");
        field.context = "invite /invite Bjud in till videomöte".into();
        assert_eq!(role_of(&field), "end-user");
        field.label = "Ditt mobilnummer".into();
        assert_eq!(role_of(&field), "user");
    }

    #[test]
    fn the_nearest_heading_tells_whose_before_the_form_does() {
        let under = |headings: &[&str], context: &str| {
            let headings = headings.iter().map(|h| (*h).to_owned()).collect();
            role_of(&Field { headings, context: context.into(), ..labelled("Puhelin") })
        };
        assert_eq!(under(&["Kenelle käynti tilataan?"], "tilaus /tilaus Tilaa"), "end-user");
        assert_eq!(under(&["Om dig", "Uppgifter om barnet"], "invite"), "user");
        assert_eq!(under(&["Kontaktuppgifter", "Närstående vi får kontakta"], ""), "end-user");
        assert_eq!(under(&["Yhteystiedot"], "tilaus"), "user");
    }
}
