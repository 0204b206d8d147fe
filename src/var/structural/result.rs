//! What was estimated, and what follows from it.

use ndarray::Array2;
use serde::Serialize;

use super::super::history::HistoricalDecomposition;
use super::super::response_errors::{LagCovariance, Spread};
use super::super::{Divisor, Responses, VarResult, VarianceShare};
use super::likelihood::{Point, moved, turn_of_b};
use super::overidentification::OveridentificationTest;
use super::restrictions::{Linear, Restrictions};
use super::solution::{Pair, Target};
use super::tables;
use crate::hypothesis::Setting;
use crate::linalg::solve;
use crate::table::{Table, shows_itself};
use crate::{Error, ErrorKind};

/// An entry of A, of B or of the long run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StructuralParameter {
    /// `A`, `B` or `long run`.
    pub matrix: String,
    /// The series of the row.
    pub row: String,
    /// The series (A) or the shock of the column.
    pub column: String,
    /// The entry.
    pub estimate: f64,
    /// Its standard error; `None` if it is known.
    pub std_error: Option<f64>,
}

/// Estimates with their standard errors, zero where known.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    pub estimate: Array2<f64>,
    pub std_errors: Array2<f64>,
}

/// A structural vector autoregression, estimated.
#[derive(Debug, Clone)]
pub struct SvarResult {
    model: VarResult,
    restrictions: Restrictions,
    divisor: Divisor,
    shocks: Vec<String>,
    settings: Vec<Setting>,
    pair: Pair,
    a: Matrix,
    b: Matrix,
    long_run: Option<Matrix>,
    impact: Array2<f64>,
    /// What independent directions of unit variance do to the impact.
    directions: Vec<Array2<f64>>,
    /// What Aₛ[c, d] of any lag does to it, by c and d, if the long run is restricted.
    by_long_run: Vec<Array2<f64>>,
    log_likelihood: f64,
    overidentification: OveridentificationTest,
}

impl SvarResult {
    pub(super) fn new(
        model: VarResult,
        restrictions: Restrictions,
        divisor: Divisor,
        shocks: Vec<String>,
        settings: Vec<Setting>,
        (pair, linear, point): (Pair, Linear, Point),
    ) -> Result<Self, Error> {
        let singular = || Error::new(ErrorKind::Convergence, "A or B is singular at the estimate");
        let (k, rows) = (shocks.len(), model.nobs() as f64);
        let impact = linear.units.solve(&pair.a, &pair.b).ok_or_else(singular)?;
        let rest = model.lag_matrices().iter().fold(Array2::eye(k), |rest: Array2<f64>, a| rest - a);
        let c = if model.is_stable() { solve(&rest, &Array2::eye(k)) } else { None };
        // Moves of A and B: independent ones of unit variance, then those that follow the long run.
        let count = linear.directions.len();
        let spread = (2.0 * rows).sqrt();
        let own: Vec<(Array2<f64>, Array2<f64>)> = point
            .factor()
            .chunks_exact(count.max(1))
            .map(|weights| {
                let (a, b) = moved(&linear, &weights.iter().map(|weight| weight / spread).collect::<Vec<_>>());
                (linear.unscaled_a(&a), linear.unscaled_b(&b))
            })
            .collect();
        let following = match (&restrictions.long_run, &c) {
            (Some(_), Some(c)) => follow(&restrictions, &linear, &point, &pair, c)?,
            _ => Vec::new(),
        };
        let directions = own
            .iter()
            .map(|(a, b)| linear.units.solve(&pair.a, &(b - &a.dot(&impact))).ok_or_else(singular))
            .collect::<Result<Vec<_>, _>>()?;
        let of_lags = LagCovariance::of(&model)?;
        let error = |own: &[Array2<f64>], following: &[Array2<f64>]| {
            Array2::from_shape_fn((k, k), |at| {
                let by_lags: Vec<f64> = following.iter().map(|moves| moves[at]).collect();
                let fixed: f64 = own.iter().map(|moves| moves[at] * moves[at]).sum();
                (fixed + of_lags.variance_of_sum(&by_lags)).max(0.0).sqrt()
            })
        };
        let (of_a, of_b): (Vec<_>, Vec<_>) = own.into_iter().unzip();
        let long_run = c.as_ref().map(|c| {
            let moves: Vec<Array2<f64>> = directions.iter().map(|direction| c.dot(direction)).collect();
            // C moves with the lags whatever is restricted.
            let by_lags: Vec<Array2<f64>> = (0..k * k)
                .map(|at| {
                    let moved = moved_long_run(c, at / k, at % k).dot(&impact);
                    following.get(at).map_or_else(|| moved.clone(), |b| &moved + &c.dot(b))
                })
                .collect();
            Matrix { estimate: c.dot(&impact), std_errors: error(&moves, &by_lags) }
        });
        let a = Matrix { estimate: pair.a.clone(), std_errors: error(&of_a, &[]) };
        let b = Matrix { estimate: pair.b.clone(), std_errors: error(&of_b, &following) };
        let known = |matrix: Matrix, known: &dyn Fn(usize, usize) -> bool| {
            let std_errors = matrix.std_errors.indexed_iter();
            let std_errors = std_errors.map(|((i, j), error)| if known(i, j) { 0.0 } else { *error }).collect();
            Matrix { std_errors: Array2::from_shape_vec((k, k), std_errors).unwrap_or_default(), ..matrix }
        };
        let a = known(a, &|i, j| restrictions.a.get(i, j).is_some());
        let b = known(b, &|i, j| restrictions.b.get(i, j).is_some());
        let long_run = long_run.map(|matrix| {
            let pattern = restrictions.long_run.clone();
            known(matrix, &|i, j| pattern.as_ref().is_some_and(|pattern| pattern.get(i, j).is_some()))
        });
        let constant = k as f64 * (2.0 * std::f64::consts::PI).ln();
        let ln_determinant = 2.0 * model.cholesky(divisor)?.diag().iter().map(|root| root.ln()).sum::<f64>();
        // ln|A| and ln|B| in the units of the series, from those of the scaled matrices.
        let height = point.height + linear.ln_scale();
        let lr = 2.0 * rows * (-0.5 * ln_determinant - 0.5 * k as f64 - height);
        let overidentification = OveridentificationTest::new(&model, &settings, lr.max(0.0), k * (k + 1) / 2 - count);
        Ok(Self {
            log_likelihood: rows * (height - 0.5 * constant),
            by_long_run: following,
            model,
            restrictions,
            divisor,
            shocks,
            settings,
            pair,
            a,
            b,
            long_run,
            impact,
            directions,
            overidentification,
        })
    }

