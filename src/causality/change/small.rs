//! What the test of a change does in a sample as small as the one at hand.

use super::super::aligned::Aligned;
use super::super::equation::{self, Roles};
use super::super::robust;
use super::super::size::World;
use super::super::spec::{Spec, slices};
use super::{CausalityChange, Others};
use crate::regression::{Covariance, NestedComparison};
use crate::resampling::{Rate, Remembered, Streams};
use crate::{Design, Error, Note};

/// Below this number of rows a report says how the test behaves.
const SMALL: usize = 20;
const DRAWS: usize = 1000;

/// What F of a change does at 5 % in independent series; `None` in a sample that is not small.
///
/// # Errors
/// If the fixed terms cannot be had.
pub(super) fn note(
    question: &CausalityChange<'_>,
    aligned: &Aligned,
    roles: &Roles,
    before: usize,
) -> Result<Option<Note>, Error> {
    let spec = &question.spec;
    let depth = roles.depth(aligned.given().len());
    let rows = aligned.len() - depth;
    if rows >= SMALL {
        return Ok(None);
    }
    let fixed = spec.fixed(aligned, depth)?;
    let worlds: &[World] =
        if spec.extra > 0 { &[World::RandomWalks] } else { &[World::WhiteNoise, World::RandomWalks] };
    let rates: Vec<String> = worlds
        .iter()
        .map(|world| format!("{} of samples of {world}", remembered(question, aligned, roles, &fixed, before, *world)))
        .collect();
    Ok(Some(Note::new(format!(
        "on only {rows} rows F at a nominal 5 % finds a change where there is none in {} ({DRAWS} draws of {} series, seed {})",
        rates.join(" and "),
        aligned.series.len(),
        spec.seed
    ))))
}

/// The simulation, once in a process for all questions that differ in their data alone.
fn remembered(
    question: &CausalityChange<'_>,
    aligned: &Aligned,
    roles: &Roles,
    fixed: &[(String, Vec<f64>)],
    before: usize,
    world: World,
) -> Rate {
    // By everything in words and the numbers of the fixed terms.
    static DONE: Remembered<(String, Vec<u64>), Rate> = Remembered::new();
    let sizes = (question.spec.seed, aligned.len(), aligned.series.len(), before);
    let model = (world, roles, question.others, question.covariance);
    let names: Vec<&str> = fixed.iter().map(|(name, _)| name.as_str()).collect();
    let numbers = fixed.iter().flat_map(|(_, values)| values).map(|value| value.to_bits());
    let key = (format!("{sizes:?} {model:?} {names:?}"), numbers.collect());
    DONE.or_compute(key, || simulate(question, aligned, roles, fixed, before, world))
}

fn simulate(
    question: &CausalityChange<'_>,
    aligned: &Aligned,
    roles: &Roles,
    fixed: &[(String, Vec<f64>)],
    before: usize,
    world: World,
) -> Rate {
    let Spec { seed, .. } = question.spec;
    let (length, count, tested) = (aligned.len(), aligned.series.len(), roles.tested.lags().len());
    let may = |column: usize, all: usize| match question.others {
        _ if column + tested >= all => true,
        Others::MayChange => true,
        Others::Constant => fixed.get(column).is_some_and(|(name, _)| name == Design::INTERCEPT),
        Others::Fixed => false,
    };
    let mut values = vec![0.0; length * count];
    let mut rejected = 0;
    for draw in 0..DRAWS {
        let mut stream = Streams::new(seed).replication(draw as u64);
        values.chunks_exact_mut(length).for_each(|series| world.fill(&mut stream, series));
        let series: Vec<&[f64]> = values.chunks_exact(length).collect();
        let fixed = slices(fixed);
        let base = equation::columns(roles, [0, 1], &fixed, &series);
        let y = &series[1][length - base[0].len()..];
        let changes: Vec<Vec<f64>> =
            (0..base.len()).filter(|j| may(*j, base.len())).map(|j| after(base[j], before)).collect();
        let columns: Vec<&[f64]> = base.iter().copied().chain(changes.iter().map(Vec::as_slice)).collect();
        let kept = columns.len() - tested;
        let p = if question.covariance == Covariance::Classical {
            let name = |_: usize| String::new();
            NestedComparison::of_columns(&columns[..kept], &columns[kept..], y, name).map_or(1.0, |test| test.f_p)
        } else {
            robust::p_values(&columns, y, tested, question.covariance)[0]
        };
        rejected += usize::from(p < 0.05);
    }
    Rate { count: rejected, replications: DRAWS }
}

/// The column from the date on, zero before it.
fn after(column: &[f64], before: usize) -> Vec<f64> {
    let mut changed = column.to_vec();
    changed[..before].fill(0.0);
    changed
}
