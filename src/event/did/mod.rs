//! Difference in differences: units that an event touched against units that it did not, with one date for all.
//!
//! # Hypotheses
//! H₀: from the date on the outcome of the treated units changed as that of the controls did. Alternative: by more, or by less.
//! # Model
//! yᵢₜ = αᵢ + λₜ + δ·treatedᵢ·post(D)ₜ + uᵢₜ: effects of units and of periods, and δ, the mean effect on the treated. With every unit in
//! every period δ is the difference between two means of dᵢ = ȳᵢ,after − ȳᵢ,before: the four means of the textbook.
//! # Assumptions
//! Without the event both groups would have changed alike (parallel trends); the event did not reach the controls; nobody acted on it
//! before. Leads that are zero speak for the first without proving it: [`leads`](DifferenceInDifferencesResult::leads).
//! # Statistic and null distribution
//! Errors of one unit may hang together over time in any way, so every test uses one number a unit, dᵢ:
//! - `cluster`: t of δ under the covariance clustered by unit, which is Σe²/N² of the two groups, times G/(G − 1)·(n − 1)/(n − k), against
//!   t(G − 1); k counts δ and the periods. `cluster-dummies` counts the units' effects in k too.
//! - `collapsed`: Student's t of two means (Bertrand, Duflo and Mullainathan 2004), t(G − 2): exact for normal dᵢ of one variance, with one treated
//!   unit too (Donald and Lang 2007). `welch`: each group with a variance of its own, s²/N, and Welch's degrees of freedom: the covariance is CR2's (Bell
//!   and McCaffrey's degrees of freedom, which take one variance, are others).
//! - `wild-bootstrap`: the sign of each unit's residual under H₀ is drawn anew (Cameron, Gelbach and Miller 2008), all 2^G ways up to
//!   12 units.
//! - `permutation`: |δ| among all choices of as many treated units, or 9,999 drawn ones: exact where the treated are as good as drawn at random.
//!
//! Leads: Wald's F of δₛ for each s before the last period before the date, clustered (F(q, G − 1)) and by Hotelling's T² (F(q, G − 1 − q)), exact for normal units of one
//! covariance.
//! # Conventions
//! - One date for all treated units. With several dates δ mixes effects of different ages (Goodman-Bacon 2021): not done here.
//! - Periods: those that all units have; the panel is then balanced. A gap inside is refused.
//! - One treated unit: its residual is zero, the clustered variance leaves its error out, and the bootstrap has nothing to draw from (Conley
//!   and Taber 2011). `cluster`, `cluster-dummies`, `welch`, `wild-bootstrap` are "not identified"; the headline is `permutation`, the rank
//!   of the unit among all.
//! - Under 40 units, or 10 in a group, a note has the simulated size of `cluster` at those numbers.
//! - The event study's base is the last period before the date. p-values of drawn signs or labels are (1 + number as large)/(1 + draws).
//! # Agrees with / differs from
//! pyfixest `feols(y ~ D | unit + time, vcov = {"CRV1": "unit"})`, which has the formula of R fixest and of Stata `xtreg, fe
//! vce(cluster)`: `cluster`. statsmodels and R `vcovCL(type = "HC1")`
//! with dummies: `cluster-dummies`. linearmodels' `PanelOLS` takes n/(n − k) with all effects and no G/(G − 1). wildboottest counts draws
//! that are strictly larger, so that the sample itself and its mirror image are not.
//! # Example
//! ```
//! use yalu::event::DifferenceInDifferences;
//! use yalu::series::CsvOptions;
//! use yalu::{Panel, Period};
//! let mut text = String::from("year,town,y\n");
//! for (number, town) in ["A", "B", "C", "D", "E", "F"].iter().enumerate() {
//!     for year in 2001..2009 {
//!         let noise = f64::from((number as i32 * 31 + year * year) % 7) / 10.0;
//!         let effect = if number < 3 && year >= 2005 { 2.0 } else { 0.0 };
//!         text += &format!("{year},{town},{}\n", 10.0 * number as f64 + f64::from(year - 2000) + noise + effect);
//!     }
//! }
//! let panel = Panel::from_csv_text(&text, "towns.csv", "town", &CsvOptions::default())?;
//! let result = DifferenceInDifferences::of("y").treated(["A", "B", "C"]).at(Period::annual(2005)).run(&panel)?;
//! assert!((result.estimate() - 2.0).abs() < 0.5);
//! assert_eq!(result.p_value("permutation"), Some(2.0 / 20.0));
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Bertrand, M., E. Duflo and S. Mullainathan (2004), *Quarterly Journal of Economics* 119, 249–275.
//! - Cameron, A. C., J. B. Gelbach and D. L. Miller (2008), *Review of Economics and Statistics* 90, 414–427.
//! - Conley, T. G. and C. R. Taber (2011), *Review of Economics and Statistics* 93, 113–125.
//! - Donald, S. G. and K. Lang (2007), *Review of Economics and Statistics* 89, 221–233.
//! - MacKinnon, J. G. and M. D. Webb (2017), *Journal of Applied Econometrics* 32, 233–254.

