//! What is asked, and the checks that need the data.

use super::columns::Columns;
use super::horizon;
use super::result::LocalProjections;
use super::state::State;
use crate::causality::check_constructed;
use crate::causality::deterministic::Deterministic;
use crate::design::dummies_for_dates;
use crate::hypothesis::Setting;
use crate::regression::{Covariance, Hac};
use crate::series::align;
use crate::{Error, ErrorKind, Indicator, Series};

/// How the errors of a projection, which overlap, are allowed for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Errors {
    /// Newey and West's with as many lags as the horizon; with n/(n − k) if so.
    Horizon { adjusted: bool },
    /// One covariance at every horizon.
    Fixed(Covariance),
}

impl Errors {
    /// The covariance at a horizon.
    pub fn at(self, horizon: usize) -> Covariance {
        match self {
            Self::Fixed(covariance) => covariance,
            Self::Horizon { adjusted: false } => Covariance::newey_west(horizon),
            Self::Horizon { adjusted: true } => Covariance::Hac(Hac::newey_west(horizon).adjusted()),
        }
    }
}

/// What is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Followed {
    /// yₜ₊ₕ.
    Level,
    /// yₜ + … + yₜ₊ₕ.
    Sum,
    /// The sum, over that of the shock's own series.
    Multiplier,
}

/// Local projections of one series on a shock; see the [module](super).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct LocalProjection<'a> {
    pub(super) shock: &'a Series,
    pub(super) response: &'a Series,
    pub(super) before: Vec<&'a Series>,
    pub(super) controls: Vec<&'a Series>,
    pub(super) deterministic: Deterministic,
    pub(super) state: Option<State<'a>>,
    pub(super) lags: usize,
    pub(super) augmented: bool,
    pub(super) horizon: usize,
    pub(super) followed: Followed,
    pub(super) standardised: bool,
    pub(super) common_sample: bool,
    pub(super) min_df: usize,
    accept_constructed: bool,
    errors: Option<Errors>,
}

impl<'a> LocalProjection<'a> {
    /// Of a response on a shock, with a constant, one lag of both, horizons 0 to 12, and Newey and West's errors.
    pub fn of(shock: &'a Series, response: &'a Series) -> Self {
        Self {
            shock,
            response,
            before: Vec::new(),
            controls: Vec::new(),
            deterministic: Deterministic::default(),
            state: None,
            lags: 1,
            augmented: false,
            horizon: 12,
            followed: Followed::Level,
            standardised: false,
            common_sample: false,
            min_df: 5,
            accept_constructed: false,
            errors: None,
        }
    }

