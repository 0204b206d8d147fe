//! The eigenvalues and what the tests of each rank come to.

use std::sync::{Arc, OnceLock};

use ndarray::Array2;

use super::canonical::Canonical;
use super::explosion;
use super::matrix::svd;
use super::restrictions::matrix;
use super::size::TraceSize;
use super::system::{Residuals, System, scale_rows};
use super::vecm::Vecm;
use crate::dist::johansen::{Case, Statistic, gamma};
use crate::hypothesis::Setting;
use crate::linalg::Reduction;
use crate::table::shows_itself;
use crate::{Error, ErrorKind, HypothesisTest, Note, PValue, Sample, TestReport};

/// The tests of one rank.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankRow {
    /// r: there are at most this many relations.
    pub rank: usize,
    /// The eigenvalue λ that the next relation would have.
    pub eigenvalue: f64,
    /// −T Σ ln(1 − λᵢ), i > r.
    pub trace: f64,
    /// Its p-value from Doornik's asymptotic gamma law; `None` beyond 12 common trends.
    pub trace_p: Option<PValue>,
    /// Its p-value from Doornik's gamma law at this sample size.
    pub trace_p_finite: Option<PValue>,
    /// The asymptotic p-value of the trace times [`reinsel_ahn_factor`](JohansenResult::reinsel_ahn_factor); `None` too where
    /// that is not positive.
    pub trace_p_reinsel_ahn: Option<PValue>,
    /// −T ln(1 − λᵣ₊₁).
    pub max_eigenvalue: f64,
    /// Its p-value from Doornik's asymptotic gamma law.
    pub max_eigenvalue_p: Option<PValue>,
    /// That of the statistic times the same factor.
    pub max_eigenvalue_p_reinsel_ahn: Option<PValue>,
}

/// What Johansen's tests came to.
#[derive(Debug, Clone)]
pub struct JohansenResult {
    pub(super) system: Arc<System>,
    pub(super) reduction: Reduction,
    pub(super) residuals: Residuals,
    pub(super) canonical: Canonical,
    pub(super) settings: Vec<Setting>,
    pub(super) notes: Vec<Note>,
    case: Case,
    min_df: usize,
    rows: Vec<RankRow>,
    size: Option<TraceSize>,
    /// Made when first asked for: critical values cost more than the tests.
    reports: OnceLock<Vec<TestReport>>,
}

impl JohansenResult {
    pub(super) fn new(
        system: Arc<System>,
        case: Case,
        settings: Vec<Setting>,
        notes: Vec<Note>,
        min_df: usize,
    ) -> Result<Self, Error> {
        let reduction = system.reduce()?;
        let residuals = system.residuals(&reduction);
        let canonical = Canonical::of(&residuals.levels, &residuals.changes, residuals.levels.ncols());
        if canonical.values.iter().any(|value| 1.0 - value < EXACT) {
            return Err(Error::new(
                ErrorKind::Collinear,
                format!("a combination of {} is reproduced exactly by the lags", system.names.join(", ")),
            )
            .remedy("leave out a series that an identity ties to the others"));
        }
        let mut result = Self {
            system,
            reduction,
            residuals,
            canonical,
            settings,
            notes,
            case,
            min_df,
            rows: Vec::new(),
            size: None,
            reports: OnceLock::new(),
        };
        if result.not_identified().is_none() {
            result.rows = (0..result.system.equations()).map(|rank| result.row(rank)).collect();
            result.notes.extend(explosion::note(&result.system, &result.reduction));
        }
        Ok(result)
    }

    /// With what simulation says of a sample as short.
    pub(super) fn with_size(mut self, size: Option<TraceSize>) -> Self {
        self.notes.extend(size.map(|size| size.note(self.system.rows())));
        self.size = size;
        self
    }

    /// How often the trace test rejects at 5 % where there is no relation, in samples of this length with these terms and
    /// lags; `None` from 25 rows on.
    pub fn trace_size(&self) -> Option<TraceSize> {
        self.size
    }

