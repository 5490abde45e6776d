use super::Lanes;
use crate::keys::digest_key;

/// Most lanes of any instruction set.
const ROWS: usize = 64;
/// Rows are whole cache lines.
const LINE: usize = 64;

/// Texts of about one length in rows of zeros; there are always a multiple of [`ROWS`] of them.
#[derive(Default)]
pub(crate) struct Texts {
    rows: Vec<u8>,
    stride: usize,
    lengths: Vec<u32>,
    /// Where all lengths are those of digests of so many bytes; none where texts were put in.
    digests: Option<usize>,
    count: usize,
}

impl Texts {
    /// Empties it, for texts of at most so many bytes.
    pub fn clear(&mut self, longest: usize) {
        self.rows.clear();
        self.lengths.clear();
        self.digests = None;
        self.count = 0;
        self.stride = longest.max(1).next_multiple_of(LINE);
    }

    pub fn push(&mut self, text: &[u8]) {
        self.put(text.len(), |row| row.copy_from_slice(text));
    }

    /// `write` fills a text of so many bytes.
    #[inline(always)]
    pub fn put(&mut self, length: usize, write: impl FnOnce(&mut [u8])) {
        if self.count == self.lengths.len() {
            self.lengths.resize(self.count + ROWS, 0);
            self.rows.resize(self.lengths.len() * self.stride, 0);
        }
        let start = self.count * self.stride;
        write(&mut self.rows[start..start + length]);
        self.lengths[self.count] = length as u32;
        self.count += 1;
    }

    /// Empties it, for digests of `size` bytes of as many texts; their rows are written by [`Texts::row_mut`] or
    /// [`Texts::write`], to the end.
    pub fn clear_for_digests(&mut self, of: &Self, size: usize) {
        self.stride = LINE;
        self.count = of.count;
        if self.digests != Some(size) {
            self.lengths.clear();
            self.digests = Some(size);
        }
        self.lengths.resize(of.lengths.len(), size as u32);
        self.rows.resize(of.lengths.len() * LINE, 0);
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn stride(&self) -> usize {
        self.stride
    }

    pub fn length(&self, i: usize) -> usize {
        self.lengths[i] as usize
    }

    pub fn longest(&self) -> usize {
        self.lengths.iter().copied().max().unwrap_or(0) as usize
    }

    /// With the zeros behind it.
    #[inline(always)]
    pub fn row(&self, i: usize) -> &[u8] {
        &self.rows[i * self.stride..(i + 1) * self.stride]
    }

    #[inline(always)]
    pub fn row_mut(&mut self, i: usize) -> &mut [u8] {
        &mut self.rows[i * self.stride..(i + 1) * self.stride]
    }

    #[inline(always)]
    pub fn get(&self, i: usize) -> &[u8] {
        &self.row(i)[..self.lengths[i] as usize]
    }

    /// The keys of all, as digests.
    pub fn keys(&self) -> impl Iterator<Item = u64> {
        let rows = self.rows.chunks_exact(self.stride.max(1)).zip(&self.lengths).take(self.count);
        rows.map(|(row, length)| digest_key(&row[..*length as usize]))
    }

    /// Reads the words of a block of `V::COUNT` texts, where no padding is needed.
    #[inline(always)]
    pub fn read<V: Lanes>(&self, first: usize, from: usize, words: &mut [V]) {
        V::gather(&self.rows[first * self.stride + from..], self.stride, words);
    }

    /// Writes rows of `V::COUNT` digests: 64 bytes each.
    #[inline(always)]
    pub fn write<V: Lanes>(&mut self, first: usize, words: &[V]) {
        V::scatter(words, &mut self.rows[first * LINE..], LINE);
    }
}
