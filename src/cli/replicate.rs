//! `yalu replicate`: the whole paper.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use yalu::replication::{Bundle, Replication};

use super::Done;
use super::output::print;

/// Replicate the paper: every claim checked, every table written
#[derive(ClapArgs)]
#[command(
    after_help = "Examples:\n  yalu replicate\n  yalu replicate --out my-results\n  yalu replicate --check my-results\n\n\
    Writes README.md, claims.{csv,json,md}, tables/* in six formats and manifest.json. A file that an earlier\n\
    replication did not write, or that was changed since, is never overwritten."
)]
pub struct Args {
    /// Where to write
    #[arg(long, value_name = "DIR", default_value = "results", conflicts_with = "check")]
    out: PathBuf,
    /// Recompute and compare with this directory, byte for byte; write nothing
    #[arg(long, value_name = "DIR")]
    check: Option<PathBuf>,
    /// Print nothing
    #[arg(long)]
    quiet: bool,
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let replication = Replication::run()?;
    let bundle = replication.bundle()?;
    if let Some(directory) = &args.check {
        let differences = bundle.compare(directory)?;
        if differences.is_empty() {
            say(args, &format!("{}: all {} files are as computed.\n", directory.display(), files(&bundle)))?;
            return Ok(Done::Well);
        }
        let lines: Vec<String> = differences.iter().map(ToString::to_string).collect();
        say(args, &format!("{} of {} files differ:\n{}\n", lines.len(), files(&bundle), lines.join("\n")))?;
        return Ok(Done::Differences);
    }
    bundle.write(&args.out)?;
    let out = args.out.display();
    let where_to_look = format!(
        "\nWritten: {} files in {out}. Start with {out}/README.md; the ledger is {out}/claims.md.\n",
        files(&bundle)
    );
    say(args, &(replication.summary()? + &where_to_look))?;
    Ok(Done::Well)
}

fn files(bundle: &Bundle) -> usize {
    bundle.files().count()
}

fn say(args: &Args, text: &str) -> anyhow::Result<()> {
    if args.quiet { Ok(()) } else { print(text) }
}
