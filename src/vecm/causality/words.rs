//! Both directions in words.

use super::direction::VecmDirection;
use crate::table::NumberFormat;
use crate::{Outcome, TestReport};

/// One paragraph at this level, by F.
pub(super) fn verdict(forward: &VecmDirection, backward: &VecmDirection, rank: usize, level: f64) -> String {
    let percent = NumberFormat::Significant(3).format(100.0 * level);
    let percent = if percent.contains('.') { percent.trim_end_matches('0').trim_end_matches('.') } else { &percent };
    let sample = forward.long_run().first().map(|report| report.sample.to_string()).unwrap_or_default();
    let relations = if rank == 1 { "1 relation".to_owned() } else { format!("{rank} relations") };
    format!(
        "At {percent} %, given {relations}, {sample}. {} {} That an effect adjusts to a relation says that it answers to \
         the gap, not which series opened it; what is not rejected is not shown to be absent.",
        direction(forward, level),
        direction(backward, level),
    )
}

/// `exports → imports: short run supported (F(2, 90) = 4.1, p = 0.02); long run …`.
fn direction(one: &VecmDirection, level: f64) -> String {
    let parts = [
        ("short run", one.short_run()),
        ("long run", one.long_run()),
        ("both together", one.joint()),
        ("the levels' lags", one.granger()),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter_map(|(name, reports)| Some(format!("{name} {}", found(reports.first()?, level))))
        .collect();
    let dissent = one.long_run().iter().find(|report| report.convention == "lr-johansen").and_then(|lr| {
        let (by_f, by_lr) = (one.long_run().first()?.rejects(level)?, lr.rejects(level)?);
        (by_f != by_lr).then(|| {
            format!(
                " By Johansen's likelihood ratio ({}) weak exogeneity of {} {}.",
                numbers(lr),
                one.effect(),
                if by_lr { "is rejected" } else { "is not rejected" }
            )
        })
    });
    format!("{} → {}: {}.{}", one.cause(), one.effect(), parts.join("; "), dissent.unwrap_or_default())
}

fn found(report: &TestReport, level: f64) -> String {
    match (&report.outcome, report.rejects(level)) {
        (Outcome::NotApplicable { because }, _) => format!("not tested ({because})"),
        (_, Some(true)) => format!("supported ({})", numbers(report)),
        _ => format!("not supported ({})", numbers(report)),
    }
}

fn numbers(report: &TestReport) -> String {
    match &report.outcome {
        Outcome::Computed { statistic, distribution, p, .. } => {
            let p = NumberFormat::PValue.format(p.value());
            let p = if p.starts_with('<') { p.replace('<', "p < ") } else { format!("p = {p}") };
            format!("{distribution} = {}, {p}", NumberFormat::Decimals(3).format(*statistic))
        }
        Outcome::NotApplicable { because } => because.clone(),
    }
}
