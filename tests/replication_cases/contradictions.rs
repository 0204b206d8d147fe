//! The contradictions that the ledger must find. Each expected number is worked out by hand from the paper's print or
//! from the figure named, never copied from our output.

use yalu::Error;
use yalu::replication::claims::{Entry, Ledger, Verdict};
use yalu::replication::evidence::Evidence;

use Verdict::{
    DiffersFromOutsideData as Outside, DiffersFromOwnTables as Own, NotTestable, Reproduced, WithinRounding,
};

fn entry(id: &str) -> Result<Entry, Error> {
    Ok(Ledger::compute(&Evidence::bundled()?)?.get(id)?.clone())
}

/// The verdict, and our number to the digits of the hand calculation.
fn number(id: &str, verdict: Verdict, ours: f64, within: f64) -> Result<(), Error> {
    let entry = entry(id)?;
    let got = entry.ours.as_ref().and_then(|ours| ours.number());
    assert!(got.is_some_and(|got| (got - ours).abs() <= within), "{id}: {got:?}, by hand {ours}");
    assert_eq!(entry.verdict, verdict, "{id}: {}", entry.reason);
    Ok(())
}

/// The verdict, and a number that our words must contain.
fn words(id: &str, verdict: Verdict, ours: &[&str]) -> Result<(), Error> {
    let entry = entry(id)?;
    let got = entry.ours.as_ref().and_then(|ours| ours.words()).unwrap_or_default().to_owned();
    for word in ours {
        assert!(got.contains(word), "{id}: `{got}` lacks {word}");
    }
    assert_eq!(entry.verdict, verdict, "{id}: {got}");
    Ok(())
}

#[test]
fn totals_that_do_not_add_up() -> Result<(), Error> {
    // 1,136 + 7,345 = 8,481, printed 8,476; 6,545/8,481 = 77.17 %, printed 77.22.
    number("table1-total-2013", Own, 8481.0, 0.0)?;
    number("table1-share-2013-of-parts", Own, 77.17, 0.005)?;
    // 2,343 + 7,611 = 9,954, printed 9.954.
    number("table1-total-2014", Own, 9954.0, 0.0)?;
    // 2,842 + 3,523 = 6,365, and to a decimal 2,841.5 + 3,522.5 = 6,364.0; printed 6,363.
    number("table2-total-2014", Own, 6365.0, 0.0)?;
    number("table2-total-2014-from-tables5-6", Own, 6364.0, 1e-9)?;
    // 2,946 - 2,565 = 381, which unrounded flows may make 380; to a decimal 2,946.5 - 2,564.5 = 382.0.
    number("table2-surplus-2015", WithinRounding, 381.0, 0.0)?;
    number("balance-surplus-2015", WithinRounding, 381.0, 0.0)?;
    number("table2-surplus-2015-from-tables5-6", Own, 382.0, 1e-9)?;
    // 25.3 + 4.3 + 0.4 + 53.9 + 32.4 = 116.3; 33.9 + 1.5 + 0.1 + 89.1 + 59.7 = 184.3; 25.9 + 1.5 + 0.1 + 94.2 + 66.7 = 188.4.
    number("table3-total-2010", WithinRounding, 116.3, 1e-9)?;
    number("table3-total-2014", WithinRounding, 184.3, 1e-9)?;
    number("table3-total-2015", WithinRounding, 188.4, 1e-9)
}

#[test]
fn slips_of_the_pen() -> Result<(), Error> {
    // 5,511 units of $5 million would be $27,555 million.
    words("table2-unit", Own, &["27555"])?;
    words("table6-total-label", Own, &["2,946.5"])?;
    // 2,841.5 - 2,564.5 = 277.0, printed 227; 3,522.5 - 2,946.5 = 576.0, printed 578.
    number("effects-exports-fall", Own, 277.0, 1e-9)?;
    number("effects-imports-fall", Own, 576.0, 1e-9)?;
    // 578 - 227 = 351, not the 681 - 380 = 301 of Table 2.
    words("effects-flows-add-up", Own, &["351", "301"])
}

