//! Prices and quantities of items over periods.

use std::cmp::Ordering;

use serde::Serialize;

use super::formula::Pair;
use crate::decomposition::basket::{Basket, Good, check_number};
use crate::{Error, ErrorKind, Frame, Period, Stamp};

/// One record of a long table: what an item cost and how much of it there was.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceQuantity {
    /// The period, or its number where periods have no dates.
    pub period: Stamp,
    /// The item.
    pub item: String,
    /// Its price.
    pub price: f64,
    /// Its quantity.
    pub quantity: f64,
}

/// What to do with an item that is missing, or has price or quantity zero, in one of two periods compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matching {
    /// An error that names it.
    #[default]
    Refuse,
    /// Compare the items that both periods have; what enters and leaves does not move the index.
    #[doc(alias = "matched model")]
    Matched,
}

/// Items' prices and quantities by period; periods are sorted, and need not be consecutive.
///
/// ```
/// use yalu::decomposition::index::{Index, IndexFormula, PriceQuantityPanel};
/// let csv = "period,item,price,quantity\n2013,coal,83.3,16.49\n2014,coal,73.4,15.43\n";
/// let panel = PriceQuantityPanel::from_csv(csv.as_bytes())?;
/// let index = Index::of_prices(IndexFormula::Fisher).run(&panel)?;
/// assert!((index.points[1].value - 73.4 / 83.3).abs() < 1e-15);
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PriceQuantityPanel {
    periods: Vec<Stamp>,
    items: Vec<String>,
    /// Period by period, item by item: price and quantity, if recorded.
    cells: Vec<Vec<Option<(f64, f64)>>>,
}

impl PriceQuantityPanel {
    /// A panel from records in any order.
    ///
    /// # Errors
    /// If there are fewer than two periods, frequencies are mixed, an item is recorded twice in a period, or a number
    /// is negative, NaN or infinite.
    pub fn new(records: impl IntoIterator<Item = PriceQuantity>) -> Result<Self, Error> {
        let records: Vec<PriceQuantity> = records.into_iter().collect();
        let mut periods: Vec<Stamp> = Vec::new();
        let mut items: Vec<String> = Vec::new();
        for record in &records {
            check_number(&record.item, &format!("price in {}", record.period), record.price)?;
            check_number(&record.item, &format!("quantity in {}", record.period), record.quantity)?;
            if !periods.contains(&record.period) {
                periods.push(record.period);
            }
            if !items.contains(&record.item) {
                items.push(record.item.clone());
            }
        }
        let periods = sorted(periods)?;
        if periods.len() < 2 {
            return Err(Error::new(ErrorKind::Sample, format!("an index needs 2 periods, found {}", periods.len()))
                .remedy("give the prices and quantities of another period"));
        }
        let mut cells = vec![vec![None; items.len()]; periods.len()];
        for record in records {
            let place = periods.iter().position(|p| *p == record.period);
            let item = items.iter().position(|name| *name == record.item);
            let Some(cell) = place.zip(item).and_then(|(t, i)| cells.get_mut(t)?.get_mut(i)) else { continue };
            if cell.replace((record.price, record.quantity)).is_some() {
                return Err(Error::new(
                    ErrorKind::Calendar,
                    format!("`{}` is recorded twice in {}", record.item, record.period),
                )
                .remedy("add the quantities up and take their unit value, or give the two different names"));
            }
        }
        Ok(Self { periods, items, cells })
    }

    /// A panel from a CSV with the columns `period`, `item`, `price` and `quantity`, comma-separated with decimal points.
    ///
    /// `period` is a date at any frequency, or in every row a whole number of at most three digits.
    ///
    /// # Errors
    /// If a column is missing or a cell cannot be read, with its line; or as [`PriceQuantityPanel::new`].
    pub fn from_csv(source: impl std::io::Read) -> Result<Self, Error> {
        let unreadable = |error: csv::Error| Error::new(ErrorKind::Csv, error.to_string());
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(source);
        let header = reader.headers().map_err(unreadable)?.clone();
        let names: Vec<&str> = header.iter().map(|name| name.trim_start_matches('\u{feff}')).collect();
        let place = |name: &str| {
            let found = names.iter().position(|n| *n == name);
            found.ok_or_else(|| Error::unknown_name("column", name, names.iter().copied()).at_line(1))
        };
        let [period, item, price, quantity] = [place("period")?, place("item")?, place("price")?, place("quantity")?];
        let mut records = Vec::new();
        for row in reader.records() {
            let row = row.map_err(unreadable)?;
            let line = row.position().map_or(0, |position| position.line() as usize);
            let cell = |column: usize| row.get(column).unwrap_or("");
            let number = |column: usize| {
                cell(column).parse::<f64>().map_err(|_| {
                    Error::new(ErrorKind::Csv, format!("`{}` is not a number", cell(column)))
                        .at_line(line)
                        .remedy("leave the row out if the item was not recorded")
                })
            };
            records.push(PriceQuantity {
                period: stamp(cell(period)).map_err(|error| error.at_line(line))?,
                item: cell(item).to_owned(),
                price: number(price)?,
                quantity: number(quantity)?,
            });
        }
        Self::new(records)
    }

