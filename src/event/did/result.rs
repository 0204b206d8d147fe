//! The estimate, its tests, and the path of the two groups.

use serde::Serialize;

use super::differences::Differences;
use super::{DifferenceInDifferences, Posed, leads, reports, words};
use crate::breaks::BreakDate;
use crate::event::base::check_share;
use crate::hypothesis::{finds_conventions, test_table};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, HypothesisTest, Note, Period, Sample, TestReport};

/// A group's mean outcome on both sides of the date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GroupMeans {
    /// `treated` or `controls`.
    pub group: &'static str,
    /// Its units.
    pub units: usize,
    /// Mean over its units and the periods before.
    pub before: f64,
    /// The same from the date on.
    pub after: f64,
}

/// The groups' difference in one period, less that in the last period before the date.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct StudyPoint {
    /// The period.
    pub period: Period,
    /// Periods since the date: 0 in its own, −1 in the base.
    pub horizon: i64,
    /// The estimate; 0 in the base.
    pub estimate: f64,
    /// Clustered by unit; Student's where a group is one unit; none in the base, and where units do not differ.
    pub std_error: Option<f64>,
    /// Of the hypothesis that it is zero.
    pub p_value: Option<f64>,
    /// Lower end of the interval of 95 %.
    pub conf_low: Option<f64>,
    /// Upper end.
    pub conf_high: Option<f64>,
}

/// A difference in differences with its tests and its event study.
#[derive(Debug, Clone)]
pub struct DifferenceInDifferencesResult {
    pub(super) outcome: String,
    pub(super) group: String,
    pub(super) date: BreakDate,
    sample: Sample,
    pub(super) means: [GroupMeans; 2],
    pub(super) estimate: f64,
    std_error: Option<f64>,
    reports: Vec<TestReport>,
    study: Vec<StudyPoint>,
    leads: Vec<TestReport>,
}

pub(super) fn of(question: &DifferenceInDifferences, posed: &Posed) -> Result<DifferenceInDifferencesResult, Error> {
    let (before, periods, treated) = (posed.before, posed.units.periods(), posed.treated);
    let differences = Differences::of(posed, 0..before, before..periods)?;
    let contrast = differences.contrast();
    let reports = reports::of(question, posed, &differences);
    let study = leads::study(posed)?;
    let group = reports::in_words(posed);
    let (outcome, date) = (posed.units.outcome.clone(), question.date);
    let mut notes = posed.units.notes.clone();
    notes.extend(study.size.map(|rate| {
        let percent = NumberFormat::Decimals(1).format(100.0 * rate.value());
        Note::new(format!(
            "in {} simulated samples of {} units in which nothing happened the clustered F of {} leads rejects at 5 % in {percent} %; \
             Hotelling's in 5 %",
            rate.replications,
            differences.units(),
            study.leads
        ))
    }));
    let leads =
        study.tests.into_iter().flatten().zip(["cluster", "hotelling"]).map(|(result, convention)| TestReport {
            test: "did-leads",
            convention,
            null: format!(
                "before {date} {outcome} of {group} went as that of the controls: {} leads are zero",
                study.leads
            ),
            alternative: format!("before {date} {outcome} of {group} went apart from that of the controls"),
            outcome: result,
            settings: reports[0].settings.iter().take(3).cloned().collect(),
            notes: notes.clone(),
            ..reports[0].clone()
        });
    let mean = |units: std::ops::Range<usize>, rows: std::ops::Range<usize>| {
        let count = (units.len() * rows.len()) as f64;
        posed.units.values[units].iter().flat_map(|row| &row[rows.clone()]).map(|value| value / count).sum()
    };
    let group_means = |name, units: std::ops::Range<usize>| GroupMeans {
        group: name,
        units: units.len(),
        before: mean(units.clone(), 0..before),
        after: mean(units, before..periods),
    };
    let all = differences.units();
    let clustered = leads::factor(all, periods, 1 + periods) * contrast.clustered();
    let lone = treated.min(all - treated) == 1;
    let variance = if lone { contrast.pooled() } else { clustered };
    Ok(DifferenceInDifferencesResult {
        sample: posed.units.sample(),
        means: [group_means("treated", 0..treated), group_means("controls", treated..all)],
        estimate: differences.measured(contrast.delta),
        std_error: (all > 2 && differences.varies()).then(|| differences.measured(variance.sqrt())),
        leads: leads.collect(),
        study: study.rows,
        group,
        outcome,
        date,
        reports,
    })
}

