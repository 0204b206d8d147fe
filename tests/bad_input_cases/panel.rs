//! Panels and the test of them: what is refused, and what is not identified.

use yalu::causality::{Criterion, DumitrescuHurlin};
use yalu::resampling::Streams;
use yalu::series::{CsvOptions, DateColumn};
use yalu::{Error, ErrorKind, Frame, HypothesisTest, Outcome, Panel, Period, Series};

use crate::expect::refused;

fn read(text: &str) -> Result<Panel, Error> {
    Panel::from_csv_text(text, "firms.csv", "firm", &CsvOptions::default())
}

#[test]
fn files_that_are_no_panel() {
    let missing_name = "firm,year,x\nA,2001,1\n,2002,2\n";
    refused(read(missing_name), ErrorKind::Name, &["firms.csv, line 3", "which unit"]);
    let twice = "firm,year,x\nA,2001,1\nB,2001,5\nA,2001,2\n";
    refused(read(twice), ErrorKind::Calendar, &["line 4", "unit `A`", "2001 stands here and in line 2"]);
    let unsorted = "firm,year,x\nA,2002,1\nA,2001,2\nB,2001,2\nB,2002,2\n";
    refused(read(unsorted), ErrorKind::Calendar, &["line 3", "unit `A`", "turn the order of the rows"]);
    let mixed = "firm,year,x\nA,2001,1\nA,2002,2\nB,2001Q1,2\nB,2001Q2,3\n";
    refused(read(mixed), ErrorKind::Frequency, &["firms.csv", "unit `B` is quarterly where `A` is annual"]);
    // Days of months show their frequency by their spacing, unit by unit.
    let spaced = "firm,date,x\nA,2001-01-31,1\nA,2001-02-28,2\nB,2001-03-31,2\nB,2001-06-30,3\n";
    refused(read(spaced), ErrorKind::Frequency, &["unit `B` is quarterly where `A` is monthly"]);
    let other_name = "who,year,x\nA,2001,1\n";
    refused(read(other_name), ErrorKind::Name, &["no column `firm`", "who, year, x"]);
    let no_dates = "firm,sales,x\nA,1.5,1\nA,2.5,2\n";
    refused(read(no_dates), ErrorKind::Calendar, &["need dates", "--date"]);
    let text = "firm,year,x\nA,2001,many\n";
    refused(read(text), ErrorKind::Csv, &["line 2", "`x`", "many"]);
    let none = CsvOptions::default().date(DateColumn::None);
    let result = Panel::from_csv_text("firm,year,x\nA,2001,1\n", "firms.csv", "firm", &none);
    refused(result, ErrorKind::Calendar, &["need dates"]);
    refused(Panel::read_csv("no such file", "firm", &CsvOptions::default()), ErrorKind::Io, &["no such file"]);
}

#[test]
fn dates_need_not_stand_first() {
    let panel = read("code,firm,year,x\n7,A,2001,1\n7,A,2002,2\n8,B,2001,3\n").expect("a panel");
    assert_eq!((panel.units().len(), panel.rows()), (2, 3));
    assert_eq!(panel.frame("A").expect("a unit").names().collect::<Vec<_>>(), ["code", "x"]);
    let named = CsvOptions::default().date(DateColumn::Named("when".into()));
    let panel = Panel::from_csv_text("firm,x,when\nA,1,2001\nA,3,2003\n", "f.csv", "firm", &named).expect("a panel");
    assert!(panel.notes().iter().any(|note| note.text().contains("no row for 2002")), "{:?}", panel.notes());
    refused(panel.expression("x"), ErrorKind::Gap, &["unit `A`", "2002"]);
}

