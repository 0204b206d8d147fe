//! `yalu granger`: both directions, every convention.

use std::ops::RangeInclusive;

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::causality::{Bootstrap, CausalityResult, Criterion, Granger, LagPrice, LagSet, TodaYamamoto};
use yalu::regression::Covariance;
use yalu::{Frame, Series};

use super::Done;
use super::answer::Answer;
use super::dummies::Dummies;
use super::lags::CriterionName;
use super::output::Output;
use super::source::Source;
use super::span;

mod all;
mod block;
mod change;
mod conventions;
mod form;
mod frequency;
mod windows;

use form::Form;

/// Test Granger causality in both directions, with every convention of the p-value side by side
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu granger trade.csv --cause exports --effect imports --lags 1:4\n  \
    yalu granger trade.csv --cause \"dlog(exports)\" --effect \"dlog(imports)\" --lags 2 --cov hc3\n  \
    yalu granger trade.csv --cause exports --effect imports --given southern_trade \\\n      \
      --method toda-yamamoto --lags 1 --integration 1 --bootstrap leveraged\n  \
    yalu granger trade.csv --cause exports --effect imports --select aic --max-lags 6 \\\n      \
      --seasonal --post 2010-06 --export result.json\n  \
    yalu granger trade.csv --cause exports --effect imports --lags 1 \\\n      \
      --windows recursive --min-window 30 --draws 199\n  \
    yalu granger trade.csv --cause exports --effect imports --lags-of-cause 1,4 --lags-of-effect 1:4\n  \
    yalu granger trade.csv --cause exports --cause southern_trade --effect imports --lags 2\n  \
    yalu granger trade.csv --cause exports --effect imports --lags 3 --conventions\n  \
    yalu granger trade.csv --cause exports --effect imports --lags 3 --by-frequency --omega 0.5\n  \
    yalu granger trade.csv --all --given-others --lags 2\n  \
    yalu granger trade.csv --cause exports --effect imports --lags 2 --change-at 2010-06 --cov hc3\n\n\
    Causes and effects are columns or transforms of columns, as in formulas:\n\
    log(x), diff(x), dlog(x), growth(x). Several causes or effects are tested as blocks.\n\
    `yalu explain granger` says how the test is computed; so do granger-block,\n\
    instantaneous-causality, breitung-candelon, geweke, causality-change and granger-bootstrap.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series whose lags are tested; several are tested together
    #[arg(long, value_name = "X", required_unless_present = "all")]
    cause: Vec<String>,
    /// The series they are to predict; several are tested together
    #[arg(long, value_name = "Y", required_unless_present = "all")]
    effect: Vec<String>,
    /// Test blocks: VAR-wide, and within a period too; so it is with several causes or effects
    #[arg(long)]
    block: bool,
    /// Test every ordered pair of series
    #[arg(long, conflicts_with_all = ["cause", "effect"])]
    all: bool,
    /// The series of --all; every column if not given
    #[arg(long, value_name = "SERIES", requires = "all")]
    series: Vec<String>,
    /// Test every pair given all other series
    #[arg(long, requires = "all")]
    given_others: bool,
    /// Series held beside the two, their lags in both models
    #[arg(long, value_name = "Z")]
    given: Vec<String>,
    /// Series held as they are, without lags, in both models
    #[arg(long, value_name = "W")]
    exogenous: Vec<String>,
    /// A number of lags, or a range `1:4`, both ends included; 1 if not given, with --by-frequency 3
    #[arg(long, value_name = "LAGS", value_parser = span::lags, conflicts_with = "select")]
    lags: Option<RangeInclusive<usize>>,
    /// Let a criterion choose the number of lags, up to --max-lags
    #[arg(long, value_name = "CRITERION", requires = "max_lags")]
    select: Option<CriterionName>,
    /// The most lags a criterion may choose
    #[arg(long, value_name = "LAGS")]
    max_lags: Option<usize>,
    /// Lags of the cause, such as `1,4` or `1:2`, in each direction
    #[arg(long, value_name = "LAGS", value_parser = form::lag_set)]
    lags_of_cause: Option<LagSet>,
    /// Lags of the effect, and of the given series unless they have their own
    #[arg(long, value_name = "LAGS", value_parser = form::lag_set)]
    lags_of_effect: Option<LagSet>,
    /// Lags of the given series
    #[arg(long, value_name = "LAGS", value_parser = form::lag_set)]
    lags_of_given: Option<LagSet>,
    /// Let a criterion choose the lags of the effect, then those of the cause, up to --max-lags (Hsiao)
    #[arg(long, value_name = "CRITERION", requires = "max_lags",
          conflicts_with_all = ["select", "lags", "lags_of_cause", "lags_of_effect", "lags_of_given"])]
    hsiao: Option<PriceName>,
    /// The plain test, or Toda and Yamamoto's in levels with extra lags (also Dolado and Lütkepohl's)
    #[arg(long, default_value = "granger")]
    method: MethodName,
    /// The highest order of integration, d: extra lags that are estimated but not tested; 1 in toda-yamamoto, else 0
    #[arg(long, visible_alias = "d", value_name = "ORDER")]
    integration: Option<usize>,
    /// Add tests with this covariance, such as hc3 or nw:3; the first becomes the headline
    #[arg(long = "cov", value_name = "COVARIANCE")]
    covariances: Vec<Covariance>,
    /// Add a p-value of F from series without this causality; may be repeated
    #[arg(long, value_name = "KIND")]
    bootstrap: Vec<BootstrapName>,
    /// Draws of --bootstrap, --bands, --conventions and --windows; 999, in --conventions 1999, in --windows 499
    #[arg(long, value_name = "DRAWS")]
    draws: Option<usize>,
    /// Print the p-values that programs give for one null, each with its formula and who prints it
    #[arg(long)]
    conventions: bool,
    /// Test or measure causality by frequency
    #[arg(long, value_name = "TEST", num_args = 0..=1, default_missing_value = "breitung-candelon")]
    by_frequency: Option<FrequencyName>,
    /// A frequency in radians per period, 0 to π; may be repeated
    #[arg(long, value_name = "FREQUENCY", conflicts_with = "grid")]
    omega: Vec<f64>,
    /// Points of the grid of frequencies; 64 if neither this nor --omega is given
    #[arg(long, value_name = "POINTS")]
    grid: Option<usize>,
    /// Bootstrap bands of Geweke's measures
    #[arg(long)]
    bands: bool,
    /// Test whether causality changed at this date, the first period after; `unknown` searches for the date
    #[arg(long, value_name = "PERIOD", value_parser = change::when, conflicts_with_all = ["all", "conventions", "by_frequency"])]
    change_at: Option<change::When>,
    /// Which other coefficients may change at --change-at; all if not given
    #[arg(long, value_name = "WHICH", requires = "change_at")]
    others: Option<change::OthersName>,
    /// A linear trend in both models
    #[arg(long)]
    trend: bool,
    /// Seasonal dummies in both models
    #[arg(long)]
    seasonal: bool,
    #[command(flatten)]
    dummies: Dummies,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// Test series that were constructed by temporal disaggregation, which is refused otherwise
    #[arg(long)]
    accept_constructed_data: bool,
    /// The level at which the result is put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    /// The seed of bootstraps, and of the simulations that say how the test behaves in a sample of fewer than 20 rows
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    moving: windows::Moving,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum PriceName {
    /// Akaike's final prediction error, as Hsiao has it
    Fpe,
    Aic,
    Bic,
    Hq,
}

