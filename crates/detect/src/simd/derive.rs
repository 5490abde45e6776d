//! What is made of the sets, word by word, as many words side by side as the instruction set has lanes.

use super::*;

/// Words side by side. An implementor belongs to an instruction set, and its functions only run where that was detected.
pub(super) trait Lanes: Copy {
    const WORDS: usize;
    fn load(words: &[u64]) -> Self;
    fn store(self, words: &mut [u64]);
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    /// Without the bits of the other.
    fn less(self, other: Self) -> Self;
    fn down(self, by: u32) -> Self;
    fn up(self, by: u32) -> Self;
    /// The words one further back; `previous` are those before these.
    fn behind(self, previous: Self) -> Self;
    fn zero() -> Self;
}

impl Lanes for u64 {
    const WORDS: usize = 1;

    #[inline(always)]
    fn load(words: &[u64]) -> Self {
        words[0]
    }

    #[inline(always)]
    fn store(self, words: &mut [u64]) {
        words[0] = self;
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        self & other
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        self | other
    }

    #[inline(always)]
    fn less(self, other: Self) -> Self {
        self & !other
    }

    #[inline(always)]
    fn down(self, by: u32) -> Self {
        self >> by
    }

    #[inline(always)]
    fn up(self, by: u32) -> Self {
        self << by
    }

    #[inline(always)]
    fn behind(self, previous: Self) -> Self {
        previous
    }

    #[inline(always)]
    fn zero() -> Self {
        0
    }
}

/// Words, and the words after them as far as they matter.
#[derive(Clone, Copy)]
struct Two<L>(L, L);

impl<L: Lanes> Two<L> {
    #[inline(always)]
    fn and(self, other: Self) -> Self {
        Self(self.0.and(other.0), self.1.and(other.1))
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        Self(self.0.or(other.0), self.1.or(other.1))
    }

    #[inline(always)]
    fn less(self, other: Self) -> Self {
        Self(self.0.less(other.0), self.1.less(other.1))
    }

    /// The words so many bits further on.
    #[inline(always)]
    fn ahead(self, by: u32) -> Self {
        Self(self.0.down(by).or(self.1.up(64 - by)), self.1.down(by))
    }

    /// Keeps the bits from which on at least `N` bits are set; for the words themselves.
    #[inline(always)]
    fn erode<const N: u32>(self) -> L {
        let (mut all, mut length) = (self, 1);
        while length < N {
            let step = if length < N - length { length } else { N - length };
            all = all.and(all.ahead(step));
            length += step;
        }
        all.0
    }

    /// Whether any of the `N` bits from here on is set.
    #[inline(always)]
    fn any<const N: u32>(self) -> L {
        let (mut all, mut length) = (self, 1);
        while length < N {
            let step = if length < N - length { length } else { N - length };
            all = all.or(all.ahead(step));
            length += step;
        }
        all.0
    }
}

/// Whether this bit or any of the `N` - 1 before is set.
#[inline(always)]
fn any_behind<L: Lanes, const N: u32>(mut words: L, mut before: L) -> L {
    let mut length = 1;
    while length < N {
        let step = if length < N - length { length } else { N - length };
        words = words.or(words.up(step)).or(before.down(64 - step));
        before = before.or(before.up(step));
        length += step;
    }
    words
}

/// The words before the current ones, of what is looked at backwards.
struct Behind<L> {
    base64: L,
    hex: L,
    alnum: L,
    near: L,
    long: L,
    word: L,
}

/// Leaves of bits those with nothing of a class right before them.
#[inline(always)]
fn beginnings<L: Lanes>(of: L, all: L, previous: L) -> L {
    of.less(all.up(1).or(all.behind(previous).down(63)))
}

