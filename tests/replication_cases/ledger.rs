//! The ledger is complete: each number of the text has one claim, each cell of the tables is answered for.

use std::collections::{HashMap, HashSet};

use yalu::Error;
use yalu::replication::claims::{Ledger, Verdict, claims};
use yalu::replication::evidence::Evidence;
use yalu::table::Format;

fn ledger() -> Result<(Evidence, Ledger), Error> {
    let evidence = Evidence::bundled()?;
    let ledger = Ledger::compute(&evidence)?;
    Ok((evidence, ledger))
}

#[test]
fn every_number_of_the_text_has_exactly_one_claim() -> Result<(), Error> {
    let evidence = Evidence::bundled()?;
    let mut count: HashMap<String, usize> = HashMap::new();
    for claim in claims() {
        *count.entry(claim.id().to_owned()).or_default() += 1;
    }
    let wrong: Vec<&str> = evidence
        .numbers()
        .iter()
        .map(|number| number.id.as_str())
        .filter(|id| count.get(*id).copied().unwrap_or(0) != 1)
        .collect();
    assert!(evidence.numbers().len() >= 134);
    assert!(wrong.is_empty(), "not one claim: {wrong:?}");
    Ok(())
}

#[test]
fn ids_are_unique_and_plain() {
    let mut seen = HashSet::new();
    for claim in claims() {
        let plain = claim.id().chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        assert!(plain, "{}", claim.id());
        assert!(seen.insert(claim.id().to_owned()), "twice: {}", claim.id());
    }
}

/// Section, paragraph and first sentence of a place in the text.
fn sentence(place: &str) -> Option<(&str, u32, u32)> {
    let (section, rest) = place.split_once(", paragraph ")?;
    let mut numbers = rest.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok());
    Some((section, numbers.next()?, numbers.next()?))
}

#[test]
fn a_section_s_claims_stand_in_the_order_of_its_sentences() -> Result<(), Error> {
    let (_, ledger) = ledger()?;
    let places: Vec<_> = ledger.iter().map(|entry| (sentence(&entry.place), entry.id.as_str())).collect();
    let mut pairs = 0;
    for pair in places.windows(2) {
        if let ((Some(before), _), (Some(after), id)) = (pair[0], pair[1]) {
            assert!(before.0 != after.0 || before <= after, "{id}: {after:?} after {before:?}");
            pairs += 1;
        }
    }
    assert!(pairs > 150, "{pairs}");
    Ok(())
}

#[test]
fn every_claim_runs_and_says_where_what_and_why() -> Result<(), Error> {
    let (_, ledger) = ledger()?;
    for entry in ledger.iter() {
        for text in [&entry.place, &entry.statement, &entry.paper, &entry.reason] {
            assert!(!text.trim().is_empty(), "{}", entry.id);
        }
        // Beside a claim that nothing public decides there may stand what public figures say, in words.
        let decided = entry.verdict != Verdict::NotTestable;
        assert!(!decided || entry.ours.is_some(), "{}", entry.id);
        assert!(decided || entry.difference.is_none(), "{}", entry.id);
        if let Some(number) = entry.ours.as_ref().and_then(|ours| ours.number()) {
            assert!(number.is_finite(), "{}", entry.id);
            assert!(entry.difference.is_some_and(f64::is_finite), "{}", entry.id);
        }
    }
    assert_eq!(ledger.counts().iter().map(|(_, count)| count).sum::<usize>(), ledger.len());
    Ok(())
}

#[test]
fn every_number_in_the_tables_is_answered_for() -> Result<(), Error> {
    let (evidence, ledger) = ledger()?;
    // A cell is answered for by a claim at its place, or by one for its row or column.
    for cell in evidence.cells().iter().filter(|cell| cell.number.is_some()) {
        let table = format!("Table {}, ", cell.address.table);
        let label = [format!("row {}", cell.address.row), format!("column {}", cell.address.column)];
        let answered = ledger.iter().any(|entry| {
            entry.place == cell.place
                || entry.place.starts_with(&table) && label.iter().any(|label| entry.place.contains(label.as_str()))
        });
        assert!(answered, "{}", cell.place);
    }
    Ok(())
}

#[test]
fn the_sections_stand_in_the_papers_order() -> Result<(), Error> {
    let (evidence, ledger) = ledger()?;
    let place = |id: &str| ledger.iter().position(|entry| entry.id == id);
    let numbers: Vec<Option<usize>> = evidence.numbers().iter().map(|number| place(&number.id)).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "the numbers of the text are out of order");
    Ok(())
}

#[test]
fn json_is_an_array_of_objects_with_the_promised_keys() -> Result<(), Box<dyn std::error::Error>> {
    let (_, ledger) = ledger()?;
    let json: serde_json::Value = serde_json::from_str(&ledger.to_json()?)?;
    let entries = json.as_array().ok_or("an array")?;
    assert_eq!(entries.len(), ledger.len());
    for entry in entries {
        for key in ["id", "where", "statement", "paper", "ours", "difference", "verdict", "reason"] {
            assert!(entry.get(key).is_some(), "{key} of {entry}");
        }
    }
    Ok(())
}

#[test]
fn the_table_has_a_row_for_each_claim() -> Result<(), Error> {
    let (_, ledger) = ledger()?;
    assert_eq!(ledger.table().rows().count(), ledger.len());
    assert!(ledger.summary().render(Format::Text).contains("not testable"));
    Ok(())
}

#[test]
fn a_wrong_name_is_met_with_the_nearest() -> Result<(), Error> {
    let (_, ledger) = ledger()?;
    let error = ledger.get("effect-exports-fall").expect_err("there is no such claim");
    assert!(error.to_string().contains("did you mean `effects-exports-fall`?"), "{error}");
    Ok(())
}