    /// The vector autoregression.
    pub fn model(&self) -> &VarResult {
        &self.model
    }

    /// The names of the shocks, in the order of B's columns.
    pub fn shock_names(&self) -> &[String] {
        &self.shocks
    }

    /// A: a row for each equation, a column for each series.
    pub fn a(&self) -> &Array2<f64> {
        &self.a.estimate
    }

    /// The standard errors of A; zero where it is known.
    pub fn a_std_errors(&self) -> &Array2<f64> {
        &self.a.std_errors
    }

    /// B: a row for each equation, a column for each shock.
    pub fn b(&self) -> &Array2<f64> {
        &self.b.estimate
    }

    /// The standard errors of B; zero where it is known.
    pub fn b_std_errors(&self) -> &Array2<f64> {
        &self.b.std_errors
    }

    /// A⁻¹B, what each shock does at once: a row for each series, a column for each shock.
    pub fn impact(&self) -> &Array2<f64> {
        &self.impact
    }

    /// (I − A₁ − … − Aₚ)⁻¹A⁻¹B, what each shock comes to for good; `None` if the system is not stable.
    pub fn long_run(&self) -> Option<&Array2<f64>> {
        self.long_run.as_ref().map(|matrix| &matrix.estimate)
    }

    /// The standard errors of the long run; zero where it is known.
    pub fn long_run_std_errors(&self) -> Option<&Array2<f64>> {
        self.long_run.as_ref().map(|matrix| &matrix.std_errors)
    }

    /// Every entry of A, of B and of the long run, row by row.
    pub fn tidy(&self) -> Vec<StructuralParameter> {
        let names = self.model.names();
        let mut rows = Vec::new();
        let pattern = self.restrictions.long_run.as_ref();
        let matrices = [("A", Some(&self.a)), ("B", Some(&self.b)), ("long run", self.long_run.as_ref())];
        for (name, matrix) in matrices.into_iter().filter_map(|(name, matrix)| Some((name, matrix?))) {
            for ((i, j), estimate) in matrix.estimate.indexed_iter() {
                let known = match name {
                    "A" => self.restrictions.a.get(i, j),
                    "B" => self.restrictions.b.get(i, j),
                    _ => pattern.and_then(|pattern| pattern.get(i, j)),
                };
                rows.push(StructuralParameter {
                    matrix: name.into(),
                    row: names[i].into(),
                    column: if name == "A" { names[j].into() } else { self.shocks[j].clone() },
                    estimate: known.unwrap_or(*estimate),
                    std_error: known.is_none().then_some(matrix.std_errors[[i, j]]),
                });
            }
        }
        rows
    }

    /// The Gaussian log-likelihood of A and B given the lags' coefficients and Σ̂, T observations.
    pub fn log_likelihood(&self) -> f64 {
        self.log_likelihood
    }

    /// The test of the restrictions beyond those needed to identify.
    pub fn overidentification(&self) -> &OveridentificationTest {
        &self.overidentification
    }

