use super::*;
use crate::evidence::path_of;

fn host(url: &str) -> String {
    url::Url::parse(url).expect(url).host_str().expect(url).to_owned()
}

#[test]
fn no_table_was_lost() {
    assert!(FILES.len() >= 60, "{} vendors", FILES.len());
    assert!(FILES.is_sorted_by_key(|(name, _)| *name));
    let examples: usize = Vendors::builtin().all().iter().map(|v| v.examples.len()).sum();
    assert!(examples >= FILES.len(), "{examples} examples");
    let read = Vendors::builtin().all().iter().filter(|v| !v.settings.is_empty()).count();
    assert!(read >= 18, "switches of {read} vendors are read");
}

#[test]
fn every_row_is_whole() {
    const CATEGORIES: [&str; 9] = [
        "advertising",
        "analytics",
        "session-replay",
        "marketing-automation",
        "tag-manager",
        "data-platform",
        "consent",
        "support",
        "infrastructure",
    ];
    for ((file, _), v) in FILES.iter().zip(Vendors::builtin().all()) {
        assert_eq!(*file, v.id, "the file is named after the id");
        assert!(CATEGORIES.contains(&v.category.as_str()), "{file}: {}", v.category);
        assert!(["A", "B", "C", "U"].contains(&v.grade.as_str()), "{file}: grade");
        assert!(v.date.len() == 10 && !v.source.is_empty() && !v.name.is_empty(), "{file}: date, source, name");
        assert!(v.role.as_deref().is_none_or(|r| declare::ControllerRole::from_word(r).is_some()), "{file}: role");
        assert!(v.country.as_deref().is_none_or(|c| c.len() == 2), "{file}: country");
        assert!(!v.examples.is_empty(), "{file}: no example");
        assert!(v.hosts.iter().all(|h| !h.ends_with(".example") && *h == h.to_lowercase()), "{file}: hosts");
        let contact = v.deletion_contact.as_deref();
        assert!(contact.is_some_and(|c| c.starts_with("https://")) || v.id == "tagbrygga", "{file}: deletion contact");
        assert!(v.replica_hosts.iter().all(|h| h.ends_with(".example")), "{file}: replica hosts are reserved names");
        assert!(
            v.keys.iter().all(|k| k.identifier.is_some() != k.what.is_some()),
            "{file}: a key is an identifier or told"
        );
        assert!(v.settings_page.as_deref().is_none_or(|p| p.starts_with("https://")), "{file}: settings page");
        for k in v.keys.iter().filter(|k| k.replay.is_some()) {
            assert!(k.how == How::Automatic, "{file} {}: what is filmed is taken automatically", k.key);
        }
        assert!(v.endpoints.iter().all(|e| e.replay || e.replay_when.is_none()), "{file}: no replay");
        for s in &v.settings {
            let own = [&s.grade, &s.date, &s.source].into_iter().flatten().count();
            assert!(own == 0 || own == 3, "{file} {}: grade, date and source go together", s.name);
            assert!(s.grade.as_deref().is_none_or(|g| ["A", "B", "C", "U"].contains(&g)), "{file} {}: grade", s.name);
            let shown = v.examples.iter().any(|e| e.reads.contains_key(&s.name));
            assert!(shown, "{file} {}: no example", s.name);
        }
    }
}

/// A field is filled or said to be absent, never both and never neither.
#[test]
fn what_is_absent_is_absent() {
    const FIELDS: [&str; 7] = ["hosts", "endpoint", "key", "normalisation", "setting", "role", "settings_page"];
    for v in Vendors::builtin().all() {
        let has = [
            !v.hosts.is_empty(),
            !v.endpoints.is_empty(),
            !v.keys.is_empty(),
            !v.normalisation.is_empty(),
            !v.settings.is_empty(),
            v.role.is_some(),
            v.settings_page.is_some(),
        ];
        for (field, why) in &v.absent {
            let at = FIELDS.iter().position(|f| f == field).unwrap_or_else(|| panic!("{}: no field {field}", v.id));
            assert!(!has[at], "{}: {field} is there and said to be absent", v.id);
            assert!(why.len() > 15, "{}: {field}: no reason", v.id);
        }
        let told = |at: usize| has[at] || v.absent.contains_key(FIELDS[at]);
        let missing: Vec<_> = (0..FIELDS.len()).filter(|at| !told(*at)).map(|at| FIELDS[at]).collect();
        assert!(missing.is_empty(), "{}: neither there nor said to be absent: {missing:?}", v.id);
    }
    let whole = Vendors::builtin().all().len();
    assert!(whole >= 77, "{whole} rows are whole");
}