    /// Why no number can be stood behind, if none can.
    pub(super) fn not_identified(&self) -> Option<String> {
        let df = self.system.df_resid();
        (df < self.min_df).then(|| {
            format!(
                "not identified: {} rows less {} coefficients of an equation leave {df} residual degrees of freedom, \
                 fewer than {}",
                self.system.rows(),
                self.system.rows() - df,
                self.min_df
            )
        })
    }

    /// An error if nothing is identified or there is no such rank.
    pub(super) fn refuse_rank(&self, rank: usize) -> Result<(), Error> {
        if let Some(because) = self.not_identified() {
            return Err(Error::new(ErrorKind::Sample, because).remedy("use fewer lags or series, or a longer sample"));
        }
        let most = self.system.equations();
        if rank == 0 || rank > most {
            return Err(Error::new(ErrorKind::Argument, format!("{rank} relations among {most} series"))
                .remedy(format!("choose from 1 to {most}; {most} means that the series are stationary")));
        }
        Ok(())
    }

    fn row(&self, rank: usize) -> RankRow {
        let (t, trends) = (self.system.rows() as f64, self.system.equations() - rank);
        let terms: Vec<f64> = self.canonical.values.iter().map(|value| -t * (-value).ln_1p()).collect();
        let (trace, max): (f64, f64) = (terms[rank..].iter().sum(), terms[rank]);
        let p = |x, statistic, rows| gamma::p_value(x, statistic, self.case, trends, rows).map(PValue::from);
        let factor = Some(self.reinsel_ahn_factor()).filter(|factor| *factor > 0.0);
        RankRow {
            rank,
            eigenvalue: self.canonical.values[rank],
            trace,
            trace_p: p(trace, Statistic::Trace, None),
            trace_p_finite: p(trace, Statistic::Trace, Some(self.system.df_resid())),
            trace_p_reinsel_ahn: factor.and_then(|factor| p(factor * trace, Statistic::Trace, None)),
            max_eigenvalue: max,
            max_eigenvalue_p: p(max, Statistic::MaxEigenvalue, None),
            max_eigenvalue_p_reinsel_ahn: factor.and_then(|factor| p(factor * max, Statistic::MaxEigenvalue, None)),
        }
    }

    /// (T − pK)/T, by which Reinsel and Ahn (1992) multiply both statistics; negative if there are more coefficients of
    /// lags than rows.
    pub fn reinsel_ahn_factor(&self) -> f64 {
        let (t, p, lags) = (self.system.rows() as f64, self.system.equations() as f64, self.system.lags as f64);
        (t - p * lags) / t
    }

    /// The series, in the order given.
    pub fn names(&self) -> &[String] {
        &self.system.names
    }

    /// K, the lags of the levels.
    pub fn lags(&self) -> usize {
        self.system.lags
    }

    /// Where constant and trend stand.
    pub fn case(&self) -> Case {
        self.case
    }

    /// The rows used: the first K observations serve as lags.
    pub fn sample(&self) -> Sample {
        self.system.sample()
    }

    /// What the results depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The tests of r = 0, 1, …; empty if nothing is identified.
    pub fn ranks(&self) -> &[RankRow] {
        &self.rows
    }

    /// λ₁ ≥ λ₂ ≥ …: the squared canonical correlations of differences and lagged levels.
    pub fn eigenvalues(&self) -> &[f64] {
        &self.canonical.values
    }

