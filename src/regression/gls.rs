//! Generalised least squares with first-order autoregressive errors, by exact maximum likelihood.

use std::sync::Arc;

use argmin::core::{CostFunction, Executor, State};
use argmin::solver::brent::BrentOpt;
use ndarray::{Array1, Array2};
use serde::Serialize;

use super::fit::Fit;
use super::ols::Ols;
use super::summary::Coefficient;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, ErrorKind, Note, Sample, Stamp};

/// Regression with errors u_t = ρ u_{t−1} + ε_t, ε_t independent N(0, σ²), |ρ| < 1, by exact maximum likelihood.
///
/// # Model
/// The first observation is kept, weighted by √(1−ρ²) (Prais and Winsten, 1954), and its Jacobian with it (Beach and
/// MacKinnon, 1978). β and σ² are concentrated out, which leaves
/// ℓ(ρ) = −(n/2)(ln 2π + 1 + ln(S(ρ)/n)) + ½ ln(1−ρ²), S(ρ) the residual sum of squares of the transformed regression.
///
/// # Conventions
/// A grid finds the highest hill of ℓ (it can have several), Brent's method climbs it, Newton steps on
/// the exact derivative finish, and a derivative that is not zero to rounding is an error. σ² = S/n is the innovations'
/// variance. Standard errors of β take ρ as known, with S/(n−k), and are compared to t(n−k).
/// That of ρ is from the curvature of ℓ.
///
/// # Agrees with / differs from
/// R's `nlme::gls(…, correlation = corAR1(), method = "ML")`: ρ, β, log-likelihood and the standard errors of β (its `sigma` is
/// that of u: √(S/n/(1−ρ²)); its default method is REML, another estimate). R's `arima(y, c(1,0,0), xreg, method = "ML")`
/// and gretl's `arma 1 0` have the same likelihood. Not the same: iterated Prais–Winsten (gretl's `ar1 --pwe`), which leaves
/// the Jacobian out, and Cochrane–Orcutt (statsmodels' `GLSAR`), which leaves the first observation out.
///
/// # Example
/// ```
/// use yalu::ndarray::{Array1, Array2};
/// use yalu::regression::GlsAr1;
/// use yalu::{Design, Stamp};
/// // A trend with errors that carry over.
/// let y: Array1<f64> = (0..40).map(|t| 0.5 * t as f64 + (t as f64 / 5.0).sin() + 0.3 * (t as f64).cos()).collect();
/// let x = Array2::from_shape_fn((40, 2), |(t, j)| if j == 0 { 1.0 } else { t as f64 });
/// let stamps = (1..=40).map(Stamp::Row).collect();
/// let design = Design::from_arrays("y", vec!["const".into(), "trend".into()], y, x, stamps)?;
/// let fit = GlsAr1::fit(&design)?;
/// assert!(fit.rho > 0.3 && fit.rho < 1.0);
/// # Ok::<(), yalu::Error>(())
/// ```
///
/// # References
/// Prais, S. J. and Winsten, C. B. (1954), Cowles Commission Discussion Paper 383. Beach, C. M. and MacKinnon, J. G. (1978),
/// "A maximum likelihood procedure for regression with autocorrelated errors", *Econometrica* 46, 51–58.
#[derive(Debug, Clone, Copy)]
pub struct GlsAr1;

/// A regression with AR(1) errors.
#[derive(Debug, Clone, Serialize)]
pub struct GlsFit {
    /// The errors' autocorrelation ρ.
    pub rho: f64,
    /// Its standard error, from the curvature of the concentrated log-likelihood.
    pub rho_std_error: f64,
    /// The maximised log-likelihood.
    pub log_likelihood: f64,
    /// Variance of the innovations ε, S/n.
    pub sigma2: f64,
    /// One row per term, given ρ.
    pub coefficients: Vec<Coefficient>,
    /// Residuals y − Xβ, not yet freed of autocorrelation.
    pub residuals: Vec<f64>,
    /// The rows used.
    pub sample: Sample,
    /// What a reader must know.
    pub notes: Vec<Note>,
    #[serde(skip)]
    transformed: Fit,
}

/// Steps of the grid on which the hills of the likelihood are looked for.
const GRID: usize = 100;

/// How far ρ may stay from the maximum, as a share of the distance to the nearer bound.
const TOLERANCE: f64 = 1e-9;

