//! One random stream per replication.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The streams that belong to one seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Streams {
    seed: u64,
}

impl Streams {
    /// The streams of this seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The seed.
    pub const fn seed(self) -> u64 {
        self.seed
    }

    /// The stream of one replication, from its beginning.
    pub fn replication(self, index: u64) -> Stream {
        // The key is written out rather than left to `seed_from_u64`, whose expansion is the library's to change.
        let mut key = [0; 32];
        key[..8].copy_from_slice(&self.seed.to_le_bytes());
        let mut rng = ChaCha8Rng::from_seed(key);
        rng.set_stream(index);
        Stream { rng, spare: None }
    }
}

/// A sequence of random numbers that belongs to one replication.
#[derive(Debug, Clone)]
pub struct Stream {
    rng: ChaCha8Rng,
    spare: Option<f64>,
}

impl Stream {
    /// Uniform on [0, 1): a multiple of 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        (self.rng.next_u64() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// Standard normal, by the polar method (Marsaglia and Bray 1964).
    ///
    /// The logarithm comes from `libm`, not from the operating system, so that the last bit is the same everywhere.
    pub fn standard_normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (u, v) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let s = u * u + v * v;
            if s > 0.0 && s < 1.0 {
                let scale = (-2.0 * libm::log(s) / s).sqrt();
                self.spare = Some(v * scale);
                return u * scale;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_the_normal_are_right_within_their_sampling_error() {
        let n = 200_000;
        let mut stream = Streams::new(1).replication(0);
        let mut powers = [0.0; 5];
        for _ in 0..n {
            let z = stream.standard_normal();
            for (k, sum) in powers.iter_mut().enumerate() {
                *sum += z.powi(k as i32) / f64::from(n);
            }
        }
        // Variances of z, z², z³, z⁴ are 1, 2, 15, 96; four standard errors of the mean.
        for (k, (mean, variance)) in [(0.0, 1.0), (1.0, 2.0), (0.0, 15.0), (3.0, 96.0_f64)].into_iter().enumerate() {
            let error = 4.0 * (variance / f64::from(n)).sqrt();
            assert!((powers[k + 1] - mean).abs() < error, "moment {}: {}", k + 1, powers[k + 1]);
        }
    }

    #[test]
    fn streams_of_two_replications_are_uncorrelated() {
        let (mut a, mut b) = (Streams::new(1).replication(3), Streams::new(1).replication(4));
        let n = 50_000;
        let sum: f64 = (0..n).map(|_| a.standard_normal() * b.standard_normal()).sum();
        assert!((sum / f64::from(n)).abs() < 4.0 / f64::from(n).sqrt());
    }

    #[test]
    fn uniforms_stay_inside_the_unit_interval() {
        let mut stream = Streams::new(9).replication(0);
        assert!((0..10_000).all(|_| (0.0..1.0).contains(&stream.uniform())));
    }
}