    /// The names of the rows of [`eigenvectors`](Self::eigenvectors): the series, then a restricted term.
    pub fn level_names(&self) -> Vec<&str> {
        self.system.levels.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// β: a column for each eigenvalue, its first element one.
    pub fn eigenvectors(&self) -> Array2<f64> {
        let beta = self.beta();
        Array2::from_shape_fn(beta.dim(), |(i, j)| beta[[i, j]] / unit(&beta, j))
    }

    /// α: a column of loadings for each of the [`eigenvectors`](Self::eigenvectors), a row for each series.
    pub fn loadings(&self) -> Array2<f64> {
        let (levels, changes) = (&self.residuals.levels, &self.residuals.changes);
        let beta = self.beta();
        let scaled = changes.t().dot(&levels.dot(&self.canonical.vectors));
        let alpha = scale_rows(&scaled, &self.exponents().1, false);
        Array2::from_shape_fn(alpha.dim(), |(i, j)| alpha[[i, j]] * unit(&beta, j))
    }

    /// β in the units of the data, each combination of the residuals of length one.
    fn beta(&self) -> Array2<f64> {
        scale_rows(&self.canonical.vectors, &self.exponents().0, true)
    }

    pub(super) fn exponents(&self) -> (Vec<i32>, Vec<i32>) {
        self.system.exponents(&self.reduction)
    }

    /// The log-likelihood with r relations.
    ///
    /// # Errors
    /// If nothing is identified or r exceeds the number of series.
    pub fn log_likelihood(&self, rank: usize) -> Result<f64, Error> {
        self.refuse_rank(rank.max(1))?;
        Ok(self.log_likelihood_from(self.canonical.log_sum(rank)))
    }

    /// −T/2 (p ln 2π + p + ln|S₀₀| + Σ ln(1 − λ)).
    pub(super) fn log_likelihood_from(&self, log_sum: f64) -> f64 {
        let (t, p) = (self.system.rows() as f64, self.system.equations() as f64);
        let lengths: f64 = svd(&self.residuals.changes).values().iter().map(|value| value.ln()).sum();
        let exponents: i32 = self.exponents().1.iter().sum();
        let ln_det = 2.0 * (lengths + f64::from(exponents) * std::f64::consts::LN_2) - p * t.ln();
        -0.5 * t * (p * (std::f64::consts::TAU.ln() + 1.0) + ln_det + log_sum)
    }

    /// The model with r relations: cointegrating vectors, loadings, short-run coefficients, covariance.
    ///
    /// # Errors
    /// If nothing is identified, there is no such rank, or the relations cannot be solved for the first r series.
    pub fn vecm(&self, rank: usize) -> Result<Vecm, Error> {
        Vecm::new(self.clone(), rank)
    }

    /// The model with these relations, each a weight for every level that takes part in it: least squares given β.
    ///
    /// # Errors
    /// If nothing is identified, a name is none of [`level_names`](Self::level_names), or a relation is a combination of the
    /// others.
    pub fn vecm_given(&self, relations: &[Vec<(String, f64)>]) -> Result<Vecm, Error> {
        Vecm::given(self.clone(), matrix(relations, &self.level_names(), "level")?)
    }

    /// The rank that the trace test comes to at this level: the first r, from 0 on, that it does not reject, or the number
    /// of series if it rejects all. `None` if a p-value is missing on the way.
    pub fn rank_by_trace(&self, level: f64) -> Option<usize> {
        self.rank_by(level, |row| row.trace_p)
    }

    /// The same by the maximum-eigenvalue test.
    pub fn rank_by_max_eigenvalue(&self, level: f64) -> Option<usize> {
        self.rank_by(level, |row| row.max_eigenvalue_p)
    }

    pub(super) fn rank_by(&self, level: f64, p: impl Fn(&RankRow) -> Option<PValue>) -> Option<usize> {
        for row in &self.rows {
            if !p(row)?.is_below(level)? {
                return Some(row.rank);
            }
        }
        (!self.rows.is_empty()).then_some(self.rows.len())
    }

    /// Every test of every rank under every convention; the first is the trace test of no relation.
    pub fn reports(&self) -> &[TestReport] {
        self.reports.get_or_init(|| (0..self.system.equations()).flat_map(|rank| self.reports_of(rank)).collect())
    }
}

/// 1 − λ below this is an identity among the series, not a relation.
const EXACT: f64 = 1e-13;

/// The element by which a column is normalised: the first, or the largest if the first is zero.
fn unit(beta: &Array2<f64>, j: usize) -> f64 {
    let column = beta.column(j);
    if column[0] != 0.0 {
        return column[0];
    }
    column.iter().copied().fold(f64::MIN_POSITIVE, |best, x| if x.abs() > f64::abs(best) { x } else { best })
}

/// The trace test of no relation.
impl HypothesisTest for JohansenResult {
    fn report(&self) -> TestReport {
        self.reports()[0].clone()
    }
}

shows_itself!(JohansenResult => tables);
