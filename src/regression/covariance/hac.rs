//! Heteroskedasticity- and autocorrelation-consistent covariances.

use std::fmt;

use super::Orthonormal;
use super::bandwidth::{self, Bandwidth};
use super::kernel::Kernel;
use crate::linalg::{PivotedQr, Reduction, add_scaled, dot, scale_by};
use crate::regression::estimate::Estimate;
use crate::regression::rows::for_each_row;
use crate::{Design, Error, ErrorKind};

/// A kernel estimate of the long-run covariance of the scores xᵢeᵢ.
///
/// Newey and West (1987) with the Bartlett kernel; Andrews (1991) for the others; prewhitening by a VAR(1) of the
/// scores and recolouring as in Andrews and Monahan (1992, eq. 2.3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hac {
    /// The lag window.
    pub kernel: Kernel,
    /// Its bandwidth, or the rule that chooses it.
    pub bandwidth: Bandwidth,
    /// Whether a VAR(1) is taken out of the scores first and put back after (sandwich's `prewhite = 1`). Its roots are
    /// used as estimated: the bound of 0.97 that Andrews and Monahan suggest is not applied, as it is not in sandwich.
    pub prewhiten: bool,
    /// Whether the result is multiplied by n/(n − k).
    pub adjust: bool,
}

impl Hac {
    /// Bartlett kernel up to this lag, no prewhitening, no small-sample factor.
    pub fn newey_west(lags: usize) -> Self {
        Self::new(Kernel::Bartlett, Bandwidth::Lag(lags))
    }

    /// Bartlett kernel with Newey and West's (1994) automatic lag.
    pub fn newey_west_automatic() -> Self {
        Self::new(Kernel::Bartlett, Bandwidth::NeweyWest1994)
    }

    /// This kernel with Andrews' (1991) automatic bandwidth.
    pub fn andrews(kernel: Kernel) -> Self {
        Self::new(kernel, Bandwidth::Andrews)
    }

    /// A kernel and a bandwidth, no prewhitening, no small-sample factor.
    pub fn new(kernel: Kernel, bandwidth: Bandwidth) -> Self {
        Self { kernel, bandwidth, prewhiten: false, adjust: false }
    }

    /// With VAR(1) prewhitening.
    #[must_use]
    pub fn prewhitened(self) -> Self {
        Self { prewhiten: true, ..self }
    }

    /// With the factor n/(n − k).
    #[must_use]
    pub fn adjusted(self) -> Self {
        Self { adjust: true, ..self }
    }
}

impl fmt::Display for Hac {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prewhitening = if self.prewhiten { "VAR(1) prewhitening" } else { "no prewhitening" };
        let factor = if self.adjust { "n/(n−k)" } else { "no small-sample factor" };
        write!(f, "HAC, {}, {}, {prewhitening}, {factor}", self.kernel, self.bandwidth)
    }
}

/// The long-run covariance of the scores in orthonormal coordinates (k × k), and the bandwidth.
pub(super) fn meat(hac: Hac, design: &Design, estimate: &Estimate) -> Result<(Vec<f64>, f64), Error> {
    let (n, k) = design.x().dim();
    let transform = Orthonormal::new(estimate);
    let mut scores = vec![0.0; n * k];
    let mut q = vec![0.0; k];
    for_each_row(design.x(), |i, row| {
        transform.row(row, &mut q);
        add_scaled(&mut scores[i * k..(i + 1) * k], estimate.residuals[i], &q);
    });
    long_run(hac, scores, k, |scores| match hac.bandwidth {
        Bandwidth::Andrews => bandwidth::andrews(hac.kernel, &regressor_scores(scores, estimate)),
        _ => bandwidth::newey_west(hac.kernel, &summed_scores(scores, estimate), n, hac.prewhiten),
    })
}

