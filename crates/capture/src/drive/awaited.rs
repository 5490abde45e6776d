//! Steps of a recording that wait: for an element, for an expression.

use super::consent::Located;
use super::page::PageError;
use super::recorded::{GLANCE, document, find, limit, missing, no_frame};
use super::visit::Visit;
use facts::{RecordedStep, StepAction};
use serde_json::{Value, json};
use tokio::time::Instant;

/// What is there in place of what was waited for.
async fn unlike(visit: &Visit<'_, '_>, step: &RecordedStep, found: Option<&Located>) -> PageError {
    let StepAction::WaitForElement { visible, count, .. } = &step.action else { return missing(visit, step).await };
    let there = found.map_or(0, |f| f.count);
    let wanted = step.selectors.first().and_then(|chain| chain.last()).cloned().unwrap_or_default();
    if let Some((operator, count)) = count.as_ref().filter(|_| !is_awaited(found, *visible, count.as_ref())) {
        return PageError::Element(format!(
            "`{wanted}` was found {there} times, and {operator} {count} was waited for"
        ));
    }
    match found {
        None => missing(visit, step).await,
        Some(f) if *visible == Some(true) && !f.visible => {
            PageError::Element(format!("`{wanted}` is there, but never became visible"))
        }
        Some(f) if *visible == Some(false) && f.visible => {
            PageError::Element(format!("`{wanted}` never went out of sight"))
        }
        Some(_) => PageError::Element(format!("`{wanted}` is there, but not as the recording has it")),
    }
}

fn is_awaited(found: Option<&Located>, visible: Option<bool>, count: Option<&(String, usize)>) -> bool {
    if let Some((operator, wanted)) = count {
        let there = found.map_or(0, |f| f.count);
        return match operator.as_str() {
            "<=" => there <= *wanted,
            ">=" => there >= *wanted,
            _ => there == *wanted,
        };
    }
    match visible {
        Some(false) => found.is_none_or(|f| !f.visible),
        Some(true) => found.is_some_and(|f| f.visible),
        None => found.is_some(),
    }
}

pub async fn wait_for(visit: &Visit<'_, '_>, step: &RecordedStep) -> Result<(), PageError> {
    let StepAction::WaitForElement { visible, count, attributes, properties } = &step.action else { return Ok(()) };
    let value = |json: &Option<String>| json.as_deref().and_then(|t| serde_json::from_str::<Value>(t).ok());
    let wanted = [value(attributes).unwrap_or(json!({})), value(properties).unwrap_or(json!({}))];
    let end = Instant::now() + limit(visit, step);
    loop {
        let found = find(visit, step).await;
        let agrees = match &found {
            Some((frame, found)) => {
                let has = visit.page.ask(frame, "agrees", json!([found.n, wanted[0], wanted[1]]));
                has.await.unwrap_or(false)
            }
            None => true,
        };
        if agrees && is_awaited(found.as_ref().map(|f| &f.1), *visible, count.as_ref()) {
            return Ok(());
        }
        if Instant::now() >= end || visit.stop.stopped() {
            return Err(unlike(visit, step, found.as_ref().map(|f| &f.1)).await);
        }
        tokio::time::sleep(GLANCE).await;
    }
}

/// What throws is not true yet.
pub async fn wait_true(visit: &Visit<'_, '_>, step: &RecordedStep, expression: &str) -> Result<(), PageError> {
    let end = Instant::now() + limit(visit, step);
    loop {
        let told = match document(visit, step).await {
            Some(frame) => visit.page.truth(&frame, expression).await,
            None => Err(no_frame(step)),
        };
        if let Ok(true) = told {
            return Ok(());
        }
        if Instant::now() >= end || visit.stop.stopped() {
            let error = told.err().map(|error| format!(": {error}")).unwrap_or_default();
            return Err(PageError::Script(format!("the awaited expression never became true{error}")));
        }
        tokio::time::sleep(GLANCE).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_visibility_are_awaited_as_the_recorder_means_them() {
        let located = |count, visible| Located {
            n: 0,
            count,
            visible,
            drawn: visible,
            tag: String::new(),
            kind: String::new(),
            selector: String::new(),
        };
        let count = |op: &str, n| Some((op.to_owned(), n));
        assert!(is_awaited(Some(&located(2, true)), None, count(">=", 2).as_ref()));
        assert!(is_awaited(None, None, count("==", 0).as_ref()));
        assert!(is_awaited(Some(&located(1, false)), Some(false), None));
        assert!(!is_awaited(Some(&located(1, false)), Some(true), None));
    }
}
