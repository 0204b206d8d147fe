//! The bundled data: the files are those that were checked, agree with each other, and name their sources.
//!
//! Numbers in these tests are copied from the paper or from the published source named, never from our own output.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use yalu::datasets::{self, Dataset, Record, Shape};
use yalu::{Error, ErrorKind, Frame, Period};

fn dataset(name: &str) -> Dataset {
    datasets::get(name).unwrap()
}

fn frame(name: &str) -> Frame {
    dataset(name).frame().unwrap()
}

fn at(frame: &Frame, column: &str, period: &str) -> Option<f64> {
    let wanted: Period = period.parse().unwrap();
    let cells = frame.column(column).unwrap();
    let row = (0..frame.rows()).find(|i| frame.calendar().stamp(*i).to_string() == wanted.to_string()).unwrap();
    cells[row]
}

fn text(record: Record<'_>, column: &str) -> String {
    record.get(column).unwrap().to_owned()
}

/// A row of one of the paper's tables: period → value.
fn printed_row(table: u32, row: &str) -> BTreeMap<String, Option<f64>> {
    let records = dataset(&format!("paper_table{table}")).records().unwrap();
    let cells = records.iter().filter(|cell| text(*cell, "row") == row);
    cells.map(|cell| (text(cell, "period"), cell.number("value").unwrap())).collect()
}

#[test]
fn every_file_has_the_hash_it_was_checked_with() {
    for dataset in datasets::all().unwrap() {
        dataset.verify().unwrap();
        assert_eq!(dataset.sha256().len(), 64);
    }
}

#[test]
fn a_changed_digit_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir("data").unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let file = folder.path().join("paper_table1.csv");
    let changed = fs::read_to_string(&file).unwrap().replacen("9.954", "9,954", 1);
    fs::write(&file, changed).unwrap();
    let read = Dataset::from_dir(folder.path()).unwrap();
    assert_eq!(read.len(), datasets::all().unwrap().len());
    for dataset in read {
        let verdict = dataset.verify();
        if dataset.name() == "paper_table1" {
            assert_eq!(verdict.unwrap_err().kind(), ErrorKind::Integrity);
        } else {
            verdict.unwrap();
        }
    }
}

#[test]
fn the_folder_and_the_build_hold_the_same_files() {
    assert_eq!(Dataset::from_dir("data").unwrap(), datasets::all().unwrap());
    let files: BTreeSet<String> = fs::read_dir("data")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    let described: BTreeSet<String> = datasets::all().unwrap().iter().map(|d| d.file().to_owned()).collect();
    assert_eq!(files, described, "a file without a descriptor, or a descriptor without a file");
}

#[test]
fn a_folder_that_is_not_a_package_is_refused_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |descriptor: &str| {
        fs::write(folder.path().join("datapackage.json"), descriptor).unwrap();
        Dataset::from_dir(folder.path()).unwrap_err()
    };
    assert!(Dataset::from_dir(folder.path()).unwrap_err().to_string().contains("datapackage.json"));
    assert!(refused("{").to_string().contains("not a data package's descriptor"));
    let outside =
        fs::read_to_string("data/datapackage.json").unwrap().replace("\"paper_table1.csv\"", "\"../secret.csv\"");
    assert!(refused(&outside).to_string().contains("`../secret.csv` is not the name of a file"));
}

#[test]
fn a_slip_in_a_name_is_met_with_the_right_one() {
    let error = datasets::get("halfyear_trades").unwrap_err();
    assert!(error.to_string().contains("did you mean `halfyear_trade`?"), "{error}");
    let error = dataset("paper_table1").frame().unwrap_err();
    assert!(error.to_string().contains("records()"), "{error}");
}

#[test]
fn every_data_set_says_what_a_reader_must_know() {
    let mut names = BTreeSet::new();
    for dataset in datasets::all().unwrap() {
        assert!(names.insert(dataset.name()), "two data sets are named {}", dataset.name());
        let words = [dataset.title(), dataset.description(), dataset.terms(), dataset.unit(), dataset.vintage()];
        assert!(words.iter().all(|text| !text.trim().is_empty()), "{}", dataset.name());
        assert!(!dataset.sources().is_empty(), "{}", dataset.name());
        assert!(dataset.sources().iter().all(|source| !source.title.is_empty() && !source.path.is_empty()));
        let header: Vec<String> = dataset.records().unwrap().names().map(str::to_owned).collect();
        let fields: Vec<String> = dataset.fields().iter().map(|field| field.name.clone()).collect();
        assert_eq!(header, fields, "{}", dataset.name());
        assert!(dataset.fields().iter().all(|field| !field.description.is_empty()));
        match dataset.shape() {
            Shape::Frame => assert!(dataset.frame().unwrap().rows() > 0),
            Shape::Records => assert!(!dataset.records().unwrap().is_empty()),
        }
    }
}

