//! The lasso with a plug-in penalty, on linfa's coordinate descent, with its answer checked.

use std::fmt;

use linfa::Dataset;
use linfa::traits::Fit;
use linfa_elasticnet::ElasticNet;
use ndarray::{Array1, Array2, Axis};
use serde::Serialize;

use crate::dist::normal;
use crate::regression::Ols;
use crate::{Design, Error, ErrorKind, Note, Stamp};

/// What the errors are supposed to be like when each control's penalty is weighted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loadings {
    /// √(Σ x²e²/n): valid also if the errors' variance depends on the controls.
    #[default]
    Heteroskedastic,
    /// √(Σ x²/n) · √(Σ e²/n).
    Homoskedastic,
}

impl fmt::Display for Loadings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heteroskedastic => "heteroskedastic loadings",
            Self::Homoskedastic => "homoskedastic loadings",
        })
    }
}

/// The penalty that theory gives: λ = 2c√n Φ⁻¹(1 − γ/(2p)), on Σ e² + λ Σ υ_j |b_j|.
///
/// It is just so large that, with a probability near 1 − γ, noise alone brings no control in (Belloni, Chen, Chernozhukov
/// and Hansen, 2012). The loadings υ_j are iterated: first from the residuals around the mean (or around the controls
/// always kept), then from the least-squares residuals on what was selected.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PlugIn {
    /// The slack c > 1.
    pub c: f64,
    /// The probability γ; `None` is 0.1/ln n.
    pub gamma: Option<f64>,
    /// How loadings are computed.
    pub loadings: Loadings,
}

impl Default for PlugIn {
    /// c = 1.1, γ = 0.1/ln n, heteroskedastic: the defaults of hdm (R) and pdslasso (Stata).
    fn default() -> Self {
        Self { c: 1.1, gamma: None, loadings: Loadings::default() }
    }
}

/// One lasso: what was explained, by which penalty, and what was kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LassoStep {
    /// The variable explained.
    pub response: String,
    /// The penalty λ.
    pub lambda: f64,
    /// The probability γ used.
    pub gamma: f64,
    /// The loadings υ_j of the last round, in the order of the controls.
    pub loadings: Vec<f64>,
    /// The lasso's coefficients of the last round, in the order of the controls, shrunk as they are.
    pub coefficients: Vec<f64>,
    /// The controls with a coefficient other than zero, in their order.
    pub selected: Vec<String>,
    /// Rounds until the selection, and with it the loadings, stood still.
    pub rounds: usize,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

/// Rounds after which loadings that have not settled are left as they are.
const MAX_ROUNDS: usize = 15;

/// By what share of the penalty a gradient may miss its condition.
const OPTIMALITY: f64 = 1e-6;

