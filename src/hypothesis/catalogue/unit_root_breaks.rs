//! Entries on unit roots with breaks or seasons.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[];