#[test]
fn every_number_of_a_wide_table_has_exactly_one_source() {
    for dataset in datasets::all().unwrap().iter().filter(|d| d.shape() == Shape::Frame) {
        let frame = dataset.frame().unwrap();
        let sources = dataset.cell_sources().unwrap();
        for source in &sources {
            assert!(frame.column(&source.column).is_ok(), "{} {source:?}", dataset.name());
            assert!(!source.source.is_empty() && !source.source_url.is_empty() && source.first <= source.last);
        }
        for column in frame.names() {
            for (i, cell) in frame.column(column).unwrap().iter().enumerate() {
                let period: Period = frame.calendar().stamp(i).to_string().parse().unwrap();
                let count = sources.iter().filter(|s| s.column == column && s.covers(period)).count();
                assert_eq!(count, usize::from(cell.is_some()), "{} {column} {period}", dataset.name());
            }
        }
    }
}

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

#[test]
fn the_reported_years_are_43_without_a_gap() {
    let reported = frame("china_reported_annual");
    for flow in ["nk_exports_to_china", "nk_imports_from_china"] {
        let series = reported.series(flow).unwrap();
        assert_eq!(
            (series.start().to_string(), series.end().to_string(), series.len()),
            ("1978".into(), "2020".into(), 43)
        );
    }
    // The paper rounds to a million and prints its own vintage: except for the hole of 2009 and the provisional 2015
    // they agree to two million.
    let annual = frame("paper_trade_annual");
    for year in (2002..=2015).map(|year| year.to_string()).filter(|year| year != "2009") {
        let (a, b) = (at(&annual, "nk_imports_from_china", &year), at(&reported, "nk_imports_from_china", &year));
        assert!((a.unwrap() - b.unwrap()).abs() <= 2.0, "imports {year}");
        let (a, b) = (at(&annual, "nk_exports_to_china", &year), at(&reported, "nk_exports_to_china", &year));
        assert_eq!((a.unwrap() - b.unwrap()).abs() <= 2.0, year != "2015", "exports {year}");
    }
}

#[test]
fn a_derived_second_half_is_the_year_minus_the_first() {
    let halves = frame("halfyear_trade");
    let years = frame("china_reported_annual");
    let sources = dataset("halfyear_trade").cell_sources().unwrap();
    let mut derived = 0;
    for flow in ["nk_exports_to_china", "nk_imports_from_china"] {
        for year in (2003..=2013).chain(2017..=2019) {
            let (first, second) = (format!("{year}H1"), format!("{year}H2"));
            let rest = at(&years, flow, &year.to_string()).unwrap() - at(&halves, flow, &first).unwrap();
            let source = |half: &str| {
                let half: Period = half.parse().unwrap();
                sources.iter().find(|s| s.column == flow && s.covers(half)).unwrap()
            };
            // The file keeps two decimals; a back-cast first half was subtracted before it was rounded itself.
            let rounding = if source(&first).status == "backcast" { 0.01 } else { 0.005 };
            assert!((at(&halves, flow, &second).unwrap() - rest).abs() < rounding + 1e-9, "{flow} {second}");
            let source = source(&second);
            assert_eq!((source.status.as_str(), source.is_derived()), ("difference", true));
            derived += 1;
        }
        for half in ["2014H1", "2014H2", "2015H1", "2015H2", "2016H1", "2016H2"] {
            assert_eq!(at(&halves, flow, half), None, "a gap stays a gap");
        }
        let gap = halves.series(flow).unwrap_err();
        assert!(gap.kind() == ErrorKind::Gap && gap.to_string().contains("2014H1"), "{gap}");
    }
    assert_eq!(derived, 28);
    let backcast: BTreeSet<String> =
        sources.iter().filter(|s| s.status == "backcast").map(|s| s.first.to_string()).collect();
    assert_eq!(backcast.into_iter().collect::<Vec<_>>(), ["2003H1", "2005H1", "2007H1"]);
}

