//! What a test does in a sample as small as the one at hand.

use super::base::{Errors, Fitted};
use crate::regression::Restriction;
use crate::resampling::{Rate, Stream, Streams, all_threads, spread};
use crate::table::NumberFormat;
use crate::{Design, Note};

/// Below this number of rows a result says how the test behaves. Autocorrelation distorts it in longer samples than it does other
/// tests: the regressors of a change are as persistent as can be.
pub(super) const SMALL: usize = 60;
const SEED: u64 = 1;

/// The likelihood of AR(1) errors takes a hundred regressions a draw.
fn draws(errors: Errors) -> usize {
    match errors {
        Errors::Ols(_) => 400,
        Errors::Ar1 => 100,
    }
}

/// How often F of these terms rejects at 5 % where they are zero, with independent and with autocorrelated errors; `None` in a
/// sample that is not small.
pub(super) fn note(design: &Design, tested: &[String], errors: Errors) -> Option<Note> {
    if design.nobs() >= SMALL {
        return None;
    }
    let rates = [0.0, 0.5].map(|rho| rate(design, tested, errors, rho));
    if rates.iter().any(|rate| rate.replications == 0) {
        return None;
    }
    let percent = |rate: &Rate| format!("{} %", NumberFormat::Decimals(1).format(100.0 * rate.value()));
    Some(Note::new(format!(
        "{} rows: in {} simulated samples without any change this test rejects at 5 % in {} of those with independent errors and \
         in {} of those with AR(1) errors, ρ = 0.5",
        design.nobs(),
        draws(errors),
        percent(&rates[0]),
        percent(&rates[1])
    )))
}

fn rate(design: &Design, tested: &[String], errors: Errors, rho: f64) -> Rate {
    let streams = Streams::new(SEED);
    let mut rejected = vec![None; draws(errors)];
    spread(&mut rejected, all_threads(), |first, part| {
        for (number, cell) in (first as u64..).zip(part) {
            *cell = rejects(design, tested, errors, autoregression(streams.replication(number), rho, design.nobs()));
        }
    });
    let computed: Vec<bool> = rejected.into_iter().flatten().collect();
    Rate { count: computed.iter().filter(|rejects| **rejects).count(), replications: computed.len() }
}

/// Whether one sample rejects; `None` if its regression cannot be had.
fn rejects(design: &Design, tested: &[String], errors: Errors, y: Vec<f64>) -> Option<bool> {
    let (terms, stamps) = (design.terms().to_vec(), design.stamps().to_vec());
    let drawn = Design::from_arrays(design.response(), terms, y.into(), design.x().clone(), stamps).ok()?;
    let fitted = Fitted::of(&drawn, errors).ok()?;
    Some(fitted.fit.wald(&Restriction::zero(tested.iter().cloned())).ok()?.f_p < 0.05)
}

/// A stationary AR(1).
fn autoregression(mut stream: Stream, rho: f64, n: usize) -> Vec<f64> {
    let mut value = stream.standard_normal() / (1.0 - rho * rho).sqrt();
    (0..n)
        .map(|_| {
            let now = value;
            value = rho * value + stream.standard_normal();
            now
        })
        .collect()
}
