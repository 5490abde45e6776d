use super::*;
use crate::words::missing_in;
use facts::{Lang, SettingRow};

/// One white pixel.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==";

fn png(_: &str) -> Option<Vec<u8>> {
    base64::engine::general_purpose::STANDARD.decode(PNG).ok()
}

fn sample() -> Report {
    serde_json::from_str(include_str!("../../samples/report.json")).unwrap()
}

fn explain(_: IdentifierKind, typed: &str, form: &[String]) -> Vec<(String, String)> {
    let lower = typed.to_lowercase();
    let digest = "9f3c41d2b7e05a6c8d1e2f30415263748596a7b8c9d0e1f20314253647586970".to_owned();
    let values = [lower, digest.clone(), digest];
    let first = ("typed".to_owned(), typed.to_owned());
    std::iter::once(first).chain(form.iter().cloned().zip(values)).collect()
}

fn html(report: &Report, lang: Lang) -> String {
    report_html_explained(report, &Words::new(lang), &png, &explain)
}

#[test]
fn the_report_is_complete_in_every_language() {
    for lang in Lang::ALL {
        let html = html(&sample(), lang);
        assert!(missing_in(&html).is_empty());
        assert!(html.contains(&format!("<html lang=\"{}\">", lang.tag())));
        for needed in ["Example Care AB", "udff[em]", "100200300400", "events.js:1:20417", "9f3c41d2", "070-174 06 21"]
        {
            assert!(html.contains(needed), "{} lacks {needed}", lang.tag());
        }
    }
}

/// Nothing is loaded from anywhere and nothing runs: `src` and `href` lead into the file, to data, to a picture beside it, or to https.
#[test]
fn the_report_stands_alone() {
    let html = html(&sample(), Lang::En);
    assert!(!html.contains("<script") && !html.contains("@import") && !html.contains("url("));
    for attribute in ["src=\"", "href=\""] {
        for rest in html.split(attribute).skip(1) {
            assert!(
                ["data:image/", "#", "screenshots/", "https://settings."].iter().any(|ok| rest.starts_with(ok)),
                "{}",
                &rest[..40]
            );
        }
    }
}

#[test]
fn headings_and_references_are_sound() {
    let html = html(&sample(), Lang::En);
    let mut last = 0;
    for level in html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)) {
        assert!(level <= last + 1, "h{level} after h{last}");
        last = level;
    }
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "an id stands twice");
    for rest in html.split("aria-labelledby=\"").skip(1) {
        assert!(ids.contains(&rest.split('"').next().unwrap()), "{}", &rest[..30]);
    }
    assert_eq!(html.matches("<img").count(), html.matches(" alt=\"").count());
}

#[test]
fn hostile_text_stays_text() {
    let evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>\u{202e}gpj.exe\0";
    let mut report = sample();
    report.start = format!("javascript:{evil}");
    report.service = Some(evil.into());
    report.settings[0].change_at = Some("javascript:alert(1)".into());
    report.settings[0].account = evil.into();
    report.gaps[0].what = evil.into();
    report.recipients[1].name = evil.into();
    report.canaries[0].value = evil.into();
    report.runs[0].steps[0].name = evil.into();
    report.findings[1].id = evil.into();
    for s in &mut report.sightings {
        (s.key, s.host, s.initiator, s.page, s.role) =
            (evil.into(), Some(evil.into()), Some(evil.into()), Some(evil.into()), evil.into());
        s.form = vec![evil.into()];
        s.layers = vec![evil.into()];
    }
    let html = html(&report, Lang::Sv);
    assert!(!html.contains("<script") && !html.contains("<img src=x") && !html.contains("href=\"javascript"));
    assert!(!html.contains(['\u{202e}', '\0']));
    assert!(html.contains("\\u{202e}"), "the mark is shown, not swallowed");
}

#[test]
fn nothing_found_and_could_not_look_never_look_the_same() {
    let mut report = sample();
    report.findings.clear();
    let with_gaps = html(&report, Lang::En);
    report.gaps.clear();
    let without = html(&report, Lang::En);
    let verdict =
        |html: &str| html.split("<section class=\"card ").nth(1).map(|s| s.split_once(' ').unwrap().0.to_owned());
    assert_eq!((verdict(&with_gaps).as_deref(), verdict(&without).as_deref()), (Some("gap"), Some("ok")));
    report.exchanges = 0;
    assert_eq!(verdict(&html(&report, Lang::En)).as_deref(), Some("gap"), "no request recorded is no clean result");
}

