//! What cannot be computed is refused with a message that names the thing, the need and the remedy.

#[path = "bad_input_cases/ardl.rs"]
mod ardl;
#[path = "bad_input_cases/causality_forms.rs"]
mod causality_forms;
#[path = "bad_input_cases/csv.rs"]
mod csv;
#[path = "bad_input_cases/decomposition.rs"]
mod decomposition;
#[path = "bad_input_cases/did.rs"]
mod did;
#[path = "bad_input_cases/disaggregate.rs"]
mod disaggregate;
#[path = "bad_input_cases/event.rs"]
mod event;
#[path = "bad_input_cases/expect.rs"]
mod expect;
#[path = "bad_input_cases/fluctuation.rs"]
mod fluctuation;
#[path = "bad_input_cases/formula.rs"]
mod formula;
#[path = "bad_input_cases/given.rs"]
mod given;
#[path = "bad_input_cases/gls.rs"]
mod gls;
#[path = "bad_input_cases/granger.rs"]
mod granger;
#[path = "bad_input_cases/interop.rs"]
mod interop;
#[path = "bad_input_cases/johansen.rs"]
mod johansen;
#[path = "bad_input_cases/known_breaks.rs"]
mod known_breaks;
#[path = "bad_input_cases/local_projection.rs"]
mod local_projection;
#[path = "bad_input_cases/long_run.rs"]
mod long_run;
#[path = "bad_input_cases/monitor.rs"]
mod monitor;
#[path = "bad_input_cases/nonlinear.rs"]
mod nonlinear;
#[path = "bad_input_cases/panel.rs"]
mod panel;
#[path = "bad_input_cases/period.rs"]
mod period;
#[path = "bad_input_cases/quandt.rs"]
mod quandt;
#[path = "bad_input_cases/quantile_entropy.rs"]
mod quantile_entropy;
#[path = "bad_input_cases/residual_cointegration.rs"]
mod residual_cointegration;
#[path = "bad_input_cases/rivals.rs"]
mod rivals;
#[path = "bad_input_cases/seasonal.rs"]
mod seasonal;
#[path = "bad_input_cases/seasonal_unit_root.rs"]
mod seasonal_unit_root;
#[path = "bad_input_cases/selection.rs"]
mod selection;
#[path = "bad_input_cases/series.rs"]
mod series;
#[path = "bad_input_cases/svar.rs"]
mod svar;
#[path = "bad_input_cases/synthetic.rs"]
mod synthetic;
#[path = "bad_input_cases/time_varying.rs"]
mod time_varying;
#[path = "bad_input_cases/unit_root.rs"]
mod unit_root;
#[path = "bad_input_cases/unit_root_breaks.rs"]
mod unit_root_breaks;
#[path = "bad_input_cases/unit_root_gls.rs"]
mod unit_root_gls;
#[path = "bad_input_cases/unknown_breaks.rs"]
mod unknown_breaks;
#[path = "bad_input_cases/var.rs"]
mod var;
#[path = "bad_input_cases/vecm.rs"]
mod vecm;