impl DifferenceInDifferencesResult {
    /// The outcome.
    pub fn outcome(&self) -> &str {
        &self.outcome
    }

    /// The date.
    pub fn date(&self) -> BreakDate {
        self.date
    }

    /// The periods that all units have; n counts them.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// δ: the change of the treated less that of the controls.
    pub fn estimate(&self) -> f64 {
        self.estimate
    }

    /// Clustered by unit; Student's where a group is one unit; none where units do not differ, or are two.
    pub fn std_error(&self) -> Option<f64> {
        self.std_error
    }

    /// The four means: treated, then controls.
    pub fn means(&self) -> &[GroupMeans; 2] {
        &self.means
    }

    /// The event study: every period against the last before the date.
    pub fn study(&self) -> &[StudyPoint] {
        &self.study
    }

    /// Whether the groups went apart before the date: `cluster`, `hotelling`; none if there is one period before.
    pub fn leads(&self) -> &[TestReport] {
        &self.leads
    }

    /// Every test of δ; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.reports[0].notes
    }

    /// What was found at this level, and what it rests on.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_share("level", level, "0.05")?;
        Ok(words::verdict(self, level))
    }

    /// The means, the tests, the event study, its tests.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.means_table(), test_table(&self.reports), self.study_table()];
        if !self.leads.is_empty() {
            tables.push(test_table(&self.leads));
        }
        tables
    }

    /// The four means and their differences.
    pub fn means_table(&self) -> Table {
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let mut table = Table::new("group-means", format!("`{}`: means before and after {}", self.outcome, self.date))
            .column(Column::text("group", "Group"))
            .column(Column::number("units", "Units"))
            .column(Column::number("before", "Before"))
            .column(Column::number("after", "After"))
            .column(Column::number("change", "Change"));
        for one in &self.means {
            table.push_row([
                Cell::text(one.group),
                Cell::count(one.units),
                number(one.before),
                number(one.after),
                number(one.after - one.before),
            ]);
        }
        let [treated, controls] = &self.means;
        table.push_row([
            Cell::text("difference"),
            Cell::Empty,
            number(treated.before - controls.before),
            number(treated.after - controls.after),
            number(self.estimate),
        ]);
        let words = self.std_error.map(|error| {
            let of = if self.means.iter().any(|one| one.units == 1) { "Student's" } else { "clustered by unit" };
            format!("Standard error of the last: {} ({of}).", NumberFormat::Significant(4).format(error))
        });
        words.into_iter().fold(table.with_even_decimals(), Table::note)
    }

    /// Every period against the last before the date.
    pub fn study_table(&self) -> Table {
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let maybe = |value: Option<f64>| value.map_or(Cell::Empty, number);
        let title = format!("`{}`: treated less controls, against {}", self.outcome, self.date.last_before);
        let mut table = Table::new("did-study", title)
            .column(Column::text("period", "Period"))
            .column(Column::number("horizon", "Horizon"))
            .column(Column::number("estimate", "Difference"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("p_value", "p-value"))
            .column(Column::number("conf_low", "From"))
            .column(Column::number("conf_high", "To"));
        for row in &self.study {
            table.push_row([
                Cell::text(row.period.to_string()),
                Cell::number(row.horizon as f64, NumberFormat::Decimals(0)),
                number(row.estimate),
                maybe(row.std_error),
                row.p_value.map_or(Cell::Empty, Cell::p_value),
                maybe(row.conf_low),
                maybe(row.conf_high),
            ]);
        }
        table.with_even_decimals().note("Intervals of 95 %, each for itself.")
    }
}

/// The headline.
impl HypothesisTest for DifferenceInDifferencesResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

finds_conventions!(DifferenceInDifferencesResult);
shows_itself!(DifferenceInDifferencesResult => tables);
