//! `yalu breaks`: did the relation change, at dates that are known or not, how often, and when?

mod fluctuation;
mod known;
mod monitor;
mod one;
mod quandt;
mod rank;
mod several;

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::Design;
use yalu::breaks::BreakCriterion;

use super::Done;
use super::answer::Answer;
use super::flags::{Flag, refuse_unused};
use super::output::Output;
use super::source::Source;
use fluctuation::VarianceName;

/// Test for changes at dates that are known or not, and estimate the dates
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\"\n  \
    yalu breaks trade.csv --formula \"dlog(imports) ~ dlog(exports)\" --change \"dlog(exports)\" --cov hc3\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --trim 0.25 --bootstrap heteroskedastic \\\n      \
      --draws 199 --export path.csv\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --test bai-perron --max-breaks 3\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --test sup-f --at 2010-06\n  \
    yalu breaks trade.csv --formula \"imports ~ exports + trend()\" --test bai-perron --cov bai-perron \\\n      \
      --change constant --choose lwz\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --test ols-cusum --export process.csv\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --test ols-mosum --window 0.3 --cov andrews\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --test moving-estimates --window 0.5\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --test quandt-likelihood --draws 199\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --test monitor-ols-cusum \\\n      \
      --history-until 2010-05\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --at 2010-06,2012-01 --cov hc3\n  \
    yalu breaks trade.csv --formula \"dlog(imports) ~ dlog(exports)\" --test end-of-sample --at 2013-10\n\n\
    --test sup-f: one break, the largest, average and exponential average statistic over all dates.\n\
    --test quandt-likelihood: one switch of coefficients and variance, by the likelihood.\n\
    --test bai-perron: several breaks, how many and when, with intervals of the dates.\n\
    --test ols-cusum, recursive-cusum, cusum-of-squares, score-cusum, ols-mosum, recursive-mosum,\n       \
       score-mosum: sums of residuals, which drift where the relation changes, and their boundaries.\n\
    --test recursive-estimates, moving-estimates: the coefficients of the rows so far, or in a window.\n\
    --test monitor-ols-cusum, monitor-ols-mosum, monitor-recursive-estimates, monitor-moving-estimates:\n       \
       whether the rows after --history-until follow the history before it, and when they left it.\n\
    --test known: changes at the dates of --at, by F, Wald's and LM; the test where only --at is given.\n\
    --test end-of-sample, beginning-of-sample: the rows from --at on, or up to it, few as they may be.\n\
    Covariances: those of `yalu regress`; with bai-perron: classical, by-regime, hc0, the HAC forms,\n             \
                 and bai-perron[,no-prewhite], the authors' own. Intervals and standard errors have a\n             \
                 variance for each regime at least. With ols-cusum and ols-mosum: the HAC forms.\n\
    --format csv and --export FILE.csv have the statistic at every date, the dates, or the process\n\
    and its boundaries.\n\
    `yalu explain sup-f`, `bai-perron`, `known-breaks`, `end-of-sample`, … say how they are computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The regression, `y ~ x1 + x2`; `y ~ 1` for a mean
    #[arg(long, value_name = "FORMULA")]
    formula: String,
    /// A term whose coefficient may change, `constant` for the intercept; may be repeated; all terms if not given
    #[arg(long, value_name = "TERM")]
    change: Vec<String>,
    /// One break, several, known dates, an end of the sample, sums of residuals, estimates, or new rows beside a history;
    /// sup-f if not given, known with --at
    #[arg(long, value_name = "TEST")]
    test: Option<TestName>,
    /// known, end-of-sample, beginning-of-sample: the first period (or row) after a change; several for known. sup-f: a
    /// date whose statistic is ranked among those of all dates
    #[arg(long, value_name = "DATE", value_delimiter = ',')]
    at: Vec<String>,
    /// sup-f, bai-perron, quandt-likelihood: the share of the rows that each regime has at least; 0.15 if not given
    #[arg(long, value_name = "SHARE")]
    trim: Option<f64>,
    /// The MOSUM tests and moving-estimates: the share of the rows in a window, 0.05 to 0.5; 0.15 if not given.
    /// monitor-ols-mosum, monitor-moving-estimates: the share of the history, 0.25, 0.5 or 1; 1 if not given
    #[arg(long, value_name = "SHARE")]
    window: Option<f64>,
    /// The monitor tests: the last period (or row) of the history; the rows after it are watched
    #[arg(long, value_name = "DATE")]
    history_until: Option<String>,
    /// monitor-ols-mosum, monitor-moving-estimates: how long rows are watched, in histories: 2, 4, 6, 8 or 10; 10 if not given
    #[arg(long, value_name = "HISTORIES")]
    period: Option<usize>,
    /// recursive-cusum, recursive-mosum: how the variance of the residuals is taken; about their mean if not given
    #[arg(long, value_name = "ABOUT")]
    variance: Option<VarianceName>,
    /// How the variance is estimated; classical if not given
    #[arg(long = "cov", value_name = "COVARIANCE")]
    covariance: Option<String>,
    /// sup-f: the statistic at every date
    #[arg(long, value_name = "STATISTIC")]
    statistic: Option<StatisticName>,
    /// sup-f: p-values by the fixed-regressor bootstrap too, with errors of one variance or of any
    #[arg(long, value_name = "ERRORS")]
    bootstrap: Option<ErrorsName>,
    /// sup-f: samples of the bootstrap; quandt-likelihood: samples without a switch, 0 for none; 999 if not given
    #[arg(long, value_name = "DRAWS")]
    draws: Option<usize>,
    /// sup-f with --bootstrap, quandt-likelihood: seed of the samples; 1 if not given
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    /// bai-perron: the most breaks, up to 9; 5 if not given
    #[arg(long, value_name = "BREAKS")]
    max_breaks: Option<usize>,
    /// bai-perron: show dates and coefficients for this number of breaks, or for the number that a rule chooses; bic
    /// if not given
    #[arg(long, value_name = "BREAKS|RULE", value_parser = choice)]
    choose: Option<Choice>,
    /// bai-perron: the coverage of the intervals of the dates; 0.95 if not given
    #[arg(long, value_name = "SHARE")]
    coverage: Option<f64>,
    /// The level at which the sequential procedure tests, and at which words are put
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TestName {
    #[value(alias = "quandt")]
    SupF,
    #[value(alias = "quandt-lr")]
    QuandtLikelihood,
    BaiPerron,
    OlsCusum,
    #[value(alias = "cusum")]
    RecursiveCusum,
    #[value(alias = "cusumsq")]
    CusumOfSquares,
    ScoreCusum,
    OlsMosum,
    RecursiveMosum,
    #[value(alias = "chow")]
    Known,
    #[value(alias = "andrews")]
    EndOfSample,
    BeginningOfSample,
    ScoreMosum,
    #[value(alias = "re")]
    RecursiveEstimates,
    #[value(alias = "me")]
    MovingEstimates,
    MonitorOlsCusum,
    MonitorOlsMosum,
    MonitorRecursiveEstimates,
    MonitorMovingEstimates,
}

