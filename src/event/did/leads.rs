//! The event study: period by period, and whether the groups went apart before the date.

use super::Posed;
use super::differences::Differences;
use super::result::StudyPoint;
use crate::dist::student_t;
use crate::hypothesis::NullDistribution;
use crate::linalg::Cholesky;
use crate::resampling::{Rate, Streams, all_threads, spread};
use crate::{Error, Outcome, PValue};

/// Each period against the last before the date, and the tests of those before it.
pub(super) struct Study {
    pub rows: Vec<StudyPoint>,
    /// Leads tested.
    pub leads: usize,
    /// Clustered, then Hotelling's; without leads neither.
    pub tests: Option<[Outcome; 2]>,
    /// How often the clustered F rejects at 5 % where nothing happened, if units are few.
    pub size: Option<Rate>,
}

/// Below this many units the size is simulated.
const FEW: usize = 60;
const SIMULATED: usize = 400;

pub(super) fn study(posed: &Posed) -> Result<Study, Error> {
    let (units, periods) = (posed.units.names.len(), posed.units.periods());
    let base = posed.before - 1;
    let both = posed.treated.min(units - posed.treated) > 1;
    // δ of every period but the base, and the effects of periods.
    let factor = factor(units, periods, 2 * periods - 1);
    let mut rows = Vec::with_capacity(periods);
    let mut leads = Vec::new();
    for row in 0..periods {
        let (period, horizon) = (posed.units.period(row), row as i64 - posed.before as i64);
        if row == base {
            let none = StudyPoint {
                period,
                horizon,
                estimate: 0.0,
                std_error: None,
                p_value: None,
                conf_low: None,
                conf_high: None,
            };
            rows.push(none);
            continue;
        }
        let differences = Differences::of(posed, base..base + 1, row..row + 1)?;
        let contrast = differences.contrast();
        let (variance, df) = if both {
            (factor * contrast.clustered(), (units - 1) as f64)
        } else {
            (contrast.pooled(), units as f64 - 2.0)
        };
        let estimate = differences.measured(contrast.delta);
        let error = (units > 2 && differences.varies()).then(|| differences.measured(variance.sqrt()));
        let reach = error.map(|error| error * student_t::isf(0.025, df));
        rows.push(StudyPoint {
            period,
            horizon,
            estimate,
            std_error: error,
            p_value: error.map(|error| student_t::two_sided(estimate / error, df)),
            conf_low: reach.map(|reach| estimate - reach),
            conf_high: reach.map(|reach| estimate + reach),
        });
        if row < base {
            leads.push(differences);
        }
    }
    let tests = (!leads.is_empty()).then(|| joint(&leads, both.then_some(factor)));
    let few = both && units < FEW && !leads.is_empty() && leads.len() + 2 <= units;
    let size = few.then(|| size(leads.len(), units, posed.treated, factor));
    Ok(Study { rows, leads: leads.len(), tests, size })
}

/// F does not depend on how the leads of a unit hang together, so they may be drawn as if they did not.
fn size(leads: usize, units: usize, treated: usize, factor: f64) -> Rate {
    let streams = Streams::new(2);
    let mut rejected = vec![false; SIMULATED];
    spread(&mut rejected, all_threads(), |first, part| {
        for (number, cell) in (first as u64..).zip(part) {
            let mut stream = streams.replication(number);
            let mut lead = || Differences::drawn((0..units).map(|_| stream.standard_normal()).collect(), treated);
            let drawn: Vec<Differences> = (0..leads).map(|_| lead()).collect();
            let [clustered, _] = joint(&drawn, Some(factor));
            *cell = matches!(clustered, Outcome::Computed { p, .. } if p.value() < 0.05);
        }
    });
    Rate { count: rejected.iter().filter(|rejects| **rejects).count(), replications: SIMULATED }
}

/// G/(G − 1)·(n − 1)/(n − k) in a panel without gaps.
pub(super) fn factor(units: usize, periods: usize, k: usize) -> f64 {
    let (g, n) = (units as f64, (units * periods) as f64);
    g / (g - 1.0) * (n - 1.0) / (n - k as f64)
}

/// Wald's F under the clustered covariance, if there is a factor for it, and Hotelling's.
fn joint(leads: &[Differences], factor: Option<f64>) -> [Outcome; 2] {
    let (q, units, treated) = (leads.len(), leads[0].units(), leads[0].treated);
    // Every lead in its own measure: F does not depend on it.
    let deltas: Vec<f64> = leads.iter().map(|lead| lead.contrast().delta).collect();
    let around = |lead: &Differences| -> Vec<f64> {
        let (inside, outside) = lead.values.split_at(treated);
        [inside, outside]
            .iter()
            .flat_map(|group| {
                let mean = group.iter().sum::<f64>() / group.len() as f64;
                group.iter().map(move |value| value - mean)
            })
            .collect()
    };
    let residuals: Vec<Vec<f64>> = leads.iter().map(around).collect();
    let squares = |weight: &dyn Fn(usize) -> f64| -> Vec<f64> {
        let sum = |a: usize, b: usize| {
            (0..units).map(|unit| weight(unit) * residuals[a][unit] * residuals[b][unit]).sum::<f64>()
        };
        (0..q * q).map(|cell| sum(cell / q, cell % q)).collect()
    };
    let [inside, outside] = [treated as f64, (units - treated) as f64];
    let because = |why: String| Outcome::NotApplicable { because: format!("not identified: {why}") };
    let computed = |covariance: &[f64], scale: f64, df: f64| match Cholesky::new(covariance, q) {
        None => because(format!("the {q} leads of {units} units have a singular covariance")),
        Some(factored) => {
            let statistic = scale * factored.quadratic_form(&deltas);
            let distribution = NullDistribution::F(q as f64, df);
            let p = crate::dist::f::sf(statistic, q as f64, df);
            Outcome::Computed { symbol: "F", statistic, distribution, p: PValue::Exact(p) }
        }
    };
    let clustered = match factor {
        None => {
            because("a group of one unit has no residual, and the clustered covariance leaves its error out".into())
        }
        Some(_) if q + 2 > units => because(format!("{q} leads are more than {units} units less 2")),
        Some(factor) => {
            let weight = |unit: usize| factor / if unit < treated { inside.powi(2) } else { outside.powi(2) };
            computed(&squares(&weight), 1.0 / q as f64, (units - 1) as f64)
        }
    };
    let hotelling = if q + 2 > units {
        because(format!("{q} leads are more than {units} units less 2"))
    } else {
        let df = (units - 1 - q) as f64;
        let weight = |_: usize| (1.0 / inside + 1.0 / outside) / (units as f64 - 2.0);
        computed(&squares(&weight), df / (q as f64 * (units as f64 - 2.0)), df)
    };
    [clustered, hotelling]
}
