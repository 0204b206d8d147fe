//! One direction, in the common form.

use super::super::aligned::Aligned;
use super::super::equation::{Roles, checked, columns};
use super::super::spec::slices;
use super::super::two_way::TwoWayTest;
use super::small;
use super::statistics::{Asked, Equation, Largest, Wald};
use crate::dist::{chi_squared, f, sup_bessel};
use crate::hypothesis::{CriticalValue, NullDistribution, Setting};
use crate::regression::quantile::QuantileCovariance;
use crate::{Error, ErrorKind, Note, Outcome, PValue, Sample, TestReport};

const LAW: NullDistribution = NullDistribution::NonStandard("sup-bessel", "sup of a squared Bessel bridge");

/// Below this number of rows a supremum says how often it rejects true nulls.
pub(super) const SHORT: usize = 1000;

/// What both directions share.
pub(super) struct Question<'q> {
    pub aligned: &'q Aligned,
    pub roles: &'q Roles,
    pub fixed: &'q [(String, Vec<f64>)],
    pub sample: Sample,
    pub settings: Vec<Setting>,
    pub seed: u64,
    pub asked: Asked,
}

impl Question<'_> {
    /// Whether `way[0]` moves the quantiles of `way[1]`.
    pub fn test(&self, way: [usize; 2]) -> Result<TwoWayTest, Error> {
        let aligned = self.aligned;
        let [cause, effect] = way.map(|i| &aligned.series[i]);
        let (n, q) = (self.sample.n, self.roles.tested.lags().len());
        checked(self.roles, way, aligned, self.fixed)?;
        let (fixed, values) = (slices(self.fixed), aligned.values());
        let columns = columns(self.roles, way, &fixed, &values);
        let k = columns.len();
        let y = &effect.values()[effect.len() - n..];
        let Some(mut equation) = Equation::new(&columns, y, q, self.asked.bandwidth) else {
            let message = format!("the lags reproduce `{}` exactly: there are no quantiles beside", effect.name());
            return Err(Error::new(ErrorKind::Collinear, message).remedy("test series that are not exact functions"));
        };
        let given: Vec<&str> = aligned.given().iter().map(crate::Series::name).collect();
        let beside = if given.is_empty() { String::new() } else { format!(", given {}", given.join(", ")) };
        let hypothesis = |coefficients: &str, place: &str| {
            format!("the lags of {} have {coefficients} in {place}{beside}", cause.name())
        };
        let template = |convention, place: &str, outcome, own: Vec<Setting>, notes: Vec<Note>| TestReport {
            test: "quantile-granger",
            convention,
            null: hypothesis("zero coefficients", place),
            alternative: hypothesis("a coefficient other than zero", &place.replacen("every ", "some ", 1)),
            outcome,
            critical_values: Vec::new(),
            sample: self.sample,
            settings: self.settings.iter().cloned().chain(own).collect(),
            notes: notes.into_iter().chain(aligned.notes.iter().cloned()).collect(),
        };
        let small = small::notes(&self.asked, k, q, n, self.seed);
        let mut reports = Vec::new();
        let [from, to] = self.asked.interval;
        let over = format!("every quantile of {} from {from} to {to}", effect.name());
        for &kind in &self.asked.covariances {
            let name = name(kind, "sup-nid", "sup-iid");
            if let Some(because) = self.asked.not_identified(&[from, to], n, k) {
                reports.push(template(name, &over, Outcome::NotApplicable { because }, Vec::new(), Vec::new()));
                continue;
            }
            let Some(largest) = equation.largest(&self.asked.grid, kind) else {
                reports.push(template(name, &over, no_density("any τ"), Vec::new(), Vec::new()));
                continue;
            };
            let outcome = Outcome::Computed {
                symbol: "sup W",
                statistic: largest.statistic,
                distribution: LAW,
                p: PValue::Exact(sup_bessel::sf(largest.statistic, q, self.asked.interval)),
            };
            let at = Setting::new("largest at τ", format!("{:.4}", largest.tau), "estimated");
            let mut notes = self.notes(&largest, kind);
            notes.extend(small.iter().find(|(convention, _)| *convention == name).map(|(_, note)| note.clone()));
            let report = template(name, &over, outcome, vec![at], notes);
            let critical_values = CriticalValue::at_levels(&[0.10, 0.05, 0.01], |level| {
                Some(sup_bessel::isf(level, q, self.asked.interval)).filter(|value| value.is_finite())
            });
            reports.push(TestReport { critical_values, ..report });
        }
        for &tau in &self.asked.quantiles {
            for &kind in &self.asked.covariances {
                let place = format!("the {tau}-quantile of {}", effect.name());
                let wald = match self.asked.not_identified(&[tau], n, k) {
                    Some(because) => Err(because),
                    None => Ok(equation.at(tau, kind)),
                };
                let chi2 = name(kind, "chi2-nid", "chi2-iid");
                let statistic = match &wald {
                    Err(because) => Err(Outcome::NotApplicable { because: because.clone() }),
                    Ok(wald) => wald.and_then(|wald| wald.statistic).ok_or_else(|| no_density(&format!("τ = {tau}"))),
                };
                let (q, df) = (q as f64, (n.saturating_sub(k)) as f64);
                let as_chi2 = |w: f64| (chi2, "χ²", w, NullDistribution::ChiSquared(q), chi_squared::sf(w, q));
                let as_f = |w: f64| {
                    let law = NullDistribution::F(q, df);
                    (name(kind, "F-nid", "F-iid"), "F", w / q, law, f::sf(w / q, q, df))
                };
                match statistic {
                    Err(outcome) => reports.push(template(chi2, &place, outcome, Vec::new(), Vec::new())),
                    Ok(w) => {
                        for (convention, symbol, statistic, distribution, p) in [as_chi2(w), as_f(w)] {
                            let outcome = Outcome::Computed { symbol, statistic, distribution, p: PValue::Exact(p) };
                            let mut notes = at_one(tau, wald.as_ref().ok().copied().flatten());
                            let note = small.iter().find(|(name, _)| *name == convention);
                            notes.extend(note.map(|(_, note)| note.clone()));
                            reports.push(template(convention, &place, outcome, Vec::new(), notes));
                        }
                    }
                }
            }
        }
        Ok(TwoWayTest { cause: cause.name().into(), effect: effect.name().into(), reports })
    }

    /// What must be known of the largest statistic.
    fn notes(&self, largest: &Largest, kind: QuantileCovariance) -> Vec<Note> {
        let (n, of) = (self.sample.n, self.asked.grid.len());
        let mut notes = Vec::new();
        if n < SHORT {
            let [hundred, four] = match kind {
                QuantileCovariance::Nid => [15, 9],
                QuantileCovariance::Iid => [27, 16],
            };
            notes.push(Note::new(format!(
                "sup-{kind} rejects too often in short samples: at a nominal 5 % in {hundred} % of independent series of 100 rows and \
                 {four} % of 400 (simulated, one lag, 0.1 to 0.9)"
            )));
        }
        if largest.missing > 0 {
            notes.push(Note::new(format!(
                "{kind}: at {} of {of} τ the density of the errors cannot be estimated; they are left out of the largest",
                largest.missing
            )));
        }
        if largest.not_unique > 0 {
            notes.push(Note::new(format!(
                "{kind}: at {} of {of} τ several planes or densities are as good as the one taken",
                largest.not_unique
            )));
        }
        // A few rows at the edge of the regressors cross in any sample.
        if 20 * largest.crossed > n {
            notes.push(Note::new(format!(
                "the planes by which the density is measured cross in up to {} of {n} rows, which count nothing there",
                largest.crossed
            )));
        }
        notes
    }
}

fn at_one(tau: f64, wald: Option<Wald>) -> Vec<Note> {
    let note = |what: &str| {
        Note::new(format!("at τ = {tau} {what} not the only one: that of the quantiles just below is taken"))
    };
    let Some(wald) = wald else { return Vec::new() };
    let plane = (!wald.unique).then(|| note("the best plane is"));
    let density = (wald.unique && !wald.density_unique).then(|| note("the estimate of the density is"));
    plane.into_iter().chain(density).collect()
}

fn name(kind: QuantileCovariance, nid: &'static str, iid: &'static str) -> &'static str {
    match kind {
        QuantileCovariance::Nid => nid,
        QuantileCovariance::Iid => iid,
    }
}

fn no_density(place: &str) -> Outcome {
    Outcome::NotApplicable {
        because: format!("not identified: the density of the errors at {place} cannot be estimated"),
    }
}
