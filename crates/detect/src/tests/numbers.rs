//! Numbers as something that keeps them as numbers writes them.

use super::*;

/// Born on one of the first nine days of a month, or living where codes begin so.
#[test]
fn leading_zeros_that_were_lost_are_put_back_where_the_key_says_so() {
    let csv = "id,national_id,postal_code,external_id,country\ndk,010290-1235,,00471182,DK\nfi,,00550,,FI\nno,,0153,0471,NO\nlv,080779-12347,,,LV\nse,000101-1238,,,SE\n";
    for (sent, id, key) in [
        (r#"{"cpr":102901235}"#, "dk", "cpr"),
        (r#"{"cpr":102901235.0}"#, "dk", "cpr"),
        (r#"{"u":{"personal_code":8077912347}}"#, "lv", "u.personal_code"),
        (r#"{"personnummer":1011238}"#, "se", "personnummer"),
        (r#"{"zip":550,"n":1}"#, "fi?", "zip"),
        (r#"{"postnr":153}"#, "no?", "postnr"),
        ("zip=550&n=1", "fi?", "zip"),
        ("cpr=102901235&n=1", "dk", "cpr"),
        (r#"{"customer_id":471182}"#, "dk?", "customer_id"),
        (r#"{"customer_id":471}"#, "no?", "customer_id"),
    ] {
        let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &Options::default());
        let all = sightings_with(&needles, &post("application/json", sent)).0;
        let [one] = &all[..] else { panic!("{sent}: {all:?}") };
        let low = if one.confidence.is_some() { "?" } else { "" };
        assert_eq!((format!("{}{low}", one.person), &*one.key), (id.to_owned(), key), "{sent}");
        assert_eq!(one.layers.last().map(String::as_str), Some("number"), "{sent}");
    }
    for other in [
        r#"{"n":102901235}"#,
        r#"{"cpr":10290123}"#,
        r#"{"cpr":"x102901235"}"#,
        r#"{"zip":5500}"#,
        r#"{"height":550,"width":153}"#,
        r#"{"timestamp":8077912347,"order":471182}"#,
        "width=550&height=153",
    ] {
        assert_eq!(told(csv, &post("application/json", other)), [], "{other}");
    }
}
