//! Mouse and keys as the browser's input pipeline gets them from a person.

use super::frames::Frame;
use super::keys;
use super::page::{Page, PageError};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    Mouse,
    Pen,
    Touch,
}

/// How an element is pressed.
pub struct Press {
    pub clicks: u32,
    /// As the protocol calls it.
    pub button: &'static str,
    pub device: Device,
    /// Pixels from the left top corner of the element's box; else its middle.
    pub offset: Option<(f64, f64)>,
    /// How long the button is down.
    pub duration: Duration,
}

impl Default for Press {
    fn default() -> Self {
        Self { clicks: 1, button: "left", device: Device::Mouse, offset: None, duration: Duration::ZERO }
    }
}

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
            let [down, up] = keys::typed(letter);
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
    pub async fn click(&self, frame: &Frame, n: usize) -> Result<(), PageError> {
        self.press(frame, n, &Press::default()).await
    }

    /// The same, at the point and for the time that are wanted; where that point takes no click, in the middle.
    pub async fn press(&self, frame: &Frame, n: usize, press: &Press) -> Result<(), PageError> {
        if let Some((x, y)) = press.offset
            && self.ask::<String>(frame, "reachable", json!([n, [x, y]])).await? == "yes"
        {
            return self.mouse(self.point(frame, n, press.offset).await?, press).await;
        }
        let reach: String = self.ask(frame, "reachable", json!([n])).await?;
        match reach.as_str() {
            "gone" => Err(PageError::Element("the element is gone".to_owned())),
            "yes" => self.mouse(self.point(frame, n, None).await?, press).await,
            _ => self.ask::<Value>(frame, "press", json!([n])).await.map(drop),
        }
    }

    /// Clicks where a held element lies, where what lies around it takes the click. False where it takes it itself, or cannot.
    pub async fn click_through(&self, frame: &Frame, n: usize) -> Result<bool, PageError> {
        if self.ask::<String>(frame, "reachable", json!([n])).await? != "through" {
            return Ok(false);
        }
        self.mouse(self.point(frame, n, None).await?, &Press::default()).await.map(|()| true)
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
        let (x, y) = self.point(frame, n, None).await?;
        self.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": x, "y": y})).await.map(drop)
    }

    /// Moves the mouse across the page and out of it at the top, as to the tabs of a browser.
    pub async fn move_away(&self) -> Result<(), PageError> {
        for (x, y) in [(200.0, 600.0), (500.0, 300.0), (640.0, 1.0), (640.0, -40.0)] {
            self.call("Input.dispatchMouseEvent", json!({"type": "mouseMoved", "x": x, "y": y})).await?;
        }
        Ok(())
    }

    async fn mouse(&self, (x, y): (f64, f64), press: &Press) -> Result<(), PageError> {
        let modifiers = self.modifiers.load(Ordering::Relaxed);
        if press.device == Device::Touch {
            return self.touch((x, y), press, modifiers).await;
        }
        let pointer = if press.device == Device::Pen { "pen" } else { "mouse" };
        self.connection.sender.send(
            &self.session,
            "Input.dispatchMouseEvent",
            json!({"type": "mouseMoved", "x": x, "y": y, "modifiers": modifiers}),
        );
        let event = |kind: &str, n: u32| {
            json!({
                "type": kind, "x": x, "y": y, "button": press.button, "clickCount": n, "modifiers": modifiers,
                "pointerType": pointer,
            })
        };
        for n in 1..=press.clicks {
            self.connection.sender.send(&self.session, "Input.dispatchMouseEvent", event("mousePressed", n));
            if !press.duration.is_zero() {
                self.until(press.duration, |_| None::<()>).await;
            }
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

    /// A finger put down and lifted, as often as is wanted. A page hears of fingers where there is something to touch.
    async fn touch(&self, (x, y): (f64, f64), press: &Press, modifiers: u32) -> Result<(), PageError> {
        self.call("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        for _ in 0..press.clicks {
            let points = json!([{"x": x, "y": y}]);
            let down = json!({"type": "touchStart", "touchPoints": points, "modifiers": modifiers});
            self.call("Input.dispatchTouchEvent", down).await?;
            if !press.duration.is_zero() {
                self.until(press.duration, |_| None::<()>).await;
            }
            let up = json!({"type": "touchEnd", "touchPoints": [], "modifiers": modifiers});
            self.call("Input.dispatchTouchEvent", up).await?;
        }
        Ok(())
    }

    /// A point of an element, else its middle, in the coordinates of the tab, across frames of other processes.
    async fn point(&self, frame: &Frame, n: usize, offset: Option<(f64, f64)>) -> Result<(f64, f64), PageError> {
        let object = self.object(frame, n).await?;
        let quads = self.quads(&frame.session, json!({"objectId": object})).await?;
        let (mut x, mut y) = match offset {
            Some((right, down)) => {
                let (left, top) = corner(&quads);
                (left + right, top + down)
            }
            None => centre(quads[0]),
        };
        let mut session = frame.session.clone();
        while session != self.session {
            let frames = self.look(|w| w.frames_below(&self.session));
            let Some((_, id, parent)) = frames.into_iter().find(|f| f.0 == session) else {
                return Err(PageError::Element("the element's frame is gone".to_owned()));
            };
            let owner = self.connection.call(&parent, "DOM.getFrameOwner", json!({"frameId": id})).await?;
            let quads = self.quads(&parent, json!({"backendNodeId": owner["backendNodeId"]})).await?;
            x += quads[0][0];
            y += quads[0][1];
            session = parent;
        }
        Ok((x, y))
    }

    /// The boxes of a node, at least one: eight numbers each, clockwise from the top left.
    async fn quads(&self, session: &str, node: Value) -> Result<Vec<[f64; 8]>, PageError> {
        let answer = self.connection.call(session, "DOM.getContentQuads", node).await?;
        let quads: Vec<[f64; 8]> = serde_json::from_value(answer["quads"].clone()).unwrap_or_default();
        if quads.is_empty() {
            Err(PageError::Element("the element is not on the screen".to_owned()))
        } else {
            Ok(quads)
        }
    }

    /// A key goes down or up. Those that change what others do stay down until they go up.
    pub async fn key(&self, down: bool, key: &str) -> Result<(), PageError> {
        let bit = keys::modifier(key);
        let held = match down {
            true => self.modifiers.fetch_or(bit, Ordering::Relaxed) | bit,
            false => self.modifiers.fetch_and(!bit, Ordering::Relaxed) & !bit,
        };
        self.call("Input.dispatchKeyEvent", keys::event(down, key, held)).await.map(drop)
    }
}

/// The left top corner of the box around all boxes.
fn corner(quads: &[[f64; 8]]) -> (f64, f64) {
    let least =
        |from: usize| quads.iter().flat_map(|q| q.iter().skip(from).step_by(2)).fold(f64::INFINITY, |a, b| a.min(*b));
    (least(0), least(1))
}

fn centre(quad: [f64; 8]) -> (f64, f64) {
    ((quad[0] + quad[2] + quad[4] + quad[6]) / 4.0, (quad[1] + quad[3] + quad[5] + quad[7]) / 4.0)
}
