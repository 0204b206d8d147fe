//! p-values of F from series in which there is no causality, generated from the data's own equations.
//!
//! # Hypotheses
//! Those of the test whose F it is.
//! # Model
//! The system is estimated with the tested lags left out of the effect's equation; all others keep theirs. New series start
//! from the first observations of the sample and follow these equations, with shocks drawn from the residuals, all series'
//! of one date together. Fixed terms and exogenous series stay as they are.
//! # Assumptions
//! Shocks that are independent over time ([`Bootstrap::residual`], [`Bootstrap::leveraged`]), or uncorrelated with variances
//! that may change ([`Bootstrap::wild`]).
//! # Statistic and null distribution
//! p = (1 + number of draws whose F is at least that of the sample) / (draws + 1).
//! # Conventions
//! | convention | shocks |
//! |---|---|
//! | `F-bootstrap` | rows of centred residuals, drawn with replacement |
//! | `F-leveraged` | the same, each residual divided by √(1 − h), h the leverage of its row, and then centred (Hacker and Hatemi-J 2006) |
//! | `F-wild` | the residuals of each date in their place, with a random sign for the date (Rademacher) |
//!
//! In Toda and Yamamoto's form the generating system has p lags; the d further ones are in the test alone. A generated
//! series that leaves the range of doubles counts as a larger F. The same seed gives the same p-value.
//! # Agrees with / differs from
//! No program at hand prints one. Hacker and Hatemi-J bootstrap the χ² form, of which F is a monotone function: the p-value is
//! the same. They refine critical values where this refines p.
//! # Example
//! ```
//! use yalu::causality::{Bootstrap, Granger};
//! use yalu::{Period, Series};
//! let noise = |t: i32, k: i32| f64::from((t * t * k + t * 11) % 101) / 50.0 - 1.0;
//! let x = Series::new("x", Period::annual(1950), (0..60).map(|t| noise(t, 37)).collect())?;
//! let y = Series::new("y", Period::annual(1950), (0..60).map(|t| noise(t, 53) + noise(t - 1, 37)).collect())?;
//! let result = Granger::cause(&x).effect(&y).bootstrap(Bootstrap::residual(199)).run()?;
//! assert_eq!(result.forward().p_value("F-bootstrap"), Some(1.0 / 200.0));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Hacker, R. S. and A. Hatemi-J (2006), *Applied Economics* 38, 1489–1500.
//! - Hafner, C. M. and H. Herwartz (2009), *Statistica Neerlandica* 63, 294–323 (wild bootstrap).
//! - Davidson, R. and J. G. MacKinnon (2004), *Econometric Theory and Methods*, section 4.6.

use super::aligned::Aligned;
use super::equation::{Roles, compare};
use super::lag_reduction::LagComparison;
use super::recursion::Recursion;
use super::spec::{Spec, slices};
use super::test::ConventionOutcome;
use crate::hypothesis::{NullDistribution, Setting};
use crate::resampling::{Streams, all_threads, spread};
use crate::{Error, ErrorKind, Outcome, PValue};

/// How series without causality are drawn; see the [module](self).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bootstrap {
    kind: Kind,
    draws: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Residual,
    Leveraged,
    Wild,
}

impl Bootstrap {
    /// Residuals of whole dates, drawn with replacement.
    pub fn residual(draws: usize) -> Self {
        Self { kind: Kind::Residual, draws }
    }

    /// The same with residuals divided by √(1 − h): Hacker and Hatemi-J's.
    pub fn leveraged(draws: usize) -> Self {
        Self { kind: Kind::Leveraged, draws }
    }

    /// Residuals in their place with random signs, for variances that change.
    pub fn wild(draws: usize) -> Self {
        Self { kind: Kind::Wild, draws }
    }

    /// The convention's name in reports.
    pub(super) fn convention(self) -> &'static str {
        match self.kind {
            Kind::Residual => "F-bootstrap",
            Kind::Leveraged => "F-leveraged",
            Kind::Wild => "F-wild",
        }
    }

    fn law(self) -> NullDistribution {
        match self.kind {
            Kind::Residual => NullDistribution::NonStandard("bootstrap", "residual bootstrap"),
            Kind::Leveraged => NullDistribution::NonStandard("bootstrap-leveraged", "leveraged bootstrap"),
            Kind::Wild => NullDistribution::NonStandard("bootstrap-wild", "wild bootstrap"),
        }
    }

    /// # Errors
    /// If there are no draws.
    fn check(self) -> Result<(), Error> {
        if self.draws == 0 {
            return Err(Error::new(ErrorKind::Argument, "a bootstrap of 0 draws").remedy("give 999 draws or more"));
        }
        Ok(())
    }
}

/// F of one direction with its bootstrap p-value; not applicable where the system cannot be estimated.
pub(super) fn outcome(
    spec: &Spec<'_>,
    aligned: &Aligned,
    roles: &[Roles; 2],
    direction: usize,
    comparison: &LagComparison,
    bootstrap: Bootstrap,
) -> Result<ConventionOutcome, Error> {
    bootstrap.check()?;
    let way = if direction == 0 { [0, 1] } else { [1, 0] };
    let system = match Recursion::of(spec, aligned, roles, Some(direction), bootstrap.kind == Kind::Leveraged) {
        Ok(system) => system,
        Err(error) => {
            let because = format!("not identified: {}", error.message());
            return Ok((bootstrap.convention(), Outcome::NotApplicable { because }, Vec::new()));
        }
    };
    let roles = &roles[direction];
    let fixed = spec.fixed(aligned, roles.depth(aligned.given().len()))?;
    let (fixed, observed, rows) = (slices(&fixed), comparison.ratio(), system.rows());
    // The other direction draws from other streams.
    let offset = (direction * bootstrap.draws) as u64;
    let mut larger = vec![false; bootstrap.draws];
    spread(&mut larger, all_threads(), |first, part| {
        for (result, draw) in part.iter_mut().zip(first..) {
            let mut stream = Streams::new(spec.seed).replication(offset + draw as u64);
            let series = system.generate(|t| match bootstrap.kind {
                Kind::Wild => (t, if stream.uniform() < 0.5 { -1.0 } else { 1.0 }),
                Kind::Residual | Kind::Leveraged => ((stream.uniform() * rows as f64) as usize, 1.0),
            });
            let finite = series.iter().all(|values| values.iter().all(|value| value.is_finite()));
            *result = !finite || {
                let series: Vec<&[f64]> = series.iter().map(Vec::as_slice).collect();
                let ratio = compare(roles, way, &fixed, &series).1.ratio();
                ratio.is_nan() || ratio >= observed
            };
        }
    });
    let count = larger.iter().filter(|larger| **larger).count();
    let p = (count + 1) as f64 / (bootstrap.draws + 1) as f64;
    let outcome = Outcome::Computed {
        symbol: "F",
        statistic: comparison.nested().f,
        distribution: bootstrap.law(),
        p: PValue::Approximate(p),
    };
    let settings = vec![
        Setting::new("bootstrap draws", bootstrap.draws.to_string(), "user"),
        Setting::new("seed", spec.seed.to_string(), if spec.seed == 1 { "default" } else { "user" }),
    ];
    Ok((bootstrap.convention(), outcome, settings))
}
