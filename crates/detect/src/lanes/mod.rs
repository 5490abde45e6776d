//! Digests of many texts at once: each hash is written once over words of several texts side by side, which the
//! instruction sets of src/simd fill in. What is found is verified with the libraries in src/digest.rs, not with this.
#![expect(clippy::needless_range_loop, reason = "one number names a lane in several arrays")]

pub(crate) mod blake;
pub(crate) mod bytes;
pub(crate) mod constants;
pub(crate) mod damgard;
pub(crate) mod double;
mod measure;
mod murmur;
mod plan;
pub(crate) mod sha2;
pub(crate) mod sponge;
#[cfg(test)]
mod tests;
mod texts;

pub use measure::keys_of;
pub(crate) use plan::{LONGEST, Plan, Work};
pub(crate) use texts::Texts;

/// Most lanes of words of any instruction set.
pub(crate) const WIDEST: usize = 16;

/// Digests of texts, each in a row of its own.
pub(crate) type Hash = fn(&Texts, &mut Texts);

/// One word of each of several texts.
///
/// Code over it is loops, not closures: a closure is compiled without the instructions of the function around it.
pub(crate) trait Lanes: Copy {
    type Word: Copy;
    /// How many texts; at most [`WIDEST`].
    const COUNT: usize;
    /// Bytes of a word.
    const BYTES: usize;

    /// The lower bytes of a number.
    fn word(number: u64) -> Self::Word;
    fn splat(word: Self::Word) -> Self;
    /// A word for each text; those past [`Lanes::COUNT`] are not looked at.
    fn from_words(words: &[Self::Word; WIDEST]) -> Self;
    fn add(self, other: Self) -> Self;
    fn xor(self, other: Self) -> Self;
    fn and(self, other: Self) -> Self;
    fn or(self, other: Self) -> Self;
    /// Bits of `other` that this has not.
    fn and_not(self, other: Self) -> Self;
    fn rotate_left(self, by: u32) -> Self;
    /// The same by whole bytes.
    fn rotate_bytes(self, by: u32) -> Self {
        self.rotate_left(8 * by)
    }
    fn shift_right(self, by: u32) -> Self;
    /// The bytes of each word the other way round.
    fn swapped(self) -> Self;
    /// `other` in the lanes whose bit is set.
    fn pick(self, other: Self, lanes: u16) -> Self;
    /// Word `w` of every row becomes `out[w]`. Rows are `stride` bytes apart and hold at least `out.len()` words, a
    /// multiple of [`Lanes::COUNT`] of them.
    fn gather(rows: &[u8], stride: usize, out: &mut [Self]);
    /// The other way round.
    fn scatter(words: &[Self], rows: &mut [u8], stride: usize);
}
