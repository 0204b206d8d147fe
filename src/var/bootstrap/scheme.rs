//! How errors are drawn from residuals.

use std::fmt;

use super::world::World;
use crate::resampling::Stream;

/// What a residual is multiplied by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Weights {
    /// 1 or −1, each half of the time.
    #[default]
    Rademacher,
    /// Standard normal.
    Normal,
}

/// How errors are drawn from the residuals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scheme {
    /// Dates drawn at random, with replacement: for errors that are independent and alike.
    #[default]
    #[doc(alias = "iid")]
    Residual,
    /// The residuals of each date times one random weight: for errors whose variance changes. It copies the law of the
    /// lags' coefficients, not that of Σ̂.
    Wild(Weights),
    /// Stretches of dates of this length, ⌈5.03 T^¼⌉ if `None`: for errors whose variance depends on the past.
    #[doc(alias = "mbb")]
    MovingBlock(Option<usize>),
}

impl Scheme {
    /// The length of a block, where there are blocks.
    pub(super) fn block(self, rows: usize) -> Option<usize> {
        match self {
            Self::MovingBlock(length) => Some(length.unwrap_or_else(|| default_block(rows))),
            Self::Residual | Self::Wild(_) => None,
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Residual => "residuals of dates drawn with replacement",
            Self::Wild(Weights::Rademacher) => "wild, residuals times ±1",
            Self::Wild(Weights::Normal) => "wild, residuals times normal weights",
            Self::MovingBlock(_) => "moving blocks of residuals",
        })
    }
}

/// ⌈5.03 T^¼⌉, as Jentsch and Lunsford (2019) have it, and at most T.
fn default_block(rows: usize) -> usize {
    ((5.03 * (rows as f64).powf(0.25)).ceil() as usize).clamp(1, rows)
}

/// Errors ready to be drawn.
pub(super) enum Urn {
    Dates(Vec<f64>),
    Wild(Vec<f64>, Weights),
    Blocks { residuals: Vec<f64>, length: usize, centres: Vec<f64> },
}

impl Urn {
    pub fn of(world: &World, scheme: Scheme) -> Self {
        let (k, rows) = (world.equations, world.rows);
        let mut residuals = world.residuals.clone();
        match scheme {
            Scheme::Residual => {
                for i in 0..k {
                    let mean = residuals.iter().skip(i).step_by(k).sum::<f64>() / rows as f64;
                    residuals.iter_mut().skip(i).step_by(k).for_each(|value| *value -= mean);
                }
                Self::Dates(residuals)
            }
            Scheme::Wild(weights) => Self::Wild(residuals, weights),
            Scheme::MovingBlock(_) => {
                let length = scheme.block(rows).unwrap_or(1);
                // What is drawn for place s of a block is any of T − ℓ + 1 residuals: their mean is taken out.
                let starts = rows - length + 1;
                let centre = |at: usize| {
                    let (s, i) = (at / k, at % k);
                    (0..starts).map(|r| residuals[(s + r) * k + i]).sum::<f64>() / starts as f64
                };
                let centres = (0..length * k).map(centre).collect();
                Self::Blocks { residuals, length, centres }
            }
        }
    }

    /// Fills in the errors, k for each date.
    pub fn draw(&self, stream: &mut Stream, k: usize, shocks: &mut [f64]) {
        match self {
            Self::Dates(residuals) => {
                let rows = residuals.len() / k;
                for shock in shocks.chunks_exact_mut(k) {
                    let at = below(stream, rows) * k;
                    shock.copy_from_slice(&residuals[at..at + k]);
                }
            }
            Self::Wild(residuals, weights) => {
                for (shock, residual) in shocks.chunks_exact_mut(k).zip(residuals.chunks_exact(k)) {
                    let weight = match weights {
                        Weights::Rademacher if stream.uniform() < 0.5 => -1.0,
                        Weights::Rademacher => 1.0,
                        Weights::Normal => stream.standard_normal(),
                    };
                    shock.iter_mut().zip(residual).for_each(|(shock, residual)| *shock = weight * residual);
                }
            }
            Self::Blocks { residuals, length, centres } => {
                let starts = residuals.len() / k - length + 1;
                for block in shocks.chunks_mut(length * k) {
                    let from = below(stream, starts) * k;
                    for (shock, (residual, centre)) in block.iter_mut().zip(residuals[from..].iter().zip(centres)) {
                        *shock = residual - centre;
                    }
                }
            }
        }
    }
}

/// One of 0 … n − 1.
fn below(stream: &mut Stream, n: usize) -> usize {
    ((stream.uniform() * n as f64) as usize).min(n - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resampling::Streams;

    #[test]
    fn every_scheme_draws_errors_without_a_mean() {
        let (k, rows, draws) = (2, 12, 4000);
        let residuals: Vec<f64> = (0..k * rows).map(|at| ((at * at) % 17) as f64 / 4.0).collect();
        let length = 5;
        let centres: Vec<f64> =
            (0..length * k).map(|at| (0..8).map(|r| residuals[(at / k + r) * k + at % k]).sum::<f64>() / 8.0).collect();
        let centred: Vec<f64> = (0..k * rows)
            .map(|at| residuals[at] - residuals.iter().skip(at % k).step_by(k).sum::<f64>() / rows as f64)
            .collect();
        let urns = [
            Urn::Dates(centred),
            Urn::Wild(residuals.clone(), Weights::Rademacher),
            Urn::Wild(residuals.clone(), Weights::Normal),
            Urn::Blocks { residuals, length, centres },
        ];
        for (number, urn) in urns.iter().enumerate() {
            let mut stream = Streams::new(2).replication(number as u64);
            let (mut sums, mut shocks) = (vec![0.0; k * rows], vec![0.0; k * rows]);
            for _ in 0..draws {
                urn.draw(&mut stream, k, &mut shocks);
                sums.iter_mut().zip(&shocks).for_each(|(sum, shock)| *sum += shock / f64::from(draws));
            }
            // Residuals are below 4: four standard errors of a mean are below 0.26.
            assert!(sums.iter().all(|mean| mean.abs() < 0.26), "{number} {sums:?}");
        }
    }

    #[test]
    fn blocks_by_default_grow_with_the_fourth_root() {
        assert_eq!(default_block(200), 19);
        assert_eq!(default_block(500), 24);
        assert_eq!(default_block(3), 3);
    }
}
