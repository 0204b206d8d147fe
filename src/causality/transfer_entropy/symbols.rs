//! Transfer entropy of symbols, from the counts of their patterns.

use super::super::diks_panchenko::standardised;

/// How values become symbols.
#[derive(Debug, Clone, PartialEq)]
pub enum Symbols {
    /// This many bins of equal share.
    Bins(usize),
    /// Bins that end at these quantiles, rising, strictly between 0 and 1: `[0.05, 0.95]` sets off the tails.
    Quantiles(Vec<f64>),
}

impl Symbols {
    /// The number of symbols.
    pub fn count(&self) -> usize {
        match self {
            Self::Bins(bins) => *bins,
            Self::Quantiles(at) => at.len() + 1,
        }
    }

    fn cuts(&self) -> Vec<f64> {
        match self {
            Self::Bins(bins) => (1..*bins).map(|i| i as f64 / *bins as f64).collect(),
            Self::Quantiles(at) => at.clone(),
        }
    }

    /// Each value's symbol: the number of cuts that lie below it. Cuts are quantiles with linear interpolation (R's type 7).
    pub(super) fn of(&self, values: &[f64]) -> Vec<usize> {
        // Units must not decide on which side of a cut rounding puts a value.
        let values = standardised(values);
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        let cut = |share: f64| {
            let place = share * (sorted.len() - 1) as f64;
            let (below, rest) = (place.floor() as usize, place.fract());
            let above = sorted[(below + 1).min(sorted.len() - 1)];
            sorted[below] + rest * (above - sorted[below])
        };
        let cuts: Vec<f64> = self.cuts().into_iter().map(cut).collect();
        values.iter().map(|value| cuts.iter().filter(|cut| *cut < value).count()).collect()
    }
}

/// `3 bins of equal share`, `bins at the quantiles 0.05, 0.95`.
impl std::fmt::Display for Symbols {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bins(bins) => write!(f, "{bins} bins of equal share"),
            Self::Quantiles(at) => {
                let at: Vec<String> = at.iter().map(f64::to_string).collect();
                write!(f, "bins at the quantiles {}", at.join(", "))
            }
        }
    }
}

/// The effect's symbols with their past, ready for one cause after another.
pub(super) struct Patterns {
    symbols: usize,
    lags_of_cause: usize,
    depth: usize,
    /// The effect's past in each row, and that with its next symbol.
    past: Vec<usize>,
    next: Vec<usize>,
    pasts: usize,
    /// n ln n.
    entropy: Vec<f64>,
}

impl Patterns {
    /// Patterns of `lags` = cause's and effect's; as many rows as the longer leaves.
    pub fn new(effect: &[usize], symbols: usize, lags: [usize; 2]) -> Self {
        let [lags_of_cause, own] = lags;
        let depth = lags_of_cause.max(own);
        let past: Vec<usize> = (depth..effect.len()).map(|t| code(&effect[t - own..t], symbols)).collect();
        let next = past.iter().zip(&effect[depth..]).map(|(past, next)| past * symbols + next).collect();
        let logarithm = |n: usize| if n == 0 { 0.0 } else { n as f64 * libm::log(n as f64) };
        let entropy = (0..=past.len()).map(logarithm).collect();
        let pasts = symbols.pow(own as u32);
        Self { symbols, lags_of_cause, depth, past, next, pasts, entropy }
    }

    /// T, in nats: how much the cause's past says of the next symbol beyond the effect's own.
    pub fn transfer_entropy(&self, cause: &[usize]) -> f64 {
        let (l, rows) = (self.lags_of_cause, self.past.len());
        let causes = self.symbols.pow(l as u32);
        let mut counts = [
            vec![0; self.pasts],
            vec![0; self.pasts * self.symbols],
            vec![0; self.pasts * causes],
            vec![0; self.pasts * self.symbols * causes],
        ];
        for (row, (past, next)) in self.past.iter().zip(&self.next).enumerate() {
            let t = row + self.depth;
            let cause = code(&cause[t - l..t], self.symbols);
            let places = [*past, *next, past * causes + cause, next * causes + cause];
            counts.iter_mut().zip(places).for_each(|(counts, place)| counts[place] += 1);
        }
        let [past, next, past_cause, all] =
            counts.map(|counts: Vec<usize>| counts.iter().map(|n| self.entropy[*n]).sum::<f64>());
        // Rounding must not make less than nothing of it.
        ((all + past - past_cause - next) / rows as f64).max(0.0)
    }
}

/// The number of a window of symbols.
pub(super) fn code(window: &[usize], symbols: usize) -> usize {
    window.iter().fold(0, |code, symbol| code * symbols + symbol)
}
