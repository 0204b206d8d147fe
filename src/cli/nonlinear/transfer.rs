//! `--test transfer-entropy`.

use anyhow::bail;
use clap::{Args, ValueEnum};
use yalu::Series;
use yalu::causality::transfer_entropy::{Estimator, Surrogates, Symbols};
use yalu::causality::{TransferEntropy, TwoWayResult};

use super::TestName;
use crate::cli::flags::{Flag, set};

/// What only transfer entropy reads.
#[derive(Args)]
pub struct Transfer {
    /// Past values of the cause, in each direction
    #[arg(long, value_name = "NUMBER", conflicts_with = "lags")]
    lags_of_cause: Option<usize>,
    /// Past values of the effect, in each direction
    #[arg(long, value_name = "NUMBER", conflicts_with = "lags")]
    lags_of_effect: Option<usize>,
    /// Symbols in this many bins of equal share; 3 if nothing else is said
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["cuts", "neighbours"])]
    bins: Option<usize>,
    /// Symbols in bins that end at these quantiles, such as `0.05,0.95`
    #[arg(long, value_name = "QUANTILES", value_delimiter = ',', conflicts_with = "neighbours")]
    cuts: Option<Vec<f64>>,
    /// Estimate from this many nearest neighbours in place of symbols
    #[arg(long, value_name = "NUMBER", num_args = 0..=1, default_missing_value = "4")]
    neighbours: Option<usize>,
    /// How causes without a link are made; shuffled if not given
    #[arg(long, value_name = "KIND")]
    surrogates: Option<SurrogateName>,
    /// Mean length of the blocks of the stationary bootstrap; ⌈n^⅓⌉ if not given
    #[arg(long, value_name = "LENGTH", requires = "surrogates")]
    block: Option<usize>,
    /// Surrogates of each direction; 499 if not given
    #[arg(long, value_name = "DRAWS")]
    draws: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum SurrogateName {
    /// The cause's values in random order
    Shuffled,
    /// A Markov chain of the cause's symbols
    Markov,
    /// Blocks of the cause of random length
    Stationary,
}

impl Transfer {
    /// The flags that other tests do not read.
    pub fn flags(&self) -> Vec<Flag<'static, TestName>> {
        let of = |name, given| Flag::of(name, given, &[TestName::TransferEntropy]);
        vec![
            of("--lags-of-cause", self.lags_of_cause.is_some()),
            of("--lags-of-effect", self.lags_of_effect.is_some()),
            of("--bins", self.bins.is_some()),
            of("--cuts", self.cuts.is_some()),
            of("--neighbours", self.neighbours.is_some()),
            of("--surrogates", self.surrogates.is_some()),
            of("--block", self.block.is_some()),
            of("--draws", self.draws.is_some()),
        ]
    }

    pub fn run(&self, args: &super::Args, [cause, effect]: [&Series; 2]) -> anyhow::Result<TwoWayResult> {
        if self.block.is_some() && self.surrogates != Some(SurrogateName::Stationary) {
            bail!("--block is the length of --surrogates stationary — ask for these, or leave it out");
        }
        if self.block == Some(0) {
            bail!("blocks of 0 values — give 1 or more");
        }
        let bins = self.bins.map(|bins| Estimator::Symbols(Symbols::Bins(bins)));
        let cuts = self.cuts.clone().map(|cuts| Estimator::Symbols(Symbols::Quantiles(cuts)));
        let estimator = bins.or(cuts).or(self.neighbours.map(Estimator::Neighbours));
        let surrogates = self.surrogates.map(|kind| match kind {
            SurrogateName::Shuffled => Surrogates::Shuffled,
            SurrogateName::Markov => Surrogates::Markov,
            SurrogateName::Stationary => Surrogates::Stationary(self.block.unwrap_or(0)),
        });
        let mut test = set!(
            TransferEntropy::cause(cause).effect(effect),
            lags = args.lags,
            lags_of_cause = self.lags_of_cause,
            lags_of_effect = self.lags_of_effect,
            estimator = estimator,
            surrogates = surrogates,
            draws = self.draws,
            seed = args.seed,
        );
        if args.accept_constructed_data {
            test = test.accept_constructed_data();
        }
        Ok(test.run()?)
    }
}
