//! The identities within the paper: a table against itself, and one table against another.

use super::identity::{Identity, Operand, Rule};
use crate::replication::evidence::{Address, EXPORT_ITEMS, IMPORT_ITEMS, Measure, VISITOR_CATEGORIES, YEARS};

pub(super) fn identities() -> Vec<Identity> {
    let mut all = all_trade();
    all.extend(balance());
    all.extend(visitors());
    all.extend(services());
    all.extend(growth(5, &EXPORT_ITEMS));
    all.extend(growth(6, &IMPORT_ITEMS));
    all.extend(across_tables());
    all
}

fn value(table: u8, row: &'static str, column: impl std::fmt::Display) -> Operand {
    Operand::Cell(Address::new(table, row, column, Measure::Value))
}

/// Table 1: the two parts of North Korea's trade, their total, and China's share in it.
fn all_trade() -> Vec<Identity> {
    let mut all = Vec::new();
    let parts = |year| vec![value(1, "ROK", year), value(1, "Intl", year)];
    let share = |year| Address::new(1, "C/T", year, Measure::Share);
    // The total of 2015 is not available.
    for year in *YEARS.start()..*YEARS.end() {
        let total = Identity::new(
            format!("table1-total-{year}"),
            Address::new(1, "Total", year, Measure::Value),
            Rule::Sum(parts(year)),
        );
        // The total of 2014 is misprinted, so the share is held against its parts.
        let (whole, remark) = match year {
            2014 => (parts(year), "printed with a point where a thousands comma belongs"),
            _ => (vec![value(1, "Total", year)], ""),
        };
        all.push(total.remark(remark));
        all.push(Identity::new(
            format!("table1-share-{year}"),
            share(year),
            Rule::Share(value(1, "China", year), whole),
        ));
    }
    all.push(
        Identity::new("table1-share-2013-of-parts", share(2013), Rule::Share(value(1, "China", 2013), parts(2013)))
            .remark("the share follows from the printed total, which is not the sum of its parts"),
    );
    all
}

/// Table 2: both flows, their sum and difference, and what it shares with Table 1.
fn balance() -> Vec<Identity> {
    let mut all = Vec::new();
    for year in YEARS {
        let (import, export) = (value(2, "Import", year), value(2, "Export", year));
        let mut push = |row: &'static str, name: &str, rule| {
            let cell = Address::new(2, row, year, Measure::Value);
            all.push(Identity::new(format!("table2-{name}-{year}"), cell, rule));
        };
        push("Total", "total", Rule::Sum(vec![import.clone(), export.clone()]));
        push("Surplus", "surplus", Rule::Difference(export, import));
        all.push(Identity::new(
            format!("table1-china-{year}"),
            Address::new(1, "China", year, Measure::Value),
            Rule::Same(value(2, "Total", year)),
        ));
        if year < *YEARS.end() {
            let same = Operand::Cell(Address::new(1, "C/T", year, Measure::Share));
            let cell = Address::new(2, "C/T", year, Measure::Share);
            all.push(Identity::new(format!("table2-share-{year}"), cell, Rule::Same(same)));
        }
    }
    all
}

/// Table 3: the categories of visitors add up.
fn visitors() -> impl Iterator<Item = Identity> {
    (2010..=2015).map(|year: i32| {
        let row = year.to_string();
        let parts = VISITOR_CATEGORIES
            .map(|(category, _)| Operand::Cell(Address::new(3, row.clone(), category, Measure::Value)));
        let total = Address::new(3, row, "Total", Measure::Value);
        Identity::new(format!("table3-total-{year}"), total, Rule::Sum(parts.to_vec()))
    })
}

/// Table 4: the kinds of service add up; from 2011 only one is printed.
fn services() -> impl Iterator<Item = Identity> {
    (2002..=2010).map(|year| {
        let parts = ["Projects", "Labor", "Consulting"].map(|kind| value(4, kind, year));
        let total = Address::new(4, "Total", year, Measure::Value);
        Identity::new(format!("table4-total-{year}"), total, Rule::Sum(parts.to_vec()))
    })
}

/// Tables 5 and 6: growth rates follow from levels.
fn growth(table: u8, items: &'static [(&'static str, &'static str)]) -> impl Iterator<Item = Identity> {
    items.iter().flat_map(move |&(item, name)| {
        [2014, 2015].map(|year| {
            Identity::new(
                format!("table{table}-growth-{name}-{year}"),
                Address::new(table, item, year, Measure::Growth),
                Rule::Growth(value(table, item, year - 1), value(table, item, year)),
            )
        })
    })
}

/// The totals of Tables 5 and 6, printed to a decimal, against the whole millions of Table 2.
fn across_tables() -> Vec<Identity> {
    let mut all = Vec::new();
    let totals = [(5, EXPORT_ITEMS[6].0, "Import", "import"), (6, IMPORT_ITEMS[7].0, "Export", "export")];
    for (table, total, row, name) in totals {
        all.push(Identity::new(
            format!("table{table}-growth-total-2013"),
            Address::new(table, total, 2013, Measure::Growth),
            Rule::Growth(value(2, row, 2012), value(table, total, 2013)),
        ));
        for year in 2013..=2015 {
            let cell = Address::new(2, row, year, Measure::Value);
            let same = Rule::Same(value(table, total, year));
            all.push(Identity::new(format!("table2-{name}-{year}-as-in-table{table}"), cell, same));
        }
    }
    for year in 2013..=2015 {
        let (exports, imports) = (value(5, EXPORT_ITEMS[6].0, year), value(6, IMPORT_ITEMS[7].0, year));
        let cell = |row| Address::new(2, row, year, Measure::Value);
        let sum = Rule::Sum(vec![exports.clone(), imports.clone()]);
        all.push(Identity::new(format!("table2-total-{year}-from-tables5-6"), cell("Total"), sum));
        let difference = Rule::Difference(imports, exports);
        all.push(Identity::new(format!("table2-surplus-{year}-from-tables5-6"), cell("Surplus"), difference));
    }
    all
}
