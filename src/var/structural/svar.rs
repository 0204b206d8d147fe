//! What is asked, and the checks that need the model.

use ndarray::Array2;

use super::super::{Divisor, VarResult};
use super::pattern::Pattern;
use super::restrictions::Restrictions;
use super::result::SvarResult;
use super::solution::Target;
use crate::hypothesis::Setting;
use crate::{Error, ErrorKind};

/// A structural vector autoregression; see the [module](super).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct Svar<'a> {
    model: &'a VarResult,
    a: Option<Pattern>,
    b: Option<Pattern>,
    long_run: Option<Pattern>,
    divisor: Divisor,
    shocks: Option<Vec<String>>,
}

impl<'a> Svar<'a> {
    /// Of an estimated vector autoregression.
    pub fn of(model: &'a VarResult) -> Self {
        Self { model, a: None, b: None, long_run: None, divisor: Divisor::DegreesOfFreedom, shocks: None }
    }

    /// What is known of A in A u = B ε; the identity unless set.
    pub fn a(mut self, pattern: Pattern) -> Self {
        self.a = Some(pattern);
        self
    }

    /// What is known of B; the identity unless set, or all free if the long run is restricted.
    pub fn b(mut self, pattern: Pattern) -> Self {
        self.b = Some(pattern);
        self
    }

    /// What is known of the long run (I − A₁ − … − Aₚ)⁻¹ B.
    #[doc(alias = "blanchard-quah")]
    pub fn long_run(mut self, pattern: Pattern) -> Self {
        self.long_run = Some(pattern);
        self
    }

    /// The divisor of Σ̂; T − k unless set.
    pub fn divisor(mut self, divisor: Divisor) -> Self {
        self.divisor = divisor;
        self
    }

    /// Names of the shocks; those of the series unless set.
    pub fn shocks<S: Into<String>>(mut self, names: impl IntoIterator<Item = S>) -> Self {
        self.shocks = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Estimates.
    ///
    /// # Errors
    /// If nothing is restricted, a pattern has another size than the system, A is restricted beside the long run, names of
    /// shocks are too many, too few or not different, Σ is singular, the system is not stable although its long run is
    /// restricted, restrictions contradict one another, do not identify A and B (the message names the entries), or no maximum
    /// of the likelihood is found.
    pub fn run(&self) -> Result<SvarResult, Error> {
        let k = self.model.names().len();
        let restrictions = self.restrictions(k)?;
        let shocks = self.shock_names(k)?;
        self.model.cholesky(self.divisor)?;
        if restrictions.long_run.is_some() && !self.model.is_stable() {
            return Err(Error::new(
                ErrorKind::Argument,
                "the system is not stable: shocks have no long run to restrict",
            )
            .remedy("use differences of the series that have a unit root, or other restrictions"));
        }
        let sigma = self.model.sigma(self.divisor);
        let rest = self.model.lag_matrices().iter().fold(Array2::eye(k), |rest: Array2<f64>, a| rest - a);
        let estimate = restrictions.estimate(&Target { sigma: &sigma, rest: &rest })?;
        let settings = self.settings(&restrictions);
        SvarResult::new(self.model.clone(), restrictions, self.divisor, shocks, settings, estimate)
    }

    fn restrictions(&self, k: usize) -> Result<Restrictions, Error> {
        let refuse = |message: String, remedy: &str| Err(Error::new(ErrorKind::Argument, message).remedy(remedy));
        if self.a.is_none() && self.b.is_none() && self.long_run.is_none() {
            return refuse(
                "nothing is known of A, of B or of the long run".into(),
                "give a pattern: `.b(Pattern::lower(k))` is recursive in the order of the series",
            );
        }
        for (name, pattern) in [("A", &self.a), ("B", &self.b), ("the long run", &self.long_run)] {
            if let Some(pattern) = pattern
                && pattern.size() != k
            {
                return refuse(
                    format!("the pattern of {name} has {0} rows, the system {k} series", pattern.size()),
                    "give a row and a column for each series, in their order",
                );
            }
        }
        if self.a.is_some() && self.long_run.is_some() {
            return refuse(
                "A and the long run are both restricted".into(),
                "restrict B beside the long run: with A = I it is what shocks do at once",
            );
        }
        let free_if_long_run = if self.long_run.is_some() { Pattern::free(k) } else { Pattern::identity(k) };
        Ok(Restrictions {
            a: self.a.clone().unwrap_or_else(|| Pattern::identity(k)),
            b: self.b.clone().unwrap_or(free_if_long_run),
            long_run: self.long_run.clone(),
        })
    }

    fn shock_names(&self, k: usize) -> Result<Vec<String>, Error> {
        let Some(names) = &self.shocks else {
            return Ok(self.model.names().into_iter().map(str::to_owned).collect());
        };
        if names.len() != k {
            return Err(Error::new(ErrorKind::Argument, format!("{} names for {k} shocks", names.len()))
                .remedy("name every shock, in the order of B's columns"));
        }
        if let Some(twice) = names.iter().enumerate().find(|(i, name)| names[..*i].contains(name)) {
            return Err(Error::new(ErrorKind::Name, format!("two shocks are called `{}`", twice.1))
                .remedy("give each its own name"));
        }
        Ok(names.clone())
    }

    fn settings(&self, restrictions: &Restrictions) -> Vec<Setting> {
        let by = |given: bool| if given { "user" } else { "default" };
        let mut settings = vec![
            Setting::new("A", format!("[{}]", restrictions.a), by(self.a.is_some())),
            Setting::new("B", format!("[{}]", restrictions.b), by(self.b.is_some())),
        ];
        if let Some(pattern) = &restrictions.long_run {
            settings.push(Setting::new("long run", format!("[{pattern}]"), "user"));
        }
        let divisor = match self.divisor {
            Divisor::Rows => "T",
            Divisor::DegreesOfFreedom => "T − k",
        };
        settings.push(Setting::new("divisor of Σ", divisor, by(self.divisor != Divisor::DegreesOfFreedom)));
        settings.extend(self.model.settings().iter().cloned());
        settings
    }
}