#[test]
fn units_that_make_no_panel() {
    let frame = |start: Period| Frame::from_series(&[Series::new("x", start, vec![1.0, 2.0]).unwrap()]).unwrap();
    let annual = || frame(Period::annual(2001));
    let pair = |a: &str, b: &str| vec![(a.to_owned(), annual()), (b.to_owned(), annual())];
    refused(Panel::new("firm", Vec::new()), ErrorKind::Sample, &["no units"]);
    refused(Panel::new("firm", pair("A", "A")), ErrorKind::Name, &["two units `A`"]);
    refused(Panel::new("firm", pair("A", " ")), ErrorKind::Name, &["has no name"]);
    let monthly = frame("2001-01".parse().unwrap());
    let units = vec![("A".to_owned(), annual()), ("B".to_owned(), monthly)];
    refused(Panel::new("firm", units), ErrorKind::Frequency, &["`B` is monthly where `A` is annual"]);
    let rows = Frame::new(yalu::series::Calendar::Rows, 2).with_column("x", vec![Some(1.0), Some(2.0)]).unwrap();
    refused(Panel::new("firm", vec![("A".into(), rows)]), ErrorKind::Calendar, &["unit `A` has no dates"]);

    let panel = Panel::new("firm", pair("A", "B")).unwrap();
    refused(panel.clone().without(&["C"]), ErrorKind::Name, &["no unit `C`", "A, B"]);
    refused(panel.clone().without(&["A", "B"]), ErrorKind::Sample, &["no unit is left"]);
    let year = |year| Some(Period::annual(year));
    refused(panel.clone().window(year(2005), None), ErrorKind::Sample, &["unit `A`", "2001 to 2002"]);
    refused(panel.clone().window(year(2002), year(2001)), ErrorKind::Sample, &["unit `A`"]);
    refused(panel.clone().window(Some("2001-02".parse().unwrap()), None), ErrorKind::Frequency, &["unit `A`"]);
    refused(panel.clone().derive("y", |x| x.diff(1)), ErrorKind::Name, &["unit `A`", "no column `y`"]);
    assert_eq!(panel.derive("x", |x| x.diff(1)).unwrap().expression("diff(x)").unwrap()[1].values(), [1.0]);
}

/// Units of these lengths; noise.
fn noise(lengths: &[usize]) -> Vec<(String, [Vec<f64>; 2])> {
    let unit = |(number, n): (usize, &usize)| {
        let mut stream = Streams::new(4).replication(number as u64);
        let mut column = || (0..*n).map(|_| stream.standard_normal()).collect::<Vec<f64>>();
        (format!("unit {number}"), [column(), column()])
    };
    lengths.iter().enumerate().map(unit).collect()
}

fn panel(units: &[(String, [Vec<f64>; 2])], starts: &[i32]) -> Panel {
    let unit = |((name, [x, y]), start): (&(String, [Vec<f64>; 2]), &i32)| {
        let series = |name: &str, values: &[f64]| Series::new(name, Period::annual(*start), values.to_vec()).unwrap();
        (name.clone(), Frame::from_series(&[series("x", x), series("y", y)]).unwrap())
    };
    Panel::new("firm", units.iter().zip(starts).map(unit).collect()).unwrap()
}

fn test() -> DumitrescuHurlin {
    DumitrescuHurlin::cause("x").effect("y")
}

#[test]
fn short_units_are_named_and_nothing_is_identified() {
    for (length, lags) in [(8, 1), (11, 2), (1, 1), (2, 5), (9, usize::MAX)] {
        let panel = panel(&noise(&[40, length, 40]), &[1950; 3]);
        let result = test().lags(lags).bootstrap(99).run(&panel).expect("a result");
        let Outcome::NotApplicable { because } = result.forward().report().outcome else { panic!("{result}") };
        assert!(because.contains(&format!("`unit 1`: T = {length}")), "{because}");
        assert_eq!((result.forward().wbar(), result.forward().cross_dependence()), (None, None));
        assert!(result.in_words(0.05).unwrap().contains("neither direction is identified"));
    }
    // One period more, and it is.
    let panel = panel(&noise(&[40, 9, 40]), &[1950; 3]);
    let result = test().bootstrap(99).run(&panel).expect("a result");
    assert!(result.forward().statistic("Ztilde").is_some());
    let because = |convention: &str| match &result.forward().convention(convention).unwrap().outcome {
        Outcome::NotApplicable { because } => because.clone(),
        Outcome::Computed { .. } => String::new(),
    };
    assert!(because("Zbar").contains("units of one length"));
    assert!(because("Ztilde-bootstrap").contains("8 dates have residuals of all units, 10 are needed"));
}

