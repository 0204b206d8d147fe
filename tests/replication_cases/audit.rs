//! The audit: complete over the tables, and its mismatches are those of the ledger.

use std::collections::BTreeSet;

use yalu::Error;
use yalu::replication::audit::Audit;
use yalu::replication::claims::{Ledger, Verdict};
use yalu::replication::evidence::Evidence;

#[test]
fn every_derived_cell_has_an_identity() -> Result<(), Error> {
    let evidence = Evidence::bundled()?;
    let audit = Audit::compute(&evidence)?;
    let audited: BTreeSet<&str> = audit.iter().map(|entry| entry.place.as_str()).collect();
    for cell in evidence.cells().iter().filter(|cell| cell.number.is_some()) {
        let row = cell.address.row.as_ref();
        let derived = match cell.address.table {
            1 => ["Total", "China", "C/T"].contains(&row),
            2 => ["Total", "Surplus", "C/T"].contains(&row),
            3 => cell.address.column == "Total",
            4 => row == "Total",
            _ => cell.place.ends_with("growth") && cell.address.column != "2013",
        };
        assert!(!derived || audited.contains(cell.place.as_str()), "{} has no identity", cell.place);
    }
    Ok(())
}

#[test]
fn the_papers_tables_contradict_themselves_in_these_places_only() -> Result<(), Error> {
    let audit = Audit::compute(&Evidence::bundled()?)?;
    let own: Vec<&str> = audit
        .iter()
        .filter(|entry| entry.verdict == Verdict::DiffersFromOwnTables)
        .map(|entry| entry.id.as_str())
        .collect();
    // Worked out by hand in `contradictions`; the surplus of 2013 is 3,633.2 - 2,911.5 = 721.7, printed 721.
    assert_eq!(
        own,
        [
            "table1-total-2013",
            "table1-total-2014",
            "table1-share-2013-of-parts",
            "table2-total-2014",
            "table2-surplus-2013-from-tables5-6",
            "table2-total-2014-from-tables5-6",
            "table2-surplus-2015-from-tables5-6",
        ]
    );
    Ok(())
}

#[test]
fn a_mismatch_has_its_size() -> Result<(), Error> {
    let audit = Audit::compute(&Evidence::bundled()?)?;
    assert_eq!(audit.get("table1-total-2013")?.difference, 5.0);
    assert_eq!(audit.get("table2-total-2014")?.difference, 2.0);
    assert_eq!(audit.get("table2-surplus-2013-from-tables5-6")?.difference, 0.7);
    // 789.661 - 501
    assert_eq!(audit.get("table2-import-2009-reported")?.difference, 288.661);
    assert_eq!(audit.table().rows().count(), audit.iter().count());
    assert_eq!(audit.table_of_mismatches().rows().count(), audit.mismatches().count());
    Ok(())
}

#[test]
fn the_ledger_says_what_the_audit_says() -> Result<(), Error> {
    let evidence = Evidence::bundled()?;
    let (audit, ledger) = (Audit::compute(&evidence)?, Ledger::compute(&evidence)?);
    for entry in audit.iter() {
        let claim = ledger.get(&entry.id)?;
        assert_eq!(claim.verdict, entry.verdict, "{}", entry.id);
        assert_eq!(claim.ours.as_ref().and_then(|ours| ours.number()), Some(entry.computed), "{}", entry.id);
    }
    Ok(())
}
