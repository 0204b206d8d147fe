//! The size of the trace test in samples as short as the data.

use super::builder::Johansen;
use super::rank::JohansenResult;
use crate::cointegration::size::{LEVEL, SHORT, percent, simulate, source};
use crate::resampling::Rate;
use crate::{Note, PValue, Series};

/// How often the trace test finds a relation at 5 % where there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TraceSize {
    /// By the asymptotic law.
    pub asymptotic: Rate,
    /// By the law at this number of rows.
    pub finite: Rate,
}

impl TraceSize {
    /// Of this test, whose result is at hand; `None` in a sample that is not short.
    pub(super) fn of(test: &Johansen<'_>, result: &JohansenResult) -> Option<Self> {
        let sample = result.sample();
        if sample.n >= SHORT || result.ranks().is_empty() {
            return None;
        }
        // The observations before the first row are its lags.
        let lags = result.lags();
        let shape = (sample.n + lags, result.names().len(), result.system.start.plus(-(lags as i64)));
        let [asymptotic, finite] =
            simulate(&format!("johansen {}", test.described()), shape, |walks: &[&Series]| {
                let found = test.on_others(walks).compute().ok()?;
                let first = found.ranks().first()?;
                let rejects = |p: Option<PValue>| p.and_then(|p| p.is_below(LEVEL)) == Some(true);
                Some([rejects(first.trace_p), rejects(first.trace_p_finite)])
            })?;
        Some(Self { asymptotic, finite })
    }

    pub(super) fn note(self, rows: usize) -> Note {
        Note::new(format!(
            "With {rows} rows the trace test at a nominal 5 % finds a relation where there is none in {} % of samples, by the \
             law at this n in {} % ({}).",
            percent(self.asymptotic),
            percent(self.finite),
            source()
        ))
    }
}
