//! Identities of a coefficient's path.

use proptest::prelude::*;
use yalu::event::{RivalExplanations, RivalPath};
use yalu::regression::{Covariance, Ols};
use yalu::series::Calendar;
use yalu::{Design, Frame, HypothesisTest, Period};

fn frame(columns: &[Vec<f64>; 4]) -> Frame {
    let named = ["y", "x", "z", "w"].into_iter().zip(columns);
    named.fold(Frame::new(Calendar::From(Period::annual(1901)), columns[0].len()), |frame, (name, values)| {
        frame.with_column(name, values.iter().copied().map(Some).collect()).unwrap()
    })
}

fn columns() -> impl Strategy<Value = [Vec<f64>; 4]> {
    let column = || prop::collection::vec(-10.0..10.0_f64, 62);
    [column(), column(), column(), column()]
}

const RIVALS: [(&str, &str); 3] = [("z", "z"), ("w", "w + w:post(1930)"), ("date", "post(1940)")];

fn path(frame: &Frame, rivals: &[(&str, &str)], covariance: Covariance) -> RivalPath {
    let question = RivalExplanations::of(frame, "y ~ x + post(1930)").coefficient("x");
    let question = rivals.iter().fold(question, |question, (name, terms)| question.rival(*name, *terms));
    question.covariance(covariance).run().unwrap()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-7 * a.abs().max(b.abs()) + 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The parts add up to the difference, and neither they nor the two ends depend on the order of entry.
    #[test]
    fn what_rivals_take_adds_up_in_any_order(columns in columns()) {
        let frame = frame(&columns);
        let forward = path(&frame, &RIVALS, Covariance::Hc1);
        let backward = path(&frame, &[RIVALS[2], RIVALS[0], RIVALS[1]], Covariance::Hc1);
        let ends = |path: &RivalPath| {
            [path.base(), path.full()].map(|step| step.coefficient.as_ref().unwrap().estimate)
        };
        let [base, full] = ends(&forward);
        prop_assert!(close(base - full, forward.takes().iter().map(|one| one.takes).sum()));
        prop_assert!(close(base, ends(&backward)[0]) && close(full, ends(&backward)[1]));
        for one in forward.takes() {
            let same = backward.takes().iter().find(|other| other.rival == one.rival).unwrap();
            prop_assert!(close(one.takes, same.takes));
        }
        prop_assert!(close(forward.report().statistic().unwrap(), backward.report().statistic().unwrap()));
    }

    /// Every combination is the regression that its formula gives.
    #[test]
    fn a_step_is_its_formula(columns in columns(), bits in 0_usize..8) {
        let frame = frame(&columns);
        let path = path(&frame, &RIVALS, Covariance::Hc3);
        let formula = (0..3).filter(|k| bits >> k & 1 == 1).fold("y ~ x + post(1930)".to_owned(), |formula, k| formula + " + " + RIVALS[k].1);
        let fit = Ols::fit(&Design::from_formula(&frame, &formula).unwrap()).unwrap().with(Covariance::Hc3).unwrap();
        let expected = fit.tidy().into_iter().find(|row| row.term == "x").unwrap();
        let step = &path.combinations()[bits];
        let own = step.coefficient.as_ref().unwrap();
        prop_assert!(close(own.estimate, expected.estimate) && close(own.std_error, expected.std_error));
        prop_assert_eq!(step.parameters, fit.nterms());
        let named: Vec<&str> = (0..3).filter(|k| bits >> k & 1 == 1).map(|k| RIVALS[k].0).collect();
        prop_assert_eq!(&step.rivals, &named);
    }

    /// In other units nothing but the coefficient's unit changes; a rival unrelated by construction takes nothing.
    #[test]
    fn units_and_an_orthogonal_rival(columns in columns(), scale in 0.01..100.0_f64) {
        let plain = path(&frame(&columns), &RIVALS, Covariance::newey_west(2));
        let mut scaled = columns.clone();
        scaled[2].iter_mut().for_each(|value| *value *= scale);
        let other = path(&frame(&scaled), &RIVALS, Covariance::newey_west(2));
        prop_assert!(close(plain.report().statistic().unwrap(), other.report().statistic().unwrap()));
        prop_assert!(plain.takes().iter().zip(other.takes()).all(|(a, b)| close(a.takes, b.takes)));
        // z less its projection on the first regressors.
        let first = Design::from_formula(&frame(&columns), "z ~ x + post(1930)").unwrap();
        let mut orthogonal = columns;
        orthogonal[2] = Ols::fit(&first).unwrap().residuals().to_vec();
        let path = path(&frame(&orthogonal), &RIVALS[..1], Covariance::Classical);
        prop_assert!(path.takes()[0].takes.abs() < 1e-9);
    }
}
