//! Tail probabilities read off a table of quantiles.

use super::Tail;

/// The lower-tail probability of `x` in a table of `[probability, quantile]`, quantiles rising: linear between rows,
/// a bound beyond the ends; `None` for NaN or an empty table.
pub(crate) fn lower_tail(table: &[[f64; 2]], x: f64) -> Option<Tail> {
    let (first, last) = (table.first()?, table.last()?);
    if x.is_nan() {
        None
    } else if x < first[1] {
        Some(Tail::Below(first[0]))
    } else if x > last[1] {
        Some(Tail::Above(last[0]))
    } else {
        let row = table.partition_point(|row| row[1] <= x).clamp(1, table.len() - 1);
        let ([p0, q0], [p1, q1]) = (table[row - 1], table[row]);
        Some(Tail::At(p0 + (p1 - p0) * (x - q0) / (q1 - q0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linear_inside_and_bounded_outside() {
        let table = [[0.01, -5.0], [0.05, -4.0], [0.10, -3.0]];
        assert_eq!(lower_tail(&table, -4.5), Some(Tail::At(0.03)));
        assert_eq!(lower_tail(&table, -5.0), Some(Tail::At(0.01)));
        assert_eq!(lower_tail(&table, -3.0), Some(Tail::At(0.10)));
        assert_eq!(lower_tail(&table, -5.1), Some(Tail::Below(0.01)));
        assert_eq!(lower_tail(&table, -2.0), Some(Tail::Above(0.10)));
        assert_eq!(lower_tail(&table, f64::NAN), None);
    }
}
