//! What the replication says of May 24, against R and numpy: its own results, read from its own data.

use yalu::HypothesisTest;
use yalu::breaks::BreakCriterion;
use yalu::replication::before_after::{BeforeAfterEvidence, Equation};
use yalu::replication::samples::samples;

use crate::fixture::{Fixture, assert_digits, digits};

fn form(equation: Equation) -> &'static str {
    match equation {
        Equation::Levels => "levels",
        Equation::Logs => "logs",
        Equation::LogChanges => "log-changes",
    }
}

#[test]
fn dates_ranks_and_rivals_on_every_sample() {
    let case = Fixture::load("paper_before_after");
    let evidence = BeforeAfterEvidence::bundled().expect("evidence");
    let samples = samples().expect("samples");
    let id = |title: &str| samples.iter().find(|sample| sample.title == title).expect("a sample").id;
    let (mut compared, mut approximations) = (0, 0);
    let mut check = |key: String, got: f64| {
        assert_digits(got, case.expected(&key), 9.0, &key);
        compared += 1;
    };
    for one in &evidence.chosen_dates {
        let key = format!("{}.{}", id(one.title), form(one.equation));
        check(format!("{key}.sup.f"), one.found.f());
        check(format!("{key}.sup.before"), one.found.rows_before() as f64);
        for (date, rank) in &one.ranks {
            let Some(rank) = rank else { continue };
            check(format!("{key}.rank.{date}.f"), rank.statistic);
            check(format!("{key}.rank.{date}.others"), rank.others as f64);
            check(format!("{key}.rank.{date}.as_large"), rank.as_large as f64);
        }
        if let Some(breaks) = &one.breaks {
            let best = breaks.best(BreakCriterion::Bic);
            check(format!("{key}.breaks.bic"), best.breaks() as f64);
            for (j, before) in best.rows_before().iter().enumerate() {
                check(format!("{key}.breaks.{}.before", j + 1), *before as f64);
            }
        }
        if let Some(robust) = &one.robust {
            check(format!("{key}.hac.w"), robust.f());
            check(format!("{key}.hac.before"), robust.rows_before() as f64);
        }
        // Hansen's approximation is one; strucchange takes it as 1 − cdf.
        if let Some(expected) = case.find(&format!("{key}.sup.hansen_p")) {
            let got = one.found.report().p().expect("p").value();
            assert!(digits(got, expected) > 3.0 || expected < 1e-3, "{key}: {got}, expected {expected}");
            approximations += 1;
        }
    }
    for one in &evidence.end_of_2013 {
        let key = format!("{}.{}.end", id(one.title), form(one.equation));
        let own = one.result.statistic().expect("identified");
        check(format!("{key}.s"), own);
        check(format!("{key}.windows"), one.result.windows().count() as f64);
        check(format!("{key}.as_large"), one.result.windows().filter(|window| window.statistic >= own).count() as f64);
    }
    for one in &evidence.rivals {
        let key = format!("{}.{}", id(one.title), form(one.equation));
        for (bits, step) in one.path.combinations().iter().enumerate() {
            let own = step.coefficient.as_ref().expect("identified");
            for (what, got) in [("estimate", own.estimate), ("se", own.std_error), ("p", own.p_value)] {
                check(format!("{key}.rivals.{bits}.{what}"), got);
            }
        }
        for (k, rival) in one.path.takes().iter().enumerate() {
            check(format!("{key}.takes.{k}"), rival.takes);
        }
    }
    assert_eq!(compared + approximations, case.keys().len());
}
