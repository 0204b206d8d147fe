//! `yalu ardl`: autoregressive distributed lags, their long run, and the bounds test.

use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;

use yalu::ardl::{Ardl, ArdlResult, Bounds, Case, OrderRule, Orders};
use yalu::formula::Formula;
use yalu::regression::{Coefficient, Criterion};
use yalu::{Error, ErrorKind, Frame, Sample, Series};

use super::Done;
use super::answer::Answer;
use super::dummies::Dummies;
use super::output::Output;
use super::regress::FitResult;
use super::source::Source;

/// Fit an autoregressive distributed lag model and test for a level relation (bounds test)
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu ardl trade.csv \"imports ~ exports\"\n  \
    yalu ardl trade.csv \"log(imports) ~ log(exports) + southern_trade\" --orders 2,1,0 --case 2\n  \
    yalu ardl trade.csv \"imports ~ exports\" --select bic --max-order 3 --seasonal --post 2010-06 \\\n      \
      --bounds pss --export bounds.json\n\n\
    The terms on the right are the regressors in levels; `0 +` is case 1, `+ trend()` case 5.\n\
    Cases: 1 no constant, 2 restricted constant, 3 constant, 4 constant and restricted trend,\n       \
           5 constant and trend. `yalu explain ardl-bounds` says how the test is computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// `y ~ x1 + x2`: the response and the regressors whose levels may be related to it
    #[arg(value_name = "FORMULA")]
    formula: Formula,
    /// The orders p,q1,q2…: lags of the response, and the longest lag of each regressor
    #[arg(long, value_name = "P,Q,…", value_delimiter = ',', conflicts_with_all = ["select", "max_order"])]
    orders: Vec<usize>,
    /// The rule that chooses the orders; AIC if neither this nor --orders is given
    #[arg(long, value_name = "RULE")]
    select: Option<RuleName>,
    /// The longest lag a rule may choose, for all variables or p,q1,q2…; 4 if not given, fewer in a short sample
    #[arg(long, value_name = "LAGS", value_delimiter = ',')]
    max_order: Vec<usize>,
    /// The case of the bounds test, 1 to 5, which settles the deterministic terms; 3 if not given
    #[arg(long, value_name = "CASE", value_parser = case)]
    case: Option<Case>,
    /// Seasonal dummies, in the model and under the null
    #[arg(long)]
    seasonal: bool,
    #[command(flatten)]
    dummies: Dummies,
    /// A column or a transform of columns without lags, in the model and under the null; may be repeated
    #[arg(long, value_name = "SERIES")]
    fixed: Vec<String>,
    /// Where the bounds come from: simulated for this regression, or published tables
    #[arg(long, value_name = "SOURCE", default_value = "simulated")]
    bounds: BoundsName,
    /// Draws of the simulated bounds
    #[arg(long, default_value_t = 20_000)]
    draws: usize,
    /// Seed of the simulated bounds
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// The level at which the result is put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum RuleName {
    Aic,
    Bic,
    Hq,
    /// Adjusted R²
    R2,
}

#[derive(Clone, Copy, ValueEnum)]
enum BoundsName {
    Simulated,
    /// Pesaran, Shin and Smith (2001), asymptotic
    Pss,
    /// Narayan (2005), F for 30 to 80 rows
    Narayan,
}

