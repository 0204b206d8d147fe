//! `yalu vecm`: an error-correction model, its dynamics, and causality within it.

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;
use yalu::regression::Criterion;
use yalu::var::{Impulse, Root, VarCoefficient};
use yalu::vecm::{Case, Divisor, ErrorCorrection, ErrorCorrectionModel, RelationCoefficient};
use yalu::{Sample, Series};

use super::Done;
use super::answer::Answer;
use super::coint::{case, johansen};
use super::dummies::Dummies;
use super::flags::set;
use super::lags::LagChoice;
use super::output::Output;
use super::source::Source;

/// Estimate a vector error-correction model: relations, loadings, dynamics, causality
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu vecm trade.csv imports exports --lags 2 --rank 1\n  \
    yalu vecm trade.csv imports exports southern_trade --lags 2 --rank 1 --case 2 --seasonal \\\n      \
      --cause exports --effect imports\n  \
    yalu vecm trade.csv imports exports --lags 3 --relation \"imports = 1, exports = -1\" \\\n      \
      --responses 12 --impulse generalised --shares 12 --forecast 6\n  \
    yalu vecm trade.csv imports exports --select bic --max-lags 4 --rank 1 --residuals 8 \\\n      \
      --export model.json\n\n\
    Series are columns or transforms of columns, as in formulas. `yalu coint` tests how many relations\n\
    there are. Cases: 1 no constant, 2 restricted constant, 3 constant, 4 constant and restricted trend,\n       \
           5 constant and trend. `yalu explain vecm` says how the model is estimated.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series, two or more; relations are solved for the first
    #[arg(required = true, value_name = "SERIES", num_args = 2..)]
    series: Vec<String>,
    /// The number of long-run relations, estimated by maximum likelihood
    #[arg(long, value_name = "RELATIONS", conflicts_with = "relations")]
    rank: Option<usize>,
    /// A relation that is known: `x = 1, y = -1`, what is not named being 0; may be repeated
    #[arg(long = "relation", value_name = "RELATION", value_parser = johansen::relation)]
    relations: Vec<johansen::Relation>,
    #[command(flatten)]
    lags: LagChoice,
    /// Where constant and trend stand, a case from 1 to 5; 3 if not given
    #[arg(long, value_name = "CASE", value_parser = case)]
    case: Option<Case>,
    /// Centred seasonal dummies in every equation
    #[arg(long)]
    seasonal: bool,
    #[command(flatten)]
    dummies: Dummies,
    /// A stationary series in every equation; may be repeated
    #[arg(long, value_name = "SERIES")]
    exogenous: Vec<String>,
    /// The cause whose tests are shown in full; the first series if not given
    #[arg(long, value_name = "X", requires = "effect")]
    cause: Option<String>,
    /// The effect whose tests are shown in full; the second series if not given
    #[arg(long, value_name = "Y", requires = "cause")]
    effect: Option<String>,
    /// Also the responses of the levels to shocks, up to this many periods
    #[arg(long, value_name = "PERIODS")]
    responses: Option<usize>,
    /// The shock: unit, orthogonal in the order of the series, or generalised; orthogonal if not given
    #[arg(long, value_name = "SHOCK", requires = "responses")]
    impulse: Option<ImpulseName>,
    /// Add the responses up
    #[arg(long, requires = "responses")]
    cumulative: bool,
    /// Also the shares of orthogonal shocks in the variance of forecast errors, up to this many periods ahead
    #[arg(long, value_name = "PERIODS")]
    shares: Option<usize>,
    /// Also forecasts of the levels, this many periods ahead
    #[arg(long, value_name = "PERIODS")]
    forecast: Option<usize>,
    /// Also tests of the residuals, with this many periods for correlation and ARCH
    #[arg(long, value_name = "PERIODS")]
    residuals: Option<usize>,
    /// The divisor of Σ: df, rows less coefficients, or rows, maximum likelihood
    #[arg(long, value_name = "DIVISOR", default_value = "df")]
    divisor: DivisorName,
    /// Fewest residual degrees of freedom of the unrestricted system for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// Test causality on constructed data all the same
    #[arg(long)]
    accept_constructed_data: bool,
    /// The level at which causality is put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ImpulseName {
    Unit,
    #[value(alias = "cholesky")]
    Orthogonal,
    #[value(alias = "generalized")]
    Generalised,
}

