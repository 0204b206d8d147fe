//! Responses with what the draws say of them.

use std::fmt;

use ndarray::Array2;

use super::super::impulse::Response;
use crate::hypothesis::Setting;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Note};

/// How an interval is made from draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Interval {
    /// Between quantiles of the draws (Efron).
    #[default]
    #[doc(alias = "efron")]
    Percentile,
    /// The estimate less the quantiles of what draws differ from it by (Hall).
    #[doc(alias = "basic")]
    Hall,
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Percentile => "percentile (Efron)",
            Self::Hall => "Hall",
        })
    }
}

/// Bootstrapped impulse responses.
#[derive(Debug, Clone)]
pub struct BootstrapResponses {
    pub(super) names: Vec<String>,
    pub(super) shocks: Vec<String>,
    /// The kind of shock in words.
    pub(super) shock: String,
    pub(super) cumulative: bool,
    /// By horizon, responding series and shock.
    pub(super) estimates: Vec<f64>,
    /// The draws of each response, the smallest first.
    pub(super) draws: Vec<f64>,
    pub(super) settings: Vec<Setting>,
    pub(super) notes: Vec<Note>,
}

/// From a row for each draw to the draws of each response, the smallest first.
pub(super) fn sorted_by_response(drawn: &[f64], width: usize) -> Vec<f64> {
    let count = drawn.len() / width;
    let mut draws = vec![0.0; drawn.len()];
    for (at, sorted) in draws.chunks_exact_mut(count).enumerate() {
        sorted.iter_mut().enumerate().for_each(|(draw, to)| *to = drawn[draw * width + at]);
        sorted.sort_by(f64::total_cmp);
    }
    draws
}

impl BootstrapResponses {
    /// The kind of shock in words.
    pub fn shock(&self) -> &str {
        &self.shock
    }

    /// Whether responses are added up from the shock on.
    pub fn is_cumulative(&self) -> bool {
        self.cumulative
    }

    /// How many draws there are.
    pub fn draws(&self) -> usize {
        self.draws.len() / self.estimates.len()
    }

    /// The last period after the shock.
    pub fn horizon(&self) -> usize {
        self.estimates.len() / self.names.len().pow(2) - 1
    }

    /// By horizon from 0: a row for each responding series, a column for each shock. Bias-corrected if the draws are.
    pub fn estimates(&self) -> Vec<Array2<f64>> {
        self.matrices(|at| self.estimates[at])
    }

    /// Their standard deviations over the draws.
    pub fn std_errors(&self) -> Vec<Array2<f64>> {
        self.matrices(|at| self.std_error(at))
    }

    /// What the draws depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// What a reader must know.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The response of a series to a shock.
    ///
    /// # Errors
    /// If a name or the horizon is not there.
    pub fn response(&self, impulse: &str, response: &str, horizon: usize) -> Result<f64, Error> {
        Ok(self.estimates[self.place(impulse, response, horizon)?])
    }

    /// Every draw of one response, the smallest first.
    ///
    /// # Errors
    /// If a name or the horizon is not there.
    pub fn drawn(&self, impulse: &str, response: &str, horizon: usize) -> Result<&[f64], Error> {
        Ok(self.sorted(self.place(impulse, response, horizon)?))
    }

    /// An interval that covers `level` of the time.
    ///
    /// # Errors
    /// If a name or the horizon is not there, the level is not strictly between 0 and 1, or there are too few draws for it.
    pub fn interval(
        &self,
        interval: Interval,
        level: f64,
        impulse: &str,
        response: &str,
        horizon: usize,
    ) -> Result<(f64, f64), Error> {
        self.check_level(level)?;
        Ok(self.bounds(interval, level, self.place(impulse, response, horizon)?))
    }

    /// A row for each shock, response and horizon, with intervals that each cover `level` of the time, 0.95 for instance.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1, or there are too few draws for it.
    pub fn tidy(&self, interval: Interval, level: f64) -> Result<Vec<Response>, Error> {
        self.check_level(level)?;
        let k = self.names.len();
        let mut rows = Vec::with_capacity(self.estimates.len());
        for (b, impulse) in self.shocks.iter().enumerate() {
            for (a, response) in self.names.iter().enumerate() {
                for horizon in 0..=self.horizon() {
                    let at = (horizon * k + a) * k + b;
                    let (conf_low, conf_high) = self.bounds(interval, level, at);
                    rows.push(Response {
                        impulse: impulse.clone(),
                        response: response.clone(),
                        horizon,
                        estimate: self.estimates[at],
                        std_error: self.std_error(at),
                        conf_low,
                        conf_high,
                    });
                }
            }
        }
        Ok(rows)
    }

    /// For each shock a table with a row for each horizon: the responses and their intervals.
    ///
    /// # Errors
    /// As [`tidy`](Self::tidy).
    pub fn tables_of(&self, interval: Interval, level: f64) -> Result<Vec<Table>, Error> {
        let rows = self.tidy(interval, level)?;
        let per_shock = self.names.len() * (self.horizon() + 1);
        let shocks = self.shocks.iter().zip(rows.chunks_exact(per_shock));
        Ok(shocks.map(|(shock, rows)| self.table_of(shock, rows, interval, level)).collect())
    }

