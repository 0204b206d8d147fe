//! The statistic of the last rows and of every window before them.

use super::SampleEnd;
use crate::Design;
use crate::linalg::{Basis, Cholesky, Reduction, dot, exponent, scale_by};
use crate::resampling::{Rate, Streams, all_threads, spread};

/// Below this number of windows a result says how the test behaves.
const FEW: usize = 40;
pub(super) const DRAWS: usize = 1000;
pub(super) const SEED: u64 = 1;

/// The rows in the order of time, or in reverse, so that those tested come last; in units near one.
pub(super) struct Windows {
    columns: Vec<Vec<f64>>,
    pub response: Vec<f64>,
    labels: Vec<String>,
    terms: Vec<String>,
    end: SampleEnd,
    /// Rows before those tested.
    n: usize,
    /// Rows tested.
    m: usize,
}

/// What does not depend on the response.
pub(super) struct Prepared<'a> {
    windows: &'a Windows,
    /// Of all rows.
    all: Basis,
    /// Of the n rows before.
    stable: Basis,
    /// For each window: of what the regressors explain of the rows left out, taken from the identity.
    without: Vec<Cholesky>,
}

/// The statistics of one response.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statistics {
    /// Of the last rows.
    pub own: f64,
    /// Of each window before.
    pub windows: Vec<f64>,
    /// Windows whose regressors are collinear.
    pub collinear: usize,
}

impl Statistics {
    /// The windows whose statistic is at least as large.
    pub fn as_large(&self) -> usize {
        self.windows.iter().filter(|window| **window >= self.own).count()
    }
}

impl Windows {
    pub fn of(design: &Design, before: usize, end: SampleEnd) -> Self {
        let total = design.nobs();
        let (n, m) = if end == SampleEnd::Last { (before, total - before) } else { (total - before, before) };
        let ordered = |values: Vec<f64>| {
            let unit = exponent(values.iter().copied());
            let scaled = values.into_iter().map(|value| scale_by(value, -unit));
            if end == SampleEnd::Last { scaled.collect() } else { scaled.rev().collect::<Vec<f64>>() }
        };
        let mut labels: Vec<String> = design.stamps().iter().map(ToString::to_string).collect();
        if end == SampleEnd::First {
            labels.reverse();
        }
        Self {
            columns: design.x().columns().into_iter().map(|column| ordered(column.to_vec())).collect(),
            response: ordered(design.y().to_vec()),
            labels,
            terms: design.terms().to_vec(),
            end,
            n,
            m,
        }
    }

    /// The rows of a window that the regression for it leaves out.
    fn left_out(&self) -> usize {
        self.m.div_ceil(2)
    }

    /// # Errors
    /// Why the test is not identified.
    pub fn prepared(&self, min_df: usize) -> Result<Prepared<'_>, String> {
        let (n, m, d, h) = (self.n, self.m, self.columns.len(), self.left_out());
        if n < m {
            return Err(format!("not identified: there is no window of {m} rows among the {n} others"));
        }
        if n < h + d + min_df {
            return Err(format!(
                "not identified: {n} rows less {h} left out and {d} coefficients leave {} residual degrees of freedom, fewer than \
                 {min_df}",
                n.saturating_sub(h + d)
            ));
        }
        self.refuse_dependent(0..0, "outside the rows tested")?;
        let slices: Vec<&[f64]> = self.columns.iter().map(Vec::as_slice).collect();
        let short: Vec<&[f64]> = slices.iter().map(|column| &column[..n]).collect();
        let collinear = || "not identified: the regressors are collinear".to_owned();
        let all = Basis::of_columns(&slices).ok_or_else(collinear)?;
        let stable = Basis::of_columns(&short).ok_or_else(collinear)?;
        let mut without = Vec::with_capacity(n - m + 1);
        for start in 0..=n - m {
            let rest: Vec<f64> = (0..h * h)
                .map(|at| {
                    let (i, j) = (at / h, at % h);
                    let explained: f64 = stable.vectors().map(|q| q[start + i] * q[start + j]).sum();
                    f64::from(u8::from(i == j)) - explained
                })
                .collect();
            let place = || {
                let mut ends = [&self.labels[start], &self.labels[start + h - 1]];
                if self.end == SampleEnd::First {
                    ends.reverse();
                }
                if h == 1 { format!("without {}", ends[0]) } else { format!("without {} to {}", ends[0], ends[1]) }
            };
            let factor = Cholesky::new(&rest, h);
            // The determinant is the share of X'X's that is left: far from nothing, and no column is lost.
            if factor.as_ref().is_none_or(|factor| factor.ln_determinant() < -15.0) {
                self.refuse_dependent(start..start + h, &place())?;
            }
            without.push(factor.ok_or_else(|| format!("not identified {}", place()))?);
        }
        Ok(Prepared { windows: self, all, stable, without })
    }

    /// Refuses a term that is a combination of those before it in the n rows less these.
    fn refuse_dependent(&self, left_out: std::ops::Range<usize>, place: &str) -> Result<(), String> {
        let kept = |column: &Vec<f64>| [&column[..left_out.start], &column[left_out.end..self.n]].concat();
        let columns: Vec<Vec<f64>> = self.columns.iter().map(kept).collect();
        let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        match Reduction::of_columns(&slices).dependence(slices.len()) {
            None => Ok(()),
            Some(dependence) => {
                Err(format!("not identified {place}: the coefficient of `{}`", self.terms[dependence.column]))
            }
        }
    }
}

