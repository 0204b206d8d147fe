//! A switch from one regression to another, coefficients and variance, at a date that is not known: Quandt's likelihood ratio.
//!
//! # Hypotheses
//! H₀: the coefficients and the variance of the errors are the same in all rows. Alternative: both switch once, at a date that is not known.
//! # Model
//! y = Xβ₁ + u with variance σ₁² up to row b, y = Xβ₂ + u with σ₂² after it, normal errors, k coefficients.
//! # Assumptions
//! Normal errors without serial correlation. The simulated p-value is exact for normal errors and regressors that do not depend on them; with
//! a lagged response among the regressors, and with other errors, it is not. Errors of Student's t(3) in place of normal ones: of 200
//! samples of a mean with 100 rows 42 % are rejected at 5 % (our simulation). [`SupF`](super::SupF) asks for the coefficients alone and does not suppose normality.
//! # Statistic and null distribution
//! λ(b) = (b/2) ln σ̂₁² + ((n − b)/2) ln σ̂₂² − (n/2) ln σ̂², with variances that divide by the number of rows (Quandt 1958, 1960): the
//! logarithm of the likelihood without a switch over that with one at b, never above zero. The path is a picture (Brown, Durbin and
//! Evans 1975); it is lowest at the estimated date. −2λ of a date known beforehand is χ²(k + 1) in large samples. −2λ of the
//! lowest is not: it is the largest of many, and how large depends on how near to the ends b may come. Its law is simulated here: normal
//! responses without a switch on the same regressors, (1 + the draws at or above)/(1 + draws). The law does not depend on β or σ.
//! # Conventions
//! - With a trim of 15 %, each regime has at least ⌊0.15·n⌋ rows, and one more than there are coefficients. Quandt's own
//!   path goes to the last date possible, `trim(0.001)`; near the ends λ is low by chance, since σ̂² of a few rows may be anything.
//! - Dates at which a regime is not identified are passed over, and a note counts them. A regime that is fitted exactly is refused.
//! - [`draws(0)`](Quandt::draws) does without a p-value; there is no other.
//! - Fewer than 5 residual degrees of freedom in all: the path is given, the test is "not identified".
//! # Agrees with / differs from
//! - `lm` on both sides in R, and numpy: every λ. R's strucchange and gretl have the F of a change of coefficients, under one variance.
//! # Example
//! ```
//! use yalu::breaks::Quandt;
//! use yalu::{Design, HypothesisTest, Period, Series};
//! let calm = [0.2, -0.1, 0.3, -0.3, 0.1, -0.2, 0.0, 0.3, -0.1, 0.2, -0.3, 0.1, 0.2, -0.2, 0.1];
//! let wild = [2.1, -1.7, 0.9, -2.4, 1.3, 2.8, -0.6, -1.9, 1.1, -2.2, 2.6, 0.4, -1.5, 1.8, -0.8];
//! let rate = Series::new("rate", Period::annual(1980), [calm, wild].concat())?;
//! let design = Design::of(&rate).constant().build()?;
//! let found = Quandt::of(&design).draws(199).run()?;
//! // The mean is the same; the variance is not.
//! assert_eq!(found.date().to_string(), "1994|1995");
//! assert!(found.lowest() < -15.0 && found.report().rejects(0.01) == Some(true));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Brown, R. L., J. Durbin and J. M. Evans (1975), *Journal of the Royal Statistical Society* B 37, 149–192, section 2.5.
//! - Quandt, R. E. (1958), *Journal of the American Statistical Association* 53, 873–880; (1960), 55, 324–330.

mod path;
mod result;

pub use result::{QuandtPoint, QuandtResult};

use super::bai_perron::shortest_regime;
use super::regimes::{Regimes, exact, refuse_exact};
use crate::regression::Ols;
use crate::resampling::simulation_setters;
use crate::{Design, Error, ErrorKind};
use path::Path;

/// The search; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct Quandt<'a> {
    design: &'a Design,
    trim: f64,
    draws: usize,
    seed: u64,
    min_df: usize,
}

impl<'a> Quandt<'a> {
    /// A search over the rows of this design, 15 % at each end left out, and 999 draws for the p-value.
    #[doc(alias = "switching regression")]
    pub fn of(design: &'a Design) -> Self {
        Self { design, trim: 0.15, draws: 999, seed: 1, min_df: 5 }
    }

    /// The share of the rows that each regime must have, more than 0 and less than ½.
    pub fn trim(mut self, share: f64) -> Self {
        self.trim = share;
        self
    }

    simulation_setters! {
        /// Samples without a switch that are drawn for the p-value; none, and no p-value, for 0.
        draws;
        /// Of the random numbers; 1 unless set.
        seed;
    }

    /// The residual degrees of freedom below which the test is "not identified"; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Computes λ at every date, and simulates the law of the lowest.
    ///
    /// # Errors
    /// If the trim is not between 0 and ½, no date leaves enough rows on both sides, the regressors are collinear, no date identifies both
    /// regimes, or a regime is fitted exactly.
    pub fn run(&self) -> Result<QuandtResult, Error> {
        let (n, k) = (self.design.nobs(), self.design.terms().len());
        let shortest = shortest_regime(self.trim, n, k)?;
        Regimes::new(self.design, n).refuse_collinear()?;
        let fit = Ols::fit(self.design)?;
        refuse_exact(&fit)?;
        let path = Path::of(self.design, shortest..=n - shortest);
        let ratios = path.ratios(&fit.residuals().to_vec());
        if ratios.is_empty() {
            return Err(Error::new(ErrorKind::Collinear, "no date identifies both regimes")
                .remedy("leave out regressors that vary in one regime only"));
        }
        if let Some((before, _)) = ratios.iter().find(|(_, ratio)| !ratio.is_finite()) {
            return Err(
                exact(self.design, &[*before]).remedy("λ has no lower end there; take a wider trim or a longer sample")
            );
        }
        Ok(QuandtResult::new(self, &path, ratios, shortest))
    }
}