    /// What the estimates depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The responses to the shocks at horizons 0 to `horizon`, with asymptotic standard errors.
    ///
    /// # Errors
    /// If responses leave the range of doubles.
    pub fn responses(&self, horizon: usize) -> Result<Responses, Error> {
        self.respond(horizon, false)
    }

    /// The responses added up from the shock on.
    ///
    /// # Errors
    /// As [`responses`](Self::responses).
    pub fn cumulative_responses(&self, horizon: usize) -> Result<Responses, Error> {
        self.respond(horizon, true)
    }

    fn respond(&self, horizon: usize, cumulative: bool) -> Result<Responses, Error> {
        self.model.refuse_overflow(horizon)?;
        let (impact, directions) = (self.impact.clone(), self.directions.clone());
        let spread = Spread::structural(&self.model, impact, directions, self.by_long_run.clone(), horizon)?;
        self.model.spread_responses(&spread, self.shocks.clone(), (None, self.shocks_in_words()), cumulative)
    }

    /// How much of the variance of forecast errors 1 to `horizon` periods ahead each shock accounts for.
    ///
    /// # Errors
    /// If `horizon` is 0.
    pub fn variance_decomposition(&self, horizon: usize) -> Result<Vec<VarianceShare>, Error> {
        self.model.variance_shares(&self.impact, &self.shocks, horizon)
    }

    /// The same as a table: for each series a row for each horizon, a column for each shock.
    ///
    /// # Errors
    /// If `horizon` is 0.
    pub fn variance_decomposition_table(&self, horizon: usize) -> Result<Table, Error> {
        Ok(self.model.shares_table(&self.variance_decomposition(horizon)?, &self.shocks, &self.shocks_in_words()))
    }

    /// What each shock has contributed to each series since the first row.
    ///
    /// # Errors
    /// If the paths overflow.
    pub fn historical_decomposition(&self) -> Result<HistoricalDecomposition, Error> {
        self.model.decompose_history(&self.impact, self.shocks.clone(), self.shocks_in_words())
    }

    pub(in super::super) fn shocks_in_words(&self) -> String {
        let r = &self.restrictions;
        let long_run = r.long_run.as_ref().map_or_else(String::new, |pattern| format!(", long run = [{pattern}]"));
        format!("one standard deviation, structural: A = [{}], B = [{}]{long_run}", r.a, r.b)
    }

    /// What the shocks of another Σ (with divisor T − k) and another I − A₁ − … − Aₚ do at once; `None` if they cannot be told.
    pub(in super::super) fn impact_of(&self, sigma: &Array2<f64>, rest: &Array2<f64>) -> Option<Array2<f64>> {
        let sigma = match self.divisor {
            Divisor::DegreesOfFreedom => sigma.clone(),
            Divisor::Rows => sigma * (self.model.df_resid() as f64 / self.model.nobs() as f64),
        };
        self.restrictions.impact_near(&self.pair, &Target { sigma: &sigma, rest })
    }

    /// The entries that are not known to be zero.
    pub fn table(&self) -> Table {
        tables::parameters(self)
    }

    /// The entries, and the test of the restrictions.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.table(), self.overidentification.table()]
    }
}

shows_itself!(SvarResult => tables);

/// dC for a unit of Aₛ[c, d]: C e_c e_d' C, whatever the lag.
fn moved_long_run(long_run: &Array2<f64>, c: usize, d: usize) -> Array2<f64> {
    Array2::from_shape_fn(long_run.dim(), |(i, j)| long_run[[i, c]] * long_run[[d, j]])
}

/// What a unit of Aₛ[c, d] does to B, by c and d: B keeps to what is known of the long run, and its free numbers answer as the
/// likelihood has it.
fn follow(
    restrictions: &Restrictions,
    linear: &Linear,
    point: &Point,
    pair: &Pair,
    long_run: &Array2<f64>,
) -> Result<Vec<Array2<f64>>, Error> {
    let k = long_run.nrows();
    let moves: Vec<Array2<f64>> = (0..k * k).map(|at| moved_long_run(long_run, at / k, at % k)).collect();
    let forced = restrictions.follow(linear, &pair.b, long_run, &moves)?;
    let turns: Option<Vec<Array2<f64>>> = forced.iter().map(|step| turn_of_b(&point.b, step)).collect();
    let turns = turns.ok_or_else(|| Error::new(ErrorKind::Convergence, "B is singular at the estimate"))?;
    let answers = point.answer(&turns);
    Ok(forced
        .into_iter()
        .zip(answers)
        .map(|(step, answer)| {
            let answer: Vec<f64> = answer.into_iter().map(|weight| -weight).collect();
            linear.unscaled_b(&(step + moved(linear, &answer).1))
        })
        .collect())
}
