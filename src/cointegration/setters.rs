//! The setters that several methods have.

/// `kernel` and `bandwidth` of a builder whose window is this field.
macro_rules! window_setters {
    ($($window:ident).+) => {
        /// The kernel of the long-run covariance; Bartlett's unless set.
        pub fn kernel(mut self, kernel: $crate::regression::Kernel) -> Self {
            self.$($window).+.kernel = kernel;
            self
        }

        /// The bandwidth of the long-run covariance, or the rule that chooses it; the lag ⌊4 (n/100)^(2/9)⌋ unless set,
        /// which for the quadratic spectral kernel is the bandwidth itself (one where it is none). The automatic rules
        /// see each series divided by its standard deviation, so that units do not matter.
        pub fn bandwidth(mut self, bandwidth: $crate::regression::Bandwidth) -> Self {
            self.$($window).+.bandwidth = Some(bandwidth);
            self
        }
    };
}

/// `min_df` of a test of the residuals of a regression, with a field of that name.
macro_rules! min_df_setter {
    () => {
        /// The fewest residual degrees of freedom, in either regression, for which a number is given; 5 unless set.
        pub fn min_df(mut self, min_df: usize) -> Self {
            self.min_df = min_df;
            self
        }
    };
}

pub(crate) use {min_df_setter, window_setters};
