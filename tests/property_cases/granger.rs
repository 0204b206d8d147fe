//! Identities of the two-way causality tests.

use proptest::prelude::*;
use yalu::causality::{CausalityResult, Granger, TodaYamamoto, granger};
use yalu::regression::{Covariance, Ols};
use yalu::{Design, Error, ErrorKind, Period, Series};

const CONVENTIONS: [&str; 4] = ["F", "chi2-wald", "chi2-ml", "lr"];

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(1950), values.to_vec()).unwrap()
}

/// Three series of one length, each value with its own noise, so that no two are combinations of one another.
fn three() -> impl Strategy<Value = [Vec<f64>; 3]> {
    (24_usize..50).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column(), column()).prop_map(|(x, y, z)| [x, y, z])
    })
}

fn close(a: f64, b: f64, rtol: f64) -> bool {
    (a - b).abs() <= rtol * a.abs().max(b.abs()) + 1e-12
}

fn same(a: &CausalityResult, b: &CausalityResult, rtol: f64) -> bool {
    a.tests()
        .iter()
        .zip(b.tests())
        .all(|(a, b)| CONVENTIONS.iter().all(|c| close(a.statistic(c).unwrap(), b.statistic(c).unwrap(), rtol)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn with_one_lag_f_is_the_square_of_t([x, y, z] in three()) {
        let (x, y, z) = (series("x", &x), series("y", &y), series("z", &z));
        let test = Granger::cause(&x).effect(&y).given(&[&z]).run().unwrap();
        let design = Design::of(&y).constant().lags(&y, 1..=1).lags(&z, 1..=1).lags(&x, 1..=1).build().unwrap();
        let t = Ols::fit(&design).unwrap().tidy()[3].statistic;
        prop_assert!(close(test.forward().statistic("F").unwrap(), t * t, 1e-8));
    }

    #[test]
    fn swapping_the_labels_swaps_the_directions([x, y, z] in three(), p in 1_usize..4) {
        let (x, y, z) = (series("x", &x), series("y", &y), series("z", &z));
        let one = Granger::cause(&x).effect(&y).given(&[&z]).lags(p).run().unwrap();
        let other = Granger::cause(&y).effect(&x).given(&[&z]).lags(p).run().unwrap();
        for c in CONVENTIONS {
            prop_assert!(close(one.forward().statistic(c).unwrap(), other.backward().statistic(c).unwrap(), 1e-9));
            prop_assert!(close(one.backward().statistic(c).unwrap(), other.forward().statistic(c).unwrap(), 1e-9));
        }
    }

    #[test]
    fn units_do_not_matter([x, y, z] in three(), p in 1_usize..4, e in -9_i32..10, shift in -50.0..50.0_f64) {
        let scale = 10.0_f64.powi(e);
        let rescaled: Vec<f64> = x.iter().map(|v| scale * (v + shift)).collect();
        let (y, z) = (series("y", &y), series("z", &z));
        let (x, rescaled) = (series("x", &x), series("x", &rescaled));
        let one = Granger::cause(&x).effect(&y).given(&[&z]).lags(p).run().unwrap();
        let other = Granger::cause(&rescaled).effect(&y).given(&[&z]).lags(p).run().unwrap();
        // The shift leaves about five times the noise to be removed: seven digits in the worst of many draws.
        prop_assert!(same(&one, &other, 1e-7));
    }

    #[test]
    fn a_copy_of_a_series_is_refused_as_collinear([x, y, _z] in three(), p in 1_usize..4) {
        let (x, y, copy) = (series("x", &x), series("y", &y), series("copy", &x));
        let error = Granger::cause(&x).effect(&y).given(&[&copy]).lags(p).run().unwrap_err();
        prop_assert_eq!(error.kind(), ErrorKind::Collinear);
        prop_assert!(error.to_string().contains("copy") && error.to_string().contains("lag(x, 1)"), "{}", error);
    }

    #[test]
    fn toda_yamamoto_without_further_lags_is_granger([x, y, z] in three(), p in 1_usize..4) {
        let (x, y, z) = (series("x", &x), series("y", &y), series("z", &z));
        let granger = Granger::cause(&x).effect(&y).given(&[&z]).lags(p).run().unwrap();
        let other = TodaYamamoto::cause(&x).effect(&y).given(&[&z]).lags(p).integration(0).run().unwrap();
        prop_assert!(same(&granger, &other, 0.0));
    }

    #[test]
    fn the_slice_function_and_the_classical_wald_test_agree_with_the_front([x, y, _z] in three(), p in 1_usize..4) {
        let [there, back] = granger::statistics(&x, &y, p).unwrap();
        let (x, y) = (series("x", &x), series("y", &y));
        let result = Granger::cause(&x).effect(&y).lags(p).covariance(Covariance::Classical).run().unwrap();
        prop_assert_eq!(result.forward().statistic("F"), Some(there.f));
        prop_assert_eq!(result.backward().statistic("F"), Some(back.f));
        for test in result.tests() {
            prop_assert!(close(test.statistic("F-wald").unwrap(), test.statistic("F").unwrap(), 1e-8));
        }
    }

    #[test]
    fn other_samples_are_aligned_by_date([x, y, _z] in three(), lead in 0_usize..4, tail in 0_usize..4) {
        let n = x.len();
        let cut = |values: &[f64]| values[lead..n - tail].to_vec();
        let short = Series::new("y", Period::annual(1950 + lead as i32), cut(&y)).unwrap();
        let long = series("x", &x);
        let both = Series::new("x", Period::annual(1950 + lead as i32), cut(&x)).unwrap();
        let one = Granger::cause(&long).effect(&short).run().unwrap();
        let other = Granger::cause(&both).effect(&short).run().unwrap();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e-300..1e300_f64], 1..30),
        y in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e-300), -1e3..1e3_f64], 1..30),
        p in 0_usize..40,
        d in 0_usize..5,
    ) {
        let (x, y) = (series("x", &x), series("y", &y));
        let check = |result: Result<CausalityResult, Error>| {
            let Ok(result) = result else { return true };
            let numbers = result.reports().into_iter().flat_map(|r| [r.statistic(), r.p().map(|p| p.value())]);
            let finite = numbers.flatten().all(f64::is_finite);
            finite && !result.to_string().contains("NaN") && result.in_words(0.05).is_ok()
        };
        prop_assert!(check(TodaYamamoto::cause(&x).effect(&y).lags(p).integration(d).run()));
        prop_assert!(check(Granger::cause(&x).effect(&y).lags(1..=p).covariance(Covariance::Hc3).run()));
    }
}
