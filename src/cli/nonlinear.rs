//! `yalu nonlinear`: dependence on another's past in any form, at any lag, at any quantile.

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::Frame;
use yalu::causality::hong::LagKernel;
use yalu::causality::{Criterion, DiksPanchenko, Hong, TwoWayResult};

use super::Done;
use super::answer::Answer;
use super::flags::{Flag, refuse_unused};
use super::lags::CriterionName;
use super::output::Output;
use super::source::Source;

mod quantile;
mod transfer;

/// Test whether the past of one series matters to another in any form, at any lag, or at any quantile
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu nonlinear trade.csv --cause exports --effect imports\n  \
    yalu nonlinear trade.csv --cause \"dlog(exports)\" --effect \"dlog(imports)\" \\\n      \
      --prewhiten 2 --epsilon 1.5\n  \
    yalu nonlinear trade.csv --cause \"dlog(exports)\" --effect \"dlog(imports)\" \\\n      \
      --test hong --kernel parzen\n  \
    yalu nonlinear trade.csv --cause \"dlog(exports)\" --effect \"dlog(imports)\" \\\n      \
      --test quantile --lags 2 --given southern_trade --cov nid,iid\n  \
    yalu nonlinear trade.csv --cause \"dlog(exports)\" --effect \"dlog(imports)\" \\\n      \
      --test transfer-entropy --bins 2 --surrogates markov\n\n\
    `yalu explain diks-panchenko`, `hong`, `quantile-granger` and `transfer-entropy` say how the\n\
    tests are computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series whose past may matter
    #[arg(long, value_name = "X")]
    cause: String,
    /// The series it may matter to
    #[arg(long, value_name = "Y")]
    effect: String,
    /// Which test
    #[arg(long, value_name = "TEST", default_value = "diks-panchenko")]
    test: TestName,
    /// Past values or lags of each series, in hong of each autoregression; 1 if not given
    #[arg(long, value_name = "NUMBER")]
    lags: Option<usize>,
    /// Test the residuals of a vector autoregression with this many lags
    #[arg(long, value_name = "LAGS", conflicts_with = "select")]
    prewhiten: Option<usize>,
    /// Let a criterion choose the lags of the vector autoregression (in quantile those of the test), or in hong of each
    /// autoregression, up to --max-lags
    #[arg(long, value_name = "CRITERION", requires = "max_lags")]
    select: Option<CriterionName>,
    /// The most lags a criterion may choose
    #[arg(long, value_name = "LAGS", requires = "select")]
    max_lags: Option<usize>,
    /// How near two values must be, in standard deviations; by the rule of the paper if not given
    #[arg(long, value_name = "DISTANCE")]
    epsilon: Option<f64>,
    /// How the correlations at different lags are weighted; Daniell's if not given
    #[arg(long, value_name = "KERNEL")]
    kernel: Option<KernelName>,
    /// M, the scale of the lags; ⌊3·n^0.2⌋ if not given
    #[arg(long, value_name = "M")]
    bandwidth: Option<f64>,
    #[command(flatten)]
    quantile: quantile::Quantile,
    #[command(flatten)]
    transfer: transfer::Transfer,
    /// The seed of surrogates, and of simulations that say how a test behaves in a sample of fewer than 20 rows; 1 if not given
    #[arg(long)]
    seed: Option<u64>,
    /// Test series that were constructed by temporal disaggregation, which is refused otherwise
    #[arg(long)]
    accept_constructed_data: bool,
    /// The level at which the result is put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum TestName {
    #[value(alias = "dp")]
    DiksPanchenko,
    Hong,
    #[value(alias = "quantile-granger")]
    Quantile,
    #[value(alias = "te")]
    TransferEntropy,
}

#[derive(Clone, Copy, ValueEnum)]
enum KernelName {
    #[value(alias = "haugh")]
    Truncated,
    Bartlett,
    Parzen,
    #[value(alias = "qs")]
    QuadraticSpectral,
    Daniell,
}

impl From<KernelName> for LagKernel {
    fn from(name: KernelName) -> Self {
        match name {
            KernelName::Truncated => Self::Truncated,
            KernelName::Bartlett => Self::Bartlett,
            KernelName::Parzen => Self::Parzen,
            KernelName::QuadraticSpectral => Self::QuadraticSpectral,
            KernelName::Daniell => Self::Daniell,
        }
    }
}

impl Args {
    /// The criterion that is to choose the lags, and the most it may choose.
    fn criterion(&self) -> Option<(Criterion, usize)> {
        self.select.map(Criterion::from).zip(self.max_lags)
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let linear = [TestName::DiksPanchenko, TestName::Hong, TestName::Quantile];
    let seeded = [TestName::Quantile, TestName::TransferEntropy];
    let mut flags = vec![
        Flag::of("--select", args.select.is_some(), &linear),
        Flag::of("--seed", args.seed.is_some(), &seeded),
        Flag::of("--prewhiten", args.prewhiten.is_some(), &[TestName::DiksPanchenko]),
        Flag::of("--epsilon", args.epsilon.is_some(), &[TestName::DiksPanchenko]),
        Flag::of("--kernel", args.kernel.is_some(), &[TestName::Hong]),
        Flag::of("--bandwidth", args.bandwidth.is_some(), &[TestName::Hong]),
    ];
    flags.extend(args.quantile.flags());
    flags.extend(args.transfer.flags());
    refuse_unused(&flags, &[args.test])?;
    if args.cause == args.effect {
        bail!("cause and effect are both `{}` — name two different series", args.cause);
    }
    let chosen = matches!(args.test, TestName::Hong | TestName::Quantile);
    if chosen && args.select.is_some() && args.lags.is_some() {
        bail!("--lags gives the lags and --select lets a criterion choose them — give one of the two");
    }
    let (frame, data) = args.source.read()?;
    let result = test(args, &frame)?;
    let mut answer = Answer::of("nonlinear")
        .data(data)
        .notes(frame.notes())
        .table(result.table())
        .words(result.in_words(args.level)?);
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

fn test(args: &Args, frame: &Frame) -> anyhow::Result<TwoWayResult> {
    let (cause, effect) = (frame.expression(&args.cause)?, frame.expression(&args.effect)?);
    let chosen = args.criterion();
    Ok(match args.test {
        TestName::DiksPanchenko => {
            let mut test = DiksPanchenko::cause(&cause).effect(&effect);
            if args.accept_constructed_data {
                test = test.accept_constructed_data();
            }
            test = args.lags.into_iter().fold(test, DiksPanchenko::lags);
            test = args.epsilon.into_iter().fold(test, DiksPanchenko::epsilon);
            test = args.prewhiten.into_iter().fold(test, DiksPanchenko::prewhiten);
            test = chosen.into_iter().fold(test, |test, (criterion, most)| test.prewhiten_by(criterion, most));
            test.run()?
        }
        TestName::Hong => {
            let mut test = Hong::cause(&cause).effect(&effect);
            if args.accept_constructed_data {
                test = test.accept_constructed_data();
            }
            test = args.lags.into_iter().fold(test, Hong::lags);
            test = chosen.into_iter().fold(test, |test, (criterion, most)| test.select(criterion, most));
            test = args.kernel.into_iter().fold(test, |test, kernel| test.kernel(kernel.into()));
            test = args.bandwidth.into_iter().fold(test, Hong::bandwidth);
            test.run()?
        }
        TestName::Quantile => args.quantile.run(args, frame, [&cause, &effect])?,
        TestName::TransferEntropy => args.transfer.run(args, [&cause, &effect])?,
    })
}
