//! A table as a person reads it: every cell printed, before any format's own marks.

use crate::table::number::NOT_AVAILABLE;
use crate::table::{Align, Cell, Line, Table};

/// A table with its cells printed, without the columns meant for machines, and with the reasons of cells that are
/// not available among its notes.
pub(super) struct Grid {
    pub(super) title: String,
    pub(super) columns: Vec<Head>,
    pub(super) lines: Vec<GridLine>,
    pub(super) notes: Vec<String>,
}

/// A column's header, the one it shares with its neighbours, and where its cells stand.
pub(super) struct Head {
    pub(super) header: String,
    pub(super) group: Option<String>,
    pub(super) align: Align,
}

/// One line of the body.
pub(super) enum GridLine {
    Row(Vec<Printed>),
    Rule,
    Group(String),
}

/// A printed cell: `suffix` is what hangs over to the right of a number's last digit (a parenthesis, stars).
#[derive(Clone, Default)]
pub(super) struct Printed {
    pub(super) body: String,
    pub(super) suffix: String,
    pub(super) numeric: bool,
}

/// Neighbouring columns under one header: the header and how many columns it spans.
pub(super) struct Span {
    pub(super) header: Option<String>,
    pub(super) first: usize,
    pub(super) columns: usize,
}

impl Grid {
    pub(super) fn of(table: &Table) -> Self {
        let seen: Vec<bool> = table.columns().iter().map(|column| !column.is_machine_only()).collect();
        let reasons = reasons(table);
        let columns = table
            .columns()
            .iter()
            .filter(|column| !column.is_machine_only())
            .map(|column| Head {
                header: plain(column.header()),
                group: column.group().map(plain),
                align: column.align(),
            })
            .collect();
        let lines = table
            .lines()
            .iter()
            .map(|line| match line {
                Line::Rule => GridLine::Rule,
                Line::Group(heading) => GridLine::Group(plain(heading)),
                Line::Row(cells) => GridLine::Row(
                    cells.iter().zip(&seen).filter(|(_, seen)| **seen).map(|(cell, _)| print(cell, &reasons)).collect(),
                ),
            })
            .collect();
        let mut notes: Vec<String> = table.notes().iter().map(|note| plain(note)).collect();
        notes.extend(reasons.iter().map(|reason| format!("{}: {reason}.", mark(reason, &reasons))));
        Self { title: plain(table.title()), columns, lines, notes }
    }

    /// Whether any column has a header of its own or a shared one.
    pub(super) fn has_header(&self) -> bool {
        self.columns.iter().any(|column| !column.header.is_empty() || column.group.is_some())
    }

    /// The row of shared headers, if any column has one.
    pub(super) fn spans(&self) -> Option<Vec<Span>> {
        if self.columns.iter().all(|column| column.group.is_none()) {
            return None;
        }
        let mut spans: Vec<Span> = Vec::new();
        for (i, column) in self.columns.iter().enumerate() {
            match spans.last_mut() {
                Some(span) if span.header == column.group => span.columns += 1,
                _ => spans.push(Span { header: column.group.clone(), first: i, columns: 1 }),
            }
        }
        Some(spans)
    }

    /// The rows, without rules and headings.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Vec<Printed>> {
        self.lines.iter().filter_map(|line| match line {
            GridLine::Row(cells) => Some(cells),
            _ => None,
        })
    }
}

/// Why cells are not available, each reason once.
fn reasons(table: &Table) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for cell in table.rows().flatten() {
        if let Cell::NotAvailable(because) = cell {
            let because = plain(because).trim_end_matches('.').to_owned();
            if !reasons.contains(&because) {
                reasons.push(because);
            }
        }
    }
    reasons
}

/// What stands in the cell: `n/a`, with a letter when there are several reasons to tell apart.
fn mark(reason: &str, reasons: &[String]) -> String {
    match reasons.iter().position(|other| other == reason) {
        Some(i) if reasons.len() > 1 => format!("{NOT_AVAILABLE} ({})", letters(i)),
        _ => NOT_AVAILABLE.to_owned(),
    }
}

/// a, b, …, z, aa, ab, …
fn letters(index: usize) -> String {
    let last = char::from(b'a' + (index % 26) as u8);
    if index < 26 { last.to_string() } else { letters(index / 26 - 1) + &last.to_string() }
}

fn print(cell: &Cell, reasons: &[String]) -> Printed {
    let numeric = cell.is_numeric();
    let (body, suffix) = match cell {
        Cell::Empty | Cell::Ditto(_) => (String::new(), String::new()),
        Cell::Text(words) => (plain(words), String::new()),
        Cell::Integer(value) => (value.to_string(), String::new()),
        Cell::Number(value, format) => (format.format(*value), String::new()),
        Cell::InParentheses(value, format) => (format!("({}", format.format(*value)), ")".to_owned()),
        Cell::Starred(value, format, stars) => (format.format(*value), "*".repeat((*stars).min(3))),
        Cell::Interval(low, high, format) => {
            (format!("[{}, {}", format.format(*low), format.format(*high)), "]".to_owned())
        }
        Cell::Bound(..) => (cell.for_file(), String::new()),
        Cell::NotAvailable(because) => (mark(plain(because).trim_end_matches('.'), reasons), String::new()),
    };
    Printed { body, suffix, numeric }
}

/// Words on one line: every run of white space and control characters is one space, none at the ends.
fn plain(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}
