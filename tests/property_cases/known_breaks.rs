//! Identities of the tests at known dates and at the end of a sample.

use proptest::prelude::*;
use yalu::breaks::sup_f::BreakStatistic;
use yalu::breaks::{BreakDate, EndOfSample, KnownBreaks, SupF};
use yalu::regression::{Covariance, Hac, Ols};
use yalu::{Design, HypothesisTest, Period, Series};

const START: i32 = 1900;

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(START), values).unwrap()
}

/// Three columns of one length, long enough for no note on small samples, which takes a simulation.
fn three() -> impl Strategy<Value = [Vec<f64>; 3]> {
    (60_usize..80).prop_flat_map(|n| {
        let distinct = |values: &Vec<f64>| values.windows(2).filter(|two| two[0] != two[1]).count() > values.len() / 2;
        let column = || prop::collection::vec(-10.0..10.0_f64, n).prop_filter("it varies", distinct);
        [column(), column(), column()]
    })
}

fn design(y: &[f64], regressors: &[(&str, Vec<f64>)]) -> Design {
    let regressors: Vec<Series> = regressors.iter().map(|(name, values)| series(name, values.clone())).collect();
    let y = series("y", y.to_vec());
    regressors.iter().fold(Design::of(&y).constant(), |design, x| design.regressor(x)).build().unwrap()
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()) + 1e-10
}

fn date(before: usize) -> BreakDate {
    BreakDate::with_first_after(Period::annual(START + before as i32))
}

/// Covariances that do not depend on the units of regressors.
fn covariances() -> [Covariance; 7] {
    let prewhitened = Covariance::Hac(Hac::newey_west(1).prewhitened());
    let adjusted = Covariance::Hac(Hac::newey_west(2).adjusted());
    [Covariance::Classical, Covariance::Hc0, Covariance::Hc1, Covariance::Hc2, Covariance::Hc3, prewhitened, adjusted]
}

fn statistics(asked: &KnownBreaks<'_>, covariance: Covariance) -> Vec<f64> {
    let found = asked.clone().covariance(covariance).run().unwrap();
    found.reports().iter().map(|report| report.statistic().unwrap()).collect()
}

