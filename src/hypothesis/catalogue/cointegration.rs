//! Entries on cointegrated systems.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[];
