use super::{Witness, read};
use crate::devtools::Sender;
use crate::devtools::protocol::{Binding, WorldMade};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// The name under which a script in an isolated world asks for something of the page's own world.
pub const ASKS: &str = "slussAsk";

/// Whose question a command carries: session, world and the question's own name.
pub(super) struct Question {
    session: String,
    world: i64,
    id: String,
}

#[derive(Deserialize)]
struct Asked {
    id: String,
    code: String,
}

#[derive(Deserialize)]
struct Evaluated {
    result: Evaluation,
}

#[derive(Deserialize)]
struct Evaluation {
    #[serde(default)]
    value: Value,
}

impl Witness {
    pub(super) fn world_made(&mut self, session: &str, event: WorldMade) {
        let about = event.context.aux_data;
        if let Some(found) = self.sessions.get_mut(session) {
            if about.is_default {
                found.worlds.insert(about.frame_id.clone(), event.context.id);
            }
            found.frames.insert(event.context.id, about.frame_id);
        }
    }

    /// The world in which a frame's own scripts run.
    pub fn main_world(&self, session: &str, frame: &str) -> Option<i64> {
        self.sessions.get(session)?.worlds.get(frame).copied()
    }

    pub(super) fn question(&mut self, session: &str, event: &Binding, out: &Sender) {
        let Some(found) = self.sessions.get(session) else { return };
        let main = found.frames.get(&event.execution_context_id).and_then(|frame| found.worlds.get(frame));
        let (Some(main), Ok(asked)) = (main, serde_json::from_str::<Asked>(&event.payload)) else { return };
        let evaluate = json!({
            "expression": asked.code, "contextId": main, "returnByValue": true, "awaitPromise": true, "silent": true,
        });
        let command = out.send(session, "Runtime.evaluate", evaluate);
        let question = Question { session: session.to_owned(), world: event.execution_context_id, id: asked.id };
        self.questions.insert(command, question);
    }

    pub(super) fn evaluated(&mut self, command: u64, result: Result<&RawValue, &str>, out: &Sender) {
        let Some(question) = self.questions.remove(&command) else { return };
        let value = result.ok().and_then(read::<Evaluated>).map_or(Value::Bool(false), |e| e.result.value);
        let reply = format!("slussConsent.answer({}, {value})", json!(question.id));
        let params = json!({"expression": reply, "contextId": question.world, "silent": true});
        out.send(&question.session, "Runtime.evaluate", params);
    }
}