/// Reads `3` or `III`.
fn case(text: &str) -> Result<Case, Error> {
    let roman = Case::ALL.into_iter().find(|case| case.to_string().eq_ignore_ascii_case(text));
    roman.or_else(|| Case::number(text.parse().ok()?)).ok_or_else(|| {
        Error::new(ErrorKind::Argument, format!("`{text}` is not a case"))
            .remedy("give a number from 1 (no constant) to 5 (constant and trend)")
    })
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let model = model(args, &frame)?;
    let test = model.bounds(match args.bounds {
        BoundsName::Simulated => Bounds::Simulated { draws: args.draws, seed: args.seed },
        BoundsName::Pss => Bounds::Pss,
        BoundsName::Narayan => Bounds::Narayan,
    })?;
    let mut answer = Answer::of("ardl").data(data).notes(frame.notes());
    for table in model.tables() {
        answer = answer.table(table);
    }
    answer = answer.table(test.table()).words(test.in_words(args.level)?).records(test.table());
    answer = answer.result(&ModelResult::of(&model))?;
    let fits = [("ardl", model.levels()), ("uecm", model.error_correction()), ("recm", model.restricted())];
    for (name, fit) in fits {
        answer = answer.result(&FitResult::of(name, fit))?;
    }
    for report in test.reports() {
        answer = answer.result(report)?;
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

fn model(args: &Args, frame: &Frame) -> anyhow::Result<ArdlResult> {
    let response = frame.expression(&args.formula.response())?;
    let mut regressors: Vec<Series> = Vec::new();
    let mut fixed: Vec<Series> = args.fixed.iter().map(|text| frame.expression(text)).collect::<Result<_, _>>()?;
    let (mut trend, mut seasonal) = (false, args.seasonal);
    for term in args.formula.terms() {
        match term.split_once('(').map(|(function, _)| function) {
            Some("trend") => trend = true,
            Some("season") if term == "season()" => seasonal = true,
            Some("season" | "post" | "between" | "pulse") => fixed.push(frame.expression(&term)?),
            _ if interacts(&term) => {
                return Err(Error::new(ErrorKind::Argument, format!("an ARDL has no place for the interaction `{term}`"))
                    .remedy("join regressors with `+`; for a change at a date give --post, or fit the interaction by `yalu regress`")
                    .into());
            }
            _ => regressors.push(frame.expression(&term)?),
        }
    }
    let regressors: Vec<&Series> = regressors.iter().collect();
    let fixed: Vec<&Series> = fixed.iter().collect();
    let mut model = Ardl::of(&response).on(&regressors).fixed(&fixed).min_df(args.min_df);
    if !args.orders.is_empty() {
        model = model.orders(args.orders[0], &args.orders[1..]);
    } else if args.select.is_some() || !args.max_order.is_empty() {
        let rule = args.select.map_or(OrderRule::Criterion(Criterion::Aic), RuleName::rule);
        model = match args.max_order.as_slice() {
            [] => model.select_by(rule),
            [longest] => model.select(rule, *longest),
            [p, q @ ..] => model.select(rule, Orders::new(*p, q)),
        };
    }
    if seasonal {
        model = model.seasonal();
    }
    model = args.dummies.indicators().fold(model, |model, dummy| model.indicator(dummy));
    let by_formula = match (args.formula.has_intercept(), trend) {
        (false, false) => Some(Case::I),
        (false, true) => {
            return Err(Error::new(ErrorKind::Argument, "no case has a trend without a constant")
                .remedy("leave out `0 +` or `trend()`")
                .into());
        }
        (true, true) => Some(Case::V),
        (true, false) => None,
    };
    if let (Some(asked), Some(written)) = (args.case, by_formula)
        && asked.terms() != written.terms()
    {
        return Err(Error::new(
            ErrorKind::Argument,
            format!("--case {} has {}, which the formula contradicts", asked as usize + 1, asked.in_words()),
        )
        .remedy("leave `0 +` and `trend()` out of the formula, or --case")
        .into());
    }
    if let Some(case) = args.case.or(by_formula) {
        model = model.case(case);
    }
    Ok(model.run()?)
}

/// Whether a term is a product, `x:z`, and not a range inside brackets.
fn interacts(term: &str) -> bool {
    let mut depth = 0;
    term.chars().any(|character| {
        depth += i32::from(character == '(') - i32::from(character == ')');
        character == ':' && depth == 0
    })
}

impl RuleName {
    fn rule(self) -> OrderRule {
        match self {
            Self::Aic => Criterion::Aic.into(),
            Self::Bic => Criterion::Bic.into(),
            Self::Hq => Criterion::Hq.into(),
            Self::R2 => OrderRule::AdjustedR2,
        }
    }
}

/// The model for a machine; its regressions follow as `ardl`, `uecm` and `recm`.
#[derive(Serialize)]
struct ModelResult<'a> {
    model: &'static str,
    response: &'a str,
    regressors: &'a [String],
    orders: &'a Orders,
    case: String,
    long_run: &'a [Coefficient],
    speed_of_adjustment: Coefficient,
    candidates: Vec<CandidateResult>,
    sample: Sample,
    settings: &'a [yalu::hypothesis::Setting],
    notes: Vec<yalu::Note>,
}

/// One of the models a rule compared.
#[derive(Serialize)]
struct CandidateResult {
    orders: Orders,
    nobs: usize,
    coefficients: usize,
    log_likelihood: f64,
    aic: f64,
    bic: f64,
    hq: f64,
    r2_adj: f64,
}

/// How many candidates JSON has.
const BEST: usize = 20;

impl<'a> ModelResult<'a> {
    fn of(model: &'a ArdlResult) -> Self {
        let candidates = model.candidates().iter().take(BEST).map(|one| {
            let criteria = one.criteria(yalu::regression::Information::default());
            CandidateResult {
                orders: one.orders.clone(),
                nobs: one.nobs,
                coefficients: one.coefficients,
                log_likelihood: one.log_likelihood,
                aic: criteria.aic,
                bic: criteria.bic,
                hq: criteria.hq,
                r2_adj: one.r2_adj,
            }
        });
        Self {
            model: "long-run",
            response: model.response(),
            regressors: model.regressors(),
            orders: model.orders(),
            case: model.case().to_string(),
            long_run: model.long_run(),
            speed_of_adjustment: model.speed_of_adjustment(),
            candidates: candidates.collect(),
            sample: model.sample(),
            settings: model.settings(),
            notes: model.notes(),
        }
    }
}
