//! Phillips and Perron's Zτ and Zα against arch, Hamilton's equations in 60 digits, urca and tseries.

use yalu::unit_root::{PhillipsPerron, PhillipsPerronResult, Terms};

use crate::fixture::{Fixture, assert_digits, digits};
use crate::unit_root::{CASES, assert_p, convention, lag, series, terms};

#[test]
fn every_number_of_phillips_and_perron() {
    for ((name, column), numbers) in CASES.into_iter().zip([62, 60, 44, 44]) {
        let case = Fixture::load(name);
        let values = case.column(column);
        let y = series("y", &values);
        let mut compared = 0;
        for key in case.keys().into_iter().filter(|key| key.starts_with("pp.")) {
            let (plain, program) = key.split_once('@').unwrap_or((key, ""));
            let words: Vec<&str> = plain.split('.').collect();
            let (terms, lags, expected) = (terms(words[1]), lag(words[2]), case.expected(key));
            let result = PhillipsPerron::of(&y).terms(terms).bandwidth(lags).run().expect("a result");
            let what = format!("{name}: {key}");
            let others = Others::new(&values, terms, lags, &result);
            let (ours, test, at) = match words[3] {
                "Ztau" => (result.z_tau(), "pp", 0),
                "Zalpha" => (result.z_alpha(), "pp-alpha", 1),
                _ => panic!("{what} is not compared"),
            };
            let of_test: Vec<_> = result.reports().iter().filter(|report| report.test == test).cloned().collect();
            match (words.get(4), program) {
                (Some(_), _) => assert_p(convention(&of_test, "mackinnon1994"), expected, 6.0, &what),
                (None, "R:urca") => {
                    assert_digits(others.urca[at], expected, 7.0, &what);
                    assert!(digits(ours, expected) > 1.0, "{what}: {ours}, {expected}");
                }
                (None, program) if program.contains("tseries") || case.source(key) == "R:tseries" => {
                    assert_digits(others.tseries[at], expected, 7.0, &what);
                    assert!(digits(ours, expected) > 3.0, "{what}: {ours}, {expected}");
                }
                (None, _) => assert_digits(ours, expected, 7.0, &what),
            }
            compared += 1;
        }
        assert_eq!(compared, numbers, "{name}");
    }
}

/// Zτ and Zα of other programs from our regression.
struct Others {
    /// With the moments of the current level, not of the lagged one.
    urca: [f64; 2],
    /// With n⁶ where the determinant of constant and trend is n⁴(n² − 1).
    tseries: [f64; 2],
}

impl Others {
    fn new(values: &[f64], terms: Terms, lags: usize, ours: &PhillipsPerronResult) -> Self {
        let fit = ours.regression();
        let (y, n) = (&values[1..], fit.nobs() as f64);
        let u = fit.residuals().to_vec();
        let product = |lag: usize| u[lag..].iter().zip(&u).map(|(now, before)| now * before).sum::<f64>() / n;
        let weight = |lag: usize| 1.0 - lag as f64 / (lags + 1) as f64;
        let short = product(0);
        let long = short + 2.0 * (1..=lags).map(|lag| weight(lag) * product(lag)).sum::<f64>();
        let mean = y.iter().sum::<f64>() / n;
        let moment = if terms == Terms::Trend {
            let square = y.iter().map(|y| y * y).sum::<f64>() / (n * n);
            let along = y.iter().enumerate().map(|(t, y)| (t + 1) as f64 * y).sum::<f64>() * n.powf(-2.5);
            let sum = n.powf(-1.5) * y.iter().sum::<f64>();
            (1.0 - 1.0 / (n * n)) * square - 12.0 * along * along + 12.0 * (1.0 + 1.0 / n) * along * sum
                - (4.0 + 6.0 / n + 2.0 / (n * n)) * sum * sum
        } else {
            y.iter().map(|y| (y - mean).powi(2)).sum::<f64>() / (n * n)
        };
        let level = &fit.tidy()[terms.count()];
        let half = 0.5 * (long - short);
        let (tau, alpha) = ((short / long).sqrt() * level.statistic, n * level.estimate);
        let factor = n * n / (n * n - 1.0);
        Self {
            urca: [tau - half / (long * moment).sqrt(), alpha - half / moment],
            tseries: [tau + (ours.z_tau() - tau) * factor.sqrt(), alpha + (ours.z_alpha() - alpha) * factor],
        }
    }
}
