//! The same restriction under another covariance.

use super::panel::Panel;
use super::spec::Spec;
use super::test::{ConventionOutcome, Direction};
use crate::regression::{Covariance, Ols, Restriction};
use crate::{Design, Error, Outcome};

/// The names under which a covariance's F and χ² are reported.
fn conventions(covariance: Covariance) -> [&'static str; 2] {
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
