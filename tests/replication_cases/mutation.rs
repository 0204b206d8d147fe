//! Verdicts are computed: what the paper or others print otherwise is judged otherwise.

use yalu::Error;
use yalu::replication::claims::{Ledger, Verdict};
use yalu::replication::evidence::{Address, Evidence, Measure};

fn verdict(evidence: &Evidence, id: &str) -> Result<Verdict, Error> {
    Ok(Ledger::compute(evidence)?.get(id)?.verdict)
}

fn cell(table: u8, row: &'static str, column: i32) -> Address {
    Address::new(table, row, column, Measure::Value)
}

#[test]
fn a_corrected_cell_is_reproduced() -> Result<(), Error> {
    for (id, address, text) in [
        ("table1-total-2013", cell(1, "Total", 2013), "8,481"),
        ("table1-total-2014", cell(1, "Total", 2014), "9,954"),
        ("table2-total-2014", cell(2, "Total", 2014), "6,365"),
        ("table2-import-2009-reported", cell(2, "Import", 2009), "790"),
        ("table5-coal-2013-reported", cell(5, "Coal", 2013), "1373.7"),
        // After 1,100 in 2011 the surpluses 961, 721, 681, 380 are four falls running.
        ("balance-consecutive-falls", cell(2, "Surplus", 2011), "1,100"),
        // From 2,200 the rise to 2,714 is 514; with the other partners' 78 less, over half of 852.
        ("volume-made-up", cell(1, "ROK", 2014), "2,200"),
        ("imports-only-two-smaller", cell(6, "Motor vehicles for goods transport", 2015), "80.0"),
        ("minerals-anthracite-in-particular", cell(5, "Coal", 2015), "900.0"),
    ] {
        let evidence = Evidence::bundled()?;
        assert!(verdict(&evidence, id)?.differs(), "{id}");
        assert_eq!(verdict(&evidence.with_cell(&address, text)?, id)?, Verdict::Reproduced, "{id}");
    }
    Ok(())
}

#[test]
fn a_wrong_cell_differs() -> Result<(), Error> {
    for (id, address, text) in [
        ("table2-total-2011", cell(2, "Total", 2011), "5,692"),
        ("table4-total-2004", cell(4, "Labor", 2004), "4.73"),
        ("volume-2015-fall", cell(2, "Total", 2015), "5,611"),
        ("service-peak-year", cell(4, "Projects", 2014), "190.49"),
        ("garments-top-five", cell(5, "Women’s suits", 2015), "69.6"),
        ("service-projects-majority", cell(4, "Total", 2008), "241.68"),
        ("table5-ranks", cell(5, "Men’s suits", 2015), "251.3"),
    ] {
        let evidence = Evidence::bundled()?;
        assert_eq!(verdict(&evidence, id)?, Verdict::Reproduced, "{id}");
        assert_eq!(verdict(&evidence.with_cell(&address, text)?, id)?, Verdict::DiffersFromOwnTables, "{id}");
    }
    Ok(())
}

#[test]
fn a_number_of_the_text_is_judged_as_printed() -> Result<(), Error> {
    let evidence = Evidence::bundled()?.with_number("effects-exports-fall", "$277 million")?;
    let ledger = Ledger::compute(&evidence)?;
    let entry = ledger.get("effects-exports-fall")?;
    assert_eq!((entry.verdict, entry.difference), (Verdict::Reproduced, Some(0.0)));
    assert!(entry.statement.contains("$277 million"));
    // 72.8 million for less than 1,300 kt would be more than $56 a tonne, over the $54.42 of the year before.
    let evidence = Evidence::bundled()?.with_number("ironore-volume-2015", "1300 thousand tons")?;
    assert_eq!(verdict(&evidence, "ironore-implied-price-2015")?, Verdict::DiffersFromOwnTables);
    Ok(())
}

#[test]
fn outside_figures_decide_what_is_held_against_them() -> Result<(), Error> {
    let evidence = Evidence::bundled()?;
    let rich = evidence.clone().with_figure("south_korea_imports_from_nk", "2009", "1,500")?;
    assert_eq!(verdict(&rich, "minerals-south-korea-financed")?, Verdict::Reproduced);
    let poor = evidence.clone().with_figure("nk_crude_oil_imports_from_china_value", "2013", "98.13")?;
    assert_eq!(verdict(&poor, "volume-crude-oil")?, Verdict::DiffersFromOutsideData);
    let late = evidence.clone().with_figure("south_korea_imports_from_nk", "2013", "1,700")?;
    assert_eq!(verdict(&late, "garments-interkorean-replaced")?, Verdict::DiffersFromOutsideData);
    let withered = evidence.with_figure("china_crude_steel", "2014", "802306.0")?;
    assert_eq!(verdict(&withered, "anthracite-steel-determinant")?, Verdict::Reproduced);
    Ok(())
}

#[test]
fn a_cell_of_zero_is_refused_where_it_divides() -> Result<(), Error> {
    let evidence = Evidence::bundled()?.with_cell(&cell(2, "Total", 2014), "0")?;
    let error = Ledger::compute(&evidence).expect_err("a growth rate from zero");
    assert!(error.to_string().contains("divides"), "{error}");
    Ok(())
}

#[test]
fn what_does_not_exist_cannot_be_changed() -> Result<(), Error> {
    let evidence = Evidence::bundled()?;
    assert!(evidence.clone().with_cell(&cell(2, "Total", 1999), "1").is_err());
    assert!(evidence.clone().with_cell(&cell(2, "Total", 2014), "N.A.").is_err());
    assert!(evidence.clone().with_number("no-such-number", "1").is_err());
    assert!(evidence.with_figure("no_such_series", "2013", "1").is_err());
    Ok(())
}
