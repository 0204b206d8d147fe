//! New rows beside a history.

use anyhow::bail;
use serde::Serialize;
use yalu::breaks::monitor::{MonitorPoint, Monitoring};
use yalu::breaks::{BreakDate, Monitor, MonitorTest};
use yalu::{Design, Error, ErrorKind, HypothesisTest, Period, Sample, Stamp};

use super::{Args, TestName};
use crate::cli::answer::Answer;

impl TestName {
    /// The monitoring it is, if it is one.
    pub(super) fn monitor(self) -> Option<MonitorTest> {
        match self {
            Self::MonitorOlsCusum => Some(MonitorTest::OlsCusum),
            Self::MonitorOlsMosum => Some(MonitorTest::OlsMosum),
            Self::MonitorRecursiveEstimates => Some(MonitorTest::RecursiveEstimates),
            Self::MonitorMovingEstimates => Some(MonitorTest::MovingEstimates),
            _ => None,
        }
    }
}

pub(super) fn run(args: &Args, test: TestName, design: &Design, answer: Answer) -> anyhow::Result<Answer> {
    let (Some(test), Some(until)) = (test.monitor(), &args.history_until) else {
        bail!("monitoring needs a history — give its last period with --history-until");
    };
    let before = rows_until(design, until)?;
    if before == 0 || before == design.nobs() {
        let (sample, side) = (design.sample(), if before == 0 { "before" } else { "after" });
        bail!("--history-until {until}: no row is {side} it — the rows are {sample}");
    }
    let history = design.rows(0..before)?;
    let mut monitor = Monitor::test(&history, test).level(args.level).min_df(args.min_df);
    if let Some(window) = args.window {
        monitor = monitor.window(window);
    }
    if let Some(period) = args.period {
        monitor = monitor.period(period);
    }
    let mut watch = monitor.start()?;
    watch.push_all(&design.rows(before..design.nobs())?)?;
    let report = watch.report();
    answer
        .table(watch.table())
        .words(watch.in_words())
        .records(watch.path_table())
        .result(&report)?
        .notes(&report.notes)
        .result(&Watched::of(&watch))
}

/// The number of rows up to this period or row.
fn rows_until(design: &Design, until: &str) -> Result<usize, Error> {
    let stamps = design.stamps();
    let counted = match stamps.first() {
        Some(Stamp::Period(first)) => {
            let last: Period = until.parse()?;
            if last.frequency() != first.frequency() {
                let what =
                    format!("--history-until {until} is {}, the rows are {}", last.frequency(), first.frequency());
                return Err(Error::new(ErrorKind::Argument, what).remedy(format!("write it as {first}")));
            }
            stamps.iter().filter(|stamp| matches!(stamp, Stamp::Period(period) if *period <= last)).count()
        }
        _ => {
            let last: usize = until.parse().map_err(|_| {
                Error::new(
                    ErrorKind::Argument,
                    format!("--history-until {until} is no row number, and the rows have no dates"),
                )
                .remedy("give the number of the last row of the history")
            })?;
            stamps.iter().filter(|stamp| matches!(stamp, Stamp::Row(row) if *row <= last)).count()
        }
    };
    Ok(counted)
}

/// The process for a machine.
#[derive(Serialize)]
struct Watched {
    model: &'static str,
    level: f64,
    critical_value: f64,
    history: Sample,
    process: Vec<MonitorPoint>,
    detection: Option<BreakDate>,
    sample: Option<Sample>,
}

impl Watched {
    fn of(watch: &Monitoring) -> Self {
        Self {
            model: watch.test().name(),
            level: watch.level(),
            critical_value: watch.critical_value(),
            history: watch.history().sample(),
            process: watch.points().to_vec(),
            detection: watch.detection(),
            sample: watch.watched(),
        }
    }
}
