//! The number of lags by four criteria.

use super::estimate::{Columns, Named};
use crate::causality::criteria;
use crate::causality::deterministic::Deterministic;
use crate::regression::Criterion;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind, Sample, Series, Stamp};

/// The criteria of one number of lags, per observation; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrderCriteria {
    /// p.
    pub lags: usize,
    /// Akaike's: ln|Σ̂| + 2 m/T, m coefficients in all equations.
    pub aic: f64,
    /// Schwarz's: ln|Σ̂| + ln T · m/T.
    pub bic: f64,
    /// Hannan and Quinn's: ln|Σ̂| + 2 ln ln T · m/T.
    pub hq: f64,
    /// Akaike's final prediction error: ((T + k)/(T − k))ᴷ |Σ̂|, k coefficients in each of K equations.
    pub fpe: f64,
}

/// The criteria of 1 to `longest` lags, all on the same rows.
#[derive(Debug, Clone, PartialEq)]
pub struct LagSelection {
    orders: Vec<OrderCriteria>,
    names: Vec<String>,
    sample: Sample,
}

impl LagSelection {
    pub(super) fn of(
        series: &[Series],
        exogenous: &[Series],
        deterministic: &Deterministic,
        longest: usize,
    ) -> Result<Self, Error> {
        if longest == 0 {
            return Err(Error::new(ErrorKind::Argument, "the longest lag to choose from is 0")
                .remedy("let the criterion choose from at least one lag"));
        }
        let columns = Columns::new(series, exogenous, deterministic, longest)?;
        let fixed: Vec<&[f64]> = columns.fixed.iter().map(|(_, values): &Named| values.as_slice()).collect();
        let levels: Vec<&[f64]> = series.iter().map(Series::values).collect();
        let by = |criterion: Criterion| criteria(criterion, &fixed, &levels, longest);
        let (aic, bic, hq) = (by(Criterion::Aic), by(Criterion::Bic), by(Criterion::Hq));
        let (rows, equations) = (columns.rows() as f64, series.len() as f64);
        let order = |i: usize| {
            let k = (columns.fixed.len() + (i + 1) * series.len()) as f64;
            let ln_determinant = aic[i] - 2.0 * k * equations / rows;
            let fpe = ((rows + k) / (rows - k)).powf(equations) * ln_determinant.exp();
            OrderCriteria { lags: i + 1, aic: aic[i], bic: bic[i], hq: hq[i], fpe }
        };
        if aic.iter().any(|value| !value.is_finite()) {
            return Err(Error::new(ErrorKind::Collinear, "the series reproduce one another exactly")
                .remedy("leave out a series that is a combination of the others' lags"));
        }
        let first = columns.start;
        Ok(Self {
            orders: (0..longest).map(order).collect(),
            names: series.iter().map(|one| one.name().to_owned()).collect(),
            sample: Sample {
                first: Stamp::Period(first),
                last: Stamp::Period(first.plus(columns.rows() as i64 - 1)),
                n: columns.rows(),
            },
        })
    }

    /// Every number of lags, from one on.
    pub fn orders(&self) -> &[OrderCriteria] {
        &self.orders
    }

    /// The rows on which all are compared.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// The number of lags that a criterion prefers; the smaller of two that tie.
    pub fn best(&self, criterion: Criterion) -> usize {
        self.smallest(|order| match criterion {
            Criterion::Aic => order.aic,
            Criterion::Bic => order.bic,
            Criterion::Hq => order.hq,
        })
    }

    /// The number of lags with the smallest final prediction error.
    pub fn best_by_fpe(&self) -> usize {
        self.smallest(|order| order.fpe)
    }

    fn smallest(&self, value: impl Fn(&OrderCriteria) -> f64) -> usize {
        self.orders.iter().min_by(|a, b| value(a).total_cmp(&value(b))).map_or(1, |order| order.lags)
    }

    /// A row for each number of lags; what each criterion prefers stands beneath.
    pub fn table(&self) -> Table {
        let mut table = Table::new("var-lags", format!("Lags of a vector autoregression of {}", self.names.join(", ")))
            .column(Column::number("lags", "Lags"))
            .column(Column::number("aic", "AIC"))
            .column(Column::number("bic", "BIC"))
            .column(Column::number("hq", "HQ"))
            .column(Column::number("fpe", "FPE"));
        for order in &self.orders {
            let cell = |value| Cell::number(value, NumberFormat::Decimals(4));
            table.push_row([
                Cell::count(order.lags),
                cell(order.aic),
                cell(order.bic),
                cell(order.hq),
                Cell::number(order.fpe, NumberFormat::Significant(4)),
            ]);
        }
        table
            .note(format!(
                "Preferred: {} by AIC, {} by BIC, {} by HQ, {} by FPE.",
                self.best(Criterion::Aic),
                self.best(Criterion::Bic),
                self.best(Criterion::Hq),
                self.best_by_fpe()
            ))
            .note(format!("Sample of every row: {}.", self.sample))
    }
}

shows_itself!(LagSelection => table);
