//! `--test quantile`.

use clap::{Args, ValueEnum};
use yalu::causality::{QuantileGranger, TwoWayResult};
use yalu::regression::quantile::{QuantileCovariance, SparsityBandwidth};
use yalu::{Frame, Series};

use super::TestName;
use crate::cli::dummies::Dummies;
use crate::cli::flags::{Flag, set};

/// What only the test in quantiles reads.
#[derive(Args)]
pub struct Quantile {
    /// Series held beside the two, their lags in both models
    #[arg(long, value_name = "Z")]
    given: Vec<String>,
    /// Quantiles to test one by one, such as `0.1,0.5,0.9`
    #[arg(long, value_name = "QUANTILES", value_delimiter = ',')]
    quantiles: Option<Vec<f64>>,
    /// The quantiles over which the largest statistic is taken; 0.1:0.9 if not given
    #[arg(long, value_name = "FROM:TO", value_parser = interval)]
    interval: Option<[f64; 2]>,
    /// The distance of neighbouring quantiles of the interval; 0.01 if not given
    #[arg(long, value_name = "STEP")]
    step: Option<f64>,
    /// What is assumed of the errors, such as `nid,iid`, the first for the headline; nid if not given
    #[arg(long = "cov", value_name = "COVARIANCE", value_delimiter = ',')]
    covariances: Vec<CovarianceName>,
    /// The rule of the distance in quantiles over which the errors' density is measured
    #[arg(long, value_name = "RULE")]
    sparsity: Option<RuleName>,
    /// A linear trend in both models
    #[arg(long)]
    trend: bool,
    /// Seasonal dummies in both models
    #[arg(long)]
    seasonal: bool,
    #[command(flatten)]
    dummies: Dummies,
}

#[derive(Clone, Copy, ValueEnum)]
enum CovarianceName {
    /// Each row has its own density (Hendricks and Koenker)
    #[value(alias = "sandwich")]
    Nid,
    /// All rows have one density
    Iid,
}

#[derive(Clone, Copy, ValueEnum)]
enum RuleName {
    HallSheather,
    Bofinger,
}

impl Quantile {
    /// The flags that other tests do not read.
    pub fn flags(&self) -> Vec<Flag<'static, TestName>> {
        let of = |name, given| Flag::of(name, given, &[TestName::Quantile]);
        let mut flags = vec![
            of("--given", !self.given.is_empty()),
            of("--quantiles", self.quantiles.is_some()),
            of("--interval", self.interval.is_some()),
            of("--step", self.step.is_some()),
            of("--cov", !self.covariances.is_empty()),
            of("--sparsity", self.sparsity.is_some()),
            of("--trend", self.trend),
            of("--seasonal", self.seasonal),
        ];
        flags.extend(self.dummies.given().map(|(name, given)| of(name, given)));
        flags
    }

    pub fn run(
        &self,
        args: &super::Args,
        frame: &Frame,
        [cause, effect]: [&Series; 2],
    ) -> anyhow::Result<TwoWayResult> {
        let given = self.given.iter().map(|name| frame.expression(name)).collect::<Result<Vec<_>, _>>()?;
        let mut test = QuantileGranger::cause(cause).effect(effect).given(&given.iter().collect::<Vec<_>>());
        if args.accept_constructed_data {
            test = test.accept_constructed_data();
        }
        let (from, to) = self.interval.map_or((None, None), |[from, to]| (Some(from), Some(to)));
        if let Some((from, to)) = from.zip(to) {
            test = test.interval(from, to);
        }
        test = set!(test, lags = args.lags, step = self.step, quantiles = self.quantiles.as_deref(), seed = args.seed);
        if let Some((criterion, most)) = args.criterion() {
            test = test.select(criterion, most);
        }
        for covariance in &self.covariances {
            test = test.covariance(match covariance {
                CovarianceName::Nid => QuantileCovariance::Nid,
                CovarianceName::Iid => QuantileCovariance::Iid,
            });
        }
        if let Some(rule) = self.sparsity {
            test = test.bandwidth(match rule {
                RuleName::HallSheather => SparsityBandwidth::HallSheather,
                RuleName::Bofinger => SparsityBandwidth::Bofinger,
            });
        }
        if self.trend {
            test = test.trend();
        }
        if self.seasonal {
            test = test.seasonal();
        }
        test = self.dummies.indicators().fold(test, |test, dummy| test.indicator(dummy));
        Ok(test.run()?)
    }
}

/// `0.1:0.9`.
fn interval(text: &str) -> Result<[f64; 2], String> {
    let parse = |part: &str| part.trim().parse::<f64>().ok();
    let ends = text.split_once(':').and_then(|(from, to)| parse(from).zip(parse(to)));
    ends.map(|(from, to)| [from, to]).ok_or_else(|| "two quantiles with a colon between, such as 0.1:0.9".into())
}
