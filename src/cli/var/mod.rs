//! `yalu var`: a vector autoregression, restricted if asked, and what follows from it.

use clap::{Args as ClapArgs, ValueEnum};
use yalu::regression::Criterion;
use yalu::var::{Elimination, Estimator, Impulse};
use yalu::{Error, ErrorKind};

use super::Done;
use super::answer::Answer;
use super::dummies::Dummies;
use super::lags::CriterionName;
use super::output::Output;
use super::source::Source;

mod answer;
mod json;
mod shocks;

/// Estimate a vector autoregression; select its lags, restrict it, test its residuals, follow shocks, forecast
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu var trade.csv \"dlog(imports)\" \"dlog(exports)\" --select bic --max-lags 6 --seasonal\n  \
    yalu var trade.csv imports exports southern_trade --lags 2 --trend --post 2010-06 --residual-tests\n  \
    yalu var trade.csv imports exports --lags 2 --responses orth --cumulative --horizon 12 --fevd\n  \
    yalu var trade.csv imports exports --lag-subset 1,12 --forecast 6\n  \
    yalu var trade.csv imports exports --lags 4 --restrict \"imports: lag(exports, 3)\" \\\n      \
      --restrict \"exports: imports\" --estimator iterated\n  \
    yalu var trade.csv imports exports --lags 4 --eliminate t:2 --keep-fixed --export var.json\n  \
    yalu var trade.csv imports exports --lags 2 --responses orth --bootstrap=blocks --draws 1999 --seed 7\n  \
    yalu var trade.csv imports exports --lags 2 --b \"* 0; * *\" --responses structural --history\n  \
    yalu var trade.csv imports exports --long-run \"* 0; * *\" --responses structural --bootstrap\n\n\
    Series are columns or transforms of columns, as in formulas. In --restrict a term is one of the table's,\n\
    or the name of a series for all its lags. The order of the series matters to orthogonal shocks and to\n\
    decompositions: the first is hit by its own shock alone at once.\n\
    `yalu explain var` says how it is computed; so var-restrictions, var-elimination, var-responses, var-fevd,\n\
    breusch-godfrey, portmanteau, var-normality, var-arch, svar, var-bootstrap, historical-decomposition.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series, in the order in which orthogonal shocks are taken
    #[arg(required = true, value_name = "SERIES")]
    series: Vec<String>,
    #[command(flatten)]
    lags: LagArgs,
    #[command(flatten)]
    terms: Terms,
    #[command(flatten)]
    restrictions: Restrictions,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    shocks: shocks::ShockArgs,
    /// The level at which results are put into words; intervals cover the rest
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

/// The lags of the model.
#[derive(ClapArgs)]
struct LagArgs {
    /// The number of lags; 1 if neither this nor a rule is given
    #[arg(long, value_name = "LAGS", conflicts_with_all = ["select", "lag_subset"])]
    lags: Option<usize>,
    /// The criterion that chooses the number of lags
    #[arg(long, value_name = "CRITERION", conflicts_with = "lag_subset")]
    select: Option<CriterionName>,
    /// The most lags a criterion may choose and --selection shows; 4 if not given
    #[arg(long, value_name = "LAGS")]
    max_lags: Option<usize>,
    /// These lags only: 1,4
    #[arg(long, value_name = "LAGS", value_delimiter = ',')]
    lag_subset: Vec<usize>,
}

/// The terms beside the lags.
#[derive(ClapArgs)]
struct Terms {
    /// No constant
    #[arg(long)]
    no_constant: bool,
    /// A linear trend
    #[arg(long)]
    trend: bool,
    /// Seasonal dummies; --seasonal=centred for dummies less their mean over a year
    #[arg(long, value_name = "KIND", num_args = 0..=1, require_equals = true, default_missing_value = "plain")]
    seasonal: Option<Seasons>,
    #[command(flatten)]
    dummies: Dummies,
    /// A series that stands in every equation as it is; may be repeated. Forecasts take its values after the sample
    #[arg(long, value_name = "SERIES")]
    exogenous: Vec<String>,
}

/// Zeros among the coefficients.
#[derive(ClapArgs)]
struct Restrictions {
    /// A zero: `equation: term`, or `equation: series` for all lags of a series; may be repeated
    #[arg(long, value_name = "EQUATION: TERM", value_parser = zero)]
    restrict: Vec<(String, String)>,
    /// Take terms out of each equation while the smallest |t| is below a threshold (t:2), or while that lowers a criterion
    /// (aic, bic, hq)
    #[arg(long, value_name = "RULE", value_parser = elimination)]
    eliminate: Option<Elimination>,
    /// Let --eliminate take out lags only
    #[arg(long, requires = "eliminate")]
    keep_fixed: bool,
    /// How coefficients are estimated where equations lack different terms; gls if not given
    #[arg(long, value_name = "METHOD")]
    estimator: Option<EstimatorName>,
}

