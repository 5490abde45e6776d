use crate::{Hit, Needles};
use facts::{Exchange, Gap, Part, Sighting};

/// Looks for needles in bytes; owns its buffers, belongs to one thread.
pub struct Scanner {
    needles: Needles,
}

impl Scanner {
    pub(crate) fn new(needles: Needles) -> Self {
        Self { needles }
    }

    /// Finds every identifier in `bytes`, whatever they are.
    pub fn scan(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Hit)) {
        for (index, person) in self.needles.inner.people.iter().enumerate() {
            for (kind, value) in &person.identifiers {
                if let Some(at) = memchr::memmem::find(bytes, value.as_bytes()) {
                    sink(Hit {
                        person: Some(index as u32),
                        identifier: *kind,
                        form: vec!["plain"],
                        layers: vec![],
                        offset: at as u64,
                        low: false,
                        shared: false,
                    });
                }
            }
        }
    }

    /// Splits an exchange into its parts and finds every identifier in each.
    pub fn exchange(
        &mut self,
        source: &str,
        exchange: &Exchange,
        sink: &mut dyn FnMut(Sighting),
        _gaps: &mut dyn FnMut(Gap),
    ) {
        let mut hits = Vec::new();
        self.scan(exchange.url.as_bytes(), &mut |h| hits.push((Part::UrlQuery, h)));
        if let Some(body) = &exchange.body {
            self.scan(body, &mut |h| hits.push((Part::Body, h)));
        }
        for (part, hit) in hits {
            let (id, role) = self.needles.person(hit.person.unwrap_or(0));
            sink(Sighting {
                schema: Sighting::SCHEMA.into(),
                source: source.into(),
                exchange: exchange.id.clone(),
                at: exchange.at,
                page: exchange.page.clone(),
                host: exchange.host(),
                recipient: None,
                part,
                key: String::new(),
                person: id.into(),
                role: role.into(),
                identifier: hit.identifier,
                form: hit.form.iter().map(|f| (*f).to_owned()).collect(),
                layers: vec![],
                offset: hit.offset,
                initiator: exchange.initiator.clone(),
                journey: None,
                consent: None,
                step: None,
                zone: None,
                field: None,
                confidence: None,
                shared: false,
            });
        }
    }
}
