//! Entries on tests that remove the deterministic terms before testing for a unit root.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[];
