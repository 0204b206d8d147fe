//! Seasons: is there a seasonal pattern, and what is left without it?
//!
//! | module | question |
//! |---|---|
//! | [`seasonality`] | do the seasons differ? F, Kruskal–Wallis and QS |
//! | [`stl`] | trend, seasonal and remainder by local regressions, with a pattern that may change |
//! | [`classical`] | the same by moving averages, with a pattern that stays |
//!
//! Both decompositions give a [`Decomposition`]. A seasonally adjusted series says so in its
//! [`provenance`](crate::series::Provenance) wherever it goes: its filters mix each value with later ones, so tests of
//! what predicts what are better off with the series as observed and seasonal dummies in the model.
//!
//! X-13ARIMA-SEATS is not here: it is a program of its own, whose moving averages are chosen by rules that fill a manual. Its
//! adjusted series can be read as any other.

pub mod classical;
mod decomposition;
pub mod seasonality;
pub mod stl;

pub use classical::Classical;
pub use decomposition::{Decomposition, Model};
pub use seasonality::{Basis, Seasonality, SeasonalityResult};
pub use stl::{SeasonalWindow, Stl, StlDefaults};

use crate::{Error, ErrorKind, Series};

/// Seasons in a year; an error for an annual series, one that does not vary, or one of two years or less.
fn seasons_of(series: &Series, what: &str) -> Result<usize, Error> {
    let (name, seasons) = (series.name(), series.frequency().per_year());
    if seasons == 1 {
        return Err(Error::new(ErrorKind::Frequency, format!("`{name}` is annual and has no seasons"))
            .remedy("give a half-yearly, quarterly or monthly series"));
    }
    if series.len() <= 2 * seasons {
        return Err(Error::new(
            ErrorKind::Sample,
            format!(
                "{what} of `{name}` needs more than two years, {} observations, found {}",
                2 * seasons + 1,
                series.len()
            ),
        )
        .remedy("use a longer sample"));
    }
    let values = series.values();
    if values.iter().all(|value| *value == values[0]) {
        return Err(Error::new(ErrorKind::Constant, format!("`{name}` does not vary"))
            .remedy("a constant has no seasons to look for"));
    }
    Ok(seasons)
}

/// The mean of every `seasons`-th of the values that are there, from the first, the second, …; NaN where there is none.
fn means_by_place(values: &[Option<f64>], seasons: usize) -> Vec<f64> {
    (0..seasons)
        .map(|place| {
            let (sum, count) = values
                .iter()
                .skip(place)
                .step_by(seasons)
                .flatten()
                .fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
            sum / count
        })
        .collect()
}
