use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// The last things that were read from disk, for what never changes under its key.
pub struct Cache<V> {
    kept: Mutex<VecDeque<(String, Arc<V>)>>,
    size: usize,
}

impl<V> Cache<V> {
    pub fn new(size: usize) -> Self {
        Self { kept: Mutex::default(), size }
    }

    pub fn get(&self, key: &str) -> Option<Arc<V>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(k, _)| k == key).map(|(_, v)| v.clone())
    }

    /// Keeps it, and lets go of what was kept longest.
    pub fn put(&self, key: String, value: V) -> Arc<V> {
        let value = Arc::new(value);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= self.size {
            kept.pop_front();
        }
        kept.push_back((key, value.clone()));
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_is_let_go_of() {
        let cache = Cache::new(2);
        for n in 0..3 {
            cache.put(n.to_string(), n);
        }
        assert_eq!(["0", "1", "2"].map(|key| cache.get(key).map(|v| *v)), [None, Some(1), Some(2)]);
    }
}
