//! Texts in bytes of an unknown form whose length stands before them: what stands beside one may read as more letters or
//! digits of it. So write ASN.1, Thrift, Avro, bplist, pickle, AMF, Smile, Java and .NET; so do messages that are cut short
//! or stand behind something else.

use super::Scanner;
use super::masks::Masks;
use super::texts::{domain_ends, is_local};
use std::ops::Range;

/// Fewer bytes hold nothing that is told without a key.
const LEAST: usize = 4;
/// Of longer texts hardly one ends with an identifier.
const MOST: usize = 4096;
/// Before a text may stand a tag, or the tag and a type, that read as letters.
const MOST_TAGS: usize = 2;
/// Texts in a row that are followed.
const MOST_IN_A_ROW: usize = 8;
/// An identifier with letters and so many digits is no word of a language.
const LEAST_DIGITS: usize = 5;
/// Where so many bytes on both sides are text, a blank is no length.
const BESIDE: usize = 16;

/// How the lengths of texts in a row are written: the texts are then told from one another though all of it reads as one.
#[derive(Clone, Copy)]
enum Row {
    /// A byte, behind as many bytes that mean something else.
    Byte(usize),
    /// Avro: the length is a number with a sign.
    Twice,
    /// In the byte that says that it is a text, or behind it (RFC 8949).
    Cbor,
    /// The same (<https://github.com/FasterXML/smile-format-specification>), texts beyond ASCII apart.
    Smile,
    /// Binary property lists.
    List,
}

const ROWS: [Row; 7] = [Row::Byte(0), Row::Byte(1), Row::Byte(2), Row::Twice, Row::Cbor, Row::Smile, Row::List];

impl Row {
    /// Where a text begins and ends whose length begins here.
    fn text(self, data: &[u8], head: usize) -> Option<Range<usize>> {
        let first = usize::from(*data.get(head)?);
        let (start, length) = match (self, first) {
            (Self::Byte(_), _) => (head + 1, first),
            (Self::Twice, ..0x80) => (head + 1, first >> 1),
            (Self::Cbor, 0x78) => (head + 2, usize::from(*data.get(head + 1)?)),
            (Self::Cbor, 0x60..0x78) => (head + 1, first & 31),
            (Self::Smile, 0x40..0x60) => (head + 1, (first & 31) + 1),
            (Self::Smile, 0x60..0x80) => (head + 1, (first & 31) + 33),
            (Self::Smile, 0x80..0xc0) => (head + 1, (first & 63) + 1),
            (Self::List, 0x50..0x5f) => (head + 1, first & 15),
            _ => return None,
        };
        Some(start..start + length)
    }

    /// Bytes between a text and the length of the next.
    fn between(self) -> usize {
        if let Self::Byte(between) = self { between } else { 0 }
    }
}

/// Text between bytes that no text has.
struct Stretch<'a> {
    data: &'a [u8],
    masks: &'a Masks,
    /// What was found already, in order.
    told: &'a [Range<usize>],
    end: usize,
    /// Texts that end before are not looked at.
    floor: usize,
    /// Bytes that may still be looked at again: hostile ones would hold a text at each place.
    left: usize,
}

impl Stretch<'_> {
    /// Whether something goes on here that was found: then nothing begins or ends.
    fn divides(&self, at: usize) -> bool {
        /// Hardly more begin within one.
        const MOST_BEFORE: usize = 16;
        let before = &self.told[..self.told.partition_point(|region| region.start < at)];
        before.iter().rev().take(MOST_BEFORE).any(|region| region.end > at)
    }
}

impl Scanner {
    /// Looks again at texts that are touched by something where a length says that they begin or end. `known`: how many
    /// hits there were before those in these bytes.
    pub(super) fn sized(&mut self, data: &[u8], masks: &Masks, known: usize) {
        let own = self.found[known.min(self.found.len())..].iter().filter(|f| Some(f.layer) == self.layer);
        let mut told: Vec<_> = own.map(|f| f.region.clone()).collect();
        told.sort_unstable_by_key(|region| region.start);
        let (mut end, mut control) = (0, 0);
        for (at, byte) in data.iter().enumerate() {
            let may_be_text = matches!(byte, b'\t' | b'\n' | b'\r' | 0x80..);
            // in a text what is beyond ASCII is a letter
            if !(may_be_text || super::is_control(*byte)) || (at < end && *byte >= 0x80) {
                continue;
            }
            // each byte is read once
            if at >= end {
                if at >= control {
                    let controls = data[at + 1..].iter().position(|b| super::is_control(*b));
                    control = controls.map_or(data.len(), |n| at + 1 + n);
                }
                let valid = data[at + 1..control].utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
                end = at + 1 + valid;
            }
            if end - at <= LEAST || data[at + 1] < b' ' {
                continue;
            }
            let floor = if may_be_text && is_text_before(data, at) { end.saturating_sub(BESIDE) } else { 0 };
            let mut stretch = Stretch { data, masks, told: &told, end, floor, left: (end - at) * 4 + 256 };
            // in a long text that ends far off
            if floor <= at + MOST {
                (at..=at + MOST_TAGS).for_each(|head| self.sized_at(&mut stretch, head));
            }
        }
    }

