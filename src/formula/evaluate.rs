//! Numbers for expressions, cell by cell; a missing cell makes every cell computed from it missing.

use super::call::FUNCTIONS;
use super::expr::{Change, Direction, Expr, Kind, Operator};
use super::plan::undated;
use super::snippet::located;
use crate::series::Calendar;
use crate::{Error, ErrorKind, Frame, Period};

pub(super) type Cells = Vec<Option<f64>>;

/// A table, and the formula's text to show errors in.
#[derive(Clone, Copy)]
pub(super) struct Evaluator<'a> {
    pub(super) frame: &'a Frame,
    pub(super) text: &'a str,
}

impl Evaluator<'_> {
    /// The product of the factors, row by row.
    pub(super) fn product(self, factors: &[Expr]) -> Result<Cells, Error> {
        let mut product: Option<Cells> = None;
        for factor in factors {
            let cells = self.cells(factor)?;
            product = Some(match product {
                None => cells,
                Some(product) => self.pairwise(factor, &product, &cells, |a, b| a * b)?,
            });
        }
        Ok(product.unwrap_or_default())
    }

    /// The values of an expression of one column.
    pub(super) fn cells(self, expr: &Expr) -> Result<Cells, Error> {
        match &expr.kind {
            Kind::Column(name) => self.frame.column(name).map(<[_]>::to_vec).map_err(|error| {
                let called = FUNCTIONS.contains(&name.as_str());
                self.at(
                    expr,
                    if called { error.remedy(format!("`{name}` is a function: write {name}(…)")) } else { error },
                )
            }),
            Kind::Number(value) => Ok(vec![Some(*value); self.frame.rows()]),
            Kind::Identity(of) => self.cells(of),
            Kind::Log(of) => {
                let cells = self.cells(of)?;
                self.refuse_log(expr, of, &cells)?;
                Ok(cells.into_iter().map(|cell| cell.map(f64::ln)).collect())
            }
            Kind::Change(change, of, periods) => self.change(expr, *change, of, *periods),
            Kind::Shift(direction, of, steps) => self.shift(expr, *direction, of, *steps.start()),
            Kind::Negative(of) => Ok(self.cells(of)?.into_iter().map(|cell| cell.map(|v| -v)).collect()),
            Kind::Chain(first, rest) => {
                rest.iter().try_fold(self.cells(first)?, |left, (operator, part)| self.operate(left, *operator, part))
            }
            Kind::Power(base, exponent) => {
                self.pairwise(expr, &self.cells(base)?, &self.cells(exponent)?, |base, exponent| {
                    if exponent == 2.0 { base * base } else { base.powf(exponent) }
                })
            }
            Kind::Indicator(indicator) => {
                let start = self.start(expr)?;
                indicator.check(start).map_err(|error| self.at(expr, error))?;
                self.by_period(start, |period| indicator.value(period))
            }
            Kind::Trend => {
                self.start(expr)?;
                Ok((1..=self.frame.rows()).map(|t| Some(t as f64)).collect())
            }
            Kind::Season(frequency, season) => {
                let start = self.start(expr)?;
                if start.frequency() != *frequency {
                    let message = format!("`{expr}` is of {frequency} data and these are {}", start.frequency());
                    return Err(self.at(expr, Error::new(ErrorKind::Frequency, message)));
                }
                self.by_period(start, |period| Ok(f64::from(u8::from(period.part() == *season))))
            }
            Kind::Seasons => Err(self.at(expr, Error::new(ErrorKind::Formula, "`season()` is a set of dummies"))),
        }
    }

    fn operate(self, left: Cells, operator: Operator, part: &Expr) -> Result<Cells, Error> {
        let right = self.cells(part)?;
        match operator {
            Operator::Plus => self.pairwise(part, &left, &right, |a, b| a + b),
            Operator::Minus => self.pairwise(part, &left, &right, |a, b| a - b),
            Operator::Times => self.pairwise(part, &left, &right, |a, b| a * b),
            Operator::Over => {
                if let Some(row) = right.iter().position(|cell| *cell == Some(0.0)) {
                    return Err(self.undefined(part, row, format!("`{part}` is 0, and a division by it has no value")));
                }
                self.pairwise(part, &left, &right, |a, b| a / b)
            }
        }
    }

    fn change(self, expr: &Expr, change: Change, of: &Expr, periods: usize) -> Result<Cells, Error> {
        let now = self.regular(expr, of)?;
        if change == Change::Dlog {
            self.refuse_log(expr, of, &now)?;
        }
        let before = self.shifted(expr, &now, Direction::Lag, periods)?;
        if change == Change::Growth {
            let base = before.iter().enumerate().find_map(|(row, cell)| cell.filter(|v| *v <= 0.0).map(|v| (row, v)));
            if let Some((row, value)) = base {
                let message = format!("`{of}` is {value}, and growth from it has no meaning");
                return Err(self.undefined(expr, row.saturating_sub(periods), message));
            }
        }
        self.pairwise(expr, &now, &before, |now, before| match change {
            Change::Diff => now - before,
            Change::Dlog => now.ln() - before.ln(),
            Change::Growth => 100.0 * (now / before - 1.0),
        })
    }

    fn shift(self, expr: &Expr, direction: Direction, of: &Expr, steps: usize) -> Result<Cells, Error> {
        let cells = self.regular(expr, of)?;
        self.shifted(expr, &cells, direction, steps)
    }

    /// Cells moved down (a lag) or up (a lead); an error if nothing would be left.
    fn shifted(self, expr: &Expr, cells: &Cells, direction: Direction, steps: usize) -> Result<Cells, Error> {
        let n = cells.len();
        if steps >= n {
            let message = format!("`{expr}` reaches over all {n} rows of the table");
            return Err(self.at(expr, Error::new(ErrorKind::Sample, message).remedy("use fewer periods")));
        }
        let missing = std::iter::repeat_n(None, steps);
        Ok(match direction {
            Direction::Lag => missing.chain(cells[..n - steps].iter().copied()).collect(),
            Direction::Lead => cells[steps..].iter().copied().chain(missing).collect(),
        })
    }

    /// The values of what a dynamic function is taken of: dated, and without a missing cell between its first and last.
    fn regular(self, expr: &Expr, of: &Expr) -> Result<Cells, Error> {
        self.start(expr)?;
        let cells = self.cells(of)?;
        let first = cells.iter().position(Option::is_some).unwrap_or(0);
        let last = cells.iter().rposition(Option::is_some).unwrap_or(0);
        match (first..last).find(|row| cells[*row].is_none()) {
            None => Ok(cells),
            Some(row) => {
                let message = format!(
                    "`{of}` has no value in {}, and `{expr}` needs one in every period",
                    self.frame.calendar().stamp(row)
                );
                let error = Error::new(ErrorKind::Gap, message);
                Err(self.at(expr, error.remedy("choose a sample without the gap; nothing is filled in silently")))
            }
        }
    }

    /// The first period of the table; an error if it has no dates.
    fn start(self, expr: &Expr) -> Result<Period, Error> {
        match self.frame.calendar() {
            Calendar::From(start) => Ok(start),
            Calendar::Rows => Err(self.at(expr, undated(&expr.to_string()))),
        }
    }

    fn by_period(self, start: Period, value: impl Fn(Period) -> Result<f64, Error>) -> Result<Cells, Error> {
        (0..self.frame.rows() as i64).map(|t| value(start.plus(t)).map(Some)).collect()
    }

    fn pairwise(self, expr: &Expr, a: &Cells, b: &Cells, f: impl Fn(f64, f64) -> f64) -> Result<Cells, Error> {
        let cells: Cells = a.iter().zip(b).map(|(a, b)| Some(f((*a)?, (*b)?))).collect();
        match cells.iter().position(|cell| cell.is_some_and(|v| !v.is_finite())) {
            None => Ok(cells),
            Some(row) => {
                let because = if cells[row].is_some_and(f64::is_nan) { "has no real value" } else { "is too large" };
                Err(self.undefined(expr, row, format!("the result of `{expr}` {because}")))
            }
        }
    }

    fn refuse_log(self, expr: &Expr, of: &Expr, cells: &Cells) -> Result<(), Error> {
        match cells.iter().enumerate().find_map(|(row, cell)| cell.filter(|v| *v <= 0.0).map(|v| (row, v))) {
            None => Ok(()),
            Some((row, value)) => {
                let message = format!("`{of}` is {value}, and only a value above 0 has a logarithm");
                Err(self.undefined(expr, row, message))
            }
        }
    }

    fn undefined(self, expr: &Expr, row: usize, message: String) -> Error {
        let stamp = self.frame.calendar().stamp(row);
        let row = if self.frame.calendar() == Calendar::Rows { format!("row {stamp}") } else { stamp.to_string() };
        self.at(expr, Error::new(ErrorKind::NonFinite, format!("in {row} {message}")))
    }

    fn at(self, expr: &Expr, error: Error) -> Error {
        located(error, self.text, &expr.span)
    }
}
