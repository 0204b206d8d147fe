//! Engle–Granger, Phillips–Ouliaris and Gregory–Hansen against R, gretl, statsmodels, arch and plain numpy.

use yalu::breaks::BreakDate;
use yalu::cointegration::residual::Shift;
use yalu::cointegration::{EngleGranger, GregoryHansen, PhillipsOuliaris};
use yalu::regression::{Bandwidth, Criterion};
use yalu::unit_root::{LagRule, Lags, Terms};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

/// Columns of a case as series; the calendar does not matter to these tests.
fn series(case: &Fixture, names: &[&str]) -> Vec<Series> {
    let start: Period = "1974Q1".parse().expect("a quarter");
    names.iter().map(|name| Series::new(*name, start, case.column(name)).expect("finite values")).collect()
}

fn terms(code: &str) -> Terms {
    [Terms::None, Terms::Constant, Terms::Trend, Terms::Quadratic]
        .into_iter()
        .find(|terms| terms.code() == code)
        .expect("n, c, ct or ctt")
}

/// `engle_granger.c.lag4`, `engle_granger.ct.maxlag8_aic`.
fn lags(word: &str) -> Lags {
    if let Some(lags) = word.strip_prefix("lag") {
        return lags.parse::<usize>().expect("a number of lags").into();
    }
    let (most, rule) = word.strip_prefix("maxlag").and_then(|rest| rest.split_once('_')).expect("maxlagK_rule");
    let rule = match rule {
        "aic" => LagRule::from(Criterion::Aic),
        "bic" => Criterion::Bic.into(),
        "hq" => Criterion::Hq.into(),
        "tstat" => LagRule::TStat,
        _ => panic!("no rule {rule}"),
    };
    Lags::up_to(rule, most.parse().expect("a number of lags"))
}

fn convention<'a>(reports: &'a [yalu::TestReport], name: &str) -> &'a yalu::TestReport {
    reports.iter().find(|report| report.convention == name).unwrap_or_else(|| panic!("no convention {name}"))
}

/// Every key of a case, and how many were looked at.
fn engle_granger(case: &Fixture, y: &Series, x: &[&Series]) -> usize {
    let mut seen = 0;
    for key in case.keys().into_iter().filter(|key| key.starts_with("engle_granger.")) {
        let parts: Vec<&str> = key.splitn(4, '.').collect();
        let test = EngleGranger::of(y).on(x).terms(terms(parts[1]));
        let expected = case.expected(key);
        // The surfaces are polynomials of τ; p has the digits of τ less those lost in the normal's tail.
        match parts[2..] {
            ["step1_coef", name] => {
                let fit = test.lags(0).run().expect(key).regression().clone();
                let term = match name {
                    "const" => "(Intercept)",
                    "trend" => "trend()",
                    other => other,
                };
                let at = fit.design().position(term).expect("a term");
                assert_digits(fit.coefficients()[at], expected, 9.0, key);
            }
            ["cv_mackinnon2010_sm", level] => {
                // At n − 1 rows: with no lags, ours.
                let level = level.strip_suffix("pct").and_then(|l| l.parse::<f64>().ok()).expect("a level") / 100.0;
                let result = test.lags(0).run().expect(key);
                let values = &convention(result.reports(), "mackinnon1994").critical_values;
                let value = values.iter().find(|critical| critical.level == level).expect("a critical value").value;
                assert_digits(value, expected, 12.0, key);
            }
            [word, "stat"] => {
                let result = test.lags(lags(word)).run().expect(key);
                assert_digits(result.statistic(), expected, 8.0, key);
            }
            [word, "p_mackinnon"] => {
                let result = test.lags(lags(word)).run().expect(key);
                let p = convention(result.reports(), "mackinnon1994").p().expect("p").value();
                assert_digits(p, expected, 8.0, key);
            }
            [word, "p_arch"] => {
                let result = test.lags(lags(word)).run().expect(key);
                assert_digits(convention(result.reports(), "arch").p().expect("p").value(), expected, 8.0, key);
            }
            [word, cv] if cv.starts_with("cv_arch") => {
                let level = cv.trim_start_matches("cv_arch_").parse::<f64>().expect("a level") / 100.0;
                let result = test.lags(lags(word)).run().expect(key);
                let values = &convention(result.reports(), "arch").critical_values;
                let value = values.iter().find(|critical| critical.level == level).expect("a critical value").value;
                assert_digits(value, expected, 9.0, key);
            }
            // gretl takes the surface at the rows used without lags, that of the limit with them. Our tables are rounded
            // in the seventh decimal.
            [word, "p_gretl"] => {
                let result = test.lags(lags(word)).run().expect(key);
                let name = if word == "lag0" { "mackinnon1996-n" } else { "mackinnon1996" };
                assert_digits(convention(result.reports(), name).p().expect("p").value(), expected, 6.0, key);
            }
            _ => panic!("what is {key}?"),
        }
        seen += 1;
    }
    seen
}

