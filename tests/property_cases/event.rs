//! Identities of what an event did.

use proptest::prelude::*;
use yalu::event::{Change, Errors, EventStudy, Interruption};
use yalu::regression::{Covariance, NestedComparison, Ols};
use yalu::{Design, HypothesisTest, Indicator, Period, Series};

const START: i32 = 1900;

fn series(name: &str, values: &[f64]) -> Series {
    Series::new(name, Period::annual(START), values.to_vec()).unwrap()
}

fn date(before: usize) -> Period {
    Period::annual(START + before as i32)
}

/// Two series and the rows before a date.
fn two() -> impl Strategy<Value = (Vec<f64>, Vec<f64>, usize)> {
    (60_usize..76).prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column(), 8..n - 8)
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * a.abs().max(b.abs()) + 1e-9
}

const ALL: [Change; 3] = [Change::Level, Change::Slope, Change::Pulse];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_level_is_the_nested_f_of_a_step((y, x, before) in two()) {
        let (y, x) = (series("y", &y), series("x", &x));
        let classical = Errors::Ols(Covariance::Classical);
        let question = Interruption::of(&y).at(date(before)).exogenous(&[&x]).changes(&[Change::Level]).errors(classical);
        let result = question.run().unwrap();
        let own = Design::of(&y).constant().trend().regressor(&x);
        let full = own.clone().indicator(Indicator::Post(date(before)));
        let nested = NestedComparison::of_designs(&own.build().unwrap(), &full.build().unwrap()).unwrap();
        prop_assert!(close(result.report().statistic().unwrap(), nested.f));
        let t = result.coefficient(Change::Level).unwrap().statistic;
        prop_assert!(close(t * t, result.report().statistic().unwrap()));
    }

    #[test]
    fn effects_add_up_and_the_path_is_the_fit((y, x, before) in two(), robust in any::<bool>()) {
        let (y, x) = (series("y", &y), series("x", &x));
        let errors = if robust { Errors::Ols(Covariance::newey_west(3)) } else { Errors::Ols(Covariance::Classical) };
        let changes: &[Change] = if robust { &ALL[..2] } else { &ALL };
        let result = Interruption::of(&y).at(date(before)).exogenous(&[&x]).changes(changes).errors(errors).run().unwrap();
        let fitted = result.fit().unwrap().fitted();
        let mut sum = 0.0;
        for (row, fitted) in result.path().iter().zip(fitted.iter().skip(before)) {
            sum += row.effect.estimate;
            prop_assert!(close(row.cumulative.estimate, sum));
            prop_assert!(close(row.counterfactual.estimate + row.effect.estimate, *fitted));
        }
        prop_assert_eq!(result.path().len(), y.len() - before);
    }

    /// A dummy for every period from the date on leaves the path to the periods before: their mean effect is the mean gap, and
    /// the level change of the same series with the fitted path taken off is that mean.
    #[test]
    fn full_pulses_are_forecast_errors((y, _x, before) in two()) {
        let y = series("y", &y);
        let lags = y.len() - before - 1;
        let classical = Errors::Ols(Covariance::Classical);
        let study = EventStudy::of(&y).at(date(before)).leads(0).lags(lags).errors(classical).run().unwrap();
        let early = series("y", &y.values()[..before]);
        let past = Ols::fit(&Design::of(&early).constant().trend().build().unwrap()).unwrap();
        let coefficients = past.coefficients();
        for (row, t) in study.rows().iter().zip(before..) {
            let forecast = coefficients[0] + coefficients[1] * (t + 1) as f64;
            prop_assert!(close(row.estimate, y.values()[t] - forecast));
        }
        let gaps: Vec<f64> = study.rows().iter().map(|row| row.estimate).collect();
        let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
        let mut flat = vec![0.0; before];
        flat.extend(&gaps);
        let flat = series("flat", &flat);
        let level = Interruption::of(&flat).at(date(before)).changes(&[Change::Level]).no_trend();
        let level = level.errors(classical).run().unwrap();
        prop_assert!(close(level.coefficient(Change::Level).unwrap().estimate, mean));
    }

    #[test]
    fn units_and_origin_do_not_matter((y, x, before) in two(), e in -9_i32..10, shift in -50.0..50.0_f64) {
        let scale = 10.0_f64.powi(e);
        let moved: Vec<f64> = y.iter().map(|value| scale * (value + shift)).collect();
        let (y, moved, x) = (series("y", &y), series("y", &moved), series("x", &x));
        for errors in [Errors::Ols(Covariance::Hc3), Errors::Ols(Covariance::newey_west(2))] {
            let ask = |y: &Series| {
                let question = Interruption::of(y).at(date(before)).errors(errors).run().unwrap();
                let placebo = Interruption::of(y).at(date(before)).exogenous(&[&x]).errors(errors).placebo_dates().unwrap();
                (question, placebo)
            };
            let ((one, ranked), (other, ranked_too)) = (ask(&y), ask(&moved));
            for (a, b) in one.reports().iter().zip(other.reports()) {
                prop_assert!(close(a.statistic().unwrap(), b.statistic().unwrap()), "{a} {b}");
            }
            for (a, b) in one.path().iter().zip(other.path()) {
                prop_assert!(close(a.effect.estimate * scale, b.effect.estimate));
                prop_assert!(close(a.cumulative.std_error * scale, b.cumulative.std_error));
            }
            prop_assert!(close(ranked.report().statistic().unwrap(), ranked_too.report().statistic().unwrap()));
        }
    }

    /// Turned round in time, a change of level is the same with its sign turned.
    #[test]
    fn time_turned_round_turns_the_level((y, _x, before) in two()) {
        let turned: Vec<f64> = y.iter().rev().copied().collect();
        let (n, y, turned) = (y.len(), series("y", &y), series("y", &turned));
        let ask = |y: &Series, before: usize| Interruption::of(y).at(date(before)).changes(&[Change::Level]).run().unwrap();
        let (there, back) = (ask(&y, before), ask(&turned, n - before));
        prop_assert!(close(there.coefficient(Change::Level).unwrap().estimate, -back.coefficient(Change::Level).unwrap().estimate));
        prop_assert!(close(there.report().statistic().unwrap(), back.report().statistic().unwrap()));
    }
}
