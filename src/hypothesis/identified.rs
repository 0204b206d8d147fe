//! Why a test has no number, where there is one reason for many.

/// "not identified: 14 rows less 11 coefficients leave 3 residual degrees of freedom, fewer than 5".
pub(crate) fn too_few_df(rows: usize, coefficients: usize, min_df: usize) -> String {
    format!(
        "not identified: {rows} rows less {coefficients} coefficients leave {} residual degrees of freedom, fewer than {}",
        rows.saturating_sub(coefficients),
        min_df.max(1)
    )
}