impl TestName {
    /// Through a window.
    const MOVING: [Self; 6] = [
        Self::OlsMosum,
        Self::RecursiveMosum,
        Self::ScoreMosum,
        Self::MovingEstimates,
        Self::MonitorOlsMosum,
        Self::MonitorMovingEstimates,
    ];
    /// Of new rows.
    const MONITORS: [Self; 4] =
        [Self::MonitorOlsCusum, Self::MonitorOlsMosum, Self::MonitorRecursiveEstimates, Self::MonitorMovingEstimates];
    /// With a choice of errors.
    const ERRORS: [Self; 5] = [Self::SupF, Self::BaiPerron, Self::Known, Self::OlsCusum, Self::OlsMosum];
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum StatisticName {
    /// q times Chow's F
    F,
    Wald,
    Lr,
    Lm,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ErrorsName {
    Homoskedastic,
    Heteroskedastic,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Breaks(usize),
    Criterion(BreakCriterion),
    Sequential,
}

fn choice(text: &str) -> Result<Choice, String> {
    match text.to_lowercase().as_str() {
        "bic" => Ok(Choice::Criterion(BreakCriterion::Bic)),
        "yao" => Ok(Choice::Criterion(BreakCriterion::Yao)),
        "lwz" => Ok(Choice::Criterion(BreakCriterion::Lwz)),
        "sequential" => Ok(Choice::Sequential),
        number => number
            .parse()
            .map(Choice::Breaks)
            .map_err(|_| "write a number of breaks, or one of bic, yao, lwz, sequential".to_owned()),
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let test = args.test.unwrap_or(if args.at.is_empty() { TestName::SupF } else { TestName::Known });
    let (one, several) = (&[TestName::SupF], &[TestName::BaiPerron]);
    let some = &[TestName::SupF, TestName::BaiPerron, TestName::Known];
    let dated = &[TestName::Known, TestName::EndOfSample, TestName::BeginningOfSample, TestName::SupF];
    let drawn = &[TestName::SupF, TestName::QuandtLikelihood];
    refuse_unused(
        &[
            Flag::of("--at", !args.at.is_empty(), dated),
            Flag::of("--change", !args.change.is_empty(), some),
            Flag::of("--trim", args.trim.is_some(), &[TestName::SupF, TestName::BaiPerron, TestName::QuandtLikelihood]),
            Flag::of("--cov", args.covariance.is_some(), &TestName::ERRORS),
            Flag::of("--window", args.window.is_some(), &TestName::MOVING),
            Flag::of("--history-until", args.history_until.is_some(), &TestName::MONITORS),
            Flag::of("--period", args.period.is_some(), &[TestName::MonitorOlsMosum, TestName::MonitorMovingEstimates]),
            Flag::of("--variance", args.variance.is_some(), &[TestName::RecursiveCusum, TestName::RecursiveMosum]),
            Flag::of("--statistic", args.statistic.is_some(), one),
            Flag::of("--draws", args.draws.is_some(), drawn),
            Flag::of("--seed", args.seed.is_some(), drawn),
            Flag::of("--bootstrap", args.bootstrap.is_some(), one),
            Flag::of("--max-breaks", args.max_breaks.is_some(), several),
            Flag::of("--choose", args.choose.is_some(), several),
            Flag::of("--coverage", args.coverage.is_some(), several),
        ],
        &[test],
    )?;
    if test == TestName::SupF && args.bootstrap.is_none() && (args.draws.is_some() || args.seed.is_some()) {
        bail!(
            "--draws and --seed of sup-f belong to its bootstrap — say --bootstrap homoskedastic or heteroskedastic too"
        );
    }
    if !(args.level > 0.0 && args.level < 1.0) {
        bail!("a level of {} is not between 0 and 1 — 0.05 is the usual one", args.level);
    }
    let (frame, data) = args.source.read()?;
    let design = Design::from_formula(&frame, &args.formula)?;
    let answer = Answer::of("breaks").data(data).notes(frame.notes());
    let answer = match (test, test.fluctuation()) {
        (_, Some(sums)) => fluctuation::run(args, sums, &design, answer)?,
        (TestName::SupF, None) => one::run(args, &design, answer)?,
        (TestName::QuandtLikelihood, None) => quandt::run(args, &design, answer)?,
        (TestName::BaiPerron, None) => several::run(args, &design, answer)?,
        (TestName::Known | TestName::EndOfSample | TestName::BeginningOfSample, None) => {
            known::run(args, test, &design, answer)?
        }
        (_, None) => monitor::run(args, test, &design, answer)?,
    };
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// The terms that may change, the intercept by a name that can be typed.
fn changing(args: &Args) -> Option<Vec<String>> {
    let intercept = |term: &String| match term.as_str() {
        "constant" | "const" | "1" => Design::INTERCEPT.to_owned(),
        _ => term.clone(),
    };
    (!args.change.is_empty()).then(|| args.change.iter().map(intercept).collect())
}
