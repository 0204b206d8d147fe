//! Both directions.

use super::direction::VecmDirection;
use super::words;
use crate::causality::check_constructed;
use crate::hypothesis::test_table;
use crate::table::{Cell, Column, Table, shows_itself};
use crate::vecm::ErrorCorrectionModel;
use crate::{Error, ErrorKind, Outcome, TestReport};

/// The tests of both directions between two series of a model.
#[derive(Debug, Clone, PartialEq)]
pub struct VecmCausality {
    forward: VecmDirection,
    backward: VecmDirection,
    rank: usize,
}

impl ErrorCorrectionModel {
    /// Tests that `cause` causes `effect`, and the other way round, given the other series of the model.
    ///
    /// # Errors
    /// If a name is unknown, both are one, or a series is constructed data and the user did not insist.
    pub fn causality(&self, cause: &str, effect: &str) -> Result<VecmCausality, Error> {
        if cause == effect {
            return Err(Error::new(ErrorKind::Argument, format!("cause and effect are both `{cause}`"))
                .remedy("name two different series"));
        }
        let notes = check_constructed(&self.data, self.accept_constructed)?;
        Ok(VecmCausality {
            forward: VecmDirection::of(self, cause, effect, &notes)?,
            backward: VecmDirection::of(self, effect, cause, &notes)?,
            rank: self.rank(),
        })
    }
}

impl VecmCausality {
    /// From cause to effect.
    pub fn forward(&self) -> &VecmDirection {
        &self.forward
    }

    /// From effect to cause.
    pub fn backward(&self) -> &VecmDirection {
        &self.backward
    }

    /// Every test of both directions.
    pub fn reports(&self) -> impl Iterator<Item = &TestReport> {
        self.forward.reports().chain(self.backward.reports())
    }

    /// Both directions in words at this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a level of {level} is not between 0 and 1"))
                .remedy("0.05 is the usual one"));
        }
        Ok(words::verdict(&self.forward, &self.backward, self.rank, level))
    }

    /// Every test under every convention, a row each.
    pub fn table(&self) -> Table {
        let reports: Vec<TestReport> = self.reports().cloned().collect();
        test_table(&reports)
    }

    /// A row for each question and direction, by F.
    pub fn overview(&self) -> Table {
        overview(std::slice::from_ref(self))
    }
}

shows_itself!(VecmCausality => table);

/// A row for each direction of each pair, by F: short run, long run, both, levels.
pub(in crate::vecm) fn overview(pairs: &[VecmCausality]) -> Table {
    let mut table = Table::new("vecm-causality", "Causality in the error-correction model")
        .column(Column::text("direction", "Direction"))
        .column(Column::text("question", "Question"))
        .column(Column::text("statistic", "F"))
        .column(Column::number("value", "Value"))
        .column(Column::number("p_value", "p-value"));
    for direction in pairs.iter().flat_map(|pair| [&pair.forward, &pair.backward]) {
        let arrow = format!("{} → {}", direction.cause(), direction.effect());
        let asked = [
            ("short run: lagged changes of the cause", direction.short_run()),
            ("long run: loadings of the effect", direction.long_run()),
            ("joint: both", direction.joint()),
            ("levels: every lag of the cause", direction.granger()),
        ];
        for (i, (question, reports)) in asked.into_iter().enumerate() {
            let first = if i == 0 { Cell::text(arrow.clone()) } else { Cell::ditto(arrow.clone()) };
            let Some(report) = reports.first() else { continue };
            table.push_row(match &report.outcome {
                Outcome::Computed { statistic, distribution, p, .. } => [
                    first,
                    Cell::text(question),
                    Cell::text(distribution.to_string()),
                    Cell::number(*statistic, crate::table::NumberFormat::Decimals(3)),
                    Cell::from(*p),
                ],
                Outcome::NotApplicable { because } => [
                    first,
                    Cell::text(question),
                    Cell::Empty,
                    Cell::not_available(because.clone()),
                    Cell::not_available(because.clone()),
                ],
            });
        }
    }
    table.note(
        "Null hypotheses: all of these coefficients are zero in the effect's equation, the relations taken as known.",
    )
}
