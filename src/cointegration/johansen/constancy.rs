//! Whether the relations stay the same through the sample.
//!
//! # Hypotheses
//! H₀: the coefficients β of the r long-run relations are the same in every period. Alternative: they change at some time.
//! # Model
//! The vector error-correction model of the [parent module](super), with r relations.
//! # Assumptions
//! Those of the rank test; r, the loadings and the covariance of the errors are constant.
//! # Statistic and null distribution
//! With fₜ the residuals of the levels in directions other than β (less their projection on the relations) and
//! S(t) = Σ over s ≤ t of fₛ ε̂ₛ'Σ̂⁻¹α̂, the score of β in the first t rows, Q(t) = tr{(Σ f f')⁻¹ S(t) (α̂'Σ̂⁻¹α̂)⁻¹ S(t)'}. The
//! statistics are its largest value and its mean over all rows. Their law, a functional of p − r common trends and r
//! independent Brownian motions, is simulated with as many rows as the data have. An unrestricted constant is taken to make
//! one common trend linear, an unrestricted trend to make it quadratic.
//! # Conventions
//! Beside the tests stand paths over samples that grow from the first rows to all: eigenvalues, trace statistics divided
//! by Doornik's 5 % critical value, and the likelihood ratio of "β is that of the whole sample", once with every
//! coefficient estimated anew (X form) and once with the unrestricted ones held at those of the whole sample (R form).
//! One point of a path can be compared to its critical value; the path's maximum cannot.
//! # Agrees with / differs from
//! No program at hand has these tests; the fixtures carry a second implementation in numpy, from the equations. CATS plots
//! the same paths.
//! # Example
//! ```
//! use yalu::cointegration::johansen::{Constancy, Johansen};
//! use yalu::resampling::Streams;
//! use yalu::{HypothesisTest, Period, Series};
//! let mut stream = Streams::new(3).replication(0);
//! let mut level = 0.0;
//! let x: Vec<f64> = (0..120).map(|_| { level += stream.standard_normal(); level }).collect();
//! let y = x.iter().map(|x| 2.0 * x + stream.standard_normal()).collect();
//! let (x, y) = (Series::new("x", Period::annual(1900), x)?, Series::new("y", Period::annual(1900), y)?);
//! let model = Johansen::of(&[&y, &x]).lags(1).run()?.vecm(1)?;
//! let result = Constancy::of(&model).draws(199).run()?;
//! assert_eq!(result.report().rejects(0.01), Some(false));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Hansen, H. and S. Johansen (1999), *Econometrics Journal* 2, 306–333.
//! - Nyblom, J. (1989), *Journal of the American Statistical Association* 84, 223–230.

use ndarray::Array2;

use super::canonical::{Basis, complement};
use super::constancy_law::{Summary, score_path, simulate};
pub use super::constancy_result::{ConstancyResult, RecursiveRow};
use super::matrix::svd;
use super::recursion::{Step, all_anew, concentrated, first_identified, long_run_anew};
use super::system::scale_rows;
use super::vecm::{Divisor, Vecm};
use crate::dist::johansen::{Statistic, gamma};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting};
use crate::resampling::simulation_setters;
use crate::{Error, ErrorKind, Note, Outcome, PValue, Stamp, TestReport};

/// The test of constant relations; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is tested before `.run()`"]
pub struct Constancy<'a> {
    model: &'a Vecm,
    first: f64,
    draws: usize,
    seed: u64,
}

impl<'a> Constancy<'a> {
    /// Of the relations of this model; paths begin at 40 % of the rows, 999 draws.
    pub fn of(model: &'a Vecm) -> Self {
        Self { model, first: 0.4, draws: 999, seed: 1 }
    }

    /// The share of the rows in the first sample of each path.
    pub fn first(mut self, share: f64) -> Self {
        self.first = share;
        self
    }

    simulation_setters! {
        /// The number of draws from the null law.
        draws;
        /// The seed of the draws.
        seed;
    }

