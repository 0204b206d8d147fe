//! That neither direction changed: the changes of both equations, whose errors are correlated.

use super::direction::Estimated;
use crate::dist::f;
use crate::hypothesis::NullDistribution;
use crate::linalg::{Cholesky, dot};
use crate::regression::Covariance;
use crate::{Outcome, PValue};

/// One equation's changes as weighted sums of its response.
struct Changes {
    estimates: Vec<f64>,
    /// For each change a weight for each row: its row of (X'X)⁻¹X'.
    weights: Vec<Vec<f64>>,
    residuals: Vec<f64>,
}

impl Changes {
    fn of(estimated: &Estimated) -> Option<Self> {
        let classical = estimated.fit.with(Covariance::Classical).ok()?;
        let (design, sigma2) = (classical.design(), classical.sigma2());
        let (x, inverse) = (design.x(), classical.vcov() / sigma2);
        let terms: Vec<&str> = estimated.coefficients.iter().map(|one| one.change.term.as_str()).collect();
        let rows: Vec<usize> = terms.iter().map(|term| design.position(term).ok()).collect::<Option<_>>()?;
        Some(Self {
            estimates: estimated.coefficients.iter().map(|one| one.change.estimate).collect(),
            weights: rows.iter().map(|row| x.dot(&inverse.row(*row)).to_vec()).collect(),
            residuals: classical.residuals().to_vec(),
        })
    }
}

/// F of all changes in both equations, in units of their common covariance; `None` for a covariance that is not had across
/// equations, or one that is singular.
pub(super) fn outcome(covariance: Covariance, both: [&Estimated; 2]) -> Option<Outcome> {
    let [one, other] = [Changes::of(both[0])?, Changes::of(both[1])?];
    let rows = one.residuals.len();
    let df = both[0].fit.df_resid();
    if both[1].fit.df_resid() != df || other.residuals.len() != rows {
        return None;
    }
    let equations = [&one, &other];
    let estimates: Vec<f64> = equations.iter().flat_map(|equation| &equation.estimates).copied().collect();
    let q = estimates.len();
    let place: Vec<(usize, usize)> =
        (0..2).flat_map(|e| (0..equations[e].estimates.len()).map(move |i| (e, i))).collect();
    let mut vcov = vec![0.0; q * q];
    for (a, &(e, i)) in place.iter().enumerate() {
        for (b, &(g, j)) in place.iter().enumerate().take(a + 1) {
            let products = std::iter::zip(&equations[e].residuals, &equations[g].residuals).map(|(u, v)| u * v);
            let (left, right) = (&equations[e].weights[i], &equations[g].weights[j]);
            let value = match covariance {
                Covariance::Classical => products.sum::<f64>() / df as f64 * dot(left, right),
                Covariance::Hc0 | Covariance::Hc1 => {
                    let weighted: f64 = products.zip(left.iter().zip(right)).map(|(uv, (l, r))| uv * l * r).sum();
                    if covariance == Covariance::Hc1 { weighted * rows as f64 / df as f64 } else { weighted }
                }
                _ => return None,
            };
            (vcov[a * q + b], vcov[b * q + a]) = (value, value);
        }
    }
    let whitened = Cholesky::new(&vcov, q)?.whiten(&estimates);
    let statistic = whitened.iter().map(|value| value * value).sum::<f64>() / q as f64;
    let (df1, df2) = (q as f64, 2.0 * df as f64);
    Some(Outcome::Computed {
        symbol: "F",
        statistic,
        distribution: NullDistribution::F(df1, df2),
        p: PValue::Exact(f::sf(statistic, df1, df2)),
    })
}
