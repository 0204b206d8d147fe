//! `yalu claims`: the ledger, one claim or many.

use std::str::FromStr;

use clap::{Args as ClapArgs, Subcommand};
use yalu::replication::claims::{Entry, Ledger, Verdict};
use yalu::replication::evidence::Evidence;
use yalu::table::{Cell, Column, NumberFormat, Table};

use super::Done;
use super::answer::Answer;
use super::output::Output;

/// The paper's claims: list them, show one, check some anew
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  yalu claims list --verdict differs\n  yalu claims show effects-exports-fall\n  yalu claims run effects-exports-fall volume-2015-fall --format json"
)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Every claim with its verdict
    #[command(after_help = "Examples:\n  yalu claims list\n  yalu claims list --verdict differs --format markdown")]
    List {
        /// Only claims with this verdict: reproduced, within-rounding, differs, not-testable
        #[arg(long, value_name = "VERDICT")]
        verdict: Option<Wanted>,
        #[command(flatten)]
        output: Output,
    },
    /// One claim in full
    #[command(after_help = "Example:\n  yalu claims show effects-exports-fall")]
    Show {
        /// Its name
        id: String,
        #[command(flatten)]
        output: Output,
    },
    /// Compute claims anew; all if none is named
    #[command(after_help = "Example:\n  yalu claims run effects-exports-fall volume-2015-fall --format json")]
    Run {
        /// Their names
        ids: Vec<String>,
        #[command(flatten)]
        output: Output,
    },
}

/// A verdict as a filter; "differs" is either of the two that say so.
#[derive(Clone, Copy)]
enum Wanted {
    Verdict(Verdict),
    Differs,
}

impl Wanted {
    fn admits(self, verdict: Verdict) -> bool {
        match self {
            Self::Verdict(wanted) => wanted == verdict,
            Self::Differs => verdict.differs(),
        }
    }
}

impl FromStr for Wanted {
    type Err = yalu::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text {
            "reproduced" => Self::Verdict(Verdict::Reproduced),
            "within-rounding" => Self::Verdict(Verdict::WithinRounding),
            "differs" => Self::Differs,
            "not-testable" => Self::Verdict(Verdict::NotTestable),
            _ => {
                let known = ["reproduced", "within-rounding", "differs", "not-testable"];
                return Err(yalu::Error::unknown_name("verdict", text, known));
            }
        })
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let ledger = Ledger::compute(&Evidence::bundled()?)?;
    match &args.what {
        What::List { verdict, output } => {
            let entries: Vec<&Entry> =
                ledger.iter().filter(|entry| verdict.is_none_or(|wanted| wanted.admits(entry.verdict))).collect();
            let title = format!("{} of {} claims", entries.len(), ledger.len());
            show("claims list", &entries, short(&title, &entries), output)
        }
        What::Show { id, output } => {
            let entry = ledger.get(id)?;
            show("claims show", &[entry], full(entry), output)
        }
        What::Run { ids, output } => {
            let entries: Vec<&Entry> = if ids.is_empty() {
                ledger.iter().collect()
            } else {
                ids.iter().map(|id| ledger.get(id)).collect::<Result<_, _>>()?
            };
            let title = format!("{} of {} claims, computed anew", entries.len(), ledger.len());
            show("claims run", &entries, short(&title, &entries), output)
        }
    }
}

fn show(command: &'static str, entries: &[&Entry], table: Table, output: &Output) -> anyhow::Result<Done> {
    let answer = entries.iter().try_fold(Answer::of(command).table(table), |answer, entry| answer.result(entry))?;
    output.show(&answer)?;
    Ok(Done::Well)
}

/// A line for each claim: enough to choose one to show.
fn short(title: &str, entries: &[&Entry]) -> Table {
    let mut table = Table::new("claims", title)
        .column(Column::text("id", "Claim"))
        .column(Column::text("statement", "What the paper says"))
        .column(Column::machine_only("paper"))
        .column(Column::text("ours", "Ours"))
        .column(Column::text("verdict", "Verdict"));
    for entry in entries {
        table.push_row([
            Cell::text(&entry.id),
            Cell::text(&entry.statement),
            Cell::text(&entry.paper),
            ours(entry),
            Cell::text(entry.verdict.to_string()),
        ]);
    }
    table
}

/// Every part of one claim.
fn full(entry: &Entry) -> Table {
    let difference = entry.difference.map_or(Cell::Empty, |d| Cell::number(d, NumberFormat::Significant(4)));
    Table::new("claim", entry.id.clone())
        .column(Column::text("part", "Part"))
        .column(Column::text("value", "Value"))
        .row(["where".into(), Cell::text(&entry.place)])
        .row(["says".into(), Cell::text(&entry.statement)])
        .row(["paper".into(), Cell::text(&entry.paper)])
        .row(["ours".into(), ours(entry)])
        .row(["difference".into(), difference])
        .row(["unit".into(), Cell::text(&entry.unit)])
        .row(["verdict".into(), Cell::text(entry.verdict.to_string())])
        .row(["reason".into(), Cell::text(&entry.reason)])
}

fn ours(entry: &Entry) -> Cell {
    if entry.ours.is_none() { Cell::Empty } else { Cell::text(entry.ours_in_full()) }
}
