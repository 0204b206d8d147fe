//! Numbers other programs print, which ours must agree with to a stated number of digits.

#[path = "reference_cases/chow.rs"]
mod chow;
#[path = "reference_cases/decomposition.rs"]
mod decomposition;
#[path = "reference_cases/double_lasso.rs"]
mod double_lasso;
#[path = "reference_cases/fixture.rs"]
mod fixture;
#[path = "reference_cases/gls.rs"]
mod gls;
#[path = "reference_cases/granger.rs"]
mod granger;
#[path = "reference_cases/johansen.rs"]
mod johansen;
#[path = "reference_cases/johansen_constancy.rs"]
mod johansen_constancy;
#[path = "reference_cases/johansen_restrictions.rs"]
mod johansen_restrictions;
#[path = "reference_cases/nist.rs"]
mod nist;
#[path = "reference_cases/ols.rs"]
mod ols;
#[path = "reference_cases/paper_samples.rs"]
mod paper_samples;
#[path = "reference_cases/tails.rs"]
mod tails;
#[path = "reference_cases/toda_yamamoto.rs"]
mod toda_yamamoto;
