//! What is asked of a series: one null for each frequency, and two joint ones.

use super::Roots;
use super::statistics::Statistics;
use crate::Frequency;
use crate::table::NumberFormat;

/// One of the questions: its name, the roots, and where its statistic is.
pub(super) struct Question {
    pub(super) convention: &'static str,
    pub(super) roots: Roots,
    /// What the null says the series has, and what the alternative says it is.
    pub(super) has: String,
    pub(super) is: String,
    pub(super) statistic: Box<dyn Fn(&Statistics) -> f64>,
}

/// The conventions of the pairs.
const PAIRS: [&str; 5] = ["F3:4", "F5:6", "F7:8", "F9:10", "F11:12"];

/// The headline first.
pub(super) fn questions(frequency: Frequency) -> Vec<Question> {
    let per_year = frequency.per_year();
    let periods = match frequency {
        Frequency::Monthly => "months",
        Frequency::Quarterly => "quarters",
        Frequency::HalfYearly | Frequency::Annual => "half-years",
    };
    let cycle = |length: f64| {
        let decimals = if length.fract() == 0.0 { 0 } else { 1 };
        format!("{} {periods}", NumberFormat::Decimals(decimals).format(length))
    };
    let question = |convention, roots, has: String, is: String, statistic: Box<dyn Fn(&Statistics) -> f64>| Question {
        convention,
        roots,
        has,
        is,
        statistic,
    };
    let single = |convention, roots, at: String, i: usize| {
        let (has, is) = (format!("has a unit root at {at}"), format!("is stationary at {at}"));
        question(convention, roots, has, is, Box::new(move |s: &Statistics| s.t[i]))
    };
    let zero = single("t1", Roots::Zero, "the zero frequency".into(), 0);
    let pi = single("t2", Roots::Pi, format!("cycles of {}", cycle(2.0)), 1);
    let (seasonal, all) = match frequency {
        Frequency::Monthly => ("F2:12", "F1:12"),
        Frequency::Quarterly => ("F2:4", "F1:4"),
        Frequency::HalfYearly | Frequency::Annual => ("F2:2", "F1:2"),
    };
    let pairs = (1..per_year / 2).zip(PAIRS).map(|(pair, convention)| {
        let at = format!("cycles of {}", cycle(per_year as f64 / pair as f64));
        let (has, is) = (format!("has a pair of unit roots at {at}"), format!("is stationary at {at}"));
        question(convention, Roots::Pair, has, is, Box::new(move |s: &Statistics| s.pairs[pair - 1]))
    });
    let seasonal = question(
        seasonal,
        Roots::AllSeasonal,
        "has unit roots at all seasonal frequencies".into(),
        "is stationary at a seasonal frequency at least".into(),
        Box::new(|s: &Statistics| s.seasonal),
    );
    let all = question(
        all,
        Roots::All,
        "has unit roots at all frequencies, zero and seasonal".into(),
        "is stationary at a frequency at least".into(),
        Box::new(|s: &Statistics| s.all),
    );
    // Half-yearly data have one seasonal root, so that the joint F would be the square of its t.
    let first = if frequency == Frequency::HalfYearly { vec![pi, zero] } else { vec![seasonal, zero, pi] };
    first.into_iter().chain(pairs).chain([all]).collect()
}
