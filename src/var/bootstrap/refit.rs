//! Least squares of one draw after another in the same memory.

use super::world::World;
use crate::linalg::{solve_upper, triangularise};

/// The memory that a thread needs, and what it found last.
pub(super) struct Refit {
    pub shocks: Vec<f64>,
    path: Vec<f64>,
    /// Lags, lag by lag, then responses; T values each.
    table: Vec<f64>,
    weights: Vec<f64>,
    /// A₁ … Aₚ of the draw, each row by row.
    pub matrices: Vec<f64>,
    /// Lower triangular with PP' = Σ̂, row by row.
    pub root: Vec<f64>,
}

impl Refit {
    pub fn new(world: &World) -> Self {
        let (k, rows) = (world.equations, world.rows);
        let lagged = world.included.len() * k;
        Self {
            shocks: vec![0.0; rows * k],
            path: vec![0.0; (world.lags + rows) * k],
            table: vec![0.0; (lagged + k) * rows],
            weights: vec![0.0; lagged],
            matrices: vec![0.0; world.lags * k * k],
            root: vec![0.0; k * k],
        }
    }

    /// Simulates from the shocks and estimates; false if the draw has no estimate.
    pub fn run(&mut self, world: &World) -> bool {
        let (k, rows, lagged) = (world.equations, world.rows, world.included.len() * world.equations);
        let (length, fixed) = (world.lags + rows, world.fixed.len());
        world.simulate(&self.shocks, &mut self.path);
        for (j, column) in self.table.chunks_exact_mut(rows).enumerate() {
            // The lags, then lag 0.
            let lag = world.included.get(j / k).copied().unwrap_or(0);
            let from = (j % k) * length + world.lags - lag;
            column.copy_from_slice(&self.path[from..from + rows]);
        }
        world.fixed.apply(&mut self.table);
        triangularise(&mut self.table, rows, fixed);
        for i in 0..k {
            let response = (lagged + i) * rows + fixed;
            self.weights.copy_from_slice(&self.table[response..response + lagged]);
            solve_upper(&self.table[fixed..], rows, &mut self.weights);
            for (at, weight) in self.weights.iter().enumerate() {
                let lag = world.included[at / k];
                self.matrices[((lag - 1) * k + i) * k + at % k] = *weight;
            }
        }
        // Below the lags stands the triangle R of the residuals: R'R = U'U, so Σ's root is R' with a positive diagonal.
        let df = rows.saturating_sub(fixed + lagged).max(1) as f64;
        let scale = 1.0 / df.sqrt();
        for j in 0..k {
            let sign = self.table[(lagged + j) * rows + fixed + lagged + j].signum();
            for i in 0..k {
                let entry = if i < j { 0.0 } else { self.table[(lagged + i) * rows + fixed + lagged + j] };
                self.root[i * k + j] = sign * scale * entry;
            }
        }
        let positive = (0..k).all(|i| self.root[i * k + i] > 0.0);
        positive && self.matrices.iter().chain(&self.root).all(|value| value.is_finite())
    }
}