#[test]
fn runs_and_orders() -> Result<(), Error> {
    // The surplus: 701 in 2011, 961 in 2012, then 721, 681, 380: three falls running.
    number("balance-consecutive-falls", Own, 3.0, 0.0)?;
    // Trade: 6,545 in 2013, 6,363, 5,511: two falls running.
    number("volume-consecutive-falls", Reproduced, 2.0, 0.0)?;
    // Petroleum 104.5 to 116.5 is +11.5 %, telephones 74.7 to 73.5 is -1.6 %.
    words("imports-fastest-years", Own, &["petroleum +11.5", "telephones -1.6"])?;
    // Trucks 108.7 to 108.1 is -0.6 %, less than the 16.4 % of imports overall.
    words("imports-only-two-smaller", Own, &["freight-cars", "16.4"])?;
    // Shares above 70: 77.22 in 2013. Falls: 69.74 - 67.54 = 2.20 in 2012, before 2014.
    words("volume-myth-70", Own, &["2013", "77.22"])?;
    // As printed 49.45 - 33.58 = 15.87 in 2009 is the first heavy fall.
    words(
        "volume-share-began-to-drop",
        Own,
        &["15.87 points in 2009, 13.30 points in 2014; slight ones: 2.20 points"],
    )?;
    // 2,681/5,093 is 52.6 % in 2009, up from 49.45: of the falls only that of 2014 is heavy.
    words("volume-share-drop-since", Reproduced, &["2014"])?;
    // Projects 186.27 of 235.90 in nine years are 79.0 %; 2.55 of 7.87 in 2002 are 32.4 %.
    words("service-projects-majority", Reproduced, &["79.0 %", "32.4 in 2002", "under half in 2002"])?;
    // Iron ore is second in 2013 (298.7 after 1,379.8) and 2014 (221.9 after 1,135.7).
    number("ironore-rank", Reproduced, 2.0, 0.0)
}

#[test]
fn causes_that_the_tables_do_not_bear_out() -> Result<(), Error> {
    // 2,714 - 2,343 = 371 of 6,363 - 5,511 = 852. The fourteen flows of the seven partners whose books are bundled add
    // up to 529.6 in 2014 and 451.8 in 2015: 371 - 77.8 is 34.4 % of 852.
    words("volume-made-up", Outside, &["34.4 %", "China -852", "+371", "7 others", "-78"])?;
    // 852 - 371 + 77.8 = 558.8 of 9,954: 5.6 %.
    words("volume-similar-year", Reproduced, &["5.6 %", "9954"])?;
    // Coal 1,135.7 - 1,049.8 = 85.9, iron ore 221.9 - 72.8 = 149.1, together 235.0 of 277.0 + 576.0 = 853.0: 28 %.
    words("minerals-decrease-main", Own, &["235.0", "853.0", "28 %"])?;
    words("minerals-anthracite-in-particular", Own, &["85.9", "149.1"])?;
    // From 2013: 330.0 + 225.9 = 555.9 of 347.0 + 686.7 = 1,033.7: 54 %.
    words("causes-minerals-primary", Reproduced, &["555.9", "1033.7", "54 %"])?;
    // 265 + 98 = 363 against 933.46 in 2009; 1,379.8 + 298.7 = 1,678.5 against 617.2 in 2013.
    words("garments-interkorean-replaced", Reproduced, &["363.0", "1678.5", "933.5", "617.2"])?;
    // 1,126.85 + 316 = 1,442.85 of 2,464.19: 58.6 %; 1,678.5 of 2,911.5: 57.7 %.
    words("minerals-major-source", Reproduced, &["58.6 %", "57.7 %"])?;
    for id in ["granger-exports-imports", "granger-imports-exports", "granger-anthracite"] {
        assert_eq!(entry(id)?.verdict, NotTestable);
    }
    Ok(())
}

#[test]
fn the_hole_of_2009_and_later_revisions() -> Result<(), Error> {
    // Customs' full year: 789.661 and 1,890.721, together 2,680.382; 2,681/5,093 = 52.6 %.
    number("table2-import-2009-reported", Outside, 789.661, 1e-6)?;
    number("table2-export-2009-reported", Outside, 1890.721, 1e-6)?;
    number("table2-total-2009-reported", Outside, 2680.382, 1e-6)?;
    number("table1-share-2009-reported", Outside, 52.64, 0.005)?;
    // 2015 after revision: 2,483.944; 2,946.464 - 2,483.944 = 462.5; 5,430.4 of 6,364.0 is a fall of 14.67 %.
    number("table2-import-2015-reported", Outside, 2483.944, 0.001)?;
    words("effects-deficit-2015-revised", Outside, &["462.5"])?;
    words("volume-2015-fall-revised", Outside, &["14.67"])?;
    // 2,706.985 + 3,196.804 = 5,903.8 in 2016 after 5,430.4.
    words("conclusion-continues", Outside, &["5430", "5904"])?;
    // As printed: about 5 % more in the third quarter of 2016, 112.1 % more in November.
    words("conclusion-sanctions-accelerate", Outside, &["+5 %", "+112.1 %"])
}