/// Fills the rows after the sets, and leaves of some sets only what begins something. Rows have as many words as lanes
/// more than are used, and are zero there.
#[inline(always)]
pub(super) fn derive<L: Lanes>(words: &mut [u64], stride: usize, near: u32) {
    let zero = L::zero();
    let mut behind = Behind { base64: zero, hex: zero, alnum: zero, near: zero, long: zero, word: zero };
    let mut i = 0;
    while i + L::WORDS < stride {
        block(&mut Here::new::<L>(words, stride, i), near, &mut behind);
        i += L::WORDS;
    }
    for row in SETS..CLASSES {
        words[row * stride + i..(row + 1) * stride].fill(0);
    }
}

/// Some words of every row. What is read and written was looked at once for all rows: asked for each by itself it would
/// be as much work as what is done with them.
struct Here<'a> {
    words: &'a mut [u64],
    stride: usize,
    i: usize,
}

impl<'a> Here<'a> {
    #[inline(always)]
    fn new<L: Lanes>(words: &'a mut [u64], stride: usize, i: usize) -> Self {
        assert!(i + L::WORDS < stride && stride <= words.len() / CLASSES);
        Self { words, stride, i }
    }

    /// These words of a row and, by one further, the next.
    #[inline(always)]
    fn get<L: Lanes>(&self, class: usize) -> Two<L> {
        assert!(class < CLASSES);
        let at = class * self.stride + self.i;
        // SAFETY: `new` saw that there are `CLASSES` rows of `stride` words, and `L::WORDS` and one more from `i` on in
        // each; one `L` is used with one of these.
        let row = unsafe { self.words.get_unchecked(at..at + L::WORDS + 1) };
        Two(L::load(row), L::load(&row[1..]))
    }

    #[inline(always)]
    fn put<L: Lanes>(&mut self, class: usize, value: L) {
        assert!(class < CLASSES);
        let at = class * self.stride + self.i;
        // SAFETY: as in `get`.
        value.store(unsafe { self.words.get_unchecked_mut(at..at + L::WORDS) });
    }
}

#[inline(always)]
fn block<L: Lanes>(here: &mut Here<'_>, near: u32, behind: &mut Behind<L>) {
    let [base64, first, second, third, hex, upper, lower, digit, near_row, high, not_base32, not_base58] = [
        here.get::<L>(BASE64),
        here.get(FIRST),
        here.get(SECOND),
        here.get(THIRD),
        here.get(HEX),
        here.get(UPPER),
        here.get(LOWER),
        here.get(DIGIT),
        here.get(NEAR),
        here.get(HIGH),
        here.get(NOT_BASE32),
        here.get(NOT_BASE58),
    ];
    let alnum = upper.or(lower).or(digit);

    // starts of base64 quads that give ASCII, and of several in a row
    let quad = first.and(second.ahead(1)).and(third.ahead(2)).and(base64.ahead(3));
    let texts = quad.and(quad.ahead(4));
    let long_texts = texts.and(texts.ahead(4));
    let long = base64.erode::<{ LONG_RUN as u32 }>();
    let short_texts = texts.0.less(any_behind::<L, { LONG_RUN as u32 }>(long, long.behind(behind.long)));

    // 22 signs of a digest are never all small letters, nor all hex digits (one in 10⁸): those are words and UUIDs
    let digests = base64
        .erode::<{ LEAST_DIGEST as u32 }>()
        .and(upper.or(digit).any::<{ LEAST_DIGEST as u32 }>())
        .and(alnum.less(hex).any::<{ LEAST_DIGEST as u32 }>());
    let base32_runs = alnum.less(not_base32).erode::<{ LEAST_RUN as u32 }>();
    let base58_runs = alnum.less(not_base58).erode::<{ LONG_RUN as u32 }>();
    let hex_runs = hex.erode::<{ LEAST_RUN as u32 }>();
    let numbers = match near {
        9.. => near_row.erode::<9>(),
        7..9 => near_row.erode::<7>(),
        _ => near_row.erode::<4>(),
    };
    let word = alnum.0.or(high.0);
    let rows = [
        (ALNUM, alnum.0),
        (TEXTS, texts.0),
        (LONG_TEXTS, long_texts.0),
        (SHORT_TEXTS, short_texts),
        (RUNS, beginnings(long, base64.0, behind.base64)),
        (DIGESTS, beginnings(digests, alnum.0, behind.alnum)),
        (HEX_RUNS, beginnings(hex_runs, hex.0, behind.hex)),
        (BASE32_RUNS, beginnings(base32_runs, alnum.0, behind.alnum)),
        (BASE58_RUNS, beginnings(base58_runs, alnum.0, behind.alnum)),
        (NUMBERS, beginnings(numbers, near_row.0, behind.near)),
        (WORD, word),
        (WORDS, beginnings(word, word, behind.word)),
    ];
    *behind = Behind { base64: base64.0, hex: hex.0, alnum: alnum.0, near: near_row.0, long, word };
    for (row, value) in rows {
        here.put(row, value);
    }
    escapes::<L>(here, hex);
    lists(here, hex.0, digit.0, alnum.0);
}

