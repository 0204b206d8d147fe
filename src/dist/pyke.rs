//! The law of the CUSUM of squares: how far ordered uniform numbers stray from where they are expected (Pyke 1959).
//!
//! With m independent normal residuals of one variance, the sums of their squares in pairs, as shares of the whole, are the
//! order statistics of N = m/2 − 1 uniform numbers (Durbin 1969). The statistic is the largest |U₍ⱼ₎ − j/(N + 1)|, and its law
//! exact: N(t), the count of numbers below t, is a Poisson process conditioned on its end, and is carried through the times at
//! which it must not be too high or too low. Paths that leave are counted, so small tails keep their digits.
//!
//! ```
//! use yalu::dist::pyke;
//! // One number: |U − ½| > c.
//! assert!((pyke::sf(0.3, 1) - 0.4).abs() < 1e-14);
//! ```
//!
//! # References
//! - Durbin, J. (1969), *Biometrika* 56, 1–15.
//! - Edgerton, D. and C. Wells (1994), *Oxford Bulletin of Economics and Statistics* 56, 355–365.
//! - Pyke, R. (1959), *Annals of Mathematical Statistics* 30, 568–576.

/// A count's probability below this share does not move another.
const NEGLIGIBLE: f64 = 1e-40;

/// P(largest |U₍ⱼ₎ − j/(N + 1)| > c) for N = `numbers` uniform numbers; NaN for NaN.
pub fn sf(c: f64, numbers: usize) -> f64 {
    if c.is_nan() {
        return f64::NAN;
    }
    if numbers == 0 || c >= 1.0 {
        return 0.0;
    }
    if c <= 0.0 {
        return 1.0;
    }
    let n = numbers as f64;
    // (time, the count that is too high there or the one that is too low)
    let expected = |j: usize| j as f64 / (n + 1.0);
    let mut times: Vec<(f64, bool, usize)> = (1..=numbers)
        .flat_map(|j| [(expected(j) - c, true, j), (expected(j) + c, false, j - 1)])
        .filter(|(time, ..)| *time > 0.0 && *time < 1.0)
        .collect();
    times.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.2.cmp(&b.2)));
    let end = ln_poisson(n, n);
    // The probabilities of the counts from `low` on.
    let (mut low, mut states, mut now, mut left) = (0, vec![1.0], 0.0, 0.0);
    for (time, too_high, count) in times {
        states = later(&states, n * (time - now), numbers + 1 - low);
        now = time;
        let leaves = |state: usize, mass: f64| {
            let to_come = ln_poisson(n - state as f64, n * (1.0 - time));
            mass * libm::exp(to_come - end)
        };
        if too_high {
            let keep = count.saturating_sub(low).min(states.len());
            left += states[keep..].iter().zip(low + keep..).map(|(mass, state)| leaves(state, *mass)).sum::<f64>();
            states.truncate(keep);
        } else {
            let drop = (count + 1).saturating_sub(low).min(states.len());
            left += states[..drop].iter().zip(low..).map(|(mass, state)| leaves(state, *mass)).sum::<f64>();
            states.drain(..drop);
            low += drop;
        }
        if states.is_empty() {
            return 1.0;
        }
    }
    left.clamp(0.0, 1.0)
}

/// The counts after a time in which `rate` more are expected; no more than `most` of them.
fn later(states: &[f64], rate: f64, most: usize) -> Vec<f64> {
    let mut jumps = vec![libm::exp(-rate)];
    while jumps.len() < most {
        let next = jumps[jumps.len() - 1] * rate / jumps.len() as f64;
        if next < NEGLIGIBLE {
            break;
        }
        jumps.push(next);
    }
    let mut found = vec![0.0; (states.len() + jumps.len() - 1).min(most)];
    for (i, mass) in states.iter().enumerate() {
        for (to, jump) in found[i.min(most)..].iter_mut().zip(&jumps) {
            *to += mass * jump;
        }
    }
    found
}

/// ln of the probability of a count where `rate` are expected.
fn ln_poisson(count: f64, rate: f64) -> f64 {
    let power = if count == 0.0 { 0.0 } else { count * rate.ln() };
    power - rate - libm::lgamma(count + 1.0)
}

