//! Where the data come from: a CSV file, standard input, or a bundled data set.

use std::io::Read;
use std::path::Path;

use clap::{Args, ValueEnum};
use yalu::datasets::Shape;
use yalu::series::{Calendar, CsvOptions, DateColumn, DecimalMark, Delimiter};
use yalu::{Error, ErrorKind, Frame, Frequency, Panel, Period, datasets};

use super::answer::Data;

/// The heading of these options in `--help`.
const HEADING: &str = "Reading the file";

/// Which data to read, and how.
#[derive(Args, Clone)]
pub struct Source {
    /// A CSV file, `-` for standard input, or the name of a bundled data set (see `yalu data list`)
    #[arg(value_name = "FILE")]
    file: String,
    /// The column of dates, or `none` to number the rows; by default the first, if it holds dates
    #[arg(long, value_name = "COLUMN|none", help_heading = HEADING)]
    date: Option<String>,
    /// The frequency of dates that do not say it, such as `2010-03-31`; found out if not given
    #[arg(long, value_name = "FREQUENCY", help_heading = HEADING)]
    frequency: Option<FrequencyName>,
    /// The character between fields; found out if not given
    #[arg(long, value_name = "CHARACTER", help_heading = HEADING)]
    delimiter: Option<DelimiterName>,
    /// The decimal mark; found out if not given
    #[arg(long, value_name = "MARK", help_heading = HEADING)]
    decimal: Option<DecimalName>,
    /// Leave out columns of text instead of refusing them
    #[arg(long, help_heading = HEADING)]
    skip_text: bool,
    /// Read these columns only, separated by commas
    #[arg(long, value_name = "COLUMN", value_delimiter = ',', help_heading = HEADING)]
    columns: Vec<String>,
    /// The first period to use
    #[arg(long, value_name = "PERIOD", help_heading = HEADING)]
    from: Option<Period>,
    /// The last period to use
    #[arg(long, value_name = "PERIOD", help_heading = HEADING)]
    to: Option<Period>,
}

#[derive(Clone, Copy, ValueEnum)]
enum FrequencyName {
    Annual,
    HalfYearly,
    Quarterly,
    Monthly,
}

#[derive(Clone, Copy, ValueEnum)]
enum DelimiterName {
    #[value(alias = ",")]
    Comma,
    #[value(alias = ";")]
    Semicolon,
    Tab,
}

#[derive(Clone, Copy, ValueEnum)]
enum DecimalName {
    #[value(alias = ".")]
    Point,
    #[value(alias = ",")]
    Comma,
}

impl Source {
    /// Reads the frame, restricted to the sample asked for, with what JSON says about the data.
    pub fn read(&self) -> anyhow::Result<(Frame, Data)> {
        let bytes = self.bytes()?;
        self.refuse_records()?;
        let mut frame = Frame::from_csv_text(&bytes, &self.name(), &self.options())?;
        if self.from.is_some() || self.to.is_some() {
            frame = self.window(frame)?;
        }
        let frequency = match frame.calendar() {
            Calendar::From(start) => Some(start.frequency().to_string()),
            Calendar::Rows => None,
        };
        let data = Data { file: self.name(), sha256: datasets::sha256_hex(&bytes), rows: frame.rows(), frequency };
        Ok((frame, data))
    }

    /// Reads a panel whose units stand in this column, restricted to the sample asked for, with what JSON says about the data.
    pub fn panel(&self, unit: &str) -> anyhow::Result<(Panel, Data)> {
        let bytes = self.bytes()?;
        self.refuse_records()?;
        let mut panel = Panel::from_csv_text(&bytes, &self.name(), unit, &self.options())?;
        if self.from.is_some() || self.to.is_some() {
            panel = panel.window(self.from, self.to)?;
        }
        let frequency = panel.frequency().map(|frequency| frequency.to_string());
        let data = Data { file: self.name(), sha256: datasets::sha256_hex(&bytes), rows: panel.rows(), frequency };
        Ok((panel, data))
    }

