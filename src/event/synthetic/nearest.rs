//! The point of a polytope that is nearest to the origin, by Wolfe's (1976) method.
//!
//! Weights of donors are such a point: with pⱼ what donor j lies away from the treated unit, Σwⱼpⱼ over w ≥ 0, Σw = 1 is to be as
//! short as can be. The method keeps a *corral*, a set of affinely independent points whose own nearest combination has positive
//! weights only, and takes in a point while one lies nearer than the plane through the present solution. It ends after finitely
//! many steps at the exact optimum, up to the rounding of least squares among the few points of the corral.

use crate::linalg::{Basis, PivotedQr, add_scaled, dot, exponent, norm, scale_by};
use crate::{Error, ErrorKind};

/// The nearest point, and how it is known to be.
#[derive(Debug, Clone)]
pub(super) struct Nearest {
    /// A weight for each point: none negative, sum one.
    pub weights: Vec<f64>,
    /// By how much half the squared length can at most exceed the least possible, over half the squared length; 0 at the origin.
    pub gap: f64,
    /// Whether the origin itself is reached, up to the rounding of the points.
    pub exact: bool,
    /// Whether other weights are as good.
    pub unique: bool,
}

/// What rounding leaves of a zero, as a multiple of one rounding error.
const ROUNDINGS: f64 = 16.0;
/// Below this share of the points' length a slack or a distance is zero when uniqueness is decided.
const TIGHT: f64 = 1e-9;

/// The nearest point to the origin of the hull of `points`, whose entries carry rounding errors of up to `rounding`.
///
/// # Errors
/// If the steps do not end at a point that passes the check of optimality.
pub(super) fn nearest(points: &[Vec<f64>], rounding: f64) -> Result<Nearest, Error> {
    // A power of two takes the points' size out, exactly: squares neither overflow nor vanish.
    let unit = exponent(points.iter().flatten().copied());
    let points: Vec<Vec<f64>> =
        points.iter().map(|point| point.iter().map(|value| scale_by(*value, -unit)).collect()).collect();
    let longest = points.iter().map(|point| norm(point)).fold(0.0, f64::max);
    let rows = points.first().map_or(0, Vec::len) as f64;
    let walk = Walk::over(&points, ROUNDINGS * rows.sqrt() * scale_by(rounding, -unit).max(f64::EPSILON * longest));
    let square = dot(&walk.point, &walk.point);
    // Half a square is convex, so its excess over the least is at most the slack (Frank and Wolfe 1956).
    let gap = if walk.exact { 0.0 } else { 2.0 * walk.slack / square };
    if !walk.exact && walk.slack > TIGHT * square.sqrt() * longest {
        return Err(Error::new(
            ErrorKind::Convergence,
            format!("the weights' optimum is not reached: the squared distance may be {gap:.1e} of itself too large"),
        )
        .remedy("leave out donors that are nearly copies of each other"));
    }
    let unique = walk.is_unique(&points, longest);
    let mut weights = vec![0.0; points.len()];
    for (member, weight) in walk.corral.members.iter().zip(&walk.corral.weights) {
        weights[*member] = *weight;
    }
    Ok(Nearest { weights, gap, exact: walk.exact, unique })
}

/// Where the method ends.
struct Walk {
    corral: Corral,
    point: Vec<f64>,
    /// How much nearer than the plane through the point some other lies: zero at the optimum.
    slack: f64,
    /// Whether the origin is reached.
    exact: bool,
}

impl Walk {
    /// Until no point lies nearer than the plane, or the origin is within `zero`.
    fn over(points: &[Vec<f64>], zero: f64) -> Self {
        let lengths: Vec<f64> = points.iter().map(|point| norm(point)).collect();
        let longest = lengths.iter().copied().fold(0.0, f64::max);
        let first = (0..points.len()).fold(0, |best, j| if lengths[j] < lengths[best] { j } else { best });
        let corral = Corral { members: vec![first], weights: vec![1.0] };
        let mut walk = Self { corral, point: points[first].clone(), slack: 0.0, exact: lengths[first] <= zero };
        // Each step shortens the point, so no corral comes twice; in practice there are about as many steps as members.
        for _ in 0..50 * (points.len() + walk.point.len()) + 100 {
            if walk.exact {
                break;
            }
            let square = dot(&walk.point, &walk.point);
            let products: Vec<f64> = points.iter().map(|other| dot(other, &walk.point)).collect();
            let entering = (0..points.len()).fold(0, |best, j| if products[j] < products[best] { j } else { best });
            walk.slack = (square - products[entering]).max(0.0);
            let rounding = ROUNDINGS * f64::EPSILON * square.sqrt() * longest;
            if walk.slack <= rounding || walk.corral.members.contains(&entering) {
                break;
            }
            let Some(next) = walk.corral.take_in(entering, points) else { break };
            let moved = next.point(points);
            if dot(&moved, &moved) >= square {
                break;
            }
            (walk.corral, walk.point) = (next, moved);
            walk.exact = norm(&walk.point) <= zero;
        }
        walk
    }

