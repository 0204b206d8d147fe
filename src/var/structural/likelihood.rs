//! The likelihood of A and B given Σ̂, and its maximum.
//!
//! With S = B⁻¹A and W = SΣ̂S', ℓ/T = ln|det A| − ln|det B| − ½ tr W + constant. A direction (dA, dB) turns S by
//! N S, N = B⁻¹ dA A⁻¹ B − B⁻¹ dB: the score is T tr N(I − W), the information 2T tr n n' with n = (N + N')/2. In the
//! coordinates of symmetric matrices with the inner product tr XY the score is T J'r and the information 2T J'J, so that a
//! scoring step is least squares of r = I − W on J, halved; J has the rank of dΣ.

use ndarray::{Array1, Array2};

use super::restrictions::Linear;
use crate::linalg::solve;
use crate::linalg::{PivotedQr, Svd};
use crate::resampling::{Stream, Streams};
use crate::{Error, ErrorKind};

/// Starting points, each climbed from; the highest maximum counts.
const STARTS: u64 = 12;
/// Steps from one start.
const STEPS: usize = 500;
/// The gradient at a maximum: the length of r's projection on J, in units of a correlation.
const FLAT: f64 = 1e-10;
/// Below this scoring gives way to Newton's steps.
const NEAR: f64 = 1e-2;
/// Singular values of J, its columns made of unit length, below this share of the largest count as zero.
const RANK: f64 = 1e-7;

/// A point and what belongs to it.
pub(super) struct Point {
    pub free: Vec<f64>,
    pub a: Array2<f64>,
    pub b: Array2<f64>,
    /// B⁻¹A.
    s: Array2<f64>,
    /// N of each direction.
    turns: Vec<Array2<f64>>,
    /// I − W.
    rest: Array2<f64>,
    /// ℓ/T without its constant.
    pub height: f64,
}

impl Point {
    /// `None` where A or B is singular.
    pub fn at(linear: &Linear, sigma: &Array2<f64>, free: Vec<f64>) -> Option<Self> {
        let (a, b) = linear.at(&free);
        let (ln_a, ln_b) = (ln_determinant(&a)?, ln_determinant(&b)?);
        let k = a.nrows();
        let s = solve(&b, &a)?;
        // A⁻¹B
        let impact = solve(&a, &b)?;
        let inverse_b = solve(&b, &Array2::eye(k))?;
        let turns = linear
            .directions
            .iter()
            .map(|direction| inverse_b.dot(&direction.a).dot(&impact) - inverse_b.dot(&direction.b))
            .collect();
        let w = s.dot(sigma).dot(&s.t());
        let height = ln_a - ln_b - 0.5 * w.diag().sum();
        let rest = Array2::eye(k) - w;
        height.is_finite().then_some(Self { free, a, b, s, turns, rest, height })
    }

    /// J, column by column, followed by r.
    fn table(&self) -> Vec<f64> {
        let mut table: Vec<f64> = self.turns.iter().flat_map(symmetric).collect();
        table.extend(symmetric(&self.rest));
        table
    }

    fn rows(&self) -> usize {
        let k = self.rest.nrows();
        k * (k + 1) / 2
    }

    /// The free numbers' combinations that leave Σ as it is, as far as this point can tell: none if they are identified.
    pub fn flat_directions(&self) -> Vec<Vec<f64>> {
        let (rows, count) = (self.rows(), self.turns.len());
        let table = self.table();
        let mut columns = table[..rows * count].to_vec();
        let mut lengths = Vec::with_capacity(count);
        for column in columns.chunks_exact_mut(rows) {
            let length = column.iter().map(|value| value * value).sum::<f64>().sqrt();
            column.iter_mut().for_each(|value| *value = if length > 0.0 { *value / length } else { 0.0 });
            lengths.push(length);
        }
        let svd = Svd::new(columns, rows);
        let rank = svd.rank(RANK).min(rows);
        (rank..count)
            .map(|s| {
                let weights = svd.right(s).iter().zip(&lengths);
                weights.map(|(weight, length)| if *length > 0.0 { weight / length } else { *weight }).collect()
            })
            .collect()
    }

    /// G with GG' = (J'J)⁻¹, column by column.
    pub fn factor(&self) -> Vec<f64> {
        let count = self.turns.len();
        PivotedQr::new(self.table(), self.rows(), count).inverse_factor()
    }

