//! Aligned columns for the terminal.

use super::grid::{Grid, GridLine, Printed, Span};
use super::wrap::wrapped;
use crate::table::width::width;
use crate::table::{Align, Table};

/// The widest table that is drawn without breaking its words into several lines.
const LIMIT: usize = 100;
/// Spaces between columns.
const GAP: usize = 3;
/// No column of words is made narrower than this.
const NARROWEST: usize = 12;
/// Words up to this length (names, identifiers) are not broken to make a column narrower.
const WHOLE_WORD: usize = 30;
/// How far the lines of a cell after the first are set in.
const INDENT: usize = 2;
/// Notes under a narrow table may be this wide.
const NOTES: usize = 72;

/// A column's place: the width of what stands before the hanging suffix, and of the widest suffix.
#[derive(Clone, Copy)]
struct Place {
    body: usize,
    hang: usize,
}

impl Place {
    fn width(self) -> usize {
        self.body + self.hang
    }
}

pub(super) fn render(table: &Table) -> String {
    let grid = Grid::of(table);
    let places = places(&grid);
    let total =
        total(&places).max(grid.lines.iter().map(heading_width).max().unwrap_or(0)).min(LIMIT.max(total(&places)));
    let mut out = String::new();
    if !grid.title.is_empty() {
        for line in wrapped(&grid.title, total.max(NOTES)) {
            push(&mut out, &line);
        }
    }
    if places.is_empty() {
        notes(&grid, &mut out, NOTES);
        return out;
    }
    push(&mut out, &"━".repeat(total));
    if grid.has_header() {
        header(&grid, &places, &mut out);
        push(&mut out, &"─".repeat(total));
    }
    body(&grid, &places, total, &mut out);
    push(&mut out, &"━".repeat(total));
    notes(&grid, &mut out, total.clamp(NOTES, LIMIT));
    out
}

fn header(grid: &Grid, places: &[Place], out: &mut String) {
    if let Some(spans) = grid.spans() {
        let cells: Vec<String> = spans.iter().map(|span| centred_over(span, places)).collect();
        push(out, &cells.join(&" ".repeat(GAP)));
        let under: Vec<String> = spans
            .iter()
            .map(|span| if span.header.is_some() { "─" } else { " " }.repeat(span_width(span, places)))
            .collect();
        push(out, &under.join(&" ".repeat(GAP)));
    }
    let cells: Vec<Vec<String>> =
        grid.columns.iter().zip(places).map(|(column, place)| wrapped(&column.header, place.width())).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(1);
    if cells.iter().flatten().all(String::is_empty) {
        return;
    }
    for i in 0..height {
        let line: Vec<String> = cells
            .iter()
            .zip(&grid.columns)
            .zip(places)
            .map(|((lines, column), place)| {
                // Headers stand on the rule: short ones are filled up from above.
                let words = (i + lines.len()).checked_sub(height).and_then(|j| lines.get(j)).map_or("", String::as_str);
                aligned(words, place.width(), column.align)
            })
            .collect();
        push(out, &line.join(&" ".repeat(GAP)));
    }
}

fn body(grid: &Grid, places: &[Place], total: usize, out: &mut String) {
    for line in &grid.lines {
        match line {
            GridLine::Rule => push(out, &"─".repeat(total)),
            GridLine::Group(heading) => {
                for line in wrapped(heading, total) {
                    push(out, &line);
                }
            }
            GridLine::Row(cells) => row(grid, places, cells, out),
        }
    }
}

fn row(grid: &Grid, places: &[Place], cells: &[Printed], out: &mut String) {
    let lines: Vec<Vec<String>> = cells.iter().zip(places).map(|(cell, place)| cell_lines(cell, *place)).collect();
    for i in 0..lines.iter().map(Vec::len).max().unwrap_or(1) {
        let line: Vec<String> = lines
            .iter()
            .zip(&grid.columns)
            .zip(places)
            .map(|((lines, column), place)| {
                aligned(lines.get(i).map_or("", String::as_str), place.width(), column.align)
            })
            .collect();
        push(out, &line.join(&" ".repeat(GAP)));
    }
}

