//! The command line: parse, run, print, exit status.

use std::process::ExitCode;

mod cli;

fn main() -> ExitCode {
    cli::main()
}
