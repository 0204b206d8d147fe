//! One neutral table: results become tables, and a renderer knows only tables.
//!
//! A [`Table`] is built once and rendered in every [`Format`]:
//!
//! ```
//! use yalu::table::{Cell, Column, Format, NumberFormat, Table};
//! let table = Table::new("trade", "Trade in two years")
//!     .column(Column::text("year", "Year"))
//!     .column(Column::number("exports", "Exports"))
//!     .row([Cell::text("2012"), Cell::number(2502.4, NumberFormat::Decimals(1))])
//!     .row([Cell::text("2013"), Cell::number(2927.5, NumberFormat::Decimals(1))]);
//! assert_eq!(table.render(Format::Csv), "year,exports\n2012,2502.4\n2013,2927.5\n");
//! assert!(table.render(Format::Text).contains("2012    2502.4"));
//! ```
//!
//! What a person reads (text, Markdown, LaTeX, HTML) is printed by each cell's [`NumberFormat`]; CSV has ten
//! significant digits, which every processor agrees on; JSON has full double precision.

mod cell;
mod column;
mod decimal;
pub(crate) mod evcxr;
mod even;
mod format;
mod model;
mod number;
mod regression;
mod render;
mod show;
mod width;

pub use cell::{Cell, Relation};
pub use column::{Align, Column};
pub use format::Format;
pub use model::{Line, Table};
pub use number::{NumberFormat, rounded_for_file};
pub use regression::{CoefficientRow, ModelColumn, Stars, regression_table, regression_table_with_stars};
pub use render::latex_document;
pub use render::wrap;
pub(crate) use render::{paragraphs, wrapped};
pub(crate) use show::shows_itself;
