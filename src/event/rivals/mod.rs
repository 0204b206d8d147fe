//! Rival explanations: what a coefficient becomes as other explanations enter the same regression.
//!
//! # Hypotheses
//! H₀: the coefficient in question is zero once all rivals are in. Alternative: it is not. Beside it, for each rival: its terms are all
//! zero in the same regression.
//! # Model
//! y = x'β + Σₖ zₖ'γₖ + u, with one of β the coefficient in question and zₖ the terms of rival k: a second date
//! (`post(2014) + x:post(2014)`), a shift of the level that has another cause (`post(2014)`), a variable left out (`log(z)`).
//! Every combination of rivals is estimated, all on the rows that the regression with all of them has.
//! # Assumptions
//! Those of the covariance. A rival is something that the event did not bring about: what the event itself moved is a way by which it
//! works, and to hold it fixed takes away part of the effect (a "bad control", Angrist and Pischke 2009).
//! # Statistic and null distribution
//! The coefficient by t(n − k), as F(1, n − k); a rival's terms by Wald's F(q, n − k) under the covariance asked for.
//! # Conventions
//! - The path: no rival; each by itself; then one more at a time, in the order given. [`RivalPath::combinations`] has all 2^m.
//! - What each rival takes from the coefficient does not depend on an order: b − b* = Σₖ Γₖcₖ, where b* and c are from the
//!   regression with all rivals and Γₖ from regressions of zₖ on x (Gelbach 2016, eq. 5). These are arithmetic, without errors.
//! - A combination that leaves fewer than 5 residual degrees of freedom, is collinear or has no such covariance has no number, and
//!   says why. With a `pulse()` among the terms only the classical covariance can be had.
//! - Rows in which a rival is missing are left out of every step; a step "no rival, all rows" then shows what that alone does.
//! - Below 60 rows a note has the size of the test of the coefficient, simulated on these regressors.
//! # Agrees with / differs from
//! R `lm` with `sandwich` for each step; Stata `b1x2` and pyfixest `decompose` for what each rival takes. A path in one order alone,
//! as printed in most papers, gives to the first rival what it shares with the others.
//! # Example
//! ```
//! use yalu::event::RivalExplanations;
//! use yalu::series::Calendar;
//! use yalu::{Frame, HypothesisTest, Period};
//! let exports = [271., 396., 582., 497., 468., 582., 754., 501., 1188., 2464., 2485., 2912., 2842., 2565.];
//! let imports = [467., 628., 795., 1085., 1232., 1393., 2033., 1210., 2278., 3165., 3446., 3633., 3523., 2946.];
//! let frame = Frame::new(Calendar::From(Period::annual(2002)), 14)
//!     .with_column("x", exports.map(Some).to_vec())?
//!     .with_column("y", imports.map(Some).to_vec())?;
//! let path = RivalExplanations::of(&frame, "log(y) ~ log(x) * post(2010)")
//!     .coefficient("log(x):post(2010)")
//!     .rival("a shift in 2014", "post(2014)")
//!     .rival("a trend", "trend()")
//!     .run()?;
//! assert_eq!(path.steps().len(), 4);
//! let [alone, all] = [path.base(), path.full()].map(|step| step.coefficient.clone().expect("enough rows"));
//! assert!(alone.p_value < 0.05 && all.p_value > 0.05);
//! let takes: f64 = path.takes().iter().map(|rival| rival.takes).sum();
//! assert!((alone.estimate - all.estimate - takes).abs() < 1e-10);
//! assert_eq!(path.reports().len(), 3);
//! # Ok::<(), yalu::Error>(())
//! ```
//! # References
//! - Angrist, J. D. and J.-S. Pischke (2009), *Mostly Harmless Econometrics*, Princeton University Press, section 3.2.3.
//! - Gelbach, J. B. (2016), *Journal of Labor Economics* 34, 509–543.

mod combinations;
mod result;
mod words;

pub use combinations::RivalStep;
pub use result::{RivalPath, RivalTakes};

use crate::regression::Covariance;
use crate::{Design, Error, ErrorKind, Frame};

/// The most rivals at once: every combination is estimated.
const MOST: usize = 10;

/// A coefficient and the explanations that compete with it; see the [module](self).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct RivalExplanations<'a> {
    frame: &'a Frame,
    formula: String,
    coefficient: Option<String>,
    rivals: Vec<Rival>,
    covariance: Covariance,
    min_df: usize,
}

/// An explanation: its name and its terms as a formula has them.
#[derive(Debug, Clone)]
struct Rival {
    name: String,
    terms: String,
}

