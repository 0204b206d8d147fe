//! What came of it: the window, the tests, the words.

use serde::Serialize;

use super::{EventStudy, Fitted, ONE_ROW};
use crate::breaks::BreakDate;
use crate::dist::student_t;
use crate::event::base::check_share;
use crate::event::interrupted::words::{in_brackets, percent};
use crate::hypothesis::{Setting, test_table};
use crate::regression::{Fit, Restriction};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Design, Error, HypothesisTest, Note, Outcome, Sample, Stamp, TestReport};

/// One period of the window.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StudyRow {
    /// Periods after the date's own; negative before.
    pub horizon: i64,
    /// The period.
    pub period: Stamp,
    /// What it lies above the path of the other periods.
    pub estimate: f64,
    /// Its standard error.
    pub std_error: f64,
    /// Their ratio.
    pub statistic: f64,
    /// Two-sided, from t(n − k).
    pub p_value: f64,
    /// The lower end of the interval.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
}

/// The periods around an event.
#[derive(Debug, Clone)]
pub struct EventStudyResult {
    outcome: String,
    date: BreakDate,
    fit: Option<Fit>,
    persistence: String,
    autocorrelation: Option<f64>,
    rows: Vec<StudyRow>,
    /// Of the lags, then of the leads if there are any.
    reports: Vec<TestReport>,
    notes: Vec<Note>,
}

impl EventStudyResult {
    pub(super) fn of(
        question: &EventStudy<'_>,
        (design, before): (&Design, usize),
        fitted: &Fitted,
        names: &[String],
        notes: Vec<Note>,
    ) -> Result<Self, Error> {
        let (leads, lags) = names.split_at(question.leads);
        let tested = |terms: &[String]| -> Result<Outcome, Error> {
            let [f, _] = fitted.fit.wald(&Restriction::zero(terms.iter().cloned()))?.reports();
            Ok(f.outcome)
        };
        let coefficients = fitted.fit.tidy().split_off(design.terms().len());
        let stamps = &design.stamps()[before - question.leads..];
        let rows = question.horizons().zip(stamps).zip(coefficients).map(|((horizon, period), row)| StudyRow {
            horizon,
            period: *period,
            estimate: row.estimate,
            std_error: row.std_error,
            statistic: row.statistic,
            p_value: row.p_value,
            conf_low: row.conf_low,
            conf_high: row.conf_high,
        });
        let mut settings = question.base.settings(fitted, ONE_ROW);
        settings.insert(1, question.window());
        let mut result = Self {
            outcome: question.base.outcome.name().to_owned(),
            date: question.base.date,
            persistence: fitted.persistence(),
            autocorrelation: Some(fitted.autocorrelation),
            rows: rows.collect(),
            fit: Some(fitted.fit.clone()),
            reports: Vec::new(),
            notes,
        };
        result.reports.push(result.reported("lags", tested(lags)?, design.sample(), &settings));
        if !leads.is_empty() {
            result.reports.push(result.reported("leads", tested(leads)?, design.sample(), &settings));
        }
        Ok(result)
    }

    pub(super) fn not_identified(question: &EventStudy<'_>, because: String) -> Self {
        let mut result = Self {
            outcome: question.base.outcome.name().to_owned(),
            date: question.base.date,
            fit: None,
            persistence: String::new(),
            autocorrelation: None,
            rows: Vec::new(),
            reports: Vec::new(),
            notes: Vec::new(),
        };
        let settings = [Setting::new("event", result.date.to_string(), "user"), question.window()];
        let sample = question.base.outcome.sample();
        for convention in ["lags", "leads"].into_iter().take(1 + usize::from(question.leads > 0)) {
            let refused = Outcome::NotApplicable { because: because.clone() };
            result.reports.push(result.reported(convention, refused, sample, &settings));
        }
        result
    }

    fn reported(&self, convention: &'static str, outcome: Outcome, sample: Sample, settings: &[Setting]) -> TestReport {
        let (name, date) = (&self.outcome, self.date);
        let when = match (convention, self.rows.first(), self.rows.last()) {
            ("leads", Some(first), _) => format!("from {} to {}", first.period, date.last_before),
            ("leads", ..) => format!("just before {}", date.first_after),
            (_, _, Some(last)) => format!("from {} to {}", date.first_after, last.period),
            _ => format!("from {} on", date.first_after),
        };
        TestReport {
            test: "event-study",
            convention,
            null: format!("{when} {name} lay where the other periods put it"),
            alternative: format!("{when} {name} lay elsewhere"),
            outcome,
            critical_values: Vec::new(),
            sample,
            settings: settings.to_vec(),
            notes: self.notes.clone(),
        }
    }

