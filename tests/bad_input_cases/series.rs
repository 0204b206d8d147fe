use yalu::series::{Aggregation, Calendar, align, seasonal_dummies, trend};
use yalu::{Error, ErrorKind, Frame, Frequency, Period, Series};

fn annual(name: &str, start: i32, values: &[f64]) -> Series {
    Series::new(name, Period::annual(start), values.to_vec()).unwrap()
}

#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, Error>, kind: ErrorKind, text: &str) {
    let error = result.unwrap_err();
    assert_eq!(error.to_string(), text);
    assert_eq!(error.kind(), kind);
}

#[test]
fn no_values_or_no_numbers() {
    refused(Series::new("x", Period::annual(2010), vec![]), ErrorKind::Sample, "`x` has no observations");
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        refused(
            Series::new("x", Period::annual(2010), vec![1.0, value]),
            ErrorKind::NonFinite,
            &format!("`x` is {value} in 2011 — leave a missing value out of the series, or give the sample without it"),
        );
        refused(
            Frame::new(Calendar::Rows, 1).with_column("x", vec![Some(value)]),
            ErrorKind::NonFinite,
            "column `x` is not finite at 1 — a missing cell is `None`, not NaN",
        );
    }
}

#[test]
fn transforms_outside_their_domain() {
    let x = annual("x", 2010, &[1.0, 0.0, 2.0]);
    refused(
        x.log(),
        ErrorKind::Argument,
        "log of `x` needs positive values; it is 0 in 2011 — choose a sample without it, or use the series in levels",
    );
    refused(
        annual("x", 2010, &[-1.5, 1.0]).dlog(),
        ErrorKind::Argument,
        "dlog of `x` needs positive values; it is -1.5 in 2010 — choose a sample without it, or use the series in levels",
    );
    refused(
        x.growth(),
        ErrorKind::Argument,
        "growth of `x` from 0 in 2011 has no meaning — use `diff`, or choose a sample in which every value is positive",
    );
    refused(
        x.rebase(Period::annual(2011), 100.0),
        ErrorKind::Argument,
        "`x` is zero in the base period 2011 — choose another base",
    );
    refused(
        x.over(&x),
        ErrorKind::Argument,
        "`x` cannot be divided by `x`, which is zero in 2011 — choose a sample without it",
    );
    refused(x.seasonal_diff(), ErrorKind::Frequency, "`x` is annual and has no seasons — use `diff`");
    refused(
        x.diff(0),
        ErrorKind::Argument,
        "a difference of order 0 is the series itself — give an order of 1 or more",
    );
    refused(
        seasonal_dummies(x.start(), 3),
        ErrorKind::Frequency,
        "annual data have no seasons — leave the dummies out",
    );
    refused(trend(x.start(), 0), ErrorKind::Sample, "`trend` has no observations");
}

#[test]
fn too_short() {
    let x = annual("x", 2010, &[1.0, 2.0]);
    refused(x.diff(2), ErrorKind::Sample, "diff of `x` needs 3 observations, found 2 — use a longer sample");
    refused(
        x.diff(usize::MAX),
        ErrorKind::Sample,
        &format!("diff of `x` needs {} observations, found 2 — use a longer sample", usize::MAX),
    );
    let month = Series::new("m", "2010-05".parse().unwrap(), vec![1.0; 12]).unwrap();
    refused(
        month.seasonal_diff(),
        ErrorKind::Sample,
        "sdiff of `m` needs 13 observations, found 12 — use a longer sample",
    );
    refused(
        month.aggregate(Frequency::Annual, Aggregation::Sum),
        ErrorKind::Sample,
        "`m` covers no complete annual period (2010-05 to 2011-04 (n = 12)) — use a longer sample",
    );
    refused(
        x.aggregate(Frequency::Monthly, Aggregation::Sum),
        ErrorKind::Frequency,
        "`x` is annual and cannot be aggregated to monthly — choose a lower frequency",
    );
}

