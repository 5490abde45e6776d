//! Counting people exactly: nanoseconds a hit, for hits in no order and in the order traffic has.

#[path = "../../crates/flows/src/scan/crowd.rs"]
mod crowd;

use crowd::Crowd;
use std::hint::black_box;
use std::time::Instant;

const HITS: u64 = 50_000_000;

fn main() {
    for people in [1000u64, 90_000, 10_000_000] {
        for (order, near) in [("any order", false), ("near each other", true)] {
            let mut x = 1u64;
            let mut next = |i: u64| {
                x = x.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                let any = (u128::from(x) * u128::from(people) >> 64) as u64;
                if near { (i / 8 + any % 64) % people } else { any }
            };
            let start = Instant::now();
            let sum = (0..HITS).fold(0, |sum, i| sum ^ black_box(next(i)));
            let making = start.elapsed();
            let start = Instant::now();
            let mut crowd = Crowd::default();
            (0..HITS).for_each(|i| {
                crowd.add(next(i) as u32);
            });
            let each = start.elapsed().saturating_sub(making).as_secs_f64() * 1e9 / HITS as f64;
            assert!(crowd.len() == crowd.iter().count() as u64);
            println!("{people} people, {order}: {each:.1} ns a hit, {} counted ({})", crowd.len(), sum & 1);
        }
    }
}
