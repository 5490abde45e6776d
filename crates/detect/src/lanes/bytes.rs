//! Hashes that substitute bytes: one byte of each of many texts side by side.

use super::Texts;
use super::constants::{MD2, WHIRLPOOL};

/// One byte of each of several texts; as with [`super::Lanes`], loops and no closures.
pub(crate) trait Bytes: Copy {
    /// A table of 256 bytes, ready to be looked up in.
    type Table;
    /// How many texts: 64 or 32.
    const COUNT: usize;

    fn splat(byte: u8) -> Self;
    /// From the first [`Bytes::COUNT`] bytes.
    fn load(bytes: &[u8]) -> Self;
    fn store(self, bytes: &mut [u8]);
    fn xor(self, other: Self) -> Self;
    fn add(self, other: Self) -> Self;
    /// Times x in the field of 256 elements modulo x⁸ + x⁴ + x³ + x² + 1.
    fn double(self) -> Self;
    /// `other` in the lanes whose bit is set.
    fn pick(self, other: Self, lanes: u64) -> Self;
    fn table(table: &[u8; 256]) -> Self::Table;
    fn look_up(self, table: &Self::Table) -> Self;
    /// The same in Whirlpool's table.
    fn whirlpool(self, table: &Self::Table) -> Self {
        self.look_up(table)
    }
    /// Bytes of both in turn: those of the first halves, those of the second.
    fn riffle(self, other: Self) -> (Self, Self);
}

/// Rows to columns and back: as often riffled as the number of lanes can be halved.
#[inline(always)]
fn transpose<B: Bytes>(square: &mut [B]) {
    let mut side = B::COUNT;
    while side > 1 {
        let mut before = [square[0]; 64];
        before[..B::COUNT].copy_from_slice(square);
        for i in 0..B::COUNT / 2 {
            (square[2 * i], square[2 * i + 1]) = before[i].riffle(before[i + B::COUNT / 2]);
        }
        side /= 2;
    }
}

/// Rows of 64 bytes to 64 columns.
#[inline(always)]
fn columns<B: Bytes>(rows: &[[u8; 64]; 64]) -> [B; 64] {
    let mut all = [B::splat(0); 64];
    for (part, square) in all.chunks_exact_mut(B::COUNT).enumerate() {
        for (column, row) in square.iter_mut().zip(rows) {
            *column = B::load(&row[part * B::COUNT..]);
        }
        transpose(square);
    }
    all
}

#[inline(always)]
fn write<B: Bytes>(out: &mut Texts, first: usize, columns: &mut [B; 64]) {
    for (part, square) in columns.chunks_exact_mut(B::COUNT).enumerate() {
        transpose(square);
        for (i, row) in square.iter().enumerate() {
            row.store(&mut out.row_mut(first + i)[part * B::COUNT..]);
        }
    }
}

/// The 64 bytes from `from` on, zeros beyond the row.
#[inline(always)]
fn line(row: &[u8], from: usize) -> [u8; 64] {
    match row.get(from..from + 64) {
        Some(line) => *line.first_chunk().expect("64 bytes"),
        None => [0; 64],
    }
}

/// RFC 1319.
#[inline(always)]
pub(crate) fn md2<B: Bytes>(texts: &Texts, out: &mut Texts) {
    const SIZE: usize = 16;
    out.clear_for_digests(texts, SIZE);
    let (table, zero) = (B::table(&MD2), B::splat(0));
    let mut first = 0;
    while first < texts.len() {
        let (mut state, mut sum, mut last) = ([zero; SIZE], [zero; SIZE], zero);
        let mut most = 0;
        for lane in 0..B::COUNT {
            most = (texts.length(first + lane) / SIZE + 1).max(most);
        }
        let mut four = [zero; 64];
        for block in 0..=most {
            let (mut rows, mut open, mut closing) = ([[0; 64]; 64], 0u64, 0u64);
            for lane in 0..B::COUNT {
                let length = texts.length(first + lane);
                if block % 4 == 0 {
                    rows[lane] = padded(texts.row(first + lane), length, block * SIZE);
                }
                open |= u64::from(block <= length / SIZE) << lane;
                closing |= u64::from(block == length / SIZE + 1) << lane;
            }
            if block % 4 == 0 {
                four = columns(&rows);
            }
            let text = &four[block % 4 * SIZE..block % 4 * SIZE + SIZE];
            // after the text, its checksum
            let mut block = [zero; SIZE];
            for i in 0..SIZE {
                block[i] = text[i].pick(sum[i], closing);
            }
            let before = sum;
            for i in 0..SIZE {
                sum[i] = sum[i].xor(block[i].xor(last).look_up(&table));
                last = sum[i];
            }
            for i in 0..SIZE {
                sum[i] = before[i].pick(sum[i], open);
            }
            last = sum[SIZE - 1];
            let after = md2_block(state, &block, &table);
            for i in 0..SIZE {
                state[i] = state[i].pick(after[i], open | closing);
            }
        }
        let mut digest = [zero; 64];
        digest[..SIZE].copy_from_slice(&state);
        write(out, first, &mut digest);
        first += B::COUNT;
    }
}