    /// The periods of the window in order of time; empty if they are not identified.
    pub fn rows(&self) -> &[StudyRow] {
        &self.rows
    }

    /// The same with intervals of this coverage.
    ///
    /// # Errors
    /// If the coverage is not strictly between 0 and 1.
    pub fn rows_at(&self, coverage: f64) -> Result<Vec<StudyRow>, Error> {
        check_share("coverage", coverage, "0.95")?;
        let df = self.fit.as_ref().map_or(1, Fit::df_resid) as f64;
        let critical = student_t::isf((1.0 - coverage) / 2.0, df);
        Ok(self
            .rows
            .iter()
            .map(|row| {
                let half = critical * row.std_error;
                StudyRow { conf_low: row.estimate - half, conf_high: row.estimate + half, ..row.clone() }
            })
            .collect())
    }

    /// The regression, of the transformed rows for AR(1) errors; `None` if it is not identified.
    pub fn fit(&self) -> Option<&Fit> {
        self.fit.as_ref()
    }

    /// ρ of AR(1) errors, or the first autocorrelation of the residuals of least squares; `None` if nothing is identified.
    pub fn autocorrelation(&self) -> Option<f64> {
        self.autocorrelation
    }

    /// F of the date's own period and those after it.
    pub fn lags(&self) -> &TestReport {
        &self.reports[0]
    }

    /// F of the periods before; `None` if none was asked for.
    pub fn leads(&self) -> Option<&TestReport> {
        self.reports.get(1)
    }

    /// `lags`, and `leads` if there are any.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Whether something was there before, and after.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_share("level", level, "0.05")?;
        let (name, first) = (&self.outcome, self.date.first_after);
        let lags = self.lags();
        if lags.rejects(level).is_none() {
            return Ok(format!("Event study of {name} at {first}: {}.", in_brackets(&lags.outcome)));
        }
        let found = |report: &TestReport| {
            let verdict = if report.rejects(level) == Some(true) { "is supported" } else { "is not supported" };
            format!("{verdict} ({})", in_brackets(&report.outcome))
        };
        let mut words = format!(
            "At {}, {}: that {name} left its path from {first} on {}.",
            percent(level),
            lags.sample,
            found(lags)
        );
        if let Some(leads) = self.leads() {
            words += &format!(" That it had left it before {}.", found(leads));
            if leads.rejects(level) == Some(true) {
                words += " What was there before the event is not its effect, unless it was foreseen.";
            }
        }
        Ok(words)
    }

    /// The tests, then the window with intervals of this coverage.
    ///
    /// # Errors
    /// If the coverage is not strictly between 0 and 1.
    pub fn tables_at(&self, coverage: f64) -> Result<Vec<Table>, Error> {
        Ok(self.tabulate(&self.rows_at(coverage)?, coverage))
    }

    /// The same with intervals of 95 %.
    pub fn tables(&self) -> Vec<Table> {
        self.tabulate(&self.rows, 0.95)
    }

    fn tabulate(&self, rows: &[StudyRow], coverage: f64) -> Vec<Table> {
        let tests = test_table(&self.reports);
        if rows.is_empty() {
            return vec![tests];
        }
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let mut table = Table::new("event-study", format!("`{}` around {}", self.outcome, self.date))
            .column(Column::number("horizon", "h"))
            .column(Column::text("period", "Period"))
            .column(Column::number("estimate", "Off its path"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("statistic", "t"))
            .column(Column::number("p_value", "p-value"))
            .column(Column::number("conf_low", "From"))
            .column(Column::number("conf_high", "To"));
        for row in rows {
            table.push_row([
                Cell::number(row.horizon as f64, NumberFormat::Decimals(0)),
                Cell::text(row.period.to_string()),
                number(row.estimate),
                number(row.std_error),
                Cell::number(row.statistic, NumberFormat::Decimals(2)),
                Cell::p_value(row.p_value),
                number(row.conf_low),
                number(row.conf_high),
            ]);
        }
        let note = format!("Intervals of {}, each for itself; {}.", percent(coverage), self.persistence);
        vec![tests, table.with_even_decimals().note(note)]
    }
}

/// The headline: F from the date on.
impl HypothesisTest for EventStudyResult {
    fn report(&self) -> TestReport {
        self.reports[0].clone()
    }
}

shows_itself!(EventStudyResult => tables);
