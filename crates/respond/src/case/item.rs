//! Whether an answer to an item of the notification can be one: a word of a closed list, a number, a day, files of the case.

use super::decide::{Allowed, Refusal, past, reasoned};
use super::{Act, Case, ItemStatus};
use crate::form::{Answers, answers};
use crate::tables::tables;
use facts::{Place, Problem};
use jiff::Timestamp;
use jiff::civil::Date;

/// What is written in words as a number or a file's name becomes one.
pub(super) fn item(case: &Case, act: &mut Act, now: Timestamp) -> Allowed {
    let Act::SetItem { item, status, text, number, files } = act else { return Ok(()) };
    let Some(kind) = answers(item) else {
        let message = format!("`{item}` is no item of Art. 33(3)");
        return Err(Refusal::new("item", "item", message).found(item.clone()).allowed(&tables().form.items));
    };
    if let Some(n) = number.filter(|n| *n < 0.0 || n.fract() != 0.0) {
        let message = "a count is a whole number, 0 or more";
        return Err(Refusal::new("number", "whole-number", message).found(n.to_string()));
    }
    annexed(case, kind, files)?;
    match status {
        ItemStatus::Unknown { promised: Some(at) } if *at <= now => {
            Err(Refusal::new("promised", "promise-past", "the promised date has passed already").found(at.to_string()))
        }
        ItemStatus::Unknown { .. } => Ok(()),
        ItemStatus::NotApplicable if text.is_blank() => {
            Err(Refusal::new("text", "reason-missing", "why it does not apply has to be said"))
        }
        ItemStatus::NotApplicable => Ok(()),
        ItemStatus::Known | ItemStatus::Assumed => match (kind, text.open().map(str::trim)) {
            (Answers::Options(options), answer) => chosen(item, answer.unwrap_or_default(), options),
            (Answers::Number, answer) => counted(answer.unwrap_or_default(), number),
            (Answers::Moment, answer) => moment(case, answer.unwrap_or_default(), now),
            (Answers::Files, _) if !files.is_empty() => Ok(()),
            (Answers::Files | Answers::Text, _) if number.is_some() => Ok(()),
            (Answers::Files | Answers::Text, _) => reasoned("text", text),
        },
    }
}

fn chosen(item: &str, answer: &str, options: &[String]) -> Allowed {
    if options.iter().any(|o| o == answer) {
        return Ok(());
    }
    let message = format!("`{item}` is answered by one of its options");
    Err(Refusal::new("text", "item-option", message).found(answer).allowed(options))
}

/// Reads `90 000` where no number is given beside it.
fn counted(answer: &str, number: &mut Option<f64>) -> Allowed {
    let digits: String = answer.split_whitespace().collect();
    if number.is_none() {
        *number = digits.parse::<u64>().ok().map(|n| n as f64);
    }
    match number {
        Some(_) => Ok(()),
        None => {
            let message = "this item is answered by a whole number; whether it is exact is an item of its own";
            Err(Refusal::new("text", "item-number", message).found(answer).allowed(&["120"]))
        }
    }
}

fn moment(case: &Case, answer: &str, now: Timestamp) -> Allowed {
    let named = |problem: Problem| {
        let day = (problem.code == "moment").then(|| "2026-04-02".to_owned());
        let allowed = problem.allowed.iter().cloned().chain(day).collect();
        Refusal(Problem { place: Place::source("text"), allowed, ..problem })
    };
    match answer.parse::<Date>() {
        // A day without a time is in the future where it has not begun.
        Ok(day) if !answer.contains([':', 'T']) => {
            let begins = crate::moment_in(&format!("{day}T00:00"), &case.country).map_err(named)?;
            past("text", begins, now)
        }
        _ => past("text", crate::moment_in(answer, &case.country).map_err(named)?, now),
    }
}

/// Files are named as they are kept with the case, or by their digest.
fn annexed(case: &Case, kind: Answers, files: &mut [String]) -> Allowed {
    let kept: Vec<&str> = case.attachments.iter().map(|a| a.name.as_str()).collect();
    if kind != Answers::Files && !files.is_empty() {
        return Err(Refusal::new("files", "item-files", "files are annexed by the item `attachments`"));
    }
    for file in files {
        let known = case.attachments.iter().rev().find(|a| a.digest == *file || a.name == *file);
        let mut same: Vec<&str> = case.attachments.iter().filter(|a| a.name == *file).map(|a| &*a.digest).collect();
        same.dedup();
        match known {
            Some(attachment) if attachment.name == *file && same.len() > 1 => {
                let message =
                    format!("several files of the name `{file}` are kept with the case: name it by its digest");
                return Err(Refusal::new("files", "item-file-twice", message).found(file.clone()).allowed(&same));
            }
            Some(attachment) => file.clone_from(&attachment.digest),
            None => {
                let message = format!("no file `{file}` is kept with the case");
                return Err(Refusal::new("files", "item-file", message).found(file.clone()).allowed(&kept));
            }
        }
    }
    Ok(())
}
