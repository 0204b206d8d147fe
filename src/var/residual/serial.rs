//! Correlation of the errors over time.

use ndarray::Array2;

use super::{ResidualTest, chi_squared_outcome, ln_determinant, trace_of_ratio};
use crate::dist::f;
use crate::hypothesis::{NullDistribution, Setting};
use crate::linalg::{Reduction, scale_by};
use crate::var::restricted::{Pattern, System};
use crate::var::{Divisor, VarResult};
use crate::{Error, ErrorKind, Outcome, PValue, TestReport};

impl VarResult {
    /// Tests whether the errors are correlated up to `lags` periods apart: Breusch and Godfrey's LM as Edgerton and Shukur's
    /// F, which is the headline, and as χ², and the portmanteau statistics, which need more lags than the model has.
    ///
    /// # Errors
    /// If `lags` is 0.
    pub fn serial_correlation(&self, lags: usize) -> Result<ResidualTest, Error> {
        if lags == 0 {
            return Err(
                Error::new(ErrorKind::Argument, "correlation over 0 periods is none").remedy("give at least one")
            );
        }
        let null = format!("the errors of {} are uncorrelated up to {lags} periods apart", self.listed());
        let settings = || vec![Setting::new("periods", lags.to_string(), "user")];
        let report = |test, convention, outcome| TestReport {
            convention,
            outcome,
            ..self.residual_report(test, null.clone(), "they are correlated", settings())
        };
        let mut reports = Vec::new();
        match self.auxiliary(lags).map(|reduction| (self.fall_of_restricted(lags, &reduction), reduction)) {
            Ok((Some(lm), _)) => reports.push(report("breusch-godfrey", "lm", lm)),
            Ok((None, reduction)) => {
                let [lm, f, floored] = self.breusch_godfrey(lags, &self.explained(lags, &reduction));
                reports.push(report("breusch-godfrey", "edgerton-shukur", f));
                reports.push(report("breusch-godfrey", "edgerton-shukur-floored", floored));
                reports.push(report("breusch-godfrey", "lm", lm));
            }
            Err(because) => {
                let headline = if self.estimator().is_some() { "lm" } else { "edgerton-shukur" };
                reports.push(report("breusch-godfrey", headline, Outcome::NotApplicable { because }));
            }
        }
        let [plain, adjusted] = self.portmanteau(lags);
        reports.push(report("portmanteau", "portmanteau-adjusted", adjusted));
        reports.push(report("portmanteau", "portmanteau", plain));
        Ok(ResidualTest { reports })
    }

    fn portmanteau(&self, lags: usize) -> [Outcome; 2] {
        let (equations, dynamic) = (self.names().len(), self.dynamic_coefficients());
        if lags * equations <= dynamic || lags >= self.nobs() {
            let fewest = dynamic / equations;
            let because = format!(
                "not identified: a portmanteau test of a model with {fewest} lag{} needs more periods than that, and fewer \
                 than the {} rows; {lags} were asked for",
                if fewest == 1 { "" } else { "s" },
                self.nobs()
            );
            return [Outcome::NotApplicable { because: because.clone() }, Outcome::NotApplicable { because }];
        }
        // Centred, which matters in a model without a constant only.
        let (u, t, k) = (self.centred_residuals(), self.nobs(), self.names().len());
        let autocovariance = |lag: usize| {
            Array2::from_shape_fn((k, k), |(i, j)| {
                (lag..t).map(|s| u[[i, s]] * u[[j, s - lag]]).sum::<f64>() / t as f64
            })
        };
        let zero = autocovariance(0);
        let (mut plain, mut adjusted) = (0.0, 0.0);
        for lag in 1..=lags {
            let c = autocovariance(lag);
            // tr(C'C₀⁻¹CC₀⁻¹) is the sum of squares of L⁻¹ C L⁻ᵀ.
            let squares = super::whitened(&zero, &c)
                .and_then(|half| super::whitened(&zero, &half.t().to_owned()))
                .map_or(f64::NAN, |both| both.iter().map(|value| value * value).sum());
            plain += t as f64 * squares;
            adjusted += (t * t) as f64 / (t - lag) as f64 * squares;
        }
        let df = (k * k * lags).saturating_sub(self.free_lag_coefficients());
        [chi_squared_outcome(plain, df), chi_squared_outcome(adjusted, df)]
    }

