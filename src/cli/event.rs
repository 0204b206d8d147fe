//! `yalu event`: what happened to one series at a date.

use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;
use yalu::event::interrupted::EffectRow;
use yalu::event::placebo::PlaceboDate;
use yalu::event::study::StudyRow;
use yalu::event::{Change, Errors, EventStudy, Interruption};
use yalu::regression::{Coefficient, Covariance};
use yalu::{Error, ErrorKind, Period, Series};

use super::Done;
use super::answer::Answer;
use super::dummies::Dummies;
use super::flags::set;
use super::output::Output;
use super::source::Source;

/// Ask what happened to one series at a date: level, slope, the path without it, placebo dates
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu event trade.csv --outcome imports --at 2010-06\n  \
    yalu event trade.csv --outcome \"log(imports)\" --at 2010-06 --change level --seasonal \\\n      \
      --exogenous \"log(southern_trade)\" --ar1\n  \
    yalu event trade.csv --outcome imports --at 2010-06 --cov nw:6 --placebo\n  \
    yalu event trade.csv --outcome imports --at 2010-06 --study 3:6 --seasonal\n\n\
    Series are columns or transforms of columns, as in formulas. Least squares with Newey and West's\n\
    errors unless --ar1 or --cov says otherwise; a period with a dummy of its own has AR(1) errors.\n\
    --post, --between and --pulse hold other dates fixed: a rival event, a strike.\n\
    `yalu explain interrupted-time-series` says how the effects are estimated; so do placebo-dates\n\
    and event-study.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series that may have been interrupted
    #[arg(long, value_name = "Y")]
    outcome: String,
    /// The date of the event, the first period after
    #[arg(long, value_name = "PERIOD")]
    at: Period,
    /// What may have changed; level and slope if not given
    #[arg(long = "change", value_name = "WHAT", value_delimiter = ',')]
    changes: Vec<ChangeName>,
    /// A series that moves the outcome and that the event does not move; may be repeated
    #[arg(long, value_name = "Z")]
    exogenous: Vec<String>,
    /// No linear trend
    #[arg(long)]
    no_trend: bool,
    /// Seasonal dummies
    #[arg(long)]
    seasonal: bool,
    #[command(flatten)]
    dummies: Dummies,
    /// The covariance for least squares, such as classical, nw:4 or hc3
    #[arg(long = "cov", value_name = "COVARIANCE", conflicts_with = "ar1")]
    covariance: Option<Covariance>,
    /// Autoregressive errors of the first order, by exact maximum likelihood
    #[arg(long)]
    ar1: bool,
    /// The same statistic at every other date, and the rank of the event's
    #[arg(long)]
    placebo: bool,
    /// An event study instead: so many periods before and after, each with a coefficient
    #[arg(long, value_name = "LEADS:LAGS", value_parser = window, conflicts_with_all = ["changes", "placebo", "min_side"])]
    study: Option<(usize, usize)>,
    /// Fewest residual degrees of freedom for which a number is printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    /// Fewest rows on either side of the date; 5 if not given
    #[arg(long, value_name = "ROWS")]
    min_side: Option<usize>,
    /// The level at which the words decide
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    /// The coverage of each interval
    #[arg(long, default_value_t = 0.95)]
    coverage: f64,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ChangeName {
    /// From the date on
    Level,
    /// From the date on: 0 in its own period, 1 in the next
    Slope,
    /// In the date's own period alone
    Pulse,
}

impl From<ChangeName> for Change {
    fn from(name: ChangeName) -> Self {
        match name {
            ChangeName::Level => Self::Level,
            ChangeName::Slope => Self::Slope,
            ChangeName::Pulse => Self::Pulse,
        }
    }
}

/// Reads `3:6`.
fn window(text: &str) -> Result<(usize, usize), Error> {
    let sides =
        text.split_once(':').and_then(|(leads, lags)| Some((leads.trim().parse().ok()?, lags.trim().parse().ok()?)));
    sides.ok_or_else(|| {
        Error::new(ErrorKind::Argument, format!("`{text}` is not a number of leads and one of lags"))
            .remedy("write `3:6` for three periods before and six after")
    })
}

