//! One direction: the equation with its changes, and the three hypotheses in it.

use super::super::aligned::Aligned;
use super::super::equation::Roles;
use super::super::robust;
use super::super::test::Direction;
use super::{CausalityChange, Others};
use crate::breaks::PrePost;
use crate::breaks::pre_post::Change;
use crate::hypothesis::too_few_df;
use crate::regression::{Fit, Restriction, WaldTest};
use crate::{Design, Error};

/// The equation with its changes, estimated.
pub(super) struct Estimated {
    pub fit: Fit,
    /// Rows before the date.
    pub rows_before: usize,
    /// The cause's coefficients before and after.
    pub coefficients: Vec<Change>,
    /// That they are the same, that they are zero before, that they are zero after.
    pub change: WaldTest,
    pub before: WaldTest,
    pub after: WaldTest,
}

/// Estimates one direction; within the result, why it is not identified.
///
/// # Errors
/// If the equation cannot be set up, or every row lies on one side of the date.
pub(super) fn estimate(
    question: &CausalityChange<'_>,
    aligned: &Aligned,
    direction: Direction<'_>,
    roles: &Roles,
) -> Result<Result<Estimated, String>, Error> {
    let design = robust::design(&question.spec, aligned, direction, roles)?;
    let before = question.date.rows_before(&design)?;
    let tested: Vec<String> =
        roles.tested.lags().iter().map(|lag| format!("lag({}, {lag})", direction.cause.name())).collect();
    let changing = changing(question.others, &design, &tested);
    let (n, k, min_df) = (design.nobs(), design.terms().len() + changing.len(), question.spec.min_df);
    if n < k + min_df {
        return Ok(Err(too_few_df(n, k, min_df)));
    }
    let regime = before.min(n - before);
    if regime < changing.len() {
        return Ok(Err(format!(
            "not identified: one side of {} has {regime} rows for {} coefficients that may change",
            question.date,
            changing.len()
        )));
    }
    Ok(tests(question, (design, before), &tested, changing)
        .map_err(|error| format!("not identified: {}", error.message())))
}

fn tests(
    question: &CausalityChange<'_>,
    (design, rows_before): (Design, usize),
    tested: &[String],
    changing: Vec<String>,
) -> Result<Estimated, Error> {
    let all = PrePost::of_design(design, question.date).changing(changing).covariance(question.covariance).run()?;
    let fit = all.fit().clone();
    let changed: Vec<String> = tested.iter().map(|term| question.date.changed(term)).collect();
    let sums = tested.iter().zip(&changed).fold(Restriction::default(), |sums, (term, change)| {
        sums.and([(term.as_str(), 1.0), (change.as_str(), 1.0)], 0.0)
    });
    Ok(Estimated {
        coefficients: tested.iter().map(|term| all.change(term).cloned()).collect::<Result<_, _>>()?,
        change: fit.wald(&Restriction::zero(changed))?,
        before: fit.wald(&Restriction::zero(tested.iter().cloned()))?,
        after: fit.wald(&sums)?,
        fit,
        rows_before,
    })
}

/// The terms that may change, those that are tested last.
fn changing(others: Others, design: &Design, tested: &[String]) -> Vec<String> {
    let may = |term: &&String| match others {
        Others::MayChange => true,
        Others::Constant => *term == Design::INTERCEPT,
        Others::Fixed => false,
    };
    let beside = design.terms().iter().filter(|term| !tested.contains(term)).filter(may);
    beside.chain(tested).cloned().collect()
}
