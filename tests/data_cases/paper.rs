//! The paper's tables and the numbers in its text, as printed.

use std::collections::BTreeSet;

use super::{at, dataset, frame, printed_row, text};

#[test]
fn the_annual_frame_is_tables_1_and_2_as_printed() {
    let annual = frame("paper_trade_annual");
    let rows = [
        (1, "ROK", "interkorean_trade"),
        (1, "Intl", "international_trade"),
        (1, "Total", "total_trade"),
        (1, "China", "china_trade"),
        (1, "C/T", "china_share"),
        (2, "Import", "nk_exports_to_china"),
        (2, "Export", "nk_imports_from_china"),
        (2, "Total", "china_trade"),
        (2, "Surplus", "china_surplus"),
        (2, "C/T", "china_share"),
    ];
    for (table, row, column) in rows {
        let cells = printed_row(table, row);
        assert_eq!(cells.len(), 14);
        for (period, value) in cells {
            assert_eq!(at(&annual, column, &period), value, "Table {table}, {row}, {period}");
        }
    }
}

#[test]
fn misprints_survive() {
    let table = |n: u32| dataset(&format!("paper_table{n}")).records().unwrap();
    let total = table(1);
    let total = total.find(&[("row", "Total"), ("column", "2014")]).unwrap();
    assert_eq!((text(total, "printed"), total.number("value").unwrap()), ("9.954".into(), Some(9.954)));
    assert!(table(2).iter().all(|cell| text(cell, "unit_printed") == "$5 million"));
    let dash = table(4);
    let dash = dash.find(&[("row", "Consulting"), ("column", "2003")]).unwrap();
    assert_eq!((text(dash, "printed"), dash.number("value").unwrap()), ("-".into(), None));
    let missing = table(1);
    let missing = missing.find(&[("row", "Intl"), ("column", "2015")]).unwrap();
    assert_eq!((text(missing, "printed"), missing.number("value").unwrap()), ("N.A.".into(), None));
}

#[test]
fn a_cells_value_is_its_printed_number() {
    for n in 1..=6 {
        for cell in dataset(&format!("paper_table{n}")).records().unwrap().iter() {
            if text(cell, "measure") == "code" {
                continue;
            }
            let printed = text(cell, "printed");
            let read: Option<f64> = printed.replace(',', "").trim_end_matches('%').parse().ok();
            assert_eq!(cell.number("value").unwrap(), read, "{}", text(cell, "locus"));
            assert!(read.is_some() || ["N.A.", "-"].contains(&printed.as_str()), "{}", text(cell, "locus"));
        }
    }
}

#[test]
fn every_cell_and_every_number_of_the_paper_has_its_place_once() {
    // Rows times columns of each printed table; Tables 5 and 6 have two numbers a year, a rank and a code.
    for (n, cells) in [(1, 5 * 14), (2, 5 * 14), (3, 6 * 6), (4, 4 * 13), (5, 6 * 8 + 6), (6, 7 * 8 + 6)] {
        let records = dataset(&format!("paper_table{n}")).records().unwrap();
        let places: BTreeSet<String> = records.iter().map(|cell| text(cell, "locus")).collect();
        assert_eq!((records.len(), places.len()), (cells, cells), "Table {n}");
    }
    let numbers = dataset("paper_text_numbers").records().unwrap();
    let ids: BTreeSet<String> = numbers.iter().map(|number| text(number, "id")).collect();
    assert_eq!(ids.len(), numbers.len());
    for number in numbers.iter() {
        for column in ["locus", "printed", "kind", "unit", "meaning"] {
            assert!(!text(number, column).is_empty(), "{} has no {column}", text(number, "id"));
        }
    }
}

#[test]
fn the_value_of_a_number_in_the_text_is_its_printed_digits() {
    for number in dataset("paper_text_numbers").records().unwrap().iter() {
        let digits: String = text(number, "printed").chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let kind = text(number, "kind");
        if kind == "date" || digits.is_empty() {
            continue; // a date, or a number in words
        }
        assert_eq!(number.number("value").unwrap(), digits.parse().ok(), "{}", text(number, "id"));
    }
}

#[test]
fn numbers_of_the_text_that_repeat_a_table_agree_with_it() {
    let numbers = dataset("paper_text_numbers").records().unwrap();
    let value = |id: &str| numbers.find(&[("id", id)]).unwrap().number("value").unwrap();
    assert_eq!(value("balance-surplus-2015"), printed_row(2, "Surplus")["2015"]);
    assert_eq!(value("effects-deficit-2014"), printed_row(2, "Surplus")["2014"]);
    assert_eq!(value("volume-china-share-2014"), printed_row(1, "C/T")["2014"]);
    assert_eq!(value("service-projects-2014"), printed_row(4, "Projects")["2014"]);
    for (id, period) in
        [("ironore-revenue-2013", "2013"), ("ironore-revenue-2014", "2014"), ("ironore-revenue-2015", "2015")]
    {
        assert_eq!(value(id), printed_row(5, "Iron ores")[period], "{id}");
    }
}

#[test]
fn the_printed_and_the_corrected_2009_stand_side_by_side() {
    let annual = frame("paper_trade_annual");
    let reported = frame("china_reported_annual");
    // The paper, Table 2; Direction of Trade Statistics, China as reporter.
    for (flow, printed, full) in [("nk_exports_to_china", 501.0, 789.661), ("nk_imports_from_china", 1210.0, 1890.721)]
    {
        let corrected = format!("{flow}_2009_corrected");
        assert_eq!(at(&annual, flow, "2009"), Some(printed));
        assert_eq!(at(&annual, &corrected, "2009"), Some(full));
        assert_eq!(at(&reported, flow, "2009"), Some(full));
        for year in (2002..=2015).filter(|year| *year != 2009) {
            assert_eq!(at(&annual, flow, &year.to_string()), at(&annual, &corrected, &year.to_string()), "{year}");
        }
    }
    assert_eq!(at(&annual, "total_trade", "2014"), Some(9.954));
    let sum = at(&annual, "interkorean_trade", "2014").unwrap() + at(&annual, "international_trade", "2014").unwrap();
    assert_eq!(at(&annual, "total_trade_2014_corrected", "2014"), Some(sum));
}
