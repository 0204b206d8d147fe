//! From the dates of the rows to a calendar without holes: frequency, order, and rows that are absent.

use super::dates::Dates;
use super::options::CsvOptions;
use super::records::{Cell, Records};
use super::source::Source;
use crate::period::{Spelling, days_in};
use crate::{Error, ErrorKind, Frequency, Note, Period};

/// Names of a column that holds the part of a year.
const PART_NAMES: [&str; 8] = ["quarter", "qtr", "q", "month", "m", "half", "halfyear", "h"];

/// Where each line of the file stands on the calendar.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) start: Period,
    /// The row of each line.
    pub(super) rows: Vec<usize>,
    /// Rows in all, those included that the file does not have.
    pub(super) total: usize,
}

impl Places {
    /// The cells of the lines in their rows, missing where there is no line.
    pub(super) fn spread(&self, cells: &[Option<f64>]) -> Vec<Option<f64>> {
        let mut spread = vec![None; self.total];
        for (row, cell) in self.rows.iter().zip(cells) {
            spread[*row] = *cell;
        }
        spread
    }
}

/// Puts the lines on a calendar.
pub(super) fn place(
    source: &Source<'_>,
    records: &Records<'_>,
    dates: &Dates,
    options: &CsvOptions,
    notes: &mut Vec<Note>,
) -> Result<Places, Error> {
    let column = Column { source, records, index: dates.column };
    column.one_frequency(&dates.spellings)?;
    let mut periods: Vec<Period> = dates.spellings.iter().map(|s| s.period()).collect();
    column.rising(&periods)?;
    let target = match (options.frequency, dates.spellings.first()) {
        (Some(frequency), _) => Some(frequency),
        (None, Some(Spelling::Day(..))) => Some(column.spacing(&periods, notes)?),
        _ => None,
    };
    if let Some(frequency) = target {
        periods = column.at_frequency(&periods, frequency)?;
        column.rising(&periods)?;
    }
    column.places(&periods, notes)
}

/// The column of dates in its file.
struct Column<'s, 'a> {
    source: &'s Source<'a>,
    records: &'s Records<'a>,
    index: usize,
}

impl Column<'_, '_> {
    fn cell(&self, row: usize) -> (&str, usize) {
        self.records.record(row + 1).get(self.index).map_or(("", 0), |Cell { text, offset }| (text.as_ref(), *offset))
    }

    fn error(&self, kind: ErrorKind, row: usize, message: impl FnOnce(&str) -> String) -> Error {
        let (text, offset) = self.cell(row);
        self.source.error_of(kind, message(text), offset)
    }

    /// Refuses a mixture of frequencies, and days that are neither all first nor all last days of a month.
    fn one_frequency(&self, spellings: &[Spelling]) -> Result<(), Error> {
        let Some(first) = spellings.first() else { return Ok(()) };
        let kind = |s: &Spelling| match s {
            Spelling::Period(period) => period.frequency().to_string(),
            Spelling::Day(..) => "a day".to_owned(),
        };
        if let Some(row) = spellings.iter().position(|s| kind(s) != kind(first)) {
            let (before, _) = self.cell(0);
            return Err(self
                .error(ErrorKind::Frequency, row, |text| {
                    format!("`{text}` is {} where `{before}` above is {}", kind(&spellings[row]), kind(first))
                })
                .remedy("keep one frequency in a file"));
        }
        let is_first = |s: &Spelling| !matches!(s, Spelling::Day(_, day) if *day != 1);
        let is_last = |s: &Spelling| matches!(s, Spelling::Day(month, day) if *day == days_in(*month));
        if spellings.iter().all(is_first) || spellings.iter().all(is_last) {
            return Ok(());
        }
        let row = spellings.iter().position(|s| !is_first(s)).unwrap_or(0);
        Err(self
            .error(ErrorKind::Frequency, row, |text| {
                format!("`{text}` is a single day; the dates are neither all first nor all last days of a month")
            })
            .remedy("write months (2010-05); aggregate daily or weekly data to months first"))
    }

