//! The settings that the tests share, written once.

use std::ops::RangeInclusive;

/// One number of lags, or a range of them, inclusive, each tested on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LagOrders(pub(super) RangeInclusive<usize>);

impl From<usize> for LagOrders {
    fn from(lags: usize) -> Self {
        Self(lags..=lags)
    }
}

impl From<RangeInclusive<usize>> for LagOrders {
    fn from(lags: RangeInclusive<usize>) -> Self {
        Self(lags)
    }
}

/// What any system of series may be given.
macro_rules! model_setters {
    () => {
        /// Series held beside the others: all their lags are in both models of every comparison.
        pub fn given(mut self, series: &[&'a $crate::Series]) -> Self {
            self.spec.given.extend(series);
            self
        }

        /// Series that stand in both models as they are, at the date of the effect: controls without lags.
        #[doc(alias = "exog")]
        pub fn exogenous(mut self, series: &[&'a $crate::Series]) -> Self {
            self.spec.exogenous.extend(series);
            self
        }

        /// p lags, or every number of lags in a range such as `1..=4`; 1 if nothing is said.
        #[doc(alias = "order")]
        #[doc(alias = "maxlag")]
        pub fn lags(mut self, lags: impl Into<$crate::causality::LagOrders>) -> Self {
            self.spec.lags = $crate::causality::spec::Lags::Given(lags.into().0);
            self
        }

        /// Lets a criterion of the vector autoregression of all series choose p among 1 to `longest`,
        /// every candidate on the rows that the longest leaves.
        pub fn select(mut self, criterion: $crate::causality::Criterion, longest: usize) -> Self {
            self.spec.lags = $crate::causality::spec::Lags::Chosen(criterion, longest);
            self
        }

        /// A constant in both models: so it is unless [`no_constant`](Self::no_constant) is said.
        #[doc(alias = "drift")]
        pub fn constant(mut self) -> Self {
            self.spec.deterministic.constant = true;
            self
        }

        /// No constant.
        pub fn no_constant(mut self) -> Self {
            self.spec.deterministic.constant = false;
            self
        }

        /// A linear trend in both models.
        pub fn trend(mut self) -> Self {
            self.spec.deterministic.trend = true;
            self
        }

        /// Seasonal dummies in both models.
        pub fn seasonal(mut self) -> Self {
            self.spec.deterministic.seasonal = true;
            self
        }

        $crate::design::dummies_for_dates!("in both models");

        /// A dummy for dates in both models.
        pub fn indicator(mut self, indicator: $crate::Indicator) -> Self {
            self.spec.deterministic.indicators.push(indicator);
            self
        }

        /// The residual degrees of freedom below which a test is "not identified"; 5 unless set.
        pub fn min_df(mut self, min_df: usize) -> Self {
            self.spec.min_df = min_df;
            self
        }

        /// Tests series that were constructed by temporal disaggregation, which is refused otherwise: every report then
        /// says so.
        pub fn accept_constructed_data(mut self) -> Self {
            self.spec.accept_constructed = true;
            self
        }

        /// The seed of bootstraps and of the simulations that a small sample's notes quote; 1 unless set.
        pub fn seed(mut self, seed: u64) -> Self {
            self.spec.seed = seed;
            self
        }
    };
}

/// What a test of two series may be given beside that.
macro_rules! pair_setters {
    () => {
        /// Lags of the series that is tested, in each direction, such as `2` for 1 to 2 or `[1, 4]`; others keep those of
        /// [`lags`](Self::lags).
        pub fn lags_of_cause(mut self, lags: impl Into<$crate::causality::LagSet>) -> Self {
            self.spec.separate.cause = Some(lags.into());
            self
        }

        /// Lags of the series that is predicted, in each direction, and of the given ones unless they have their own.
        pub fn lags_of_effect(mut self, lags: impl Into<$crate::causality::LagSet>) -> Self {
            self.spec.separate.effect = Some(lags.into());
            self
        }

        /// Lags of the given series.
        pub fn lags_of_given(mut self, lags: impl Into<$crate::causality::LagSet>) -> Self {
            self.spec.separate.given = Some(lags.into());
            self
        }

        /// Lets a criterion choose the lags of the effect and then those of the cause, each among 1 to `longest`, in each
        /// direction for itself; see [`hsiao`](crate::causality::hsiao).
        pub fn hsiao(mut self, price: impl Into<$crate::causality::LagPrice>, longest: usize) -> Self {
            self.spec.separate.hsiao = Some((price.into(), longest));
            self
        }

        /// A p-value of F from series without causality, beside the others.
        pub fn bootstrap(mut self, bootstrap: $crate::causality::Bootstrap) -> Self {
            self.spec.bootstraps.push(bootstrap);
            self
        }

        /// Wald's F and χ² under this covariance too; the F of the first one asked for becomes the headline.
        pub fn covariance(mut self, covariance: $crate::regression::Covariance) -> Self {
            self.spec.covariances.push(covariance);
            self
        }

        /// Tests both directions with every number of lags.
        ///
        /// # Errors
        /// If a series is constructed data and that is not accepted, stands twice or does not vary, frequencies differ, no
        /// period is common to all, a date is
        /// outside the sample, regressors are collinear (named), or there are too few observations for the fewest
        /// lags. Longer lags of a range for which they do not suffice are reported as not identified.
        pub fn run(&self) -> Result<$crate::causality::CausalityResult, $crate::Error> {
            $crate::causality::CausalityResult::of(self.cause, self.effect, &self.spec)
        }
    };
}

pub(super) use {model_setters, pair_setters};
