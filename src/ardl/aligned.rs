//! The variables of a model on the dates they share, and the designs made of them.

use crate::design::season::season_name;
use crate::dist::dickey_fuller::Terms;
use crate::series::{align, trend};
use crate::{Design, DesignBuilder, Error, ErrorKind, Indicator, Sample, Series};

use super::orders::Orders;

/// Regressors without lags, which stay in every model.
#[derive(Debug, Clone, Default)]
pub(super) struct Fixed<'a> {
    pub seasonal: bool,
    pub indicators: Vec<Indicator>,
    pub series: Vec<&'a Series>,
}

/// The variables, aligned, with their differences and the terms without lags.
#[derive(Debug, Clone)]
pub(super) struct Aligned<'a> {
    pub response: Series,
    pub regressors: Vec<Series>,
    response_change: Series,
    changes: Vec<Series>,
    constant: bool,
    trend: Option<Series>,
    seasons: Vec<Series>,
    fixed: &'a Fixed<'a>,
}

impl<'a> Aligned<'a> {
    /// Aligns the variables by date and checks them.
    ///
    /// Beside an unrestricted constant the seasonal dummies are zeros and ones. Where the constant is absent or tested
    /// (`centred`) each has its mean over a year taken off, so that none of them stands for a constant and the constant
    /// does not depend on the season that is left out.
    pub fn new(
        response: &Series,
        regressors: &[&Series],
        terms: Terms,
        fixed: &'a Fixed<'a>,
        centred: bool,
    ) -> Result<Self, Error> {
        refuse_repeated(response, regressors)?;
        let mut variables = vec![response];
        variables.extend(regressors);
        let mut aligned = align(&variables)?;
        for series in &aligned {
            refuse_short_or_constant(series)?;
        }
        let response = aligned.remove(0);
        Ok(Self {
            response_change: response.diff(1)?,
            changes: aligned.iter().map(|x| x.diff(1)).collect::<Result<_, _>>()?,
            constant: terms != Terms::None,
            trend: match terms {
                Terms::Trend => Some(trend(response.start(), response.len())?.rename("trend()")),
                _ => None,
            },
            seasons: if fixed.seasonal { seasons(&response, centred)? } else { Vec::new() },
            regressors: aligned,
            response,
            fixed,
        })
    }

    /// Deterministic terms.
    pub fn deterministic(&self) -> usize {
        usize::from(self.constant) + usize::from(self.trend.is_some())
    }

    /// Regressors without lags.
    pub fn fixed(&self) -> usize {
        self.seasons.len() + self.fixed.indicators.len() + self.fixed.series.len()
    }

    /// yₜ on its p lags, the regressors' lags 0 to qⱼ, deterministic terms and fixed regressors.
    pub fn levels(&self, orders: &Orders) -> Result<Design, Error> {
        let mut design = self.with_deterministic(Design::of(&self.response)).lags(&self.response, 1..=orders.p);
        for (x, q) in self.regressors.iter().zip(&orders.q) {
            design = design.lags(x, 0..=*q);
        }
        self.with_fixed(design).build()
    }

    /// The same model with Δyₜ on the left: deterministic terms, yₜ₋₁, the regressors' levels (lagged, or present where
    /// qⱼ = 0), p − 1 lags of Δy, lags 0 to qⱼ − 1 of Δxⱼ, fixed regressors.
    pub fn error_correction(&self, orders: &Orders, sample: &Sample) -> Result<Design, Error> {
        let mut design = self.with_deterministic(Design::of(&self.response_change)).lags(&self.response, 1..=1);
        for (x, q) in self.regressors.iter().zip(&orders.q) {
            design = if *q == 0 { design.regressor(x) } else { design.lags(x, 1..=1) };
        }
        design = design.lags(&self.response_change, 1..=orders.p - 1);
        for (change, q) in self.changes.iter().zip(&orders.q).filter(|(_, q)| **q > 0) {
            design = design.lags(change, 0..=q - 1);
        }
        self.with_fixed(design).on(sample).build()
    }

    fn with_deterministic<'b>(&'b self, mut design: DesignBuilder<'b>) -> DesignBuilder<'b> {
        if self.constant {
            design = design.constant();
        }
        self.trend.iter().fold(design, DesignBuilder::regressor)
    }

    fn with_fixed<'b>(&'b self, design: DesignBuilder<'b>) -> DesignBuilder<'b> {
        let design = self.seasons.iter().fold(design, DesignBuilder::regressor);
        let design = self.fixed.indicators.iter().fold(design, |design, indicator| design.indicator(*indicator));
        self.fixed.series.iter().copied().fold(design, DesignBuilder::regressor)
    }
}

/// A dummy for each season but the first.
fn seasons(response: &Series, centred: bool) -> Result<Vec<Series>, Error> {
    let frequency = response.frequency();
    let mean = if centred { 1.0 / frequency.per_year() as f64 } else { 0.0 };
    crate::design::season::seasons(frequency, true)?
        .map(|season| {
            let in_season = |t: usize| response.start().plus(t as i64).part() == season;
            let values = (0..response.len()).map(|t| f64::from(u8::from(in_season(t))) - mean).collect();
            Series::new(season_name(frequency, season), response.start(), values)
        })
        .collect()
}

fn refuse_repeated(response: &Series, regressors: &[&Series]) -> Result<(), Error> {
    if regressors.is_empty() {
        return Err(Error::new(ErrorKind::Argument, format!("the model of `{}` has no regressor", response.name()))
            .remedy("name at least one: `.on(&[&x])`"));
    }
    for (i, x) in regressors.iter().enumerate() {
        if x.name() == response.name() {
            return Err(Error::new(
                ErrorKind::Argument,
                format!("the response `{}` is among its regressors", x.name()),
            )
            .remedy("its lags are in the model anyway; leave it out, or rename a different series"));
        }
        if regressors[..i].iter().any(|other| other.name() == x.name()) {
            return Err(Error::new(ErrorKind::Name, format!("there are two regressors named `{}`", x.name()))
                .remedy("name each once, or rename one"));
        }
    }
    Ok(())
}

fn refuse_short_or_constant(series: &Series) -> Result<(), Error> {
    let (name, values) = (series.name(), series.values());
    let Some((first, rest)) = values.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return Err(Error::new(ErrorKind::Sample, format!("`{name}` and the others share one observation"))
            .remedy("choose series that overlap longer"));
    };
    if rest.iter().all(|value| value == first) {
        return Err(Error::new(
            ErrorKind::Constant,
            format!("`{name}` is {first} from {} to {}", series.start(), series.end()),
        )
        .remedy("a constant has no level relation with anything; leave it out"));
    }
    Ok(())
}