/// The setters that both questions have.
macro_rules! held {
    ($question:expr, $args:expr, $held:expr) => {{
        let question = $question.exogenous(&$held.iter().collect::<Vec<_>>()).min_df($args.min_df);
        let question = if $args.no_trend { question.no_trend() } else { question };
        let question = if $args.seasonal { question.seasonal() } else { question };
        let question = $args.dummies.indicators().fold(question, |question, dummy| question.indicator(dummy));
        set!(question, errors = $args.errors())
    }};
}

impl Args {
    fn errors(&self) -> Option<Errors> {
        if self.ar1 { Some(Errors::Ar1) } else { self.covariance.map(Errors::Ols) }
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let outcome = frame.expression(&args.outcome)?;
    let held: Vec<Series> = args.exogenous.iter().map(|text| frame.expression(text)).collect::<Result<_, _>>()?;
    let answer = Answer::of("event").data(data).notes(frame.notes());
    let answer = match args.study {
        Some(window) => study(args, (&outcome, &held), window, answer)?,
        None => interruption(args, (&outcome, &held), answer)?,
    };
    args.output.show(&answer)?;
    Ok(Done::Well)
}

fn interruption(args: &Args, (outcome, held): (&Series, &[Series]), mut answer: Answer) -> anyhow::Result<Answer> {
    let question = held!(Interruption::of(outcome).at(args.at), args, held);
    let changes: Vec<Change> = args.changes.iter().map(|name| Change::from(*name)).collect();
    let question = set!(question, min_side = args.min_side);
    let question = if changes.is_empty() { question } else { question.changes(&changes) };
    let placebo = if args.placebo { Some(question.placebo_dates()?) } else { None };
    let run;
    let found = match &placebo {
        Some(placebo) => placebo.event(),
        None => {
            run = question.run()?;
            &run
        }
    };
    let tables = found.tables_at(args.coverage)?;
    let records = tables.last().cloned();
    answer = tables.into_iter().fold(answer, Answer::table).words(found.in_words(args.level)?);
    for report in found.reports() {
        answer = answer.result(report)?;
    }
    answer = answer.result(&Interrupted {
        model: "interrupted-time-series",
        outcome: found.outcome(),
        coefficients: [Change::Level, Change::Slope, Change::Pulse]
            .into_iter()
            .filter_map(|change| found.coefficient(change))
            .collect(),
        autocorrelation: found.autocorrelation(),
        path: found.path_at(args.coverage)?,
    })?;
    if let Some(placebo) = &placebo {
        answer = answer.table(placebo.table()).words(placebo.in_words(args.level)?).result(&placebo.reports()[0])?;
        answer = answer.result(&Placebos { sequence: "placebo-dates", dates: placebo.dates() })?;
        return Ok(answer.records(placebo.dates_table()));
    }
    Ok(records.into_iter().fold(answer, Answer::records))
}

fn study(
    args: &Args,
    (outcome, held): (&Series, &[Series]),
    (leads, lags): (usize, usize),
    mut answer: Answer,
) -> anyhow::Result<Answer> {
    let found = held!(EventStudy::of(outcome).at(args.at), args, held).leads(leads).lags(lags).run()?;
    let tables = found.tables_at(args.coverage)?;
    let records = tables.last().cloned();
    answer = tables.into_iter().fold(answer, Answer::table).words(found.in_words(args.level)?);
    for report in found.reports() {
        answer = answer.result(report)?;
    }
    answer = answer.result(&Studied {
        model: "event-study",
        outcome: outcome.name(),
        window: found.rows_at(args.coverage)?,
    })?;
    Ok(records.into_iter().fold(answer, Answer::records))
}

/// Coefficients and path for a machine.
#[derive(Serialize)]
struct Interrupted<'a> {
    model: &'static str,
    outcome: &'a str,
    coefficients: Vec<&'a Coefficient>,
    autocorrelation: Option<f64>,
    path: Vec<EffectRow>,
}

/// The statistic at every other date.
#[derive(Serialize)]
struct Placebos<'a> {
    sequence: &'static str,
    dates: &'a [PlaceboDate],
}

/// The window of an event study.
#[derive(Serialize)]
struct Studied<'a> {
    model: &'static str,
    outcome: &'a str,
    window: Vec<StudyRow>,
}
