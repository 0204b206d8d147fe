//! The library spoken aloud: the same nouns, the same defaults, one file for each command.

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

mod answer;
mod ardl;
mod breaks;
mod claims;
mod coint;
mod data;
mod decompose;
mod describe;
mod did;
mod disaggregate;
mod dummies;
mod event;
mod explain;
mod flags;
mod granger;
mod lags;
mod lp;
mod nonlinear;
mod output;
mod panel_granger;
mod regress;
mod replicate;
mod rivals;
mod seasonal;
mod source;
mod span;
mod synthetic;
mod unitroot;
mod var;
mod vecm;

/// Exit status: `--check` found differences.
const DIFFERENCES: u8 = 1;
/// Exit status: the input or the arguments were refused.
const REFUSED: u8 = 2;

#[derive(Parser)]
#[command(
    name = "yalu",
    version,
    about = "Econometrics for claims of the form \"X caused Y, and the measure of that date changed it\"",
    after_help = "Start with `yalu replicate`, or on a file of your own:\n  yalu describe trade.csv\n  \
                  yalu granger trade.csv --cause exports --effect imports --lags 1:4\n\n\
                  Exit status: 0 done, 1 `--check` found differences, 2 the input was refused."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Replicate(replicate::Args),
    Claims(claims::Args),
    Data(data::Args),
    Describe(describe::Args),
    Regress(regress::Args),
    Breaks(breaks::Args),
    Granger(granger::Args),
    Nonlinear(nonlinear::Args),
    #[command(visible_alias = "xtgcause", alias = "pgrangertest")]
    PanelGranger(panel_granger::Args),
    Unitroot(unitroot::Args),
    Coint(coint::Args),
    Ardl(ardl::Args),
    Vecm(vecm::Args),
    Lp(lp::Args),
    #[command(visible_alias = "itsa")]
    Event(event::Args),
    Rivals(rivals::Args),
    #[command(visible_alias = "difference-in-differences")]
    Did(did::Args),
    #[command(visible_alias = "synth")]
    Synthetic(synthetic::Args),
    Var(var::Args),
    Decompose(decompose::Args),
    Seasonal(seasonal::Args),
    Disaggregate(disaggregate::Args),
    Explain(explain::Args),
    /// Write the completion script for a shell to standard output
    #[command(after_help = "Example:\n  yalu completions bash > ~/.local/share/bash-completion/completions/yalu")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// Runs the command line and says how it ended.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Replicate(args) => replicate::run(&args),
        Command::Claims(args) => claims::run(&args),
        Command::Data(args) => data::run(&args),
        Command::Describe(args) => describe::run(&args),
        Command::Regress(args) => regress::run(&args),
        Command::Breaks(args) => breaks::run(&args),
        Command::Granger(args) => granger::run(&args),
        Command::Nonlinear(args) => nonlinear::run(&args),
        Command::PanelGranger(args) => panel_granger::run(&args),
        Command::Unitroot(args) => unitroot::run(&args),
        Command::Coint(args) => coint::run(&args),
        Command::Ardl(args) => ardl::run(&args),
        Command::Vecm(args) => vecm::run(&args),
        Command::Lp(args) => lp::run(&args),
        Command::Event(args) => event::run(&args),
        Command::Rivals(args) => rivals::run(&args),
        Command::Did(args) => did::run(&args),
        Command::Synthetic(args) => synthetic::run(&args),
        Command::Var(args) => var::run(&args),
        Command::Decompose(args) => decompose::run(&args),
        Command::Seasonal(args) => seasonal::run(&args),
        Command::Disaggregate(args) => disaggregate::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Completions { shell } => {
            // Into memory first: the generator panics if the reader of its output leaves.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "yalu", &mut script);
            output::print(&String::from_utf8_lossy(&script)).map(|()| Done::Well)
        }
    };
    match done {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::Differences) => ExitCode::from(DIFFERENCES),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("yalu: {error:#}");
            ExitCode::from(REFUSED)
        }
    }
}

/// How a command ended when it was not refused.
enum Done {
    /// It did what was asked.
    Well,
    /// `--check` or `verify` found differences.
    Differences,
}

/// The reader of our output (`head`, a pager) has left: no reason to complain.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}
