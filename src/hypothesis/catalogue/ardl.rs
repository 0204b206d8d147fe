//! Entries on autoregressive distributed lags.

use super::Entry;

pub(super) const ENTRIES: &[Entry] = &[];
