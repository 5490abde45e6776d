use super::*;
use proptest::prelude::*;

fn act(n: i64) -> Act {
    Act {
        at: Timestamp::from_microsecond(1_775_146_800_000_000 + n).unwrap(),
        actor: "anna".into(),
        act: "case.assess".into(),
        case: Some("c-1".into()),
        content: Digest::of(&n.to_be_bytes()),
    }
}

fn chain(n: i64) -> Vec<Link> {
    let mut tip = Tip::START;
    (0..n)
        .map(|i| {
            let link = link(tip, act(i));
            tip = link.tip();
            link
        })
        .collect()
}

fn why(links: Vec<Link>) -> (u64, Why) {
    let broken = check(links).unwrap_err();
    (broken.seq, broken.why)
}

/// The encoding is a format that is kept for years: this must never change.
#[test]
fn golden() {
    let link = link(Tip { seq: 6, hash: Digest::of(b"prev") }, act(0));
    let expected = "sluss/link/1\nseq 7\nat 1775146800000000\nactor anna\nact case.assess\ncase c-1\n\
        content af5570f5a1810b7af78caf4bc70a660f0df51e42baf91d4de5b2328de0e83dfc\n\
        prev ";
    assert!(link.canonical().starts_with(expected), "{}", link.canonical());
    assert!(link.canonical().ends_with(&format!("{}\n", Digest::of(b"prev"))));
    assert_eq!(link.hash, Digest::of(link.canonical().as_bytes()));
    let caseless = Link { case: None, ..link };
    assert!(caseless.canonical().contains("\nact case.assess\ncase\ncontent "));
}

#[test]
fn a_whole_chain_holds() {
    let checked = check(chain(20)).unwrap();
    assert_eq!(checked.tip.seq, 20);
    assert!(checked.backwards.is_empty());
    assert_eq!(check(Vec::new()).unwrap().tip, Tip::START);
}

#[test]
fn each_kind_of_break_is_named() {
    let whole = chain(9);
    let mut cut = whole.clone();
    cut.remove(3);
    assert_eq!(why(cut), (4, Why::Missing { found: 5 }));
    let mut headless = whole.clone();
    headless.remove(0);
    assert_eq!(why(headless), (1, Why::Missing { found: 2 }));
    let mut doubled = whole.clone();
    doubled.insert(3, whole[2].clone());
    assert_eq!(why(doubled), (3, Why::Order { expected: 4 }));
    let mut changed = whole.clone();
    changed[4].actor = "bertil".into();
    assert_eq!(why(changed), (5, Why::Hash));
    let mut rehashed = whole.clone();
    rehashed[4].actor = "bertil".into();
    rehashed[4].hash = rehashed[4].computed();
    assert_eq!(why(rehashed), (6, Why::Prev));
}

#[test]
fn a_clock_set_back_is_only_told() {
    let mut tip = Tip::START;
    let links: Vec<Link> = [5, 9, 7, 8]
        .map(|n| {
            let link = link(tip, act(n));
            tip = link.tip();
            link
        })
        .to_vec();
    assert_eq!(check(links).unwrap().backwards, [3]);
}

#[test]
fn times_are_cut_to_what_is_hashed() {
    let mut fine = act(0);
    fine.at = Timestamp::from_nanosecond(1_775_146_800_000_000_999).unwrap();
    let link = link(Tip::START, fine);
    assert_eq!(link.at.as_nanosecond() % 1000, 0);
    let stored: Link = serde_json::from_str(&serde_json::to_string(&link).unwrap()).unwrap();
    assert_eq!(stored, link);
}

fn any_act() -> impl Strategy<Value = (String, String, Option<String>)> {
    (any::<String>(), any::<String>(), any::<Option<String>>())
}

proptest! {
    #[test]
    fn two_links_that_differ_never_encode_alike(a in any_act(), b in any_act()) {
        let make = |(actor, name, case): &(String, String, Option<String>)| {
            link(Tip::START, Act { actor: actor.clone(), act: name.clone(), case: case.clone(), ..act(0) })
        };
        prop_assert_eq!(a == b, make(&a).canonical() == make(&b).canonical());
    }

    #[test]
    fn nothing_from_outside_breaks_out_of_its_line(a in any_act()) {
        let link = link(Tip::START, Act { actor: a.0, act: a.1, case: a.2, ..act(0) });
        prop_assert_eq!(link.canonical().matches('\n').count(), 8);
    }
}