/// Four blocks of the text, with the padding where it falls into them.
#[inline(always)]
fn padded(row: &[u8], length: usize, from: usize) -> [u8; 64] {
    let mut line = line(row, from);
    let end = (length / 16 + 1) * 16;
    for (at, byte) in line.iter_mut().enumerate() {
        if (length..end).contains(&(from + at)) {
            *byte = (end - length) as u8;
        }
    }
    line
}

#[inline(always)]
fn md2_block<B: Bytes>(state: [B; 16], block: &[B; 16], table: &B::Table) -> [B; 16] {
    let mut x = [state[0]; 48];
    for i in 0..16 {
        x[i] = state[i];
        x[i + 16] = block[i];
        x[i + 32] = state[i].xor(block[i]);
    }
    let mut t = B::splat(0);
    for round in 0..18 {
        for byte in &mut x {
            *byte = byte.xor(t.look_up(table));
            t = *byte;
        }
        t = t.add(B::splat(round));
    }
    let mut after = state;
    after.copy_from_slice(&x[..16]);
    after
}

/// ISO/IEC 10118-3.
#[inline(always)]
pub(crate) fn whirlpool<B: Bytes>(texts: &Texts, out: &mut Texts) {
    out.clear_for_digests(texts, 64);
    let (table, zero) = (B::table(&WHIRLPOOL), B::splat(0));
    let last_block = |length: usize| (length + 32) / 64;
    // the first block's keys are everybody's
    let mut keys = [[zero; 64]; 10];
    schedule([zero; 64], &mut keys, &table);
    let mut first_keys = [[0u8; 64]; 10];
    for (key, byte) in keys.as_flattened().iter().zip(first_keys.as_flattened_mut()) {
        let mut lanes = [0; 64];
        key.store(&mut lanes);
        *byte = lanes[0];
    }
    let mut first = 0;
    while first < texts.len() {
        let mut most = 0;
        for lane in 0..B::COUNT {
            most = last_block(texts.length(first + lane)).max(most);
        }
        let mut state = [zero; 64];
        for block in 0..=most {
            let (mut rows, mut open) = ([[0; 64]; 64], 0u64);
            for lane in 0..B::COUNT {
                let length = texts.length(first + lane);
                let row = &mut rows[lane];
                *row = line(texts.row(first + lane), block * 64);
                if length / 64 == block {
                    row[length % 64] = 0x80;
                }
                if last_block(length) == block {
                    row[56..].copy_from_slice(&(length as u64 * 8).to_be_bytes());
                }
                open |= u64::from(block <= last_block(length)) << lane;
            }
            let words: [B; 64] = columns(&rows);
            let mut after = words;
            for i in 0..64 {
                after[i] = after[i].xor(state[i]);
            }
            if block == 0 {
                for (i, byte) in first_keys.as_flattened().iter().enumerate() {
                    keys.as_flattened_mut()[i] = B::splat(*byte);
                }
            } else {
                schedule(state, &mut keys, &table);
            }
            for key in &keys {
                after = whirlpool_round(&after, &table);
                for i in 0..64 {
                    after[i] = after[i].xor(key[i]);
                }
            }
            for i in 0..64 {
                state[i] = state[i].pick(state[i].xor(words[i]).xor(after[i]), open);
            }
        }
        write(out, first, &mut state);
        first += B::COUNT;
    }
}

/// The keys of all rounds.
#[inline(always)]
fn schedule<B: Bytes>(mut key: [B; 64], keys: &mut [[B; 64]; 10], table: &B::Table) {
    for (round, this) in keys.iter_mut().enumerate() {
        key = whirlpool_round(&key, table);
        for i in 0..8 {
            key[i] = key[i].xor(B::splat(WHIRLPOOL[round * 8 + i]));
        }
        *this = key;
    }
}

/// Bytes substituted, columns shifted, rows mixed by the circulant of 1, 1, 4, 1, 8, 5, 2, 9.
#[inline(always)]
fn whirlpool_round<B: Bytes>(state: &[B; 64], table: &B::Table) -> [B; 64] {
    let zero = B::splat(0);
    let mut out = [zero; 64];
    for row in 0..8 {
        let (mut one, mut two, mut four, mut eight) = ([zero; 8], [zero; 8], [zero; 8], [zero; 8]);
        for j in 0..8 {
            one[j] = state[(row + 8 - j) % 8 * 8 + j].whirlpool(table);
            two[j] = one[j].double();
            four[j] = two[j].double();
            eight[j] = four[j].double();
        }
        for j in 0..8 {
            let at = |back: usize| (j + 8 - back) % 8;
            let ones = one[j].xor(one[at(1)]).xor(one[at(3)]).xor(one[at(5)]).xor(one[at(7)]);
            let fours = four[at(2)].xor(four[at(5)]);
            let eights = eight[at(4)].xor(eight[at(7)]);
            out[row * 8 + j] = ones.xor(two[at(6)]).xor(fours).xor(eights);
        }
    }
    out
}
