//! The series to check the paper against.

use std::collections::{BTreeMap, BTreeSet};

use yalu::{Error, ErrorKind, Period};

use super::{at, dataset, frame, printed_row, text};

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
