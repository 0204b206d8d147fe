//! p-values of several tests, adjusted for their number.

/// Holm's (1979) adjusted p-values: below α they are true rejections of all but a share α of families, whatever ties the tests.
///
/// Sorted, the i-th smallest of m is multiplied by m − i + 1, then made monotone and cut at 1; R's `p.adjust("holm")`.
///
/// ```
/// use yalu::hypothesis::{benjamini_hochberg, holm};
/// assert_eq!(holm(&[0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
/// assert_eq!(benjamini_hochberg(&[0.01, 0.04, 0.03]), [0.03, 0.04, 0.04]);
/// ```
pub fn holm(p: &[f64]) -> Vec<f64> {
    let (order, count) = (ascending(p), p.len());
    let mut adjusted = vec![0.0; count];
    let mut largest = 0.0_f64;
    for (place, &i) in order.iter().enumerate() {
        largest = largest.max((count - place) as f64 * p[i]).min(1.0);
        adjusted[i] = largest;
    }
    adjusted
}

/// Benjamini and Hochberg's (1995) adjusted p-values: of the rejections below α a share of at most α is expected to be false,
/// for tests that are independent or positively dependent.
///
/// Sorted, the i-th smallest of m is multiplied by m/i, then made monotone from above; R's `p.adjust("BH")`.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let (order, count) = (ascending(p), p.len());
    let mut adjusted = vec![0.0; count];
    let mut smallest = 1.0_f64;
    for (place, &i) in order.iter().enumerate().rev() {
        smallest = smallest.min(count as f64 / (place + 1) as f64 * p[i]);
        adjusted[i] = smallest;
    }
    adjusted
}

fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|a, b| p[*a].total_cmp(&p[*b]));
    order
}
