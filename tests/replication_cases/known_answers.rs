//! What the printed data say, computed with R's lmtest and checked by hand, at the digits recorded.
//!
//! Two recorded p-values were cut, not rounded, or rounded twice: .326 and .064. Their closed forms, (1 + 2F/7)^(-7/2)
//! at F = 1.3234 and erfc(√(χ²/2)) at χ² = 3.4175, are 0.3255 (0.32546) and 0.0645 (0.06451), and these stand here.

use yalu::decomposition::Method;
use yalu::replication::before_after::{BeforeAfterEvidence, Equation};
use yalu::replication::causality::{CausalityEvidence, Form};
use yalu::replication::evidence::Evidence;
use yalu::replication::price_volume::PriceVolumeEvidence;
use yalu::replication::samples::samples;
use yalu::{Error, HypothesisTest, Period};

/// A number to the decimals recorded: half a unit of the last one.
fn assert_near(found: Option<f64>, recorded: f64, decimals: i32, what: &str) {
    let found = found.unwrap_or_else(|| panic!("{what} was not computed"));
    assert!((found - recorded).abs() <= 0.500_001 * 10f64.powi(-decimals), "{what}: {found}, recorded {recorded}");
}

#[test]
fn granger_and_toda_yamamoto_both_ways() -> Result<(), Error> {
    use Form::{LogChanges, LogLevels, TodaYamamoto, TodaYamamotoWithSouthernTrade};
    let evidence = CausalityEvidence::bundled()?;
    // Sample, form, lags; then F to four decimals and p to three, X → M and M → X; residual degrees of freedom.
    let recorded = [
        ("printed", LogLevels, 1, (0.0563, 0.817), (0.0242, 0.880), 10),
        ("printed", LogLevels, 2, (1.3234, 0.325), (1.6406, 0.260), 7),
        ("printed", LogChanges, 1, (1.0333, 0.336), (1.9073, 0.201), 9),
        ("printed", LogChanges, 2, (0.4718, 0.645), (1.3457, 0.329), 6),
        ("printed", TodaYamamoto, 1, (1.9935, 0.201), (1.2821, 0.295), 7),
        ("corrected", TodaYamamotoWithSouthernTrade, 1, (1.6787, 0.252), (0.4764, 0.521), 5),
    ];
    for (sample, form, lags, forward, backward, df) in recorded {
        let found = evidence.find(sample, form, lags).expect("a specification of that name");
        for (test, (f, p)) in [(&found.forward, forward), (&found.backward, backward)] {
            let what = format!("{sample}, {form:?}, {lags}, {} → {}", test.cause(), test.effect());
            assert_near(test.statistic("F"), f, 4, &what);
            assert_near(test.p_value("F"), p, 3, &what);
            assert_eq!(test.df_resid(), df, "{what}");
        }
    }
    Ok(())
}

#[test]
fn the_asymptotic_chi_squared_of_fourteen_years() -> Result<(), Error> {
    let evidence = CausalityEvidence::bundled()?;
    let printed = evidence.find("printed", Form::TodaYamamoto, 1).expect("a specification");
    assert_near(printed.forward.statistic("chi2-ml"), 3.4175, 4, "χ² X → M, as printed");
    assert_near(printed.forward.p_value("chi2-ml"), 0.0645, 4, "p X → M, as printed");
    assert_near(printed.backward.p_value("chi2-ml"), 0.138, 3, "p M → X, as printed");
    let given = evidence.find("corrected", Form::TodaYamamotoWithSouthernTrade, 1).expect("a specification");
    assert_near(given.forward.statistic("chi2-ml"), 4.0288, 4, "χ² X → M, given the South");
    assert_near(given.forward.p_value("chi2-ml"), 0.045, 3, "p X → M, given the South");
    assert_near(given.backward.statistic("chi2-ml"), 1.1434, 4, "χ² M → X, given the South");
    assert_near(given.backward.p_value("chi2-ml"), 0.285, 3, "p M → X, given the South");
    // "About 30 %": within three Monte Carlo standard errors (1.0 points) of 0.30.
    let size = given.simulated_size("chi2-ml").expect("fewer than twenty rows").rejects.value();
    assert!((size - 0.30).abs() < 0.031, "{size}");
    Ok(())
}

#[test]
fn chow_at_the_known_date_and_the_date_that_the_data_choose() -> Result<(), Error> {
    let evidence = BeforeAfterEvidence::compute(&samples()?)?;
    let found = evidence
        .comparisons
        .iter()
        .find(|c| c.sample == "printed" && c.equation == Equation::Logs && c.date == Period::annual(2010))
        .expect("a comparison");
    let report = found.chow.report();
    assert_near(report.statistic(), 3.5197, 4, "Chow's F");
    assert_near(found.chow_p(), 0.0696, 4, "Chow's p");
    let chosen = evidence
        .chosen_dates
        .iter()
        .find(|one| one.title.contains("as printed") && one.equation == Equation::Logs)
        .expect("a date");
    assert_eq!(chosen.found.date().to_string(), "2004|2005");
    assert_near(Some(chosen.found.f()), 27.33, 2, "sup-F");
    Ok(())
}

#[test]
fn anthracite_by_price_and_volume() -> Result<(), Error> {
    let evidence = PriceVolumeEvidence::compute(&Evidence::bundled()?)?;
    let change = evidence.change("price_volume_anthracite_2013_2014").expect("a change");
    for (method, price, volume, interaction) in [
        (Method::Laspeyres, -163.25, -88.30, 10.49),
        (Method::Bennet, -158.00, -83.05, 0.0),
        (Method::LmdiI, -158.06, -83.00, 0.0),
    ] {
        let total = change.by(method).expect("a method").total;
        assert_near(Some(total.change), -241.06, 2, "the change");
        assert_near(Some(total.price), price, 2, "price");
        assert_near(Some(total.volume), volume, 2, "volume");
        assert_near(Some(total.interaction), interaction, 2, "interaction");
    }
    Ok(())
}
