//! Both directions: units, their mean, and what it is compared with.

use super::bootstrap::{Draws, World};
use super::dependence::CrossDependence;
use super::law::Standard;
use super::null_model::NullUnit;
use super::unit::{Unit, UnitTest, Way};
use super::{report, words};
use crate::hypothesis::{reports_itself, test_table};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Note, TestReport};

/// Whether one series helps to predict another in at least one unit.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelTest {
    pub(super) cause: String,
    pub(super) effect: String,
    pub(super) kind: String,
    pub(super) lags: usize,
    pub(super) units: Vec<UnitTest>,
    pub(super) wbar: Option<f64>,
    pub(super) dependence: Option<CrossDependence>,
    pub(super) draws: Vec<f64>,
    pub(super) reports: Vec<TestReport>,
}

impl PanelTest {
    /// The column that may help to predict.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// The column that is predicted.
    pub fn effect(&self) -> &str {
        &self.effect
    }

    /// K.
    pub fn lags(&self) -> usize {
        self.lags
    }

    /// Every unit by itself, in the panel's order.
    pub fn units(&self) -> &[UnitTest] {
        &self.units
    }

    /// W̄, the mean of the units' statistics; none if a unit has none.
    pub fn wbar(&self) -> Option<f64> {
        self.wbar
    }

    /// Whether the units' residuals without the cause move together; none for one unit, or where W̄ is not identified.
    pub fn cross_dependence(&self) -> Option<CrossDependence> {
        self.dependence
    }

    /// W̄ of the drawn samples, ascending; infinite where a sample has none.
    pub fn draws(&self) -> &[f64] {
        &self.draws
    }

    /// Every convention; the first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// The statistic of one convention, if it was computed.
    pub fn statistic(&self, convention: &str) -> Option<f64> {
        self.convention(convention)?.statistic()
    }

    /// The p-value of one convention, if it was computed.
    pub fn p_value(&self, convention: &str) -> Option<f64> {
        Some(self.convention(convention)?.p()?.value())
    }

    /// The report of one convention.
    pub fn convention(&self, name: &str) -> Option<&TestReport> {
        self.reports.iter().find(|report| report.convention == name)
    }

    /// Every convention, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }
}

reports_itself!(PanelTest);

/// What one direction is asked.
pub(super) struct Question<'a> {
    pub lags: usize,
    pub chosen_by: String,
    pub draws: Option<Draws>,
    /// What every report must say of the series.
    pub notes: &'a [Note],
    pub kind: &'a str,
}

/// Tests one direction.
pub(super) fn direction(units: &[Unit], way: Way, question: Question<'_>) -> Result<PanelTest, Error> {
    let lags = question.lags;
    let tests = units.iter().map(|unit| unit.test(way, lags)).collect::<Result<Vec<_>, _>>()?;
    let walds: Option<Vec<f64>> = tests.iter().map(|test| test.wald).collect();
    let wbar = walds.map(|walds| walds.iter().sum::<f64>() / walds.len() as f64);
    let [cause, effect] = [way.cause, way.effect]
        .map(|number| units.first().map_or(String::new(), |unit| unit.series[number].name().to_owned()));
    let mut test = PanelTest {
        cause,
        effect,
        kind: question.kind.to_owned(),
        lags,
        units: tests,
        wbar,
        dependence: None,
        draws: Vec::new(),
        reports: Vec::new(),
    };
    let mut common = None;
    let standard = wbar.map(|_| Standard::of(lags, &test.units.iter().map(|unit| unit.df_den).collect::<Vec<_>>()));
    if wbar.is_some() {
        let null = NullUnit::all(units, way, lags);
        test.dependence = CrossDependence::of(&null);
        if let Some(draws) = question.draws {
            let world = World::of(null, lags);
            common = Some(world.as_ref().map_or_else(|dates| *dates, World::common));
            if let Ok(world) = world {
                if draws.block == 0 || draws.block > world.common() {
                    return Err(Error::new(
                        ErrorKind::Argument,
                        format!("blocks of {} rows out of {} dates", draws.block, world.common()),
                    )
                    .remedy(format!("give 1 to {}; much fewer than there are dates", world.common())));
                }
                test.draws = world.law(draws);
            }
        }
    }
    test.reports = report::reports(&test, standard.as_ref(), &question, common);
    Ok(test)
}

/// Both directions: the one asked for, then the other.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelResult {
    tests: [PanelTest; 2],
}

impl PanelResult {
    pub(super) fn new(tests: [PanelTest; 2]) -> Self {
        Self { tests }
    }

    /// Both directions.
    pub fn tests(&self) -> &[PanelTest] {
        &self.tests
    }

    /// The direction asked for.
    pub fn forward(&self) -> &PanelTest {
        &self.tests[0]
    }

    /// The other direction.
    pub fn backward(&self) -> &PanelTest {
        &self.tests[1]
    }

    /// Every convention of both.
    pub fn reports(&self) -> Vec<TestReport> {
        self.tests.iter().flat_map(|test| test.reports.iter().cloned()).collect()
    }

    /// What the tests come to at this level, in words, with what cannot be concluded.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        super::super::words::check_level(level)?;
        Ok(words::verdict(self, level))
    }

    /// Every convention of both directions, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports())
    }

    /// Every unit by itself: both directions side by side.
    pub fn units(&self) -> Table {
        let heading = |test: &PanelTest| format!("{} → {}", test.cause, test.effect);
        let mut table = Table::new("units", "Each unit by itself")
            .column(Column::text("unit", &self.tests[0].kind))
            .column(Column::number("periods", "T"))
            .column(Column::machine_only("sample_forward"))
            .column(Column::machine_only("sample_backward"));
        for (test, way) in self.tests.iter().zip(["forward", "backward"]) {
            table = table
                .column(Column::number(format!("wald_{way}"), format!("W, {}", heading(test))))
                .column(Column::number(format!("p_f_{way}"), "p (F)"))
                .column(Column::number(format!("p_chi2_{way}"), "p (χ²)"));
        }
        for (there, back) in self.tests[0].units.iter().zip(&self.tests[1].units) {
            let cells = [there, back].into_iter().flat_map(|unit| {
                let because = unit.because.clone().unwrap_or_default();
                let none = || Cell::not_available(because.clone());
                [
                    unit.wald.map_or_else(none, |wald| Cell::number(wald, NumberFormat::Decimals(3))),
                    unit.p_f.map_or_else(none, Cell::p_value),
                    unit.p_chi2.map_or_else(none, Cell::p_value),
                ]
            });
            let [first, second] = [there, back].map(|unit| Cell::text(unit.sample.to_string()));
            let cells: Vec<Cell> =
                [Cell::text(&there.unit), Cell::count(there.periods), first, second].into_iter().chain(cells).collect();
            table.push_row(cells);
        }
        table
    }

    /// The test, then the units.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.table(), self.units()]
    }

    /// One unit in both directions.
    ///
    /// # Errors
    /// If there is no such unit.
    pub fn unit(&self, unit: &str) -> Result<[&UnitTest; 2], Error> {
        let place = self.tests[0].units.iter().position(|one| one.unit == unit).ok_or_else(|| {
            Error::unknown_name("unit", unit, self.tests[0].units.iter().map(|one| one.unit.as_str()))
        })?;
        Ok(self.tests.each_ref().map(|test| &test.units[place]))
    }
}

shows_itself!(PanelResult => tables);
