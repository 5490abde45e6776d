//! What a recording types by itself: an export of the Recorder holds what somebody typed, no marks for made-up values.

use facts::{
    Canary, Exchange, Gap, IdentifierKind, Journey, Person, Plan, RecordedStep, Recording, Run, Script, Sighting,
    StepAction,
};
use std::collections::HashSet;

/// Whoever goes through a journey.
const ROLE: &str = "user";

/// Makes canaries of the values that plainly are identifiers, so that they are looked for, and gaps of the others. Gives the
/// ids of those canaries: they may be somebody's own, and their values belong into no report.
pub fn add(recording: &mut Recording, plan: &Plan) -> HashSet<String> {
    let mut added = HashSet::new();
    let mut known: Vec<(IdentifierKind, &str)> = Vec::new();
    for (journey, step, value) in plan.journeys.iter().flat_map(written_out) {
        let done = recording.runs.iter().filter(|run| run.journey == journey.name);
        let done: Vec<(facts::Consent, String)> =
            done.filter_map(|run| Some((run.consent, page(run, step)?))).collect();
        if done.is_empty() {
            continue;
        }
        let field = step.name.strip_prefix("change ").unwrap_or(&step.name);
        let Some(kind) = names(field, step).iter().find_map(|name| kind(name, value)) else {
            recording.gaps.push(Gap::new(
                format!("what step `{}` (line {}) of journey `{}` typed", step.name, step.line, journey.name),
                "the recording holds a value of its own there, no mark for a made-up one: it is not looked for",
            ));
            continue;
        };
        // Somebody's own, in whichever spelling, run and journey it comes again.
        let again = known.iter().find(|(k, v)| *k == kind && is_same(kind, v, value)).map(|(_, v)| *v);
        let value = again.unwrap_or(value);
        if again.is_none() {
            known.push((kind, value));
        }
        for (consent, page) in done {
            let same = |c: &&mut Canary| {
                (c.kind, &*c.value, &c.journey, c.consent, &c.page) == (kind, value, &journey.name, consent, &page)
            };
            if let Some(canary) = recording.canaries.iter_mut().find(same) {
                canary.also_in(field);
                continue;
            }
            let id = format!("c{:02}", recording.canaries.len() + 1);
            added.insert(id.clone());
            recording.canaries.push(Canary {
                id,
                role: ROLE.to_owned(),
                kind,
                value: value.to_owned(),
                field: field.to_owned(),
                further_fields: Vec::new(),
                page,
                frame: None,
                journey: journey.name.clone(),
                consent,
                step: Some(step.name.clone()),
                typed: None,
                country: None,
            });
        }
    }
    added
}

/// Steps that type something without any mark.
fn written_out(journey: &Journey) -> impl Iterator<Item = (&Journey, &RecordedStep, &str)> {
    let steps = if let Script::Recorded(steps) = &journey.script { &steps[..] } else { &[] };
    steps.iter().filter_map(move |step| match &step.action {
        StepAction::Change { value } if !value.trim().is_empty() && !value.contains("{{") => {
            Some((journey, step, value.trim()))
        }
        _ => None,
    })
}

/// Where the step was carried out in this run; none where it was not.
fn page(run: &Run, step: &RecordedStep) -> Option<String> {
    let done = run.steps.iter().find(|s| s.name == step.name && s.ok)?;
    Some(done.page.clone().unwrap_or_default())
}

/// What a step calls its field, by any of its selectors: each as a whole, and the words in it (`[name="tel"]`, `aria/Telefon`).
fn names(field: &str, step: &RecordedStep) -> Vec<String> {
    let selectors = std::iter::once(field).chain(step.selectors.iter().flatten().map(String::as_str));
    let bare =
        selectors.map(|one| one.split_once('/').filter(|(how, _)| !how.contains(' ')).map_or(one, |(_, rest)| rest));
    let words = |one: &str| -> Vec<String> {
        let inside = one.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')).filter(|word| word.len() > 2);
        std::iter::once(one).chain(inside).map(str::to_owned).collect()
    };
    bare.flat_map(words).collect()
}

/// What the value plainly is, as it is known in traffic without a list of people: sent under the name of its field.
fn kind(field: &str, value: &str) -> Option<IdentifierKind> {
    let name: String = field.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
    let seen = sent(&[], true, &name, value);
    let found = seen.iter().find(|s| s.form == ["plain"]).map(|s| s.identifier);
    found.filter(|kind| is_all_of_it(*kind, value))
}

/// Whether two of a kind are the same in two spellings: whoever has the one is found by the other.
fn is_same(kind: IdentifierKind, value: &str, other: &str) -> bool {
    let person = Person { id: String::new(), role: ROLE.to_owned(), identifiers: vec![(kind, value.to_owned())] };
    value == other || !sent(&[person], false, kind.word(), other).is_empty()
}

/// What is seen of these people where a form sends this.
fn sent(people: &[Person], unknown: bool, name: &str, value: &str) -> Vec<Sighting> {
    let sent = url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
    let probe = Exchange {
        method: "POST".to_owned(),
        url: "https://recording.invalid/".to_owned(),
        headers: vec![("content-type".to_owned(), "application/x-www-form-urlencoded".to_owned())],
        body: Some(sent.into_bytes()),
        ..Exchange::default()
    };
    let needles = detect::Needles::compile(people, &detect::Options { unknown, ..detect::Options::default() });
    let mut found = Vec::new();
    needles.scanner().exchange("", &probe, &mut |s| found.push(s), &mut |_| {});
    found
}