    /// Series whose lags are held beside those of shock and response.
    pub fn controls(mut self, series: &[&'a Series]) -> Self {
        self.controls.extend(series);
        self
    }

    /// Series ordered before the shock: their current values are held too, so that the shock is what they leave of it, as in
    /// Cholesky's order. The response may be among them: it then answers from the next period on.
    #[doc(alias = "cholesky")]
    pub fn before(mut self, series: &[&'a Series]) -> Self {
        self.before.extend(series);
        self
    }

    /// Horizons 0 to h; 12 unless set.
    pub fn horizon(mut self, horizon: usize) -> Self {
        self.horizon = horizon;
        self
    }

    /// p lags of every series; 1 unless set. With 0 the shock stands on its own beside the deterministic terms.
    pub fn lags(mut self, lags: usize) -> Self {
        self.lags = lags;
        self
    }

    /// One lag more than asked for, and errors robust to heteroskedasticity only (HC1 unless [`covariance`](Self::covariance)
    /// says another): sound whatever the persistence, as the scores are then uncorrelated (Montiel Olea and Plagborg-Møller
    /// 2021).
    pub fn lag_augmented(mut self) -> Self {
        self.augmented = true;
        self
    }

    /// One covariance at every horizon, instead of Newey and West's with the horizon as bandwidth.
    pub fn covariance(mut self, covariance: Covariance) -> Self {
        self.errors = Some(Errors::Fixed(covariance));
        self
    }

    /// Newey and West's with n/(n − k).
    pub fn adjusted(mut self) -> Self {
        self.errors = Some(Errors::Horizon { adjusted: true });
        self
    }

    /// The response added up from the shock's period on.
    pub fn cumulative(mut self) -> Self {
        self.followed = Followed::Sum;
        self
    }

    /// The response added up over the shock's own series added up: what a unit of the one comes to in the other (Ramey and
    /// Zubairy 2018), with the shock as instrument.
    pub fn multiplier(mut self) -> Self {
        self.followed = Followed::Multiplier;
        self
    }

    /// A shock of one standard deviation of what the controls leave of it, instead of one unit; the deviation is taken as known.
    pub fn one_standard_deviation(mut self) -> Self {
        self.standardised = true;
        self
    }

    /// Responses by state: all but trend, seasons and dummies may differ.
    pub fn state(mut self, state: State<'a>) -> Self {
        self.state = Some(state);
        self
    }

    /// The rows of the longest horizon at every horizon, instead of all that each has.
    pub fn common_sample(mut self) -> Self {
        self.common_sample = true;
        self
    }

    /// No constant.
    pub fn no_constant(mut self) -> Self {
        self.deterministic.constant = false;
        self
    }

    /// A linear trend.
    pub fn trend(mut self) -> Self {
        self.deterministic.trend = true;
        self
    }

    /// Seasonal dummies.
    pub fn seasonal(mut self) -> Self {
        self.deterministic.seasonal = true;
        self
    }

    /// A dummy for dates.
    pub fn indicator(mut self, indicator: Indicator) -> Self {
        self.deterministic.indicators.push(indicator);
        self
    }

    dummies_for_dates!("at every horizon");

    /// The residual degrees of freedom below which a horizon is not identified; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Takes series that temporal disaggregation constructed, which are refused otherwise, the state's series among them; the
    /// result then says so.
    pub fn accept_constructed_data(mut self) -> Self {
        self.accept_constructed = true;
        self
    }

    /// Estimates every horizon.
    ///
    /// # Errors
    /// If a series is constructed data and that is not accepted, stands twice or does not vary, frequencies differ, no period is common to all, a state is not between 0
    /// and 1 or is the same throughout, regressors are collinear on the rows of the first horizon (named), or a multiplier
    /// is asked for by state.
    pub fn run(&self) -> Result<LocalProjections, Error> {
        let errors = self.errors();
        if self.followed == Followed::Multiplier && self.state.is_some() {
            return Err(Error::new(ErrorKind::Argument, "a multiplier by state needs an instrument in each")
                .remedy("ask for the cumulative responses of both series by state, and divide"));
        }
        let state = match self.state {
            Some(State::Lagged(series)) => Some(series),
            Some(State::Dates(_)) | None => None,
        };
        // What a shock does to data made from longer periods is what their making does.
        let notes = check_constructed(self.lagged().into_iter().chain(state), self.accept_constructed)?;
        let columns = Columns::new(self, &self.aligned()?)?;
        let rows = horizon::estimate(self, &columns, errors)?;
        Ok(LocalProjections {
            shock: self.shock.name().to_owned(),
            response: self.response.name().to_owned(),
            unit: columns.unit,
            followed: self.followed,
            settings: self.settings(errors),
            state: self.state.map(|state| state.name()),
            notes,
            rows,
        })
    }

    /// The covariance: as asked for, or that of the method.
    fn errors(&self) -> Errors {
        let default = if self.augmented { Errors::Fixed(Covariance::Hc1) } else { Errors::Horizon { adjusted: false } };
        self.errors.unwrap_or(default)
    }

    /// The series of the lags: shock, response, those before the shock, then the other controls, each once.
    pub(super) fn lagged(&self) -> Vec<&'a Series> {
        let mut all: Vec<&Series> = vec![self.shock];
        if !self.is_own() {
            all.push(self.response);
        }
        let others = self.before.iter().chain(&self.controls).filter(|one| one.name() != self.response.name());
        all.extend(others);
        all
    }

    /// Whether the shock's own series is followed.
    pub(super) fn is_own(&self) -> bool {
        self.shock.name() == self.response.name()
    }

    /// How many lags the regressions have.
    pub(super) fn depth(&self) -> usize {
        self.lags.saturating_add(usize::from(self.augmented))
    }

    fn aligned(&self) -> Result<Vec<Series>, Error> {
        let lagged = self.lagged();
        if self.before.iter().any(|one| one.name() == self.shock.name()) {
            return Err(Error::new(ErrorKind::Argument, format!("`{}` stands before itself", self.shock.name()))
                .remedy("name the series that come before the shock"));
        }
        for (i, series) in lagged.iter().enumerate() {
            if lagged[..i].iter().any(|other| other.name() == series.name()) {
                return Err(Error::new(ErrorKind::Name, format!("`{}` stands twice in the projection", series.name()))
                    .remedy("give each series once: the lags of shock and response are there already"));
            }
        }
        let aligned = align(&lagged)?;
        for series in &aligned {
            let values = series.values();
            if values.iter().all(|value| *value == values[0]) {
                return Err(Error::new(
                    ErrorKind::Constant,
                    format!("`{}` does not vary: it is {} in {}", series.name(), values[0], series.sample()),
                )
                .remedy("leave it out; the constant is there already"));
            }
        }
        Ok(aligned)
    }

    fn settings(&self, errors: Errors) -> Vec<Setting> {
        let by = |user: bool| if user { "user" } else { "default" };
        let lags = match (self.depth(), self.augmented) {
            (depth, true) => format!("{depth}, one of them added"),
            (depth, false) => depth.to_string(),
        };
        let mut settings = vec![
            Setting::new("lags", lags, by(self.lags != 1 || self.augmented)),
            Setting::new(
                "deterministic terms",
                self.deterministic.to_string(),
                by(self.deterministic != Deterministic::default()),
            ),
        ];
        let names = |series: &[&Series]| series.iter().map(|one| one.name()).collect::<Vec<_>>().join(", ");
        if !self.before.is_empty() {
            settings.push(Setting::new("before the shock", names(&self.before), "user"));
        }
        if !self.controls.is_empty() {
            settings.push(Setting::new("lags of", names(&self.controls), "user"));
        }
        if let Some(state) = &self.state {
            settings.push(Setting::new("state", state.name(), "user"));
        }
        if self.common_sample {
            settings.push(Setting::new("rows", "those of the longest horizon", "user"));
        }
        let (covariance, chosen_by) = match errors {
            Errors::Fixed(covariance) => {
                (covariance.to_string(), if self.errors.is_some() { "user" } else { "lag augmentation" })
            }
            Errors::Horizon { adjusted } => {
                let factor = if adjusted { "n/(n−k)" } else { "no small-sample factor" };
                let words = format!("HAC, Bartlett kernel, as many lags as the horizon, no prewhitening, {factor}");
                (words, by(self.errors.is_some()))
            }
        };
        settings.push(Setting::new("covariance", covariance, chosen_by));
        settings
    }
}