    /// Refuses doubled and unsorted dates.
    fn rising(&self, periods: &[Period]) -> Result<(), Error> {
        let Some(row) = periods.windows(2).position(|pair| pair[0] >= pair[1]).map(|before| before + 1) else {
            return Ok(());
        };
        let (before, above) = (periods[row - 1], self.source.line(self.cell(row - 1).1));
        if before == periods[row] {
            let header = self.records.record(0).iter().enumerate().filter(|(index, _)| *index != self.index);
            let part = header
                .map(|(_, cell)| cell.text.as_ref())
                .find(|name| PART_NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)));
            let error = self.error(ErrorKind::Calendar, row, |_| format!("{before} stands here and in line {above}"));
            return Err(match part {
                Some(part) => error.remedy(format!("join the year and `{part}` in one column: 2010Q1, 2010-05")),
                None => error.remedy("keep one row for each date, or read the rows without dates (`--date none`)"),
            });
        }
        let remedy = if periods.windows(2).all(|pair| pair[0] > pair[1]) {
            "the newest date stands first: turn the order of the rows round"
        } else {
            "sort the rows by date"
        };
        Err(self
            .error(ErrorKind::Calendar, row, |_| format!("{} comes after {before} in line {above}", periods[row]))
            .remedy(remedy))
    }

    /// The frequency that the steps between months show.
    fn spacing(&self, months: &[Period], notes: &mut Vec<Note>) -> Result<Frequency, Error> {
        let mut common = 0;
        for pair in months.windows(2) {
            common = greatest_common_divisor(common, pair[1].since(pair[0])?.unsigned_abs());
        }
        let frequency = match common {
            1 => Frequency::Monthly,
            3 => Frequency::Quarterly,
            6 => Frequency::HalfYearly,
            months if months > 0 && months % 12 == 0 => Frequency::Annual,
            _ => {
                let message = match common {
                    0 => "a single date does not show how often the data come".to_owned(),
                    months => format!("the dates are {months} months apart, which is no frequency known here"),
                };
                return Err(self
                    .error(ErrorKind::Frequency, 0, |_| message)
                    .remedy("write 2010, 2010H1, 2010Q2 or 2010-05, or say `--frequency`"));
            }
        };
        notes.push(Note::new(format!("the data are {frequency}, as the spacing of their dates shows")));
        Ok(frequency)
    }

    /// Months as the longer periods they begin or end.
    fn at_frequency(&self, periods: &[Period], frequency: Frequency) -> Result<Vec<Period>, Error> {
        let own = periods.first().map_or(frequency, |period| period.frequency());
        if own == frequency {
            return Ok(periods.to_vec());
        }
        if own != Frequency::Monthly {
            return Err(self
                .error(ErrorKind::Frequency, 0, |text| {
                    format!("`{text}` is {own} where {frequency} data are asked for")
                })
                .remedy("read the file at its own frequency and aggregate"));
        }
        let longer: Vec<Period> = periods.iter().map(|month| month.convert(frequency)).collect::<Result<_, _>>()?;
        let pairs = || periods.iter().zip(&longer);
        let begin = pairs().all(|(month, long)| long.first(own).as_ref() == Ok(month));
        let end = pairs().all(|(month, long)| long.last(own).as_ref() == Ok(month));
        if begin || end {
            return Ok(longer);
        }
        let row = pairs().position(|(month, long)| long.first(own).as_ref() != Ok(month)).unwrap_or(0);
        Err(self
            .error(ErrorKind::Frequency, row, |text| {
                format!("`{text}`: the dates neither all begin nor all end {frequency} periods of the calendar")
            })
            .remedy("write 2010, 2010H1 or 2010Q2"))
    }

    /// Rows for every period from the first to the last; those the file does not have are noted.
    fn places(&self, periods: &[Period], notes: &mut Vec<Note>) -> Result<Places, Error> {
        let &[start, ..] = periods else {
            return Err(Error::new(ErrorKind::Csv, "there are no rows").in_file(self.source.file));
        };
        let rows: Vec<usize> = periods
            .iter()
            .map(|period| Ok(usize::try_from(period.since(start)?).unwrap_or(0)))
            .collect::<Result<_, Error>>()?;
        let total = rows.last().map_or(0, |last| last + 1);
        let absent = total.saturating_sub(rows.len());
        if absent > rows.len() {
            return Err(self
                .error(ErrorKind::Calendar, rows.len() - 1, |text| {
                    format!("from {start} to `{text}` {absent} of {total} {} dates have no row", start.frequency())
                })
                .remedy("check the dates; say `--frequency` if the data come less often; or read them without dates (`--date none`)"));
        }
        if absent > 0 {
            let holes: Vec<String> = periods
                .windows(2)
                .filter(|pair| pair[0].plus(1) != pair[1])
                .map(|pair| match (pair[0].plus(1), pair[1].plus(-1)) {
                    (one, same) if one == same => one.to_string(),
                    (first, last) => format!("{first} to {last}"),
                })
                .collect();
            let shown = holes.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
            let more = if holes.len() > 5 { ", …" } else { "" };
            notes.push(Note::new(format!(
                "the file has no row for {shown}{more}: {absent} row(s) of missing cells put in"
            )));
        }
        Ok(Places { start, rows, total })
    }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
