//! A and B as linear functions of what is free in them, in units near one.
//!
//! A u = B ε. With D the units of u and E those of the rows, A* = E A D and B* = E B belong to u* = D⁻¹ u. A row whose largest
//! known entry is in A has that as its unit, one without known entries that of its series.

use ndarray::{Array1, Array2};

use super::pattern::Pattern;
use crate::linalg::solve;
use crate::linalg::{Svd, exponent, scale_by};
use crate::{Error, ErrorKind};

/// What is known of A, of B, and of the long run Θ = (I − A₁ − … − Aₚ)⁻¹ B.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Restrictions {
    pub a: Pattern,
    pub b: Pattern,
    pub long_run: Option<Pattern>,
}

/// One free number: what a unit of it adds to A* and B*.
pub(super) struct Direction {
    pub a: Array2<f64>,
    pub b: Array2<f64>,
    pub name: String,
}

/// A* and B* without the free numbers, and what these add.
pub(super) struct Linear {
    a: Array2<f64>,
    b: Array2<f64>,
    pub directions: Vec<Direction>,
    pub units: Units,
}

/// Exponents of the units D and E⁻¹.
#[derive(Debug, Clone)]
pub(super) struct Units {
    series: Vec<i32>,
    rows: Vec<i32>,
}

impl Units {
    /// A* = E A D.
    fn scaled_a(&self, a: &Array2<f64>) -> Array2<f64> {
        Array2::from_shape_fn(a.dim(), |(i, j)| scale_by(a[[i, j]], self.series[j] - self.rows[i]))
    }

    /// B* = E B.
    fn scaled_b(&self, b: &Array2<f64>) -> Array2<f64> {
        Array2::from_shape_fn(b.dim(), |(i, j)| scale_by(b[[i, j]], -self.rows[i]))
    }

    /// A⁻¹B = D A*⁻¹ B*; `None` if A is singular.
    pub fn solve(&self, a: &Array2<f64>, b: &Array2<f64>) -> Option<Array2<f64>> {
        let solved = solve(&self.scaled_a(a), &self.scaled_b(b))?;
        Some(Array2::from_shape_fn(b.dim(), |(i, j)| scale_by(solved[[i, j]], self.series[i])))
    }
}

impl Restrictions {
    /// Units for this Σ.
    pub fn units(&self, sigma: &Array2<f64>) -> Units {
        let k = sigma.nrows();
        let series: Vec<i32> = (0..k).map(|i| exponent([sigma[[i, i]].sqrt()])).collect();
        let known = |i: usize| {
            let of = |pattern: &Pattern, j: usize| pattern.get(i, j).unwrap_or(0.0).abs();
            let entries = (0..k).flat_map(|j| [scale_by(of(&self.a, j), series[j]), of(&self.b, j)]);
            entries.fold(0.0, f64::max)
        };
        let rows = (0..k).map(|i| if known(i) > 0.0 { exponent([known(i)]) } else { series[i] }).collect();
        Units { series, rows }
    }

    /// The linear form for this Σ and this C = (I − A₁ − … − Aₚ)⁻¹.
    ///
    /// # Errors
    /// If what is known of B's short and long run cannot hold together.
    pub fn linear(&self, sigma: &Array2<f64>, long_run: Option<&Array2<f64>>) -> Result<Linear, Error> {
        let k = sigma.nrows();
        let Units { series, rows } = self.units(sigma);
        let mut linear = Linear {
            a: Array2::from_shape_fn((k, k), |(i, j)| scale_by(self.a.get(i, j).unwrap_or(0.0), series[j] - rows[i])),
            b: Array2::zeros((k, k)),
            directions: Vec::new(),
            units: Units { series, rows },
        };
        let zero = || Array2::<f64>::zeros((k, k));
        for i in 0..k {
            for j in 0..k {
                if self.a.get(i, j).is_none() {
                    let mut a = zero();
                    a[[i, j]] = 1.0;
                    linear.directions.push(Direction { a, b: zero(), name: format!("A[{}, {}]", i + 1, j + 1) });
                }
            }
        }
        for j in 0..k {
            let column = self.column(j, long_run, &linear.units.rows)?;
            linear.b.column_mut(j).assign(&column.fixed);
            for (span, name) in column.spans {
                let mut b = zero();
                b.column_mut(j).assign(&span);
                linear.directions.push(Direction { a: zero(), b, name });
            }
        }
        Ok(linear)
    }

