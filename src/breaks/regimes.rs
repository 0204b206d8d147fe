//! The two regimes of a design, and whether each can stand on its own.

use std::ops::Range;

use super::BreakDate;
use crate::dist::student_t;
use crate::linalg::Reduction;
use crate::regression::{Coefficient, Fit, refuse_collinear};
use crate::{Design, Error, ErrorKind};

/// Refuses a regression that leaves nothing: no break could add to it.
pub(super) fn refuse_exact(fit: &Fit) -> Result<&Fit, Error> {
    if fit.sigma2() > 0.0 { Ok(fit) } else { Err(exact(fit.design(), &[])) }
}

/// The error for a model that leaves nothing with these breaks.
pub(super) fn exact(design: &Design, before: &[usize]) -> Error {
    let stamps = design.stamps();
    let dates: Vec<String> =
        before.iter().map(|b| BreakDate { last_before: stamps[b - 1], first_after: stamps[*b] }.to_string()).collect();
    let with =
        if dates.is_empty() { "without a break".into() } else { format!("with a break at {}", dates.join(", ")) };
    Error::new(
        ErrorKind::Constant,
        format!("`{}` is fitted exactly {with}: there is nothing to test", design.response()),
    )
    .remedy("a test needs errors")
}

/// The sum of the coefficients at these positions, whose variance is that of a sum, under the name of a term.
pub(super) fn summed(fit: &Fit, positions: &[usize], term: &str) -> Coefficient {
    let (estimates, vcov, df) = (fit.coefficients(), fit.vcov(), fit.df_resid() as f64);
    let estimate = positions.iter().map(|i| estimates[*i]).sum::<f64>();
    let variance: f64 =
        positions.iter().flat_map(|i| positions.iter().map(|j| vcov[[*i, *j]]).collect::<Vec<_>>()).sum();
    let std_error = variance.max(0.0).sqrt();
    let statistic = if estimate == 0.0 { 0.0 } else { estimate / std_error };
    let half = student_t::isf(0.025, df) * std_error;
    Coefficient {
        term: term.to_owned(),
        estimate,
        std_error,
        statistic,
        p_value: student_t::two_sided(statistic, df),
        conf_low: estimate - half,
        conf_high: estimate + half,
    }
}

/// Rows before and after a break, as columns `[regressors, response]` of a design.
pub(super) struct Regimes<'a> {
    design: &'a Design,
    columns: Vec<Vec<f64>>,
    pub before: usize,
}

impl<'a> Regimes<'a> {
    pub fn new(design: &'a Design, before: usize) -> Self {
        let mut columns: Vec<Vec<f64>> = design.x().columns().into_iter().map(|column| column.to_vec()).collect();
        columns.push(design.y().to_vec());
        Self { design, columns, before }
    }

    /// Coefficients of one regime.
    pub fn terms(&self) -> usize {
        self.columns.len() - 1
    }

    pub fn after(&self) -> usize {
        self.design.nobs() - self.before
    }

    /// The rows of the regime that has fewer of them; the later one if both have as many.
    pub fn shorter(&self) -> Range<usize> {
        if self.before < self.after() { 0..self.before } else { self.before..self.design.nobs() }
    }

    pub fn regressors(&self) -> Vec<&[f64]> {
        self.columns[..self.terms()].iter().map(Vec::as_slice).collect()
    }

    pub fn response(&self) -> &[f64] {
        &self.columns[self.terms()]
    }

    /// For each of these terms a column that is zero before the break and the term after it.
    pub fn changes(&self, terms: &[String]) -> Result<Vec<Vec<f64>>, Error> {
        if terms.is_empty() {
            return Err(
                Error::new(ErrorKind::Argument, "no coefficient is allowed to change").remedy("name at least one term")
            );
        }
        if let Some((_, twice)) = terms.iter().enumerate().find(|(i, term)| terms[..*i].contains(term)) {
            return Err(Error::new(ErrorKind::Argument, format!("`{twice}` is named twice")).remedy("name it once"));
        }
        terms
            .iter()
            .map(|term| {
                let mut column = self.columns[self.design.position(term)?].clone();
                column[..self.before].fill(0.0);
                Ok(column)
            })
            .collect()
    }

    /// For each row of the shorter regime a column that is one in that row alone.
    pub fn pulses(&self) -> Vec<Vec<f64>> {
        let n = self.design.nobs();
        self.shorter().map(|row| (0..n).map(|i| f64::from(u8::from(i == row))).collect()).collect()
    }

    /// Refuses regressors that are collinear over all rows.
    pub fn refuse_collinear(&self) -> Result<(), Error> {
        self.collinear(0..self.design.nobs())
    }

    /// Why a regime cannot identify all coefficients, if it cannot. A regime with fewer rows than coefficients is not
    /// looked at: it has a test of its own.
    pub fn unidentified(&self) -> Option<String> {
        let n = self.design.nobs();
        [(0..self.before, "before"), (self.before..n, "after")].into_iter().find_map(|(rows, side)| {
            let error = if rows.len() < self.terms() { None } else { self.collinear(rows).err() }?;
            Some(format!("not identified {side} the break: {}", error.message()))
        })
    }

    /// Refuses the first regressor that is a combination of those before it in these rows.
    pub fn collinear(&self, rows: Range<usize>) -> Result<(), Error> {
        let columns: Vec<&[f64]> = self.regressors().into_iter().map(|column| &column[rows.clone()]).collect();
        let constant = |j: usize| {
            let column: &[f64] = columns.get(j)?;
            column.first().copied().filter(|first| column.iter().all(|value| value == first))
        };
        let terms = self.design.terms();
        refuse_collinear(&Reduction::of_columns(&columns), terms.len(), |j| terms[j].clone(), constant)
    }
}