/// The first row that fits is the one: a pattern before what it covers would hide it.
#[test]
fn no_key_is_hidden_by_a_pattern() {
    for v in Vendors::builtin().all() {
        for key in &v.keys {
            assert!(std::ptr::eq(v.key(&key.key).expect("itself"), key), "{}: {} is hidden", v.id, key.key);
        }
    }
}

#[test]
fn no_host_has_two_owners() {
    let mut owners: HashMap<&str, &str> = HashMap::new();
    for v in Vendors::builtin().all() {
        for host in v.hosts.iter().chain(&v.replica_hosts).chain(&v.paths) {
            let before = owners.insert(host, &v.id);
            assert!(before.is_none(), "{host}: {before:?} and {}", v.id);
        }
    }
}

#[test]
fn every_example_holds() {
    for v in Vendors::builtin().all() {
        for example in &v.examples {
            let host = host(&example.url);
            let serves = v.settings.iter().any(|s| s.hosts.iter().any(|h| host.ends_with(h.as_str())));
            let found = Vendors::builtin().recipient_at(&host, path_of(&example.url));
            assert!(serves || found.id == v.id, "{}: {host}", v.id);
            keys_hold(v, example);
            switches_hold(v, example, &host);
        }
    }
}

fn request(example: &Example) -> Exchange {
    Exchange { url: example.url.clone(), body: example.body.clone().map(String::into_bytes), ..Exchange::default() }
}

fn keys_hold(v: &Vendor, example: &Example) {
    let text = format!("{}\n{}", example.url, example.body.as_deref().unwrap_or_default());
    for (key, wanted) in &example.keys {
        let row = v.key(key).unwrap_or_else(|| panic!("{}: no row for {key}", v.id));
        let marked = row.automatic_when.as_deref().is_some_and(|m| text.contains(m));
        let how = if marked || row.how == How::Automatic { "automatic" } else { "given" };
        let what = row.identifier.map_or(row.what.as_deref().unwrap_or_default(), |i| i.word());
        assert_eq!(*wanted, format!("{what} {how}"), "{} {key}", v.id);
    }
    if !example.keys.is_empty() {
        assert!(v.is_event(path_of(&example.url)), "{}: {} is no endpoint", v.id, example.url);
    }
    if let (Some(account), Some(key), None) = (&example.account, &v.account_key, &example.config) {
        let parameters = crate::parameters::parameters(&request(example));
        assert!(parameters.iter().any(|(k, p)| k == key && p == account), "{}: account", v.id);
    }
}

fn switches_hold(v: &Vendor, example: &Example, host: &str) {
    let Some(config) = &example.config else {
        assert!(example.reads.is_empty(), "{}: reads without config", v.id);
        return;
    };
    assert!(!example.reads.is_empty(), "{}: config without reads", v.id);
    let found = Vendors::builtin().configuration(host, path_of(&example.url));
    for (name, value) in &example.reads {
        let (_, setting, account) = found
            .iter()
            .find(|(of, s, _)| of.id == v.id && s.name == *name)
            .unwrap_or_else(|| panic!("{}: {} holds no {name}", v.id, example.url));
        assert_eq!(setting.read(config), Some(value.as_str()), "{}: {name}", v.id);
        let named = || {
            let key = setting.account_key.as_ref()?;
            let parameters = crate::parameters::parameters(&request(example));
            parameters.into_iter().find(|(k, _)| k == key).map(|(_, account)| account)
        };
        let account = Some(account.clone()).filter(|a| !a.is_empty()).or_else(named).unwrap_or_default();
        assert_eq!(Some(&account), example.account.as_ref(), "{}: {name}", v.id);
    }
}

#[test]
fn every_switch_has_an_example_for_on_and_one_for_off() {
    for v in Vendors::builtin().all().iter().filter(|v| v.id != "tagbrygga") {
        for setting in v.settings.iter().filter(|s| s.grade.as_ref().unwrap_or(&v.grade) != "U") {
            let read = |value: &str| v.examples.iter().any(|e| e.reads.get(&setting.name).is_some_and(|r| r == value));
            assert!(read("on") && read("off"), "{} {}", v.id, setting.name);
        }
    }
}

