//! `yalu unitroot`: the order of integration, by all tests or by those named.

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::hypothesis::test_table;
use yalu::regression::Criterion;
use yalu::unit_root::{BartlettLags, BreakIn, IntegrationOrder, Terms};
use yalu::{Error, ErrorKind, Series};

use super::Done;
use super::answer::Answer;
use super::flags::{Flag, refuse_unused};
use super::lags::{LagChoice, TermsName};
use super::output::Output;
use super::source::Source;

mod one;
mod summary;

/// Find the order of integration: unit roots, stationarity, breaks and seasons
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu unitroot trade.csv exports \"log(imports)\"\n  \
    yalu unitroot trade.csv exports --test adf --terms ct --select bic --max-lags 6 --export adf.json\n  \
    yalu unitroot trade.csv exports --test df-gls --test kpss --test pp --terms ct\n  \
    yalu unitroot trade.csv \"log(exports)\" --test zivot-andrews --break-in both --trim 0.1\n  \
    yalu unitroot trade.csv exports --test lee-strazicich --breaks 1 --lags 2\n  \
    yalu unitroot trade.csv exports --test hegy --terms ct --seasonal --lags 1 --draws 999\n\n\
    Without --test the order of integration is summarised over six tests, in levels and differences.\n\
    Series are columns or transforms of columns, as in formulas: log(x), diff(x), dlog(x).\n\
    `yalu explain adf` says how a test is computed; so for every name of --test.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series to test
    #[arg(required = true, value_name = "SERIES")]
    series: Vec<String>,
    /// The tests to run one by one, in place of the summary; may be repeated
    #[arg(long = "test", value_name = "TEST")]
    tests: Vec<TestName>,
    /// The deterministic terms: n none, c a constant, ct and a trend, ctt and its square; each test's own if not given
    #[arg(long, value_name = "TERMS")]
    terms: Option<TermsName>,
    #[command(flatten)]
    lags: LagChoice,
    /// Autocovariances in the long-run variance of pp, kpss and schmidt-phillips: a number, or schwert, short, long or auto
    #[arg(long, value_name = "LAGS", value_parser = bandwidth)]
    bandwidth: Option<BartlettLags>,
    /// The horizons of vr, in periods; 2, 4, 8 and 16 if not given
    #[arg(long, value_name = "PERIODS", value_delimiter = ',')]
    horizons: Option<Vec<usize>>,
    /// The degree of schmidt-phillips' trend, 1 to 4; 1 if not given
    #[arg(long, value_name = "DEGREE")]
    degree: Option<usize>,
    /// What breaks in zivot-andrews and lee-strazicich; intercept and both if not given
    #[arg(long, value_name = "WHAT")]
    break_in: Option<BreakName>,
    /// How many breaks lee-strazicich allows, 1 or 2; 2 if not given
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u8).range(1..=2))]
    breaks: Option<u8>,
    /// The share of the sample at each end without a break; 0.15 in zivot-andrews, 0.1 in lee-strazicich if not given
    #[arg(long, value_name = "SHARE")]
    trim: Option<f64>,
    /// Seasonal dummies beside --terms in hegy, which has them if --terms is not given
    #[arg(long)]
    seasonal: bool,
    /// Draws of hegy's law; 4999 if not given
    #[arg(long, value_name = "DRAWS")]
    draws: Option<usize>,
    /// Seed of hegy's law and of the simulation that a summary of short series carries; 1 if not given
    #[arg(long, value_name = "SEED")]
    seed: Option<u64>,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// The level at which the summary is put into words; 0.05 if not given
    #[arg(long)]
    level: Option<f64>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TestName {
    /// Augmented Dickey–Fuller: a unit root
    Adf,
    /// Phillips–Perron: a unit root
    Pp,
    /// Dickey–Fuller after GLS detrending: a unit root
    #[value(alias = "dfgls")]
    DfGls,
    /// Elliott, Rothenberg and Stock's point-optimal test: a unit root
    #[value(alias = "ers-point-optimal")]
    Ers,
    /// Schmidt and Phillips: a unit root around a polynomial trend
    #[value(alias = "sp")]
    SchmidtPhillips,
    /// Kwiatkowski, Phillips, Schmidt and Shin: stationarity
    Kpss,
    /// Variance ratios: a random walk
    #[value(alias = "variance-ratio")]
    Vr,
    /// Zivot and Andrews: a unit root, against a trend that breaks once
    #[value(alias = "za")]
    ZivotAndrews,
    /// Lee and Strazicich: a unit root with one or two breaks
    #[value(alias = "ls")]
    LeeStrazicich,
    /// Hylleberg, Engle, Granger and Yoo: seasonal unit roots
    Hegy,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum BreakName {
    #[value(alias = "level")]
    Intercept,
    Trend,
    Both,
}

impl From<BreakName> for BreakIn {
    fn from(name: BreakName) -> Self {
        match name {
            BreakName::Intercept => Self::Intercept,
            BreakName::Trend => Self::Trend,
            BreakName::Both => Self::Both,
        }
    }
}

/// Reads `4`, `auto`, `schwert`, `short` or `long`.
fn bandwidth(text: &str) -> Result<BartlettLags, Error> {
    match text {
        "auto" => Ok(BartlettLags::Automatic),
        "schwert" => Ok(BartlettLags::Schwert),
        "short" => Ok(BartlettLags::Short),
        "long" => Ok(BartlettLags::Long),
        number => number.parse().map(BartlettLags::Given).map_err(|_| {
            Error::new(ErrorKind::Argument, format!("`{text}` is not a number of lags"))
                .remedy("write a number such as `4`, or `auto`, `schwert`, `short` or `long`")
        }),
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    args.refuse_unused()?;
    let (frame, data) = args.source.read()?;
    let series: Vec<Series> = args.series.iter().map(|text| frame.expression(text)).collect::<Result<_, _>>()?;
    let answer = Answer::of("unitroot").data(data).notes(frame.notes());
    let answer = if args.tests.is_empty() {
        args.summarise(&series.iter().collect::<Vec<_>>(), answer)?
    } else {
        args.test(&series, answer)?
    };
    args.output.show(&answer)?;
    Ok(Done::Well)
}

impl Args {
    /// A flag that no test at hand reads is a misunderstanding.
    fn refuse_unused(&self) -> anyhow::Result<()> {
        use TestName::{Adf, DfGls, Ers, Hegy, Kpss, LeeStrazicich, Pp, SchmidtPhillips, Vr, ZivotAndrews};
        let lagged: &[TestName] = &[Adf, DfGls, Ers, ZivotAndrews, LeeStrazicich, Hegy];
        let lags = &self.lags;
        let flags: [Flag<'_, TestName>; 14] = [
            Flag::of("--terms", self.terms.is_some(), &[Adf, Pp, DfGls, Ers, Kpss, Vr, Hegy]).and_summary(),
            Flag::of("--lags", lags.lags.is_some(), lagged).and_summary(),
            Flag::of("--select", lags.select.is_some(), lagged).and_summary(),
            Flag::of("--max-lags", lags.max_lags.is_some(), lagged).and_summary(),
            Flag::of("--bandwidth", self.bandwidth.is_some(), &[Pp, Kpss, SchmidtPhillips]),
            Flag::of("--horizons", self.horizons.is_some(), &[Vr]),
            Flag::of("--degree", self.degree.is_some(), &[SchmidtPhillips]),
            Flag::of("--break-in", self.break_in.is_some(), &[ZivotAndrews, LeeStrazicich]),
            Flag::of("--breaks", self.breaks.is_some(), &[LeeStrazicich]),
            Flag::of("--trim", self.trim.is_some(), &[ZivotAndrews, LeeStrazicich]),
            Flag::of("--seasonal", self.seasonal, &[Hegy]),
            Flag::of("--draws", self.draws.is_some(), &[Hegy]),
            Flag::of("--seed", self.seed.is_some(), &[Hegy]).and_summary(),
            Flag::of("--level", self.level.is_some(), &[]).and_summary(),
        ];
        refuse_unused(&flags, &self.tests)
    }

    fn summarise(&self, series: &[&Series], answer: Answer) -> anyhow::Result<Answer> {
        let mut order = IntegrationOrder::of(series).min_df(self.min_df);
        if let Some(terms) = self.terms {
            order = order.terms(Terms::from(terms));
        }
        if self.lags.max_lags.is_some() && self.lags.select.is_none() {
            bail!(
                "--max-lags without --select leaves open by which rule, and each test of the summary has its own — name one \
                 for all, as in `--select aic`"
            );
        }
        if let Some(lags) = self.lags.lags(Criterion::Aic) {
            order = order.lags(lags);
        }
        if let Some(seed) = self.seed {
            order = order.seed(seed);
        }
        summary::answer(&order.run()?, self.level.unwrap_or(0.05), answer)
    }

    fn test(&self, series: &[Series], mut answer: Answer) -> anyhow::Result<Answer> {
        for series in series {
            for test in &self.tests {
                let reports = one::reports(self, *test, series)?;
                for report in &reports {
                    answer = answer.result(report)?;
                }
                answer = answer.table(test_table(&reports));
            }
        }
        Ok(answer)
    }
}
