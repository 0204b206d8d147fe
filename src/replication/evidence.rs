//! What the claims are held against: every cell of the paper's tables, every number of its text, and the figures that
//! others have printed about the same years.
//!
//! Each number keeps the digits it was printed with, so that what rounding allows follows from the page.

use std::borrow::Cow;
use std::fmt;

use super::printed::Printed;
use crate::{Error, ErrorKind};

mod facts;
mod read;

pub(crate) use facts::{EXPORT_ITEMS, GARMENTS, IMPORT_ITEMS, VISITOR_CATEGORIES, YEARS};
pub(crate) use read::CUSTOMS;

/// What a cell of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The quantity itself.
    Value,
    /// A part in percent of a whole.
    Share,
    /// The change against the year before, in percent.
    Growth,
    /// A place in an order of size.
    Rank,
    /// A code of the Harmonized System.
    Code,
}

/// The place of one cell in the paper's Tables 1–6.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// The number of the table.
    pub table: u8,
    /// The row's label as printed.
    pub row: Cow<'static, str>,
    /// The column's label as printed.
    pub column: Cow<'static, str>,
    /// Which of the numbers in that cell.
    pub measure: Measure,
}

impl Address {
    /// The cell of `table` in `row` and `column`.
    pub fn new(table: u8, row: impl Into<Cow<'static, str>>, column: impl fmt::Display, measure: Measure) -> Self {
        Self { table, row: row.into(), column: Cow::Owned(column.to_string()), measure }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Table {}, {} {}", self.table, self.row, self.column)?;
        if self.measure == Measure::Growth { f.write_str(", growth") } else { Ok(()) }
    }
}

/// One cell of the paper's tables.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Where it stands.
    pub address: Address,
    /// Where it stands, in words.
    pub place: String,
    /// What is printed.
    pub text: String,
    /// The number printed; none for `N.A.` and a dash.
    pub number: Option<Printed>,
    /// The unit as the table's header prints it.
    pub unit_printed: String,
    /// The unit.
    pub unit: String,
    /// What the number means.
    pub meaning: String,
}

/// One number of the paper's text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextNumber {
    /// Its name, which is also the name of its claim.
    pub id: String,
    /// Section, paragraph and sentence.
    pub place: String,
    /// What is printed.
    pub text: String,
    /// The word that loosens or bounds it: about, over, less than.
    pub qualifier: String,
    /// The number printed; none for a span of years or a date.
    pub number: Option<Printed>,
    /// Its unit.
    pub unit: String,
    /// The period it speaks of.
    pub period: String,
    /// What the number means.
    pub meaning: String,
}

/// One figure printed by others.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is measured.
    pub series: String,
    /// When.
    pub period: String,
    /// The number; a round one is taken as rounded.
    pub number: Printed,
    /// Who reports it.
    pub source: String,
}

/// Everything the claims are held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    cells: Vec<Cell>,
    numbers: Vec<TextNumber>,
    figures: Vec<Figure>,
}

impl Evidence {
    /// The cells of the paper's tables, in the paper's order.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The numbers of the paper's text, in the paper's order.
    pub fn numbers(&self) -> &[TextNumber] {
        &self.numbers
    }

    /// The figures printed by others.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// A cell by its address.
    pub fn cell(&self, address: &Address) -> Result<&Cell, Error> {
        self.cells
            .iter()
            .find(|cell| cell.address == *address)
            .ok_or_else(|| Error::new(ErrorKind::Name, format!("the paper has no cell at {address}")))
    }

    /// The number in a cell; an error if the paper prints none there.
    pub fn at(&self, address: &Address) -> Result<&Printed, Error> {
        let cell = self.cell(address)?;
        cell.number
            .as_ref()
            .ok_or_else(|| Error::new(ErrorKind::Gap, format!("the paper prints `{}` at {address}", cell.text)))
    }

    /// A number of the paper's text by its name.
    pub fn number(&self, id: &str) -> Result<&TextNumber, Error> {
        self.numbers
            .iter()
            .find(|number| number.id == id)
            .ok_or_else(|| Error::unknown_name("number", id, self.numbers.iter().map(|number| number.id.as_str())))
    }

    /// The first figure of a series in a period; `by` is part of its source's name, or empty for any source.
    pub fn figure(&self, series: &str, period: &str, by: &str) -> Result<&Figure, Error> {
        self.figures
            .iter()
            .find(|figure| figure.series == series && figure.period == period && figure.source.contains(by))
            .ok_or_else(|| {
                let by = if by.is_empty() { String::new() } else { format!(" by {by}") };
                Error::new(ErrorKind::Name, format!("no figure of {series} for {period}{by} is bundled"))
            })
    }

    /// The same evidence with one cell printed otherwise: what the verdicts would be if the paper had said so.
    pub fn with_cell(mut self, address: &Address, text: &str) -> Result<Self, Error> {
        let number = Printed::parse(text)?;
        self.cell(address)?;
        for cell in self.cells.iter_mut().filter(|cell| cell.address == *address) {
            cell.text = text.to_owned();
            cell.number = Some(number.clone());
        }
        Ok(self)
    }

    /// The same evidence with one number of the text printed otherwise.
    pub fn with_number(mut self, id: &str, text: &str) -> Result<Self, Error> {
        let number = Printed::parse(text)?;
        self.number(id)?;
        for entry in self.numbers.iter_mut().filter(|entry| entry.id == id) {
            entry.text = text.to_owned();
            entry.number = Some(number.clone());
        }
        Ok(self)
    }

    /// The same evidence with the figures of a series in a period reading otherwise.
    pub fn with_figure(mut self, series: &str, period: &str, text: &str) -> Result<Self, Error> {
        let number = Printed::parse(text)?;
        self.figure(series, period, "")?;
        for figure in self.figures.iter_mut().filter(|figure| figure.series == series && figure.period == period) {
            figure.number = number.clone();
        }
        Ok(self)
    }
}