#[test]
fn a_page_that_is_no_configuration_tells_nothing() {
    let meta = Vendors::builtin().vendor("meta").expect("meta");
    assert_eq!(meta.setting("automatic-matching").expect("switch").read("<html>not found</html>"), None);
    assert!(Vendors::builtin().configuration("connect.facebook.net", "/sv_SE/fbevents.js").is_empty());
}

#[test]
fn hosts_are_matched_by_whole_labels() {
    let vendors = Vendors::builtin();
    assert_eq!(vendors.recipient("WWW.Facebook.com.").id, "meta");
    assert_eq!(vendors.recipient("www.pixel.example").id, "meta");
    assert_eq!(vendors.recipient("notfacebook.com").id, "notfacebook.com");
    assert_eq!(vendors.recipient("facebook.com.evil.example").id, "evil.example");
    assert_eq!(vendors.recipient("fonts.googleapis.com").id, "google-fonts", "the longest name wins");
    assert_eq!(vendors.recipient("analytics.google.com").id, "google-analytics");
}

/// One company, many services: a map, a captcha and a font are no advertising.
#[test]
fn services_that_share_a_host_are_told_apart_by_the_path() {
    for (url, id) in [
        ("https://www.google.com/maps/embed?pb=1", "google-maps"),
        ("https://www.google.com/maps?q=1", "google-maps"),
        ("https://www.google.com/mapsearch", "google-other"),
        ("https://www.google.no/search?q=1", "google-other"),
        ("https://maps.google.de/maps/embed?pb=1", "google-maps"),
        ("https://www.google.co.uk/recaptcha/api2/anchor", "google-recaptcha"),
        ("https://adservice.google.dk/ddm/x", "google"),
        ("https://www.google.ee/pagead/1p-user-list/1/", "google"),
        ("https://maps.googleapis.com/maps/api/js", "google-maps"),
        ("https://www.google.com/recaptcha/api2/anchor", "google-recaptcha"),
        ("https://www.gstatic.com/recaptcha/releases/x.js", "google-recaptcha"),
        ("https://www.gstatic.com/charts/loader.js", "google-apis"),
        ("https://fonts.gstatic.com/s/x.woff2", "google-fonts"),
        ("https://accounts.google.com/gsi/client", "google-sign-in"),
        ("https://translate.google.com/translate_a/element.js", "google-translate"),
        ("https://www.youtube-nocookie.com/embed/x", "youtube"),
        ("https://www.google.se/pagead/1p-user-list/1/", "google"),
        ("https://www.google.com/ads/ga-audiences?v=1", "google"),
        ("https://www.google.com/ccm/collect", "google"),
        ("https://www.google.com/", "google-other"),
        ("https://bat.bing.com/action/0", "microsoft-advertising"),
        ("https://www.bing.com/maps/embed", "bing"),
        ("https://mc.yandex.ru/watch/1", "yandex-metrica"),
        ("https://yandex.ru/map-widget/v1/", "yandex-maps"),
        ("https://an.yandex.ru/count/1", "yandex"),
        ("https://www.facebook.com/tr/?id=1", "meta"),
    ] {
        assert_eq!(Vendors::builtin().recipient_at(&host(url), path_of(url)).id, id, "{url}");
    }
    for id in ["google-maps", "google-recaptcha", "google-fonts", "google-sign-in", "google-translate", "google-apis"] {
        assert!(!Vendors::builtin().vendor(id).expect(id).recipient(None).tracks(), "{id}");
    }
}

#[test]
fn unknown_hosts_are_named_by_registrable_domain() {
    for (host, domain) in [
        ("a.b.example.co.uk", "example.co.uk"),
        ("cdn.bildlager.example", "bildlager.example"),
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "::1"),
        ("localhost", "localhost"),
        ("", ""),
    ] {
        assert_eq!(registrable(host), domain, "{host}");
    }
}

#[test]
fn stars_stand_for_anything() {
    assert!(star("cd[*", "cd[buttonText]") && star("a.*.b", "a.0.b") && star("*", ""));
    assert!(!star("cd[*", "cdx") && !star("a.*.b", "a.0.c") && !star("em", "em2"));
}

#[test]
fn match_keys_are_those_that_take_hashes() {
    let keys = Vendors::builtin().match_keys();
    assert!(
        keys.contains(&("udff[ph]".into(), IdentifierKind::Phone))
            && keys.contains(&("u_hem".into(), IdentifierKind::Email))
    );
    assert!(keys.iter().all(|(key, _)| key != "uid" && key != "email" && !key.contains('*')), "{keys:?}");
    assert!(keys.is_sorted() && keys.len() >= 40, "{}", keys.len());
}