    /// The step of scoring.
    fn scoring(&self) -> Vec<f64> {
        let count = self.turns.len();
        PivotedQr::new(self.table(), self.rows(), count).solve(0).into_iter().map(|step| 0.5 * step).collect()
    }

    /// Least squares of a symmetric matrix on J: the move of the free numbers that makes n come to it.
    pub fn answer(&self, to: &[Array2<f64>]) -> Vec<Vec<f64>> {
        let (rows, count) = (self.rows(), self.turns.len());
        let mut table = self.table();
        table.truncate(rows * count);
        table.extend(to.iter().flat_map(symmetric));
        let qr = PivotedQr::new(table, rows, count);
        (0..to.len()).map(|t| qr.solve(t)).collect()
    }

    /// The score over T.
    pub fn score(&self) -> Vec<f64> {
        self.turns.iter().map(|turn| (turn * &self.rest).sum()).collect()
    }

    /// The length of r's projection on J: √(2 g'I⁻¹g) with g the score and I the information of one observation.
    fn slope(&self) -> f64 {
        let step = self.scoring();
        let along: f64 = step.iter().zip(self.score()).map(|(step, score)| step * score).sum();
        (2.0 * along).max(0.0).sqrt()
    }

    /// Second derivatives of ℓ/T.
    pub fn hessian(&self, linear: &Linear, sigma: &Array2<f64>) -> Option<Array2<f64>> {
        let directions = &linear.directions;
        // B⁻¹dA, B⁻¹dB, A⁻¹dA and what each direction does to S.
        let p: Vec<Array2<f64>> = directions.iter().map(|d| solve(&self.b, &d.a)).collect::<Option<_>>()?;
        let q: Vec<Array2<f64>> = directions.iter().map(|d| solve(&self.b, &d.b)).collect::<Option<_>>()?;
        let c: Vec<Array2<f64>> = directions.iter().map(|d| solve(&self.a, &d.a)).collect::<Option<_>>()?;
        let s: Vec<Array2<f64>> = p.iter().zip(&q).map(|(p, q)| p - &q.dot(&self.s)).collect();
        let (s_sigma, n) = (self.s.dot(sigma), directions.len());
        let moved: Vec<Array2<f64>> = s.iter().map(|s| s.dot(sigma)).collect();
        let trace = |a: &Array2<f64>, b: &Array2<f64>| (a * &b.t()).sum();
        let mut hessian = Array2::zeros((n, n));
        for i in 0..n {
            for j in 0..=i {
                // S moves by P − QS in each direction, and by −Q(P − QS) in two.
                let second: Array2<f64> = q[i].dot(&s[j]) + q[j].dot(&s[i]);
                let value =
                    trace(&q[i], &q[j]) - trace(&c[i], &c[j]) - (&moved[i] * &s[j]).sum() + (&second * &s_sigma).sum();
                hessian[[i, j]] = value;
                hessian[[j, i]] = value;
            }
        }
        Some(hessian)
    }

    fn newton(&self, linear: &Linear, sigma: &Array2<f64>) -> Option<Vec<f64>> {
        let hessian = self.hessian(linear, sigma)?;
        let score = Array2::from_shape_vec((self.free.len(), 1), self.score()).ok()?;
        // A step upwards needs the surface to bend down everywhere.
        crate::linalg::lower_root(&hessian.mapv(|value| -value))?;
        Some(solve(&hessian, &score)?.iter().map(|step| -step).collect())
    }
}

/// The lower triangle of (N + N')/2 with the inner product of matrices.
fn symmetric(matrix: &Array2<f64>) -> Vec<f64> {
    let k = matrix.nrows();
    let entry = |i: usize, j: usize| {
        if i == j { matrix[[i, i]] } else { (matrix[[i, j]] + matrix[[j, i]]) * std::f64::consts::FRAC_1_SQRT_2 }
    };
    (0..k).flat_map(|i| (0..=i).map(move |j| (i, j))).map(|(i, j)| entry(i, j)).collect()
}

