//! The augmented Dickey–Fuller test against urca, fUnitRoots, tseries, statsmodels, arch and gretl: every `adf.*` number
//! of the cases is matched, or shown to be what the program named does differently.

use yalu::hypothesis::{CriticalValue, PValue};
use yalu::regression::Criterion;
use yalu::unit_root::{Adf, AdfResult, LagRule, Lags, Terms};
use yalu::{Period, Series, TestReport};

use crate::fixture::{Fixture, assert_digits};

/// The cases and the column that is tested.
pub const CASES: [(&str, &str); 4] =
    [("ur_np_gnp_r", "logy"), ("ur_macro_infl", "y"), ("ur_nile", "y"), ("ur_sunspots", "y")];

pub fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(1900), values.to_vec()).expect("a series")
}

pub fn terms(code: &str) -> Terms {
    match code {
        "n" => Terms::None,
        "c" => Terms::Constant,
        "ct" => Terms::Trend,
        "ctt" => Terms::Quadratic,
        _ => panic!("no terms {code}"),
    }
}

/// `lag4` → 4.
pub fn lag(word: &str) -> usize {
    word.strip_prefix("lag").and_then(|lag| lag.parse().ok()).unwrap_or_else(|| panic!("no lag in {word}"))
}

/// The report with this convention.
#[track_caller]
pub fn convention<'a>(reports: &'a [TestReport], name: &str) -> &'a TestReport {
    reports.iter().find(|report| report.convention == name).unwrap_or_else(|| panic!("no {name}"))
}

pub fn critical_at(report: &TestReport, level: &str) -> f64 {
    let level = level.strip_suffix("pct").and_then(|level| level.parse::<f64>().ok()).expect("a level") / 100.0;
    let at = |critical: &&CriticalValue| (critical.level - level).abs() < 1e-9;
    report.critical_values.iter().find(at).expect("a critical value").value
}

/// A p-value of ours against one that a program extrapolated: where our table ends, its bound must hold.
#[track_caller]
pub fn assert_p(report: &TestReport, expected: f64, at_least: f64, what: &str) {
    match report.p().expect("a p-value") {
        PValue::Below(bound) => assert!(expected <= bound, "{what}: {expected} is not below {bound}"),
        PValue::Above(bound) => assert!(expected >= bound, "{what}: {expected} is not above {bound}"),
        // fUnitRoots prints the outermost probability from halfway between the last two quantiles on.
        p if expected == 0.0001 => assert!(p.value() < 0.0002, "{what}: {p}"),
        p if expected == 0.9999 => assert!(p.value() > 0.9998, "{what}: {p}"),
        p => assert_digits(p.value(), expected, at_least, what),
    }
}

#[test]
fn every_number_of_the_augmented_dickey_fuller_test() {
    for ((name, column), numbers) in CASES.into_iter().zip([324, 365, 108, 108]) {
        let (case, values) = (Fixture::load(name), Fixture::load(name).column(column));
        let y = series("y", &values);
        let mut compared = 0;
        for key in case.keys().into_iter().filter(|key| key.starts_with("adf.")) {
            let words: Vec<&str> = key.split('.').collect();
            let (expected, adf) = (case.expected(key), Adf::of(&y).terms(terms(words[1])));
            let what = format!("{name}: {key}");
            match words[2].split_once('_') {
                Some(("cv", _)) => table_of_fuller(words[3], words[4], expected),
                Some((longest, rule)) => {
                    let (rule, longest): (LagRule, _) = match (rule.rsplit('_').next(), longest) {
                        (Some("AIC"), longest) => (Criterion::Aic.into(), longest),
                        (Some("BIC"), longest) => (Criterion::Bic.into(), longest),
                        (Some("tstat"), longest) => (LagRule::TStat, longest),
                        _ => panic!("{key}"),
                    };
                    let longest = longest.strip_prefix("maxlag").and_then(|longest| longest.parse().ok());
                    let chosen = adf.lags(Lags::Chosen { rule, longest }).run().expect("a result");
                    match key.split_once('@') {
                        // urca estimates the winner on the rows that the longest leaves: the same test of a later start.
                        Some((_, "R:urca")) => {
                            let lags = chosen.lag_order().lags.max(1);
                            let later = series("y", &values[longest.expect("a number") - lags..]);
                            let later = Adf::of(&later).terms(terms(words[1])).lags(lags).run().expect("a result");
                            assert_digits(later.statistic(), expected, 7.0, &what);
                        }
                        _ => number(&chosen, words[3].split('@').next().expect("a word"), "", expected, &what),
                    }
                }
                None => {
                    let fixed = adf.lags(lag(words[2])).run().expect("a result");
                    number(&fixed, words[3], words.get(4).copied().unwrap_or_default(), expected, &what);
                }
            }
            compared += 1;
        }
        assert_eq!(compared, numbers, "{name}");
    }
}

