//! What came of the projections.

use serde::Serialize;

use super::builder::Followed;
use crate::dist::student_t;
use crate::hypothesis::Setting;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Note, Sample};

/// Which periods a response speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Regime {
    /// All.
    All,
    /// Shocks in the state.
    Within,
    /// Shocks out of it.
    Outside,
    /// The first less the second.
    Difference,
}

/// The numbers of a response.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimated {
    /// The response.
    pub estimate: f64,
    /// Its standard error; zero where it is fixed by the order of the series.
    pub std_error: f64,
    /// Rows less coefficients.
    pub df_resid: usize,
    /// For a multiplier, the square of the first stage's t statistic under the same covariance: below 10 the shock says
    /// little of its own series.
    pub first_stage: Option<f64>,
}

/// The response at one horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Periods after the shock.
    pub horizon: usize,
    /// The periods it speaks of.
    pub regime: Regime,
    /// The periods of the shocks; `None` where nothing was estimated.
    pub sample: Option<Sample>,
    /// The numbers, or why there are none.
    pub estimate: Result<Estimated, String>,
}

/// A response in one line, for a machine.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProjectionRow {
    /// The series shocked.
    pub impulse: String,
    /// The series that responds.
    pub response: String,
    /// Periods after the shock.
    pub horizon: usize,
    /// The periods it speaks of.
    pub regime: Regime,
    /// The response; `None` where it is not identified.
    pub estimate: Option<f64>,
    /// Its standard error.
    pub std_error: Option<f64>,
    /// Their ratio; `None` where the response is fixed.
    pub statistic: Option<f64>,
    /// Two-sided, from t with the residual degrees of freedom.
    pub p_value: Option<f64>,
    /// The lower end of the interval.
    pub conf_low: Option<f64>,
    /// The upper end.
    pub conf_high: Option<f64>,
    /// Rows less coefficients.
    pub df_resid: Option<usize>,
    /// The square of the first stage's t statistic, of a multiplier.
    pub first_stage: Option<f64>,
    /// The periods of the shocks.
    pub sample: Option<Sample>,
    /// Why there is no number, if so.
    pub because: Option<String>,
}

/// The responses of one series to a shock, horizon by horizon.
#[derive(Debug, Clone)]
pub struct LocalProjections {
    pub(super) shock: String,
    pub(super) response: String,
    pub(super) unit: f64,
    pub(super) followed: Followed,
    pub(super) settings: Vec<Setting>,
    pub(super) state: Option<String>,
    /// What must be said of the series.
    pub(super) notes: Vec<Note>,
    pub(super) rows: Vec<Projection>,
}

impl LocalProjections {
    /// The series shocked.
    pub fn shock(&self) -> &str {
        &self.shock
    }

    /// The series followed.
    pub fn response(&self) -> &str {
        &self.response
    }

    /// What a reader must know of the series: that one is constructed or seasonally adjusted.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The size of the shock: 1, or the standard deviation asked for.
    pub fn unit(&self) -> f64 {
        self.unit
    }

    /// What the estimates depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// Every horizon; by state, each with the state, without it, and their difference.
    pub fn projections(&self) -> &[Projection] {
        &self.rows
    }

    /// The response at a horizon in a regime, if it is identified.
    pub fn at(&self, horizon: usize, regime: Regime) -> Option<&Estimated> {
        let row = self.rows.iter().find(|row| row.horizon == horizon && row.regime == regime)?;
        row.estimate.as_ref().ok()
    }