#[test]
fn a_backcast_first_half_follows_from_the_next_years_growth() {
    let halves = frame("halfyear_trade");
    // KITA's growth of 2004H1, customs' of 2006H1 and IFES' of 2008H1, percent, as printed.
    for (flow, half, base, growth) in [
        ("nk_exports_to_china", "2003H1", "2004H1", 59.5),
        ("nk_imports_from_china", "2003H1", "2004H1", 28.0),
        ("nk_exports_to_china", "2005H1", "2006H1", -14.6),
        ("nk_imports_from_china", "2005H1", "2006H1", 13.5),
        ("nk_exports_to_china", "2007H1", "2008H1", 13.5),
        ("nk_imports_from_china", "2007H1", "2008H1", 31.1),
    ] {
        let back = at(&halves, flow, base).unwrap() / (1.0 + growth / 100.0);
        assert!((at(&halves, flow, half).unwrap() - back).abs() < 0.00501, "{flow} {half}");
    }
    // KITA printed the total of 2003H1 as well: 377.83.
    let total =
        at(&halves, "nk_exports_to_china", "2003H1").unwrap() + at(&halves, "nk_imports_from_china", "2003H1").unwrap();
    assert!((total - 377.83).abs() < 0.05);
}

#[test]
fn anthracite_and_iron_ore_keep_their_gaps_and_bounds() {
    let anthracite = frame("anthracite_annual");
    let revenue = anthracite.column("revenue").unwrap();
    let known = [
        None,
        None,
        None,
        None,
        Some(96.53),
        Some(162.61),
        None,
        Some(265.0),
        Some(386.19),
        Some(1126.85),
        Some(1189.79),
        Some(1373.71),
        Some(1132.18),
        Some(1049.8),
    ];
    assert_eq!(revenue, known);
    assert_eq!(at(&anthracite, "paper_unit_price", "2013"), Some(83.3));
    assert_eq!(at(&anthracite, "paper_volume", "2014"), Some(15430.0));
    assert_eq!(at(&anthracite, "volume", "2012"), Some(11807.0));
    let ore = frame("iron_ore_annual");
    assert_eq!(at(&ore, "volume", "2015"), None);
    assert_eq!(at(&ore, "volume_below", "2015"), Some(1500.0));
    let status = |column| {
        dataset("iron_ore_annual").cell_source(column, Period::annual(2015)).unwrap().map(|source| source.status)
    };
    assert_eq!(status("volume_below").as_deref(), Some("bound"));
    assert_eq!(status("unit_price_end_of_year_around").as_deref(), Some("bound"));
    assert_eq!(status("volume"), None);
}

#[test]
fn published_figures_keep_every_vintage_and_its_page() {
    let figures = dataset("published_figures").records().unwrap();
    assert_eq!(figures.len(), 503);
    let ids: BTreeSet<String> = figures.iter().map(|figure| text(figure, "id")).collect();
    assert_eq!(ids.len(), 503);
    for figure in figures.iter() {
        let id = text(figure, "id");
        assert!(text(figure, "source_url").starts_with("http"), "{id}");
        let (first, last): (Period, Period) =
            (text(figure, "first_month").parse().unwrap(), text(figure, "last_month").parse().unwrap());
        let months = last.since(first).unwrap() + 1;
        match text(figure, "kind").as_str() {
            "month" => assert_eq!(months, 1, "{id}"),
            "quarter" => assert_eq!(months, 3, "{id}"),
            "half-year" => assert_eq!(months, 6, "{id}"),
            "annual" => assert_eq!(months, 12, "{id}"),
            "year-to-date" => assert!((2..12).contains(&months), "{id}"),
            other => panic!("{id}: kind {other}"),
        }
        let scale = if text(figure, "unit") == "t" { 1e-3 } else { 1.0 };
        let (value, common) =
            (figure.number("value").unwrap().unwrap(), figure.number("value_common").unwrap().unwrap());
        assert!((value * scale - common).abs() <= 1e-12 * common.abs(), "{id}");
    }
    let totals_of_2016 = figures
        .iter()
        .filter(|figure| text(*figure, "series") == "china_nk_trade" && text(*figure, "period") == "2016")
        .count();
    assert_eq!(totals_of_2016, 3);
}

#[test]
fn interkorean_trade_has_the_papers_row_and_others() -> Result<(), Error> {
    let rows = dataset("interkorean_annual").records()?;
    let paper: BTreeMap<String, Option<f64>> = rows
        .iter()
        .filter(|row| text(*row, "vintage") == "paper")
        .map(|row| (text(row, "period"), row.number("value").unwrap()))
        .collect();
    assert_eq!(paper, printed_row(1, "ROK"));
    assert!(rows.len() > paper.len());
    Ok(())
}
