//! Identities of a unit and the weighted average that stands for it.

use proptest::prelude::*;
use yalu::event::synthetic::Predictor;
use yalu::event::{SyntheticControl, SyntheticControlResult};
use yalu::{Frame, HypothesisTest, Panel, Period, Series};

const START: i32 = 1950;
const BEFORE: usize = 12;
const PERIODS: usize = 18;

/// The first row is the treated unit `u0`.
fn panel(rows: &[Vec<f64>]) -> Panel {
    let frame = |values: &Vec<f64>| {
        Frame::from_series(&[Series::new("y", Period::annual(START), values.clone()).unwrap()]).unwrap()
    };
    let units = rows.iter().enumerate().map(|(unit, values)| (format!("u{unit}"), frame(values)));
    Panel::new("unit", units.collect()).unwrap()
}

fn question() -> SyntheticControl {
    SyntheticControl::of("y").treated("u0").at(Period::annual(START + BEFORE as i32))
}

fn run(rows: &[Vec<f64>]) -> SyntheticControlResult {
    question().run(&panel(rows)).unwrap()
}

fn weight(result: &SyntheticControlResult, unit: usize) -> f64 {
    result.weights().iter().find(|donor| donor.unit == format!("u{unit}")).unwrap().weight
}

fn rows(units: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Vec<f64>>> {
    prop::collection::vec(prop::collection::vec(-10.0..10.0_f64, PERIODS), units)
}

/// Shares that add up to one.
fn shares(raw: &[f64]) -> Vec<f64> {
    let sum: f64 = raw.iter().sum();
    raw.iter().map(|share| share / sum).collect()
}

fn rmspe(rows: &[Vec<f64>], weights: &[f64]) -> f64 {
    let gap = |t: usize| rows[0][t] - rows[1..].iter().zip(weights).map(|(row, weight)| weight * row[t]).sum::<f64>();
    ((0..BEFORE).map(|t| gap(t).powi(2)).sum::<f64>() / BEFORE as f64).sqrt()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn weights_are_shares_and_no_others_fit_better(rows in rows(4..30), raw in prop::collection::vec(0.0..1.0_f64, 30)) {
        let result = run(&rows);
        let donors = rows.len() - 1;
        let own: Vec<f64> = (1..=donors).map(|unit| weight(&result, unit)).collect();
        prop_assert!(own.iter().all(|weight| (0.0..=1.0).contains(weight)));
        prop_assert!((own.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let best = rmspe(&rows, &own);
        prop_assert!((best - result.rmspe_before()).abs() < 1e-9);
        // Any other shares, and a step from ours towards any donor.
        prop_assert!(rmspe(&rows, &shares(&raw[..donors])) >= best - 1e-9);
        for unit in 0..donors {
            let step: Vec<f64> = own.iter().enumerate().map(|(j, w)| 0.999 * w + if j == unit { 0.001 } else { 0.0 }).collect();
            prop_assert!(rmspe(&rows, &step) >= best - 1e-9);
        }
    }

    #[test]
    fn what_all_units_share_and_the_unit_of_measure_change_no_weight(
        rows in rows(4..12), common in prop::collection::vec(-50.0..50.0_f64, PERIODS), scale in 0.001..1000.0_f64,
    ) {
        let result = run(&rows);
        let moved: Vec<Vec<f64>> =
            rows.iter().map(|row| row.iter().zip(&common).map(|(y, c)| scale * (y + c)).collect()).collect();
        let other = run(&moved);
        for unit in 1..rows.len() {
            prop_assert!((weight(&result, unit) - weight(&other, unit)).abs() < 1e-8);
        }
        prop_assert!((scale * result.average_effect() - other.average_effect()).abs() < 1e-7 * scale);
        prop_assert!((result.ratio().unwrap() / other.ratio().unwrap() - 1.0).abs() < 1e-7);
    }

    #[test]
    fn an_exact_average_gets_its_weights_and_what_was_added(
        donors in rows(3..9), raw in prop::collection::vec(0.05..1.0_f64, 9), added in 1.0..5.0_f64,
    ) {
        let mut rows = donors.clone();
        let true_shares = shares(&raw[..donors.len()]);
        let average = |t: usize| donors.iter().zip(&true_shares).map(|(row, share)| share * row[t]).sum::<f64>();
        rows.insert(0, (0..PERIODS).map(|t| average(t) + if t >= BEFORE { added } else { 0.0 }).collect());
        let result = run(&rows);
        // Fewer donors than periods: no other weights do.
        prop_assert!(result.is_unique());
        for (unit, share) in true_shares.iter().enumerate() {
            prop_assert!((weight(&result, unit + 1) - share).abs() < 1e-8);
        }
        prop_assert_eq!((result.rmspe_before(), result.ratio()), (0.0, None));
        prop_assert!((result.average_effect() - added).abs() < 1e-7);
    }

    #[test]
    fn a_donor_more_never_fits_worse_and_one_without_weight_is_not_missed(rows in rows(5..20)) {
        let all = run(&rows);
        let fewer = run(&rows[..rows.len() - 1]);
        prop_assert!(all.rmspe_before() <= fewer.rmspe_before() + 1e-12);
        let kept: Vec<Vec<f64>> = (0..rows.len())
            .filter(|unit| *unit == 0 || weight(&all, *unit) > 0.0)
            .map(|unit| rows[unit].clone())
            .collect();
        if kept.len() > 2 {
            let same = run(&kept);
            prop_assert!((same.rmspe_before() - all.rmspe_before()).abs() < 1e-10);
            prop_assert!((same.average_effect() - all.average_effect()).abs() < 1e-9);
        }
    }

    #[test]
    fn the_rank_counts_units_whatever_their_order(rows in rows(4..8)) {
        let ranked = question().placebo_units(&panel(&rows)).unwrap();
        let own = ranked.units()[0].ratio.unwrap();
        let above = ranked.units()[1..].iter().filter(|unit| unit.ratio.unwrap_or(f64::INFINITY) >= own).count();
        prop_assert_eq!(ranked.exceeding(), above);
        let p = ranked.report().p().unwrap().value();
        prop_assert!((p - (1 + above) as f64 / rows.len() as f64).abs() < 1e-15);
        let mut turned = rows.clone();
        turned[1..].reverse();
        prop_assert_eq!(question().placebo_units(&panel(&turned)).unwrap().report().p(), ranked.report().p());
        // A placebo is the same question about another unit.
        let mut other = rows.clone();
        other.swap(0, 1);
        let swapped = run(&other);
        prop_assert!((swapped.rmspe_before() - ranked.units()[1].rmspe_before).abs() < 1e-10);
        let gaps = swapped.path().iter().zip(ranked.units()[1].gaps());
        prop_assert!(gaps.into_iter().all(|(point, gap)| (point.effect - gap).abs() < 1e-8));
    }

    #[test]
    fn predictors_of_the_outcome_and_their_measure(rows in rows(5..9), raw in prop::collection::vec(0.1..1.0_f64, BEFORE), scale in 0.01..100.0_f64) {
        let year = |t: usize| Period::annual(START + t as i32);
        let at = |from: usize, to: usize| Predictor::mean("y").over(year(from), year(to));
        let spans = [at(0, 3), at(4, 7), at(8, BEFORE - 1)];
        let own = question().predictors(spans.clone()).predictor_weights([0.5, 0.3, 0.2]);
        let result = own.run(&panel(&rows)).unwrap();
        // The measure of the weights, and of the outcome, changes nothing.
        let other = question().predictors(spans.clone()).predictor_weights([5.0, 3.0, 2.0]).run(&panel(&rows)).unwrap();
        prop_assert_eq!(other.weights(), result.weights());
        let moved: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(|y| scale * y - 7.0).collect()).collect();
        let other = own.run(&panel(&moved)).unwrap();
        if result.is_unique() {
            for unit in 1..rows.len() {
                prop_assert!((weight(&other, unit) - weight(&result, unit)).abs() < 1e-7);
            }
        }
        // No other shares match the predictors better.
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let means: Vec<[f64; 3]> = rows.iter().map(|row| [mean(&row[0..4]), mean(&row[4..8]), mean(&row[8..BEFORE])]).collect();
        let n = rows.len() as f64;
        let variance = |p: usize| {
            let centre = means.iter().map(|row| row[p]).sum::<f64>() / n;
            means.iter().map(|row| (row[p] - centre).powi(2)).sum::<f64>() / (n - 1.0)
        };
        let distance = |weights: &[f64]| -> f64 {
            (0..3)
                .map(|p| {
                    let gap = means[0][p] - means[1..].iter().zip(weights).map(|(row, w)| w * row[p]).sum::<f64>();
                    [0.5, 0.3, 0.2][p] * gap * gap / variance(p)
                })
                .sum()
        };
        let found: Vec<f64> = (1..rows.len()).map(|unit| weight(&result, unit)).collect();
        prop_assert!(distance(&shares(&raw[..rows.len() - 1])) >= distance(&found) - 1e-9);
        for (row, p) in result.predictors().iter().zip(0..3) {
            prop_assert!((row.treated - means[0][p]).abs() < 1e-9);
        }
    }

    #[test]
    fn a_search_matches_the_outcome_no_worse_than_equal_weights_and_no_better_than_itself(rows in rows(5..9)) {
        let year = |t: usize| Period::annual(START + t as i32);
        let spans = [0, 3, 6, 9].map(|t| Predictor::mean("y").over(year(t), year(t + 2)));
        let asked = question().predictors(spans);
        let searched = asked.run(&panel(&rows)).unwrap();
        let equal = asked.clone().predictor_weights([1.0; 4]).run(&panel(&rows)).unwrap();
        prop_assert!(searched.rmspe_before() <= equal.rmspe_before() + 1e-9);
        prop_assert!(searched.rmspe_before() >= run(&rows).rmspe_before() - 1e-9);
        let v: Vec<f64> = searched.predictors().iter().map(|row| row.weight).collect();
        prop_assert!((v.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        // The weights found, given back, are the same question.
        let again = asked.predictor_weights(v).run(&panel(&rows)).unwrap();
        prop_assert!((again.rmspe_before() - searched.rmspe_before()).abs() < 1e-6);
    }
}