    /// A line for each horizon and regime, with intervals that each cover `level` of the time, 0.95 for instance.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn tidy(&self, level: f64) -> Result<Vec<ProjectionRow>, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a coverage of {level} is not between 0 and 1"))
                .remedy("0.95 is the usual one"));
        }
        Ok(self.rows.iter().map(|row| self.line(row, level)).collect())
    }

    fn line(&self, row: &Projection, level: f64) -> ProjectionRow {
        let found = row.estimate.as_ref().ok();
        let uncertain = found.filter(|one| one.std_error > 0.0);
        let width = uncertain.map(|one| one.std_error * student_t::isf((1.0 - level) / 2.0, one.df_resid as f64));
        let statistic = uncertain.map(|one| one.estimate / one.std_error);
        ProjectionRow {
            impulse: self.shock.clone(),
            response: self.response.clone(),
            horizon: row.horizon,
            regime: row.regime,
            estimate: found.map(|one| one.estimate),
            std_error: found.map(|one| one.std_error),
            statistic,
            p_value: uncertain
                .zip(statistic)
                .map(|(one, statistic)| student_t::two_sided(statistic, one.df_resid as f64)),
            conf_low: found.map(|one| one.estimate - width.unwrap_or(0.0)),
            conf_high: found.map(|one| one.estimate + width.unwrap_or(0.0)),
            df_resid: found.map(|one| one.df_resid),
            first_stage: found.and_then(|one| one.first_stage),
            sample: row.sample,
            because: row.estimate.as_ref().err().cloned(),
        }
    }

    /// A row for each horizon and regime, with intervals of this level.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn table_at(&self, level: f64) -> Result<Table, Error> {
        Ok(self.tabulate(&self.tidy(level)?, level))
    }

    /// A row for each horizon and regime, with intervals of 95 %.
    pub fn table(&self) -> Table {
        let lines: Vec<ProjectionRow> = self.rows.iter().map(|row| self.line(row, 0.95)).collect();
        self.tabulate(&lines, 0.95)
    }

    fn title(&self) -> String {
        let (shock, response) = (&self.shock, &self.response);
        match self.followed {
            Followed::Level => format!("Response of {response} to {shock}, by local projections"),
            Followed::Sum => format!("Cumulative response of {response} to {shock}, by local projections"),
            Followed::Multiplier => format!("Multiplier of {shock} on {response}, by local projections"),
        }
    }

    fn tabulate(&self, lines: &[ProjectionRow], level: f64) -> Table {
        const ESTIMATE: NumberFormat = NumberFormat::Significant(4);
        let mut table = Table::new("local-projection", self.title()).column(Column::number("horizon", "h"));
        if self.state.is_some() {
            table = table.column(Column::text("regime", "State"));
        }
        let multiplier = self.followed == Followed::Multiplier;
        table = table
            .column(Column::number("estimate", if multiplier { "Multiplier" } else { "Response" }))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("p_value", "p-value"))
            .column(Column::number("conf_low", "From"))
            .column(Column::number("conf_high", "To"))
            .column(Column::number("df_resid", "df"));
        if multiplier {
            table = table.column(Column::number("first_stage", "First stage F"));
        }
        table = table.column(Column::number("nobs", "n")).column(Column::text("last", "Last shock"));
        for line in lines {
            let number = |value: Option<f64>| match (value, &line.because) {
                (Some(value), _) => Cell::number(value, ESTIMATE),
                (None, Some(because)) => Cell::not_available(because.clone()),
                (None, None) => Cell::Empty,
            };
            let mut row = vec![Cell::count(line.horizon)];
            if let Some(state) = &self.state {
                row.push(Cell::text(match line.regime {
                    Regime::All => "all".to_owned(),
                    Regime::Within => state.clone(),
                    Regime::Outside => format!("not {state}"),
                    Regime::Difference => "difference".to_owned(),
                }));
            }
            let optional = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::number(value, ESTIMATE));
            row.extend([number(line.estimate), optional(line.std_error)]);
            row.push(line.p_value.map_or(Cell::Empty, Cell::p_value));
            row.extend([optional(line.conf_low), optional(line.conf_high)]);
            row.push(line.df_resid.map_or(Cell::Empty, Cell::count));
            if multiplier {
                row.push(optional(line.first_stage));
            }
            row.push(line.sample.map_or(Cell::Empty, |sample| Cell::count(sample.n)));
            row.push(line.sample.map_or(Cell::Empty, |sample| Cell::text(sample.last.to_string())));
            table.push_row(row);
        }
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        let shock = if self.unit == 1.0 {
            "one unit".to_owned()
        } else {
            format!("one standard deviation, {}", ESTIMATE.format(self.unit))
        };
        let percent = NumberFormat::Decimals(0).format(100.0 * level);
        table = table
            .note(format!("Shock: {shock} of {}. Intervals of {percent} %, each for itself, from t.", self.shock))
            .note(format!("Settings: {}.", settings.join(", ")));
        if let Some(sample) = lines.iter().find_map(|line| line.sample) {
            table = table.note(format!("Shocks from {} on; n counts them.", sample.first));
        }
        self.notes.iter().fold(table.with_even_decimals(), |table, note| table.note(note.text()))
    }
}

shows_itself!(LocalProjections => table);
