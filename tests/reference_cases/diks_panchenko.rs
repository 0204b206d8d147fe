//! Diks and Panchenko's statistic against the authors' program and numpy; its size, and that of Hiemstra and Jones's.

use yalu::causality::{DiksPanchenko, TwoWayResult};
use yalu::resampling::{Rate, Streams};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

const CONVENTIONS: [(&str, &str); 2] = [("diks-panchenko", "dp"), ("hiemstra-jones", "hj")];

fn series(fixture: &Fixture, name: &str) -> Series {
    let start = if name.starts_with('d') { "1959-Q2" } else { "1700-Q1" };
    let cells = fixture.text_column(name).iter().filter(|cell| !cell.is_empty());
    let values = cells.map(|cell| cell.parse().expect("a number")).collect();
    Series::new(name, start.parse().expect("a quarter"), values).expect("a series")
}

#[test]
fn the_authors_program_and_numpy() {
    let fixture = Fixture::load("diks_panchenko");
    let mut compared = 0;
    for [x, y] in [["u", "v"], ["dgdp", "dcons"]] {
        let (x, y) = (series(&fixture, x), series(&fixture, y));
        let question = DiksPanchenko::cause(&x).effect(&y);
        for m in 1..=3 {
            let runs: [(&str, DiksPanchenko<'_>); 4] = [
                ("eps1.5", question.clone().epsilon(1.5)),
                ("eps1", question.clone().epsilon(1.0)),
                ("rule", question.clone()),
                ("var2_eps1.5", question.clone().epsilon(1.5).prewhiten(2)),
            ];
            for (label, test) in runs {
                let place = format!("{label}.{}->{}.m{m}", x.name(), y.name());
                if fixture.find(&format!("{place}.dp")).is_some() {
                    compared += compare(&fixture, label, m, &test.lags(m).run().expect("a result"));
                }
            }
        }
    }
    assert_eq!(compared, fixture.keys().len());
}

fn compare(fixture: &Fixture, label: &str, m: usize, result: &TwoWayResult) -> usize {
    let mut compared = 0;
    for test in result.tests() {
        for (convention, key) in CONVENTIONS {
            let key = format!("{label}.{}->{}.m{m}.{key}", test.cause(), test.effect());
            assert_digits(test.statistic(convention).expect("a number"), fixture.expected(&key), 9.0, &key);
            let key = format!("{key}_p");
            assert_digits(test.p_value(convention).expect("a number"), fixture.expected(&key), 9.0, &key);
            compared += 2;
        }
    }
    compared
}

/// The design of Diks and Panchenko: the past of v moves the variance of u and of v, that of u moves nothing, so that u → v
/// is a true null. By our own simulation, as a share of samples in which each statistic rejects.
fn rejections(n: usize, draws: u64, weight: f64) -> [Rate; 2] {
    let mut counts = [0; 2];
    for draw in 0..draws {
        let mut stream = Streams::new(6).replication(draw);
        let mut last = 0.0_f64;
        let pair = (0..n).map(|_| {
            let size = (1.0 + weight * last * last).sqrt();
            let u = size * stream.standard_normal();
            last = size * stream.standard_normal();
            (u, last)
        });
        let (u, v): (Vec<f64>, Vec<f64>) = pair.unzip();
        let series = |name: &str, values| Series::new(name, Period::annual(1), values).expect("a series");
        let (u, v) = (series("u", u), series("v", v));
        let result = DiksPanchenko::cause(&u).effect(&v).run().expect("a result");
        for (count, (convention, _)) in counts.iter_mut().zip(CONVENTIONS) {
            *count += usize::from(result.forward().p_value(convention).expect("a number") < 0.05);
        }
    }
    counts.map(|count| Rate { count, replications: draws as usize })
}

#[test]
fn a_true_null_is_not_rejected_too_often() {
    let [ours, _] = rejections(100, 300, 0.4);
    assert!(ours.value() < 0.05 && ours.count > 0, "{ours}");
    let [ours, other] = rejections(600, 40, 0.4);
    assert!(ours.value() < 0.05 + 4.0 * 0.035, "{ours}");
    assert!(other.count >= ours.count, "{ours} {other}");
}