    /// A panel from a frame that has two columns for every item: `(item, column of prices, column of quantities)`.
    ///
    /// # Errors
    /// If a column does not exist, a price stands without a quantity (or the reverse), or as [`PriceQuantityPanel::new`].
    pub fn from_frame(frame: &Frame, items: &[(&str, &str, &str)]) -> Result<Self, Error> {
        let mut records = Vec::new();
        for (item, price_column, quantity_column) in items {
            let cells = frame.column(price_column)?.iter().zip(frame.column(quantity_column)?);
            for (row, pair) in cells.enumerate() {
                let period = frame.calendar().stamp(row);
                match pair {
                    (Some(price), Some(quantity)) => {
                        let (item, price, quantity) = ((*item).to_owned(), *price, *quantity);
                        records.push(PriceQuantity { period, item, price, quantity });
                    }
                    (None, None) => {}
                    (price, _) => {
                        let missing = if price.is_none() { price_column } else { quantity_column };
                        return Err(Error::new(ErrorKind::Gap, format!("`{missing}` has no value in {period}"))
                            .remedy("give both price and quantity of an item in a period, or neither"));
                    }
                }
            }
        }
        Self::new(records)
    }

    /// The periods in order.
    pub fn periods(&self) -> &[Stamp] {
        &self.periods
    }

    /// The items in the order of their first record.
    pub fn items(&self) -> &[String] {
        &self.items
    }

    /// The part from one period to another, both included: the window of a multilateral index.
    ///
    /// # Errors
    /// If a period is not in the panel, or fewer than two are left.
    pub fn window(&self, first: Stamp, last: Stamp) -> Result<Self, Error> {
        let (from, to) = (self.place(first)?, self.place(last)?);
        if from >= to {
            return Err(Error::new(ErrorKind::Argument, format!("a window cannot run from {first} to {last}"))
                .remedy("give an earlier period first"));
        }
        Ok(Self {
            periods: self.periods[from..=to].to_vec(),
            items: self.items.clone(),
            cells: self.cells[from..=to].to_vec(),
        })
    }

    /// The items of two periods as a basket. An item recorded in one of them only has price and quantity 0 in the other.
    ///
    /// # Errors
    /// If a period is not in the panel, or as [`Basket::new`].
    pub fn basket(&self, first: Stamp, second: Stamp) -> Result<Basket, Error> {
        let (before, after) = (&self.cells[self.place(first)?], &self.cells[self.place(second)?]);
        let goods =
            self.items.iter().zip(before.iter().zip(after)).filter(|(_, (a, b))| a.is_some() || b.is_some()).map(
                |(item, (before, after))| {
                    let ((price0, quantity0), (price1, quantity1)) =
                        (before.unwrap_or((0.0, 0.0)), after.unwrap_or((0.0, 0.0)));
                    Good { name: item.clone(), price0, quantity0, price1, quantity1 }
                },
            );
        Basket::new(goods.collect())
    }

    /// A period's place.
    pub(super) fn place(&self, period: Stamp) -> Result<usize, Error> {
        self.periods.iter().position(|p| *p == period).ok_or_else(|| {
            let ends = self.periods.first().zip(self.periods.last());
            let ends = ends.map_or(String::new(), |(first, last)| format!("the panel has {first} to {last}"));
            Error::new(ErrorKind::Calendar, format!("there are no prices for {period}")).remedy(ends)
        })
    }

    /// The items compared between two periods, by place, and the names of those left out.
    pub(super) fn pairs(&self, from: usize, to: usize, rule: Matching) -> Result<(Vec<Pair>, Vec<&str>), Error> {
        let (mut pairs, mut unmatched) = (Vec::new(), Vec::new());
        let rows = self.cells[from].iter().zip(&self.cells[to]).zip(&self.items);
        for ((before, after), item) in rows {
            let traded = |cell: &Option<(f64, f64)>| cell.filter(|(p, q)| *p > 0.0 && *q > 0.0);
            match (traded(before), traded(after)) {
                (Some((p0, q0)), Some((p1, q1))) => pairs.push(Pair { p0, q0, p1, q1 }),
                (None, None) if before.is_none() && after.is_none() => {}
                (found0, _) => {
                    if rule == Matching::Refuse {
                        let missing = self.periods[if found0.is_none() { from } else { to }];
                        return Err(Error::new(
                            ErrorKind::Gap,
                            format!("`{item}` has no positive price and quantity in {missing}"),
                        )
                        .remedy("compare matched items only (`Matching::Matched`), or leave the item out"));
                    }
                    unmatched.push(item.as_str());
                }
            }
        }
        if pairs.is_empty() {
            let (from, to) = (self.periods[from], self.periods[to]);
            return Err(Error::new(ErrorKind::Sample, format!("{from} and {to} have no item in common"))
                .remedy("chain over periods that have, or choose another window"));
        }
        Ok((pairs, unmatched))
    }
}

/// A date, or the number of a period without one.
fn stamp(text: &str) -> Result<Stamp, Error> {
    match text.parse::<usize>() {
        Ok(number) if text.len() <= 3 => Ok(Stamp::Row(number)),
        _ => text.parse::<Period>().map(Stamp::Period),
    }
}

/// In order of time; an error if two stamps cannot be compared.
fn sorted(mut stamps: Vec<Stamp>) -> Result<Vec<Stamp>, Error> {
    if let Some(first) = stamps.first().copied() {
        for other in &stamps {
            match (first, other) {
                (Stamp::Period(a), Stamp::Period(b)) => {
                    b.since(a)?;
                }
                (Stamp::Row(_), Stamp::Row(_)) => {}
                (a, b) => {
                    return Err(Error::new(ErrorKind::Calendar, format!("{a} and {b}: a date and a number"))
                        .remedy("give every period as a date, or every one as a number"));
                }
            }
        }
    }
    stamps.sort_by(|a, b| match (a, b) {
        (Stamp::Period(a), Stamp::Period(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
        (Stamp::Row(a), Stamp::Row(b)) => a.cmp(b),
        _ => Ordering::Equal,
    });
    Ok(stamps)
}
