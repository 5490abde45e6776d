//! What a duty is called: its name, and what it is about in words instead of ids.

use crate::{Words, moment, vendor};
use respond::{Case, Duty};

/// Name of the duty and what it is about; a measure by its text. For those who may read the case.
pub fn duty_title(w: &Words, case: &Case, duty: &Duty, destroyed: &str) -> String {
    let measure = case.measures.iter().find(|m| duty.id == "measure" && m.id == duty.about);
    match measure.map(|m| m.what.open().unwrap_or(destroyed)) {
        Some(text) => joined(w, &duty.id, text.lines().next().unwrap_or_default()),
        None => duty_name(w, &duty.id, &duty.about),
    }
}

/// The same without any text of the case: for what travels through other people's machines.
pub fn duty_name(w: &Words, duty: &str, about: &str) -> String {
    let about = match duty {
        "report" => regime_stage(w, about),
        "complete-item" => w.or("respond-item", about),
        "erasure" => vendor(w, about),
        "notify-authority" | "supplement" | "follow-up" => authority(w, about),
        _ => about.to_owned(),
    };
    joined(w, duty, &about)
}

fn joined(w: &Words, duty: &str, about: &str) -> String {
    let what = w.or("respond-duty", duty);
    if about.is_empty() { what } else { format!("{what}: {about}") }
}

/// `regime/stage` in words.
pub fn regime_stage(w: &Words, about: &str) -> String {
    let (regime, stage) = about.split_once('/').unwrap_or((about, ""));
    format!("{}, {}", w.or("web-option-regimes", regime), w.or("web-option-stage", stage))
}

/// A request for erasure with what came of it.
pub fn asked(w: &Words, asked: &respond::Asked) -> String {
    let day = |at: &respond::Moment| moment(w, *at);
    let request = [("recipient", vendor(w, &asked.recipient).into()), ("at", day(&asked.sent).into())];
    let answer = match (asked.outcome, &asked.answered) {
        (Some(outcome), Some(at)) => {
            let word = match outcome {
                respond::Erasure::Confirmed => "confirmed",
                respond::Erasure::Partly => "partly",
                respond::Erasure::Refused => "refused",
            };
            format!("{} ({})", w.say(&format!("web-option-outcome-{word}")), day(at))
        }
        _ => w.say("respond-erasure-unanswered"),
    };
    let note = asked.note.as_ref().and_then(respond::Text::open).map(|note| format!(". {note}")).unwrap_or_default();
    format!("{}: {answer}{note}", w.with("respond-erasure-asked", &request))
}

/// A sending to the people: when, to how many of whom, and its text where it is asked.
pub fn sent(w: &Words, sent: &respond::Sent, text: Option<&str>) -> String {
    let people = sent.people.map(|n| w.with("respond-sent-people", &[("n", n.into())]));
    let group = sent.group.clone();
    let head: Vec<String> = [Some(moment(w, sent.at)), people, group].into_iter().flatten().collect();
    let text = text.map(|text| format!("\n{text}")).unwrap_or_default();
    format!("{}{text}", head.join(", "))
}

/// Fields of the notification by their labels: `ids` with commas between.
pub fn fields(w: &Words, ids: &str) -> String {
    let labels: Vec<String> = ids.split(", ").map(|id| w.or("respond-field", id)).collect();
    labels.join("; ")
}

/// Open duties, one a line as its id and what it is about: each with its name and what fulfils it.
pub fn open_duties(w: &Words, lines: &str) -> String {
    let one = |line: &str| {
        let (id, about) = line.split_once(' ').unwrap_or((line, ""));
        format!("{} ({})", duty_name(w, id, about), w.or("respond-duty-how", id))
    };
    lines.lines().map(one).collect::<Vec<_>>().join("; ")
}

/// A supervisory authority by its name in this language, where it has one; what none is called stays.
pub fn authority(w: &Words, named: &str) -> String {
    respond::authority_named(named).map_or(named, |a| a.name_in(w.lang().tag())).to_owned()
}

/// The same for a text that may be any name: only what is an authority's whole name is told in this language.
pub fn authority_name(w: &Words, named: &str) -> String {
    let whole = respond::authority_named(named).filter(|a| a.name == named);
    whole.map_or(named, |a| a.name_in(w.lang().tag())).to_owned()
}

/// What of a case speaks against its clock, or is open about who is told.
pub fn caution(w: &Words, caution: &respond::Caution) -> String {
    let at = caution.at.map(|at| moment(w, at)).unwrap_or_default();
    let args = [("at", at.into()), ("who", authority(w, caution.who.as_deref().unwrap_or_default()).into())];
    format!("{} [{}]", w.with(&format!("respond-caution-{}", caution.id), &args), w.cite(caution.source))
}

/// What a plan lacks. Roles are the organisation's own words; the usual ones are translated.
pub fn plan_gap(w: &Words, code: &str, about: &str) -> String {
    let key = match code {
        "decides" => "web-conclude",
        "text" => "web-option-language",
        _ => "web-plan-role",
    };
    w.with(&format!("respond-plan-gap-{code}"), &[("about", w.or(key, about).into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Lang;

    #[test]
    fn a_duty_and_a_gap_are_told_without_ids() {
        let [sv, fi] = [Lang::Sv, Lang::Fi].map(Words::new);
        let report = duty_name(&sv, "report", "nis2/early-warning");
        assert!(report.ends_with(": cybersäkerhet (NIS2), tidig varning"), "{report}");
        let item = duty_name(&sv, "complete-item", "records-number");
        assert!(item.ends_with(": Antal personuppgiftsposter (inte personer)"), "{item}");
        assert_ne!(duty_name(&sv, "erasure", "meta"), format!("{}: meta", sv.say("respond-duty-erasure")));
        let office = "Tietosuojavaltuutetun toimisto";
        for named in [authority(&sv, "FI"), authority(&sv, office), authority_name(&sv, office)] {
            assert_eq!(named, "Dataombudsmannens byrå");
        }
        assert_eq!((authority(&fi, "FI").as_str(), authority_name(&sv, "FI").as_str()), (office, "FI"));
        assert!(plan_gap(&sv, "text", "fi").ends_with("på finska"));
        for gap in [plan_gap(&fi, "decides", "authority"), plan_gap(&fi, "contact", "deputy")] {
            assert!(!gap.contains("authority") && !gap.contains("deputy"), "{gap}");
        }
    }
}
