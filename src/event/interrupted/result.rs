//! What came of it: coefficients, tests, the path.

use super::path::{self, EffectRow};
use super::terms::{self, Change};
use super::words;
use super::{Fitted, Interruption};
use crate::breaks::BreakDate;
use crate::event::base::check_share;
use crate::hypothesis::{NullDistribution, Setting, test_table};
use crate::regression::{Coefficient, Fit, Restriction};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, HypothesisTest, Note, Outcome, PValue, Sample, TestReport};

/// The changes at a date, and the path without them.
#[derive(Debug, Clone)]
pub struct InterruptionResult {
    pub(in crate::event) outcome: String,
    pub(in crate::event) date: BreakDate,
    pub(in crate::event) changes: Vec<Change>,
    pub(in crate::event) fitted: Option<Fitted>,
    rows: [usize; 2],
    coefficients: Vec<Coefficient>,
    path: Vec<EffectRow>,
    pub(super) reports: Vec<TestReport>,
    notes: Vec<Note>,
}

impl InterruptionResult {
    /// # Errors
    /// If the covariance of the changes is singular.
    pub(super) fn of(
        question: &Interruption<'_>,
        changes: Vec<Change>,
        (design, before): (&Design, usize),
        fitted: Fitted,
        notes: Vec<Note>,
    ) -> Result<Self, Error> {
        let date = question.base.date;
        let wald = fitted.fit.wald(&Restriction::zero(terms::names(date, &changes)))?;
        let [joint, _] = wald.reports();
        let df = fitted.fit.df_resid() as f64;
        let t = |statistic: f64, p: f64| Outcome::Computed {
            symbol: "t",
            statistic,
            distribution: NullDistribution::StudentT(df),
            p: PValue::Exact(p),
        };
        let coefficients = fitted.fit.tidy().split_off(design.terms().len());
        let path = path::of(design, before, &fitted, &changes);
        let mut outcomes = vec![("F", joint.outcome)];
        outcomes.extend(
            changes
                .iter()
                .zip(&coefficients)
                .map(|(change, coefficient)| (change.word(), t(coefficient.statistic, coefficient.p_value))),
        );
        // A pulse, or one period, adds up to itself.
        if let (Some(last), true) = (path.last(), path.len() > 1) {
            let statistic = last.cumulative.estimate / last.cumulative.std_error;
            let p = NullDistribution::StudentT(df).p_value(statistic).unwrap_or(f64::NAN);
            outcomes.push(("cumulative", t(statistic, p)));
        }
        let settings = question.settings(&fitted, &changes);
        let mut result = Self {
            outcome: question.base.outcome.name().to_owned(),
            date,
            changes,
            rows: [before, design.nobs() - before],
            coefficients,
            path,
            reports: Vec::new(),
            notes,
            fitted: Some(fitted),
        };
        result.reports = outcomes
            .into_iter()
            .map(|(name, found)| result.reported(name, found, design.sample(), &settings))
            .collect();
        Ok(result)
    }

    pub(super) fn not_identified(question: &Interruption<'_>, changes: Vec<Change>, because: String) -> Self {
        let sample = question.base.outcome.sample();
        let mut result = Self {
            outcome: question.base.outcome.name().to_owned(),
            date: question.base.date,
            changes,
            fitted: None,
            rows: [0, 0],
            coefficients: Vec::new(),
            path: Vec::new(),
            reports: Vec::new(),
            notes: Vec::new(),
        };
        let settings = [Setting::new("event", result.date.to_string(), "user")];
        result.reports = vec![result.reported("F", Outcome::NotApplicable { because }, sample, &settings)];
        result
    }

    fn reported(&self, convention: &'static str, outcome: Outcome, sample: Sample, settings: &[Setting]) -> TestReport {
        let [null, alternative] = words::hypotheses(self, convention);
        TestReport {
            test: "interrupted-time-series",
            convention,
            null,
            alternative,
            outcome,
            critical_values: Vec::new(),
            sample,
            settings: settings.to_vec(),
            notes: self.notes.clone(),
        }
    }

    /// The series that may have been interrupted.
    pub fn outcome(&self) -> &str {
        &self.outcome
    }

    /// The date.
    pub fn date(&self) -> BreakDate {
        self.date
    }

    /// The coefficient of a change; `None` if it was not asked for or is not identified.
    pub fn coefficient(&self, change: Change) -> Option<&Coefficient> {
        let at = self.changes.iter().position(|one| *one == change)?;
        self.coefficients.get(at)
    }

