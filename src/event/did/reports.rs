//! The tests of δ, and what a reader must know of them.

use super::differences::Differences;
use super::{DifferenceInDifferences, Posed, draws, leads};
use crate::dist::student_t;
use crate::hypothesis::{NullDistribution, Setting};
use crate::table::NumberFormat;
use crate::{Note, Outcome, PValue, TestReport};

/// Below this many units, or that many in a group, a note has the simulated size of the clustered test.
const FEW: [usize; 2] = [40, 10];

/// Every test of δ, the headline first.
pub(super) fn of(question: &DifferenceInDifferences, posed: &Posed, differences: &Differences) -> Vec<TestReport> {
    let (units, periods, treated) = (differences.units(), posed.units.periods(), differences.treated);
    let controls = units - treated;
    let contrast = differences.contrast();
    let factors = [1 + periods, units + periods].map(|k| leads::factor(units, periods, k));
    let lone = if treated == 1 { Some("treated unit") } else { (controls == 1).then_some("control") };
    let alone = lone.map(|which| {
        format!("not identified: with one {which} its residual is zero, and the variance leaves its error out (Conley and Taber 2011)")
    });
    let still = (!differences.varies()).then(|| "not identified: within the groups all units change alike".to_owned());
    let few = (units < 3).then(|| "not identified: two units have no spread".to_owned());
    let t = |variance: f64, df: f64| {
        let statistic = contrast.delta / variance.sqrt();
        let p = PValue::Exact(student_t::two_sided(statistic, df));
        Outcome::Computed { symbol: "t", statistic, distribution: NullDistribution::StudentT(df), p }
    };
    let drawn = |drawn: draws::Drawn, name, title| Outcome::Computed {
        symbol: if name == "permutation" { "|δ|" } else { "t" },
        statistic: if name == "permutation" {
            differences.measured(contrast.delta.abs())
        } else {
            contrast.delta / (factors[0] * contrast.clustered()).sqrt()
        },
        distribution: NullDistribution::NonStandard(name, title),
        p: if drawn.all { PValue::Exact(drawn.p) } else { PValue::Approximate(drawn.p) },
    };
    let unless = |refusals: &[&Option<String>], outcome: &dyn Fn() -> Outcome| match refusals
        .iter()
        .find_map(|refusal| refusal.as_ref())
    {
        Some(because) => Outcome::NotApplicable { because: because.clone() },
        None => outcome(),
    };
    let clusters = (units - 1) as f64;
    let signs = (few.is_none() && alone.is_none() && still.is_none())
        .then(|| draws::signs(differences, question.draws, question.seed));
    let labels = (few.is_none()).then(|| draws::labels(differences, question.draws, question.seed));
    let made = |drawn: Option<draws::Drawn>| match drawn {
        Some(drawn) if drawn.all => vec![Setting::new("draws", format!("all {}", drawn.draws), "")],
        Some(drawn) => {
            vec![Setting::or_default("draws", drawn.draws, 9999), Setting::or_default("seed", question.seed, 1)]
        }
        None => vec![],
    };
    let covariance =
        |what: &str, k: usize| vec![Setting::new("covariance", format!("{what}, G/(G−1)·(n−1)/(n−k), k = {k}"), "")];
    let mut outcomes = vec![
        (
            "cluster",
            unless(&[&few, &alone, &still], &|| t(factors[0] * contrast.clustered(), clusters)),
            covariance("clustered by unit", 1 + periods),
        ),
        (
            "cluster-dummies",
            unless(&[&few, &alone, &still], &|| t(factors[1] * contrast.clustered(), clusters)),
            covariance("clustered by unit", units + periods),
        ),
        ("collapsed", unless(&[&few, &still], &|| t(contrast.pooled(), clusters - 1.0)), vec![]),
        (
            "welch",
            unless(&[&few, &alone, &still], &|| {
                let (variance, df) = contrast.welch();
                t(variance, df)
            }),
            vec![],
        ),
    ];
    let by_signs = signs.map(|signs| drawn(signs, "wild-cluster-bootstrap", "wild cluster bootstrap"));
    outcomes.push((
        "wild-bootstrap",
        unless(&[&few, &alone, &still], &|| by_signs.clone().unwrap_or_else(never)),
        made(signs),
    ));
    let by_labels = labels.map(|labels| drawn(labels, "permutation", "permutation of units"));
    outcomes.push(("permutation", unless(&[&few], &|| by_labels.clone().unwrap_or_else(never)), made(labels)));
    if alone.is_some() {
        outcomes.rotate_right(1);
    }
    let notes = notes(posed, differences, labels, factors[0]);
    let outcome = &posed.units.outcome;
    let group = in_words(posed);
    let date = question.date;
    outcomes
        .into_iter()
        .map(|(convention, result, more)| TestReport {
            test: "difference-in-differences",
            convention,
            null: format!("{outcome} of {group} changed at {date} as that of the {controls} controls did"),
            alternative: format!("{outcome} of {group} changed at {date} otherwise than that of the controls"),
            outcome: result,
            critical_values: vec![],
            sample: posed.units.sample(),
            settings: [
                Setting::new("treated", treated.to_string(), "user"),
                Setting::new("controls", controls.to_string(), ""),
                Setting::new("periods before", posed.before.to_string(), ""),
            ]
            .into_iter()
            .chain(more)
            .collect(),
            notes: notes.clone(),
        })
        .collect()
}

/// Stands where a refusal has been given already.
fn never() -> Outcome {
    Outcome::NotApplicable { because: "not identified".into() }
}

/// The treated units by name, or how many there are.
pub(super) fn in_words(posed: &Posed) -> String {
    let names = &posed.units.names[..posed.treated];
    if names.len() <= 3 { names.join(", ") } else { format!("{} treated units", names.len()) }
}

fn notes(posed: &Posed, differences: &Differences, labels: Option<draws::Drawn>, factor: f64) -> Vec<Note> {
    let (units, treated) = (differences.units(), differences.treated);
    let least = treated.min(units - treated);
    let mut notes = posed.units.notes.clone();
    if let Some(labels) = labels.filter(|labels| labels.all) {
        // The mirror image of a choice of half the units has the same |δ|.
        let own = if 2 * treated == units { 2.0 } else { 1.0 };
        let smallest = own / labels.draws as f64;
        if smallest > 0.01 {
            let reach = if smallest > 0.05 { ": 5 % cannot be reached" } else { "" };
            let smallest = NumberFormat::Decimals(4).format(smallest);
            notes.push(Note::new(format!(
                "{treated} of {units} units can be chosen in {} ways: no p-value of the permutation is below {smallest}{reach}",
                labels.draws
            )));
        }
    }
    if least == 1 {
        notes.push(Note::new(
            "one unit makes a group: clustering, Welch's test and the wild bootstrap see no error of it. The permutation is exact where it could \
             as well have been any other unit; `collapsed` where changes are normal with one variance",
        ));
    } else if (units < FEW[0] || least < FEW[1]) && units > 2 {
        let rate = draws::size(units, treated, factor);
        let percent = NumberFormat::Decimals(1).format(100.0 * rate.value());
        notes.push(Note::new(format!(
            "{treated} treated units and {} controls: in {} simulated samples in which nothing happened, of independent normal units of \
             one variance, the clustered t rejects at 5 % in {percent} %; the permutation and `collapsed` do in no more than 5 %",
            units - treated,
            rate.replications
        )));
        if least <= 5 {
            notes.push(Note::new(
                "with few units in a group the wild bootstrap rejects too seldom or too often (MacKinnon and Webb 2017): look at the permutation",
            ));
        }
    }
    notes
}
