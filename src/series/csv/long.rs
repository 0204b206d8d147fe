//! Long tables: a line for every item in every period, names beside numbers.

use super::options::CsvOptions;
use super::source::Source;
use super::{columns, dialect, header};
use crate::Error;

/// One line of a long table.
pub(crate) struct LongRow<const T: usize, const N: usize> {
    /// Its place in the file, from 1.
    pub line: usize,
    /// Its texts, in the order asked for.
    pub texts: [String; T],
    /// Its numbers, in the order asked for; none where a cell is missing.
    pub numbers: [Option<f64>; N],
}

/// Reads these columns of a long table as carefully as [`Frame::read_csv`](crate::Frame::read_csv) reads a frame; other
/// columns are passed over.
pub(crate) fn read_long<const T: usize, const N: usize>(
    text: &[u8],
    file: &str,
    options: &CsvOptions,
    texts: [&str; T],
    numbers: [&str; N],
) -> Result<Vec<LongRow<T, N>>, Error> {
    let source = Source::new(text, file)?;
    let mut notes = Vec::new();
    let (records, delimiter) = dialect::split(&source, options.delimiter, &mut notes)?;
    header::check(&source, &records, options)?;
    let places = |names: &[&str]| {
        let options = options.clone().columns(names.iter().copied());
        header::wanted(&source, &records, &options, None, false)
    };
    let (text_places, number_places) = (places(&texts)?, places(&numbers)?);
    let options = options.clone().skip_text(false);
    let columns = columns::read(&source, &records, &number_places, &options, delimiter, &mut notes)?;
    let row = |index: usize| {
        let cells = records.record(index);
        LongRow {
            line: cells.first().map_or(0, |cell| source.line(cell.offset)),
            texts: std::array::from_fn(|i| {
                text_places.get(i).and_then(|place| cells.get(*place)).map_or(String::new(), |c| c.text.to_string())
            }),
            numbers: std::array::from_fn(|i| *columns.get(i)?.cells.get(index - 1)?),
        }
    };
    Ok((1..records.len()).map(row).collect())
}
