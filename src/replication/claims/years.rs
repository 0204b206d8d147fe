//! Runs, peaks and falls in a row of years.

use crate::Error;
use crate::replication::words::listed;

/// Consecutive years with a value each, oldest first.
#[derive(Debug, Clone)]
pub(super) struct Years(Vec<(i32, f64)>);

impl Years {
    /// Reads one value a year.
    pub(super) fn read(
        years: impl IntoIterator<Item = i32>,
        mut value: impl FnMut(i32) -> Result<f64, Error>,
    ) -> Result<Self, Error> {
        Ok(Self(years.into_iter().map(|year| Ok((year, value(year)?))).collect::<Result<_, Error>>()?))
    }

    /// The year of the largest value.
    pub(super) fn peak(&self) -> Option<(i32, f64)> {
        self.0.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The year of the smallest value.
    pub(super) fn least(&self) -> Option<(i32, f64)> {
        self.0.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The change into each year but the first.
    pub(super) fn changes(&self) -> impl DoubleEndedIterator<Item = (i32, f64)> {
        self.0.windows(2).map(|pair| (pair[1].0, pair[1].1 - pair[0].1))
    }

    /// The years at the end of the row that each lie below the one before.
    pub(super) fn falls_at_end(&self) -> Vec<i32> {
        let mut years: Vec<i32> =
            self.changes().rev().take_while(|(_, change)| *change < 0.0).map(|(year, _)| year).collect();
        years.reverse();
        years
    }

    /// All years that lie below the one before.
    pub(super) fn falls(&self) -> Vec<i32> {
        self.changes().filter(|(_, change)| *change < 0.0).map(|(year, _)| year).collect()
    }

    /// The years whose values pass a test.
    pub(super) fn where_value(&self, passes: impl Fn(f64) -> bool) -> Vec<i32> {
        self.0.iter().filter(|(_, value)| passes(*value)).map(|(year, _)| *year).collect()
    }

    /// Each year with its value, in words.
    pub(super) fn words(&self, decimals: usize) -> String {
        let each: Vec<String> = self.0.iter().map(|(year, value)| format!("{value:.decimals$} in {year}")).collect();
        each.join(", ")
    }
}

/// Years in words: "2012 and 2014".
pub(super) fn list(years: &[i32]) -> String {
    match years {
        [] => "no year".to_owned(),
        _ => listed(years),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_counted_from_the_end() -> Result<(), Error> {
        let values = [1090.0, 701.0, 961.0, 721.0, 681.0, 380.0];
        let years = Years::read(2010..=2015, |year| Ok(values[(year - 2010) as usize]))?;
        assert_eq!(years.falls_at_end(), [2013, 2014, 2015]);
        assert_eq!(years.falls(), [2011, 2013, 2014, 2015]);
        assert_eq!((years.peak(), years.least()), (Some((2010, 1090.0)), Some((2015, 380.0))));
        Ok(())
    }

    #[test]
    fn years_are_listed_as_in_speech() {
        assert_eq!(list(&[]), "no year");
        assert_eq!(list(&[2014]), "2014");
        assert_eq!(list(&[2009, 2012, 2014]), "2009, 2012 and 2014");
    }
}