/// A cell's lines: numbers are filled up on the right so that digits stand under digits; words are broken, the
/// lines after the first set in.
fn cell_lines(cell: &Printed, place: Place) -> Vec<String> {
    if cell.numeric {
        let fill = place.hang.saturating_sub(width(&cell.suffix));
        return vec![format!("{}{}{}", cell.body, cell.suffix, " ".repeat(fill))];
    }
    if width(&cell.body) <= place.width() {
        return vec![cell.body.clone()];
    }
    let first = wrapped(&cell.body, place.width());
    let Some(head) = first.first() else { return first };
    let rest = cell.body[head.len().min(cell.body.len())..].trim_start();
    let mut lines = vec![head.clone()];
    lines.extend(
        wrapped(rest, place.width().saturating_sub(INDENT))
            .into_iter()
            .map(|line| format!("{}{line}", " ".repeat(INDENT))),
    );
    lines
}

/// Widths of the columns: as wide as needed, the widest columns of words narrowed until the table fits.
fn places(grid: &Grid) -> Vec<Place> {
    let mut places = Vec::with_capacity(grid.columns.len());
    let mut floors = Vec::with_capacity(grid.columns.len());
    for (i, column) in grid.columns.iter().enumerate() {
        let cells = || grid.rows().filter_map(move |row| row.get(i));
        let numbers = || cells().filter(|cell| cell.numeric);
        let hang = numbers().map(|cell| width(&cell.suffix)).max().unwrap_or(0);
        let digits = numbers().map(|cell| width(&cell.body)).max().unwrap_or(0);
        let words = cells().filter(|cell| !cell.numeric).map(|cell| cell.body.as_str());
        let words: Vec<&str> = words.chain([column.header.as_str()]).collect();
        let widest = words.iter().map(|text| width(text)).max().unwrap_or(0);
        // Lines after the first are set in, so their words need that much more.
        let longest = words
            .iter()
            .flat_map(|text| text.split(' ').enumerate())
            .map(|(i, word)| width(word) + if i > 0 { INDENT } else { 0 })
            .max()
            .unwrap_or(0);
        let body = digits.max(widest.saturating_sub(hang));
        places.push(Place { body, hang });
        floors.push(digits.max(longest.min(WHOLE_WORD)).max(NARROWEST).min(body));
    }
    if let Some(spans) = grid.spans() {
        for span in spans {
            let need = span.header.as_deref().map_or(0, width);
            let have = span_width(&span, &places);
            places[span.first + span.columns - 1].body += need.saturating_sub(have).min(LIMIT);
        }
    }
    while total(&places) > LIMIT {
        let widest = (0..places.len()).filter(|i| places[*i].body > floors[*i]).max_by_key(|i| (places[*i].body, *i));
        match widest {
            Some(i) => places[i].body -= 1,
            None => break,
        }
    }
    places
}

fn total(places: &[Place]) -> usize {
    places.iter().map(|place| place.width()).sum::<usize>() + GAP * places.len().saturating_sub(1)
}

fn span_width(span: &Span, places: &[Place]) -> usize {
    total(&places[span.first..span.first + span.columns])
}

fn centred_over(span: &Span, places: &[Place]) -> String {
    aligned(span.header.as_deref().unwrap_or(""), span_width(span, places), Align::Center)
}

fn heading_width(line: &GridLine) -> usize {
    if let GridLine::Group(heading) = line { width(heading) } else { 0 }
}

fn aligned(text: &str, room: usize, align: Align) -> String {
    let free = room.saturating_sub(width(text));
    let left = match align {
        Align::Left => 0,
        Align::Right => free,
        Align::Center => free / 2,
    };
    format!("{}{text}{}", " ".repeat(left), " ".repeat(free - left))
}

fn notes(grid: &Grid, out: &mut String, room: usize) {
    for note in &grid.notes {
        for line in wrapped(note, room) {
            push(out, &line);
        }
    }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}
