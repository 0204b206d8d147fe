//! Forecasts, and the variance of their errors.

use ndarray::Array2;
use serde::Serialize;

use super::VarResult;
use crate::dist::normal;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Period, Series};

/// The forecast of one series for one period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ForecastPoint {
    /// The series.
    pub series: String,
    /// The period.
    pub period: Period,
    /// Periods ahead, from 1.
    pub horizon: usize,
    /// The forecast.
    pub estimate: f64,
    /// The standard deviation of its error: of shocks to come, not of the coefficients.
    pub std_error: f64,
    /// The lower end of the interval.
    pub conf_low: f64,
    /// The upper end.
    pub conf_high: f64,
}

/// Forecasts of every series.
#[derive(Debug, Clone)]
pub struct Forecast {
    points: Vec<ForecastPoint>,
    level: f64,
}

impl VarResult {
    /// Forecasts 1 to `horizon` periods after the sample, with intervals that cover `level` of the time, 0.95 for instance,
    /// if shocks are normal and the coefficients known.
    ///
    /// # Errors
    /// If the model has exogenous series, whose future it does not know: see [`forecast_with`](Self::forecast_with); if the level
    /// is not strictly between 0 and 1; or if there is nothing to forecast.
    pub fn forecast(&self, horizon: usize, level: f64) -> Result<Forecast, Error> {
        self.forecast_with(horizon, level, &[])
    }

    /// The same, with what the exogenous series are after the sample: found by name, in series that reach that far.
    ///
    /// # Errors
    /// If an exogenous series of the model is not among these, or has no value in one of the periods; otherwise as
    /// [`forecast`](Self::forecast).
    pub fn forecast_with(&self, horizon: usize, level: f64, exogenous: &[&Series]) -> Result<Forecast, Error> {
        if !(level > 0.0 && level < 1.0) {
            return Err(Error::new(ErrorKind::Argument, format!("a coverage of {level} is not between 0 and 1"))
                .remedy("0.95 is the usual one"));
        }
        if horizon == 0 {
            return Err(Error::new(ErrorKind::Argument, "a forecast of no period").remedy("ask for one or more"));
        }
        let mut future = self.deterministic.future(&self.series[0], horizon)?;
        for (name, _) in &self.columns.fixed[future.len()..] {
            let series = exogenous.iter().find(|one| one.name() == name).ok_or_else(|| {
                Error::new(ErrorKind::Argument, format!("the future of `{name}`, which is exogenous, is not known"))
                    .remedy("give it with the forecast, leave it out, or make it a series of the model")
            })?;
            let end = self.series[0].end();
            future.push((1..=horizon as i64).map(|ahead| series.at(end.plus(ahead))).collect::<Result<_, _>>()?);
        }
        let (names, lags) = (self.names(), self.lag_matrices());
        let mut levels: Vec<Vec<f64>> = self.series.iter().map(|series| series.values().to_vec()).collect();
        let width = normal::isf((1.0 - level) / 2.0);
        let sigma = self.sigma(self.divisor);
        let responses = self.moving_average(horizon - 1);
        let mut variance = Array2::<f64>::zeros(sigma.dim());
        let mut points = Vec::new();
        for (step, response) in responses.iter().enumerate() {
            variance += &response.dot(&sigma).dot(&response.t());
            let known = levels[0].len();
            let next: Vec<f64> = (0..names.len())
                .map(|i| {
                    let fixed: f64 =
                        future.iter().enumerate().map(|(j, column)| column[step] * self.coefficients()[[j, i]]).sum();
                    let lagged = lags
                        .iter()
                        .enumerate()
                        .map(|(lag, a)| (0..names.len()).map(|j| a[[i, j]] * levels[j][known - 1 - lag]).sum::<f64>());
                    fixed + lagged.sum::<f64>()
                })
                .collect();
            for (i, estimate) in next.into_iter().enumerate() {
                levels[i].push(estimate);
                let std_error = variance[[i, i]].sqrt();
                points.push(ForecastPoint {
                    series: names[i].to_owned(),
                    period: self.series[i].end().plus(step as i64 + 1),
                    horizon: step + 1,
                    estimate,
                    std_error,
                    conf_low: estimate - width * std_error,
                    conf_high: estimate + width * std_error,
                });
            }
        }
        Ok(Forecast { points, level })
    }
}

impl Forecast {
    /// Every series at every horizon, the nearest first.
    pub fn points(&self) -> &[ForecastPoint] {
        &self.points
    }

    /// A row for each series and period.
    pub fn table(&self) -> Table {
        const ESTIMATE: NumberFormat = NumberFormat::Significant(5);
        let mut table = Table::new("var-forecast", "Forecasts")
            .column(Column::text("period", "Period"))
            .column(Column::text("series", "Series"))
            .column(Column::number("estimate", "Forecast"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("conf_low", "From"))
            .column(Column::number("conf_high", "To"));
        for point in &self.points {
            table.push_row([
                Cell::text(point.period.to_string()),
                Cell::text(&point.series),
                Cell::number(point.estimate, ESTIMATE),
                Cell::number(point.std_error, ESTIMATE),
                Cell::number(point.conf_low, ESTIMATE),
                Cell::number(point.conf_high, ESTIMATE),
            ]);
        }
        table.note(format!(
            "Intervals of {} % for normal shocks; that the coefficients are estimated is not in them.",
            NumberFormat::Decimals(0).format(100.0 * self.level)
        ))
    }
}

shows_itself!(Forecast => table);
