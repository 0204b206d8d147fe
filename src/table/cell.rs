//! One cell of a table.

use super::NumberFormat;
use super::number::for_file;

/// Which side of a bound a value is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Smaller than the bound.
    Less,
    /// Larger than the bound.
    Greater,
}

impl Relation {
    /// `<` or `>`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::Greater => ">",
        }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// The same words as above: blank for a reader, repeated in CSV and JSON.
    Ditto(String),
    /// A count.
    Integer(i64),
    /// A number and how to print it.
    Number(f64, NumberFormat),
    /// A number in parentheses, as a standard error under its coefficient.
    InParentheses(f64, NumberFormat),
    /// A number followed by this many stars, which CSV and JSON leave out.
    Starred(f64, NumberFormat, usize),
    /// An interval from its lower to its upper end.
    Interval(f64, f64, NumberFormat),
    /// All that is known is that the value lies beyond this bound.
    Bound(Relation, f64),
    /// No number can be stood behind, and why.
    NotAvailable(String),
}

impl Cell {
    /// Words.
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// The words of the row above again: blank for a reader, repeated in CSV and JSON.
    pub fn ditto(words: impl Into<String>) -> Self {
        Self::Ditto(words.into())
    }

    /// A count; one beyond the range of `i64` is printed as its largest value.
    pub fn count(n: usize) -> Self {
        Self::Integer(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A number and how to print it; one that is NaN or infinite becomes "not available".
    pub fn number(value: f64, format: NumberFormat) -> Self {
        if value.is_finite() { Self::Number(value, format) } else { Self::not_available("not a finite number") }
    }

    /// A p-value: four decimals, below 0.0001 as a bound.
    pub fn p_value(p: f64) -> Self {
        Self::number(p, NumberFormat::PValue)
    }

    /// A number in parentheses; one that is NaN or infinite becomes "not available".
    pub fn in_parentheses(value: f64, format: NumberFormat) -> Self {
        if value.is_finite() { Self::InParentheses(value, format) } else { Self::not_available("not a finite number") }
    }

    /// No number, and why.
    pub fn not_available(because: impl Into<String>) -> Self {
        Self::NotAvailable(because.into())
    }

    /// Whether it is read as a number, so that its last digit has to stand under the others'.
    pub(crate) fn is_numeric(&self) -> bool {
        !matches!(self, Self::Empty | Self::Text(_) | Self::Ditto(_))
    }

    /// The text of this cell in a data file.
    pub(crate) fn for_file(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) | Self::Ditto(words) => words.clone(),
            Self::Integer(value) => value.to_string(),
            Self::Number(value, _) | Self::InParentheses(value, _) | Self::Starred(value, ..) => for_file(*value),
            Self::Interval(low, high, _) => format!("[{}, {}]", for_file(*low), for_file(*high)),
            Self::Bound(relation, bound) => format!("{}{}", relation.sign(), for_file(*bound)),
            Self::NotAvailable(because) => format!("n/a: {because}"),
        }
    }
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::text(words)
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}

impl From<usize> for Cell {
    fn from(n: usize) -> Self {
        Self::count(n)
    }
}
