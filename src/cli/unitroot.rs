//! `yalu unitroot`: tests of the order of integration.

use clap::{Args as ClapArgs, ValueEnum};
use yalu::hypothesis::test_table;
use yalu::regression::Criterion;
use yalu::unit_root::{Adf, BartlettLags, Kpss, LagRule, Lags, PhillipsPerron, Terms, VarianceRatio};
use yalu::{Error, ErrorKind, Series, TestReport};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Test series for unit roots and stationarity
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu unitroot trade.csv exports \"log(imports)\" --test adf --terms ct\n  \
    yalu unitroot trade.csv exports --test adf --select bic --max-lags 6 --export adf.json\n  \
    yalu unitroot trade.csv exports --test adf --test kpss --test pp --bandwidth 4\n  \
    yalu unitroot trade.csv \"log(exports)\" --test vr --horizons 2,4,12\n\n\
    Series are columns or transforms of columns, as in formulas: log(x), diff(x), dlog(x).\n\
    `yalu explain adf` says how a test is computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series to test
    #[arg(required = true, value_name = "SERIES")]
    series: Vec<String>,
    /// The tests to run
    #[arg(long = "test", value_name = "TEST", default_value = "adf")]
    tests: Vec<TestName>,
    /// The deterministic terms: n none, c a constant, ct and a trend, ctt and its square; c if not given
    #[arg(long, value_name = "TERMS")]
    terms: Option<TermsName>,
    /// A number of lagged differences
    #[arg(long, value_name = "LAGS", conflicts_with_all = ["select", "max_lags"])]
    lags: Option<usize>,
    /// The rule that chooses the number of lags; AIC if neither this nor --lags is given
    #[arg(long, value_name = "RULE")]
    select: Option<RuleName>,
    /// The most lags a rule may choose; 12 (n/100)^¼ if not given
    #[arg(long, value_name = "LAGS")]
    max_lags: Option<usize>,
    /// Autocovariances in the long-run variance of pp and kpss: a number, or schwert, short, long or auto; pp takes schwert,
    /// kpss auto if not given
    #[arg(long, value_name = "LAGS", value_parser = bandwidth)]
    bandwidth: Option<BartlettLags>,
    /// The horizons of vr, in periods; 2, 4, 8 and 16 if not given
    #[arg(long, value_name = "PERIODS", value_delimiter = ',')]
    horizons: Option<Vec<usize>>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TestName {
    /// Augmented Dickey–Fuller: a unit root
    Adf,
    /// Phillips–Perron: a unit root
    Pp,
    /// Kwiatkowski, Phillips, Schmidt and Shin: stationarity
    Kpss,
    /// Variance ratios: a random walk
    #[value(alias = "variance-ratio")]
    Vr,
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

#[derive(Clone, Copy, ValueEnum)]
enum TermsName {
    #[value(alias = "none")]
    N,
    #[value(alias = "constant")]
    C,
    #[value(alias = "trend")]
    Ct,
    #[value(alias = "quadratic")]
    Ctt,
}

#[derive(Clone, Copy, ValueEnum)]
enum RuleName {
    Aic,
    Bic,
    Hq,
    /// From the longest down to the first whose last lag has |t| ≥ 1.645
    T,
}

impl Args {
    fn terms(&self) -> Option<Terms> {
        self.terms.map(|terms| match terms {
            TermsName::N => Terms::None,
            TermsName::C => Terms::Constant,
            TermsName::Ct => Terms::Trend,
            TermsName::Ctt => Terms::Quadratic,
        })
    }

    fn lags(&self) -> Lags {
        let rule = match self.select {
            None | Some(RuleName::Aic) => Criterion::Aic.into(),
            Some(RuleName::Bic) => Criterion::Bic.into(),
            Some(RuleName::Hq) => Criterion::Hq.into(),
            Some(RuleName::T) => LagRule::TStat,
        };
        self.lags.map_or(Lags::Chosen { rule, longest: self.max_lags }, Lags::Given)
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let mut answer = Answer::of("unitroot").data(data).notes(frame.notes());
    for expression in &args.series {
        let series = frame.expression(expression)?;
        for test in &args.tests {
            let reports = reports(args, *test, &series)?;
            for report in &reports {
                answer = answer.result(report)?;
            }
            answer = answer.table(test_table(&reports));
        }
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// One test of one series; what the user did not say is left to the test.
fn reports(args: &Args, test: TestName, series: &Series) -> anyhow::Result<Vec<TestReport>> {
    Ok(match test {
        TestName::Adf => {
            let test = Adf::of(series).lags(args.lags());
            let result = args.terms().map_or(test.clone(), |terms| test.terms(terms)).run()?;
            [result.reports(), result.joint()].concat()
        }
        TestName::Pp => {
            let test = PhillipsPerron::of(series);
            let test = args.terms().map_or(test.clone(), |terms| test.terms(terms));
            args.bandwidth.map_or(test.clone(), |lags| test.bandwidth(lags)).run()?.reports().to_vec()
        }
        TestName::Kpss => {
            let test = Kpss::of(series);
            let test = args.terms().map_or(test.clone(), |terms| test.terms(terms));
            args.bandwidth.map_or(test.clone(), |lags| test.bandwidth(lags)).run()?.reports().to_vec()
        }
        TestName::Vr => {
            let test = VarianceRatio::of(series);
            let test = args.terms().map_or(test.clone(), |terms| test.terms(terms));
            let test = args.horizons.clone().map_or(test.clone(), |horizons| test.horizons(horizons));
            test.run()?.reports().to_vec()
        }
    })
}
