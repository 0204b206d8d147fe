//! What the replication says of the flows as a system, against R and statsmodels: its own results, read from its own data.

use std::collections::BTreeSet;

use yalu::replication::causality::Form;
use yalu::replication::systems::SystemsEvidence;
use yalu::replication::systems::error_correction::Corrected;
use yalu::replication::systems::responses::Shocks;
use yalu::replication::systems::southern_trade::{Flow, Question};
use yalu::vecm::{Divisor, VecmDirection};
use yalu::{Outcome, TestReport};

use crate::fixture::{Fixture, digits};

/// A case and what has been compared with it.
struct Comparison {
    case: Fixture,
    compared: BTreeSet<String>,
    failures: Vec<String>,
}

impl Comparison {
    fn of(name: &str) -> Self {
        Self { case: Fixture::load(&format!("paper_systems/{name}")), compared: BTreeSet::new(), failures: Vec::new() }
    }

    /// Nine digits; eleven decimals where a response is nearly nothing.
    fn check(&mut self, key: String, got: f64) {
        let expected = self.case.expected(&key);
        let reached = digits(got, expected);
        if reached < 9.0 && !(key.contains(".var.") && (got - expected).abs() < 1e-11) {
            self.failures.push(format!("{key}: {got:e}, expected {expected:e}: {reached:.1} digits"));
        }
        self.compared.insert(key);
    }

    /// Every convention that the case has of a test.
    fn reports(&mut self, key: &str, reports: &[TestReport]) {
        for report in reports {
            let statistic = format!("{key}{}", report.convention);
            if self.case.find(&statistic).is_some() {
                self.check(statistic.clone(), report.statistic().expect("a statistic"));
                self.check(format!("{statistic}_p"), report.p().expect("p").value());
            }
        }
        let df = format!("{key}df_den");
        if self.case.find(&df).is_some() {
            let Outcome::Computed { distribution, .. } = &reports[0].outcome else { panic!("{key}: not identified") };
            self.check(df, distribution.df()[1]);
        }
    }

    /// Fails if a number differed, or the case has one of this kind with which nothing was compared.
    #[track_caller]
    fn finish(self, of_this_kind: impl Fn(&str) -> bool) {
        assert!(self.failures.is_empty(), "{} of them\n{}", self.failures.len(), self.failures.join("\n"));
        let left: Vec<&str> =
            self.case.keys().into_iter().filter(|key| of_this_kind(key) && !self.compared.contains(*key)).collect();
        assert!(left.is_empty(), "nothing was compared with {left:?}");
    }
}

fn systems() -> &'static SystemsEvidence {
    SystemsEvidence::bundled().expect("the bundled data are whole")
}

fn name(flow: Flow) -> &'static str {
    match flow {
        Flow::Exports => "exports",
        Flow::Imports => "imports",
        Flow::SouthernTrade => "southern",
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::LogLevels => "levels",
        Form::LogChanges => "dlog",
        _ => "ty",
    }
}

#[test]
fn every_direction_among_three_series() {
    let mut comparison = Comparison::of("paper_years");
    for test in systems().southern_trade.tests.iter().filter(|test| test.p_value("F").is_some()) {
        let question = match test.question {
            Question::Direct(cause, effect) => format!("{}->{}", name(cause), name(effect)),
            Question::BothToImports => "both->imports".to_owned(),
            Question::ImportsToBoth => "imports->both".to_owned(),
            Question::WithinTheYear(one, other) => format!("within.{},{}", name(one), name(other)),
        };
        let key = format!("{}.{}.lag{}.{question}.", test.sample, form(test.form), test.lags);
        comparison.reports(&key, &test.reports);
    }
    comparison.finish(|key| key.contains("lag"));
}

#[test]
fn causality_by_cycle() {
    let mut comparison = Comparison::of("china_reported");
    for curve in &systems().cycles.curves {
        for test in curve.result.tests() {
            for point in test.points() {
                let years = if point.omega > 0.0 { format!("{:.0}", point.cycle()) } else { "Inf".to_owned() };
                let (way, form) = (format!("{}->{}", test.cause(), test.effect()), form(curve.form));
                let key = format!("{}.cycle.{form}.{years}.{way}.", curve.sample);
                comparison.check(format!("{key}F"), point.statistic);
                comparison.check(format!("{key}F_p"), point.p_value);
                comparison.check(format!("{key}df_den"), point.df_den as f64);
            }
        }
    }
    comparison.finish(|key| key.contains(".cycle."));
}

