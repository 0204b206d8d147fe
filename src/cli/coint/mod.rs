//! `yalu coint`: long-run relations among integrated series.

use clap::{Args as ClapArgs, ValueEnum};
use yalu::cointegration::johansen::Case;
use yalu::cointegration::residual::Shift;
use yalu::regression::{Bandwidth, Kernel};
use yalu::{Error, ErrorKind, Series};

use super::Done;
use super::answer::Answer;
use super::dummies::Dummies;
use super::flags::{Flag, refuse_unused};
use super::lags::{LagChoice, TermsName};
use super::output::Output;
use super::source::Source;

mod equation;
pub mod johansen;

/// Test for cointegration, and estimate and test long-run relations
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu coint trade.csv imports exports southern_trade --lags 2 --seasonal\n  \
    yalu coint trade.csv \"log(imports)\" \"log(exports)\" --case 4 --select bic --max-lags 4 --rank 1\n  \
    yalu coint trade.csv imports exports --lags 2 --rank 1 --weakly-exogenous exports \\\n      \
      --known \"imports = 1, exports = -1\"\n  \
    yalu coint trade.csv imports exports --test engle-granger --test phillips-ouliaris --terms ct\n  \
    yalu coint trade.csv imports exports --test gregory-hansen --shift regime --export gh.json\n  \
    yalu coint trade.csv imports exports --estimate dols --estimate fmols\n\n\
    Series are columns or transforms of columns, as in formulas. The first is the left-hand side\n\
    of the methods with one equation; Johansen's test treats all alike.\n\
    Cases: 1 no constant, 2 restricted constant, 3 constant, 4 constant and restricted trend,\n       \
           5 constant and trend. `yalu explain johansen` says how the test is computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series, two or more
    #[arg(required = true, value_name = "SERIES", num_args = 2..)]
    series: Vec<String>,
    /// The tests and estimators to run; may be repeated
    #[arg(long = "test", visible_alias = "estimate", value_name = "METHOD", default_value = "johansen")]
    methods: Vec<Method>,
    #[command(flatten)]
    lags: LagChoice,
    /// The deterministic terms of the one equation: n none, c a constant, ct and a trend, ctt and its square; c if not given
    #[arg(long, value_name = "TERMS")]
    terms: Option<TermsName>,
    /// The bandwidth of the long-run variance: a last lag, or andrews or nw94, rules that choose it
    #[arg(long, value_name = "LAGS", value_parser = bandwidth)]
    bandwidth: Option<Bandwidth>,
    /// The kernel of the long-run variance: bartlett, parzen or qs; Bartlett's if not given
    #[arg(long, value_name = "KERNEL")]
    kernel: Option<KernelName>,
    /// Leads of the changes in dols, beside --lags lags of them; chosen by BIC if not given
    #[arg(long, value_name = "LEADS", requires = "lags")]
    leads: Option<usize>,
    /// What may have shifted in gregory-hansen; the level if not given
    #[arg(long, value_name = "WHAT")]
    shift: Option<ShiftName>,
    /// The deterministic terms of johansen, a case from 1 to 5; 3 if not given
    #[arg(long, value_name = "CASE", value_parser = case)]
    case: Option<Case>,
    /// Centred seasonal dummies in johansen
    #[arg(long)]
    seasonal: bool,
    #[command(flatten)]
    dummies: Dummies,
    /// A stationary series in every equation of johansen; may be repeated
    #[arg(long, value_name = "SERIES")]
    exogenous: Vec<String>,
    /// Also estimate johansen's relations and equations with this number of relations
    #[arg(long, value_name = "RELATIONS")]
    rank: Option<usize>,
    /// Test that this series takes part in no relation; may be repeated. All restrictions given are one hypothesis
    #[arg(long, value_name = "SERIES", requires = "rank")]
    exclude: Vec<String>,
    /// Test that this series adjusts to no relation; may be repeated, one hypothesis with the others
    #[arg(long, value_name = "SERIES", requires = "rank")]
    weakly_exogenous: Vec<String>,
    /// Test that this relation is one: `x = 1, y = -1`, what is not named being 0; may be repeated, one hypothesis with
    /// the others
    #[arg(long, value_name = "RELATION", requires = "rank", value_parser = johansen::relation)]
    known: Vec<johansen::Relation>,
    /// Test that the relations are constant (Hansen and Johansen)
    #[arg(long, requires = "rank")]
    constancy: bool,
    /// Draws of the law of --constancy; 999 if not given
    #[arg(long, value_name = "DRAWS", requires = "constancy")]
    draws: Option<usize>,
    /// Seed of these draws; 1 if not given
    #[arg(long, value_name = "SEED", requires = "constancy")]
    seed: Option<u64>,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// The level at which johansen's test is put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Method {
    /// Johansen's trace and maximum-eigenvalue tests of the number of relations
    Johansen,
    /// Engle and Granger: a unit root in the residuals
    #[value(alias = "eg")]
    EngleGranger,
    /// Phillips and Ouliaris: Zt, Zα, Pu and Pz
    #[value(alias = "po")]
    PhillipsOuliaris,
    /// Gregory and Hansen: a relation that shifts at an unknown date
    #[value(alias = "gh")]
    GregoryHansen,
    /// Dynamic least squares
    Dols,
    /// Fully modified least squares
    Fmols,
    /// Canonical cointegrating regression
    Ccr,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum KernelName {
    Bartlett,
    Parzen,
    Qs,
}

