//! Residuals of a long-run regression at every date of a shift, the columns that do not depend on the date projected off
//! once.

use super::gregory_hansen::Shift;
use crate::cointegration::equation::Equation;
use crate::linalg::Basis;
use crate::unit_root::Terms;
use crate::unit_root::input::deterministic;

/// What every date shares.
pub(super) struct Search {
    /// The span of the columns that no date changes.
    fixed: Basis,
    /// y less its projection on them.
    unexplained: Vec<f64>,
    /// The columns that start at the break: the constant, the slopes' regressors, the trend.
    shifting: Vec<Vec<f64>>,
}

impl Search {
    /// `None` if the fixed columns are dependent.
    pub(super) fn new(equation: &Equation, shift: Shift) -> Option<Self> {
        let n = equation.nobs();
        let mut shifting = vec![vec![1.0; n]];
        if matches!(shift, Shift::Regime | Shift::RegimeAndTrend) {
            shifting.extend(equation.x().iter().map(|x| x.values().to_vec()));
        }
        if shift == Shift::RegimeAndTrend {
            shifting.extend(deterministic(Terms::Trend, 0, n).pop());
        }
        let mut fixed = Basis::new(n);
        for column in equation.columns(0, n) {
            fixed.push(column)?;
        }
        let unexplained = fixed.leave(equation.y().values().to_vec());
        Some(Self { fixed, unexplained, shifting })
    }

    /// The residuals when the columns that shift do so after `before` observations; `None` where that date cannot be told
    /// from another coefficient.
    pub(super) fn residuals(&self, before: usize) -> Option<Vec<f64>> {
        let mut basis = self.fixed.clone();
        for column in &self.shifting {
            let mut dummy = vec![0.0; before];
            dummy.extend(&column[before..]);
            basis.push(dummy)?;
        }
        Some(basis.leave_after(self.fixed.len(), self.unexplained.clone()))
    }
}
