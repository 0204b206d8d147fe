//! Entries on single long-run equations.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[];
