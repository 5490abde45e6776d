//! Settings and the plan made from them.

use crate::{organisation, plan};

const WHOLE: &str = r#"
schema = "sluss/organisation/1"
name = "Example School"
country = "se"
public = true
languages = ["sv", "en"]
regimes = ["nis2"]

[decides]
authority = "dpo"
people = "management"

[[contact]]
role = "dpo"
name = "Anna Example"
phone = "+46 70 174 06 05"
[[contact]]
role = "management"
name = "Bo Example"

[[first_hour]]
what = "Stop the transfer"
who = "dpo"
minutes = 15

[[text]]
to = "people"
language = "sv"
text = "Vi har gjort ett misstag."

[[control]]
id = "pixel-audit"
what = "Audit the pages"
article_32 = ["d"]
every_days = 30
owner = "web team"
"#;

#[test]
fn the_plan_holds_the_settings_and_names_what_it_lacks() {
    let read = organisation("plan.toml", WHOLE).unwrap();
    assert_eq!((read.country.as_str(), read.reminders.before_hours.len()), ("SE", 4));
    assert_eq!(read.item("sector").as_deref(), Some("public"));
    let plan = plan(&read);
    assert!(plan.authority.unwrap().is("IMY") || plan.authority.unwrap().country == "SE");
    assert_eq!(plan.reports[0].1, ["early-warning", "incident-notification", "final-report"]);
    let gap = |code: &str, about: &str| plan.gaps.iter().any(|(c, a)| *c == code && a == about);
    assert!(gap("contact", "deputy") && gap("phone", "management") && gap("text", "en") && gap("control", "a"));
    assert!(!gap("text", "sv") && !gap("control", "d") && !gap("contact", "dpo"));
}

#[test]
fn settings_that_cannot_be_are_refused_with_the_place() {
    let code = |from: &str, to: &str| {
        let text = WHOLE.replacen(from, to, 1);
        let problem = organisation("plan.toml", &text).unwrap_err().0.remove(0);
        (problem.code, problem.place.line, problem.nearest)
    };
    assert_eq!(code("public = true", "publik = true"), ("unknown-key", Some(5), Some("public".into())));
    assert_eq!(code("\"se\"", "\"sx\"").0, "country");
    assert_eq!(code("\"nis2\"", "\"nis3\""), ("unknown-regime", Some(7), Some("nis2".into())));
    assert_eq!(code("authority = \"dpo\"", "authority = \"dpi\"").0, "contact-role");
    let bare = "schema = \"sluss/organisation/1\"\nname = \"X\"\ncountry = \"FI\"\n[decides]\nauthority = \"zzz\"\n";
    assert_eq!(
        organisation("plan.toml", bare).unwrap_err().0[0].code,
        "contact-none",
        "there is none to take as an example"
    );
    assert_eq!(code("[\"d\"]", "[\"e\"]").0, "article-32");
    assert_eq!(code("every_days = 30", "every_days = 0").0, "control");
    assert_eq!(code("name = \"Example School\"", "name = ").0, "not-toml");
}