#[test]
fn overflow() {
    let huge = annual("x", 2010, &[f64::MAX, -f64::MAX]);
    refused(
        huge.diff(1),
        ErrorKind::NonFinite,
        "`diff(x)` leaves the range of numbers in 2011 — rescale the series, or choose a sample without that value",
    );
    assert!(huge.plus(&huge).is_err() && huge.times(&huge).is_err());
    assert!(annual("x", 2010, &[1e-300, 1e300]).growth().is_err());
    assert!(huge.map("sqrt", f64::sqrt).is_err());
    refused(
        huge.lag(usize::MAX),
        ErrorKind::Argument,
        &format!("`lag(x, {})` moves the series out of the calendar — use a shorter lag", usize::MAX),
    );
}

#[test]
fn dates_that_do_not_fit() {
    let (x, z) = (annual("x", 2010, &[1.0, 2.0]), annual("z", 2013, &[3.0]));
    let quarter = Series::new("q", "2010Q1".parse().unwrap(), vec![1.0]).unwrap();
    refused(
        x.at(Period::annual(2012)),
        ErrorKind::Sample,
        "`x` has no value in 2012 — choose a date within 2010 to 2011",
    );
    refused(
        x.window(Period::annual(2009), Period::annual(2010)),
        ErrorKind::Sample,
        "`x` has no value in 2009 — choose a date within 2010 to 2011",
    );
    refused(
        x.window(Period::annual(2011), Period::annual(2010)),
        ErrorKind::Argument,
        "the sample 2011 to 2010 ends before it begins — give the earlier date first",
    );
    refused(
        x.at("2010Q1".parse().unwrap()),
        ErrorKind::Frequency,
        "2010Q1 is quarterly and 2010 is annual — write the date at the data's own frequency",
    );
    refused(
        align(&[&x, &z]),
        ErrorKind::Sample,
        "the series have no date in common: `x` 2010 to 2011, `z` 2013 to 2013 — choose series that overlap",
    );
    refused(
        align(&[&x, &quarter]),
        ErrorKind::Frequency,
        "`x` is annual and `q` is quarterly — aggregate the more frequent one",
    );
    assert_eq!(Frame::from_series(&[x.clone(), quarter]).unwrap_err().kind(), ErrorKind::Frequency);
    refused(
        Frame::from_series(&[x.clone(), annual("far", 2_000_000, &[1.0])]),
        ErrorKind::Calendar,
        "`far` begins in 2000000, too far from the frame — check the dates",
    );
}

#[test]
fn frames() {
    let frame = Frame::new(Calendar::From(Period::annual(2010)), 3)
        .with_column("imports", vec![Some(1.0), None, Some(2.0)])
        .unwrap();
    refused(
        frame.series("imports"),
        ErrorKind::Gap,
        "`imports` has no value in 2011 — choose a sample without the gap; nothing is filled in silently",
    );
    refused(
        frame.select(&["import"]),
        ErrorKind::Name,
        "there is no column `import` — did you mean `imports`? (columns: imports)",
    );
    refused(
        frame.select(&["imports", "imports"]),
        ErrorKind::Name,
        "there are two columns named `imports` — rename one",
    );
    refused(
        frame.window(Period::annual(2010), Period::annual(2013)),
        ErrorKind::Sample,
        "the frame has no row 2013 — choose a date within 2010 to 2012",
    );
    refused(
        frame.clone().with_column("y", vec![None]),
        ErrorKind::Sample,
        "column `y` has 1 rows where the frame has 3 — give one cell for every row, `None` where a value is missing",
    );
    refused(
        frame.map("imports", "root", |v| (v - 2.0).sqrt()),
        ErrorKind::NonFinite,
        "column `root` is not finite at 2010 — a missing cell is `None`, not NaN",
    );
    let rows = Frame::new(Calendar::Rows, 1).with_column("x", vec![Some(1.0)]).unwrap();
    refused(
        rows.series("x"),
        ErrorKind::Calendar,
        "`x` has no dates: this table has row numbers only — name the column of dates",
    );
    assert!(Frame::from_series(&[]).is_err());
}