/// n times the long-run covariance of k score series, given row by row (so is the result), and the bandwidth;
/// `automatic` chooses one from the scores, prewhitened if that is asked for.
pub(crate) fn long_run(
    hac: Hac,
    mut scores: Vec<f64>,
    k: usize,
    automatic: impl FnOnce(&[f64]) -> Option<f64>,
) -> Result<(Vec<f64>, f64), Error> {
    let n = scores.len() / k;
    let mut recolour = None;
    if hac.prewhiten {
        let (whitened, transform) = prewhiten(&scores, n, k).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, format!("{hac}: the VAR(1) of the {k} scores on {n} rows is singular"))
                .remedy("do without prewhitening, or use fewer regressors")
        })?;
        scores = whitened;
        recolour = Some(transform);
    }
    let width = settle(hac, n, scores.len() / k, || automatic(&scores))?;
    let weights = weights(hac.kernel, hac.bandwidth, width, scores.len() / k);
    let mut sum = weighted_autocovariances(&scores, k, &weights);
    if hac.adjust {
        let factor = n as f64 / (n - k) as f64;
        sum.iter_mut().for_each(|value| *value *= factor);
    }
    if let Some(inverse) = recolour {
        sum = super::sandwich(&inverse, &sum, k);
    }
    Ok((sum, width))
}

/// Σⱼ wⱼ (Γⱼ + Γⱼᵀ), lag 0 once; scores row by row.
fn weighted_autocovariances(scores: &[f64], k: usize, weights: &[f64]) -> Vec<f64> {
    let halved: Vec<f64> = weights.iter().enumerate().map(|(j, w)| if j == 0 { 0.5 * w } else { *w }).collect();
    let half = one_sided(scores, k, &halved);
    (0..k * k).map(|at| half[at] + half[(at % k) * k + at / k]).collect()
}

/// Σⱼ wⱼ Γⱼ with Γⱼ = Σₜ sₜ sₜ₋ⱼᵀ over lags 0, 1, …; the scores s row by row, and so is the result.
pub(crate) fn one_sided(scores: &[f64], k: usize, weights: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; k * k];
    for (lag, &weight) in weights.iter().enumerate() {
        let mut gamma = vec![0.0; k * k];
        for (now, before) in scores[lag * k..].chunks_exact(k).zip(scores.chunks_exact(k)) {
            for (row, value) in gamma.chunks_exact_mut(k).zip(now) {
                add_scaled(row, *value, before);
            }
        }
        add_scaled(&mut sum, weight, &gamma);
    }
    sum
}

/// Residuals of the scores' VAR(1) without intercept, and (I − A)⁻¹, column by column; `None` if either is singular.
fn prewhiten(scores: &[f64], n: usize, k: usize) -> Option<(Vec<f64>, Vec<f64>)> {
    if n < 2 * k + 2 {
        return None;
    }
    let column = |j: usize, from: usize| scores[from * k..].iter().skip(j).step_by(k).take(n - 1).copied();
    let columns: Vec<Vec<f64>> = (0..2 * k).map(|j| column(j % k, j / k).collect()).collect();
    let reduction = Reduction::of_columns(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>());
    if reduction.dependence(k).is_some() {
        return None;
    }
    let qr = PivotedQr::new(reduction.triangle().to_vec(), 2 * k, k);
    // a[i][j]: the weight of score j's lag in score i.
    let a: Vec<Vec<f64>> = (0..k)
        .map(|i| {
            let row = qr.solve(i);
            (0..k).map(|j| scale_by(row[j], reduction.exponent(k + i) - reduction.exponent(j))).collect()
        })
        .collect();
    let whitened = (1..n)
        .flat_map(|t| {
            let before = &scores[(t - 1) * k..t * k];
            let predicted = |i: usize| a[i].iter().zip(before).map(|(a, s)| a * s).sum::<f64>();
            (0..k).map(|i| scores[t * k + i] - predicted(i)).collect::<Vec<_>>()
        })
        .collect();
    Some((whitened, inverse_of_identity_minus(&a, k)?))
}

fn inverse_of_identity_minus(a: &[Vec<f64>], k: usize) -> Option<Vec<f64>> {
    let unit = |i: usize, j: usize| f64::from(i == j);
    let mut system: Vec<f64> = (0..k * k).map(|at| unit(at % k, at / k) - a[at % k][at / k]).collect();
    system.extend((0..k * k).map(|at| unit(at % k, at / k)));
    let columns: Vec<&[f64]> = system.chunks_exact(k).take(k).collect();
    if Reduction::of_columns(&columns).dependence(k).is_some() {
        return None;
    }
    let qr = PivotedQr::new(system, k, k);
    Some((0..k).flat_map(|j| qr.solve(j)).collect())
}

