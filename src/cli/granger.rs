//! `yalu granger`: both directions, every convention.

use std::ops::RangeInclusive;

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::causality::{CausalityResult, Criterion, Granger, TodaYamamoto};
use yalu::regression::Covariance;
use yalu::{Frame, Indicator, Period, Series};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;
use super::span;

mod windows;

/// Test Granger causality in both directions, with every convention of the p-value side by side
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu granger trade.csv --cause exports --effect imports --lags 1:4\n  \
    yalu granger trade.csv --cause \"dlog(exports)\" --effect \"dlog(imports)\" --lags 2 --cov hc3\n  \
    yalu granger trade.csv --cause exports --effect imports --given southern_trade \\\n      \
      --method toda-yamamoto --lags 1 --integration 1\n  \
    yalu granger trade.csv --cause exports --effect imports --select aic --max-lags 6 \\\n      \
      --seasonal --post 2010-06 --export result.json\n  \
    yalu granger trade.csv --cause exports --effect imports --lags 1 \\\n      \
      --windows recursive --min-window 30 --draws 199\n\n\
    Causes and effects are columns or transforms of columns, as in formulas:\n\
    log(x), diff(x), dlog(x), growth(x). `yalu explain granger` says how the test is computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series whose lags are tested
    #[arg(long, value_name = "X")]
    cause: String,
    /// The series they are to predict
    #[arg(long, value_name = "Y")]
    effect: String,
    /// Series held beside the two, their lags in both models
    #[arg(long, value_name = "Z")]
    given: Vec<String>,
    /// A number of lags, or a range `1:4`, both ends included; 1 if not given
    #[arg(long, value_name = "LAGS", value_parser = span::lags, conflicts_with = "select")]
    lags: Option<RangeInclusive<usize>>,
    /// Let a criterion choose the number of lags, up to --max-lags
    #[arg(long, value_name = "CRITERION", requires = "max_lags")]
    select: Option<CriterionName>,
    /// The most lags a criterion may choose
    #[arg(long, value_name = "LAGS", requires = "select")]
    max_lags: Option<usize>,
    /// The plain test, or Toda and Yamamoto's in levels with extra lags
    #[arg(long, default_value = "granger")]
    method: MethodName,
    /// The highest order of integration, d: extra lags that are estimated but not tested
    #[arg(long, visible_alias = "d", value_name = "ORDER", default_value_t = 1)]
    integration: usize,
    /// Add tests with this covariance, such as hc3 or nw:3; the first becomes the headline
    #[arg(long = "cov", value_name = "COVARIANCE")]
    covariances: Vec<Covariance>,
    /// A linear trend in both models
    #[arg(long)]
    trend: bool,
    /// Seasonal dummies in both models
    #[arg(long)]
    seasonal: bool,
    /// A dummy from this period on in both models
    #[arg(long, value_name = "PERIOD")]
    post: Vec<Period>,
    /// A dummy for this period alone in both models
    #[arg(long, value_name = "PERIOD")]
    pulse: Vec<Period>,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// Test series that were constructed by temporal disaggregation, which is refused otherwise
    #[arg(long)]
    accept_constructed_data: bool,
    /// The level at which the result is put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    /// The seed of the simulations that say how the test behaves in a sample of fewer than 20 rows
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    moving: windows::Moving,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum CriterionName {
    Aic,
    Bic,
    Hq,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum MethodName {
    Granger,
    #[value(alias = "ty")]
    TodaYamamoto,
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    if args.moving.asked() {
        return windows::run(args);
    }
    let (frame, data) = args.source.read()?;
    let result = test(args, &frame)?;
    let mut answer = Answer::of("granger").data(data).notes(frame.notes()).records(result.table());
    let verdicts = result.verdicts(args.level)?;
    let tables = if verdicts.len() == 1 { vec![result.table()] } else { result.tables() };
    for (table, verdict) in tables.into_iter().zip(&verdicts) {
        answer = answer.table(table).words(verdict);
    }
    if verdicts.len() > 1 {
        answer = answer.table(result.overview());
    }
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

fn test(args: &Args, frame: &Frame) -> anyhow::Result<CausalityResult> {
    let cause = frame.expression(&args.cause)?;
    let effect = frame.expression(&args.effect)?;
    let given: Vec<Series> = args.given.iter().map(|name| frame.expression(name)).collect::<Result<_, _>>()?;
    let given: Vec<&Series> = given.iter().collect();
    let indicators =
        args.post.iter().map(|at| Indicator::Post(*at)).chain(args.pulse.iter().map(|at| Indicator::Pulse(*at)));
    // The two forms have the same settings but are two types, each with its own documentation.
    macro_rules! with_settings {
        ($test:expr) => {{
            let mut test = $test.given(&given).min_df(args.min_df).seed(args.seed);
            test = match (args.select, args.max_lags) {
                (Some(CriterionName::Aic), Some(most)) => test.select(Criterion::Aic, most),
                (Some(CriterionName::Bic), Some(most)) => test.select(Criterion::Bic, most),
                (Some(CriterionName::Hq), Some(most)) => test.select(Criterion::Hq, most),
                _ => args.lags.iter().cloned().fold(test, |test, lags| test.lags(lags)),
            };
            if args.accept_constructed_data {
                test = test.accept_constructed_data();
            }
            if args.trend {
                test = test.trend();
            }
            if args.seasonal {
                test = test.seasonal();
            }
            for indicator in indicators {
                test = test.indicator(indicator);
            }
            for covariance in &args.covariances {
                test = test.covariance(*covariance);
            }
            test.run()?
        }};
    }
    if args.cause == args.effect {
        bail!("cause and effect are both `{}` — name two different series", args.cause);
    }
    Ok(match args.method {
        MethodName::Granger => with_settings!(Granger::cause(&cause).effect(&effect)),
        MethodName::TodaYamamoto => {
            with_settings!(TodaYamamoto::cause(&cause).effect(&effect).integration(args.integration))
        }
    })
}
