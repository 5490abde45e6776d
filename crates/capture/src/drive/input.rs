//! Mouse and keys as the browser's input pipeline gets them from a person.

use super::frames::Frame;
use super::page::{Page, PageError};
use serde_json::{Value, json};
use std::path::Path;

impl Page {
    /// Types into a held field with key events, one for each character, and leaves the field. Gives what it then holds.
    pub async fn type_into(&self, frame: &Frame, n: usize, value: &str) -> Result<String, PageError> {
        let held = self.write(frame, n, value).await?;
        let _: Value = self.ask(frame, "blur", json!([n])).await?;
        Ok(held)
    }

    /// The same, and stays in the field.
    pub async fn write(&self, frame: &Frame, n: usize, value: &str) -> Result<String, PageError> {
        let ready: String = self.ask(frame, "focus", json!([n])).await?;
        if ready != "ready" {
            return Err(PageError::Element("the field does not take the focus".to_owned()));
        }
        self.keys(value).await?;
        self.ask(frame, "holds", json!([n])).await
    }

    /// Key events for each character, to whatever has the focus.
    pub async fn keys(&self, value: &str) -> Result<(), PageError> {
        let mut last = Ok(Value::Null);
        for (i, letter) in value.chars().enumerate() {
            let [down, up] = key_events(letter);
            // The browser handles input in order; only the last answer is worth waiting for.
            self.connection.sender.send(&self.session, "Input.dispatchKeyEvent", down);
            if i + 1 == value.chars().count() {
                last = self.call("Input.dispatchKeyEvent", up).await;
            } else {
                self.connection.sender.send(&self.session, "Input.dispatchKeyEvent", up);
            }
        }
        last.map(drop)
    }

