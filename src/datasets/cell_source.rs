//! Where the cells of the wide tables come from.

use super::Dataset;
use crate::{Error, Period};

/// The source of a run of cells of one column, as `cell_sources.csv` states it.
///
/// ```
/// use yalu::{Period, datasets};
/// let trade = datasets::get("halfyear_trade")?;
/// let half: Period = "2003H1".parse()?;
/// let source = trade.cell_source("nk_exports_to_china", half)?;
/// assert_eq!(source.map(|s| s.status), Some("backcast".to_string()));
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellSource {
    /// The column.
    pub column: String,
    /// First period of the run.
    pub first: Period,
    /// Last period of the run.
    pub last: Period,
    /// `reported` or `published` (read from the source), `printed` (from the paper), `corrected`, `difference`,
    /// `backcast`, `spliced`, `bound` or `suspect`; the data's guide explains them.
    pub status: String,
    /// Who published it.
    pub source: String,
    /// Where; empty if there is no address.
    pub source_url: String,
    /// How the cells were obtained, or what to know about them; empty if there is nothing to add.
    pub how: String,
}

impl CellSource {
    /// Whether the numbers were worked out rather than read.
    pub fn is_derived(&self) -> bool {
        matches!(self.status.as_str(), "difference" | "backcast")
    }

    /// Whether the run covers this period.
    pub fn covers(&self, period: Period) -> bool {
        self.first <= period && period <= self.last
    }
}

impl Dataset {
    /// The sources of the cells of this data set, by column and then by time; none for records, whose rows carry
    /// their own. They are read from the bundled `cell_sources`.
    pub fn cell_sources(&self) -> Result<Vec<CellSource>, Error> {
        let records = super::get("cell_sources")?.records()?;
        let mut sources = Vec::new();
        for row in records.iter() {
            if row.get("dataset")? == self.name() {
                sources.push(CellSource {
                    column: row.get("column")?.to_owned(),
                    first: row.get("first")?.parse()?,
                    last: row.get("last")?.parse()?,
                    status: row.get("status")?.to_owned(),
                    source: row.get("source")?.to_owned(),
                    source_url: row.get("source_url")?.to_owned(),
                    how: row.get("how")?.to_owned(),
                });
            }
        }
        Ok(sources)
    }

    /// The source of one cell; `None` where the table has no number.
    pub fn cell_source(&self, column: &str, period: Period) -> Result<Option<CellSource>, Error> {
        self.frame()?.column(column)?;
        Ok(self.cell_sources()?.into_iter().find(|source| source.column == column && source.covers(period)))
    }
}
