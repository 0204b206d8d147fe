//! `yalu granger --windows`: in which windows of the sample?

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;
use yalu::causality::Criterion;
use yalu::causality::time_varying::{MinWindow, TimeVaryingGranger, TimeVaryingResult, TimeVaryingTest, Windows};
use yalu::regression::Covariance;
use yalu::{Frame, Series};

use super::{Args, CriterionName, MethodName};
use crate::cli::Done;
use crate::cli::answer::Answer;

/// The heading of these options in `--help`.
const HEADING: &str = "Windows that move through the sample";

/// What only the test in windows reads.
#[derive(ClapArgs)]
pub struct Moving {
    /// Test in windows: all that end at a date, the latest only, or all rows up to it
    #[arg(long, value_name = "WHICH", help_heading = HEADING)]
    windows: Option<WindowsName>,
    /// The smallest window: a number of rows, or a share of all rows such as 0.3; a fifth if not given
    #[arg(long, value_name = "ROWS|SHARE", value_parser = min_window, requires = "windows", help_heading = HEADING)]
    min_window: Option<MinWindow>,
    /// Further lags that are estimated but not tested: the highest order of integration
    #[arg(long, value_name = "LAGS", requires = "windows", help_heading = HEADING)]
    extra: Option<usize>,
    /// Bootstrap samples; 499 if not given
    #[arg(long, value_name = "NUMBER", requires = "windows", help_heading = HEADING)]
    draws: Option<usize>,
    /// Keep every row of residuals at its date and give it a random sign
    #[arg(long, requires = "windows", help_heading = HEADING)]
    wild: bool,
    /// Date episodes by the critical value of the largest statistic over this many dates; over all if not given
    #[arg(long, value_name = "DATES", requires = "windows", help_heading = HEADING)]
    control: Option<usize>,
}

#[derive(Clone, Copy, ValueEnum)]
enum WindowsName {
    #[value(alias = "recursive-evolving")]
    Recursive,
    Rolling,
    #[value(alias = "expanding")]
    Forward,
}

impl Moving {
    /// Whether windows were asked for.
    pub fn asked(&self) -> bool {
        self.windows.is_some()
    }
}

/// Reads `60`, or `0.3` as a share.
fn min_window(text: &str) -> Result<MinWindow, String> {
    let unreadable =
        || format!("`{text}` is neither a number of rows nor a share — write `60`, or `0.3` for 30 % of the rows");
    match text.parse::<usize>() {
        Ok(rows) => Ok(rows.into()),
        Err(_) => text.parse::<f64>().map(MinWindow::Share).map_err(|_| unreadable()),
    }
}

/// The sequence of one direction, for a machine.
#[derive(Serialize)]
struct Sequence<'a> {
    sequence: &'static str,
    cause: &'a str,
    effect: &'a str,
    level: f64,
    critical_value: Option<f64>,
    episodes: Vec<Span>,
    dates: Vec<Dated>,
}

#[derive(Serialize)]
struct Span {
    first: String,
    last: String,
    goes_on: bool,
}

#[derive(Serialize)]
struct Dated {
    last: String,
    first: String,
    statistic: Option<f64>,
}

impl<'a> Sequence<'a> {
    fn of(test: &'a TimeVaryingTest, level: f64) -> anyhow::Result<Self> {
        let span = |episode: yalu::causality::time_varying::Episode| Span {
            first: episode.first.to_string(),
            last: episode.last.to_string(),
            goes_on: episode.goes_on,
        };
        let dated = |at: &yalu::causality::time_varying::WindowStatistic| Dated {
            last: at.last.to_string(),
            first: at.first.to_string(),
            statistic: at.statistic,
        };
        Ok(Self {
            sequence: "time-varying-granger",
            cause: test.cause(),
            effect: test.effect(),
            level,
            critical_value: test.critical_value(level),
            episodes: test.episodes(level)?.into_iter().map(span).collect(),
            dates: test.path().iter().map(dated).collect(),
        })
    }
}

/// The test in windows, with its words, episodes and sequences.
pub fn run(args: &Args) -> anyhow::Result<Done> {
    refuse_unread(args)?;
    let (frame, data) = args.source.read()?;
    let result = test(args, &frame)?;
    let words = result.in_words(args.level)?;
    let mut answer = Answer::of("granger")
        .data(data)
        .notes(frame.notes())
        .records(result.sequence())
        .table(result.table())
        .words(words);
    let episodes = result.episodes(args.level)?;
    if episodes.rows().next().is_some() {
        answer = answer.table(episodes);
    }
    for report in result.reports() {
        answer = answer.result(&report)?;
    }
    for test in result.tests() {
        answer = answer.result(&Sequence::of(test, args.level)?)?;
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// Flags that mean nothing in windows are refused, not ignored.
fn refuse_unread(args: &Args) -> anyhow::Result<()> {
    if args.cause == args.effect {
        bail!("cause and effect are both `{}` — name two different series", args.cause);
    }
    if args.method == MethodName::TodaYamamoto {
        bail!("--method toda-yamamoto is not read with --windows — give its lags as --extra 1");
    }
    if !(args.post.is_empty() && args.pulse.is_empty()) {
        bail!("--post and --pulse are not read with --windows: a dummy does not vary in every window — leave them out");
    }
    if args.covariances.iter().any(|one| !matches!(one, Covariance::Hc0 | Covariance::Classical)) {
        bail!("with --windows the covariance is classical or hc0 — give --cov hc0, or leave it out");
    }
    if args.lags.as_ref().is_some_and(|lags| lags.start() != lags.end()) {
        bail!("with --windows one number of lags is tested — give --lags 2, or --select bic --max-lags 4");
    }
    Ok(())
}

fn test(args: &Args, frame: &Frame) -> anyhow::Result<TimeVaryingResult> {
    let (cause, effect) = (frame.expression(&args.cause)?, frame.expression(&args.effect)?);
    let given: Vec<Series> = args.given.iter().map(|name| frame.expression(name)).collect::<Result<_, _>>()?;
    let given: Vec<&Series> = given.iter().collect();
    let moving = &args.moving;
    let mut test = TimeVaryingGranger::cause(&cause).effect(&effect).given(&given).min_df(args.min_df).seed(args.seed);
    test = test.windows(match moving.windows {
        Some(WindowsName::Forward) => Windows::Forward,
        Some(WindowsName::Rolling) => Windows::Rolling,
        Some(WindowsName::Recursive) | None => Windows::Recursive,
    });
    test = match (args.select, args.max_lags) {
        (Some(CriterionName::Aic), Some(most)) => test.select(Criterion::Aic, most),
        (Some(CriterionName::Bic), Some(most)) => test.select(Criterion::Bic, most),
        (Some(CriterionName::Hq), Some(most)) => test.select(Criterion::Hq, most),
        _ => args.lags.iter().fold(test, |test, lags| test.lags(*lags.start())),
    };
    test = moving.min_window.into_iter().fold(test, TimeVaryingGranger::min_window);
    test = moving.extra.into_iter().fold(test, TimeVaryingGranger::extra);
    test = moving.draws.into_iter().fold(test, TimeVaryingGranger::draws);
    test = moving.control.into_iter().fold(test, TimeVaryingGranger::control);
    if moving.wild {
        test = test.wild();
    }
    if args.covariances.contains(&Covariance::Hc0) {
        test = test.robust();
    }
    if args.trend {
        test = test.trend();
    }
    if args.seasonal {
        test = test.seasonal();
    }
    Ok(test.run()?)
}
