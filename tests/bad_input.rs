//! What cannot be computed is refused with a message that names the thing, the need and the remedy.

#[path = "bad_input_cases/formula.rs"]
mod formula;
#[path = "bad_input_cases/granger.rs"]
mod granger;
