//! How often monitoring calls a change where there is none, and how soon where there is one: our own simulation.

use yalu::breaks::{Monitor, MonitorTest};
use yalu::resampling::{Rate, Streams};
use yalu::{Design, Period, Series};

const HISTORY: usize = 100;
const ROWS: usize = 300;

/// False alarms and the rows from the change to the alarm, of a rise of the mean by `step` with row 151.
fn watch(test: MonitorTest, seed: u64, draws: usize, step: f64) -> (Rate, Vec<i64>) {
    let start = Period::annual(1000);
    let mut delays = Vec::new();
    for draw in 0..draws {
        let mut stream = Streams::new(seed).replication(draw as u64);
        let x: Vec<f64> = (0..ROWS).map(|_| stream.standard_normal()).collect();
        let y = (0..ROWS).map(|t| stream.standard_normal() + if t < 150 { 0.0 } else { step }).collect();
        let (x, y) = (Series::new("x", start, x).unwrap(), Series::new("y", start, y).unwrap());
        let all = Design::of(&y).constant().regressor(&x).build().unwrap();
        let history = all.rows(0..HISTORY).unwrap();
        let monitor = Monitor::test(&history, test);
        let monitor = if test.is_moving() { monitor.window(0.5).period(4) } else { monitor };
        let mut watch = monitor.start().unwrap();
        watch.push_all(&all.rows(HISTORY..ROWS).unwrap()).unwrap();
        if let Some(date) = watch.detection() {
            let yalu::Stamp::Period(seen) = date.first_after else { panic!("a period") };
            delays.push(seen.since(start).unwrap() - 149);
        }
    }
    delays.sort_unstable();
    (Rate { count: delays.len(), replications: draws }, delays)
}

#[test]
fn false_alarms() {
    for test in MonitorTest::ALL {
        let (rate, _) = watch(test, 1, 500, 0.0);
        println!("{test}: {rate}");
        // Of sums and recursive estimates the level is that of watching for ever; the small history adds to that of windows.
        assert!(rate.value() < 0.05 + 3.0 * rate.std_error() + 0.02, "{test}: {rate}");
        assert!(rate.value() > 0.003, "{test}: {rate}");
    }
}

#[test]
fn a_rise_is_seen() {
    for test in MonitorTest::ALL {
        let (rate, delays) = watch(test, 2, 200, 1.0);
        let median = delays[delays.len() / 2];
        println!("{test}: {rate}, after {median} rows in the middle");
        assert!(rate.value() > 0.9 && (5..60).contains(&median), "{test}: {rate} {median}");
    }
}

/// A mean with a history of 12 rows, watched to row 36: s from so few rows gives more false alarms than the level says, which a note tells.
#[test]
fn a_short_history_gives_more_alarms() {
    let draws = 1000;
    let mut counts = [0; 4];
    for draw in 0..draws {
        let mut stream = Streams::new(6).replication(draw as u64);
        let y = (0..36).map(|_| stream.standard_normal()).collect();
        let y = Series::new("y", Period::annual(1900), y).unwrap();
        let all = Design::of(&y).constant().build().unwrap();
        let history = all.rows(0..12).unwrap();
        for (count, test) in counts.iter_mut().zip(MonitorTest::ALL) {
            let monitor = Monitor::test(&history, test);
            let monitor = if test.is_moving() { monitor.window(0.5).period(4) } else { monitor };
            let mut watch = monitor.start().unwrap();
            watch.push_all(&all.rows(12..36).unwrap()).unwrap();
            *count += usize::from(watch.detection().is_some());
        }
    }
    let rates = counts.map(|count| Rate { count, replications: draws });
    println!("{}", rates.map(|rate| rate.to_string()).join(", "));
    assert!(rates.iter().all(|rate| rate.value() > 0.03 && rate.value() < 0.2), "{rates:?}");
}