    /// The regression with the changes in it, of the transformed rows for AR(1) errors; `None` if it is not identified.
    pub fn fit(&self) -> Option<&Fit> {
        Some(&self.fitted.as_ref()?.fit)
    }

    /// ρ of AR(1) errors, or the first autocorrelation of the residuals of least squares; `None` if nothing is identified.
    pub fn autocorrelation(&self) -> Option<f64> {
        Some(self.fitted.as_ref()?.autocorrelation)
    }

    /// The periods from the event on, with intervals of 95 %; empty if nothing is identified. Of a pulse alone, its own period.
    pub fn path(&self) -> &[EffectRow] {
        &self.path
    }

    /// The same with intervals of this coverage.
    ///
    /// # Errors
    /// If the coverage is not strictly between 0 and 1.
    pub fn path_at(&self, coverage: f64) -> Result<Vec<EffectRow>, Error> {
        check_share("coverage", coverage, "0.95")?;
        let df = self.fit().map_or(1, Fit::df_resid);
        Ok(self.path.iter().map(|row| row.widened(coverage, df)).collect())
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// `F` of all changes, each change by its name, and `cumulative`: the sum of all effects to the last period.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// What was found at this level, and what it rests on.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_share("level", level, "0.05")?;
        Ok(words::verdict(self, level))
    }

    /// The tests; the coefficients; the path with intervals of this coverage.
    ///
    /// # Errors
    /// If the coverage is not strictly between 0 and 1.
    pub fn tables_at(&self, coverage: f64) -> Result<Vec<Table>, Error> {
        let path = self.path_at(coverage)?;
        let tests = test_table(&self.reports);
        if path.is_empty() {
            return Ok(vec![tests]);
        }
        Ok(vec![tests, self.coefficients_table(), self.path_table(&path, coverage)])
    }

    /// The same with intervals of 95 %.
    pub fn tables(&self) -> Vec<Table> {
        let tests = test_table(&self.reports);
        if self.path.is_empty() {
            return vec![tests];
        }
        vec![tests, self.coefficients_table(), self.path_table(&self.path, 0.95)]
    }

    fn coefficients_table(&self) -> Table {
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let title = format!("`{}`: changes at {}", self.outcome, self.date);
        let mut table = Table::new("interrupted-time-series", title)
            .column(Column::text("change", "Change"))
            .column(Column::text("term", "Term"))
            .column(Column::number("estimate", "Estimate"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("statistic", "t"))
            .column(Column::number("p_value", "p-value"))
            .column(Column::number("conf_low", "From"))
            .column(Column::number("conf_high", "To"));
        for (change, row) in self.changes.iter().zip(&self.coefficients) {
            table.push_row([
                Cell::text(change.word()),
                Cell::text(&row.term),
                number(row.estimate),
                number(row.std_error),
                Cell::number(row.statistic, NumberFormat::Decimals(2)),
                Cell::p_value(row.p_value),
                number(row.conf_low),
                number(row.conf_high),
            ]);
        }
        let [before, after] = self.rows;
        let persistence = self.fitted.as_ref().map(Fitted::persistence).unwrap_or_default();
        table
            .with_even_decimals()
            .note(format!("{before} rows before, {after} from the date on; {persistence}. Intervals of 95 %."))
    }

    fn path_table(&self, path: &[EffectRow], coverage: f64) -> Table {
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let title = format!("`{}` with and without the change at {}", self.outcome, self.date);
        let mut table = Table::new("counterfactual", title)
            .column(Column::text("period", "Period"))
            .column(Column::number("observed", "Observed"));
        for (name, header) in [("counterfactual", "Without"), ("effect", "Effect"), ("cumulative", "Added up")] {
            table = table.column(Column::number(name, header));
            table = table.column(Column::machine_only(format!("{name}_se")));
            table = table.column(Column::number(format!("{name}_low"), "From"));
            table = table.column(Column::number(format!("{name}_high"), "To"));
        }
        for row in path {
            let mut cells = vec![Cell::text(row.period.to_string()), number(row.observed)];
            for band in [row.counterfactual, row.effect, row.cumulative] {
                cells.extend([band.estimate, band.std_error, band.conf_low, band.conf_high].map(number));
            }
            table.push_row(cells);
        }
        let percent = words::percent(coverage);
        table.with_even_decimals().note(format!(
            "Intervals of {percent}, each for itself: of the mean path without the change, not of single observations."
        ))
    }
}

/// The headline: F that nothing changed.
impl HypothesisTest for InterruptionResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(InterruptionResult => tables);
