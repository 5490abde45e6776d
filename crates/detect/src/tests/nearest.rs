//! Whose a token is that fits several: of him who typed it most nearly so.

use super::*;

fn whose(csv: &str, query: &str) -> Vec<(String, bool)> {
    let all = told(csv, &get(&format!("https://t.example.net/?{query}")));
    all.into_iter().map(|(person, _, shared, _)| (person, shared)).collect()
}

/// Of a list of values of a and b in this order, in both orders of rows.
fn both_ways(kind: &str, [a, b]: [&str; 2], query: &str) -> (String, bool) {
    let [one, other] = [[("a", a), ("b", b)], [("b", b), ("a", a)]].map(|rows| {
        let rows: String = rows.iter().map(|(id, value)| format!("{id},{value}\n")).collect();
        whose(&format!("id,{kind}\n{rows}"), query)
    });
    assert_eq!(one.len(), 1, "{kind} {a} {b} {query}: {one:?}");
    if !one[0].1 {
        assert_eq!(one, other, "{kind} {a} {b} {query}");
    }
    one[0].clone()
}

#[test]
fn who_typed_what_was_sent_has_it_alone() {
    let own = |id: &str| (id.to_owned(), false);
    let shared = ("a".to_owned(), true);
    let mails = ["anna@example.se", "anna+kid@example.se"];
    let digest = |text: &str| format!("x={}", encode::hex(&sha256(text)));
    assert_eq!(both_ways("email", mails, "em=anna@example.se"), own("a"));
    assert_eq!(both_ways("email", mails, "em=ANNA@example.se"), own("a"));
    assert_eq!(both_ways("email", mails, &digest("anna@example.se")), own("a"));
    assert_eq!(both_ways("email", mails, &digest("ANNA@EXAMPLE.SE")), own("a"));
    assert_eq!(both_ways("email", mails, &digest("anna+kid@example.se")), own("b"));
    assert_eq!(both_ways("email", ["anna+x@example.se", "anna+kid@example.se"], "em=anna@example.se"), shared);
    // one address, however it was typed
    assert_eq!(both_ways("email", ["Anna@example.se", "anna@example.se"], "em=anna@example.se"), shared);
    let ids = ["2024-1-1234", "2024-11-234"];
    assert_eq!(both_ways("external_id", ids, "user_id=2024-11-234"), own("b"));
    assert_eq!(both_ways("external_id", ids, "user_id=202411234"), shared);
    assert_eq!(both_ways("external_id", ["Ab12cd34", "aB12CD34"], "user_id=aB12CD34"), own("b"));
    assert_eq!(both_ways("external_id", ["Ab12cd34", "aB12CD34"], &digest("ab12cd34")), shared);
    assert_eq!(both_ways("external_id", ["AbCdEf_12-xYz", "AbCdEf12xYz"], "user_id=AbCdEf12xYz"), own("b"));
    assert_eq!(whose("id,external_id\na,K-1-23456\n", "user_id=K-12-3456"), []);
    // how a number is grouped tells nobody apart
    assert_eq!(both_ways("postal_code", ["211 20", "21120"], "zip=21120"), shared);
    let numbers = "id,phone,country\na,+46 70 174 06 05,SE\nb,0701740605,FI\n";
    assert_eq!(whose(numbers, "tel=%2B46701740605"), [own("a")]);
    assert_eq!(whose(numbers, "tel=0701740605"), [shared]);
}

#[test]
fn a_name_typed_more_nearly_by_another_is_of_the_one_of_whom_more_is_there() {
    let csv = "id,email,given_name,family_name\na,a@example.org,Asa,Ek\nb,b@example.org,Åsa,Berg\n";
    let at = |query: &str| whose(csv, query).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(at("fn=Asa"), ["a"]);
    assert_eq!(at("fn=Asa&ln=Berg"), ["b", "b"]);
    assert_eq!(at("fn=Asa&ln=Ek"), ["a", "a"]);
    assert_eq!(at("fn=Asa&em=b@example.org"), ["b", "b"]);
    assert_eq!(at("fn=Asa&em=b@example.org&em2=a@example.org"), ["a", "b", "a"]);
}

#[test]
fn a_date_is_a_whole_token_and_its_exact_spelling_wins() {
    let (a, b) = (("a".to_owned(), false), ("b".to_owned(), false));
    let csv = "id,birth_date\na,1994-01-01\nb,1994-11-22\n";
    assert_eq!(whose(csv, "dob=1994-11-22"), [b]);
    for other in ["1994-11", "1994-11-2", "1.11.994", "1994-1-1-22", "1994-01-01-22", "3.1.1.1994"] {
        assert_eq!(whose(csv, &format!("dob={other}")), [], "{other}");
    }
    for own in ["1994-1-1", "1994-01-01", "94-01-01", "940101", "1994 01 01", "1994-01-01T00:00:00", "01.01.1994 12:30"]
    {
        assert_eq!(whose(csv, &format!("dob={own}")), std::slice::from_ref(&a), "{own}");
    }
    let turned = ["1994-11-01", "1994-01-11"];
    for (sent, id) in [("01.11.1994", "a"), ("1.11.1994", "a"), ("11.1.1994", "b"), ("1994-01-11", "b")] {
        assert_eq!(both_ways("birth_date", turned, &format!("dob={sent}")), (id.to_owned(), false), "{sent}");
    }
    assert_eq!(both_ways("birth_date", turned, "dob=01/11/1994"), ("a".to_owned(), true));
}

