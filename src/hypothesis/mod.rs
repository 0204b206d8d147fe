//! What every test has in common: hypotheses in words, an outcome, the sample and the settings.
//!
//! Each test returns its own rich result; [`HypothesisTest::report`] turns it into the one common [`TestReport`],
//! which prints itself, serializes to JSON and stands beside other reports in a [`test_table`]. The [`catalogue`]
//! says of every test what it asks and how other programs' numbers relate to ours.

mod adjust;
pub mod catalogue;
mod distribution;
mod identified;
mod json;
mod outcome;
mod pvalue;
mod report;
mod tabulate;
#[cfg(test)]
mod tests;

pub use adjust::{benjamini_hochberg, holm};
pub use distribution::NullDistribution;
pub(crate) use identified::too_few_df;
pub use outcome::Outcome;
pub use pvalue::PValue;
pub use report::{CriticalValue, Setting, TestReport};
pub use tabulate::test_table;

/// A test that can say what it found in the one common form.
pub trait HypothesisTest {
    /// The common form: hypotheses in the user's names, outcome, sample, settings, notes.
    fn report(&self) -> TestReport;
}

/// Makes the first of a result's `reports` its headline, and its `table` what it shows.
macro_rules! reports_itself {
    ($type:ty) => {
        /// The headline.
        impl $crate::HypothesisTest for $type {
            fn report(&self) -> $crate::TestReport {
                self.reports[0].clone()
            }
        }

        $crate::table::shows_itself!($type => table);
    };
    ($type:ty { $(#[$reports:meta])+ }) => {
        impl $type {
            $(#[$reports])+
            pub fn reports(&self) -> &[$crate::TestReport] {
                &self.reports
            }

            /// The same, a row each.
            pub fn table(&self) -> $crate::table::Table {
                $crate::hypothesis::test_table(&self.reports)
            }
        }

        $crate::hypothesis::reports_itself!($type);
    };
}

/// The reports of a result by the names of their conventions, which its own documentation lists.
macro_rules! finds_conventions {
    ($type:ty) => {
        impl $type {
            /// The report of one convention, by its name in the table.
            pub fn convention(&self, name: &str) -> Option<&$crate::TestReport> {
                self.reports.iter().find(|report| report.convention == name)
            }

            /// The statistic of one convention, if it was computed.
            pub fn statistic(&self, convention: &str) -> Option<f64> {
                self.convention(convention)?.statistic()
            }

            /// The p-value of one convention, if it was computed.
            pub fn p_value(&self, convention: &str) -> Option<f64> {
                Some(self.convention(convention)?.p()?.value())
            }
        }
    };
}

pub(crate) use {finds_conventions, reports_itself};
