//! What monitoring has come to by now.

use super::{MonitorTest, Monitoring};
use crate::breaks::level_in_words;
use crate::hypothesis::{CriticalValue, Setting};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{HypothesisTest, Note, Outcome, TestReport};

/// Below this number of rows in the history the report says what that does.
const SMALL: usize = 20;

impl HypothesisTest for Monitoring {
    /// The smallest level at which a change would have been seen by now.
    fn report(&self) -> TestReport {
        let response = self.history.response();
        let (null, alternative) = match self.history.terms() {
            [one] => (
                format!(
                    "the coefficient of {one} in the equation of `{response}` is that of the history in all new rows"
                ),
                "it is another from some new row on".to_owned(),
            ),
            terms => (
                format!("the {} coefficients of `{response}` are those of the history in all new rows", terms.len()),
                "they are others from some new row on".to_owned(),
            ),
        };
        let outcome = match (self.points.is_empty(), self.boundary.p_value(self.farthest)) {
            (true, _) => Outcome::NotApplicable { because: "not identified: no new row has come yet".into() },
            (false, Some(p)) => Outcome::Computed {
                symbol: if self.test.is_moving() { "c" } else { "a" },
                statistic: self.farthest,
                distribution: self.boundary.named(),
                p,
            },
            (false, None) => Outcome::NotApplicable { because: "the statistic is not a number".into() },
        };
        let mut settings = vec![
            Setting::new("history", self.history.sample().to_string(), "user"),
            Setting::new("new rows", self.points.len().to_string(), ""),
            Setting::or_default("level", self.level(), 0.05),
        ];
        if let Some((window, period)) = self.boundary.table {
            settings.push(Setting::or_default("window", window, 1.0));
            settings.push(Setting::new("rows in a window", self.held.to_string(), "window"));
            settings.push(Setting::or_default("period", period, 10));
        }
        let mut notes = self.history.notes().to_vec();
        notes.push(Note::new("the history is taken to be stable, which is not tested here"));
        let n = self.history.nobs();
        if n < SMALL {
            notes.push(Note::new(format!(
                "the history has only {n} rows: of a mean with 12 and normal errors, watched to row 36, a nominal 5 % called a change in \
                 4.0 % of samples without one by sums and recursive estimates, 6.6 % by windows (1000 draws)"
            )));
        }
        TestReport {
            test: self.test.name(),
            convention: "",
            null,
            alternative,
            critical_values: CriticalValue::at_levels(&[0.01, 0.05, 0.10], |level| self.boundary.critical_value(level)),
            outcome,
            sample: self.watched().unwrap_or(self.history.sample()),
            settings,
            notes,
        }
    }
}

impl Monitoring {
    /// The report as a table.
    pub fn table(&self) -> Table {
        crate::hypothesis::test_table(&[self.report()])
    }

    /// What has been seen by now, in a sentence or two.
    pub fn in_words(&self) -> String {
        let (percent, history) = (level_in_words(self.level()), self.history.sample());
        let Some(watched) = self.watched() else {
            return format!("The history is {history}; no new row has come yet.");
        };
        let report = self.report();
        let Some(detection) = self.detection() else {
            return format!(
                "At {percent} no change since {} is seen up to {}: {} stays within its boundary.",
                history.last, watched.last, self.test
            );
        };
        let p = report.p().map(|p| format!(" ({p})")).unwrap_or_default();
        let mut words = format!(
            "At {percent} a change since {} is seen with {}{p}: {} is within its boundary up to {}. The change came before it was \
             seen.",
            history.last, detection.first_after, self.test, detection.last_before
        );
        if self.test == MonitorTest::OlsMosum || self.test == MonitorTest::MovingEstimates {
            words += &format!(" A window holds {} rows.", self.held);
        }
        words
    }

    /// A row for each new row: the process, its boundary, and its components if it has several.
    pub fn path_table(&self) -> Table {
        let mut table = Table::new(format!("{}-path", self.test.name()), self.test.to_string())
            .column(Column::text("last", "Last row"))
            .column(Column::number("value", "Process"))
            .column(Column::number("lower", "Lower"))
            .column(Column::number("upper", "Upper"));
        let components = self.components();
        for (name, _) in &components {
            table = table.column(Column::number(*name, *name));
        }
        for (row, point) in self.points.iter().enumerate() {
            let parts = components.iter().map(|(_, values)| values[row]);
            let numbers = [point.value, -point.boundary, point.boundary].into_iter().chain(parts);
            let cells = numbers.map(|value| Cell::number(value, NumberFormat::Decimals(4)));
            table.push_row(std::iter::once(Cell::text(point.last.to_string())).chain(cells));
        }
        table.note(format!("Boundaries of {}; history {}.", level_in_words(self.level()), self.history.sample()))
    }
}

shows_itself!(Monitoring => table);