fn correction(comparison: &mut Comparison, one: &Corrected) {
    let key = format!("{}.vecm.K{}.", one.sample, one.model.lags());
    let ranks = one.model.johansen().ranks();
    comparison.check(format!("{key}trace_none"), ranks[0].trace);
    comparison.check(format!("{key}trace_one"), ranks[1].trace);
    comparison.check(format!("{key}slope"), one.slope().expect("a relation"));
    let (alpha, errors) = (one.model.alpha(), one.model.alpha_std_errors(Divisor::DegreesOfFreedom));
    for (i, series) in one.model.names().iter().enumerate() {
        comparison.check(format!("{key}alpha.{series}"), alpha[[i, 0]]);
        comparison.check(format!("{key}alpha_se.{series}"), errors[[i, 0]]);
    }
    for way in [one.causality.forward(), one.causality.backward()] {
        direction(comparison, &key, way);
    }
}

fn direction(comparison: &mut Comparison, key: &str, way: &VecmDirection) {
    let here = format!("{key}{}->{}.", way.cause(), way.effect());
    for (question, reports) in [("short", way.short_run()), ("long", way.long_run()), ("both", way.joint())] {
        comparison.reports(&format!("{here}{question}."), reports);
    }
    let lr = way.long_run().iter().find(|report| report.convention == "lr-johansen").expect("a likelihood ratio");
    comparison.check(format!("{key}lr-johansen.{}", way.effect()), lr.statistic().expect("LR"));
    comparison.check(format!("{key}lr-johansen_p.{}", way.effect()), lr.p().expect("p").value());
}

#[test]
fn error_correction() {
    for (case, samples) in [
        ("paper_years", vec!["printed", "corrected"]),
        ("china_reported", vec!["long", "long-to-2015"]),
        ("half_years", vec!["half-years"]),
    ] {
        let mut comparison = Comparison::of(case);
        for one in systems().error_correction.models.iter().filter(|one| samples.contains(&one.sample)) {
            correction(&mut comparison, one);
        }
        comparison.finish(|key| key.contains(".vecm."));
    }
}

fn shocks(comparison: &mut Comparison, one: &Shocks) {
    let key = format!("{}.var.", one.sample);
    comparison.check(format!("{key}lags"), one.model.lags() as f64);
    comparison.check(format!("{key}correlation"), one.correlation());
    let sigma = one.model.sigma(Divisor::DegreesOfFreedom);
    for (i, series) in ["exports", "imports"].into_iter().enumerate() {
        comparison.check(format!("{key}sd.{series}"), sigma[[i, i]].sqrt());
        let other = ["imports", "exports"][i];
        for horizon in 0..=6 {
            let way = format!("{series}->{other}.{horizon}");
            for (label, order) in [("exports_first", &one.exports_first), ("imports_first", &one.imports_first)] {
                let response = |sums: bool| {
                    let responses = if sums { &order.levels } else { &order.changes };
                    responses.response(series, other, horizon).expect("a response")
                };
                comparison.check(format!("{key}{label}.{way}"), response(false));
                comparison.check(format!("{key}{label}.{way}.sum"), response(true));
            }
            let at = [1 - i, i];
            comparison.check(format!("{key}generalised.{way}"), one.generalised.estimates()[horizon][at]);
            comparison.check(format!("{key}generalised.{way}.sum"), one.generalised_levels.estimates()[horizon][at]);
        }
    }
}

#[test]
fn responses_in_either_order() {
    for case in ["china_reported", "half_years"] {
        let mut comparison = Comparison::of(case);
        for one in
            systems().responses.shocks.iter().filter(|one| (one.sample == "half-years") == (case == "half_years"))
        {
            shocks(&mut comparison, one);
        }
        comparison.finish(|key| key.contains(".var."));
    }
}