    /// A column of B* with everything known of it.
    fn column(&self, j: usize, long_run: Option<&Array2<f64>>, rows: &[i32]) -> Result<Column, Error> {
        let k = rows.len();
        let free: Vec<usize> = (0..k).filter(|&i| self.b.get(i, j).is_none()).collect();
        let mut fixed = Array1::from_shape_fn(k, |i| scale_by(self.b.get(i, j).unwrap_or(0.0), -rows[i]));
        let unit = |i: usize| Array1::from_shape_fn(k, |m| f64::from(u8::from(m == i)));
        let plain = |i: &usize| (unit(*i), format!("B[{}, {}]", i + 1, j + 1));
        let none = |fixed, spans| Column { fixed, spans, conditions: Vec::new(), lift: Array2::zeros((k, 0)) };
        let (Some(pattern), Some(c)) = (&self.long_run, long_run) else {
            return Ok(none(fixed, free.iter().map(plain).collect()));
        };
        let known: Vec<(usize, f64)> = (0..k).filter_map(|i| Some((i, pattern.get(i, j)?))).collect();
        if known.is_empty() {
            return Ok(none(fixed, free.iter().map(plain).collect()));
        }
        // Each condition Σₘ Cᵢₘ bₘ = v as a column of unit length over the free entries.
        let mut conditions = Vec::new();
        let (mut flat, mut right) = (Vec::new(), Vec::new());
        for (i, value) in known {
            let weights: Vec<f64> = free.iter().map(|&m| scale_by(c[[i, m]], rows[m])).collect();
            let length = weights.iter().map(|w| w * w).sum::<f64>().sqrt();
            let whole = (0..k).map(|m| scale_by(c[[i, m]], rows[m]).powi(2)).sum::<f64>().sqrt();
            let rest = value - (0..k).map(|m| scale_by(c[[i, m]], rows[m]) * fixed[m]).sum::<f64>();
            if length <= TOLERANCE * whole {
                if rest.abs() > TOLERANCE * whole.max(value.abs()) {
                    return Err(contradiction(j));
                }
                continue;
            }
            flat.extend(weights.iter().map(|weight| weight / length));
            right.push(rest / length);
            conditions.push((i, length));
        }
        let svd = Svd::new(flat, free.len());
        let rank = svd.rank(TOLERANCE);
        let mut lift = Array2::<f64>::zeros((k, conditions.len()));
        let mut left = Array2::<f64>::eye(free.len());
        for s in 0..rank {
            let (u, v) = (svd.left(s), svd.right(s));
            for (at, &m) in free.iter().enumerate() {
                for (condition, weight) in v.iter().enumerate() {
                    lift[[m, condition]] += u[at] * weight / svd.values()[s];
                }
                for (other, entry) in u.iter().enumerate() {
                    left[[at, other]] -= u[at] * entry;
                }
            }
        }
        let right = Array1::from(right);
        let particular = lift.dot(&right);
        // What the conditions come to at the particular solution, in their own units.
        for (at, (i, length)) in conditions.iter().enumerate() {
            let got: f64 = free.iter().map(|&m| scale_by(c[[*i, m]], rows[m]) * particular[m]).sum::<f64>() / length;
            if (got - right[at]).abs() > 1e-8 * (1.0 + right[at].abs()) {
                return Err(contradiction(j));
            }
        }
        fixed += &particular;
        let rest = Svd::new(left.iter().copied().collect(), free.len());
        let spans = (0..free.len() - rank).map(|s| {
            let mut span = Array1::zeros(k);
            free.iter().zip(rest.left(s)).for_each(|(&m, entry)| span[m] = entry);
            (span, format!("column {} of B", j + 1))
        });
        Ok(Column { fixed, spans: spans.collect(), conditions, lift })
    }

