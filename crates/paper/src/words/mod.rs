//! What is said to people, in their language, from `tables/words/<lang>/*.ftl` (Project Fluent).

mod cite;
mod format;
#[cfg(test)]
mod tests;

use facts::Lang;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;

/// An argument of a message: `"text".into()`, `7.into()`.
pub use fluent_bundle::FluentValue as Value;

/// The sentences of one language; copies are free.
#[derive(Clone, Copy)]
pub struct Words {
    lang: Lang,
    bundle: &'static FluentBundle<FluentResource>,
    /// Swedish as the law of Finland has it: `<key>-of-finland`, where that differs.
    finland: bool,
}

macro_rules! files {
    ($lang:literal) => {
        [
            ("web", include_str!(concat!("../../../../tables/words/", $lang, "/web.ftl"))),
            ("paper", include_str!(concat!("../../../../tables/words/", $lang, "/paper.ftl"))),
            ("judge", include_str!(concat!("../../../../tables/words/", $lang, "/judge.ftl"))),
            ("respond", include_str!(concat!("../../../../tables/words/", $lang, "/respond.ftl"))),
            ("watch", include_str!(concat!("../../../../tables/words/", $lang, "/watch.ftl"))),
            ("cli", include_str!(concat!("../../../../tables/words/", $lang, "/cli.ftl"))),
        ]
    };
}

type Files = [(&'static str, &'static str); 6];

static SV_FILES: Files = files!("sv");
static FI_FILES: Files = files!("fi");
static EN_FILES: Files = files!("en");

static SV: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::Sv));
static FI: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::Fi));
static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::En));

fn files_of(lang: Lang) -> &'static Files {
    match lang {
        Lang::Sv => &SV_FILES,
        Lang::Fi => &FI_FILES,
        Lang::En => &EN_FILES,
    }
}

/// What parses is kept: one broken message must not silence the rest (a test refuses the broken one).
fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.tag().parse().unwrap_or_default()]);
    // Isolation marks (U+2068, U+2069) break copying and searching, and no right-to-left language is spoken here.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Sv => format::sv,
        Lang::Fi => format::fi,
        Lang::En => format::en,
    }));
    for (_, text) in files_of(lang) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
        // A key that exists already is refused and the first one stays.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

impl Words {
    pub fn new(lang: Lang) -> Self {
        let bundle = match lang {
            Lang::Sv => &*SV,
            Lang::Fi => &*FI,
            Lang::En => &*EN,
        };
        Self { lang, bundle, finland: false }
    }

    /// The same for what belongs to a country: Swedish of Finland has some terms of its own.
    pub fn of_country(self, country: &str) -> Self {
        let finland = self.lang == Lang::Sv && country.split('-').next() == Some("FI");
        Self { finland, ..self }
    }

    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|m| m.value().is_some())
    }

    /// A message without arguments; `⟨key⟩` where there is none.
    pub fn say(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with arguments; `⟨key⟩` where there is none. An argument that is missing stays visible as `{$name}`.
    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        self.fluent(key, &args).unwrap_or_else(|| missing(key))
    }

    /// `key-word` where it exists, else the word itself: for open vocabularies (roles, settings of new vendors).
    pub fn or(&self, key: &str, word: &str) -> String {
        let full = format!("{key}-{}", word.replace(['_', '.'], "-"));
        if self.has(&full) { self.say(&full) } else { word.to_owned() }
    }

    /// A source as the tables have it, its words in this language; names and numbers stay.
    pub fn cite(&self, source: &str) -> String {
        cite::cite(source, self.lang)
    }

    fn fluent(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let own = self.finland.then(|| self.bundle.get_message(&format!("{key}-of-finland"))).flatten();
        let pattern = own.or_else(|| self.bundle.get_message(key))?.value()?;
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }
}

fn missing(key: &str) -> String {
    if cfg!(test) {
        panic!("no message `{key}`");
    }
    format!("⟨{key}⟩")
}

/// The keys that were asked for in vain and now stand in `text`: for the tests of every face.
pub fn missing_in(text: &str) -> Vec<&str> {
    text.split('⟨').skip(1).filter_map(|rest| rest.split_once('⟩').map(|(key, _)| key)).collect()
}
