//! Post-double-selection against two scripts on two lasso solvers.

use yalu::selection::{DoubleLasso, Loadings, PlugIn};
use yalu::{Frame, series::Calendar};

use super::fixture::{Fixture, assert_digits};

#[test]
fn an_effect_with_controls_chosen_among_forty() {
    let fixture = Fixture::load("double_lasso_simulated");
    let names: Vec<String> = (1..=40).map(|j| format!("x{j}")).collect();
    let mut frame = Frame::new(Calendar::Rows, fixture.column("y").len());
    for name in ["y", "d"].into_iter().chain(names.iter().map(String::as_str)) {
        let cells = fixture.column(name).into_iter().map(Some).collect();
        frame = frame.with_column(name, cells).expect("a column");
    }
    for (loadings, code) in [(Loadings::Heteroskedastic, "het"), (Loadings::Homoskedastic, "hom")] {
        let penalty = PlugIn { loadings, ..PlugIn::default() };
        let model = DoubleLasso::outcome("y").treatment("d").controls(names.clone()).penalty(penalty);
        let found = model.run(&frame).expect("an estimate");
        for step in &found.steps {
            let key = |what: &str| format!("{code}.{}.{what}", step.response);
            assert_digits(step.lambda, fixture.expected(&key("lambda")), 12.0, &key("lambda"));
            assert_eq!(step.selected.len() as f64, fixture.expected(&key("selected")), "{step:?}");
            assert_eq!(step.rounds as f64, fixture.expected(&key("rounds")), "{step:?}");
            for name in &step.selected {
                let j = names.iter().position(|n| n == name).expect("a control");
                // Coordinate descent stops when coefficients move by less than 1e-12 of the largest.
                let (b, loading) = (key(&format!("coef.{name}")), key(&format!("loading.{name}")));
                assert_digits(step.coefficients[j], fixture.expected(&b), 9.0, &b);
                assert_digits(step.loadings[j], fixture.expected(&loading), 12.0, &loading);
            }
        }
        assert_eq!(found.selected.len() as f64, fixture.expected(&format!("{code}.union")));
        let effect = &found.effects[0];
        assert_digits(effect.estimate, fixture.expected(&format!("{code}.effect")), 12.0, "effect");
        assert_digits(effect.std_error, fixture.expected(&format!("{code}.se")), 12.0, "standard error");
    }
}
