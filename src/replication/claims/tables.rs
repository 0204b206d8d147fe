//! The cells of Tables 1–6: the identities of the audit, then what stands in no identity.

use super::claim::{Claim, Judgement};
use crate::replication::audit::identities;
use crate::replication::evidence::{Address, EXPORT_ITEMS, Evidence, IMPORT_ITEMS, Measure};
use crate::replication::printed::Printed;
use crate::replication::words::capitalised;

const NO_SECOND_SOURCE: &str = "no second public source is bundled";
const NO_NOMENCLATURE: &str = "the nomenclature of the World Customs Organization is public but not bundled";

/// The claims of one table.
pub(super) fn claims(table: u8) -> Vec<Claim> {
    let mut all: Vec<Claim> =
        identities().into_iter().filter(|identity| identity.cell.table == table).map(Claim::identity).collect();
    match table {
        2 => all.push(unit()),
        5 => all.push(rank(5, &EXPORT_ITEMS)),
        6 => all.extend([rank(6, &IMPORT_ITEMS), direction()]),
        _ => {}
    }
    all.extend(ROWS.iter().filter(|row| row.table == table).map(Row::claim));
    all
}

/// Cells of one row or column that nothing public can be held against.
struct Row {
    table: u8,
    name: &'static str,
    label: &'static str,
    what: &'static str,
}

impl Row {
    const fn new(table: u8, name: &'static str, label: &'static str, what: &'static str) -> Self {
        Self { table, name, label, what }
    }

    fn claim(&self) -> Claim {
        let Self { table, name, label, what } = self;
        let place = format!("Table {table}, {label}");
        Claim::not_testable(
            format!("table{table}-{name}-levels"),
            place,
            format!("{}, as printed", capitalised(what)),
            "as printed in the table",
            if *name == "codes" { NO_NOMENCLATURE } else { NO_SECOND_SOURCE },
        )
    }
}

const GROWTH_2013: &str = "growth in 2013 (2012 itself is not printed)";

const ROWS: [Row; 30] = [
    Row::new(1, "rok", "row ROK, columns 2003, 2006, 2014, 2015", "North Korea's trade with South Korea"),
    Row::new(1, "intl", "row Intl, columns 2002-2004, 2006, 2008, 2011, 2012", "North Korea's trade with all others"),
    Row::new(3, "business", "column Business", "North Korean visitors to China on business"),
    Row::new(3, "tourism", "column Tourism", "North Korean visitors to China as tourists"),
    Row::new(3, "relatives", "column Relatives & Friends", "North Korean visitors to relatives and friends in China"),
    Row::new(3, "crew", "column Working & Crew", "North Korean visitors to China as workers and crew"),
    Row::new(3, "others", "column Others", "other North Korean visitors to China"),
    Row::new(4, "projects", "row Projects", "China's construction projects for North Korea"),
    Row::new(4, "labor", "row Labor", "China's labour services for North Korea"),
    Row::new(4, "consulting", "row Consulting", "China's consulting services for North Korea"),
    Row::new(5, "coal", "row Coal, column 2015", "North Korea's exports of coal to China"),
    Row::new(5, "mens-overcoats", "row Men’s overcoats", "North Korea's exports of men's overcoats to China"),
    Row::new(5, "mens-suits", "row Men’s suits", "North Korea's exports of men's suits to China"),
    Row::new(5, "womens-overcoats", "row Women’s overcoats", "North Korea's exports of women's overcoats to China"),
    Row::new(5, "womens-suits", "row Women’s suits", "North Korea's exports of women's suits to China"),
    Row::new(5, "iron-ore", "row Iron ores, columns 2014 and 2015", "North Korea's exports of iron ore to China"),
    Row::new(5, "growth-mens-overcoats-2013", "row Men’s overcoats, growth 2013", GROWTH_2013),
    Row::new(5, "growth-mens-suits-2013", "row Men’s suits, growth 2013", GROWTH_2013),
    Row::new(5, "growth-womens-overcoats-2013", "row Women’s overcoats, growth 2013", GROWTH_2013),
    Row::new(5, "growth-womens-suits-2013", "row Women’s suits, growth 2013", GROWTH_2013),
    Row::new(5, "codes", "column HS Code", "the Harmonized System codes of North Korea's leading exports"),
    Row::new(6, "fabrics", "row Woven fabrics of synthetic filament", "North Korea's imports of fabrics from China"),
    Row::new(6, "petroleum", "row Petroleum oils", "North Korea's imports of petroleum oils from China"),
    Row::new(6, "freight-cars", "row Motor vehicles for goods transport", "North Korea's imports of trucks from China"),
    Row::new(6, "soybean-oil", "row Soya bean oil", "North Korea's imports of soybean oil from China"),
    Row::new(6, "telephones", "row Line telephone or telegraph", "North Korea's imports of telephones from China"),
    Row::new(6, "rice", "row Rice", "North Korea's imports of rice from China"),
    Row::new(6, "maize", "row Maize", "North Korea's imports of maize from China"),
    Row::new(6, "growth-2013", "column 2013, growth, the items", GROWTH_2013),
    Row::new(6, "codes", "column HS Code", "the Harmonized System codes of North Korea's leading imports"),
];