#[test]
fn anthracite_and_iron_ore() -> Result<(), Error> {
    // 73.40 * 15.43 / (83.30 * 16.49) = 1,132.562 / 1,373.617: a fall of 17.55 %, printed 17.7.
    number("anthracite-revenue-fall-2014", Own, 17.55, 0.005)?;
    // Coal: 1,135.7/1,379.8 is a fall of 17.69 %; anthracite by KDI: 1,132.18/1,373.71 one of 17.58 %.
    words("anthracite-revenue-fall-2014-coal", Reproduced, &["17.69"])?;
    words("anthracite-revenue-fall-2014-reported", Outside, &["17.58"])?;
    // 1,126.85/2,464.19 = 45.73 %, the least of 2011-2013.
    number("anthracite-share", Reproduced, 45.73, 0.005)?;
    // 1,373.71 million for 16.494 million tonnes: 83.285, printed 83.30.
    number("anthracite-price-2013", Outside, 83.285, 0.001)?;
    // -9.90 * 15.96 = -158.00 and -1.06 * 78.35 = -83.05.
    words("anthracite-price-determinant", Reproduced, &["-158.00", "-83.05"])?;
    // 822,000 to 822,306 kt of steel is +0.04 %.
    words("anthracite-steel-determinant", Outside, &["0.04"])?;
    // 72.8 million for 1,500 kt is $48.53 a tonne, between 45 and 54.42; at $45 it is 1,617.8 kt.
    words("ironore-implied-price-2015", Reproduced, &["48.53", "54.42"])?;
    number("ironore-volume-2015", WithinRounding, 1617.8, 0.05)?;
    // KDI: 22.96 million for 0.6 million tonnes is 38.27, so $35.3 (0.65 Mt) to $41.7 (0.55 Mt).
    words("ironore-price-path-2015", Outside, &["$35.3", "$41.7"])?;
    // KITA: 316 in 2011, more than the 298.7 of 2013.
    words("ironore-revenue-peak", Outside, &["316", "298.7"])?;
    // 1,379.8 against anthracite's 1,373.71.
    number("table5-coal-2013-reported", Outside, 1373.71, 1e-9)
}

#[test]
fn outside_figures() -> Result<(), Error> {
    // 933.46 - 732.62 = 200.84 of 1,890.721 - 789.661 = 1,101.06: 18.2 %; of the 709 printed 28.3 %.
    words("minerals-south-korea-financed", Outside, &["200.8", "18.2", "28.3"])?;
    // KITA: 598.13 in 2013; 6,363 + 598.13 = 6,961.1 is 6.4 % over 6,545, 6,863 is 4.9 %.
    number("volume-crude-oil", Reproduced, 598.13, 1e-9)?;
    words("volume-crude-oil-reverses", Reproduced, &["4.9", "6.4"])?;
    // 2,912 of 3,220 + 617.2 = 3,837.2: 75.9 %.
    words("balance-exports-majority", Reproduced, &["75.9"])?;
    // The Ministry's 1,136 against KITA's 1,148.91.
    number("table1-rok-2013-reported", Outside, 1148.91, 1e-9)
}

#[test]
fn what_rounding_explains() -> Result<(), Error> {
    // 108.7/143.3 is a fall of 24.15 %, printed 24.2; 108.1/108.7 one of 0.55 %, printed 0.5.
    number("imports-freight-2014", WithinRounding, 24.145, 0.001)?;
    number("imports-freight-2015", WithinRounding, 0.552, 0.001)?;
    // 3.0/5.7 is a fall of 47.4 %, printed 46.7: one digit leaves 46.0 to 48.7.
    number("imports-maize", WithinRounding, 47.37, 0.005)?;
    // 105.3/63.3 is 66.35 %, printed 66.5.
    number("garments-womens-suits", WithinRounding, 66.35, 0.005)
}