/// Leaves of the signs that begin escapes those that do. `\"` changes no token: a quote ends one as the backslash before
/// it does. `&` only counts before a near `;`, `=` before what quoted-printable escapes and as the first of three escapes.
#[inline(always)]
fn escapes<L: Lanes>(here: &mut Here<'_>, hex: Two<L>) {
    let [percent, backslash, amp, equals, quote, semi, soft] = [
        here.get::<L>(PERCENT),
        here.get(BACKSLASH),
        here.get(AMP),
        here.get(EQUALS),
        here.get(QUOTE),
        here.get(SEMI),
        here.get(SOFT),
    ];
    // any `;` one to eleven bytes on
    let two = semi.or(semi.ahead(1));
    let four = two.or(two.ahead(2));
    let near_semi = four.or(four.ahead(4)).ahead(1).or(four.ahead(8));
    let rows = [
        (PERCENT, percent.0.and(hex.ahead(1).0).and(hex.ahead(2).0)),
        (BACKSLASH, backslash.0.less(quote.ahead(1).0)),
        (AMP, amp.0.and(near_semi.0)),
        (EQUALS, equals.0.and(soft.ahead(1).0.or(equals.ahead(3).0.and(equals.ahead(6).0)))),
    ];
    for (row, value) in rows {
        here.put(row, value);
    }
}

/// Bytes that may be written one by one. Nothing is known here of the words before and after. What is escaped is looked
/// at when it was decoded.
#[inline(always)]
fn lists<L: Lanes>(here: &mut Here<'_>, hex: L, digit: L, alnum: L) {
    let percent = here.get::<L>(PERCENT).0;
    let starts = hex.less(hex.up(1)).less(percent.up(1));
    let two = hex.and(hex.down(1));
    let four = two.and(two.down(2));
    let twos = starts.and(two).less(hex.down(2));
    let fours = starts.and(four).less(hex.down(4));
    let eights = starts.and(four).and(four.down(4)).less(hex.down(8));
    let row = |groups: L, by: u32| groups.and(groups.down(by));
    let rows = |groups: L, by: u32| row(row(groups, by), 2 * by);
    let pairs = rows(twos, 3).or(rows(twos, 4)).or(rows(twos, 5)).or(rows(twos, 6));
    let longer = rows(fours, 5).or(rows(fours, 6)).or(row(eights, 9)).or(row(eights, 10));
    here.put(HEX_LISTS, pairs.or(longer));

    let starts = digit.less(digit.up(1));
    let any = |bits: L, by: u32| bits.or(bits.down(by));
    let near = any(any(any(alnum.less(digit).or(percent), 1), 2), 4);
    let follow = any(any(starts, 1), 2).down(2).or(starts.down(6));
    let long = digit.down(1).and(digit.down(2)).and(digit.down(3));
    here.put(NUMBER_LISTS, starts.and(follow).less(near).less(long));
}