impl PlugIn {
    pub(super) fn check(&self) -> Result<(), Error> {
        if !(self.c.is_finite() && self.c >= 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("the slack c is at least 1, not {}", self.c))
                .remedy("1.1 is the usual one"));
        }
        match self.gamma {
            Some(gamma) if !(gamma > 0.0 && gamma < 1.0) => {
                Err(Error::new(ErrorKind::Argument, format!("γ is a probability between 0 and 1, not {gamma}"))
                    .remedy("leave it out for 0.1/ln n"))
            }
            _ => Ok(()),
        }
    }

    /// Selects among controls; response and controls have mean zero, and what is always kept partialled out.
    pub(super) fn select(
        &self,
        response: &str,
        y: &Array1<f64>,
        controls: &[String],
        x: &Array2<f64>,
    ) -> Result<LassoStep, Error> {
        let (n, p) = (y.len() as f64, controls.len() as f64);
        let gamma = self.gamma.unwrap_or(0.1 / n.ln());
        let lambda = 2.0 * self.c * n.sqrt() * normal::isf(gamma / (2.0 * p));
        // Unit variances: linfa compares coefficients with absolute constants.
        let y_scale = root_mean_square(y);
        let y = y / y_scale;
        let x_scales: Array1<f64> =
            x.columns().into_iter().map(|column| root_mean_square(&column.to_owned())).collect();
        let x = x / &x_scales;

        let mut residuals = y.clone();
        let mut previous: Option<Vec<usize>> = None;
        let mut notes = Vec::new();
        for round in 1.. {
            let loadings = self.loadings(&x, &residuals);
            let b = solve(response, &y, &x, &loadings, lambda)?;
            let selected: Vec<usize> = (0..controls.len()).filter(|j| b[*j] != 0.0).collect();
            let settled = previous.as_ref() == Some(&selected);
            if settled || round == MAX_ROUNDS {
                if !settled {
                    notes.push(Note::new(format!(
                        "the selection for `{response}` had not settled after {MAX_ROUNDS} rounds of loadings"
                    )));
                }
                return Ok(LassoStep {
                    response: response.to_owned(),
                    lambda,
                    gamma,
                    loadings: (&loadings * &x_scales * y_scale).to_vec(),
                    coefficients: (b / &x_scales * y_scale).to_vec(),
                    selected: selected.into_iter().map(|j| controls[j].clone()).collect(),
                    rounds: round,
                    notes,
                });
            }
            residuals = self.after_selection(response, &y, controls, &x, &selected)?;
            previous = Some(selected);
        }
        Err(Error::new(ErrorKind::Convergence, "the rounds of loadings did not end"))
    }

    fn loadings(&self, x: &Array2<f64>, e: &Array1<f64>) -> Array1<f64> {
        let squares = e * e;
        match self.loadings {
            Loadings::Heteroskedastic => (x * x).t().dot(&squares).mapv(|sum| (sum / e.len() as f64).sqrt()),
            Loadings::Homoskedastic => Array1::from_elem(x.ncols(), root_mean_square(e)),
        }
    }

    /// Least-squares residuals on the controls selected.
    fn after_selection(
        &self,
        response: &str,
        y: &Array1<f64>,
        controls: &[String],
        x: &Array2<f64>,
        selected: &[usize],
    ) -> Result<Array1<f64>, Error> {
        if selected.is_empty() {
            return Ok(y.clone());
        }
        let terms = selected.iter().map(|j| controls[*j].clone()).collect();
        let stamps = (1..=y.len()).map(Stamp::Row).collect();
        let design = Design::from_arrays(response, terms, y.clone(), x.select(Axis(1), selected), stamps)?;
        let fit = Ols::fit(&design)?;
        if fit.sigma2() == 0.0 {
            return Err(Error::new(ErrorKind::Collinear, format!("the controls explain `{response}` exactly"))
                .remedy("leave out the control from which it was made"));
        }
        Ok(fit.residuals())
    }
}

/// The lasso's coefficients, with the conditions of an optimum checked: linfa answers `Ok` also when it has stopped early.
fn solve(
    response: &str,
    y: &Array1<f64>,
    x: &Array2<f64>,
    loadings: &Array1<f64>,
    lambda: f64,
) -> Result<Array1<f64>, Error> {
    let n = y.len() as f64;
    // Dividing a column by its loading makes the penalty the same for all; linfa's objective is ours over 2n.
    let z = x / loadings;
    let penalty = lambda / (2.0 * n);
    let unsolved = |why: String| {
        Error::new(ErrorKind::Convergence, format!("the lasso of `{response}` was not solved: {why}"))
            .remedy("look for controls that are nearly combinations of each other, and leave some out")
    };
    let model = ElasticNet::params()
        .penalty(penalty)
        .l1_ratio(1.0)
        .with_intercept(false)
        .tolerance(1e-12)
        .max_iterations(100_000)
        .fit(&Dataset::new(z.clone(), y.clone()))
        .map_err(|error| unsolved(error.to_string()))?;
    let w = model.hyperplane();
    let gradient = z.t().dot(&(y - &z.dot(w))) / n;
    for (w, g) in w.iter().zip(&gradient) {
        let miss = if *w == 0.0 { g.abs() - penalty } else { (g - penalty * w.signum()).abs() };
        if miss.is_nan() || miss > OPTIMALITY * penalty {
            return Err(unsolved(format!("a gradient misses its condition by {:.1e} of the penalty", miss / penalty)));
        }
    }
    Ok(w / loadings)
}

pub(super) fn root_mean_square(v: &Array1<f64>) -> f64 {
    (v.dot(v) / v.len() as f64).sqrt()
}