    /// What B must move by, at the least, to stay within what is known of the long run when C moves by this.
    ///
    /// # Errors
    /// As [`linear`](Self::linear).
    pub fn follow(
        &self,
        linear: &Linear,
        b: &Array2<f64>,
        c: &Array2<f64>,
        moved: &[Array2<f64>],
    ) -> Result<Vec<Array2<f64>>, Error> {
        let k = b.nrows();
        let mut moves = vec![Array2::<f64>::zeros((k, k)); moved.len()];
        for j in 0..k {
            let column = self.column(j, Some(c), &linear.units.rows)?;
            for (by, to) in moved.iter().zip(&mut moves) {
                let missing = |(i, length): &(usize, f64)| -by.row(*i).dot(&b.column(j)) / length;
                let step = column.lift.dot(&column.conditions.iter().map(missing).collect::<Array1<f64>>());
                to.column_mut(j).assign(&step);
            }
        }
        Ok(moves)
    }

    /// Whether the sign of shock j can be turned; gives the rows that turn with it.
    pub fn turned_rows(&self, j: usize) -> Option<Vec<usize>> {
        let k = self.a.size();
        let nonzero = |pattern: &Pattern, i: usize, j: usize| pattern.get(i, j).is_some_and(|value| value != 0.0);
        if self.long_run.as_ref().is_some_and(|pattern| (0..k).any(|i| nonzero(pattern, i, j))) {
            return None;
        }
        // A row whose entry in the column is known must turn too, and can if nothing else in it is known.
        let rows: Vec<usize> = (0..k).filter(|&i| nonzero(&self.b, i, j)).collect();
        let stuck = |i: &usize| (0..k).any(|m| nonzero(&self.a, *i, m) || (m != j && nonzero(&self.b, *i, m)));
        (!rows.iter().any(stuck)).then_some(rows)
    }
}

/// A column of B* with everything known of it.
struct Column {
    fixed: Array1<f64>,
    /// What else it can move by.
    spans: Vec<(Array1<f64>, String)>,
    /// Rows of the long run that are known, and the lengths of their conditions.
    conditions: Vec<(usize, f64)>,
    /// From what conditions are missed by to the least move of the column that meets them.
    lift: Array2<f64>,
}

/// Singular values below this share of the largest are nothing.
const TOLERANCE: f64 = 1e-10;

fn contradiction(j: usize) -> Error {
    Error::new(
        ErrorKind::Argument,
        format!("what is known of shock {} at once and in the long run cannot hold together", j + 1),
    )
    .remedy("free one of the entries of that column")
}

impl Linear {
    /// A* and B* for these free numbers.
    pub fn at(&self, free: &[f64]) -> (Array2<f64>, Array2<f64>) {
        let (mut a, mut b) = (self.a.clone(), self.b.clone());
        for (value, direction) in free.iter().zip(&self.directions) {
            a.scaled_add(*value, &direction.a);
            b.scaled_add(*value, &direction.b);
        }
        (a, b)
    }

    /// The free numbers that come nearest to these A* and B*.
    pub fn nearest(&self, a: &Array2<f64>, b: &Array2<f64>) -> Vec<f64> {
        // Directions are orthonormal.
        let (a, b) = (a - &self.a, b - &self.b);
        self.directions.iter().map(|direction| (&a * &direction.a).sum() + (&b * &direction.b).sum()).collect()
    }

    /// D⁻¹ Σ D⁻¹.
    pub fn scaled(&self, sigma: &Array2<f64>) -> Array2<f64> {
        Array2::from_shape_fn(sigma.dim(), |(i, j)| {
            scale_by(sigma[[i, j]], -self.units.series[i] - self.units.series[j])
        })
    }

    /// What ln|A| − ln|B| in the units of the series has more than that of A* and B*.
    pub fn ln_scale(&self) -> f64 {
        -std::f64::consts::LN_2 * self.units.series.iter().map(|e| f64::from(*e)).sum::<f64>()
    }

    /// A = E⁻¹ A* D⁻¹, in the units of the series.
    pub fn unscaled_a(&self, a: &Array2<f64>) -> Array2<f64> {
        Array2::from_shape_fn(a.dim(), |(i, j)| scale_by(a[[i, j]], self.units.rows[i] - self.units.series[j]))
    }

    /// B = E⁻¹ B*.
    pub fn unscaled_b(&self, b: &Array2<f64>) -> Array2<f64> {
        Array2::from_shape_fn(b.dim(), |(i, j)| scale_by(b[[i, j]], self.units.rows[i]))
    }

    /// A* and B* of A and B in the units of the series.
    pub fn scaled_pair(&self, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
        (self.units.scaled_a(a), self.units.scaled_b(b))
    }
}
