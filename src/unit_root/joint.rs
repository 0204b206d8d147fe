//! Dickey and Fuller's (1981) joint F statistics, from the regression of the augmented test.

use super::Terms;
use crate::dist::dickey_fuller::joint::{Joint, LEVELS};
use crate::hypothesis::{CriticalValue, NullDistribution, Outcome};
use crate::linalg::dot;
use crate::regression::Fit;
use crate::{Note, TestReport};

/// Φ₁ in a regression with a constant, Φ₂ and Φ₃ in one with a trend too; none in the others, for which there is no table.
///
/// `base` is the report of the augmented test; `fit` has the deterministic terms first, the level next and the lags last.
pub(super) fn reports(fit: &Fit, name: &str, terms: Terms, base: &TestReport) -> Vec<TestReport> {
    let joints: &[Joint] = match terms {
        Terms::Constant => &[Joint::Phi1],
        Terms::Trend => &[Joint::Phi2, Joint::Phi3],
        Terms::None | Terms::Quadratic => &[],
    };
    let (rows, df) = (fit.nobs(), fit.df_resid());
    let explained = Explained::new(fit, terms);
    let report = |joint: &Joint| {
        let statistic = explained.f(joint.restrictions(), df);
        let (convention, symbol, null) = match joint {
            Joint::Phi1 => ("phi1", "Φ₁", format!("{name} has a unit root and no drift")),
            Joint::Phi2 => ("phi2", "Φ₂", format!("{name} has a unit root, no drift and no trend in its change")),
            Joint::Phi3 => ("phi3", "Φ₃", format!("{name} has a unit root and no trend in its change")),
        };
        let mut notes = base.notes.clone();
        if rows < 25 {
            notes.push(Note::new(format!("Dickey and Fuller's (1981) table begins at 25 observations, not {rows}.")));
        }
        Some(TestReport {
            test: "adf-joint",
            convention,
            null,
            alternative: "at least one of the restricted coefficients is not zero".into(),
            outcome: Outcome::Computed {
                symbol,
                statistic,
                distribution: NullDistribution::NonStandard("dickey-fuller-joint", "Dickey–Fuller Φ"),
                p: joint.p_value(statistic, rows)?.into(),
            },
            critical_values: CriticalValue::at_levels(&LEVELS, |level| joint.critical_value(level, rows)),
            notes,
            ..base.clone()
        })
    };
    joints.iter().filter_map(report).collect()
}

/// What each column explains of the change after those before it: lags first, then constant, trend and level, so that
/// every joint hypothesis restricts the last few.
struct Explained {
    parts: Vec<f64>,
    left: f64,
}

impl Explained {
    fn new(fit: &Fit, terms: Terms) -> Self {
        let level = terms.count();
        let order: Vec<usize> = (level + 1..fit.nterms()).chain(0..=level).collect();
        let (parts, left) = fit.explained_in(&order);
        Self { parts, left }
    }

    fn f(&self, restrictions: usize, df: usize) -> f64 {
        let last = &self.parts[self.parts.len() - restrictions..];
        dot(last, last) / restrictions as f64 / (self.left / df as f64)
    }
}