impl Prepared<'_> {
    /// # Errors
    /// If the covariance of neighbouring errors is singular.
    pub fn statistics(&self, y: &[f64]) -> Result<Statistics, String> {
        let (n, m) = (self.windows.n, self.windows.m);
        let u = self.all.leave(y.to_vec());
        let factor = Cholesky::new(&covariance(&u, n, m), m).ok_or_else(|| {
            format!("not identified: the covariance of {m} neighbouring errors, from {} windows, is singular", n + 1)
        })?;
        let (own, _) = self.statistic(&factor, n, &u[n..]);
        let e = self.stable.leave(y[..n].to_vec());
        let (mut windows, mut collinear) = (Vec::with_capacity(n - m + 1), 0);
        for (start, without) in self.without.iter().enumerate() {
            let (value, full) = self.statistic(&factor, start, &self.predicted(start, without, &e));
            windows.push(value);
            collinear += usize::from(!full);
        }
        Ok(Statistics { own, windows, collinear })
    }

    /// The errors in a window of the regression on the n rows without the first half of the window.
    fn predicted(&self, start: usize, without: &Cholesky, e: &[f64]) -> Vec<f64> {
        let (m, h) = (self.windows.m, self.windows.left_out());
        let outside = without.solve(&e[start..start + h]);
        let mut errors = e[start..start + m].to_vec();
        for q in self.stable.vectors() {
            let along = dot(&q[start..start + h], &outside);
            errors.iter_mut().zip(&q[start..start + m]).for_each(|(error, q)| *error += q * along);
        }
        errors
    }

    /// The square of the errors in units of their covariance, or of their projection on the regressors so measured if there are
    /// rows enough; and whether the regressors are independent.
    fn statistic(&self, factor: &Cholesky, start: usize, errors: &[f64]) -> (f64, bool) {
        let (m, d) = (self.windows.m, self.windows.columns.len());
        let z = factor.whiten(errors);
        if m < d {
            return (dot(&z, &z), true);
        }
        let mut space = Basis::new(m);
        for column in &self.windows.columns {
            space.push(factor.whiten(&column[start..start + m]));
        }
        (space.vectors().map(|q| dot(q, &z).powi(2)).sum(), space.len() == d)
    }

    /// How often the statistic of the last rows is among the largest 5 % where nothing changes and errors are independent and
    /// normal; `None` with windows enough.
    pub fn size(&self) -> Option<Rate> {
        let windows = self.without.len();
        if windows >= FEW {
            return None;
        }
        let mut found = vec![None; DRAWS];
        spread(&mut found, all_threads(), |first, part| {
            for (number, cell) in (first as u64..).zip(part) {
                let mut stream = Streams::new(SEED).replication(number);
                let y: Vec<f64> = self.windows.response.iter().map(|_| stream.standard_normal()).collect();
                *cell = self.statistics(&y).ok().map(|found| 20 * found.as_large() <= windows);
            }
        });
        let computed: Vec<bool> = found.into_iter().flatten().collect();
        let count = computed.iter().filter(|rejects| **rejects).count();
        (!computed.is_empty()).then_some(Rate { count, replications: computed.len() })
    }
}

/// The mean product of m neighbouring errors over all n + 1 windows.
fn covariance(u: &[f64], n: usize, m: usize) -> Vec<f64> {
    let mut sum = vec![0.0; m * m];
    for window in u.windows(m) {
        for (row, value) in sum.chunks_exact_mut(m).zip(window) {
            row.iter_mut().zip(window).for_each(|(cell, other)| *cell += value * other);
        }
    }
    sum.iter_mut().for_each(|cell| *cell /= (n + 1) as f64);
    sum
}
