use std::io::{BufRead, Read};

/// The constants of Chromium 156 take 50 KB, an event a few; a longer line is passed over.
const LONGEST: u64 = 4 * 1024 * 1024;

/// Lines of a file, one at a time in one buffer.
pub struct Lines<R> {
    file: R,
    line: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    pub fn new(file: R) -> Self {
        Self { file, line: Vec::new() }
    }

    /// None at the end of the file, and where it cannot be read on.
    pub fn next(&mut self) -> Option<&[u8]> {
        self.line.clear();
        let read = self.file.by_ref().take(LONGEST).read_until(b'\n', &mut self.line).ok()?;
        if read as u64 == LONGEST && self.line.last() != Some(&b'\n') {
            self.line.clear();
            self.skip()?;
        }
        (read > 0).then_some(self.line.as_slice())
    }

    fn skip(&mut self) -> Option<()> {
        loop {
            let bytes = self.file.fill_buf().ok()?;
            let end = memchr::memchr(b'\n', bytes);
            let used = end.map_or(bytes.len(), |i| i + 1);
            let is_over = end.is_some() || bytes.is_empty();
            self.file.consume(used);
            if is_over {
                return Some(());
            }
        }
    }
}
