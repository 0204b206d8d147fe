//! Every period from one to another.

use super::Period;
use crate::{Error, ErrorKind};

/// An iterator over consecutive periods; made by [`Period::range`].
#[derive(Debug, Clone)]
pub struct Periods {
    first: Period,
    next: i64,
    count: i64,
}

impl Period {
    /// Every period from `first` to `last`, both included.
    ///
    /// ```
    /// use yalu::Period;
    /// let quarters = Period::range("2010Q3".parse()?, "2011Q1".parse()?)?;
    /// let names: Vec<String> = quarters.map(|quarter| quarter.to_string()).collect();
    /// assert_eq!(names, ["2010Q3", "2010Q4", "2011Q1"]);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the frequencies differ or `last` lies before `first`.
    pub fn range(first: Self, last: Self) -> Result<Periods, Error> {
        let steps = last.since(first)?;
        if steps < 0 {
            return Err(Error::new(ErrorKind::Argument, format!("the range {first} to {last} ends before it begins"))
                .remedy("give the earlier date first"));
        }
        Ok(Periods { first, next: 0, count: steps.saturating_add(1) })
    }
}

impl Iterator for Periods {
    type Item = Period;

    fn next(&mut self) -> Option<Period> {
        (self.next < self.count).then(|| {
            self.next += 1;
            self.first.plus(self.next - 1)
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.count - self.next) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Periods {}
