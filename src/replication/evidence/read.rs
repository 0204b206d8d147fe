//! Reads the data sets into [`Evidence`].

use super::{Address, Cell, Evidence, Figure, Measure, TextNumber};
use crate::datasets::{self, Dataset, Record};
use crate::replication::printed::Printed;
use crate::{Error, ErrorKind};

const TABLES: [&str; 6] =
    ["paper_table1", "paper_table2", "paper_table3", "paper_table4", "paper_table5", "paper_table6"];

/// How the annual customs totals are named as a source.
pub(crate) const CUSTOMS: &str = "China's customs in their final state";
/// How the books of North Korea's other partners are named as a source.
pub(super) const PARTNERS: &str = "the partner's own customs";
/// How the steel figures are named as a source.
const STEEL: &str = "worldsteel yearbooks";

impl Evidence {
    /// The paper and the figures bundled with the library.
    pub fn bundled() -> Result<Self, Error> {
        Self::from_datasets(datasets::all()?)
    }

    /// The same from data sets at hand, as those of a folder.
    ///
    /// # Errors
    /// If one of the data sets is missing, lacks a column, or has a cell that cannot be read.
    pub fn from_datasets(all: &[Dataset]) -> Result<Self, Error> {
        let mut cells = Vec::new();
        for table in TABLES {
            cells.extend(each(all, table, cell)?);
        }
        let numbers = each(all, "paper_text_numbers", text_number)?;
        let mut figures: Vec<Figure> = each(all, "published_figures", published)?.into_iter().flatten().collect();
        figures.extend(wide(all, "china_reported_annual", CUSTOMS)?);
        figures.extend(wide(all, "crude_steel_annual", STEEL)?);
        figures.extend(wide(all, "other_partners_annual", PARTNERS)?);
        Ok(Self { cells, numbers, figures })
    }
}

fn dataset<'d>(all: &'d [Dataset], name: &str) -> Result<&'d Dataset, Error> {
    all.iter()
        .find(|dataset| dataset.name() == name)
        .ok_or_else(|| Error::unknown_name("data set", name, all.iter().map(Dataset::name)))
}

/// Reads every record of a data set; an error names its file and line.
fn each<T>(all: &[Dataset], name: &str, read: impl Fn(Record<'_>) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    let dataset = dataset(all, name)?;
    let records = dataset.records()?;
    // The header is line 1.
    let rows = records.iter().zip(2..);
    rows.map(|(record, line)| read(record).map_err(|error| error.in_file(dataset.file()).at_line(line))).collect()
}

fn cell(record: Record<'_>) -> Result<Cell, Error> {
    let refuse = |what: String| Error::new(ErrorKind::Csv, what);
    let table = record.get("table")?;
    let table = table.parse().map_err(|_| refuse(format!("`{table}` is not the number of a table")))?;
    let measure = match record.get("measure")? {
        "value" => Measure::Value,
        "share" => Measure::Share,
        "growth" => Measure::Growth,
        "rank" => Measure::Rank,
        "code" => Measure::Code,
        other => return Err(refuse(format!("`{other}` is not a measure"))),
    };
    let text = record.get("printed")?.to_owned();
    Ok(Cell {
        address: Address::new(table, record.get("row")?.to_owned(), record.get("column")?, measure),
        place: record.get("locus")?.to_owned(),
        number: Printed::parse(&text).ok(),
        text,
        period: record.get("period")?.replace("..", " to "),
        unit_printed: record.get("unit_printed")?.to_owned(),
        unit: record.get("unit")?.to_owned(),
        meaning: record.get("meaning")?.to_owned(),
    })
}

fn text_number(record: Record<'_>) -> Result<TextNumber, Error> {
    let (text, value) = (record.get("printed")?, record.get("value")?);
    let number = match (value, Printed::parse(text)) {
        ("", _) => None,
        (_, Ok(number)) => Some(number),
        (_, Err(_)) => Some(Printed::in_words(text, value)?),
    };
    Ok(TextNumber {
        id: record.get("id")?.to_owned(),
        place: record.get("locus")?.to_owned(),
        text: text.to_owned(),
        qualifier: record.get("qualifier")?.to_owned(),
        number,
        unit: record.get("unit")?.to_owned(),
        period: record.get("period")?.to_owned(),
        meaning: record.get("meaning")?.to_owned(),
    })
}

/// A published figure, and after it the growth over a year that was printed beside it, if one was.
fn published(record: Record<'_>) -> Result<Vec<Figure>, Error> {
    let (reporter, vintage) = (record.get("reported_by")?, record.get("vintage")?);
    let series = record.get("series")?.to_owned();
    let figure = Figure {
        period: record.get("period")?.to_owned(),
        number: Printed::parse(record.get("value")?)?.loosened(),
        source: if vintage.is_empty() { reporter.to_owned() } else { format!("{reporter}, {vintage}") },
        series: series.clone(),
    };
    let growth = record.get("growth_over_year")?.trim_start_matches('+');
    if growth.is_empty() {
        return Ok(vec![figure]);
    }
    let growth = Figure { series: format!("{series}_growth"), number: Printed::parse(growth)?, ..figure.clone() };
    Ok(vec![figure, growth])
}

/// The cells of a frame, each with the digits it is written with.
fn wide(all: &[Dataset], name: &str, source: &str) -> Result<Vec<Figure>, Error> {
    let fields: Vec<&str> = dataset(all, name)?.fields().iter().map(|field| field.name.as_str()).collect();
    let rows = each(all, name, |record| {
        let period = record.get("period")?;
        let mut figures = Vec::new();
        for series in fields.iter().filter(|field| **field != "period") {
            let text = record.get(series)?;
            if !text.is_empty() {
                figures.push(Figure {
                    series: (*series).to_owned(),
                    period: period.to_owned(),
                    number: Printed::parse(text)?,
                    source: source.to_owned(),
                });
            }
        }
        Ok(figures)
    })?;
    Ok(rows.into_iter().flatten().collect())
}
