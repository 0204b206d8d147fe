//! `yalu panel-granger`: causality in a panel, both directions, unit by unit.

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;
use yalu::causality::dumitrescu_hurlin::{CrossDependence, PanelTest, UnitTest};
use yalu::causality::{Criterion, DumitrescuHurlin};

use super::Done;
use super::answer::Answer;
use super::flags::set;
use super::output::Output;
use super::source::Source;

/// Test Granger causality in a panel (Dumitrescu and Hurlin), both directions, with every unit's own test
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu panel-granger firms.csv --unit firm --cause value --effect inv --lags 1\n  \
    yalu panel-granger firms.csv --unit firm --cause \"dlog(value)\" --effect \"dlog(inv)\" \\\n      \
      --select bic --max-lags 2 --bootstrap\n  \
    yalu panel-granger firms.csv --unit firm --cause value --effect inv --without C \\\n      \
      --bootstrap --draws 499 --block 2 --seed 7\n\n\
    The file has a line for every unit in every period: a column of units, one of dates, and series.\n\
    `yalu explain dumitrescu-hurlin` says how the test is computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The column that names the unit of each line
    #[arg(long, value_name = "COLUMN", visible_alias = "panel")]
    unit: String,
    /// The series whose lags are tested: a column or a transform of columns
    #[arg(long, value_name = "X")]
    cause: String,
    /// The series they are to predict
    #[arg(long, value_name = "Y")]
    effect: String,
    /// The number of lags in every unit; 1 if not given
    #[arg(long, value_name = "LAGS", conflicts_with = "select")]
    lags: Option<usize>,
    /// Let a criterion, averaged over units, choose the lags of each direction, up to --max-lags
    #[arg(long, value_name = "CRITERION", requires = "max_lags")]
    select: Option<CriterionName>,
    /// The most lags a criterion may choose
    #[arg(long, value_name = "LAGS", requires = "select")]
    max_lags: Option<usize>,
    /// p-values from samples in which units move together as they do in the data
    #[arg(long)]
    bootstrap: bool,
    /// Draws of --bootstrap; 999 if not given
    #[arg(long, value_name = "DRAWS", requires = "bootstrap")]
    draws: Option<usize>,
    /// Rows of residuals that --bootstrap draws together; 1 if not given
    #[arg(long, value_name = "ROWS", requires = "bootstrap")]
    block: Option<usize>,
    /// Leave this unit out; may be repeated
    #[arg(long, value_name = "UNIT")]
    without: Vec<String>,
    /// Test series that were constructed by temporal disaggregation, which is refused otherwise
    #[arg(long)]
    accept_constructed_data: bool,
    /// The level at which the result is put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    /// The seed of the bootstrap; 1 if not given
    #[arg(long, value_name = "SEED", requires = "bootstrap")]
    seed: Option<u64>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum CriterionName {
    Aic,
    Bic,
    #[value(alias = "hqic")]
    Hq,
}

impl From<CriterionName> for Criterion {
    fn from(name: CriterionName) -> Self {
        match name {
            CriterionName::Aic => Self::Aic,
            CriterionName::Bic => Self::Bic,
            CriterionName::Hq => Self::Hq,
        }
    }
}

/// The units of one direction, for a machine.
#[derive(Serialize)]
struct Units<'a> {
    units: &'static str,
    cause: &'a str,
    effect: &'a str,
    lags: usize,
    wbar: Option<f64>,
    cross_dependence: Option<CrossDependence>,
    tests: &'a [UnitTest],
}

impl<'a> Units<'a> {
    fn of(test: &'a PanelTest) -> Self {
        Self {
            units: "dumitrescu-hurlin",
            cause: test.cause(),
            effect: test.effect(),
            lags: test.lags(),
            wbar: test.wbar(),
            cross_dependence: test.cross_dependence(),
            tests: test.units(),
        }
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    if args.cause == args.effect {
        bail!("cause and effect are both `{}` — name two different series", args.cause);
    }
    let (mut panel, data) = args.source.panel(&args.unit)?;
    if !args.without.is_empty() {
        panel = panel.without(&args.without.iter().map(String::as_str).collect::<Vec<_>>())?;
    }
    let mut test = DumitrescuHurlin::cause(&args.cause).effect(&args.effect);
    test = set!(test, lags = args.lags, block = args.block, seed = args.seed);
    if let (Some(criterion), Some(most)) = (args.select, args.max_lags) {
        test = test.select(criterion.into(), most);
    }
    if args.bootstrap {
        test = test.bootstrap(args.draws.unwrap_or(999));
    }
    if args.accept_constructed_data {
        test = test.accept_constructed_data();
    }
    let result = test.run(&panel)?;
    let mut answer = Answer::of("panel-granger")
        .data(data)
        .notes(panel.notes())
        .table(result.table())
        .words(result.in_words(args.level)?)
        .table(result.units());
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    for test in result.tests() {
        answer = answer.result(&Units::of(test))?;
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}
