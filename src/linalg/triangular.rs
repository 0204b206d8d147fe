//! Upper triangular systems; matrices are column by column with a leading dimension.

use super::kernel::add_scaled;

/// Solves R z = b in place for the leading `b.len()` rows and columns of an upper triangle whose diagonal has no zero.
pub fn solve_upper(r: &[f64], leading: usize, b: &mut [f64]) {
    for j in (0..b.len()).rev() {
        let column = &r[j * leading..];
        b[j] /= column[j];
        let (above, at) = b.split_at_mut(j);
        add_scaled(above, -at[0], column);
    }
}

/// R⁻¹ (k × k, column by column, upper triangular) of the leading k rows and columns.
pub fn inverse_upper(r: &[f64], leading: usize, k: usize) -> Vec<f64> {
    let mut inverse = vec![0.0; k * k];
    for j in 0..k {
        let column = &mut inverse[j * k..j * k + j + 1];
        column[j] = 1.0;
        solve_upper(r, leading, column);
    }
    inverse
}
