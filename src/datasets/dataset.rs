//! One data set: its text and what is known about it.

use std::borrow::Cow;
use std::path::Path;

use super::Records;
use super::descriptor::{Descriptor, Field, License, Package, Shape, Source};
use super::hash::sha256_hex;
use crate::series::{CsvOptions, DateColumn, DecimalMark, Delimiter};
use crate::{Error, ErrorKind, Frame};

/// A table of the data package with its provenance.
///
/// ```
/// let trade = yalu::datasets::get("china_reported_annual")?;
/// trade.verify()?;
/// assert_eq!(trade.unit(), "USD million");
/// let exports = trade.frame()?.series("nk_exports_to_china")?;
/// assert_eq!((exports.start().to_string(), exports.len()), ("1978".to_string(), 43));
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    descriptor: Descriptor,
    text: Cow<'static, str>,
}

impl Dataset {
    pub(super) fn new(descriptor: Descriptor, text: impl Into<Cow<'static, str>>) -> Self {
        Self { descriptor, text: text.into() }
    }

    /// Every data set of a folder that has a `datapackage.json`, read but not yet verified.
    ///
    /// # Errors
    /// If the descriptor or one of its files cannot be read, or a file's path leads out of the folder.
    pub fn from_dir(dir: impl AsRef<Path>) -> Result<Vec<Self>, Error> {
        let dir = dir.as_ref();
        let file = dir.join("datapackage.json");
        let package = Package::parse(&read(&file)?, &file.display().to_string())?;
        let dataset = |descriptor: Descriptor| {
            let path = Path::new(&descriptor.path);
            if path.file_name() != Some(path.as_os_str()) {
                return Err(Error::new(
                    ErrorKind::Io,
                    format!("`{}` is not the name of a file in this folder", descriptor.path),
                )
                .in_file(file.display().to_string())
                .remedy("put the file beside the descriptor and give its bare name as `path`"));
            }
            let text = read(&dir.join(path))?;
            Ok(Self::new(descriptor, text))
        };
        package.resources.into_iter().map(dataset).collect()
    }

    /// The name by which [`get`](super::get) finds it.
    pub fn name(&self) -> &str {
        &self.descriptor.name
    }

    /// The name of its file.
    pub fn file(&self) -> &str {
        &self.descriptor.path
    }

    /// What it is, in a line.
    pub fn title(&self) -> &str {
        &self.descriptor.title
    }

    /// What it is, in a sentence or two.
    pub fn description(&self) -> &str {
        &self.descriptor.description
    }

    /// Where its numbers were read.
    pub fn sources(&self) -> &[Source] {
        &self.descriptor.sources
    }

    /// On what terms they are quoted.
    pub fn terms(&self) -> &str {
        &self.descriptor.terms
    }

    /// Licences with a name, where a source has one.
    pub fn licenses(&self) -> &[License] {
        &self.descriptor.licenses
    }

    /// The unit of most columns; [`fields`](Self::fields) has each column's own.
    pub fn unit(&self) -> &str {
        &self.descriptor.unit
    }

    /// Its columns.
    pub fn fields(&self) -> &[Field] {
        &self.descriptor.schema.fields
    }

    /// As of when its numbers are.
    pub fn vintage(&self) -> &str {
        &self.descriptor.vintage
    }

    /// What to know before using it.
    pub fn caveats(&self) -> &[String] {
        &self.descriptor.caveats
    }

    /// Whether it is a frame or a list of records.
    pub fn shape(&self) -> Shape {
        self.descriptor.shape
    }

    /// The file's text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// SHA-256 of the text at hand, in hexadecimal digits.
    pub fn sha256(&self) -> String {
        sha256_hex(self.text.as_bytes())
    }

    /// Compares size and SHA-256 with the descriptor's.
    ///
    /// # Errors
    /// If either differs: the numbers are not those that were checked.
    pub fn verify(&self) -> Result<(), Error> {
        let differs = |what: &str, stated: &str, found: &str| {
            Err(Error::new(ErrorKind::Integrity, format!("the {what} is {found}; the descriptor states {stated}"))
                .in_file(self.file())
                .remedy("restore the file, or correct its `bytes` and `hash` in `datapackage.json` and say why"))
        };
        let (stated, found) = (self.descriptor.bytes, self.text.len());
        if stated != found {
            return differs("size in bytes", &stated.to_string(), &found.to_string());
        }
        let found = format!("sha256:{}", self.sha256());
        if self.descriptor.hash != found {
            return differs("hash", &self.descriptor.hash, &found);
        }
        Ok(())
    }

    /// The rows as texts under the header's names; every data set has them.
    pub fn records(&self) -> Result<Records, Error> {
        Records::parse(self.text(), self.file())
    }

    /// The table as numbers on a calendar.
    ///
    /// # Errors
    /// If the data set has text columns.
    pub fn frame(&self) -> Result<Frame, Error> {
        match self.shape() {
            Shape::Frame => {
                // The dialect is the descriptor's, so nothing is left to be found out.
                let options = CsvOptions::default()
                    .delimiter(Delimiter::Comma)
                    .decimal(DecimalMark::Point)
                    .date(DateColumn::Named("period".to_owned()));
                Frame::from_csv_text(self.text(), self.file(), &options)
            }
            Shape::Records => Err(Error::new(
                ErrorKind::Argument,
                format!("`{}` is a list of records with text columns, not a frame", self.name()),
            )
            .remedy("read it with `records()`")),
        }
    }
}

fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|e| {
        Error::new(ErrorKind::Io, format!("cannot be read as UTF-8 text: {e}"))
            .in_file(path.display().to_string())
            .remedy("give the folder that has `datapackage.json` and the files it lists")
    })
}
