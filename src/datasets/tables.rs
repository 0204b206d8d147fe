//! How a data set shows itself: what it is and where it comes from, column by column.

use super::Dataset;
use crate::Error;
use crate::table::{Cell, Column, Table, shows_itself};

shows_itself!(Dataset => tables);

impl Dataset {
    /// What there is to know before using the numbers: first the provenance, then the columns.
    ///
    /// ```
    /// let [about, columns]: [_; 2] = yalu::datasets::get("halfyear_trade")?.tables().try_into().unwrap();
    /// assert!(about.rows().any(|row| row[0] == "caveat".into()));
    /// assert_eq!(columns.rows().count(), 3);
    /// # Ok::<(), yalu::Error>(())
    /// ```
    pub fn tables(&self) -> Vec<Table> {
        let mut about = Table::new("dataset", self.title())
            .column(Column::text("property", "About"))
            .column(Column::text("value", self.name()))
            .row(["what".into(), Cell::text(self.description())])
            .row(["file".into(), Cell::text(self.file())])
            .row(["unit".into(), Cell::text(self.unit())])
            .row(["vintage".into(), Cell::text(self.vintage())])
            .row(["terms".into(), Cell::text(self.terms())]);
        for source in self.sources() {
            about.push_row(["source".into(), Cell::text(format!("{} ({})", source.title, source.path))]);
        }
        for caveat in self.caveats() {
            about.push_row(["caveat".into(), Cell::text(caveat)]);
        }
        about.push_row(["sha256".into(), Cell::text(self.sha256())]);
        let mut columns = Table::new("fields", "Columns")
            .column(Column::text("name", "Column"))
            .column(Column::text("unit", "Unit"))
            .column(Column::text("description", "What it is"));
        for field in self.fields() {
            let unit = field.unit.as_deref().unwrap_or("");
            columns.push_row([field.name.as_str(), unit, &field.description].map(Cell::text));
        }
        vec![about, columns]
    }

    /// Where the cells of a wide table come from, run by run; `None` for records, whose rows carry their own sources.
    ///
    /// # Errors
    /// As [`cell_sources`](Self::cell_sources).
    pub fn cell_sources_table(&self) -> Result<Option<Table>, Error> {
        let mut table = Table::new("cell-sources", "Where the cells come from")
            .column(Column::text("column", "Column"))
            .column(Column::text("periods", "Periods"))
            .column(Column::text("status", "Status"))
            .column(Column::text("source", "Source"))
            .column(Column::text("how", "How"));
        let sources = self.cell_sources()?;
        if sources.is_empty() {
            return Ok(None);
        }
        for run in sources {
            let periods =
                if run.first == run.last { run.first.to_string() } else { format!("{}–{}", run.first, run.last) };
            table.push_row([run.column, periods, run.status, run.source, run.how].map(Cell::Text));
        }
        Ok(Some(table))
    }
}