    /// What may be the text whose length ends here, and those behind it.
    fn sized_at(&mut self, stretch: &mut Stretch, head: usize) {
        let fits = head + 1 + LEAST..=stretch.end;
        let ends = lengths(stretch.data, head).map(|length| head + 1 + length);
        let mut ends = ends.into_iter().filter(|end| fits.contains(end)).peekable();
        // one that ends where text ends is no chance
        let whole = ends.clone().find(|end| end == fits.end());
        let likely = whole.or(ends.peek().copied());
        for end in ends.filter(|end| whole.is_none_or(|whole| *end == whole)) {
            self.sized_text(stretch, head + 1..end, likely == Some(end));
        }
        for row in ROWS {
            let mut head = head;
            for i in 0..MOST_IN_A_ROW {
                let text = row.text(stretch.data, head).filter(|text| text.end <= stretch.end);
                // a blank within text parts words
                let is_blank = i > 0 && matches!(stretch.data.get(head), Some(b'\t' | b'\n' | b'\r'));
                let Some(text) = text.filter(|_| !is_blank) else { break };
                let own = std::mem::replace(&mut head, text.end + row.between());
                if i > 0 || text.start > own + 1 {
                    self.sized_text(stretch, text, true);
                }
            }
        }
    }

    /// `is_likely`: names, which others may begin with, are looked for too.
    fn sized_text(&mut self, stretch: &mut Stretch, region: Range<usize>, is_likely: bool) {
        let Stretch { data, masks, .. } = *stretch;
        let touches = |at: usize| data.get(at).is_some_and(|b| is_local(*b) || *b == b'@');
        let is_cut = |at: usize| matches!(data.get(at), Some(0x80..0xc0)) && at < stretch.end;
        if !(LEAST..=stretch.left.min(MOST)).contains(&region.len())
            || region.end < stretch.floor
            || !(touches(region.start - 1) || touches(region.end))
            || is_cut(region.start)
            || is_cut(region.end)
            || stretch.divides(region.start)
            || stretch.divides(region.end)
        {
            return;
        }
        stretch.left -= region.len();
        let Range { start, end } = region;
        let data = &data[..end];
        for at in memchr::memchr_iter(b'@', &data[start..]).map(|at| start + at) {
            domain_ends(data, at).for_each(|end| self.mailbox(data, start, at, end));
        }
        if self.inner.facts.digit_lengths != 0 {
            self.digits(data, start, region.clone(), masks);
        }
        let digits = || data[start..].iter().filter(|b| b.is_ascii_digit()).count();
        if is_likely || digits() >= LEAST_DIGITS {
            self.words_of(data, start);
        }
        self.answer(data);
        self.told();
    }
}

fn is_text_before(data: &[u8], at: usize) -> bool {
    let before = &data[at.saturating_sub(BESIDE)..=at];
    let cut = before.iter().take(3).take_while(|b| matches!(b, 0x80..0xc0)).count();
    super::looks_like_text(&before[cut..])
}

/// What the bytes up to here may say as a length, the likeliest first; 0 stands for nothing.
fn lengths(data: &[u8], at: usize) -> [usize; 10] {
    let Some(head) = data.get(at).map(|b| usize::from(*b)) else { return [0; 10] };
    let before = |n: usize| at.checked_sub(n).map_or(0, |at| usize::from(data[at]));
    let when = |is: bool, length: usize| if is { length } else { 0 };
    let varint = when(before(1) >= 0x80 && (1..0x80).contains(&head), (before(1) & 0x7f) | head << 7);
    let little = before(1) | head << 8;
    let row = |row: Row| row.text(data, at).filter(|text| text.start == at + 1).map_or(0, |text| text.len());
    [
        // of one byte, or the last of more where those before are 0; DER, CBOR and MessagePack have a head before it
        head,
        // MessagePack, Ion
        when(matches!(head, 0xa0..0xc0), head & 31),
        when(head >= 0x80, head & 0x7f),
        varint,
        when(before(1) > 0, before(1) << 8 | head),
        when(head == 0 && before(1) == 0, before(3) | before(2) << 8),
        little,
        row(Row::Cbor).max(row(Row::List)),
        row(Row::Smile),
        // twice as much, and one more in AMF: a number with a sign in Avro
        when(varint > 0, varint).max(when(head < 0x80, head)) >> 1,
    ]
}
