//! Causes that have lost their link with the effect.

use super::symbols::code;
use crate::resampling::Stream;

/// How a cause without the link is made, and so which null the p-value is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Surrogates {
    /// The cause's values in random order: the cause has no memory and is independent of the effect.
    #[default]
    Shuffled,
    /// The cause's symbols drawn anew from a Markov chain of as many lags as are tested, with the frequencies that it has (Dimpfl
    /// and Peter 2013): it is such a chain and independent of the effect.
    Markov,
    /// Blocks of the cause of random length, this long on average (Politis and Romano 1994): it is stationary, its memory dies
    /// out, and it is independent of the effect. 0 for ⌈n^⅓⌉.
    Stationary(usize),
}

/// `shuffled`, `Markov chain`, `stationary bootstrap`.
impl std::fmt::Display for Surrogates {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Shuffled => "shuffled",
            Self::Markov => "Markov chain",
            Self::Stationary(_) => "stationary bootstrap",
        })
    }
}

fn below(stream: &mut Stream, n: usize) -> usize {
    ((stream.uniform() * n as f64) as usize).min(n - 1)
}

/// The values in random order (Fisher and Yates).
pub(super) fn shuffled<T: Clone>(values: &[T], stream: &mut Stream) -> Vec<T> {
    let mut values = values.to_vec();
    for i in (1..values.len()).rev() {
        values.swap(i, below(stream, i + 1));
    }
    values
}

/// Blocks from anywhere, the end joined to the beginning, each value's successor following with probability 1 − 1/`length`.
pub(super) fn stationary<T: Clone>(values: &[T], length: usize, stream: &mut Stream) -> Vec<T> {
    let n = values.len();
    let stop = 1.0 / length.max(1) as f64;
    let mut at = below(stream, n);
    let mut drawn = Vec::with_capacity(n);
    drawn.push(values[at].clone());
    while drawn.len() < n {
        at = if stream.uniform() < stop { below(stream, n) } else { (at + 1) % n };
        drawn.push(values[at].clone());
    }
    drawn
}

/// A cause's symbols by what preceded them.
pub(super) struct Chain {
    lags: usize,
    symbols: usize,
    observed: Vec<usize>,
    /// After each window of symbols, every symbol that followed it, as often as it did.
    followers: Vec<Vec<usize>>,
}

impl Chain {
    /// Of `lags` symbols; there are more observations than that.
    pub fn new(observed: &[usize], symbols: usize, lags: usize) -> Self {
        let mut followers = vec![Vec::new(); symbols.pow(lags as u32)];
        for window in observed.windows(lags + 1) {
            let (past, next) = window.split_at(lags);
            followers[code(past, symbols)].push(next[0]);
        }
        Self { lags, symbols, observed: observed.to_vec(), followers }
    }

    /// A path as long as the observed one; it begins anew where nothing was seen to follow.
    pub fn path(&self, stream: &mut Stream) -> Vec<usize> {
        let n = self.observed.len();
        let mut path: Vec<usize> = Vec::with_capacity(n + self.lags);
        while path.len() < n {
            let followers =
                path.len().checked_sub(self.lags).map(|from| &self.followers[code(&path[from..], self.symbols)]);
            match followers {
                Some(next) if !next.is_empty() => path.push(next[below(stream, next.len())]),
                _ => {
                    let from = below(stream, n - self.lags);
                    path.extend_from_slice(&self.observed[from..from + self.lags]);
                }
            }
        }
        path.truncate(n);
        path
    }
}
