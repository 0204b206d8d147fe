//! What W̄ is compared with.

/// Mean and variance of K·F(K, d): the law of one unit's statistic with fixed regressors and normal errors; d > 4.
fn moments(lags: usize, df: usize) -> (f64, f64) {
    let (k, d) = (lags as f64, df as f64);
    (k * d / (d - 2.0), 2.0 * k * d * d * (k + d - 2.0) / ((d - 2.0) * (d - 2.0) * (d - 4.0)))
}

/// How W̄ of these units is standardised.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Standard {
    units: f64,
    lags: f64,
    balanced: bool,
    mean: f64,
    variance: f64,
}

impl Standard {
    /// Of units with these residual degrees of freedom, each above 4.
    pub fn of(lags: usize, df: &[usize]) -> Self {
        let units = df.len() as f64;
        let (means, variances): (Vec<f64>, Vec<f64>) = df.iter().map(|df| moments(lags, *df)).unzip();
        Self {
            units,
            lags: lags as f64,
            balanced: df.windows(2).all(|pair| pair[0] == pair[1]),
            mean: means.iter().sum::<f64>() / units,
            variance: variances.iter().sum::<f64>() / units,
        }
    }

    /// Z̄, by the moments of χ²(K); of units of one length only.
    pub fn zbar(&self, wbar: f64) -> Option<f64> {
        self.balanced.then(|| (self.units / (2.0 * self.lags)).sqrt() * (wbar - self.lags))
    }

    /// Z̃, by the moments at each unit's own length.
    pub fn ztilde(&self, wbar: f64) -> f64 {
        (self.units / self.variance).sqrt() * (wbar - self.mean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Equation 26 of the paper, in which T counts the rows.
    #[test]
    fn in_a_balanced_panel_it_is_the_published_formula() {
        for (lags, t) in [(1, 19), (2, 30), (3, 15)] {
            let (n, k, rows, wbar) = (7.0, lags as f64, t as f64, 2.9);
            let factor = (n / (2.0 * k) * (rows - 2.0 * k - 5.0) / (rows - k - 3.0)).sqrt();
            let published = factor * ((rows - 2.0 * k - 3.0) / (rows - 2.0 * k - 1.0) * wbar - k);
            let standard = Standard::of(lags, &[t - 2 * lags - 1; 7]);
            assert!((standard.ztilde(wbar) - published).abs() < 1e-12 * published.abs().max(1.0));
        }
    }
}
