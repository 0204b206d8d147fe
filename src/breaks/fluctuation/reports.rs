//! What a process comes to: statistic, law, settings, notes.

use super::law::Law;
use super::process::{Form, Process, Residuals, rows_in_window};
use super::{Fluctuation, FluctuationTest, ResidualVariance};
use crate::hypothesis::{CriticalValue, Setting, too_few_df};
use crate::resampling::{Rate, Streams};
use crate::{Design, Note, Outcome, TestReport};

/// Below this number of rows a result says how the test behaves in so small a sample.
const SMALL: usize = 20;
const DRAWS: usize = 2000;
const SEED: u64 = 1;

/// The fewest residuals of which the CUSUM of squares has a law.
const FEWEST_SQUARES: usize = 4;

/// The headline, and for estimates the range beside it.
pub(super) fn reports(
    asked: &Fluctuation<'_>,
    form: Form,
    residuals: &Residuals,
    process: &Process,
    law: Law,
) -> Vec<TestReport> {
    let (design, test) = (asked.design, form.test);
    let (n, k) = (design.nobs(), design.terms().len());
    let fewest = asked.min_df.max(if test == FluctuationTest::CusumOfSquares { FEWEST_SQUARES } else { 1 });
    let identified = n >= k + fewest;
    let few = || Outcome::NotApplicable { because: too_few_df(n, k, fewest) };
    let judged = |law: Law, symbol, statistic| match law.p_value(statistic) {
        _ if !identified => few(),
        Some(p) => Outcome::Computed { symbol, statistic, distribution: law.named(), p },
        None => Outcome::NotApplicable { because: "the statistic is not a number".into() },
    };
    let size = (n < SMALL && identified).then(|| size(residuals, n, form, law)).flatten();
    let (null, alternative) = hypotheses(test, design);
    let settings = settings(design, form, residuals);
    let notes = notes(design, form, process, size);
    let report = |convention, law: Option<Law>, outcome: Outcome| TestReport {
        test: test.name(),
        convention,
        null: null.clone(),
        alternative: alternative.clone(),
        critical_values: match (&outcome, law) {
            (Outcome::Computed { .. }, Some(law)) => {
                CriticalValue::at_levels(&[0.01, 0.05, 0.10], |p| law.critical_value(p))
            }
            _ => Vec::new(),
        },
        outcome,
        sample: design.sample(),
        settings: settings.clone(),
        notes: notes.clone(),
    };
    let convention = if test.is_estimates() { "max" } else { "" };
    let mut reports = vec![report(convention, Some(law), judged(law, test.symbol(), process.largest().1))];
    if test.is_estimates() {
        let law = Law::of_range(test, form.window, k);
        let outcome = match law {
            Some(law) => judged(law, "range", process.largest_range()),
            None if !identified => few(),
            None => Outcome::NotApplicable {
                because: format!(
                    "the range of moving estimates is {:.4}, but its law is known for a window of 0.5 alone",
                    process.largest_range()
                ),
            },
        };
        reports.push(report("range", law, outcome));
    }
    reports
}

fn settings(design: &Design, form: Form, residuals: &Residuals) -> Vec<Setting> {
    let (test, n, k) = (form.test, design.nobs(), design.terms().len());
    let summed = if test.is_recursive() { n - k } else { n };
    let what = if test.is_estimates() { "rows" } else { "residuals" };
    let mut settings = Vec::new();
    if test.is_moving() {
        settings.push(Setting::or_default("window", form.window, 0.15));
        let held = rows_in_window(form.window, summed).to_string();
        settings.push(Setting::new(format!("{what} in a window"), held, "window"));
    }
    if matches!(test, FluctuationTest::RecursiveCusum | FluctuationTest::RecursiveMosum) {
        settings.push(Setting::or_default("variance", form.variance, ResidualVariance::default()));
    }
    if let Some(hac) = form.long_run {
        settings.push(Setting::new("variance", format!("long-run: {hac}"), "user"));
        if let Ok((_, width)) = residuals.long_run(hac, &residuals.ordinary(&design.y().to_vec())) {
            settings.push(Setting::new("bandwidth", format!("{width:.4}"), ""));
        }
    }
    if !test.is_estimates() {
        settings.push(Setting::new("residuals", summed.to_string(), if test.is_recursive() { "n − k" } else { "n" }));
    }
    settings
}

/// How often the test rejects at 5 % on these regressors with normal errors and no change.
fn size(residuals: &Residuals, n: usize, form: Form, law: Law) -> Option<Rate> {
    let critical = law.critical_value(0.05)?;
    let rejects = |draw: &u64| {
        let mut stream = Streams::new(SEED).replication(*draw);
        let y: Vec<f64> = (0..n).map(|_| stream.standard_normal()).collect();
        residuals.process(form, &residuals.ordinary(&y)).is_ok_and(|process| process.largest().1 > critical)
    };
    Some(Rate { count: (0..DRAWS as u64).filter(rejects).count(), replications: DRAWS })
}

pub(super) fn hypotheses(test: FluctuationTest, design: &Design) -> (String, String) {
    let response = design.response();
    let coefficients = match design.terms() {
        [one] => format!("the coefficient of {one} in the equation of `{response}`"),
        terms => format!("the {} coefficients of `{response}`", terms.len()),
    };
    if test == FluctuationTest::CusumOfSquares || test.is_scores() {
        return (
            format!("{coefficients} and the variance of its errors are the same in all rows"),
            "the variance or the coefficients change, at no date that is supposed".into(),
        );
    }
    let verb = if design.terms().len() == 1 { "is" } else { "are" };
    let they = if design.terms().len() == 1 { "it changes" } else { "they change" };
    (format!("{coefficients} {verb} the same in all rows"), format!("{they}, at no date that is supposed"))
}

fn notes(design: &Design, form: Form, process: &Process, size: Option<Rate>) -> Vec<Note> {
    let mut notes = design.notes().to_vec();
    let test = form.test;
    if let (FluctuationTest::RecursiveEstimates, Some(first)) = (test, process.ends.get(1))
        && *first > design.terms().len()
    {
        notes.push(Note::new(format!(
            "the first estimate is that of {first} rows: in fewer the regressors are collinear"
        )));
    }
    if form.long_run.is_some() {
        notes.push(Note::new(
            "a change that is there raises the long-run variance of the residuals too, and may hide behind it",
        ));
    }
    if test == FluctuationTest::CusumOfSquares {
        notes.push(Note::new("the law is exact for normal errors; with fat tails the test rejects without any change"));
    }
    if let Some(size) = size {
        notes.push(Note::new(format!(
            "on only {} rows the test{} at a nominal 5 % rejects a true null in {size} of samples with normal errors ({DRAWS} \
             draws, seed {SEED})",
            design.nobs(),
            if test.is_estimates() { " by the farthest point" } else { "" }
        )));
    }
    notes
}
