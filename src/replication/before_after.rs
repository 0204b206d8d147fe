//! Did the relation of imports to exports change with the measures of May 24, 2010?
//!
//! Imports on exports, and on anthracite, before and after: by every date that "after May 24" can mean at the data's
//! frequency. What the published figures cannot carry is listed as not identified, with the reason.

use serde::Serialize;

use super::samples::TradeSample;
use crate::breaks::chow::ChowResult;
use crate::breaks::pre_post::PrePostResult;
use crate::breaks::{Chow, PrePost, SupF};
use crate::regression::Covariance;
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Error, Frame, HypothesisTest, Note, Outcome, Period, datasets};

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
        Ok(Self { comparisons, chosen_dates, unanswerable: anthracite()? })
    }

    /// One row for each comparison: the slope before and after, its change, and the tests.
    pub fn table(&self) -> Table {
        let estimate = |x: f64| Cell::number(x, NumberFormat::Decimals(3));
        let error = |x: f64| Cell::in_parentheses(x, NumberFormat::Decimals(3));
        let mut table =
            Table::new("before_after", "Imports from China on exports to China, before and after May 24, 2010")
                .column(Column::text("equation", "Equation"))
                .column(Column::text("first_after", "After from"))
                .column(Column::number("n", "N"))
                .column(Column::number("slope_before", "Slope before"))
                .column(Column::number("slope_before_se", "(s.e.)"))
                .column(Column::number("slope_after", "Slope after"))
                .column(Column::number("slope_after_se", "(s.e.)"))
                .column(Column::number("change_p", "p, change of slope"))
                .column(Column::number("wald_p", "p, any change (HAC)"))
                .column(Column::number("chow_f", "Chow F"))
                .column(Column::number("chow_p", "p (Chow)"));
        let mut group = "";
        for comparison in &self.comparisons {
            if comparison.sample != group {
                group = comparison.sample;
                table = table.group(comparison.title);
            }
            let mut row = vec![
                Cell::text(comparison.equation.formula()),
                Cell::text(comparison.date.to_string()),
                Cell::count(comparison.regression.fit().nobs()),
            ];
            if let Ok(slope) = comparison.regression.change(comparison.equation.slope()) {
                row.extend([estimate(slope.before.estimate), error(slope.before.std_error)]);
                row.extend([estimate(slope.after.estimate), error(slope.after.std_error)]);
                row.push(Cell::p_value(slope.change.p_value));
            }
            row.push(p_value(&comparison.regression.report().outcome));
            row.extend(chow_cells(&comparison.chow));
            table.push_row(row);
        }
        table
            .note("Slopes with Newey–West standard errors (Bartlett, 4(n/100)^(2/9) lags, no prewhitening); Chow's F with classical ones.")
            .note("\"After May 24, 2010\" is 2010 or 2011 in years, and the second half of 2010 in half-years: each is shown where it can be.")
            .note("Coal exports were halted by North Korea itself from the second half of 2009 to February 2010: a rise after May 2010 starts from an artificially low base.")
    }

    /// The dates that the data would choose.
    pub fn chosen_dates_table(&self) -> Table {
        let mut table = Table::new(
            "chosen_dates",
            "The break that the data themselves would choose (largest F, inner half of the sample)",
        )
        .column(Column::text("sample", "Sample"))
        .column(Column::text("equation", "Equation"))
        .column(Column::text("break", "Last before|first after"))
        .column(Column::number("f", "F there"));
        for (sample, equation, date, f) in &self.chosen_dates {
            table.push_row([
                Cell::text(*sample),
                Cell::text(equation.formula()),
                Cell::text(date),
                Cell::number(*f, NumberFormat::Decimals(2)),
            ]);
        }
        table.note("The F of a date chosen by the data is not compared with F tables: chosen as the largest, it is large also without a break.")
    }

    /// What cannot be answered.
    pub fn unanswerable_table(&self) -> Table {
        let mut table = Table::new("not_identified", "Questions of the paper that its published figures cannot carry")
            .column(Column::text("question", "Question"))
            .column(Column::text("because", "Why there is no number"));
        for entry in &self.unanswerable {
            table.push_row([Cell::text(&entry.question), Cell::text(&entry.because)]);
        }
        table
    }
}

fn p_value(outcome: &Outcome) -> Cell {
    match outcome {
        Outcome::Computed { p, .. } => Cell::from(*p),
        Outcome::NotApplicable { because } => Cell::not_available(because.clone()),
    }
}

fn chow_cells(chow: &ChowResult) -> [Cell; 2] {
    match chow.reports().first().map(|report| &report.outcome) {
        Some(Outcome::Computed { statistic, p, .. }) => {
            [Cell::number(*statistic, NumberFormat::Decimals(3)), Cell::from(*p)]
        }
        Some(Outcome::NotApplicable { because }) => [Cell::Empty, Cell::not_available(because.clone())],
        None => [Cell::Empty, Cell::Empty],
    }
}

/// Imports on anthracite before and after: asked of the toolkit, which says why it cannot be answered.
fn anthracite() -> Result<Vec<Unanswerable>, Error> {
    let paper = datasets::get("paper_trade_annual")?.frame()?;
    let coal = datasets::get("anthracite_annual")?.frame()?;
    let (from, to) = (Period::annual(2006), Period::annual(2015));
    let mut frame: Frame = paper.window(from, to)?.select(&["nk_imports_from_china"])?;
    frame = frame.with_column("anthracite", coal.window(from, to)?.column("revenue")?.to_vec())?;
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
    let gap = match frame.series("anthracite") {
        Err(error) => error.to_string(),
        Ok(series) => format!("only {} years", series.len()),
    };
    entries.push(Unanswerable {
        question: "do anthracite exports Granger-cause imports?".to_owned(),
        because: format!("lags need a series without a gap: {gap}"),
    });
    entries.push(Unanswerable {
        question: "the regression on monthly data that the paper cites".to_owned(),
        because:
            "its data, lags and form were never published, and no complete monthly series of either flow is public; \
                  a monthly file of one's own is tested with `yalu granger` and `yalu regress`"
                .to_owned(),
    });
    Ok(entries)
}