fn phillips_ouliaris(case: &Fixture, y: &Series, x: &[&Series]) -> usize {
    let mut seen = 0;
    for key in case.keys().into_iter().filter(|key| key.starts_with("phillips_ouliaris.")) {
        let (name, program) = key.split_once('@').unwrap_or((key, "arch"));
        let program = if key == "phillips_ouliaris.Za.c.lag0" || key.contains("tseries") { "tseries" } else { program };
        let parts: Vec<&str> = name.split('.').collect();
        let bandwidth = match parts[3] {
            lag if lag.starts_with("lag") => Bandwidth::Lag(lag[3..].parse().expect("a lag")),
            other => panic!("no bandwidth {other}"),
        };
        let result = PhillipsOuliaris::of(y).on(x).terms(terms(parts[2])).bandwidth(bandwidth).run().expect(key);
        let whose = program.rsplit(':').next().expect("a program");
        let report = convention(result.reports(), &format!("{}-{whose}", parts[1]));
        let expected = case.expected(key);
        match parts.get(4).copied() {
            None => assert_digits(report.statistic().expect("a statistic"), expected, 8.0, key),
            Some(p) if p.starts_with("p_") => {
                assert_digits(report.p().expect("p").value(), expected, 8.0, key);
            }
            Some(cv) => {
                let level = cv.trim_start_matches("cv_").parse::<f64>().expect("a level") / 100.0;
                let value = report.critical_values.iter().find(|critical| critical.level == level);
                assert_digits(value.expect("a critical value").value, expected, 9.0, key);
            }
        }
        seen += 1;
    }
    seen
}

#[test]
fn danish_money_demand() {
    let case = Fixture::load("coint_denmark_residual");
    let all = series(&case, &["LRM", "LRY", "IBO", "IDE"]);
    let x: Vec<&Series> = all[1..].iter().collect();
    let seen = engle_granger(&case, &all[0], &x) + phillips_ouliaris(&case, &all[0], &x);
    assert_eq!(seen, case.keys().len(), "every key is compared");
}

#[test]
fn further_data_sets() {
    for (name, y, x) in [
        ("long_run_macrodata", "lcons", &["ldpi", "tbill"][..]),
        ("long_run_finland", "lrm1", &["lny", "lnmr", "difp"]),
        ("long_run_crude", "wti", &["brent"]),
    ] {
        let case = Fixture::load(name);
        let (y, x) = (series(&case, &[y]).remove(0), series(&case, x));
        let x: Vec<&Series> = x.iter().collect();
        let expected = |start: &str| case.keys().into_iter().filter(|key| key.starts_with(start)).count();
        assert_eq!(engle_granger(&case, &y, &x), expected("engle_granger."), "{name}");
        assert_eq!(phillips_ouliaris(&case, &y, &x), expected("phillips_ouliaris."), "{name}");
    }
}

#[test]
fn gregory_hansen_by_a_second_implementation() {
    let mut seen = 0;
    for (name, y, x) in [
        ("long_run_denmark", "LRM", &["LRY", "IBO", "IDE"][..]),
        ("long_run_macrodata", "lcons", &["ldpi", "tbill"]),
        ("long_run_finland", "lrm1", &["lny"]),
        ("long_run_crude", "wti", &["brent"]),
    ] {
        let case = Fixture::load(name);
        let (y, x) = (series(&case, &[y]).remove(0), series(&case, x));
        let x: Vec<&Series> = x.iter().collect();
        for key in case.keys().into_iter().filter(|key| key.starts_with("gregory_hansen.")) {
            let parts: Vec<&str> = key.split('.').collect();
            let shift = match parts[1] {
                "C" => Shift::Level,
                "C/T" => Shift::LevelWithTrend,
                "C/S" => Shift::Regime,
                _ => Shift::RegimeAndTrend,
            };
            let lags = parts[2].strip_prefix("lag").map_or(0, |lags| lags.parse().expect("lags"));
            let test = GregoryHansen::of(&y).on(&x).shift(shift).lags(lags).bandwidth(Bandwidth::Lag(4));
            let result = test.run().expect(key);
            let found = match parts[3] {
                "adf" => result.adf(),
                "zt" => result.z_t(),
                _ => result.z_alpha(),
            };
            if parts.get(4) == Some(&"last_before") {
                let last_before = y.start().plus(case.expected(key) as i64 - 1);
                assert_eq!(found.date, BreakDate::with_last_before(last_before), "{name}, {key}");
            } else {
                // numpy solves each long-run regression by SVD; ours share a projection.
                assert_digits(found.statistic, case.expected(key), 7.0, key);
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 4 * 32);
}
