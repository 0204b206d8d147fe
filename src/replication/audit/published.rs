//! The paper's cells that others have printed too.

use super::identity::{Identity, Operand, Rule};
use crate::replication::evidence::{Address, CUSTOMS, EXPORT_ITEMS, IMPORT_ITEMS, Measure, YEARS};

const HOLE: &str = "Chinese customs withheld the months from August 2009 and later published the full year";
const REVISED: &str = "the paper has the provisional figure, which was later revised";
const DEFINITION: &str = "HS 2701 is all coal, the figure outside is anthracite alone: a difference of definition";
const MINISTRY: &str = "the paper quotes the Ministry of Unification; customs and trade association count differently";

const SAME_MINISTRY: &str = "the Ministry of Unification is the paper's source too; one of the two was revised";

pub(super) fn identities() -> Vec<Identity> {
    let mut all = customs();
    all.extend(shares_of_2009());
    all.extend(partners());
    all.extend(items());
    all
}

fn figure(series: &'static str, period: impl std::fmt::Display, by: &'static str) -> Operand {
    Operand::Figure { series, period: period.to_string(), by }
}

/// Table 2 against China's customs in their final state.
fn customs() -> Vec<Identity> {
    let mut all = Vec::new();
    for year in YEARS {
        let exports = figure("nk_exports_to_china", year, CUSTOMS);
        let imports = figure("nk_imports_from_china", year, CUSTOMS);
        let mut push = |row: &'static str, name: &str, rule| {
            let cell = Address::new(2, row, year, Measure::Value);
            let identity = Identity::new(format!("table2-{name}-{year}-reported"), cell, rule);
            all.push(identity.remark(remark_on_customs(row, year)));
        };
        push("Import", "import", Rule::Same(exports.clone()));
        push("Export", "export", Rule::Same(imports.clone()));
        push("Total", "total", Rule::Sum(vec![exports.clone(), imports.clone()]));
        push("Surplus", "surplus", Rule::Difference(imports, exports));
    }
    all
}

/// Why a cell of Table 2 is not customs' final figure.
fn remark_on_customs(row: &str, year: i32) -> &'static str {
    match (year, row) {
        (2009, _) => HOLE,
        // Imports were not revised.
        (2013 | 2015, "Import" | "Total" | "Surplus") => REVISED,
        (2004, "Surplus") => "the paper subtracts flows that it has rounded: 795 less 582",
        (2007, "Export") => "1,392.452 becomes 1,393 when rounded to a decimal first",
        (2014, "Import") => "2,841.476 becomes 2,842 when rounded to a decimal first, as in Table 5",
        (2014, "Total") => "6,363.992 is cut to 6,363, not rounded",
        _ => "",
    }
}

/// China's share in 2009 as the full year's trade gives it.
fn shares_of_2009() -> [Identity; 2] {
    [1, 2].map(|table| {
        let total = Operand::Cell(Address::new(1, "Total", 2009, Measure::Value));
        Identity::new(
            format!("table{table}-share-2009-reported"),
            Address::new(table, "C/T", 2009, Measure::Share),
            Rule::Share(figure("china_nk_trade", 2009, "full year"), vec![total]),
        )
        .remark("the paper divides a year with months missing by a full one")
    })
}

/// Table 1: trade with South Korea and with the rest of the world.
fn partners() -> Vec<Identity> {
    let mut all = Vec::new();
    let mut push = |row: &'static str, name: &str, series, year, by, remark| {
        let cell = Address::new(1, row, year, Measure::Value);
        let rule = Rule::Same(figure(series, year, by));
        all.push(Identity::new(format!("table1-{name}-{year}-reported"), cell, rule).remark(remark));
    };
    for (year, by) in [(2002, "Unification"), (2004, "KITA"), (2005, "KITA"), (2007, "Customs"), (2008, "Customs")] {
        push("ROK", "rok", "interkorean_trade", year, by, if year == 2002 { SAME_MINISTRY } else { MINISTRY });
    }
    for (year, by) in [(2009, "Customs"), (2010, "KOTRA"), (2011, "KITA"), (2012, "KITA"), (2013, "KITA")] {
        push("ROK", "rok", "interkorean_trade", year, by, MINISTRY);
    }
    for year in [2005, 2007, 2009, 2010, 2013, 2014] {
        push("Intl", "intl", "nk_world_trade_without_south_korea", year, "KOTRA", "");
    }
    push("Total", "total", "nk_world_trade_with_south_korea", 2005, "KOTRA", "");
    all
}

/// Tables 5 and 6: the items and totals that the press printed from the same source.
fn items() -> Vec<Identity> {
    let mut all = Vec::new();
    let mut push = |table, row, name, series, year: i32, by, remark| {
        let cell = Address::new(table, row, year, Measure::Value);
        let rule = Rule::Same(figure(series, year, by));
        all.push(Identity::new(format!("table{table}-{name}-{year}-reported"), cell, rule).remark(remark));
    };
    push(5, "Coal", "coal", "nk_anthracite_exports_to_china_value", 2013, "KITA", DEFINITION);
    push(5, "Coal", "coal", "nk_anthracite_exports_to_china_value", 2014, "KDI", DEFINITION);
    push(5, "Iron ores", "iron-ore", "nk_iron_ore_exports_to_china_value", 2013, "KITA", "both name KITA as source");
    push(5, EXPORT_ITEMS[6].0, "total", "nk_exports_to_china", 2013, "KITA", "");
    push(5, EXPORT_ITEMS[6].0, "total", "nk_exports_to_china", 2014, "KOTRA Beijing", "");
    push(5, EXPORT_ITEMS[6].0, "total", "nk_exports_to_china", 2015, CUSTOMS, REVISED);
    push(6, IMPORT_ITEMS[7].0, "total", "nk_imports_from_china", 2013, "KITA", "");
    push(6, IMPORT_ITEMS[7].0, "total", "nk_imports_from_china", 2014, "KOTRA Beijing", "");
    push(6, IMPORT_ITEMS[7].0, "total", "nk_imports_from_china", 2015, CUSTOMS, "");
    let growth = Rule::Growth(
        figure("nk_anthracite_exports_to_china_value", 2012, "KITA"),
        figure("nk_anthracite_exports_to_china_value", 2013, "KITA"),
    );
    let cell = Address::new(5, "Coal", 2013, Measure::Growth);
    all.push(Identity::new("table5-growth-coal-2013-reported", cell, growth).remark(DEFINITION));
    let growth = Rule::Same(figure("nk_iron_ore_exports_to_china_value_growth", 2013, "KITA"));
    let cell = Address::new(5, "Iron ores", 2013, Measure::Growth);
    all.push(Identity::new("table5-growth-iron-ore-2013-reported", cell, growth).remark("both name KITA as source"));
    all
}