    /// The residuals on the regressors and `lags` lags of themselves, reduced; why that cannot be, if so.
    fn auxiliary(&self, lags: usize) -> Result<Reduction, String> {
        let (u, t, equations) = (self.residuals(), self.nobs(), self.names().len());
        let regressors = self.estimated_on();
        let fixed = regressors.len();
        let k = fixed + equations * lags;
        if t <= k + equations {
            return Err(format!(
                "not identified: {t} rows are too few for {fixed} regressors and {lags} lags of {equations} residuals"
            ));
        }
        let lagged: Vec<Vec<f64>> = (1..=lags)
            .flat_map(|lag| {
                (0..equations).map(move |i| (0..t).map(|s| s.checked_sub(lag).map_or(0.0, |s| u[[s, i]])).collect())
            })
            .collect();
        let residuals: Vec<Vec<f64>> = u.columns().into_iter().map(|column| column.to_vec()).collect();
        let columns: Vec<&[f64]> = regressors
            .iter()
            .map(|(_, values)| values.as_slice())
            .chain(lagged.iter().map(Vec::as_slice))
            .chain(residuals.iter().map(Vec::as_slice))
            .collect();
        let reduction = Reduction::of_columns(&columns);
        if reduction.dependence(k).is_some() {
            return Err("not identified: the lags of the residuals are collinear with the regressors".into());
        }
        Ok(reduction)
    }

    /// Σ̂, by T, of the auxiliary regression.
    fn explained(&self, lags: usize, reduction: &Reduction) -> Array2<f64> {
        let equations = self.names().len();
        let k = self.estimated_on().len() + equations * lags;
        let tail = |j: usize| &reduction.column(k + j)[k..];
        Array2::from_shape_fn((equations, equations), |(i, j)| {
            let product: f64 = tail(i).iter().zip(tail(j)).map(|(a, b)| a * b).sum();
            scale_by(product, reduction.exponent(k + i) + reduction.exponent(k + j)) / self.nobs() as f64
        })
    }

    /// LM where equations lack different terms: what the lagged residuals take from tr(Σ̃⁻¹U'U), each equation beside its own
    /// terms, by generalised least squares. `None` where they lack none.
    fn fall_of_restricted(&self, lags: usize, reduction: &Reduction) -> Option<Outcome> {
        self.estimator()?;
        let (equations, terms) = (self.names().len(), self.columns.regressors().count());
        let system = System::new(reduction, equations);
        let own: Vec<Vec<usize>> = (0..equations).map(|i| self.kept(i)).collect();
        let lagged = terms..terms + equations * lags;
        let with = own.iter().map(|kept| kept.iter().copied().chain(lagged.clone()).collect()).collect();
        let sigma = system.products(&Pattern(vec![Vec::new(); equations]), &[]) / self.nobs() as f64;
        let square = |kept| system.weighted(&Pattern(kept), &sigma).map(|weighted| weighted.square);
        Some(match (square(own), square(with)) {
            (Ok(before), Ok(after)) => chi_squared_outcome(before - after, lags * equations * equations),
            _ => Outcome::NotApplicable { because: "not identified: the residuals are collinear".into() },
        })
    }

    /// LM, and Rao's F with whole and with floored degrees of freedom.
    fn breusch_godfrey(&self, lags: usize, explained: &Array2<f64>) -> [Outcome; 3] {
        let (t, equations) = (self.nobs() as f64, self.names().len());
        let restricted = self.sigma(Divisor::Rows);
        let singular = || Outcome::NotApplicable { because: "not identified: the residuals are collinear".into() };
        let (Some(trace), Some(ratio)) = (
            trace_of_ratio(&restricted, explained),
            ln_determinant(explained).and_then(|ln| Some(ln - ln_determinant(&restricted)?)),
        ) else {
            return [singular(), singular(), singular()];
        };
        let lm = chi_squared_outcome(t * (equations as f64 - trace), lags * equations * equations);
        let (k, m) = (equations as f64, (equations * lags) as f64);
        let regressors = self.estimated_on().len() as f64;
        let n = t - regressors - m - 0.5 * (k - m + 1.0);
        let under = k * k + m * m - 5.0;
        let r = if under > 0.0 { ((k * k * m * m - 4.0) / under).sqrt() } else { 1.0 };
        let whole = n * r - (0.5 * k * m - 1.0);
        // |Σ̂ᵣ|/|Σ̂ᵤ| to the power 1/r, less one.
        let gain = (-ratio / r).exp_m1();
        let rao = |df: f64| {
            if df < 1.0 {
                let because = "not identified: Rao's F has less than one degree of freedom".into();
                return Outcome::NotApplicable { because };
            }
            let statistic = gain * df / (k * m);
            Outcome::Computed {
                symbol: "F",
                statistic,
                distribution: NullDistribution::F(k * m, df),
                p: PValue::Approximate(f::sf(statistic, k * m, df)),
            }
        };
        [lm, rao(whole), rao(whole.floor())]
    }
}
