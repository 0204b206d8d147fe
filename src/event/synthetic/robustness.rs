//! The estimate without each donor that carries it.

use serde::Serialize;

use super::Posed;
use super::result::SyntheticControlResult;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, ErrorKind};

/// The estimate without one donor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeftOut {
    /// The donor left out.
    pub unit: String,
    /// What it counts for with all donors.
    pub weight: f64,
    /// RMSPE before the date without it.
    pub rmspe_before: f64,
    /// The mean effect without it.
    pub average_effect: f64,
    /// RMSPE after over that before, without it; `None` where the periods before are matched exactly.
    pub ratio: Option<f64>,
}

/// The estimate with all donors, and without each that has weight.
#[derive(Debug, Clone)]
pub struct LeaveOneOut {
    all: SyntheticControlResult,
    rows: Vec<LeftOut>,
}

/// Estimates without each donor that has weight.
pub(super) fn leave_one_out(posed: &Posed, all: SyntheticControlResult) -> Result<LeaveOneOut, Error> {
    let donors = posed.donors();
    if donors.len() < 3 {
        return Err(Error::new(ErrorKind::Sample, "two donors: without one of them there is no average")
            .remedy("give three donors or more"));
    }
    let mut rows = Vec::new();
    for donor in all.weights().iter().filter(|donor| donor.weight > 0.0) {
        let left = posed.units.find(&donor.unit)?;
        let others: Vec<usize> = donors.iter().copied().filter(|other| *other != left).collect();
        let fit = posed.fit(0, &others)?;
        rows.push(LeftOut {
            unit: donor.unit.clone(),
            weight: donor.weight,
            rmspe_before: fit.rmspe[0],
            average_effect: fit.average(posed.before),
            ratio: Some(fit.ratio()).filter(|ratio| ratio.is_finite()),
        });
    }
    Ok(LeaveOneOut { all, rows })
}

impl LeaveOneOut {
    /// The estimate with all donors.
    pub fn all(&self) -> &SyntheticControlResult {
        &self.all
    }

    /// One row for each donor with weight, the heaviest first.
    pub fn rows(&self) -> &[LeftOut] {
        &self.rows
    }

    /// From where to where the mean effect goes as donors are left out, in words.
    pub fn in_words(&self) -> String {
        let number = |value: f64| NumberFormat::Significant(4).format(value);
        let effects = || self.rows.iter().map(|row| row.average_effect);
        let (low, high) = (effects().fold(f64::INFINITY, f64::min), effects().fold(f64::NEG_INFINITY, f64::max));
        let own = self.all.average_effect();
        let sign = if low * own > 0.0 && high * own > 0.0 { "its sign does not change" } else { "its sign changes" };
        format!(
            "Without one donor at a time the mean effect goes from {} to {} ({} with all): {sign}.",
            number(low),
            number(high),
            number(own)
        )
    }

    /// A row for each donor left out.
    pub fn table(&self) -> Table {
        let title = format!("Synthetic {}: without one donor at a time", self.all.treated());
        let mut table = Table::new("leave-one-out", title)
            .column(Column::text("unit", "Without"))
            .column(Column::number("weight", "Its weight"))
            .column(Column::number("rmspe_before", "RMSPE before"))
            .column(Column::number("average_effect", "Mean effect"))
            .column(Column::number("ratio", "Ratio"));
        let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
        let share =
            |ratio: Option<f64>| ratio.map_or(Cell::Empty, |ratio| Cell::number(ratio, NumberFormat::Decimals(3)));
        let all = &self.all;
        table.push_row([
            Cell::text("none"),
            Cell::Empty,
            number(all.rmspe_before()),
            number(all.average_effect()),
            share(all.ratio()),
        ]);
        for row in &self.rows {
            table.push_row([
                Cell::text(&row.unit),
                Cell::number(row.weight, NumberFormat::Decimals(4)),
                number(row.rmspe_before),
                number(row.average_effect),
                share(row.ratio),
            ]);
        }
        table.with_even_decimals()
    }
}

shows_itself!(LeaveOneOut => table);
