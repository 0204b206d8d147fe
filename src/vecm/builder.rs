//! What is asked, and the checks that need the data.

use super::levels;
use super::result::ErrorCorrectionModel;
use crate::cointegration::johansen::{Case, Johansen};
use crate::design::dummies_for_dates;
use crate::hypothesis::Setting;
use crate::regression::Criterion;
use crate::series::align;
use crate::{Error, ErrorKind, Indicator, Series};

/// A vector error-correction model; see the [module](super).
#[derive(Debug, Clone)]
#[doc(alias = "VECM")]
#[must_use = "nothing is estimated before `.run()`"]
pub struct ErrorCorrection<'a> {
    series: Vec<&'a Series>,
    exogenous: Vec<&'a Series>,
    indicators: Vec<Indicator>,
    seasonal: bool,
    case: Case,
    johansen: Johansen<'a>,
    rank: Option<usize>,
    relations: Vec<Vec<(String, f64)>>,
    accept_constructed: bool,
}

impl<'a> ErrorCorrection<'a> {
    /// Of these series, with an unrestricted constant and lags chosen by AIC of the autoregression in levels.
    pub fn of(series: &[&'a Series]) -> Self {
        Self {
            series: series.to_vec(),
            exogenous: Vec::new(),
            indicators: Vec::new(),
            seasonal: false,
            case: Case::default(),
            johansen: Johansen::of(series),
            rank: None,
            relations: Vec::new(),
            accept_constructed: false,
        }
    }

    /// r relations, estimated by maximum likelihood.
    #[doc(alias = "coint_rank")]
    pub fn rank(mut self, rank: usize) -> Self {
        self.rank = Some(rank);
        self
    }

    /// A relation that is known: a weight for each level that takes part in it, a restricted constant or trend by its name
    /// among them. To be said once for each relation; α and Γ are then least squares.
    pub fn relation<N: Into<String>>(mut self, weights: impl IntoIterator<Item = (N, f64)>) -> Self {
        self.relations.push(weights.into_iter().map(|(name, weight)| (name.into(), weight)).collect());
        self
    }

    /// Where constant and trend stand; an unrestricted constant unless set.
    #[doc(alias = "deterministic")]
    pub fn case(mut self, case: Case) -> Self {
        self.case = case;
        self.johansen = self.johansen.case(case);
        self
    }

    /// p lags of the levels, that is p − 1 lagged differences.
    #[doc(alias = "k_ar_diff")]
    pub fn lags(mut self, lags: usize) -> Self {
        self.johansen = self.johansen.lags(lags);
        self
    }

    /// Lets a criterion of the autoregression in levels choose p among 1 to `longest`.
    pub fn select(mut self, criterion: Criterion, longest: usize) -> Self {
        self.johansen = self.johansen.select(criterion, longest);
        self
    }

    /// Centred seasonal dummies in every equation.
    pub fn seasonal(mut self) -> Self {
        self.seasonal = true;
        self.johansen = self.johansen.seasonal();
        self
    }

    /// A dummy for dates in every equation.
    pub fn indicator(mut self, indicator: Indicator) -> Self {
        self.indicators.push(indicator);
        self.johansen = self.johansen.indicator(indicator);
        self
    }

    dummies_for_dates!("in every equation");

    /// Stationary series that stand in every equation as they are.
    #[doc(alias = "exog")]
    pub fn exogenous(mut self, series: &[&'a Series]) -> Self {
        self.exogenous.extend(series);
        self.johansen = self.johansen.exogenous(series);
        self
    }

    /// The residual degrees of freedom of an equation of the unrestricted system below which nothing is identified; 5 unless
    /// set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.johansen = self.johansen.min_df(min_df);
        self
    }

    /// Lets causality be tested on data that temporal disaggregation constructed, which is refused otherwise.
    pub fn accept_constructed_data(mut self) -> Self {
        self.accept_constructed = true;
        self
    }

    /// Estimates.
    ///
    /// # Errors
    /// As [`Johansen::run`]; if neither a rank nor a relation is given, or both; if there is no such rank, a relation names
    /// what is no level, or one is a combination of the others.
    pub fn run(&self) -> Result<ErrorCorrectionModel, Error> {
        self.refuse_unasked()?;
        let johansen = self.johansen.compute()?;
        let series = align(&self.series)?;
        let mut settings = johansen.settings().to_vec();
        let (model, relations) = match self.rank {
            Some(rank) => (johansen.vecm(rank)?, "maximum likelihood"),
            None => (johansen.vecm_given(&self.relations)?, "given"),
        };
        settings.insert(0, Setting::new("relations", format!("{}, {relations}", model.rank()), "user"));
        let terms = levels::Terms {
            case: self.case,
            seasonal: self.seasonal,
            indicators: &self.indicators,
            exogenous: self.exogenous.len(),
        };
        let levels = levels::of(&model, series, &terms, settings.clone());
        let data = self.series.iter().chain(&self.exogenous).map(|one| (*one).clone()).collect();
        Ok(ErrorCorrectionModel {
            model,
            levels,
            settings,
            known: self.rank.is_none(),
            data,
            accept_constructed: self.accept_constructed,
        })
    }

    fn refuse_unasked(&self) -> Result<(), Error> {
        let why = match (self.rank, self.relations.len()) {
            (None, 0) => "neither the number of long-run relations nor the relations are given",
            (Some(_), 1..) => "both a number of relations and the relations themselves are given",
            _ => return Ok(()),
        };
        Err(Error::new(ErrorKind::Argument, why)
            .remedy("give the rank, which Johansen's test may suggest, or every relation with its weights"))
    }
}