mod differences;
mod draws;
mod leads;
mod reports;
mod result;
mod words;

pub use result::{DifferenceInDifferencesResult, GroupMeans, StudyPoint};

use super::units::Units;
use crate::breaks::BreakDate;
use crate::resampling::simulation_setters;
use crate::{Error, ErrorKind, Panel};

/// A difference in differences; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run(&panel)`"]
pub struct DifferenceInDifferences {
    outcome: String,
    treated: Vec<String>,
    controls: Option<Vec<String>>,
    date: BreakDate,
    draws: usize,
    seed: u64,
}

/// A difference in differences that lacks its units.
#[derive(Debug, Clone)]
#[must_use = "say `.treated(units)`"]
pub struct DifferenceInDifferencesOf {
    outcome: String,
}

/// A difference in differences that lacks its date.
#[derive(Debug, Clone)]
#[must_use = "say `.at(date)`"]
pub struct DifferenceInDifferencesOfUnits {
    outcome: String,
    treated: Vec<String>,
}

impl DifferenceInDifferencesOf {
    /// The units that the event touched.
    pub fn treated<S: Into<String>>(self, units: impl IntoIterator<Item = S>) -> DifferenceInDifferencesOfUnits {
        let treated = units.into_iter().map(Into::into).collect();
        DifferenceInDifferencesOfUnits { outcome: self.outcome, treated }
    }
}

impl DifferenceInDifferencesOfUnits {
    /// The date; a period alone is the first after the event.
    pub fn at(self, date: impl Into<BreakDate>) -> DifferenceInDifferences {
        let (outcome, treated) = (self.outcome, self.treated);
        DifferenceInDifferences { outcome, treated, controls: None, date: date.into(), draws: 9999, seed: 1 }
    }
}

/// Units in order, the treated first.
struct Posed {
    units: Units,
    treated: usize,
    before: usize,
}

impl DifferenceInDifferences {
    /// The outcome: a column of the panel or a transform of columns.
    pub fn of(outcome: impl Into<String>) -> DifferenceInDifferencesOf {
        DifferenceInDifferencesOf { outcome: outcome.into() }
    }

    /// The units to compare with; all others of the panel unless set.
    pub fn controls<S: Into<String>>(mut self, units: impl IntoIterator<Item = S>) -> Self {
        self.controls = Some(units.into_iter().map(Into::into).collect());
        self
    }

    simulation_setters! {
        /// Draws of signs and of labels where there are too many to go through; 9,999 unless set.
        draws;
        /// The seed of the draws; 1 unless set.
        seed;
    }

    /// Estimates and tests.
    ///
    /// # Errors
    /// If there is no such unit (the nearest name is suggested), one is named twice or in both groups, a group is empty, the outcome
    /// has a gap, no period lies on one side of the date, fewer than 99 draws are asked for, or values are too large for their
    /// differences.
    pub fn run(&self, panel: &Panel) -> Result<DifferenceInDifferencesResult, Error> {
        if self.draws < 99 {
            return Err(Error::new(ErrorKind::Argument, format!("{} draws are too few for a p-value", self.draws))
                .remedy("use 9,999, and 99 at least"));
        }
        let posed = self.pose(panel)?;
        result::of(self, &posed)
    }

    fn pose(&self, panel: &Panel) -> Result<Posed, Error> {
        let controls: Vec<&str> = match &self.controls {
            Some(named) => named.iter().map(String::as_str).collect(),
            None => panel.units().filter(|unit| !self.treated.iter().any(|treated| treated == unit)).collect(),
        };
        let order: Vec<&str> = self.treated.iter().map(String::as_str).chain(controls.iter().copied()).collect();
        for (i, unit) in order.iter().enumerate() {
            panel.frame(unit)?;
            if let Some(first) = order[..i].iter().position(|other| other == unit) {
                let both = first < self.treated.len() && i >= self.treated.len();
                let what = if both { "is treated and a control" } else { "is named twice" };
                return Err(Error::new(ErrorKind::Name, format!("`{unit}` {what}")).remedy("name it once"));
            }
        }
        for (count, what) in [(self.treated.len(), "treated unit"), (controls.len(), "control")] {
            if count == 0 {
                return Err(Error::new(ErrorKind::Sample, format!("no {what}: two groups are compared"))
                    .remedy(format!("name a {what} at least")));
            }
        }
        let units = Units::of(&super::units::chosen(panel, &order)?, &self.outcome)?;
        let before = units.rows_before(self.date, 1)?;
        Ok(Posed { units, treated: self.treated.len(), before })
    }
}
