//! A GitHub-flavoured Markdown table.

use super::grid::{Grid, GridLine};
use crate::table::width::width;
use crate::table::{Align, Table};

pub(super) fn render(table: &Table) -> String {
    let grid = Grid::of(table);
    let mut out = String::new();
    if !grid.title.is_empty() {
        out.push_str(&format!("**{}**\n\n", escaped(&grid.title)));
    }
    if !grid.columns.is_empty() {
        let rows = rows(&grid);
        let widths: Vec<usize> = (0..grid.columns.len())
            .map(|i| rows.iter().filter_map(|row| row.get(i)).map(|cell| width(cell)).max().unwrap_or(0).max(3))
            .collect();
        let aligns: Vec<Align> = grid.columns.iter().map(|column| column.align).collect();
        for (i, row) in rows.iter().enumerate() {
            push_row(&mut out, row, &widths, &aligns);
            if i == 0 {
                push_delimiters(&mut out, &widths, &aligns);
            }
        }
    }
    for note in &grid.notes {
        out.push_str(&format!("\n{}\n", paragraph(note)));
    }
    out
}

/// Header and body; a shared header is put before its columns' own, since Markdown has one header row. Rules have
/// no counterpart and are left out.
fn rows(grid: &Grid) -> Vec<Vec<String>> {
    let header = grid.columns.iter().map(|column| match &column.group {
        Some(group) if column.header.is_empty() => escaped(group),
        Some(group) => format!("{}: {}", escaped(group), escaped(&column.header)),
        None => escaped(&column.header),
    });
    let mut rows = vec![header.collect()];
    for line in &grid.lines {
        match line {
            GridLine::Rule => {}
            GridLine::Group(heading) => {
                let mut row = vec![String::new(); grid.columns.len()];
                if !heading.is_empty() {
                    row[0] = format!("**{}**", escaped(heading));
                }
                rows.push(row);
            }
            GridLine::Row(cells) => {
                rows.push(cells.iter().map(|cell| escaped(&cell.body) + &cell.suffix.replace('*', "\\*")).collect());
            }
        }
    }
    rows
}

fn push_row(out: &mut String, row: &[String], widths: &[usize], aligns: &[Align]) {
    for ((cell, room), align) in row.iter().zip(widths).zip(aligns) {
        let free = room.saturating_sub(width(cell));
        let left = match align {
            Align::Left => 0,
            Align::Right => free,
            Align::Center => free / 2,
        };
        out.push_str(&format!("| {}{cell}{} ", " ".repeat(left), " ".repeat(free - left)));
    }
    out.push_str("|\n");
}

fn push_delimiters(out: &mut String, widths: &[usize], aligns: &[Align]) {
    for (room, align) in widths.iter().zip(aligns) {
        out.push_str(&match align {
            Align::Left => format!("|{}", "-".repeat(room + 2)),
            Align::Right => format!("|{}:", "-".repeat(room + 1)),
            Align::Center => format!("|:{}:", "-".repeat(*room)),
        });
    }
    out.push_str("|\n");
}

/// A line of its own, which must not begin as a list, a heading or a quotation does.
fn paragraph(text: &str) -> String {
    let text = escaped(text);
    let word = text.split(' ').next().unwrap_or_default();
    let number = word.trim_end_matches(['.', ')']);
    if ["*", "+", "-", ">"].contains(&word) || (!word.is_empty() && word.trim_start_matches('#').is_empty()) {
        format!("\\{text}")
    } else if number.len() + 1 == word.len() && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) {
        format!("{number}\\{}", &text[number.len()..])
    } else {
        text
    }
}

/// Puts a backslash before what Markdown would read as a mark; underscores inside words and operators between
/// spaces are none.
fn escaped(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|j| chars.get(j)).copied().unwrap_or(' ');
        let after = chars.get(i + 1).copied().unwrap_or(' ');
        let is_mark = match c {
            '\\' | '|' | '`' | '$' | '[' | ']' => true,
            '*' | '~' => before != ' ' || after != ' ',
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '<' | '&' => after.is_ascii_alphabetic() || "/!?#".contains(after),
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, paragraph};

    #[test]
    fn a_note_is_a_paragraph() {
        assert_eq!(paragraph("* p < 0.1, ** p < 0.05"), "\\* p < 0.1, \\*\\* p < 0.05");
        assert_eq!(paragraph("# of rows"), "\\# of rows");
        assert_eq!(paragraph("2010. The year"), "2010\\. The year");
        assert_eq!(paragraph("- or + a constant"), "\\- or + a constant");
        assert_eq!(paragraph("2010 is the year; -1 is less than 0"), "2010 is the year; -1 is less than 0");
        assert_eq!(paragraph(""), "");
    }

    #[test]
    fn marks_are_escaped_and_formulas_stay_readable() {
        assert_eq!(escaped("a|b"), "a\\|b");
        assert_eq!(escaped("log_imports ~ exports * post"), "log_imports ~ exports * post");
        assert_eq!(escaped("*x* <b> <0.01 $5"), "\\*x\\* \\<b> <0.01 \\$5");
        assert_eq!(escaped("_x_"), "\\_x\\_");
    }
}
