//! Reads the bundled files into [`Evidence`].

use std::collections::HashMap;

use super::{Address, Cell, Evidence, Figure, Measure, TextNumber};
use crate::replication::printed::Printed;
use crate::{Error, ErrorKind};

/// The paper's tables, each with its file.
const TABLES: [(&str, &str); 6] = [
    ("paper_table1.csv", include_str!("../../../data/paper_table1.csv")),
    ("paper_table2.csv", include_str!("../../../data/paper_table2.csv")),
    ("paper_table3.csv", include_str!("../../../data/paper_table3.csv")),
    ("paper_table4.csv", include_str!("../../../data/paper_table4.csv")),
    ("paper_table5.csv", include_str!("../../../data/paper_table5.csv")),
    ("paper_table6.csv", include_str!("../../../data/paper_table6.csv")),
];
const TEXT_NUMBERS: (&str, &str) = ("paper_text_numbers.csv", include_str!("../../../data/paper_text_numbers.csv"));
const PUBLISHED: (&str, &str) = ("published_figures.csv", include_str!("../../../data/published_figures.csv"));
const CHINA_REPORTED: (&str, &str) =
    ("china_reported_annual.csv", include_str!("../../../data/china_reported_annual.csv"));
const CRUDE_STEEL: (&str, &str) = ("crude_steel_annual.csv", include_str!("../../../data/crude_steel_annual.csv"));

/// How the annual customs totals are named as a source.
pub(crate) const CUSTOMS: &str = "China's customs, final (IMF Direction of Trade Statistics)";
/// How the steel figures are named as a source.
const STEEL: &str = "worldsteel yearbooks";

impl Evidence {
    /// The paper and the figures bundled with the library.
    pub fn bundled() -> Result<Self, Error> {
        let mut cells = Vec::new();
        for table in TABLES {
            for record in Record::all(table)? {
                cells.push(cell(&record)?);
            }
        }
        let numbers = Record::all(TEXT_NUMBERS)?.iter().map(text_number).collect::<Result<_, _>>()?;
        let mut figures = Vec::new();
        for record in Record::all(PUBLISHED)? {
            figures.extend(published(&record)?);
        }
        figures.extend(wide(CHINA_REPORTED, CUSTOMS)?);
        figures.extend(wide(CRUDE_STEEL, STEEL)?);
        Ok(Self { cells, numbers, figures })
    }
}

/// One row of a file, by column.
struct Record {
    file: &'static str,
    line: usize,
    fields: HashMap<String, String>,
    order: Vec<String>,
}

impl Record {
    fn all((file, text): (&'static str, &'static str)) -> Result<Vec<Self>, Error> {
        let refused = |error: csv::Error| Error::new(ErrorKind::Csv, error.to_string()).in_file(file);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let order: Vec<String> = reader.headers().map_err(refused)?.iter().map(str::to_owned).collect();
        reader
            .records()
            .enumerate()
            .map(|(row, record)| {
                let record = record.map_err(refused)?;
                let fields = order.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
                Ok(Self { file, line: row + 2, fields, order: order.clone() })
            })
            .collect()
    }

    fn text(&self, column: &str) -> Result<&str, Error> {
        self.fields.get(column).map(String::as_str).ok_or_else(|| {
            Error::unknown_name("column", column, self.order.iter().map(String::as_str)).in_file(self.file)
        })
    }

    fn refuse(&self, what: String) -> Error {
        Error::new(ErrorKind::Csv, what).in_file(self.file).at_line(self.line)
    }
}

fn cell(record: &Record) -> Result<Cell, Error> {
    let table = record.text("table")?;
    let table = table.parse().map_err(|_| record.refuse(format!("`{table}` is not the number of a table")))?;
    let measure = match record.text("measure")? {
        "value" => Measure::Value,
        "share" => Measure::Share,
        "growth" => Measure::Growth,
        "rank" => Measure::Rank,
        "code" => Measure::Code,
        other => return Err(record.refuse(format!("`{other}` is not a measure"))),
    };
    let text = record.text("printed")?.to_owned();
    Ok(Cell {
        address: Address::new(table, record.text("row")?.to_owned(), record.text("column")?, measure),
        place: record.text("locus")?.to_owned(),
        number: Printed::parse(&text).ok(),
        text,
        unit_printed: record.text("unit_printed")?.to_owned(),
        unit: record.text("unit")?.to_owned(),
        meaning: record.text("meaning")?.to_owned(),
    })
}

fn text_number(record: &Record) -> Result<TextNumber, Error> {
    let (text, value) = (record.text("printed")?, record.text("value")?);
    let number = match (value, Printed::parse(text)) {
        ("", _) => None,
        (_, Ok(number)) => Some(number),
        (_, Err(_)) => Some(Printed::in_words(text, value)?),
    };
    Ok(TextNumber {
        id: record.text("id")?.to_owned(),
        place: record.text("locus")?.to_owned(),
        text: text.to_owned(),
        qualifier: record.text("qualifier")?.to_owned(),
        number,
        unit: record.text("unit")?.to_owned(),
        period: record.text("period")?.to_owned(),
        meaning: record.text("meaning")?.to_owned(),
    })
}

/// A published figure, and after it the growth over a year that was printed beside it, if one was.
fn published(record: &Record) -> Result<Vec<Figure>, Error> {
    let (reporter, vintage) = (record.text("reported_by")?, record.text("vintage")?);
    let series = record.text("series")?.to_owned();
    let figure = Figure {
        period: record.text("period")?.to_owned(),
        number: Printed::parse(record.text("value")?)?.loosened(),
        source: if vintage.is_empty() { reporter.to_owned() } else { format!("{reporter}, {vintage}") },
        series: series.clone(),
    };
    let growth = record.text("growth_over_year")?.trim_start_matches('+');
    if growth.is_empty() {
        return Ok(vec![figure]);
    }
    let growth = Figure { series: format!("{series}_growth"), number: Printed::parse(growth)?, ..figure.clone() };
    Ok(vec![figure, growth])
}

/// A file with a column of periods and a column for each series.
fn wide(file: (&'static str, &'static str), source: &str) -> Result<Vec<Figure>, Error> {
    let mut figures = Vec::new();
    for record in Record::all(file)? {
        let period = record.text("period")?;
        for series in record.order.iter().filter(|name| *name != "period") {
            let value = record.text(series)?;
            if !value.is_empty() {
                figures.push(Figure {
                    series: series.clone(),
                    period: period.to_owned(),
                    number: Printed::parse(value)?,
                    source: source.to_owned(),
                });
            }
        }
    }
    Ok(figures)
}