/// What is shown beside the estimates.
#[derive(ClapArgs)]
struct Asked {
    /// Show the criteria of every number of lags up to --max-lags
    #[arg(long)]
    selection: bool,
    /// Show the roots of the companion matrix
    #[arg(long)]
    roots: bool,
    /// Test the residuals: serial correlation, normality, conditional heteroskedasticity
    #[arg(long)]
    residual_tests: bool,
    /// Periods over which --residual-tests looks for correlation; 4 more than the lags if not given
    #[arg(long, value_name = "PERIODS", requires = "residual_tests")]
    periods: Option<usize>,
    /// Periods of the ARCH test; 1 if not given
    #[arg(long, value_name = "PERIODS", requires = "residual_tests")]
    arch_periods: Option<usize>,
    /// Follow a shock to each series
    #[arg(long, value_name = "SHOCK")]
    responses: Option<Shock>,
    /// Add responses up from the shock on
    #[arg(long, requires = "responses")]
    cumulative: bool,
    /// Decompose the variance of forecast errors by orthogonal shocks, or by structural ones where these are told apart
    #[arg(long)]
    fevd: bool,
    /// Periods after the shock in --responses and --fevd; 10 if not given
    #[arg(long, value_name = "PERIODS")]
    horizon: Option<usize>,
    /// Forecast this many periods after the sample
    #[arg(long, value_name = "PERIODS")]
    forecast: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Seasons {
    Plain,
    /// Less their mean over a year
    #[value(alias = "centered")]
    Centred,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EstimatorName {
    /// Least squares, equation by equation
    Ols,
    /// Feasible generalised least squares: seemingly unrelated regressions
    #[value(alias = "sur")]
    Gls,
    /// The same, iterated to the maximum of the likelihood
    #[value(alias = "ml")]
    Iterated,
}

impl From<EstimatorName> for Estimator {
    fn from(name: EstimatorName) -> Self {
        match name {
            EstimatorName::Ols => Self::Ols,
            EstimatorName::Gls => Self::Gls,
            EstimatorName::Iterated => Self::Iterated,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shock {
    /// One standard deviation, orthogonal in the order of the series
    #[value(alias = "orthogonal")]
    Orth,
    /// One unit of one error
    Unit,
    /// One standard deviation, the other errors moving with it as they do on average
    #[value(alias = "generalized")]
    Generalised,
    /// One standard deviation of a structural shock, told apart by --a, --b or --long-run
    Structural,
}

impl Shock {
    /// That of the vector autoregression itself; `None` for structural ones.
    fn impulse(self) -> Option<Impulse> {
        match self {
            Self::Orth => Some(Impulse::Orthogonal),
            Self::Unit => Some(Impulse::Unit),
            Self::Generalised => Some(Impulse::Generalised),
            Self::Structural => None,
        }
    }
}

/// Reads `imports: lag(exports, 2)`.
fn zero(text: &str) -> Result<(String, String), Error> {
    let parts = text.split_once(':').map(|(equation, term)| (equation.trim(), term.trim()));
    match parts {
        Some((equation, term)) if !equation.is_empty() && !term.is_empty() => Ok((equation.into(), term.into())),
        _ => Err(Error::new(ErrorKind::Argument, format!("`{text}` is not a restriction"))
            .remedy("write the equation, a colon and the term that is zero there: `imports: lag(exports, 2)`")),
    }
}

/// Reads `t:2`, `aic`, `bic` or `hq`.
fn elimination(text: &str) -> Result<Elimination, Error> {
    let by_t = text.strip_prefix("t:").and_then(|threshold| threshold.trim().parse().ok());
    match (text, by_t) {
        ("aic", _) => Ok(Elimination::by(Criterion::Aic)),
        ("bic", _) => Ok(Elimination::by(Criterion::Bic)),
        ("hq", _) => Ok(Elimination::by(Criterion::Hq)),
        (_, Some(threshold)) => Ok(Elimination::below_t(threshold)),
        _ => Err(Error::new(ErrorKind::Argument, format!("`{text}` is not a rule of elimination"))
            .remedy("write `t:2` for a threshold of |t|, or `aic`, `bic` or `hq`")),
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    args.refuse_unused()?;
    let (frame, data) = args.source.read()?;
    let answer = Answer::of("var").data(data).notes(frame.notes());
    let answer = answer::answer(args, &frame, answer)?;
    args.output.show(&answer)?;
    Ok(Done::Well)
}

impl Args {
    /// A flag that nothing at hand reads is a misunderstanding.
    fn refuse_unused(&self) -> anyhow::Result<()> {
        let (lags, asked) = (&self.lags, &self.asked);
        if !(self.level > 0.0 && self.level < 1.0) {
            anyhow::bail!("a level of {} is not between 0 and 1 — 0.05 is the usual one", self.level);
        }
        if lags.max_lags.is_some() && lags.select.is_none() && !asked.selection {
            anyhow::bail!(
                "--max-lags is not read here: it belongs to --select and --selection — leave it out, or ask for one"
            );
        }
        if asked.horizon.is_some() && asked.responses.is_none() && !asked.fevd {
            anyhow::bail!(
                "--horizon is not read here: it belongs to --responses and --fevd — leave it out, or ask for one"
            );
        }
        let restricted = !self.restrictions.restrict.is_empty() || self.restrictions.eliminate.is_some();
        if self.restrictions.estimator.is_some() && !restricted {
            anyhow::bail!(
                "--estimator is not read here: without --restrict or --eliminate all equations have the same terms, and every \
                 method comes to least squares — leave it out, or restrict the model"
            );
        }
        Ok(())
    }
}