#[test]
fn a_house_is_its_whole_number() {
    let (a, b) = (("a".to_owned(), false), ("b".to_owned(), false));
    let csv = "id,address\na,Storgatan 1-2\nb,Storgatan 12\nc,Kungsgatan 3/4\nd,12 High Street\n";
    let at = |address: &str| whose(csv, &format!("address={}", address.replace('&', "%26").replace(' ', "%20")));
    assert_eq!((at("Storgatan 12"), at("Storgatan 1-2")), (vec![b.clone()], vec![a]));
    for digest in ["storgatan12", "storgatan 12"].map(|text| encode::hex(&sha256(text))) {
        assert_eq!(whose(csv, &format!("x={digest}")), std::slice::from_ref(&b));
    }
    assert_eq!(whose(csv, &format!("x={}", encode::hex(&sha256("kungsgatan34")))), [("c".to_owned(), false)]);
    for other in [
        "Kungsgatan 34",
        "Storgatan 12-4",
        "Storgatan 12/4",
        "Storgatan 12 & 14",
        "Storgatan 12 B",
        "Storgatan 12 B, Lund",
        "10-12 High Street",
    ] {
        assert_eq!(at(other), [], "{other}");
    }
    for own in ["12, 2 tr", "12 lgh 1101", "12 B 3", "12, 222 22 Lund", "12 i Lund", "12 S-222 22 Lund", "12"] {
        assert_eq!(at(&format!("Storgatan {own}")), std::slice::from_ref(&b), "{own}");
    }
}

#[test]
fn a_user_and_a_domain_of_two_objects_are_no_address() {
    let csv = "id,email\na,anna@example.se\nb,bo@example.se\nc,anna@other.example\n";
    let rows = r#"[{"user":"bo","domain":"example.se"},{"user":"anna","domain":"other.example"}]"#;
    let at = |body: Vec<u8>| {
        let all = told(csv, &post("text/plain", body));
        all.into_iter().map(|(id, .., low)| (id, low)).collect::<Vec<_>>()
    };
    let full = [("b".to_owned(), false), ("c".to_owned(), false)];
    assert_eq!(at(rows.into()), full);
    assert_eq!(at(format!("[{}]", rows.replace("},{", "},{\"n\":1},{")).into()), full);
    let map = |user, domain| crate::properties::msgpack(&[("user", user), ("domain", domain)]);
    assert_eq!(at([map(b"bo", b"example.se"), map(b"anna", b"other.example")].concat()), full);
    assert_eq!(at(br#"{"user":"anna","at":{"domain":"example.se"}}"#.to_vec()), [("a".to_owned(), true)]);
}

#[test]
fn two_letters_in_bytes_are_no_name() {
    let csv = "id,given_name\na,Åge\nb,Bo\n";
    let around = |word: &str| [&[0x81, 0xfe, 0x03][..], b"fn=", word.as_bytes(), &[0x00, 0xf1, 0x9c]].concat();
    assert_eq!(told(csv, &post("application/octet-stream", around("Bo"))), []);
    assert_eq!(whose(csv, "fn=Bo").len(), 1);
    assert_eq!(told(csv, &post("text/plain", "\"x\" fn=Bo \"y\"")).len(), 1);
}

#[test]
fn what_is_somebodys_is_not_unknown() {
    let csv = "id,email,phone\na,Egle.Jankauskaitepetrauskiene246@example.com,+47 412 34 142\n";
    let match_keys = vec![MatchKey { key: "udff[em]".into(), identifier: IdentifierKind::Email }];
    let options = Options { unknown: true, match_keys, ..Options::default() };
    let needles = Needles::compile(&crate::people("p.csv", csv).unwrap(), &options);
    for exchange in [
        get("https://t.example/?udff%5Bem%5D=Egle.Jankauskaitepetrauskiene246%40example.com"),
        post("text/html", r#"<div data-u="{&quot;phone&quot;:&quot;+4741234142&quot;}">"#),
        post("text/plain", "d=%7B%26quot%3Bphone%26quot%3B%3A%26quot%3B4741234142%26quot%3B%7D"),
    ] {
        let all: Vec<_> = sightings_with(&needles, &exchange).0.into_iter().map(|s| s.person).collect();
        assert_eq!(all, ["a"]);
    }
}
