//! Identities of the tests for a change at a date.

use proptest::prelude::*;
use yalu::breaks::{BreakDate, Chow, PrePost, SupF};
use yalu::regression::{Covariance, NestedComparison, Ols};
use yalu::{Design, HypothesisTest, Indicator, Period, Series};

const START: i32 = 1950;

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(START), values.to_vec()).unwrap()
}

/// Two series of one length and the number of rows before a break that leaves each regime enough.
fn two() -> impl Strategy<Value = (Vec<f64>, Vec<f64>, usize)> {
    (16_usize..50).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column(), 5..n - 5)
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-8 * a.abs().max(b.abs()) + 1e-10
}

fn date(before: usize) -> BreakDate {
    BreakDate::with_first_after(Period::annual(START + before as i32))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn chow_is_the_nested_f_of_all_interactions_and_of_three_regressions((x, y, before) in two()) {
        let (x, y) = (series("x", &x), series("y", &y));
        let own = Design::of(&y).constant().regressor(&x);
        let small = own.clone().build().unwrap();
        let chow = Chow::of(&small).at(date(before)).run().unwrap().report().statistic().unwrap();

        let post = Indicator::Post(Period::annual(START + before as i32));
        let large = own.indicator(post).interaction(&x, post).build().unwrap();
        let nested = NestedComparison::of_designs(&small, &large).unwrap();
        prop_assert!(close(chow, nested.f));

        let rss = |rows| Ols::fit(&small.rows(rows).unwrap()).unwrap().glance().rss;
        let n = small.nobs();
        let separate = rss(0..before) + rss(before..n);
        let by_hand = (rss(0..n) - separate) / 2.0 / (separate / (n - 4) as f64);
        prop_assert!((chow - by_hand).abs() <= 1e-7 * (1.0 + by_hand));
    }

    #[test]
    fn a_change_is_the_difference_of_the_regimes((x, y, before) in two()) {
        let (x, y) = (series("x", &x), series("y", &y));
        let design = Design::of(&y).constant().regressor(&x).build().unwrap();
        let result = PrePost::of_design(design.clone(), date(before)).run().unwrap();
        let [first, second] = result.regime_fits().unwrap().map(|fit| fit.coefficients());
        for (j, change) in result.changes().iter().enumerate() {
            prop_assert!(close(change.before.estimate, first[j]));
            prop_assert!(close(change.after.estimate, second[j]));
            prop_assert!(close(change.change.estimate, second[j] - first[j]));
        }
        let chow = Chow::of(&design).at(date(before)).run().unwrap().report().statistic().unwrap();
        prop_assert!(close(result.report().statistic().unwrap(), chow));
    }

    #[test]
    fn the_slope_after_has_the_error_it_has_in_the_regression_that_estimates_it((x, y, before) in two()) {
        let (x, y) = (series("x", &x), series("y", &y));
        let design = Design::of(&y).constant().regressor(&x).build().unwrap();
        let result = PrePost::of_design(design, date(before)).covariance(Covariance::Hc1).run().unwrap();
        // The mirror image: a dummy for the rows before, so that the plain coefficients are those after.
        let pre = Indicator::Between(Period::annual(START), Period::annual(START + before as i32 - 1));
        let mirrored = Design::of(&y).constant().regressor(&x).indicator(pre).interaction(&x, pre).build().unwrap();
        let fit = Ols::fit(&mirrored).unwrap().with(Covariance::Hc1).unwrap().tidy();
        let after = &result.change("x").unwrap().after;
        prop_assert!(close(after.std_error, fit[1].std_error));
        prop_assert!(close(after.p_value, fit[1].p_value));
    }

    #[test]
    fn the_largest_f_is_the_largest_chow((x, y, _before) in two()) {
        let (x, y) = (series("x", &x), series("y", &y));
        let design = Design::of(&y).constant().regressor(&x).build().unwrap();
        let found = SupF::of(&design).run().unwrap();
        let at = |date: BreakDate| Chow::of(&design).at(date).run().unwrap().report().statistic().unwrap();
        prop_assert!(close(found.f(), at(found.date())));
        prop_assert!(found.path().iter().all(|(date, f)| close(*f, at(*date)) && *f <= found.f()));
    }
}
