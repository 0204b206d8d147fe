//! Does either flow Granger-cause the other? Every sample, form and number of lags, side by side.
//!
//! One p-value can be had by choosing among these; shown together they say what the data say.

use std::sync::OnceLock;

use serde::Serialize;

use super::samples::{TradeSample, samples};
use crate::Error;
use crate::causality::size::{ConventionSize, World};
use crate::causality::{CausalityResult, CausalityTest, Granger, TodaYamamoto};

pub(super) mod tables;
mod words;

/// How the flows enter a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Logarithms, by Granger's test.
    LogLevels,
    /// The same with the logarithm of trade with South Korea as third variable.
    LogLevelsWithSouthernTrade,
    /// Changes of logarithms, by Granger's test.
    LogChanges,
    /// The same with the change of the logarithm of trade with South Korea as third variable.
    LogChangesWithSouthernTrade,
    /// Logarithms, by Toda and Yamamoto's test with d = 1.
    TodaYamamoto,
    /// The same with the logarithm of trade with South Korea as third variable.
    TodaYamamotoWithSouthernTrade,
}

impl Form {
    /// The form in a word, as tables have it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::LogLevels => "logs",
            Self::LogLevelsWithSouthernTrade => "logs, South",
            Self::LogChanges => "Δlogs",
            Self::LogChangesWithSouthernTrade => "Δlogs, South",
            Self::TodaYamamoto => "TY",
            Self::TodaYamamotoWithSouthernTrade => "TY, South",
        }
    }

    /// The worlds in which a simulated size speaks of this form: changes are nearly noise, levels nearly random walks.
    pub(in crate::replication) fn world(self) -> World {
        match self {
            Self::LogChanges | Self::LogChangesWithSouthernTrade => World::WhiteNoise,
            _ => World::RandomWalks,
        }
    }
}

/// One specification: a sample, a form and a number of lags, tested both ways.
#[derive(Debug, Clone, PartialEq)]
pub struct Specification {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// How the flows enter.
    pub form: Form,
    /// Do North Korea's exports help to predict its imports?
    pub forward: CausalityTest,
    /// Do its imports help to predict its exports?
    pub backward: CausalityTest,
}

/// Every specification, and what they come to together.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalityEvidence {
    /// In the order of samples, forms and lags.
    pub specifications: Vec<Specification>,
}

/// What a pair of tests says at a level, by one convention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Only exports → imports: what the paper asserts.
    ExportsOnly,
    /// Only imports → exports.
    ImportsOnly,
    /// Both.
    Both,
    /// Neither.
    Neither,
    /// No number can be stood behind.
    NotIdentified,
}

impl Direction {
    /// The directions in the order in which a summary counts them.
    pub const ALL: [Self; 5] = [Self::ExportsOnly, Self::ImportsOnly, Self::Both, Self::Neither, Self::NotIdentified];

    /// In words, X being North Korea's exports to China and M its imports from China.
    pub const fn words(self) -> &'static str {
        match self {
            Self::ExportsOnly => "X → M only",
            Self::ImportsOnly => "M → X only",
            Self::Both => "both",
            Self::Neither => "neither",
            Self::NotIdentified => "not identified",
        }
    }
}

impl Specification {
    /// What the pair says at a level, by the convention named.
    pub fn direction(&self, convention: &str, level: f64) -> Direction {
        match (self.forward.p_value(convention), self.backward.p_value(convention)) {
            (Some(forward), Some(backward)) => match (forward < level, backward < level) {
                (true, false) => Direction::ExportsOnly,
                (false, true) => Direction::ImportsOnly,
                (true, true) => Direction::Both,
                (false, false) => Direction::Neither,
            },
            _ => Direction::NotIdentified,
        }
    }

    /// How often the convention rejects a true null at 5 % in samples as small as this one; `None` from 20 rows on.
    /// Changes of logarithms are compared with white noise, levels with random walks.
    pub fn simulated_size(&self, convention: &str) -> Option<ConventionSize> {
        let world = self.form.world();
        self.forward.simulated_sizes(convention).into_iter().find(|(w, _)| *w == world).map(|(_, size)| size)
    }
}

impl CausalityEvidence {
    /// Every specification on the bundled samples. The data are part of the program, so one run serves all who ask.
    pub fn bundled() -> Result<&'static Self, Error> {
        static EVIDENCE: OnceLock<CausalityEvidence> = OnceLock::new();
        if let Some(evidence) = EVIDENCE.get() {
            return Ok(evidence);
        }
        let computed = Self::compute(&samples()?)?;
        Ok(EVIDENCE.get_or_init(|| computed))
    }

    /// Runs every specification.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let mut specifications = Vec::new();
        for sample in samples {
            let (x, m) = (sample.exports.log()?.rename("log exports"), sample.imports.log()?.rename("log imports"));
            let (dx, dm) = (x.diff(1)?.rename("Δlog exports"), m.diff(1)?.rename("Δlog imports"));
            let longest = if x.len() < 20 { 2 } else { 4 };
            let mut add = |form, result: CausalityResult| {
                specifications.extend(result.tests().chunks_exact(2).map(|pair| Specification {
                    sample: sample.id,
                    title: sample.title,
                    form,
                    forward: pair[0].clone(),
                    backward: pair[1].clone(),
                }));
            };
            let southern =
                sample.southern_trade.as_ref().map(|s| Ok::<_, Error>(s.log()?.rename("log southern trade")));
            let southern = southern.transpose()?;
            let change =
                southern.as_ref().map(|s| Ok::<_, Error>(s.diff(1)?.rename("Δlog southern trade"))).transpose()?;
            let levels = Granger::cause(&x).effect(&m).lags(1..=longest);
            let changes = Granger::cause(&dx).effect(&dm).lags(1..=longest);
            let augmented = TodaYamamoto::cause(&x).effect(&m).lags(1..=longest).integration(1);
            add(Form::LogLevels, levels.run()?);
            if let Some(southern) = &southern {
                add(Form::LogLevelsWithSouthernTrade, levels.given(&[southern]).run()?);
            }
            add(Form::LogChanges, changes.run()?);
            if let Some(change) = &change {
                add(Form::LogChangesWithSouthernTrade, changes.given(&[change]).run()?);
            }
            add(Form::TodaYamamoto, augmented.run()?);
            if let Some(southern) = &southern {
                add(Form::TodaYamamotoWithSouthernTrade, augmented.given(&[southern]).run()?);
            }
        }
        Ok(Self { specifications })
    }

    /// The specification of this sample, form and number of lags.
    pub fn find(&self, sample: &str, form: Form, lags: usize) -> Option<&Specification> {
        self.specifications.iter().find(|s| s.sample == sample && s.form == form && s.forward.lags() == lags)
    }

    /// The specifications of one sample.
    pub fn of_sample(&self, sample: &str) -> impl Iterator<Item = &Specification> {
        self.specifications.iter().filter(move |s| s.sample == sample)
    }

    /// Short name and title of every sample, in order.
    fn samples(&self) -> Vec<(&'static str, &'static str)> {
        let mut samples: Vec<_> = self.specifications.iter().map(|s| (s.sample, s.title)).collect();
        samples.dedup();
        samples
    }

    /// How many specifications say what at a level, by one convention.
    pub fn counts(&self, convention: &str, level: f64) -> [(Direction, usize); 5] {
        Direction::ALL.map(|direction| {
            let same = self.specifications.iter().filter(|s| s.direction(convention, level) == direction);
            (direction, same.count())
        })
    }
}
