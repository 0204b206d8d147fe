//! Identities of transfer entropy.

use proptest::prelude::*;
use yalu::causality::TransferEntropy;
use yalu::causality::transfer_entropy::{Estimator, Surrogates, Symbols};
use yalu::{Period, Series};

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(1950), values.to_vec()).unwrap()
}

fn two() -> impl Strategy<Value = [Vec<f64>; 2]> {
    (30_usize..60).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column()).prop_map(|(x, y)| [x, y])
    })
}

fn estimator() -> impl Strategy<Value = Estimator> {
    prop_oneof![
        (2_usize..4).prop_map(|bins| Estimator::Symbols(Symbols::Bins(bins))),
        Just(Estimator::Symbols(Symbols::Quantiles(vec![0.1, 0.9]))),
        (1_usize..6).prop_map(Estimator::Neighbours),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn swapping_the_labels_swaps_the_directions([x, y] in two(), estimator in estimator(), seed in 0_u64..9) {
        let (x, y) = (series("x", &x), series("y", &y));
        let run = |x, y| TransferEntropy::cause(x).effect(y).estimator(estimator.clone()).draws(99).seed(seed).run().unwrap();
        let (one, other) = (run(&x, &y), run(&y, &x));
        for (a, b) in [(one.forward(), other.backward()), (one.backward(), other.forward())] {
            prop_assert!(a.reports().iter().zip(b.reports()).all(|(a, b)| a.outcome == b.outcome));
        }
        prop_assert_eq!(run(&x, &y).reports(), one.reports());
    }

    /// Symbols do not know what becomes of values whose order stays; neighbours do not know units.
    #[test]
    fn units_do_not_matter([x, y] in two(), e in -30_i32..30, power in 0.2..3.0_f64) {
        let run = |x: &[f64], estimator: Estimator| {
            let (x, y) = (series("x", x), series("y", &y));
            TransferEntropy::cause(&x).effect(&y).estimator(estimator).draws(99).run().unwrap()
        };
        let scaled: Vec<f64> = x.iter().map(|v| v * 2.0_f64.powi(e)).collect();
        prop_assert_eq!(run(&x, Estimator::Neighbours(3)).reports(), run(&scaled, Estimator::Neighbours(3)).reports());
        let bent: Vec<f64> = x.iter().map(|v| v.signum() * v.abs().powf(power)).collect();
        // Only where no cut lies between values that interpolation moves: the middle of an odd number.
        let odd = x.len() - (x.len() + 1) % 2;
        let halves = || Estimator::Symbols(Symbols::Bins(2));
        let (a, b) = (series("x", &x[..odd]), series("x", &bent[..odd]));
        let y = series("y", &y[..odd]);
        let t = |x: &Series| {
            let result = TransferEntropy::cause(x).effect(&y).estimator(halves()).draws(99).run().unwrap();
            [result.forward(), result.backward()].map(|one| one.statistic("symbols"))
        };
        prop_assert_eq!(t(&a), t(&b));
    }

    /// No more than the entropy of a symbol, and never less than nothing.
    #[test]
    fn symbols_are_bounded([x, y] in two(), bins in 2_usize..4, kind in 0_usize..3) {
        let (x, y) = (series("x", &x), series("y", &y));
        let surrogates = [Surrogates::Shuffled, Surrogates::Markov, Surrogates::Stationary(0)][kind];
        let test = TransferEntropy::cause(&x).effect(&y).estimator(Estimator::Symbols(Symbols::Bins(bins)));
        let result = test.surrogates(surrogates).draws(99).run().unwrap();
        for one in result.tests() {
            let [t, effective] = ["symbols", "symbols-effective"].map(|name| one.statistic(name).unwrap());
            prop_assert!((0.0..=(bins as f64).ln() + 1e-12).contains(&t) && effective <= t);
            let p = one.p_value("symbols").unwrap();
            prop_assert!((0.01..=1.0).contains(&p) && one.p_value("symbols-effective") == Some(p));
        }
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e-300..1e300_f64], 1..50),
        y in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e-300), -1e3..1e3_f64], 1..50),
        lags in 0_usize..6,
        estimator in estimator(),
    ) {
        let (x, y) = (series("x", &x), series("y", &y));
        if let Ok(result) = TransferEntropy::cause(&x).effect(&y).lags(lags).estimator(estimator).draws(99).run() {
            for report in result.reports() {
                prop_assert!(report.statistic().is_none_or(f64::is_finite) && report.p().is_none_or(|p| p.value().is_finite()));
            }
            prop_assert!(!result.to_string().contains("NaN") && result.in_words(0.05).is_ok());
        }
    }
}
