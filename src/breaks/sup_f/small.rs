//! What the three statistics do in a sample as small as the one at hand.

use super::result::{FUNCTIONALS, functional};
use super::{BreakErrors, SupFResult, path};
use crate::dist::sup_wald::{Functional, p_value};
use crate::regression::Covariance;
use crate::resampling::{Rate, Streams, all_threads, spread};
use crate::{Design, Error};

/// Below this number of rows a result says how the test behaves in so small a sample.
pub(super) const SMALL: usize = 20;
pub(super) const SEED: u64 = 1;

/// A regression at every date takes longer than a comparison of sums of squares.
pub(super) fn draws(covariance: Covariance) -> usize {
    if covariance == Covariance::Classical { 2000 } else { 400 }
}

impl SupFResult {
    /// How often each statistic rejects at 5 % on these regressors without a break and with normal errors; `None` in a sample
    /// that is not small.
    pub(super) fn sizes(&self) -> Result<Option<[Rate; 3]>, Error> {
        if self.design.nobs() >= SMALL {
            return Ok(None);
        }
        let (q, trim) = (self.terms.len(), self.symmetric_trim());
        let drawn = if self.covariance == Covariance::Classical {
            self.drawn(BreakErrors::Homoskedastic, draws(self.covariance), SEED)?
        } else {
            self.drawn_robust()
        };
        let rejects = |of: Functional, x: f64| p_value(of, x, q, trim).is_some_and(|p| p.value() < 0.05);
        Ok((!drawn.is_empty()).then(|| {
            FUNCTIONALS.map(|(of, ..)| Rate {
                count: drawn.iter().filter(|drawn| rejects(of, drawn[of as usize])).count(),
                replications: drawn.len(),
            })
        }))
    }

    /// The three statistics of responses without a break under this covariance; those that have no date are left out.
    fn drawn_robust(&self) -> Vec<[f64; 3]> {
        let mut found = vec![None; draws(self.covariance)];
        spread(&mut found, all_threads(), |first, part| {
            for (number, cell) in (first as u64..).zip(part) {
                let mut stream = Streams::new(SEED).replication(number);
                let y: Vec<f64> = (0..self.design.nobs()).map(|_| stream.standard_normal()).collect();
                *cell = self.of_response(y);
            }
        });
        found.into_iter().flatten().collect()
    }

    fn of_response(&self, y: Vec<f64>) -> Option<[f64; 3]> {
        let own = &self.design;
        let (terms, stamps) = (own.terms().to_vec(), own.stamps().to_vec());
        let design = Design::from_arrays(own.response(), terms, y.into(), own.x().clone(), stamps).ok()?;
        let dates = self.statistics[0].0..=self.statistics[self.statistics.len() - 1].0;
        let path = path::robust(&design, &self.terms, self.covariance, self.statistic, dates).ok()?;
        (!path.is_empty()).then(|| FUNCTIONALS.map(|(of, ..)| functional(of, path.iter().map(|(_, w)| *w))))
    }
}
