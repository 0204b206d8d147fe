//! A `table` environment with booktabs rules, to be included in a document.
//!
//! The preamble needs `\usepackage{booktabs}`, and `\usepackage{longtable}` for tables longer than a page; the
//! first line of the text says which. [`latex_document`] wraps tables into a document that compiles by itself.

use super::grid::{Grid, GridLine, Printed};
use super::latex_escape::{number, words};
use super::wrap::wrapped;
use crate::table::width::width;
use crate::table::{Align, Table};

/// Lines that fit on a page with the caption and some notes.
const PAGE: usize = 42;
/// Characters that fit on a line in normal, small and footnote size.
const NORMAL: usize = 78;
const SMALL: usize = 88;
const FOOTNOTE: usize = 98;
/// No column of words is made narrower than this many characters.
const NARROWEST: usize = 14;

/// How the columns fit on the line.
struct Layout {
    size: &'static str,
    /// For each column: its share of the line's width if its words are broken into lines.
    share: Vec<Option<f64>>,
    /// For each column: the room for its header's words.
    header: Vec<usize>,
    /// The table's share of the line's width, roughly, which its notes take too.
    width: f64,
    /// The lines of its body, with words broken.
    lines: usize,
}

/// A document with these tables, which `pdflatex` compiles by itself.
pub fn latex_document(tables: &[Table]) -> String {
    let body: Vec<String> = tables.iter().map(render).collect();
    format!(
        "\\documentclass[11pt]{{article}}\n\\usepackage[a4paper,margin=2.5cm]{{geometry}}\n\
         \\usepackage{{booktabs}}\n\\usepackage{{longtable}}\n\\begin{{document}}\n\n{}\n\\end{{document}}\n",
        body.join("\n\\clearpage\n")
    )
}

pub(super) fn render(table: &Table) -> String {
    let grid = Grid::of(table);
    let layout = layout(&grid);
    let long = layout.lines > PAGE && !grid.columns.is_empty();
    let packages = if long { "\\usepackage{booktabs} and \\usepackage{longtable}" } else { "\\usepackage{booktabs}" };
    let label: String =
        table.id().chars().map(|c| if c.is_ascii_alphanumeric() || "-_:".contains(c) { c } else { '-' }).collect();
    let mut out = format!("% To be included by \\input; the preamble needs {packages}.\n");
    let caption = format!("\\caption{{{}}}\\label{{tab:{label}}}", words(&grid.title));
    if grid.columns.is_empty() {
        out.push_str(&format!("\\begin{{table}}[htbp]\n\\centering\n{caption}\n{}\\end{{table}}\n", notes(&grid, 1.0)));
        return out;
    }
    let (header, body) = (header(&grid, &layout), body(&grid, &layout));
    let columns = columns(&grid, &layout);
    let size = layout.size;
    if long {
        out.push_str(&format!(
            "{{{size}\n\\begin{{longtable}}{{{columns}}}\n{caption}\\\\\n\\toprule\n{header}\
             \\endfirsthead\n\\toprule\n{header}\\endhead\n\\bottomrule\n\\endfoot\n{body}\
             \\end{{longtable}}\n{}}}\n",
            notes(&grid, layout.width)
        ));
    } else {
        out.push_str(&format!(
            "\\begin{{table}}[htbp]\n\\centering{size}\n\\setlength{{\\belowcaptionskip}}{{6pt}}\n{caption}\n\
             \\begin{{tabular}}{{{columns}}}\n\\toprule\n{header}{body}\\bottomrule\n\\end{{tabular}}\n{}\\end{{table}}\n",
            notes(&grid, layout.width)
        ));
    }
    out
}

fn columns(grid: &Grid, layout: &Layout) -> String {
    let letters: String = grid
        .columns
        .iter()
        .zip(&layout.share)
        .map(|(column, share)| match (share, column.align) {
            (Some(share), _) => format!("p{{{share:.3}\\linewidth}}"),
            (None, Align::Left) => "l".to_owned(),
            (None, Align::Right) => "r".to_owned(),
            (None, Align::Center) => "c".to_owned(),
        })
        .collect();
    format!("@{{}}{letters}@{{}}")
}

