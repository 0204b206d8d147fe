//! Maximum likelihood under restrictions, and the likelihood-ratio test of them.

use ndarray::Array2;

use super::canonical::{Basis, complement};
use super::dimension::degrees_of_freedom;
use super::restrictions::Restrictions;
use super::switching::{STARTS, solve};
use super::system::{Residuals, scale_rows};
use super::vecm::Vecm;
use crate::hypothesis::{NullDistribution, test_table};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, HypothesisTest, Note, Outcome, PValue, TestReport};

impl Vecm {
    /// The likelihood-ratio test of restrictions on β and α.
    ///
    /// One group of restricted relations beside known ones, with or without restricted loadings, has a solution in closed
    /// form (Johansen, 1995, ch. 7 and 8); several groups are maximised in turn. Degrees of freedom are those that the
    /// restrictions take from αβ', counted as the loss of rank of its derivative.
    ///
    /// # Errors
    /// If a name is unknown, the restrictions leave no room for the relations, repeat one another in a relation, or the
    /// maximisation does not settle.
    pub fn test(&self, restrictions: &Restrictions) -> Result<RestrictionTest, Error> {
        let johansen = self.johansen();
        let levels = johansen.level_names();
        let names: Vec<&str> = johansen.names().iter().map(String::as_str).collect();
        let parts = restrictions.parts(&levels, self.rank())?;
        let a = restrictions.span_of_loadings(&names, self.rank())?;
        let df = degrees_of_freedom(&parts, &a, levels.len(), self.rank()).ok_or_else(|| {
            Error::new(ErrorKind::Argument, format!("`{restrictions}` makes two relations the same"))
                .remedy("give relations that are not combinations of one another")
        })?;
        let (level_exponents, change_exponents) = johansen.exponents();
        let scaled_a = scale_rows(&a, &change_exponents, true);
        let (concentrated, span) = concentrate(&johansen.residuals, &scaled_a);
        let solved = solve(&concentrated, &parts, &level_exponents)?;
        let free = johansen.canonical.log_sum(self.rank());
        let relations = concentrated.levels.dot(&scale_rows(&solved.beta, &level_exponents, false));
        let basis = Basis::of(&relations, self.rank());
        let loadings = basis.coordinates.dot(&basis.vectors.t().dot(&concentrated.changes));
        let alpha = scale_rows(&span.dot(&loadings.t()), &change_exponents, false);
        let t = self.sample().n as f64;
        let mut test = RestrictionTest {
            lr: (t * (solved.log_sum - free)).max(0.0),
            df,
            log_likelihood: johansen.log_likelihood_from(solved.log_sum),
            beta: solved.beta,
            alpha,
            sweeps: solved.sweeps,
            levels: levels.iter().map(|name| (*name).to_owned()).collect(),
            names: johansen.names().to_vec(),
            reports: Vec::new(),
        };
        test.reports = vec![self.restriction_report(restrictions, &test)];
        Ok(test)
    }

    fn restriction_report(&self, restrictions: &Restrictions, test: &RestrictionTest) -> TestReport {
        let (names, r) = (self.johansen().names().join(", "), self.rank());
        let outcome = match test.p_value() {
            Some(p) => Outcome::Computed {
                symbol: "LR",
                statistic: test.lr,
                distribution: NullDistribution::ChiSquared(test.df as f64),
                p: PValue::Exact(p),
            },
            None => Outcome::NotApplicable {
                because: "every set of relations can be written so: nothing is restricted".into(),
            },
        };
        let mut notes = self.notes().to_vec();
        notes.push(Note::new(format!("The number of relations, {r}, is taken as known.")));
        if test.sweeps > 1 {
            notes.push(Note::new(format!(
                "Groups of relations were maximised in turn, {} times, from {STARTS} starts; a higher maximum elsewhere cannot be excluded.",
                test.sweeps
            )));
        }
        let relations = if r == 1 { "the long-run relation".to_owned() } else { format!("the {r} long-run relations") };
        TestReport {
            test: "johansen-restrictions",
            convention: "lr",
            null: format!("in {relations} among {names}: {restrictions}"),
            alternative: format!("not all of it holds: {restrictions}"),
            outcome,
            critical_values: Vec::new(),
            sample: self.sample(),
            settings: self.johansen().settings.clone(),
            notes,
        }
    }
}

/// The system in which α is free: given α = Aψ, the differences outside A's span are conditioned upon.
///
/// Returns it with the orthonormal basis of A's span in which its differences are given.
fn concentrate(residuals: &Residuals, a: &Array2<f64>) -> (Residuals, Array2<f64>) {
    let outside = complement(a);
    let span = complement(&outside);
    let given = Basis::of(&residuals.changes.dot(&outside), outside.ncols());
    let changes = given.residual(&residuals.changes.dot(&span));
    (Residuals { levels: given.residual(&residuals.levels), changes }, span)
}

/// A likelihood-ratio test of restrictions, with the restricted estimates.
#[derive(Debug, Clone)]
pub struct RestrictionTest {
    lr: f64,
    df: usize,
    log_likelihood: f64,
    beta: Array2<f64>,
    alpha: Array2<f64>,
    sweeps: usize,
    levels: Vec<String>,
    names: Vec<String>,
    reports: Vec<TestReport>,
}

impl RestrictionTest {
    /// 2 (ln L − ln L restricted).
    pub fn lr(&self) -> f64 {
        self.lr
    }

    /// Its degrees of freedom.
    pub fn df(&self) -> usize {
        self.df
    }

    /// From χ²; `None` if nothing is restricted.
    pub fn p_value(&self) -> Option<f64> {
        (self.df > 0).then(|| crate::dist::chi_squared::sf(self.lr, self.df as f64))
    }

    /// The restricted log-likelihood.
    pub fn log_likelihood(&self) -> f64 {
        self.log_likelihood
    }

    /// The restricted β, a column for each relation: known ones as given, others with their first non-zero coefficient one.
    pub fn beta(&self) -> &Array2<f64> {
        &self.beta
    }

    /// The restricted α, a column for each column of [`beta`](Self::beta).
    pub fn alpha(&self) -> &Array2<f64> {
        &self.alpha
    }

    /// The test as a report.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The test, then β and α under the restrictions.
    pub fn tables(&self) -> Vec<Table> {
        let estimate = |id: &str, title: &str, names: &[String], values: &Array2<f64>| {
            let mut table = Table::new(id, title).column(Column::text("term", ""));
            for j in 1..=values.ncols() {
                table = table.column(Column::number(format!("relation_{j}"), format!("relation {j}")));
            }
            for (name, row) in names.iter().zip(values.rows()) {
                let cells = row.iter().map(|value| Cell::number(*value, NumberFormat::Significant(4)));
                table.push_row(std::iter::once(Cell::text(name)).chain(cells).collect::<Vec<_>>());
            }
            table
        };
        vec![
            test_table(&self.reports),
            estimate("restricted-beta", "Long-run relations under the restrictions", &self.levels, &self.beta),
            estimate("restricted-alpha", "Loadings under the restrictions", &self.names, &self.alpha),
        ]
    }
}

impl HypothesisTest for RestrictionTest {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(RestrictionTest => tables);
