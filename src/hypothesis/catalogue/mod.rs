//! Every test, estimator and convention of the crate, described in one place.
//!
//! `yalu explain NAME` prints an [`Entry`]; [`all`] lists them.
//!
//! ```
//! use yalu::hypothesis::catalogue;
//! let entry = catalogue::get("granger")?;
//! assert_eq!(entry.title, "Granger causality");
//! assert!(catalogue::get("grangr").unwrap_err().to_string().contains("did you mean `granger`?"));
//! # Ok::<(), yalu::Error>(())
//! ```

mod ardl;
mod breaks;
mod breaks_known;
mod causality;
mod causality_forms;
mod causality_moving;
mod causality_quantile;
mod cointegration;
mod comparison;
mod conventions;
mod decomposition;
mod entry;
mod estimators;
mod event;
mod fluctuation;
mod long_run;
mod monitor;
mod panel;
mod restrictions;
mod seasonal;
mod structural;
mod systems;
mod unit_root;
mod unit_root_breaks;
mod unit_root_gls;
mod var;

pub use entry::{Entry, Kind};

use crate::Error;
use crate::table::{Cell, Column, Table};

/// Every entry, grouped by subject.
pub fn all() -> impl Iterator<Item = &'static Entry> {
    [
        causality::ENTRIES,
        causality_forms::ENTRIES,
        causality_moving::ENTRIES,
        panel::ENTRIES,
        causality_quantile::ENTRIES,
        restrictions::ENTRIES,
        event::ENTRIES,
        comparison::ENTRIES,
        unit_root::ENTRIES,
        unit_root_gls::ENTRIES,
        unit_root_breaks::ENTRIES,
        cointegration::ENTRIES,
        long_run::ENTRIES,
        ardl::ENTRIES,
        systems::ENTRIES,
        var::ENTRIES,
        structural::ENTRIES,
        breaks::ENTRIES,
        breaks_known::ENTRIES,
        fluctuation::ENTRIES,
        monitor::ENTRIES,
        estimators::ENTRIES,
        decomposition::ENTRIES,
        seasonal::ENTRIES,
        conventions::ENTRIES,
    ]
    .into_iter()
    .flatten()
}

/// The entry of this name or alias; upper and lower case, blanks, underscores and hyphens are alike.
///
/// # Errors
/// If there is none: the message suggests the nearest name and lists all.
pub fn get(name: &str) -> Result<&'static Entry, Error> {
    let wanted = folded(name);
    all()
        .find(|entry| entry.id == wanted || entry.aliases.contains(&wanted.as_str()))
        .ok_or_else(|| Error::unknown_name("entry", name, all().map(|entry| entry.id)))
}

/// The names and titles of all entries.
pub fn table() -> Table {
    let mut table = Table::new("catalogue", "What `yalu explain NAME` knows")
        .column(Column::text("name", "Name"))
        .column(Column::text("kind", "Kind"))
        .column(Column::text("title", "Title"))
        .column(Column::text("asks", "Question"));
    for entry in all() {
        table.push_row([entry.id, entry.kind.name(), entry.title, entry.asks].map(Cell::text));
    }
    table
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '_', '–', '—'], "-")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_are_unique_and_found_in_any_spelling() {
        let mut seen = HashSet::new();
        for entry in all() {
            for name in [entry.id].iter().chain(entry.aliases) {
                assert!(seen.insert(*name), "`{name}` is used twice");
                assert_eq!(*name, folded(name), "`{name}` cannot be found");
            }
        }
        assert!(["Toda–Yamamoto", "toda_yamamoto", "TY"].iter().all(|name| get(name).is_ok()));
    }

    #[test]
    fn entries_are_complete() {
        for entry in all() {
            let texts = [entry.title, entry.asks, entry.statistic, entry.docs];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", entry.id);
            assert!(!entry.conventions.is_empty(), "{}", entry.id);
            assert_eq!(entry.null.is_some(), entry.kind == Kind::Test, "{}", entry.id);
        }
    }
}
