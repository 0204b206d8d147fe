//! One direction, in the common form.

use super::super::diks_panchenko::standardised;
use super::super::two_way::TwoWayTest;
use super::neighbours::Neighbours;
use super::surrogates::{Chain, Surrogates, shuffled, stationary};
use super::symbols::{Patterns, Symbols};
use super::{Estimator, gaussian, in_words};
use crate::dist::chi_squared;
use crate::hypothesis::{NullDistribution, Setting};
use crate::resampling::{Stream, Streams, all_threads, spread};
use crate::{Note, Outcome, PValue, Sample, Series, TestReport};

const LAW: NullDistribution = NullDistribution::NonStandard("surrogates", "surrogates");

/// Values nearer than this are equal: patterns counted in another order add up a little differently.
const ROUNDING: f64 = 1e-12;

/// What both directions share.
pub(super) struct Question {
    /// Of the cause and of the effect.
    pub lags: [usize; 2],
    pub sample: Sample,
    pub settings: Vec<Setting>,
    pub notes: Vec<Note>,
    pub surrogates: Surrogates,
    pub block: usize,
    pub draws: usize,
    pub seed: u64,
    pub estimator: Estimator,
}

/// T, that of the surrogates, and the rows with ties; or why there is none.
type Estimated = Result<(f64, Vec<f64>, usize), String>;

impl Question {
    /// Whether the cause's past tells anything of the effect.
    pub fn test(&self, cause: &Series, effect: &Series) -> TwoWayTest {
        let (x, y) = (cause.values(), effect.values());
        let (estimated, names) = match &self.estimator {
            Estimator::Symbols(symbols) => (self.by_symbols(symbols, cause, effect), ["symbols", "symbols-effective"]),
            Estimator::Neighbours(neighbours) => {
                (Ok(self.by_neighbours(*neighbours, x, y)), ["neighbours", "neighbours-effective"])
            }
        };
        let [l, k] = self.lags.map(|lags| if lags == 1 { "value".to_owned() } else { format!("{lags} values") });
        let (from, to) = (cause.name(), effect.name());
        let report = |convention, outcome, notes: Vec<Note>| TestReport {
            test: "transfer-entropy",
            convention,
            null: format!("given its own last {k}, {to} does not depend on the last {l} of {from}"),
            alternative: format!("given its own last {k}, {to} depends on the last {l} of {from}, in whatever way"),
            outcome,
            critical_values: Vec::new(),
            sample: self.sample,
            settings: self.settings.clone(),
            notes: notes.into_iter().chain(self.notes.iter().cloned()).collect(),
        };
        let mut reports = Vec::new();
        match estimated {
            Err(because) => {
                let outcome = || Outcome::NotApplicable { because: because.clone() };
                reports.extend(names.map(|name| report(name, outcome(), Vec::new())));
            }
            Ok((value, drawn, tied)) => {
                let as_large = drawn.iter().filter(|one| **one >= value - ROUNDING).count();
                let p = PValue::Approximate((1 + as_large) as f64 / (1 + drawn.len()) as f64);
                let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
                let mut notes = vec![self.supposition(from)];
                if tied > 0 {
                    notes.push(Note::new(format!(
                        "{tied} of {} rows have nearest neighbours at no distance ({from} → {to}): the estimate is for series without ties",
                        self.sample.n
                    )));
                }
                for (name, symbol, statistic) in [(names[0], "T", value), (names[1], "T − mean", value - mean)] {
                    let outcome = Outcome::Computed { symbol, statistic, distribution: LAW, p };
                    reports.push(report(name, outcome, notes.clone()));
                }
            }
        }
        let outcome = match gaussian::transfer_entropy(x, y, self.lags) {
            Err(because) => Outcome::NotApplicable { because: because.into() },
            Ok(statistic) => {
                let df = self.lags[0] as f64;
                let p = PValue::Exact(chi_squared::sf(2.0 * self.sample.n as f64 * statistic, df));
                Outcome::Computed { symbol: "T", statistic, distribution: NullDistribution::ChiSquared(df), p }
            }
        };
        let note = format!("gaussian: 2nT is compared with χ²({})", self.lags[0]);
        reports.push(report("gaussian", outcome, vec![Note::new(note)]));
        TwoWayTest { cause: from.into(), effect: to.into(), reports }
    }

    /// Of which null the p-value is.
    fn supposition(&self, cause: &str) -> Note {
        let what = match self.surrogates {
            Surrogates::Shuffled => "has no memory".to_owned(),
            Surrogates::Markov => format!("is a Markov chain of {} in symbols", in_words(self.lags[0])),
            Surrogates::Stationary(_) => "is stationary with memory that dies out".to_owned(),
        };
        Note::new(format!(
            "p-values from surrogates are of the null that {cause} is independent of the effect, at every lead and lag, and {what}"
        ))
    }

    fn by_symbols(&self, symbols: &Symbols, cause: &Series, effect: &Series) -> Estimated {
        let (count, n) = (symbols.count(), self.sample.n);
        let letters = self.lags[0].saturating_add(self.lags[1]).saturating_add(1);
        let patterns = u32::try_from(letters).ok().and_then(|letters| count.checked_pow(letters));
        if patterns.is_none_or(|patterns| patterns > n) {
            return Err(format!("not identified: {count}^{letters} patterns of symbols, {n} rows"));
        }
        let [x, y] = [cause, effect].map(|series| symbols.of(series.values()));
        for (values, series) in [(&x, cause), (&y, effect)] {
            if values.iter().all(|value| *value == values[0]) {
                return Err(format!("not identified: all values of {} are one symbol", series.name()));
            }
        }
        let patterns = Patterns::new(&y, count, self.lags);
        let chain = Chain::new(&x, count, self.lags[0]);
        let drawn = self.draw(|stream| {
            let surrogate = match self.surrogates {
                Surrogates::Shuffled => shuffled(&x, stream),
                Surrogates::Markov => chain.path(stream),
                Surrogates::Stationary(_) => stationary(&x, self.block, stream),
            };
            patterns.transfer_entropy(&surrogate)
        });
        Ok((patterns.transfer_entropy(&x), drawn, 0))
    }

    fn by_neighbours(&self, neighbours: usize, x: &[f64], y: &[f64]) -> (f64, Vec<f64>, usize) {
        let [x, y] = [x, y].map(standardised);
        let rows = Neighbours::new(&y, neighbours, self.lags);
        let drawn = self.draw(|stream| {
            let surrogate = match self.surrogates {
                Surrogates::Stationary(_) => stationary(&x, self.block, stream),
                Surrogates::Shuffled | Surrogates::Markov => shuffled(&x, stream),
            };
            rows.transfer_entropy(&surrogate).value
        });
        let estimate = rows.transfer_entropy(&x);
        (estimate.value, drawn, estimate.tied)
    }

    /// T of every surrogate, each from a stream of its own; both directions have the same streams, so that labels do not matter.
    fn draw(&self, one: impl Fn(&mut Stream) -> f64 + Sync) -> Vec<f64> {
        let streams = Streams::new(self.seed);
        let mut drawn = vec![0.0; self.draws];
        spread(&mut drawn, all_threads(), |first, part| {
            for (number, value) in part.iter_mut().enumerate() {
                *value = one(&mut streams.replication((first + number) as u64));
            }
        });
        drawn
    }
}