/// A text that only holds an identifier somewhere is none.
fn is_all_of_it(kind: IdentifierKind, value: &str) -> bool {
    match kind {
        IdentifierKind::Email => !value.contains(char::is_whitespace),
        IdentifierKind::Phone | IdentifierKind::Card => !value.contains(char::is_alphabetic),
        IdentifierKind::NationalId => value.len() <= 14 && !value.contains(char::is_whitespace),
        IdentifierKind::Iban => value.chars().filter(|c| c.is_alphanumeric()).count() <= 34,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::{Consent, Step};

    fn typed(selector: &str, value: &str) -> RecordedStep {
        RecordedStep {
            name: format!("change {selector}"),
            action: StepAction::Change { value: value.into() },
            selectors: vec![vec![selector.into()]],
            frame: Vec::new(),
            timeout: None,
            line: 7,
            target: None,
            navigates: false,
            leads_to: None,
        }
    }

    #[test]
    fn what_is_plainly_an_identifier_is_told_from_what_is_not() {
        use IdentifierKind as K;
        for (field, value, wanted) in [
            ("#my-email", "someone@example.com", Some(K::Email)),
            ("#x", "someone@example.com", Some(K::Email)),
            ("#recipient-phone", "070-174 06 05", Some(K::Phone)),
            ("#x", "+46701740605", Some(K::Phone)),
            ("#x", "19811228-9874", Some(K::NationalId)),
            ("#message", "write to someone@example.com", None),
            ("#name", "Anna Exempel", None),
            ("#amount", "12345678", None),
        ] {
            assert_eq!(kind(field, value), wanted, "{field}");
        }
    }

    #[test]
    fn a_field_is_called_by_any_of_its_selectors() {
        for selectors in [
            vec!["label:nth-of-type(1) > input", "[data-testid='x']", "aria/telefon"],
            vec!["[name=tel]"],
            vec!["div > input", "xpath///*[@id=\"phone\"]"],
        ] {
            let mut step = typed(selectors[0], "070-174 06 05");
            step.selectors = selectors.iter().map(|one| vec![(*one).to_owned()]).collect();
            let found = names(selectors[0], &step).iter().find_map(|name| kind(name, "070-174 06 05"));
            assert_eq!(found, Some(IdentifierKind::Phone), "{selectors:?}");
        }
        let step = typed("label:nth-of-type(1) > input", "12345678");
        assert_eq!(names("label:nth-of-type(1) > input", &step).iter().find_map(|name| kind(name, "12345678")), None);
    }

    #[test]
    fn a_value_without_a_mark_is_looked_for_or_told_and_never_printed() {
        let steps = [
            typed("#email", "someone@example.com"),
            typed("#name", "Anna Exempel"),
            typed("#phone", "{{user.phone}}"),
            typed("#again", "Someone@example.com"),
            typed("#later", "not reached"),
        ];
        let run = |consent| {
            let done = steps[..4].iter().map(|s| Step { name: s.name.clone(), ok: true, ..Step::default() });
            Run { journey: "book".into(), consent, steps: done.collect() }
        };
        let script = Script::Recorded(steps.to_vec());
        let order = crate::audit::Order::new(
            crate::audit::Target::Address("https://service.example/".into()),
            "out".into(),
            "data".into(),
        );
        let plan = crate::audit::plan(&declare::undeclared("https://service.example/"), &order).unwrap();
        let plan = Plan { journeys: vec![Journey { name: "book".into(), script }], ..plan };
        let sent = |id: &str, consent| Exchange {
            id: id.into(),
            url: "https://stats.example.net/?v=someone%40example.com".into(),
            run: Some(facts::RunRef { journey: "book".into(), consent, step: None }),
            ..Exchange::default()
        };
        let runs = vec![run(Consent::None), run(Consent::Accept)];
        let mut recording = Recording {
            runs,
            exchanges: vec![sent("x1", Consent::None), sent("x2", Consent::Accept)],
            ..Recording::default()
        };
        let own = add(&mut recording, &plan);
        assert_eq!(own.len(), 2, "one for each answer");
        let told: Vec<&str> = recording.gaps.iter().map(|g| g.what.as_str()).collect();
        assert_eq!(told, ["what step `change #name` (line 7) of journey `book` typed"]);
        assert!(recording.gaps.iter().all(paper::gaps::is_known));
        assert!(!told.concat().contains("Anna"));
        let (seen, _) = crate::audit::detect(&recording);
        let seen: Vec<_> = seen.iter().map(|s| (&*s.exchange, &*s.person, s.identifier, s.shared)).collect();
        let email = |exchange, canary| (exchange, canary, IdentifierKind::Email, false);
        assert_eq!(seen, [email("x1", "c01"), email("x2", "c02")], "one person's, in each run its own");
        assert_eq!(recording.canaries[0].further_fields, ["#again"]);
    }
}
