//! One direction's result in the common form.

use super::super::time_varying::critical;
use super::bootstrap::FEWEST_DATES;
use super::law::Standard;
use super::result::{PanelTest, Question};
use super::words;
use crate::hypothesis::{CriticalValue, NullDistribution, Setting};
use crate::table::NumberFormat;
use crate::{Note, Outcome, PValue, Sample, Stamp, TestReport};

/// The levels of the critical values.
const LEVELS: [f64; 3] = [0.10, 0.05, 0.01];

/// Every convention of one direction, the headline first. `common` are the dates from which a bootstrap draws.
pub(super) fn reports(
    test: &PanelTest,
    standard: Option<&Standard>,
    question: &Question<'_>,
    common: Option<usize>,
) -> Vec<TestReport> {
    let (null, alternative) = words::hypotheses(test);
    let settings = settings(test, question);
    let report = |convention, outcome: Outcome, critical_values, notes: Vec<Note>| TestReport {
        test: "dumitrescu-hurlin",
        convention,
        null: null.clone(),
        alternative: alternative.clone(),
        outcome,
        critical_values,
        sample: sample(test),
        settings: settings.clone(),
        notes: question.notes.iter().cloned().chain(notes).collect(),
    };
    let Some((wbar, standard)) = test.wbar.zip(standard) else {
        let because = words::not_identified(test);
        let none = |convention| report(convention, Outcome::NotApplicable { because: because.clone() }, vec![], vec![]);
        return ["Ztilde", "Zbar"].map(none).into();
    };
    let unbalanced = || Outcome::NotApplicable {
        because: "not identified: Z̄ is defined for units of one length, and T differs".into(),
    };
    let normal = |symbol, statistic: f64| {
        let distribution = NullDistribution::Normal;
        let p = distribution.p_value(statistic).map_or(PValue::Above(0.0), PValue::Exact);
        Outcome::Computed { symbol, statistic, distribution, p }
    };
    let (ztilde, zbar) = (standard.ztilde(wbar), standard.zbar(wbar));
    let mut reports = Vec::new();
    if question.draws.is_some() {
        let drawn = |of: &dyn Fn(f64) -> f64| {
            let mut law: Vec<f64> = test.draws.iter().map(|wbar| of(*wbar)).collect();
            law.sort_by(f64::total_cmp);
            law
        };
        let boot = |convention, symbol, statistic: f64, law: Vec<f64>, two_sided: bool| {
            if law.is_empty() {
                let because = format!(
                    "not identified: {} dates have residuals of all units, {FEWEST_DATES} are needed",
                    common.unwrap_or_default()
                );
                return report(convention, Outcome::NotApplicable { because }, vec![], vec![]);
            }
            let size = if two_sided { statistic.abs() } else { statistic };
            let below = law.partition_point(|drawn| *drawn < size);
            let outcome = Outcome::Computed {
                symbol,
                statistic,
                distribution: NullDistribution::NonStandard("bootstrap-panel", "bootstrap law"),
                p: PValue::Approximate((1 + law.len() - below) as f64 / (1 + law.len()) as f64),
            };
            let values = CriticalValue::at_levels(&LEVELS, |level| critical(&law, level).filter(|v| v.is_finite()));
            report(convention, outcome, values, negative(two_sided, statistic))
        };
        reports.push(boot("Ztilde-bootstrap", "Z̃", ztilde, drawn(&|w| standard.ztilde(w).abs()), true));
        if let Some(zbar) = zbar {
            let of = |w| standard.zbar(w).map_or(f64::INFINITY, f64::abs);
            reports.push(boot("Zbar-bootstrap", "Z̄", zbar, drawn(&of), true));
        }
        reports.push(boot("Wbar-bootstrap", "W̄", wbar, drawn(&|w| w), false));
    }
    let notes = |statistic: f64| {
        let mut notes = negative(true, statistic);
        if question.draws.is_none() {
            notes.extend(dependent(test));
        }
        notes
    };
    reports.push(report("Ztilde", normal("Z̃", ztilde), vec![], notes(ztilde)));
    reports.push(match zbar {
        Some(zbar) => report("Zbar", normal("Z̄", zbar), vec![], notes(zbar)),
        None => report("Zbar", unbalanced(), vec![], vec![]),
    });
    reports
}

/// A two-sided test may reject where nothing speaks for causality.
fn negative(two_sided: bool, statistic: f64) -> Vec<Note> {
    let note = "A negative Z means that the units' statistics are smaller than without causality they would be: whatever its \
                p-value, it does not speak for causality.";
    if two_sided && statistic < 0.0 { vec![Note::new(note)] } else { Vec::new() }
}

/// The normal law takes the units for independent.
fn dependent(test: &PanelTest) -> Option<Note> {
    let cd = test.dependence.filter(|cd| cd.p_value < 0.05)?;
    Some(Note::new(format!(
        "The normal law takes the units' errors for independent, and these are not: Pesaran's CD of {}'s residuals is {} ({}), the \
         mean |correlation| {}. Ask for the bootstrap.",
        test.effect,
        NumberFormat::Decimals(2).format(cd.statistic),
        PValue::Exact(cd.p_value),
        NumberFormat::Decimals(2).format(cd.mean_abs_correlation),
    )))
}

/// From the first row of any unit to the last, and rows in all.
fn sample(test: &PanelTest) -> Sample {
    let samples = || test.units.iter().map(|unit| unit.sample);
    let period = |stamp: Stamp| match stamp {
        Stamp::Period(period) => Some(period),
        Stamp::Row(_) => None,
    };
    let first =
        samples().filter_map(|one| period(one.first)).reduce(|a, b| if b < a { b } else { a }).map(Stamp::Period);
    let last = samples().filter_map(|one| period(one.last)).reduce(|a, b| if b > a { b } else { a }).map(Stamp::Period);
    let none = Stamp::Row(0);
    Sample { first: first.unwrap_or(none), last: last.unwrap_or(none), n: samples().map(|one| one.n).sum() }
}

fn settings(test: &PanelTest, question: &Question<'_>) -> Vec<Setting> {
    let rows = || test.units.iter().map(|unit| unit.sample.n);
    let (least, most) = (rows().min().unwrap_or(0), rows().max().unwrap_or(0));
    let rows = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let mut settings = vec![
        Setting::new("lags", test.lags.to_string(), question.chosen_by.clone()),
        Setting::new("units", format!("{} ({})", test.units.len(), test.kind), ""),
        Setting::new("rows of each unit", rows, ""),
    ];
    if let Some(draws) = question.draws {
        settings.extend([
            Setting::new("draws", draws.count.to_string(), "user"),
            Setting::or_default("rows drawn together", draws.block, 1),
            Setting::or_default("seed", draws.seed, 1),
        ]);
    }
    settings
}
