//! The ledger as a page: counts, what does not hold, then every claim, section by section.

use std::fmt::Write;

use super::escaped;
use crate::replication::claims::{Entry, Ledger};
use crate::replication::words::sentence;
use crate::table::Format;

/// `claims.md`.
pub(in crate::replication) fn ledger(ledger: &Ledger) -> String {
    let mut page = String::from(
        "# The ledger\n\nEvery number and every testable sentence of the paper, in its order. A verdict follows from the \
         digits printed; none is declared. `claims.csv` and `claims.json` have the same with the differences as numbers.\n\n",
    );
    page += &ledger.summary().render(Format::Markdown);
    page += "\n## What does not hold\n\n";
    for entry in ledger.differing() {
        let _ = writeln!(
            page,
            "- **{}** ({}). {} We find: {} {}",
            entry.id,
            entry.place,
            sentence(&entry.statement),
            sentence_of(&entry.ours_in_words()),
            sentence(&entry.reason)
        );
    }
    let mut section = "";
    for entry in ledger.iter() {
        let (here, place) = split(&entry.place);
        if here != section {
            section = here;
            let _ = write!(
                page,
                "\n## {section}\n\n| claim | where | what the paper says, in our words | the paper | ours | verdict | why |\n\
                 |---|---|---|---|---|---|---|\n"
            );
        }
        let _ = writeln!(page, "| `{}` | {place} | {} |", entry.id, cells(entry).join(" | "));
    }
    page
}

/// What follows an entry's place.
fn cells(entry: &Entry) -> [String; 5] {
    [&entry.statement, &entry.paper, &entry.ours_in_full(), &entry.verdict.to_string(), &entry.reason]
        .map(|text| escaped(text))
}

/// Words as they are, with a full stop: a number or a name at the start stays.
fn sentence_of(words: &str) -> String {
    format!("{words}.")
}

/// The section or table of a place, and where in it: `Volume of Trade` and `paragraph 1, sentence 2`.
fn split(place: &str) -> (&str, &str) {
    [", paragraph", ", row", ", column", ", header"]
        .iter()
        .filter_map(|mark| place.find(mark))
        .min()
        .map_or((place, ""), |at| (&place[..at], place[at..].trim_start_matches(", ")))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_place_has_a_section() {
        assert_eq!(split("Trends, Facts, & Myths, paragraph 1"), ("Trends, Facts, & Myths", "paragraph 1"));
        assert_eq!(split("Table 1, row Total, column 2013"), ("Table 1", "row Total, column 2013"));
        assert_eq!(split("Table 2"), ("Table 2", ""));
    }
}