impl GlsAr1 {
    /// Estimates the design with AR(1) errors.
    ///
    /// # Errors
    /// If rows are not consecutive, there are fewer than k + 2 of them, the regressors are collinear or fit exactly,
    /// or the maximum does not pass the check.
    pub fn fit(design: &Design) -> Result<GlsFit, Error> {
        check_consecutive(design)?;
        let (n, k) = design.x().dim();
        if n < k + 2 {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("{k} coefficients and an autocorrelation need {} observations, found {n}", k + 2),
            )
            .remedy("use fewer terms or a longer sample"));
        }
        let likelihood = Concentrated { design };
        let rho = likelihood.polish(likelihood.maximise()?)?;
        let point = likelihood.at(rho)?;
        let curvature = likelihood.curvature(rho)?;
        let residuals = design.y() - &design.x().dot(&point.fit.coefficients());
        let mut notes = design.notes().to_vec();
        notes.push(Note::new("standard errors of the coefficients take the estimated autocorrelation as known"));
        if rho.abs() > 0.95 {
            notes.push(Note::new(
                "the autocorrelation is close to one in size, where its normal approximation is poor: \
                 test for a unit root before reading these standard errors",
            ));
        }
        Ok(GlsFit {
            rho,
            rho_std_error: (-1.0 / curvature).sqrt(),
            log_likelihood: point.log_likelihood,
            sigma2: point.rss / n as f64,
            coefficients: point.fit.tidy(),
            residuals: residuals.to_vec(),
            sample: design.sample(),
            notes,
            transformed: point.fit,
        })
    }
}

impl GlsFit {
    /// The least-squares fit of the transformed data, for tests of linear restrictions given ρ.
    pub fn transformed(&self) -> &Fit {
        &self.transformed
    }

    /// One row per term, and one for ρ.
    pub fn table(&self) -> Table {
        let number = |x: f64| Cell::number(x, NumberFormat::Significant(5));
        let title =
            format!("{} on {} terms, AR(1) errors", self.transformed.design().response(), self.coefficients.len());
        let mut table = Table::new("gls_ar1", title)
            .column(Column::text("term", "Term"))
            .column(Column::number("estimate", "Estimate"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("p_value", "p"));
        for row in &self.coefficients {
            let p = Cell::p_value(row.p_value);
            table.push_row([Cell::text(&row.term), number(row.estimate), number(row.std_error), p]);
        }
        let table = table.rule().row(["ρ".into(), number(self.rho), number(self.rho_std_error), Cell::Empty]);
        let digits = NumberFormat::Significant(6);
        let (likelihood, sigma2) = (digits.format(self.log_likelihood), digits.format(self.sigma2));
        let table =
            table.note(format!("Log-likelihood {likelihood}, σ² of the innovations {sigma2}, {}.", self.sample));
        self.notes.iter().fold(table, |table, note| table.note(note.text()))
    }
}

shows_itself!(GlsFit => table);

/// The likelihood as a function of ρ alone.
struct Concentrated<'a> {
    design: &'a Design,
}

struct Point {
    fit: Fit,
    rss: f64,
    log_likelihood: f64,
}

