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

/// How often a test of 5 % rejects where nothing changed, with independent errors and with AR(1) errors, ρ = 0.5.
pub(super) type Sizes = [Rate; 2];

/// The sizes of F of these terms where they are zero; `None` in a sample that is not small.
pub(super) fn sizes(design: &Design, tested: &[String], errors: Errors) -> Option<Sizes> {
    if design.nobs() >= SMALL {
        return None;
    }
    let rates = [0.0, 0.5].map(|rho| rate(design, tested, errors, rho));
    rates.iter().all(|rate| rate.replications > 0).then_some(rates)
}

/// These sizes as a reader must know them.
pub(super) fn note(design: &Design, tested: &[String], errors: Errors) -> Option<Note> {
    Some(in_words(sizes(design, tested, errors)?, design.nobs(), errors))
}

pub(super) fn in_words(sizes: Sizes, rows: usize, errors: Errors) -> Note {
    let [independent, autocorrelated] =
        sizes.map(|rate| format!("{} %", NumberFormat::Decimals(1).format(100.0 * rate.value())));
    Note::new(format!(
        "{rows} rows: in {} simulated samples without any change this test rejects at 5 % in {independent} of those with independent \
         errors and in {autocorrelated} of those with AR(1) errors, ρ = 0.5",
        draws(errors)
    ))
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
