//! Every sentence of the replica, in three languages. They belong to the lab, not to the product.

use facts::Lang;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::sync::OnceLock;

pub(crate) const SOURCES: [(Lang, &str); 3] = [
    (Lang::Sv, include_str!("../words/sv.ftl")),
    (Lang::Fi, include_str!("../words/fi.ftl")),
    (Lang::En, include_str!("../words/en.ftl")),
];

pub(crate) struct Words {
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

/// The words of a language; read once.
pub(crate) fn words(lang: Lang) -> &'static Words {
    static ALL: OnceLock<Vec<Words>> = OnceLock::new();
    let all = ALL.get_or_init(|| SOURCES.iter().map(|(lang, source)| Words::read(*lang, source)).collect());
    all.iter().find(|words| words.lang == lang).unwrap_or(&all[0])
}

impl Words {
    /// # Panics
    /// When a file in words/ is broken, which a test would have shown.
    fn read(lang: Lang, source: &str) -> Self {
        let tag = lang.tag().parse().expect("a language tag of facts is a language identifier");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source.to_owned()).expect("words are Fluent");
        bundle.add_resource(resource).expect("keys are unique");
        Self { lang, bundle }
    }

    pub fn say(&self, key: &str) -> String {
        self.with(key, &[])
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// The sentence of a key; the key itself where there is none, so that a gap is seen.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: FluentArgs = args.iter().map(|(name, value)| (*name, *value)).collect();
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}