impl Concentrated<'_> {
    fn at(&self, rho: f64) -> Result<Point, Error> {
        let fit = Ols::fit_shared(Arc::new(transform(self.design, rho)?))?;
        let rss = fit.sigma2() * fit.df_resid() as f64;
        if rss == 0.0 {
            return Err(Error::new(
                ErrorKind::Constant,
                format!(
                    "the regressors explain `{}` exactly: there are no errors to correlate",
                    self.design.response()
                ),
            )
            .remedy("leave out the regressor from which the response was made"));
        }
        let n = self.design.nobs() as f64;
        let normal = (2.0 * std::f64::consts::PI).ln() + 1.0 + (rss / n).ln();
        Ok(Point { fit, rss, log_likelihood: -n / 2.0 * normal + 0.5 * (-rho * rho).ln_1p() })
    }

    /// ℓ'(ρ) = −(n/2) S'(ρ)/S(ρ) − ρ/(1−ρ²), where S' takes β as fixed because β minimises S.
    fn score(&self, rho: f64) -> Result<f64, Error> {
        let point = self.at(rho)?;
        let u = self.design.y() - &self.design.x().dot(&point.fit.coefficients());
        let pairs = u.iter().zip(u.iter().skip(1));
        let slope = -2.0 * rho * u[0] * u[0] - 2.0 * pairs.map(|(lag, now)| (now - rho * lag) * lag).sum::<f64>();
        Ok(-(u.len() as f64) / 2.0 * slope / point.rss - rho / (1.0 - rho * rho))
    }

    /// ℓ''(ρ) by a central difference of the exact ℓ'.
    fn curvature(&self, rho: f64) -> Result<f64, Error> {
        let step = 1e-5 * (1.0 - rho.abs());
        let curvature = (self.score(rho + step)? - self.score(rho - step)?) / (2.0 * step);
        if curvature < 0.0 { Ok(curvature) } else { Err(self.not_found(rho)) }
    }

    fn maximise(&self) -> Result<f64, Error> {
        // Even in the angle arcsin ρ, so that the grid is fine towards the bounds.
        let node = |i: usize| ((2.0 * i as f64 / GRID as f64 - 1.0) * std::f64::consts::FRAC_PI_2).sin();
        let mut best = (1, f64::NEG_INFINITY);
        for i in 1..GRID {
            let height = self.at(node(i))?.log_likelihood;
            if height > best.1 {
                best = (i, height);
            }
        }
        let solver = BrentOpt::new(node(best.0 - 1), node(best.0 + 1)).set_tolerance(1e-8, 1e-12);
        let result = Executor::new(Negative(self), solver).configure(|state| state.max_iters(200)).run();
        let result = result.map_err(|error| match error.downcast::<Error>() {
            Ok(refusal) => refusal,
            Err(other) => Error::new(ErrorKind::Convergence, other.to_string()),
        })?;
        result.state().get_best_param().copied().ok_or_else(|| self.not_found(node(best.0)))
    }

    /// Brent's method knows a maximum to half the digits of a double; Newton on the derivative finds the others.
    fn polish(&self, start: f64) -> Result<f64, Error> {
        let mut rho = start;
        for _ in 0..20 {
            let step = self.score(rho)? / -self.curvature(rho)?;
            let room = 1.0 - rho.abs();
            if step.abs() >= room {
                break;
            }
            rho += step;
            if step.abs() <= TOLERANCE * room {
                return Ok(rho);
            }
        }
        Err(self.not_found(rho))
    }

    fn not_found(&self, rho: f64) -> Error {
        Error::new(
            ErrorKind::Convergence,
            format!("the likelihood of `{}` has no regular maximum near ρ = {rho:.6}", self.design.response()),
        )
        .remedy(
            "the errors look like a random walk: regress differences, or use a robust covariance with least squares",
        )
    }
}

/// What argmin minimises. Divided by n, so that its tolerances do not depend on the sample's length.
struct Negative<'a>(&'a Concentrated<'a>);

impl CostFunction for Negative<'_> {
    type Param = f64;
    type Output = f64;

    fn cost(&self, rho: &f64) -> Result<f64, argmin::core::Error> {
        // The bracket's ends can be ±1, where the likelihood is −∞; Brent's method stays inside.
        Ok(-self.0.at(*rho)?.log_likelihood / self.0.design.nobs() as f64)
    }
}

/// √(1−ρ²) times the first row, and each other row less ρ times the row before.
fn transform(design: &Design, rho: f64) -> Result<Design, Error> {
    let (y, x) = (design.y(), design.x());
    let first = ((1.0 - rho) * (1.0 + rho)).sqrt();
    let filter = |now: f64, before: Option<f64>| before.map_or(first * now, |before| now - rho * before);
    let y: Array1<f64> = (0..y.len()).map(|t| filter(y[t], t.checked_sub(1).map(|s| y[s]))).collect();
    let x = Array2::from_shape_fn(x.dim(), |(t, j)| filter(x[[t, j]], t.checked_sub(1).map(|s| x[[s, j]])));
    Design::from_arrays(design.response(), design.terms().to_vec(), y, x, design.stamps().to_vec())
}

fn check_consecutive(design: &Design) -> Result<(), Error> {
    for pair in design.stamps().windows(2) {
        let [before, after] = [pair[0], pair[1]];
        let steps = match (before, after) {
            (Stamp::Period(before), Stamp::Period(after)) => after.since(before)?,
            (Stamp::Row(before), Stamp::Row(after)) => after as i64 - before as i64,
            _ => 0,
        };
        if steps != 1 {
            return Err(Error::new(
                ErrorKind::Gap,
                format!("autoregressive errors need consecutive rows, but {after} follows {before}"),
            )
            .remedy("choose a sample without the gap"));
        }
    }
    Ok(())
}