    /// Another file, written in the same way, with its own dates and columns.
    pub fn beside(&self, file: &str) -> Self {
        let file = file.to_owned();
        Self { file, date: None, frequency: None, columns: Vec::new(), from: None, to: None, ..self.clone() }
    }

    /// An error if this is a bundled table of records, which has no columns of series.
    fn refuse_records(&self) -> Result<(), Error> {
        let bundled = self.file != "-" && !Path::new(&self.file).exists();
        match datasets::get(&self.file) {
            Ok(dataset) if bundled && dataset.shape() == Shape::Records => Err(Error::new(
                ErrorKind::Argument,
                format!("`{}` has a line for each number it records, not columns of series", self.file),
            )
            .remedy(format!("`yalu data show {0}` says what is in it; `yalu data list` names the frames", self.file))),
            _ => Ok(()),
        }
    }

    /// The raw bytes: a file before a data set of the same name.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        if self.file == "-" {
            let mut bytes = Vec::new();
            std::io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .map_err(|cause| Error::new(ErrorKind::Io, format!("cannot read standard input: {cause}")))?;
            return Ok(bytes);
        }
        let path = Path::new(&self.file);
        if path.exists() {
            return std::fs::read(path).map_err(|cause| {
                Error::new(ErrorKind::Io, format!("cannot read `{}`: {cause}", self.file)).remedy("name a CSV file")
            });
        }
        match datasets::get(&self.file) {
            Ok(dataset) => Ok(dataset.text().as_bytes().to_vec()),
            Err(_) if path.extension().is_some() || self.file.contains('/') => {
                Err(Error::new(ErrorKind::Io, format!("there is no file `{}`", self.file))
                    .remedy("check the path; `yalu data list` names the bundled data sets"))
            }
            Err(error) => Err(Error::new(error.kind(), format!("there is no file `{}`, and {error}", self.file))),
        }
    }

    /// The file as results speak of it.
    pub fn name(&self) -> String {
        if self.file == "-" { "standard input".to_owned() } else { self.file.clone() }
    }

    /// The periods asked for with `--from` and `--to`.
    pub fn ends(&self) -> (Option<Period>, Option<Period>) {
        (self.from, self.to)
    }

    /// How to read the file.
    pub fn options(&self) -> CsvOptions {
        let mut options = CsvOptions::default().skip_text(self.skip_text);
        options = match self.date.as_deref() {
            None => options,
            Some("none") => options.date(DateColumn::None),
            Some(column) => options.date(DateColumn::Named(column.to_owned())),
        };
        if let Some(frequency) = self.frequency {
            options = options.frequency(match frequency {
                FrequencyName::Annual => Frequency::Annual,
                FrequencyName::HalfYearly => Frequency::HalfYearly,
                FrequencyName::Quarterly => Frequency::Quarterly,
                FrequencyName::Monthly => Frequency::Monthly,
            });
        }
        if let Some(delimiter) = self.delimiter {
            options = options.delimiter(match delimiter {
                DelimiterName::Comma => Delimiter::Comma,
                DelimiterName::Semicolon => Delimiter::Semicolon,
                DelimiterName::Tab => Delimiter::Tab,
            });
        }
        if let Some(decimal) = self.decimal {
            options = options.decimal(match decimal {
                DecimalName::Point => DecimalMark::Point,
                DecimalName::Comma => DecimalMark::Comma,
            });
        }
        if self.columns.is_empty() { options } else { options.columns(self.columns.iter().cloned()) }
    }

    fn window(&self, frame: Frame) -> Result<Frame, Error> {
        let Calendar::From(start) = frame.calendar() else {
            return Err(Error::new(ErrorKind::Calendar, "`--from` and `--to` need dates, and the rows have none")
                .remedy("name the column of dates with --date"));
        };
        let end = start.plus(frame.rows() as i64 - 1);
        frame.window(self.from.unwrap_or(start), self.to.unwrap_or(end))
    }
}
