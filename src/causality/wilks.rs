//! Regressors tested in several equations at once: every function of the roots of E⁻¹H.

use crate::PValue;
use crate::dist::{chi_squared, f};
use crate::hypothesis::{NullDistribution, Outcome};
use crate::linalg::{Reduction, Svd, scale_by};

/// q regressors in m equations that all have the same k regressors.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Multivariate {
    /// Rows, T.
    pub rows: usize,
    /// Regressors of each unrestricted equation, k.
    pub regressors: usize,
    /// Regressors tested in each equation, q.
    pub tested: usize,
    /// Equations, m.
    pub equations: usize,
    /// The roots θ of E⁻¹H.
    pub roots: Vec<f64>,
}

impl Multivariate {
    /// From the rotated responses: of each its `tested` entries that the tested regressors explain, then all that no
    /// regressor explains. `None` if the equations' residuals are dependent, or nothing is left of one.
    pub fn of(responses: &[&[f64]], tested: usize, rows: usize, regressors: usize) -> Option<Self> {
        let m = responses.len();
        let left: Vec<&[f64]> = responses.iter().map(|column| &column[tested..]).collect();
        let errors = Reduction::of_columns(&left);
        let dependent = |j: usize| {
            let total: f64 = responses[j].iter().map(|value| value * value).sum();
            left[j].iter().map(|value| value * value).sum::<f64>() <= 1e-26 * total
        };
        if (0..m).any(dependent) || errors.dependence(m).is_some() {
            return None;
        }
        // Each row of what is explained, in units of the errors' triangle: Y = X R⁻¹, so that Y'Y has E⁻¹H's roots.
        let triangle = errors.triangle();
        let mut explained = vec![vec![0.0; m]; tested];
        for (i, row) in explained.iter_mut().enumerate() {
            for j in 0..m {
                let scaled = scale_by(responses[j][i], -errors.exponent(j));
                let known: f64 = (0..j).map(|l| triangle[j * m + l] * row[l]).sum();
                row[j] = (scaled - known) / triangle[j * m + j];
            }
        }
        // Column by column; as many rows as columns at least, which the method needs.
        let height = tested.max(m);
        let mut columns = vec![0.0; height * m];
        for (i, row) in explained.iter().enumerate() {
            (0..m).for_each(|j| columns[j * height + i] = row[j]);
        }
        let roots = Svd::new(columns, height).values().iter().map(|value| value * value).collect();
        Some(Self { rows, regressors, tested, equations: m, roots })
    }

    /// tr E⁻¹H.
    pub fn trace(&self) -> f64 {
        self.roots.iter().sum()
    }

    /// ln|E + H|/|E|.
    pub fn ln_ratio(&self) -> f64 {
        self.roots.iter().map(|root| root.ln_1p()).sum()
    }

    /// T − k.
    pub fn df_resid(&self) -> usize {
        self.rows.saturating_sub(self.regressors)
    }

    /// Restrictions in all equations together, m·q.
    pub fn restrictions(&self) -> usize {
        self.equations * self.tested
    }

    /// Rao's F of Wilks' Λ with its degrees of freedom; for one equation that equation's own F.
    pub fn rao(&self) -> (f64, f64, f64) {
        let (m, q, df) = (self.equations as f64, self.tested as f64, self.df_resid() as f64);
        let below = m * m + q * q - 5.0;
        let s = if below > 0.0 { ((m * m * q * q - 4.0) / below).sqrt() } else { 1.0 };
        let df_num = m * q;
        let df_den = (df + q - (m + q + 1.0) / 2.0) * s - (df_num - 2.0) / 2.0;
        (
            if m == 1.0 { self.trace() * df / q } else { (self.ln_ratio() / s).exp_m1() * df_den / df_num },
            df_num,
            df_den,
        )
    }

    /// Rao's F against its law.
    pub fn rao_outcome(&self) -> Outcome {
        let (statistic, df_num, df_den) = self.rao();
        computed("F", statistic, NullDistribution::F(df_num, df_den), f::sf(statistic, df_num, df_den))
    }

    /// Wald's W over the number of restrictions against F(m·q, `equations`·(T − k)), `equations` those of the whole system.
    pub fn system_outcome(&self, equations: usize) -> Outcome {
        let (df, q) = (self.df_resid() as f64, self.restrictions() as f64);
        let (statistic, df_den) = (self.trace() * df / q, equations as f64 * df);
        computed("F", statistic, NullDistribution::F(q, df_den), f::sf(statistic, q, df_den))
    }

    /// (T − k)·tr E⁻¹H: Wald's W with the errors' covariance over T − k.
    pub fn wald_outcome(&self) -> Outcome {
        self.chi2("χ²", self.trace() * self.df_resid() as f64)
    }

    /// T·tr E⁻¹H: Wald's W with the errors' covariance over T.
    pub fn wald_ml_outcome(&self) -> Outcome {
        self.chi2("χ²", self.trace() * self.rows as f64)
    }

    /// T·ln|E + H|/|E|.
    pub fn lr_outcome(&self) -> Outcome {
        self.chi2("LR", self.ln_ratio() * self.rows as f64)
    }

    fn chi2(&self, symbol: &'static str, statistic: f64) -> Outcome {
        let q = self.restrictions() as f64;
        computed(symbol, statistic, NullDistribution::ChiSquared(q), chi_squared::sf(statistic, q))
    }
}

pub(super) fn computed(symbol: &'static str, statistic: f64, distribution: NullDistribution, p: f64) -> Outcome {
    Outcome::Computed { symbol, statistic, distribution, p: PValue::Exact(p) }
}