#[test]
fn only_pictures_are_embedded() {
    let report = sample();
    let svg = |_: &str| Some(b"<svg onload='alert(1)'/>".to_vec());
    let html = report_html(&report, &Words::new(Lang::Fi), &svg);
    assert!(!html.contains("<img"));
}

/// A picture for each step, one for what looks the same, and a file beside it for what no mail server would take.
#[test]
fn every_step_has_its_picture() {
    let mut report = sample();
    let step = report.runs[0].steps[0].clone();
    report.sightings.clear();
    for name in ["one", "two", "one", "big", "huge"] {
        let screenshot = Some(format!("screenshots/{name}.png"));
        report.runs[0].steps.push(facts::Step { screenshot, ok: true, ..step.clone() });
    }
    let before = report.runs[0].steps.len() - 5;
    let picture = |name: &str| {
        let size = if name.contains("huge") { 9 << 20 } else { 1 << 10 };
        Some([&png("").unwrap()[..], name.as_bytes(), &vec![0; size]].concat())
    };
    let html = report_html(&report, &Words::new(Lang::En), &picture);
    for (n, shown) in ["<img", "<img", "as at step", "<img", "href=\"screenshots/huge.png\""].iter().enumerate() {
        let at = html.split(&format!("id=\"shot-1-{}\"", before + n + 1)).nth(1).unwrap();
        assert!(at.split("</li>").next().unwrap().contains(shown), "{n}");
    }
}

/// Every text colour on every surface it is used on, in both schemes: WCAG 2.2, 1.4.3, 4.5:1.
#[test]
fn colours_have_enough_contrast() {
    let css = crate::BASE_CSS;
    let (light, dark) = css.split_once("@media (prefers-color-scheme: dark)").unwrap();
    let dark = dark.split_once("/* elements */").unwrap().0;
    let mut pairs: Vec<(&str, &str)> = ["ink", "muted", "accent"]
        .into_iter()
        .flat_map(|text| ["page", "surface", "sunken"].map(|under| (text, under)))
        .collect();
    pairs.extend([("on-accent", "accent"), ("high", "high-tint"), ("medium", "medium-tint"), ("low", "low-tint")]);
    pairs.extend([("ok", "ok-tint"), ("gap", "gap-tint"), ("high", "surface")]);
    pairs.extend(["high-tint", "medium-tint", "low-tint", "ok-tint", "gap-tint"].map(|tint| ("ink", tint)));
    for (scheme, css) in [("light", light), ("dark", dark)] {
        for (text, under) in &pairs {
            let ratio = contrast(token(css, text), token(css, under));
            assert!(ratio >= 4.5, "{scheme}: {text} on {under} is {ratio:.2}:1");
        }
        let ratio = contrast(token(css, "border"), token(css, "surface"));
        assert!(ratio >= 3.0, "{scheme}: borders of controls are {ratio:.2}:1");
    }
}

fn token(css: &str, name: &str) -> u32 {
    let value = css.split(&format!("--{name}: #")).nth(1).unwrap_or_else(|| panic!("no --{name}"));
    u32::from_str_radix(&value[..6], 16).unwrap()
}

