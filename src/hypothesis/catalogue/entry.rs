//! What the catalogue says of one test, estimator or convention.

use serde::Serialize;

use crate::table::{Cell, Column, Table, shows_itself};

/// What an entry describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A test of a hypothesis.
    Test,
    /// An estimator.
    Estimator,
    /// A decomposition or an index: arithmetic without a random error.
    Decomposition,
    /// A rule that other entries refer to.
    Convention,
}

impl Kind {
    /// Its name in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Estimator => "estimator",
            Self::Decomposition => "decomposition",
            Self::Convention => "convention",
        }
    }
}

/// What the catalogue says of one test, estimator or convention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The name, as in `yalu explain NAME` and [`TestReport::test`](super::super::TestReport::test).
    pub id: &'static str,
    /// Other names by which it is found.
    pub aliases: &'static [&'static str],
    /// What it describes.
    pub kind: Kind,
    /// The name the field uses.
    pub title: &'static str,
    /// The question it answers.
    pub asks: &'static str,
    /// The null hypothesis, for tests.
    pub null: Option<&'static str>,
    /// The statistic and its distribution under the null, or the formula.
    pub statistic: &'static str,
    /// Choices made where the literature or other programs leave them open.
    pub conventions: &'static [&'static str],
    /// Programs and calls that give the same numbers.
    pub agrees: &'static [&'static str],
    /// Programs that give other numbers, and why.
    pub differs: &'static [&'static str],
    /// Where it comes from.
    pub references: &'static [&'static str],
    /// The command that runs it, if the command line does.
    pub command: Option<&'static str>,
    /// The module that documents it.
    pub docs: &'static str,
}

impl Entry {
    /// The entry as a table of two columns.
    pub fn table(&self) -> Table {
        let mut table = Table::new(format!("explain-{}", self.id), format!("{} ({})", self.title, self.id))
            .column(Column::text("aspect", ""))
            .column(Column::text("text", ""));
        let single = |text| std::slice::from_ref(text);
        let null = self.null.unwrap_or("");
        let command = self.command.unwrap_or("");
        let aspects: [(&str, &[&str]); 9] = [
            ("Asks", single(&self.asks)),
            ("Null hypothesis", single(&null)),
            (if self.kind == Kind::Test { "Statistic" } else { "Formula" }, single(&self.statistic)),
            ("Conventions", self.conventions),
            ("Agrees with", self.agrees),
            ("Differs from", self.differs),
            ("References", self.references),
            ("Command", single(&command)),
            ("Documentation", single(&self.docs)),
        ];
        for (aspect, texts) in aspects {
            for (i, text) in texts.iter().filter(|text| !text.is_empty()).enumerate() {
                let aspect = if i == 0 { Cell::text(aspect) } else { Cell::ditto(aspect) };
                table.push_row([aspect, Cell::text(*text)]);
            }
        }
        table
    }
}

shows_itself!(Entry => table);
