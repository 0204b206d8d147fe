//! Are the coefficients left out zero?

use super::system::singular;
use super::{Estimator, Pattern, Restricted};
use crate::dist::{chi_squared, f};
use crate::hypothesis::{NullDistribution, Setting, reports_itself, test_table};
use crate::linalg::PivotedQr;
use crate::linalg::lower_root;
use crate::table::Table;
use crate::var::VarResult;
use crate::var::estimate::{Columns, Estimate};
use crate::var::result::ln_determinant;
use crate::{Error, ErrorKind, Note, Outcome, PValue, TestReport};

/// Fewest residual degrees of freedom of an unrestricted equation for which a number is given.
const MIN_DF: usize = 5;
/// Restrictions that are listed one by one in words.
const LISTED: usize = 3;

/// Tests of all restrictions at once, in every convention.
#[derive(Debug, Clone)]
pub struct RestrictionTest {
    reports: Vec<TestReport>,
}

impl RestrictionTest {
    /// Every convention; the likelihood ratio is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// Every convention, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

reports_itself!(RestrictionTest);

/// Restricted and unrestricted, on the same rows.
struct Comparison {
    columns: Columns,
    unrestricted: Estimate,
    pattern: Pattern,
    /// Equation and term of every restriction.
    zeros: Vec<(usize, usize)>,
}

impl VarResult {
    /// Tests the restrictions of the model, lags left out included, against the autoregression with every lag from 1 to p and
    /// every term in every equation.
    ///
    /// # Errors
    /// If nothing is restricted.
    pub fn restriction_test(&self) -> Result<RestrictionTest, Error> {
        let columns = self.columns.with_all_lags(&self.series);
        let (pattern, zeros) = self.in_all_lags(&columns);
        if zeros.is_empty() {
            return Err(Error::new(ErrorKind::Argument, "no coefficient of the model is restricted")
                .remedy("restrict some, leave out lags or eliminate terms; then the restrictions can be tested"));
        }
        let terms: Vec<&str> = columns.regressors().map(|(name, _)| name.as_str()).collect();
        let names = self.names();
        let list: Vec<String> =
            zeros.iter().take(LISTED).map(|&(i, j)| format!("{} in the equation of {}", terms[j], names[i])).collect();
        let more = match zeros.len().saturating_sub(LISTED) {
            0 => String::new(),
            n => format!(", and {n} more"),
        };
        let coefficients =
            if zeros.len() == 1 { "the coefficient left out is" } else { "the coefficients left out are" };
        let null = format!("{coefficients} zero: {}{more}", list.join(", "));
        let settings = vec![Setting::new("restrictions", zeros.len().to_string(), self.restricted_by(zeros.len()))];
        let report = |convention, outcome| {
            let mut report = TestReport {
                convention,
                outcome,
                ..self.residual_report("var-restrictions", null.clone(), "some are not", settings.clone())
            };
            if !self.eliminated().is_empty() {
                report.notes.push(Note::new(
                    "A rule that saw these data chose the terms: the p-values take its choice as given, and are no test of it.",
                ));
            }
            report
        };
        let (rows, k) = (columns.rows(), terms.len());
        let reports = if rows < k + names.len().max(MIN_DF) {
            let because = format!(
                "not identified: {rows} rows less {k} coefficients of an unrestricted equation leave too few degrees of freedom"
            );
            vec![report("lr", Outcome::NotApplicable { because })]
        } else {
            let comparison = Comparison { unrestricted: Estimate::of(&columns)?, columns, pattern, zeros };
            comparison.outcomes()?.into_iter().map(|(convention, outcome)| report(convention, outcome)).collect()
        };
        Ok(RestrictionTest { reports })
    }

    /// The terms kept, and those that are not, as places among all lags.
    fn in_all_lags(&self, all: &Columns) -> (Pattern, Vec<(usize, usize)>) {
        let (fixed, equations) = (self.columns.fixed.len(), self.names().len());
        let place = |j: usize| match j.checked_sub(fixed) {
            None => j,
            Some(at) => fixed + (self.columns.included[at / equations] - 1) * equations + at % equations,
        };
        let pattern: Vec<Vec<usize>> = (0..equations).map(|i| self.kept(i).into_iter().map(place).collect()).collect();
        let k = all.fixed.len() + all.lagged.len();
        let zeros = pattern
            .iter()
            .enumerate()
            .flat_map(|(i, kept)| (0..k).filter(|j| kept.binary_search(j).is_err()).map(move |j| (i, j)))
            .collect();
        (Pattern(pattern), zeros)
    }
}

impl Comparison {
    fn outcomes(self) -> Result<[(&'static str, Outcome); 5], Error> {
        let (rows, equations) = (self.columns.rows(), self.columns.responses.len());
        let (t, m) = (rows as f64, self.zeros.len() as f64);
        let k = self.unrestricted.coefficients.nrows();
        let df = (rows - k) as f64;
        let free = ln_determinant(self.unrestricted.residuals(&self.columns));
        let by_rows = self.wald(t)?;
        let (restricted, _) = Restricted::of(&self.columns, self.unrestricted, self.pattern, Estimator::Iterated)?;
        let gain = ln_determinant(restricted.residuals(&self.columns)) - free;
        let chi_squared = |symbol, statistic: f64| Outcome::Computed {
            symbol,
            statistic,
            distribution: NullDistribution::ChiSquared(m),
            p: PValue::Approximate(chi_squared::sf(statistic, m)),
        };
        let (wald, under) = (by_rows * df / t, equations as f64 * df);
        let ratio = Outcome::Computed {
            symbol: "F",
            statistic: wald / m,
            distribution: NullDistribution::F(m, under),
            p: PValue::Approximate(f::sf(wald / m, m, under)),
        };
        Ok([
            ("lr", chi_squared("LR", (t * gain).max(0.0))),
            ("lr-sims", chi_squared("LR", (df * gain).max(0.0))),
            ("wald", chi_squared("χ²", wald)),
            ("wald-f", ratio),
            ("wald-ml", chi_squared("χ²", by_rows)),
        ])
    }

    /// b'(R(Σ ⊗ (Z'Z)⁻¹)R')⁻¹b of the coefficients restricted, with Σ by `divisor`.
    fn wald(&self, divisor: f64) -> Result<f64, Error> {
        let Estimate { coefficients, factor, products, .. } = &self.unrestricted;
        let root = lower_root(&(products / divisor)).ok_or_else(singular)?;
        let values: Vec<f64> = self.zeros.iter().map(|&(i, j)| coefficients[[j, i]]).collect();
        let mut columns = Vec::with_capacity(root.nrows() * factor.ncols() * self.zeros.len());
        for &(i, j) in &self.zeros {
            let of_term = factor.row(j);
            for p in root.row(i) {
                columns.extend(of_term.iter().map(|f| p * f));
            }
        }
        let qr = PivotedQr::new(columns, root.nrows() * factor.ncols(), self.zeros.len());
        Ok(qr.inverse_quadratic_form(&values))
    }
}

impl VarResult {
    /// Who restricted the model.
    fn restricted_by(&self, zeros: usize) -> &'static str {
        match self.eliminated().len() {
            0 => "user",
            n if n == zeros => "rule",
            _ => "user and rule",
        }
    }
}
