//! Identities of causality in its further forms.

use proptest::prelude::*;
use yalu::causality::geweke::{measures_at, measures_on_average};
use yalu::causality::{
    AllPairs, BlockGranger, Bootstrap, BreitungCandelon, CausalityChange, Geweke, Granger, TodaYamamoto,
};
use yalu::{Error, Period, Series};

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(1950), values.to_vec()).unwrap()
}

fn three() -> impl Strategy<Value = [Vec<f64>; 3]> {
    (30_usize..50).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column(), column()).prop_map(|(x, y, z)| [x, y, z])
    })
}

fn close(a: f64, b: f64, rtol: f64) -> bool {
    (a - b).abs() <= rtol * a.abs().max(b.abs()) + 1e-12
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_block_of_one_and_one_is_the_pair([x, y, z] in three(), p in 1_usize..4, d in 0_usize..2) {
        let (x, y, z) = (series("x", &x), series("y", &y), series("z", &z));
        let pair = TodaYamamoto::cause(&x).effect(&y).given(&[&z]).lags(p).integration(d).run().unwrap();
        let block = BlockGranger::causes(&[&x]).effects(&[&y]).given(&[&z]).lags(p).integration(d).run().unwrap();
        for convention in ["F", "chi2-wald", "chi2-ml", "lr"] {
            let there = (pair.forward().statistic(convention), block.forward().statistic(convention));
            let back = (pair.backward().statistic(convention), block.backward().statistic(convention));
            prop_assert!(close(there.0.unwrap(), there.1.unwrap(), 1e-8));
            prop_assert!(close(back.0.unwrap(), back.1.unwrap(), 1e-8));
        }
    }

    #[test]
    fn swapping_the_groups_swaps_the_directions([x, y, z] in three(), p in 1_usize..3) {
        let (x, y, z) = (series("x", &x), series("y", &y), series("z", &z));
        let one = BlockGranger::causes(&[&x, &z]).effects(&[&y]).lags(p).run().unwrap();
        let other = BlockGranger::causes(&[&y]).effects(&[&z, &x]).lags(p).run().unwrap();
        let pairs = [
            (one.forward(), other.backward()),
            (one.backward(), other.forward()),
            (one.instantaneous(), other.instantaneous()),
        ];
        for (a, b) in pairs {
            for report in a.reports() {
                prop_assert!(close(report.statistic().unwrap(), b.statistic(report.convention).unwrap(), 1e-8));
            }
        }
    }

    #[test]
    fn units_do_not_matter([x, y, z] in three(), p in 1_usize..3, e in -9_i32..10) {
        let scale = 10.0_f64.powi(e);
        let scaled: Vec<f64> = x.iter().map(|value| scale * value).collect();
        let (y, z) = (series("y", &y), series("z", &z));
        let [one, other] = [series("x", &x), series("x", &scaled)].map(|x| {
            let block = BlockGranger::causes(&[&x, &z]).effects(&[&y]).lags(p).run().unwrap();
            let frequency = BreitungCandelon::cause(&x).effect(&y).lags(3).frequencies(&[0.0, 0.4, 2.0]).run().unwrap();
            let geweke = Geweke::cause(&x).effect(&y).lags(p).grid(5).run().unwrap();
            let pairs = AllPairs::of(&[&x, &y, &z]).lags(p).given_others().run().unwrap();
            let mut all: Vec<f64> = block.reports().iter().filter_map(|report| report.statistic()).collect();
            all.extend(frequency.reports().filter_map(|report| report.statistic()));
            all.extend(geweke.points().iter().flat_map(|point| [point.forward, point.backward]));
            all.extend(pairs.tests().iter().filter_map(|test| test.statistic));
            all
        });
        prop_assert_eq!(one.len(), other.len());
        prop_assert!(one.iter().zip(&other).all(|(a, b)| close(*a, *b, 1e-7)));
    }

    #[test]
    fn with_two_lags_every_frequency_is_grangers_test([x, y, _z] in three(), omega in 0.01..3.13_f64) {
        let (x, y) = (series("x", &x), series("y", &y));
        for p in 1_usize..=2 {
            let granger = Granger::cause(&x).effect(&y).lags(p).run().unwrap();
            let by_frequency = BreitungCandelon::cause(&x).effect(&y).lags(p).frequencies(&[omega]).run().unwrap();
            for (test, other) in granger.tests().iter().zip(by_frequency.tests()) {
                prop_assert!(close(test.statistic("F").unwrap(), other.points()[0].statistic, 1e-7));
            }
        }
    }

    #[test]
    fn lags_said_by_role_are_lags([x, y, z] in three(), p in 1_usize..4, d in 0_usize..2) {
        let (x, y, z) = (series("x", &x), series("y", &y), series("z", &z));
        let test = TodaYamamoto::cause(&x).effect(&y).given(&[&z]).integration(d);
        let plain = test.clone().lags(p).run().unwrap();
        let by_role = test.lags_of_cause(p).lags_of_effect(1..=p).run().unwrap();
        for (a, b) in plain.tests().iter().zip(by_role.tests()) {
            prop_assert!(close(a.statistic("F").unwrap(), b.statistic("F").unwrap(), 1e-8));
            prop_assert_eq!(a.sample(), b.sample());
        }
    }

    #[test]
    fn pairs_are_grangers_tests([x, y, z] in three(), p in 1_usize..3, d in 0_usize..2) {
        let all = [series("x", &x), series("y", &y), series("z", &z)];
        let refs: Vec<&Series> = all.iter().collect();
        let pairwise = AllPairs::of(&refs).lags(p).integration(d).run().unwrap();
        let given = AllPairs::of(&refs).lags(p).integration(d).given_others().run().unwrap();
        for (i, j, k) in [(0, 1, 2), (1, 2, 0), (2, 0, 1)] {
            let test = TodaYamamoto::cause(&all[i]).effect(&all[j]).lags(p).integration(d);
            let (alone, beside) = (test.clone().run().unwrap(), test.given(&[&all[k]]).run().unwrap());
            for (result, pairs) in [(alone, &pairwise), (beside, &given)] {
                for test in result.tests() {
                    let pair = pairs.test(test.cause(), test.effect()).unwrap();
                    prop_assert!(close(test.statistic("F").unwrap(), pair.statistic.unwrap(), 1e-8));
                    prop_assert_eq!(test.df_resid(), pair.df_den);
                }
            }
        }
    }

    #[test]
    fn feedback_adds_up_and_is_the_likelihood_ratio([x, y, z] in three(), p in 1_usize..4) {
        let (x, y, z) = (series("x", &x), series("y", &y), series("z", &z));
        let measures = Geweke::cause(&x).effect(&y).given(&[&z]).lags(p).run().unwrap();
        let granger = Granger::cause(&x).effect(&y).given(&[&z]).lags(p).run().unwrap();
        let block = BlockGranger::causes(&[&x]).effects(&[&y]).given(&[&z]).lags(p).run().unwrap();
        let rows = granger.forward().sample().n as f64;
        prop_assert!(close(rows * measures.forward().measure(), granger.forward().statistic("lr").unwrap(), 1e-9));
        prop_assert!(close(rows * measures.backward().measure(), granger.backward().statistic("lr").unwrap(), 1e-9));
        let within = block.instantaneous().statistic("lr").unwrap();
        prop_assert!(close(rows * measures.instantaneous().measure(), within, 1e-8));
        let parts = [measures.forward(), measures.backward(), measures.instantaneous()];
        let sum: f64 = parts.iter().map(|part| part.measure()).sum();
        prop_assert!(close(measures.total().measure(), sum, 1e-12));
    }

    /// The mean over frequencies of a known stable autoregression with one lag is ln σ²(y)/σ_yy if the condition holds, and
    /// smaller if not; σ²(y) from the root of the moving average in y's ARMA(2, 1).
    #[test]
    fn the_mean_over_frequencies_is_the_measure_in_time(
        a in -0.7..0.7_f64, b in -0.7..0.7_f64, c in -1.5..1.5_f64, rho in -0.8..0.8_f64, s in 0.3..3.0_f64,
    ) {
        // x moves by itself, y by both: stable whatever c.
        let (lags, sigma) = ([[[a, 0.0], [c, b]]], [[1.0, rho * s], [rho * s, s * s]]);
        let c0 = sigma[1][1] * (1.0 + a * a) + c * c - 2.0 * a * c * sigma[0][1];
        let c1 = -a * sigma[1][1] + c * sigma[0][1];
        let own = 0.5 * (c0 + (c0 * c0 - 4.0 * c1 * c1).max(0.0).sqrt());
        let in_time = (own / sigma[1][1]).ln();
        let [mean, back] = measures_on_average(&lags, sigma);
        prop_assert!(back.abs() < 1e-15 || rho != 0.0);
        let weight = (a - sigma[0][1] / sigma[1][1] * c).abs();
        if weight < 0.95 {
            prop_assert!((mean - in_time).abs() < 1e-9, "{} {}", mean, in_time);
        } else if weight > 1.05 {
            prop_assert!(mean < in_time, "{} {}", mean, in_time);
        }
        prop_assert!(measures_at(&lags, sigma, 1.0).iter().all(|measure| *measure >= 0.0));
    }

    #[test]
    fn a_bootstrap_is_reproducible_and_a_probability([x, y, _z] in three(), seed in 0_u64..1000) {
        let (x, y) = (series("x", &x), series("y", &y));
        let run = || {
            let test = Granger::cause(&x).effect(&y).lags(2).seed(seed);
            test.bootstrap(Bootstrap::residual(19)).bootstrap(Bootstrap::wild(19)).bootstrap(Bootstrap::leveraged(19)).run()
        };
        let one = run().unwrap();
        prop_assert_eq!(&one, &run().unwrap());
        for name in ["F-bootstrap", "F-wild", "F-leveraged"] {
            let p = one.forward().p_value(name).unwrap();
            prop_assert!((0.05..=1.0).contains(&p), "{}", p);
        }
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        x in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e300), -1e-300..1e300_f64], 1..30),
        y in prop::collection::vec(prop_oneof![Just(0.0), Just(1.0), Just(1e-300), -1e3..1e3_f64], 1..30),
        p in 0_usize..12,
        d in 0_usize..3,
    ) {
        let (x, y) = (series("x", &x), series("y", &y));
        let finite = |reports: Result<Vec<yalu::TestReport>, Error>| {
            let numbers = reports.into_iter().flatten().flat_map(|report| [report.statistic(), report.p().map(|p| p.value())]);
            numbers.flatten().all(f64::is_finite)
        };
        let block = BlockGranger::causes(&[&x]).effects(&[&y]).lags(p).integration(d);
        prop_assert!(finite(block.run().map(|result| result.reports())));
        let frequency = BreitungCandelon::cause(&x).effect(&y).lags(p).integration(d);
        prop_assert!(finite(frequency.run().map(|result| result.reports().cloned().collect())));
        prop_assert!(finite(AllPairs::of(&[&x, &y]).lags(p).integration(d).run().map(|result| result.reports())));
        prop_assert!(finite(AllPairs::of(&[&x, &y]).lags(p).given_others().run().map(|result| result.reports())));
        prop_assert!(finite(Geweke::cause(&x).effect(&y).lags(p).bands(9).run().map(|result| result.reports())));
        let role = TodaYamamoto::cause(&x).effect(&y).integration(d).lags_of_cause([1, p]).bootstrap(Bootstrap::residual(9));
        prop_assert!(finite(role.run().map(|result| result.reports())));
    }

    #[test]
    fn a_change_is_the_difference_of_two_regressions([x, y, _z] in three(), p in 1_usize..3, e in -6_i32..7) {
        let date = Period::annual(1950 + x.len() as i32 / 2);
        let scaled: Vec<f64> = x.iter().map(|value| 10.0_f64.powi(e) * value).collect();
        let (x, y) = (series("x", &x), series("y", &y));
        let result = CausalityChange::cause(&x).effect(&y).at(date).lags(p).run().unwrap();

        // With every coefficient free to change, each side is a regression of its own.
        let before = Granger::cause(&x).effect(&y).lags(p).run().unwrap();
        let rows = before.forward().sample();
        prop_assert_eq!(result.forward().change().sample, rows);
        let design = yalu::Design::of(&y).constant().lags(&y, 1..=p).lags(&x, 1..=p).build().unwrap();
        let first = yalu::regression::Ols::fit(&design.rows(0..x.len() / 2 - p).unwrap()).unwrap();
        for one in result.forward().coefficients() {
            let place = design.position(&one.before.term).unwrap();
            prop_assert!(close(one.before.estimate, first.coefficients()[place], 1e-7));
            prop_assert!(close(one.after.estimate - one.before.estimate, one.change.estimate, 1e-7));
        }

        // The units of a series do not matter, nor which of the two is asked about first.
        let scaled = series("x", &scaled);
        let swapped = CausalityChange::cause(&y).effect(&scaled).at(date).lags(p).run().unwrap();
        for (a, b) in [(result.forward(), swapped.backward()), (result.backward(), swapped.forward())] {
            for (a, b) in a.reports().iter().zip(b.reports()) {
                prop_assert!(close(a.statistic().unwrap(), b.statistic().unwrap(), 1e-6));
            }
        }
        let joint = [&result, &swapped].map(|one| one.joint().unwrap().statistic().unwrap());
        prop_assert!(close(joint[0], joint[1], 1e-6));
    }
}
