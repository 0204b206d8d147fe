//! What the tests do in a sample as small as the one at hand.

use super::Parts;
use crate::regression::{Covariance, Ols, Restriction};
use crate::resampling::{Rate, Streams, all_threads, spread};
use crate::{Design, Note};

/// Below this number of rows a result says how the tests behave.
const SMALL: usize = 60;
const DRAWS: usize = 500;
const SEED: u64 = 1;

/// How often F and LM reject at 5 % where nothing changes and errors are independent and normal; `None` in a sample that is not
/// small, and with the classical covariance, under which F is exact.
pub(super) fn note(parts: &Parts) -> Option<Note> {
    let (design, covariance) = (parts.fit.design(), parts.fit.covariance());
    if design.nobs() >= SMALL || covariance == Covariance::Classical {
        return None;
    }
    let added: Vec<String> = parts.names.iter().flatten().cloned().collect();
    let mut found = vec![None; DRAWS];
    spread(&mut found, all_threads(), |first, part| {
        for (number, cell) in (first as u64..).zip(part) {
            let mut stream = Streams::new(SEED).replication(number);
            let y = (0..design.nobs()).map(|_| stream.standard_normal()).collect();
            *cell = rejects(design, &added, covariance, y);
        }
    });
    let computed: Vec<[bool; 2]> = found.into_iter().flatten().collect();
    let [f, lm] = [0, 1]
        .map(|i| Rate { count: computed.iter().filter(|rejects| rejects[i]).count(), replications: computed.len() });
    (!computed.is_empty()).then(|| {
        Note::new(format!(
            "on {} rows Wald's F at a nominal 5 % rejects a true null in {f} of samples with independent normal errors, LM in {lm} \
             ({DRAWS} draws, seed {SEED})",
            design.nobs()
        ))
    })
}

/// Whether F and LM reject one sample; `None` if its regression cannot be had.
fn rejects(design: &Design, added: &[String], covariance: Covariance, y: Vec<f64>) -> Option<[bool; 2]> {
    let (terms, stamps) = (design.terms().to_vec(), design.stamps().to_vec());
    let drawn = Design::from_arrays(design.response(), terms, y.into(), design.x().clone(), stamps).ok()?;
    let fit = Ols::fit(&drawn).ok()?.with(covariance).ok()?;
    let wald = fit.wald(&Restriction::zero(added.iter().cloned())).ok()?;
    Some([wald.f_p < 0.05, fit.lagrange_multiplier(added).ok()?.p < 0.05])
}
