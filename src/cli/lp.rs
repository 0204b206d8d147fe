//! `yalu lp`: local projections.

use clap::Args as ClapArgs;
use serde::Serialize;
use yalu::hypothesis::Setting;
use yalu::local_projection::{LocalProjection, LocalProjections, ProjectionRow, State};
use yalu::regression::Covariance;
use yalu::{Error, ErrorKind, Frame, Indicator, Period, Series};

use super::Done;
use super::answer::Answer;
use super::dummies::Dummies;
use super::flags::set;
use super::output::Output;
use super::source::Source;

/// Follow the response to a shock by local projections, one regression a horizon
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu lp trade.csv --shock \"dlog(exports)\" --response \"dlog(imports)\" --lags 4 --horizon 8\n  \
    yalu lp trade.csv --shock exports --response imports --controls southern_trade --lags 2 \\\n      \
      --lag-augmented --seasonal\n  \
    yalu lp trade.csv --shock \"dlog(exports)\" --before \"dlog(southern_trade)\" \\\n      \
      --response \"dlog(imports)\" --lags 2 --cumulative --cov nw:6 --export lp.csv\n  \
    yalu lp trade.csv --shock \"dlog(exports)\" --response \"dlog(imports)\" --lags 1 --horizon 4 \\\n      \
      --state \"post(2010-06)\"\n\n\
    Series are columns or transforms of columns, as in formulas. Errors are Newey and West's with as\n\
    many lags as the horizon, unless --lag-augmented or --cov says otherwise.\n\
    `yalu explain local-projection` says how the responses are estimated.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series whose shock is followed
    #[arg(long, value_name = "X")]
    shock: String,
    /// A series that responds; may be repeated
    #[arg(long = "response", value_name = "Y", required = true)]
    responses: Vec<String>,
    /// A series whose lags are held; may be repeated
    #[arg(long, value_name = "Z")]
    controls: Vec<String>,
    /// A series ordered before the shock: its current value is held too; may be repeated
    #[arg(long, value_name = "Z")]
    before: Vec<String>,
    /// The longest horizon; 12 if not given
    #[arg(long, value_name = "PERIODS")]
    horizon: Option<usize>,
    /// Lags of every series; 1 if not given, 0 for the shock on its own
    #[arg(long, value_name = "LAGS")]
    lags: Option<usize>,
    /// One lag more, and errors robust to heteroskedasticity only
    #[arg(long)]
    lag_augmented: bool,
    /// The covariance at every horizon, such as nw:4 or hc3
    #[arg(long = "cov", value_name = "COVARIANCE", conflicts_with = "adjust")]
    covariance: Option<Covariance>,
    /// Newey and West's with n/(n − k)
    #[arg(long, conflicts_with = "lag_augmented")]
    adjust: bool,
    /// Add the response up from the shock on
    #[arg(long, conflicts_with = "multiplier")]
    cumulative: bool,
    /// The response added up over the shock's series added up, the shock being the instrument
    #[arg(long)]
    multiplier: bool,
    /// A shock of one standard deviation instead of one unit
    #[arg(long)]
    one_sd: bool,
    /// Responses by state: `post(2010-06)`, `between(a, b)`, or a series between 0 and 1, lagged once
    #[arg(long, value_name = "STATE", conflicts_with = "multiplier")]
    state: Option<String>,
    /// The rows of the longest horizon at every horizon
    #[arg(long)]
    common_sample: bool,
    /// A linear trend
    #[arg(long)]
    trend: bool,
    /// Seasonal dummies
    #[arg(long)]
    seasonal: bool,
    #[command(flatten)]
    dummies: Dummies,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// Follow series that were constructed by temporal disaggregation, which is refused otherwise
    #[arg(long)]
    accept_constructed_data: bool,
    /// The coverage of each interval
    #[arg(long, default_value_t = 0.95)]
    coverage: f64,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let read = |texts: &[String]| texts.iter().map(|text| frame.expression(text)).collect::<Result<Vec<Series>, _>>();
    let shock = frame.expression(&args.shock)?;
    let (responses, controls, before) = (read(&args.responses)?, read(&args.controls)?, read(&args.before)?);
    let state = args.state.as_deref().map(|text| Given::read(text, &frame)).transpose()?;
    let mut answer = Answer::of("lp").data(data).notes(frame.notes());
    for response in &responses {
        let found = project(args, &shock, response, &controls, &before, state.as_ref())?;
        answer = answer
            .notes(found.notes())
            .table(found.table_at(args.coverage)?)
            .result(&Projected::of(&found, args.coverage)?)?;
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// Calls a setter if its flag is there.
fn switched<'a>(
    asked: LocalProjection<'a>,
    on: bool,
    set: impl FnOnce(LocalProjection<'a>) -> LocalProjection<'a>,
) -> LocalProjection<'a> {
    if on { set(asked) } else { asked }
}

