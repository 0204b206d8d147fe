//! `yalu breaks`: did the relation change, at dates that are known or not, how often, and when?

mod fluctuation;
mod known;
mod rank;

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;
use yalu::breaks::bai_perron::{BaiPerronResult, DateInterval, Intervals, Partition, RegimeCoefficient};
use yalu::breaks::sup_f::{BreakBootstrap, BreakErrors, BreakStatistic, SupFResult};
use yalu::breaks::{BaiPerron, BreakCriterion, BreakDate, RegimeErrors, SupF};
use yalu::regression::Covariance;
use yalu::table::{Cell, Column, Table};
use yalu::{Design, Error, Sample};

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
    yalu breaks trade.csv --formula \"imports ~ exports\" --test ols-mosum --window 0.3\n  \
    yalu breaks trade.csv --formula \"imports ~ exports\" --at 2010-06,2012-01 --cov hc3\n  \
    yalu breaks trade.csv --formula \"dlog(imports) ~ dlog(exports)\" --test end-of-sample --at 2013-10\n\n\
    --test sup-f: one break, the largest, average and exponential average statistic over all dates.\n\
    --test bai-perron: several breaks, how many and when, with intervals of the dates.\n\
    --test ols-cusum, recursive-cusum, cusum-of-squares, score-cusum, ols-mosum, recursive-mosum:\n       \
       sums of residuals, which drift where the relation changes, and their boundaries.\n\
    --test known: changes at the dates of --at, by F, Wald's and LM; the test where only --at is given.\n\
    --test end-of-sample, beginning-of-sample: the rows from --at on, or up to it, few as they may be.\n\
    Covariances: those of `yalu regress`; with bai-perron: classical, by-regime, hc0, the HAC forms,\n             \
                 and bai-perron[,no-prewhite], the authors' own. Intervals and standard errors have a\n             \
                 variance for each regime at least.\n\
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
    /// One break, several, known dates, an end of the sample, or sums of residuals; sup-f if not given, known with --at
    #[arg(long, value_name = "TEST")]
    test: Option<TestName>,
    /// known, end-of-sample, beginning-of-sample: the first period (or row) after a change; several for known. sup-f: a
    /// date whose statistic is ranked among those of all dates
    #[arg(long, value_name = "DATE", value_delimiter = ',')]
    at: Vec<String>,
    /// sup-f, bai-perron: the share of the rows that each regime has at least; 0.15 if not given
    #[arg(long, value_name = "SHARE")]
    trim: Option<f64>,
    /// ols-mosum, recursive-mosum: the share of the residuals in a window, 0.05 to 0.5; 0.15 if not given
    #[arg(long, value_name = "SHARE")]
    window: Option<f64>,
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
    /// sup-f: samples of the bootstrap; 999 if not given
    #[arg(long, value_name = "DRAWS", requires = "bootstrap")]
    draws: Option<usize>,
    /// sup-f: seed of the bootstrap; 1 if not given
    #[arg(long, value_name = "SEED", requires = "bootstrap")]
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
    let (one, several, searches) = (&[TestName::SupF], &[TestName::BaiPerron], &[TestName::SupF, TestName::BaiPerron]);
    let some = &[TestName::SupF, TestName::BaiPerron, TestName::Known];
    let dated = &[TestName::Known, TestName::EndOfSample, TestName::BeginningOfSample, TestName::SupF];
    refuse_unused(
        &[
            Flag::of("--at", !args.at.is_empty(), dated),
            Flag::of("--change", !args.change.is_empty(), some),
            Flag::of("--trim", args.trim.is_some(), searches),
            Flag::of("--cov", args.covariance.is_some(), some),
            Flag::of("--window", args.window.is_some(), &[TestName::OlsMosum, TestName::RecursiveMosum]),
            Flag::of("--variance", args.variance.is_some(), &[TestName::RecursiveCusum, TestName::RecursiveMosum]),
            Flag::of("--statistic", args.statistic.is_some(), one),
            Flag::of("--bootstrap", args.bootstrap.is_some(), one),
            Flag::of("--max-breaks", args.max_breaks.is_some(), several),
            Flag::of("--choose", args.choose.is_some(), several),
            Flag::of("--coverage", args.coverage.is_some(), several),
        ],
        &[test],
    )?;
    if !(args.level > 0.0 && args.level < 1.0) {
        bail!("a level of {} is not between 0 and 1 — 0.05 is the usual one", args.level);
    }
    let (frame, data) = args.source.read()?;
    let design = Design::from_formula(&frame, &args.formula)?;
    let answer = Answer::of("breaks").data(data).notes(frame.notes());
    let answer = match (test, test.fluctuation()) {
        (_, Some(sums)) => fluctuation::run(args, sums, &design, answer)?,
        (TestName::SupF, None) => one_break(args, &design, answer)?,
        (TestName::BaiPerron, None) => several_breaks(args, &design, answer)?,
        (_, None) => known::run(args, test, &design, answer)?,
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

fn one_break(args: &Args, design: &Design, mut answer: Answer) -> anyhow::Result<Answer> {
    let covariance: Covariance = args.covariance.as_deref().unwrap_or("classical").parse()?;
    let statistic = match args.statistic {
        None | Some(StatisticName::F) => BreakStatistic::F,
        Some(StatisticName::Wald) => BreakStatistic::Wald,
        Some(StatisticName::Lr) => BreakStatistic::Lr,
        Some(StatisticName::Lm) => BreakStatistic::Lm,
    };
    let mut search = SupF::of(design)
        .trim(args.trim.unwrap_or(0.15))
        .statistic(statistic)
        .covariance(covariance)
        .min_df(args.min_df);
    if let Some(terms) = changing(args) {
        search = search.changing(terms);
    }
    let found = search.run()?;
    answer = answer.table(found.table()).words(found.in_words(args.level)).records(found.path_table());
    for report in found.reports() {
        answer = answer.result(report)?.notes(&report.notes);
    }
    if let Some(errors) = args.bootstrap {
        let errors = match errors {
            ErrorsName::Homoskedastic => BreakErrors::Homoskedastic,
            ErrorsName::Heteroskedastic => BreakErrors::Heteroskedastic,
        };
        let drawn = found.bootstrap(errors, args.draws.unwrap_or(999), args.seed.unwrap_or(1))?;
        answer = answer.table(drawn.table()).result(&Bootstrapped { model: "fixed-regressor-bootstrap", drawn })?;
    }
    rank::add(args, &found, design, answer)?.table(largest(&found)).result(&Searched::of(&found))
}

/// The dates with the largest statistics.
fn largest(found: &SupFResult) -> Table {
    const SHOWN: usize = 5;
    let path = found.path_table();
    let mut rows: Vec<(f64, Vec<Cell>)> =
        found.statistics().map(|(_, value)| value).zip(path.rows().map(<[Cell]>::to_vec)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    rows.truncate(SHOWN);
    let mut table = Table::new("largest", format!("The {} dates with the largest statistic", rows.len()))
        .column(Column::text("last_before", "Last before"))
        .column(Column::text("first_after", "First after"))
        .column(Column::number("statistic", path.columns()[2].header()));
    for (_, cells) in rows {
        table.push_row(cells);
    }
    path.notes().iter().fold(table, |table, note| table.note(note.clone()))
}

#[derive(Serialize)]
struct Bootstrapped {
    model: &'static str,
    #[serde(flatten)]
    drawn: BreakBootstrap,
}

/// The sequence for a machine.
#[derive(Serialize)]
struct Searched {
    model: &'static str,
    changing: Vec<String>,
    date: BreakDate,
    statistics: Vec<AtDate>,
    sample: Sample,
}

#[derive(Serialize)]
struct AtDate {
    #[serde(flatten)]
    date: BreakDate,
    statistic: f64,
}

impl Searched {
    fn of(found: &SupFResult) -> Self {
        Self {
            model: "one-break",
            changing: found.changing().to_vec(),
            date: found.date(),
            statistics: found.statistics().map(|(date, statistic)| AtDate { date, statistic }).collect(),
            sample: found.sample(),
        }
    }
}

fn several_breaks(args: &Args, design: &Design, mut answer: Answer) -> anyhow::Result<Answer> {
    let errors: RegimeErrors = args.covariance.as_deref().unwrap_or("classical").parse()?;
    let mut search = BaiPerron::of(design)
        .trim(args.trim.unwrap_or(0.15))
        .errors(errors)
        .min_df(args.min_df)
        .breaks(args.max_breaks.unwrap_or(5));
    if let Some(terms) = changing(args) {
        search = search.changing(terms);
    }
    let found = search.run()?;
    answer = answer.table(found.table()).table(found.tests_table()).words(found.in_words(args.level)?);
    let chosen = chosen(args, &found)?;
    // The tests' factor serves any variance; intervals and standard errors of a regime have its own.
    let errors = if errors == RegimeErrors::OneVariance { RegimeErrors::VarianceByRegime } else { errors };
    let settings = Intervals { errors, level: args.coverage.unwrap_or(0.95), ..Intervals::default() };
    answer = answer.records(found.table());
    if chosen.breaks() > 0 {
        answer = answer.table(chosen.intervals_table(settings)?).table(chosen.regimes_table(errors)?);
    }
    for report in found.reports() {
        answer = answer.result(report)?.notes(&report.notes);
    }
    for partition in found.partitions() {
        answer = answer.result(&Listed::of(partition))?;
    }
    let intervals = chosen.intervals(settings)?;
    let coefficients = chosen.coefficients(errors)?;
    answer.result(&Chosen { model: "chosen", breaks: chosen.breaks(), intervals, coefficients })
}

fn chosen<'a>(args: &Args, found: &'a BaiPerronResult) -> Result<&'a Partition, Error> {
    match args.choose.unwrap_or(Choice::Criterion(BreakCriterion::Bic)) {
        Choice::Criterion(criterion) => Ok(found.best(criterion)),
        Choice::Sequential => found.sequential(args.level),
        Choice::Breaks(breaks) => found.partition(breaks).ok_or_else(|| {
            let most = found.partitions().len() - 1;
            Error::new(yalu::ErrorKind::Argument, format!("there is no partition with {breaks} breaks"))
                .remedy(format!("ask for {most} at most, or raise --max-breaks"))
        }),
    }
}

#[derive(Serialize)]
struct Listed {
    model: &'static str,
    breaks: usize,
    dates: Vec<BreakDate>,
    rss: f64,
    bic: f64,
    yao: f64,
    lwz: f64,
}

impl Listed {
    fn of(partition: &Partition) -> Self {
        Self {
            model: "partition",
            breaks: partition.breaks(),
            dates: partition.dates(),
            rss: partition.rss(),
            bic: partition.criterion(BreakCriterion::Bic),
            yao: partition.criterion(BreakCriterion::Yao),
            lwz: partition.criterion(BreakCriterion::Lwz),
        }
    }
}

#[derive(Serialize)]
struct Chosen {
    model: &'static str,
    breaks: usize,
    intervals: Vec<DateInterval>,
    coefficients: Vec<RegimeCoefficient>,
}
