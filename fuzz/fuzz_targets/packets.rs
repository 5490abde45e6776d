#![no_main]
//! Segments in any order, of any content, between the segments of a request that is whole.

use capture::archive;
use std::io::Cursor;
use std::path::Path;

libfuzzer_sys::fuzz_target!(|segments: Vec<(u8, u8, u16, u8, Vec<u8>)>| {
    let mut file = [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 65_535, 101].map(u32::to_le_bytes).concat();
    for (port, protocol, sequence, flags, data) in segments {
        let mut tcp = [0, port & 3, 0, 80].to_vec();
        tcp.extend_from_slice(&(u32::MAX - 100).wrapping_add(sequence.into()).to_be_bytes());
        tcp.extend_from_slice(&[0, 0, 0, 0, 0x50, flags, 0, 0, 0, 0, 0, 0]);
        tcp.extend_from_slice(&data);
        let protocol = if protocol < 250 { 6 } else { protocol };
        let mut packet = vec![0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, protocol, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2];
        packet.extend_from_slice(&tcp);
        for word in [1, 0, packet.len() as u32, packet.len() as u32] {
            file.extend_from_slice(&word.to_le_bytes());
        }
        file.extend_from_slice(&packet);
    }
    archive::from_reader(Path::new("x.pcap"), Box::new(Cursor::new(file)), &Default::default()).unwrap().read(&mut |block| {
        block.read(&mut |_| ());
        true
    });
});