/// The bandwidth given, checked against the `n` rows (`left` of them after any prewhitening), or chosen by the data.
pub(crate) fn settle(hac: Hac, n: usize, left: usize, automatic: impl FnOnce() -> Option<f64>) -> Result<f64, Error> {
    let refused =
        |why: &str| Err(Error::new(ErrorKind::Argument, format!("{hac}: {why}")).remedy("give a number of lags"));
    let chosen = match hac.bandwidth {
        Bandwidth::Lag(_) if hac.kernel == Kernel::QuadraticSpectral => {
            return refused("this kernel has no last lag; it needs a bandwidth");
        }
        Bandwidth::Lag(lags) if lags >= left => return refused(&format!("{n} rows have fewer lags than that")),
        Bandwidth::Lag(lags) => Some((lags + 1) as f64),
        Bandwidth::Width(width) => (width.is_finite() && width > 0.0).then_some(width),
        Bandwidth::Andrews | Bandwidth::NeweyWest1994 => automatic(),
    };
    match chosen {
        Some(width) => Ok(width),
        None => refused("the bandwidth is not a positive number"),
    }
}

/// The regressors whose scores a bandwidth rule looks at: all but constants, unless there is nothing else.
fn looked_at(estimate: &Estimate) -> Vec<usize> {
    let k = estimate.beta.len();
    let varying: Vec<usize> = (0..k).filter(|&j| !estimate.constant_columns[j]).collect();
    if varying.is_empty() { (0..k).collect() } else { varying }
}

/// Column j of R in X = QR: the way back from orthonormal scores to a regressor's own.
fn root_column(estimate: &Estimate, j: usize) -> &[f64] {
    let k = estimate.beta.len();
    &estimate.root[j * k..(j + 1) * k]
}

/// The score series of each regressor looked at, in the regressors' own units up to one common factor.
fn regressor_scores(scores: &[f64], estimate: &Estimate) -> Vec<Vec<f64>> {
    let k = estimate.beta.len();
    let columns = looked_at(estimate);
    let largest = columns.iter().map(|&j| estimate.exponents[j]).max().unwrap_or(0);
    let series = |j: usize| {
        let unit = scale_by(1.0, estimate.exponents[j] - largest);
        combine(scores, k, root_column(estimate, j), unit)
    };
    columns.into_iter().map(series).collect()
}

/// The sum of the score series looked at.
fn summed_scores(scores: &[f64], estimate: &Estimate) -> Vec<f64> {
    let mut sum = vec![0.0; scores.len() / estimate.beta.len()];
    regressor_scores(scores, estimate).iter().for_each(|series| add_scaled(&mut sum, 1.0, series));
    sum
}

fn combine(scores: &[f64], k: usize, weights: &[f64], unit: f64) -> Vec<f64> {
    scores.chunks_exact(k).map(|row| unit * dot(row, weights)).collect()
}

/// The weights of lags 0, 1, …, ending with the last that matters.
pub(crate) fn weights(kernel: Kernel, bandwidth: Bandwidth, width: f64, rows: usize) -> Vec<f64> {
    // Newey and West's automatic lag is the whole part of the bandwidth, and the window ends one after it.
    let width = match bandwidth {
        Bandwidth::NeweyWest1994 if kernel == Kernel::Bartlett => width.floor() + 1.0,
        _ => width,
    };
    // sandwich's cut: quadratic spectral weights never end, and later ones than the last above this are left out.
    const NEGLIGIBLE: f64 = 1e-7;
    let mut weights: Vec<f64> = (0..rows).map(|lag| kernel.weight(lag as f64 / width)).collect();
    let last = weights.iter().rposition(|weight| weight.abs() > NEGLIGIBLE).unwrap_or(0);
    weights.truncate(last + 1);
    weights
}
