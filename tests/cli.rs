//! The command line as its users meet it: what it prints, how it refuses, and its exit status.

#[path = "cli_cases/ardl.rs"]
mod ardl;
#[path = "cli_cases/bench.rs"]
mod bench;
#[path = "cli_cases/breaks.rs"]
mod breaks;
#[path = "cli_cases/causality.rs"]
mod causality;
#[path = "cli_cases/coint.rs"]
mod coint;
#[path = "cli_cases/decompose.rs"]
mod decompose;
#[path = "cli_cases/describe.rs"]
mod describe;
#[path = "cli_cases/did.rs"]
mod did;
#[path = "cli_cases/disaggregate.rs"]
mod disaggregate;
#[path = "cli_cases/event.rs"]
mod event;
#[path = "cli_cases/guide.rs"]
mod guide;
#[path = "cli_cases/help.rs"]
mod help;
#[path = "cli_cases/ledger.rs"]
mod ledger;
#[path = "cli_cases/nonlinear.rs"]
mod nonlinear;
#[path = "cli_cases/output.rs"]
mod output;
#[path = "cli_cases/panel.rs"]
mod panel;
#[path = "cli_cases/refusals.rs"]
mod refusals;
#[path = "cli_cases/regress.rs"]
mod regress;
#[path = "cli_cases/replicate.rs"]
mod replicate;
#[path = "cli_cases/rivals.rs"]
mod rivals;
#[path = "cli_cases/seasonal.rs"]
mod seasonal;
#[path = "cli_cases/synthetic.rs"]
mod synthetic;
#[path = "cli_cases/systems.rs"]
mod systems;
#[path = "cli_cases/unit_root.rs"]
mod unit_root;
#[path = "cli_cases/var.rs"]
mod var;
#[path = "cli_cases/var_shocks.rs"]
mod var_shocks;
