//! The setters that several tests of this chapter have.

/// `terms` of a builder with a field `terms: Option<Terms>`.
macro_rules! terms_setter {
    () => {
        /// The deterministic terms; a constant unless set.
        pub fn terms(mut self, terms: $crate::unit_root::Terms) -> Self {
            self.terms = Some(terms);
            self
        }
    };
}

/// `lags` of a builder with a field `lags: Lags`.
macro_rules! lags_setter {
    () => {
        /// The number of lagged differences, or the rule that chooses it; AIC up to Schwert's number unless set.
        pub fn lags(mut self, lags: impl Into<$crate::unit_root::Lags>) -> Self {
            self.lags = lags.into();
            self
        }
    };
}

/// `min_df` of a builder with a field `min_df: usize`.
macro_rules! min_df_setter {
    () => {
        /// The fewest residual degrees of freedom for which a number is given; 5 unless set.
        pub fn min_df(mut self, min_df: usize) -> Self {
            self.min_df = min_df;
            self
        }
    };
}

pub(super) use {lags_setter, min_df_setter, terms_setter};
