//! A self-contained table with inline style, since notebooks and mail strip style sheets.

use super::grid::{Grid, GridLine, Printed};
use crate::table::{Align, Table};

const TABLE: &str = "border-collapse:collapse;border-top:2px solid;margin:1em 0;\
                     font-variant-numeric:tabular-nums";
const CAPTION: &str = "caption-side:top;text-align:left;font-weight:bold;padding:0.3em 0;color:inherit";
const NOTE: &str = "text-align:left;font-size:85%;border-top:2px solid;border-bottom:0;padding:0.4em 0.7em;\
                    max-width:60em;white-space:normal";

const UNBROKEN: &str = ";white-space:nowrap";
/// A text of so few characters is not broken into lines.
const SHORT: usize = 16;

/// A text outside a table, one paragraph for each of its lines.
pub(crate) fn paragraphs(text: &str) -> String {
    text.lines().map(|line| format!("<p style=\"max-width:60em\">{}</p>\n", escaped(line))).collect()
}

pub(super) fn render(table: &Table) -> String {
    let grid = Grid::of(table);
    // The rule under the body is the table's own lower border, or the upper border of its notes.
    let bottom = if grid.notes.is_empty() { ";border-bottom:2px solid" } else { "" };
    let mut out = format!("<table style=\"{TABLE}{bottom}\">\n");
    if !grid.title.is_empty() {
        out.push_str(&format!("<caption style=\"{CAPTION}\">{}</caption>\n", escaped(&grid.title)));
    }
    header(&grid, &mut out);
    body(&grid, &mut out);
    notes(&grid, &mut out);
    out.push_str("</table>\n");
    out
}

fn header(grid: &Grid, out: &mut String) {
    if !grid.has_header() {
        return;
    }
    out.push_str("<thead>\n");
    if let Some(spans) = grid.spans() {
        out.push_str("<tr>");
        for span in spans {
            let rule = if span.header.is_some() { "border-bottom:1px solid;" } else { "" };
            out.push_str(&format!(
                "<th{} style=\"{rule}text-align:center;padding:0.2em 0.7em\">{}</th>",
                if span.columns > 1 { format!(" colspan=\"{}\"", span.columns) } else { String::new() },
                escaped(span.header.as_deref().unwrap_or(""))
            ));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("<tr>");
    for column in &grid.columns {
        let align = keyword(column.align);
        out.push_str(&format!(
            "<th scope=\"col\" style=\"border-bottom:1px solid;text-align:{align};padding:0.2em 0.7em;\
             vertical-align:bottom{}\">{}</th>",
            unbroken(&column.header),
            escaped(&column.header)
        ));
    }
    out.push_str("</tr>\n</thead>\n");
}

fn body(grid: &Grid, out: &mut String) {
    out.push_str("<tbody>\n");
    let stars = hanging_stars(grid);
    let mut ruled = false;
    for line in &grid.lines {
        let rule = if ruled { "border-top:1px solid;" } else { "" };
        match line {
            GridLine::Rule => {
                ruled = true;
                continue;
            }
            GridLine::Group(heading) => out.push_str(&format!(
                "<tr><th colspan=\"{}\" scope=\"rowgroup\" style=\"{rule}text-align:left;font-style:italic;\
                 font-weight:normal;padding:0.4em 0.7em 0.2em\">{}</th></tr>\n",
                grid.columns.len().max(1),
                escaped(heading)
            )),
            GridLine::Row(cells) => {
                out.push_str("<tr>");
                for ((cell, column), stars) in cells.iter().zip(&grid.columns).zip(&stars) {
                    let room = match *stars {
                        0 => "0.2em 0.7em".to_owned(),
                        stars => format!("0.2em {:.1}em 0.2em 0.7em", 0.7 + 0.5 * stars as f64),
                    };
                    out.push_str(&format!(
                        "<td style=\"{rule}text-align:{};padding:{room};vertical-align:top{}\">{}</td>",
                        keyword(column.align),
                        if cell.numeric { UNBROKEN } else { unbroken(&cell.body) },
                        content(cell)
                    ));
                }
                out.push_str("</tr>\n");
            }
        }
        ruled = false;
    }
    out.push_str("</tbody>\n");
}

/// The style of a text that could be broken but is too short for that to look well: "USD million", "p-value".
fn unbroken(text: &str) -> &'static str {
    if text.contains([' ', '-']) && text.chars().count() <= SHORT { UNBROKEN } else { "" }
}

/// A cell's content; what follows a number's last digit hangs over into the padding, so digits stand under digits.
fn content(cell: &Printed) -> String {
    let body = escaped(&cell.body);
    match cell.suffix.len() {
        0 => body,
        n => {
            let em = if cell.suffix.starts_with('*') { 0.5 } else { 0.35 };
            format!("{body}<span style=\"margin-right:-{:.2}em\">{}</span>", em * n as f64, cell.suffix)
        }
    }
}

/// The most stars in each column, for which room must be kept.
fn hanging_stars(grid: &Grid) -> Vec<usize> {
    (0..grid.columns.len())
        .map(|i| {
            grid.rows().filter_map(|row| row.get(i)).map(|cell| cell.suffix.matches('*').count()).max().unwrap_or(0)
        })
        .collect()
}

fn notes(grid: &Grid, out: &mut String) {
    if grid.notes.is_empty() {
        return;
    }
    let notes: Vec<String> = grid.notes.iter().map(|note| escaped(note)).collect();
    out.push_str(&format!(
        "<tfoot>\n<tr><td colspan=\"{}\" style=\"{NOTE}\">{}</td></tr>\n</tfoot>\n",
        grid.columns.len().max(1),
        notes.join("<br/>")
    ));
}

const fn keyword(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Right => "right",
        Align::Center => "center",
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
