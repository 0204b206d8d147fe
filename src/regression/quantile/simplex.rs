//! min Σ ρ_τ(yᵢ − xᵢ'b), exactly: from vertex to vertex of the linear programme, each step to the best vertex along an edge
//! (Barrodale and Roberts 1973; Koenker and d'Orey 1987).
//!
//! A vertex is a plane through k rows, the basis. Where several planes are best, that of the quantiles just below τ is taken: the
//! derivative of the objective along an edge is compared as value and slope in τ, as if τ were τ − ε for a vanishing ε. So a
//! sample quantile is inf {y: F(y) ≥ τ}, and the answer does not depend on the vertex from which the search set out.

use crate::linalg::{Basis, PivotedQr, add_scaled, dot, exponent, norm, scale_by};

/// A response that its regressors leave less than this share of is reproduced by them.
const EXACT: f64 = 1e-11;

/// Residuals below this share of the largest are nothing.
const ON_THE_PLANE: f64 = 1e-13;

/// An edge along which the objective does not fall by more than this, in units of a row's weight.
const FLAT: f64 = 1e-10;

/// The same for its slope in τ, which is an integer combination of rows.
const FLAT_SLOPE: f64 = 1e-7;

/// The programme at one τ after another; each search sets out from the vertex that the last one found.
#[derive(Debug, Clone)]
pub(crate) struct Simplex {
    n: usize,
    k: usize,
    /// Orthonormal coordinates of the regressors, row by row.
    rows: Vec<f64>,
    /// What least squares leaves of the response, divided by a power of two.
    y: Vec<f64>,
    /// The least-squares coefficients in these coordinates.
    least_squares: Vec<f64>,
    exponent: i32,
    basis: Vec<usize>,
    in_basis: Vec<bool>,
    /// On which side of the plane each other row is, also where it touches it.
    above: Vec<bool>,
}

/// The best plane at one τ.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Vertex {
    /// Coefficients of the orthonormal coordinates, beyond those of least squares; to be multiplied by 2^exponent.
    pub gamma: Vec<f64>,
    /// In the same units.
    pub residuals: Vec<f64>,
    /// Whether no other plane is as good.
    pub unique: bool,
    /// The rows on the plane by which it is found.
    pub basis: Vec<usize>,
}

/// One edge out of a vertex.
struct Edge {
    position: usize,
    /// Whether the row that leaves the basis comes to lie below the plane.
    down: bool,
    /// The derivative of the objective, and its slope in −τ.
    derivative: [f64; 2],
    steepness: f64,
}

impl Simplex {
    /// The programme of a response on columns of its length, more rows than columns; `None` if the columns are collinear or
    /// reproduce the response.
    pub fn new(columns: &[&[f64]], y: &[f64]) -> Option<Self> {
        let basis = Basis::of_columns(columns)?;
        let (n, k) = (y.len(), basis.len());
        let first = exponent(y.iter().copied());
        let scaled: Vec<f64> = y.iter().map(|value| scale_by(*value, -first)).collect();
        let left = basis.leave(scaled.clone());
        if n <= k || norm(&left) <= EXACT * norm(&scaled) {
            return None;
        }
        let second = exponent(left.iter().copied());
        let mut rows = vec![0.0; n * k];
        for (j, vector) in basis.vectors().enumerate() {
            rows.iter_mut().skip(j).step_by(k).zip(vector).for_each(|(to, from)| *to = *from);
        }
        let mut simplex = Self {
            n,
            k,
            y: left.iter().map(|value| scale_by(*value, -second)).collect(),
            least_squares: basis.vectors().map(|vector| scale_by(dot(vector, &scaled), -second)).collect(),
            exponent: first + second,
            rows,
            basis: Vec::new(),
            in_basis: vec![false; n],
            above: Vec::new(),
        };
        simplex.set_out()?;
        Some(simplex)
    }

    /// The power of two by which coefficients and residuals are divided.
    pub fn exponent(&self) -> i32 {
        self.exponent
    }

    /// The least-squares coefficients of the orthonormal coordinates, divided likewise.
    pub fn least_squares(&self) -> &[f64] {
        &self.least_squares
    }

    /// Row i in orthonormal coordinates.
    pub fn row(&self, i: usize) -> &[f64] {
        &self.rows[i * self.k..(i + 1) * self.k]
    }

    /// A first vertex: the rows that least squares fits best, as far as they are independent.
    fn set_out(&mut self) -> Option<()> {
        let mut order: Vec<usize> = (0..self.n).collect();
        order.sort_by(|a, b| self.y[*a].abs().total_cmp(&self.y[*b].abs()));
        let mut span = Basis::new(self.k);
        for i in order {
            let row = self.row(i);
            // Rows all but in the span of those before would make a needle of a vertex.
            let lean = norm(&span.leave(row.to_vec())) <= 1e-6 * norm(row);
            if !lean && span.push(row.to_vec()).is_some() {
                self.basis.push(i);
                self.in_basis[i] = true;
            }
            if self.basis.len() == self.k {
                break;
            }
        }
        self.above = self.y.iter().map(|value| *value > 0.0).collect();
        (self.basis.len() == self.k).then_some(())
    }

