//! `yalu describe`: what is in a file.

use clap::Args as ClapArgs;
use yalu::series::{ColumnDescription, Description};
use yalu::table::{Cell, Column, NumberFormat, Table};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Describe a file: frequency, sample, missing cells, summary statistics
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  yalu describe trade.csv\n  yalu describe china_reported_annual\n  cat trade.csv | yalu describe - --date month"
)]
pub struct Args {
    #[command(flatten)]
    source: Source,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let description = frame.describe();
    let answer = Answer::of("describe")
        .table(table(&description, &data.file))
        .result(&description)?
        .notes(&description.notes)
        .data(data);
    args.output.show(&answer)?;
    Ok(Done::Well)
}

fn table(description: &Description, file: &str) -> Table {
    let frequency = description.frequency.map_or("undated".to_owned(), |f| f.to_string());
    let sample = description.sample.map_or(String::new(), |sample| format!(", {sample}"));
    let mut table = Table::new("describe", format!("{file}: {frequency}{sample}"))
        .column(Column::text("column", "Column"))
        .column(Column::text("first", "First"))
        .column(Column::text("last", "Last"))
        .column(Column::number("n", "N"))
        .column(Column::number("missing", "Missing"));
    for (name, title) in [
        ("mean", "Mean"),
        ("std_dev", "Std. dev."),
        ("min", "Min"),
        ("q1", "Q1"),
        ("median", "Median"),
        ("q3", "Q3"),
        ("max", "Max"),
    ] {
        table = table.column(Column::number(name, title));
    }
    for column in &description.columns {
        table.push_row(row(column));
        for (from, to) in &column.gaps {
            let span = if from == to { format!("in {from}") } else { format!("from {from} to {to}") };
            table = table.note(format!("`{}` has no value {span}.", column.name));
        }
    }
    table
}

fn row(column: &ColumnDescription) -> Vec<Cell> {
    let stamp = |stamp: Option<String>| stamp.map_or(Cell::Empty, Cell::text);
    let number = |value: Option<f64>| value.map_or(Cell::Empty, |v| Cell::number(v, NumberFormat::Significant(5)));
    let mut cells = vec![
        Cell::text(&column.name),
        stamp(column.sample.map(|s| s.first.to_string())),
        stamp(column.sample.map(|s| s.last.to_string())),
        Cell::count(column.n),
        Cell::count(column.missing),
    ];
    cells
        .extend([column.mean, column.std_dev, column.min, column.q1, column.median, column.q3, column.max].map(number));
    cells
}