impl From<ImpulseName> for Impulse {
    fn from(name: ImpulseName) -> Self {
        match name {
            ImpulseName::Unit => Self::Unit,
            ImpulseName::Orthogonal => Self::Orthogonal,
            ImpulseName::Generalised => Self::Generalised,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DivisorName {
    Df,
    #[value(alias = "ml")]
    Rows,
}

impl From<DivisorName> for Divisor {
    fn from(name: DivisorName) -> Self {
        match name {
            DivisorName::Df => Self::DegreesOfFreedom,
            DivisorName::Rows => Self::Rows,
        }
    }
}

/// The most lags a criterion may choose unless said.
const LONGEST: usize = 4;
/// The coverage of intervals.
const COVERAGE: f64 = 0.95;

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let series: Vec<Series> = args.series.iter().map(|text| frame.expression(text)).collect::<Result<_, _>>()?;
    let exogenous: Vec<Series> = args.exogenous.iter().map(|text| frame.expression(text)).collect::<Result<_, _>>()?;
    let divisor = Divisor::from(args.divisor);
    let model = estimate(args, &series, &exogenous)?.with(divisor);
    let answer = Answer::of("vecm")
        .data(data)
        .notes(frame.notes())
        .records(model.equations_table(divisor))
        .table(model.relations_table())
        .table(model.equations_table(divisor))
        .table(model.roots_table())
        .result(&Model::of(&model, divisor))?;
    let answer = dynamics(args, &model, causality(args, &model, answer)?)?;
    args.output.show(&answer)?;
    Ok(Done::Well)
}

fn estimate(args: &Args, series: &[Series], exogenous: &[Series]) -> anyhow::Result<ErrorCorrectionModel> {
    let mut model = ErrorCorrection::of(&series.iter().collect::<Vec<_>>()).min_df(args.min_df);
    model = set!(model, case = args.case, lags = args.lags.lags, rank = args.rank);
    if args.lags.select.is_some() || args.lags.max_lags.is_some() {
        let Some(criterion) = args.lags.select.map_or(Some(Criterion::Aic), |rule| rule.criterion()) else {
            bail!("vecm chooses its lags by aic, bic or hq — name one of these, or give --lags");
        };
        model = model.select(criterion, args.lags.max_lags.unwrap_or(LONGEST));
    }
    if args.seasonal {
        model = model.seasonal();
    }
    if args.accept_constructed_data {
        model = model.accept_constructed_data();
    }
    model = args.dummies.indicators().fold(model, |model, dummy| model.indicator(dummy));
    model = args.relations.iter().fold(model, |model, relation| model.relation(relation.weights()));
    Ok(model.exogenous(&exogenous.iter().collect::<Vec<_>>()).run()?)
}

fn causality(args: &Args, model: &ErrorCorrectionModel, mut answer: Answer) -> anyhow::Result<Answer> {
    let names = model.names();
    let (cause, effect) = match (&args.cause, &args.effect) {
        (Some(cause), Some(effect)) => (cause.as_str(), effect.as_str()),
        _ => (names[0], names[1]),
    };
    let pair = model.causality(cause, effect)?;
    // With more than two series and none asked for, every pair, and words about none.
    if args.cause.is_none() && names.len() > 2 {
        answer = answer.table(model.causality_table()?);
        for (i, cause) in names.iter().enumerate() {
            for effect in &names[i + 1..] {
                for report in model.causality(cause, effect)?.reports() {
                    answer = answer.result(report)?;
                }
            }
        }
    } else {
        answer = answer.table(pair.overview()).words(pair.in_words(args.level)?);
        for report in pair.reports() {
            answer = answer.result(report)?.notes(&report.notes);
        }
        let together = model.instantaneous(cause)?;
        answer = answer.result(&together)?;
    }
    Ok(answer)
}

fn dynamics(args: &Args, model: &ErrorCorrectionModel, mut answer: Answer) -> anyhow::Result<Answer> {
    if let Some(horizon) = args.responses {
        let impulse = args.impulse.map_or(Impulse::default(), Impulse::from);
        let responses = if args.cumulative {
            model.cumulative_responses(impulse, horizon)?
        } else {
            model.responses(impulse, horizon)?
        };
        answer = answer.result(&Listed { model: "responses", of: responses.tidy(COVERAGE)? })?;
        answer = responses.tables().into_iter().fold(answer, Answer::table);
    }
    if let Some(horizon) = args.shares {
        let of = model.variance_decomposition(horizon)?;
        answer = answer.table(model.shares_table(horizon)?).result(&Listed { model: "variance-shares", of })?;
    }
    if let Some(horizon) = args.forecast {
        let forecast = model.forecast(horizon, COVERAGE)?;
        answer =
            answer.table(forecast.table()).result(&Listed { model: "forecast", of: forecast.points().to_vec() })?;
    }
    if let Some(periods) = args.residuals {
        for test in [model.serial_correlation(periods)?, model.normality(), model.arch(periods)?] {
            answer = answer.table(test.table());
            for report in test.reports() {
                answer = answer.result(report)?;
            }
        }
    }
    Ok(answer)
}

/// A list of results of one kind.
#[derive(Serialize)]
struct Listed<T: Serialize> {
    model: &'static str,
    of: Vec<T>,
}

/// The model for a machine.
#[derive(Serialize)]
struct Model<'a> {
    model: &'static str,
    rank: usize,
    relations_given: bool,
    relations: Vec<RelationCoefficient>,
    divisor: &'static str,
    coefficients: Vec<VarCoefficient>,
    sigma: Vec<Vec<f64>>,
    log_likelihood: f64,
    df_resid: usize,
    roots: Vec<Root>,
    series: Vec<&'a str>,
    level_terms: Vec<&'a str>,
    level_coefficients: Vec<Vec<f64>>,
    long_run_impact: Option<Vec<Vec<f64>>>,
    sample: Sample,
    settings: &'a [yalu::hypothesis::Setting],
}

impl<'a> Model<'a> {
    fn of(model: &'a ErrorCorrectionModel, divisor: Divisor) -> Self {
        let rows = |matrix: &ndarray::Array2<f64>| matrix.rows().into_iter().map(|row| row.to_vec()).collect();
        Self {
            model: "error-correction",
            rank: model.rank(),
            relations_given: model.relations_are_given(),
            relations: model.relations(),
            divisor: if divisor == Divisor::Rows { "rows" } else { "df" },
            coefficients: model.tidy(divisor),
            sigma: rows(&model.sigma(divisor)),
            log_likelihood: model.log_likelihood(),
            df_resid: model.df_resid(),
            roots: model.roots().to_vec(),
            series: model.names(),
            level_terms: model.level_terms(),
            level_coefficients: rows(model.level_coefficients()),
            long_run_impact: model.long_run_impact().map(|impact| rows(&impact)),
            sample: model.sample(),
            settings: model.settings(),
        }
    }
}
