//! The crate's one error type: what is wrong, where, and what to do about it.

use std::fmt;

/// What went wrong, coarsely; the message has the particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file could not be read or written.
    Io,
    /// A file's text cannot be read with certainty as a table.
    Csv,
    /// A text is not a period, or more than one.
    Period,
    /// A name (of a column, a data set, a test, a claim) does not exist.
    Name,
    /// A formula's text is not a formula.
    Formula,
    /// A date is missing, doubled or out of order.
    Calendar,
    /// Two series, or a series and a date, have different frequencies.
    Frequency,
    /// A value is missing inside the sample.
    Gap,
    /// A value is NaN or infinite, or an operation would make it so.
    NonFinite,
    /// A series or a regressor does not vary.
    Constant,
    /// Regressors are exact linear combinations of each other.
    Collinear,
    /// Too few observations for what was asked.
    Sample,
    /// An argument is outside its range, or two contradict each other.
    Argument,
    /// An iteration did not reach a solution that passes its own check.
    Convergence,
    /// A number that should not have changed has changed (a checksum, a reproduced file).
    Integrity,
}

/// A place in a text: a file, and the line and column in it, each counted from one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Position {
    /// The file as the user named it.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column, from 1, in characters.
    pub column: Option<usize>,
}

/// An error that names the thing, the need and the remedy.
///
/// ```
/// use yalu::{Error, ErrorKind};
/// let error = Error::new(ErrorKind::Sample, "Granger with 4 lags needs 14 observations, found 9")
///     .remedy("use fewer lags or a longer sample");
/// assert_eq!(
///     error.to_string(),
///     "Granger with 4 lags needs 14 observations, found 9 — use fewer lags or a longer sample"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    remedy: Option<String>,
    position: Option<Box<Position>>,
}

impl Error {
    /// An error of this kind with a message that names the thing and the need.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), remedy: None, position: None }
    }

    /// Adds what the user can do about it.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// Adds the file; line and column stay as they are.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.position.get_or_insert_default().file = Some(file.into());
        self
    }

    /// Adds the line (from 1).
    #[must_use]
    pub fn at_line(mut self, line: usize) -> Self {
        self.position.get_or_insert_default().line = Some(line);
        self
    }

    /// Adds the column (from 1, in characters).
    #[must_use]
    pub fn at_column(mut self, column: usize) -> Self {
        self.position.get_or_insert_default().column = Some(column);
        self
    }

    /// Says first what it is about: "unit `A`".
    #[must_use]
    pub(crate) fn about(mut self, whom: impl fmt::Display) -> Self {
        self.message = format!("{whom}: {}", self.message);
        self
    }

    /// Shows the place in a text under the message.
    #[must_use]
    pub(crate) fn with_snippet(mut self, snippet: &str) -> Self {
        self.message.push('\n');
        self.message.push_str(snippet);
        self
    }

    /// What went wrong, coarsely.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What is wrong, without position and remedy.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where in a text, if it was in one.
    pub fn position(&self) -> Option<&Position> {
        self.position.as_deref()
    }

    /// The error for a name that does not exist: lists what does, and suggests the nearest.
    ///
    /// `what` is the kind of thing in the singular ("column", "data set").
    pub fn unknown_name<'a>(what: &str, wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let error = Self::new(ErrorKind::Name, format!("there is no {what} `{wanted}`"));
        let plural = match what.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None if what.ends_with('s') => what.to_owned(),
            None => format!("{what}s"),
        };
        let all = match known.len() {
            0..=MANY => format!("{plural}: {}", known.join(", ")),
            n => format!("{n} {plural}: {}, …", known[..MANY / 4].join(", ")),
        };
        match nearest(wanted, &known) {
            Some(name) => error.remedy(format!("did you mean `{name}`? ({all})")),
            None => error.remedy(all),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(position) = self.position.as_deref() {
            let mut parts = Vec::new();
            parts.extend(position.file.clone());
            parts.extend(position.line.map(|line| format!("line {line}")));
            parts.extend(position.column.map(|column| format!("column {column}")));
            if !parts.is_empty() {
                write!(f, "{}: ", parts.join(", "))?;
            }
        }
        f.write_str(&self.message)?;
        match &self.remedy {
            Some(remedy) => write!(f, " — {remedy}"),
            None => Ok(()),
        }
    }
}

/// The most names that an error lists in full.
const MANY: usize = 40;

/// The known name nearest to the one wanted, if it is near enough to be a slip of the hand, or begins with it. A name in
/// which no letter agrees is no slip.
fn nearest<'a>(wanted: &str, known: &[&'a str]) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    let begins = |name: &&&str| wanted.len() > 2 && name.to_lowercase().starts_with(&wanted);
    known
        .iter()
        .map(|name| (edit_distance(&wanted, &name.to_lowercase()), *name))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, name)| {
            let length = name.chars().count();
            *distance * 3 <= length.max(3) && *distance < length.max(wanted.chars().count())
        })
        .map(|(_, name)| name)
        .or_else(|| known.iter().find(begins).copied())
}

/// The insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other.
fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let above = &rows[i - 1];
            let mut least = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + usize::from(a[i - 1] != b[j - 1]));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_met_with_the_right_name() {
        let error = Error::unknown_name("column", "export", ["imports", "exports"]);
        assert_eq!(
            error.to_string(),
            "there is no column `export` — did you mean `exports`? (columns: imports, exports)"
        );
        let error = Error::unknown_name("column", "zzz", ["imports", "exports"]);
        assert!(!error.to_string().contains("did you mean"));
        // Neighbours swapped are one slip; another letter altogether is none.
        let error = Error::unknown_name("function", "lgo", ["log", "lag"]);
        assert!(error.to_string().contains("did you mean `log`?"), "{error}");
        let error = Error::unknown_name("column", "y", ["x", "z"]);
        assert_eq!(error.to_string(), "there is no column `y` — columns: x, z");
    }

    #[test]
    fn a_position_stands_first() {
        let error = Error::new(ErrorKind::Csv, "`abc` is not a number").in_file("a.csv").at_line(3).at_column(2);
        assert_eq!(error.to_string(), "a.csv, line 3, column 2: `abc` is not a number");
    }
}
