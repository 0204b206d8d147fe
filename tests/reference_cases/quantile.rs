//! Quantile regression and causality in quantiles against quantreg; the size of the tests.

use yalu::causality::QuantileGranger;
use yalu::regression::quantile::{QuantileCovariance, QuantileRegression};
use yalu::resampling::{Rate, Streams};
use yalu::{Design, HypothesisTest, Period, Series, TestReport};

use crate::fixture::{Fixture, assert_digits};

const QUANTILES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];
const COVARIANCES: [(QuantileCovariance, &str); 2] =
    [(QuantileCovariance::Nid, "nid"), (QuantileCovariance::Iid, "iid")];

fn growth(fixture: &Fixture) -> [Series; 3] {
    ["dgdp", "dcons", "dinv"]
        .map(|name| Series::new(name, "1959-Q2".parse().expect("a quarter"), fixture.column(name)).expect("a series"))
}

fn at(reports: &[TestReport], convention: &str, tau: f64) -> TestReport {
    let place = format!("the {tau}-quantile");
    let found = reports.iter().find(|report| report.convention == convention && report.null.contains(&place));
    found.unwrap_or_else(|| panic!("no {convention} at {tau}")).clone()
}

/// Quarter after quarter of growth of output, consumption and investment: coefficients, standard errors, Wald's statistics.
#[test]
fn growth_by_quantreg() {
    let fixture = Fixture::load("quantile_macrodata");
    let [gdp, cons, inv] = growth(&fixture);
    let mut compared = 0;
    let mut compare = |got: f64, key: &str| {
        if let Some(expected) = fixture.find(key) {
            assert_digits(got, expected, 9.0, key);
            compared += 1;
        }
    };
    for [x, y] in [[&gdp, &cons], [&cons, &gdp]] {
        for lags in [1, 2, 4] {
            let place = format!("{}->{}.p{lags}", x.name(), y.name());
            let design = Design::of(y).constant().lags(y, 1..=lags).lags(x, 1..=lags).build().expect("a design");
            let regression = QuantileRegression::of(&design).expect("a regression");
            for tau in QUANTILES {
                let fit = regression.at(tau).expect("a fit");
                for (j, coef) in fit.coef().iter().enumerate() {
                    compare(*coef, &format!("{place}.t{tau}.coef{}", j + 1));
                }
                for (kind, name) in COVARIANCES {
                    let covariance = fit.covariance(kind).expect("a covariance");
                    for (j, variance) in covariance.diag().iter().enumerate() {
                        compare(variance.sqrt(), &format!("{place}.t{tau}.se_{name}{}", j + 1));
                    }
                }
            }
            for (given, label) in [(&[][..], ""), (&[&inv][..], ".given")] {
                let test = QuantileGranger::cause(x).effect(y).lags(lags).given(given);
                let test = COVARIANCES.iter().fold(test, |test, (kind, _)| test.covariance(*kind));
                let result = test.run().expect("a result");
                let reports = result.forward().reports();
                for (_, name) in COVARIANCES {
                    let sup = result.forward().statistic(&format!("sup-{name}")).expect("a number");
                    compare(sup, &format!("{place}{label}.sup-{name}"));
                    for tau in QUANTILES {
                        let key = format!("{place}{label}.t{tau}");
                        let chi2 = at(reports, &format!("chi2-{name}"), tau);
                        compare(chi2.statistic().expect("a number"), &format!("{key}.chi2-{name}"));
                        compare(chi2.p().expect("a number").value(), &format!("{key}.chi2-{name}_p"));
                        let f = at(reports, &format!("F-{name}"), tau).p().expect("a number").value();
                        compare(f, &format!("{key}.F-{name}_p"));
                    }
                }
            }
        }
    }
    assert_eq!(compared, fixture.keys().len());
}
