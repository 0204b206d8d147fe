//! Transforms and summaries against values worked out by hand.

use super::{Aggregation, Calendar, trend};
use crate::{Frame, Frequency, Period, Series};

fn annual(values: &[f64]) -> Series {
    Series::new("x", Period::annual(2010), values.to_vec()).unwrap()
}

#[test]
fn names_dates_and_history() {
    let x = annual(&[1.0, 2.0, 4.0, 8.0]);
    let y = x.log().unwrap().diff(2).unwrap().lag(1).unwrap();
    assert_eq!(y.name(), "lag(diff(diff(log(x))), 1)");
    assert_eq!(y.sample().to_string(), "2013 to 2014 (n = 2)");
    assert_eq!(y.history(), ["natural logarithm", "first difference", "first difference", "moved 1 period(s) later"]);
    assert_eq!(x.lead(1).unwrap().start(), Period::annual(2009));
}

#[test]
fn growth_is_in_percent() {
    let growth = annual(&[4.0, 5.0, 4.0]).growth().unwrap();
    assert_eq!(growth.name(), "growth(x)");
    assert_eq!(growth.start(), Period::annual(2011));
    assert_eq!(growth.values(), [25.0, 100.0 * (4.0 / 5.0 - 1.0)]);
}

#[test]
fn an_index_is_its_level_in_the_base() {
    let index = annual(&[50.0, 80.0, 40.0]).rebase(Period::annual(2011), 100.0).unwrap();
    assert_eq!(index.values(), [62.5, 100.0, 50.0]);
    assert_eq!(index.name(), "x (2011 = 100)");
}

#[test]
fn seasons_a_year_apart() {
    let x = Series::new("x", "2010Q2".parse().unwrap(), vec![1.0, 2.0, 3.0, 4.0, 6.0, 9.0]).unwrap();
    let change = x.seasonal_diff().unwrap();
    assert_eq!((change.name(), change.start().to_string().as_str()), ("sdiff(x)", "2011Q2"));
    assert_eq!(change.values(), [5.0, 7.0]);
}

#[test]
fn flows_prices_and_stocks() {
    let x = Series::new("x", "2010Q2".parse().unwrap(), (1..=10).map(f64::from).collect()).unwrap();
    let aggregate = |how| x.aggregate(Frequency::HalfYearly, how).unwrap();
    assert_eq!(aggregate(Aggregation::Sum).values(), [5.0, 9.0, 13.0, 17.0]);
    assert_eq!(aggregate(Aggregation::Mean).values(), [2.5, 4.5, 6.5, 8.5]);
    assert_eq!(aggregate(Aggregation::End).values(), [3.0, 5.0, 7.0, 9.0]);
    assert_eq!(aggregate(Aggregation::Sum).start().to_string(), "2010H2");
    assert_eq!(
        aggregate(Aggregation::End).history(),
        ["half-yearly end-of-period value; incomplete and left out: 2010H1, 2012H2"]
    );
}

#[test]
fn a_frame_grows_with_its_series_and_keeps_their_history() {
    let x = annual(&[1.0, 2.0, 3.0]);
    let frame = Frame::from_series(&[x.diff(1).unwrap(), x.lead(2).unwrap(), x.clone()]).unwrap();
    assert_eq!(frame.calendar(), Calendar::From(Period::annual(2008)));
    assert_eq!(frame.column("diff(x)").unwrap(), [None, None, None, Some(1.0), Some(1.0)]);
    assert_eq!(frame.series("diff(x)").unwrap(), x.diff(1).unwrap());
    let part = frame.window(Period::annual(2010), Period::annual(2011)).unwrap();
    assert_eq!(part.column("lead(x, 2)").unwrap(), [Some(3.0), None]);
    assert_eq!(part.select(&["x"]).unwrap().names().collect::<Vec<_>>(), ["x"]);
}

#[test]
fn a_trend_counts_from_one() {
    assert_eq!(trend(Period::annual(2010), 3).unwrap().values(), [1.0, 2.0, 3.0]);
}

/// Quartiles of type 7 by hand: with n = 6 they stand at 1.25, 2.5 and 3.75 steps after the smallest of 2 4 4 5 7 9.
#[test]
fn summary_statistics() {
    let cells = [None, Some(9.0), Some(2.0), None, None, Some(4.0), Some(5.0), Some(4.0), Some(7.0), None];
    let frame = Frame::new(Calendar::From(Period::annual(2001)), 10).with_column("x", cells.to_vec()).unwrap();
    let description = frame.describe();
    assert_eq!(description.frequency, Some(Frequency::Annual));
    let x = &description.columns[0];
    assert_eq!((x.n, x.missing), (6, 4));
    assert_eq!((x.q1, x.median, x.q3), (Some(4.0), Some(4.5), Some(6.5)));
    assert_eq!((x.min, x.max, x.first, x.last), (Some(2.0), Some(9.0), Some(9.0), Some(7.0)));
    assert_eq!(x.sample.unwrap().to_string(), "2002 to 2009 (n = 6)");
    let gaps: Vec<String> = x.gaps.iter().map(|(a, b)| format!("{a} to {b}")).collect();
    assert_eq!(gaps, ["2004 to 2005"]);
    // Σx = 31, Σx² = 191: mean 31/6, variance (191 − 31²/6)/5.
    assert!((x.mean.unwrap() - 31.0 / 6.0).abs() < 1e-15);
    assert!((x.std_dev.unwrap() - ((191.0 - 961.0 / 6.0) / 5.0_f64).sqrt()).abs() < 1e-14);
}

/// A large constant takes no digit from the standard deviation, and no intermediate sum overflows.
#[test]
fn moments_of_awkward_numbers() {
    let describe = |values: &[f64]| {
        let cells = values.iter().map(|v| Some(*v)).collect();
        Frame::new(Calendar::Rows, values.len()).with_column("x", cells).unwrap().describe().columns.remove(0)
    };
    assert_eq!(describe(&[1e9 + 1.0, 1e9 + 2.0, 1e9 + 3.0]).std_dev, Some(1.0));
    assert_eq!(describe(&[f64::MAX, f64::MAX]).mean, Some(f64::MAX));
    assert_eq!(describe(&[-f64::MAX, f64::MAX]).median, Some(0.0));
    assert_eq!(describe(&[5.0]).std_dev, None);
    assert_eq!(describe(&[]).mean, None);
}
