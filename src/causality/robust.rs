//! The same restriction under another covariance.

use ndarray::{Array1, Array2, ShapeBuilder};

use super::aligned::Aligned;
use super::equation::Roles;
use super::spec::Spec;
use super::test::{ConventionOutcome, Direction};
use crate::regression::{Covariance, Ols, Restriction};
use crate::{Design, Error, Outcome, Stamp};

/// The names under which a covariance's F and χ² are reported.
pub(super) fn conventions(covariance: Covariance) -> [&'static str; 2] {
    match covariance {
        Covariance::Classical => ["F-wald", "chi2-wald"],
        Covariance::Hc0 => ["F-hc0", "chi2-hc0"],
        Covariance::Hc1 => ["F-hc1", "chi2-hc1"],
        Covariance::Hc2 => ["F-hc2", "chi2-hc2"],
        Covariance::Hc3 => ["F-hc3", "chi2-hc3"],
        Covariance::Hc4 => ["F-hc4", "chi2-hc4"],
        Covariance::Hac(_) => ["F-hac", "chi2-hac"],
    }
}

/// Wald's F and χ² of one direction; not applicable where the covariance cannot be had.
pub(super) fn outcomes(
    spec: &Spec<'_>,
    aligned: &Aligned,
    direction: Direction<'_>,
    roles: &Roles,
    covariance: Covariance,
) -> Result<Vec<ConventionOutcome>, Error> {
    let fit = Ols::fit(&design(spec, aligned, direction, roles)?)?;
    let tested = roles.tested.lags().iter();
    let restriction = Restriction::zero(tested.map(|lag| format!("lag({}, {lag})", direction.cause.name())));
    let names = conventions(covariance);
    let robust = match fit.with(covariance) {
        Ok(robust) => robust,
        Err(error) => return Ok(refused(names, &error)),
    };
    let settings = robust.settings();
    let outcomes = match robust.wald(&restriction) {
        Ok(test) => test.reports().map(|report| report.outcome),
        Err(error) => return Ok(refused(names, &error)),
    };
    Ok(names.into_iter().zip(outcomes).map(|(name, outcome)| (name, outcome, settings.clone())).collect())
}

fn refused(names: [&'static str; 2], error: &Error) -> Vec<ConventionOutcome> {
    let outcome = || Outcome::NotApplicable { because: format!("not identified: {}", error.message()) };
    names.into_iter().map(|name| (name, outcome(), Vec::new())).collect()
}

/// The unrestricted equation of one direction.
pub(super) fn design(
    spec: &Spec<'_>,
    aligned: &Aligned,
    direction: Direction<'_>,
    roles: &Roles,
) -> Result<Design, Error> {
    // Numbers as of aligned series of which this cause is the first.
    let series = |number: usize| match number {
        0 => direction.cause,
        1 => direction.effect,
        given => &aligned.series[given],
    };
    let builder = spec.deterministic.add_to(Design::of(direction.effect));
    let builder = aligned.exogenous.iter().fold(builder, |builder, one| builder.regressor(one));
    let lagged = roles.regressors(0, 1, aligned.given().len());
    lagged.into_iter().fold(builder, |builder, (number, lag)| builder.lags(series(number), lag..=lag)).build()
}

/// The p-values of Wald's F and χ² on the last `tested` of the columns, for simulation; 1 where the covariance cannot be
/// had, as such a test does not reject.
pub(super) fn p_values(columns: &[&[f64]], response: &[f64], tested: usize, covariance: Covariance) -> [f64; 2] {
    let one = || {
        let k = columns.len();
        let y = Array1::from(response.to_vec());
        let x = Array2::from_shape_fn((y.len(), k).f(), |(i, j)| columns[j][i]);
        let terms = (0..k).map(|j| j.to_string()).collect();
        let stamps = (1..=y.len()).map(Stamp::Row).collect();
        let fit = Ols::fit(&Design::from_arrays("y", terms, y, x, stamps)?)?.with(covariance)?;
        let test = fit.wald(&Restriction::zero((k - tested..k).map(|j| j.to_string())))?;
        Ok::<_, Error>([test.f_p, test.chi2_p])
    };
    one().unwrap_or([1.0; 2])
}
