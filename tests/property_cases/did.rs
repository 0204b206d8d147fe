//! Identities of a difference in differences.

use proptest::prelude::*;
use yalu::event::{DifferenceInDifferences, DifferenceInDifferencesResult};
use yalu::regression::Ols;
use yalu::{Design, Frame, HypothesisTest, Panel, Period, Series};

const START: i32 = 1950;

fn panel(rows: &[Vec<f64>]) -> Panel {
    let frame = |values: &Vec<f64>| {
        Frame::from_series(&[Series::new("y", Period::annual(START), values.clone()).unwrap()]).unwrap()
    };
    let units = rows.iter().enumerate().map(|(unit, values)| (format!("u{unit}"), frame(values)));
    Panel::new("unit", units.collect()).unwrap()
}

fn run(rows: &[Vec<f64>], treated: usize, before: usize) -> DifferenceInDifferencesResult {
    let names = (0..treated).map(|unit| format!("u{unit}"));
    let question = DifferenceInDifferences::of("y").treated(names).at(Period::annual(START + before as i32));
    question.draws(199).run(&panel(rows)).unwrap()
}

/// Rows of units, how many are treated, periods before.
fn sample() -> impl Strategy<Value = (Vec<Vec<f64>>, usize, usize)> {
    (6_usize..11, 4_usize..8).prop_flat_map(|(units, periods)| {
        let rows = prop::collection::vec(prop::collection::vec(-10.0..10.0_f64, periods), units);
        (rows, 2..units - 1, 2..periods)
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-8 * a.abs().max(b.abs()) + 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn it_is_the_coefficient_of_the_regression_with_all_effects((rows, treated, before) in sample()) {
        let result = run(&rows, treated, before);
        let (units, periods) = (rows.len(), rows[0].len());
        let n = units * periods;
        let dummy = |on: &dyn Fn(usize, usize) -> bool| -> ndarray::Array1<f64> {
            (0..n).map(|row| f64::from(u8::from(on(row / periods, row % periods)))).collect()
        };
        let mut terms = vec!["d".to_owned()];
        let mut columns = vec![dummy(&|unit, t| unit < treated && t >= before)];
        for one in 0..units {
            terms.push(format!("u{one}"));
            columns.push(dummy(&|unit, _| unit == one));
        }
        for one in 1..periods {
            terms.push(format!("t{one}"));
            columns.push(dummy(&|_, t| t == one));
        }
        let x = ndarray::Array2::from_shape_fn((n, columns.len()), |(row, column)| columns[column][row]);
        let y: ndarray::Array1<f64> = rows.iter().flatten().copied().collect();
        let stamps = (1..=n).map(yalu::Stamp::Row).collect();
        let fit = Ols::fit(&Design::from_arrays("y", terms, y, x, stamps).unwrap()).unwrap();
        prop_assert!(close(fit.coefficients()[0], result.estimate()));
        let [a, b] = result.means();
        prop_assert!(close(a.after - a.before - b.after + b.before, result.estimate()));
    }

    #[test]
    fn effects_of_units_and_periods_and_the_measure_change_no_test(
        (rows, treated, before) in sample(), own in prop::collection::vec(-99.0..99.0_f64, 11),
        common in prop::collection::vec(-99.0..99.0_f64, 8), scale in 0.01..100.0_f64,
    ) {
        let moved: Vec<Vec<f64>> = rows
            .iter()
            .zip(&own)
            .map(|(row, own)| row.iter().zip(&common).map(|(y, c)| scale * (y + own + c)).collect())
            .collect();
        let (result, other) = (run(&rows, treated, before), run(&moved, treated, before));
        prop_assert!(close(scale * result.estimate(), other.estimate()));
        for (a, b) in result.reports().iter().chain(result.leads()).zip(other.reports().iter().chain(other.leads())) {
            prop_assert_eq!(a.convention, b.convention);
            match (a.p(), b.p()) {
                (Some(a), Some(b)) => prop_assert!((a.value() - b.value()).abs() < 1e-6, "{} {}", a.value(), b.value()),
                (a, b) => prop_assert_eq!(a, b),
            }
        }
    }

    #[test]
    fn groups_that_change_places_turn_the_sign_and_nothing_else((rows, treated, before) in sample()) {
        let result = run(&rows, treated, before);
        let mut turned = rows.clone();
        turned.rotate_left(treated);
        let other = run(&turned, rows.len() - treated, before);
        prop_assert!(close(result.estimate(), -other.estimate()));
        for name in ["cluster", "cluster-dummies", "collapsed", "welch", "wild-bootstrap", "permutation"] {
            let [a, b] = [&result, &other].map(|one| one.p_value(name));
            prop_assert_eq!(a.is_some(), b.is_some());
            prop_assert!(a.zip(b).is_none_or(|(a, b)| close(a, b)), "{} {:?} {:?}", name, a, b);
        }
    }

    #[test]
    fn the_study_after_the_date_and_before_it_averages_to_the_estimate((rows, treated, before) in sample()) {
        let result = run(&rows, treated, before);
        let mean = |after: bool| {
            let side = || result.study().iter().filter(move |row| (row.horizon >= 0) == after);
            side().map(|row| row.estimate).sum::<f64>() / side().count() as f64
        };
        prop_assert!(close(mean(true) - mean(false), result.estimate()));
        // One period against one: the two-way regression on two periods.
        let two: Vec<Vec<f64>> = rows.iter().map(|row| vec![row[before - 1], row[before]]).collect();
        let first = result.study().iter().find(|row| row.horizon == 0).unwrap();
        prop_assert!(close(first.estimate, run(&two, treated, 1).estimate()));
    }

    #[test]
    fn one_treated_unit_has_its_rank((rows, _, before) in sample()) {
        let result = run(&rows, 1, before);
        let change = |row: &Vec<f64>| {
            let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
            mean(&row[before..]) - mean(&row[..before])
        };
        let changes: Vec<f64> = rows.iter().map(change).collect();
        let all: f64 = changes.iter().sum();
        let away = |unit: usize| (changes[unit] - (all - changes[unit]) / (rows.len() - 1) as f64).abs();
        let rank = (0..rows.len()).filter(|unit| away(*unit) >= away(0) * (1.0 - 1e-9)).count();
        prop_assert_eq!(result.report().p().unwrap().value(), rank as f64 / rows.len() as f64);
    }
}
