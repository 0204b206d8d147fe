//! Numbers other programs print, which ours must agree with to a stated number of digits.

#[path = "reference_cases/ardl.rs"]
mod ardl;
#[path = "reference_cases/bai_perron.rs"]
mod bai_perron;
#[path = "reference_cases/break_data_sets.rs"]
mod break_data_sets;
#[path = "reference_cases/breaks_size.rs"]
mod breaks_size;
#[path = "reference_cases/causality_change.rs"]
mod causality_change;
#[path = "reference_cases/causality_forms.rs"]
mod causality_forms;
#[path = "reference_cases/causality_size.rs"]
mod causality_size;
#[path = "reference_cases/chow.rs"]
mod chow;
#[path = "reference_cases/decomposition.rs"]
mod decomposition;
#[path = "reference_cases/dickey_fuller.rs"]
mod dickey_fuller;
#[path = "reference_cases/did.rs"]
mod did;
#[path = "reference_cases/diks_panchenko.rs"]
mod diks_panchenko;
#[path = "reference_cases/disaggregate.rs"]
mod disaggregate;
#[path = "reference_cases/double_lasso.rs"]
mod double_lasso;
#[path = "reference_cases/end_of_sample.rs"]
mod end_of_sample;
#[path = "reference_cases/estimates.rs"]
mod estimates;
#[path = "reference_cases/event.rs"]
mod event;
#[path = "reference_cases/fixture.rs"]
mod fixture;
#[path = "reference_cases/fluctuation.rs"]
mod fluctuation;
#[path = "reference_cases/fluctuation_size.rs"]
mod fluctuation_size;
#[path = "reference_cases/gls.rs"]
mod gls;
#[path = "reference_cases/granger.rs"]
mod granger;
#[path = "reference_cases/hong.rs"]
mod hong;
#[path = "reference_cases/johansen.rs"]
mod johansen;
#[path = "reference_cases/johansen_constancy.rs"]
mod johansen_constancy;
#[path = "reference_cases/johansen_restrictions.rs"]
mod johansen_restrictions;
#[path = "reference_cases/known_breaks.rs"]
mod known_breaks;
#[path = "reference_cases/known_breaks_size.rs"]
mod known_breaks_size;
#[path = "reference_cases/kpss.rs"]
mod kpss;
#[path = "reference_cases/local_projection.rs"]
mod local_projection;
#[path = "reference_cases/long_run.rs"]
mod long_run;
#[path = "reference_cases/monitor.rs"]
mod monitor;
#[path = "reference_cases/monitor_size.rs"]
mod monitor_size;
#[path = "reference_cases/nist.rs"]
mod nist;
#[path = "reference_cases/ols.rs"]
mod ols;
#[path = "reference_cases/order.rs"]
mod order;
#[path = "reference_cases/panel.rs"]
mod panel;
#[path = "reference_cases/paper_before_after.rs"]
mod paper_before_after;
#[path = "reference_cases/paper_samples.rs"]
mod paper_samples;
#[path = "reference_cases/paper_systems.rs"]
mod paper_systems;
#[path = "reference_cases/phillips_perron.rs"]
mod phillips_perron;
#[path = "reference_cases/quandt.rs"]
mod quandt;
#[path = "reference_cases/quantile.rs"]
mod quantile;
#[path = "reference_cases/residual_cointegration.rs"]
mod residual_cointegration;
#[path = "reference_cases/rivals.rs"]
mod rivals;
#[path = "reference_cases/seasonal.rs"]
mod seasonal;
#[path = "reference_cases/seasonal_unit_root.rs"]
mod seasonal_unit_root;
#[path = "reference_cases/svar.rs"]
mod svar;
#[path = "reference_cases/synthetic.rs"]
mod synthetic;
#[path = "reference_cases/systems_size.rs"]
mod systems_size;
#[path = "reference_cases/tails.rs"]
mod tails;
#[path = "reference_cases/time_varying.rs"]
mod time_varying;
#[path = "reference_cases/toda_yamamoto.rs"]
mod toda_yamamoto;
#[path = "reference_cases/transfer_entropy.rs"]
mod transfer_entropy;
#[path = "reference_cases/unit_root.rs"]
mod unit_root;
#[path = "reference_cases/unit_root_breaks.rs"]
mod unit_root_breaks;
#[path = "reference_cases/unit_root_gls.rs"]
mod unit_root_gls;
#[path = "reference_cases/unit_root_size.rs"]
mod unit_root_size;
#[path = "reference_cases/var.rs"]
mod var;
#[path = "reference_cases/var_bootstrap.rs"]
mod var_bootstrap;
#[path = "reference_cases/var_restricted.rs"]
mod var_restricted;
#[path = "reference_cases/var_size.rs"]
mod var_size;
#[path = "reference_cases/var_terms.rs"]
mod var_terms;
#[path = "reference_cases/variance_ratio.rs"]
mod variance_ratio;
#[path = "reference_cases/vecm.rs"]
mod vecm;
