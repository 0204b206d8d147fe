//! Dummies for dates by the names that every builder has for them, written once.

/// `post`, `between` and `pulse` of a builder that has `indicator`; the argument says where the dummies stand.
macro_rules! dummies_for_dates {
    ($stand:literal) => {
        #[doc = concat!("A dummy ", $stand, ", 1 from this period on.")]
        pub fn post(self, from: $crate::Period) -> Self {
            self.indicator($crate::Indicator::Post(from))
        }

        #[doc = concat!("A dummy ", $stand, ", 1 from the first to the second period, both included.")]
        pub fn between(self, from: $crate::Period, to: $crate::Period) -> Self {
            self.indicator($crate::Indicator::Between(from, to))
        }

        #[doc = concat!("A dummy ", $stand, ", 1 in this period alone.")]
        pub fn pulse(self, at: $crate::Period) -> Self {
            self.indicator($crate::Indicator::Pulse(at))
        }
    };
}

pub(crate) use dummies_for_dates;
