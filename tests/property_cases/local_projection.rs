//! Local projections: what they share with autoregressions, and what units may not change.

use proptest::prelude::*;
use yalu::local_projection::{LocalProjection, Regime, State};
use yalu::resampling::Streams;
use yalu::var::{Impulse, Var};
use yalu::{Indicator, Period, Series};

fn start() -> Period {
    "1980Q1".parse().expect("a quarter")
}

fn pair(seed: u64, length: usize) -> [Vec<f64>; 2] {
    let mut stream = Streams::new(seed).replication(0);
    let (mut x, mut y) = (vec![0.0], vec![0.0]);
    for t in 0..length - 1 {
        let shock = stream.standard_normal();
        x.push(0.5 * x[t] + 0.2 * y[t] + shock);
        y.push(0.6 * y[t] + 0.3 * x[t] + 0.4 * shock + stream.standard_normal());
    }
    [x, y]
}

fn named([x, y]: [Vec<f64>; 2]) -> [Series; 2] {
    [("x", x), ("y", y)].map(|(name, values)| Series::new(name, start(), values).expect(name))
}

fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * (1.0 + a.abs().max(b.abs()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The shock ordered last, p − 1 lags: the response after one period is the autoregression's, to a unit of the error.
    #[test]
    fn the_first_horizon_is_the_autoregressions(seed in 0u64..1000, lags in 1usize..4) {
        let [x, y] = named(pair(seed, 80));
        let var = Var::of(&[&y, &x]).lags(lags).run().expect("a model");
        let responses = var.responses(Impulse::Orthogonal, 1).expect("responses");
        let found = LocalProjection::of(&x, &y).before(&[&y]).lags(lags - 1).horizon(1).run().expect("projections");
        let size = responses.estimates()[0][[1, 1]];
        // The autoregression's rows: as many as the projection's.
        let one = found.at(1, Regime::All).expect("identified");
        prop_assert_eq!(found.projections()[1].sample.expect("a sample").n, var.nobs());
        prop_assert!(near(one.estimate, responses.estimates()[1][[0, 1]] / size, 1e-9));
        prop_assert_eq!(found.at(0, Regime::All).expect("fixed").estimate, 0.0);
        let own = LocalProjection::of(&x, &x).controls(&[&y]).lags(lags).horizon(1).run().expect("projections");
        prop_assert_eq!(own.at(0, Regime::All).expect("fixed").estimate, 1.0);
    }

    /// The shock ordered first, p lags, at once: P₂₁/P₁₁ of the autoregression; with one deviation, P₂₁.
    #[test]
    fn the_impact_is_cholesky_s(seed in 0u64..1000, lags in 1usize..4) {
        let [x, y] = named(pair(seed, 80));
        let var = Var::of(&[&x, &y]).lags(lags).run().expect("a model");
        let impact = var.responses(Impulse::Orthogonal, 0).expect("responses").estimates()[0].clone();
        let asked = LocalProjection::of(&x, &y).lags(lags).horizon(0);
        let unit = asked.clone().run().expect("a projection");
        prop_assert!(near(unit.at(0, Regime::All).expect("identified").estimate, impact[[1, 0]] / impact[[0, 0]], 1e-9));
        let deviation = asked.one_standard_deviation().run().expect("a projection");
        prop_assert!(near(deviation.at(0, Regime::All).expect("identified").estimate, impact[[1, 0]], 1e-9));
    }

    /// Units scale responses and errors and leave t.
    #[test]
    fn units_do_not_matter(seed in 0u64..1000, power in -9i32..10, augmented: bool) {
        let factor = 10f64.powi(power);
        let [x, y] = pair(seed, 70);
        let [a, b] = named([x.clone(), y.clone()]);
        let [c, d] = named([x.iter().map(|v| v * factor).collect(), y]);
        let of = |x: &Series, y: &Series| {
            let asked = LocalProjection::of(x, y).lags(2).horizon(6).trend().seasonal();
            let asked = if augmented { asked.lag_augmented() } else { asked };
            asked.run().expect("projections").tidy(0.9).expect("rows")
        };
        for (a, b) in of(&a, &b).iter().zip(&of(&c, &d)) {
            prop_assert!(near(a.statistic.expect("t"), b.statistic.expect("t"), 1e-8));
            prop_assert!(near(a.estimate.expect("one"), factor * b.estimate.expect("one"), 1e-8));
        }
    }

    /// A cumulative response is the sum of responses on the same rows; the multiplier is the ratio of two.
    #[test]
    fn sums_add_up(seed in 0u64..1000, horizon in 1usize..6) {
        let [x, y] = named(pair(seed, 70));
        let asked = || LocalProjection::of(&x, &y).lags(2).horizon(horizon).common_sample();
        let plain = asked().run().expect("projections");
        let sum: f64 = (0..=horizon).map(|h| plain.at(h, Regime::All).expect("identified").estimate).sum();
        let cumulative = asked().cumulative().run().expect("projections").at(horizon, Regime::All).expect("one").estimate;
        prop_assert!(near(sum, cumulative, 1e-9));
        let own = LocalProjection::of(&x, &x).controls(&[&y]).lags(2).horizon(horizon).common_sample().cumulative();
        let own = own.run().expect("projections").at(horizon, Regime::All).expect("one").estimate;
        let multiplier = asked().multiplier().run().expect("projections").at(horizon, Regime::All).expect("one").estimate;
        prop_assert!(near(multiplier, cumulative / own, 1e-9));
    }

    /// A state and its complement swap the two responses.
    #[test]
    fn states_are_labels(seed in 0u64..1000) {
        let [x, y] = named(pair(seed, 90));
        let middle = start().plus(45);
        let of = |state| {
            let found = LocalProjection::of(&x, &y).lags(1).horizon(3).state(State::Dates(state)).run().expect("projections");
            [Regime::Within, Regime::Outside, Regime::Difference].map(|regime| *found.at(3, regime).expect("identified"))
        };
        let (late, early) = (of(Indicator::Post(middle)), of(Indicator::Between(start(), middle.plus(-1))));
        prop_assert!(near(late[0].estimate, early[1].estimate, 1e-9) && near(late[1].std_error, early[0].std_error, 1e-9));
        prop_assert!(near(late[2].estimate, -early[2].estimate, 1e-9));
    }
}
