//! What the browser is told of a key: its place on the keyboard (UI Events KeyboardEvent code Values; a US keyboard, with the
//! letters of Swedish and Finnish ones in their places), its Windows virtual-key code and the text it types.

use serde_json::{Value, json};

/// Bit of Shift in `modifiers` of the protocol's domain Input.
const SHIFT: u32 = 8;

/// Places of signs: code, virtual-key code, and what is typed alone and with Shift.
const SIGNS: [(&str, u32, &str); 25] = [
    ("Backquote", 192, "`~"),
    ("Backslash", 220, "\\|"),
    ("BracketLeft", 219, "[{"),
    ("BracketLeft", 221, "åÅ"),
    ("BracketRight", 221, "]}"),
    ("Comma", 188, ",<"),
    ("Digit0", 48, "0)"),
    ("Digit1", 49, "1!"),
    ("Digit2", 50, "2@"),
    ("Digit3", 51, "3#"),
    ("Digit4", 52, "4$"),
    ("Digit5", 53, "5%"),
    ("Digit6", 54, "6^"),
    ("Digit7", 55, "7&"),
    ("Digit8", 56, "8*"),
    ("Digit9", 57, "9("),
    ("Equal", 187, "=+"),
    ("Minus", 189, "-_"),
    ("Period", 190, ".>"),
    ("Quote", 222, "'\""),
    ("Quote", 222, "äÄ"),
    ("Semicolon", 186, ";:"),
    ("Semicolon", 192, "öÖ"),
    ("Slash", 191, "/?"),
    ("Space", 32, " "),
];

/// Bit of a key that changes what others do while it is down; 0 for these others.
pub fn modifier(key: &str) -> u32 {
    match key {
        "Alt" => 1,
        "Control" => 2,
        "Meta" => 4,
        "Shift" => SHIFT,
        _ => 0,
    }
}

/// The event of a key that goes down or up, while others (`modifiers`) are down.
pub fn event(down: bool, key: &str, modifiers: u32) -> Value {
    let (code, number, _) = place(key);
    // Beside the other modifiers a key types nothing: it is a command.
    let text = text(key).filter(|_| down && modifiers & !SHIFT == 0);
    let kind = match (down, text) {
        (true, Some(_)) => "keyDown",
        (true, None) => "rawKeyDown",
        (false, _) => "keyUp",
    };
    let mut event = json!({
        "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
        "location": u8::from(code.ends_with("Left") && code != "ArrowLeft" && code != "BracketLeft"),
    });
    if let Some(text) = text {
        event["text"] = json!(text);
        event["unmodifiedText"] = json!(text);
    }
    event
}

/// The events of a character that is typed. A new line in a text is typed with Shift: without it many pages send.
pub fn typed(letter: char) -> [Value; 2] {
    let letter = letter.to_string();
    let key = if letter == "\n" { "Enter" } else { &letter };
    let shift = if letter == "\n" || place(key).2 { SHIFT } else { 0 };
    [event(true, key, shift), event(false, key, shift)]
}

fn text(key: &str) -> Option<&str> {
    match key {
        "Enter" => Some("\r"),
        _ => Some(key).filter(|key| key.chars().count() == 1),
    }
}

/// Code, virtual-key code, and whether Shift is down for it.
fn place(key: &str) -> (String, u32, bool) {
    let mut letters = key.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => place_of(letter),
        _ => (named_code(key), named_number(key), false),
    }
}

fn place_of(letter: char) -> (String, u32, bool) {
    if letter.is_ascii_alphabetic() {
        let upper = letter.to_ascii_uppercase();
        return (format!("Key{upper}"), upper.into(), letter == upper);
    }
    let sign = SIGNS.iter().find_map(|(code, number, typed)| Some((code, number, typed.find(letter)?)));
    sign.map_or((String::new(), 0, false), |(code, number, at)| ((*code).to_owned(), *number, at > 0))
}

/// What stands on both sides of a keyboard is taken on the left.
fn named_code(key: &str) -> String {
    match key {
        "Alt" | "Control" | "Meta" | "Shift" => format!("{key}Left"),
        "AltGraph" => "AltRight".to_owned(),
        _ => key.to_owned(),
    }
}

fn named_number(key: &str) -> u32 {
    let function = key.strip_prefix('F').and_then(|n| n.parse::<u32>().ok());
    match key {
        "Backspace" => 8,
        "Tab" => 9,
        "Enter" => 13,
        "Shift" => 16,
        "Control" => 17,
        "Alt" => 18,
        "Pause" => 19,
        "CapsLock" => 20,
        "Escape" => 27,
        "PageUp" => 33,
        "PageDown" => 34,
        "End" => 35,
        "Home" => 36,
        "ArrowLeft" => 37,
        "ArrowUp" => 38,
        "ArrowRight" => 39,
        "ArrowDown" => 40,
        "PrintScreen" => 44,
        "Insert" => 45,
        "Delete" => 46,
        "Meta" => 91,
        "ContextMenu" => 93,
        "NumLock" => 144,
        "ScrollLock" => 145,
        "AltGraph" => 225,
        _ => function.map_or(0, |n| 111 + n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_its_place_its_number_and_its_text() {
        for (key, code, number, text) in [
            ("a", "KeyA", 65, Some("a")),
            ("A", "KeyA", 65, Some("A")),
            ("7", "Digit7", 55, Some("7")),
            ("@", "Digit2", 50, Some("@")),
            (" ", "Space", 32, Some(" ")),
            ("Ö", "Semicolon", 192, Some("Ö")),
            ("Enter", "Enter", 13, Some("\r")),
            ("Control", "ControlLeft", 17, None),
            ("F12", "F12", 123, None),
            ("ArrowLeft", "ArrowLeft", 37, None),
            ("語", "", 0, Some("語")),
        ] {
            let event = event(true, key, 0);
            assert_eq!((event["code"].as_str(), event["windowsVirtualKeyCode"].as_u64()), (Some(code), Some(number)));
            assert_eq!(event["text"].as_str(), text, "{key}");
        }
    }

    #[test]
    fn beside_control_a_key_types_nothing_and_what_needs_shift_has_it() {
        assert_eq!((event(true, "a", 2)["type"].as_str(), event(true, "a", 2).get("text")), (Some("rawKeyDown"), None));
        assert_eq!(event(true, "A", SHIFT)["text"], "A");
        let shifts = |letter| typed(letter)[0]["modifiers"].as_u64();
        assert_eq!(
            ["A", "a", "+", "-", "ä", "Ä", "\n"].map(|l| shifts(l.chars().next().unwrap())),
            [8, 0, 8, 0, 0, 8, 8].map(Some)
        );
        assert_eq!(
            (event(true, "Shift", SHIFT)["location"].as_u64(), event(true, "ArrowLeft", 0)["location"].as_u64()),
            (Some(1), Some(0))
        );
    }
}
