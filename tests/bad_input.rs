//! What cannot be computed is refused with a message that names the thing, the need and the remedy.

#[path = "bad_input_cases/decomposition.rs"]
mod decomposition;
#[path = "bad_input_cases/gls.rs"]
mod gls;
#[path = "bad_input_cases/interop.rs"]
mod interop;
#[path = "bad_input_cases/selection.rs"]
mod selection;