fn contrast(a: u32, b: u32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(rgb: u32) -> f64 {
    let channel = |shift: u32| {
        let c = f64::from((rgb >> shift) & 0xff) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}

#[test]
fn a_disguise_names_what_hides_and_not_what_tidies() {
    let words = Words::new(Lang::En);
    let wrapped = |form: &[&str], layers: &[&str]| {
        let steps = |all: &[&str]| all.iter().map(|s| (*s).to_owned()).collect();
        let sighting = facts::Sighting { form: steps(form), layers: steps(layers), ..sample().sightings.remove(0) };
        crate::disguise(&words, &sighting)
    };
    let said = |form: &[&str]| wrapped(form, &[]);
    assert_eq!(said(&["meta-phone", "sha256", "hex"]), "hashed with SHA-256");
    assert_eq!(said(&["plain"]), "in plain text");
    assert_eq!(said(&["DK", "e164", "sha256", "hex"]), "hashed with SHA-256");
    assert_eq!(said(&["lowercase"]), "in plain text");
    assert_eq!(said(&["letter-case", "plain"]), "in plain text", "a spelling is no disguise");
    assert_eq!(wrapped(&["plain"], &["percent", "json"]), "in plain text");
    assert_eq!(wrapped(&["plain"], &["percent", "base64"]), "encoded, as anybody can read it back: Base64");
    assert_eq!(said(&["reversed"]), "written backwards, as anybody can read it");
    assert_eq!(said(&["e164", "new-hash"]), "new-hash");
}

#[test]
fn what_was_not_looked_at_is_told_and_counts_nowhere() {
    let mut report = sample();
    for finding in &mut report.findings {
        finding.state = facts::FindingState::Known;
        finding.not_looked_at = true;
        finding.why.clear();
    }
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let (html, summary) = (html(&report, lang), summary(&report, &words));
        for text in [&html, &summary] {
            assert!(text.contains(&words.say("paper-state-unlooked")), "{text}");
        }
        assert!(crate::why(&report.findings[0], &words).starts_with(&words.say("judge-not-looked-at")));
        let mut without_gaps = report.clone();
        without_gaps.gaps.clear();
        let said = super::summary(&without_gaps, &words);
        assert!(!said.contains(&words.say("paper-verdict-nothing")), "{said}");
        let unlooked = words.with("paper-verdict-unlooked", &[("n", report.findings.len().into())]);
        assert!(said.contains(&unlooked), "{said}");
    }
}

#[test]
fn a_report_of_nothing_looked_at_says_so_first() {
    let mut report = sample();
    (report.findings, report.sightings, report.gaps) = Default::default();
    report.unseen = Some("it answered 404".into());
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let html = html(&report, lang);
        assert!(html.contains("404") && !html.contains(&words.say("paper-verdict-nothing")), "{lang:?}");
        assert!(super::summary(&report, &words).contains("404"), "{lang:?}");
    }
}

#[test]
fn the_beginning_of_a_wrapped_digest_is_shown_and_of_a_wrapped_value_nothing() {
    let mut report = sample();
    let n = report.sightings.iter().position(|s| s.form.iter().any(|f| f == "sha256")).expect("a digest");
    let shown = |report: &Report| html(report, Lang::En);
    report.sightings[n].layers = vec!["base64".into()];
    let key = report.sightings[n].key.clone();
    report.findings.retain(|f| f.sightings.contains(&n));
    report.findings[0].sightings = vec![n];
    report.findings.truncate(1);
    let digest = explain(IdentifierKind::Email, "x", &report.sightings[n].form).last().expect("steps").1.clone();
    let begins: String = digest.chars().take(8).collect();
    let key = key.replace('&', "&amp;");
    assert!(shown(&report).contains(&format!("{key}={begins}…")), "{key}={begins}");
    report.sightings[n].form = vec!["plain".into()];
    assert!(shown(&report).contains(&format!("{key}=…")));
}

#[test]
fn every_field_that_asked_for_the_value_is_named() {
    let mut report = sample();
    let again = |n: usize| (1..=n).map(|i| format!("#again-{i}")).collect::<Vec<_>>();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for n in [0, 1, 2] {
            report.sightings.iter_mut().filter(|s| s.person == "c01").for_each(|s| s.further_fields = again(n));
            report.canaries[0].further_fields = again(n);
            let html = html(&report, lang);
            let args = [("n", n.into()), ("fields", words.list(&again(n)).into())];
            assert_eq!(html.contains(&words.with("paper-further-fields", &args)), n > 0, "{lang:?} {n}");
            assert_eq!(html.matches("<code>#again-2</code>").count(), n / 2, "{lang:?}: what was typed where");
        }
    }
}

#[test]
fn a_contradiction_is_told_with_what_it_contradicts() {
    let row = |vendor: &str, served: &str| SettingRow {
        vendor: vendor.to_owned(),
        account: String::new(),
        setting: "automatic-matching".to_owned(),
        declared: None,
        served: Some(served.to_owned()),
        observed: None,
        conflict: true,
        evidence: None,
        change_at: None,
    };
    let (rows, en) = ([row("tagbrygga", "off"), row("meta", "on")], Words::new(Lang::En));
    let told = |n: usize, rows: &[SettingRow]| conflict(&rows[n], rows, &en).unwrap();
    assert_eq!(told(0, &rows), "Contradicts Meta (Facebook, Instagram) – Served: on");
    assert_eq!(told(1, &rows), "Contradicts Tagbrygga – Served: off");
    assert_eq!(told(0, &rows[..1]), "Contradicted, but the report does not show by what");
}