#[test]
fn units_in_which_nothing_can_be_estimated() {
    let mut units = noise(&[20, 20]);
    units[1].1[0].fill(2.5);
    refused(test().run(&panel(&units, &[1950; 2])), ErrorKind::Constant, &["unit `unit 1`", "`x` does not vary"]);
    let mut units = noise(&[20, 20]);
    units[0].1[0] = units[0].1[1].iter().map(|y| 2.0 * y).collect();
    refused(test().run(&panel(&units, &[1950; 2])), ErrorKind::Collinear, &["unit `unit 0`", "lag(x, 1)"]);
    // Only the last value of x differs, which no lag reaches.
    let mut units = noise(&[20, 20]);
    units[1].1[0].fill(2.5);
    units[1].1[0][19] = 3.0;
    refused(test().run(&panel(&units, &[1950; 2])), ErrorKind::Collinear, &["unit `unit 1`", "does not vary"]);
    // An effect that its lags reproduce leaves no error.
    let mut units = noise(&[20, 20]);
    let x = units[0].1[0].clone();
    units[0].1[1] = std::iter::once(0.3).chain(x[..19].iter().copied()).collect();
    let exact = panel(&units, &[1950; 2]);
    let result = test().run(&exact).expect("a result");
    let Outcome::NotApplicable { because } = result.forward().report().outcome else { panic!("{result}") };
    assert!(because.contains("`unit 0`: the lags reproduce the effect exactly"), "{because}");
    refused(test().select(Criterion::Aic, 2).run(&exact), ErrorKind::Collinear, &["unit `unit 0`", "exactly"]);
}

#[test]
fn arguments_out_of_range() {
    let panel = panel(&noise(&[20, 30]), &[1950; 2]);
    refused(test().lags(0).run(&panel), ErrorKind::Argument, &["at least one lag"]);
    refused(test().select(Criterion::Bic, 0).run(&panel), ErrorKind::Argument, &["at least one lag"]);
    let long = test().select(Criterion::Bic, 5);
    refused(long.run(&panel), ErrorKind::Sample, &["`unit 0` has 20", "need 21 periods", "try 4 lags at most"]);
    refused(test().select(Criterion::Bic, usize::MAX).run(&panel), ErrorKind::Sample, &["`unit 0` has 20"]);
    refused(test().bootstrap(98).run(&panel), ErrorKind::Argument, &["98 draws", "99 or more"]);
    refused(test().bootstrap(99).block(0).run(&panel), ErrorKind::Argument, &["blocks of 0 rows"]);
    refused(test().bootstrap(99).block(20).run(&panel), ErrorKind::Argument, &["blocks of 20 rows out of 19 dates"]);
    assert!(test().bootstrap(99).block(19).threads(0).run(&panel).is_ok());
    refused(DumitrescuHurlin::cause("z").effect("y").run(&panel), ErrorKind::Name, &["no column `z`"]);
    refused(DumitrescuHurlin::cause("x").effect("x").run(&panel), ErrorKind::Name, &["`x` stands twice"]);
    let result = test().run(&panel).unwrap();
    for level in [0.0, 1.0, f64::NAN] {
        refused(result.in_words(level), ErrorKind::Argument, &["between 0 and 1"]);
    }
    refused(result.unit("unit 9"), ErrorKind::Name, &["no unit `unit 9`"]);
}

#[test]
fn constructed_series_are_refused() {
    let rows = |firm: &str, add: u64| {
        let mut stream = Streams::new(6).replication(add);
        let line = |year: i32| format!("{firm},{year},{},{}\n", stream.standard_normal(), stream.standard_normal());
        (1990..2010).map(line).collect::<String>()
    };
    let text = format!("firm,year,x_disaggregated,y\n{}{}", rows("A", 1), rows("B", 2));
    let panel = read(&text).expect("a panel");
    let test = DumitrescuHurlin::cause("x_disaggregated").effect("y");
    refused(test.clone().run(&panel), ErrorKind::Argument, &["unit `A`", "constructed", "--accept-constructed-data"]);
    let log = DumitrescuHurlin::cause("diff(x_disaggregated)").effect("y");
    refused(log.run(&panel), ErrorKind::Argument, &["constructed"]);
    let result = test.accept_constructed_data().run(&panel).expect("insisted");
    assert!(result.reports().iter().all(|report| report.notes.iter().any(|note| note.text().contains("constructed"))));
}