    /// The best plane at 0 < τ < 1; `None` if rounding keeps the search from ending, which has not been seen.
    pub fn solve(&mut self, tau: f64) -> Option<Vertex> {
        let mut still = 0;
        for _ in 0..1000 + 50 * (self.n + self.k) {
            let (gamma, inverse) = self.plane()?;
            let residuals = self.residuals(&gamma);
            let (best, unique) = self.edge(tau, &inverse, still > 2 * self.k + 20);
            let Some(edge) = best else {
                return Some(Vertex { gamma, residuals, unique, basis: self.basis.clone() });
            };
            let moved = self.travel(&edge, &inverse[edge.position], &residuals)?;
            still = if moved { 0 } else { still + 1 };
        }
        None
    }

    /// The coefficients of the plane through the basis, and the columns of the inverse of its rows.
    fn plane(&self) -> Option<(Vec<f64>, Vec<Vec<f64>>)> {
        let k = self.k;
        let mut flat = vec![0.0; k * (2 * k + 1)];
        for (position, &i) in self.basis.iter().enumerate() {
            for (j, value) in self.row(i).iter().enumerate() {
                flat[j * k + position] = *value;
            }
            flat[(k + position) * k + position] = 1.0;
            flat[2 * k * k + position] = self.y[i];
        }
        let qr = PivotedQr::new(flat, k, k);
        let (inverse, gamma): (Vec<Vec<f64>>, _) = ((0..k).map(|t| qr.solve(t)).collect(), qr.solve(k));
        let finite = gamma.iter().chain(inverse.iter().flatten()).all(|value| value.is_finite());
        finite.then_some((gamma, inverse))
    }

    /// Residuals, those on the plane exactly zero; the side of every other row is noted.
    fn residuals(&mut self, gamma: &[f64]) -> Vec<f64> {
        let mut residuals = vec![0.0; self.n];
        for (i, residual) in residuals.iter_mut().enumerate().filter(|(i, _)| !self.in_basis[*i]) {
            let value = self.y[i] - dot(&self.rows[i * self.k..(i + 1) * self.k], gamma);
            if value.abs() > ON_THE_PLANE {
                *residual = value;
                self.above[i] = value > 0.0;
            }
        }
        residuals
    }

    /// The edge along which the objective falls most steeply, or the first that falls at all; none at the best vertex. And
    /// whether no edge is level.
    fn edge(&self, tau: f64, inverse: &[Vec<f64>], first: bool) -> (Option<Edge>, bool) {
        let (mut pull, mut all) = (vec![0.0; self.k], vec![0.0; self.k]);
        for i in (0..self.n).filter(|i| !self.in_basis[*i]) {
            add_scaled(&mut pull, if self.above[i] { tau } else { tau - 1.0 }, self.row(i));
            add_scaled(&mut all, 1.0, self.row(i));
        }
        let (mut best, mut unique): (Option<Edge>, bool) = (None, true);
        for (position, column) in inverse.iter().enumerate() {
            let length = norm(column);
            let (along, slope) = (dot(&pull, column), 1.0 + dot(&all, column));
            let rounding = 1e-15 * length * (self.n as f64).sqrt();
            for down in [true, false] {
                let derivative = if down { [1.0 - tau - along, slope] } else { [tau + along, -slope] };
                let level = derivative[0].abs() <= FLAT.max(rounding);
                unique &= !level;
                let falls = if level { derivative[1] < -FLAT_SLOPE } else { derivative[0] < 0.0 };
                let steepness = if level { 0.0 } else { -derivative[0] / length };
                let better = match &best {
                    None => true,
                    Some(best) if first => self.basis[position] < self.basis[best.position],
                    Some(best) => steepness > best.steepness,
                };
                if falls && better {
                    best = Some(Edge { position, down, derivative, steepness });
                }
            }
        }
        (best, unique)
    }

    /// Goes along an edge as long as the objective falls; whether that was any way at all. `None` if it falls for ever.
    fn travel(&mut self, edge: &Edge, column: &[f64], residuals: &[f64]) -> Option<bool> {
        let sign = if edge.down { 1.0 } else { -1.0 };
        let least = 1e-11 * norm(column);
        let mut met: Vec<(f64, usize, f64)> = Vec::new();
        for i in (0..self.n).filter(|i| !self.in_basis[*i]) {
            let along = sign * dot(self.row(i), column);
            if along.abs() > least && (along > 0.0) == self.above[i] {
                met.push(((residuals[i] / along).max(0.0), i, along.abs()));
            }
        }
        met.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut derivative = edge.derivative[0];
        for (way, i, weight) in met {
            derivative += weight;
            if derivative > FLAT || (derivative >= -FLAT && edge.derivative[1] >= 0.0) {
                let left = std::mem::replace(&mut self.basis[edge.position], i);
                (self.in_basis[left], self.in_basis[i]) = (false, true);
                self.above[left] = !edge.down;
                return Some(way > 0.0);
            }
            self.above[i] = !self.above[i];
        }
        None
    }
}
