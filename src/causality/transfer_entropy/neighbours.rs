//! Transfer entropy of values, from the distances of nearest neighbours.

/// The rows of one direction: the effect's next value and past, ready for one cause after another. Values are standardised.
pub(super) struct Neighbours<'v> {
    effect: &'v [f64],
    neighbours: usize,
    lags_of_cause: usize,
    own: usize,
    depth: usize,
    /// ψ(n + 1) for n = 0, 1, ….
    digamma: Vec<f64>,
}

/// An estimate, and what must be known of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Estimate {
    pub value: f64,
    /// Rows whose nearest neighbours are at no distance.
    pub tied: usize,
}

impl<'v> Neighbours<'v> {
    /// `lags` are the cause's and the effect's.
    pub fn new(effect: &'v [f64], neighbours: usize, lags: [usize; 2]) -> Self {
        let [lags_of_cause, own] = lags;
        let depth = lags_of_cause.max(own);
        let mut digamma = vec![-EULER];
        for n in 1..effect.len() - depth {
            digamma.push(digamma[n - 1] + 1.0 / n as f64);
        }
        Self { effect, neighbours, lags_of_cause, own, depth, digamma }
    }

    /// Frenzel and Pompe's estimate of I(next; cause's past | own past) in nats: ψ(K) + ⟨ψ(n_z + 1) − ψ(n_xz + 1) − ψ(n_yz + 1)⟩
    /// with n_w the rows nearer in w than the K-th neighbour is in all coordinates, by the largest difference.
    pub fn transfer_entropy(&self, cause: &[f64]) -> Estimate {
        let rows = self.effect.len() - self.depth;
        let mut distances = [vec![0.0; rows], vec![0.0; rows], vec![0.0; rows]];
        let mut order = vec![0.0; rows];
        let (mut sum, mut tied) = (0.0, 0);
        for i in 0..rows {
            let [past, next, of_cause] = &mut distances;
            past.fill(0.0);
            of_cause.fill(0.0);
            (1..=self.own).for_each(|lag| self.widen(past, self.effect, i, lag));
            next.copy_from_slice(past);
            self.widen(next, self.effect, i, 0);
            (1..=self.lags_of_cause).for_each(|lag| self.widen(of_cause, cause, i, lag));
            order.clear();
            order.extend(next.iter().zip(&*of_cause).map(|(a, b)| a.max(*b)));
            // The row itself, at no distance, is the first of them.
            let (_, farthest, _) = order.select_nth_unstable_by(self.neighbours, f64::total_cmp);
            let radius = *farthest;
            tied += usize::from(radius == 0.0);
            let (mut z, mut xz, mut yz) = (0, 0, 0);
            for j in 0..rows {
                let inside = past[j] < radius;
                z += usize::from(inside);
                xz += usize::from(inside && of_cause[j] < radius);
                yz += usize::from(next[j] < radius);
            }
            // Less the row itself, which is nearer than any radius but none.
            let psi = |count: usize| self.digamma[count.saturating_sub(1)];
            sum += psi(z) - psi(xz) - psi(yz);
        }
        Estimate { value: self.digamma[self.neighbours - 1] + sum / rows as f64, tied }
    }

    /// The distances from row i in one coordinate more: `values` this many periods before.
    fn widen(&self, distances: &mut [f64], values: &[f64], i: usize, lag: usize) {
        let values = &values[self.depth - lag..];
        let here = values[i];
        for (distance, value) in distances.iter_mut().zip(values) {
            *distance = distance.max((value - here).abs());
        }
    }
}

/// Euler's constant, −ψ(1).
const EULER: f64 = 0.577_215_664_901_532_9;