fn header(grid: &Grid, layout: &Layout) -> String {
    let mut out = String::new();
    if !grid.has_header() {
        return out;
    }
    if let Some(spans) = grid.spans() {
        let cells: Vec<String> = spans
            .iter()
            .map(|span| match &span.header {
                Some(header) => format!("\\multicolumn{{{}}}{{c}}{{{}}}", span.columns, words(header)),
                None => " & ".repeat(span.columns - 1),
            })
            .collect();
        out.push_str(&row_of(&cells));
        for span in spans.iter().filter(|span| span.header.is_some()) {
            out.push_str(&format!("\\cmidrule(lr){{{}-{}}}\n", span.first + 1, span.first + span.columns));
        }
    }
    let cells: Vec<String> = grid
        .columns
        .iter()
        .zip(&layout.header)
        .zip(&layout.share)
        .map(|((column, room), share)| {
            if share.is_some() {
                return format!("\\raggedright {}", words(&column.header));
            }
            let lines: Vec<String> = wrapped(&column.header, *room).iter().map(|line| words(line)).collect();
            let letter = match column.align {
                Align::Left => 'l',
                Align::Right => 'r',
                Align::Center => 'c',
            };
            match lines.as_slice() {
                [line] => line.clone(),
                _ => format!("\\begin{{tabular}}[b]{{@{{}}{letter}@{{}}}}{}\\end{{tabular}}", lines.join("\\\\")),
            }
        })
        .collect();
    out.push_str(&row_of(&cells));
    out.push_str("\\midrule\n");
    out
}

fn body(grid: &Grid, layout: &Layout) -> String {
    let starred: Vec<bool> = (0..grid.columns.len())
        .map(|i| grid.rows().filter_map(|row| row.get(i)).any(|cell| cell.suffix.starts_with('*')))
        .collect();
    let mut out = String::new();
    for (i, line) in grid.lines.iter().enumerate() {
        match line {
            GridLine::Rule => out.push_str("\\midrule\n"),
            GridLine::Group(heading) => {
                if i > 0 {
                    out.push_str("\\addlinespace\n");
                }
                out.push_str(&format!(
                    "\\multicolumn{{{}}}{{@{{}}l}}{{\\textit{{{}}}}} \\tabularnewline\n",
                    grid.columns.len(),
                    words(heading)
                ));
            }
            GridLine::Row(cells) => {
                let cells: Vec<String> = cells
                    .iter()
                    .zip(&starred)
                    .zip(&layout.share)
                    .map(|((cell, starred), share)| match share {
                        Some(_) if !cell.numeric => format!("\\raggedright {}", content(cell, *starred)),
                        _ => content(cell, *starred),
                    })
                    .collect();
                out.push_str(&row_of(&cells));
            }
        }
    }
    out
}

/// A cell's content: what follows a number's last digit hangs over, so that digits stand under digits.
fn content(cell: &Printed, starred_column: bool) -> String {
    if !cell.numeric {
        return words(&cell.body);
    }
    let mut out = number(&cell.body);
    if !cell.suffix.is_empty() {
        out.push_str(&format!("\\rlap{{{}}}", words(&cell.suffix)));
    }
    if starred_column {
        out.push_str("\\phantom{***}");
    }
    out
}

/// `\tabularnewline` because `\\` means something else in columns set ragged right; a star or a bracket after it
/// would be taken for its argument.
fn row_of(cells: &[String]) -> String {
    let row = cells.join(" & ");
    let guard = if row.starts_with('*') { "{}" } else { "" };
    format!("{guard}{row} \\tabularnewline\n")
}

