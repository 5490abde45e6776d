use super::Scanner;
use crate::hit::Hit;

impl Scanner {
    /// Finds what stands in `text` as it is, in a plain spelling or as a digest; no container is opened.
    pub fn scan_plain(&mut self, text: &[u8], sink: &mut dyn FnMut(Hit)) {
        self.reset(0, false);
        self.peeled = u8::MAX;
        self.flat(text);
        self.found.drain(..).for_each(|found| sink(found.hit));
    }
}
