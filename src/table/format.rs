//! The formats a table can be rendered in.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::{Error, ErrorKind};

/// What a table is rendered as.
///
/// ```
/// use yalu::table::Format;
/// assert_eq!("latex".parse::<Format>()?, Format::Latex);
/// assert_eq!("tex".parse::<Format>()?, Format::Latex);
/// assert_eq!(Format::of_path("tables/granger.md")?, Format::Markdown);
/// assert!("docx".parse::<Format>().is_err());
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Aligned columns for the terminal.
    #[default]
    Text,
    /// A GitHub-flavoured Markdown table.
    Markdown,
    /// A `table` environment with booktabs rules, to be included in a document.
    Latex,
    /// A self-contained `<table>` with inline style.
    Html,
    /// Comma-separated values, ten significant digits.
    Csv,
    /// An object with the rows as records, full precision.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [Self::Text, Self::Markdown, Self::Latex, Self::Html, Self::Csv, Self::Json];

    /// The name by which `--format` knows it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Latex => "latex",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The extension of its files.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Latex => "tex",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The format that a file's extension names.
    ///
    /// # Errors
    /// If it has none, or one of no format.
    pub fn of_path(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some(extension) => extension.parse(),
            None => Err(Error::new(
                ErrorKind::Argument,
                format!("`{}` has no extension to say in which format to write it", path.display()),
            )
            .remedy(format!("end the name in one of {}", extensions()))),
        }
    }
}

impl FromStr for Format {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wanted = text.trim().to_ascii_lowercase();
        let wanted = if wanted == "htm" { "html" } else { wanted.as_str() };
        Self::ALL
            .into_iter()
            .find(|format| format.name() == wanted || format.extension() == wanted)
            .ok_or_else(|| Error::unknown_name("format", text, Self::ALL.map(Self::name)))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

fn extensions() -> String {
    Format::ALL.map(|format| format!(".{}", format.extension())).join(", ")
}
