//! The same restriction under another covariance.

use std::ops::Range;

use ndarray::{Array1, Array2, ShapeBuilder};

use super::lag_reduction::Layout;
use super::panel::Panel;
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
    panel: &Panel,
    direction: Direction<'_>,
    lags: usize,
    covariance: Covariance,
) -> Result<Vec<ConventionOutcome>, Error> {
    let fit = Ols::fit(&design(spec, panel, direction, lags)?)?;
    let restriction = Restriction::zero((1..=lags).map(|lag| format!("lag({}, {lag})", direction.cause.name())));
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
fn design(spec: &Spec<'_>, panel: &Panel, direction: Direction<'_>, lags: usize) -> Result<Design, Error> {
    let depth = lags + spec.extra;
    let builder = spec.deterministic.add_to(Design::of(direction.effect)).lags(direction.effect, 1..=depth);
    let builder = panel.given().iter().fold(builder, |builder, given| builder.lags(given, 1..=depth));
    builder.lags(direction.cause, 1..=depth).build()
}

/// The p-values of Wald's F and χ² from the first series to the second, and from the second to the first, for
/// simulation; 1 where the covariance cannot be had, as such a test does not reject.
pub(super) fn p_values(
    layout: Layout,
    deterministic: &[&[f64]],
    series: &[&[f64]],
    covariance: Covariance,
) -> [[f64; 2]; 2] {
    let (k, p, depth) = (layout.regressors(), layout.lags, layout.lags + layout.extra);
    let one = |response: usize, tested: Range<usize>| {
        let y = Array1::from(series[response][depth..].to_vec());
        let x = Array2::from_shape_fn((y.len(), k).f(), |(i, j)| layout.column(j, deterministic, series)[i]);
        let terms = (0..k).map(|j| j.to_string()).collect();
        let stamps = (1..=y.len()).map(Stamp::Row).collect();
        let fit = Ols::fit(&Design::from_arrays("y", terms, y, x, stamps)?)?.with(covariance)?;
        let test = fit.wald(&Restriction::zero(tested.map(|j| j.to_string())))?;
        Ok::<_, Error>([test.f_p, test.chi2_p])
    };
    [one(1, k - 2 * p..k - p), one(0, k - p..k)].map(|result| result.unwrap_or([1.0; 2]))
}