    /// Gives a held field a file, as if it had been chosen.
    pub async fn attach(&self, frame: &Frame, n: usize, path: &Path) -> Result<(), PageError> {
        let none = |e: String| PageError::Element(format!("no file could be attached: {e}"));
        let bytes = tokio::fs::read(path).await.map_err(|e| none(e.to_string()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        self.look(|w| w.chosen(&name, bytes));
        let object = self.object(frame, n).await?;
        let files = json!({"files": [path], "objectId": object});
        let set = self.on(&frame.session, "DOM.setFileInputFiles", files).await;
        set.map(drop).map_err(|e| none(e.to_string()))
    }

    /// Whether something else lies over the middle of a held element.
    pub async fn is_covered(&self, frame: &Frame, n: usize) -> bool {
        self.ask::<String>(frame, "reachable", json!([n])).await.is_ok_and(|reach| reach == "covered")
    }

    /// Clicks a held element where it lies on the screen; where something covers it, by script.
    pub async fn click(&self, frame: &Frame, n: usize, clicks: u32, button: &str) -> Result<(), PageError> {
        let reach: String = self.ask(frame, "reachable", json!([n])).await?;
        match reach.as_str() {
            "gone" => return Err(PageError::Element("the element is gone".to_owned())),
            "yes" => {}
            _ => {
                let _: Value = self.ask(frame, "press", json!([n])).await?;
                return Ok(());
            }
        }
        let (x, y) = self.middle(frame, n).await?;
        self.mouse(x, y, clicks, button).await
    }

    /// Clicks where a held element lies, where what lies around it takes the click. False where it takes it itself, or cannot.
    pub async fn click_through(&self, frame: &Frame, n: usize) -> Result<bool, PageError> {
        if self.ask::<String>(frame, "reachable", json!([n])).await? != "through" {
            return Ok(false);
        }
        let (x, y) = self.middle(frame, n).await?;
        self.mouse(x, y, 1, "left").await.map(|()| true)
    }

    /// Enter in a held field, after what stands in it. A field that is gone is let be.
    pub async fn press_enter(&self, frame: &Frame, n: usize) -> Result<(), PageError> {
        let ready: String = self.ask(frame, "focus", json!([n])).await?;
        if ready != "ready" {
            return Ok(());
        }
        for key in ["End", "Enter"] {
            self.key(true, key).await?;
            self.key(false, key).await?;
        }
        Ok(())
    }

    pub async fn hover(&self, frame: &Frame, n: usize) -> Result<(), PageError> {
        let _: String = self.ask(frame, "reachable", json!([n])).await?;
        let (x, y) = self.middle(frame, n).await?;
        self.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": x, "y": y})).await.map(drop)
    }

    /// Moves the mouse across the page and out of it at the top, as to the tabs of a browser.
    pub async fn move_away(&self) -> Result<(), PageError> {
        for (x, y) in [(200.0, 600.0), (500.0, 300.0), (640.0, 1.0), (640.0, -40.0)] {
            self.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": x, "y": y})).await?;
        }
        Ok(())
    }

    async fn mouse(&self, x: f64, y: f64, clicks: u32, button: &str) -> Result<(), PageError> {
        self.connection.sender.send(
            &self.session,
            "Input.dispatchMouseEvent",
            json!({"type": "mouseMoved", "x": x, "y": y}),
        );
        let event = |kind: &str, n: u32| json!({"type": kind, "x": x, "y": y, "button": button, "clickCount": n});
        for n in 1..=clicks {
            self.connection.sender.send(&self.session, "Input.dispatchMouseEvent", event("mousePressed", n));
            let released = self.connection.call_within(
                self.limit,
                &self.session,
                "Input.dispatchMouseEvent",
                event("mouseReleased", n),
            );
            released.await?;
        }
        Ok(())
    }

    /// The middle of an element in the coordinates of the tab, across frames of other processes.
    async fn middle(&self, frame: &Frame, n: usize) -> Result<(f64, f64), PageError> {
        let object = self.object(frame, n).await?;
        let (mut x, mut y) = self.quad(&frame.session, json!({"objectId": object})).await.map(centre)?;
        let mut session = frame.session.clone();
        while session != self.session {
            let frames = self.look(|w| w.frames_below(&self.session));
            let Some((_, id, parent)) = frames.into_iter().find(|f| f.0 == session) else {
                return Err(PageError::Element("the element's frame is gone".to_owned()));
            };
            let owner = self.connection.call(&parent, "DOM.getFrameOwner", json!({"frameId": id})).await?;
            let quad = self.quad(&parent, json!({"backendNodeId": owner["backendNodeId"]})).await?;
            x += quad[0];
            y += quad[1];
            session = parent;
        }
        Ok((x, y))
    }

    /// First content quad of a node: eight numbers, clockwise from the top left.
    async fn quad(&self, session: &str, node: Value) -> Result<[f64; 8], PageError> {
        let answer = self.connection.call(session, "DOM.getContentQuads", node).await?;
        let numbers: Vec<f64> = answer["quads"][0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        numbers.try_into().map_err(|_| PageError::Element("the element is not on the screen".to_owned()))
    }

    pub async fn key(&self, down: bool, key: &str) -> Result<(), PageError> {
        let (code, text) = named_key(key);
        let kind = match (down, text) {
            (true, Some(_)) => "keyDown",
            (true, None) => "rawKeyDown",
            (false, _) => "keyUp",
        };
        let mut event = json!({"type": kind, "key": key, "windowsVirtualKeyCode": code});
        if let (true, Some(text)) = (down, text) {
            event["text"] = json!(text);
        }
        self.call("Input.dispatchKeyEvent", event).await.map(drop)
    }
}

fn centre(quad: [f64; 8]) -> (f64, f64) {
    ((quad[0] + quad[2] + quad[4] + quad[6]) / 4.0, (quad[1] + quad[3] + quad[5] + quad[7]) / 4.0)
}

fn key_events(letter: char) -> [Value; 2] {
    let text = letter.to_string();
    let code = if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() as u32 } else { 0 };
    [
        json!({"type": "keyDown", "text": text, "unmodifiedText": text, "key": text, "windowsVirtualKeyCode": code}),
        json!({"type": "keyUp", "key": text, "windowsVirtualKeyCode": code}),
    ]
}

/// Windows virtual key code and the character a key types (UI Events KeyboardEvent key values).
fn named_key(key: &str) -> (u32, Option<&str>) {
    match key {
        "Enter" => (13, Some("\r")),
        "Tab" => (9, None),
        "Escape" => (27, None),
        "Backspace" => (8, None),
        "Delete" => (46, None),
        "ArrowLeft" => (37, None),
        "ArrowUp" => (38, None),
        "ArrowRight" => (39, None),
        "ArrowDown" => (40, None),
        "Home" => (36, None),
        "End" => (35, None),
        "PageUp" => (33, None),
        "PageDown" => (34, None),
        "Shift" => (16, None),
        "Control" => (17, None),
        "Alt" => (18, None),
        one if one.chars().count() == 1 => {
            let letter = one.chars().next().unwrap_or(' ');
            (if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() as u32 } else { 0 }, Some(one))
        }
        _ => (0, None),
    }
}