fn notes(grid: &Grid, width: f64) -> String {
    if grid.notes.is_empty() {
        return String::new();
    }
    let notes: Vec<String> = grid.notes.iter().map(|note| words(note)).collect();
    format!(
        "\n\\medskip\n\\noindent\\parbox{{{width:.2}\\linewidth}}{{\\footnotesize\\raggedright {}}}\n",
        notes.join("\\par\n")
    )
}

/// Smaller type for wide tables, and then columns of words broken into lines that share what the others leave.
fn layout(grid: &Grid) -> Layout {
    let cells =
        |i: usize| grid.rows().filter_map(move |row| row.get(i)).map(|cell| width(&cell.body) + cell.suffix.len());
    let body: Vec<usize> = (0..grid.columns.len()).map(|i| cells(i).max().unwrap_or(0)).collect();
    let heads: Vec<usize> = grid.columns.iter().map(|column| width(&column.header)).collect();
    let gaps = 2 * grid.columns.len().saturating_sub(1);
    let total = |header: &[usize]| gaps + body.iter().zip(header).map(|(body, header)| body.max(header)).sum::<usize>();
    let width = (total(&heads) as f64 / NORMAL as f64).clamp(0.6, 1.0);
    let lines = grid.lines.len();
    let whole = Layout { size: "", share: vec![None; body.len()], header: heads.clone(), width, lines };
    if total(&heads) <= NORMAL {
        return whole;
    }
    let header: Vec<usize> = heads.iter().zip(&body).map(|(head, body)| (*head).min((*body).max(NARROWEST))).collect();
    if total(&header) <= SMALL {
        return Layout { size: "\\small", header, width: 1.0, ..whole };
    }
    let needs: Vec<usize> = body.iter().zip(&header).map(|(body, header)| *body.max(header)).collect();
    let breaks: Vec<bool> = grid
        .columns
        .iter()
        .zip(&needs)
        .map(|(column, need)| column.align == Align::Left && *need > NARROWEST)
        .collect();
    let fixed: usize =
        gaps + needs.iter().zip(&breaks).filter(|(_, breaks)| !**breaks).map(|(need, _)| need).sum::<usize>();
    let rooms = rooms(&needs, &breaks, FOOTNOTE.saturating_sub(fixed));
    let lines =
        grid.rows().map(|row| broken_lines(row, &rooms)).sum::<usize>() + grid.lines.len() - grid.rows().count();
    let share = rooms.iter().map(|room| room.map(|room| 0.96 * room as f64 / FOOTNOTE as f64)).collect();
    Layout { size: "\\footnotesize\\setlength{\\tabcolsep}{4pt}", share, header, width: 1.0, lines }
}

/// The room of each column that breaks: what is free, in proportion to the longest words, but never too narrow.
fn rooms(needs: &[usize], breaks: &[bool], free: usize) -> Vec<Option<usize>> {
    let mut rooms: Vec<Option<usize>> = breaks.iter().map(|breaks| breaks.then_some(0)).collect();
    let (mut free, mut open) = (free, breaks.to_vec());
    loop {
        let wanted: usize = needs.iter().zip(&open).filter(|(_, open)| **open).map(|(need, _)| need).sum();
        let shared = |need: usize| need * free / wanted.max(1);
        let Some(narrow) = (0..needs.len()).find(|&i| open[i] && shared(needs[i]) < NARROWEST) else {
            for i in (0..needs.len()).filter(|&i| open[i]) {
                rooms[i] = Some(shared(needs[i]).min(needs[i]));
            }
            return rooms;
        };
        rooms[narrow] = Some(NARROWEST);
        open[narrow] = false;
        free = free.saturating_sub(NARROWEST);
    }
}

/// The lines a row takes when its words are broken.
fn broken_lines(row: &[Printed], rooms: &[Option<usize>]) -> usize {
    let lines =
        |(cell, room): (&Printed, &Option<usize>)| room.map_or(1, |room| wrapped(&cell.body, room.max(1)).len());
    row.iter().zip(rooms).map(lines).max().unwrap_or(1)
}
