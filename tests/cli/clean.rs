//! Traffic in which nobody is: a small piece of what `clean` in benches/ looks through by the gigabyte.

#[path = "../../benches/src/corpus.rs"]
mod corpus;
#[path = "../../benches/src/odd.rs"]
mod odd;

use corpus::Random;
use detect::{Needles, Options};

/// Two thousand people, and numbers, digests, ids, images, other people's addresses in each of which one might be seen.
#[test]
fn nobody_is_found_where_nobody_is() {
    let list: Vec<_> = (0..2000).map(corpus::person).collect();
    let needles = Needles::compile(&list, &Options::default());
    let mut random = Random(4);
    let mut text = String::new();
    while text.len() < 8 << 20 {
        let id = random.below(1_000_000);
        text.push_str(&corpus::line(&mut random, id, ""));
        odd::line(&mut random, &mut text);
    }
    let mut scanner = needles.scanner();
    let mut certain = Vec::new();
    scanner.scan(text.as_bytes(), &mut |hit| certain.extend((!hit.low).then_some((hit.form, hit.layers))));
    assert_eq!(certain, []);
    // and somebody would be found, in the URL and in `:path`
    text.push_str(&corpus::line(&mut random, 1, &corpus::plant(&mut Random(5), 2000)));
    let mut seen = 0;
    scanner.scan(text.as_bytes(), &mut |hit| seen += usize::from(!hit.low));
    assert_eq!(seen, 2);
}