impl From<KernelName> for Kernel {
    fn from(name: KernelName) -> Self {
        match name {
            KernelName::Bartlett => Self::Bartlett,
            KernelName::Parzen => Self::Parzen,
            KernelName::Qs => Self::QuadraticSpectral,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ShiftName {
    /// The level: C
    Level,
    /// The level, beside a trend: C/T
    Trend,
    /// The level and the slopes: C/S
    Regime,
    /// The level, the slopes and the trend: C/S/T
    RegimeTrend,
}

impl From<ShiftName> for Shift {
    fn from(name: ShiftName) -> Self {
        match name {
            ShiftName::Level => Self::Level,
            ShiftName::Trend => Self::LevelWithTrend,
            ShiftName::Regime => Self::Regime,
            ShiftName::RegimeTrend => Self::RegimeAndTrend,
        }
    }
}

/// Reads `4`, `andrews` or `nw94`.
fn bandwidth(text: &str) -> Result<Bandwidth, Error> {
    match text {
        "andrews" => Ok(Bandwidth::Andrews),
        "nw94" => Ok(Bandwidth::NeweyWest1994),
        number => number.parse().map(Bandwidth::Lag).map_err(|_| {
            Error::new(ErrorKind::Argument, format!("`{text}` is not a bandwidth"))
                .remedy("write a last lag such as `4`, or `andrews` or `nw94`")
        }),
    }
}

/// Reads `3`.
pub fn case(text: &str) -> Result<Case, Error> {
    let number = text.parse().ok().and_then(|number: usize| Case::ALL.get(number.checked_sub(1)?).copied());
    number.ok_or_else(|| {
        Error::new(ErrorKind::Argument, format!("`{text}` is not a case"))
            .remedy("give a number from 1 (no constant) to 5 (constant and trend)")
    })
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    args.refuse_unused()?;
    let (frame, data) = args.source.read()?;
    let series: Vec<Series> = args.series.iter().map(|text| frame.expression(text)).collect::<Result<_, _>>()?;
    let exogenous: Vec<Series> = args.exogenous.iter().map(|text| frame.expression(text)).collect::<Result<_, _>>()?;
    let mut answer = Answer::of("coint").data(data).notes(frame.notes());
    for method in &args.methods {
        answer = match method {
            Method::Johansen => johansen::answer(args, &series, &exogenous, answer)?,
            method => equation::answer(args, *method, &series, answer)?,
        };
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

impl Args {
    /// A flag that no method at hand reads is a misunderstanding.
    fn refuse_unused(&self) -> anyhow::Result<()> {
        use Method::{Ccr, Dols, EngleGranger, Fmols, GregoryHansen, Johansen, PhillipsOuliaris};
        let lagged: &[Method] = &[Johansen, EngleGranger, GregoryHansen, Dols];
        let windowed: &[Method] = &[PhillipsOuliaris, GregoryHansen, Dols, Fmols, Ccr];
        let lags = &self.lags;
        let [post, between, pulse] = self.dummies.given().map(|(name, given)| Flag::of(name, given, &[Johansen]));
        refuse_unused(
            &[
                Flag::of("--lags", lags.lags.is_some(), lagged),
                Flag::of("--select", lags.select.is_some(), lagged),
                Flag::of("--max-lags", lags.max_lags.is_some(), lagged),
                Flag::of("--terms", self.terms.is_some(), &[EngleGranger, PhillipsOuliaris, Dols, Fmols, Ccr]),
                Flag::of("--bandwidth", self.bandwidth.is_some(), windowed),
                Flag::of("--kernel", self.kernel.is_some(), windowed),
                Flag::of("--leads", self.leads.is_some(), &[Dols]),
                Flag::of("--shift", self.shift.is_some(), &[GregoryHansen]),
                Flag::of("--case", self.case.is_some(), &[Johansen]),
                Flag::of("--seasonal", self.seasonal, &[Johansen]),
                post,
                between,
                pulse,
                Flag::of("--exogenous", !self.exogenous.is_empty(), &[Johansen]),
                Flag::of("--rank", self.rank.is_some(), &[Johansen]),
            ],
            &self.methods,
        )
    }
}
