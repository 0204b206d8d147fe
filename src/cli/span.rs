//! Ranges on the command line are written as in formulas: `1:4`, both ends included.

use std::ops::RangeInclusive;

use yalu::{Error, ErrorKind};

/// Reads `3` or `1:4`.
pub fn lags(text: &str) -> Result<RangeInclusive<usize>, Error> {
    let unreadable = || {
        Error::new(ErrorKind::Argument, format!("`{text}` is not a range of lags"))
            .remedy("write `2`, or `1:4` for 1, 2, 3 and 4")
    };
    let number = |part: &str| part.trim().parse::<usize>().map_err(|_| unreadable());
    let (first, last) = match text.split_once(':') {
        Some((first, last)) => (number(first)?, number(last)?),
        None => (number(text)?, number(text)?),
    };
    if first == 0 || last < first {
        return Err(Error::new(ErrorKind::Argument, format!("`{text}` is an empty range of lags, or starts below 1"))
            .remedy("write `1:4` for 1, 2, 3 and 4"));
    }
    Ok(first..=last)
}

#[cfg(test)]
mod tests {
    use super::lags;

    #[test]
    fn a_range_includes_both_ends() {
        assert_eq!(lags("1:4").expect("a range"), 1..=4);
        assert_eq!(lags("2").expect("a number"), 2..=2);
        for wrong in ["", "0", "4:1", "1:", "a", "1:2:3", "-1"] {
            assert!(lags(wrong).is_err(), "{wrong}");
        }
    }
}