fn project(
    args: &Args,
    shock: &Series,
    response: &Series,
    controls: &[Series],
    before: &[Series],
    state: Option<&Given>,
) -> Result<LocalProjections, Error> {
    let mut asked = LocalProjection::of(shock, response)
        .controls(&controls.iter().collect::<Vec<_>>())
        .before(&before.iter().collect::<Vec<_>>())
        .min_df(args.min_df);
    asked = set!(asked, horizon = args.horizon, lags = args.lags, covariance = args.covariance);
    asked = switched(asked, args.lag_augmented, LocalProjection::lag_augmented);
    asked = switched(asked, args.adjust, LocalProjection::adjusted);
    asked = switched(asked, args.cumulative, LocalProjection::cumulative);
    asked = switched(asked, args.multiplier, LocalProjection::multiplier);
    asked = switched(asked, args.one_sd, LocalProjection::one_standard_deviation);
    asked = switched(asked, args.common_sample, LocalProjection::common_sample);
    asked = switched(asked, args.trend, LocalProjection::trend);
    asked = switched(asked, args.seasonal, LocalProjection::seasonal);
    asked = switched(asked, args.accept_constructed_data, LocalProjection::accept_constructed_data);
    asked = args.dummies.indicators().fold(asked, |asked, dummy| asked.indicator(dummy));
    match state {
        Some(Given::Dates(indicator)) => asked = asked.state(State::Dates(*indicator)),
        Some(Given::Series(series)) => asked = asked.state(State::Lagged(series)),
        None => {}
    }
    asked.run()
}

/// A state as it was written.
enum Given {
    Dates(Indicator),
    Series(Series),
}

impl Given {
    /// Reads `post(2010-06)`, `between(2010-06, 2013-12)`, `pulse(2010-06)`, or a series.
    fn read(text: &str, frame: &Frame) -> Result<Self, Error> {
        let inside = |name: &str| text.trim().strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')');
        let date = |text: &str| text.trim().parse::<Period>();
        if let Some(from) = inside("post") {
            return Ok(Self::Dates(Indicator::Post(date(from)?)));
        }
        if let Some(at) = inside("pulse") {
            return Ok(Self::Dates(Indicator::Pulse(date(at)?)));
        }
        if let Some(dates) = inside("between") {
            let (from, to) = dates.split_once(',').ok_or_else(|| {
                Error::new(ErrorKind::Argument, format!("`{text}` needs two dates"))
                    .remedy("write `between(2010-06, 2013-12)`")
            })?;
            return Ok(Self::Dates(Indicator::Between(date(from)?, date(to)?)));
        }
        Ok(Self::Series(frame.expression(text)?))
    }
}

/// The responses of one series for a machine.
#[derive(Serialize)]
struct Projected<'a> {
    model: &'static str,
    impulse: &'a str,
    response: &'a str,
    unit: f64,
    responses: Vec<ProjectionRow>,
    settings: &'a [Setting],
}

impl<'a> Projected<'a> {
    fn of(found: &'a LocalProjections, coverage: f64) -> Result<Self, Error> {
        Ok(Self {
            model: "local-projection",
            impulse: found.shock(),
            response: found.response(),
            unit: found.unit(),
            responses: found.tidy(coverage)?,
            settings: found.settings(),
        })
    }
}
