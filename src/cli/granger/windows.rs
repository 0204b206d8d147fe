//! `yalu granger --windows`: in which windows of the sample?

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;
use yalu::causality::time_varying::{MinWindow, TimeVaryingGranger, TimeVaryingResult, TimeVaryingTest, Windows};
use yalu::regression::Covariance;

use super::{Args, BootstrapName, Named, refs};
use crate::cli::answer::Answer;
use crate::cli::flags::set;

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
pub fn answer(args: &Args, series: &Named, mut answer: Answer) -> anyhow::Result<Answer> {
    refuse_unread(args)?;
    let result = test(args, series)?;
    answer = answer.records(result.sequence()).table(result.table()).words(result.in_words(args.level)?);
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
    Ok(answer)
}

/// What means something else in windows, or nothing, is refused and not ignored.
fn refuse_unread(args: &Args) -> anyhow::Result<()> {
    if let Some((flag, _)) = args.dummies.given().into_iter().find(|(_, given)| *given) {
        bail!("{flag} is not read with --windows: a dummy does not vary in every window — leave it out");
    }
    if !args.exogenous.is_empty() {
        bail!("--exogenous is not read with --windows — hold the series with its lags by --given, or leave it out");
    }
    if args.covariances.iter().any(|one| !matches!(one, Covariance::Hc0 | Covariance::Classical)) {
        bail!("with --windows the covariance is classical or hc0 — give --cov hc0, or leave it out");
    }
    if args.lags.as_ref().is_some_and(|lags| lags.start() != lags.end()) {
        bail!("with --windows one number of lags is tested — give --lags 2, or --select bic --max-lags 4");
    }
    if args.bootstrap.len() > 1 || matches!(args.bootstrap.first(), Some(BootstrapName::Leveraged)) {
        bail!("with --windows one bootstrap is drawn, residual or wild — give --bootstrap wild, or leave it out");
    }
    Ok(())
}

fn test(args: &Args, series: &Named) -> anyhow::Result<TimeVaryingResult> {
    let moving = &args.moving;
    let mut test = TimeVaryingGranger::cause(&series.causes[0])
        .effect(&series.effects[0])
        .given(&refs(&series.given))
        .min_df(args.min_df)
        .seed(args.seed);
    test = test.windows(match moving.windows {
        Some(WindowsName::Forward) => Windows::Forward,
        Some(WindowsName::Rolling) => Windows::Rolling,
        Some(WindowsName::Recursive) | None => Windows::Recursive,
    });
    test = match (args.select, args.max_lags) {
        (Some(criterion), Some(most)) => test.select(criterion.into(), most),
        _ => args.lags.iter().fold(test, |test, lags| test.lags(*lags.start())),
    };
    test = set!(
        test,
        min_window = moving.min_window,
        extra = args.integration,
        draws = args.draws,
        control = moving.control,
    );
    if matches!(args.bootstrap.first(), Some(BootstrapName::Wild)) {
        test = test.wild();
    }
    if args.covariances.contains(&Covariance::Hc0) {
        test = test.robust();
    }
    if args.accept_constructed_data {
        test = test.accept_constructed_data();
    }
    if args.trend {
        test = test.trend();
    }
    if args.seasonal {
        test = test.seasonal();
    }
    Ok(test.run()?)
}
