//! One expression as a series: what `yalu granger --cause "log(exports)"` needs.

use crate::series::{Panel, Provenance};
use crate::{Error, ErrorKind, Frame, Series, Stamp};

impl Frame {
    /// The series of an expression: a column (`exports`) or a transform of columns (`log(exports)`, `dlog(exports)`,
    /// `I(exports + imports)`), named by its canonical text.
    ///
    /// ```
    /// use yalu::{Frame, series::CsvOptions};
    /// let frame = Frame::from_csv_text("year,x\n2001,1\n2002,2\n2003,4\n", "x.csv", &CsvOptions::default())?;
    /// let growth = frame.expression("dlog(x)")?;
    /// assert_eq!((growth.name(), growth.start().to_string()), ("dlog(x)", "2002".to_string()));
    /// # Ok::<(), yalu::Error>(())
    /// ```
    ///
    /// # Errors
    /// If the text is not a column or a transform of columns, or [`Formula::design`](super::Formula::design) refuses it; if the rows have no dates; or if a value is missing inside the
    /// sample, which no lag can step over.
    pub fn expression(&self, expression: &str) -> Result<Series, Error> {
        let formula = super::parse::expression(expression)?;
        let design = formula.design(self)?;
        let stamps = design.stamps();
        let Stamp::Period(start) = stamps[0] else {
            return Err(Error::new(ErrorKind::Calendar, format!("`{expression}` has no dates: the rows are numbered"))
                .remedy("name the column of dates"));
        };
        for (i, stamp) in stamps.iter().enumerate() {
            let due = start.plus(i as i64);
            if *stamp != Stamp::Period(due) {
                return Err(Error::new(ErrorKind::Gap, format!("`{expression}` has no value in {due}"))
                    .remedy("choose a sample without the gap; nothing is filled in silently"));
            }
        }
        let names = formula.response.names();
        let provenance = names.iter().fold(Provenance::default(), |all, name| all.and(&self.provenance(name)));
        Ok(Series::new(design.response(), start, design.y().to_vec())?.with_provenance(provenance))
    }
}

impl Panel {
    /// The series of an expression in every unit, in the order of the units; see [`Frame::expression`].
    ///
    /// # Errors
    /// Those of [`Frame::expression`], with the unit's name.
    pub fn expression(&self, expression: &str) -> Result<Vec<Series>, Error> {
        self.iter()
            .map(|(unit, frame)| frame.expression(expression).map_err(|error| error.about(format!("unit `{unit}`"))))
            .collect()
    }
}
