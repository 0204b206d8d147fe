//! Simulations that are done once in a process.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What was computed for each key. A table of many models asks the same simulation for each; the few keys are looked through in turn.
pub(crate) struct Remembered<K, V>(Mutex<Vec<(K, V)>>);

impl<K: PartialEq, V: Clone> Remembered<K, V> {
    /// Nothing yet: for a `static`.
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// What is known for this key, or else what `compute` gives, which is remembered. Two threads that ask at once may both compute.
    pub(crate) fn or_compute(&self, key: K, compute: impl FnOnce() -> V) -> V {
        match self.or_try(key, || Ok::<V, std::convert::Infallible>(compute())) {
            Ok(value) => value,
        }
    }

    /// The same where it may fail; a failure is not remembered.
    pub(crate) fn or_try<E>(&self, key: K, compute: impl FnOnce() -> Result<V, E>) -> Result<V, E> {
        let known = self.lock().iter().find(|(other, _)| *other == key).map(|(_, value)| value.clone());
        if let Some(value) = known {
            return Ok(value);
        }
        let value = compute()?;
        self.lock().push((key, value.clone()));
        Ok(value)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(K, V)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_computed_again_and_what_failed_is() {
        static KNOWN: Remembered<(usize, bool), usize> = Remembered::new();
        assert_eq!(KNOWN.or_try((1, true), || Err("no")), Err("no"));
        assert_eq!(KNOWN.or_compute((1, true), || 5), 5);
        assert_eq!(KNOWN.or_compute((1, true), || 6), 5);
        assert_eq!(KNOWN.or_compute((1, false), || 6), 6);
        assert_eq!(KNOWN.or_try((1, true), || Err("no")), Ok(5));
    }
}
