//! Long-run multipliers, and the error-correction form in which they are held fixed.

use ndarray::Array1;

use crate::dist::student_t;
use crate::regression::{Coefficient, Fit, Ols};
use crate::{Design, Error, ErrorKind};

/// Where the parts of the long run stand among the error-correction regressors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    /// Deterministic terms, which come first.
    pub deterministic: usize,
    /// Regressors in levels, which come after the deterministic terms and the response's lagged level.
    pub levels: usize,
    /// Fixed regressors, which come last.
    pub fixed: usize,
}

impl Places {
    /// The response's lagged level.
    pub fn response(self) -> usize {
        self.deterministic
    }

    /// The regressors' levels.
    pub fn regressors(self) -> std::ops::Range<usize> {
        self.deterministic + 1..self.after_levels()
    }

    /// Where lagged differences begin.
    pub fn after_levels(self) -> usize {
        self.deterministic + 1 + self.levels
    }
}

/// −θ/φ for each of these terms, with standard errors by the delta method and Student's t for the p-values.
///
/// # Errors
/// If φ is zero, so that there is no long run.
pub(super) fn multipliers(fit: &Fit, places: Places, names: &[String]) -> Result<Vec<Coefficient>, Error> {
    let (b, vcov, at, df) = (fit.coefficients(), fit.vcov(), places.response(), fit.df_resid() as f64);
    let (phi, critical) = (b[at], student_t::isf(0.025, df));
    let terms = (0..places.deterministic).chain(places.regressors());
    let multiplier = |(j, name): (usize, &String)| {
        let estimate = -b[j] / phi;
        // d(−θ/φ) = −dθ/φ + θ/φ² dφ = −(dθ + estimate·dφ)/φ
        let spread = vcov[[j, j]] + estimate * (2.0 * vcov[[j, at]] + estimate * vcov[[at, at]]);
        let std_error = spread.max(0.0).sqrt() / phi.abs();
        let statistic = if estimate == 0.0 { 0.0 } else { estimate / std_error };
        if !estimate.is_finite() || !std_error.is_finite() {
            return Err(Error::new(
                ErrorKind::NonFinite,
                format!("there is no long-run multiplier of `{name}`: the response does not adjust at all"),
            )
            .remedy("model the differences instead"));
        }
        Ok(Coefficient {
            term: name.clone(),
            estimate,
            std_error,
            statistic,
            p_value: student_t::two_sided(statistic, df),
            conf_low: estimate - critical * std_error,
            conf_high: estimate + critical * std_error,
        })
    };
    terms.zip(names).map(multiplier).collect()
}

/// The error-correction regression with the levels replaced by one column, their deviation from the long run: yₜ₋₁ less the
/// multipliers times the regressors' levels, and less the deterministic term that the case restricts (`restricted`).
///
/// # Errors
/// As [`Ols::fit`].
pub(super) fn restricted(
    fit: &Fit,
    places: Places,
    restricted: Option<usize>,
    multipliers: &[Coefficient],
) -> Result<(Fit, Array1<f64>), Error> {
    let design = fit.design();
    let x = design.x();
    let mut deviation = x.column(places.response()).to_owned();
    let terms = (0..places.deterministic).chain(places.regressors()).zip(multipliers);
    for (j, multiplier) in terms.filter(|(j, _)| *j >= places.deterministic || Some(*j) == restricted) {
        deviation.scaled_add(-multiplier.estimate, &x.column(j));
    }
    let kept: Vec<&String> = design
        .terms()
        .iter()
        .enumerate()
        .filter(|(j, _)| (*j < places.deterministic && Some(*j) != restricted) || *j >= places.after_levels())
        .map(|(_, term)| term)
        .collect();
    let column = (TERM.to_owned(), deviation.clone());
    let with =
        if kept.is_empty() { alone(design, column)? } else { design.subset_terms(&kept)?.with_columns([column])? };
    Ok((Ols::fit(&with)?, deviation))
}

/// The name of the deviation from the long run, one period before.
pub(super) const TERM: &str = "lag(ec, 1)";

/// A design with this column only.
fn alone(design: &Design, (name, column): (String, Array1<f64>)) -> Result<Design, Error> {
    let (response, y, stamps) = (design.response(), design.y().clone(), design.stamps().to_vec());
    Design::from_arrays(response, vec![name], y, column.insert_axis(ndarray::Axis(1)), stamps)
}
