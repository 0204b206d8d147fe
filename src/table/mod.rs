//! One neutral table: what a renderer knows, and all it knows.

/// How a number is to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    /// This many digits after the decimal point.
    Decimals(usize),
    /// This many significant digits.
    Significant(usize),
    /// Four decimals; below 0.0001 as a bound.
    PValue,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A count.
    Integer(i64),
    /// A number and how to print it; machine formats print it in full.
    Number(f64, NumberFormat),
    /// A number in parentheses, as a standard error under its coefficient.
    InParentheses(f64, NumberFormat),
}

/// Where a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
    /// Short codes.
    Center,
}

/// A table of cells with a title, headed columns and notes.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows, in one line.
    pub title: String,
    /// Headers with their alignment.
    pub columns: Vec<(String, Align)>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
    /// Indices of rows above which a rule is drawn.
    pub rules: Vec<usize>,
    /// Sentences under the table.
    pub notes: Vec<String>,
}
