//! One number of decimals for the numbers of a column that have one unit.

use super::decimal::Decimal;
use super::{Cell, NumberFormat, Table};

/// The fewest digits before the point for which decimals serve a reader: 0.0001 has −3.
const SMALLEST: i32 = -3;

impl Table {
    /// Prints the numbers of each column that have significant digits to the decimals that the largest of them needs, so that
    /// the points stand under one another. For columns in one unit, such as a path over time.
    ///
    /// ```
    /// use yalu::table::{Cell, Column, Format, NumberFormat, Table};
    /// let mut table = Table::new("path", "A path").column(Column::number("value", "Value"));
    /// for value in [0.4508, 0.090684, -0.000024] {
    ///     table.push_row([Cell::number(value, NumberFormat::Significant(4))]);
    /// }
    /// let text = table.with_even_decimals().render(Format::Text);
    /// assert!(["0.4508", "0.0907", "0.0000"].iter().all(|shown| text.contains(shown)));
    /// ```
    #[must_use]
    pub fn with_even_decimals(mut self) -> Self {
        for column in 0..self.columns.len() {
            let cells = self.lines.iter().filter_map(|line| line.cell(column));
            let needed = cells.filter_map(significant).filter_map(|(value, digits)| decimals(value, digits)).min();
            let Some(needed) = needed else { continue };
            for cell in self.lines.iter_mut().filter_map(|line| line.cell_mut(column)) {
                if let Cell::Number(_, format) | Cell::InParentheses(_, format) = cell
                    && matches!(format, NumberFormat::Significant(_))
                {
                    *format = NumberFormat::Decimals(needed);
                }
            }
        }
        self
    }
}

/// A number that is to be shown with significant digits, and how many.
fn significant(cell: &Cell) -> Option<(f64, usize)> {
    match cell {
        Cell::Number(value, NumberFormat::Significant(digits))
        | Cell::InParentheses(value, NumberFormat::Significant(digits)) => Some((*value, *digits)),
        _ => None,
    }
}

/// Decimals that show this many digits of a number; `None` of one that a power of ten serves better.
fn decimals(value: f64, digits: usize) -> Option<usize> {
    let point = Decimal::of(value).filter(|_| value != 0.0)?.point();
    (point >= SMALLEST).then(|| (digits as i32 - point).max(0) as usize)
}
