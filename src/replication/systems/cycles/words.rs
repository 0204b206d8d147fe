//! Causality by the length of the cycle in words.

use super::{CycleEvidence, Cycles, FrequencyPoint};
use crate::replication::causality::Form;
use crate::replication::words::listed;

impl CycleEvidence {
    /// A sentence for each sample.
    pub fn in_words(&self, level: f64) -> Vec<String> {
        self.curves.chunk_by(|a, b| a.sample == b.sample).map(|curves| of_sample(curves, level)).collect()
    }
}

/// The points of one direction.
type Points = fn(&Cycles) -> &[FrequencyPoint];

fn of_sample(curves: &[Cycles], level: f64) -> String {
    let ways: [(&str, Points); 2] = [
        ("exports → imports", |curve| curve.result.forward().points()),
        ("imports → exports", |curve| curve.result.backward().points()),
    ];
    let clauses: Vec<String> = ways.iter().map(|(way, points)| clause(way, curves, *points, level)).collect();
    format!("On \"{}\": {}.", curves[0].title, clauses.join("; "))
}

fn clause(way: &str, curves: &[Cycles], points: Points, level: f64) -> String {
    let found: Vec<String> = curves
        .iter()
        .filter_map(|curve| {
            let form = if curve.form == Form::LogChanges { "in changes" } else { "in logs with a further lag" };
            cycles(points(curve).iter().filter(|point| point.p_value < level)).map(|at| format!("{form} at {at}"))
        })
        .collect();
    if found.is_empty() {
        let all = curves.iter().flat_map(points).map(|point| point.p_value);
        return format!("{way} at no cycle in either form (smallest p {:.3})", all.fold(f64::INFINITY, f64::min));
    }
    format!("{way} {}", found.join(", "))
}

/// `the trend and at cycles of 20, 10 and 6 years`.
fn cycles<'a>(points: impl Iterator<Item = &'a FrequencyPoint>) -> Option<String> {
    let (trend, cycles): (Vec<&FrequencyPoint>, Vec<&FrequencyPoint>) = points.partition(|point| point.omega == 0.0);
    let years: Vec<String> = cycles.iter().map(|point| format!("{:.0}", point.cycle())).collect();
    match (trend.is_empty(), years.is_empty()) {
        (true, true) => None,
        (false, true) => Some("the trend".to_owned()),
        (true, false) => Some(format!("cycles of {} years", listed(&years))),
        (false, false) => Some(format!("the trend and at cycles of {} years", listed(&years))),
    }
}