    /// Percentile intervals of 95 %, or of as much as the draws are enough for.
    pub fn tables(&self) -> Vec<Table> {
        let most = 1.0 - 2.0 / (self.draws() + 1) as f64;
        // The level is one that `tables_of` takes, so nothing is left out.
        self.tables_of(Interval::Percentile, most.min(0.95)).unwrap_or_default()
    }

    fn table_of(&self, shock: &str, rows: &[Response], interval: Interval, level: f64) -> Table {
        const ESTIMATE: NumberFormat = NumberFormat::Significant(4);
        let title = if self.cumulative { "Cumulative impulse responses" } else { "Impulse responses" };
        let mut table = Table::new(format!("var-bootstrap-{shock}"), format!("{title} to a shock to {shock}"))
            .column(Column::number("horizon", "Horizon"));
        for response in &self.names {
            let column = |name: String, header: &str| Column::number(name, header).under(response.clone());
            table = table
                .column(column(response.clone(), "response"))
                .column(column(format!("{response}_conf_low"), "from"))
                .column(column(format!("{response}_conf_high"), "to"));
        }
        let horizons = self.horizon() + 1;
        for horizon in 0..horizons {
            let pairs = rows.iter().skip(horizon).step_by(horizons);
            let cells = pairs.flat_map(|row| [row.estimate, row.conf_low, row.conf_high]);
            let cells = cells.map(|value| Cell::number(value, ESTIMATE));
            table.push_row(std::iter::once(Cell::count(horizon)).chain(cells));
        }
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        let percent = 100.0 * level;
        let decimals = usize::from((percent - percent.round()).abs() > 1e-9);
        let percent = NumberFormat::Decimals(decimals).format(percent);
        table = table
            .note(format!("Shock: {}. Intervals: bootstrap, {interval}, each of {percent} %.", self.shock))
            .note(format!("Settings: {}.", settings.join(", ")));
        self.notes.iter().fold(table.with_even_decimals(), |table, note| table.note(note.text()))
    }

    fn matrices(&self, value: impl Fn(usize) -> f64) -> Vec<Array2<f64>> {
        let k = self.names.len();
        (0..=self.horizon()).map(|h| Array2::from_shape_fn((k, k), |(a, b)| value((h * k + a) * k + b))).collect()
    }

    fn place(&self, impulse: &str, response: &str, horizon: usize) -> Result<usize, Error> {
        let find = |what: &str, names: &[String], name: &str| {
            let place = names.iter().position(|known| known == name);
            place.ok_or_else(|| Error::unknown_name(what, name, names.iter().map(String::as_str)))
        };
        let (b, a) = (find("shock", &self.shocks, impulse)?, find("series", &self.names, response)?);
        if horizon > self.horizon() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("no response {horizon} periods after the shock: they end at {}", self.horizon()),
            )
            .remedy("ask the bootstrap for a longer horizon"));
        }
        Ok((horizon * self.names.len() + a) * self.names.len() + b)
    }

    fn sorted(&self, at: usize) -> &[f64] {
        &self.draws[at * self.draws()..(at + 1) * self.draws()]
    }

    fn std_error(&self, at: usize) -> f64 {
        let (draws, count) = (self.sorted(at), self.draws() as f64);
        let mean = draws.iter().sum::<f64>() / count;
        (draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt()
    }

    fn bounds(&self, interval: Interval, level: f64, at: usize) -> (f64, f64) {
        let tail = (1.0 - level) / 2.0;
        let (low, high) = (quantile(self.sorted(at), tail), quantile(self.sorted(at), 1.0 - tail));
        match interval {
            Interval::Percentile => (low, high),
            Interval::Hall => (2.0 * self.estimates[at] - high, 2.0 * self.estimates[at] - low),
        }
    }

    fn check_level(&self, level: f64) -> Result<(), Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a coverage of {level} is not between 0 and 1"))
                .remedy("0.95 is the usual one"));
        }
        let needed = (2.0 / (1.0 - level) - 1.0 - 1e-9).ceil();
        if (self.draws() as f64) < needed {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("an interval of {level} needs {needed} draws, there are {}", self.draws()),
            )
            .remedy("draw more samples, 999 for instance"));
        }
        Ok(())
    }
}

shows_itself!(BootstrapResponses => tables);

/// The draw of rank q(B + 1), between two draws in proportion.
fn quantile(sorted: &[f64], q: f64) -> f64 {
    let rank = q * (sorted.len() + 1) as f64 - 1.0;
    // A rank that only rounding keeps from being whole is whole.
    let rank = if (rank - rank.round()).abs() < 1e-9 { rank.round() } else { rank };
    let below = (rank.floor().max(0.0) as usize).min(sorted.len() - 1);
    let above = (below + 1).min(sorted.len() - 1);
    let part = (rank - below as f64).clamp(0.0, 1.0);
    if part == 0.0 { sorted[below] } else { sorted[below] + part * (sorted[above] - sorted[below]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_ranks_of_one_draw_more() {
        let draws: Vec<f64> = (1..=999).map(f64::from).collect();
        assert_eq!(quantile(&draws, 0.025), 25.0);
        assert_eq!(quantile(&draws, 0.975), 975.0);
        assert_eq!(quantile(&draws, 0.5), 500.0);
        assert_eq!(quantile(&[1.0, 2.0], 0.5), 1.5);
        assert_eq!(quantile(&[1.0, 2.0], 0.01), 1.0);
    }
}
