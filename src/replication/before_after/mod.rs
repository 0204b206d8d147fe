//! Did the relation of imports to exports change with the measures of May 24, 2010?
//!
//! Imports on exports, and on anthracite, before and after: by every date that "after May 24" can mean at the data's
//! frequency. What the published figures cannot carry is listed as not identified, with the reason.

use serde::Serialize;

use causality::CausalityBeforeAfter;

use super::samples::TradeSample;
use crate::breaks::chow::ChowResult;
use crate::breaks::pre_post::PrePostResult;
use crate::breaks::{Chow, PrePost, SupF};
use crate::regression::Covariance;
use crate::{Design, Error, Frame, Note, Outcome, Period, datasets};

pub mod causality;
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
    const ALL: [Self; 3] = [Self::Levels, Self::Logs, Self::LogChanges];

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

    const fn slope(self) -> &'static str {
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
    /// The date that the data themselves would choose, by sample and equation.
    pub chosen_dates: Vec<(&'static str, Equation, String, f64)>,
    /// Whether causality changed, by sample, form, lags and date.
    pub causality: Vec<CausalityBeforeAfter>,
    /// Imports on anthracite: what the figures cannot carry.
    pub unanswerable: Vec<Unanswerable>,
}

/// Lags of the HAC covariance: Newey and West's rule of thumb, 4(n/100)^(2/9) rounded down, at least one.
fn lags(nobs: usize) -> usize {
    ((4.0 * (nobs as f64 / 100.0).powf(2.0 / 9.0)) as usize).max(1)
}

impl BeforeAfterEvidence {
    /// Runs every comparison.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let (mut comparisons, mut chosen_dates) = (Vec::new(), Vec::new());
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
                let found = SupF::of(&design).trim(0.25).run()?;
                chosen_dates.push((sample.title, equation, found.date().to_string(), found.f()));
            }
        }
        Ok(Self { comparisons, chosen_dates, causality: causality::compute(samples)?, unanswerable: unanswerable()? })
    }
}

/// Imports on anthracite before and after, asked of the toolkit, which says why it cannot be answered; then the paper's
/// monthly regression.
pub(super) fn unanswerable() -> Result<Vec<Unanswerable>, Error> {
    let frame = anthracite()?;
    let mut entries = Vec::new();
    for date in [Period::annual(2010), Period::annual(2011)] {
        let question = format!("imports on anthracite exports before and after, the change from {date} on");
        let design = Design::from_formula(&frame, "log(nk_imports_from_china) ~ log(anthracite)")?;
        let left_out: Vec<String> = design.notes().iter().map(|note: &Note| note.text().to_owned()).collect();
        let counts = |after: bool| {
            design
                .stamps()
                .iter()
                .filter(|stamp| matches!(stamp, crate::Stamp::Period(p) if (*p >= date) == after))
                .count()
        };
        let chow = Chow::of(&design).at(date).run()?;
        let reason = match &chow.reports()[0].outcome {
            Outcome::NotApplicable { because } => because.clone(),
            Outcome::Computed { .. } => format!(
                "{} yearly revenues before the date and {} after, of three definitions (anthracite, all coal, HS 2701), and two \
                 parameters in each regime: with so few rows a regime is nearly an exact fit",
                counts(false),
                counts(true)
            ),
        };
        entries.push(Unanswerable { question, because: [vec![reason], left_out].concat().join("; ") });
    }
    entries.push(anthracite_causality()?);
    entries.push(Unanswerable {
        question: "the regression on monthly data that the paper cites".to_owned(),
        because:
            "its data, lags and form were never published, and no complete monthly series of either flow is public; \
                  a monthly file of one's own is tested with `yalu granger` and `yalu regress`"
                .to_owned(),
    });
    Ok(entries)
}

/// Imports from China beside the revenue from anthracite, in the years from the first revenue on.
fn anthracite() -> Result<Frame, Error> {
    let paper = datasets::get("paper_trade_annual")?.frame()?;
    let coal = datasets::get("anthracite_annual")?.frame()?;
    let (from, to) = (Period::annual(2006), Period::annual(2015));
    let frame = paper.window(from, to)?.select(&["nk_imports_from_china"])?;
    frame.with_column("anthracite", coal.window(from, to)?.column("revenue")?.to_vec())
}

/// Whether anthracite leads imports: a question that needs lags, and so a series without a gap.
pub(super) fn anthracite_causality() -> Result<Unanswerable, Error> {
    let gap = match anthracite()?.series("anthracite") {
        Err(error) => error.to_string(),
        Ok(series) => format!("only {} years", series.len()),
    };
    Ok(Unanswerable {
        question: "do anthracite exports Granger-cause imports?".to_owned(),
        because: format!("lags need a series without a gap: {gap}"),
    })
}