fn all_close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| close(*a, *b, tolerance))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn units_order_and_the_writing_of_the_fixed_block_do_not_matter(
        [y, x, z] in three(), up in -9..9_i32, down in -9..9_i32, a in 0.5..3.0_f64, b in -3.0..-0.5_f64
    ) {
        let n = y.len();
        let scaled = |values: &[f64], power: i32| values.iter().map(|value| value * 10_f64.powi(power)).collect::<Vec<_>>();
        let (one, two) = (date(n / 3), date(2 * n / 3));
        let plain = design(&y, &[("x", x.clone()), ("z", z.clone())]);
        let other = design(&scaled(&y, up), &[("x", scaled(&x, down)), ("z", z.clone())]);
        let mix = |c: f64, d: f64| x.iter().zip(&z).map(|(x, z)| c * x + d * z).collect::<Vec<_>>();
        let mixed = design(&y, &[("u", mix(a, 1.0)), ("v", mix(b, 2.0))]);
        for covariance in covariances() {
            let own = statistics(&KnownBreaks::of(&plain).at([one, two]), covariance);
            prop_assert!(all_close(&own, &statistics(&KnownBreaks::of(&other).at([one, two]), covariance), 1e-7));
            prop_assert!(all_close(&own, &statistics(&KnownBreaks::of(&plain).at([two, one]), covariance), 1e-12));
            prop_assert!(all_close(&own, &statistics(&KnownBreaks::of(&mixed).at([one, two]), covariance), 1e-6));
            let level = |design| statistics(&KnownBreaks::of(design).at([one, two]).changing([Design::INTERCEPT]), covariance);
            prop_assert!(all_close(&level(&plain), &level(&mixed), 1e-6));
        }
    }

    #[test]
    fn lm_at_every_date_is_the_test_at_that_date([y, x, _z] in three()) {
        let plain = design(&y, &[("x", x)]);
        for covariance in covariances() {
            for terms in [vec![Design::INTERCEPT, "x"], vec!["x"]] {
                let search = SupF::of(&plain).statistic(BreakStatistic::Lm).covariance(covariance).changing(terms.clone());
                for (date, value) in search.run().unwrap().statistics().step_by(4) {
                    let own = KnownBreaks::of(&plain).at([date]).changing(terms.clone()).covariance(covariance).run().unwrap();
                    prop_assert!(close(own.statistic("lm").unwrap(), value, 1e-8));
                }
            }
        }
    }

    #[test]
    fn classical_forms_are_in_their_order_and_regimes_are_their_own_regressions([y, x, _z] in three()) {
        let (n, plain) = (y.len(), design(&y, &[("x", x)]));
        let edges = [0, n / 3, 2 * n / 3, n];
        let found = KnownBreaks::of(&plain).at([date(edges[1]), date(edges[2])]).run().unwrap();
        let of = |name: &str| found.statistic(name).unwrap();
        prop_assert!(of("lm") <= of("lr") && of("lr") <= of("chi2-ml"));
        for (j, two) in edges.windows(2).enumerate() {
            let own = Ols::fit(&plain.rows(two[0]..two[1]).unwrap()).unwrap().coefficients();
            for (i, regime) in found.regimes()[2 * j..2 * j + 2].iter().enumerate() {
                prop_assert!(close(regime.coefficient.estimate, own[i], 1e-8));
                prop_assert_eq!(regime.n, two[1] - two[0]);
            }
        }
    }

    #[test]
    fn the_end_of_a_sample_does_not_depend_on_units_or_direction(
        [y, x, z] in three(), m in 1..9_usize, up in -9..9_i32, a in 0.5..3.0_f64, b in -3.0..-0.5_f64
    ) {
        let n = y.len();
        let all = |design: &Design| {
            let found = EndOfSample::at(design, date(n - m)).run().unwrap();
            let windows: Vec<f64> = found.windows().map(|window| window.statistic).collect();
            (found.statistic().unwrap(), windows)
        };
        let plain = design(&y, &[("x", x.clone()), ("z", z.clone())]);
        let (own, windows) = all(&plain);
        prop_assert_eq!(windows.len(), n - 2 * m + 1);
        // Another unit, another writing of all regressors, and a multiple of a regressor added to the response.
        let other: Vec<f64> = y.iter().zip(&x).map(|(y, x)| (y + 3.0 * x) * 10_f64.powi(up)).collect();
        let mix = |c: f64, d: f64| x.iter().zip(&z).map(|(x, z)| c * x + d * z + 1.0).collect::<Vec<_>>();
        let (same, same_windows) = all(&design(&other, &[("u", mix(a, 1.0)), ("v", mix(b, 2.0))]));
        prop_assert!(close(own, same, 1e-6) && all_close(&windows, &same_windows, 1e-6));
        // The first rows of the series read backwards are its last.
        let back = |values: &[f64]| values.iter().rev().copied().collect::<Vec<_>>();
        let reversed = design(&back(&y), &[("x", back(&x)), ("z", back(&z))]);
        let first = EndOfSample::beginning_at(&reversed, date(m)).run().unwrap();
        let first_windows: Vec<f64> = first.windows().map(|window| window.statistic).collect();
        prop_assert!(close(own, first.statistic().unwrap(), 1e-9) && all_close(&windows, &first_windows, 1e-9));
    }

    /// With one row: its squared residual over the mean square, among squared residuals of regressions without the row.
    #[test]
    fn one_row_by_hand([y, x, _z] in three()) {
        let (n, plain) = (y.len() - 1, design(&y, &[("x", x)]));
        let found = EndOfSample::at(&plain, date(n)).run().unwrap();
        let residuals = Ols::fit(&plain).unwrap().residuals();
        let variance = residuals.iter().map(|e| e * e).sum::<f64>() / (n + 1) as f64;
        prop_assert!(close(found.statistic().unwrap(), residuals[n].powi(2) / variance, 1e-8));
        let before = Ols::fit(&plain.rows(0..n).unwrap()).unwrap();
        let without: Vec<f64> = before.residuals().iter().zip(before.leverage())
            .map(|(e, h)| (e / (1.0 - h)).powi(2) / variance)
            .collect();
        let windows: Vec<f64> = found.windows().map(|window| window.statistic).collect();
        prop_assert!(all_close(&windows, &without, 1e-8));
        let share = windows.iter().filter(|window| **window >= found.statistic().unwrap()).count() as f64 / n as f64;
        prop_assert_eq!(found.report().p().unwrap().value(), share.max(1.0 / n as f64));
    }
}
