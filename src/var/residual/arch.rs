//! Conditional heteroskedasticity of the errors.

use ndarray::Array2;

use super::{ResidualTest, chi_squared_outcome, trace_of_ratio};
use crate::hypothesis::Setting;
use crate::linalg::{Reduction, scale_by};
use crate::var::VarResult;
use crate::{Error, ErrorKind, Outcome, TestReport};

impl VarResult {
    /// Tests whether squares and products of the errors depend on those of the last `lags` periods.
    ///
    /// # Errors
    /// If `lags` is 0.
    pub fn arch(&self, lags: usize) -> Result<ResidualTest, Error> {
        if lags == 0 {
            return Err(Error::new(ErrorKind::Argument, "no effect of 0 periods to test").remedy("give at least one"));
        }
        let null = format!("the errors of {} have the same covariance in every period", self.listed());
        let settings = vec![Setting::new("periods", lags.to_string(), "user")];
        let outcome = self.arch_outcome(lags).unwrap_or_else(|because| Outcome::NotApplicable { because });
        Ok(ResidualTest {
            reports: vec![TestReport {
                convention: "lm",
                outcome,
                ..self.residual_report("var-arch", null, "it depends on the errors of the last periods", settings)
            }],
        })
    }

    fn arch_outcome(&self, lags: usize) -> Result<Outcome, String> {
        // Centred, which matters in a model without a constant only.
        let (u, t, equations) = (self.centred_residuals(), self.nobs(), self.names().len());
        let pairs: Vec<(usize, usize)> = (0..equations).flat_map(|j| (j..equations).map(move |i| (i, j))).collect();
        let size = pairs.len();
        let k = 1 + size * lags;
        if t <= lags + k + size {
            return Err(format!(
                "not identified: {t} rows are too few for {lags} lags of {size} squares and products of residuals"
            ));
        }
        let products: Vec<Vec<f64>> =
            pairs.iter().map(|&(i, j)| (0..t).map(|s| u[[i, s]] * u[[j, s]]).collect()).collect();
        let rows = t - lags;
        let ones = vec![1.0; rows];
        let columns: Vec<&[f64]> = std::iter::once(ones.as_slice())
            .chain((1..=lags).flat_map(|lag| products.iter().map(move |one| &one[lags - lag..t - lag])))
            .chain(products.iter().map(|one| &one[lags..]))
            .collect();
        let reduction = Reduction::of_columns(&columns);
        if reduction.dependence(k + size).is_some() {
            return Err("not identified: squares and products of the residuals are collinear".into());
        }
        let left = |by: usize| {
            let tail = |j: usize| &reduction.column(k + j)[by..];
            Array2::from_shape_fn((size, size), |(i, j)| {
                let product: f64 = tail(i).iter().zip(tail(j)).map(|(a, b)| a * b).sum();
                scale_by(product, reduction.exponent(k + i) + reduction.exponent(k + j))
            })
        };
        // What the constant alone leaves, and what the lags leave of it.
        let trace = trace_of_ratio(&left(1), &left(k)).ok_or("not identified: the products are collinear")?;
        // ½ T K(K + 1) R² with R² = 1 − 2/(K(K + 1)) tr.
        let statistic = rows as f64 * (size as f64 - trace);
        Ok(chi_squared_outcome(statistic, lags * size * size))
    }
}