impl From<PriceName> for LagPrice {
    fn from(name: PriceName) -> Self {
        match name {
            PriceName::Fpe => Self::FinalPredictionError,
            PriceName::Aic => Criterion::Aic.into(),
            PriceName::Bic => Criterion::Bic.into(),
            PriceName::Hq => Criterion::Hq.into(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum MethodName {
    Granger,
    #[value(aliases = ["ty", "dolado-luetkepohl"])]
    TodaYamamoto,
}

#[derive(Clone, Copy, ValueEnum)]
enum BootstrapName {
    /// Residuals of whole dates, drawn anew
    Residual,
    /// The same, enlarged for their leverage (Hacker and Hatemi-J)
    Leveraged,
    /// Residuals in their place with random signs
    Wild,
}

impl BootstrapName {
    fn of(self, draws: usize) -> Bootstrap {
        match self {
            Self::Residual => Bootstrap::residual(draws),
            Self::Leveraged => Bootstrap::leveraged(draws),
            Self::Wild => Bootstrap::wild(draws),
        }
    }
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum FrequencyName {
    /// F at each frequency
    BreitungCandelon,
    /// Measures of feedback, in time and by frequency
    Geweke,
}

/// Draws of a bootstrap unless said.
pub(super) const DRAWS: usize = 999;

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let form = Form::of(args)?;
    let (frame, data) = args.source.read()?;
    let answer = Answer::of("granger").data(data).notes(frame.notes());
    let series = Named::of(args, &frame)?;
    let answer = match form {
        Form::Pair => pair(args, &series, answer)?,
        Form::Block => block::answer(args, &series, answer)?,
        Form::Conventions => conventions::answer(args, &series, answer)?,
        Form::All => all::answer(args, &series, answer)?,
        Form::BreitungCandelon => frequency::breitung_candelon(args, &series, answer)?,
        Form::Geweke => frequency::geweke(args, &series, answer)?,
        Form::Change => change::answer(args, &series, answer)?,
        Form::Windows => windows::answer(args, &series, answer)?,
    };
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// The series that the flags name.
struct Named {
    causes: Vec<Series>,
    effects: Vec<Series>,
    all: Vec<Series>,
    given: Vec<Series>,
    exogenous: Vec<Series>,
}

impl Named {
    fn of(args: &Args, frame: &Frame) -> anyhow::Result<Self> {
        let read = |names: &[String]| -> anyhow::Result<Vec<Series>> {
            names.iter().map(|name| Ok(frame.expression(name)?)).collect()
        };
        if args.cause.len() == 1 && args.cause == args.effect {
            bail!("cause and effect are both `{}` — name two different series", args.cause[0]);
        }
        let columns: Vec<String> =
            if args.series.is_empty() { frame.names().map(str::to_owned).collect() } else { args.series.clone() };
        let held = |name: &String| args.given.contains(name) || args.exogenous.contains(name);
        let all: Vec<String> = columns.into_iter().filter(|name| args.all && !held(name)).collect();
        Ok(Self {
            causes: read(&args.cause)?,
            effects: read(&args.effect)?,
            all: read(&all)?,
            given: read(&args.given)?,
            exogenous: read(&args.exogenous)?,
        })
    }
}

/// References to several series.
fn refs(series: &[Series]) -> Vec<&Series> {
    series.iter().collect()
}

/// The settings that every form reads.
macro_rules! model {
    ($test:expr, $args:expr, $series:expr) => {{
        let (args, series) = ($args, $series);
        let mut test = $test
            .given(&crate::cli::granger::refs(&series.given))
            .exogenous(&crate::cli::granger::refs(&series.exogenous))
            .min_df(args.min_df)
            .seed(args.seed);
        test = match (args.select, args.max_lags) {
            (Some(criterion), Some(most)) => test.select(criterion.into(), most),
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
        args.dummies.indicators().fold(test, |test, dummy| test.indicator(dummy))
    }};
}

use model;

/// The settings of a test of two series.
macro_rules! two {
    ($test:expr, $args:expr, $series:expr) => {{
        let args = $args;
        let mut test = crate::cli::flags::set!(
            crate::cli::granger::model!($test, args, $series),
            lags_of_cause = args.lags_of_cause.clone(),
            lags_of_effect = args.lags_of_effect.clone(),
            lags_of_given = args.lags_of_given.clone(),
        );
        if let (Some(price), Some(most)) = (args.hsiao, args.max_lags) {
            test = test.hsiao(price, most);
        }
        let draws = args.draws.unwrap_or(crate::cli::granger::DRAWS);
        test = args.bootstrap.iter().fold(test, |test, kind| test.bootstrap(kind.of(draws)));
        args.covariances.iter().fold(test, |test, covariance| test.covariance(*covariance))
    }};
}

use two;

fn pair(args: &Args, series: &Named, mut answer: Answer) -> anyhow::Result<Answer> {
    let (cause, effect) = (&series.causes[0], &series.effects[0]);
    let result: CausalityResult = match args.method {
        MethodName::Granger => two!(Granger::cause(cause).effect(effect), args, series).run()?,
        MethodName::TodaYamamoto => {
            let test = TodaYamamoto::cause(cause).effect(effect).integration(args.integration.unwrap_or(1));
            two!(test, args, series).run()?
        }
    };
    answer = answer.records(result.table());
    let verdicts = result.verdicts(args.level)?;
    let tables = if verdicts.len() == 1 { vec![result.table()] } else { result.tables() };
    for (table, verdict) in tables.into_iter().zip(&verdicts) {
        answer = answer.table(table).words(verdict);
    }
    if verdicts.len() > 1 {
        answer = answer.table(result.sensitivity(args.level)?);
    }
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    Ok(answer)
}
