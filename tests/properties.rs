//! Identities that hold for all inputs, checked on random ones.

#[path = "property_cases/ardl.rs"]
mod ardl;
#[path = "property_cases/breaks.rs"]
mod breaks;
#[path = "property_cases/causality_forms.rs"]
mod causality_forms;
#[path = "property_cases/csv.rs"]
mod csv;
#[path = "property_cases/decomposition.rs"]
mod decomposition;
#[path = "property_cases/did.rs"]
mod did;
#[path = "property_cases/disaggregate.rs"]
mod disaggregate;
#[path = "property_cases/dist.rs"]
mod dist;
#[path = "property_cases/event.rs"]
mod event;
#[path = "property_cases/fluctuation.rs"]
mod fluctuation;
#[path = "property_cases/formula.rs"]
mod formula;
#[path = "property_cases/granger.rs"]
mod granger;
#[path = "property_cases/interop.rs"]
mod interop;
#[path = "property_cases/johansen.rs"]
mod johansen;
#[path = "property_cases/known_breaks.rs"]
mod known_breaks;
#[path = "property_cases/local_projection.rs"]
mod local_projection;
#[path = "property_cases/long_run.rs"]
mod long_run;
#[path = "property_cases/monitor.rs"]
mod monitor;
#[path = "property_cases/nonlinear.rs"]
mod nonlinear;
#[path = "property_cases/panel.rs"]
mod panel;
#[path = "property_cases/period.rs"]
mod period;
#[path = "property_cases/quandt.rs"]
mod quandt;
#[path = "property_cases/quantile.rs"]
mod quantile;
#[path = "property_cases/regression.rs"]
mod regression;
#[path = "property_cases/residual_cointegration.rs"]
mod residual_cointegration;
#[path = "property_cases/rivals.rs"]
mod rivals;
#[path = "property_cases/seasonal.rs"]
mod seasonal;
#[path = "property_cases/seasonal_unit_root.rs"]
mod seasonal_unit_root;
#[path = "property_cases/series.rs"]
mod series;
#[path = "property_cases/svar.rs"]
mod svar;
#[path = "property_cases/synthetic.rs"]
mod synthetic;
#[path = "property_cases/table.rs"]
mod table;
#[path = "property_cases/time_varying.rs"]
mod time_varying;
#[path = "property_cases/transfer_entropy.rs"]
mod transfer_entropy;
#[path = "property_cases/unit_root.rs"]
mod unit_root;
#[path = "property_cases/unit_root_breaks.rs"]
mod unit_root_breaks;
#[path = "property_cases/unit_root_gls.rs"]
mod unit_root_gls;
#[path = "property_cases/unknown_breaks.rs"]
mod unknown_breaks;
#[path = "property_cases/var.rs"]
mod var;
#[path = "property_cases/vecm.rs"]
mod vecm;
