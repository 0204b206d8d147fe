//! Did the relation of imports to exports change with the measures of May 24, 2010?
//!
//! Imports on exports, and on anthracite, before and after: by every date that "after May 24" can mean at the data's
//! frequency. What the published figures cannot carry is listed as not identified, with the reason.

use std::sync::OnceLock;

use serde::Serialize;

use anthracite::AnthraciteQuestion;
use causality::CausalityBeforeAfter;
use chosen::ChosenDate;
use end_of_sample::EndOf2013;
use rivals::RivalsOfTheDate;

use super::samples::{TradeSample, samples};
use crate::breaks::chow::ChowResult;
use crate::breaks::pre_post::PrePostResult;
use crate::breaks::{Chow, PrePost};
use crate::regression::Covariance;
use crate::{Design, Error, Period};

pub mod anthracite;
pub mod causality;
pub mod chosen;
pub mod end_of_sample;
pub mod rivals;
mod tables;
mod words;

/// What a regression of imports is on, and in which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Equation {
    /// Imports on exports, in levels.
    Levels,
    /// Their logarithms.
    Logs,
    /// The changes of their logarithms.
    LogChanges,
}

impl Equation {
    /// The three forms.
    pub const ALL: [Self; 3] = [Self::Levels, Self::Logs, Self::LogChanges];

    /// The formula on columns `exports` and `imports`.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::Levels => "imports ~ exports",
            Self::Logs => "log(imports) ~ log(exports)",
            Self::LogChanges => "dlog(imports) ~ dlog(exports)",
        }
    }

    /// The form in a word, as tables have it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Levels => "levels",
            Self::Logs => "logs",
            Self::LogChanges => "Δlogs",
        }
    }

    /// The term of exports.
    pub const fn slope(self) -> &'static str {
        match self {
            Self::Levels => "exports",
            Self::Logs => "log(exports)",
            Self::LogChanges => "dlog(exports)",
        }
    }
}

/// One equation on one sample at one date.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// The equation.
    pub equation: Equation,
    /// The first period after.
    pub date: Period,
    /// Coefficients before and after, under Newey and West's covariance.
    pub regression: PrePostResult,
    /// Chow's test at the date.
    pub chow: ChowResult,
}

/// A question that the published figures cannot answer, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unanswerable {
    /// The question in words.
    pub question: String,
    /// Why there is no number.
    pub because: String,
}

/// Everything on before and after.
#[derive(Debug, Clone)]
pub struct BeforeAfterEvidence {
    /// In the order of samples, equations and dates.
    pub comparisons: Vec<Comparison>,
    /// The date that the data themselves would choose, by sample and equation, and the rank of the measures' own.
    pub chosen_dates: Vec<ChosenDate>,
    /// Whether the years from 2014 on belong to the same regime, on samples that reach them.
    pub end_of_2013: Vec<EndOf2013>,
    /// The change of the slope as rival explanations enter, by sample and equation.
    pub rivals: Vec<RivalsOfTheDate>,
    /// Whether causality changed, by sample, form, lags and date.
    pub causality: Vec<CausalityBeforeAfter>,
    /// Imports on anthracite and on exports without it: what the years can carry.
    pub anthracite: Vec<AnthraciteQuestion>,
    /// What the figures cannot carry.
    pub unanswerable: Vec<Unanswerable>,
}

/// Lags of the HAC covariance: Newey and West's rule of thumb, 4(n/100)^(2/9) rounded down, at least one.
fn lags(nobs: usize) -> usize {
    ((4.0 * (nobs as f64 / 100.0).powf(2.0 / 9.0)) as usize).max(1)
}

impl BeforeAfterEvidence {
    /// Everything on the bundled samples. The data are part of the program, so one run serves all who ask.
    pub fn bundled() -> Result<&'static Self, Error> {
        static EVIDENCE: OnceLock<BeforeAfterEvidence> = OnceLock::new();
        if let Some(evidence) = EVIDENCE.get() {
            return Ok(evidence);
        }
        let computed = Self::compute(&samples()?)?;
        Ok(EVIDENCE.get_or_init(|| computed))
    }

    /// Runs every comparison.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let (mut comparisons, mut chosen_dates, mut end_of_2013) = (Vec::new(), Vec::new(), Vec::new());
        for sample in samples {
            let frame = sample.frame()?;
            for equation in Equation::ALL {
                let design = Design::from_formula(&frame, equation.formula())?;
                let covariance = Covariance::newey_west(lags(design.nobs()));
                for date in &sample.dates {
                    let chow = Chow::of(&design).at(*date).run()?;
                    let regression = PrePost::of_design(design.clone(), *date).covariance(covariance).run()?;
                    let (sample, title, date) = (sample.id, sample.title, *date);
                    comparisons.push(Comparison { sample, title, equation, date, regression, chow });
                }
                chosen_dates.push(ChosenDate::of(sample, equation, &design)?);
                end_of_2013.extend(EndOf2013::of(sample, equation, &design)?);
            }
        }
        let anthracite = anthracite::compute()?;
        Ok(Self {
            comparisons,
            chosen_dates,
            end_of_2013,
            rivals: rivals::compute(samples)?,
            causality: causality::compute(samples)?,
            unanswerable: unanswerable(&anthracite)?,
            anthracite,
        })
    }
}

/// Imports on anthracite before and after, and whether it leads them; then the paper's monthly regression.
fn unanswerable(anthracite: &[AnthraciteQuestion]) -> Result<Vec<Unanswerable>, Error> {
    let mut entries = anthracite::unanswerable(anthracite);
    entries.push(anthracite::causality()?);
    entries.push(Unanswerable {
        question: "the regression on monthly data that the paper cites".to_owned(),
        because:
            "its data, lags and form were never published, and no complete monthly series of either flow is public; \
                  a monthly file of one's own is tested with `yalu granger` and `yalu regress`"
                .to_owned(),
    });
    Ok(entries)
}
