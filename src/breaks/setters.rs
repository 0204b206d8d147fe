//! The setter that tests of a change share, written once.

/// Which coefficients may change: for a builder with the field `changing`.
macro_rules! changing_setter {
    () => {
        /// Only these terms' coefficients may change; all unless set.
        #[doc(alias = "partial")]
        pub fn changing<S: Into<String>>(mut self, terms: impl IntoIterator<Item = S>) -> Self {
            self.changing = Some(terms.into_iter().map(Into::into).collect());
            self
        }
    };
}

pub(super) use changing_setter;
