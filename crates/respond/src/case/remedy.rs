//! Whether an act after the notification is allowed: measures, erasure by recipients, supervision.

use super::decide::{Allowed, Refusal, needed, not_before, not_before_suspected, past, reasoned};
use super::{Act, Case};
use crate::supervision::misnamed;
use jiff::Timestamp;

pub fn measure(case: &Case, act: &Act, now: Timestamp) -> Allowed {
    let exists = |id: &str| case.measures.iter().any(|m| m.id == id);
    match act {
        Act::AddMeasure { id, what, owner, article_32, .. } => {
            needed("id", id)?;
            reasoned("what", what)?;
            needed("owner", owner)?;
            if exists(id) {
                return Err(Refusal::new("id", "measure-exists", format!("measure `{id}` exists already")));
            }
            let letters = ["a", "b", "c", "d"];
            match article_32.iter().find(|l| !letters.contains(&l.as_str())) {
                Some(wrong) => Err(Refusal::new("article_32", "article-32", "Art. 32(1) has the letters a to d")
                    .found(wrong.clone())
                    .allowed(&letters)),
                None => Ok(()),
            }
        }
        Act::DoMeasure { id, done, proof, .. } => {
            if !exists(id) {
                let known: Vec<&str> = case.measures.iter().map(|m| m.id.as_str()).collect();
                return Err(Refusal::new("id", "measure", "there is no such measure")
                    .found(id.clone())
                    .allowed(&known));
            }
            reasoned("proof", proof)?;
            past("done", *done, now)?;
            // A machine may have acted before anybody suspected.
            match case.times.occurred.start() {
                Some(start) => not_before("done", *done, "occurred", start),
                None => not_before_suspected("done", *done, case),
            }
        }
        _ => Ok(()),
    }
}

pub fn erasure(case: &Case, act: &Act, now: Timestamp) -> Allowed {
    let request = |name: &str| case.erasures.iter().rev().find(|r| r.recipient == name);
    let missing =
        |name: &str| Refusal::new("recipient", "no-request", "nothing was asked of this recipient").found(name);
    match act {
        Act::RequestErasure { recipient, sent, due } => {
            needed("recipient", recipient)?;
            past("sent", *sent, now)?;
            not_before_suspected("sent", *sent, case)?;
            not_before("due", *due, "sent", *sent)
        }
        Act::AnswerErasure { recipient, answered, .. } => {
            let request = request(recipient).ok_or_else(|| missing(recipient))?;
            past("answered", *answered, now)?;
            not_before("answered", *answered, "sent", request.sent)
        }
        Act::EscalateErasure { recipient, to, reason } => {
            request(recipient).ok_or_else(|| missing(recipient))?;
            needed("to", to)?;
            reasoned("reason", reason)
        }
        _ => Ok(()),
    }
}

pub fn supervision(case: &Case, act: &Act, now: Timestamp) -> Allowed {
    match act {
        Act::Asked { authority, reference, received, due, question } => {
            needed("authority", authority)?;
            needed("reference", reference)?;
            reasoned("question", question)?;
            if case.questions.iter().any(|q| q.reference == *reference && q.answered.is_none()) {
                let message = "a question with this reference is open already";
                return Err(Refusal::new("reference", "question-open", message).found(reference.clone()));
            }
            past("received", *received, now)?;
            due.map_or(Ok(()), |due| not_before("due", due, "received", *received))
        }
        Act::Answered { reference, sent, .. } => {
            let open = case.questions.iter().find(|q| q.reference == *reference && q.answered.is_none());
            let question = open.ok_or_else(|| {
                Refusal::new("reference", "no-question", "no question with this reference is open")
                    .found(reference.clone())
            })?;
            past("sent", *sent, now)?;
            not_before("sent", *sent, "received", question.received)
        }
        Act::Decided { authority, reference, decided, received, outcome, articles, .. } => {
            needed("authority", authority)?;
            needed("reference", reference)?;
            needed("outcome", outcome)?;
            real(articles)?;
            if received < decided {
                let message = "a decision cannot be received before it was made";
                return Err(Refusal::new("received", "received-before-decided", message).found(received.to_string()));
            }
            let known = case.times.aware.iter().map(|a| a.at).chain(case.times.suspected).min();
            if let Some(known) = known.map(|at| at.to_zoned(case.zone()).date()).filter(|known| decided < known) {
                let message = "a decision cannot be older than what it decides on: the breach was not known yet";
                let refusal = Refusal::new("decided", "decided-before-known", message).found(decided.to_string());
                return Err(refusal.allowed(&[format!("{known} or later")]));
            }
            let today = now.to_zoned(case.zone()).date();
            if *received > today {
                let refusal = Refusal::new("received", "in-future", "`received` lies in the future");
                return Err(refusal.found(received.to_string()).allowed(&[format!("{today} or earlier")]));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn real(articles: &[String]) -> Allowed {
    match articles.iter().find_map(|article| Some((article, misnamed(article)?))) {
        Some((article, right)) => {
            let message = format!("the GDPR has no article `{article}`");
            Err(Refusal::new("articles", "no-article", message).found(article.clone()).allowed(&[right]))
        }
        None => Ok(()),
    }
}
