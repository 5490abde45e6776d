//! The rows of the rule table: their examples, their polarity, their caution.

use super::cases::examples;
use crate::assess::Verdict;
use crate::expr::{Expr, Trace, Truth};
use crate::rules::Effect;
use crate::tables::tables;
use crate::{Answer, BreachFacts, facts};
use serde_json::Value;

fn truth(when: &Expr, text: &str) -> Truth {
    let read = facts("example", text).unwrap_or_else(|e| panic!("{text}: {e}"));
    let rules = &tables().rules;
    rules.names.eval(when, &rules.view(&read), &mut Trace::default())
}

#[test]
fn every_rule_and_ground_holds_for_its_examples_and_not_for_its_counterexamples() {
    let rules = &tables().rules;
    let grounds = rules.grounds.iter().map(|g| (&g.id, Expr::Term(g.id.clone()), &g.yes, &g.no));
    let all = rules.rules.iter().map(|r| (&r.id, r.when.clone(), &r.yes, &r.no)).chain(grounds);
    for (id, when, yes, no) in all {
        assert!(!yes.is_empty() && !no.is_empty(), "`{id}` has no examples");
        for text in yes {
            assert_eq!(truth(&when, text), Truth::Yes, "`{id}` should hold for {text}");
        }
        for text in no {
            assert_ne!(truth(&when, text), Truth::Yes, "`{id}` should not hold for {text}");
        }
    }
}

#[test]
fn every_row_has_a_source() {
    let rules = &tables().rules;
    let sources =
        rules.rules.iter().map(|r| (&r.id, &r.source)).chain(rules.factors.iter().map(|f| (&f.id, &f.source)));
    for (id, source) in sources.chain(rules.exemptions.iter().map(|e| (&e.id, &e.source))) {
        assert!(source.len() > 5, "`{id}` has no source");
    }
}

/// Kleene's connectives are monotone: knowing less turns a yes or no into "unknown" at most. `shown` is not. Where it
/// stands under an odd number of `not`, knowing less makes the whole true rather than false: the stricter side.
fn careful(expr: &Expr, strict: bool, inside: &str) {
    match expr {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|p| careful(p, strict, inside)),
        Expr::Not(inner) => careful(inner, !strict, inside),
        Expr::Shown(inner) => {
            assert!(!strict, "`{inside}`: `shown` where not knowing would make the answer more lenient");
            careful(inner, strict, inside);
        }
        // A presumption is an exception on purpose; its term has to say why (tested when the table is read).
        Expr::Presumed(_) | Expr::Leaf(_) | Expr::Unsettled => {}
        Expr::Term(name) => careful(&tables().rules.names.terms[name], strict, name),
    }
}

#[test]
fn no_rule_becomes_more_lenient_by_knowing_less() {
    for rule in &tables().rules.rules {
        careful(&rule.when, true, &rule.id);
    }
}

/// Facts with one of them taken away, at every place where there is one.
fn without_each(value: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for (key, child) in value.as_object().into_iter().flatten() {
        if ["schema", "nature", "subgroups"].contains(&key.as_str()) {
            continue;
        }
        let mut less = value.clone();
        less.as_object_mut().unwrap().remove(key);
        all.push((key.clone(), less));
        for (below, smaller) in without_each(child) {
            let mut less = value.clone();
            less[key] = smaller;
            all.push((format!("{key}.{below}"), less));
        }
    }
    all
}

fn quick(facts: &BreachFacts) -> (Answer, Answer) {
    let rules = &tables().rules;
    Verdict::quick(rules, &rules.view(facts))
}

/// An answer more lenient than before, and sure of it.
fn slackens(before: Answer, after: Answer) -> bool {
    after == Answer::No && before != Answer::No
}

#[test]
fn taking_any_fact_or_pair_of_facts_from_an_example_never_gives_a_confident_no() {
    let mut tried = 0;
    for example in examples() {
        let (notify, communicate) = quick(&example.facts);
        let whole = serde_json::to_value(&example.facts).unwrap();
        for (gone, less) in without_each(&whole) {
            for (also, least) in without_each(&less).into_iter().chain([(String::new(), less.clone())]) {
                let facts: BreachFacts = serde_json::from_value(least).unwrap();
                let (then_notify, then_communicate) = quick(&facts);
                assert!(!slackens(notify, then_notify), "{}: notify without {gone} {also}", example.id);
                assert!(!slackens(communicate, then_communicate), "{}: communicate without {gone} {also}", example.id);
                tried += 1;
            }
        }
    }
    assert!(tried > 5_000, "only {tried} tried");
}

#[test]
fn no_rule_names_a_case_or_turns_on_its_exact_numbers() {
    let text = include_str!("../../../../tables/regimes/gdpr-risk.toml");
    let conditions = text.lines().filter(|l| l.starts_with("when") || l.starts_with(' '));
    for line in conditions {
        for mark in ["EDPB-", "own-0", "IMY-EX", "90000", "60000", "100000", " 213", " 74"] {
            assert!(!line.contains(mark) || line.contains('{'), "{line}");
        }
    }
}

#[test]
fn effects_are_ordered_by_strictness() {
    assert!(Effect::AskRisk < Effect::Risk && Effect::Risk < Effect::AskHigh && Effect::AskHigh < Effect::High);
}
