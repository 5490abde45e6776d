//! Closed shadow trees: no script gets at them, the debugger does.

use super::frames::Frame;
use super::page::Page;
use serde_json::{Value, json};

impl Page {
    /// Shows the helper every closed shadow tree of a document, in a tab that has shown some. What cannot be had is left out:
    /// the document may be gone by now.
    pub(super) async fn adopt_closed(&self, frame: &Frame) {
        if !self.look(|w| w.has_closed(self.lane)) {
            return;
        }
        let call = |method: &'static str, params: Value| self.on(&frame.session, method, params);
        let Ok(tree) = call("DOM.getDocument", json!({"depth": -1, "pierce": true})).await else { return };
        let mut roots = Vec::new();
        closed_roots(&tree["root"], &mut roots);
        for root in roots {
            let params = json!({"backendNodeId": root, "executionContextId": frame.context});
            let Ok(node) = call("DOM.resolveNode", params).await else { continue };
            let adopt = json!({
                "objectId": node["object"]["objectId"], "functionDeclaration": "function () { sluss.adopt(this); }",
            });
            let _ = call("Runtime.callFunctionOn", adopt).await;
        }
        let _ = call("DOM.disable", json!({})).await;
    }
}

fn closed_roots(node: &Value, found: &mut Vec<i64>) {
    if node["shadowRootType"] == "closed" {
        found.extend(node["backendNodeId"].as_i64());
    }
    for kind in ["children", "shadowRoots"] {
        node[kind].as_array().into_iter().flatten().for_each(|child| closed_roots(child, found));
    }
    // A frame of the same process stands inside its element.
    if node["contentDocument"].is_object() {
        closed_roots(&node["contentDocument"], found);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn closed_trees_are_found_at_any_depth() {
        let tree = serde_json::json!({"children": [
            {"shadowRoots": [{"shadowRootType": "closed", "backendNodeId": 7, "children": [
                {"shadowRoots": [{"shadowRootType": "closed", "backendNodeId": 8}]},
                {"shadowRoots": [{"shadowRootType": "user-agent", "backendNodeId": 9}]},
            ]}]},
        ]});
        let mut found = Vec::new();
        super::closed_roots(&tree, &mut found);
        assert_eq!(found, [7, 8]);
    }
}