/// One quantity of a result.
fn number(result: &AdfResult, quantity: &str, level: &str, expected: f64, what: &str) {
    let reports = result.reports();
    let joint = |name: &str| convention(result.joint(), name).statistic().expect("a statistic");
    match quantity {
        "stat" => assert_digits(result.statistic(), expected, 7.0, what),
        "nobs" => assert_eq!(result.regression().nobs() as f64, expected, "{what}"),
        "lag" => assert_eq!(result.lag_order().lags as f64, expected, "{what}"),
        "coef_ylag1" => assert_digits(result.coefficient(), expected, 7.0, what),
        "se_ylag1" => assert_digits(result.std_error(), expected, 7.0, what),
        "phi1" | "phi2" | "phi3" => assert_digits(joint(quantity), expected, 7.0, what),
        "cv_mackinnon2010" => assert_digits(critical_at(&reports[0], level), expected, 10.0, what),
        // Five digits, not six: in these cases fUnitRoots drops the cubic term of its local regression where 50-digit
        // arithmetic keeps it (see `dickey_fuller.rs`).
        "p_mackinnon1996_finiteN" => assert_p(convention(reports, "mackinnon1996-n"), expected, 5.0, what),
        "p_mackinnon1996_asymptotic" => assert_p(convention(reports, "mackinnon1996"), expected, 5.0, what),
        "p_mackinnon1994_asymptotic" => assert_p(convention(reports, "mackinnon1994"), expected, 6.0, what),
        // Linear interpolation in a table with steps of 2.5 to 80 per cent, clipped at 1 and 99 %.
        "p_tseries_table_interpolation" => {
            let p = reports[0].p().expect("a p-value").value();
            assert!((p.max(0.01) - expected).abs() < 0.06, "{what}: {p}, {expected}");
        }
        _ => panic!("{what} is not compared"),
    }
}

/// urca's critical values are those tabulated for the next larger n: of τ Fuller's (1976), which ours, at the rows used,
/// are near; of Φ the table of 1981, which we interpolate.
fn table_of_fuller(statistic: &str, level: &str, expected: f64) {
    use yalu::dist::dickey_fuller::{critical, joint::Joint};
    let level = level.strip_suffix("pct").and_then(|level| level.parse::<f64>().ok()).expect("a level") / 100.0;
    let is_tabulated = |joint: Joint| {
        let at = |rows: usize| joint.critical_value(level, rows).expect("a value");
        // One row of urca's repeats, for 250 observations, what stands for 100.
        assert!([100, 250].into_iter().any(|rows| (at(rows) - expected).abs() < 1e-12), "{statistic} {level}");
    };
    let near = |terms: Terms| {
        let ours = critical::critical_value(terms, 1, level, Some(100)).expect("a value");
        assert!((ours - expected).abs() < 0.07, "{statistic} {level}: {ours}, {expected}");
    };
    match statistic {
        "tau1" => near(Terms::None),
        "tau2" => near(Terms::Constant),
        "tau3" => near(Terms::Trend),
        "phi1" => is_tabulated(Joint::Phi1),
        "phi2" => is_tabulated(Joint::Phi2),
        "phi3" => is_tabulated(Joint::Phi3),
        _ => panic!("no {statistic}"),
    }
}

/// The criterion of Hannan and Quinn, which no program's ADF offers: values, winner and τ by statsmodels' and R's least
/// squares.
#[test]
fn lags_by_hannan_and_quinn() {
    let case = Fixture::load("ur_lag_choice");
    let mut compared = 0;
    for name in case.columns() {
        let cells = case.text_column(name).iter().filter(|cell| !cell.is_empty());
        let y = series(name, &cells.map(|cell| cell.parse().expect("a number")).collect::<Vec<_>>());
        for code in ["n", "c", "ct", "ctt"] {
            let of = |what: &str| case.expected(&format!("{name}.{code}.hq.{what}"));
            let rule = Lags::up_to(Criterion::Hq, 8);
            let result = Adf::of(&y).terms(terms(code)).lags(rule).run().expect("a result");
            assert_eq!(result.lag_order().lags as f64, of("chosen"), "{name}, {code}");
            assert_digits(result.statistic(), of("stat"), 8.0, &format!("{name}, {code}"));
            // Ours lacks what all candidates share.
            let ours = &result.lag_order().candidates;
            for (lags, value) in ours.iter().enumerate() {
                let apart = (value - ours[0]) - (of(&format!("lag{lags}")) - of("lag0"));
                assert!(apart.abs() < 1e-8, "{name}, {code}, {lags} lags: apart by {apart:e}");
            }
            compared += 2 + ours.len();
        }
    }
    assert_eq!(compared, case.keys().len());
}

/// Each kind of number is looked at by the test of its name, here or in a neighbouring file; but for the range unit-root
/// test (`rur`), which is none of ours.
#[test]
fn every_kind_of_number_is_compared() {
    for (name, _) in CASES {
        for key in Fixture::load(name).keys() {
            let kind = key.split('.').next().expect("a kind");
            let compared = match kind {
                "adf" | "kpss" | "pp" => true,
                "variance_ratio" | "variance_ratio_biased" | "variance_ratio_without_mean" => true,
                // By `unit_root_gls` and `unit_root_breaks`, which read these two cases.
                "dfgls" | "ers_ptest" | "schmidt_phillips" | "za" => name == "ur_np_gnp_r" || name == "ur_macro_infl",
                _ => false,
            };
            assert!(compared || kind == "rur", "{name}: {key} is not compared");
        }
    }
}