    /// Tests.
    ///
    /// # Errors
    /// If the share is not between 0 and 1, there are fewer than 99 draws, or every direction is a relation (r = p).
    pub fn run(&self) -> Result<ConstancyResult, Error> {
        let (model, johansen) = (self.model, self.model.johansen());
        if !(self.first > 0.0 && self.first < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("the first sample's share is {}", self.first))
                .remedy("give a share between 0 and 1"));
        }
        if self.draws < 99 {
            return Err(Error::new(ErrorKind::Argument, format!("{} draws are too few for a p-value", self.draws))
                .remedy("give 99 or more"));
        }
        let (p, r) = (johansen.names().len(), model.rank());
        if r == p {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("with {r} relations among {p} series there is none to test"),
            )
            .remedy("choose fewer relations than series"));
        }
        let system = &johansen.system;
        let t = system.rows();
        let score = self.score();
        let summary = Summary::of(&score);
        let law = simulate(johansen.case(), p - r, r, t, self.draws, self.seed);
        let beta = scale_rows(model.beta(), &johansen.exponents().0, false);
        let least = t - system.df_resid() + p + 1;
        let first = first_identified(johansen, ((self.first * t as f64).ceil() as usize).max(least).min(t));
        let (x, long_run) = (all_anew(johansen, &beta, first), long_run_anew(johansen, &beta, first));
        let rows = x.into_iter().zip(long_run).map(|(x, r)| self.row(x, r, &score)).collect();
        let report = |convention, symbol, value: f64, drawn: Vec<f64>| self.report(convention, symbol, value, drawn);
        let sup = report("sup", "sup Q", summary.sup, law.iter().map(|one| one.sup).collect());
        let mean = report("mean", "mean Q", summary.mean, law.iter().map(|one| one.mean).collect());
        Ok(ConstancyResult { sup: summary.sup, mean: summary.mean, score, rows, reports: vec![sup, mean] })
    }

    /// Q(t) in every row.
    fn score(&self) -> Vec<f64> {
        let (model, johansen) = (self.model, self.model.johansen());
        let k = johansen.level_names().len();
        let residuals = concentrated(johansen);
        let t = johansen.system.rows();
        let matrix = |columns: &[Vec<f64>], exponents: &[i32]| {
            let all = Array2::from_shape_fn((columns.len(), t), |(j, i)| columns[j][i]);
            scale_rows(&all, exponents, true).t().to_owned()
        };
        let (level_exponents, change_exponents) = johansen.exponents();
        let (levels, changes) = (matrix(&residuals[..k], &level_exponents), matrix(&residuals[k..], &change_exponents));
        let beta = scale_rows(model.beta(), &level_exponents, false);
        let alpha = scale_rows(&model.alpha(), &change_exponents, true);
        let relations = levels.dot(&beta);
        let errors = &changes - &relations.dot(&alpha.t());
        // u = ε Σ⁻¹ α (α'Σ⁻¹α)^−½ has unit variance: an orthonormal basis of W = S⁻¹V'α with Σ = V S² V' gives the root.
        let sigma = scale_rows(
            &scale_rows(&model.sigma(Divisor::Rows), &change_exponents, true).t().to_owned(),
            &change_exponents,
            true,
        );
        let root = svd(&sigma);
        let p = change_exponents.len();
        let whiten = Array2::from_shape_fn((p, p), |(i, j)| root.right(j)[i] / root.values()[j].sqrt());
        let directions = Basis::of(&whiten.t().dot(&alpha), model.rank()).vectors;
        let u = errors.dot(&whiten).dot(&directions);
        let others = levels.dot(&complement(&beta));
        let f = Basis::of(&relations, model.rank()).residual(&others);
        let columns =
            |matrix: &Array2<f64>| matrix.columns().into_iter().map(|column| column.to_vec()).collect::<Vec<_>>();
        score_path(&columns(&f), &columns(&u))
    }

    fn row(&self, x: Step, r: Step, score: &[f64]) -> RecursiveRow {
        let johansen = self.model.johansen();
        let p = johansen.names().len();
        let ratios = |step: &Step| {
            let terms: Vec<f64> =
                step.eigenvalues.iter().map(|value| -(step.rows as f64) * (-value.min(1.0 - 1e-15)).ln_1p()).collect();
            (0..p)
                .map(|rank| {
                    let critical = gamma::critical_value(0.05, Statistic::Trace, johansen.case(), p - rank, None);
                    Some(terms[rank..].iter().sum::<f64>() / critical?)
                })
                .collect()
        };
        RecursiveRow {
            at: Stamp::Period(johansen.system.start.plus(x.rows as i64 - 1)),
            rows: x.rows,
            trace_ratios_x: ratios(&x),
            trace_ratios_r: ratios(&r),
            eigenvalues_x: x.eigenvalues,
            eigenvalues_r: r.eigenvalues,
            known_beta_x: x.known_lr,
            known_beta_r: r.known_lr,
            score: score[x.rows - 1],
        }
    }

    fn report(
        &self,
        convention: &'static str,
        symbol: &'static str,
        statistic: f64,
        mut drawn: Vec<f64>,
    ) -> TestReport {
        let (model, johansen) = (self.model, self.model.johansen());
        drawn.sort_by(f64::total_cmp);
        let above = drawn.iter().filter(|value| **value >= statistic).count();
        let quantile = |level: f64| drawn[(((1.0 - level) * drawn.len() as f64) as usize).min(drawn.len() - 1)];
        let names = johansen.names().join(", ");
        let mut settings = johansen.settings.clone();
        settings.push(Setting::new("relations", model.rank().to_string(), "user"));
        settings.push(Setting::new("draws from the null law", self.draws.to_string(), format!("seed {}", self.seed)));
        let mut notes = model.notes().to_vec();
        notes.push(Note::new(format!(
            "The law is simulated for {}; dummies and seasons are not in it.",
            johansen.case()
        )));
        TestReport {
            test: "hansen-johansen",
            convention,
            null: match model.rank() {
                1 => format!("the long-run relation among {names} is the same throughout"),
                r => format!("the {r} long-run relations among {names} are the same throughout"),
            },
            alternative: "its coefficients change at some time".into(),
            outcome: Outcome::Computed {
                symbol,
                statistic,
                distribution: NullDistribution::NonStandard("hansen-johansen", "Hansen–Johansen (simulated)"),
                p: PValue::Approximate((above + 1) as f64 / (drawn.len() + 1) as f64),
            },
            critical_values: [0.01, 0.05, 0.1].map(|level| CriticalValue { level, value: quantile(level) }).to_vec(),
            sample: model.sample(),
            settings,
            notes,
        }
    }
}