/// P(the CUSUM of squares of m residuals strays further than c from its line): [`sf`] at m/2 − 1, and for odd m the mean
/// of its neighbours' (Brown, Durbin and Evans halve the way between critical values); NaN for fewer than 4.
pub fn cusum_of_squares_sf(c: f64, residuals: usize) -> f64 {
    if residuals < 4 {
        return f64::NAN;
    }
    let numbers = residuals / 2 - 1;
    if residuals.is_multiple_of(2) { sf(c, numbers) } else { 0.5 * (sf(c, numbers) + sf(c, numbers + 1)) }
}

/// The c that is exceeded with probability p, 0 < p < 1; NaN otherwise.
pub fn cusum_of_squares_isf(p: f64, residuals: usize) -> f64 {
    if !(p > 0.0 && p < 1.0) || residuals < 4 {
        return f64::NAN;
    }
    let (mut low, mut high) = (0.0, 1.0);
    // Secants on ln of the tail against c², along which it is nearly straight, kept inside a bracket.
    let numbers = (residuals as f64 / 2.0 - 1.0).max(1.0);
    let mut c = ((2.0 / p).ln() / (2.0 * numbers)).sqrt().clamp(1e-6, 0.9);
    let mut last: Option<(f64, f64)> = None;
    for _ in 0..60 {
        let miss = cusum_of_squares_sf(c, residuals).ln() - p.ln();
        if miss > 0.0 {
            low = c;
        } else {
            high = c;
        }
        let next = match last {
            Some((before, missed)) if missed != miss => {
                let square = c * c - miss * (c * c - before * before) / (miss - missed);
                if square > 0.0 { square.sqrt() } else { f64::NAN }
            }
            _ => (c * c + miss / (2.0 * numbers)).max(0.0).sqrt(),
        };
        last = Some((c, miss));
        let next = if next > low && next < high { next } else { 0.5 * (low + high) };
        let moved = (next - c).abs();
        c = next;
        if moved <= 1e-13 || high - low <= 1e-13 {
            break;
        }
    }
    c
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steck's determinant in rational numbers (Python's fractions): P(inside), N and c.
    #[test]
    fn steck_s_determinant() {
        for (numbers, c, inside) in STECK {
            assert!((sf(c, numbers) - (1.0 - inside)).abs() < 2e-14, "{numbers} {c}: {}", sf(c, numbers));
        }
    }

    /// N, c, and the probability that no number strays further.
    const STECK: [(usize, f64, f64); 7] = [
        (3, 0.25, 0.5625),
        (5, 0.3, 0.760_123_456_790_123_5),
        (9, 0.25, 0.743_437_910_25),
        (9, 0.4, 0.980_325_09),
        (20, 0.25, 0.933_404_764_868_409_1),
        (40, 0.1875, 0.935_888_173_991_537),
        (60, 0.125, 0.792_336_868_184_429_4),
    ];

    /// The 5 % points of Steck's determinant, mpmath.
    #[test]
    fn points_of_even_numbers_of_residuals() {
        for (residuals, point) in [(20, 0.352_771_466_529_87), (40, 0.266_848_498_252_73), (100, 0.177_849_163_633_89)]
        {
            assert!((cusum_of_squares_isf(0.05, residuals) - point).abs() < 1e-12, "{residuals}");
        }
    }

    #[test]
    fn two_numbers_by_hand() {
        // Ordered pairs in (1/3 ± c) × (2/3 ± c), the bands apart for c ≤ 1/6: 2·(2c)².
        assert!((sf(0.125, 2) - 0.875).abs() < 1e-15);
        assert_eq!((sf(0.0, 5), sf(1.0, 5)), (1.0, 0.0));
        assert!(sf(f64::NAN, 5).is_nan() && cusum_of_squares_sf(0.1, 3).is_nan());
    }

    #[test]
    fn points_and_tails_invert_each_other() {
        for residuals in [4, 5, 11, 40, 97, 646] {
            for p in [0.5, 0.05, 0.01, 1e-6] {
                let c = cusum_of_squares_isf(p, residuals);
                if c < 0.999 {
                    let back = cusum_of_squares_sf(c, residuals);
                    assert!((back / p - 1.0).abs() < 1e-8, "{residuals} {p}: {c} {back}");
                }
            }
        }
    }
}