/// ln |det|; `None` if singular.
fn ln_determinant(matrix: &Array2<f64>) -> Option<f64> {
    let k = matrix.nrows();
    let root = PivotedQr::new(matrix.t().iter().copied().collect(), k, k);
    // R Pᵀ is R with its columns in A's order: |det| is the product of the lengths that pivots had left.
    let ln = root.diagonal().map(|value| value.abs().ln()).sum::<f64>();
    ln.is_finite().then_some(ln)
}

/// Climbs from a start.
pub(super) fn climb(linear: &Linear, sigma: &Array2<f64>, start: Vec<f64>) -> Option<Point> {
    let mut point = Point::at(linear, sigma, start)?;
    for _ in 0..STEPS {
        let slope = point.slope();
        if slope <= FLAT {
            return Some(point);
        }
        let step = if slope < NEAR { point.newton(linear, sigma) } else { None };
        let step = step.unwrap_or_else(|| point.scoring());
        let along: f64 = step.iter().zip(point.score()).map(|(step, score)| step * score).sum();
        let mut length = 1.0;
        let next = loop {
            let free = point.free.iter().zip(&step).map(|(value, step)| value + length * step).collect();
            let next = Point::at(linear, sigma, free);
            // Near the top heights differ by less than their rounding: there the slope must fall instead.
            let better = |next: &Point| {
                next.height >= point.height + 1e-4 * length * along || (slope < 1e-5 && next.slope() < 0.5 * slope)
            };
            if let Some(next) = next.filter(better) {
                break Some(next);
            }
            length *= 0.5;
            if length < 1e-12 {
                break None;
            }
        };
        match next {
            Some(next) => point = next,
            None => return (slope <= 100.0 * FLAT).then_some(point),
        }
    }
    None
}

/// The highest maximum.
///
/// # Errors
/// If the free numbers are not identified, or no start leads to a maximum.
pub(super) fn maximise(linear: &Linear, sigma: &Array2<f64>) -> Result<Point, Error> {
    let k = sigma.nrows();
    let (rows, count) = (k * (k + 1) / 2, linear.directions.len());
    if count > rows {
        return Err(Error::new(
            ErrorKind::Argument,
            format!("not identified: {count} free numbers in A and B, but Σ of {k} series has only {rows}"),
        )
        .remedy(format!("fix at least {} more", count - rows)));
    }
    let mut stream = Streams::new(0).replication(0);
    let (mut best, mut generic): (Option<Point>, Option<Vec<Vec<f64>>>) = (None, None);
    for number in 0..STARTS {
        let start = start(linear, k, &mut stream, number);
        let Some(point) = Point::at(linear, sigma, start.clone()) else { continue };
        // The rank is the same at almost all points.
        let flat = point.flat_directions();
        if generic.as_ref().is_none_or(|known| flat.len() < known.len()) {
            generic = Some(flat);
        }
        if generic.as_ref().is_some_and(|known| !known.is_empty()) {
            continue;
        }
        if let Some(top) = climb(linear, sigma, start)
            && best.as_ref().is_none_or(|best| top.height > best.height + 1e-9)
        {
            best = Some(top);
        }
    }
    match generic {
        None => {
            return Err(Error::new(ErrorKind::Argument, "A or B is singular whatever the free entries are")
                .remedy("free an entry in every row and column"));
        }
        Some(flat) if !flat.is_empty() => return Err(not_identified(linear, &flat)),
        Some(_) => {}
    }
    let best = best.ok_or_else(|| {
        Error::new(ErrorKind::Convergence, format!("no maximum of the likelihood was reached from {STARTS} starts"))
            .remedy("loosen the restrictions: they may be far from what the data say")
    })?;
    let flat = best.flat_directions();
    if flat.is_empty() { Ok(best) } else { Err(not_identified(linear, &flat)) }
}

/// The matrices nearest to ones on the diagonal, then to these with noise.
fn start(linear: &Linear, k: usize, stream: &mut Stream, number: u64) -> Vec<f64> {
    let spread = if number == 0 { 0.1 } else { 0.7 };
    let mut near_one =
        || Array2::from_shape_fn((k, k), |(i, j)| f64::from(u8::from(i == j)) + spread * stream.standard_normal());
    let (a, b) = (near_one(), near_one());
    linear.nearest(&a, &b)
}