/// Everything that the steps are made from.
struct Question {
    /// All terms on the rows of all.
    full: Design,
    /// The first regression's terms.
    base: Vec<String>,
    coefficient: String,
    /// The names of the rivals, and the terms each brings.
    rivals: Vec<(String, Vec<String>)>,
    covariance: Covariance,
    min_df: usize,
    /// The first regression on all its rows, where the rivals lose some.
    all_rows: Option<Design>,
}

impl<'a> RivalExplanations<'a> {
    /// The regression without rivals, as a formula. Inference is classical until another covariance is asked for.
    pub fn of(frame: &'a Frame, formula: impl Into<String>) -> Self {
        let (formula, covariance) = (formula.into(), Covariance::Classical);
        Self { frame, formula, coefficient: None, rivals: Vec::new(), covariance, min_df: 5 }
    }

    /// The coefficient in question: a term of the formula as results name it, such as `post(2010)` or `x:post(2010)`.
    pub fn coefficient(mut self, term: impl Into<String>) -> Self {
        self.coefficient = Some(term.into());
        self
    }

    /// Adds a rival: its name, and its terms as the right-hand side of a formula.
    pub fn rival(mut self, name: impl Into<String>, terms: impl Into<String>) -> Self {
        self.rivals.push(Rival { name: name.into(), terms: terms.into() });
        self
    }

    /// The covariance of every step.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.covariance = covariance;
        self
    }

    /// The residual degrees of freedom below which a step has no number; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Estimates every combination.
    ///
    /// # Errors
    /// Those of the formulas; if no coefficient or no rival is named, the coefficient is not a term of the formula, a rival brings
    /// no term that is not there already, two have one name, or there are more than ten.
    pub fn run(&self) -> Result<RivalPath, Error> {
        Ok(RivalPath::of(self.question()?))
    }

    fn question(&self) -> Result<Question, Error> {
        let refuse = |what: String, remedy: &str| Err(Error::new(ErrorKind::Argument, what).remedy(remedy));
        let names: Vec<&str> = self.rivals.iter().map(|rival| rival.name.as_str()).collect();
        if names.is_empty() {
            return refuse("no rival explanation is named".to_owned(), "add one, such as a second date, `post(2014)`");
        }
        if names.len() > MOST {
            let count = names.len();
            return refuse(format!("{count} rivals have {} combinations", 1_u64 << count), "name at most ten");
        }
        if let Some(twice) = names.iter().enumerate().find(|(i, name)| names[..*i].contains(name)) {
            return refuse(format!("two rivals are named `{}`", twice.1), "give each a name of its own");
        }
        let base = Design::from_formula(self.frame, &self.formula)?;
        let Some(coefficient) = self.coefficient.clone() else {
            return refuse(
                "no coefficient is named for the rivals to compete with".to_owned(),
                &format!("name one of {}", base.terms().join(", ")),
            );
        };
        base.position(&coefficient)?;
        let all = self.rivals.iter().fold(self.formula.clone(), |formula, rival| self.joined(&formula, rival));
        let full = Design::from_formula(self.frame, &all)?;
        let mut rivals: Vec<(String, Vec<String>)> = Vec::new();
        for rival in &self.rivals {
            let with = Design::from_formula(self.frame, &self.joined(&self.formula, rival))?;
            let own = self.own_terms(rival, &with, &base, &rivals)?;
            rivals.push((rival.name.clone(), own));
        }
        let (covariance, min_df) = (self.covariance, self.min_df);
        let terms = base.terms().to_vec();
        let all_rows = (base.nobs() > full.nobs()).then_some(base);
        Ok(Question { full, base: terms, coefficient, rivals, covariance, min_df, all_rows })
    }

    fn joined(&self, formula: &str, rival: &Rival) -> String {
        format!("{formula} + {}", rival.terms.trim())
    }

    /// The terms that this rival brings and neither the regression nor an earlier rival has.
    fn own_terms(
        &self,
        rival: &Rival,
        with: &Design,
        base: &Design,
        earlier: &[(String, Vec<String>)],
    ) -> Result<Vec<String>, Error> {
        let holder = |term: &String| {
            let of_rival = earlier.iter().find(|(_, terms)| terms.contains(term)).map(|(name, _)| name.as_str());
            if base.terms().contains(term) { Some("the regression itself") } else { of_rival }
        };
        let own: Vec<String> = with.terms().iter().filter(|term| holder(term).is_none()).cloned().collect();
        if own.is_empty() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("the rival `{}` ({}) brings no term that is not there already", rival.name, rival.terms),
            )
            .remedy("give it a term that neither the regression nor an earlier rival has"));
        }
        Ok(own)
    }
}
