//! Sums of residuals and their boundaries.

use anyhow::bail;
use clap::ValueEnum;
use serde::Serialize;
use yalu::breaks::fluctuation::{FluctuationPoint, FluctuationResult, ResidualVariance};
use yalu::breaks::{BreakDate, Fluctuation, FluctuationTest};
use yalu::regression::Covariance;
use yalu::{Design, Sample};

use super::{Args, TestName};
use crate::cli::answer::Answer;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum VarianceName {
    /// Harvey (1975)
    AboutMean,
    /// Brown, Durbin and Evans (1975)
    AboutZero,
}

impl TestName {
    /// The sums it is, if it is one of these tests.
    pub(super) fn fluctuation(self) -> Option<FluctuationTest> {
        match self {
            Self::SupF
            | Self::QuandtLikelihood
            | Self::BaiPerron
            | Self::Known
            | Self::EndOfSample
            | Self::BeginningOfSample
            | Self::MonitorOlsCusum
            | Self::MonitorOlsMosum
            | Self::MonitorRecursiveEstimates
            | Self::MonitorMovingEstimates => None,
            Self::OlsCusum => Some(FluctuationTest::OlsCusum),
            Self::RecursiveCusum => Some(FluctuationTest::RecursiveCusum),
            Self::CusumOfSquares => Some(FluctuationTest::CusumOfSquares),
            Self::ScoreCusum => Some(FluctuationTest::ScoreCusum),
            Self::OlsMosum => Some(FluctuationTest::OlsMosum),
            Self::RecursiveMosum => Some(FluctuationTest::RecursiveMosum),
            Self::ScoreMosum => Some(FluctuationTest::ScoreMosum),
            Self::RecursiveEstimates => Some(FluctuationTest::RecursiveEstimates),
            Self::MovingEstimates => Some(FluctuationTest::MovingEstimates),
        }
    }
}

pub(super) fn run(args: &Args, test: FluctuationTest, design: &Design, answer: Answer) -> anyhow::Result<Answer> {
    let mut asked = Fluctuation::test(design, test).min_df(args.min_df);
    if let Some(window) = args.window {
        asked = asked.window(window);
    }
    if let Some(variance) = args.variance {
        asked = asked.variance(match variance {
            VarianceName::AboutMean => ResidualVariance::AboutMean,
            VarianceName::AboutZero => ResidualVariance::AboutZero,
        });
    }
    match args.covariance.as_deref().map(str::parse).transpose()? {
        None | Some(Covariance::Classical) => {}
        Some(Covariance::Hac(hac)) => asked = asked.long_run(hac),
        Some(other) => bail!("the {test} has no use for {other} — give a HAC form such as nw:4, or leave it out"),
    }
    let found = asked.run()?;
    let mut answer =
        answer.table(found.table()).words(found.in_words(args.level)?).records(found.path_table(args.level)?);
    for report in found.reports() {
        answer = answer.result(report)?.notes(&report.notes);
    }
    answer.result(&Summed::of(&found, args.level)?)
}

/// The process for a machine.
#[derive(Serialize)]
struct Summed {
    model: &'static str,
    level: f64,
    critical_value: f64,
    process: Vec<FluctuationPoint>,
    crossings: Vec<BreakDate>,
    date: Option<BreakDate>,
    /// Of several the one that is farthest.
    component: Option<String>,
    sample: Sample,
}

impl Summed {
    fn of(found: &FluctuationResult, level: f64) -> anyhow::Result<Self> {
        Ok(Self {
            model: found.test().name(),
            level,
            critical_value: found.critical_value(level)?,
            process: found.path(level)?,
            crossings: found.crossings(level)?,
            date: found.date(),
            component: found.farthest_component().map(str::to_owned),
            sample: found.sample(),
        })
    }
}
