use proptest::prelude::*;
use yalu::series::{Aggregation, align, seasonal_dummies};
use yalu::{Frame, Frequency, Series};

use crate::period::period;

fn series(values: impl Strategy<Value = f64>) -> impl Strategy<Value = Series> {
    (period(), prop::collection::vec(values, 1..60))
        .prop_map(|(start, values)| Series::new("x", start, values).unwrap())
}

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-12 * scale
}

proptest! {
    #[test]
    fn a_lead_undoes_a_lag(x in series(any::<i32>().prop_map(f64::from)), k in 0..200_usize) {
        let back = x.lag(k).unwrap().lead(k).unwrap();
        prop_assert_eq!(back.start(), x.start());
        prop_assert_eq!(back.values(), x.values());
        // The lag is read off by date: its value at t is the series' value k periods before.
        let lagged = x.lag(k).unwrap();
        prop_assert_eq!(lagged.at(x.end().plus(k as i64)).unwrap(), x.at(x.end()).unwrap());
    }

    #[test]
    fn differences_add_up_to_the_change(x in series(-1e6..1e6_f64)) {
        prop_assume!(x.len() > 1);
        let total: f64 = x.diff(1).unwrap().values().iter().sum();
        prop_assert!(close(total, x.values()[x.len() - 1] - x.values()[0], 1e8));
        if x.len() > 2 {
            let (second, twice) = (x.diff(2).unwrap(), x.diff(1).unwrap().diff(1).unwrap());
            prop_assert_eq!(second, twice);
        }
    }

    #[test]
    fn growth_and_dlog_say_the_same(x in series(1e-3..1e6_f64)) {
        prop_assume!(x.len() > 1);
        let (growth, dlog) = (x.growth().unwrap(), x.dlog().unwrap());
        prop_assert_eq!(growth.start(), dlog.start());
        for (g, d) in growth.values().iter().zip(dlog.values()) {
            prop_assert!(close(*g, 100.0 * (d.exp() - 1.0), 100.0 * (1.0 + d.exp())));
        }
        let logs = x.log().unwrap().diff(1).unwrap();
        prop_assert_eq!(logs.values(), dlog.values());
    }

    #[test]
    fn sums_keep_the_total_of_complete_periods(x in series(-1e6..1e6_f64), target in crate::period::frequency()) {
        if target >= x.frequency() {
            prop_assert!(x.aggregate(target, Aggregation::Sum).is_err());
            return Ok(());
        }
        let complete = x.sample_of_complete(target);
        match x.aggregate(target, Aggregation::Sum) {
            Ok(sums) => {
                let (from, to) = complete.expect("something was aggregated");
                let parts: f64 = x.window(from, to).unwrap().values().iter().sum();
                prop_assert!(close(sums.values().iter().sum(), parts, 1e8));
                let means = x.aggregate(target, Aggregation::Mean).unwrap();
                let ratio = (x.frequency().per_year() / target.per_year()) as f64;
                for (sum, mean) in sums.values().iter().zip(means.values()) {
                    prop_assert!(close(*sum, ratio * mean, 1e8));
                }
                let ends = x.aggregate(target, Aggregation::End).unwrap();
                prop_assert_eq!(*ends.values().last().unwrap(), x.at(to).unwrap());
                prop_assert_eq!(sums.start(), from.convert(target).unwrap());
                prop_assert_eq!(sums.end(), to.convert(target).unwrap());
            }
            Err(_) => prop_assert_eq!(complete, None),
        }
    }

    #[test]
    fn aligned_series_share_their_dates(x in series(-1e6..1e6_f64), shift in -70_i64..70) {
        let y = Series::new("y", x.start().plus(shift), x.values().to_vec()).unwrap();
        match align(&[&x, &y]) {
            Ok(both) => {
                prop_assert_eq!(both[0].sample(), both[1].sample());
                prop_assert_eq!(both[0].len() as u64, x.len() as u64 - shift.unsigned_abs());
                for t in 0..both[0].len() as i64 {
                    let date = both[0].start().plus(t);
                    prop_assert_eq!(both[1].at(date).unwrap(), y.at(date).unwrap());
                }
            }
            Err(_) => prop_assert!(shift.unsigned_abs() >= x.len() as u64),
        }
        // A frame keeps every date of either, and gives both back as they were.
        let frame = Frame::from_series(&[x.clone(), y.clone()]).unwrap();
        prop_assert_eq!(frame.series("x").unwrap(), x);
        prop_assert_eq!(frame.series("y").unwrap(), y);
    }

    #[test]
    fn one_season_at_a_time(start in period(), n in 1..60_usize) {
        if start.frequency() == Frequency::Annual {
            prop_assert!(seasonal_dummies(start, n).is_err());
            return Ok(());
        }
        let dummies = seasonal_dummies(start, n).unwrap();
        for t in 0..n {
            let date = start.plus(t as i64);
            let on: f64 = dummies.iter().map(|d| d.at(date).unwrap()).sum();
            prop_assert_eq!(on, if date.part() == 1 { 0.0 } else { 1.0 });
        }
    }

    #[test]
    fn a_description_is_finite_and_in_order(cells in prop::collection::vec(prop::option::of(prop::num::f64::NORMAL | prop::num::f64::ZERO), 0..40)) {
        let frame = Frame::new(yalu::series::Calendar::Rows, cells.len()).with_column("x", cells).unwrap();
        let x = &frame.describe().columns[0];
        let numbers = [x.min, x.q1, x.median, x.q3, x.max];
        prop_assert_eq!(x.n + x.missing, frame.rows());
        prop_assert!(numbers.iter().all(|v| v.is_some() == (x.n > 0) && v.is_none_or(f64::is_finite)));
        prop_assert!(numbers.windows(2).all(|pair| pair[0] <= pair[1]));
        prop_assert!(x.mean.is_some() == (x.n > 0) && x.mean.is_none_or(f64::is_finite) && x.std_dev.is_none_or(|v| v.is_finite() && v >= 0.0));
    }
}

/// The parts of the complete longer periods inside a series, found by looking at every date.
trait Complete {
    fn sample_of_complete(&self, target: Frequency) -> Option<(yalu::Period, yalu::Period)>;
}

impl Complete for Series {
    fn sample_of_complete(&self, target: Frequency) -> Option<(yalu::Period, yalu::Period)> {
        let inside = |date: yalu::Period| self.at(date).is_ok();
        let whole: Vec<yalu::Period> = yalu::Period::range(self.start(), self.end())
            .unwrap()
            .filter(|date| {
                let long = date.convert(target).unwrap();
                inside(long.first(date.frequency()).unwrap()) && inside(long.last(date.frequency()).unwrap())
            })
            .collect();
        Some((*whole.first()?, *whole.last()?))
    }
}
