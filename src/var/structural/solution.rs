//! A and B: solved where there is a formula, maximised elsewhere, their signs set.

use ndarray::Array2;

use super::super::response_errors::lower_inverse;
use super::likelihood::{Point, climb, maximise};
use super::pattern::Pattern;
use super::restrictions::{Linear, Restrictions, Units};
use crate::linalg::{lower_root, solve};
use crate::{Error, ErrorKind};

/// A and B in the units of the series.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub a: Array2<f64>,
    pub b: Array2<f64>,
}

/// What is to be fitted: Σ̂ and I − A₁ − … − Aₚ.
pub(super) struct Target<'a> {
    pub sigma: &'a Array2<f64>,
    pub rest: &'a Array2<f64>,
}

impl Target<'_> {
    /// C = (I − A₁ − … − Aₚ)⁻¹, if the restrictions are about it.
    pub fn long_run(&self, restrictions: &Restrictions) -> Result<Option<Array2<f64>>, Error> {
        if restrictions.long_run.is_none() {
            return Ok(None);
        }
        let k = self.rest.nrows();
        let c = solve(self.rest, &Array2::eye(k)).ok_or_else(|| {
            Error::new(ErrorKind::Collinear, "the system has a unit root: shocks have no long run to restrict")
                .remedy("use differences of the series that have one")
        })?;
        Ok(Some(c))
    }
}

impl Restrictions {
    /// The estimates, with the point of the likelihood that they are.
    ///
    /// # Errors
    /// If they are not identified or not found.
    pub fn estimate(&self, target: &Target<'_>) -> Result<(Pair, Linear, Point), Error> {
        let c = target.long_run(self)?;
        let linear = self.linear(target.sigma, c.as_ref())?;
        let sigma = linear.scaled(target.sigma);
        let mut pair = match self.formula(target) {
            Some(pair) => pair,
            None => {
                let point = maximise(&linear, &sigma)?;
                Pair { a: linear.unscaled_a(&point.a), b: linear.unscaled_b(&point.b) }
            }
        };
        self.turn_signs(&mut pair, &linear.units, c.as_ref());
        let (a, b) = linear.scaled_pair(&pair.a, &pair.b);
        let point = Point::at(&linear, &sigma, linear.nearest(&a, &b));
        let point = point.ok_or_else(|| Error::new(ErrorKind::Convergence, "A or B is singular at the estimate"))?;
        Ok((pair, linear, point))
    }

    /// What the shocks of another target do at once, A and B climbed to from known ones; `None` if that does not lead to a
    /// maximum.
    pub fn impact_near(&self, near: &Pair, target: &Target<'_>) -> Option<Array2<f64>> {
        let c = target.long_run(self).ok()?;
        let mut pair = match self.formula(target) {
            Some(pair) => pair,
            None => {
                let linear = self.linear(target.sigma, c.as_ref()).ok()?;
                let (a, b) = linear.scaled_pair(&near.a, &near.b);
                let point = climb(&linear, &linear.scaled(target.sigma), linear.nearest(&a, &b))?;
                Pair { a: linear.unscaled_a(&point.a), b: linear.unscaled_b(&point.b) }
            }
        };
        let units = self.units(target.sigma);
        self.turn_signs(&mut pair, &units, c.as_ref());
        units.solve(&pair.a, &pair.b)
    }

    /// Recursive forms have a solution in closed form.
    fn formula(&self, target: &Target<'_>) -> Option<Pair> {
        let k = target.sigma.nrows();
        let (identity, lower) = (Pattern::identity(k), Pattern::lower(k));
        let eye = || Array2::<f64>::eye(k);
        if self.a == identity && self.long_run.as_ref() == Some(&lower) && self.b == Pattern::free(k) {
            // Θ is the root of CΣC'; B = C⁻¹Θ.
            let c = solve(target.rest, &eye())?;
            let theta = lower_root(&c.dot(target.sigma).dot(&c.t()))?;
            return Some(Pair { a: eye(), b: target.rest.dot(&theta) });
        }
        if self.long_run.is_some() {
            return None;
        }
        let root = lower_root(target.sigma)?;
        if self.a == identity && self.b == lower {
            return Some(Pair { a: eye(), b: root });
        }
        if self.b == identity && self.a == lower {
            return Some(Pair { a: lower_inverse(&root), b: eye() });
        }
        if self.a == Pattern::unit_lower(k) && self.b == Pattern::diagonal(k) {
            let b = Array2::from_diag(&root.diag());
            return Some(Pair { a: b.dot(&lower_inverse(&root)), b });
        }
        None
    }

    /// Turns shocks so that each raises its own series, where the restrictions leave the sign open.
    fn turn_signs(&self, pair: &mut Pair, units: &Units, c: Option<&Array2<f64>>) {
        let Some(impact) = units.solve(&pair.a, &pair.b) else { return };
        let effect = c.map_or_else(|| impact.clone(), |c| c.dot(&impact));
        for j in 0..impact.ncols() {
            let column = effect.column(j);
            let largest =
                column.iter().copied().fold(0.0_f64, |most, entry| if entry.abs() > most.abs() { entry } else { most });
            // A shock that leaves its own series alone is told by what it moves most.
            let telling = if column[j].abs() > 1e-9 * largest.abs() { column[j] } else { largest };
            if telling < 0.0
                && let Some(rows) = self.turned_rows(j)
            {
                pair.b.column_mut(j).mapv_inplace(|entry| -entry);
                for i in rows {
                    pair.a.row_mut(i).mapv_inplace(|entry| -entry);
                    pair.b.row_mut(i).mapv_inplace(|entry| -entry);
                }
            }
        }
    }
}
