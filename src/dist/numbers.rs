//! Tables of numbers that come with the program as text.

/// The numbers of each line, after its labels; NaN for a cell that is no number, which the tests of every table exclude.
pub(super) fn numbers<'a, const N: usize>(lines: impl Iterator<Item = &'a str>, labels: usize) -> Vec<[f64; N]> {
    let row = |line: &str| {
        let mut cells = line.split(',').skip(labels).map(|cell| cell.parse().unwrap_or(f64::NAN));
        std::array::from_fn(|_| cells.next().unwrap_or(f64::NAN))
    };
    lines.map(row).collect()
}