    /// Whether no other weights give the same point: none of the points outside that touch the plane of the solution can be taken in
    /// against those inside.
    ///
    /// Weights inside are positive, so they can give way in any direction of their span. Another solution is a combination of points
    /// outside, none negative, that lies in that span: what the span leaves of them then has the origin in its hull.
    fn is_unique(&self, points: &[Vec<f64>], longest: f64) -> bool {
        let (members, square) = (&self.corral.members, dot(&self.point, &self.point));
        let touches =
            |j: &usize| self.exact || dot(&points[*j], &self.point) - square <= TIGHT * square.sqrt() * longest;
        let base = &points[members[0]];
        let away = |j: usize| -> Vec<f64> { points[j].iter().zip(base).map(|(a, b)| a - b).collect() };
        let mut span = Basis::new(base.len());
        if members[1..].iter().any(|member| span.push(away(*member)).is_none()) {
            return false;
        }
        let outside = (0..points.len()).filter(|j| !members.contains(j)).filter(touches);
        let left: Vec<Vec<f64>> = outside.map(|j| span.leave(away(j))).collect();
        left.is_empty() || !Self::over(&left, TIGHT * longest).exact
    }
}

/// Affinely independent points and their weights.
#[derive(Debug, Clone)]
struct Corral {
    members: Vec<usize>,
    weights: Vec<f64>,
}

impl Corral {
    fn point(&self, points: &[Vec<f64>]) -> Vec<f64> {
        let mut sum = vec![0.0; points[self.members[0]].len()];
        for (member, weight) in self.members.iter().zip(&self.weights) {
            add_scaled(&mut sum, *weight, &points[*member]);
        }
        sum
    }

    /// With one point more, and without those that then have no positive weight; `None` if it is a combination of the others.
    fn take_in(&self, entering: usize, points: &[Vec<f64>]) -> Option<Self> {
        let mut corral = self.clone();
        corral.members.push(entering);
        corral.weights.push(0.0);
        loop {
            let best = corral.affine(points)?;
            let outside = |i: &usize| best[*i] <= 0.0;
            let Some(leaving) = (0..best.len()).filter(outside).min_by(|a, b| {
                let reach = |i: usize| corral.weights[i] / (corral.weights[i] - best[i]);
                reach(*a).total_cmp(&reach(*b))
            }) else {
                corral.weights = best;
                return Some(corral);
            };
            let step = corral.weights[leaving] / (corral.weights[leaving] - best[leaving]);
            if !step.is_finite() {
                return None;
            }
            for (weight, best) in corral.weights.iter_mut().zip(&best) {
                *weight += step * (best - *weight);
            }
            corral.weights[leaving] = 0.0;
            let keep: Vec<bool> = corral.weights.iter().map(|weight| *weight > 0.0).collect();
            let mut kept = keep.iter();
            corral.members.retain(|_| kept.next() == Some(&true));
            corral.weights.retain(|weight| *weight > 0.0);
            if corral.members.is_empty() {
                return None;
            }
        }
    }

    /// Weights of sum one, of any sign, whose combination is nearest to the origin.
    fn affine(&self, points: &[Vec<f64>]) -> Option<Vec<f64>> {
        let base = &points[self.members[0]];
        let (rows, k) = (base.len(), self.members.len() - 1);
        if k == 0 {
            return Some(vec![1.0]);
        }
        if k > rows {
            return None;
        }
        let mut table: Vec<f64> = Vec::with_capacity((k + 1) * rows);
        for member in &self.members[1..] {
            table.extend(points[*member].iter().zip(base).map(|(a, b)| a - b));
        }
        table.extend(base.iter().map(|value| -value));
        let qr = PivotedQr::new(table, rows, k);
        let sizes = || qr.diagonal().map(f64::abs);
        if sizes().fold(f64::INFINITY, f64::min) <= 1e-13 * sizes().fold(0.0, f64::max) {
            return None;
        }
        let others = qr.solve(0);
        let mut weights = vec![1.0 - others.iter().sum::<f64>()];
        weights.extend(others);
        weights.iter().all(|weight| weight.is_finite()).then_some(weights)
    }
}