fn not_identified(linear: &Linear, flat: &[Vec<f64>]) -> Error {
    let involved = |at: usize| {
        flat.iter().any(|weights| {
            let largest = weights.iter().fold(0.0_f64, |max, weight| max.max(weight.abs()));
            weights[at].abs() > 1e-6 * largest
        })
    };
    let mut names: Vec<&str> =
        linear.directions.iter().enumerate().filter(|(at, _)| involved(*at)).map(|(_, d)| d.name.as_str()).collect();
    names.dedup();
    Error::new(
        ErrorKind::Argument,
        format!(
            "not identified: {} can move together without a change of Σ (the derivative of Σ has rank {}, there are {} free \
             numbers)",
            names.join(", "),
            linear.directions.len() - flat.len(),
            linear.directions.len()
        ),
    )
    .remedy("fix one of them")
}

/// N of a move of B alone: −B⁻¹ dB, for moves that are not free.
pub(super) fn turn_of_b(b: &Array2<f64>, move_of_b: &Array2<f64>) -> Option<Array2<f64>> {
    Some(-solve(b, move_of_b)?)
}

/// What moves of the free numbers do to A* and B*.
pub(super) fn moved(linear: &Linear, weights: &[f64]) -> (Array2<f64>, Array2<f64>) {
    let k = linear.directions.first().map_or(0, |direction| direction.a.nrows());
    let mut pair = (Array2::<f64>::zeros((k, k)), Array2::<f64>::zeros((k, k)));
    for (weight, direction) in Array1::from(weights.to_vec()).iter().zip(&linear.directions) {
        pair.0.scaled_add(*weight, &direction.a);
        pair.1.scaled_add(*weight, &direction.b);
    }
    pair
}

#[cfg(test)]
mod tests {
    use super::super::pattern::Pattern;
    use super::super::restrictions::Restrictions;
    use super::*;
    use ndarray::array;

    /// Score and second derivatives against differences of the height.
    #[test]
    fn derivatives_are_those_of_the_height() {
        let sigma = array![[1.0, 0.4, -0.2], [0.4, 1.5, 0.3], [-0.2, 0.3, 0.8]];
        let restrictions = Restrictions {
            a: "1 * 0; * 1 0; 0 * 1".parse().unwrap(),
            b: "* 0 0; 0 * *; 0 0 *".parse().unwrap(),
            long_run: None,
        };
        let linear = restrictions.linear(&sigma, None).unwrap();
        let free = vec![0.2, -0.3, 0.4, 0.9, 1.1, 0.3, 0.7];
        let at = |free: Vec<f64>| Point::at(&linear, &sigma, free).unwrap();
        let point = at(free.clone());
        let hessian = point.hessian(&linear, &sigma).unwrap();
        let moved = |i: usize, by: f64| {
            let mut free = free.clone();
            free[i] += by;
            at(free)
        };
        for i in 0..free.len() {
            let (up, down) = (moved(i, 1e-5), moved(i, -1e-5));
            let slope = (up.height - down.height) / 2e-5;
            assert!((slope - point.score()[i]).abs() < 1e-8, "{i}: {slope} {}", point.score()[i]);
            for j in 0..free.len() {
                let bend = (up.score()[j] - down.score()[j]) / 2e-5;
                assert!((bend - hessian[[i, j]]).abs() < 1e-7, "{i} {j}: {bend} {}", hessian[[i, j]]);
            }
        }
    }

    #[test]
    fn what_is_not_identified_is_named() {
        let sigma = array![[1.0, 0.4], [0.4, 1.5]];
        // One parameter too many on the diagonal.
        let restrictions =
            Restrictions { a: "* 0; 0 *".parse().unwrap(), b: "* 0; 0 1".parse().unwrap(), long_run: None };
        let linear = restrictions.linear(&sigma, None).unwrap();
        let error = maximise(&linear, &sigma).err().unwrap().to_string();
        assert!(error.contains("not identified: A[1, 1], B[1, 1] can move together"), "{error}");
        let restrictions = Restrictions { a: Pattern::identity(2), b: Pattern::free(2), long_run: None };
        let error = maximise(&restrictions.linear(&sigma, None).unwrap(), &sigma).err().unwrap().to_string();
        assert!(error.contains("4 free numbers in A and B, but Σ of 2 series has only 3"), "{error}");
    }
}
