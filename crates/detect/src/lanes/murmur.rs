//! MurmurHash3 by Appleby's reference; one text at a time, for what is left of it is short.

const C1: u64 = 0x87c3_7b91_1142_53d5;
const C2: u64 = 0x4cf5_ad43_2745_937f;

/// x64, 128 bits: both halves.
pub(super) fn wide(text: &[u8], seed: u32) -> [u64; 2] {
    let first = |k: u64| k.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2);
    let second = |k: u64| k.wrapping_mul(C2).rotate_left(33).wrapping_mul(C1);
    let (mut h1, mut h2) = (u64::from(seed), u64::from(seed));
    let (blocks, rest) = text.as_chunks::<16>();
    for block in blocks {
        let [k1, k2] = words(block);
        h1 = (h1 ^ first(k1)).rotate_left(27).wrapping_add(h2).wrapping_mul(5).wrapping_add(0x52dc_e729);
        h2 = (h2 ^ second(k2)).rotate_left(31).wrapping_add(h1).wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }
    let mut last = [0; 16];
    last[..rest.len()].copy_from_slice(rest);
    let [k1, k2] = words(&last);
    h1 ^= first(k1) ^ text.len() as u64;
    h2 ^= second(k2) ^ text.len() as u64;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = mixed(h1);
    h2 = mixed(h2);
    h1 = h1.wrapping_add(h2);
    [h1, h2.wrapping_add(h1)]
}

fn words(block: &[u8; 16]) -> [u64; 2] {
    let halves = block.as_chunks::<8>().0;
    [u64::from_le_bytes(halves[0]), u64::from_le_bytes(halves[1])]
}

fn mixed(k: u64) -> u64 {
    let k = (k ^ k >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let k = (k ^ k >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    k ^ k >> 33
}

/// x86, 128 bits: four words.
pub(super) fn narrow_wide(text: &[u8]) -> [u32; 4] {
    const C: [u32; 4] = [0x239b_961b, 0xab0e_9789, 0x38b3_4ae5, 0xa1e3_8b93];
    const BY: [u32; 4] = [15, 16, 17, 18];
    const THEN: [(u32, u32); 4] = [(19, 0x561c_cd1b), (17, 0x0bca_a747), (15, 0x96cd_1c35), (13, 0x32ac_3b17)];
    let turned = |i: usize, k: u32| k.wrapping_mul(C[i]).rotate_left(BY[i]).wrapping_mul(C[(i + 1) % 4]);
    let word = |block: &[u8; 16], i: usize| u32::from_le_bytes(block.as_chunks().0[i]);
    let mut h = [0u32; 4];
    let (blocks, rest) = text.as_chunks::<16>();
    for block in blocks {
        for (i, (by, plus)) in THEN.into_iter().enumerate() {
            let mixed = (h[i] ^ turned(i, word(block, i))).rotate_left(by).wrapping_add(h[(i + 1) % 4]);
            h[i] = mixed.wrapping_mul(5).wrapping_add(plus);
        }
    }
    let mut last = [0; 16];
    last[..rest.len()].copy_from_slice(rest);
    for i in 0..4 {
        h[i] ^= turned(i, word(&last, i)) ^ text.len() as u32;
    }
    let together = |[a, b, c, d]: [u32; 4]| {
        let a = a.wrapping_add(b).wrapping_add(c).wrapping_add(d);
        [a, b.wrapping_add(a), c.wrapping_add(a), d.wrapping_add(a)]
    };
    together(together(h).map(finished))
}

fn finished(h: u32) -> u32 {
    let h = (h ^ h >> 16).wrapping_mul(0x85eb_ca6b);
    let h = (h ^ h >> 13).wrapping_mul(0xc2b2_ae35);
    h ^ h >> 16
}

/// x86, 32 bits.
pub(super) fn narrow(text: &[u8], seed: u32) -> u32 {
    let turned = |k: u32| k.wrapping_mul(0xcc9e_2d51).rotate_left(15).wrapping_mul(0x1b87_3593);
    let (blocks, rest) = text.as_chunks::<4>();
    let each = |h: u32, block: &[u8; 4]| {
        (h ^ turned(u32::from_le_bytes(*block))).rotate_left(13).wrapping_mul(5).wrapping_add(0xe654_6b64)
    };
    let mut last = [0; 4];
    last[..rest.len()].copy_from_slice(rest);
    finished(blocks.iter().fold(seed, each) ^ turned(u32::from_le_bytes(last)) ^ text.len() as u32)
}