/// Table 2's header gives a unit of five million dollars.
fn unit() -> Claim {
    Claim::sentence(
        "table2-unit",
        "Table 2, header",
        "The unit of Table 2, in which China's trade with North Korea is also printed in Table 1 in millions of dollars",
        "unit: $5 million",
        |e: &Evidence| {
            let there = e.at(&Address::new(1, "China", 2015, Measure::Value))?.value();
            let cell = e.cell(&Address::new(2, "Total", 2015, Measure::Value))?;
            let here = e.trade(2015)?.value();
            // "$ million" names no number before "million": one.
            let unit = Printed::parse(&cell.unit_printed).map_or(1.0, |unit| unit.value());
            Ok(Judgement::new(
                (here * unit - there).abs() < 0.5,
                format!("{here:.0} in units of $5 million would be ${:.0} million; Table 1 has {there:.0}", here * unit),
            ))
        },
    )
    .remark("a slip of the pen in the header")
}

/// The ranks printed beside the items follow from their values in 2015.
fn rank(table: u8, items: &'static [(&'static str, &'static str)]) -> Claim {
    let what = if table == 5 { "exports to" } else { "imports from" };
    Claim::sentence(
        format!("table{table}-ranks"),
        format!("Table {table}, column Rank 15’"),
        format!("The ranks of North Korea's leading {what} China follow the values of 2015"),
        "ranks as printed",
        move |e: &Evidence| {
            let mut by_value = Vec::new();
            for (item, name) in items {
                if let Ok(rank) = e.at(&Address::new(table, *item, "Rank 15’", Measure::Rank)) {
                    let value = e.at(&Address::new(table, *item, 2015, Measure::Value))?.value();
                    by_value.push((value, rank.value(), *name));
                }
            }
            by_value.sort_by(|a, b| b.0.total_cmp(&a.0));
            let holds = (1u32..).zip(&by_value).all(|(place, item)| f64::from(place) == item.1);
            let order: Vec<String> = by_value.iter().map(|(value, _, name)| format!("{name} {value:.1}")).collect();
            Ok(Judgement::new(holds && !order.is_empty(), order.join(", ")))
        },
    )
}

/// The last row of Table 6 is called import "to" China.
fn direction() -> Claim {
    Claim::sentence(
        "table6-total-label",
        "Table 6, last row",
        "The total of Table 6 is called North Korea's import to China",
        "imports to China",
        |e: &Evidence| {
            let label = IMPORT_ITEMS[7].0;
            let total = e.import_of(label, 2015)?;
            let into = total.range().meets(e.imports(2015)?.range());
            let holds = !(into && label.contains("to China"));
            Ok(Judgement::new(holds, format!("{} is what China exports in Table 2: imports from China", total.text())))
        },
    )
    .remark("a slip of the pen in the label")
}
